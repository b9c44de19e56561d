"""What a store says about single entities, read once each: the eyes of a walk along mandate chains."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TypeVar, cast

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple
from rdflib import RDF, SKOS

from graph_store.chain_model import Quote
from ontology.terms import CODE_BASE, ONTOLOGY_BASE, ancestors, local_name

QUOTES = 20  # of one hop; the rest is counted
SCANNED = 5_000  # statements that are looked through in one look-up
_REMEMBERED = 100_000  # things, look-ups, quotes, and the nodes and edges of chains, some 100 MB
_DAYS = 8  # for which these are remembered
_RANKS = {"stated": 0, "unverified": 1, "inferred": 2}
Noted = TypeVar("Noted", bound=Sized)
_TYPE, _LABEL = str(RDF.type), str(SKOS.prefLabel)
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(str(p)) for p in (RDF.subject, RDF.predicate, RDF.object))
_CORE = (
    *("Document", "Provision", "Body", "BodyKind", "Position", "Holding", "Person"),
    *("Event", "ChangeEvent", "Place", "Term", "Source"),
)


@cache
def core_class(class_name: str) -> str:
    """The core class that a class belongs to: Regulation -> Document; the class itself where it has none."""
    names = [local_name(iri) for iri in ancestors(ONTOLOGY_BASE + class_name)]
    return next((name for name in names if name in _CORE), class_name)


@dataclass(slots=True)
class Thing:
    """One entity. `values` maps local names of properties to texts and IRIs in order, each once."""

    iri: str
    type: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=dict)
    core: str = ""  # its core class: Document for a Regulation
    spans: dict[str, tuple[str, str] | None] = field(default_factory=dict)  # remembered by chain_dates

    def first(self, *properties: str) -> str | None:
        """The first value of the first property that has one."""
        return next((self.values[p][0] for p in properties if self.values.get(p)), None)

    def several(self, prop: str) -> list[str]:
        return self.values.get(prop, [])


def text_of(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The IRI or the text of a term; quoted triples, which nothing here stores, in N-Triples form."""
    return str(term) if isinstance(term, Triple) else term.value


def whole(iri: str) -> str:
    """The document that an IRI names, by itself or by a provision; any other IRI as it is."""
    return iri.partition("#")[0]


