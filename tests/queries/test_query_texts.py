"""What every query text must keep to, so that both languages give equal, ordered and bounded rows."""

import re

import pytest
from pyoxigraph import QuerySolutions, Store

from ontology.terms import CODE_BASE, MG, ONTOLOGY_BASE, classes, local_name, object_properties
from queries.catalog import Question, questions

QUESTIONS = list(questions().values())
each_question = pytest.mark.parametrize("asked", QUESTIONS, ids=lambda q: q.name)
# Made by the projection for evidence, not from a property of ours.
EVIDENCE_TYPES = {"EVIDENCE_SUBJECT", "EVIDENCE_OBJECT"}
PATH_STEP = re.compile(r"mg:\w+\)?[+*?]|\)[+*?]|\^|mg:\w+\)?/")


def body(text: str, mark: str) -> str:
    """The query without its comments."""
    return "\n".join(line for line in text.splitlines() if not line.strip().startswith(mark))


def upper_snake(name: str) -> str:
    return re.sub(r"([A-Z])", r"_\1", name).upper()


@each_question
def test_rows_are_ordered_and_limited(asked: Question) -> None:
    for text in (asked.sparql, asked.cypher):
        assert re.search(r"\nORDER BY [^\n]+\nLIMIT \d+\n$", text)


@each_question
def test_ties_are_broken_by_identifiers(asked: Question) -> None:
    """Labels are no order: their collation differs between engines. The key columns decide."""
    keys = [c.name for c in asked.columns if c.kind == "iri"]
    for text in (asked.sparql, asked.cypher):
        order = text.rsplit("ORDER BY", 1)[1]
        assert "abel" not in order and "ame" not in order
        assert any(re.search(rf"\b{key}\b", order) for key in keys)


@each_question
def test_sparql_selects_parameters_and_columns_and_nothing_else(asked: Question) -> None:
    """Oxigraph binds only what is selected."""
    found = Store().query(asked.sparql)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    assert names == [p.name for p in asked.parameters] + [c.name for c in asked.columns]


@each_question
def test_cypher_returns_the_columns_in_order(asked: Question) -> None:
    clause = body(asked.cypher, "//").rsplit("RETURN", 1)[1].split("ORDER BY", 1)[0]
    places = [re.search(rf"(?:AS |\b){column.name}(?=,|\s*$|\n)", clause) for column in asked.columns]
    assert all(places)
    starts = [place.start() for place in places if place]
    assert starts == sorted(starts)


@each_question
def test_both_texts_use_every_parameter(asked: Question) -> None:
    for parameter in asked.parameters:
        assert len(re.findall(rf"\?{parameter.name}\b", body(asked.sparql, "#"))) > 1
        assert f"${parameter.name}" in body(asked.cypher, "//")


@each_question
def test_cypher_paths_are_bounded(asked: Question) -> None:
    """kglite stops an unbounded * at 10 hops, in silence."""
    for star in re.findall(r"\*[^\s)]*", body(asked.cypher, "//")):
        assert re.match(r"\*\d+\.\.\d+\]", star)


@each_question
def test_no_property_path_follows_an_optional(asked: Question) -> None:
    """That order costs five thousand times the time on Oxigraph."""
    _, _, rest = body(asked.sparql, "#").split("WHERE", 1)[1].partition("OPTIONAL")
    assert not PATH_STEP.search(rest.split("GROUP BY")[0])


@each_question
def test_every_term_is_declared(asked: Question) -> None:
    for name in set(re.findall(r"\bmg:(\w+)", body(asked.sparql, "#"))):
        assert MG[name]
    types = {upper_snake(local_name(p)) for p in object_properties() if p.startswith(ONTOLOGY_BASE)} | EVIDENCE_TYPES
    labels = {local_name(c) for c in classes()} | {"Resource"}
    text = body(asked.cypher, "//")
    for group in re.findall(r"\[\w*:([A-Z_|]+)", text):
        assert set(group.split("|")) <= types
    assert set(re.findall(r"\(\w*:(\w+)", text)) <= labels


@each_question
def test_no_value_is_written_into_a_query(asked: Question) -> None:
    for text in (body(asked.sparql, "#"), body(asked.cypher, "//")):
        assert "/id/" not in text
        assert CODE_BASE not in text


@each_question
def test_a_question_reads_as_one_in_both_languages(asked: Question) -> None:
    assert asked.text_en.endswith("?") and asked.text_vi.endswith("?")
    assert asked.text_en != asked.text_vi
