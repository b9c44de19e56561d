"""Values put into the text of a query mean what they mean beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from graph_store.oxigraph_engine import SparqlEngine, term_of
from graph_store.remote.address import Endpoint
from graph_store.remote.binding import with_values
from graph_store.sparql_rows import rows_of
from graph_store.view import View
from queries.catalog import question, questions
from tests.queries.drawn import Drawn

ONE = {"x": NamedNode("https://example.org/1")}


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("SELECT ?y WHERE { ?x ?p ?y }", "SELECT ?y WHERE { <https://example.org/1> ?p ?y }"),
        ("SELECT ?y { ?y ?p '?x' } # ?x", "SELECT ?y { ?y ?p '?x' } # ?x"),
        ("SELECT ?y { ?y ?p <a?x> FILTER(?xx != 1) }", "SELECT ?y { ?y ?p <a?x> FILTER(?xx != 1) }"),
        ("SELECT ?y { ?y (<p>)?/<q> $x }", "SELECT ?y { ?y (<p>)?/<q> <https://example.org/1> }"),
        (
            "SELECT ?x WHERE { ?x ?p 1 }",
            "SELECT (<https://example.org/1> AS ?x_7) WHERE { <https://example.org/1> ?p 1 }",
        ),
        (
            "SELECT (MAX(?x) AS ?m) { ?x ?p 1 } GROUP BY ?x ?p HAVING(?x > 1) ORDER BY ?x",
            "SELECT (MAX(<https://example.org/1>) AS ?m) { <https://example.org/1> ?p 1 } "
            "GROUP BY (<https://example.org/1>) ?p HAVING(<https://example.org/1> > 1) ORDER BY (<https://example.org/1>)",
        ),
    ],
)
def test_a_variable_is_replaced_wherever_it_stands_and_nothing_else_is(text: str, bound: str) -> None:
    assert with_values(text, ONE) == bound


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_escapes_from_the_literal_that_it_is(text: str) -> None:
    store = Store()
    bound = with_values("SELECT (STR(?value) AS ?said) WHERE { BIND(1 AS ?one) }", {"value": Literal(text)})
    found = store.query(bound)
    assert isinstance(found, QuerySolutions)
    assert [row["said"].value for row in found] == [text]


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_with_its_values_in_the_text_gives_the_rows_of_values_beside_it(name: str) -> None:
    drawn, asked = Drawn(7), question(name)
    engine = SparqlEngine(View(0, drawn.store, None, None))
    kinds = {p.name: p.kind for p in asked.parameters}
    for _ in range(3):
        values = asked.bind(drawn.parameters(asked))
        text = with_values(asked.sparql, {n: term_of(kinds[n], v) for n, v in values.items()})
        rows = rows_of(drawn.store.query(text, use_default_graph_as_union=True), 1_000_000)
        places = [rows.columns.index(column.name) for column in asked.columns]
        assert [tuple(row[p] for p in places) for row in rows.rows] == engine.answer(asked, values).rows


def test_the_password_is_not_shown() -> None:
    assert "secret" not in repr(Endpoint("http://127.0.0.1/sparql", user="me", password="secret"))
