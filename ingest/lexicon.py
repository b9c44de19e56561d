"""The words that the rules know: labels of the ontology's code lists, names of the reference tables, and cue words."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any, cast

import ontology
from ingest.facts import BodyForm, Level
from ontology.codes import concepts
from ontology.text import canonical

_RULES = Path(__file__).parent / "rules"
_REFERENCE = Path(ontology.__file__).parent / "reference"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the names of bodies, as bodies.toml describes it."""

    name: str
    form: BodyForm
    level: Level
    tail: str


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body or kind of body with a name of its own."""

    name: str
    form: BodyForm
    level: Level
    place: str | None = None
    is_kind: bool = False


@dataclass(frozen=True, slots=True)
class FixedTitle:
    """A title whose body its words do not name: Tổng Bí thư."""

    role: str
    body: str


class Lexicon:
    """All look-ups take canonical words (lower case, old tone placement)."""

    def __init__(self) -> None:
        bodies = loads((_RULES / "bodies.toml").read_text("utf-8"))
        cues = loads((_RULES / "cues.toml").read_text("utf-8"))
        self.cues: dict[str, list[str]] = {k: v for k, v in cues.items() if isinstance(v, list)}
        self.misspelt: dict[str, str] = dict(cues["misspelt"])
        self.ordinals: dict[str, int] = dict(cues["ordinals"])
        self.fields = {canonical(field): field for field in bodies["fields"]}
        self.heads = {word: _head(entry) for entry in bodies["head"] for word in entry["words"]}
        self.titles = {w: FixedTitle(e["role"], e["body"]) for e in bodies["title"] for w in e["words"]}
        self.bodies = {**_singles(bodies["single"]), **_reference_bodies()}
        self.roles = {words: concept.label for words, concept in concepts("role").items()}
        self.document_kinds = {words: concept.label for words, concept in concepts("document-kind").items()}
        self.provinces = _provinces()
        self.province_units = {canonical(r["name"]): r["kind"] for r in _rows("provinces.csv")}
        self.abbreviations = {r["abbreviation"]: r["expansion"] for r in _rows("abbreviations.csv") if not r["context"]}
        self.surnames = frozenset((_RULES / "surnames.txt").read_text("utf-8").split())
        self._patterns: dict[str, re.Pattern[str]] = {}

    @staticmethod
    @cache
    def load() -> "Lexicon":
        """The lexicon that comes with the program, built once."""
        return Lexicon()

    def any_of(self, name: str) -> re.Pattern[str]:
        """A pattern for the words of a cue list or of one of the dictionaries, the longest first, at word borders."""
        if name not in self._patterns:
            words = self.cues[name] if name in self.cues else list(getattr(self, name))
            self._patterns[name] = one_of(words)
        return self._patterns[name]


def one_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words (canonical), the longest first, neither inside nor next to another word."""
    longest_first = sorted({canonical(w) for w in words if w}, key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in longest_first) + r")(?!\w)")


def _head(entry: Mapping[str, Any]) -> Head:
    return Head(entry["name"], entry["form"], entry["level"], entry["tail"])


def _singles(entries: list[dict[str, Any]]) -> dict[str, NamedBody]:
    found = {}
    for entry in entries:
        body = NamedBody(entry["name"], entry["form"], entry["level"])
        found.update({canonical(words): body for words in (entry["name"], *entry.get("words", ()))})
    return found


def _reference_bodies() -> dict[str, NamedBody]:
    """Bodies and kinds of the reference tables by all their names; local ones are read by their heads instead."""
    found: dict[str, NamedBody] = {}
    for table, aliases in (("bodies.csv", "abbreviations"), ("body_kinds.csv", "aliases")):
        for row in _rows(table):
            if row.get("place_code"):
                continue
            form, level = cast(BodyForm, row["kind"]), cast(Level, row["level"])
            body = NamedBody(row["name_vi"], form, level, is_kind=table == "body_kinds.csv")
            found.update({canonical(n): body for n in (row["name_vi"], *row[aliases].split(";")) if n.strip()})
    return found


def _provinces() -> dict[str, str]:
    """Canonical name -> name of every province of both eras."""
    return {canonical(r["name"]): r["name"] for r in reversed(_rows("provinces.csv"))}


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (_REFERENCE / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
