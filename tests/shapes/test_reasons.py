"""Every rule says why it exists, in both languages; no reason is left without a rule."""

import pytest
from rdflib import RDF, SH, SKOS, URIRef

from ontology.terms import MG, SHAPE_BASE, Labels, local_name
from shapes.check import Report, Result, bundled, shapes_graph
from shapes.reasons import explained, fix_of, reason_of, reasons

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


@pytest.mark.parametrize("rule", RULES, ids=local_name)
def test_every_message_says_what_is_wrong_and_then_what_would_mend_it(rule: str) -> None:
    message_vi, message_en = (bundled().message(URIRef(rule), language) for language in ("vi", "en"))
    fix = fix_of(message_vi, message_en)
    assert len(fix.vi) > 5 and len(fix.en) > 5 and len(fix.vi) < len(message_vi) - 10


def test_a_message_that_tells_no_remedy_has_none() -> None:
    assert fix_of("Sai", "Wrong") == Labels("", "")


@pytest.mark.parametrize(
    ("path", "told"),
    [(MG.issuedOn, ("ngày ban hành", "issued on")), (SKOS.prefLabel, ("tên", "name")), (None, ("", ""))],
)
def test_a_property_is_told_in_both_languages_be_it_ours_or_not(path: str | None, told: tuple[str, str]) -> None:
    result = Result("urn:x", path and str(path), None, "violation", f"{SHAPE_BASE}Named-prefLabel", "x", "sai", "wrong")
    found = explained(Report((result,)).as_json()[0])
    assert (found["path_vi"], found["path_en"]) == told
