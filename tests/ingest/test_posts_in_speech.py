"""Posts of those who speak, are spoken to, are punished or lead, and names of posts as reporters type them."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

UBND = "Ủy ban nhân dân xã Bản Xèo"
RANK = ("Lê Văn Mẫu", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "current")
SECRETARY = ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, Lexicon.load()).holdings}


def test_the_one_spoken_to_has_not_the_post_of_the_speaker() -> None:
    found = holdings(
        "Phát biểu giao nhiệm vụ cho quyền Bí thư Tỉnh ủy Lào Cai, Trưởng Ban Tổ chức Trung ương Lê Văn Mẫu nhấn mạnh."
    )
    assert found == {("Lê Văn Mẫu", "Trưởng ban", "Ban Tổ chức Trung ương", "current")}


@pytest.mark.parametrize(
    "mark",
    [': "Xã đã làm."', ": “Xã đã làm”.", ":\n- “Xã đã làm”."],
)
def test_words_of_the_holder_may_follow_the_post(mark: str) -> None:
    assert holdings(f"Ông Lê Văn Mẫu, Chủ tịch UBND xã Bản Xèo{mark}") == {("Lê Văn Mẫu", "Chủ tịch", UBND, "current")}


def test_names_behind_a_colon_are_of_the_post_before() -> None:
    found = holdings("Dự có ông Lê Văn Mẫu, Ủy viên Bộ Chính trị; nguyên Chủ tịch Quốc hội: Đỗ Văn Sâm.")
    assert found == {
        ("Lê Văn Mẫu", "Ủy viên", "Bộ Chính trị", "current"),
        ("Đỗ Văn Sâm", "Chủ tịch", "Quốc hội", "former"),
    }


@pytest.mark.parametrize("words", ["bị cách chức", "bị kỷ luật, miễn nhiệm chức vụ", ", bị cảnh cáo và cách chức"])
def test_a_post_may_be_taken_as_a_punishment(words: str) -> None:
    lead = "" if words.startswith(",") else " "
    found = holdings(f"Ông Lê Văn Mẫu, Chủ tịch UBND xã Bản Xèo{lead}{words}.")
    assert found == {("Lê Văn Mẫu", "Chủ tịch", UBND, "dismissed")}


def test_only_the_post_that_the_punishment_names_is_taken() -> None:
    found = holdings("Ông Lê Văn Mẫu, Chủ tịch UBND xã Bản Xèo, bị cách chức Phó Bí thư Đảng ủy xã.")
    assert ("Lê Văn Mẫu", "Chủ tịch", UBND, "current") in found


def test_posts_go_on_behind_a_rank_and_a_semicolon() -> None:
    found = holdings(
        "Kỷ luật ông Lê Văn Mẫu, Ủy viên T.Ư Đảng; Bí thư Tỉnh ủy, Chủ tịch HDND tỉnh Lào Cai bằng hình thức."
    )
    assert found == {RANK, SECRETARY, ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "current")}


@pytest.mark.parametrize("other", ["đồng chí Đỗ Văn Sâm", "các đồng chí Đỗ Văn Sâm, Vũ Thị Sen"])
def test_behind_a_rank_and_a_semicolon_another_may_be_named(other: str) -> None:
    found = holdings(f"Dự có ông Lê Văn Mẫu, Ủy viên Trung ương Đảng; Bí thư Tỉnh ủy Lào Cai, {other}.")
    assert {fact for fact in found if fact[0] == "Lê Văn Mẫu"} == {RANK}


@pytest.mark.parametrize("when", ["Trước năm 2015", "Trước tháng 5/2015", "Sau đó", "Từ năm 2010 đến năm 2015"])
def test_a_post_at_a_name_may_be_told_of_as_past(when: str) -> None:
    found = holdings(f"{when}, ông Lê Văn Mẫu là Bí thư Tỉnh ủy Lào Cai.")
    assert found == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former")}


@pytest.mark.parametrize(
    ("lead", "status"),
    [("", "current"), ("Thủ tướng quyết định thành lập ", "appointed")],
)
def test_a_board_is_led_by_the_one_named_behind_it(lead: str, status: str) -> None:
    found = holdings(f"{lead}Ban Chỉ đạo Tây Nguyên gồm 12 thành viên do ông Lê Văn Mẫu làm Trưởng ban.")
    assert found == {("Lê Văn Mẫu", "Trưởng ban", "Ban Chỉ đạo Tây Nguyên", status)}


@pytest.mark.parametrize(
    "name", ["Phòng cháy chữa cháy và cứu nạn cứu hộ", "Phòng cháy và chữa cháy", "phòng cháy, chữa cháy và CNCH"]
)
def test_the_fire_police_have_one_name(name: str) -> None:
    found = holdings(f"Đại tá Lê Văn Mẫu, Trưởng phòng Cảnh sát {name} Công an tỉnh Lào Cai cho biết.")
    assert found == {("Lê Văn Mẫu", "Trưởng phòng", f"Phòng Cảnh sát {name} Công an tỉnh Lào Cai", "current")}
