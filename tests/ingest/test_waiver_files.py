"""Waivers travel as CSV with who, why and until when; a repeated one is kept once, a faulty one keeps all out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.review.waiver_files import COLUMNS, waivers_as_csv, waivers_from_csv
from ingest.review.waiver_store import Waiver, WaiverStore
from ontology.errors import InvalidIdentifier, SourceMalformed

NODE = "https://w3id.org/mandate-graph/id/document/12-qd-tu"
KEPT = Waiver("Document-authority", NODE, "bản gốc, đã mất", "Lan", "2026-01-05T12:00:00+00:00", "2026-03-31")
HEAD = ",".join(COLUMNS) + "\r\n"
text = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@pytest.fixture
def store(tmp_path: Path) -> WaiverStore:
    return WaiverStore(f"sqlite:///{tmp_path / 'workflow.sqlite'}")


@given(reason=text, author=text, withdrawn=st.sampled_from(["", "2026-02-01T00:00:00+00:00"]))
def test_what_is_written_is_read_back(reason: str, author: str, withdrawn: str) -> None:
    waiver = replace(KEPT, reason=reason, author=author, withdrawn_at=withdrawn)
    assert waivers_from_csv(waivers_as_csv([waiver]), "w.csv") == [waiver]


def test_a_reason_that_a_spreadsheet_would_run_is_written_as_text() -> None:
    assert "'=1+1" in waivers_as_csv([replace(KEPT, reason="=1+1")])


def test_a_file_taken_in_twice_is_kept_once_and_ended_waivers_stay_ended(store: WaiverStore) -> None:
    ended = replace(KEPT, reason="nhầm", withdrawn_at="2026-02-01T00:00:00+00:00", withdrawn_by="Minh")
    read = waivers_from_csv(waivers_as_csv([KEPT, ended, KEPT]), "w.csv")
    assert (store.take_in(read), store.take_in(read)) == (2, 0)
    assert [w.reason for w in store.holding(date(2026, 3, 1)).values()] == ["bản gốc, đã mất"]
    assert [(w.author, w.withdrawn_by) for w in store.all()] == [("Lan", ""), ("Lan", "Minh")]


def test_one_faulty_waiver_keeps_the_others_out(store: WaiverStore) -> None:
    with pytest.raises(InvalidIdentifier):
        store.take_in([KEPT, replace(KEPT, shape="No-such-rule")])
    assert store.all() == []


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        ("shape,focus_node\r\na,b\r\n", 1, "no column reason, author, at, until"),
        (HEAD + "Document-authority,urn:a,,Lan,2026,2027,,\r\n", 2, "nothing stands in reason"),
        (HEAD + "Document-authority,urn:a\r\n", 2, "nothing stands in reason, author, at, until"),
        (HEAD + 'a,"b\r\n', 2, "no CSV"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_line(content: str, line: int, told: str) -> None:
    with pytest.raises(SourceMalformed, match=told) as caught:
        waivers_from_csv(content, "w.csv")
    assert caught.value.facts["line"] == line and "dòng" in caught.value.message_vi and caught.value.hint_vi
