"""Sorting beyond memory: parts that wait on disk give the same order as sorting at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph_store.sorted_quads import each_once, in_order, statement_order

NAMES = st.sampled_from([NamedNode(f"https://example.org/{letter}") for letter in "abc"])
VALUES = NAMES | st.builds(Literal, st.text(st.characters(codec="utf-8"), max_size=3))
QUADS = st.lists(st.builds(Quad, NAMES, NAMES, VALUES, NAMES), max_size=40)


@pytest.mark.parametrize("part", [1, 2, 7, 1000])
@given(quads=QUADS)
@settings(max_examples=40)
def test_parts_on_disk_give_the_order_of_sorting_at_once(part: int, quads: list[Quad]) -> None:
    assert list(in_order(quads, part)) == sorted(quads, key=statement_order)
    assert list(in_order(quads, part, most_files=5)) == sorted(quads, key=statement_order)


@given(quads=QUADS)
def test_what_stands_in_a_row_with_one_key_is_given_once(quads: list[Quad]) -> None:
    triples = [quad.triple for quad in each_once(in_order(quads, 3), lambda quad: quad.triple)]
    assert len(triples) == len(set(triples)) and set(triples) == {quad.triple for quad in quads}
