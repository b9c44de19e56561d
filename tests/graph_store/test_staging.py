"""What an import wants is compared with a store as the store would have it, line by line."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store.staging import lines_of, stored_lines

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


@settings(max_examples=300, deadline=None)
@given(quads=st.lists(QUADS, max_size=12))
def test_lines_of_a_proposal_are_those_that_a_store_gives_back(quads: list[Quad]) -> None:
    store = Store()
    store.extend(quads)
    assert stored_lines(quads) == {f"{quad} .\n".encode() for quad in store} == lines_of(store)
