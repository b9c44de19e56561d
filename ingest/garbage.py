"""Holds back the search for garbage in cycles while a text is read: for extraction.py."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """Searches for no garbage until the end, if it was searched for before.

    What is made while a text is read is needed until it is read; a search finds nothing and goes through all of it, and
    at times through the vocabulary too. It takes some 5 % of the time.
    """
    if not gc.isenabled():  # as in another thread that reads
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
