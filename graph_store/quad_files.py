"""Quads that stay on disk: files of N-Quads, one quad a line, read along or graph by graph, whatever their size."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, overload

from pyoxigraph import Quad, RdfFormat, parse, serialize

from ontology.errors import StoreCorrupt

Place = tuple[int, int]  # offset and length, in bytes
_BLOCK = 1 << 20  # bytes


class QuadFile(Sequence[Quad]):
    """The quads of a file of ours, in its order. Every iteration reads the file. Raises StoreCorrupt for another."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._count: int | None = None

    def __iter__(self) -> Iterator[Quad]:
        try:
            yield from parse(path=str(self._path), format=RdfFormat.N_QUADS)
        except (OSError, SyntaxError, ValueError) as error:
            raise _corrupt(self._path, error) from error

    def __len__(self) -> int:
        if self._count is None:
            with self._path.open("rb") as file:
                self._count = sum(block.count(b"\n") for block in iter(partial(file.read, _BLOCK), b""))
        return self._count

    def lines(self) -> Iterator[bytes]:
        """The lines of the file as they are, each with its end."""
        with self._path.open("rb") as file:
            yield from file

    @overload
    def __getitem__(self, index: int) -> Quad: ...
    @overload
    def __getitem__(self, index: slice) -> list[Quad]: ...
    def __getitem__(self, index: int | slice) -> Quad | list[Quad]:
        if isinstance(index, slice):
            return list(islice(self, *index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return next(islice(self, index % len(self), None))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as of any sequence that may be compared with a list


class GraphFile(Mapping[str, list[Quad]]):
    """Named graphs by their IRIs. A graph is read when it is asked for. Raises StoreCorrupt if it cannot be."""

    def __init__(self, path: Path, places: Mapping[str, Place]) -> None:
        self._path = path
        self.places = places

    def __getitem__(self, iri: str) -> list[Quad]:
        return self._parsed(iri, lambda lines: lines)

    def about(self, iri: str, subject: str) -> list[Quad]:
        """The quads of a graph whose subject is the IRI `subject`, in its order; the others are not parsed."""
        start = f"<{subject}> ".encode()
        return self._parsed(iri, lambda lines: b"\n".join(ln for ln in lines.split(b"\n") if ln.startswith(start)))

    def _parsed(self, iri: str, kept: Callable[[bytes], bytes]) -> list[Quad]:
        offset, length = self.places[iri]
        try:
            with self._path.open("rb") as file:
                file.seek(offset)
                return list(parse(kept(file.read(length)), format=RdfFormat.N_QUADS))
        except (OSError, SyntaxError, ValueError) as error:
            raise _corrupt(self._path, error) from error

    def __contains__(self, iri: object) -> bool:
        return iri in self.places  # the mapping's own would read the graph

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


def append_quads(file: BinaryIO, quads: Iterable[Quad]) -> Place:
    """Writes the quads at the end of the file; gives their place."""
    offset = file.tell()
    return offset, file.write(serialize(quads, format=RdfFormat.N_QUADS) or b"")


def file_order(quad: Quad) -> tuple[str, str]:
    """The order in which patches hold their quads: graph by graph."""
    return str(getattr(quad.graph_name, "value", "")), str(quad)


def _corrupt(path: Path, error: Exception) -> StoreCorrupt:
    name = f"{path.parent.name}/{path.name}"
    return StoreCorrupt(f"{name} cannot be read: {error}", message_vi=f"không đọc được {name}: {error}")
