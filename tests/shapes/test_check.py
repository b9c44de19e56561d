"""The report: severities, both languages, focus nodes, refusal and speed."""

import time
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from ontology.errors import SourceMalformed
from ontology.terms import MG
from shapes.check import check
from tests.shapes import examples

BODY = URIRef("https://w3id.org/mandate-graph/id/body/khong-ten")


def rejected(name: str) -> Graph:
    return examples.read(examples.HERE / "reject" / f"{name}.ttl")


def test_a_violation_forbids_and_a_warning_allows() -> None:
    forbidden, allowed = check(rejected("Holding-heldBy")), check(rejected("Document-typeCode"))
    assert not forbidden.conforms and forbidden.violations and not forbidden.warnings
    assert allowed.conforms and allowed.warnings and not allowed.violations


def test_an_info_is_neither_a_violation_nor_a_warning() -> None:
    report = check(rejected("Named-prefLabel-once"))
    assert report.conforms and report.results and not report.warnings


def test_a_result_says_in_both_languages_what_to_do() -> None:
    (result,) = check(rejected("Document-issuedBy")).results
    assert result.message_vi.startswith("«do … ban hành» phải trỏ tới một tổ chức hoặc một đại hội")
    assert result.message_en.startswith('"issued by" must point to a body or a congress')


def test_a_result_of_a_rule_says_it_in_both_languages_too() -> None:
    (result,) = check(rejected("Document-signer-alive")).results
    assert "sau khi người ký qua đời" in result.message_vi and "after its signer died" in result.message_en
    assert (result.path, result.component) == (str(MG.signedBy), "SPARQLConstraintComponent")


def test_a_report_as_json_is_plain() -> None:
    result = next(
        r for r in check(rejected("Holding-heldBy")).as_json() if r["component"] == "ClassConstraintComponent"
    )
    assert result["severity"] == "violation" and result["value"].endswith("/place/mau")
    assert result.pop("places") == [] and {type(v) for v in result.values()} <= {str, type(None)}


def test_results_are_sorted_with_violations_first() -> None:
    graph = rejected("Document-typeCode") + rejected("Statement-evidence") + rejected("Holding-heldBy")
    severities = [r.severity for r in check(graph).results]
    assert severities == sorted(severities, key=["violation", "warning", "info"].index) and len(set(severities)) == 2


def test_no_focus_nodes_means_nothing_is_checked_and_none_means_everything() -> None:
    graph = rejected("Holding-heldBy")
    assert check(graph, focus=[]).results == ()
    assert len(check(graph, focus=None).results) == 3


def test_a_focus_node_that_the_data_lack_gives_no_result() -> None:
    assert check(rejected("Holding-heldBy"), focus=[str(BODY)]).results == ()


def test_the_caller_keeps_his_graph_as_it_was() -> None:
    graph = rejected("Holding-heldBy")
    before = set(graph)
    check(graph)
    assert set(graph) == before


def test_an_empty_graph_conforms() -> None:
    assert check(Graph()).results == ()


def test_a_date_that_no_calendar_has_is_a_violation() -> None:
    turtle = Path(examples.HERE / "reject" / "Document-issuedOn.ttl").read_text("utf-8")
    for wrong in ('"2022-06-31"^^xsd:date', '"2022-13"^^xsd:gYearMonth', '"22"^^xsd:gYear'):
        prefix = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        graph = Graph().parse(data=prefix + turtle.replace('"02/6/2022"', wrong))
        assert "Document-issuedOn" in {r.shape.rsplit("#")[-1] for r in check(graph).violations}


def test_an_iri_that_cannot_be_written_down_is_refused() -> None:
    graph = Graph()
    graph.add((BODY, RDF.type, MG.Body))
    graph.add((BODY, SKOS.prefLabel, Literal("Ban", lang="vi")))
    graph.add((BODY, MG.subordinateTo, URIRef("https://example.org/hai chữ")))
    with pytest.raises(SourceMalformed):
        check(graph)


def seconds(graph: Graph) -> float:
    start = time.perf_counter()
    assert check(graph).results == ()
    return time.perf_counter() - start


def test_checking_four_times_the_data_takes_no_more_than_eight_times_as_long() -> None:
    # Quadratic would be 16 times; the evidence rule once was.
    small, large = examples.committees(16), examples.committees(64)
    assert len(large) > 20_000
    seconds(small)
    assert seconds(large) < 8 * max(seconds(small), 0.05)
