"""Posts of bodies that serve for the time being, and what the words around names and posts say of whose they are."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon
from ontology.text import nfc


def facts(text: str) -> Extraction:
    return extract(nfc(text), Lexicon.load())


def posts(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in facts(text).holdings}


@pytest.mark.parametrize(
    "words",
    [
        "Bí thư Đảng ủy, Chủ tịch HĐND lâm thời phường Kim Tân Lê Văn Mẫu phát biểu khai mạc.",
        "Ông Lê Văn Mẫu, Bí thư Đảng ủy lâm thời phường Kim Tân, Chủ tịch HĐND phường Kim Tân, chủ trì.",
    ],
)
def test_a_body_that_serves_for_the_time_being_bears_its_own_name(words: str) -> None:
    assert posts(words) == {
        ("Lê Văn Mẫu", "Bí thư", "Đảng ủy phường Kim Tân", "current"),
        ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân phường Kim Tân", "current"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Đối với đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai nhấn mạnh đây là trách nhiệm nặng nề.",
        "Trao quyết định cho ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai yêu cầu ông sớm nắm bắt công việc.",
        "Tại hội nghị, phát biểu giao nhiệm vụ cho bà Lê Thị Mẫu, Trưởng Ban Tổ chức Tỉnh ủy Lào Cai mong muốn "
        "bà tiếp tục cố gắng.",
    ],
)
def test_who_speaks_to_somebody_is_not_the_one_spoken_to(words: str) -> None:
    assert posts(words) == set()


def test_who_is_disciplined_keeps_the_post_at_the_name() -> None:
    told = "Đối với ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, Ban Bí thư quyết định cảnh cáo."
    assert posts(told) == {("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current")}


def test_a_post_behind_a_comma_is_of_the_officer_whom_the_clause_names_next() -> None:
    told = (
        "Giám đốc Công an tỉnh Lào Cai là Đại tá Lê Văn Mẫu, Phó Giám đốc Công an tỉnh Lào Cai là Thượng tá Đỗ Văn Sen."
    )
    assert posts(told) == {
        ("Lê Văn Mẫu", "Giám đốc", "Công an tỉnh Lào Cai", "current"),
        ("Đỗ Văn Sen", "Phó Giám đốc", "Công an tỉnh Lào Cai", "current"),
    }


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Ban Thường vụ Tỉnh ủy Lào Cai đề nghị HĐND tỉnh miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh", "current"),
        ("Ủy ban Kiểm tra Trung ương đề nghị xem xét, cách chức Phó Chủ tịch UBND tỉnh Lào Cai", "current"),
        ("Theo đề nghị của UBND tỉnh Lào Cai, HĐND tỉnh miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh", "dismissed"),
    ],
)
def test_a_post_that_somebody_proposes_to_take_is_held_still(words: str, status: str) -> None:
    told = posts(f"{words} đối với ông Lê Văn Mẫu.")
    assert told == {("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", status)}


def test_a_decision_on_somebody_called_by_the_given_name_is_on_the_one_named_before() -> None:
    told = (
        "Ông Lê Văn Mẫu, Phó Chủ tịch UBND tỉnh Lào Cai, xin nghỉ hưu. HĐND tỉnh đã miễn nhiệm chức vụ "
        "Phó Chủ tịch UBND tỉnh đối với ông Mẫu."
    )
    assert posts(told) == {("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "dismissed")}


def test_ranks_inside_a_list_of_those_elected_do_not_end_it() -> None:
    told = posts(
        "Quốc hội bầu ba Phó Chủ tịch Quốc hội, gồm các đồng chí: Lê Văn Mẫu, Ủy viên Bộ Chính trị; các đồng chí "
        "Ủy viên Trung ương Đảng: Đỗ Văn Sen, Trần Thị Cúc.",
    )
    deputies = {person for person, role, body, _ in told if (role, body) == ("Phó Chủ tịch", "Quốc hội")}
    assert deputies == {"Lê Văn Mẫu", "Đỗ Văn Sen", "Trần Thị Cúc"}
    assert ("Đỗ Văn Sen", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "current") in told


def test_those_elected_into_a_board_of_the_assembly_are_its_members() -> None:
    told = posts(
        "Hai nhân sự được Quốc hội bầu vào Ủy ban Thường vụ Quốc hội là ông Lê Văn Mẫu, bà Đỗ Thị Sen đều là "
        "các Ủy viên Trung ương Đảng."
    )
    assert told == {
        (person, "Ủy viên", body, status)
        for person in ("Lê Văn Mẫu", "Đỗ Thị Sen")
        for body, status in (
            ("Ủy ban Thường vụ Quốc hội", "appointed"),
            ("Ban Chấp hành Trung ương Đảng", "current"),
        )
    }


@pytest.mark.parametrize(
    ("words", "role", "body"),
    [
        ("Trưởng ban Pháp chế của Hội đồng nhân dân tỉnh", "Trưởng ban", "Ban Pháp chế Hội đồng nhân dân tỉnh Lào Cai"),
        ("Phó Trưởng Ban Tổ chức của Tỉnh ủy", "Phó Trưởng ban", "Ban Tổ chức Tỉnh ủy Lào Cai"),
        ("Chính ủy, Bộ Chỉ huy Quân sự tỉnh", "Chính ủy", "Bộ Chỉ huy Quân sự tỉnh Lào Cai"),
    ],
)
def test_a_body_is_read_across_what_stands_inside_its_name(words: str, role: str, body: str) -> None:
    told = f"Sáng 4/3, đoàn công tác làm việc tại tỉnh Lào Cai. Cùng dự có ông Lê Văn Mẫu, {words} Lào Cai."
    assert posts(told) == {("Lê Văn Mẫu", role, body, "current")}


def test_a_head_printed_twice_is_named_once() -> None:
    told = facts("Đại tướng Lê Văn Mẫu là Bí thư Đảng ủy Đảng ủy Công an Trung ương.")
    assert [body.name for body in told.bodies] == ["Đảng ủy Công an Trung ương"]


def test_a_session_may_be_counted_in_roman_numerals() -> None:
    told = facts("Từ ngày 6 đến 8-9, Ủy ban Kiểm tra Trung ương đã họp kỳ thứ VI.")
    assert [event.name for event in told.events] == ["Kỳ họp thứ VI Ủy ban Kiểm tra Trung ương"]


def test_a_paper_is_not_about_who_presents_it() -> None:
    words = (
        "Nghị quyết bầu Phó Chủ tịch UBND tỉnh Lào Cai do Phó Chủ tịch HĐND tỉnh Lê Văn Mẫu trình bày được thông qua."
    )
    assert [d.name for d in facts(words).documents if d.name and "Mẫu" in d.name] == []


def test_a_proposal_founds_no_bodies() -> None:
    words = (
        "UBND xã Cốc San trình Tờ trình về việc thành lập cơ quan chuyên môn thuộc UBND xã Cốc San gồm "
        "Phòng Kinh tế, Phòng Văn hóa - Xã hội."
    )
    assert [r for r in facts(words).relations if r.predicate == "establishes"] == []


def test_who_is_called_by_the_last_two_words_of_a_name_is_the_one_named_before() -> None:
    words = (
        "Ông Lê Xuân Mẫu là Bí thư Thành ủy Đà Nẵng. Bộ Chính trị cách chức Bí thư Thành ủy Đà Nẵng "
        "đối với ông Xuân Mẫu."
    )
    assert posts(words) == {("Lê Xuân Mẫu", "Bí thư", "Thành ủy Đà Nẵng", "dismissed")}
    assert [person.name for person in facts(words).people] == ["Lê Xuân Mẫu"]


def test_those_of_a_list_that_says_it_was_just_given_the_post_are_appointed() -> None:
    told = posts(
        "2 tân Thứ trưởng Bộ Y tế vừa được bổ nhiệm gồm ông Lê Văn Mẫu, nguyên Giám đốc Sở Y tế Lào Cai; bà Đỗ Thị Sen."
    )
    deputies = {holding for holding in told if holding[1] == "Thứ trưởng"}
    assert deputies == {(name, "Thứ trưởng", "Bộ Y tế", "appointed") for name in ("Lê Văn Mẫu", "Đỗ Thị Sen")}


def test_an_organ_of_the_council_may_be_named_without_it() -> None:
    told = posts("HĐND tỉnh Lào Cai bầu ông Lê Văn Mẫu làm Trưởng ban Pháp chế; Phó ban Đô thị Đỗ Văn Sen cùng dự.")
    assert told == {
        ("Lê Văn Mẫu", "Trưởng ban", "Ban Pháp chế Hội đồng nhân dân tỉnh Lào Cai", "appointed"),
        ("Đỗ Văn Sen", "Phó Trưởng ban", "Ban Đô thị Hội đồng nhân dân tỉnh Lào Cai", "current"),
    }


def test_a_name_of_an_organ_may_have_the_longer_dash() -> None:
    told = posts("Ông Lê Văn Mẫu, Trưởng Ban Kinh tế – Xã hội HĐND huyện Sa Pa, dự.")
    assert told == {("Lê Văn Mẫu", "Trưởng ban", "Ban Kinh tế - Xã hội Hội đồng nhân dân huyện Sa Pa", "current")}


def test_a_sentence_of_posts_alone_is_on_the_one_of_the_sentence_before() -> None:
    told = posts(
        "Ông Lê Văn Mẫu sinh năm 1961. Ông là tiến sĩ Luật. Ủy viên Trung ương Đảng khóa XII, XIII; Đại biểu Quốc hội "
        "khóa XV."
    )
    assert told == {
        ("Lê Văn Mẫu", "Ủy viên", "Ban Chấp hành Trung ương Đảng", "current"),
        ("Lê Văn Mẫu", "Đại biểu", "Quốc hội", "current"),
    }


def test_those_told_to_be_some_of_a_committee_are_its_members() -> None:
    told = posts("Các ông Lê Văn Mẫu, Đỗ Văn Sen là 2 Ủy viên Trung ương Đảng bị cảnh cáo.")
    assert {person for person, *_ in told} == {"Lê Văn Mẫu", "Đỗ Văn Sen"}


def test_who_gives_a_task_has_the_posts_before_the_name() -> None:
    told = posts(
        "Phát biểu giao nhiệm vụ, Bí thư Trung ương Đảng, Bí thư Đảng ủy, Chánh án TAND tối cao Lê Văn Mẫu yêu cầu."
    )
    assert {(role, body, status) for _, role, body, status in told} == {
        ("Bí thư", "Ban Chấp hành Trung ương Đảng", "current"),
        ("Bí thư", "Đảng ủy Tòa án nhân dân tối cao", "current"),
        ("Chánh án", "Tòa án nhân dân tối cao", "current"),
    }


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trung ương Hội Nông dân lần thứ 8", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
        ("Trung ương Hội Cựu chiến binh khóa VI", "Ban Chấp hành Trung ương Hội Cựu chiến binh Việt Nam"),
    ],
)
def test_the_committee_of_a_union_is_not_that_of_the_party(words: str, name: str) -> None:
    assert [body.name for body in facts(f"Sáng nay, Ban Chấp hành {words} họp tại Hà Nội.").bodies] == [name]


@pytest.mark.parametrize(
    "listed",
    [
        "ông Lê Văn Mẫu (46 tuổi, Bí thư Huyện ủy Bát Xát) và bà Trần Thị Sen (45 tuổi)",
        "ông Lê Văn Mẫu (sinh năm 1970) và bà Trần Thị Sen",
        "đồng chí Lê Văn Mẫu (SN 1970); đồng chí Trần Thị Sen (SN 1972)",
    ],
)
def test_a_bracket_behind_a_name_does_not_end_the_list_of_those_a_decision_is_on(listed: str) -> None:
    words = f"Thủ tướng phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Lào Cai đối với {listed}."
    both = {p[0] for p in posts(words) if p[1:] == ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "appointed")}
    assert both == {"Lê Văn Mẫu", "Trần Thị Sen"}


@pytest.mark.parametrize(
    "others",
    [
        "Chủ tịch UBND tỉnh Lào Cai Trần Thị Sen chúc mừng.",
        "bà Trần Thị Sen, Chủ tịch UBND tỉnh Lào Cai cho biết.",
    ],
)
def test_who_acts_behind_the_bracket_is_not_in_the_list(others: str) -> None:
    words = (
        "HĐND miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Lào Cai đối với ông Lê Văn Mẫu (để nghỉ hưu) "
        f"và ông Đỗ Văn Tùng (chuyển công tác), {others}"
    )
    assert ("Trần Thị Sen", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "dismissed") not in posts(words)
