"""RDF files (Turtle, N-Triples, N-Quads, TriG, JSON-LD, RDF/XML) as sources: their statements, with no blank nodes."""

import re
from collections import defaultdict

from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib import RDF, URIRef

from ingest.facts import Evidence
from ingest.rdf_limits import RdfLimits
from ingest.rdf_statements import Stretch, quoted, statements
from ingest.rdf_structure import Structure, refuse_nesting
from ingest.readers import SourceText
from ingest.source_graph import SourceGraph
from ontology.dates import stored_date
from ontology.errors import SourceRefused
from ontology.identifiers import BASE, digest
from ontology.terms import MG, ONTOLOGY_BASE, vocabulary

_DOCTYPE = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_REMOTE_CONTEXT = re.compile(r'"@context"\s*:\s*(\[[^]{]*)?"')


def write_rdf(source: SourceText, graph: SourceGraph, limits: RdfLimits | None = None) -> None:
    """Puts every statement of the file into the source's graph; those about the world get their line as evidence.

    A statement that has evidence in the file itself, as in an export of ours, keeps that instead.
    Raises SourceMalformed with line and column for a syntax error, SourceRefused for what reaches outside the file or
    is built to cost more than the limits allow.
    """
    limits = limits or RdfLimits()
    _refuse_outside(source)
    refuse_nesting(source, limits)
    found = _without_blank_nodes(source, limits)
    quads = [quad for quad, _ in found]
    about_runs, evidenced = _provenance(quads), _evidenced(quads)
    for quad, at in found:
        ours = quad.predicate.value.startswith(ONTOLOGY_BASE)
        supported = (quad.subject, quad.predicate, quad.object) in evidenced or quad.subject in about_runs
        assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
        if ours and not supported:
            quote = quoted(source.text, at)
            words = Evidence(at.start, at.start + len(quote), quote, "rdf-file")
            graph.add_quad(quad.subject, quad.predicate, quad.object, words, at.locator)
        else:
            graph.add_quad(quad.subject, quad.predicate, quad.object)
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


def _refuse_outside(source: SourceText) -> None:
    if source.media_type == "application/rdf+xml" and _DOCTYPE.search(source.text):
        raise _refused(source, "RDF/XML with a DOCTYPE or entities is not read", "không đọc RDF/XML có DOCTYPE")
    if source.media_type == "application/ld+json" and _REMOTE_CONTEXT.search(source.text):
        raise _refused(source, "remote JSON-LD contexts are never fetched", "không tải ngữ cảnh JSON-LD từ xa")


def _refused(source: SourceText, english: str, vietnamese: str) -> SourceRefused:
    return SourceRefused(
        f"{source.name}: {english}", message_vi=f"{source.name}: {vietnamese}", file=source.name, code="outside"
    )


def _without_blank_nodes(source: SourceText, limits: RdfLimits) -> list[tuple[Quad, Stretch]]:
    """The file's statements; its n-th blank node becomes the same IRI each time the file is read."""
    numbers: dict[str, int] = {}

    def named(node: object) -> NamedNode | Literal:
        if isinstance(node, BlankNode):
            number = numbers.setdefault(node.value, len(numbers))
            return NamedNode(f"{BASE}.well-known/genid/{digest(source.sha256, str(number), length=16)}")
        if isinstance(node, NamedNode | Literal):
            return node
        raise _refused(source, "quoted triples are not read", "không đọc bộ ba lồng nhau")

    structure, found = Structure(source, limits), []
    for quad, at in statements(source):
        structure.see(quad, at)
        subject = named(quad.subject)
        assert isinstance(subject, NamedNode)
        found.append((Quad(subject, quad.predicate, named(quad.object)), at))
    structure.close()
    return found


def foreign_terms(graph: SourceGraph) -> list[str]:
    """Terms in our namespace that the ontology does not declare, as a mistyped property would be."""
    used = {q.predicate.value for q in graph.quads()} | {
        q.object.value for q in graph.quads() if q.predicate.value == str(RDF.type) and isinstance(q.object, NamedNode)
    }
    ours = (term for term in used if term.startswith(ONTOLOGY_BASE))
    return sorted(term for term in ours if (URIRef(term), RDF.type, None) not in vocabulary())
