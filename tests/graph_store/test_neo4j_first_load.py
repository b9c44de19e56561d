"""The first load of a Neo4j server: what is read ahead, what goes together, what waits; and the plan of a change."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_store.neo4j import cypher_files
from graph_store.neo4j.address import Address
from graph_store.neo4j.ahead import reading_ahead
from graph_store.neo4j.sync import projection_of, sync
from graph_store.neo4j.verify import verify
from graph_store.neo4j.waiting import Waiting
from graph_store.progress import Progress, silent
from graph_store.projection import Projection, Relationship, Thing
from graph_store.versions import VersionStore
from ontology.errors import StoreUnavailable
from tests.graph_store.small_world import evidence, world
from tests.graph_store.test_neo4j import cypher, document, publish

MANY = 2_300  # more than two batches
SMALL = world(
    "doc:a a mg:Regulation ; mg:basedOn doc:z , doc:bare . doc:z a mg:Regulation . body:o a mg:Body . "
    + evidence("e", "doc:a mg:basedOn doc:z", "căn cứ")
)


@pytest.fixture
def many(tmp_path: Path) -> VersionStore:
    """Documents that rest on others all over the order in which they are sent."""
    versions = VersionStore(tmp_path / "data")
    publish(versions, "one", [document(n, n * 7 % MANY) for n in range(MANY)])
    return versions


def test_relationships_whose_end_is_sent_later_wait_for_it(many: VersionStore, neo4j_address: Address) -> None:
    cypher(neo4j_address, "MATCH (n) DETACH DELETE n")
    sent = sync(neo4j_address, many)
    assert (sent.full, sent.nodes, sent.relationships) == (True, MANY, MANY)
    with many.open() as view:
        found = verify(neo4j_address, projection_of(view))
    assert found.equal and found.counts["BASED_ON"] == MANY


def test_a_change_may_bring_what_old_and_new_things_point_at(many: VersionStore, neo4j_address: Address) -> None:
    sync(neo4j_address, many)
    changed = [document(n, n * 7 % MANY) for n in range(1, MANY - 1)]
    publish(many, "two", [document(0, MANY + 1), *changed, document(MANY, MANY + 1), document(MANY + 1, 0)])
    sent = sync(neo4j_address, many)
    assert (sent.full, sent.relationships, sent.deleted_relationships) == (False, 3, 2)
    with many.open() as view:
        assert verify(neo4j_address, projection_of(view)).equal


def test_evidence_is_read_last_and_nothing_is_left_out() -> None:
    projection = Projection(SMALL, 1, "")
    with reading_ahead(projection) as things:
        read = list(things)
    assert sorted(node.iri for node, _ in read) == sorted(node.iri for node in projection.nodes())
    kinds = ["Evidence" in node.labels for node, _ in read if node.labels != ("Resource",)]
    assert kinds == sorted(kinds) and any(kinds)


def test_what_goes_wrong_while_reading_ahead_is_raised_where_the_things_are_taken() -> None:
    class Broken(Projection):
        def thing_of(self, iri: str) -> Thing:
            raise StoreUnavailable("the disk is gone", message_vi="mất đĩa")

        def things(self, told: Progress = silent, *, evidence_last: bool = False) -> Iterator[Thing]:
            return map(self.thing_of, ["urn:a"])

    with reading_ahead(Broken(SMALL, 1, "")) as things, pytest.raises(StoreUnavailable, match="the disk is gone"):
        next(things)


def test_nothing_is_read_any_more_once_a_load_has_broken_off(many: VersionStore) -> None:
    with many.open() as view:
        with pytest.raises(StoreUnavailable), reading_ahead(projection_of(view)) as things:
            next(things)
            raise StoreUnavailable("the server is gone", message_vi="mất máy chủ")
        assert "projection" not in {thread.name for thread in threading.enumerate()}


def test_waiting_relationships_come_back_as_they_were_with_those_that_must_go() -> None:
    found = [Relationship("BASED_ON", f"urn:{n}", "urn:end", {"source": ["s"]}) for n in range(2_001)]
    waiting = Waiting()
    for number, relationship in enumerate(found):
        waiting.add(relationship, is_there=number % 1_000 == 0)
    batches = list(waiting.batches())
    assert len(waiting) == len(batches) == 3
    assert [start for _, rows in batches for _, start, _, _ in rows] == [r.start for r in found]
    assert [start for gone, _ in batches for _, start, _ in gone] == ["urn:0", "urn:1000", "urn:2000"]


def test_rows_stand_in_a_map_as_each_magnitude_of_a_list_would_be_planned_anew() -> None:
    texts = [path.read_text("utf-8") for path in (Path(cypher_files.__file__).parent / "cypher").glob("*.cypher")]
    of_rows = [text for text in texts if "UNWIND" in text and "event" not in text]
    assert any("UNWIND $batch.rows" in text for text in of_rows)
    assert not any("UNWIND $rows" in text for text in of_rows)


def test_of_the_change_that_a_first_load_rehearses_nothing_stays(many: VersionStore, neo4j_address: Address) -> None:
    cypher(neo4j_address, "MATCH (n) DETACH DELETE n")
    sync(neo4j_address, many)
    assert cypher(neo4j_address, "MATCH (n) WHERE n.iri CONTAINS 'rehearsal' RETURN n.iri AS iri") == []
    stamp = cypher(neo4j_address, "MATCH (v:MandateGraphVersion) RETURN v.held AS held, v.state AS state")
    assert stamp == [{"held": None, "state": "whole"}]
