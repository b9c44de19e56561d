"""How many bodies of a kind there are: counts of bodies that were founded, and no other fractions."""

import pytest

from ingest.extraction import extract
from ingest.facts import CoverageFact
from ingest.lexicon import Lexicon

KIND = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"


def coverage(text: str) -> list[CoverageFact]:
    return extract(text, Lexicon.load()).coverage


@pytest.mark.parametrize(
    "text",
    [
        f"Đến nay, 62/63 {KIND} đã được thành lập.",
        f"Đến nay đã có 62/63 tỉnh, thành phố thành lập {KIND}.",
        f"{KIND} là mô hình mới. Sau hai tháng, 62 / 63 Ban Chỉ đạo đã được thành lập.",
    ],
)
def test_a_count_of_founded_bodies_is_coverage_of_their_kind(text: str) -> None:
    (found,) = coverage(text)
    assert (found.kind, found.counted, found.out_of) == (KIND, 62, 63)
    assert found.evidence[0].quote == text[found.evidence[0].start : found.evidence[0].end]


def test_the_day_of_the_count_and_the_first_places_are_read() -> None:
    text = f"Đến ngày 5/8/2022, 63/63 {KIND} đã được thành lập, sớm nhất là Lào Cai, Yên Bái."
    (found,) = coverage(text)
    assert (found.as_of, found.first) == ("2022-08-05", ("Lào Cai", "Yên Bái"))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết được thông qua với 45/50 phiếu.",
        f"Tỷ lệ 63/63 {KIND} có báo cáo.",  # nothing is founded
        f"Có 64/63 {KIND} được thành lập.",  # more than there can be
        f"Ngày 12/3/2023, {KIND} được thành lập.",  # a date
        "Đến nay, 63/63 đơn vị được thành lập.",  # of no kind
    ],
)
def test_other_fractions_are_no_coverage(text: str) -> None:
    assert coverage(text) == []
