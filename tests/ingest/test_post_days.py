"""The day of a post: of effect, of the decision, or since when it is held; that of a ceremony is none."""

import pytest

from ingest.extraction import extract
from ingest.facts import HoldingFact
from ingest.lexicon import Lexicon

REPORT = "Chiều 20/5/2024, Tỉnh ủy Lào Cai tổ chức hội nghị công bố các quyết định về công tác cán bộ.\n\n"
DEPUTY = "Phó Giám đốc Sở Nội vụ tỉnh Lào Cai"


def post(text: str, person: str = "Lê Văn Mẫu") -> HoldingFact:
    return next(h for h in extract(text, Lexicon.load()).holdings if h.person == person)


def days(text: str) -> set[str | None]:
    return {h.date for h in extract(text, Lexicon.load()).holdings}


@pytest.mark.parametrize(
    "told",
    [
        f"Ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}, kể từ ngày 1/6/2024.",
        f"Ông Lê Văn Mẫu được điều động, bổ nhiệm giữ chức {DEPUTY}; thời hạn bổ nhiệm 5 năm, kể từ ngày 1/6/2024.",
        f"Bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY} từ ngày 01 tháng 6 năm 2024.",
        f"Ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}. Thời hạn bổ nhiệm là 5 năm kể từ ngày 1-6-2024.",
        f"Ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}. Các quyết định có hiệu lực từ ngày 1.6.2024.",
        f"Ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}, kể từ ngày 1/6.",
    ],
)
def test_a_decided_post_is_of_the_day_from_which_the_decision_takes_effect(told: str) -> None:
    found = post(REPORT + told)
    assert (found.status, found.date) == ("appointed", "2024-06-01")
    assert {words.rule for words in found.date_evidence} == {"post-from-day"}


@pytest.mark.parametrize(
    "told",
    [
        f"Theo Quyết định số 412-QĐ/TU ngày 12/5/2024, Tỉnh ủy bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}.",
        "Tại hội nghị, lãnh đạo Tỉnh ủy công bố Quyết định số 412-QĐ/TU ngày 12/5/2024 của Ban Thường vụ Tỉnh ủy. "
        f"Theo đó, ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}.",
        f"Trước đó, ngày 12/5/2024, Ban Thường vụ Tỉnh ủy quyết định bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}.",
        "Ngày 12/5/2024, Ban Thường vụ Tỉnh ủy đã họp, xem xét công tác cán bộ. "
        f"Theo đó, Ban Thường vụ Tỉnh ủy đồng ý để ông Lê Văn Mẫu thôi giữ chức {DEPUTY}.",
    ],
)
def test_without_such_a_day_it_is_of_that_of_the_decision(told: str) -> None:
    found = post(REPORT + told)
    assert found.status in ("appointed", "dismissed") and found.date == "2024-05-12"
    assert "12/5/2024" in found.date_evidence[0].quote


@pytest.mark.parametrize(
    "told",
    [
        f"Ngày 20/5/2024, Ban Thường vụ Tỉnh ủy trao quyết định bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}.",
        f"Ngày 20/5/2024, tại hội nghị, ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}.",
        "Ngày 20/5/2024, lãnh đạo Tỉnh ủy thông báo quyết định của Ban Thường vụ Tỉnh ủy "
        f"bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}.",
        f"Căn cứ Nghị quyết số 9-NQ/TU ngày 1/2/2024, Ban Thường vụ Tỉnh ủy bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}.",
    ],
)
def test_the_day_of_a_ceremony_or_of_a_basis_is_not_that_of_the_post(told: str) -> None:
    assert days(REPORT + told) == {None}


