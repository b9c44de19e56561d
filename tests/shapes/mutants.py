"""The shapes less one constraint at a time. What a mutant keeps is one shape and what it needs: that is fast to run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyshacl_turbo
from pyshacl_turbo.rdf import Input
from rdflib import RDF, RDFS, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.terms import SHAPE_BASE, local_name
from shapes.check import Result, background, read_results, shapes_graph
from tests.shapes import examples
from tests.shapes.query_mutants import less_one_part

SHAPES = shapes_graph()
_PREFIXES = URIRef(SHAPE_BASE)
# No constraints. That a shape has label, messages and severity test_shapes.py tells; the severity is mutated apart.
_ABOUT = {RDF.type, RDFS.label, SH.message, SH.severity, SH.path, SH.targetClass, SH.prefixes, SH.select}
# Shapes that others name by sh:node have no example of their own, but one of those that use them.
_SHOWN_BY = {SHAPE_BASE + "ImpreciseDate": SHAPE_BASE + "Document-issuedOn"}
# test_shapes.py compares this list of properties with the ontology, both ways.
_LISTED = SHAPE_BASE + "Statement-evidence"


@dataclass(frozen=True)
class Mutant:
    """`shape` is the local name of the shape whose examples must show the loss; `shapes` is what is left of it."""

    name: str
    shape: str
    shapes: Graph


def mutants() -> Iterator[Mutant]:
    for shape in sorted({s for s in SHAPES.subjects(SH.message, None) if isinstance(s, URIRef)}):
        whole = _alone(shape)
        for gone, left in (*_severities(shape, whole), *_links(shape, whole), *_constraints(shape, whole)):
            yield Mutant(f"{local_name(shape)} less {gone}", local_name(shape), left)


def examples_of(shape: str) -> list[Path]:
    """The rejected example of a shape, and the accepted ones of the node shapes that use it."""
    users = [shape, *(local_name(str(n)) for n in SHAPES.subjects(SH.property, URIRef(SHAPE_BASE + shape)))]
    accepted = [examples.HERE / "accept" / f"{user}.ttl" for user in users]
    return [examples.HERE / "reject" / f"{shape}.ttl", *(path for path in accepted if path.exists())]


def survives(mutant: Mutant) -> bool:
    """Whether the examples of the shape get from the mutant just what they get from the shape."""
    try:
        check = checker(mutant.shapes)
        return all(examples.told(check(path)) == examples.expected(path) for path in examples_of(mutant.shape))
    except (ValueError, RuntimeError, pyshacl_turbo.ValidationFailure):
        return False  # the engine refuses what is left: no example would pass


def whole(shape: str) -> Mutant:
    """The shape with nothing left out."""
    return Mutant(shape, shape, _alone(URIRef(SHAPE_BASE + shape)))


def checker(shapes: Graph) -> Callable[[Path], tuple[Result, ...]]:
    """What the shapes say of an example."""
    compile_shapes: Any = pyshacl_turbo.compile_shapes  # the package has no types
    compiled = compile_shapes(shapes)

    def check(example: Path) -> tuple[Result, ...]:
        text = f"{examples.ntriples(example)}\n{_background()}"
        _, report, _ = compiled.validate(Input(text, "nt", None, {}, preserve_ids=True))
        return read_results(report)

    return check


@cache
def _background() -> str:
    return background().serialize(format="nt")


def _alone(shape: URIRef) -> Graph:
    """The shape, the node shapes that use it for it alone, and the prefixes of queries."""
    graph = _described(shape, Graph())
    for user in SHAPES.subjects(SH.property, shape):
        graph.add((user, RDF.type, SH.NodeShape))
        graph.add((user, SH.property, shape))
        for target in SHAPES.objects(user, SH.targetClass):
            graph.add((user, SH.targetClass, target))
    return _described(_PREFIXES, graph)


def _described(node: Node, graph: Graph) -> Graph:
    for triple in SHAPES.triples((node, None, None)):
        if triple not in graph:
            graph.add(triple)
            if isinstance(triple[2], BNode) or triple[1] == SH.node:
                _described(triple[2], graph)
    return graph


def _severities(shape: URIRef, whole: Graph) -> Iterator[tuple[str, Graph]]:
    """Another severity, where that changes whether the data are refused."""
    now = whole.value(shape, SH.severity)
    yield (
        "its severity",
        _changed(whole, (shape, SH.severity, now), SH.Warning if now == SH.Violation else SH.Violation),
    )


def _links(shape: URIRef, whole: Graph) -> Iterator[tuple[str, Graph]]:
    """Without its place in a node shape; a rule, without one of the classes that it is for."""
    for user in sorted(whole.subjects(SH.property, shape), key=str):
        if isinstance(user, URIRef):
            yield f"sh:property of {local_name(user)}", _without(whole, (user, SH.property, shape))
    for target in sorted(whole.objects(shape, SH.targetClass), key=str):
        yield f"sh:targetClass {local_name(str(target))}", _without(whole, (shape, SH.targetClass, target))


def _constraints(shape: URIRef, whole: Graph) -> Iterator[tuple[str, Graph]]:
    for node in sorted(_parts(shape, whole), key=str):
        for predicate, value in sorted(whole.predicate_objects(node)):
            if predicate in _ABOUT or node == _PREFIXES:
                continue
            if predicate == RDF.rest:
                continue
            if predicate == RDF.first:
                rest = whole.value(node, RDF.rest)
                yield f"list item {_words(value, whole)}", _unlisted(whole, node, rest)
            else:
                yield (
                    f"sh:{local_name(str(predicate))} {_words(value, whole)}",
                    _without(whole, (node, predicate, value)),
                )
        query = whole.value(node, SH.select)
        if query is not None:
            yield from _queries(shape, node, query, whole)


def _queries(shape: URIRef, node: Node, query: Node, whole: Graph) -> Iterator[tuple[str, Graph]]:
    for gone, left in less_one_part(str(query)):
        if str(shape) != _LISTED or not gone.startswith("mg:"):
            yield gone, _changed(whole, (node, SH.select, query), Literal(left))


def _parts(shape: URIRef, whole: Graph) -> set[Node]:
    """The nodes whose triples are constraints of the shape: itself, its blank nodes, and the shapes that it shows."""
    found: set[Node] = {shape}
    reached: list[Node] = [shape]
    for node in reached:
        for value in whole.objects(node, None):
            shown = isinstance(value, URIRef) and _SHOWN_BY.get(str(value)) == str(shape)
            if (isinstance(value, BNode) or shown) and value not in found:
                found.add(value)
                reached.append(value)
    return found


def _without(graph: Graph, triple: tuple[Node, Node, Node | None]) -> Graph:
    left = Graph()
    for other in graph:
        if other != triple:
            left.add(other)
    return left


def _changed(graph: Graph, triple: tuple[Node, Node, Node | None], value: Node) -> Graph:
    return _without(graph, triple).add((triple[0], triple[1], value))


def _unlisted(graph: Graph, node: Node, rest: Node | None) -> Graph:
    """The graph in which whatever pointed at the list node points at what follows it."""
    assert rest is not None
    left = Graph()
    for s, p, o in graph:
        if s != node:
            left.add((s, p, rest if o == node else o))
    return left


def _words(value: Node, graph: Graph) -> str:
    if not isinstance(value, BNode):
        return local_name(str(value)) if isinstance(value, URIRef) else str(value)
    return " ".join(sorted(f"{local_name(str(p))} {_words(o, graph)}" for p, o in graph.predicate_objects(value)))
