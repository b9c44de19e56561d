"""The house plan as a test: which room may import from which, and where the environment is read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("ontology", "shapes", "queries", "graph_store", "ingest", "graph_api")
MAY_IMPORT = {
    "ontology": set(),
    "shapes": {"ontology"},
    "queries": {"ontology"},
    "graph_store": {"ontology", "shapes", "queries"},
    "ingest": {"ontology", "shapes", "queries", "graph_store"},
    "graph_api": {"ontology", "shapes", "queries", "graph_store", "ingest"},
}
RULES = (  # the packages of rules, each of which reads only what those before it found
    *("text", "mentions", "places", "bodies", "events", "posts"),
    *("documents", "people", "described", "relations", "official", "holdings"),
)
TOOLS = ("benchmarks", "docs", "tests")  # beside the rooms: they read them, and are not shipped
MAX_LINES = 350


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported_rooms(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        yield from (name.split(".")[0] for name in _imported_names(node) if name.split(".")[0] in ROOMS)


def _imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_the_rooms_above_it(room: str) -> None:
    strangers = {
        (str(module.relative_to(ROOT)), other)
        for module in modules(room)
        for other in imported_rooms(module)
        if other != room and other not in MAY_IMPORT[room]
    }
    assert modules(room) and not strangers


@pytest.mark.parametrize("package", RULES)
def test_a_package_of_rules_imports_only_from_those_before_it(package: str) -> None:
    rules, before = "ingest.rules.", RULES[: RULES.index(package) + 1]
    strangers = {
        (str(module.relative_to(ROOT)), name)
        for module in modules(f"ingest/rules/{package}")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        for name in _imported_names(node)
        if name.startswith(rules) and name.removeprefix(rules).split(".")[0] not in before
    }
    assert modules(f"ingest/rules/{package}") and not strangers


def test_every_rule_stands_in_a_package() -> None:
    rules = ROOT / "ingest" / "rules"
    assert {m.parent.name for m in rules.rglob("*.py") if m.parent != rules} == set(RULES)
    assert [m.name for m in rules.glob("*.py")] == ["__init__.py"]


def test_the_tools_stand_outside_the_rooms() -> None:
    """Documents and measurements read the rooms; no room knows of them, and documents do not need the front doors."""
    imported = {
        (str(module.relative_to(ROOT)), name.split(".")[0])
        for room in ROOMS
        for module in modules(room)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        for name in _imported_names(node)
    }
    assert not [entry for entry in imported if entry[1] in TOOLS]
    assert "graph_api" not in {other for module in modules("docs") for other in imported_rooms(module)}


@pytest.mark.parametrize("room", ROOMS)
def test_no_import_is_relative_so_that_the_rule_can_be_read_off(room: str) -> None:
    relative = [
        str(module)
        for module in modules(room)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        str(module.relative_to(ROOT))
        for room in ROOMS
        for module in modules(room)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    }
    assert {r for r in readers if not r.startswith("graph_api/")} == set()


@pytest.mark.parametrize("room", [*ROOMS, "docs"])
def test_no_file_outgrows_what_a_reader_takes_in_at_once(room: str) -> None:
    long = {str(m): n for m in modules(room) if (n := len(m.read_text("utf-8").splitlines())) > MAX_LINES}
    assert not long


@pytest.mark.parametrize("room", [*ROOMS, "docs"])
def test_every_module_says_in_its_first_line_what_is_in_it(room: str) -> None:
    silent = [str(m) for m in modules(room) if not ast.get_docstring(ast.parse(m.read_text("utf-8")))]
    assert not silent


def test_no_query_text_stands_inside_a_python_file() -> None:
    words = ("SELECT ?", "MATCH (", "CONSTRUCT {", "ASK {")
    holders = [
        str(module.relative_to(ROOT))
        for room in ROOMS
        for module in modules(room)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and any(w in node.value for w in words)
        if not _is_docstring(node, module)
    ]
    assert not holders


def _is_docstring(node: ast.Constant, module: Path) -> bool:
    tree = ast.parse(module.read_text("utf-8"))
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return any(ast.get_docstring(n, clean=False) == node.value for n in ast.walk(tree) if isinstance(n, holders))
