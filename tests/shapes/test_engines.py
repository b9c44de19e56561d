"""The fast engine and pySHACL, the reference, give equal results."""

import pyoxigraph
import pyshacl
import pytest
from rdflib import RDF, Graph

from ontology.terms import MG, PREFIXES
from shapes.check import background, check, check_store, read_results
from tests.shapes import examples
from tests.shapes.mutants import checker, examples_of, mutants, whole

SHAPES = sorted({mutant.shape for mutant in mutants()})


@pytest.fixture(scope="module")
def everything() -> Graph:
    """All examples, accepted and rejected, in one graph: every shape is broken in it."""
    return examples.everything()


@pytest.mark.parametrize("shape", SHAPES)
def test_both_engines_give_the_same_results(shape: str) -> None:
    # Shape by shape, each on its own examples: on all of them at once the reference takes seven minutes.
    alone = whole(shape).shapes
    check_fast = checker(alone)
    for example in examples_of(shape):
        _, report, _ = pyshacl.validate(examples.read(example) + background(), shacl_graph=alone)
        assert isinstance(report, Graph)
        assert check_fast(example) == (reference := read_results(report))
        assert bool(reference) == (example.parent.name == "reject")


def test_a_store_of_many_graphs_gives_the_results_of_their_union(everything: Graph) -> None:
    one, many = pyoxigraph.Store(), pyoxigraph.Store()
    triples = pyoxigraph.parse(everything.serialize(format="nt"), pyoxigraph.RdfFormat.N_TRIPLES)
    for number, triple in enumerate(triples):
        graph = pyoxigraph.NamedNode(f"urn:graph:{number % 3}")
        many.add(pyoxigraph.Quad(triple.subject, triple.predicate, triple.object, graph))
        one.add(triple)
    assert check_store(many).results == check_store(one).results != ()


def test_focus_nodes_give_the_part_of_the_report_that_is_about_them(everything: Graph) -> None:
    # Measured against the whole report, not against pySHACL's: given focus nodes, that one skips sh:node (0.40.1).
    focus = sorted({str(s) for s in everything.subjects(RDF.type, MG.Holding)})[:3]
    whole = check(everything).results
    assert check(everything, focus).results == tuple(r for r in whole if r.focus_node in focus) != ()


def test_a_type_code_is_found_in_the_code_list_whichever_way_the_data_come() -> None:
    # The engine's own reader of Oxigraph stores finds no code at all; see shapes/check.py.
    turtle = f'@prefix mg: <{PREFIXES["mg"]}> . <urn:d> a mg:Regulation ; mg:documentNumber "67-QĐ/TW" .'
    store = pyoxigraph.Store()
    store.load(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    for report in (check(Graph().parse(data=turtle)), check_store(store)):
        assert "Document-typeCode" not in {r.shape.rsplit("#")[-1] for r in report.results}
