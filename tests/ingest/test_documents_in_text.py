"""Numbered documents are read in every printed form, with the day and the issuer that stand at the number."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact
from ingest.lexicon import Lexicon
from ontology.text import nfc


def documents(text: str) -> list[DocumentFact]:
    return extract(nfc(text), Lexicon.load()).documents


def only(text: str) -> DocumentFact:
    (document,) = documents(text)
    return document


WHOLE = ("25-QĐ/TU", "Quy định", "2023-09-07", "Tỉnh ủy Lào Cai")


@pytest.mark.parametrize(
    "printed",
    [
        # the day in digits and in words, before the issuer and after it
        "Quy định số 25-QĐ/TU ngày 07/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-QĐ/TU ngày 7-9-2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-QĐ/TU, ngày 7.9.2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-QĐ/TU ngày 07 tháng 9 năm 2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-QĐ/TU ban hành ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-QĐ/TU (ngày 7/9/2023) của Tỉnh ủy Lào Cai",
        "Quy định số 25-QĐ/TU của Tỉnh ủy Lào Cai ngày 7/9/2023",
        "Quy định số 25-QĐ/TU của Tỉnh ủy Lào Cai (ngày 7/9/2023",
        "Quy định số 25-QĐ/TU do Tỉnh ủy Lào Cai ban hành ngày 7/9/2023",
        # the number and its kind
        "Quy định số: 25-QĐ/TU ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "quy định 25-QĐ/TU ngày 7/9/2023 của Tỉnh uỷ Lào Cai",
        "Quy định số 25-QÐ/TU ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-QD/TU ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25 - QĐ/TU ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25–QĐ/TU ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25 – QĐ / TU ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-Q\u0110/TU ngày 7/9/2023 của Ti\u0309nh u\u0309y Lào Cai",
    ],
)
def test_a_number_is_read_with_its_kind_day_and_issuer(printed: str) -> None:
    text = nfc(f"Các xã đã bàn việc thực hiện {printed}, và sẽ làm ngay.")
    document = only(text)
    assert (document.number, document.type, document.issued, document.issuer) == WHOLE
    evidence = document.evidence[0]
    assert evidence.quote == nfc(printed) == text[evidence.start : evidence.end]
    assert evidence.rule == "numbered-document"


@pytest.mark.parametrize(
    ("printed", "number", "kind"),
    [
        ("Chỉ thị số 31-CT/TU", "31-CT/TU", "Chỉ thị"),
        ("Kế hoạch số 140-KH/HU", "140-KH/HU", "Kế hoạch"),
        ("Công văn số 512-CV/VPTW/nb", "512-CV/VPTW/nb", "Công văn"),
        ("Nghị quyết số 45/2022/NQ-HĐND", "45/2022/NQ-HĐND", "Nghị quyết"),
        ("Quyết định số 812/QĐ-UBND", "812/QĐ-UBND", "Quyết định"),
        ("Nghị định số 12/2023/NĐ-CP", "12/2023/NĐ-CP", "Nghị định"),
        ("Luật số 36/2018/QH14", "36/2018/QH14", "Luật"),
        ("31-CT/TU", "31-CT/TU", "Chỉ thị"),
    ],
)
def test_party_and_state_forms_are_read_and_the_code_gives_a_kind_left_out(
    printed: str, number: str, kind: str
) -> None:
    document = only(f"Các xã đã bàn {printed} trong tuần qua.")
    assert (document.number, document.type, document.issued, document.issuer) == (number, kind, None, None)


def test_the_end_of_a_sentence_is_no_part_of_the_number_and_the_next_day_not_its_own() -> None:
    document = only("Các xã đã bàn Quy định số 25-QĐ/TU. Ngày 7/9/2023, mọi việc xong.")
    assert (document.issued, document.evidence[0].quote) == (None, "Quy định số 25-QĐ/TU")


def test_a_day_after_the_issuer_and_a_comma_begins_a_clause() -> None:
    assert only("Theo Quy định số 25-QĐ/TU của Tỉnh ủy Lào Cai, ngày 8/9/2023 các xã họp.").issued is None


def test_a_day_without_a_year_takes_that_of_the_number() -> None:
    assert only("Bàn Nghị quyết số 45/2022/NQ-HĐND, ngày 7/12 của HĐND tỉnh Lào Cai.").issued == "2022-12-07"


def test_a_kind_of_body_issues_no_single_document() -> None:
    assert only("Bàn Quy chế số 25-QC/BCĐ của Ban Chỉ đạo PCTNTC cấp tỉnh.").issuer is None


def test_mentions_of_one_number_are_one_document_with_all_evidence() -> None:
    text = "Bàn Quy định số 25-QĐ/TU. Theo Quy định 25-QÐ/TU ngày 7/9/2023 của Tỉnh ủy Lào Cai, các xã phải họp."
    document = only(text)
    assert (document.number, document.type, document.issued, document.issuer) == WHOLE
    assert [e.quote for e in document.evidence] == [
        "Quy định 25-QÐ/TU ngày 7/9/2023 của Tỉnh ủy Lào Cai",
        "Quy định số 25-QĐ/TU",
    ]


@pytest.mark.parametrize("end", [" các xã đã họp.", ", các xã đã họp.", "."])
def test_a_short_form_is_the_document_whose_number_was_given_in_full(end: str) -> None:
    document = only(f"Quy định số 25-QĐ/TU nêu rõ nhiệm vụ. Sau khi bàn Quy định số 25{end}")
    assert (document.number, [e.quote for e in document.evidence][1]) == ("25-QĐ/TU", "Quy định số 25")


def test_a_short_form_of_another_kind_or_alone_keeps_its_bare_serial() -> None:
    found = documents("Quy định số 25-QĐ/TU nêu rõ. Nghị quyết số 25 thì khác, Chỉ thị số 31, cũng vậy.")
    assert [(d.number, d.type) for d in found] == [("25-QĐ/TU", "Quy định"), ("25", "Nghị quyết"), ("31", "Chỉ thị")]


def test_what_follows_the_last_of_a_list_holds_for_all_of_it() -> None:
    text = "Bàn Công văn số 12-CV/TU và Công văn số 15-CV/TU, ngày 9/11/2024 của Tỉnh ủy Lào Cai."
    assert [(d.number, d.issued, d.issuer) for d in documents(text)] == [
        ("12-CV/TU", "2024-11-09", "Tỉnh ủy Lào Cai"),
        ("15-CV/TU", "2024-11-09", "Tỉnh ủy Lào Cai"),
    ]


def test_documents_with_a_name_of_their_own_have_no_number() -> None:
    text = "Học tập Nghị quyết Đại hội XIII của Đảng, Điều lệ Đảng và Luật Cán bộ, công chức 2008."
    assert {(d.number, d.type, d.name) for d in documents(text)} == {
        (None, "Nghị quyết", "Nghị quyết Đại hội XIII của Đảng"),
        (None, "Điều lệ", "Điều lệ Đảng"),
        (None, "Luật", "Luật Cán bộ, công chức 2008"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Nhà số 12, ngõ 25-27, điện thoại 0214-381234.",
        "Xe 24A-12345 chạy trên quốc lộ 4-D từ 7/9/2023.",
        "Đạt 63/63 chỉ tiêu, tỷ lệ 25-30% và 1.250 hồ sơ.",
        "Biên bản số 12-XYZ/TU được lập tại chỗ.",
        "Quy định số 1.250 hồ sơ, tức 25/9 tổ.",
        "Hội nghị góp ý dự thảo Quy định số 25-QĐ/TU.",
        "Các quy định mới đã có; quyết định đúng, kế hoạch hay.",
    ],
)
def test_house_numbers_fractions_unknown_codes_and_drafts_are_no_documents(text: str) -> None:
    assert documents(text) == []


@pytest.mark.parametrize(
    ("text", "number", "kind", "issuer"),
    [
        ("Theo Quy định 69 của Bộ Chính trị, việc này đã rõ.", "69", "Quy định", "Bộ Chính trị"),
        ("Thực hiện Nghị quyết 18, các cấp ủy đã làm.", "18", "Nghị quyết", None),
        ("Chỉ thị số 35 của Ban Bí thư nêu rõ.", "35", "Chỉ thị", "Ban Bí thư"),
    ],
)
def test_a_bare_serial_after_a_kind_in_capitals_is_a_document(
    text: str, number: str, kind: str, issuer: str | None
) -> None:
    (document,) = extract(text, Lexicon.load()).documents
    assert (document.number, document.type, document.issuer) == (number, kind, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 5 năm được thực hiện tốt.",
        "Kế hoạch 2025 đã xong.",
        "Các quy định 12 điểm là chung.",
        "Kết luận 3 nội dung lớn.",
    ],
)
def test_a_figure_that_counts_something_is_no_serial(text: str) -> None:
    assert extract(text, Lexicon.load()).documents == []


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XII"),
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2020-2025",
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2020-2025",
        ),
        ("Quy định những điều đảng viên không được làm", "Quy định những điều đảng viên không được làm"),
    ],
)
def test_documents_without_a_number_may_have_a_name_that_is_theirs(printed: str, name: str) -> None:
    (document,) = extract(f"Ông Mẫu đã thực hiện tốt {printed} của tỉnh.", Lexicon.load()).documents
    assert (document.number, document.name) == (None, name)


def test_laws_in_a_row_are_several() -> None:
    facts = extract("Theo Luật Phòng, chống tham nhũng và Bộ luật Hình sự, Hiến pháp năm 2013.", Lexicon.load())
    assert [d.name for d in facts.documents] == ["Luật Phòng, chống tham nhũng", "Bộ luật Hình sự", "Hiến pháp 2013"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Vi phạm các Quy định số 22, 37 và 69-QĐ/TU.", ["22-QĐ/TU", "37-QĐ/TU", "69-QĐ/TU"]),
        ("Tỉnh bàn Quy định 114 của Tỉnh ủy Lào Cai.", ["114"]),
        ("Tỉnh bàn Nghị quyết 18, có 5 việc phải làm.", ["18"]),
        ("Tỉnh bàn Kế hoạch 5 năm và quyết định 3 việc.", []),
    ],
)
def test_serials_alone_name_documents(text: str, numbers: list[str]) -> None:
    assert [d.number for d in documents(text)] == numbers


def test_numbers_in_a_list_are_of_the_kind_named_first() -> None:
    found = documents("Tại các Quyết định số 52-QĐ/TU, 53-QĐ/TU ngày 3/5/2024, tỉnh giao việc.")
    assert [(d.number, d.type, d.issued) for d in found] == [
        ("52-QĐ/TU", "Quyết định", "2024-05-03"),
        ("53-QĐ/TU", "Quyết định", "2024-05-03"),
    ]


def test_the_day_that_opens_the_sentence_is_the_day_of_issue() -> None:
    document = only("Ngày 6/8/2024, Tỉnh ủy Lào Cai ban hành Chỉ thị số 17-CT/TU.")
    assert (document.issued, document.issuer) == ("2024-08-06", "Tỉnh ủy Lào Cai")


def test_a_resolution_of_a_plenum_is_one_document_with_and_without_its_term() -> None:
    found = documents("Tỉnh bàn Nghị quyết Trung ương 4 khóa XII. Nghị quyết Trung ương 4 được làm ngay.")
    assert [d.name for d in found] == ["Nghị quyết Trung ương 4 khóa XII"]


def test_a_resolution_may_be_called_by_its_number_and_year() -> None:
    document = only("Nghị quyết số 202/2025 của Quốc hội về sắp xếp đơn vị hành chính.")
    assert (document.number, document.type, document.issuer) == ("202/2025", "Nghị quyết", "Quốc hội")


def test_number_and_year_are_short_for_the_number_that_the_text_has_in_full() -> None:
    document = only("Nghị quyết số 202/2025/QH15 được bàn. Nghị quyết 202/2025 có hiệu lực từ hôm nay.")
    assert (document.number, len(document.evidence)) == ("202/2025/QH15", 2)


def test_serials_without_a_code_behind_one_word_for_several_are_one_document_each() -> None:
    text = "Đảng ủy quán triệt các Quy định số 37, 41 và 144 của Bộ Chính trị."
    found = {(d.number, d.type, d.issuer) for d in extract(text, Lexicon.load()).documents}
    assert found == {(number, "Quy định", "Bộ Chính trị") for number in ("37", "41", "144")}


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Ngày 2/5/2025, Ban Bí thư ban hành Kết luận 152-KL/TW năm 2025 về nhiệm vụ.", "2025-05-02"),
        (
            "Chiều 4/8/2025, thông tin từ UBND tỉnh Lào Cai cho biết Chủ tịch tỉnh ban hành Quyết định 26/QĐ-UBND.",
            None,
        ),
    ],
)
def test_a_day_is_that_of_issue_only_where_something_was_issued_on_it(text: str, issued: str | None) -> None:
    assert [d.issued for d in extract(text, Lexicon.load()).documents] == [issued]


def test_the_year_before_which_a_law_is_to_be_changed_is_not_its_own() -> None:
    text = "Trình Quốc hội sửa đổi Luật Khoáng sản trước năm 2024; theo Luật Quy hoạch và các văn bản pháp luật."
    assert {d.name for d in extract(text, Lexicon.load()).documents} <= {"Luật Khoáng sản", "Luật Quy hoạch"}
