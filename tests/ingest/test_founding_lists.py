"""Organs founded together and listed behind "gồm", and issuers on pages that name no place."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon

HELD = "Sáng 1/7/2025, HĐND xã Mường Hum khóa I, tỉnh Lào Cai họp. HĐND xã đã thông qua Nghị quyết thành lập "


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def founded(text: str) -> list[str]:
    return [r.object for r in read(text).relations if r.predicate == "establishes"]


@pytest.mark.parametrize(
    "words",
    [
        "các Ban của HĐND xã. Theo đó, HĐND xã gồm 2 ban: Ban Kinh tế - Ngân sách và Ban Văn hóa - Xã hội.",
        "các Ban của HĐND xã.\nTheo đó, HĐND xã gồm 2 ban:\n- Ban Kinh tế - Ngân sách (bà A);\n- Ban Văn hóa - Xã hội",
        "các Ban của HĐND xã, gồm các ban: Ban Kinh tế - Ngân sách; Ban Văn hóa - Xã hội.",
    ],
)
def test_a_resolution_founds_each_committee_of_the_council_that_the_text_lists(words: str) -> None:
    council = "Hội đồng nhân dân xã Mường Hum"
    committees = [f"Ban Kinh tế - Ngân sách {council}", f"Ban Văn hóa - Xã hội {council}"]
    assert founded(HELD + words) == committees
    assert set(committees) <= {body.name for body in read(HELD + words).bodies}


def test_offices_listed_behind_a_resolution_are_founded_by_it() -> None:
    words = "cơ quan chuyên môn thuộc UBND xã, gồm: Văn phòng HĐND và UBND xã; Phòng Kinh tế; Phòng Văn hóa - Xã hội."
    assert founded(HELD + words) == [
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Mường Hum",
        "Phòng Kinh tế xã Mường Hum",
        "Phòng Văn hóa - Xã hội xã Mường Hum",
    ]


@pytest.mark.parametrize(
    "text",
    [
        HELD + "các Ban của HĐND xã. Đoàn giám sát gồm: Ban Thường trực, Phòng Kinh tế và Ban Giám đốc.",
        "HĐND xã Mường Hum, tỉnh Lào Cai gồm 2 ban: Ban Kinh tế - Ngân sách và Ban Văn hóa - Xã hội.",
    ],
)
def test_what_a_group_consists_of_is_not_founded(text: str) -> None:
    assert founded(text) == []


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Ban Thường vụ Tỉnh ủy ban hành Kết luận số 86-KL/TU về công tác cán bộ.", "Ban Thường vụ Tỉnh ủy"),
        ("UBND tỉnh vừa có Quyết định số 12/QĐ-UBND bổ nhiệm ông Lê Văn Mẫu.", "Ủy ban nhân dân tỉnh"),
        ("HĐND tỉnh khóa XVI thông qua nghị quyết về phân bổ ngân sách năm 2025.", "Hội đồng nhân dân tỉnh"),
        ("Các chi bộ thực hiện Chỉ thị số 12-CT/HU của Huyện ủy.", "Huyện ủy"),
    ],
)
def test_an_issuer_is_told_without_its_place_where_the_page_names_none(text: str, issuer: str) -> None:
    facts = read(text)
    assert [d.issuer for d in facts.documents] == [issuer]
    assert [office.name for office in facts.offices] == [issuer]


def test_an_issuer_without_its_place_is_left_out_where_the_page_names_two() -> None:
    told = (
        "Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 12-KH/TU. Dự có Bí thư Tỉnh ủy Lào Cai và Bí thư Tỉnh ủy Hà Giang."
    )
    assert [d.issuer for d in read(told).documents] == [None]
