"""Bodies that a post leaves to the words before it, and organs that bear the names of others."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


def test_the_committee_that_elects_is_that_of_its_secretaries_and_inspectors() -> None:
    text = (
        "Đại hội bầu Ban Chấp hành Đảng bộ tỉnh Lai Châu gồm 50 đồng chí. Ban Chấp hành đã bầu đồng chí Lò Văn Pâng "
        "làm Bí thư; các đồng chí Giàng A Chu, Vàng Thị Mỷ làm Phó Bí thư; đồng chí Tẩn Thị Sử làm Chủ nhiệm Ủy ban "
        "Kiểm tra."
    )
    committee = "Tỉnh ủy Lai Châu"
    assert held(text) == {
        ("Lò Văn Pâng", "Bí thư", committee, "appointed"),
        ("Giàng A Chu", "Phó Bí thư", committee, "appointed"),
        ("Vàng Thị Mỷ", "Phó Bí thư", committee, "appointed"),
        ("Tẩn Thị Sử", "Chủ nhiệm", "Ủy ban Kiểm tra Tỉnh ủy Lai Châu", "appointed"),
    }


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        (
            "Hội Nông dân tỉnh Lai Châu họp. Ông Lò Văn Pâng được bầu làm Phó Chủ tịch Hội.",
            "Phó Chủ tịch",
            "Hội Nông dân",
        ),
        (
            "HĐND tỉnh Lai Châu họp và bầu chức vụ Phó Chủ tịch HĐND khóa XV đối với ông Lò Văn Pâng.",
            "Phó Chủ tịch",
            "Hội đồng nhân dân",
        ),
    ],
)
def test_a_short_name_means_the_body_named_before(text: str, role: str, body: str) -> None:
    assert held(text) == {("Lò Văn Pâng", role, f"{body} tỉnh Lai Châu", "appointed")}


def test_who_runs_the_only_company_of_a_report_runs_it_though_the_post_does_not_say_so() -> None:
    text = "Hội đồng thành viên Tổng công ty Sông Hồng bổ nhiệm ông Lò Văn Pâng giữ chức Tổng Giám đốc thay ông Chu."
    assert held(text) == {("Lò Văn Pâng", "Tổng Giám đốc", "Tổng công ty Sông Hồng", "appointed")}
    assert not [b.name for b in extract(text, LEXICON).bodies if "Tổng công ty" in b.name]


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("Chủ tịch Ban Chấp hành Trung ương Hội Nông dân Việt Nam", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
        ("Ủy viên Ban Bí thư Trung ương Đoàn", "Ban Bí thư Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("Ủy viên Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
    ],
)
def test_an_organ_of_a_front_is_not_that_of_the_party(post: str, body: str) -> None:
    assert {of for _, _, of, _ in held(f"Đồng chí Lò Văn Pâng, {post}, dự lễ.")} == {body}


def test_the_committee_of_the_party_in_an_office_is_not_that_of_its_place() -> None:
    text = "Chỉ định đồng chí Lò Văn Pâng tham gia Ban Chấp hành, Ban Thường vụ Đảng ủy UBND tỉnh Lai Châu."
    assert {body for *_, body, _ in held(text)} == {
        "Ban Chấp hành Đảng bộ Ủy ban nhân dân tỉnh Lai Châu",
        "Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh Lai Châu",
    }


def test_a_term_may_stand_between_a_delegation_and_its_province() -> None:
    text = "Ông Lò Văn Pâng, Trưởng đoàn đại biểu Quốc hội khóa XIII của tỉnh Lai Châu, phát biểu."
    assert held(text) == {("Lò Văn Pâng", "Trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Lai Châu", "current")}


def test_the_commission_may_be_one_of_the_state() -> None:
    text = "Ủy ban Dân tộc họp báo. Bộ trưởng, Chủ nhiệm Ủy ban Giàng A Chu trả lời."
    assert held(text) >= {("Giàng A Chu", "Chủ nhiệm", "Ủy ban Dân tộc", "current")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ông Lò Văn Pâng có đơn xin thôi giữ chức Giám đốc Sở Y tế tỉnh Lai Châu.", "current"),
        (
            "Ông Lò Văn Pâng (sinh năm 1972) được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Lai Châu từ 1/6/2024.",
            "appointed",
        ),
        ("Ông Lò Văn Pâng phát biểu. Trước đó, ông là Giám đốc Sở Y tế tỉnh Lai Châu.", "former"),
        ("Ông Lò Văn Pâng có hơn 4 năm làm Giám đốc Sở Y tế tỉnh Lai Châu.", "former"),
    ],
)
def test_what_the_words_around_a_post_say_of_its_time(text: str, status: str) -> None:
    assert held(text) == {("Lò Văn Pâng", "Giám đốc", "Sở Y tế tỉnh Lai Châu", status)}


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Phường Kim Tân: Bí thư Đảng ủy: ông Lò Văn Pâng", "Đảng ủy phường Kim Tân"),
        ("- Phường Kim Tân: Chủ tịch UBND: ông Lò Văn Pâng", "Ủy ban nhân dân phường Kim Tân"),
        ("2. Tỉnh Lai Châu: Chủ tịch HĐND Lò Văn Pâng", "Hội đồng nhân dân tỉnh Lai Châu"),
    ],
)
def test_the_place_with_which_a_line_opens_is_that_of_its_posts(line: str, body: str) -> None:
    text = f"Phường Nậm Mòn: Bí thư Đảng ủy: bà Vàng Thị Mỷ.\n{line}.\n"
    assert {of for person, _, of, _ in held(text) if person == "Lò Văn Pâng"} == {body}


def test_ministers_and_deputies_are_listed_for_one_ministry() -> None:
    text = (
        "Bộ Công an có Bộ trưởng là Đại tướng Lò Văn Pâng; các Thứ trưởng gồm: Thượng tướng Giàng A Chu, ông Tẩn A Sử."
    )
    assert held(text) == {
        ("Lò Văn Pâng", "Bộ trưởng", "Bộ Công an", "current"),
        ("Giàng A Chu", "Thứ trưởng", "Bộ Công an", "current"),
        ("Tẩn A Sử", "Thứ trưởng", "Bộ Công an", "current"),
    }


def test_a_company_may_be_called_like_a_person() -> None:
    text = "Bà Vàng Thị Mỷ, Giám đốc Công ty TNHH Thiết bị Y tế Phương Nam, khai nhận."
    assert held(text) == {("Vàng Thị Mỷ", "Giám đốc", "Công ty TNHH Thiết bị Y tế Phương Nam", "current")}


def test_one_of_several_holders_is_not_whom_the_sentence_names_next() -> None:
    text = "Trong số 3 Phó Bí thư Thành ủy Hà Nội, ông Lò Văn Pâng phụ trách công tác Đảng."
    assert held(text) == set()
