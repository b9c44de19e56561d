"""Papers told in one list, and who issues under a short name: notes in brackets, more terms, items with titles."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon


def facts(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def relations(text: str, predicate: str) -> list[tuple[str, str]]:
    return [(r.subject, r.object) for r in facts(text).relations if r.predicate == predicate]


def test_short_numbers_of_one_list_may_have_notes() -> None:
    text = (
        "Bộ Chính trị còn ban hành các Quy định 41 (về miễn nhiệm, từ chức), 65 (về luân chuyển) và 80 (về phân cấp)."
    )
    assert {(d.number, d.issuer) for d in facts(text).documents} == {
        ("41", "Bộ Chính trị"),
        ("65", "Bộ Chính trị"),
        ("80", "Bộ Chính trị"),
    }


@pytest.mark.parametrize("more", ["khóa XI, khóa XII", "khóa XI, XII", "khóa XI và khóa XII"])
def test_a_resolution_of_several_terms_is_one_of_each(more: str) -> None:
    names = [d.name for d in facts(f"Tỉnh kế thừa Nghị quyết Trung ương 4 {more}.").documents]
    assert names == ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"]


def test_items_of_one_code_have_the_day_and_issuer_of_the_first() -> None:
    text = (
        "Ngày 30/6/2025, Chính phủ ban hành Nghị định 170/2025/NĐ-CP quy định về tuyển dụng; "
        "Nghị định 171/2025/NĐ-CP quy định về đào tạo."
    )
    told = {(d.number, d.issued, d.issuer) for d in facts(text).documents}
    assert told == {
        ("170/2025/NĐ-CP", "2025-06-30", "Chính phủ"),
        ("171/2025/NĐ-CP", "2025-06-30", "Chính phủ"),
    }


def test_numbers_of_the_same_day_have_it() -> None:
    text = "Tỉnh ủy Lào Cai ban hành Quyết định số 89-QĐ/TU và Quyết định số 90-QĐ/TU cùng ngày 10/4/2024."
    assert {d.issued for d in facts(text).documents} == {"2024-04-10"}


def test_a_resolution_that_amends_the_constitution_does_not_amend_the_one_beside_it() -> None:
    text = (
        "Quốc hội thông qua Nghị quyết số 194/2025/QH15 về việc sửa đổi một số điều của Hiến pháp năm 2013 và "
        "Nghị quyết số 195/2025/QH15 về việc thành lập Ủy ban dự thảo sửa đổi Hiến pháp."
    )
    assert relations(text, "amends") == [("194/2025/QH15", "Hiến pháp 2013")]
    assert relations(text, "issuedBy") == [("194/2025/QH15", "Quốc hội"), ("195/2025/QH15", "Quốc hội")]


def test_the_constitution_of_one_year_is_one_under_both_names() -> None:
    text = "Điều 5 Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013 và Điều 6 Hiến pháp năm 2013."
    assert [d.issued for d in facts(text).documents] == ["2013"]


def test_the_constitution_that_is_amended_is_not_adopted_on_that_day() -> None:
    text = "Chiều 12/5/2025, Quốc hội thông qua Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp."
    assert [d.issued for d in facts(text).documents if d.name == "Hiến pháp"] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "Kế hoạch số 14/KH-BCĐ ngày 6/12/2024 của Ban Chỉ đạo về cán bộ.",
        "Ban Chỉ đạo đã ban hành Kế hoạch số 14/KH-BCĐ về cán bộ.",
    ],
)
def test_a_committee_issues_under_its_short_name(words: str) -> None:
    name = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"
    assert relations(f"{name} họp ngày 6/12/2024.\n{words}", "issuedBy") == [("14/KH-BCĐ", name)]


def test_another_committee_whose_work_is_not_known_is_not_the_one_told_before() -> None:
    text = (
        "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai họp ngày 6/12/2024.\n"
        "Tỉnh xem Kế hoạch số 14/KH-UBND của Ban Chỉ đạo về điều không ai biết."
    )
    assert relations(text, "issuedBy") == []


@pytest.mark.parametrize(
    "before", ["khẩn trương trình Chính phủ", "đang xây dựng", "soạn thảo, trình Quốc hội ban hành"]
)
def test_a_resolution_that_is_to_be_laid_before_somebody_is_none_yet(before: str) -> None:
    text = f"Bộ Tư pháp {before} nghị quyết của Quốc hội quy định xử lý một số vấn đề khi sắp xếp bộ máy."
    assert facts(text).documents == []


def test_who_belongs_to_another_is_founded_and_the_other_is_not() -> None:
    text = (
        "Đảng bộ Chính phủ trực thuộc Ban Chấp hành Trung ương, được thành lập theo Quyết định số 242-QĐ/TW "
        "ngày 24/1/2025 của Bộ Chính trị."
    )
    assert relations(text, "establishes") == [("242-QĐ/TW", "Đảng bộ Chính phủ")]


def test_who_issued_what_founds_a_body_does_not_belong_to_what_follows() -> None:
    text = (
        "Đảng ủy Chính phủ được thành lập tại Quyết định số 242-QĐ/TW của Bộ Chính trị, trực thuộc "
        "Ban Chấp hành Trung ương Đảng."
    )
    assert relations(text, "subordinateTo") == [("Đảng ủy Chính phủ", "Ban Chấp hành Trung ương Đảng")]


@pytest.mark.parametrize(("words", "figures"), [("mười chín", 19), ("hai mươi mốt", 21), ("bốn mươi lăm", 45)])
def test_a_high_number_in_words_is_that_in_figures(words: str, figures: int) -> None:
    text = (
        f"Tại Hội nghị lần thứ {words}, Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI, ông nói.\n"
        f"Ngày 5/6/2025, tỉnh khai mạc Hội nghị lần thứ {figures} Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI."
    )
    assert len(facts(text).events) == 1


def test_the_bracket_of_a_session_is_no_other_session() -> None:
    text = "Sáng 25/4/2025, HĐND tỉnh Lào Cai khóa XVI tổ chức Kỳ họp thứ 24 (Kỳ họp chuyên đề) để bàn công việc."
    assert len(facts(text).events) == 1


def test_a_council_agrees_to_what_its_resolution_says() -> None:
    text = "Ngày 25/4/2025, HĐND tỉnh Lào Cai thông qua Nghị quyết tán thành chủ trương sáp nhập xã Mường Hum."
    assert [(d.type, d.issued) for d in facts(text).documents] == [("Nghị quyết", "2025-04-25")]
