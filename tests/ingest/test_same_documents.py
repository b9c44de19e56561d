"""One number may be borne by two documents: told apart by year or issuer, never mixed into one."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact, Extraction
from ingest.lexicon import Lexicon

REPLACED = (
    "Ngày 10/3/2025, Ban Bí thư ban hành Chỉ thị số 45-CT/TW. "
    "Chỉ thị này thay thế Chỉ thị số 45-CT/TW, ngày 22/12/2010 của Bộ Chính trị và Kết luận số 5-KL/TW. "
    "Các tỉnh thực hiện Chỉ thị số 45-CT/TW."
)


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def numbered(text: str, number: str) -> list[DocumentFact]:
    return [d for d in read(text).documents if d.number == number]


def test_a_document_that_replaces_one_of_its_own_number_is_another() -> None:
    found = numbered(REPLACED, "45-CT/TW")
    assert {(d.issued, d.issuer) for d in found} == {("2025-03-10", "Ban Bí thư"), ("2010-12-22", "Bộ Chính trị")}


def test_a_mention_without_a_day_is_the_one_that_holds_now() -> None:
    new = next(d for d in numbered(REPLACED, "45-CT/TW") if d.issued == "2025-03-10")
    assert len(new.evidence) == 2


def test_a_relation_tells_which_of_two_documents_of_one_number_it_means() -> None:
    replaces = [r for r in read(REPLACED).relations if r.predicate == "replaces"]
    assert [(r.subject_twin, r.object, r.object_twin) for r in replaces] == [
        ("2025-03-10", "45-CT/TW", "2010-12-22"),
        ("2025-03-10", "5-KL/TW", None),
    ]


def test_one_number_of_two_places_is_two_documents() -> None:
    text = "Quyết định số 12-QĐ/TU của Tỉnh ủy Lào Cai và Quyết định số 12-QĐ/TU của Tỉnh ủy Cà Mau có hiệu lực."
    assert {d.issuer for d in numbered(text, "12-QĐ/TU")} == {"Tỉnh ủy Lào Cai", "Tỉnh ủy Cà Mau"}


@pytest.mark.parametrize(
    "text",
    [
        "Quy định số 12-QĐ/TW ngày 5/6/2024 của Bộ Chính trị. Ngày 6/6/2024, Quy định số 12-QĐ/TW được công bố.",
        "Quyết định số 12-QĐ/TU của Tỉnh ủy Lào Cai. Theo Quyết định số 12-QĐ/TU của Ban Thường vụ Tỉnh ủy Lào Cai.",
        "Quy định số 12-QĐ/TW ngày 5/6/2024. Quy định số 12-QĐ/TW ngày 4/6/2024.",
    ],
)
def test_days_near_each_other_and_organs_of_one_body_do_not_make_two(text: str) -> None:
    assert len(numbered(text, "12-QĐ/TW") + numbered(text, "12-QĐ/TU")) == 1
