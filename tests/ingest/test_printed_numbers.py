"""Numbers of laws after their titles, numbers of no scheme, and offices that issue in their own name."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact
from ingest.lexicon import Lexicon


def documents(text: str) -> list[DocumentFact]:
    return extract(text, Lexicon.load()).documents


def test_a_law_with_title_and_number_is_one_document() -> None:
    (law,) = documents("Việc này theo Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022 của Quốc hội.")
    assert (law.number, law.type, law.name, law.issued, law.issuer) == (
        "06/2022/QH15",
        "Luật",
        "Luật Thi đua, khen thưởng",
        "2022-06-15",
        "Quốc hội",
    )


def test_the_law_that_amends_another_begins_with_its_own_title() -> None:
    text = "Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức số 52/2019/QH14, cơ quan làm việc này."
    assert [(d.number, d.name) for d in documents(text)] == [
        ("52/2019/QH14", "Luật Sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức")
    ]


def test_a_year_after_the_number_of_a_law_is_when_it_was_issued() -> None:
    (law,) = documents("Căn cứ Luật Báo chí số 103/2016/QH13 năm 2016, tòa soạn làm việc này.")
    assert law.issued == "2016"


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("Theo Công văn số 1234/VPCP-NC ngày 05/5/2021, các bộ báo cáo.", "1234/VPCP-NC", "Công văn"),
        ("Theo Văn bản số 88/UBND-TH ngày 05/5/2021, các sở báo cáo.", "88/UBND-TH", "Công văn"),
        ("Quyết định số 77-CT ngày 05/5/1985 đã nêu việc này.", "77-CT", "Quyết định"),
        ("Quy chế phối hợp số 06/QC-TT.HĐND-UBND ngày 05/5/2021.", "06/QC-TT.HĐND-UBND", "Quy chế"),
        ("Quyết định số 84 QĐ/TWĐTN ngày 05/5/2021 đã nêu việc này.", "84-QĐ/TWĐTN", "Quyết định"),
        ("Quyết định số 84-QĐ/TWĐTN-VP ngày 05/5/2021 đã nêu việc này.", "84-QĐ/TWĐTN-VP", "Quyết định"),
    ],
)
def test_a_number_of_no_scheme_is_kept_as_printed(text: str, number: str, kind: str) -> None:
    assert [(d.number, d.type) for d in documents(text)] == [(number, kind)]


@pytest.mark.parametrize(
    ("office", "issuer"),
    [
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("Chủ tịch nước", "Chủ tịch nước"),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"),
        ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Văn phòng Chính phủ"),
        ("Chủ tịch UBND tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"),
    ],
)
def test_a_head_issues_for_the_body_and_the_highest_offices_for_themselves(office: str, issuer: str) -> None:
    (document,) = documents(f"Theo Quyết định số 99/QĐ-TTg ngày 04/4/2022 của {office} về giao việc, các nơi đã làm.")
    assert (document.issued, document.issuer) == ("2022-04-04", issuer)
