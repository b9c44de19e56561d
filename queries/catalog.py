"""The ready questions: sparql/NAME.rq and cypher/NAME.cypher, with the header that both open with.

A header is a block of comments (# in SPARQL, // in Cypher) in this order; the blank line after it ends it:
    # NAME: the question in English?
    # vi: câu hỏi bằng tiếng Việt?
    # param NAME KIND [default VALUE]: what it is | nó là gì
    # note: how the answer is to be read
    # note-vi: cách đọc câu trả lời                                 in SPARQL alone
    # returns ?column KIND, ?column KIND                            what they hold stands in columns.toml
KIND is iri, date, string, integer, or "code of LIST": a code list, or the codes themselves split by commas.
Both files of a question must agree in all of it but the notes. In SPARQL a parameter is the variable ?NAME, bound to an
IRI, an xsd:date, a plain string (a code too) or an xsd:integer; it stands in the SELECT list beside the columns, as
Oxigraph binds only what is selected. In Cypher it is $NAME, a string or an integer. Both texts end with the same LIMIT.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ontology.errors import InvalidIdentifier, NotFound, QueryInvalid, one_of
from queries.column_words import column_words
from queries.header import Column, Kind, Parameter, read_header
from queries.values import read_value, wanted

__all__ = ["TODAY", "Column", "Kind", "Parameter", "Question", "load", "question", "questions"]

HERE = Path(__file__).parent
TODAY = "today"  # the default of a date that means the day of asking
_NEVER = "~"  # after every day
_LIMIT = re.compile(r"\nLIMIT (\d+)\n$")


@dataclass(frozen=True, slots=True)
class Question:
    """One question in two languages that give equal rows."""

    name: str
    text_vi: str
    text_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    note: str  # how the answer is to be read, may be empty
    sparql: str
    cypher: str
    note_vi: str = ""

    @property
    def limit(self) -> int:
        """The most rows that it gives when it is asked as a whole."""
        return _limit_of(self.name, self.sparql)

    def part(self, offset: int, limit: int) -> "Question":
        """The same question, asked for `limit` rows after the first `offset`."""
        sparql, cypher = (_LIMIT.sub("\n", text) for text in (self.sparql, self.cypher))
        return replace(
            self,
            sparql=f"{sparql}LIMIT {limit:d}\nOFFSET {offset:d}\n",
            cypher=f"{cypher}SKIP {offset:d}\nLIMIT {limit:d}\n",
        )

    def bind(self, values: Mapping[str, str], *, today: date | None = None) -> dict[str, str | int]:
        """Checked values of all parameters: IRIs in full, dates as ISO days, integers as int; defaults filled in.

        Takes   for an iri: `type/key` or a full IRI of ours, with #dieu-5 for a provision; for a date also `today` if
                that is its default.
        Raises  QueryInvalid for a missing, unknown or malformed value, and for a `since` after its `until`.
        """
        names = [p.name for p in self.parameters]
        for name in values:
            if name == "at" and "at" not in names:
                raise self._timeless()
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
            return read_value(parameter, text)
        except (InvalidIdentifier, ValueError) as error:
            english, vietnamese = wanted(parameter)
            raise self._invalid(
                f"wants {english} for {parameter.name!r}, not {text[:80]!r}",
                f"cần {vietnamese} cho {parameter.name!r}, không phải {text[:80]!r}",
            ) from error

    def _timeless(self) -> QueryInvalid:
        """Told apart from other unknown parameters: who gives a day wants the answer of that day."""
        return QueryInvalid(
            f"the question {self.name} takes no day: its answer does not depend on one",
            message_vi=f"câu hỏi {self.name} không nhận ngày: câu trả lời không phụ thuộc vào ngày",
            hint="leave `at` out; `asKnown` (--as-known) asks what an earlier version knew",
            hint_vi="bỏ `at`; dùng `asKnown` (--as-known) để hỏi theo một phiên bản trước",
            question=self.name,
        )

    def _invalid(self, english: str, vietnamese: str) -> QueryInvalid:
        listed = ", ".join(f"{p.name} ({p.kind})" for p in self.parameters)
        return QueryInvalid(
            f"the question {self.name} {english}",
            message_vi=f"câu hỏi {self.name} {vietnamese}",
            hint=f"parameters: {listed}",
            hint_vi=f"các tham số: {listed}",
            question=self.name,
        )


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
    if _limit_of(name, texts["#"]) != _limit_of(name, texts["//"]):
        raise ValueError(f"the question {name} has two limits in SPARQL and Cypher")
    told = [(column, column_words(name, column.name)) for column in header.columns]
    columns = tuple(replace(column, description=words.en, description_vi=words.vi) for column, words in told)
    texts_of = header.text_vi, header.text_en
    return Question(
        name, *texts_of, tuple(header.parameters), columns, header.note, texts["#"], texts["//"], header.note_vi
    )


def _limit_of(name: str, text: str) -> int:
    found = _LIMIT.search(text)
    if not found:
        raise ValueError(f"the question {name} does not end with a LIMIT")
    return int(found[1])
