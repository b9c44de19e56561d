"""The content hash of a set of quads: the sum modulo 2^256 of the SHA-256 of each quad's N-Quads line.

Order does not matter, and a publication updates the hash by its change alone.
"""

import hashlib
import io
from collections.abc import Iterable
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
        self.total += sum(_line_number(line + b"\n") for line in lines)
        return len(written)


def _sum(quads: Iterable[Quad]) -> int:
    """A file of ours holds the very lines that are hashed: it is not parsed for this."""
    return sum(map(_line_number, quads.lines()) if isinstance(quads, QuadFile) else map(_number, quads))


def _number(quad: Quad) -> int:
    return _line_number(f"{quad} .\n".encode())


def _line_number(line: bytes) -> int:
    return int.from_bytes(hashlib.sha256(line).digest())
