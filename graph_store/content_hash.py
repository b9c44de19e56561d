"""The content hash of a set of quads: the sum modulo 2^256 of the SHA-256 of each quad's N-Quads line.

Order does not matter, and a publication updates the hash by its change alone.
"""

import io
from collections.abc import Iterable
from hashlib import sha256
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Store

from graph_store.quad_files import QuadFile

_MODULUS = 1 << 256
EMPTY = "0" * 64


def add_and_remove(content_hash: str, added: Iterable[Quad], removed: Iterable[Quad]) -> str:
    """The hash (64 hex digits) of the set after the change. `added` were not in the set, `removed` were."""
    total = int(content_hash, 16) + _sum(added) - _sum(removed)
    return f"{total % _MODULUS:064x}"


def content_hash(quads: Iterable[Quad]) -> str:
    """The hash of a set of quads; a store is read as a stream of lines, which is quicker than quad by quad."""
    if not isinstance(quads, Store):
        return add_and_remove(EMPTY, quads, ())
    lines = _Lines()
    quads.dump(cast("IO[bytes]", lines), format=RdfFormat.N_QUADS)
    return f"{lines.total % _MODULUS:064x}"


class _Lines(io.RawIOBase):
    """A file to write N-Quads into, which keeps nothing but the sum over the lines."""

    def __init__(self) -> None:
        self.total = 0
        self._rest = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        written = bytes(data)  # type: ignore[call-overload]  # any buffer of bytes
        *lines, self._rest = (self._rest + written).split(b"\n")
        self.total += _sum_of_lines(line + b"\n" for line in lines)
        return len(written)


def _sum(quads: Iterable[Quad]) -> int:
    """A file of ours holds the very lines that are hashed: it is not parsed for this."""
    return _sum_of_lines(quads.lines() if isinstance(quads, QuadFile) else (f"{quad} .\n".encode() for quad in quads))


def _sum_of_lines(lines: Iterable[bytes]) -> int:
    """Written as one expression, as a call for each line would take half of its time."""
    return sum(int.from_bytes(sha256(line).digest()) for line in lines)
