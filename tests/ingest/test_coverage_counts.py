"""A count of bodies founded is coverage of their kind: how many of how many, by which day, which were first."""

import pytest

from ingest.extraction import extract
from ingest.facts import CoverageFact
from ingest.lexicon import Lexicon

KIND = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
KNOWN = f"{KIND} (Ban Chỉ đạo cấp tỉnh) được nhắc lại. "


def coverage(text: str) -> list[CoverageFact]:
    return extract(text, Lexicon.load()).coverage


@pytest.mark.parametrize(
    "said",
    [
        "63/63 Ban Chỉ đạo cấp tỉnh đã được thành lập",
        "63/63 Ban chỉ đạo tỉnh, thành phố đã được thành lập",
        "63 / 63 Ban Chỉ đạo PCTNTC cấp tỉnh được thành lập",
        "63/63 tỉnh, thành phố đã thành lập Ban Chỉ đạo cấp tỉnh",
        "63/63 tỉnh ủy, thành ủy đã thành lập các Ban Chỉ đạo",
    ],
)
def test_bodies_founded_or_provinces_that_founded_them_are_counted(said: str) -> None:
    text = f"{KNOWN}Đến ngày 5/8/2022, {said}. Việc khác làm sau."
    (fact,) = coverage(text)
    assert (fact.kind, fact.counted, fact.out_of, fact.as_of, fact.first) == (KIND, 63, 63, "2022-08-05", ())
    evidence = fact.evidence[0]
    assert evidence.quote == f"{said}." == text[evidence.start : evidence.end]


def test_some_of_all_and_the_places_named_first_are_kept() -> None:
    text = f"{KNOWN}Có 60/63 Ban Chỉ đạo cấp tỉnh được thành lập, sớm nhất là Lào Cai, TP Cần Thơ và Cao Bằng."
    (fact,) = coverage(text)
    assert (fact.counted, fact.out_of, fact.as_of) == (60, 63, None)
    assert fact.first == ("Lào Cai", "Cần Thơ", "Cao Bằng")


def test_places_named_before_the_word_for_the_first_are_not_first() -> None:
    text = f"{KNOWN}Sau Lào Cai, 60/63 Ban Chỉ đạo cấp tỉnh được thành lập, sớm nhất là Cao Bằng."
    assert coverage(text)[0].first == ("Cao Bằng",)


def test_the_day_of_a_document_is_not_that_of_the_count() -> None:
    text = f"{KNOWN}Theo Quy định số 77-QĐ/TW ngày 4/6/2022, đến ngày 5/8/2022 có 9/63 Ban Chỉ đạo cấp tỉnh thành lập."
    assert coverage(text)[0].as_of == "2022-08-05"


@pytest.mark.parametrize(
    "said",
    [
        "63/63 tỉnh, thành phố đã họp",
        "63/63 Ban Chỉ đạo cấp tỉnh đã họp",
        "64/63 Ban Chỉ đạo cấp tỉnh được thành lập",
        "63/63 đại biểu tán thành việc thành lập đoàn kiểm tra",
        "63/63 tỉnh, thành phố đã thành lập Sở Nội vụ",
        "45/45 xã đã thành lập Ban Chỉ đạo",
        "ngày 5/8 Ban Chỉ đạo cấp tỉnh được thành lập",
        "ngày 5/8/2022 Ban Chỉ đạo cấp tỉnh được thành lập",
        "Ban Chỉ đạo cấp tỉnh được thành lập ở cả 63 tỉnh",
    ],
)
def test_other_counts_and_dates_are_no_coverage(said: str) -> None:
    assert coverage(f"{KNOWN}Theo báo cáo, {said}.") == []


def test_no_kind_is_guessed_where_the_text_names_none() -> None:
    assert coverage("Đến ngày 5/8/2022, 63/63 Ban Chỉ đạo đã được thành lập.") == []
