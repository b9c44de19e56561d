"""What is known while an import is read: names, numbers and holdings of the base version and of the import so far."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, Quad, Store
from rdflib import RDF, SKOS

from ingest.careers import Career, Tenure
from ingest.judgements import Judgements
from ontology.identifiers import split_iri
from ontology.terms import MG, local_name
from ontology.text import canonical

_SHORT = re.compile(r"(\d+)[-/]")
_NAMES = frozenset(str(p) for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel))


_INDEXED = (
    "documentNumber",
    "heldBy",
    "inPosition",
    "positionIn",
    "earliest",
    "latest",
    "placeCode",
    "inPlace",
    "ofKind",
    "issuedOn",
    "existsFrom",
    "existsTo",
    "kind",
    "title",
    "observedOn",
    "rank",
)
_OF_CAREERS = frozenset({"heldBy", "inPosition", "positionIn", "earliest", "latest", "observedOn"})


@cache
def _indexed() -> dict[str, str]:
    """The properties of the index by their IRIs; those of other vocabularies under a prefix."""
    return {**{str(MG[name]): name for name in _INDEXED}, str(RDF.type): "type", str(SKOS.prefLabel): "prefLabel"}


class _Pairs:
    """Which values a key has. Most have one, which is kept as it is: a set takes two hundred bytes more."""

    __slots__ = ("_of",)

    def __init__(self) -> None:
        self._of: dict[str, str | set[str]] = {}

    def add(self, key: str, value: str) -> bool:
        """Whether the key did not have the value yet."""
        there = self._of.get(key)
        if there is None:
            self._of[key] = value
        elif isinstance(there, set):
            size = len(there)
            there.add(value)
            return len(there) > size
        elif there != value:
            self._of[key] = {there, value}
        return there != value

    def of(self, key: str) -> Collection[str]:
        there = self._of.get(key)
        return there if isinstance(there, set) else () if there is None else (there,)


@dataclass(frozen=True, slots=True)
class KnownHolding:
    iri: str
    earliest: str | None
    latest: str | None

    def may_include(self, day: str | None) -> bool:
        """Whether nothing known excludes the holding on `day` (ISO)."""
        return day is None or ((self.earliest or day) <= day <= (self.latest or day))


class Known:
    """An index over quads. Names are compared in canonical form; a name may belong to several entities."""

    def __init__(self, judgements: Judgements | None = None) -> None:
        self.judgements = judgements or Judgements()
        self._by_name: dict[str, _Pairs] = defaultdict(_Pairs)  # type of entity -> canonical name -> IRIs
        self._documents = _Pairs()
        self._shortened = _Pairs()  # 67 -> those numbered 67-QĐ/TW, 67/QĐ-UBND
        self._subjects = {name: _Pairs() for name in _indexed().values()}  # property -> object -> subjects
        self._values = {name: _Pairs() for name in _indexed().values()}  # property -> subject -> values
        self._careers: dict[str, Career] = {}  # those that were asked for, until more of them is learnt

    @classmethod
    def of(cls, store: Store, leave_out: frozenset[str] = frozenset(), judgements: Judgements | None = None) -> "Known":
        """All of `store` but the named graphs `leave_out`, which an import is about to replace."""
        known = cls(judgements)
        for predicate in sorted(_NAMES | _indexed().keys()):
            quads = store.quads_for_pattern(None, NamedNode(predicate), None, None)
            known.learn(q for q in quads if str(getattr(q.graph_name, "value", "")) not in leave_out)
        return known

    def learn(self, quads: Iterable[Quad]) -> None:
        indexed = _indexed()
        for quad in quads:
            predicate = quad.predicate.value
            if predicate in _NAMES:
                self.name(_value(quad.subject), _value(quad.object))
            known_as = indexed.get(predicate)
            if known_as is None or getattr(quad.object, "language", None) == "en":
                continue
            subject, value = _value(quad.subject), _value(quad.object)
            if known_as == "documentNumber":
                self.number(subject, value)
            if self._values[known_as].add(subject, value):
                self._subjects[known_as].add(value, subject)
                if known_as in _OF_CAREERS:
                    self._forget(known_as, subject, value)

    def _forget(self, known_as: str, subject: str, value: str) -> None:
        """The careers that what was just learnt of a position or holding changes are to be read again."""
        if known_as == "heldBy":
            self._careers.pop(value, None)
            return
        holdings = self._subjects["inPosition"].of(subject) if known_as == "positionIn" else (subject,)
        for holding in holdings:
            for person in self._values["heldBy"].of(holding):
                self._careers.pop(person, None)

    def name(self, iri: str, name: str) -> None:
        """Makes `iri` known under `name`."""
        if "/id/" in iri:
            self._by_name[split_iri(iri)[0]].add(canonical(name), iri)

    def number(self, iri: str, number: str) -> None:
        """Makes a document known under its number."""
        written = canonical(number)
        self._documents.add(written, iri)
        if short := _SHORT.match(written):
            self._shortened.add(short[1], iri)

    def chosen(self, subject: str, candidates: Iterable[str]) -> tuple[str | None, list[str]]:
        """(the candidate that was judged the same as the subject, those that were not judged different)."""
        verdicts = {candidate: self.judgements.verdict(subject, candidate) for candidate in candidates}
        same = next((c for c, verdict in verdicts.items() if verdict == "same"), None)
        return same, [c for c, verdict in verdicts.items() if verdict != "different"]

    def named(self, entity_type: str, name: str) -> list[str]:
        """IRIs of this type that bear the name, sorted."""
        return sorted(self._by_name[entity_type].of(canonical(name)))

    def documents(self, number: str) -> list[str]:
        """IRIs of the documents with this canonical number, sorted. There may be several: a number is no identity."""
        return sorted(self._documents.of(canonical(number)))

    def documents_shortened(self, number: str) -> list[str]:
        """IRIs of the documents that may be called by this number without its letters, sorted: 67 of 67-QĐ/TW."""
        return sorted(self._shortened.of(number))

    def values(self, subject: str, property_name: str) -> list[str]:
        return sorted(self._values[property_name].of(subject))

    def subjects(self, property_name: str, value: str) -> list[str]:
        return sorted(self._subjects[property_name].of(value))

    def count(self, property_name: str, value: str) -> int:
        """Of how many subjects the value is stated."""
        return len(self._subjects[property_name].of(value))

    def people(self) -> int:
        """How many people are known."""
        return self.count("type", str(MG.Person))

    def days(self, holding: str) -> list[str]:
        """The days (ISO) that are known of a holding."""
        return [day for name in ("earliest", "latest", "observedOn") for day in self.values(holding, name)]

    def class_name(self, iri: str) -> str | None:
        """The class (local name) that an entity is known to have."""
        found = self.values(iri, "type")
        return local_name(found[0]) if found else None

    def label(self, iri: str) -> str | None:
        """A canonical name that an entity is known by."""
        return self._first(iri, "prefLabel")

    def holdings(self, person: str, position: str) -> list[KnownHolding]:
        """The stretches for which the person is known in the position."""
        held = [h for h in self.subjects("heldBy", person) if position in self._values["inPosition"].of(h)]
        return [KnownHolding(h, self._first(h, "earliest"), self._first(h, "latest")) for h in held]

    def career(self, person: str) -> Career:
        """The posts of a person with the years that are known of them, and their bodies."""
        if person not in self._careers:
            posts: dict[str, Tenure] = {}
            bodies: dict[str, list[str]] = {}
            for holding in self.subjects("heldBy", person):
                for position in self.values(holding, "inPosition"):
                    tenure = posts.setdefault(position, Tenure())
                    tenure.learn(self.days(holding), self.values(holding, "earliest"))
            for position in posts:
                for body in self.values(position, "positionIn"):
                    bodies.setdefault(body, []).append(position)
            self._careers[person] = Career(posts, bodies)
        return self._careers[person]

    def positions_of(self, person: str) -> set[str]:
        holdings = self.subjects("heldBy", person)
        return {position for holding in holdings for position in self.values(holding, "inPosition")}

    def _first(self, subject: str, property_name: str) -> str | None:
        return min(self._values[property_name].of(subject), default=None)


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
