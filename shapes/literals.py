"""Values as N-Triples writes them, read as far as is certain. What is not certain is left to the engine: evident.py."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from rdflib import RDF, XSD

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<([^<>]*)>)?')
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])?"
)
# Elsewhere Python's patterns, XPath's and Rust's may differ: other escapes, groups of flags, classes within classes.
_SURE_ESCAPES, _UNSURE = re.compile(r"(?:[^\\]|\\[s\\/.])*"), re.compile(r"\(\?|\[[^\]]*(\[|&&|--|~~)")
_MOST = 1 << 14  # values that are remembered: types, codes, days and names of rules come again and again


@dataclass(frozen=True, slots=True)
class Read:
    """A literal: its characters, and either its language, or its datatype, or neither if it is a string."""

    text: str
    language: str | None
    datatype: str | None


@lru_cache(_MOST)
def read(value: str) -> Read | None:
    """The literal that is written so; None if it is none."""
    found = _LITERAL.fullmatch(value)
    if not found:
        return None
    text, tag, datatype = found.groups()
    return Read(_ESCAPE.sub(_unescaped, text) if "\\" in text else text, tag, datatype)


def _unescaped(escape: re.Match[str]) -> str:
    short, long, letter = escape.groups()
    return chr(int(short or long, 16)) if short or long else _ESCAPED.get(letter, letter)


def well_formed(datatype: str) -> Callable[[str], bool] | None:
    """Tells the values that are surely of the datatype (an IRI); None if it is not known here."""
    if datatype == str(RDF.langString):
        return lambda value: (found := read(value)) is not None and found.language is not None
    wanted = None if datatype == str(XSD.string) else datatype
    form = _FORMS.get(datatype)
    if form is None and datatype.startswith(str(XSD)):
        return None

    @lru_cache(_MOST)
    def is_of(value: str) -> bool:
        found = read(value)
        return bool(found and not found.language and found.datatype == wanted and (form is None or form(found.text)))

    return is_of


def number(value: str) -> Decimal | None:
    """The integer or decimal."""
    found = read(value)
    if found and found.datatype in _NUMBERS and _FORMS[found.datatype](found.text):
        return Decimal(found.text)
    return None


def length(value: str) -> int | None:
    """How many characters the literal has."""
    found = read(value)
    return len(found.text) if found else None


def language(value: str) -> str | None:
    found = read(value)
    return found.language if found else None


def in_order(first: str, second: str, *, or_equal: bool) -> bool:
    """Whether the first is surely less than the second: two numbers, or two days."""
    a, b = (_rank(value) for value in (first, second))
    if a is None or b is None or type(a) is not type(b):
        return False
    return a < b or (or_equal and a == b)  # type: ignore[operator]  # of one type


def _rank(value: str) -> Decimal | str | None:
    found = read(value)
    if found and found.datatype == str(XSD.date):
        return found.text if _is_day(found.text) else None
    return number(value)


def pattern(text: str) -> Callable[[str], bool] | None:
    """Tells the values that surely match a pattern of SHACL; None if it may mean something else there than in Python.

    Of values, those with breaks and rare blanks are not sure either.
    """
    if not _SURE_ESCAPES.fullmatch(text) or _UNSURE.search(text):
        return None
    compiled = re.compile(text)

    @lru_cache(_MOST)
    def matches(value: str) -> bool:
        found = read(value)
        return bool(found and found.text.isprintable() and compiled.search(found.text))

    return matches


def _is_day(text: str) -> bool:
    return bool(_DATE.fullmatch(text)) and _parses(date.fromisoformat, text)


def _is_instant(text: str) -> bool:
    return bool(_INSTANT.fullmatch(text)) and _parses(datetime.fromisoformat, text)


def _parses(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _form(text: str) -> Callable[[str], bool]:
    compiled = re.compile(text)
    return lambda value: compiled.fullmatch(value) is not None


_NUMBERS = {str(XSD.integer), str(XSD.decimal)}
_FORMS: dict[str, Callable[[str], bool]] = {
    str(XSD.string): lambda _: True,
    str(XSD.integer): _form("[+-]?[0-9]{1,18}"),
    str(XSD.decimal): _form(r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?"),
    str(XSD.boolean): _form("true|false"),
    str(XSD.date): _is_day,
    str(XSD.dateTime): _is_instant,
    str(XSD.gYear): _form("[1-9][0-9]{3}"),
    str(XSD.gYearMonth): _form("[1-9][0-9]{3}-(0[1-9]|1[0-2])"),
    str(XSD.anyURI): _form(r"[A-Za-z0-9./:_~?&=%#-]+"),
}
