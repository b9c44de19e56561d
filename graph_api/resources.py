"""What the HTTP door answers, as pydantic models; /openapi.json describes them."""

from dataclasses import asdict
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from graph_store.chain_json import chain_json
from graph_store.chain_model import Chain
from graph_store.chain_reader import Reader, Thing
from graph_store.engine import Rows
from graph_store.entities import Entity
from graph_store.in_force import in_force, quotes_for, reason_of, status_label
from ontology.terms import ONTOLOGY_BASE, labels
from queries.catalog import Question

Json = Any  # a value of JSON


class Resource(BaseModel):
    """Frozen, and strict about what it is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ProblemResource(Resource):
    """The body of every error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = Field(description="what is wrong, in the language asked for (?lang=, Accept-Language; vi if absent)")
    hint: str = Field(description="what to do, in the same language; may be empty")
    facts: dict[str, Json] = Field(description="what a machine may want: candidates, the report, the fields at fault")


class Health(Resource):
    status: str


class Readiness(Resource):
    status: str
    version: int
    quads: int


class Label(Resource):
    vi: str
    en: str


class QuoteResource(Resource):
    """The words of a source that support a statement; `start` and `end` count characters of its NFC text."""

    quote: str
    source: str = Field(description="IRI")
    source_title: str
    start: int
    end: int
    rule: str
    confidence: float
    claim_rank: str
    locator: str
    cited_source: str
    note: str


class ReasonResource(Resource):
    """Why a hop or node is broken on the day."""

    code: str
    message_vi: str
    message_en: str
    since: str | None
    by: str | None
    certainty: str


class ConflictResource(Resource):
    property: str
    values: list[str]


class NodeResource(Resource):
    iri: str
    type: str
    type_label: Label
    label_vi: str
    label_en: str
    depth: int
    facts: dict[str, str]
    broken: list[ReasonResource]
    conflicts: list[ConflictResource]


class EdgeResource(Resource):
    """One statement; `reversed` says that the chain goes from its object to its subject."""

    subject: str
    predicate: str
    predicate_label: Label
    object: str
    reversed: bool
    standing: str
    certainty: str
    valid_from: str | None
    valid_to: str | None
    evidence: list[QuoteResource]
    evidence_total: int
    broken: list[ReasonResource]
    part: str


class ChainResource(Resource):
    """A mandate chain: nodes in order of depth, edges in order of the walk."""

    version: int
    start: str
    direction: str
    at: str
    depth: int
    truncated: bool
    left_out: int = Field(description="offices not held on the day")
    broken: int = Field(description="how many hops are broken")
    nodes: list[NodeResource]
    edges: list[EdgeResource]

    @classmethod
    def of(cls, version: int, chain: Chain) -> Self:
        return cls.model_validate({"version": version, **chain_json(chain)})


class ValueResource(Resource):
    """A value of a property with the words that support it."""

    text: str
    is_iri: bool
    datatype: str
    language: str
    label_vi: str
    label_en: str
    evidence: list[QuoteResource]
    evidence_total: int


class IncomingResource(Resource):
    """A statement of which the entity is the object."""

    property: str
    subject: str
    type: str
    label_vi: str
    label_en: str


class InForceResource(Resource):
    """Whether a document is in force on a day: computed from its dates and relations when it is asked."""

    at: str
    status: str = Field(description="code of the list in-force-status; unknown where it cannot be told for certain")
    label: Label
    possibly: str | None = Field(description="what it may be, where the status is unknown")
    since: str | None
    by: str | None = Field(description="IRI of the document that decided it")
    part: str = Field(description="the provision that was hit (dieu-5-khoan-2), else empty")
    reasons: list[ReasonResource] = Field(description="all that bears on it, the decisive one first")
    evidence: list[QuoteResource] = Field(description="the words behind the decisive reason")
    evidence_total: int

    @classmethod
    def of(cls, reader: Reader, document: Thing, at: str) -> Self:
        found = in_force(reader, document, at)
        evidence, total = quotes_for(found.states[0], reader)
        return cls.model_validate(
            {
                "at": at,
                "status": found.code,
                "label": {"vi": status_label(found.code, "vi"), "en": status_label(found.code, "en")},
                "possibly": found.possibly,
                "since": found.since,
                "by": found.by,
                "part": found.part,
                "reasons": [asdict(reason_of(state, reader)) for state in found.states],
                "evidence": [asdict(quote) for quote in evidence],
                "evidence_total": total,
            }
        )


