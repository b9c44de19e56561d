"""What is told of the shapes: every rule, with all that it asks."""

from rdflib import RDF, SH, Graph, URIRef

from ontology import terms
from ontology.terms import MG, SHAPE_BASE
from shapes.check import shapes_graph
from shapes.description import PropertyRule, class_shapes, pointing_at, read_class_shapes, rules, rules_of

SHAPES = shapes_graph()


def named(name: str) -> PropertyRule:
    return next(r for shape in class_shapes() for r in shape.properties if r.iri == SHAPE_BASE + name)


def test_every_property_shape_and_every_rule_of_the_files_is_told() -> None:
    told = {r.iri for shape in class_shapes() for r in shape.properties if r.iri}
    assert told == {str(s) for s in SHAPES.subjects(RDF.type, SH.PropertyShape) if isinstance(s, URIRef)}
    assert {r.iri for r in rules()} == {str(s) for s in SHAPES.subjects(SH.sparql, None)}


def test_what_is_told_is_said_in_both_languages() -> None:
    said = [(rule.message, rule.severity) for rule in rules()]
    said += [(rule.message, rule.severity) for shape in class_shapes() for rule in shape.properties]
    for message, severity in said:
        assert message.vi and message.en and severity in {"Violation", "Warning", "Info"}


def test_classes_of_a_choice_a_code_list_and_counts_are_read_off_a_shape() -> None:
    assert named("Document-issuedBy").values.classes == [str(MG.Body), str(MG.Congress)]
    assert named("Position-role").values.code_lists == [terms.CODE_BASE + "role"]
    assert (named("Position-role").least, named("Position-role").most) == (1, 1)


def test_the_datatypes_of_an_imprecise_date_are_told_with_the_form_of_a_quarter() -> None:
    values = named("Document-issuedOn").values
    assert {terms.local_name(d) for d in values.datatypes} == {"date", "gYear", "gYearMonth", "edtf"}
    assert [name for name, _ in values.more] == ["pattern"] and values.more[0][1].startswith("edtf: ^")


def test_a_constraint_that_has_no_place_of_its_own_is_told_by_its_name() -> None:
    assert ("lessThanOrEquals", str(MG.latest)) in named("Dated-bounds").values.more
    assert ("languageIn", "vi, en") in named("Named-prefLabel").values.more


def test_a_shape_of_the_whole_class_counts_for_it_and_points_are_found_backwards() -> None:
    assert str(MG.issuedBy) in {r.path for r in rules_of(str(MG.Document))}
    assert rules_of(str(MG.Regulation)) == ()
    assert (str(MG.Document), str(MG.issuedBy)) in pointing_at(str(MG.SteeringCommittee))
    assert (str(MG.Document), str(MG.issuedBy)) not in pointing_at(str(MG.Place))


def test_shapes_that_ours_do_not_use_yet_are_told_as_well() -> None:
    graph = Graph().parse(
        format="turtle",
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <x:Shape> sh:targetClass <x:C> ; sh:property [ sh:path ( [ sh:inversePath <x:a> ] <x:b> ) ;
            sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:class <x:D> ; sh:minCount 2 ] ;
            sh:in ( 1 <x:e> ) ] .""",
    )
    ((told,),) = (shape.properties for shape in read_class_shapes(graph))
    assert (told.path, told.severity, told.iri) == ("^<x:a>/<x:b>", "Violation", "")
    assert dict(told.values.more) == {
        "in": "1, x:e",
        "qualifiedMinCount": "1",
        "qualifiedValueShape": "class x:D; minCount 2",
    }
