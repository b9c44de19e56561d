"""Patches in a row as one change: what comes and goes again in between cancels out."""

from collections.abc import Iterable

from pyoxigraph import Quad

from graph_store.quad_files import file_order
from graph_store.view import Change


def compose(changes: Iterable[Change]) -> Change:
    """The net change of changes made one after the other, oldest first."""
    added: set[Quad] = set()
    removed: set[Quad] = set()
    for change in changes:
        came, went = set(change.added), set(change.removed)
        added, removed = (added - went) | (came - removed), (removed - came) | (went - added)
    return Change(sorted(added, key=file_order), sorted(removed, key=file_order))
