"""A full report beside pySHACL's, on made-up countries with errors: `python -m benchmarks.shacl_speed TRIPLES…`.

The results must be equal: focus node, path, value, severity, shape and component. pySHACL runs as it comes; with
`--kept`, rdflib keeps the query texts that it parsed, which makes it several times faster. Times are seconds of the
processor, all threads together, so that they say the same on a busy machine.
"""

import argparse
import random
import sys
import time

import pyshacl
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize
from rdflib import Graph

from benchmarks.national import SEED, quads, size
from benchmarks.shacl_differential import keep_parsed_queries
from ontology.terms import MG
from shapes.check import background, read_results, shapes_graph
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


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shacl_speed")
    parser.add_argument("triples", type=size, nargs="+")
    parser.add_argument("--kept", action="store_true", help="let rdflib keep the queries that it parsed")
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
        between = time.process_time()
        data = Graph().parse(data=serialize((q.triple for q in store), format=RdfFormat.N_TRIPLES), format="nt")
        loaded = time.process_time()
        _, report, _ = pyshacl.validate(data + background(), shacl_graph=shapes_graph())
        theirs_took = time.process_time() - loaded
        equal = isinstance(report, Graph) and read_results(report) == ours
        unequal += not equal
        took = between - begun
        times = f"{took:>8.2f} {theirs_took:>10.1f} {theirs_took / took:>6.0f}x"
        print(f"{len(store):>10,} {errors:>7,} {len(ours):>8,} {times}  {equal}", flush=True)
    return 1 if unequal else 0


if __name__ == "__main__":
    sys.exit(main())
