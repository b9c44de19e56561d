"""A change as an RDF Patch, which other stores apply: https://afs.github.io/rdf-delta/rdf-patch.html."""

from collections.abc import Iterator

from graph_store.view import Change


def rdf_patch(change: Change, before: str, after: str) -> Iterator[str]:
    """The lines of the patch: one transaction that removes, then adds. `before` and `after` name the two states."""
    yield f"H id <urn:mandate-graph:{after}> ."
    yield f"H prev <urn:mandate-graph:{before}> ."
    yield "TX ."
    for quad in change.removed:
        yield f"D {quad} ."
    for quad in change.added:
        yield f"A {quad} ."
    yield "TC ."
