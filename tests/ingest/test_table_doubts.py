"""Doubts and conflicts in tables: which statement a note doubts, and that a second claim stays beside the first."""

from pathlib import Path

import pytest

from tests.ingest.tables import ranks, read, statements

BODY = "Ban A,,other,central,,,2012,2020,,,"
DOCUMENT = "67-QĐ/TW,Quy định,,,,,,2022-06-02,,Lê Văn Mẫu,"


@pytest.mark.parametrize(
    ("source", "doubted"),
    [
        ("công báo", set()),
        ("unverified: memory", {"documentNumber", "issuedOn", "signedBy"}),
        ("báo A (signatory: unverified)", {"signedBy"}),
        ("báo A (signatory unverified)", {"signedBy"}),
        ("báo A (dates unverified)", {"issuedOn"}),
        ("báo A (số 5; issued unverified; signatory unverified)", {"issuedOn", "signedBy"}),
        ("báo A; otherwise unverified", {"documentNumber", "issuedOn", "signedBy"}),
    ],
)
def test_a_note_doubts_the_cells_that_it_names_and_no_others(tmp_path: Path, source: str, doubted: set[str]) -> None:
    quads, issues = read(tmp_path, {"documents": DOCUMENT + source})
    assert issues == []
    assert {name for name, found in ranks(quads).items() if found == {"unverified"}} == doubted
    assert {name for name, found in ranks(quads).items() if found == {"stated"}} == {
        "documentNumber",
        "issuedOn",
        "signedBy",
    } - doubted


def test_doubted_dates_are_doubted_in_the_changes_that_they_make_too(tmp_path: Path) -> None:
    found = ranks(read(tmp_path, {"bodies": BODY + "công báo (dates unverified)"})[0])
    assert found["changedOn"] == found["existsFrom"] == found["existsTo"] == {"unverified"}
    assert found["changedTo"] == {"stated"}


def test_a_note_on_a_cell_that_the_table_does_not_have_is_an_issue(tmp_path: Path) -> None:
    quads, issues = read(tmp_path, {"documents": DOCUMENT + "báo A (opening unverified)"})
    assert [(i.code, i.locator) for i in issues] == [("bad-value", "line 2, column source")] and "signatory" in issues[
        0
    ].hint_vi
    assert statements(quads, "issuedOn")


def test_a_claim_stays_beside_the_date_of_the_document_and_does_not_move_it(tmp_path: Path) -> None:
    claim = "67-QĐ/TW (2022-06-02),issuedOn,2022-06-12,báo B (value: unverified)"
    quads, issues = read(tmp_path, {"documents": DOCUMENT + "công báo", "claims": claim})
    key = "document/67-qd-tw-2022-06-02"
    assert issues == []
    assert statements(quads, "issuedOn") == {(key, "issuedOn", "2022-06-02"), (key, "issuedOn", "2022-06-12")}
    assert statements(quads, "earliest", "latest") == {(key, "earliest", "2022-06-02"), (key, "latest", "2022-06-02")}
    assert ranks(quads)["issuedOn"] == {"stated", "unverified"}


def test_a_claim_may_relate_two_things(tmp_path: Path) -> None:
    documents = f"{DOCUMENT}công báo\n30-QĐ/TW,Quy định,,,,,,2016,,,công báo"
    quads, issues = read(tmp_path, {"documents": documents, "claims": "67-QĐ/TW,replaces,30-QĐ/TW,báo B"})
    assert issues == []
    assert statements(quads, "replaces") == {("document/67-qd-tw-2022-06-02", "replaces", "document/30-qd-tw-2016")}


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("68-QĐ/TW,issuedOn,2022,báo B", "unknown-name", "about"),
        ("67-QĐ/TW (2021-01-01),issuedOn,2022,báo B", "unknown-name", "about"),
        ("67-QĐ/TW,issuedOn,hôm qua,báo B", "bad-date", "value"),
        ("67-QĐ/TW,replaces,68-QĐ/TW,báo B", "unknown-name", "value"),
        ("67-QĐ/TW,kind,Quy chế,báo B", "bad-value", "property"),
        ("67-QĐ/TW,sửa đổi,30-QĐ/TW,báo B", "bad-value", "property"),
        ("67-QĐ/TW,issuedOn,2022,", "missing-cell", "source"),
    ],
)
def test_a_claim_that_cannot_be_placed_is_an_issue_that_names_the_cell(
    tmp_path: Path, row: str, code: str, column: str
) -> None:
    issues = read(tmp_path, {"documents": DOCUMENT + "công báo", "claims": row})[1]
    assert [(i.code, i.source, i.locator) for i in issues] == [(code, "claims.csv", f"line 2, column {column}")]
    assert column in issues[0].message_vi and column in issues[0].message_en
