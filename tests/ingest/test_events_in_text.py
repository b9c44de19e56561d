"""Events that a text names: their form, number, term and day."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ingest.rules.mentions.event_names import standard_name
from tests.ingest.told_events import events


@pytest.mark.parametrize(
    "printed",
    [
        "Hội nghị Trung ương 7 (khóa XIII)",
        "Hội nghị Trung ương 7 khóa XIII",
        "Hội nghị Trung ương 7 khoá XIII",
        "Hội nghị Trung ương lần thứ 7 khóa XIII",
        "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XIII",
        "Hội nghị lần thứ 7 Ban Chấp hành Trung ương Đảng khóa XIII",
    ],
)
def test_a_plenum_is_one_however_it_is_printed(printed: str) -> None:
    (found,) = events(f"Theo {printed}, việc này là cần thiết.")
    assert standard_name(found.form, found.term, found.ordinal) == "Hội nghị Trung ương 7 khóa XIII"
    assert (found.ordinal, found.term) == (7, "XIII")
    assert found.evidence[0].quote == printed


@pytest.mark.parametrize(
    "printed",
    ["Đại hội XIII của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "Đại hội lần thứ XIII của Đảng"],
)
def test_a_congress_is_known_by_its_term(printed: str) -> None:
    (found,) = events(f"Thực hiện chủ trương của {printed}, tỉnh đã làm nhiều việc.")
    assert (found.form, found.term) == ("congress", "XIII")


def test_a_conference_has_its_name_and_the_day_of_its_sentence() -> None:
    text = "Sáng 2/4/2023, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết công tác nội chính năm 2022."
    (found,) = events(text)
    assert (found.name, found.form, found.date) == (
        "Hội nghị sơ kết công tác nội chính năm 2022",
        "conference",
        "2023-04-02",
    )


def test_an_event_named_twice_is_one_with_both_places() -> None:
    text = "Hội nghị Trung ương 7 khóa XIII đã bàn. Nay, Hội nghị Trung ương 7 (khóa XIII) được nhắc lại."
    (found,) = events(text)
    assert [text[e.start : e.end] for e in found.evidence] == [
        "Hội nghị Trung ương 7 khóa XIII",
        "Hội nghị Trung ương 7 (khóa XIII)",
    ]


@pytest.mark.parametrize(
    "text",
    ["Hội nghị có 45 đại biểu dự.", "Các hội nghị sẽ được mở trong năm.", "Hội nghị thành công tốt đẹp."],
)
def test_the_bare_word_names_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sau Hội nghị Tỉnh ủy Lào Cai lần thứ 18, huyện sẽ sắp xếp.", "Hội nghị Tỉnh ủy Lào Cai lần thứ 18"),
        (
            "Sáng 31/3/2023 diễn ra Hội nghị giao ban ngành Nội chính Đảng các tỉnh, thành phố.",
            "Hội nghị giao ban ngành Nội chính Đảng các tỉnh, thành phố",
        ),
        ("Tại Đại hội X Hội Nông dân Việt Nam có 100 đại biểu.", "Đại hội X Hội Nông dân Việt Nam"),
        ("Dự Đại hội XII Công đoàn Việt Nam có các đồng chí.", "Đại hội XII Công đoàn Việt Nam"),
    ],
)
def test_the_name_of_a_meeting_ends_before_who_acts_and_what_is_told_of_it(text: str, name: str) -> None:
    assert [event.name for event in extract(text, Lexicon.load()).events] == [name]
