"""Jars are fetched once, however many programs want them at the same moment."""

import os
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from graph_store.neo4j.parts import locked_jars

MAVEN = """#!/bin/sh
echo fetched >> {log}
sleep 0.5
for argument; do case $argument in -DoutputDirectory=*) folder=${{argument#*=}};; esac; done
mkdir -p $folder && printf a > $folder/a.jar && printf b > $folder/b.jar
"""


def test_programs_that_want_the_same_jars_wait_for_the_one_that_fetches_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe, programs, log = tmp_path / "recipe", tmp_path / "bin", tmp_path / "log"
    for folder in (recipe, programs):
        folder.mkdir()
    hashes = [f"{sha256(name.encode()).hexdigest()}  {name}.jar\n" for name in "ab"]
    (recipe / "jars.sha256").write_text("".join(hashes))
    (programs / "mvn").write_text(MAVEN.format(log=log))
    (programs / "mvn").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    cache = tmp_path / "cache"
    with ThreadPoolExecutor(4) as pool:
        found = [pool.submit(locked_jars, cache / "jars", recipe, "what is wanted") for _ in range(4)]
    assert {each.result() for each in found} == {cache / "jars"}
    assert log.read_text() == "fetched\n"
    assert sorted(path.name for path in (cache / "jars").iterdir()) == ["a.jar", "b.jar"]
