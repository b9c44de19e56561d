"""A report is told rule by rule, counted, and page by page, however many findings it has."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shapes.grouping import SEVERITIES, counted, counts, grouped, in_order


def result(rule: str, severity: str, node: str, file: str = "", start: int = 0) -> dict[str, Any]:
    places = [{"file": file, "start": start}] if file else []
    shape = f"https://w3id.org/mandate-graph/shapes#{rule}"
    return {"shape": shape, "severity": severity, "focus_node": node, "path": None, "places": places}


RULES = {"Document-x": "warning", "Document-y": "violation", "Holding-z": "info"}
results = st.lists(
    st.builds(
        lambda rule, node, file, start: result(rule, RULES[rule], node, file, start),
        st.sampled_from(sorted(RULES)),
        st.sampled_from("abc"),
        st.sampled_from(["", "x.ttl", "y.csv"]),
        st.integers(0, 9),
    )
)


def test_the_gravest_and_most_frequent_rules_come_first() -> None:
    found = [result("W", "warning", "a"), result("V", "violation", "b"), *[result("U", "warning", c) for c in "cd"]]
    assert counted(found) == [("violation", "V", 1), ("warning", "U", 2), ("warning", "W", 1)]
    assert [group.rule for group in grouped(found)] == ["V", "U", "W"]


def test_of_a_rule_the_findings_of_a_file_stand_together_in_its_order() -> None:
    found = [result("A", "warning", n, f, s) for n, f, s in (("1", "b", 9), ("2", "a", 7), ("3", "b", 2))]
    assert [r["focus_node"] for r in in_order(found)] == ["2", "3", "1"]


def test_a_finding_is_counted_once_for_each_file_that_it_rests_on() -> None:
    twice = result("A", "warning", "n", "a", 1)
    twice["places"] += [{"file": "a", "start": 5}, {"file": "b", "start": 1}]
    told = counts([twice, {**result("A", "warning", "m", "b"), "waiver": {"until": "2027-01-01"}}])
    assert told["files"] == [{"file": "b", "count": 2}, {"file": "a", "count": 1}]
    assert (told["total"], told["waived"], told["severities"]) == (2, 1, {"warning": 2})


@given(found=results, most=st.integers(1, 5))
def test_the_pages_of_a_report_have_each_finding_once_and_say_how_many_there_are(
    found: list[dict[str, Any]], most: int
) -> None:
    pages = [grouped(found, start, most) for start in range(0, len(found), most)]
    assert [r for page in pages for group in page for r in group.results] == in_order(found)
    totals = {(severity, rule): n for severity, rule, n in counted(found)}
    assert all(group.count == totals[group.severity, group.rule] for page in pages for group in page)
    ranks = [SEVERITIES.index(group.severity) for page in pages for group in page]
    assert ranks == sorted(ranks)
