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


def test_the_place_of_a_portrait_is_that_of_whom_it_portrays() -> None:
    found = holdings(
        "Tại Lào Cai, Ban Chấp hành Đảng bộ tỉnh bầu ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai.\n"
        "Ông Đỗ Văn Sâm được bầu giữ chức Bí thư Tỉnh ủy Cà Mau.\n"
        "Ông Lê Văn Mẫu sinh năm 1970, từng là Chánh Văn phòng Tỉnh ủy, Giám đốc Sở Nội vụ.\n"
        "Ông Đỗ Văn Sâm từng là Giám đốc Sở Y tế."
    )
    assert {(who, body) for who, _, body, status in found if status == "former"} == {
        ("Lê Văn Mẫu", "Văn phòng Tỉnh ủy Lào Cai"),
        ("Lê Văn Mẫu", "Sở Nội vụ tỉnh Lào Cai"),
        ("Đỗ Văn Sâm", "Sở Y tế tỉnh Cà Mau"),
    }


def test_a_portrait_of_one_with_posts_in_two_places_is_of_the_place_told_last() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu được điều động từ Bí thư Tỉnh ủy Lào Cai về giữ chức Bí thư Tỉnh ủy Cà Mau.\n"
        "Tỉnh Hà Giang chúc mừng.\nÔng Lê Văn Mẫu từng là Chánh Văn phòng Tỉnh ủy."
    )
    assert ("Lê Văn Mẫu", "Chánh Văn phòng", "Văn phòng Tỉnh ủy Hà Giang", "former") in found


def test_deputies_elected_with_the_chair_are_appointed() -> None:
    found = holdings(
        "Ông Lê Văn Mẫu được bầu làm Chủ tịch UBND tỉnh Lào Cai và 2 Phó Chủ tịch UBND tỉnh là Đỗ Văn Sâm, Vũ Thị Sen."
    )
    assert {status for *_, status in found} == {"appointed"}
    assert len(found) == 3


def test_a_short_name_may_end_a_row_of_names() -> None:
    found = holdings("Các ông Lê Văn Mẫu, Mai Thức được bầu làm Phó Chủ tịch UBND tỉnh Lào Cai.")
    assert {person for person, *_ in found} == {"Lê Văn Mẫu", "Mai Thức"}


@pytest.mark.parametrize("aside", [" (chuyên trách),", ",", " phát biểu,"])
def test_a_group_of_deputies_is_of_the_province_told_of(aside: str) -> None:
    found = holdings(f"Tại Lào Cai, ông Lê Văn Mẫu, Phó trưởng Đoàn đại biểu Quốc hội{aside} có mặt.")
    assert found == {("Lê Văn Mẫu", "Phó Trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Lào Cai", "current")}


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Sở TN- MT tỉnh Lào Cai", "Sở Tài nguyên và Môi trường tỉnh Lào Cai"),
        ("Sở TN - MT tỉnh Lào Cai", "Sở Tài nguyên và Môi trường tỉnh Lào Cai"),
        ("Sở VH - TT&DL tỉnh Lào Cai", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai"),
    ],
)
def test_short_names_may_have_blanks_around_dashes(short: str, name: str) -> None:
    assert holdings(f"Ông Lê Văn Mẫu, Giám đốc {short}, có mặt.") == {("Lê Văn Mẫu", "Giám đốc", name, "current")}


def test_a_house_and_a_letter_are_no_bodies() -> None:
    found = extract("Hội nghị họp tại Nhà Quốc hội. Ông mất tại Bệnh viện T.Ư Quân đội 108.", Lexicon.load())
    assert not found.bodies
