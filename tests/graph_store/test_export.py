"""Exports over real stores: whole, deterministic, and readable by any RDF parser."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import RDF as RDF_TERMS
from rdflib import Graph, Literal, URIRef

from graph_store.export import FORMATS, export, export_format
from graph_store.export_files import export_to
from graph_store.view import View
from ontology.errors import NotFound
from ontology.terms import MG

RDF = {name: form for name, form in FORMATS.items() if form.rdf_format}
# Two sources that share a statement; a literal with every sign that a serialisation must escape.
TRIG = r"""
@prefix ex: <https://example.org/> .
ex:g1 { ex:a ex:p ex:b ; ex:label "Hội nghị \"thử\" \\ một\n\t"@vi . }
ex:g2 { ex:a ex:p ex:b . ex:b ex:count 3 ; ex:on "2023-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> . }
"""


def store_of(*, backwards: bool = False) -> Store:
    store = Store()
    quads = list(parse(TRIG, format=RdfFormat.TRIG))
    for quad in reversed(quads) if backwards else quads:
        store.add(quad)
    return store


def exported(store: Store, name: str) -> bytes:
    output = BytesIO()
    export(View(0, store, None, None), name, output)
    return output.getvalue()


@pytest.mark.parametrize("name", [name for name, form in RDF.items() if form.keeps_graphs])
def test_a_format_with_named_graphs_gives_every_quad_back(name: str) -> None:
    store = store_of()
    assert set(parse(exported(store, name), format=FORMATS[name].rdf_format)) == set(store)


@pytest.mark.parametrize("name", [name for name, form in RDF.items() if not form.keeps_graphs])
def test_a_format_without_named_graphs_gives_the_union_with_each_statement_once(name: str) -> None:
    store = store_of()
    read = list(parse(exported(store, name), format=FORMATS[name].rdf_format))
    assert len(read) == 4
    assert set(read) == {Quad(q.subject, q.predicate, q.object) for q in store}


@pytest.mark.parametrize("name", FORMATS)
def test_equal_versions_give_equal_bytes(name: str) -> None:
    assert exported(store_of(), name) == exported(store_of(backwards=True), name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_that_is_stopped_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    target = tmp_path / "graph.zip"
    target.write_bytes(b"older")

    def stop(_done: int, _all: int, _what: str) -> None:
        raise KeyboardInterrupt

    store = store_of()
    store.add(Quad(NamedNode("https://example.org/a"), NamedNode(str(RDF_TERMS.type)), NamedNode(str(MG.Place))))
    with pytest.raises(KeyboardInterrupt):
        export_to(View(0, store, None, None), name, target, stop)
    assert target.read_bytes() == b"older" and list(tmp_path.iterdir()) == [target]
    if FORMATS[name].write_folder:
        with pytest.raises(KeyboardInterrupt):
            export_to(View(0, store, None, None), name, tmp_path / "folder", stop)
        assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", [name for name, form in RDF.items() if not form.keeps_graphs])
def test_rdflib_reads_the_same_statements(name: str) -> None:
    graph = Graph().parse(data=exported(store_of(), name), format={"ntriples": "nt"}.get(name, name))
    label = graph.value(URIRef("https://example.org/a"), URIRef("https://example.org/label"))
    assert len(graph) == 4 and label == Literal('Hội nghị "thử" \\ một\n\t', lang="vi")


def test_json_ld_has_one_object_for_each_source() -> None:
    assert [entry["@id"] for entry in json.loads(exported(store_of(), "jsonld"))] == [
        "https://example.org/g1",
        "https://example.org/g2",
    ]


@pytest.mark.parametrize("name", RDF)
def test_an_empty_store_is_an_empty_document(name: str) -> None:
    assert not list(parse(exported(Store(), name), format=FORMATS[name].rdf_format))


def test_an_unknown_format_is_not_found_and_the_known_ones_are_named() -> None:
    with pytest.raises(NotFound) as caught:
        export_format("n3")
    assert all(name in caught.value.hint for name in FORMATS)
