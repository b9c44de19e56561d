"""Waivers as RDF: what is written is read back, by any reader of PROV-O; what is no waiver is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS, PROV, RDF, SH, XSD, Graph, Literal, URIRef

from ingest.review.waiver_graph import waivers_as_turtle, waivers_from_turtle
from ingest.review.waiver_store import Waiver
from ontology.errors import SourceMalformed
from ontology.terms import SHAPE_BASE

NODE = "https://w3id.org/mandate-graph/id/document/12-qd-tu"
KEPT = Waiver("Document-authority", NODE, "bản gốc, đã mất", "Lan", "2026-01-05T12:00:00+00:00", "2026-03-31")
text = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@given(reason=text, author=text, node=st.sampled_from([NODE, "urn:a", "no iri at all"]), withdrawn=st.booleans())
def test_what_is_written_is_read_back(reason: str, author: str, node: str, withdrawn: bool) -> None:
    waiver = replace(KEPT, reason=reason, author=author, focus_node=node)
    if withdrawn:
        waiver = replace(waiver, withdrawn_at="2026-02-01T00:00:00+00:00", withdrawn_by=author)
    assert {*waivers_from_turtle(waivers_as_turtle([waiver, KEPT]), "w.ttl")} == {waiver, KEPT}


def test_a_waiver_is_an_entity_derived_from_its_finding_with_who_why_and_until_when() -> None:
    graph = Graph().parse(data=waivers_as_turtle([KEPT]))
    (waiver,) = graph.subjects(RDF.type, PROV.Entity)
    finding = graph.value(waiver, PROV.wasDerivedFrom)
    assert (finding, RDF.type, SH.ValidationResult) in graph
    assert graph.value(finding, SH.sourceShape) == URIRef(SHAPE_BASE + KEPT.shape)
    assert graph.value(finding, SH.focusNode) == URIRef(NODE)
    assert graph.value(waiver, DCTERMS.valid) == Literal("2026-03-31", datatype=XSD.date)
    assert graph.value(waiver, DCTERMS.description) == Literal(KEPT.reason)
    assert (None, PROV.wasInvalidatedBy, None) not in graph


def test_the_same_waiver_bears_the_same_name_in_every_export() -> None:
    names = [set(Graph().parse(data=waivers_as_turtle([KEPT])).subjects(RDF.type, PROV.Entity)) for _ in range(2)]
    assert names[0] == names[1]


@pytest.mark.parametrize(
    ("content", "told", "line"),
    [
        ("@prefix sh:", "no Turtle", 1),
        ("<urn:a> <urn:b> <urn:c> .", "no waiver in it", None),
        (
            "@prefix prov: <http://www.w3.org/ns/prov#> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
            "<urn:w> prov:wasDerivedFrom [ a sh:ValidationResult ; sh:focusNode <urn:d> ] .",
            "no sh:sourceShape, dcterms:description, prov:wasAttributedTo / foaf:name, prov:generatedAtTime",
            None,
        ),
    ],
)
def test_a_file_without_whole_waivers_is_refused(content: str, told: str, line: int | None) -> None:
    with pytest.raises(SourceMalformed, match=told) as caught:
        waivers_from_turtle(content, "w.ttl")
    assert caught.value.facts["line"] == line and caught.value.hint_vi
