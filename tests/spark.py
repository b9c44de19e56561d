"""Commands on a real local Spark, each in a process of its own, as a user runs them; for the tests of several rooms."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import graph_api.cli.spark as command
from graph_store.neo4j.parts import find_java
from graph_store.spark.session import NEWEST_JAVA, OLDEST_JAVA

CLUSTER = "local-cluster[1,2,1024]"  # an executor in a process of its own, with two cores
THREADS = "local[2]"
_BIN = Path(sys.executable).parent
_PATIENCE_S = 1_100
PATIENT = pytest.mark.timeout(_PATIENCE_S + 60)  # where other programs take the cores, a JVM starts in minutes


def need_spark() -> None:
    """Skips loudly where Spark's Java is missing; a failure where CI is set."""
    if find_java(os.environ.get("JAVA_HOME", ""), OLDEST_JAVA, NEWEST_JAVA) is None:
        missing = f"Spark wants Java {OLDEST_JAVA} to {NEWEST_JAVA}, and none is here"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)


def mandate(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return _run([str(_BIN / "mandate"), *map(str, arguments)], environment)


def spark_submit(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """The file of the commands, given to spark-submit on two threads."""
    options = ["--master", THREADS, "--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.ui.enabled=false"]
    java = find_java("", OLDEST_JAVA, NEWEST_JAVA) or ""
    environment = {"PYSPARK_PYTHON": sys.executable, "JAVA_HOME": str(Path(java).resolve().parent.parent)}
    return _run([str(_BIN / "spark-submit"), *options, str(command.__file__), *map(str, arguments)], environment)


def _run(line: list[str], environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    told = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", **environment}
    return subprocess.run(line, capture_output=True, text=True, timeout=_PATIENCE_S, env=told)


def lines(folder: Path) -> list[str]:
    """The lines of all parts of a folder that a job wrote; it is complete."""
    assert (folder / "_SUCCESS").exists()
    return [line for part in sorted(folder.glob("part-*")) for line in part.read_text("utf-8").splitlines()]
