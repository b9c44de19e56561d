"""The words that the rules know: labels of the ontology's code lists, names of the reference tables, and cue words."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from tomllib import loads
from typing import Any, TypeVar, cast

import ontology
from ingest.cued import first_words
from ingest.facts import BodyForm, HoldingStatus, Level
from ontology.codes import concepts
from ontology.spoken_names import abbreviations
from ontology.text import canonical

_RULES = Path(__file__).parent / "rules"
_REFERENCE = Path(ontology.__file__).parent / "reference"
_NO_WORDS = ("cues", "abbreviations", "issuers_of_code", "_patterns", "_endings")  # no dictionary by words for matching
_OWNED = " của "
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the names of bodies, as bodies.toml describes it."""

    name: str
    form: BodyForm
    level: Level
    tail: str
    apart: bool = False
    share: bool = False
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of administration; `committee` is the head of the name of its Party committee."""

    name: str
    level: Level
    committee: str
    youth: str = ""

    @property
    def council(self) -> str:
        """The head of the name of its people's council."""
        return f"Hội đồng nhân dân {self.name}"


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body or kind of body with a name of its own."""

    name: str
    form: BodyForm
    level: Level
    place: str | None = None
    is_kind: bool = False
    not_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FixedTitle:
    """A title whose body its words do not name: Tổng Bí thư. `unit` is that of the place its body lacks."""

    role: str
    body: str
    unit: str | None = None


class Lexicon:
    """All look-ups take canonical words (lower case, old tone placement)."""

    def __init__(self) -> None:
        bodies = loads((_RULES / "bodies.toml").read_text("utf-8"))
        cues = loads((_RULES / "cues.toml").read_text("utf-8"))
        self.cues: dict[str, list[str]] = {k: v for k, v in cues.items() if isinstance(v, list)}
        self.misspelt: dict[str, str] = dict(cues["misspelt"])
        self.ordinals: dict[str, int] = dict(cues["ordinals"])
        self.decisions = _decisions(cues["decisions"], cues["post_names"])
        self.pairs_of_roles = [[canonical(a), canonical(b)] for a, others in cues["role_pairs"].items() for b in others]
        self.central = [canonical(words) for words in bodies["central"]]
        self.subcommittees = {canonical(name): name for name in bodies["subcommittees"]}
        self.fields = {words: name for name in bodies["fields"] for words in _ways_to_join(name)}
        self.fields |= {way: name for short, name in bodies["field_aliases"].items() for way in _ways_to_part(short)}
        self.topics: list[str] = bodies["topics"]
        self.any_person = frozenset(canonical(name) for name in cues["people_as_places"])
        self.short_name_words: dict[str, str] = dict(bodies["short_name_words"])
        self.name_words = [*bodies["name_words"], *bodies["fields"], *self.short_name_words]
        self._read_roles(cues)
        self._read_offices()
        self.ministries = frozenset(f"Bộ {name}" for name in bodies["fields"])
        self.base_heads = {canonical(words): words for words in self.cues["committee_heads"]}  # that lead a Đảng bộ
        self.members_of_base = f"{self.cues['members_of_base'][0]} "
        self.base = f"{self.cues['party_base'][0]} "
        self.generic_units = frozenset(canonical(words) for words in self.cues["generic_units"])
        self.units = _units(bodies["unit"])
        self.committees = _committees(self.units)
        parts = {canonical(words): short for words, short in bodies["short_parts"].items()}
        self.heads = _with_short(_heads(bodies["head"]), parts)
        self.titles = _with_short(_titles(bodies["title"], self.central), parts)
        self.bodies = _with_short(_with_central(_reference_bodies() | _singles(bodies["single"]), self.central), parts)
        self.roles = _with_short(_labels("role") | cues["short_roles"], cues["short_role_parts"])
        self.posts = [*self.cues["former"], *self.roles, *self.titles]
        self.document_kinds = _labels("document-kind")
        self.numbered_kinds = self.document_kinds | {canonical(k): v for k, v in cues["other_kinds"].items()}
        self.presided_over: dict[str, str] = dict(cues["presided_over"])
        self.issuing_offices = {canonical(words): name for words, name in cues["issuing_offices"].items()}
        self.issuers_of_code: dict[str, list[str]] = cues["issuers_of_code"]
        self.owners = [*self.units, *self.heads]
        self.past_provinces = {canonical(name): name for name in bodies["past_provinces"]}
        self.provinces = _provinces() | {canonical(k): v for k, v in bodies["place_aliases"].items()}
        self.province_units = _province_units()
        self.local_places = _local_places()
        self.local_names = frozenset(name for names in self.local_places.values() for name in names if " " in name)
        self.abbreviations = dict(abbreviations())
        self.surnames = frozenset((_RULES / "surnames.txt").read_text("utf-8").split())
        self.syllables = frozenset(self._words_of_the_field())
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._endings: dict[str, tuple[str, ...]] = {}
        self.begun = self._first_words()

    def _read_offices(self) -> None:
        """The sets of names that only some offices bear."""
        self.short_offices = {canonical(words): words for words in self.cues["short_offices"]}
        self.inspection_heads = frozenset(canonical(words) for words in self.cues["inspection_heads"])
        self.state_commissions = frozenset(self.cues["state_commissions"])
        self.chaired_bodies = self.state_commissions | frozenset(self.cues["chaired_offices"])

    def _read_roles(self, cues: Mapping[str, Any]) -> None:
        """The dictionaries by the names of roles: what somebody with such a role leads, belongs to and signs for."""
        self.role_heads: dict[str, str] = dict(cues["role_heads"])
        self.missions: dict[str, str] = dict(cues["missions"])
        self.role_bodies: dict[str, list[str]] = dict(cues["role_bodies"])
        self.own_role_bodies = {role: tuple(f"{h} " for h in heads) for role, heads in cues["own_role_bodies"].items()}
        self.work_sharers = {role: tuple(f"{h} " for h in heads) for role, heads in cues["work_sharers"].items()}
        self.signers: dict[str, list[str]] = {role: e["forms"] for e in cues["signers"].values() for role in e["roles"]}
        self.commission_roles = frozenset(cues["signers"]["inspection"]["roles"])

    def _first_words(self) -> dict[str, Mapping[str, frozenset[str] | None]]:
        """Name of a list -> how its entries begin, of lists that begin with words only."""
        dictionaries = (n for n, words in vars(self).items() if isinstance(words, dict) and n not in _NO_WORDS)
        begun = ((name, first_words(self._words(name))) for name in (*self.cues, *dictionaries))
        return {name: words for name, words in begun if words is not None}

    def _words_of_the_field(self) -> Iterator[str]:
        """Every word of names, roles, kinds and cues, and the abbreviations."""
        tables = (self.bodies, self.heads, self.units, self.titles, self.roles, self.document_kinds, self.provinces)
        names = chain(*tables, self.fields, self.surnames, map(canonical, chain(*self.cues.values())))
        yield from (word for name in names for word in name.split() if word.isalpha())
        yield from map(str.lower, self.abbreviations)

    @staticmethod
    @cache
    def load() -> "Lexicon":
        """The lexicon that comes with the program, built once."""
        return Lexicon()

    def any_of(self, name: str) -> re.Pattern[str]:
        """A pattern for the words of a cue list or of one of the dictionaries, the longest first, at word borders."""
        if (pattern := self._patterns.get(name)) is None:
            pattern = self._patterns[name] = one_of(self._words(name))
        return pattern

    def endings(self, name: str) -> tuple[str, ...]:
        """The words of a cue list or dictionary, in canonical form, for `str.endswith`."""
        if (words := self._endings.get(name)) is None:
            words = self._endings[name] = tuple(dict.fromkeys(self._words(name)))
        return words

    def _words(self, name: str) -> list[str]:
        words = self.cues[name] if name in self.cues else getattr(self, name)
        return [canonical(word) for word in words if word]


def one_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words (canonical), the longest first, neither inside nor next to another word.

    It branches letter by letter, so that its time does not grow with the number of words.
    """
    return _one_of(frozenset(words))


