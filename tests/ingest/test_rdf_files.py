"""RDF files as sources: statements with the file as evidence, no blank nodes, nothing fetched."""

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad
from rdflib import RDF

from ingest.rdf_files import foreign_terms, write_rdf
from ingest.rdf_statements import statements
from ingest.readers import read_source
from ingest.source_graph import SourceGraph
from ontology.errors import SourceMalformed, SourceRefused
from ontology.terms import MG, ONTOLOGY_BASE

HEAD = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n@prefix id: <https://w3id.org/mandate-graph/id/> .\n"


TO_ELEMENT = "<m:to>1</m:to>"


def read(folder: Path, name: str, text: str) -> tuple[SourceGraph, list[Quad]]:
    path = folder / name
    path.write_text(text, "utf-8")
    source = read_source(path)
    graph = SourceGraph(source, "other")
    write_rdf(source, graph)
    return graph, graph.quads()


def subjects(quads: list[Quad], name: str) -> list[str]:
    return [str(q.subject) for q in quads if q.predicate.value == str(MG[name])]


def value(quad: Quad) -> str:
    return str(getattr(quad.object, "value", ""))


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


@pytest.mark.parametrize(
    ("name", "text", "line", "column", "quote"),
    [
        ("a.ttl", HEAD + "<a>\n  mg:from '2020' ;\n  mg:to '2021' .", 5, 10, "mg:to '2021' ."),
        ("a.ttl", HEAD + "<a> mg:to '''một\nhai''' ;\n mg:from 1 .", 3, 14, "<a> mg:to '''một"),
        ("a.trig", HEAD + "<g> {\n<a> mg:to '2021' .\n}", 4, 12, "<a> mg:to '2021' ."),
        ("a.nq", "# to\n<x:a> <x:b> <x:c> .\n\n<x:a> <TO> \"2021\" <x:g> .\n", 4, 53, '<x:a> <TO> "2021" <x:g> .'),
        ("a.jsonld", '{"@id": "x:a",\n "x:b": "2020",\n "TO":\n "2021",\n "x:c": 1}', 4, 3, '"2021",'),
        ("a.rdf", "<R:RDF xmlns:R='RDF' xmlns:m='MG'>\n<R:Bag>\n<m:to>1</m:to>\n</R:Bag></R:RDF>", 3, 7, TO_ELEMENT),
    ],
)  # fmt: skip
def test_a_statement_leads_to_line_and_column_in_every_format(
    tmp_path: Path, name: str, text: str, line: int, column: int, quote: str
) -> None:
    for word, iri in (("TO", str(MG.to)), ("'RDF'", f"'{RDF}'"), ("'MG'", f"'{ONTOLOGY_BASE}'")):
        text = text.replace(word, iri)
    graph, quads = read(tmp_path, name, text)
    (evidence,) = (q.subject for q in quads if q.predicate.value == str(RDF.predicate) and value(q) == str(MG.to))
    told = {q.predicate.value.rsplit("#")[-1]: value(q) for q in quads if q.subject == evidence}
    assert (told["quote"], told["locator"]) == (quote.replace("TO", str(MG.to)), f"line {line}, column {column}")
    assert graph.source.text[int(told["start"]) : int(told["end"])] == told["quote"]


SHARED = HEAD + "id:a mg:issuedBy id:b , id:bc ; mg:letterhead id:b ; mg:cites id:c-b .\n# id:b\nid:b mg:cites id:a ."
ONE_LINE = f'[{{"@id": "x:a", "{MG.to}": "1"}}, {{"@id": "x:b", "{MG.to}": "1"}}, {{"@id": "x:c", "{MG.to}": "a\\"1"}}]'


@pytest.mark.parametrize(
    ("name", "text", "columns"),
    [
        ("a.ttl", SHARED, [(3, 21), (3, 28), (3, 50), (3, 66), (5, 18)]),
        ("a.jsonld", ONE_LINE, [(1, ONE_LINE.index('"1"') + 2), (1, ONE_LINE.index('"1"', 90) + 2), (1, 0)]),
        ("a.nt", f'<x:a> <{MG.to}> "\\u0041" .', [(1, 8)]),  # another way to write A: the property is pointed at
    ],
)
def test_statements_of_one_line_have_columns_of_their_own(
    tmp_path: Path, name: str, text: str, columns: list[tuple[int, int]]
) -> None:
    columns[-1:] = [(1, ONE_LINE.index('a\\"1') + 1)] if columns[-1] == (1, 0) else columns[-1:]
    path = tmp_path / name
    path.write_text(text, "utf-8")
    found = [at for quad, at in statements(read_source(path)) if quad.predicate.value.startswith(ONTOLOGY_BASE)]
    assert [(at.line, at.column) for at in found] == columns


@pytest.mark.parametrize("name", ["a.jsonld", "a.ttl"])
def test_the_work_on_a_file_in_one_line_grows_with_the_file_and_no_faster(tmp_path: Path, name: str) -> None:
    count = 20_000
    nodes = [f'{{"@id": "x:{n}", "{MG.to}": "{n}"}}' for n in range(count)]
    text = (
        f"[{', '.join(nodes)}]" if name == "a.jsonld" else " ".join(f'<x:{n}> <{MG.to}> "{n}" .' for n in range(count))
    )
    path = tmp_path / name
    path.write_text(text, "utf-8")
    found = [at for _, at in statements(read_source(path))]
    assert [at.column for at in found] == [match.start() + 2 for match in re.finditer(r'"\d+"', text)]


def test_of_a_file_in_one_line_what_stands_around_the_value_is_quoted(tmp_path: Path) -> None:
    more = " ".join(f'"x:b{n}": "nothing",' for n in range(100))
    quads = read(tmp_path, "a.jsonld", f'{{"@id": "x:a", {more} "{MG.to}": "2021", {more} "x:c": 1}}')[1]
    (quote,) = (value(q) for q in quads if q.predicate.value == str(MG.quote))
    assert "2021" in quote and len(quote) == 160


def test_a_value_that_is_longer_than_parsers_read_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="line 3: a value or name of more than 16 MB") as caught:
        read(tmp_path, "a.ttl", f"{HEAD}<a> mg:note '{'x' * 17_000_000}' .")
    assert "dòng 3" in caught.value.message_vi and caught.value.hint_vi
