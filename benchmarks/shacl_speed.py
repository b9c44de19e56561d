"""A full report beside pySHACL's, on made-up countries with errors: `python -m benchmarks.shacl_speed TRIPLES…`.

The results must be equal: focus node, path, value, severity, shape and component. pySHACL runs as it comes; with
`--kept`, rdflib keeps the query texts that it parsed, which makes it several times faster. Times are seconds of the
processor, all threads together, so that they say the same on a busy machine.

Where pySHACL would take days, `--sampled N` asks it about N nodes drawn from all and about N with errors, within the
whole graph. What the first take, less a fifth of them, tells what one more node takes, and so what all would.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence

import pyshacl
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize
from rdflib import RDF, RDFS, SH, Graph, URIRef

from benchmarks.national import SEED, quads, size
from benchmarks.shacl_differential import keep_parsed_queries
from ontology.terms import MG
from shapes.check import Result, background, read_results, shapes_graph
from shapes.whole import check_whole

_ERRORS = 0.001  # of the statements lose or change their value
_SPOILT = ("heldBy", "inPosition", "issuedOn", "documentNumber", "positionIn", "from", "placeKind")


def spoilt(triples: int, seed: int = SEED) -> tuple[Store, int]:
    """A made-up country with errors put in, and how many."""
    draw, store, errors = random.Random(seed), Store(), 0
    store.bulk_extend(quads(triples, seed))
    for name in _SPOILT:
        found = sorted(store.quads_for_pattern(None, NamedNode(str(MG[name])), None, None), key=str)
        for quad in draw.sample(found, min(len(found), max(1, int(len(found) * _ERRORS)))):
            store.remove(quad)
            if draw.random() < 0.5:
                store.add(Quad(quad.subject, quad.predicate, Literal("sai"), quad.graph_name))
            errors += 1
    return store, errors


def theirs(data: Graph, shapes: Graph) -> tuple[tuple[Result, ...] | None, float]:
    """What pySHACL finds, and the seconds that it took."""
    begun = time.process_time()
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    took = time.process_time() - begun
    return read_results(report) if isinstance(report, Graph) else None, took


def theirs_sampled(data: Graph, ours: Sequence[Result], size: int, seed: int = SEED) -> tuple[bool, float]:
    """Whether pySHACL finds the same of a sample of the nodes, and the seconds that all nodes would take it."""
    nodes = sorted(node for node in data.subjects(unique=True) if isinstance(node, URIRef))
    drawn = random.Random(seed).sample(nodes, min(size, len(nodes)))
    wrong = sorted({URIRef(result.focus_node) for result in ours})
    few, many = drawn[: len(drawn) // 5], drawn
    times, equal = [], True
    for asked in (few, many, random.Random(seed).sample(wrong, min(size, len(wrong)))):
        found, took = theirs(data, _aimed_at(data, asked))
        times.append(took)
        equal &= found == tuple(result for result in ours if URIRef(result.focus_node) in set(asked))
    each = (times[1] - times[0]) / (len(many) - len(few))
    return equal, times[0] + each * (len(nodes) - len(few))


def _aimed_at(data: Graph, nodes: Sequence[URIRef]) -> Graph:
    """The shapes, each of which has those of the nodes as targets that it would choose by their class."""
    aimed = Graph()
    for shape, predicate, target in shapes_graph():
        if predicate != SH.targetClass:
            aimed.add((shape, predicate, target))
            continue
        classes = set(background().transitive_subjects(RDFS.subClassOf, target))
        for node in nodes:
            if not classes.isdisjoint(data.objects(node, RDF.type)):
                aimed.add((shape, SH.targetNode, node))
    return aimed


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shacl_speed")
    parser.add_argument("triples", type=size, nargs="+")
    parser.add_argument("--kept", action="store_true", help="let rdflib keep the queries that it parsed")
    parser.add_argument("--sampled", type=int, default=0, metavar="N", help="ask pySHACL about a sample of the nodes")
    arguments = parser.parse_args()
    if arguments.kept:
        keep_parsed_queries()
    print(f"{'quads':>10} {'errors':>7} {'results':>8} {'ours s':>8} {'pySHACL s':>10} {'ratio':>7}  equal")
    unequal = 0
    check_whole(Store())  # shapes are read and made ready once a process, on both sides
    shapes_graph(), background()
    for triples in arguments.triples:
        store, errors = spoilt(triples)
        begun = time.process_time()
        ours = check_whole(store).results
        took = time.process_time() - begun
        data = Graph().parse(data=serialize((q.triple for q in store), format=RdfFormat.N_TRIPLES), format="nt")
        data += background()
        if arguments.sampled:
            equal, theirs_took = theirs_sampled(data, ours, arguments.sampled)
        else:
            found, theirs_took = theirs(data, shapes_graph())
            equal = found == ours
        unequal += not equal
        times = f"{took:>8.2f} {theirs_took:>10.1f} {theirs_took / took:>6.0f}x"
        print(f"{len(store):>10,} {errors:>7,} {len(ours):>8,} {times}  {equal}", flush=True)
    return 1 if unequal else 0


if __name__ == "__main__":
    sys.exit(main())
