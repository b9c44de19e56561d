"""Who signed a document and on what day: one, several at once, or several that are told one by one below."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def signed(text: str) -> set[tuple[str, str]]:
    return {(r.subject, r.object) for r in read(text).relations if r.predicate == "signedBy"}


SERIES = (
    "Ngày 5/3/2024, Phó Thủ tướng Lê Văn Mẫu ký các quyết định về nhân sự tỉnh Hà Nam.\n\n"
    "Cụ thể, tại Quyết định số 21/QĐ-TTg, Thủ tướng Chính phủ phê chuẩn kết quả bầu ông Hà Văn Tư.\n\n"
    "Tại Quyết định số 22/QĐ-TTg, Thủ tướng phê chuẩn kết quả miễn nhiệm ông Vũ Văn Ba.\n\n"
    "Trước đó, tại Quyết định số 9/QĐ-TTg, Thủ tướng đã kỷ luật ông Vũ Văn Ba."
)


def test_decisions_signed_together_are_of_the_day_on_which_they_were_signed() -> None:
    assert {d.number: d.issued for d in read(SERIES).documents} == {
        "21/QĐ-TTg": "2024-03-05",
        "22/QĐ-TTg": "2024-03-05",
        "9/QĐ-TTg": None,
    }


def test_who_signs_a_list_of_numbers_signs_each() -> None:
    text = "Chủ tịch nước Lê Văn Mẫu vừa ký các Quyết định số 11/QĐ-CTN, 12/QĐ-CTN và 13/QĐ-CTN."
    assert signed(text) == {(f"{serial}/QĐ-CTN", "Lê Văn Mẫu") for serial in (11, 12, 13)}


@pytest.mark.parametrize(
    "text",
    [
        "Ông Hà Văn Tư được Thủ tướng ký quyết định bổ nhiệm giữ chức Thứ trưởng Bộ Nội vụ thay ông Vũ Văn Ba.",
        "Ông Hà Văn Tư đã được Thủ tướng Chính phủ ký Quyết định số 12/QĐ-TTg bổ nhiệm giữ chức Thứ trưởng.",
    ],
)
def test_of_whom_an_office_signs_a_decision_does_not_sign_it(text: str) -> None:
    assert signed(text) == set()


def test_a_title_may_stand_between_a_document_and_who_signed_it_on_what_day() -> None:
    text = (
        "Nghị quyết số 55/NQ-HĐND về việc miễn nhiệm chức danh Phó Chủ tịch UBND tỉnh do Chủ tịch HĐND tỉnh "
        "Lê Văn Mẫu ký ngày 5/3/2024."
    )
    assert signed(text) == {("55/NQ-HĐND", "Lê Văn Mẫu")}
    assert [d.issued for d in read(text).documents] == ["2024-03-05"]


def test_a_decision_of_the_same_day_has_the_day_of_the_one_before() -> None:
    text = (
        "Tại Quyết định số 123/QĐ-TTg ngày 1/2/2025, Thủ tướng Chính phủ bổ nhiệm ông Hà Văn Tư. "
        "Tại Quyết định số 124/QĐ-TTg cùng ngày, Thủ tướng Chính phủ cho ông Vũ Văn Ba thôi giữ chức."
    )
    assert [(d.issued, d.issuer) for d in read(text).documents] == [("2025-02-01", "Thủ tướng Chính phủ")] * 2
