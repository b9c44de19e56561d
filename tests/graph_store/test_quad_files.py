"""Quads that stay on disk are read as a list of them would be."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_store.quad_files import GraphFile, QuadFile, append_quads
from ontology.errors import StoreCorrupt

ONE, TWO = NamedNode("urn:g:1"), NamedNode("urn:g:2")
HARD = ['two\nlines "quoted" \\ and <urn:x> .', "Đắk Lắk", "a\r\tb"]


def quads(graph: NamedNode, count: int) -> list[Quad]:
    node, path = NamedNode("urn:s"), NamedNode("urn:p")
    return [Quad(node, path, Literal(f"{n} {HARD[n % 3]}"), graph) for n in range(count)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quads.nq"
    with path.open("wb") as target:
        append_quads(target, quads(ONE, 5))
        append_quads(target, quads(TWO, 7))
    return path


def test_a_file_is_a_sequence_of_its_quads(file: Path) -> None:
    expected, found = quads(ONE, 5) + quads(TWO, 7), QuadFile(file)
    assert list(found) == expected == list(found) and len(found) == 12 and found == expected
    assert [found[n] for n in (0, 11, -1, -12)] == [expected[n] for n in (0, 11, -1, -12)]
    assert found[3:6] == expected[3:6] and found[:2] == expected[:2] and found[10:50] == expected[10:50]
    for index in (12, -13):
        with pytest.raises(IndexError):
            found[index]


def test_a_graph_is_read_from_its_place_and_one_without_quads_is_empty(file: Path) -> None:
    with file.open("ab") as target:
        place = append_quads(target, quads(ONE, 3))
    graphs = GraphFile(file, {ONE.value: place, TWO.value: (0, 0)})
    assert graphs[ONE.value] == quads(ONE, 3) and graphs[TWO.value] == []
    assert dict(graphs).keys() == {ONE.value, TWO.value} and len(graphs) == 2


def test_of_a_graph_those_quads_are_read_that_speak_of_one_thing(tmp_path: Path) -> None:
    two, path = NamedNode("urn:s:2"), tmp_path / "quads.nq"
    other = [Quad(two, NamedNode("urn:p"), Literal(value), ONE) for value in HARD]
    with path.open("wb") as target:
        place = append_quads(target, [*other[:1], *quads(ONE, 5), *other[1:]])
    found = GraphFile(path, {ONE.value: place})
    assert found.about(ONE.value, "urn:s:2") == other and found.about(ONE.value, "urn:s") == quads(ONE, 5)
    assert found.about(ONE.value, "urn:p") == []


@pytest.mark.parametrize("content", [b"<urn:s> <urn:p> .\n", b"\xff\n"])
def test_a_file_that_is_none_of_ours_is_named(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(StoreCorrupt, match=r"quads\.nq cannot be read"):
        list(QuadFile(file))
    with pytest.raises(StoreCorrupt, match=r"quads\.nq cannot be read"):
        GraphFile(file, {ONE.value: (0, len(content))})[ONE.value]
    assert ONE.value in GraphFile(file, {ONE.value: (0, len(content))})  # which is told without reading it
