"""What every query text must keep to, so that both languages give equal, ordered and bounded rows."""

import re
from dataclasses import replace

import pytest

from graph_store.question_lint import faults
from queries.catalog import Column, Parameter, Question, questions

QUESTIONS = list(questions().values())
each_question = pytest.mark.parametrize("asked", QUESTIONS, ids=lambda q: q.name)
# Questions about a day that say how sure they are in another way than by a column `certainty`.
SAYS_OTHERWISE = {"concurrent_posts": ("certain", "possible"), "in_force_on": ("status", "possibly")}


@each_question
def test_a_question_breaks_no_rule(asked: Question) -> None:
    assert faults(asked) == []


@each_question
def test_what_depends_on_a_day_says_how_sure_it_is(asked: Question) -> None:
    """Dates are imprecise and ends unknown: no answer about a day may pass over that."""
    if any(parameter.kind == "date" for parameter in asked.parameters):
        wanted = SAYS_OTHERWISE.get(asked.name, ("certainty",))
        assert set(wanted) <= {column.name for column in asked.columns}


@each_question
def test_ties_are_broken_by_identifiers(asked: Question) -> None:
    """Labels are no order: their collation differs between engines. The key columns decide."""
    keys = [c.name for c in asked.columns if c.kind == "iri"]
    for text in (asked.sparql, asked.cypher):
        order = text.rsplit("ORDER BY", 1)[1]
        assert "abel" not in order and "ame" not in order
        assert any(re.search(rf"\b{key}\b", order) for key in keys)


@each_question
def test_a_question_reads_as_one_in_both_languages(asked: Question) -> None:
    assert asked.text_en.endswith("?") and asked.text_vi.endswith("?")
    assert asked.text_en != asked.text_vi


SPARQL = """PREFIX mg: <https://w3id.org/mandate-graph/ontology#>
SELECT ?body ?person (MIN(STR(?f)) AS ?since) WHERE {
  ?post mg:positionIn ?body .
  ?holding mg:inPosition ?post ; mg:heldBy ?person .
  OPTIONAL { ?holding mg:from ?f }
}
GROUP BY ?body ?person
ORDER BY ?person
LIMIT 10
"""
CYPHER = """MATCH (:Resource {iri: $body})<-[:POSITION_IN]-(p:Position)<-[:IN_POSITION]-(h:Holding)
MATCH (h)-[:HELD_BY]->(x:Person)
RETURN DISTINCT x.iri AS person, h.validFrom AS since
ORDER BY person
LIMIT 10
"""
BODY = Parameter("body", "iri", None, "the body", "cơ quan")
SOUND = Question(
    "posts", "ai?", "who?", (BODY,), (Column("person", "iri"), Column("since", "date")), "", SPARQL, CYPHER
)


def test_the_sound_question_of_these_tests_breaks_no_rule() -> None:
    assert faults(SOUND) == []


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("  OPTIONAL { ?holding mg:from ?f }\n", "  OPTIONAL { ?holding mg:from ?f } ?body mg:subordinateTo+ ?x .\n",
         "optional-before-path"),
        ("  OPTIONAL { ?holding mg:from ?f }\n",
         "  OPTIONAL { ?holding mg:to ?t } OPTIONAL { ?holding mg:from|mg:observedOn ?f }\n", "optional-before-path"),
        ("  OPTIONAL { ?holding mg:from ?f }\n",
         "  { OPTIONAL { ?holding mg:from ?f } } { ?body mg:ofKind? ?x }\n", "optional-before-path"),
        ("?post mg:positionIn ?body .",
         "{ ?post mg:positionIn ?body } UNION { ?post mg:exOfficio/mg:positionIn ?body }", "joined-to-union"),
        ("  OPTIONAL { ?holding mg:from ?f }\n", "  OPTIONAL { ?holding mg:from ?f } { ?x mg:ofKind?/mg:inPlace ?y }\n",
         "empty-first-step"),
        ("?post mg:positionIn ?body .", "{ ?post a mg:Position } { ?x mg:inPosition?/mg:positionIn ?body }",
         "empty-first-step"),
        ("  OPTIONAL", "  SERVICE <https://example.org/sparql> { ?a ?b ?c } OPTIONAL", "service"),
        (" WHERE {", " FROM <https://example.org/g> WHERE {", "dataset"),
        ("ORDER BY ?person\n", "", "unordered"),
        ("LIMIT 10\n", "", "unlimited"),
        ("LIMIT 10\n", "OFFSET 10\n", "unlimited"),
        ("SELECT ?body ?person", "SELECT ?person", "unbound-parameter"),
        ("mg:positionIn ?body .", "mg:positionIn ?other .", "unbound-parameter"),
        ("SELECT ?body ?person (MIN(STR(?f)) AS ?since)", "SELECT ?body (MIN(STR(?f)) AS ?since) ?person",
         "other-columns"),
        ("mg:heldBy", "mg:heldby", "unknown-name"),
        ("?post mg:positionIn ?body .",
         "?post mg:positionIn ?body ; mg:role <https://w3id.org/mandate-graph/codes/role/bi-thu> .", "written-value"),
        ("GROUP BY", "GROUP ON", "refused"),
    ],
)  # fmt: skip
def test_sparql_that_breaks_a_rule_is_found(right: str, wrong: str, rule: str) -> None:
    assert right in SPARQL
    found = faults(replace(SOUND, sparql=SPARQL.replace(right, wrong)))
    assert rule in {fault.rule for fault in found} and {fault.language for fault in found} == {"sparql"}


