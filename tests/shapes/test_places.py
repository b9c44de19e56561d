"""A finding leads to the words of the sources that it rests on, in every form in which a report is told."""

import csv
import io
from dataclasses import asdict

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import RDF, SH, Graph, Literal

from ontology.terms import MG
from shapes.check import Place, Report, Result
from shapes.places import located, places
from shapes.report_formats import COLUMNS, as_csv, as_validation_report, counted

TURTLE = """
@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<urn:s> { <urn:s> mg:fileName "bài.txt" .
  <urn:e1> rdf:subject <urn:d> ; rdf:predicate mg:replaces ; rdf:object <urn:a> ; mg:fromSource <urn:s> ;
    mg:quote "thay thế A" ; mg:start 3 ; mg:end 13 .
  <urn:e2> rdf:subject <urn:d> ; rdf:predicate mg:replaces ; rdf:object <urn:b> ; mg:fromSource <urn:s> ;
    mg:quote "thay thế B" ; mg:locator "Danh sách!B7" .
  <urn:e3> rdf:subject <urn:d> ; rdf:predicate mg:issuedBy ; rdf:object <urn:c> ; mg:fromSource <urn:s> ;
    mg:quote "=của C" . }
"""
A = Place("urn:s", "bài.txt", "thay thế A", "", 3, 13)
B = Place("urn:s", "bài.txt", "thay thế B", "Danh sách!B7")
C = Place("urn:s", "bài.txt", "=của C")


@pytest.fixture(scope="module")
def data() -> Store:
    store = Store()
    store.load(TURTLE.encode(), format=RdfFormat.TRIG)
    return store


def result(focus: str, path: str = "", value: str | None = None, severity: str = "warning") -> Result:
    iri = str(MG[path]) if path else None
    shape = "https://w3id.org/mandate-graph/shapes#Document-x"
    return Result(focus, iri, value, severity, shape, "ClassConstraintComponent", "sai", "wrong")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("finding", "found"),
    [
        (result("urn:d", "replaces", "urn:b"), (B,)),
        (result("urn:d", "replaces", "urn:other"), (A, B)),
        (result("urn:d", "replaces"), (A, B)),
        (result("urn:d", "signedBy"), (A, B, C)),
        (result("urn:d"), (A, B, C)),
        (result("urn:e2", "rule"), (B,)),
        (result("urn:nobody", "replaces"), ()),
        (result("no iri"), ()),
    ],
)
def test_a_finding_leads_to_the_statement_its_property_or_its_subject(
    data: Store, finding: Result, found: tuple[Place, ...]
) -> None:
    assert places(finding, data) == found


def test_a_located_report_says_the_same_of_the_same_nodes(data: Store) -> None:
    report = Report((result("urn:d", "replaces", "urn:a", "violation"), result("urn:nobody")))
    told = located(report, data)
    assert [r.places for r in told.results] == [(A,), ()] and not told.conforms


def test_a_csv_report_has_a_line_a_place_and_nothing_that_a_spreadsheet_runs(data: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(located(Report((result("urn:d"),)), data).results), newline="")))
    assert tuple(rows[0]) == COLUMNS and [row["quote"] for row in rows] == ["thay thế A", "thay thế B", "'=của C"]
    assert [row["locator"] for row in rows] == ["", "Danh sách!B7", ""]


@pytest.mark.parametrize(("severity", "conforms"), [("violation", False), ("warning", True), ("info", True)])
def test_the_validation_report_is_that_of_the_specification(data: Store, severity: str, conforms: bool) -> None:
    told = located(Report((result("urn:d", "replaces", "urn:a", severity),)), data).results
    graph = Graph().parse(data=as_validation_report(told).serialize(format="turtle"))
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    (finding,) = graph.objects(report, SH.result)
    assert graph.value(report, SH.conforms) == Literal(conforms)
    assert str(graph.value(finding, SH.focusNode)) == "urn:d"
    assert graph.value(finding, SH.resultSeverity) == SH[severity.capitalize()]
    assert graph.value(finding, SH.sourceConstraintComponent) == SH.ClassConstraintComponent
    assert {m.language for m in graph.objects(finding, SH.resultMessage)} == {"vi", "en"}  # type: ignore[attr-defined]
    assert str(graph.value(finding, MG.quote)) == "thay thế A"


def test_findings_are_counted_the_gravest_first() -> None:
    told = [result("urn:a"), result("urn:b"), result("urn:c", severity="violation")]
    assert counted([asdict(r) for r in told]) == [("violation", "Document-x", 1), ("warning", "Document-x", 2)]
