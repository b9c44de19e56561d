"""Days are read in every printed form; without a year only where a word says that it is a day."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ingest.rules.text.dates import appeared_on, find_dates, likely_year, published_on
from ingest.rules.text.page import Page


def page(text: str) -> Page:
    return Page(text, Lexicon.load())


def days(text: str, year: int | None = None) -> list[str | None]:
    return [d.iso(year) for d in find_dates(page(text))]


@pytest.mark.parametrize(
    "printed",
    [
        "02/6/2022",
        "2-6-2022",
        "2.6.2022",
        "02 / 06 / 2022",
        "ngày 02 tháng 6 năm 2022",
        "ngày 2 tháng 06 năm 2022",
    ],
)
def test_a_full_date_is_read(printed: str) -> None:
    assert days(f"Họp {printed} ở Lào Cai.") == ["2022-06-02"]


@pytest.mark.parametrize("printed", ["sáng 31/3", "chiều 31-3", "ngày 31/3", "Ngày 31 tháng 3", "tối 31.3"])
def test_a_day_without_a_year_takes_the_year_of_the_text(printed: str) -> None:
    assert days(f"{printed}, hội nghị khai mạc.", 2023) == ["2023-03-31"]


@pytest.mark.parametrize("text", ["đạt 31/3 chỉ tiêu", "63/63 tỉnh", "12/2022/NQ-HĐND", "ngày 45/13/2022"])
def test_fractions_numbers_and_impossible_days_are_no_dates(text: str) -> None:
    assert days(text, 2023) == []


def test_a_day_of_no_calendar_has_no_iso_date() -> None:
    assert days("ngày 31/2/2022") == [None]


def test_a_day_without_any_year_has_no_iso_date() -> None:
    assert days("sáng 31/3") == [None]


def test_the_year_of_a_quarter_is_the_year_of_the_text() -> None:
    text = page("Sơ kết quý I/2023. Năm 2022 đã qua, năm 2022 nhiều việc.")
    assert likely_year(text, find_dates(text)) == 2023


def test_terms_of_office_do_not_count_as_the_year_of_the_text() -> None:
    text = page("Nhiệm kỳ 2020 - 2025, nhiệm kỳ 2020-2025. Trong năm 2024 còn nhiều việc.")
    assert likely_year(text, find_dates(text)) == 2024


def test_a_report_is_of_the_day_it_opens_with() -> None:
    text = page("Ngày 12/5/2021, Tỉnh ủy Lào Cai họp. Trước đó, ngày 3/4/2021, có một cuộc họp.")
    assert published_on(text, find_dates(text)) == "2021-05-12"


def test_a_report_is_not_older_than_what_it_tells() -> None:
    text = page("Ngày 12/5/2021, Tỉnh ủy Lào Cai họp. Đến ngày 3/6/2021 thì xong.")
    assert published_on(text, find_dates(text)) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Chiều 3/1, tỉnh họp. Ngày 12/11/2024, Bộ Chính trị đã có quyết định.", 2025),
        ("Chiều 15/5, tỉnh họp. Quyết định có hiệu lực từ ngày 1/12/2024.", 2024),
        ("Ngày 26/4, tỉnh họp năm 2024. Ông sinh năm 1970, từ tháng 10/2020 đến tháng 3/2020 làm Bí thư.", 2024),
    ],
)
def test_days_without_a_year_are_of_the_report_not_of_what_it_tells(text: str, year: int) -> None:
    read = page(text)
    assert likely_year(read, find_dates(read)) == year


def test_a_report_is_no_older_than_the_latest_day_that_it_tells() -> None:
    text = "Sáng 4/3, Quốc hội họp theo Luật số 57/2014/QH13 và Nghị quyết số 102/2015/QH13 ngày 24/11/2015. "
    read = page(text + "Trước đó, ngày 17/1/2023, Trung ương đã họp.")
    assert likely_year(read, find_dates(read)) == 2023


def test_the_year_in_a_number_is_that_of_the_text_only_where_no_other_is_named() -> None:
    read = page("Sáng 4/3, xã công bố Nghị quyết số 12/2025/NQ-HĐND và Nghị quyết số 13/2025/NQ-HĐND.")
    assert likely_year(read, find_dates(read)) == 2025
    read = page("Sáng 4/3, xã công bố Nghị quyết số 12/2024/NQ-HĐND và Nghị quyết số 13/2024/NQ-HĐND cho năm 2025.")
    assert likely_year(read, find_dates(read)) == 2025


def test_the_years_of_a_life_are_never_those_of_the_report() -> None:
    read = page("Sáng 2/10, tỉnh họp. Bà Sen sinh ngày 8/1/1970, từ tháng 9/1992 đến tháng 7/1996 là giáo viên.")
    assert likely_year(read, find_dates(read)) is None


def test_a_report_is_no_older_than_since_when_somebody_holds_a_post() -> None:
    text = "Chiều 5/1, ông Mẫu thôi chức. Tháng 8/2011, ông làm Bộ trưởng; từ tháng 9/2021, ông làm Phó Thủ tướng."
    page = Page(text, Lexicon.load())
    assert likely_year(page, find_dates(page)) is None


def test_the_year_in_a_number_is_not_that_of_the_report_where_a_day_has_one() -> None:
    text = "Chiều 5/6, ông Mẫu nhận chức theo Nghị quyết 98/2023 của Quốc hội, thay ông Tư nghỉ từ ngày 1/6/2024."
    page = Page(text, Lexicon.load())
    assert likely_year(page, find_dates(page)) == 2024


def test_a_report_follows_the_month_in_which_somebody_took_a_post() -> None:
    text = "Ngày 22/6, Ủy ban đã họp. Cuối tháng 8/2021, ông Mẫu được điều động về Ban Kinh tế Trung ương."
    page = Page(text, Lexicon.load())
    assert likely_year(page, find_dates(page)) == 2022


@pytest.mark.parametrize(
    ("published", "text", "year"),
    [
        ("2024-05-12", "Chiều 10/5, tỉnh họp. Quy định ban hành năm 2018, sửa đổi năm 2018.", 2024),
        ("2024-01-03", "Ngày 28/12, tỉnh họp tổng kết.", 2023),
        ("2023-12-28", "Ngày 2/1, tỉnh sẽ họp phiên đầu năm.", 2024),
    ],
)
def test_a_day_without_a_year_lies_close_to_the_day_of_publication(published: str, text: str, year: int) -> None:
    read = Page(text, Lexicon.load(), published)
    assert likely_year(read, find_dates(read)) == year


def test_the_day_of_publication_is_that_of_the_words_else_that_told_beside_them() -> None:
    opened = Page("Ngày 12/5/2021, Tỉnh ủy Lào Cai họp.", Lexicon.load(), "2021-05-13")
    assert appeared_on(opened, find_dates(opened)) == "2021-05-12"
    silent = Page("Chiều 12/5, Tỉnh ủy Lào Cai họp.", Lexicon.load(), "2021-05-13")
    assert appeared_on(silent, find_dates(silent)) == "2021-05-13"


def test_a_day_told_beside_a_text_of_later_days_is_not_believed() -> None:
    read = Page("Chiều 12/5, Tỉnh ủy họp về việc đã quyết định ngày 3/6/2023.", Lexicon.load(), "2012-05-13")
    assert appeared_on(read, find_dates(read)) is None
    assert likely_year(read, find_dates(read)) != 2012


def test_the_day_on_which_a_portal_shows_a_decision_is_not_the_day_of_its_facts() -> None:
    decision = (
        "TỈNH ỦY LÀO CAI\n*\nSố 412-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLào Cai, ngày 12 tháng 5 năm 2019\nQUYẾT ĐỊNH\n"
        "về việc thành lập Tổ công tác\nĐiều 1. Thành lập Tổ công tác về chuyển đổi số.\n"
    )
    assert extract(decision, Lexicon.load(), "2023-02-01").published != "2023-02-01"
