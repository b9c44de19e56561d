"""The ready questions: sparql/NAME.rq and cypher/NAME.cypher, with the header that both open with.

A header is a block of comments (# in SPARQL, // in Cypher) in this order; the blank line after it ends it:
    # NAME: the question in English?
    # vi: câu hỏi bằng tiếng Việt?
    # param NAME KIND [default VALUE]: what it is | nó là gì       KIND = iri, date, string or integer
    # note: how the answer is to be read
    # returns ?column KIND, ?column KIND
Both files of a question must agree in all of it but the notes. In SPARQL a parameter is the variable ?NAME, bound to an
IRI, an xsd:date, a plain string or an xsd:integer; it stands in the SELECT list beside the columns, as Oxigraph binds
only what is selected. In Cypher it is $NAME, a string or an integer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ontology.dates import read_day
from ontology.errors import InvalidIdentifier, NotFound, QueryInvalid, one_of
from ontology.identifiers import entity_iri, provision_at, split_iri
from ontology.text import nfc
from queries.header import Column, Kind, Parameter, read_header

__all__ = ["TODAY", "Column", "Kind", "Parameter", "Question", "load", "question", "questions"]

HERE = Path(__file__).parent
TODAY = "today"  # the default of a date that means the day of asking
_LONGEST = 2_000  # characters of a string
_NEVER = "~"  # after every day
_DIGITS = 18  # of an integer: 64 bits hold it


@dataclass(frozen=True, slots=True)
class Question:
    """One question in two languages that give equal rows."""

    name: str
    text_vi: str
    text_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    note: str  # English; how the answer is to be read, may be empty
    sparql: str
    cypher: str

    def bind(self, values: Mapping[str, str], *, today: date | None = None) -> dict[str, str | int]:
        """Checked values of all parameters: IRIs in full, dates as ISO days, integers as int; defaults filled in.

        Takes   for an iri: `type/key` or a full IRI of ours, with #dieu-5 for a provision; for a date also `today` if
                that is its default.
        Raises  QueryInvalid for a missing, unknown or malformed value, and for a `since` after its `until`.
        """
        names = [p.name for p in self.parameters]
        for name in values:
            if name not in names:
                raise self._invalid(f"has no parameter {name[:80]!r}", f"không có tham số {name[:80]!r}")
        bound = {p.name: self._value(p, values.get(p.name), today or date.today()) for p in self.parameters}
        if str(bound.get("since", "")) > str(bound.get("until", _NEVER)):
            raise self._invalid(
                "has a first day after the last: since > until", "có ngày đầu sau ngày cuối: since > until"
            )
        return bound

    def _value(self, parameter: Parameter, given: str | None, today: date) -> str | int:
        text = parameter.default if given is None else given
        if text is None:
            raise self._invalid(f"needs a value for {parameter.name!r}", f"thiếu giá trị cho {parameter.name!r}")
        if parameter.kind == "date" and text == TODAY:
            return today.isoformat()
        try:
            return _READ[parameter.kind](text)
        except (InvalidIdentifier, ValueError) as error:
            raise self._invalid(
                f"wants a value of kind {parameter.kind} for {parameter.name!r}, not {text[:80]!r}",
                f"cần giá trị kiểu {parameter.kind} cho {parameter.name!r}, không phải {text[:80]!r}",
            ) from error

    def _invalid(self, english: str, vietnamese: str) -> QueryInvalid:
        listed = ", ".join(f"{p.name} ({p.kind})" for p in self.parameters)
        return QueryInvalid(
            f"the question {self.name} {english}",
            message_vi=f"câu hỏi {self.name} {vietnamese}",
            hint=f"parameters: {listed}",
            hint_vi=f"các tham số: {listed}",
            question=self.name,
        )


def _read_iri(text: str) -> str:
    text, mark, part = text.partition("#")
    return provision_at(_read_entity(text), part) if mark else _read_entity(text)


def _read_entity(text: str) -> str:
    if "://" not in text:
        return entity_iri(*text.split("/", 1)) if "/" in text else entity_iri("", text)
    return entity_iri(*split_iri(text))


def _read_day(text: str) -> str:
    return read_day(text).isoformat()


def _read_string(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError("too long")
    return nfc(text)


def _read_integer(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError("too long")
    return int(text)


_READ: dict[Kind, Callable[[str], str | int]] = {
    "iri": _read_iri,
    "date": _read_day,
    "string": _read_string,
    "integer": _read_integer,
}


@cache
def questions() -> Mapping[str, Question]:
    """All questions by name, in order of name. Raises ValueError if two files of a question do not agree."""
    return MappingProxyType(load(HERE))


def question(name: str) -> Question:
    """The question of that name. Raises NotFound."""
    try:
        return questions()[name]
    except KeyError:
        raise NotFound(
            f"no question {name[:80]!r}", message_vi=f"không có câu hỏi {name[:80]!r}", **one_of(questions())
        ) from None


def load(folder: Path) -> dict[str, Question]:
    """The questions of `folder`/sparql and `folder`/cypher by name. Raises ValueError, naming what is wrong."""
    names = {path.stem for pattern in ("sparql/*.rq", "cypher/*.cypher") for path in folder.glob(pattern)}
    return {name: _read_question(folder, name) for name in sorted(names)}


def _read_question(folder: Path, name: str) -> Question:
    texts = {}
    for path, mark in ((folder / "sparql" / f"{name}.rq", "#"), (folder / "cypher" / f"{name}.cypher", "//")):
        if not path.exists():
            raise ValueError(f"the question {name} lacks {path.parent.name}/{path.name}")
        texts[mark] = path.read_text(encoding="utf-8")
    header = read_header(name, texts["#"], "#")
    twin = read_header(name, texts["//"], "//")
    for part in ("text_en", "text_vi", "parameters", "columns"):
        if getattr(header, part) != getattr(twin, part):
            raise ValueError(f"the question {name} has two kinds of {part} in SPARQL and Cypher")
    parameters, columns = tuple(header.parameters), tuple(header.columns)
    return Question(name, header.text_vi, header.text_en, parameters, columns, header.note, texts["#"], texts["//"])
