"""The report on a whole graph, which is read along once: the engine is asked about suspects alone."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from pyoxigraph import DefaultGraph, RdfFormat, Store

from shapes.check import Report, Shapes, bundled, check_store, check_triples
from shapes.neighbourhood import neighbourhood
from shapes.suspects import Terms, sift, suspects, triple_terms, unstated

PART = 5_000  # focus nodes that are judged together, in 200 MB
_AT_ONCE = 2  # parts that are held in memory
MOST = 0.3  # of the nodes: from this share on, cutting them out costs more than it saves
_SMALL = 30_000  # triples that are left: with their evidence, a graph that the engine holds in some 500 MB


def check_whole(
    data: Store,
    shapes: Shapes | None = None,
    triples: Iterable[Terms] | None = None,
    *,
    focus: Collection[str] | None = None,
    part: int = PART,
    small: int = _SMALL,
) -> Report:
    """Equal to check_store(data, focus, shapes), in a fraction of the time and memory: tests/shapes/test_suspects.py.

    Takes   triples: those of `data`, if they are at hand in a quicker way.
    """
    shapes = shapes or bundled()
    sifted = sift(_stated(data) if triples is None else triples, shapes, data, lambda _: False)
    left = {subject for subject, _, _ in sifted.rest}
    if any(subject.startswith("_:") for subject in left):
        return check_store(data, focus, shapes)  # the engine takes no blank node as a focus node
    asked = suspects(sifted.rest, set(sifted.sound.values()), shapes) | unstated(sifted, data)
    if len(sifted.rest) <= small and len(asked) > MOST * len(left):
        return check_store(data, focus, shapes)
    return check_nodes(data, sorted(asked if focus is None else asked.intersection(focus)), shapes, part)


def check_nodes(data: Store, nodes: Sequence[str], shapes: Shapes, part: int = PART) -> Report:
    """What the engine says of the nodes. It lets other threads run: while it is at one part the next is cut out."""
    parts = [nodes[start : start + part] for start in range(0, len(nodes), part)]
    if len(parts) < 2:
        return Report.of(result for some in parts for result in _check_part(data, some, shapes).results)
    return Report.of(result for report in _checked(data, parts, shapes) for result in report.results)


def _checked(data: Store, parts: Sequence[Sequence[str]], shapes: Shapes) -> Iterator[Report]:
    waiting: deque[Future[Report]] = deque()
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for nodes in parts:
            waiting.append(threads.submit(_check_part, data, nodes, shapes))
            while len(waiting) >= _AT_ONCE:
                yield waiting.popleft().result()
        for future in waiting:
            yield future.result()


def _check_part(data: Store, nodes: Sequence[str], shapes: Shapes) -> Report:
    return check_triples(neighbourhood(data, nodes), nodes, shapes)


def _stated(data: Store) -> Iterator[Terms]:
    for graph in (*data.named_graphs(), DefaultGraph()):
        yield from triple_terms(data.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b"")
