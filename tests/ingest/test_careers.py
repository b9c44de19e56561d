"""Posts of a career and of a decision: who is meant, what the words make of the posts, what stands between them."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return {(h.person, h.role, h.body, h.status) for h in facts}


SO = ("Lê Văn Mẫu", "Giám đốc", "Sở Nội vụ tỉnh Lào Cai", "former")
HUYEN = ("Lê Văn Mẫu", "Bí thư", "Huyện ủy Mường Mẫu", "former")


@pytest.mark.parametrize(
    "words",
    [
        "từng giữ chức",
        "đã từng đảm nhiệm các chức vụ:",
        "lần lượt giữ các chức vụ",
        "trải qua nhiều vị trí công tác như",
        "đã kinh qua các chức vụ ở nhiều cơ quan, đơn vị của địa phương như:",
        "từng là",
    ],
)
@pytest.mark.parametrize("join", [", ", "; ", ", rồi ", "; sau đó là ", " kiêm "])
def test_the_posts_of_a_career_are_past(words: str, join: str) -> None:
    text = f"Tại Lào Cai, ông Lê Văn Mẫu {words} Giám đốc Sở Nội vụ{join}Bí thư Huyện ủy Mường Mẫu."
    assert holdings(text) == {SO, HUYEN}


@pytest.mark.parametrize(
    "aside",
    [" (từ tháng 5/2012)", " nhiệm kỳ 2010 - 2015", ", tỉnh Lào Cai", " khóa XIV, nhiệm kỳ 2010-2015"],
)
def test_what_tells_the_term_of_a_post_does_not_end_the_list(aside: str) -> None:
    text = f"Ông Lê Văn Mẫu từng là Bí thư Huyện ủy Mường Mẫu{aside}, Giám đốc Sở Nội vụ tỉnh Lào Cai."
    assert holdings(text) == {SO, HUYEN}


def test_a_career_is_read_past_posts_that_no_rule_knows() -> None:
    text = "Ông Lê Văn Mẫu từng là chuyên viên Ban Sông Vân, Phó Trưởng ban Sông Vân, Bí thư Huyện ủy Mường Mẫu."
    assert holdings(text) == {HUYEN}


@pytest.mark.parametrize("subject", ["Ông", "Đồng chí", "Ông Mẫu"])
def test_a_word_for_a_person_means_the_one_named_before(subject: str) -> None:
    text = f"Ông Lê Văn Mẫu sinh năm 1970. {subject} từng giữ chức Bí thư Huyện ủy Mường Mẫu."
    assert holdings(text) == {HUYEN}


def test_a_given_name_means_the_one_who_bears_it() -> None:
    text = "Ông Lê Văn Mẫu gặp ông Hà Văn Tư. Ông Mẫu từng giữ chức Bí thư Huyện ủy Mường Mẫu."
    assert holdings(text) == {HUYEN}


def test_a_woman_is_not_meant_by_a_word_for_a_man() -> None:
    text = "Ông Lê Văn Mẫu đã nghỉ. Bà Đỗ Thị Sen đến dự. Ông từng giữ chức Bí thư Huyện ủy Mường Mẫu."
    assert holdings(text) == {HUYEN}


def test_the_dated_lines_of_a_career_are_past_but_for_the_last() -> None:
    text = (
        "Đồng chí Lê Văn Mẫu sinh năm 1970.\n- Từ 5/2008 đến 3/2012: Thượng tá, Bí thư Huyện ủy Mường Mẫu;\n"
        "- 4/2012 - 6/2016: Giám đốc Sở Nội vụ tỉnh Lào Cai.\n- 7/2016 - nay: Bí thư Tỉnh ủy Lào Cai."
    )
    assert holdings(text) == {SO, HUYEN, ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")}


def test_a_date_before_a_title_at_a_name_is_no_line_of_a_career() -> None:
    text = "5/9/2024, Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu phát biểu."
    assert holdings(text) == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")}


def test_an_appointment_long_before_the_report_is_past_unless_the_post_is_held() -> None:
    text = (
        "Ngày 12/5/2024, ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, đến dự. Tháng 3/2015, ông được bầu làm Bí thư "
        "Huyện ủy Mường Mẫu. Tháng 8/2021, ông được bầu giữ chức Bí thư Tỉnh ủy Lào Cai."
    )
    assert holdings(text) == {HUYEN, ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")}


@pytest.mark.parametrize(
    "text",
    [
        "HĐND tỉnh Lào Cai bầu ông Lê Văn Mẫu giữ chức Phó Chủ tịch UBND tỉnh.",
        "Phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Lào Cai nhiệm kỳ 2021-2026 đối với ông Lê Văn Mẫu.",
        "Ông Lê Văn Mẫu được bầu vào chức danh Phó Chủ tịch UBND tỉnh Lào Cai.",
        "Ông Lê Văn Mẫu được giao nhiệm vụ Phó Chủ tịch UBND tỉnh Lào Cai.",
        "Chuẩn y chức danh Phó Chủ tịch UBND tỉnh Lào Cai đối với đồng chí Lê Văn Mẫu.",
        "Ông Lê Văn Mẫu, thay ông Hà Văn Tư, giữ chức Phó Chủ tịch UBND tỉnh Lào Cai.",
    ],
)
def test_councils_and_superiors_give_a_post_in_many_words(text: str) -> None:
    assert holdings(text) == {("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "appointed")}


def test_several_posts_are_each_given_to_the_one_named_after_it() -> None:
    text = (
        "Phê chuẩn kết quả bầu: Chủ tịch HĐND tỉnh Lào Cai đối với bà Đỗ Thị Sen kể từ ngày 15/6; Chủ tịch HĐND tỉnh "
        "Yên Bái đối với ông Hà Văn Tư."
    )
    assert holdings(text) == {
        ("Đỗ Thị Sen", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "appointed"),
        ("Hà Văn Tư", "Chủ tịch", "Hội đồng nhân dân tỉnh Yên Bái", "appointed"),
    }


@pytest.mark.parametrize(
    "people",
    ["ông Lê Văn Mẫu và bà Đỗ Thị Sen", "các đồng chí Lê Văn Mẫu, Đỗ Thị Sen"],
)
def test_people_named_together_are_given_the_post(people: str) -> None:
    text = f"Bầu {people} giữ chức Phó Chủ tịch UBND tỉnh Lào Cai."
    assert {person for person, *_ in holdings(text)} == {"Lê Văn Mẫu", "Đỗ Thị Sen"}


def test_taking_away_a_past_post_leaves_it_past() -> None:
    text = "Xóa tư cách Phó Chủ tịch UBND tỉnh Lào Cai nhiệm kỳ 2011-2016 đối với ông Lê Văn Mẫu."
    assert holdings(text) == {("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "former")}
