"""What is known while an import is read: names, numbers and holdings of the base version and of the import so far."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, Quad, Store
from rdflib import RDF, SKOS

from ingest.judgements import Judgements
from ontology.identifiers import split_iri
from ontology.terms import MG, local_name
from ontology.text import canonical

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
)


@cache
def _indexed() -> frozenset[str]:
    return frozenset({*(str(MG[name]) for name in _INDEXED), str(RDF.type), str(SKOS.prefLabel)})


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
        self._by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._subjects: dict[tuple[str, str], set[str]] = defaultdict(set)  # (property, object) -> subjects
        self._values: dict[tuple[str, str], set[str]] = defaultdict(set)  # (subject, property) -> values

    @classmethod
    def of(cls, store: Store, leave_out: frozenset[str] = frozenset(), judgements: Judgements | None = None) -> "Known":
        """All of `store` but the named graphs `leave_out`, which an import is about to replace."""
        known = cls(judgements)
        for predicate in sorted(_NAMES | _indexed()):
            quads = store.quads_for_pattern(None, NamedNode(predicate), None, None)
            known.learn(q for q in quads if str(getattr(q.graph_name, "value", "")) not in leave_out)
        return known

    def learn(self, quads: Iterable[Quad]) -> None:
        for quad in quads:
            subject, predicate = _value(quad.subject), quad.predicate.value
            if predicate in _NAMES:
                self.name(subject, _value(quad.object))
            elif predicate == str(MG.documentNumber):
                self.number(subject, _value(quad.object))
            if predicate in _indexed() and getattr(quad.object, "language", None) != "en":
                self._subjects[predicate, _value(quad.object)].add(subject)
                self._values[subject, predicate].add(_value(quad.object))

    def name(self, iri: str, name: str) -> None:
        """Makes `iri` known under `name`."""
        if "/id/" in iri:
            self._by_name[split_iri(iri)[0], canonical(name)].add(iri)

    def number(self, iri: str, number: str) -> None:
        """Makes a document known under its number."""
        self._documents[canonical(number)].add(iri)

    def chosen(self, subject: str, candidates: Iterable[str]) -> tuple[str | None, list[str]]:
        """(the candidate that was judged the same as the subject, those that were not judged different)."""
        verdicts = {candidate: self.judgements.verdict(subject, candidate) for candidate in candidates}
        same = next((c for c, verdict in verdicts.items() if verdict == "same"), None)
        return same, [c for c, verdict in verdicts.items() if verdict != "different"]

    def named(self, entity_type: str, name: str) -> list[str]:
        """IRIs of this type that bear the name, sorted."""
        return sorted(self._by_name.get((entity_type, canonical(name)), ()))

    def documents(self, number: str) -> list[str]:
        """IRIs of the documents with this canonical number, sorted. There may be several: a number is no identity."""
        return sorted(self._documents.get(canonical(number), ()))

    def values(self, subject: str, property_name: str) -> list[str]:
        return sorted(self._values.get((subject, str(MG[property_name])), ()))

    def subjects(self, property_name: str, value: str) -> list[str]:
        return sorted(self._subjects.get((str(MG[property_name]), value), ()))

    def count(self, property_name: str, value: str) -> int:
        """Of how many subjects the value is stated."""
        return len(self._subjects.get((str(MG[property_name]), value), ()))

    def days(self, holding: str) -> list[str]:
        """The days (ISO) that are known of a holding."""
        return [day for name in ("earliest", "latest", "observedOn") for day in self.values(holding, name)]

    def class_name(self, iri: str) -> str | None:
        """The class (local name) that an entity is known to have."""
        found = sorted(self._values.get((iri, str(RDF.type)), ()))
        return local_name(found[0]) if found else None

    def label(self, iri: str) -> str | None:
        """A canonical name that an entity is known by."""
        found = sorted(self._values.get((iri, str(SKOS.prefLabel)), ()))
        return found[0] if found else None

    def holdings(self, person: str, position: str) -> list[KnownHolding]:
        """The stretches for which the person is known in the position."""
        shared = set(self.subjects("heldBy", person)) & set(self.subjects("inPosition", position))
        return [KnownHolding(h, self._first(h, "earliest"), self._first(h, "latest")) for h in sorted(shared)]

    def positions_of(self, person: str) -> set[str]:
        holdings = self.subjects("heldBy", person)
        return {position for holding in holdings for position in self.values(holding, "inPosition")}

    def _first(self, subject: str, property_name: str) -> str | None:
        values = self.values(subject, property_name)
        return values[0] if values else None


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
