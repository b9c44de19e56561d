"""How long work tells how far it is: a callable that takes what is done, what there is in all, and what is at hand."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[int, int, str], None]
T = TypeVar("T")
_TOLD_EVERY = 1_000


def silent(_done: int, _all: int, _what: str) -> None:
    """No progress is shown."""


def counted(items: Iterable[T], told: Progress, total: int, what: str, *, before: int = 0) -> Iterator[T]:
    """The items, told of in between. `before` were done earlier, `total` are all, those included."""
    done = before
    for done, item in enumerate(items, before + 1):
        if done % _TOLD_EVERY == 0:
            told(min(done, total), total, what)
        yield item
    told(min(done, total), total, what)
