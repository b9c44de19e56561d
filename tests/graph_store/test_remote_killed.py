"""A SPARQL server that is killed while a version is sent, started again, and sent the same; and one that is patched."""

from contextlib import closing, suppress
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize
from rdflib import RDF, SKOS, Dataset

from graph_store.engine import Limits
from graph_store.rdf_patch import rdf_patch
from graph_store.remote.address import Endpoint
from graph_store.remote.engine import RemoteEngine
from graph_store.remote.publish import publish
from graph_store.remote.stamp import Layout
from graph_store.remote.verify import verify
from graph_store.versions import Proposal, VersionStore
from ontology.errors import StoreUnavailable
from ontology.identifiers import ID_BASE
from ontology.terms import MG
from tests.fuseki import fuseki, started

AT = "2026-01-05T12:00:00+00:00"


def documents(graph: str, edition: str) -> list[Quad]:
    """Enough that they are sent in several parts; letters, quotes and line ends as sources have them."""
    named, quads = NamedNode(graph), []
    for number in range(900):
        iri = NamedNode(f"{ID_BASE}document/{number}-qd-tw")
        quads += [
            Quad(iri, NamedNode(str(RDF.type)), NamedNode(str(MG.Regulation)), named),
            Quad(iri, NamedNode(str(SKOS.prefLabel)), Literal(f'{edition} "{number}"\nĐiều lệ', language="vi"), named),
            Quad(iri, NamedNode(str(MG.documentNumber)), Literal(f"{number}-QĐ/TW"), named),
        ]
    return quads


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    """Version 1 has three sources; in version 2 two of them say otherwise, one is gone and one is new."""
    store = VersionStore(tmp_path / "data")
    a, b, c, d = (f"{ID_BASE}source/{n:016x}" for n in range(1, 5))
    store.stage("one", Proposal({iri: documents(iri, "một") for iri in (a, b, c)}))
    store.publish("one", author="tests", at=AT)
    store.stage("two", Proposal({a: documents(a, "hai"), b: documents(b, "hai"), c: [], d: documents(d, "ba")}))
    store.publish("two", author="tests", at=AT)
    return store


@pytest.mark.parametrize("layout", ["named", "default"])
def test_a_server_killed_while_it_is_sent_a_version_is_made_whole_by_the_next_publication(
    versions: VersionStore, tmp_path: Path, layout: Layout
) -> None:
    process, endpoint = started(tmp_path / "fuseki", union=True)

    def kills(done: int, _total: int, _name: str) -> None:
        if done:
            process.kill()
            process.wait()

    try:
        publish(endpoint, versions, 1, layout=layout)
        with pytest.raises(StoreUnavailable) as caught:
            publish(endpoint, versions, 2, layout=layout, progress=kills)
        assert caught.value.message_vi and caught.value.hint_vi
        process, endpoint = started(tmp_path / "fuseki", union=True)
        with versions.open(2) as view, closing(RemoteEngine(endpoint, view, timeout_s=60)) as engine:
            with pytest.raises(StoreUnavailable) as half:
                engine.run("ASK { ?s ?p ?o }", Limits())
            assert "remote publish" in half.value.hint
        publish(endpoint, versions, 2, layout=layout)
        with versions.open(2) as view:
            assert verify(endpoint, view).equal
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()


def patch_of(versions: VersionStore) -> str:
    return "\n".join(rdf_patch(versions.diff(1, 2), "1", "2")) + "\n"


def quads_of(versions: VersionStore, number: int) -> set[Quad]:
    with versions.open(number) as view:
        return set(view.quads())


def held_by(endpoint: Endpoint) -> set[Quad]:
    """What stands in the graphs of sources."""
    answer = httpx.get(endpoint.graphs_url, headers={"Accept": "application/n-quads"}, timeout=60)
    found = set(parse(answer.content, format=RdfFormat.N_QUADS))
    return {quad for quad in found if "/source/" in str(quad.graph_name)}


def test_a_patch_that_jena_applies_to_the_older_version_gives_the_newer_one(
    versions: VersionStore, tmp_path: Path
) -> None:
    with fuseki(tmp_path / "fuseki", union=True) as endpoint:
        publish(endpoint, versions, 1, layout="named")
        assert held_by(endpoint) == quads_of(versions, 1)
        url = endpoint.graphs_url.replace("/data", "/patch")
        sent = httpx.post(
            url, content=patch_of(versions).encode(), headers={"Content-Type": "application/rdf-patch"}, timeout=60
        )
        assert sent.is_success, sent.text
        assert held_by(endpoint) == quads_of(versions, 2)


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # of what its own reader calls
def test_a_patch_that_rdflib_applies_to_the_older_version_gives_the_newer_one(versions: VersionStore) -> None:
    dataset = Dataset()
    dataset.parse(data=serialize(quads_of(versions, 1), format=RdfFormat.N_QUADS), format="nquads")
    dataset.parse(data=patch_of(versions), format="patch")
    written = dataset.serialize(format="nquads").encode()
    assert set(parse(written, format=RdfFormat.N_QUADS)) == quads_of(versions, 2)
