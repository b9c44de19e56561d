"""Every error of every room speaks both languages: what is wrong, and what to do where it says so in one of them."""

import ast
from collections.abc import Iterator

import pytest

from ontology import errors
from ontology.errors import InvalidIdentifier, MandateGraphError, NotFound, one_of
from tests.test_architecture import ROOMS, ROOT, modules

OURS = {
    name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, MandateGraphError)
}
# Faults of the program text itself: a term or message that nobody declared. They never reach a steward.
FOR_DEVELOPERS = {"UnknownTerm"}


def raised(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every place where an error of ours is made, with the name of its class; most raise it, some return it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if name in OURS and name not in FOR_DEVELOPERS:
                yield name, node


def faults(source: str) -> list[str]:
    """What is said in one language only. What `**` spreads out is a Hint, which mypy holds to both languages."""
    tree = ast.parse(source)
    found = [
        f"{alias.name} as {alias.asname}"  # this test would not see what is made under another name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == errors.__name__
        for alias in node.names
        if alias.asname
    ]
    for name, call in raised(tree):
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        for english, vietnamese in (("message", "message_vi"), ("hint", "hint_vi")):
            said = given.get(english) or (call.args[0] if call.args and english == "message" else None)
            if (said is None) != (vietnamese not in given):
                found.append(f"line {call.lineno}: {name} says {english} in one language")
            elif said is not None and (words := _text(given[vietnamese])) is not None and words in ("", _text(said)):
                found.append(f"line {call.lineno}: {name} says {english} twice in one language, or not at all")
    return found


def _text(node: ast.expr) -> str | None:
    """The words of a text without places to fill, else None."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@pytest.mark.parametrize("room", ROOMS)
def test_every_error_says_in_both_languages_what_is_wrong_and_what_to_do(room: str) -> None:
    silent = {str(m.relative_to(ROOT)): said for m in modules(room) if (said := faults(m.read_text("utf-8")))}
    assert not silent


def test_the_walk_finds_the_errors_of_every_room() -> None:
    made = {room: sum(1 for m in modules(room) for _ in raised(ast.parse(m.read_text("utf-8")))) for room in ROOMS}
    assert all(made.values()) and sum(made.values()) > 100


@pytest.mark.parametrize(
    "source",
    [
        "raise NotFound('nothing')",
        "raise NotFound('nothing', message_vi='không có gì', hint='look elsewhere')",
        "raise NotFound('nothing', message_vi='không có gì', hint_vi='tìm chỗ khác')",
        "raise NotFound('nothing', message_vi='nothing')",
        "raise NotFound('nothing', message_vi='')",
        "raise NotFound(message='nothing')",
        "return errors.NotFound('nothing')",
        "from ontology.errors import NotFound as Missing",
    ],
)
def test_an_error_in_one_language_is_found(source: str) -> None:
    assert len(faults(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "raise NotFound('nothing', message_vi='không có gì')",
        "raise NotFound('nothing', message_vi='không có gì', hint='look elsewhere', hint_vi='tìm chỗ khác')",
        "raise NotFound('nothing', message_vi='không có gì', **one_of(names))",
        "raise UnknownTerm('nothing')",
        "raise ValueError('nothing')",
    ],
)
def test_an_error_in_both_languages_passes(source: str) -> None:
    assert not faults(source)


def test_an_error_speaks_the_language_asked_for_and_english_where_it_has_no_other() -> None:
    both = NotFound("nothing", message_vi="không có gì", hint="look elsewhere", hint_vi="tìm chỗ khác")
    assert (both.message_in("vi"), both.hint_in("vi")) == ("không có gì", "tìm chỗ khác")
    assert (both.message_in("en"), both.hint_in("en")) == ("nothing", "look elsewhere")
    bare = InvalidIdentifier("nothing", hint="look elsewhere")
    assert (bare.message_in("vi"), bare.hint_in("vi")) == ("nothing", "look elsewhere")


def test_what_there_is_to_choose_from_is_named_in_both_languages() -> None:
    error = NotFound("no such engine", message_vi="không có", **one_of(["sparql", "cypher"]))
    assert (error.hint, error.hint_vi) == ("one of: sparql, cypher", "chọn một trong: sparql, cypher")
    assert error.facts == {}


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("no server at bolt://neo4j:p@ss/word@host:7687/x", "no server at bolt://…@ss/word@host:7687/x"),
        ("https://user:secret@example.org/a@b is down", "https://…@example.org/a@b is down"),
        ("'http://user@host' and http://other", "'http://…@host' and http://other"),
        ("mail an@example.org or http://host/@x?u=a@b", "mail an@example.org or http://host/@x?u=a@b"),
    ],
)
def test_no_message_shows_who_gets_into_a_server_and_how(told: str, shown: str) -> None:
    error = NotFound(told, message_vi=told)
    assert str(error) == error.message_vi == shown
