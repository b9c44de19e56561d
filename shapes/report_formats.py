"""A report in forms that other programs read: CSV, and the validation report of the SHACL specification."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from rdflib import PROV, RDF, SH, XSD, BNode, Graph, Literal, URIRef

from ontology.language import Language
from ontology.terms import MG, PREFIXES

COLUMNS = (
    "severity", "rule", "focus_node", "about_vi", "about_en", "path", "path_vi", "path_en", "value", "message_vi",
    "message_en", "reason_vi", "reason_en", "fix_vi", "fix_en", "waived_until", "waived_by", "waived_because",
    "file", "where_vi", "where_en", "start", "end", "quote", "sentence", "mark", "mark_end",
)  # fmt: skip
_OF_PLACE = COLUMNS[COLUMNS.index("file") :]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEVERITIES = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


def as_csv(results: Sequence[Mapping[str, Any]]) -> str:
    """A line for each place of each result as `explained` tells it. Text that a spreadsheet would run is led by an
    apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for result in results:
        waiver = result.get("waiver") or {}
        until, by, because = (waiver.get(name, "") for name in ("until", "author", "reason"))
        told = {**result, "waived_until": until, "waived_by": by, "waived_because": because}
        places: Sequence[Mapping[str, Any]] = result["places"] or ({},)
        for place in places:
            row = {**told, **dict.fromkeys(_OF_PLACE), **place, "value": result["value"]}
            writer.writerow([_cell(row[column]) for column in COLUMNS])
    return text.getvalue()


def as_validation_report(results: Sequence[Mapping[str, Any]]) -> Graph:
    """A sh:ValidationReport on results as `explained` tells them.

    As the specification has it, any result keeps the data from conforming: a warning, too.
    What a result rests on is mg:Evidence, from which it was derived (PROV-O): file, place, quote and its characters.
    """
    graph = Graph()
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base)
    graph.bind("sh", SH)
    report = BNode("report")
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(not results, datatype=XSD.boolean)))
    for number, result in enumerate(results, 1):
        node = BNode(f"result{number}")
        graph.add((report, SH.result, node))
        _add_result(graph, node, result)
        for at, place in enumerate(result["places"], 1):
            evidence = BNode(f"evidence{number}-{at}")
            graph.add((node, PROV.wasDerivedFrom, evidence))
            _add_evidence(graph, evidence, place)
    return graph


def _add_result(graph: Graph, node: BNode, result: Mapping[str, Any]) -> None:
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.focusNode, _term(result["focus_node"])))
    graph.add((node, SH.resultSeverity, _SEVERITIES[result["severity"]]))
    graph.add((node, SH.sourceShape, URIRef(result["shape"])))
    graph.add((node, SH.sourceConstraintComponent, SH[result["component"]]))
    for language in get_args(Language):
        graph.add((node, SH.resultMessage, Literal(result[f"message_{language}"], lang=language)))
    if result["path"]:
        graph.add((node, SH.resultPath, _term(result["path"])))
    if result["value"] is not None:
        graph.add((node, SH.value, _term(result["value"])))


def _add_evidence(graph: Graph, node: BNode, place: Mapping[str, Any]) -> None:
    graph.add((node, RDF.type, MG.Evidence))
    graph.add((node, MG.fromSource, URIRef(place["source"])))
    for term, name in ((MG.fileName, "file"), (MG.quote, "quote"), (MG.locator, "locator")):
        if place[name]:
            graph.add((node, term, Literal(place[name])))
    for term, name in ((MG.start, "start"), (MG.end, "end")):
        if place[name] is not None:
            graph.add((node, term, Literal(place[name])))


def _term(text: str) -> URIRef | Literal:
    """Results keep no datatypes: what looks like an IRI is one."""
    return URIRef(text) if text.startswith(("http://", "https://", "urn:")) and " " not in text else Literal(text)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(_FORMULA) else text