def test_a_council_elects_on_the_day_of_its_session() -> None:
    text = (
        "Ngày 9/7/2024, HĐND tỉnh Lào Cai tổ chức kỳ họp thứ 20.\n\nTại kỳ họp, các đại biểu đã bầu ông Lê Văn Mẫu "
        "giữ chức Phó Chủ tịch UBND tỉnh Lào Cai."
    )
    assert post(text).date == "2024-07-09"
    assert post(text.replace("Ngày 9/7/2024", "Trong các ngày 9 và 10/7/2024")).date is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (f"Ông Lê Văn Mẫu từng giữ chức {DEPUTY} (từ tháng 5/2016).", "2016-05"),
        (f"Tháng 5/2016, ông Lê Văn Mẫu được bổ nhiệm làm {DEPUTY}.", "2016-05"),
        (f"Trước đó, tháng 5/2016, ông Lê Văn Mẫu được bổ nhiệm làm {DEPUTY}.", "2016-05"),
        (f"Từ năm 2016 đến tháng 7/2020, ông Lê Văn Mẫu giữ chức {DEPUTY}.", "2016"),
        (f"Đến ngày 3/5/2016, ông Lê Văn Mẫu được luân chuyển, giữ chức {DEPUTY}.", "2016-05-03"),
        (f"Tháng 2/2010, ông Lê Văn Mẫu về công tác tại Lào Cai; tháng 5/2016, làm {DEPUTY}.", "2016-05"),
    ],
)
def test_a_post_of_a_life_begins_when_it_was_taken_up_as_exactly_as_that_is_told(told: str, day: str) -> None:
    assert post(REPORT + told).date == day


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (f"Từ năm 2016 đến tháng 7/2020, ông Lê Văn Mẫu giữ chức {DEPUTY}.", ("2016", "2020-07")),
        (f"Ông Lê Văn Mẫu từng giữ chức {DEPUTY} (từ tháng 5/2016 - 7/2020).", ("2016-05", "2020-07")),
        (f"Ông Lê Văn Mẫu từng giữ chức {DEPUTY} từ tháng 5/2016 đến tháng 3/2015.", ("2016-05", None)),
        (f"Từ năm 2016 đến tháng 7/2020, ông Lê Văn Mẫu là {DEPUTY}.", ("2016", "2020-07")),
        (f"Ông Lê Văn Mẫu là {DEPUTY} từ năm 2016 đến năm 2020.", ("2016", "2020")),
    ],
)
def test_a_post_that_was_held_to_a_day_has_that_too_unless_it_is_before_the_first(
    told: str, days: tuple[str, str | None]
) -> None:
    found = post(REPORT + told)
    assert (found.status, found.date, found.until) == ("former", *days)


def test_a_post_to_the_end_of_a_term_to_come_is_held() -> None:
    found = post(REPORT + f"Ông Lê Văn Mẫu là {DEPUTY} từ năm 2021 đến năm 2026.")
    assert (found.status, found.date, found.until) == ("current", "2021", None)


def test_a_day_that_opens_a_sentence_is_not_since_when_somebody_in_it_bears_a_title() -> None:
    text = REPORT + f"Ngày 3/5/2016, {DEPUTY} Lê Văn Mẫu làm việc với các phòng chuyên môn."
    assert post(text).date is None


def test_a_post_that_came_after_another_did_not_begin_with_it() -> None:
    text = REPORT + f"Năm 2017, ông Lê Văn Mẫu làm Phó Bí thư Tỉnh ủy Lào Cai, sau đó giữ chức {DEPUTY}."
    assert {h.role: h.date for h in extract(text, Lexicon.load()).holdings}["Phó Giám đốc"] is None


def test_places_that_tell_different_days_leave_the_post_without_one() -> None:
    text = REPORT + (
        f"Tháng 5/2016, ông Lê Văn Mẫu được bổ nhiệm làm {DEPUTY}.\n\n"
        f"Tháng 7/2017, ông Lê Văn Mẫu được bổ nhiệm làm {DEPUTY}."
    )
    assert post(text).date is None


def test_the_words_of_the_day_are_found_beside_what_was_written_out() -> None:
    text = REPORT + f"Chi tiết **tại đây**: đ/c Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}, kể từ ngày 1/6/2024."
    words = post(text).date_evidence[0]
    assert words.quote == text[words.start : words.end] and words.quote.endswith("1/6/2024")


def test_the_day_from_which_another_post_is_given_is_none_of_the_post_held() -> None:
    text = "Giao quyền Chủ tịch UBND xã Bản Hồ cho ông Lê Văn Mẫu, Phó Chủ tịch UBND xã Bản Hồ kể từ ngày 01/10/2022."
    dates = {h.role: h.date for h in extract(text, Lexicon.load()).holdings}
    assert dates["Phó Chủ tịch"] is None
