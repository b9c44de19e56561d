"""A report in forms that other programs read: CSV, and the validation report of the SHACL specification."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef

from ontology.terms import MG, PREFIXES, local_name
from shapes.check import Result
from shapes.reasons import explanation

COLUMNS = (
    "severity", "shape", "focus_node", "path", "value", "message_vi", "message_en", "reason_vi",
    "reason_en", "fix_vi", "fix_en", "file", "locator", "start", "end", "quote",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEVERITIES = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


def as_csv(results: Sequence[Result]) -> str:
    """A line for each place of each result. Text that a spreadsheet would run is led by an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for r in results:
        told = (r.severity, local_name(r.shape), r.focus_node, r.path, r.value, r.message_vi, r.message_en)
        why = explanation({"shape": r.shape, "message_vi": r.message_vi, "message_en": r.message_en}).values()
        for place in r.places or (None,):
            where = (place.file, place.locator, place.start, place.end, place.quote) if place else ("",) * 5
            writer.writerow([_cell(value) for value in (*told, *why, *where)])
    return text.getvalue()


def as_validation_report(results: Sequence[Result]) -> Graph:
    """A sh:ValidationReport. A result bears the words it rests on as mg:quote, mg:fileName and mg:locator."""
    graph = Graph()
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base)
    graph.bind("sh", SH)
    report = BNode("report")
    graph.add((report, RDF.type, SH.ValidationReport))
    conforms = not any(r.severity == "violation" for r in results)
    graph.add((report, SH.conforms, Literal(conforms, datatype=XSD.boolean)))
    for number, result in enumerate(results, 1):
        node = BNode(f"result{number}")
        graph.add((report, SH.result, node))
        graph.add((node, RDF.type, SH.ValidationResult))
        graph.add((node, SH.focusNode, _term(result.focus_node)))
        graph.add((node, SH.resultSeverity, _SEVERITIES[result.severity]))
        graph.add((node, SH.sourceShape, URIRef(result.shape)))
        graph.add((node, SH.sourceConstraintComponent, SH[result.component]))
        graph.add((node, SH.resultMessage, Literal(result.message_vi, lang="vi")))
        graph.add((node, SH.resultMessage, Literal(result.message_en, lang="en")))
        if result.path:
            graph.add((node, SH.resultPath, _term(result.path)))
        if result.value is not None:
            graph.add((node, SH.value, _term(result.value)))
        for place in result.places:
            graph.add((node, MG.quote, Literal(place.quote)))
            graph.add((node, MG.fileName, Literal(place.file)))
            if place.locator:
                graph.add((node, MG.locator, Literal(place.locator)))
    return graph


def counted(results: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, int]]:
    """(severity, shape, how many), the gravest and most frequent first; of results as reports in JSON have them."""
    count = Counter((str(r["severity"]), local_name(str(r["shape"]))) for r in results)
    order = list(_SEVERITIES)
    return [(*key, n) for key, n in sorted(count.items(), key=lambda e: (order.index(e[0][0]), -e[1], e[0][1]))]


def _term(text: str) -> URIRef | Literal:
    """Results keep no datatypes: what looks like an IRI is one."""
    return URIRef(text) if text.startswith(("http://", "https://", "urn:")) and " " not in text else Literal(text)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(_FORMULA) else text
