"""The content hash is one of the set: no order, no history, and every quad counts."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store.content_hash import EMPTY, add_and_remove, content_hash
from graph_store.quad_files import QuadFile, append_quads

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ["\t\r\n", '"\\', "\x00\x0b\x7f\x85\u2028", "\ufffe", "😀", "Ủy viên"]
)
QUADS = st.builds(
    lambda subject, text, language, graph: Quad(
        NamedNode(f"urn:s:{subject}"),
        NamedNode("urn:p"),
        Literal(text, language="vi") if language else Literal(text),
        NamedNode(f"urn:g:{graph}"),
    ),
    st.integers(0, 3),
    TEXTS,
    st.booleans(),
    st.integers(0, 2),
)


def quad(number: int) -> Quad:
    return Quad(NamedNode(f"urn:s:{number}"), NamedNode("urn:p"), Literal("x"), NamedNode("urn:g"))


def test_one_quad_hashes_as_its_n_quads_line() -> None:
    line = b'<urn:s:1> <urn:p> "x" <urn:g> .\n'
    assert content_hash([quad(1)]) == sha256(line).hexdigest()
    assert content_hash([]) == EMPTY


@settings(max_examples=60)
@given(st.sets(QUADS, max_size=6), st.sets(QUADS, max_size=6))
def test_a_change_brings_the_hash_of_the_set_that_it_leads_to(before: set[Quad], after: set[Quad]) -> None:
    changed = add_and_remove(content_hash(before), after - before, before - after)
    assert changed == content_hash(after) == content_hash(sorted(after, key=str))
    assert (content_hash(before) == content_hash(after)) == (before == after)


@settings(max_examples=60)
@given(st.sets(QUADS, max_size=12))
def test_a_store_hashes_as_the_quads_it_holds(quads: set[Quad]) -> None:
    store = Store()
    store.extend(quads)
    assert content_hash(store) == content_hash(quads)


def test_a_store_larger_than_one_write_hashes_as_its_quads(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    store.bulk_extend([quad(number) for number in range(5_000)])
    assert content_hash(store) == content_hash([quad(number) for number in range(5_000)])


@settings(max_examples=60)
@given(st.sets(QUADS, max_size=12))
def test_a_file_hashes_as_the_quads_in_it(tmp_path_factory: pytest.TempPathFactory, quads: set[Quad]) -> None:
    path = tmp_path_factory.mktemp("hash") / "added.nq"
    with path.open("wb") as file:
        append_quads(file, quads)
    assert add_and_remove(EMPTY, QuadFile(path), ()) == content_hash(quads)
