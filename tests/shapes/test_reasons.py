"""Every rule says why it exists, in both languages; no reason is left without a rule."""

import pytest
from rdflib import RDF, SH

from ontology.terms import SHAPE_BASE, local_name
from shapes.check import shapes_graph
from shapes.reasons import reason_of, reasons

RULES = sorted(
    {str(s) for s in shapes_graph().subjects(SH.message) if str(s).startswith(SHAPE_BASE)}
    | {str(s) for s in shapes_graph().subjects(RDF.type, SH.PropertyShape) if str(s).startswith(SHAPE_BASE)}
)


@pytest.mark.parametrize("rule", RULES, ids=local_name)
def test_every_rule_has_a_reason(rule: str) -> None:
    reason = reason_of(rule)
    assert reason.vi and reason.en and reason.vi != reason.en
    assert reason == reason_of(local_name(rule))


def test_every_reason_is_that_of_a_rule() -> None:
    names = {local_name(rule) for rule in RULES}
    assert set(reasons()) <= names | {name.partition("-")[0] for name in names}


def test_a_shape_of_ones_own_has_no_reason_of_ours() -> None:
    assert reason_of("https://example.org/shapes#Document-kind").en == ""
