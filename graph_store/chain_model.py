"""A mandate chain and what it is made of: nodes, hops with their evidence, the reasons for which a hop is broken."""

from dataclasses import dataclass, field
from typing import Literal

from ontology.language import Language

Direction = Literal["up", "down"]
Certainty = Literal["certain", "possible"]
Standing = Literal["stated", "inferred", "disputed"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source that support a hop. `start`/`end` count characters of the source's text, end excluded."""

    quote: str
    source: str  # IRI
    source_title: str
    start: int
    end: int
    rule: str
    confidence: float
    claim_rank: str  # stated, unverified or inferred
    locator: str = ""  # line 10, column issued
    cited_source: str = ""  # what the source itself gives as its source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hop or node is broken at the day asked. `certainty` is possible when the dates leave it open."""

    code: str
    message_vi: str
    message_en: str
    since: str | None = None
    by: str | None = None  # IRI of what broke it
    certainty: Certainty = "certain"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of a property that can have one value only, which do not agree."""

    property: str  # local name
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """`depth` counts hops from the start. `broken` says what is wrong with the thing itself at the day asked."""

    iri: str
    type: str  # local name of its most specific class
    label_vi: str
    label_en: str
    depth: int
    facts: dict[str, str] = field(default_factory=dict)
    broken: tuple[Reason, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def label(self, language: Language) -> str:
        """The name in that language, in the other one where it has none, or the end of its IRI."""
        first, second = (self.label_vi, self.label_en) if language == "vi" else (self.label_en, self.label_vi)
        return first or second or self.iri.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement that the chain crosses; subject and object stand as in RDF.

    `reversed` says that the walk goes from object to subject. `part` is the article that the statement points at,
    else the one that makes it (dieu-5-khoan-2). `broken` holds its own reasons and those of the end that carries.
    """

    subject: str
    predicate: str  # local name
    object: str
    reversed: bool
    standing: Standing
    certainty: Certainty
    valid_from: str | None
    valid_to: str | None
    evidence: tuple[Quote, ...] = ()
    evidence_total: int = 0
    broken: tuple[Reason, ...] = ()
    part: str = ""

    @property
    def walked_from(self) -> str:
        return self.object if self.reversed else self.subject

    @property
    def walked_to(self) -> str:
        return self.subject if self.reversed else self.object


@dataclass(frozen=True, slots=True)
class Chain:
    """Nodes in order of depth, edges in order of the walk. `left_out` counts offices not held on the day.

    `truncated` says that the limit of nodes or the depth was reached and there is more.
    """

    start: str
    direction: Direction
    at: str
    depth: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    truncated: bool
    left_out: int

    def node(self, iri: str) -> Node:
        return next(node for node in self.nodes if node.iri == iri)

    @property
    def broken(self) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.edges if edge.broken)
