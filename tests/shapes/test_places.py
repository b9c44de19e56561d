"""A finding leads to the words of the sources that it rests on, in every form in which a report is told."""

import csv
import io
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import PROV, RDF, SH, Graph, Literal

from ontology.terms import MG
from shapes.check import Place, Report, Result
from shapes.places import located, places
from shapes.reasons import explained
from shapes.report_formats import COLUMNS, as_csv, as_validation_report

TURTLE = """
@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<urn:s> { <urn:s> mg:fileName "bài.txt" ; mg:sha256 "ab" .
  <urn:e1> rdf:subject <urn:d> ; rdf:predicate mg:replaces ; rdf:object <urn:a> ; mg:fromSource <urn:s> ;
    mg:quote "thay thế A" ; mg:start 3 ; mg:end 13 .
  <urn:e2> rdf:subject <urn:d> ; rdf:predicate mg:replaces ; rdf:object <urn:b> ; mg:fromSource <urn:s> ;
    mg:quote "thay thế B" ; mg:locator "Danh sách!B7" .
  <urn:e3> rdf:subject <urn:d> ; rdf:predicate mg:issuedBy ; rdf:object <urn:c> ; mg:fromSource <urn:s> ;
    mg:quote "=của C" . }
"""
A = Place("urn:s", "bài.txt", "thay thế A", "", 3, 13, sha256="ab", value="urn:a")
B = Place("urn:s", "bài.txt", "thay thế B", "Danh sách!B7", sha256="ab", value="urn:b")
C = Place("urn:s", "bài.txt", "=của C", sha256="ab", value="urn:c")


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
    waiver = {"until": "2027-01-01", "author": "Lan", "reason": "=đã xem"}
    told = [{**r, "waiver": waiver} for r in explained_results(data, result("urn:d"))]
    rows = list(csv.DictReader(io.StringIO(as_csv(told), newline="")))
    assert tuple(rows[0]) == COLUMNS and [row["quote"] for row in rows] == ["thay thế A", "thay thế B", "'=của C"]
    assert [row["where_vi"] for row in rows] == ["ký tự 3-13", "Danh sách!B7", ""]
    assert {(row["waived_until"], row["waived_because"]) for row in rows} == {("2027-01-01", "'=đã xem")}


def explained_results(data: Store, *results: Result) -> list[dict[str, Any]]:
    return [explained(r) for r in located(Report(results), data).as_json()]


@pytest.mark.parametrize("severity", ["violation", "warning", "info"])
def test_the_validation_report_is_that_of_the_specification(data: Store, severity: str) -> None:
    told = explained_results(data, result("urn:d", "replaces", "urn:a", severity))
    graph = Graph().parse(data=as_validation_report(told).serialize(format="turtle"))
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    (finding,) = graph.objects(report, SH.result)
    assert graph.value(report, SH.conforms) == Literal(False)
    assert str(graph.value(finding, SH.focusNode)) == "urn:d"
    assert graph.value(finding, SH.resultSeverity) == SH[severity.capitalize()]
    assert graph.value(finding, SH.sourceConstraintComponent) == SH.ClassConstraintComponent
    assert {m.language for m in graph.objects(finding, SH.resultMessage)} == {"vi", "en"}  # type: ignore[attr-defined]
    (evidence,) = graph.objects(finding, PROV.wasDerivedFrom)
    assert (str(graph.value(evidence, MG.quote)), graph.value(evidence, MG.start)) == ("thay thế A", Literal(3))


def test_a_report_without_findings_conforms() -> None:
    graph = as_validation_report([])
    assert graph.value(None, SH.conforms, Literal(True)) is not None
