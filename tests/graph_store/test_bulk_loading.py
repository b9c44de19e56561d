"""What is loaded while it is still being written is what was written, in however many pieces."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store import bulk_loading
from graph_store.bulk_loading import Loading
from graph_store.quad_files import append_quads
from graph_store.staging import read_change
from graph_store.view import View


def quads(first: int, count: int) -> list[Quad]:
    node, graph = NamedNode("urn:s"), NamedNode("urn:g")
    return [Quad(node, NamedNode("urn:p"), Literal(f"{n}\nđ"), graph) for n in range(first, first + count)]


@pytest.mark.parametrize("bulk", [1, 10_000])
@pytest.mark.parametrize("at_once", [1, 100, 1 << 20])
def test_pieces_of_any_size_make_the_store_that_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, bulk: int
) -> None:
    monkeypatch.setattr(bulk_loading, "_AT_ONCE", at_once)
    monkeypatch.setattr(bulk_loading, "_BULK", bulk)
    before = Store(str(tmp_path / "before"))
    before.extend(quads(0, 3))
    with Loading(tmp_path, View(1, before, None, None)) as loading:
        with (tmp_path / "added.nq").open("wb") as added, (tmp_path / "removed.nq").open("wb") as removed:
            append_quads(removed, quads(0, 2))
            for first in range(10, 50, 10):
                append_quads(added, quads(first, 10))
                loading.grown(added)
        made = loading.finish(read_change(tmp_path))
    assert set(made) == {*quads(2, 1), *quads(10, 40)}
    assert set(before) == set(quads(0, 3))


def test_what_cannot_be_loaded_is_told_and_nothing_is_left_loading(tmp_path: Path) -> None:
    (tmp_path / "removed.nq").touch()
    (tmp_path / "added.nq").write_bytes(b"no quad\n" * 20_000)
    with pytest.raises(SyntaxError), Loading(tmp_path, View(0, Store(), None, None)) as loading:
        loading.finish(read_change(tmp_path))
