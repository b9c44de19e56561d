"""A version as JSON Lines: one entity a line, with each of its statements, their sources and the words they rest on."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Any

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, SKOS

from graph_store.chain_reader import most_specific, text_of
from graph_store.progress import Progress, silent
from graph_store.sorted_quads import every_quad_in_order
from graph_store.view import View
from ontology.terms import CODE_BASE, MG, ONTOLOGY_BASE, PREFIXES, local_name

_TYPE, _LABEL = str(RDF.type), str(SKOS.prefLabel)
_EVIDENCE, _SUBJECT = str(MG.Evidence), NamedNode(str(RDF.subject))
_ENDS = {str(RDF.subject), str(RDF.predicate), str(RDF.object), _TYPE}
_NUMBERS = {"start": int, "end": int, "confidence": float}
Evidence = dict[tuple[str, str], list[dict[str, Any]]]  # (predicate, object) -> what supports that statement


def write_entities(view: View, output: IO[bytes], told: Progress) -> None:
    """Writes every entity in order of IRI; evidence stands with the statement that it supports, not on a line."""
    for entity in entities(view, told):
        output.write(json.dumps(entity, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def entities(view: View, told: Progress = silent) -> Iterator[dict[str, Any]]:
    """Every entity as plain data:

    iri, type     its most specific class, a local name; `types` has all of them
    label         {language: canonical name}
    statements    [{property, value, iri | language | datatype, sources, evidence: [{quote, start, end, …}]}]
    """
    for subject, quads in groupby(every_quad_in_order(view, told), lambda quad: quad.subject):
        found = list(quads)
        if not any(text_of(q.object) == _EVIDENCE for q in found if q.predicate.value == _TYPE):
            yield _entity(view.store, text_of(subject), found)


def _entity(store: Store, iri: str, quads: list[Quad]) -> dict[str, Any]:
    evidence = _evidence(store, iri)
    types = {local_name(text_of(q.object)) for q in quads if q.predicate.value == _TYPE}
    labels: dict[str, str] = {}
    for quad in quads:
        if quad.predicate.value == _LABEL and isinstance(quad.object, Literal):
            labels.setdefault(quad.object.language or "vi", quad.object.value)
    statements = [
        _statement(*key, quads=same, evidence=evidence)
        for key, same in groupby(quads, lambda q: (q.predicate.value, q.object))
        if key[0] != _TYPE
    ]
    return {
        "iri": iri,
        "type": most_specific(types),
        "types": sorted(types),
        "label": labels,
        "statements": statements,
    }


def _statement(predicate: str, value: Any, *, quads: Iterable[Quad], evidence: Evidence) -> dict[str, Any]:
    told: dict[str, Any] = {"property": _short(predicate), "value": text_of(value)}
    if not isinstance(value, Literal):
        told["iri"] = True
    elif value.language:
        told["language"] = value.language
    elif value.datatype.value != PREFIXES["xsd"] + "string":
        told["datatype"] = _short(value.datatype.value)
    told["sources"] = [graph for q in quads if (graph := getattr(q.graph_name, "value", ""))]
    if supporting := evidence.get((predicate, text_of(value))):
        told["evidence"] = supporting
    return told


def _evidence(store: Store, iri: str) -> Evidence:
    found: Evidence = {}
    nodes = {text_of(quad.subject) for quad in store.quads_for_pattern(None, _SUBJECT, NamedNode(iri), None)}
    for node in sorted(nodes):
        ends: dict[str, str] = {}
        told: dict[str, Any] = {"iri": node}
        quads = store.quads_for_pattern(NamedNode(node), None, None, None)
        for predicate, value in sorted({(q.predicate.value, text_of(q.object)) for q in quads}):
            if predicate in _ENDS:
                ends[predicate] = value
            else:
                name = _short(predicate)
                told[name] = _NUMBERS.get(name, str)(value.removeprefix(CODE_BASE))
        found.setdefault((ends.get(str(RDF.predicate), ""), ends.get(str(RDF.object), "")), []).append(told)
    return found


def _short(iri: str) -> str:
    """basedOn for a term of ours, skos:prefLabel for one of a known vocabulary, else the IRI."""
    if iri.startswith(ONTOLOGY_BASE):
        return iri.removeprefix(ONTOLOGY_BASE)
    return next(
        (f"{prefix}:{iri.removeprefix(base)}" for prefix, base in PREFIXES.items() if iri.startswith(base)), iri
    )
