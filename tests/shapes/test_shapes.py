"""Every shape has its examples, speaks both languages, and targets only what ontology/ declares."""

from pathlib import Path

import pytest
from rdflib import RDF, SH, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from ontology import terms
from ontology.identifiers import BASE
from shapes.check import check, shapes_graph
from tests.shapes import examples

SHAPES = shapes_graph()
PROPERTY_SHAPES = sorted(str(s) for s in SHAPES.subjects(RDF.type, SH.PropertyShape) if isinstance(s, URIRef))
RULE_SHAPES = sorted(str(s) for s in SHAPES.subjects(SH.sparql, None))
NODE_SHAPES = sorted(
    str(s) for s in SHAPES.subjects(RDF.type, SH.NodeShape) if (s, SH.targetClass, None) in SHAPES and str(s)
)
SAYING = {"Violation": ("phải", "must"), "Warning": ("nên", "should"), "Info": ("có thể", "may")}
ABSOLUTE = "Statement-self"  # says what cannot be, not what must be done


def only(values: list[Node]) -> Node:
    assert len(values) == 1
    return values[0]


@pytest.mark.parametrize("example", examples.rejected(), ids=lambda path: path.stem)
def test_a_rejected_example_breaks_its_own_shape_and_no_other_in_the_nodes_that_it_names(example: Path) -> None:
    own, others = [], set()
    for result in check(examples.read(example)).results:
        name = terms.local_name(result.shape)
        own += [result] if name == example.stem else []
        others |= {name} - {example.stem}
    assert examples.told(own) == examples.expected(example) != frozenset()
    assert others == examples.also(example)


@pytest.mark.parametrize("example", examples.accepted(), ids=lambda path: path.stem)
def test_an_accepted_example_breaks_nothing(example: Path) -> None:
    assert check(examples.read(example)).results == ()


def test_every_property_shape_and_every_rule_has_a_rejected_example_and_no_example_is_left_over() -> None:
    assert {e.stem for e in examples.rejected()} == {terms.local_name(s) for s in [*PROPERTY_SHAPES, *RULE_SHAPES]}


def test_every_node_shape_has_an_accepted_example_and_no_example_is_left_over() -> None:
    assert {e.stem for e in examples.accepted()} == {terms.local_name(s) for s in NODE_SHAPES}


@pytest.mark.parametrize("shape", NODE_SHAPES, ids=terms.local_name)
def test_an_accepted_example_holds_a_node_that_its_shape_targets(shape: str) -> None:
    example = Graph().parse(examples.HERE / "accept" / f"{terms.local_name(shape)}.ttl")
    targets = {str(t) for t in SHAPES.objects(URIRef(shape), SH.targetClass)}
    kinds = {a for c in example.objects(None, RDF.type) for a in terms.ancestors(str(c))}
    assert targets & kinds


@pytest.mark.parametrize("shape", [s for s in NODE_SHAPES if s not in RULE_SHAPES], ids=terms.local_name)
def test_an_accepted_example_uses_every_property_that_its_shape_speaks_of(shape: str) -> None:
    name = terms.local_name(shape)
    example = Graph().parse(examples.HERE / "accept" / f"{name}.ttl")
    allowed = [p for p in SHAPES.objects(URIRef(shape), SH.property) if SHAPES.value(p, SH.maxCount) != Literal(0)]
    paths = {SHAPES.value(p, SH.path) for p in allowed}
    assert paths - set(example.predicates()) <= {SKOS.altLabel, SKOS.hiddenLabel}  # accept/Document.ttl has these


@pytest.mark.parametrize("shape", PROPERTY_SHAPES + RULE_SHAPES, ids=terms.local_name)
def test_a_shape_has_one_severity_and_one_message_in_each_language(shape: str) -> None:
    only(list(SHAPES.objects(URIRef(shape), SH.severity)))
    languages = sorted(getattr(m, "language", "") for m in SHAPES.objects(URIRef(shape), SH.message))
    assert languages == ["en", "vi"]


@pytest.mark.parametrize("shape", PROPERTY_SHAPES + RULE_SHAPES, ids=terms.local_name)
def test_the_message_speaks_with_the_voice_of_its_severity(shape: str) -> None:
    if terms.local_name(shape) == ABSOLUTE:
        return
    vi, en = SAYING[terms.local_name(str(SHAPES.value(URIRef(shape), SH.severity)))]
    said = {getattr(m, "language", ""): str(m) for m in SHAPES.objects(URIRef(shape), SH.message)}
    assert vi in said["vi"]
    assert en in said["en"]


@pytest.mark.parametrize("shape", PROPERTY_SHAPES, ids=terms.local_name)
def test_every_property_shape_belongs_to_a_node_shape(shape: str) -> None:
    assert list(SHAPES.subjects(SH.property, URIRef(shape)))


def test_every_target_class_and_path_of_ours_is_declared() -> None:
    declared = terms.classes() | terms.object_properties() | terms.datatype_properties()
    named = {str(o) for p in (SH.targetClass, SH.path, SH["class"]) for o in SHAPES.objects(None, p)}
    named |= {str(o) for p in (SH.lessThan, SH.lessThanOrEquals) for o in SHAPES.objects(None, p)}
    ours = {iri for iri in named if iri.startswith(BASE)}
    assert ours and ours <= declared


def test_every_class_of_ours_without_a_super_class_of_ours_has_a_shape() -> None:
    roots = {c for c in terms.classes() if len(terms.ancestors(c)) == 1}
    targeted = {str(t) for s in NODE_SHAPES if s not in RULE_SHAPES for t in SHAPES.objects(URIRef(s), SH.targetClass)}
    assert roots <= targeted
    assert all(roots & {*terms.ancestors(c)} for c in targeted - roots), "a shape more for some of the class"


def test_every_property_of_ours_has_a_shape() -> None:
    shaped = {str(o) for o in SHAPES.objects(None, SH.path)}
    assert (terms.object_properties() | terms.datatype_properties()) - shaped == set()


def test_the_evidence_rule_names_every_property_but_the_derived_and_those_of_provenance_and_vocabulary() -> None:
    query = str(SHAPES.value(SHAPES.value(URIRef(terms.SHAPE_BASE + "Statement-evidence"), SH.sparql), SH.select))
    named = {word.strip("(),") for word in query.split() if word.startswith("mg:")}
    modules = [Path(terms.__file__).parent / name for name in ("provenance.ttl", "type_codes.ttl")]
    records = {str(s) for module in modules for s in Graph().parse(module).subjects()}
    wanted = (terms.object_properties() | terms.datatype_properties()) - records - {str(d) for d in examples.DERIVED}
    assert named == {"mg:" + terms.local_name(iri) for iri in wanted}