@lru_cache(maxsize=256)  # most texts define no words of their own
def _one_of(words: frozenset[str]) -> re.Pattern[str]:
    root: dict[str, Any] = {}
    for word in sorted({canonical(w) for w in words if w}):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    # The border before a word is looked for behind its first letter: a search passes letters that begin no word.
    choices = [
        re.escape(letter) + (r"(?<!\w.)" if letter.isalnum() else "") + _branches(rest, letter)
        for letter, rest in root.items()
    ]
    return re.compile("|".join(choices) or r"(?!)")


def _branches(node: dict[str, Any], last: str) -> str:
    """The pattern of what may follow `last`: longer words first, then the end of this one, if it ends here."""
    choices = [re.escape(letter) + _branches(rest, letter) for letter, rest in node.items() if letter]
    if "" in node:
        choices.append(r"(?!\w)" if last.isalnum() else "")
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _decisions(
    statuses: dict[HoldingStatus, dict[str, list[str]]], posts: dict[str, list[str]]
) -> dict[str, HoldingStatus]:
    """The words before a post by what they make of it: "thôi giữ chức vụ" takes it."""
    names = [words for each in posts.values() for words in each]
    found: dict[str, HoldingStatus] = {}
    for status, words in statuses.items():
        whole = [f"{verb} {name}" for verb in words["verbs"] for name in names]
        found.update({canonical(phrase): status for phrase in (*words["bare"], *whole)})
    return found


