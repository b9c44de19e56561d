"""A refresh of reference facts is an import like any other: edit a cell, import, see the difference, publish."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pyoxigraph import Quad

from graph_store.net_change import net_change
from graph_store.versions import VersionStore
from ingest.demo import reference_tables
from ingest.imports import Importer
from ontology.terms import local_name
from tests.ingest.tables import ranks, statements

Write = Callable[[str, str], Path]
Fact = tuple[str, str, str]
TITLE = ("what Party members must not do", "nineteen things that Party members must not do")
THE_REGULATION = "document/37-qd-tw-2021-10-25"


@pytest.fixture
def published(importer: Importer) -> Importer:
    importer.publish(importer.stage(reference_tables()).id)
    return importer


def edited(name: str, write: Write, *changes: tuple[str, str]) -> Path:
    """The shipped table of that name, each text replaced once in its first place."""
    (path,) = (path for path in reference_tables() if path.name == name)
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return write(name, text)


def facts(quads: Sequence[Quad]) -> set[Fact]:
    """What the quads say of the world: not of evidence, sources or imports."""
    every = statements(quads, *{local_name(q.predicate.value) for q in quads})
    return {fact for fact in every if not fact[0].startswith(("evidence/", "source/", "import/"))}


def proven(quads: Sequence[Quad]) -> set[tuple[str, str]]:
    """(subject, property) of what the evidence among the quads is evidence for."""
    of = {(key, name): value for key, name, value in statements(quads, "subject", "predicate")}
    return {(value, local_name(of[key, "predicate"])) for (key, name), value in of.items() if name == "subject"}


def test_an_edited_cell_is_a_difference_of_exactly_that_fact_and_its_evidence(
    published: Importer, versions: VersionStore, write: Write
) -> None:
    table = edited("documents.csv", write, TITLE)
    record = published.stage([table])
    change = net_change(published.change(record.id))
    assert (record.status, record.issues, record.violations) == ("staged", 0, 0)
    assert facts(change.removed) == {(THE_REGULATION, "title", TITLE[0])}
    assert facts(change.added) == {(THE_REGULATION, "title", TITLE[1])}
    assert proven(change.removed) == proven(change.added) == {(THE_REGULATION, "title")}
    published.publish(record.id)
    assert versions.current_number() == 2 and not versions.verify()
    again = published.stage([table])
    assert (again.status, again.added, again.removed, versions.staged()) == ("unchanged", 0, 0, [])


def test_an_edited_date_brings_the_days_that_are_computed_from_it(published: Importer, write: Write) -> None:
    record = published.stage([edited("plenums.csv", write, ("2023-05-15,2023-05-17", "2023-05-14,2023-05-17"))])
    change = net_change(published.change(record.id))
    assert {name for _, name, _ in facts(change.added)} == {"startsOn", "earliest"}
    assert {value for _, _, value in facts(change.added)} == {"2023-05-14"}
    assert {value for _, _, value in facts(change.removed)} == {"2023-05-15"}
    assert {name for _, name in proven(change.added)} == {"startsOn"}


def test_a_source_that_takes_the_place_of_memory_changes_the_rank_and_no_fact(
    published: Importer, write: Write
) -> None:
    row = "2023-05-15,2023-05-17,"
    record = published.stage(
        [edited("plenums.csv", write, (row + "unverified: general knowledge", row + "nhandan.vn"))]
    )
    change = net_change(published.change(record.id))
    assert facts(change.added) == facts(change.removed) == set()
    assert set(ranks(change.added)) == {"startsOn", "endsOn", "inTerm", "ordinal"}
    assert {rank for found in ranks(change.added).values() for rank in found} == {"stated"}
    assert {rank for found in ranks(change.removed).values() for rank in found} == {"unverified"}


def test_a_row_that_goes_takes_its_facts_along(published: Importer, write: Write) -> None:
    row = 'Phương Thị Thanh,Chủ tịch,Hội đồng nhân dân tỉnh Bắc Kạn,,,,"Báo Bắc Kạn, 2023-03-31"\n'
    change = net_change(published.change(published.stage([edited("holdings.csv", write, (row, ""))]).id))
    assert facts(change.added) == set()
    assert {name for _, name, _ in facts(change.removed)} >= {"heldBy", "inPosition", "status", "positionIn"}


@pytest.mark.parametrize(
    ("table", "old", "new", "code", "column"),
    [
        ("committees.csv", 'tiêu cực cấp tỉnh",01', 'tiêu cực cấp tỉnh",99', "unknown-name", "place_code"),
        ("bodies.csv", "2012-12-28", "28/12/2012", "bad-date", "established"),
        ("documents.csv", "2021-10-25", "25/10/2021", "bad-date", "issued"),
        ("holdings.csv", "Trưởng ban,Ban Nội chính Trung ương", "Trưởng ban,Ban Nội vụ", "unknown-name", "body"),
        ("positions.csv", "Trưởng ban,Ban Nội chính", "Trưởng thôn,Ban Nội chính", "unknown-role", "role"),
        ("plenums.csv", "XIII,5,", "XIII,năm,", "bad-value", "number"),
    ],
)
def test_a_wrong_cell_is_refused_with_file_row_column_and_hint_in_both_languages(
    published: Importer, write: Write, table: str, old: str, new: str, code: str, column: str
) -> None:
    record = published.stage([edited(table, write, (old, new))])
    found = [i for i in published.issues(record.id) if i["code"] == code]
    assert found and {i["source"] for i in found} == {table}
    for issue in found:
        assert issue["locator"].startswith("line ") and new.split(",")[-1] in issue["quote"]
        for language in ("vi", "en"):
            assert issue[f"hint_{language}"] and (column in issue[f"message_{language}"] or code == "unknown-role")
