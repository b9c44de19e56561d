"""The edition of the projection: another one whenever a program makes something else of the same statements."""

import hashlib
import json

import pytest

from graph_store import projection_edition
from graph_store.projection import Projection
from graph_store.projection_edition import RULES, edition
from tests.graph_store.small_world import evidence, world

# Sources that differ, dates of several precisions, codes, languages, evidence with a value and with a link, and
# something that is pointed at without a class.
GRAPH = (
    'doc:a a mg:Regulation ; skos:prefLabel "Quy định 1"@vi, "Regulation 1"@en ; skos:altLabel "QĐ 1"@vi ; '
    'mg:title "Về tổ chức"@vi, "không ngôn ngữ" ; mg:documentNumber "1-QĐ/TW" ; mg:issuedOn "2020-05"^^xsd:gYearMonth ;'
    'mg:effectiveFrom "2020-06-01"^^xsd:date ; mg:earliest "2020-05-01"^^xsd:date ; mg:latest "2020-05-31"^^xsd:date ;'
    "mg:kind <https://w3id.org/mandate-graph/codes/document-kind/quy-dinh> ; mg:basedOn doc:b, doc:bare . "
    'doc:b a mg:Document . body:o a mg:Body ; mg:level code:level\\/province ; mg:existsFrom "2019"^^xsd:gYear . '
    + evidence("e", "doc:a mg:basedOn doc:b", "căn cứ")
    + evidence("f", 'doc:a mg:documentNumber "1-QĐ/TW"', "1-QĐ/TW"),
    'doc:a mg:basedOn doc:b ; mg:earliest "2020-05-03"^^xsd:date . body:o mg:level code:level\\/central .',
)
MADE = {1: "a61fde71c69201bd"}  # rules -> what they make of this graph


def test_what_the_projection_makes_of_a_graph_changes_only_with_its_rules() -> None:
    """If this fails, raise RULES and write what is made now beside it: every server is compared at its next sync."""
    things = [
        (node.properties, [(r.type, r.start, r.end, r.properties) for r in relationships])
        for node, relationships in Projection(world(*GRAPH), 1, "").things()
    ]
    assert hashlib.sha256(json.dumps(things, sort_keys=True).encode()).hexdigest()[:16] == MADE[RULES]


def test_other_rules_are_another_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    now = edition()
    monkeypatch.setattr(projection_edition, "RULES", RULES + 1)
    assert edition.__wrapped__() != now
