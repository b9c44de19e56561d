"""The content hash of a set of quads: the sum modulo 2^256 of the SHA-256 of each quad's N-Quads line.

Order does not matter, and a publication updates the hash by its change alone.
"""

import hashlib
from collections.abc import Iterable

from pyoxigraph import Quad

_MODULUS = 1 << 256
EMPTY = "0" * 64


def add_and_remove(content_hash: str, added: Iterable[Quad], removed: Iterable[Quad]) -> str:
    """The hash (64 hex digits) of the set after the change. `added` were not in the set, `removed` were."""
    total = int(content_hash, 16) + sum(map(_number, added)) - sum(map(_number, removed))
    return f"{total % _MODULUS:064x}"


def content_hash(quads: Iterable[Quad]) -> str:
    """The hash of a set of quads."""
    return add_and_remove(EMPTY, quads, ())


def _number(quad: Quad) -> int:
    return int.from_bytes(hashlib.sha256(f"{quad} .\n".encode()).digest())