def _ways_to_part(short: str) -> tuple[str, ...]:
    """TN-MT, TN - MT and TN- MT."""
    return tuple(dict.fromkeys(canonical(short.replace("-", dash)) for dash in ("-", " - ", "- ", " -")))


def _ways_to_join(name: str) -> list[str]:
    """Kế hoạch và Đầu tư, also printed Kế hoạch - Đầu tư, Kế hoạch & Đầu tư."""
    joins = (" và ", " - ", "-", " – ", " & ", "&", ", ")
    plain = canonical(name)
    return [plain, *(plain.replace(a, b) for a in (" và ", " - ") for b in joins if a in plain)]


def _ways_to_dash(name: str) -> tuple[str, str]:
    """Ban Kinh tế - Xã hội, also printed Ban Kinh tế – Xã hội."""
    return canonical(name), canonical(name).replace(" - ", " – ")


def _heads(entries: list[dict[str, Any]]) -> dict[str, tuple[Head, ...]]:
    """Printed words -> the heads they may be; several where a word takes several kinds of tail."""
    found: dict[str, tuple[Head, ...]] = {}
    for e in entries:
        for names in e["names"]:
            flags = (e.get(flag, False) for flag in ("apart", "share", "posts"))
            head = Head(names[0], e["form"], e["level"], e["tail"], *flags)
            for words in {way for name in names for way in _ways_to_dash(name)}:
                found[words] = (*found.get(words, ()), head)
    return found


def _labels(scheme: str) -> dict[str, str]:
    """The words of a code list -> the name of what they mean."""
    return {words: concept.label for words, concept in concepts(scheme).items()}


def _committees(units: Mapping[str, Unit]) -> dict[str, str]:
    """The committees below the province that are named by one word: huyện ủy -> huyện."""
    of_one_word = {u.name: canonical(u.committee) for u in units.values() if len(u.committee.split()) == 2}
    return {words: name for name, words in of_one_word.items() if words != of_one_word["tỉnh"]}


def _units(entries: list[dict[str, Any]]) -> dict[str, Unit]:
    found = {}
    for e in entries:
        unit = Unit(e["name"], e["level"], e["committee"], e.get("youth", ""))
        found.update({canonical(words): unit for words in (e["name"], *e["words"])})
    return found


def _titles(entries: list[dict[str, Any]], central: list[str]) -> dict[str, FixedTitle]:
    titles = {words: FixedTitle(e["role"], e["body"], e.get("unit")) for e in entries for words in e["words"]}
    return _with_central(titles, central)


def _with_central(entries: Mapping[str, Entry], central: list[str]) -> dict[str, Entry]:
    """The entries, also by the other words for the centre: "bí thư t.ư đảng"."""
    spelt = {w.replace(central[0], other): e for w, e in entries.items() for other in central if central[0] in w}
    return {**spelt, **entries}


def _with_short(entries: Mapping[str, Entry], parts: dict[str, str]) -> dict[str, Entry]:
    """The entries, also by every way to shorten parts of their words: "ub văn hóa, giáo dục của qh"."""
    found = dict(entries)
    for part, short in parts.items():
        border = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
        shortened = {border.sub(short, words): e for words, e in found.items() if part in words and words != part}
        found = {**shortened, **found}
    return found


def _singles(entries: list[dict[str, Any]]) -> dict[str, NamedBody]:
    found = {}
    for entry in entries:
        for names in entry["names"]:
            not_after = tuple(entry.get("not_after", ()))
            body = NamedBody(names[0], entry["form"], entry["level"], not_after=not_after)
            found.update({canonical(words): body for words in (*names, *_with_owner(names))})
    return found


def _with_owner(names: list[str]) -> list[str]:
    """The other names with the owner that the first has and the second leaves out: "của Quốc hội"."""
    whole, short = canonical(names[0]), canonical(names[1]) if len(names) > 1 else ""
    owner = whole.removeprefix(short)
    return [f"{canonical(name)}{owner}" for name in names[1:]] if owner.startswith(_OWNED) else []


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


def _province_units() -> dict[str, tuple[str, ...]]:
    """Canonical name -> what a province of that name was, the earliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("provinces.csv"):
        found[canonical(row["name"])] = (*found.get(canonical(row["name"]), ()), row["kind"])
    return found


def _local_places() -> dict[str, frozenset[str]]:
    """The canonical names of districts and communes of both eras by the word for their unit."""
    found: dict[str, set[str]] = {}
    for table in ("units/districts_until_2025.csv", "units/units_2025.csv"):
        for row in _rows(table):
            found.setdefault(row["kind"].partition(" thuộc")[0], set()).add(canonical(row["name"]))
    return {unit: frozenset(names) for unit, names in found.items()}


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (_REFERENCE / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
