"""A Neo4j server that Spark loads through its connector holds the version, to the last property."""

import json
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph_store.export import export
from graph_store.neo4j.address import Address
from graph_store.neo4j.load import load
from graph_store.neo4j.sync import projection_of
from graph_store.neo4j.verify import verify
from graph_store.versions import Proposal, VersionStore
from ontology.identifiers import ID_BASE
from ontology.terms import MG
from tests.graph_store.small_world import evidence, world
from tests.spark import PATIENT, THREADS, mandate, need_spark

pytestmark = PATIENT
CACHE = Path(__file__).parents[2] / ".cache"
GRAPHS = (
    'doc:a a mg:Regulation ; skos:prefLabel "Quy định a"@vi, "regulation a"@en ; skos:altLabel "a", "â" ;'
    ' mg:documentNumber "1-QĐ/TW" ; mg:serial 1 ; mg:issuedOn "2022-06"^^xsd:gYearMonth ; mg:basedOn doc:b, doc:gone .'
    + evidence("e", "doc:a mg:basedOn doc:b", "Căn cứ b", more="; mg:observed true"),
    'doc:b a mg:Resolution ; skos:prefLabel "Nghị quyết b"@vi ; mg:observedOn "2023-01-02"^^xsd:date . '
    "doc:a mg:basedOn doc:b .",
)


def published(data: Path) -> VersionStore:
    versions = VersionStore(data)
    quads: dict[str, list[Quad]] = {}
    for quad in world(*GRAPHS):
        quads.setdefault(str(quad.graph_name)[1:-1], []).append(quad)
    versions.stage("one", Proposal(quads))
    versions.publish("one", author="tests", at="2026-01-05T12:00:00+00:00")
    return versions


def test_the_server_equals_the_version_and_bears_its_stamp(tmp_path: Path, neo4j_address: Address) -> None:
    need_spark()
    data, quads = tmp_path / "data", tmp_path / "graph.nq"
    versions = published(data)
    with versions.open() as view:
        with quads.open("wb") as file:
            export(view, "nquads", file)
        before = Proposal({f"{ID_BASE}source/s9": [stranger()]})
        versions.stage("two", before)
        with versions.open_staged("two") as other:
            load(neo4j_address, projection_of(other))  # what the server held is to go
        ran = mandate(
            *("spark", "neo4j", quads, "--data", data, "--master", THREADS, "--cache", CACHE, "--json"),
            **environment(neo4j_address),
        )
        assert ran.returncode == 0, ran.stderr[-3000:]
        found = verify(neo4j_address, projection_of(view))
    assert found.equal and json.loads(ran.stdout)["version"] == 1
    assert json.loads(ran.stdout)["nodes"] + json.loads(ran.stdout)["relationships"] == sum(found.counts.values())


def stranger() -> Quad:
    iri = NamedNode(f"{ID_BASE}document/stranger")
    return Quad(iri, NamedNode(str(MG.documentNumber)), Literal("9-QĐ/TW"), NamedNode(f"{ID_BASE}source/s9"))


def environment(address: Address) -> dict[str, str]:
    return {
        "MANDATE_NEO4J_URI": address.uri,
        "MANDATE_NEO4J_USER": address.user,
        "MANDATE_NEO4J_PASSWORD": address.password,
        "MANDATE_NEO4J_DATABASE": address.database,
    }