class EntityResource(Resource):
    """What the graph says of one entity; properties go by local name."""

    version: int
    iri: str
    type: str
    types: list[str]
    type_label: Label
    label_vi: str
    label_en: str
    other_labels: list[str]
    hidden_labels: list[str]
    properties: dict[str, list[ValueResource]]
    incoming: list[IncomingResource]
    incoming_truncated: list[str] = Field(description="properties that more things point with than are given")
    sources: list[str] = Field(description="IRIs of the sources that say something about it")
    in_force: InForceResource | None = Field(description="of documents only")

    @classmethod
    def of(cls, version: int, entity: Entity, in_force: InForceResource | None = None) -> Self:
        label = asdict(labels(ONTOLOGY_BASE + entity.type))
        return cls.model_validate({"version": version, "type_label": label, "in_force": in_force, **asdict(entity)})


class ListResource(Resource):
    """One page of a list; `next` is the address of the next one, as in the Link header."""

    next: str | None


class HitResource(Resource):
    """`matched` is the name or number that was found; `exact` says that it equals the text, marks included."""

    iri: str
    type: str = Field(description="of the IRI: document, body …")
    label: str
    matched: str
    exact: bool


class DocumentList(ListResource):
    """Documents that bear a number. A number is no identity: there may be several."""

    version: int
    items: list[HitResource]


class ParameterResource(Resource):
    name: str
    kind: str
    required: bool
    default: str | None
    description: Label
    codes: list[str] = Field(description="what a value of the kind code may be")


class ColumnResource(Resource):
    name: str
    kind: str
    description: Label


class QuestionResource(Resource):
    """A ready question."""

    name: str
    text: Label
    parameters: list[ParameterResource]
    columns: list[ColumnResource]
    note: Label = Field(description="how the answer is to be read; may be empty")
    sparql: str
    cypher: str

    @classmethod
    def of(cls, question: Question) -> Self:
        parameters = [
            ParameterResource(
                name=p.name,
                kind=p.kind,
                required=p.required,
                default=p.default,
                description=Label(vi=p.description_vi, en=p.description),
                codes=list(p.codes),
            )
            for p in question.parameters
        ]
        columns = [
            ColumnResource(name=c.name, kind=c.kind, description=Label(vi=c.description_vi, en=c.description))
            for c in question.columns
        ]
        return cls(
            name=question.name,
            text=Label(vi=question.text_vi, en=question.text_en),
            parameters=parameters,
            columns=columns,
            note=Label(vi=question.note_vi, en=question.note),
            sparql=question.sparql,
            cypher=question.cypher,
        )


class RowsResource(Resource):
    """Rows of a query, each as {column: value}."""

    version: int
    columns: list[str]
    rows: list[dict[str, Json]]
    truncated: bool

    @classmethod
    def of_rows(cls, version: int, rows: Rows) -> Self:
        return cls(version=version, columns=list(rows.columns), rows=rows.as_dicts(), truncated=rows.truncated)


class ReportResource(Resource):
    """A report by name."""

    name: str
    question: QuestionResource


class QuestionAnswer(RowsResource):
    """The rows of a ready question with the values it was asked with."""

    question: str
    engine: str
    parameters: dict[str, str | int]
    next: str | None = Field(default=None, description="address of the rows that follow, as in the Link header")


class HitList(ListResource):
    version: int
    items: list[HitResource]
