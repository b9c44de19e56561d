"""A real Neo4j over Bolt: loaded idempotently, synced by difference, verified, guarded, mended after a broken load."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SKOS

from graph_store.engine import Limits, Value
from graph_store.neo4j.address import Address
from graph_store.neo4j.cypher_files import statement
from graph_store.neo4j.engine import Neo4jEngine
from graph_store.neo4j.load import load
from graph_store.neo4j.plan import check_plan
from graph_store.neo4j.sync import projection_of, sync
from graph_store.neo4j.verify import verify
from graph_store.versions import Proposal, VersionStore
from ontology.errors import QueryInvalid, QueryRefused, StoreUnavailable
from ontology.identifiers import ID_BASE
from ontology.terms import MG

AT = "2026-01-05T12:00:00+00:00"
SOURCE = f"{ID_BASE}source/0123456789abcdef"
LIMITS = Limits(timeout_s=5, rows=4)


def document(number: int, based_on: int | None = None, label: str = "") -> list[Quad]:
    iri, graph = NamedNode(f"{ID_BASE}document/{number}-qd-tw"), NamedNode(SOURCE)
    quads = [
        Quad(iri, NamedNode(str(RDF.type)), NamedNode(str(MG.Regulation)), graph),
        Quad(iri, NamedNode(str(SKOS.prefLabel)), Literal(label or f"Quy định {number}", language="vi"), graph),
        Quad(iri, NamedNode(str(MG.documentNumber)), Literal(f"{number}-QĐ/TW"), graph),
    ]
    if based_on is not None:
        target = NamedNode(f"{ID_BASE}document/{based_on}-qd-tw")
        quads.append(Quad(iri, NamedNode(str(MG.basedOn)), target, graph))
    return quads


def publish(versions: VersionStore, import_id: str, documents: list[list[Quad]]) -> None:
    versions.stage(import_id, Proposal({SOURCE: [quad for quads in documents for quad in quads]}))
    versions.publish(import_id, author="tests", at=AT)


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    """Version 1: a chain of forty documents. Version 2: one renamed, one gone, one more, one link moved."""
    versions = VersionStore(tmp_path / "data")
    chain = [document(n, n - 1 if n else None) for n in range(40)]
    publish(versions, "one", chain)
    publish(versions, "two", [document(0, label="Điều lệ"), *chain[1:38], document(38, 5), document(40, 0)])
    return versions


@pytest.fixture
def loaded(versions: VersionStore, neo4j_address: Address) -> VersionStore:
    with versions.open(1) as view:
        load(neo4j_address, projection_of(view))
    return versions


def cypher(address: Address, text: str, **parameters: object) -> list[dict[str, object]]:
    with GraphDatabase.driver(address.uri) as driver:
        return [record.data() for record in driver.execute_query(text, parameters).records]


def test_what_was_loaded_is_what_the_version_holds(loaded: VersionStore, neo4j_address: Address) -> None:
    with loaded.open(1) as view:
        found = verify(neo4j_address, projection_of(view))
    assert found.equal and found.counts["Document:Regulation"] == 40 and found.counts["BASED_ON"] == 39


def test_a_second_load_changes_nothing(loaded: VersionStore, neo4j_address: Address) -> None:
    counted = "MATCH (n) RETURN count(n) AS nodes UNION ALL MATCH ()-[r]->() RETURN count(r) AS nodes"
    before = cypher(neo4j_address, counted)
    with loaded.open(1) as view:
        again = load(neo4j_address, projection_of(view))
    assert cypher(neo4j_address, counted) == before and (again.deleted_nodes, again.deleted_relationships) == (0, 0)


def test_a_newer_version_is_sent_by_difference(loaded: VersionStore, neo4j_address: Address) -> None:
    sent = sync(neo4j_address, loaded)
    assert not sent.full and sent.nodes + sent.relationships + sent.deleted_nodes < 20
    with loaded.open() as view:
        assert verify(neo4j_address, projection_of(view)).equal


def test_going_back_to_an_older_version_is_a_difference_too(loaded: VersionStore, neo4j_address: Address) -> None:
    sync(neo4j_address, loaded, 2)
    assert not sync(neo4j_address, loaded, 1).full
    with loaded.open(1) as view:
        assert verify(neo4j_address, projection_of(view)).equal


def test_a_sync_of_what_is_there_sends_nothing(loaded: VersionStore, neo4j_address: Address) -> None:
    sent = sync(neo4j_address, loaded, 1)
    assert (sent.nodes, sent.relationships, sent.deleted_nodes, sent.deleted_relationships) == (0, 0, 0, 0)


def test_drift_is_named_and_a_full_load_mends_it(loaded: VersionStore, neo4j_address: Address) -> None:
    cypher(neo4j_address, "MATCH (n:Document {documentNumber: '7-QĐ/TW'}) SET n.label_vi = 'khác'")
    cypher(neo4j_address, "MATCH (n:Document {documentNumber: '9-QĐ/TW'}) DETACH DELETE n")
    cypher(neo4j_address, "CREATE (:Resource:Person {iri: 'urn:stranger'})")
    with loaded.open(1) as view:
        found = {
            d.what: (d.missing, d.extra, d.changed) for d in verify(neo4j_address, projection_of(view)).differences
        }
        assert found == {"Document:Regulation": (1, 0, 1), "Person": (0, 1, 0), "BASED_ON": (2, 0, 0)}
        load(neo4j_address, projection_of(view))
        assert verify(neo4j_address, projection_of(view)).equal


def test_what_others_changed_stays_until_a_full_sync(loaded: VersionStore, neo4j_address: Address) -> None:
    cypher(neo4j_address, "MATCH (n:Document {documentNumber: '7-QĐ/TW'}) SET n.label_vi = 'khác'")
    assert sync(neo4j_address, loaded, 1).nodes == 0
    assert sync(neo4j_address, loaded, 1, full=True).nodes == 1
    with loaded.open(1) as view:
        assert verify(neo4j_address, projection_of(view)).equal


@pytest.mark.parametrize(
    "made_by", ["SET v.edition = 'another'", "REMOVE v.edition"], ids=["another", "one before editions"]
)
def test_what_another_edition_of_the_projection_loaded_is_noticed_and_mended(
    loaded: VersionStore, neo4j_address: Address, made_by: str
) -> None:
    cypher(neo4j_address, "MATCH (n:Document {documentNumber: '7-QĐ/TW'}) REMOVE n.folded")
    cypher(neo4j_address, f"MATCH (v:MandateGraphVersion) {made_by}")
    with loaded.open(1) as view:
        with pytest.raises(StoreUnavailable, match="another edition") as caught:
            Neo4jEngine(neo4j_address, view)
        assert "ấn bản khác" in caught.value.message_vi and "sync" in caught.value.hint_vi
        sent = sync(neo4j_address, loaded, 1)
        assert sent.full and sent.other_edition and sent.nodes == 1
        assert verify(neo4j_address, projection_of(view)).equal
    assert not sync(neo4j_address, loaded, 1).other_edition


def test_a_newer_version_is_sent_in_full_to_what_another_edition_loaded(
    loaded: VersionStore, neo4j_address: Address
) -> None:
    cypher(neo4j_address, "MATCH (v:MandateGraphVersion) SET v.edition = 'another'")
    sent = sync(neo4j_address, loaded)
    assert sent.full and sent.other_edition
    with loaded.open() as view:
        assert verify(neo4j_address, projection_of(view)).equal


def test_what_is_only_pointed_at_comes_and_goes_with_those_that_point(
    loaded: VersionStore, neo4j_address: Address
) -> None:
    bare = "MATCH (n:Resource {iri: $iri}) RETURN labels(n) AS labels"
    iri = f"{ID_BASE}document/999-qd-tw"
    publish(loaded, "three", [document(1, 999)])
    sync(neo4j_address, loaded)
    assert cypher(neo4j_address, bare, iri=iri) == [{"labels": ["Resource"]}]
    publish(loaded, "four", [document(1)])
    assert not sync(neo4j_address, loaded).full and not cypher(neo4j_address, bare, iri=iri)


def test_a_large_drift_is_counted_whole_and_named_by_few_examples(loaded: VersionStore, neo4j_address: Address) -> None:
    cypher(neo4j_address, "UNWIND range(1, 3000) AS n CREATE (:Resource:Person {iri: 'urn:stranger:' + n})")
    cypher(
        neo4j_address,
        "MATCH (p:Person) MATCH (d:Document {documentNumber: '0-QĐ/TW'}) CREATE (d)-[:SIGNED_BY]->(p)",
    )
    cypher(neo4j_address, "MATCH (d:Document) SET d.label_vi = 'khác'")
    cypher(neo4j_address, "MATCH (:Document)-[r:BASED_ON]->() DELETE r")
    with loaded.open(1) as view:
        found = {d.what: d for d in verify(neo4j_address, projection_of(view)).differences}
        counts = {what: (d.missing, d.extra, d.changed) for what, d in found.items()}
        assert counts == {
            "Person": (0, 3000, 0),
            "SIGNED_BY": (0, 3000, 0),
            "Document:Regulation": (0, 0, 40),
            "BASED_ON": (39, 0, 0),
        }
        assert all(0 < len(d.examples) <= 9 for d in found.values())
        assert all(example.startswith("urn:stranger:") for example in found["Person"].examples)
        sync(neo4j_address, loaded, 1, full=True)
        assert verify(neo4j_address, projection_of(view)).equal


def test_a_load_makes_its_constraints_and_indexes(loaded: VersionStore, neo4j_address: Address) -> None:
    there = {row["name"]: row["type"] for row in cypher(neo4j_address, "SHOW INDEXES YIELD name, type")}
    ours = {"resource": "RANGE", "version": "RANGE", "document_number": "RANGE", "names": "FULLTEXT"}
    assert there.items() >= {f"mandate_graph_{name}": kind for name, kind in ours.items()}.items()
    lookups = cypher(neo4j_address, "SHOW INDEXES YIELD type, entityType WHERE type = 'LOOKUP' RETURN entityType AS of")
    assert sorted(str(row["of"]) for row in lookups) == ["NODE", "RELATIONSHIP"]


def test_a_load_that_broke_off_is_not_taken_for_whole(loaded: VersionStore, neo4j_address: Address) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _every: int, _what: str) -> None:
        if done > 40:
            raise Stopped

    with loaded.open(2) as view:
        with pytest.raises(Stopped):
            load(neo4j_address, projection_of(view), stop)
        assert verify(neo4j_address, projection_of(view)).stamp is None
        with pytest.raises(StoreUnavailable, match="no version whole"):
            Neo4jEngine(neo4j_address, view)
        assert sync(neo4j_address, loaded, 2).full
        assert verify(neo4j_address, projection_of(view)).equal


def test_the_address_of_a_cluster_is_routed_to_the_member_that_it_names(
    loaded: VersionStore, neo4j_address: Address
) -> None:
    """A single server gives a routing table of one, whatever the cluster: who routes, reads and writes is looked up."""
    cluster = replace(neo4j_address, uri=neo4j_address.uri.replace("bolt://", "neo4j://"))
    assert cluster.uri.startswith("neo4j")
    assert not sync(cluster, loaded).full
    assert sync(cluster, loaded, 1, full=True).full
    with loaded.open(1) as view:
        assert verify(cluster, projection_of(view)).equal
        engine = Neo4jEngine(cluster, view)
        assert engine.run("MATCH (d:Document) RETURN count(d) AS n", LIMITS).rows == [(40,)]
        engine.close()


@pytest.fixture
def engine(loaded: VersionStore, neo4j_address: Address) -> Iterator[Neo4jEngine]:
    with loaded.open(1) as view:
        engine = Neo4jEngine(neo4j_address, view)
        yield engine
        engine.close()


def test_a_stranger_may_read_and_more_rows_than_the_limit_are_cut(engine: Neo4jEngine) -> None:
    rows = engine.run("MATCH (d:Document)-[:BASED_ON*1..3]->(e) RETURN DISTINCT e.iri AS iri ORDER BY iri", LIMITS)
    assert rows.columns == ("iri",) and len(rows.rows) == 4 and rows.truncated


@pytest.mark.parametrize("value", ["' OR 1=1 // }", 2**63 - 1, 1.5, True, None, [1, "a"], {"a": [None, "ộ"]}])
def test_a_value_given_beside_the_query_stays_a_value(engine: Neo4jEngine, value: Value) -> None:
    assert engine.run("RETURN $x AS x", LIMITS, {"x": value, "more": 1}).rows == [(value,)]
    assert engine.run("MATCH (d:Document) WHERE d.iri = $x RETURN d.iri", LIMITS, {"x": value}).rows == []


def test_values_bound_rows_and_names_and_a_missing_one_is_told(engine: Neo4jEngine) -> None:
    iri, query = f"{ID_BASE}document/1-qd-tw", "MATCH (d:Document) WHERE d.iri IN $iris RETURN d.iri AS iri LIMIT $most"
    assert engine.run(query, LIMITS, {"iris": [iri, "urn:x"], "most": 2}).rows == [(iri,)]
    with pytest.raises(QueryInvalid, match=r"\$most, which has no value"):
        engine.run(query, LIMITS, {"iris": [iri]})
    with pytest.raises(QueryRefused):
        engine.run("LOAD CSV FROM $url AS line RETURN line", LIMITS, {"url": "file:///etc/hosts"})


@pytest.mark.parametrize("words", ["an", "to", "no", "Ổ", "label_vi:đường", "folded:(duong +to)", "đường OR zzz"])
def test_names_are_found_by_any_syllable_with_marks_and_without(
    neo4j_address: Address, versions: VersionStore, words: str
) -> None:
    publish(versions, "three", [document(1, label="Tổ an ninh đường ở nơi Ổ no")])
    sync(neo4j_address, versions, 3)
    with versions.open(3) as view:
        engine = Neo4jEngine(neo4j_address, view)
        found = engine.run(
            f"CALL db.index.fulltext.queryNodes('mandate_graph_names', '{words}') YIELD node, score "
            "RETURN node.iri AS iri ORDER BY score DESC LIMIT 3",
            LIMITS,
        )
        engine.close()
    assert found.rows == [(f"{ID_BASE}document/1-qd-tw",)]


def test_the_query_by_name_of_the_documentation_runs_and_finds_without_marks(
    neo4j_address: Address, versions: VersionStore
) -> None:
    publish(versions, "four", [document(1, label="Quy chế của Ban Nội chính"), document(2, label="Quy chế nội bộ")])
    sync(neo4j_address, versions, versions.current_number())
    text = statement("find_by_name")
    assert text in (Path(__file__).parents[2] / "docs" / "neo4j.md").read_text("utf-8")
    with versions.open() as view:
        engine = Neo4jEngine(neo4j_address, view)
        found = engine.run(text, LIMITS)
        engine.close()
    assert found.rows == [(f"{ID_BASE}document/1-qd-tw", "Quy chế của Ban Nội chính")]


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Document) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.x = 1 RETURN n",
        "LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
        "SHOW SETTINGS",
        "TERMINATE TRANSACTION 'neo4j-transaction-1'",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "MATCH (n) CALL (n) { CREATE (m:X) } IN TRANSACTIONS RETURN 1",
        "MATCH (a)-[:BASED_ON*]->(b) RETURN b",
        "RETURN 1; MATCH (n) DETACH DELETE n",
        "EXPLAIN MATCH (n) RETURN n",
        "// harmless\nMERGE (n:X) RETURN n",
    ],
)
def test_what_does_more_than_read_is_refused(engine: Neo4jEngine, neo4j_address: Address, query: str) -> None:
    before = cypher(neo4j_address, "MATCH (n) RETURN count(n) AS n")
    with pytest.raises((QueryRefused, QueryInvalid)):
        engine.run(query, LIMITS)
    assert cypher(neo4j_address, "MATCH (n) RETURN count(n) AS n") == before


@pytest.mark.parametrize(
    "query",
    [
        "LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
        "SHOW SETTINGS",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CREATE (n) RETURN n",
        "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    ],
)
def test_the_plan_alone_refuses_it_too(neo4j_address: Address, query: str) -> None:
    with GraphDatabase.driver(neo4j_address.uri) as driver, driver.session() as session:
        summary = session.run(f"EXPLAIN {query}").consume()
    with pytest.raises(QueryRefused):
        check_plan(summary.query_type, summary.plan)


def test_a_query_that_takes_too_long_is_ended(engine: Neo4jEngine) -> None:
    with pytest.raises(QueryRefused):
        engine.run("UNWIND range(1, 2000000000) AS x WITH x WHERE x < 0 RETURN count(x)", Limits(timeout_s=1))
    assert engine.run("RETURN 1 AS one", LIMITS).rows == [(1,)]


def test_an_engine_on_a_server_with_another_version_says_so(loaded: VersionStore, neo4j_address: Address) -> None:
    with loaded.open(2) as view, pytest.raises(StoreUnavailable, match="holds version 1, not version 2") as caught:
        Neo4jEngine(neo4j_address, view)
    assert "sync" in caught.value.hint


@pytest.mark.parametrize(
    "uri",
    [
        *("bolt://127.0.0.1:1", "nonsense://x", "127.0.0.1:7687", "http://127.0.0.1:7474", ""),
        *("bolt://127.0.0.1:abc", "bolt://127.0.0.1:99999"),
    ],
)
def test_a_server_that_is_not_there_is_told_with_what_to_do(versions: VersionStore, uri: str) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        sync(Address(uri), versions)
    assert uri in str(caught.value) and caught.value.hint
