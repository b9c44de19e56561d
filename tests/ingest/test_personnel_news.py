"""Who gets, keeps or loses which post in the words of personnel news: whom a decision is about, and since when."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

PROVINCE = "Tỉnh ủy Lào Cai"
COUNCIL = "Hội đồng nhân dân tỉnh Lào Cai"
PEOPLES = "Ủy ban nhân dân tỉnh Lào Cai"


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return {(h.person, h.role, h.body, h.status) for h in facts}


@pytest.mark.parametrize(
    "text",
    [
        "HĐND tỉnh Lào Cai đã bầu Chủ tịch UBND tỉnh Lào Cai khóa XVI đối với ông Lê Văn Mẫu.",
        "Thủ tướng chỉ định ông Lê Văn Mẫu là Chủ tịch UBND tỉnh Lào Cai.",
        "Chủ tịch UBND tỉnh Lào Cai được chỉ định là ông Lê Văn Mẫu.",
        "Ông Lê Văn Mẫu được trao Chủ tịch UBND tỉnh Lào Cai, thay cho ông Hà Văn Tư.",
    ],
)
def test_a_post_is_given_to_the_one_named_for_it(text: str) -> None:
    assert ("Lê Văn Mẫu", "Chủ tịch", PEOPLES, "appointed") in holdings(text)
    assert not any(person == "Hà Văn Tư" for person, *_ in holdings(text))


def test_who_proposes_an_election_is_not_elected() -> None:
    text = (
        "Theo đề nghị của Chủ tịch UBND tỉnh Lào Cai Hà Văn Tư, các đại biểu HĐND tỉnh bỏ phiếu bầu bổ sung Ủy viên "
        "UBND tỉnh nhiệm kỳ 2021 - 2026."
    )
    assert holdings(text) == {("Hà Văn Tư", "Chủ tịch", PEOPLES, "current")}


def test_a_sentence_that_begins_with_moreover_goes_on_with_the_one_before() -> None:
    text = (
        "Ông Lê Văn Mẫu thôi tham gia Ban Thường vụ Tỉnh ủy Lào Cai. Đồng thời được điều động, phân công giữ chức "
        "Trưởng Ban Nội chính Trung ương."
    )
    assert ("Lê Văn Mẫu", "Trưởng ban", "Ban Nội chính Trung ương", "appointed") in holdings(text)


@pytest.mark.parametrize("rank", ["ông", "Trung tướng", "đồng chí"])
def test_two_people_who_are_joined_get_the_post_both(rank: str) -> None:
    text = f"Thủ tướng bổ nhiệm ông Lê Văn Mẫu và {rank} Hà Văn Tư giữ chức Thứ trưởng Bộ Quốc phòng."
    assert {p for p, _, _, status in holdings(text) if status == "appointed"} == {"Lê Văn Mẫu", "Hà Văn Tư"}


@pytest.mark.parametrize("words", [". Đó là ", " gồm ", " là "])
@pytest.mark.parametrize("number", ["2", "hai", "bốn"])
def test_a_counted_election_names_all_who_were_elected(words: str, number: str) -> None:
    text = (
        f"Ban Chấp hành Trung ương Đảng đã bầu bổ sung {number} Ủy viên Bộ Chính trị khóa XIII{words}ông Lê Văn Mẫu, "
        "Bí thư Tỉnh ủy Lào Cai; bà Đỗ Thị Sen, Trưởng Ban Dân vận Trung ương."
    )
    found = holdings(text)
    assert {p for p, _, body, status in found if body == "Bộ Chính trị" and status == "appointed"} == {
        "Lê Văn Mẫu",
        "Đỗ Thị Sen",
    }


def test_who_was_elected_into_a_body_may_be_named_after_it() -> None:
    text = "Nhân sự được bầu bổ sung vào Ban Bí thư là ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai."
    assert holdings(text) == {
        ("Lê Văn Mẫu", "Ủy viên", "Ban Bí thư", "appointed"),
        ("Lê Văn Mẫu", "Bí thư", PROVINCE, "current"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Từ tháng 10/2020 đến nay, ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "Ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai từ năm 2015 đến nay.",
        "Ông Lê Văn Mẫu là Bí thư Tỉnh ủy Lào Cai. Trước khi giữ chức Bí thư Tỉnh ủy Lào Cai, ông làm nhiều việc.",
    ],
)
def test_a_post_held_to_this_day_is_current(text: str) -> None:
    assert holdings(text) == {("Lê Văn Mẫu", "Bí thư", PROVINCE, "current")}


def test_what_came_years_later_is_told_of_the_past() -> None:
    text = (
        "Hôm nay, ông Lê Văn Mẫu là Bí thư Tỉnh ủy Lào Cai. Ba năm sau, ông giữ chức Phó Chánh Văn phòng "
        "Trung ương Đảng."
    )
    assert ("Lê Văn Mẫu", "Phó Chánh Văn phòng", "Văn phòng Trung ương Đảng", "former") in holdings(text)


def test_the_posts_of_a_place_that_is_no_more_are_past() -> None:
    text = "Ông Lê Văn Mẫu, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Yên Bái (cũ), phát biểu."
    assert {(role, status) for _, role, _, status in holdings(text)} == {
        ("Phó Bí thư", "former"),
        ("Chủ tịch", "former"),
    }


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("Bí thư Đảng ủy, Giám đốc Sở Nội vụ tỉnh Lào Cai", "Đảng ủy Sở Nội vụ tỉnh Lào Cai"),
        ("Bí thư Đảng ủy, Tổng Giám đốc Tổng công ty Chè Việt Nam", "Đảng ủy Tổng công ty Chè Việt Nam"),
        ("Bí thư Đảng ủy, Chủ tịch UBND xã Mường Mẫu", "Đảng ủy xã Mường Mẫu"),
    ],
)
def test_the_committee_of_an_office_is_that_of_the_next_post(printed: str, body: str) -> None:
    assert ("Lê Văn Mẫu", "Bí thư", body, "current") in holdings(f"Ông Lê Văn Mẫu, {printed}, phát biểu.")


@pytest.mark.parametrize("printed", ["TUV", "Tỉnh ủy viên"])
def test_a_member_of_the_committee_may_be_abbreviated(printed: str) -> None:
    found = holdings(f"Tại Lào Cai, chủ trì có ông Lê Văn Mẫu - {printed}, Phó Chủ tịch HĐND tỉnh Lào Cai.")
    assert found == {
        ("Lê Văn Mẫu", "Ủy viên", PROVINCE, "current"),
        ("Lê Văn Mẫu", "Phó Chủ tịch", COUNCIL, "current"),
    }


def test_people_of_rarer_family_names_are_people() -> None:
    text = "Dự họp có bà Tòng Thị Mẫu, Chủ tịch HĐND tỉnh Lào Cai; ông Tất Văn Tư, Phó Chủ tịch HĐND tỉnh Lào Cai."
    assert {person for person, *_ in holdings(text)} == {"Tòng Thị Mẫu", "Tất Văn Tư"}


@pytest.mark.parametrize("name", ["Lê Văn Nguyên", "Trần Thị Thời", "Hà Quốc Quyền", "Lò Thị Năm", "Đỗ Văn Phó"])
@pytest.mark.parametrize("said", ["được bổ nhiệm giữ chức", "giữ chức"])
def test_a_name_that_is_a_word_of_the_language_changes_nothing_about_a_post(name: str, said: str) -> None:
    (fact,) = extract(f"Đồng chí {name} {said} Bí thư Tỉnh ủy Lào Cai.\n", Lexicon.load()).holdings
    assert (fact.person, fact.role, fact.body, fact.status) == (name, "Bí thư", "Tỉnh ủy Lào Cai", "appointed")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("HĐND tỉnh miễn nhiệm ông Lê Văn Mẫu khỏi chức vụ Phó Chủ tịch UBND tỉnh Lào Cai.", "dismissed"),
        ("Ông Lê Văn Mẫu bị đưa ra khỏi chức vụ Phó Chủ tịch UBND tỉnh Lào Cai.", "dismissed"),
        ("Ông Lê Văn Mẫu (Phó Chủ tịch UBND tỉnh Lào Cai) nhấn mạnh.", "current"),
    ],
)
def test_a_post_that_somebody_is_taken_out_of_is_lost(text: str, status: str) -> None:
    assert holdings(text) == {("Lê Văn Mẫu", "Phó Chủ tịch", PEOPLES, status)}


def test_a_vice_minister_in_brackets_is_no_place_in_a_picture() -> None:
    assert holdings("Ông Lê Văn Mẫu (Thứ trưởng Bộ Y tế) nhấn mạnh.") == {
        ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế", "current")
    }
    assert holdings("Ông Lê Văn Mẫu (thứ hai từ trái sang), Thứ trưởng Bộ Y tế.") == {
        ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế", "current")
    }
