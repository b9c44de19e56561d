"""Statements in a fixed order, however many there are: what is too much for memory is sorted in parts on disk."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import count, islice
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from graph_store.progress import Progress, counted
from graph_store.view import View

PART = 50_000  # quads that are sorted in memory, about 50 MB
_FILES = 100  # that are open at once
Order = tuple[str, str, str, str]


def in_order(quads: Iterable[Quad], part: int = PART, most_files: int = _FILES) -> Iterator[Quad]:
    """The quads by subject, predicate, object and graph, no more than `part` of them in memory at once."""
    left = iter(quads)
    first = sorted(islice(left, part), key=statement_order)
    if len(first) < part:
        yield from first
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mandate-sorting-")))
        files = [_kept(first, folder / "0.nq")]
        first.clear()
        for number in count(1):
            more = sorted(islice(left, part), key=statement_order)
            if not more:
                break
            files.append(_kept(more, folder / f"{number}.nq"))
            if len(files) == most_files:
                files = [_kept(_merged(files), folder / f"{number}-merged.nq")]
        yield from _merged(files)


def every_quad_in_order(view: View, told: Progress) -> Iterator[Quad]:
    """All quads of a version. Told of while they are sorted, and again while they are given."""
    total = 2 * view.size()
    arriving = counted(view.quads(), told, total, "")
    return counted(in_order(arriving), told, total, "", before=view.size())


def each_once(quads: Iterable[Quad], key: Callable[[Quad], object]) -> Iterator[Quad]:
    """The first of those that stand in a row and have the same key."""
    last = object()
    for quad in quads:
        if (this := key(quad)) != last:
            last = this
            yield quad


def statement_order(quad: Quad) -> Order:
    return str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name)


def _kept(quads: Iterable[Quad], path: Path) -> Path:
    serialize(quads, str(path), RdfFormat.N_QUADS)
    return path


def _merged(files: list[Path]) -> Iterator[Quad]:
    """The quads of sorted files in order; a file is gone when all are read."""
    yield from merge(*(parse(path=str(file), format=RdfFormat.N_QUADS) for file in files), key=statement_order)
    for file in files:
        file.unlink()
