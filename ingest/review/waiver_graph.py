"""Waivers as RDF (PROV-O and SHACL), in Turtle: an entity each, derived from the finding that it lets pass.

Who gave it and when, why, until when, and who withdrew it is told in the terms of PROV-O and Dublin Core, so that a
report and its waivers can be kept and asked together.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import DCTERMS, FOAF, PROV, RDF, SH, XSD, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from ingest.review.waiver_store import Waiver
from ontology.errors import SourceMalformed
from ontology.identifiers import digest
from ontology.terms import PREFIXES, SHAPE_BASE, local_name
from shapes.check import shapes_graph
from shapes.own import OwnShapes

_NEEDED = {
    "shape": "sh:sourceShape",
    "focus_node": "sh:focusNode",
    "reason": "dcterms:description",
    "author": "prov:wasAttributedTo / foaf:name",
    "at": "prov:generatedAtTime",
    "until": "dcterms:valid",
}
_MOST_BYTES = 20_000_000
_Told = Mapping[NamedNode | BlankNode, Mapping[str, list[NamedNode | BlankNode | Literal]]]


def waivers_as_turtle(waivers: Iterable[Waiver], own: OwnShapes | None = None) -> str:
    """All that is known of each; `own` tells the names in full of rules of the installation's own."""
    graph = Graph()
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base)
    graph.bind("sh", SH)
    graph.bind("dcterms", DCTERMS)
    for waiver in waivers:
        _add(graph, waiver, own)
    return graph.serialize(format="turtle")


def waivers_from_turtle(text: str, name: str) -> list[Waiver]:
    """What `waivers_as_turtle` wrote, sorted. `name` is that of the file, for errors.

    Raises  SourceMalformed for no Turtle, with its line, for a file without waivers, and for one that lacks something.
    """
    told = _told(text, name)
    kept = [node for node in told if _findings(told, node)]
    if not kept:
        raise _malformed(
            name,
            "no waiver in it: a prov:Entity, prov:wasDerivedFrom a sh:ValidationResult",
            "không có miễn trừ nào: một prov:Entity, prov:wasDerivedFrom một sh:ValidationResult",
        )
    return sorted((_read(told, node, name) for node in kept), key=lambda w: (w.at, w.shape, w.focus_node, w.until))


def _add(graph: Graph, waiver: Waiver, own: OwnShapes | None) -> None:
    key = (waiver.shape, waiver.focus_node, waiver.reason, waiver.author, waiver.at, waiver.until)
    node, finding = URIRef(f"urn:mandate:waiver:{digest(*key, length=16)}"), BNode()
    graph.add((node, RDF.type, PROV.Entity))
    graph.add((node, PROV.wasDerivedFrom, finding))
    graph.add((finding, RDF.type, SH.ValidationResult))
    graph.add((finding, SH.sourceShape, _shape_iri(waiver.shape, own)))
    graph.add((finding, SH.focusNode, _focus_node(waiver.focus_node)))
    graph.add((node, DCTERMS.description, RdfLiteral(waiver.reason)))
    graph.add((node, DCTERMS.valid, RdfLiteral(waiver.until, datatype=XSD.date)))
    graph.add((node, PROV.generatedAtTime, RdfLiteral(waiver.at, datatype=XSD.dateTime, normalize=False)))
    graph.add((node, PROV.wasAttributedTo, _agent(graph, waiver.author)))
    if waiver.withdrawn_at:
        end = BNode()
        graph.add((node, PROV.wasInvalidatedBy, end))
        graph.add((end, RDF.type, PROV.Activity))
        graph.add((end, PROV.endedAtTime, RdfLiteral(waiver.withdrawn_at, datatype=XSD.dateTime, normalize=False)))
        if waiver.withdrawn_by:
            graph.add((end, PROV.wasAssociatedWith, _agent(graph, waiver.withdrawn_by)))


def _agent(graph: Graph, name: str) -> Node:
    agent = URIRef(f"urn:mandate:agent:{digest(name, length=16)}")
    graph.add((agent, RDF.type, PROV.Agent))
    graph.add((agent, FOAF.name, RdfLiteral(name)))
    return agent


