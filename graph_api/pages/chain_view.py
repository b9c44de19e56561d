"""A mandate chain as a nested list for its page: what the drawing shows, in words and with the quotes."""

from collections import defaultdict
from dataclasses import dataclass

from graph_api.pages.markup import entity_link
from graph_api.pages.texts import class_label, property_label, text
from graph_api.pages.words import Cell, QuoteView, all_unverified, date_words, period_words, quote_view
from graph_store.chain_model import Chain, Edge, Node, Reason
from graph_store.chain_reader import Reader
from graph_store.names import name_of
from ontology.language import Language

_QUOTES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of the chain and where it leads."""

    via: str
    arrow: str
    target: Cell
    kind: str
    dates: str
    marks: tuple[str, ...]
    reasons: tuple[str, ...]
    quotes: tuple[QuoteView, ...]
    more: int
    again: bool  # told further up already
    steps: tuple["Step", ...]


def named(chain: Chain, reader: Reader, language: Language) -> dict[str, str]:
    """The name of every node, holdings included."""
    return {node.iri: name_of(reader, node.iri, language) for node in chain.nodes}


def steps_of(chain: Chain, names: dict[str, str], language: Language, query: str) -> tuple[Step, ...]:
    """The hops from the start, each thing told once."""
    return _Telling(chain, names, language, query).steps(chain.start)


def reason_words(reason: Reason, language: Language) -> str:
    """Why it is broken, with the day and whether that is sure."""
    words = reason.message_vi if language == "vi" else reason.message_en
    doubt = f" ({text('possible', language)})" if reason.certainty == "possible" else ""
    return words + doubt


class _Telling:
    def __init__(self, chain: Chain, names: dict[str, str], language: Language, query: str) -> None:
        self._nodes = {node.iri: node for node in chain.nodes}
        self._hops: dict[str, list[Edge]] = defaultdict(list)
        for edge in chain.edges:
            self._hops[edge.walked_from].append(edge)
        self._names, self._language, self._query = names, language, query
        self._told: set[str] = set()

    def steps(self, iri: str) -> tuple[Step, ...]:
        """Depth is bounded by the depth of the chain, which is far below the interpreter's."""
        self._told.add(iri)
        return tuple(self._step(edge) for edge in self._hops[iri])

    def _step(self, edge: Edge) -> Step:
        node = self._nodes[edge.walked_to]
        again = node.iri in self._told
        language = self._language
        own = () if again else tuple(reason for reason in node.broken if reason not in edge.broken)
        return Step(
            via=property_label(edge.predicate, language, backward=edge.reversed),
            arrow="←" if edge.reversed else "→",
            target=Cell(self._names[node.iri], entity_link(node.iri) + self._query),
            kind=class_label(node.type, language),
            dates=self._dates(node, edge),
            marks=self._marks(edge),
            reasons=tuple(reason_words(reason, language) for reason in (*edge.broken, *own)),
            quotes=self._quotes(edge),
            more=max(edge.evidence_total - _QUOTES_SHOWN, 0),
            again=again,
            steps=() if again else self.steps(node.iri),
        )

    def _quotes(self, edge: Edge) -> tuple[QuoteView, ...]:
        told = all_unverified(edge.evidence)
        shown = edge.evidence[:_QUOTES_SHOWN]
        return tuple(quote_view(quote, self._query, self._language, told_unverified=told) for quote in shown)

    def _dates(self, node: Node, edge: Edge) -> str:
        day = next((node.facts[name] for name in ("issuedOn", "startsOn", "changedOn") if name in node.facts), "")
        if day:
            return date_words(day, self._language)
        if edge.predicate in ("heldBy", "inPosition"):
            return period_words(edge.valid_from, edge.valid_to, self._language)
        return ""

    def _marks(self, edge: Edge) -> tuple[str, ...]:
        marks: list[str] = [
            mark for mark in (edge.standing, edge.certainty) if mark in ("inferred", "disputed", "possible")
        ]
        if all_unverified(edge.evidence):
            marks.append("unverified")
        return tuple(text(mark, self._language) for mark in marks) + ((edge.part,) if edge.part else ())
