"""RDF files (Turtle, N-Triples, N-Quads, TriG, JSON-LD, RDF/XML) as sources: their statements, with no blank nodes."""

import re
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, URIRef

from ingest.facts import Evidence
from ingest.readers import SourceText
from ingest.source_graph import SourceGraph
from ontology.dates import stored_date
from ontology.errors import SourceMalformed, SourceRefused
from ontology.identifiers import BASE, digest
from ontology.terms import MG, ONTOLOGY_BASE, vocabulary

_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_DOCTYPE = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_REMOTE_CONTEXT = re.compile(r'"@context"\s*:\s*(\[[^]{]*)?"')
_QUOTE_LENGTH = 160


def write_rdf(source: SourceText, graph: SourceGraph) -> None:
    """Puts every statement of the file into the source's graph; statements about the world get the file as evidence.

    A statement that has evidence in the file itself, as in an export of ours, keeps that instead.
    Raises SourceMalformed with line and column for a syntax error, SourceRefused for what reaches outside the file.
    """
    _refuse_outside(source)
    quads = _without_blank_nodes(source)
    quote = source.text[:_QUOTE_LENGTH]
    whole = Evidence(0, len(quote), quote, "rdf-file", note="the file as a whole")
    about_runs, evidenced = _provenance(quads), _evidenced(quads)
    for quad in quads:
        ours = quad.predicate.value.startswith(ONTOLOGY_BASE)
        supported = (quad.subject, quad.predicate, quad.object) in evidenced or quad.subject in about_runs
        words = whole if ours and not supported else None
        assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
        graph.add_quad(quad.subject, quad.predicate, quad.object, words)
    _derive_series(quads, graph)


def _derive_series(quads: list[Quad], graph: SourceGraph) -> None:
    """Numbers that the file gives are put into their series, as those of texts and tables are."""
    values: dict[str, dict[str, str]] = {str(MG.documentNumber): {}, str(MG.issuedOn): {}}
    for quad in quads:
        if quad.predicate.value in values and isinstance(quad.subject, NamedNode):
            known = values[quad.predicate.value]
            value = str(getattr(quad.object, "value", ""))
            known[quad.subject.value] = min(value, known.get(quad.subject.value, value))
    for iri, number in values[str(MG.documentNumber)].items():
        graph.numbered(iri, number, stored_date(values[str(MG.issuedOn)].get(iri, "")))


def _provenance(quads: list[Quad]) -> set[object]:
    """The subjects that are evidence, sources or imports, which need no evidence themselves."""
    classes = {NamedNode(str(MG[name])) for name in ("Evidence", "Source", "Import")}
    return {q.subject for q in quads if q.predicate.value == str(RDF.type) and q.object in classes}


def _evidenced(quads: list[Quad]) -> set[tuple[object, object, object]]:
    """The statements that evidence in the file supports."""
    parts: dict[object, dict[str, object]] = defaultdict(dict)
    for quad in quads:
        parts[quad.subject][quad.predicate.value] = quad.object
    keys = [str(RDF.subject), str(RDF.predicate), str(RDF.object)]
    return {(p[keys[0]], p[keys[1]], p[keys[2]]) for p in parts.values() if all(k in p for k in keys)}


def _quads(source: SourceText) -> Iterator[Quad]:
    try:
        yield from parse(source.text.encode(), format=_FORMATS[source.media_type], base_iri=BASE)
    except SyntaxError as error:
        line, column = error.lineno or 1, error.offset or 1
        raise SourceMalformed(
            f"{source.name}, line {line}, column {column}: {error.msg}",
            message_vi=f"{source.name}, dòng {line}, cột {column}: sai cú pháp ({error.msg})",
            hint="correct the file there; nothing of it was taken in",
            hint_vi="sửa tệp ở chỗ đó; chưa có gì của tệp được nhập",
            file=source.name,
            line=line,
            column=column,
            code="malformed",
        ) from error


def _refuse_outside(source: SourceText) -> None:
    if source.media_type == "application/rdf+xml" and _DOCTYPE.search(source.text):
        raise _refused(source, "RDF/XML with a DOCTYPE or entities is not read", "không đọc RDF/XML có DOCTYPE")
    if source.media_type == "application/ld+json" and _REMOTE_CONTEXT.search(source.text):
        raise _refused(source, "remote JSON-LD contexts are never fetched", "không tải ngữ cảnh JSON-LD từ xa")


def _refused(source: SourceText, english: str, vietnamese: str) -> SourceRefused:
    return SourceRefused(
        f"{source.name}: {english}", message_vi=f"{source.name}: {vietnamese}", file=source.name, code="outside"
    )


def _without_blank_nodes(source: SourceText) -> list[Quad]:
    """The file's statements; its n-th blank node becomes the same IRI each time the file is read."""
    numbers: dict[str, int] = {}

    def named(node: object) -> NamedNode | Literal:
        if isinstance(node, BlankNode):
            number = numbers.setdefault(node.value, len(numbers))
            return NamedNode(f"{BASE}.well-known/genid/{digest(source.sha256, str(number), length=16)}")
        if isinstance(node, NamedNode | Literal):
            return node
        raise _refused(source, "quoted triples are not read", "không đọc bộ ba lồng nhau")

    quads = []
    for quad in _quads(source):
        subject = named(quad.subject)
        assert isinstance(subject, NamedNode)
        quads.append(Quad(subject, quad.predicate, named(quad.object)))
    return quads


def foreign_terms(graph: SourceGraph) -> list[str]:
    """Terms in our namespace that the ontology does not declare, as a mistyped property would be."""
    used = {q.predicate.value for q in graph.quads()} | {
        q.object.value for q in graph.quads() if q.predicate.value == str(RDF.type) and isinstance(q.object, NamedNode)
    }
    ours = (term for term in used if term.startswith(ONTOLOGY_BASE))
    return sorted(term for term in ours if (URIRef(term), RDF.type, None) not in vocabulary())
