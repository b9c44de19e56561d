"""What is let go as evidently sound is sound: the engine, asked of everything, says the same as asked of suspects."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from rdflib import RDF, SH, XSD, Graph, URIRef

from ontology.identifiers import entity_iri
from ontology.terms import CODE, MG, PREFIXES
from shapes.check import bundled, check_store, shapes_graph
from shapes.suspects import quad_terms, sift, suspects, unstated
from shapes.whole import check_whole
from tests.shapes import examples

ONE, OTHER = NamedNode("urn:source:1"), NamedNode("urn:source:2")
NODE = entity_iri("document", "a")
SHAPES = shapes_graph()


def stored(example: Path) -> Store:
    store = Store()
    store.load(examples.ntriples(example), format=RdfFormat.N_TRIPLES, to_graph=ONE)
    return store


def suspected(data: Store) -> set[str]:
    sifted = sift(quad_terms(data), bundled(), data, lambda _: False)
    return suspects(sifted.rest, set(sifted.sound.values()), bundled()) | unstated(sifted, data)


@pytest.mark.parametrize("example", examples.rejected(), ids=lambda path: path.stem)
def test_whatever_is_rejected_is_suspected(example: Path) -> None:
    data = stored(example)
    assert {result.focus_node for result in check_store(data).results} <= suspected(data)
    assert check_whole(data, small=0).results == check_store(data).results


@pytest.mark.parametrize("example", examples.accepted(), ids=lambda path: path.stem)
def test_hardly_anything_that_is_accepted_is_suspected(example: Path) -> None:
    # But what is written in more forms than are known: numbers with exponents, patterns of rare signs.
    assert len(suspected(stored(example))) <= 1


def test_the_evidence_of_what_is_rejected_is_let_go() -> None:
    data = stored(examples.HERE / "reject" / "Document-basis-order.ttl")
    sifted = sift(quad_terms(data), bundled(), data, lambda _: False)
    evidence = set(data.quads_for_pattern(None, NamedNode(str(RDF.type)), NamedNode(str(MG.Evidence)), None))
    assert len(sifted.sound) == len(evidence) > 5
    assert suspected(data) == {result.focus_node for result in check_store(data).results}


def test_what_many_sources_say_of_an_entity_is_held_once() -> None:
    lines = [(f"<{NODE}>", f"<{RDF.type}>", f"<{MG.Document}>"), (f"<{NODE}>", f"<{MG.title}>", '"Một"@vi')]
    sifted = sift([*lines, *lines[:1], *lines], bundled(), Store(), lambda _: False)
    assert list(sifted.rest) == lines


def test_nothing_of_sound_committees_is_shown_to_the_engine() -> None:
    data = Store()
    data.load(examples.committees(5).serialize(format="nt"), format=RdfFormat.N_TRIPLES, to_graph=ONE)
    assert suspected(data) == set()


# The node and its values are made of what the shapes of its class read, well typed and not.
_TARGETS = sorted({str(target) for target in SHAPES.objects(None, SH.targetClass)} - {str(MG.TypeCode)})
_READ = {
    target: sorted(
        {
            str(SHAPES.value(part, SH.path))
            for shape in SHAPES.subjects(SH.targetClass, URIRef(target))
            for part in SHAPES.objects(shape, SH.property)
        }
        | {str(RDF.type), str(PREFIXES["skos"]) + "prefLabel"}
    )
    for target in _TARGETS
}
_TEXTS = (
    "|0|1|-1|01|1.0|.5|1.|1e3|160|161|٣|2022|2022-06|2022-06-02|2022-02-30|2022-06-02Z|0000|2023-33|2023-37|XIII|06|123"
    "|12345|true|vi|\t|67-QĐ/TW|67-QĐ/TW\n|6 7|67\u00a0-QĐ/TW|QĐ/TW XIII|text/plain|a/b\\c|http://a/b|http://a b"
    '|lời "trích"|2026-01-15T08:30:00+07:00|2026-01-15T25:30:00|' + "|".join(("x" * 161, "a" * 64))
).split("|")
_DATATYPES = ("string", "integer", "decimal", "date", "gYear", "gYearMonth", "anyURI", "dateTime", "double", "byte")
_EDTF = "http://id.loc.gov/datatypes/edtf"
_TYPED = st.builds(
    lambda text, datatype: Literal(text, datatype=NamedNode(datatype)),
    st.sampled_from(_TEXTS),
    st.sampled_from((*(str(XSD[name]) for name in _DATATYPES), _EDTF)),
)
_TAGGED = st.builds(
    lambda text, tag: Literal(text, language=tag), st.sampled_from(_TEXTS), st.sampled_from(["vi", "en", "vi-vn", "fr"])
)
_THINGS = sorted(
    {str(s) for s in Graph().parse(examples.NEIGHBOURS).subjects()}
    | {NODE, "urn:nothing", str(MG.issuedOn)}
    | {str(CODE[key]) for key in ("level/central", "role/uy-vien", "claim-rank/stated", "document-kind/quyet-dinh")}
)
_VALUES = st.one_of(_TYPED, _TAGGED, st.sampled_from(_THINGS).map(NamedNode))


@settings(max_examples=60)
@given(st.data())
def test_a_node_of_any_values_is_judged_as_by_the_engine_alone(data: st.DataObject) -> None:
    target = data.draw(st.sampled_from(_TARGETS))
    store = Store()
    store.load(examples.NEIGHBOURS.read_bytes(), format=RdfFormat.TURTLE, to_graph=ONE)
    node = NamedNode(NODE)
    store.add(Quad(node, NamedNode(str(RDF.type)), NamedNode(target), ONE))
    for _ in range(data.draw(st.integers(1, 8))):
        predicate = NamedNode(data.draw(st.sampled_from(_READ[target])))
        store.add(Quad(node, predicate, data.draw(_VALUES), data.draw(st.sampled_from([ONE, OTHER]))))
    assert {result.focus_node for result in check_store(store).results} <= suspected(store)


_OF_EVIDENCE = [NamedNode(p) for p in _READ[str(MG.Evidence)]]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(_OF_EVIDENCE), _VALUES, st.booleans(), st.booleans()), max_size=3))
def test_evidence_of_any_values_is_judged_as_by_the_engine_alone(
    changes: list[tuple[NamedNode, Literal | NamedNode, bool, bool]],
) -> None:
    store = Store()
    sound = Path(examples.HERE / "accept" / "Evidence.ttl")
    store.load(examples.ntriples(sound), format=RdfFormat.N_TRIPLES, to_graph=ONE)
    evidence = [q.subject for q in store.quads_for_pattern(None, NamedNode(str(MG.quote)), None, None)]
    for predicate, value, instead, elsewhere in changes:
        for quad in list(store.quads_for_pattern(evidence[0], predicate, None, None)) if instead else ():
            store.remove(quad)
        store.add(Quad(evidence[0], predicate, value, OTHER if elsewhere else ONE))
    assert {result.focus_node for result in check_store(store).results} <= suspected(store)


def test_a_class_of_the_data_under_one_of_ours_leaves_everything_to_the_engine() -> None:
    store = stored(examples.HERE / "accept" / "Evidence-span.ttl")
    kind = NamedNode("urn:kind")
    store.add(Quad(kind, NamedNode(PREFIXES["rdfs"] + "subClassOf"), NamedNode(str(MG.Person)), ONE))
    store.add(Quad(NamedNode("urn:nameless"), NamedNode(str(RDF.type)), kind, ONE))
    results = check_store(store).results
    assert "urn:nameless" in {result.focus_node for result in results}
    assert check_whole(store).results == results


def test_blank_nodes_are_left_to_the_engine() -> None:
    store = stored(examples.HERE / "accept" / "Evidence-span.ttl")
    store.load(f"_:a <{RDF.type}> <{MG.Person}> .".encode(), RdfFormat.N_TRIPLES, to_graph=ONE)
    assert len(check_store(store).results) == len(check_whole(store).results) == 1
    assert check_whole(store).results == check_store(store).results
