"""Our SHACL engine against pySHACL on made-up graphs with errors put in: `python -m benchmarks.shacl_differential N`.

Each graph is a few of the accepted examples of tests/shapes with some statements lost, doubled or changed. Every result
must be the same: focus node, path, value, severity, shape and component; and the same again where the engine is asked
about suspects alone. The same seed gives the same graphs.

pySHACL 0.40.1 orders what by the specifications cannot be compared: a date and 3, 0.9 and false, 0 and an ill-typed 5x.
So dates keep their datatype and nothing becomes an xsd:boolean; where a number is ill-typed, the order that our engine
finds broken, as the specifications say, is counted and is no difference. What our engine does with all of these is held
to the specifications by tests/shapes/test_incomparable.py.

rdflib parses the text of a rule anew for every focus node, nine tenths of the time of pySHACL. Here what it parsed is
kept, so that 1,000 graphs take minutes; the ratios printed are therefore kind to pySHACL.
`benchmarks.shacl_speed` times it as it comes.

A graph on which rdflib fails (arithmetic with an ill-typed literal, for SPARQL an error of the row alone) is counted
and left out.
"""

import argparse
import functools
import logging
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import pyshacl
from pyoxigraph import NamedNode, RdfFormat, Store
from rdflib import XSD, Graph, Literal, URIRef
from rdflib.plugins.sparql import processor
from rdflib.term import Node

from shapes.check import Result, background, check, read_results, shapes_graph
from shapes.whole import check_whole

_EXAMPLES = Path(__file__).parent.parent / "tests" / "shapes" / "accept"
_ORDER = {"LessThan", "LessThanOrEquals", "MinInclusive", "MaxInclusive", "MinExclusive", "MaxExclusive"}
_TOGETHER = 3  # examples of one graph
_MOST_ERRORS = 6
_DATES = {XSD.date, XSD.gYear, XSD.gYearMonth}
_DATATYPES = (XSD.string, XSD.integer, XSD.decimal, XSD.anyURI)


def graphs(count: int, seed: int) -> list[tuple[Graph, int]]:
    """Each graph with how many errors were put in."""
    draw = random.Random(seed)
    sound = [Graph().parse(path, format="turtle") for path in sorted(_EXAMPLES.glob("*.ttl"))]
    found = []
    for _ in range(count):
        graph = Graph()
        for part in draw.sample(sound, draw.randint(1, _TOGETHER)):
            graph += part
        errors = draw.randint(0, _MOST_ERRORS)
        for _ in range(errors):
            _break(graph, draw)
        found.append((graph, errors))
    return found


def _break(graph: Graph, draw: random.Random) -> None:
    """Loses, doubles or changes one statement."""
    subject, predicate, value = draw.choice(sorted(graph))
    other = draw.choice(sorted(graph.objects(None, predicate), key=str))
    what = draw.randrange(5)
    dated = {p for p, o in graph.predicate_objects() if isinstance(o, Literal) and o.datatype in _DATES}
    if what != 1:
        graph.remove((subject, predicate, value))
    if what in (1, 2):
        graph.add((subject, predicate, other))
    elif what == 3 and predicate not in dated:
        graph.add((subject, predicate, _retyped(value, draw)))
    elif what == 4:
        others = set(graph.predicates(unique=True)) - dated
        graph.add((subject, draw.choice(sorted(others, key=str)), value))


def _retyped(value: Node, draw: random.Random) -> Node:
    if isinstance(value, Literal):
        return Literal(f"{value}x" if draw.random() < 0.5 else str(value), datatype=draw.choice(_DATATYPES))
    return URIRef("urn:nothing") if draw.random() < 0.5 else Literal(str(value))


def _cannot_be_compared(result: Result, graph: Graph) -> bool:
    """Whether it is about the order of values of which one is ill-typed."""
    values = graph.objects(URIRef(result.focus_node))
    ill_typed = any(isinstance(value, Literal) and value.ill_typed for value in values)
    return ill_typed and result.component.removesuffix("ConstraintComponent") in _ORDER


def _stored(graph: Graph) -> Store:
    store = Store()
    store.load(graph.serialize(format="nt"), format=RdfFormat.N_TRIPLES, to_graph=NamedNode("urn:source"))
    return store


def keep_parsed_queries() -> None:
    """Lets rdflib, in this process, parse a query text once: like its prepared queries, it gives the same answers."""
    engine: Any = processor
    parse, translate = engine.parseQuery, engine.translateQuery

    @functools.cache
    def translated(text: str, base: str | None, prefixes: tuple[tuple[str, Any], ...]) -> Any:
        return translate(parse(text), base, dict(prefixes))

    engine.parseQuery = lambda text: text
    engine.translateQuery = lambda text, base=None, prefixes=None: translated(
        text, base, tuple((prefixes or {}).items())
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shacl_differential")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)  # ill-typed literals are meant
    keep_parsed_queries()
    shapes, taken_for_granted = shapes_graph(), background()
    differing, failed, left_out, results, ratios = 0, 0, 0, 0, []
    for number, (graph, errors) in enumerate(graphs(arguments.count, arguments.seed), 1):
        begun = time.perf_counter()
        ours = check(graph).results
        between = time.perf_counter()
        if check_whole(_stored(graph), small=0).results != ours:
            differing += 1
            print(f"graph {number} ({errors} errors): asked about suspects, the engine says something else")
        compared = time.perf_counter()
        try:
            _, report, _ = pyshacl.validate(graph + taken_for_granted, shacl_graph=shapes)
        except (TypeError, ArithmeticError, RecursionError):
            failed += 1
            continue
        ratios.append((time.perf_counter() - compared) / (between - begun))
        theirs = read_results(report) if isinstance(report, Graph) else ()
        results += len(theirs)
        incomparable = {r for r in set(ours) - set(theirs) if _cannot_be_compared(r, graph)}
        left_out += len(incomparable)
        only = (set(ours) ^ set(theirs)) - incomparable
        if only:
            differing += 1
            print(f"graph {number} ({errors} errors), of one engine only: {min(only, key=str)}")
        if number % 10 == 0:
            median = statistics.median(ratios)
            told = f"{differing} graphs differ, {failed} failed, {left_out} incomparable"
            print(f"{number} graphs, {results} results, {told}, {median:.0f} x", flush=True)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
