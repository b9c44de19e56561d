"""The vocabulary over HTTP: the ontology as RDF and as a page, and the JSON-LD context."""

import json
import re

import pytest
from fastapi.testclient import TestClient
from rdflib import DCAT, DCTERMS, RDF, VOID, Graph

from graph_store.export import FORMATS
from graph_store.jsonld_context import context_document
from ontology import terms
from ontology.glossary import code_lists
from tests.graph_api.world import HOST, REGULATION

# rdflib's own JSON-LD code uses a class that rdflib calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


@pytest.mark.parametrize(
    ("media_type", "form"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/ld+json", "json-ld")],
)
def test_the_ontology_is_given_whole_in_every_format(client: TestClient, media_type: str, form: str) -> None:
    answer = client.get("/ontology", headers={"Accept": media_type})
    assert answer.headers["content-type"].startswith(media_type) and answer.headers["vary"] == "Accept"
    assert set(Graph().parse(data=answer.text, format=form)) == set(terms.vocabulary())


def test_a_program_that_asks_for_nothing_special_gets_turtle(client: TestClient) -> None:
    assert client.get("/ontology").headers["content-type"].startswith("text/turtle")


def test_a_format_that_is_not_written_is_refused_with_those_that_are(client: TestClient) -> None:
    answer = client.get("/ontology", headers={"Accept": "application/pdf"})
    assert answer.status_code == 406 and "text/turtle" in answer.json()["hint"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_has_a_place_for_every_term_and_every_link_in_it_leads_somewhere(
    client: TestClient, language: str
) -> None:
    page = client.get("/ontology", params={"lang": language}, headers={"Accept": "text/html"}).text
    places = re.findall(r'\bid="([^"]+)"', page)
    assert len(places) == len(set(places))
    named = terms.classes() | terms.object_properties() | terms.datatype_properties()
    assert {terms.local_name(iri) for iri in named} | {f"codes-{found.name}" for found in code_lists()} <= set(places)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(places)


def test_the_page_speaks_the_language_that_was_asked_for(client: TestClient) -> None:
    english = client.get("/ontology?lang=en", headers={"Accept": "text/html"}).text
    vietnamese = client.get("/ontology?lang=vi", headers={"Accept": "text/html"}).text
    document = next(t for t in terms.vocabulary().objects(terms.MG.Document) if getattr(t, "language", "") == "en")
    assert str(document) in english.lower() and "Số ký hiệu phải" in vietnamese and "Số ký hiệu phải" not in english


def test_the_context_is_served_as_it_is_made(client: TestClient) -> None:
    answer = client.get("/context.jsonld")
    assert answer.headers["content-type"].startswith("application/ld+json")
    assert answer.text == context_document() and json.loads(answer.text)["@context"]["@version"] == 1.1


def test_what_the_server_says_of_an_entity_can_be_told_with_the_context_it_serves(client: TestClient) -> None:
    told = Graph().parse(data=client.get(f"/doc/{REGULATION}.jsonld").text, format="json-ld")
    assert len(told) > 20
    compact = told.serialize(format="json-ld", context=client.get("/context.jsonld").json()["@context"])
    assert set(Graph().parse(data=compact, format="json-ld")) == set(told)


def test_the_graph_describes_itself_with_true_counts_and_addresses_that_answer(client: TestClient) -> None:
    answer = client.get("/.well-known/void")
    assert answer.headers["content-type"].startswith("text/turtle")
    told = Graph().parse(data=answer.text, format="turtle", publicID=f"{HOST}/.well-known/void")
    dataset = told.value(None, RDF.type, VOID.Dataset)
    assert str(dataset) == f"{HOST}/.well-known/void#version-1"
    triples = client.get("/api/v1/export/ntriples").text.splitlines()
    assert int(str(told.value(dataset, VOID.triples))) == len(triples)
    for part in told.objects(dataset, VOID.classPartition):
        name, count = told.value(part, VOID["class"]), told.value(part, VOID.entities)
        assert int(str(count)) == sum(line.endswith(f"<{RDF.type}> <{name}> .") for line in triples)
    parts = list(told.objects(dataset, DCAT.distribution))
    downloads = [str(url) for part in parts for url in told.objects(part, DCAT.downloadURL)]
    assert len(downloads) == len(FORMATS)
    assert {client.get(url).status_code for url in downloads} == {200}
    (version,) = client.get("/api/v1/versions").json()["items"]
    assert str(told.value(dataset, DCTERMS.identifier)) == version["content_hash"]
