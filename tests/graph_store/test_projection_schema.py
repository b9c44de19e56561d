"""The schema of the property graph: what is told of it is what projections hold."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from graph_store.projection import VALIDITY, Projection
from graph_store.projection_names import RESOURCE, labels_of, meaning, property_names
from graph_store.projection_names import relationship_types as possible_types
from graph_store.projection_schema import node_labels, property_keys, relationship_types
from ingest.demo import reference_tables, sample_texts
from ingest.known import Known
from ingest.reading import SourceReader
from ontology import terms
from tests.graph_store.small_world import iri, world

PYTHON_TYPES = {"STRING": str, "INTEGER": int, "FLOAT": float, "BOOLEAN": bool}
KEYS = {key.name: key for key in property_keys()}


@pytest.fixture(scope="module", params=["questions", "bundled"])
def projection(request: pytest.FixtureRequest) -> Projection:
    """The small world of the questions, and the bundled tables and texts."""
    store = Store()
    if request.param == "questions":
        store.load(path=str(Path(__file__).parent.parent / "queries" / "data.trig"), format=RdfFormat.TRIG)
    else:
        reading = SourceReader(Known()).read([*reference_tables(), *sample_texts()], {}, lambda *_: None)
        store.extend(quad for graph in reading.graphs for quad in graph.quads())
    return Projection(store, 1, "")


def test_every_label_and_property_of_a_projected_node_is_told_with_its_type(projection: Projection) -> None:
    labels = {label.name for label in node_labels()} | {RESOURCE}
    for node in projection.nodes():
        assert set(node.labels) <= labels
        for name, value in node.properties.items():
            kinds = KEYS[name].cypher_type.split(" | ")
            assert any(_is(value, kind) for kind in kinds), (name, value)


def test_every_projected_relationship_is_told_with_its_ends(projection: Projection) -> None:
    told = {known.name: known.ends for known in relationship_types()}
    labels = {node.iri: {*node.labels, RESOURCE} for node in projection.nodes()}
    for link in projection.relationships():
        assert any(a in labels[link.start] and b in labels[link.end] for a, b in told[link.type]), link
        assert link.properties.keys() <= {"source", "validFrom", "validTo"}


def test_every_property_of_ours_is_a_relationship_or_a_property_of_nodes() -> None:
    told = {known.property_iri for known in relationship_types()} | {known.property_iri for known in property_keys()}
    assert terms.object_properties() | terms.datatype_properties() <= told


def test_no_name_is_told_that_the_projection_cannot_give() -> None:
    assert {known.name for known in relationship_types()} <= possible_types()
    assert KEYS.keys() <= property_names() and len(KEYS) == len(property_keys())


def test_a_label_comes_with_those_of_its_super_classes() -> None:
    told = {label.name: label.beside for label in node_labels()}
    assert told["SteeringCommittee"] == ("Body", RESOURCE)
    assert set(told) == {terms.local_name(iri) for iri in terms.classes()}


def test_the_validity_of_a_relationship_comes_from_properties_that_its_start_may_have() -> None:
    labels = {label for iri in terms.classes() for label in labels_of(frozenset({iri}))}
    renamed = {meaning(iri).name for iri in terms.datatype_properties()}
    for label, sides in VALIDITY.items():
        assert label in labels and {name for side in sides for name in side} <= renamed


def _is(value: object, kind: str) -> bool:
    if kind.startswith("LIST<"):
        return isinstance(value, list) and all(_is(item, kind[5:-1]) for item in value)
    return type(value) is PYTHON_TYPES[kind]


def test_what_other_sources_say_instead_is_listed_beside_the_smallest() -> None:
    store = world(
        "body:b a mg:Body ; mg:level <https://w3id.org/mandate-graph/codes/level/province> ; mg:existsFrom "
        + '"2020"^^xsd:gYear . ',
        "body:b mg:level <https://w3id.org/mandate-graph/codes/level/central> ; mg:existsFrom "
        + '"2020"^^xsd:gYear . ',
    )
    node, _ = Projection(store, 1, "").thing(iri("body:b"))
    assert node and node.properties["level"] == "central" and node.properties["alsoSaid"] == ["level province"]
    source, _ = Projection(store, 1, "").thing(iri("source:s0"))
    assert source and "alsoSaid" not in source.properties
