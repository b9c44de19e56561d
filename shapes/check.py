"""The check of data against shapes/*.ttl; called by ingest before publishing, by `mandate validate` and by the API.

The engine is pyshacl-turbo. Equality of its results with pySHACL's is proved in tests/shapes/test_engines.py.
"""

import logging
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, Self, cast

import pyshacl_turbo
from pyoxigraph import QueryTriples, RdfFormat, Store, Triple, serialize
from pyshacl_turbo.rdf import Input
from rdflib import RDF, RDFS, SH, SKOS, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from ontology.errors import SourceMalformed, StoreUnavailable
from ontology.terms import CODE_BASE, MG, ONTOLOGY_BASE, local_name, vocabulary
from shapes.evident import Evident

HERE = Path(__file__).parent
Severity = Literal["violation", "warning", "info"]
_ORDER: dict[Severity, int] = {"violation": 0, "warning": 1, "info": 2}
_NOT_IN_IRI = re.compile(r"""[\x00-\x20<>"{}|\\^`]""")
UNION = (HERE / "union.rq").read_text("utf-8")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a source that state what a result is about. `start`/`end` count characters of its text.

    `sentence[mark:mark_end]` are the words within their sentence, row or line, where the source itself can be read.
    """

    source: str  # IRI of its named graph
    file: str
    quote: str
    locator: str = ""  # page 3; Danh sách!B7
    start: int | None = None
    end: int | None = None
    sha256: str = ""  # of the bytes of the source
    value: str = ""  # what the words state: an IRI or a lexical form
    sentence: str = ""
    mark: int = 0
    mark_end: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """One finding. `shape` is the IRI of the shape of ours that names the rule; `value` an IRI or a lexical form.

    `places` are added by shapes/places.py, from the evidence in the data; the names of the focus node (`about`) and of
    the value by whoever knows how things are called.
    """

    focus_node: str
    path: str | None
    value: str | None
    severity: Severity
    shape: str
    component: str  # as the SHACL specification names it: MinCountConstraintComponent
    message_vi: str
    message_en: str
    places: tuple[Place, ...] = ()
    about_vi: str = ""
    about_en: str = ""
    value_vi: str = ""
    value_en: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, violations first, then in the order of focus node, shape, path and value."""

    results: tuple[Result, ...]

    @classmethod
    def of(cls, results: Iterable[Result]) -> Self:
        """The report on these findings, each once."""
        return cls(tuple(sorted(set(results), key=_sort_key)))

    @property
    def conforms(self) -> bool:
        """Whether the data may be loaded: warnings and infos do not stand in the way."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        return tuple(r for r in self.results if r.severity == "violation")

    @property
    def warnings(self) -> tuple[Result, ...]:
        return tuple(r for r in self.results if r.severity == "warning")

    def as_json(self) -> list[dict[str, Any]]:
        return [{**_members(r), "places": [_members(place) for place in r.places]} for r in self.results]


class Shapes:
    """A shapes graph, made ready for the engine when it is first used. The graph is not to be changed."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    @cached_property
    def ready(self) -> Any:
        return compiled(self.graph)

    @cached_property
    def evident(self) -> Evident:
        return Evident(self.graph, background())

    def message(self, shape: Node | None, language: str) -> str:
        """What the shape says in "vi" or "en"; else in no language, else its name.

        Read from the shape, since the engines report one language only for rules in SPARQL, which may say it instead.
        """
        told = [
            m for part in (shape, *self.graph.objects(shape, SH.sparql)) for m in self.graph.objects(part, SH.message)
        ]
        for wanted in (language, None):
            for message in sorted(told, key=str):
                if _language(message) == wanted:
                    return str(message)
        return local_name(str(shape))


@cache
def bundled() -> Shapes:
    """The shapes of this room."""
    return Shapes(shapes_graph())


@cache
def shapes_graph() -> Graph:
    """All shapes/*.ttl in one rdflib graph; read once, not to be changed."""
    graph = Graph()
    for module in sorted(HERE.glob("*.ttl")):
        graph.parse(module, format="turtle")
    return graph


@cache
def background() -> Graph:
    """What shapes take for granted beside the data: our class hierarchy, the schemes and codes of the code lists."""
    graph = Graph()
    for s, p, o in vocabulary().triples((None, RDFS.subClassOf, None)):
        if str(o).startswith(ONTOLOGY_BASE):
            graph.add((s, p, o))
    for p in (SKOS.inScheme, SKOS.notation, MG.codeOf, MG.code, MG.existsFrom, MG.existsTo):
        for s, _, o in vocabulary().triples((None, p, None)):
            if str(s).startswith(CODE_BASE):
                graph.add((s, p, o))
    return graph


