"""RDF files as sources: statements with the file as evidence, no blank nodes, nothing fetched."""

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad

from ingest.rdf_files import foreign_terms, write_rdf
from ingest.readers import read_source
from ingest.source_graph import SourceGraph
from ontology.errors import SourceMalformed, SourceRefused
from ontology.terms import MG

HEAD = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n@prefix id: <https://w3id.org/mandate-graph/id/> .\n"


def read(folder: Path, name: str, text: str) -> tuple[SourceGraph, list[Quad]]:
    path = folder / name
    path.write_text(text, "utf-8")
    source = read_source(path)
    graph = SourceGraph(source, "other")
    write_rdf(source, graph)
    return graph, graph.quads()


def subjects(quads: list[Quad], name: str) -> list[str]:
    return [str(q.subject) for q in quads if q.predicate.value == str(MG[name])]


def test_a_statement_about_the_world_gets_the_file_as_evidence(tmp_path: Path) -> None:
    quads = read(tmp_path, "a.ttl", HEAD + "<../id/document/a-1> mg:documentNumber '1-QĐ/TW' .")[1]
    assert len(subjects(quads, "documentNumber")) == len(subjects(quads, "quote")) == 1


def test_a_statement_with_evidence_of_its_own_gets_no_second(tmp_path: Path) -> None:
    evidence = (
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
        "<../id/evidence/e1> a mg:Evidence ; mg:quote 'số 1-QĐ/TW' ; rdf:subject <../id/document/a-1> ;\n"
        " rdf:predicate mg:documentNumber ; rdf:object '1-QĐ/TW' .\n"
    )
    quads = read(tmp_path, "a.ttl", HEAD + evidence + "<../id/document/a-1> mg:documentNumber '1-QĐ/TW' .")[1]
    assert len(subjects(quads, "quote")) == 1


def test_blank_nodes_become_iris_that_are_the_same_at_each_reading(tmp_path: Path) -> None:
    text = HEAD + "[] a mg:Holding ; mg:heldBy [ a mg:Person ] ."
    first, second = read(tmp_path, "a.ttl", text)[1], read(tmp_path, "b.ttl", text)[1]
    assert first and not [q for q in first if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    assert subjects(first, "heldBy") == subjects(second, "heldBy")


def test_a_syntax_error_is_told_with_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(SourceMalformed, match="line 4") as caught:
        read(tmp_path, "a.ttl", HEAD + "<a> mg:from '2020' .\n<a> mg:from ;;; <b> nonsense .")
    assert caught.value.facts["line"] == 4 and "dòng 4" in caught.value.message_vi


def test_a_mistyped_term_of_ours_is_found(tmp_path: Path) -> None:
    graph = read(tmp_path, "a.ttl", HEAD + "<a> mg:isuedBy <b> ; a mg:Docment .")[0]
    assert [t.rsplit("#")[-1] for t in foreign_terms(graph)] == ["Docment", "isuedBy"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.rdf", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><x/>'),
        ("a.jsonld", '{"@context": "http://127.0.0.1:9/context.json", "@id": "a"}'),
        ("b.jsonld", '{"@context": [{"a": "b:c"}, "http://127.0.0.1:9/context.json"], "@id": "a"}'),
        ("c.jsonld", '{"@context": {"@import": "http://127.0.0.1:9/context.json"}, "@id": "a"}'),
    ],
)
def test_what_reaches_outside_the_file_is_refused(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises((SourceRefused, SourceMalformed)):
        read(tmp_path, name, text)
