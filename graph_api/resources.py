"""What the HTTP door answers, as pydantic models; /openapi.json describes them."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import to_json

from graph_api.ready_answers import Answer
from graph_store.chain_json import chain_json, fields_of
from graph_store.chain_model import Chain
from graph_store.engine import Rows
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

    @staticmethod
    def body(version: int, chain: Chain) -> bytes:
        """The resource as JSON. Nothing of ours is looked through again: it would take eight times as long."""
        return to_json({"version": version, **chain_json(chain, fields_of)}, inf_nan_mode="null")


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

    @classmethod
    def told(cls, version: int, name: str, engine: str, answer: Answer, next: str | None = None) -> Self:
        """What an engine answered to the question of that name."""
        return cls(
            version=version,
            columns=list(answer.rows.columns),
            rows=answer.rows.as_dicts(),
            truncated=answer.rows.truncated,
            question=name,
            engine=engine,
            parameters=answer.values,
            next=next,
        )


class HitList(ListResource):
    version: int
    items: list[HitResource]
