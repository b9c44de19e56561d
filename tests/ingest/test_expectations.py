"""Expectations: an import that brought too little, or took too much away, is staged and reported but not published."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph_store.versions import VersionStore
from ingest.expectations import Found, read_expectations
from ingest.imports import Importer
from ontology.errors import ExpectationBroken, SourceMalformed

Write = Callable[[str, str], Path]
TEXT = "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính.\n"
NOTHING = Found({}, {}, refused=0, issues=0, removed=0, base_quads=0)


def broken(text: str, found: Found) -> list[str]:
    return [expectation.en for expectation in read_expectations(text, "x.toml").broken(found)]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, ["entities.Person: expected 2–3, found 1"]),
        (2, []),
        (3, []),
        (4, ["entities.Person: expected 2–3, found 4"]),
    ],
)
def test_a_range_holds_with_both_its_ends(count: int, said: list[str]) -> None:
    found = Found({"Person": count}, {}, refused=0, issues=0, removed=0, base_quads=0)
    assert broken("[entities.Person]\nmin = 2\nmax = 3\n", found) == said


def test_what_an_import_did_not_bring_at_all_counts_as_none() -> None:
    assert broken('[statements."no-rule"]\nmin = 1\n', NOTHING) == ["statements.no-rule: expected 1, found 0"]


@pytest.mark.parametrize("name", ["refused", "issues", "removed"])
def test_more_than_the_most_is_named(name: str) -> None:
    counts = {"refused": 0, "issues": 0, "removed": 0} | {name: 3}
    found = Found({}, {}, base_quads=10, **counts)
    assert broken(f"[import]\n{name} = 2\n", found) == [f"{name}: at most 2, found 3"]
    assert broken(f"[import]\n{name} = 3\n", found) == []


@pytest.mark.parametrize(("removed", "share"), [(1_001, 1), (1_000, 0), (500, 0)])
def test_without_a_file_no_import_takes_away_more_than_half_of_a_graph_of_some_size(removed: int, share: int) -> None:
    found = Found({}, {}, refused=0, issues=0, removed=removed, base_quads=2_001)
    assert len(broken("", found)) == share
    assert broken("[import]\nremoved_share = 1\n", found) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x = 1\n[entities =", "line 2"),
        ("entities = 3", "entities"),
        ("[entities]\nPerson = 3", "entities.Person"),
        ("[entities.Person]\nleast = 3", "entities.Person"),
        ("[entities.Person]\nmin = true", "entities.Person"),
        ("[entities.Person]\nmin = 3\nmax = 2", "entities.Person"),
        ("[import]\nlost = 3", "lost"),
        ("[import]\nissues = -1", "issues"),
        ("[people]\nmin = 3", "people"),
    ],
)
def test_a_file_of_another_form_is_refused_with_the_place_and_the_form(text: str, what: str) -> None:
    with pytest.raises(SourceMalformed, match=r"posts\.toml holds no expectations") as refused:
        read_expectations(text, "posts.toml")
    assert what in str(refused.value) and "min, max" in refused.value.hint


def test_an_import_that_broke_its_expectations_is_staged_reported_and_not_published(
    importer: Importer, versions: VersionStore, write: Write
) -> None:
    record = importer.stage([write("a.txt", TEXT)], expectations="[entities.Person]\nmin = 5\n")
    assert (record.status, record.broken) == ("staged", 1)
    (told,) = importer.report(record.id)["broken_list"]
    assert told == {"vi": "entities.Person: cần 5, có 1", "en": "entities.Person: expected 5, found 1"}
    with pytest.raises(ExpectationBroken, match="expected 5, found 1"):
        importer.publish(record.id)
    assert versions.log() == [] and importer.record(record.id).status == "staged"


def test_expectations_stay_with_the_import_when_it_is_read_again(importer: Importer, write: Write) -> None:
    record = importer.stage([write("a.txt", TEXT)], expectations="[entities.Person]\nmin = 5\n")
    assert importer.read_again(record.id).broken == 1


def test_an_import_that_is_as_expected_is_published(importer: Importer, write: Write) -> None:
    record = importer.stage([write("a.txt", TEXT)], expectations="[entities.Person]\nmin = 1\n[import]\nrefused = 0\n")
    assert importer.publish(record.id).number == 1


def test_a_bad_file_of_expectations_stages_nothing(importer: Importer, write: Write) -> None:
    with pytest.raises(SourceMalformed):
        importer.stage([write("a.txt", TEXT)], expectations="[import]\nlost = 3")
    assert importer.records() == []
