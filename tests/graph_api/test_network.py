"""What rests on what over HTTP: weight, circles, gaps, ways and neighbourhoods, at a day and in every form."""

import io
import json
from datetime import date
from xml.etree import ElementTree

import networkx
import pytest
from fastapi.testclient import TestClient

from ontology.identifiers import ID_BASE
from tests.graph_api.world import PERSON, REGULATION

ENDS = {"from": PERSON, "to": REGULATION}
SVG = "{http://www.w3.org/2000/svg}"


def test_the_heaviest_document_comes_first(client: TestClient) -> None:
    found = client.get("/api/v1/network/weight", params={"lang": "en"}).json()["items"]
    assert found and [w["all"] for w in found] == sorted((w["all"] for w in found), reverse=True)
    assert client.get("/api/v1/network/weight", params={"at": "1950-01-01"}).json()["items"] == []


def test_there_is_no_circle_in_sound_data(client: TestClient) -> None:
    assert client.get("/api/v1/network/circles").json()["items"] == []


def test_gaps_are_counted_by_what_is_missing(client: TestClient) -> None:
    found = client.get("/api/v1/network/gaps").json()
    assert found["total"] == sum(found["missing"].values()) == len(found["items"]) > 0
    assert all(gap["why_label"]["vi"] and found["missing"][gap["why"]] for gap in found["items"])
    assert client.get("/api/v1/network/gaps", params={"cursor": "bzEwMA"}).json()["items"] == []


def test_a_way_between_two_things_has_the_words_of_the_sources(client: TestClient) -> None:
    way = client.get("/api/v1/network/path", params=ENDS).json()
    assert way["start"].startswith(f"{ID_BASE}person/") and way["end"] == ID_BASE + REGULATION
    assert way["hops"][0]["property"] == "heldBy" and any(hop["quotes"] for hop in way["hops"])
    by_number = client.get("/api/v1/network/path", params=ENDS | {"to": "15-QĐ/TW"}).json()
    assert by_number == way


def test_no_way_leads_over_what_had_not_begun(client: TestClient) -> None:
    answer = client.get("/api/v1/network/path", params=ENDS | {"at": "1950-01-01"})
    assert answer.status_code == 404 and answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path", ["/api/v1/network/path", f"/api/v1/network/around/{REGULATION}", f"/api/v1/mandates/{REGULATION}"]
)
def test_every_form_of_a_network_can_be_read_back(client: TestClient, path: str) -> None:
    params = ENDS if path.endswith("path") else {}

    def got(form: str) -> bytes:
        answer = client.get(path, params={**params, "format": form})
        assert answer.status_code == 200 and answer.headers["etag"]
        content: bytes = answer.content
        return content

    drawn = ElementTree.fromstring(got("svg"))
    assert drawn.tag == f"{SVG}svg" and drawn.find(f"{SVG}style") is not None and len(drawn.findall(f"{SVG}a")) > 1
    assert drawn.find(f"{SVG}a").attrib["href"].startswith(ID_BASE)  # type: ignore[union-attr]
    assert got("mermaid").startswith(b"flowchart")
    read = [
        networkx.read_graphml(io.BytesIO(got("graphml"))),
        networkx.read_gexf(io.BytesIO(got("gexf"))),
        networkx.node_link_graph(json.loads(got("node-link")), edges="edges"),
    ]
    assert len({frozenset(graph.nodes) for graph in read}) == 1
    assert ID_BASE + REGULATION in read[0]


def test_a_neighbourhood_is_told_as_a_chain_with_evidence(client: TestClient) -> None:
    told = client.get(f"/api/v1/network/around/{REGULATION}", params={"depth": 1}).json()
    assert {node["depth"] for node in told["nodes"]} == {0, 1}
    assert all(edge["subject"].endswith(REGULATION) or edge["object"].endswith(REGULATION) for edge in told["edges"])
    assert client.get(f"/api/v1/network/around/{REGULATION}", params={"at": "1950-01-01"}).status_code == 404


def test_the_network_of_a_day_is_built_once_for_a_version(client: TestClient) -> None:
    reading = client.app.state.workspace.reading  # type: ignore[attr-defined]
    with reading() as snapshot:
        client.get("/api/v1/network/weight", params={"at": "2023-11-11"})
        kept = snapshot.recent.get(("network", date(2023, 11, 11)), lambda: None)
    assert kept is not None and kept.at == date(2023, 11, 11)


def test_the_network_of_an_older_version_is_that_of_what_was_known(client: TestClient) -> None:
    asked = {"at": "2023-11-11", "asKnown": "0"}
    assert client.get("/api/v1/network/weight", params=asked).json()["items"] == []
    assert client.get("/api/v1/network/weight", params={"at": "2023-11-11"}).json()["items"]
