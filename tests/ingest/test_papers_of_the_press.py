"""Papers as the press tells them: two by two, on what they were drawn up, on what day and by whom they were adopted."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon


def facts(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def relations(text: str, predicate: str) -> list[tuple[str, str]]:
    return [(r.subject, r.object) for r in facts(text).relations if r.predicate == predicate]


@pytest.mark.parametrize("opening", ["Cũng trong ngày 5/12/2024", "Cũng ngày 5/12/2024", "Cũng vào chiều 5/12/2024"])
def test_another_paper_of_the_same_day_has_it_too(opening: str) -> None:
    told = facts(f"{opening}, Phó Thủ tướng Lê Văn Mẫu ký Quyết định số 1521/QĐ-TTg về cán bộ.")
    assert [(d.number, d.issued) for d in told.documents] == [("1521/QĐ-TTg", "2024-12-05")]


@pytest.mark.parametrize("verb", ["được xây dựng trên cơ sở", "ban hành căn cứ", "được ban hành dựa trên"])
def test_a_paper_rests_on_what_it_was_drawn_up_on(verb: str) -> None:
    text = (
        "Bộ Chính trị ban hành Quy định số 15-QĐ/TW về cán bộ, thay thế Quy định số 9-QĐ/TW.\n"
        f"Quy định này {verb} Nghị quyết số 26-NQ/TW về cán bộ và Kết luận số 71-KL/TW của Bộ Chính trị."
    )
    assert relations(text, "basedOn") == [("15-QĐ/TW", "26-NQ/TW"), ("15-QĐ/TW", "71-KL/TW")]


def test_a_paper_carries_out_the_one_that_it_is_to_put_into_law() -> None:
    text = (
        "Quốc hội đã ban hành Nghị quyết số 98/2025/QH15 về một số chính sách cho tỉnh "
        "để thể chế hóa Nghị quyết số 68-NQ/TW."
    )
    assert relations(text, "implements") == [("98/2025/QH15", "68-NQ/TW")]


def test_what_is_only_to_be_issued_carries_out_nothing() -> None:
    text = "Bộ Chính trị yêu cầu sẽ ban hành Nghị quyết số 98/2025/QH15 để thể chế hóa Nghị quyết số 68-NQ/TW."
    assert relations(text, "implements") == []


@pytest.mark.parametrize(
    "words",
    [
        "Luật có hiệu lực thi hành từ ngày 1/3/2025, thay thế",
        "Luật này có hiệu lực từ ngày 1/3/2025 và thay thế",
        "Luật này thay thế",
    ],
)
def test_a_law_that_is_named_replaces_the_one_before(words: str) -> None:
    text = f"Quốc hội thông qua Luật Báo chí năm 2025.\n{words} Luật Báo chí năm 2016."
    assert relations(text, "replaces") == [("Luật Báo chí 2025", "Luật Báo chí 2016")]


def test_a_decree_replaces_each_of_those_listed_behind_their_kind() -> None:
    text = (
        "Chính phủ ban hành Nghị định số 25/2025/NĐ-CP về cán bộ. Nghị định có hiệu lực từ ngày 1/3/2025, thay thế các "
        "Nghị định: số 63/2022/NĐ-CP ngày 12/9/2022 và số 62/2022/NĐ-CP ngày 12/9/2022."
    )
    assert [old for _, old in relations(text, "replaces")] == ["63/2022/NĐ-CP", "62/2022/NĐ-CP"]


def test_a_decree_that_was_amended_since_is_amended_by_the_other() -> None:
    text = (
        "Nghị định 178/2024/NĐ-CP quy định chính sách.\n"
        "Nghị định này đã được sửa đổi, bổ sung bởi Nghị định 67/2025/NĐ-CP."
    )
    assert relations(text, "amends") == [("67/2025/NĐ-CP", "178/2024/NĐ-CP")]


def test_a_resolution_without_a_number_repeals_and_the_one_before_it_does_not() -> None:
    text = (
        "Ngày 10/12/2024, HĐND tỉnh Lào Cai thông qua Nghị quyết số 45/NQ-HĐND và Nghị quyết bãi bỏ "
        "Nghị quyết số 25/2022/NQ-HĐND ngày 9/12/2022."
    )
    assert relations(text, "repeals") == [("Nghị quyết bãi bỏ Nghị quyết số 25/2022/NQ-HĐND", "25/2022/NQ-HĐND")]
    days = {d.number or d.name: d.issued for d in facts(text).documents}
    assert days["25/2022/NQ-HĐND"] == "2022-12-09"
    assert days["Nghị quyết bãi bỏ Nghị quyết số 25/2022/NQ-HĐND"] == "2024-12-10"


def test_two_decisions_found_two_bodies_one_each() -> None:
    text = (
        "Ban Thường vụ Tỉnh ủy Lào Cai ban hành Quyết định số 1820-QĐ/TU và số 1821-QĐ/TU về việc thành lập "
        "Đảng bộ Ủy ban nhân dân tỉnh Lào Cai và Đảng bộ các cơ quan Đảng tỉnh Lào Cai."
    )
    founded = relations(text, "establishes")
    assert founded == [
        ("1820-QĐ/TU", "Đảng bộ Ủy ban nhân dân tỉnh Lào Cai"),
        ("1821-QĐ/TU", "Đảng bộ các cơ quan Đảng tỉnh Lào Cai"),
    ]


def test_two_decisions_on_three_bodies_found_none_for_certain() -> None:
    text = (
        "Ban Thường vụ Tỉnh ủy Lào Cai ban hành Quyết định số 1820-QĐ/TU và số 1821-QĐ/TU về việc thành lập "
        "Đảng bộ Ủy ban nhân dân tỉnh Lào Cai, Đảng bộ các cơ quan Đảng tỉnh Lào Cai và Đảng bộ Công an tỉnh Lào Cai."
    )
    assert relations(text, "establishes") == []


def test_a_numbered_resolution_is_adopted_with_the_one_before_it() -> None:
    text = (
        "Ngày 18/2/2025, Quốc hội thông qua Nghị quyết về sắp xếp tổ chức bộ máy nhà nước "
        "và Nghị quyết số 176/2025/QH15 về cơ cấu tổ chức của Chính phủ."
    )
    told = {d.number: (d.issued, d.issuer) for d in facts(text).documents}
    assert told["176/2025/QH15"] == ("2025-02-18", "Quốc hội")


def test_a_rule_of_the_party_regulates_a_kind_of_committee_in_small_letters() -> None:
    text = (
        "Quy định số 67-QĐ/TW của Ban Bí thư về chức năng, nhiệm vụ của ban chỉ đạo phòng, chống tham nhũng, tiêu cực "
        "tỉnh, thành phố trực thuộc Trung ương có hiệu lực."
    )
    kind = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
    assert relations(text, "regulates") == [("67-QĐ/TW", kind)]


def test_small_letters_of_several_committees_name_no_kind() -> None:
    text = "Tỉnh giao các ban chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh báo cáo."
    assert facts(text).bodies == []
