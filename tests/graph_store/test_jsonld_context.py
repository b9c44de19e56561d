"""The JSON-LD context: every term has its key, and what is told with it comes back the same."""

import json

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, URIRef

from graph_store.jsonld_context import context, context_document
from ingest.demo import reference_tables
from ingest.known import Known
from ingest.reading import SourceReader
from ontology import terms
from ontology.glossary import code_lists
from ontology.identifiers import document_iri
from ontology.terms import MG

# rdflib's own JSON-LD code uses a class that rdflib calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


def read(document: dict[str, object]) -> Graph:
    return Graph().parse(data=json.dumps({"@context": context(), **document}), format="json-ld")


@pytest.fixture(scope="module")
def bundled() -> Graph:
    """All statements of the bundled tables."""
    graph = Graph()
    reading = SourceReader(Known()).read(reference_tables(), {}, lambda *_: None)
    lines = "\n".join(f"{quad.triple} ." for source in reading.graphs for quad in source.quads())
    return graph.parse(data=lines, format="nt")


def test_every_term_of_ours_has_a_key_that_means_it() -> None:
    named = terms.classes() | terms.object_properties() | terms.datatype_properties()
    for iri in named:
        definition = context()[terms.local_name(iri)]
        assert (definition["@id"] if isinstance(definition, dict) else definition) == "mg:" + terms.local_name(iri)


def test_a_bundled_entity_comes_back_the_same_when_told_with_the_context(bundled: Graph) -> None:
    document = URIRef(document_iri("67-QĐ/TW", "2022-06-02"))
    told = Graph()
    for triple in bundled.triples((document, None, None)):
        told.add(triple)
    for evidence in bundled.subjects(URIRef(terms.PREFIXES["rdf"] + "subject"), document):
        for triple in bundled.triples((evidence, None, None)):
            told.add(triple)
    assert len(told) > 50
    compact = told.serialize(format="json-ld", context=context(), auto_compact=False)
    assert set(Graph().parse(data=compact, format="json-ld")) == set(told)
    assert all(not key.startswith("http") for node in json.loads(compact)["@graph"] for key in node)


def test_the_whole_bundled_graph_comes_back_the_same(bundled: Graph) -> None:
    compact = bundled.serialize(format="json-ld", context=context(), auto_compact=False)
    assert {str(q.triple) for q in parse(compact.encode(), RdfFormat.JSON_LD)} == {
        str(q.triple) for q in parse(bundled.serialize(format="nt").encode(), RdfFormat.N_TRIPLES)
    }


def test_a_code_is_written_by_its_last_part() -> None:
    graph = read({"id": "https://w3id.org/mandate-graph/id/document/x", "type": "Regulation", "kind": "quy-dinh"})
    assert set(graph.objects(None, MG.kind)) == {terms.CODE["document-kind/quy-dinh"]}


def test_a_property_of_evidence_is_written_by_its_key() -> None:
    graph = read({"id": "x:e", "predicate": "issuedBy", "object": {"id": "x:b"}})
    assert set(graph.objects()) == {MG.issuedBy, URIRef("x:b")}


def test_a_key_that_the_ontology_does_not_declare_says_nothing() -> None:
    assert not len(read({"id": "x:a", "isuedBy": "x:b"}))


def test_no_code_is_named_like_a_key_of_the_context() -> None:
    """Such a code would be read as the term; its property then takes whole IRIs."""
    for found in code_lists():
        scoped = [
            d for d in context().values() if isinstance(d, dict) and d.get("@context") == {"@vocab": found.iri + "/"}
        ]
        assert not scoped or not {code.name for code in found.codes} & context().keys()


def test_the_document_is_the_same_each_time_and_holds_nothing_but_the_context() -> None:
    assert json.loads(context_document()) == {"@context": context()} and context_document().endswith("}\n")
