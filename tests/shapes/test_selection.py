"""Findings are chosen by gravity, rule, file and words; what is not asked for selects everything."""

from typing import Any

import pytest

from shapes.selection import Selection

PLACE = {"file": "đảng viên.ttl", "quote": "mg:heldBy id:lan ;"}
FINDING: dict[str, Any] = {
    "severity": "warning",
    "shape": "https://w3id.org/mandate-graph/shapes#Holding-heldBy",
    "focus_node": "https://w3id.org/mandate-graph/id/holding/a",
    "path": None,
    "value": "Lan",
    "message_vi": "Phải có đúng một người; bổ sung.",
    "message_en": "One person: add it.",
    "places": [PLACE],
}


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Selection(), True),
        (Selection(severity="warning"), True),
        (Selection(severity="violation"), False),
        (Selection(rule="Holding-heldBy"), True),
        (Selection(rule="Holding"), True),
        (Selection(rule="Hold"), False),
        (Selection(file="đảng viên.ttl"), True),
        (Selection(file="*.ttl"), True),
        (Selection(file="*.csv"), False),
        (Selection(text="ĐÚNG MỘT NGƯỜI"), True),
        (Selection(text="id:lan"), True),
        (Selection(text="holding/a"), True),
        (Selection(text="Minh"), False),
        (Selection(severity="warning", rule="Holding", file="*.ttl", text="Minh"), False),
    ],
)
def test_a_finding_is_kept_if_it_is_all_that_is_asked(wanted: Selection, kept: bool) -> None:
    assert wanted.keeps(FINDING) is kept


def test_a_finding_without_a_place_is_of_no_file() -> None:
    assert not Selection(file="*").keeps({**FINDING, "places": []})