def _focus_node(text: str) -> Node:
    """An IRI, or the literal that a shape may have chosen."""
    try:
        return URIRef(NamedNode(text).value)
    except ValueError:
        return RdfLiteral(text)


def _shape_iri(name: str, own: OwnShapes | None) -> URIRef:
    """The IRI of a rule by its local name; that of a bundled one if nothing bears the name any more."""
    bundled = URIRef(SHAPE_BASE + name)
    if own and (bundled, None, None) not in shapes_graph():
        named = (
            s
            for graph in (own.near.graph, own.far.graph if own.far else Graph())
            for s in graph.subjects(unique=True)
            if isinstance(s, URIRef) and local_name(s) == name
        )
        return next(named, bundled)
    return bundled


def _told(text: str, name: str) -> _Told:
    found: dict[NamedNode | BlankNode, dict[str, list[NamedNode | BlankNode | Literal]]] = {}
    if len(text) > _MOST_BYTES:
        raise _malformed(name, f"more than {_MOST_BYTES:,} characters", f"quá {_MOST_BYTES:,} ký tự")
    try:
        for quad in parse(text, RdfFormat.TURTLE):
            assert not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple)
            found.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    except (SyntaxError, ValueError, MemoryError, AssertionError) as error:
        line = getattr(error, "lineno", None) or 1
        raise _malformed(name, f"no Turtle ({error})", f"không phải Turtle ({error})", line) from error
    return found


def _findings(told: _Told, node: NamedNode | BlankNode) -> list[NamedNode | BlankNode]:
    """The findings that an entity was derived from."""
    result = NamedNode(str(SH.ValidationResult))
    derived = (o for o in told[node].get(str(PROV.wasDerivedFrom), ()) if not isinstance(o, Literal))
    return [o for o in derived if result in told.get(o, {}).get(str(RDF.type), ())]


def _read(told: _Told, node: NamedNode | BlankNode, name: str) -> Waiver:
    finding = min(_findings(told, node), key=str)
    given: dict[str, Any] = {
        "shape": local_name(_one(told, finding, SH.sourceShape)),
        "focus_node": _one(told, finding, SH.focusNode),
        "reason": _one(told, node, DCTERMS.description),
        "author": _one(told, node, PROV.wasAttributedTo, FOAF.name),
        "at": _one(told, node, PROV.generatedAtTime),
        "until": _one(told, node, DCTERMS.valid),
        "withdrawn_at": _one(told, node, PROV.wasInvalidatedBy, PROV.endedAtTime),
        "withdrawn_by": _one(told, node, PROV.wasInvalidatedBy, PROV.wasAssociatedWith, FOAF.name),
    }
    missing = ", ".join(told for field, told in _NEEDED.items() if not given[field].strip())
    if missing:
        raise _malformed(name, f"{node}: no {missing}", f"{node}: thiếu {missing}")
    return Waiver(**given)


def _one(told: _Told, node: NamedNode | BlankNode, *path: URIRef) -> str:
    """The lexical form or IRI at the end of a path; empty if it leads nowhere. Of several values the least."""
    step, *further = path
    values = told.get(node, {}).get(str(step), ())
    if further:
        inner = (v for v in sorted(values, key=str) if not isinstance(v, Literal))
        return next((found for v in inner if (found := _one(told, v, *further))), "")
    return min((v.value for v in values if not isinstance(v, BlankNode)), default="")


def _malformed(name: str, english: str, vietnamese: str, line: int | None = None) -> SourceMalformed:
    at, at_vi = (f", line {line}", f", dòng {line}") if line else ("", "")
    return SourceMalformed(
        f"{name}{at}: {english}",
        message_vi=f"{name}{at_vi}: {vietnamese}",
        hint="take in a file that `mandate waiver export --format turtle` wrote; nothing was taken in",
        hint_vi="dùng tệp do `mandate waiver export --format turtle` ghi ra; chưa nhập gì",
        file=name,
        line=line,
    )