def check(data: Graph, focus: Collection[str] | None = None, shapes: Shapes | None = None) -> Report:
    """The report on `data`, the union of all named graphs.

    Takes   focus: IRIs of the only nodes to check, or None for all. They are judged against the whole of `data`.
            shapes: instead of the bundled ones.
    Raises  SourceMalformed, if an IRI of `data` cannot be written down; StoreUnavailable, if the engine fails.
    """
    for term in data.all_nodes() | set(data.predicates(unique=True)):
        if isinstance(term, URIRef) and _NOT_IN_IRI.search(term):
            raise SourceMalformed(
                f"not an IRI: {term[:200]!r}",
                message_vi=f"không phải IRI: {term[:200]!r}",
                hint="percent-encode blanks and brackets",
                hint_vi="viết dấu cách và dấu ngoặc dưới dạng mã phần trăm (%20 …)",
            )
    return check_ntriples(data.serialize(format="nt"), focus, shapes)


def check_store(data: Store, focus: Collection[str] | None = None, shapes: Shapes | None = None) -> Report:
    """Like `check`, for the union of all graphs of an Oxigraph store, without a Python object per term: faster."""
    union = cast(QueryTriples, data.query(UNION, use_default_graph_as_union=True))
    return check_ntriples(cast(bytes, union.serialize(format=RdfFormat.N_TRIPLES)).decode(), focus, shapes)


def check_triples(data: Iterable[Triple], focus: Collection[str] | None = None, shapes: Shapes | None = None) -> Report:
    """Like `check`, for triples of an Oxigraph store, each once."""
    return check_ntriples((serialize(data, format=RdfFormat.N_TRIPLES) or b"").decode(), focus, shapes)


@cache
def background_ntriples() -> str:
    """`background` as lines of N-Triples."""
    return background().serialize(format="nt")


def compiled(shapes: Graph) -> Any:
    """Shapes in the form that the engine runs. The package has no types."""
    compile_shapes: Any = pyshacl_turbo.compile_shapes
    return compile_shapes(shapes)


def check_ntriples(ntriples: str, focus: Collection[str] | None = None, shapes: Shapes | None = None) -> Report:
    """Like `check`, for lines of N-Triples, each once."""
    if focus is not None and not focus:
        return Report(())  # the engine would read an empty list as "all"
    shapes = shapes or bundled()
    results = read_results(validated(shapes.ready, f"{ntriples}\n{background_ntriples()}", focus), shapes)
    log.info("checked against the shapes", extra={"results": len(results)})
    return Report(results)


def validated(shapes: Any, ntriples: str, focus: Collection[str] | None = None) -> Graph:
    """The validation report on data in N-Triples, by `compiled` shapes: the one door to the engine.

    Raises  SourceMalformed for text that is no N-Triples; StoreUnavailable, if the engine fails.
    """
    # As text, not as an Oxigraph store, which the engine also takes: there computed strings do not join with stored
    # ones, and 67-QĐ/TW has a type code that is in no list (pyshacl-turbo 0.6.5; tests/shapes/test_engines.py).
    data = Input(ntriples, "nt", None, {}, preserve_ids=True)
    try:
        _, report, _ = shapes.validate(data, focus_nodes=None if focus is None else sorted(focus))
    except ValueError as error:
        raise SourceMalformed(
            f"the data are not well-formed RDF: {error}", message_vi=f"dữ liệu không phải RDF đúng cú pháp: {error}"
        ) from error
    except (pyshacl_turbo.ValidationFailure, RuntimeError, TypeError) as error:
        raise StoreUnavailable(
            f"the SHACL engine failed: {error}", message_vi=f"bộ kiểm tra SHACL gặp lỗi: {error}"
        ) from error
    return cast(Graph, report)


def read_results(report: Graph, shapes: Shapes | None = None) -> tuple[Result, ...]:
    """The results of a SHACL validation report, sorted; details nested in them are left out."""
    shapes = shapes or bundled()
    nodes = (node for validation in _reports(report) for node in report.objects(validation, SH.result))
    return Report.of(_result(report, node, shapes) for node in nodes).results


def _reports(report: Graph) -> list[Node]:
    return list(report.subjects(RDF.type, SH.ValidationReport))


def _result(report: Graph, node: Node, shapes: Shapes) -> Result:
    shape = report.value(node, SH.sourceShape)
    return Result(
        focus_node=str(report.value(node, SH.focusNode)),
        path=_text(report.value(node, SH.resultPath)),
        value=_text(report.value(node, SH.value)),
        severity=cast(Severity, local_name(str(report.value(node, SH.resultSeverity))).lower()),
        shape=str(shape),
        component=local_name(str(report.value(node, SH.sourceConstraintComponent))),
        message_vi=shapes.message(shape, "vi"),
        message_en=shapes.message(shape, "en"),
    )


def _members(told: Result | Place) -> dict[str, Any]:
    """Its fields by name; dataclasses.asdict copies what need not be copied, which shows in long reports."""
    return {field.name: getattr(told, field.name) for field in fields(told)}


def _language(term: Node) -> str | None:
    return term.language if isinstance(term, RdfLiteral) else None


def _text(term: Node | None) -> str | None:
    """IRI or lexical form; a blank node has no name that means anything outside its graph."""
    if term is None or isinstance(term, BNode):
        return None
    return str(term)


def _sort_key(result: Result) -> tuple[int, str, str, str, str, str]:
    r = result
    return (_ORDER[r.severity], r.focus_node, r.shape, r.path or "", r.value or "", r.component)