class Reader:
    """Reads the union of all named graphs, and remembers: give one Reader to all traces of a published version.

    It must not outlive a change of its store. Threads may share it; at worst they read something twice.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._things: dict[str, Thing] = {}
        self._names: dict[str, Thing] = {}
        self._subjects: dict[tuple[str, str], tuple[str, ...]] = {}
        self._evidence: dict[str, dict[tuple[str, str], list[NamedNode]]] = {}
        self._quotes: dict[tuple[str, str, str], tuple[tuple[Quote, ...], int]] = {}
        self._notes: dict[tuple[object, str], Sized] = {}

    @property
    def store(self) -> Store:
        """What it reads."""
        return self._store

    def thing(self, iri: str) -> Thing:
        found = self._things.get(iri)
        if found is None:
            found = self._things[iri] = _thing(iri, self._about(iri))
        return found

    def named(self, iri: str) -> Thing:
        """The thing with its type and names; its values only if they were read before. A quarter of the cost."""
        found = self._things.get(iri) or self._names.get(iri)
        if found is None:
            parts = (self._store.quads_for_pattern(NamedNode(iri), NamedNode(p), None, None) for p in (_TYPE, _LABEL))
            found = self._names[iri] = _thing(iri, chain(*parts))
        return found

    def subjects(self, property_name: str, iri: str) -> tuple[str, ...]:
        """Those of which the property is stated with `iri` as object, by IRI; at most SCANNED of them."""
        key = (property_name, iri)
        found = self._subjects.get(key)
        if found is None:
            quads = self._quads(NamedNode(ONTOLOGY_BASE + property_name), NamedNode(iri))
            found = self._subjects[key] = tuple(sorted({text_of(quad.subject) for quad in quads}))
        return found

    def provisions(self, iri: str) -> tuple[str, ...]:
        """The provisions of a document, those within others among them, the larger before the smaller."""
        found: dict[str, None] = {}
        queue = deque(self.subjects("provisionOf", iri))
        while queue:
            provision = queue.popleft()
            if provision not in found:
                found[provision] = None
                queue += self.subjects("provisionOf", provision)
        return tuple(found)

    def quotes(self, subject: str, property_name: str, value: str) -> tuple[tuple[Quote, ...], int]:
        """The evidence of a statement about `subject`, the strongest first, at most QUOTES; and how much there is.

        The sentence of a text comes before the row of a table, which only tells what somebody read elsewhere.
        """
        key = (subject, property_name, value)
        found = self._quotes.get(key)
        if found is None:
            nodes = self._evidence_of(subject).get((ONTOLOGY_BASE + property_name, value), [])
            quotes = [self._quote(node) for node in nodes[: 4 * QUOTES]]
            quotes.sort(key=_strength)
            found = self._quotes[key] = tuple(quotes[:QUOTES]), len(nodes)
        return found

    def noted(self, make: "Callable[[Reader, str], Noted]", at: str) -> Noted:
        """What somebody works out from this reader for a day, remembered with the rest; for the last few days asked."""
        found = self._notes.get((make, at))
        if found is None:
            found = self._notes[make, at] = make(self, at)
            for key in list(self._notes)[:-_DAYS]:
                self._notes.pop(key, None)
        return cast(Noted, found)

    def forget(self) -> None:
        """Frees what is remembered, if it has become much."""
        memories: list[Sized] = [self._things, self._names, self._subjects, self._quotes, *list(self._notes.values())]
        if sum(len(memory) for memory in memories) > _REMEMBERED:
            for memory in (self._things, self._names, self._subjects, self._evidence, self._quotes, self._notes):
                memory.clear()

    def _about(self, iri: str) -> Iterator[Quad]:
        return self._store.quads_for_pattern(NamedNode(iri), None, None, None)

    def _evidence_of(self, subject: str) -> dict[tuple[str, str], list[NamedNode]]:
        """The evidence about a subject by (predicate, object), in order of IRI."""
        known = self._evidence.get(subject)
        if known is None:
            found: dict[tuple[str, str], set[NamedNode]] = defaultdict(set)
            for quad in self._quads(_SUBJECT, NamedNode(subject)):
                node = NamedNode(text_of(quad.subject))
                found[self._one(node, _PREDICATE), self._one(node, _OBJECT)].add(node)
            known = self._evidence[subject] = {key: sorted(nodes, key=str) for key, nodes in found.items()}
        return known

    def _quads(self, predicate: NamedNode, value: NamedNode) -> Iterator[Quad]:
        """The first SCANNED quads of a pattern; a store gives them in an order that depends on its content alone."""
        for count, quad in enumerate(self._store.quads_for_pattern(None, predicate, value, None)):
            if count >= SCANNED:
                return
            yield quad

    def _one(self, node: NamedNode, predicate: NamedNode) -> str:
        quad: Quad | None = next(iter(self._store.quads_for_pattern(node, predicate, None, None)), None)
        return text_of(quad.object) if quad else ""

    def _quote(self, node: NamedNode) -> Quote:
        told = _told(self._about(node.value))
        source = self.thing(told.get("fromSource") or "urn:none")
        return Quote(
            quote=told.get("quote", ""),
            source=told.get("fromSource", ""),
            source_title=source.labels.get("vi") or source.labels.get("en") or source.first("fileName") or "",
            start=int(told.get("start") or 0),
            end=int(told.get("end") or 0),
            rule=told.get("rule", ""),
            confidence=float(told.get("confidence") or 0),
            claim_rank=told.get("claimRank", "").removeprefix(CODE_BASE + "claim-rank/"),
            locator=told.get("locator", ""),
            cited_source=told.get("citedSource", ""),
            note=told.get("note", ""),
        )


def _strength(quote: Quote) -> tuple[int, bool, float, str, int, int, str]:
    rank = _RANKS.get(quote.claim_rank, 0)
    return rank, bool(quote.locator), -quote.confidence, quote.source, quote.start, quote.end, quote.rule


def _told(quads: Iterable[Quad]) -> dict[str, str]:
    """The smallest value of each property of ours: what is told of evidence, of which there is much."""
    found: dict[str, str] = {}
    for quad in quads:
        predicate = quad.predicate.value
        if predicate.startswith(ONTOLOGY_BASE):
            name, value = predicate[len(ONTOLOGY_BASE) :], text_of(quad.object)
            if name not in found or value < found[name]:
                found[name] = value
    return found


def _thing(iri: str, quads: Iterable[Quad]) -> Thing:
    """What the quads, all about `iri`, say of it."""
    values: dict[str, set[str]] = defaultdict(set)
    types, thing = set(), Thing(iri)
    for quad in quads:
        predicate, value = quad.predicate.value, text_of(quad.object)
        if predicate == _TYPE:
            types.add(local_name(value))
        elif predicate == _LABEL:
            language = quad.object.language or "vi" if isinstance(quad.object, Literal) else "vi"
            thing.labels[language] = min(value, thing.labels.get(language, value))
        elif predicate.startswith(ONTOLOGY_BASE):
            values[predicate[len(ONTOLOGY_BASE) :]].add(value)
    thing.values = {name: sorted(found) for name, found in values.items()}
    thing.type = most_specific(types)
    thing.core = core_class(thing.type)
    return thing


def most_specific(types: set[str]) -> str:
    """The type that is no super-class of another; the first by name of several."""
    above = {local_name(iri) for name in types for iri in ancestors(ONTOLOGY_BASE + name)[1:]}
    return min(types - above, default="")
