"""The page for users of Cypher names what the graph has, in both languages, and all of its Cypher runs."""

import html
import re

import pytest
from fastapi.testclient import TestClient

from graph_store.projection_schema import node_labels, property_keys, relationship_types
from ontology.terms import ONTOLOGY_BASE, labels

PATH = "/ontology/cypher"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_label_type_and_property_is_told_in_both_languages(client: TestClient, language: str) -> None:
    page = client.get(PATH, params={"lang": language}).text
    for known in node_labels():
        card = page.split(f'id="label-{known.name}"')[1].split("</article>")[0]
        assert all(
            html.escape(word, quote=False) in card for word in (labels(known.class_iri).vi, labels(known.class_iri).en)
        )
    for kind in relationship_types():
        assert (f'id="type-{kind.name}"' in page) == kind.property_iri.startswith(ONTOLOGY_BASE)
    assert all(f'id="key-{key.name}"' in page for key in property_keys())


def test_all_of_its_cypher_is_answered_but_full_text_which_is_of_neo4j_alone(client: TestClient) -> None:
    page = client.get(PATH).text
    texts = [
        html.unescape(text) for text in re.findall(r'<pre class="cypher" tabindex="0">(.*?)</pre>', page, re.DOTALL)
    ]
    assert len(texts) == 1 + len(node_labels()) + sum(
        kind.property_iri.startswith(ONTOLOGY_BASE) for kind in relationship_types()
    )
    answers = [client.post("/cypher", json={"query": text}) for text in texts]
    assert {answer.status_code for answer in answers} == {200}
    assert sum(bool(answer.json()["rows"]) for answer in answers) > 20
    assert "db.index.fulltext.queryNodes" in page


def test_the_page_is_linked_from_all_others(client: TestClient) -> None:
    for path in ("/", "/questions", "/ontology"):
        assert PATH in client.get(path, headers={"Accept": "text/html"}).text
