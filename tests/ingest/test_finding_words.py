"""What the rules see but do not understand is a finding that quotes its words, in order of place."""

import pytest

from ingest.extraction import extract
from ingest.facts import Finding
from ingest.issues import issue_of_finding
from ingest.lexicon import Lexicon


def findings(text: str) -> list[Finding]:
    return extract(text, Lexicon.load()).findings


@pytest.mark.parametrize("number", ["12-XYZ/TU", "7-QXĐ/TW", "140 - KHX/HU"])
def test_a_number_with_an_unknown_type_code_is_a_finding(number: str) -> None:
    text = f"Các xã đã bàn Biên bản số {number} trong tuần."
    (found,) = findings(text)
    assert (found.code, found.values) == ("unknown-type-code", (("number", number),))
    assert text[found.evidence.start : found.evidence.end] == found.evidence.quote == number


@pytest.mark.parametrize(
    "text",
    ["Bàn Quy định số 25-QĐ/TU.", "Xe 24A-12345 đến.", "Mẫu 02-Lý lịch, 25-27/9.", "Bàn Quyết định số 812/QĐ-UBND."],
)
def test_numbers_with_a_known_code_and_other_numbers_are_no_findings(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ông Lê Văn Mẫu, Chủ tịch Câu lạc bộ Chè Mường Mẫu, phát biểu.", "Câu lạc bộ Chè Mường Mẫu"),
        ("Ông Lê Văn Mẫu - Chủ tịch Câu lạc bộ Chè (mới) phát biểu.", "Câu lạc bộ Chè"),
        ("Ông Lê Văn Mẫu giữ chức Chủ tịch Câu lạc bộ Chè.", "Câu lạc bộ Chè"),
    ],
)
def test_a_title_of_an_unknown_body_at_a_name_or_in_a_decision_is_a_finding(text: str, words: str) -> None:
    (found,) = findings(text)
    assert (found.code, dict(found.values)) == ("unknown-title-body", {"role": "Chủ tịch", "words": words})
    assert found.evidence.quote == f"Chủ tịch {words}" == text[found.evidence.start : found.evidence.end]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, phát biểu.",
        "Ông Lê Văn Mẫu, chủ tịch của hội, phát biểu.",
        "Các chủ tịch Câu lạc bộ Chè đến dự.",
    ],
)
def test_a_title_of_a_known_body_or_of_nobody_is_no_finding(text: str) -> None:
    assert findings(text) == []


def test_findings_stand_in_order_of_place_and_speak_both_languages() -> None:
    text = "Ông Lê Văn Mẫu, Chủ tịch Câu lạc bộ Chè, đọc Biên bản số 12-XYZ/TU."
    issues = [issue_of_finding(f, "bai.txt") for f in findings(text)]
    assert [i.code for i in issues] == ["unknown-title-body", "unknown-type-code"]
    assert "12-XYZ/TU" in issues[1].message_vi and "12-XYZ/TU" in issues[1].message_en
    assert all((i.severity, i.quote) == ("review", text[i.start : i.end]) for i in issues)
