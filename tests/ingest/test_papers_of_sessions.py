"""What a session adopted and on what day, what it is only to adopt, and lists of papers that carry others out."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon


def facts(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def relations(text: str, predicate: str) -> list[tuple[str, str]]:
    return [(r.subject, r.object) for r in facts(text).relations if r.predicate == predicate]


SITS = "Sáng 21/10/2024, Kỳ họp thứ 8, Quốc hội khóa XV khai mạc."


def test_what_a_session_without_a_day_adopted_has_not_that_of_another() -> None:
    text = f"{SITS} Trước đó, tại Kỳ họp thứ 7, Quốc hội đã thông qua Luật Đường bộ và Nghị quyết số 137/2024/QH15."
    assert {d.issued for d in facts(text).documents} == {None}


def test_a_numbered_resolution_has_the_day_on_which_it_was_adopted() -> None:
    text = "Ngày 26/2/2025, HĐND tỉnh Lào Cai thông qua Nghị quyết số 3/NQ-HĐND về cán bộ."
    assert [d.issued for d in facts(text).documents] == ["2025-02-26"]


def test_a_number_of_another_year_has_not_that_day() -> None:
    text = "Ngày 26/2/2025, HĐND tỉnh Lào Cai thông qua Nghị quyết số 3/2021/NQ-HĐND về cán bộ."
    assert [d.issued for d in facts(text).documents] == [None]


@pytest.mark.parametrize("namely", ["trong đó có", "gồm", "như:"])
def test_laws_that_a_session_will_adopt_are_none_yet(namely: str) -> None:
    text = f"{SITS} Quốc hội sẽ xem xét, thông qua 15 luật, {namely} Luật Công đoàn (sửa đổi), Luật Đường bộ."
    assert facts(text).documents == []


@pytest.mark.parametrize("verb", ["đã thông qua", "ra", "diễn ra từ ngày 2 đến 8/10/2023 đã thông qua"])
def test_a_plenum_agrees_to_each_of_the_resolutions_listed(verb: str) -> None:
    text = (
        f"Hội nghị Trung ương 8 khóa XIII {verb} Nghị quyết số 42-NQ/TW về chính sách xã hội; "
        "Nghị quyết số 43-NQ/TW về đại đoàn kết."
    )
    plenum = "Hội nghị Trung ương 8 khóa XIII"
    assert relations(text, "agreedBy") == [("42-NQ/TW", plenum), ("43-NQ/TW", plenum)]


def test_a_plenum_in_a_heading_is_that_of_the_line_below() -> None:
    text = "Bế mạc Hội nghị Trung ương 8\nHội nghị Trung ương 8 khóa XIII họp ngày 8/10/2023."
    assert [e.name for e in facts(text).events] == ["Hội nghị Trung ương 8 khóa XIII"]


def test_of_two_papers_listed_each_carries_out_its_own() -> None:
    text = (
        "Tỉnh ủy Lào Cai xây dựng Chương trình số 75-CTr/TU thực hiện Nghị quyết số 42-NQ/TW, "
        "Kế hoạch số 211-KH/TU thực hiện Nghị quyết số 43-NQ/TW."
    )
    assert relations(text, "implements") == [("75-CTr/TU", "42-NQ/TW"), ("211-KH/TU", "43-NQ/TW")]
    assert ("75-CTr/TU", "Tỉnh ủy Lào Cai") in relations(text, "issuedBy")


def test_the_day_of_a_session_may_stand_before_who_meets() -> None:
    text = "Nghị quyết được thông qua tại phiên họp thứ 44 ngày 14/4/2025 của Ủy ban Thường vụ Quốc hội."
    found = [(e.name, e.date) for e in facts(text).events]
    assert found == [("Phiên họp thứ 44 Ủy ban Thường vụ Quốc hội", "2025-04-14")]


def test_a_day_with_points_does_not_end_the_name_of_a_ceremony() -> None:
    text = "Chiều 1.7.2025, Thành ủy Đà Nẵng tổ chức Lễ công bố Quyết định số 25-QĐ/TU ngày 20.6.2025 về cán bộ."
    assert [e.name for e in facts(text).events] == ["Lễ công bố Quyết định số 25-QĐ/TU ngày 20.6.2025 về cán bộ"]


def test_a_short_name_means_the_committee_and_not_its_kind() -> None:
    name = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"
    text = (
        f"{name} có 15 thành viên.\nQuy định số 67-QĐ/TW về chức năng, nhiệm vụ của ban chỉ đạo phòng, chống tham "
        "nhũng, tiêu cực cấp tỉnh có hiệu lực.\nChiều 12/7/2022, Ban Chỉ đạo họp phiên thứ nhất."
    )
    assert [e.name for e in facts(text).events] == [f"Phiên họp thứ nhất {name}"]


def test_a_paper_of_the_day_of_the_report_says_of_what_year_that_is() -> None:
    text = (
        "Sáng 6/12, tỉnh Lào Cai tổ chức Hội nghị tổng kết việc thực hiện Nghị quyết số 18-NQ/TW.\n"
        "Tỉnh thực hiện Kế hoạch số 141/KH-UBND ngày 6/12/2024 của UBND tỉnh Lào Cai."
    )
    assert [e.date for e in facts(text).events] == ["2024-12-06"]


def test_the_press_that_tells_laws_adopted_before_gives_them_no_day() -> None:
    text = (
        "Sáng 11/7/2025, Văn phòng Chủ tịch nước công bố các luật đã được Quốc hội khóa XV thông qua tại Kỳ họp thứ 9, "
        "gồm: Luật Công đoàn (sửa đổi)."
    )
    assert [d.issued for d in facts(text).documents if d.type == "Luật"] == [None]


def test_two_who_issue_together_both_do() -> None:
    text = "Ngày 28/2/2025, Bộ Chính trị, Ban Bí thư ban hành Kết luận số 127-KL/TW về sắp xếp bộ máy."
    assert relations(text, "issuedBy") == [("127-KL/TW", "Bộ Chính trị"), ("127-KL/TW", "Ban Bí thư")]


def test_a_plan_replaces_a_plan_and_not_what_it_carries_out() -> None:
    text = "Tỉnh ban hành Kế hoạch số 42-KH/TU thực hiện Nghị quyết số 57-NQ/TW, thay thế Kế hoạch số 12-KH/TU."
    assert relations(text, "replaces") == [("42-KH/TU", "12-KH/TU")]


def test_the_next_after_a_paper_does_not_carry_it_out() -> None:
    text = "Kết luận số 127-KL/TW là bước tiếp theo Kết luận số 126-KL/TW."
    assert relations(text, "implements") == []


def test_a_decision_that_is_only_prepared_replaces_nothing() -> None:
    text = "Ban Tổ chức Tỉnh ủy Lào Cai tham mưu Quyết định thay thế Quyết định số 1002-QĐ/TU ngày 4/5/2021."
    assert [d.number for d in facts(text).documents] == ["1002-QĐ/TU"]
    assert relations(text, "replaces") == []


def test_the_title_of_a_law_ends_before_what_it_replaces() -> None:
    text = "Luật Công đoàn thay thế Luật Thanh tra số 11/2022/QH15, có hiệu lực từ ngày 1/7/2025."
    assert [d.number or d.name for d in facts(text).documents] == ["Luật Công đoàn", "11/2022/QH15"]
