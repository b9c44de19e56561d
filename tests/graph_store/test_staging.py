"""What an import wants is compared with a store as the store would have it, line by line."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store import staging
from graph_store.disk import sync_tree
from graph_store.staging import lines_of, stored_lines
from graph_store.versions import Proposal, VersionStore

XSD = "http://www.w3.org/2001/XMLSchema#"
NODES = [NamedNode(f"urn:{name}") for name in "abc"]
NUMBERS = [
    "1",
    "1.00",
    "01",
    "-0",
    "+5",
    "1e3",
    "007.50",
    "2022-06-02",
    "2022-06-02T00:00:00.000Z",
    "true",
    "1",
    "x y",
    "",
]
DATATYPES = ["string", "integer", "decimal", "double", "date", "dateTime", "gYear", "boolean", "duration", "anyURI"]
LITERALS = st.one_of(
    st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"]))),
    st.builds(
        lambda text, tag: Literal(text, language=tag), st.text('aạ\r\n\t"\\\u2028\x0b'), st.sampled_from(["vi", "EN"])
    ),
    st.builds(
        lambda text, name: Literal(text, datatype=NamedNode(XSD + name)),
        st.sampled_from(NUMBERS),
        st.sampled_from(DATATYPES),
    ),
)
QUADS = st.builds(
    Quad, *(st.sampled_from(NODES) for _ in range(2)), LITERALS | st.sampled_from(NODES), st.sampled_from(NODES)
)


@settings(max_examples=300)
@given(quads=st.lists(QUADS, max_size=12))
def test_lines_of_a_proposal_are_those_that_a_store_gives_back(quads: list[Quad]) -> None:
    store = Store()
    store.extend(quads)
    assert stored_lines(quads) == {f"{quad} .\n".encode() for quad in store} == lines_of(store)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="Linux alone lists the files that a process has open")
@pytest.mark.parametrize("count", [3, 12_000])
def test_a_staged_store_is_closed_before_its_files_are_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """An open one goes on merging in threads of its own: files go while they are synced, listed or hashed."""
    versions, open_then = VersionStore(tmp_path / "data"), []

    def watched(folder: Path) -> None:
        open_then.append([path for path in open_files() if path.startswith(str(folder))])
        sync_tree(folder)

    monkeypatch.setattr(staging, "sync_tree", watched)
    for step in range(3):
        quads = [Quad(NODES[0], NODES[1], Literal(f"{step}-{n}"), NODES[2]) for n in range(count)]
        versions.stage(f"i{step}", Proposal({}, quads))
        versions.publish(f"i{step}", author="tests", at="2026-01-05T12:00:00+00:00")
    assert open_then == [[], [], []]


def open_files() -> list[str]:
    """What this process has open."""
    links = (f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd"))
    return [os.readlink(link) for link in links if os.path.lexists(link)]
