"""The words that conflicting_claims is written with are those of the ontology: ranks, classes of source, properties."""

import re

import pytest
from rdflib import SKOS, URIRef

from ontology.terms import CODE_BASE, MG, local_name, vocabulary
from queries.catalog import question

ASKED = question("conflicting_claims")
RULES = re.compile(r"VALUES \?p \{([^}]*)\}")


def order_of(scheme: str) -> list[str]:
    """The concepts of a code list by mg:rank."""
    found = vocabulary().subjects(SKOS.inScheme, URIRef(CODE_BASE + scheme))
    return [local_name(str(c)) for c in sorted(found, key=lambda c: int(str(vocabulary().value(c, MG.rank))))]


@pytest.mark.parametrize(("variable", "scheme"), [("claimRank", "claim-rank"), ("sourceClass", "source-class")])
def test_claims_are_ranked_as_the_code_lists_rank_them(variable: str, scheme: str) -> None:
    (values,) = re.findall(rf"VALUES \(\?{variable} \?\w+\) {{([^}}]*)}}", ASKED.sparql)
    told = re.findall(r'\("(\w+)" (\d+)\)', values)
    assert [name for name, _ in told] == order_of(scheme)
    assert [int(n) for _, n in told] == sorted({int(n) for _, n in told})
    (cases,) = re.findall(rf"CASE \w\.{variable} (.*?) END", ASKED.cypher)
    numbers = [int(n) for n in re.findall(r"(?:THEN|ELSE) (\d+)", cases)]
    assert numbers == [int(n) for _, n in told]
    assert re.findall(r"WHEN '(\w+)'", cases) == order_of(scheme)[:-1]


def test_both_languages_look_at_the_same_properties() -> None:
    (values,) = RULES.findall(ASKED.sparql)
    (listed,) = re.findall(r"a\.predicate IN \[([^\]]*)\]", ASKED.cypher)
    assert re.findall(r"mg:(\w+)", values) == re.findall(r"'(\w+)'", listed)