def test_a_path_after_the_optionals_of_a_sub_query_is_no_fault() -> None:
    inner = "SELECT ?holding (MIN(?t) AS ?u) WHERE { ?holding a ?c OPTIONAL { ?holding mg:to ?t } } GROUP BY ?holding"
    moved = SPARQL.replace("?post mg:positionIn ?body .", f"{{ {inner} }} ?post mg:positionIn/mg:ofKind? ?body .")
    assert faults(replace(SOUND, sparql=moved)) == []


@pytest.mark.parametrize(
    "path",
    [
        "?body mg:ofKind?/mg:inPlace ?x .",  # from a parameter
        "?post mg:concurrentWith?/mg:positionIn ?body .",  # from what the same patterns bind
        "{ SELECT ?x WHERE { ?x a mg:Body } } ?x mg:ofKind?/mg:inPlace ?y .",
        "?x mg:inPosition/mg:positionIn? ?body .",
    ],
)
def test_a_path_that_starts_from_what_is_known_may_begin_with_a_step_that_is_left_out(path: str) -> None:
    moved = SPARQL.replace("?post mg:positionIn ?body .", f"?post mg:positionIn ?body . {path}")
    assert "empty-first-step" not in {fault.rule for fault in faults(replace(SOUND, sparql=moved))}


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("<-[:POSITION_IN]-", "<-[:POSITION_IN*]-", "unbounded-path"),
        ("<-[:POSITION_IN]-", "<-[:POSITION_IN*2..]-", "unbounded-path"),
        ("<-[:POSITION_IN]-", "<-[:POSITION_IN*..]-", "unbounded-path"),
        ("x.iri AS person", "x.id AS person", "reserved-name"),
        ("{iri: $body}", "{title: $body}", "reserved-name"),
        ("h.validFrom AS since", "h.from AS since", "unknown-name"),
        ("h.validFrom AS since", "h.since AS since", "unknown-name"),
        (":HELD_BY", ":HELD_BYE", "unknown-name"),
        ("p:Position", "p:Post", "unknown-name"),
        ("ORDER BY person\n", "", "unordered"),
        ("LIMIT 10\n", "", "unlimited"),
        ("{iri: $body}", "{iri: $organ}", "unbound-parameter"),
        ("x.iri AS person, h.validFrom AS since", "h.validFrom AS since, x.iri AS person", "other-columns"),
        ("{iri: $body}", "{iri: 'https://w3id.org/mandate-graph/id/body/' + $body}", "written-value"),
        ("RETURN", "SET h.validFrom = '2020' RETURN", "refused"),
        ("RETURN", "LOAD CSV FROM 'file:///x' AS line RETURN", "refused"),
        ("RETURN", "CALL apoc.help('x') YIELD name RETURN", "refused"),
        ("RETURN", "WHERE x.iri = 'open RETURN", "refused"),
    ],
)  # fmt: skip
def test_cypher_that_breaks_a_rule_is_found(right: str, wrong: str, rule: str) -> None:
    assert right in CYPHER
    found = faults(replace(SOUND, cypher=CYPHER.replace(right, wrong)))
    assert rule in {fault.rule for fault in found} and {fault.language for fault in found} == {"cypher"}


@pytest.mark.parametrize("path", ["*1..12", "*0..1", "*3"])
def test_a_bounded_path_is_no_fault(path: str) -> None:
    assert faults(replace(SOUND, cypher=CYPHER.replace(":POSITION_IN]", f":POSITION_IN{path}]"))) == []
