"""What is seen but not understood is told, each with a message in both languages."""

import re
from pathlib import Path

import pytest

import ingest
from ingest.extraction import extract
from ingest.facts import Finding
from ingest.issues import issue_of_finding, messages
from ingest.lexicon import Lexicon

ROOM = Path(ingest.__file__).parent


def findings(text: str) -> list[Finding]:
    return extract(text, Lexicon.load()).findings


@pytest.mark.parametrize("number", ["12-XQZ/TW", "1379-QĐNX/TW", "7 - ABC/BCĐTW"])
def test_a_number_with_a_type_code_of_no_list_is_told(number: str) -> None:
    (found,) = findings(f"Nghị quyết {number} được nhắc đến.")
    assert (found.code, found.values) == ("unknown-type-code", (("number", number),))
    assert number in issue_of_finding(found, "a.txt").message_vi


@pytest.mark.parametrize("text", ["Quy định số 67-QĐ/TW.", "Giờ 12-ABC", "Biển số 29-LD/12345", "Đường 5-A/B"])
def test_a_known_code_or_no_number_at_all_is_no_finding(text: str) -> None:
    assert findings(text) == []


def test_a_title_at_a_name_whose_body_is_unknown_is_told() -> None:
    (found,) = findings("Ông Lê Văn Mẫu, Chủ tịch Câu lạc bộ Mẫu Sông Vân, phát biểu.")
    assert (found.code, dict(found.values)) == (
        "unknown-title-body",
        {"role": "Chủ tịch", "words": "Câu lạc bộ Mẫu Sông Vân"},
    )


def test_a_title_far_from_any_name_is_no_finding() -> None:
    assert findings("Nhiệm vụ của Chủ tịch Câu lạc bộ Mẫu Sông Vân rất nặng nề.") == []


def test_every_code_that_the_room_raises_has_a_message_and_every_message_a_code() -> None:
    code = "".join(path.read_text("utf-8") for path in ROOM.rglob("*.py"))
    assert [unused for unused in messages() if f'"{unused}"' not in code] == []
    told = set(re.findall(r'(?:issue|Finding|_raise|_issue)\(\s*"([a-z-]+)"', code))
    assert told <= set(messages())


@pytest.mark.parametrize("code", sorted(messages()))
def test_a_message_says_in_both_languages_what_is_wrong_and_what_to_do(code: str) -> None:
    entry = messages()[code]
    assert entry["severity"] in {"refused", "review"}
    assert all(entry[key].strip() for key in ("vi", "en", "hint_vi", "hint_en"))
    assert set(re.findall(r"{(\w+)}", entry["vi"])) == set(re.findall(r"{(\w+)}", entry["en"]))
