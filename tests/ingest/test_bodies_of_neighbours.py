"""Posts whose body the sentence names elsewhere: before the decision, at the next post, or in one word."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


def test_a_post_without_a_body_is_in_that_to_which_somebody_goes() -> None:
    text = (
        "Ban Bí thư quyết định điều động đồng chí Lò Văn Pâng, Phó Bí thư Tỉnh ủy Lai Châu, đến nhận công tác tại Ban "
        "Dân vận Trung ương và bổ nhiệm giữ chức Phó Trưởng Ban."
    )
    assert ("Lò Văn Pâng", "Phó Trưởng ban", "Ban Dân vận Trung ương", "appointed") in held(text)


def test_a_body_that_is_only_named_before_gives_no_post_its_name() -> None:
    text = "Bộ Nội vụ đề nghị; ông Lò Văn Pâng được bổ nhiệm giữ chức Phó Trưởng Ban."
    assert held(text) == set()


def test_who_leads_an_inspection_commission_is_a_member_of_it_where_the_text_says_so() -> None:
    text = "Bộ Chính trị chỉ định ông Lò Văn Pâng giữ chức Ủy viên, Phó Chủ nhiệm Ủy ban Kiểm tra Trung ương."
    assert {(role, body) for _, role, body, _ in held(text)} == {
        ("Ủy viên", "Ủy ban Kiểm tra Trung ương"),
        ("Phó Chủ nhiệm", "Ủy ban Kiểm tra Trung ương"),
    }


def test_the_leaders_of_a_body_are_listed_after_it() -> None:
    text = (
        "Thường trực Ủy ban Kiểm tra Trung ương gồm Chủ nhiệm Lò Văn Pâng và các Phó Chủ nhiệm: "
        "Vàng Thị Mỷ, Giàng A Chu."
    )
    assert {(person, role) for person, role, *_ in held(text)} == {
        ("Lò Văn Pâng", "Chủ nhiệm"),
        ("Vàng Thị Mỷ", "Phó Chủ nhiệm"),
        ("Giàng A Chu", "Phó Chủ nhiệm"),
    }


@pytest.mark.parametrize(
    ("last", "body"),
    [
        ("nguyên Phó Giám đốc Sở.", "Sở Y tế tỉnh Lai Châu"),
        ("nguyên Phó Giám đốc Sở Ngoại giao văn hóa lạ.", None),
    ],
)
def test_the_first_word_alone_means_the_office_named_before(last: str, body: str | None) -> None:
    text = f"Kỷ luật cảnh cáo các ông, bà: Lò Văn Pâng, Giám đốc Sở Y tế tỉnh Lai Châu; Vàng Thị Mỷ, {last}"
    found = {b for person, _, b, _ in held(text) if person == "Vàng Thị Mỷ"}
    assert found == ({body} if body else found - {"Sở Y tế tỉnh Lai Châu"})


def test_an_earlier_list_of_posts_is_read_to_its_end() -> None:
    text = (
        "Ông Lò Văn Pâng được bổ nhiệm giữ chức Phó Chánh Văn phòng Trung ương Đảng. "
        "Trước đó, ông Pâng là Vụ trưởng Vụ Ngân sách nhà nước, Thứ trưởng Bộ Tài chính."
    )
    assert {("Lò Văn Pâng", "Thứ trưởng", "Bộ Tài chính", "former")} <= held(text)


def test_a_standing_deputy_of_an_office_is_in_the_office_not_in_what_it_serves() -> None:
    text = "Phó Chánh Văn phòng Thường trực Trung ương Đảng Lò Văn Pâng trao quyết định cho ông Giàng A Chu."
    assert held(text) == {("Lò Văn Pâng", "Phó Chánh Văn phòng Thường trực", "Văn phòng Trung ương Đảng", "current")}


def test_a_council_that_acts_at_its_session_is_a_body_of_the_text() -> None:
    text = "Tại kỳ họp thứ 18, HĐND tỉnh Lai Châu khóa XV đã bầu ông Lò Văn Pâng giữ chức Chủ tịch UBND tỉnh."
    assert "Hội đồng nhân dân tỉnh Lai Châu" in {b.name for b in extract(text, LEXICON).bodies}


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Thủ tướng Chính phủ vừa ký Quyết định số 531/QĐ-TTg về công tác cán bộ.", "Thủ tướng Chính phủ"),
        ("Chủ tịch nước đã ký Quyết định số 1200/QĐ-CTN phong quân hàm.", "Chủ tịch nước"),
        ("Phó Thủ tướng vừa ký Quyết định số 531/QĐ-TTg về công tác cán bộ.", None),
    ],
)
def test_an_office_that_signs_without_a_name_issues(text: str, issuer: str | None) -> None:
    assert [d.issuer for d in extract(text, LEXICON).documents] == [issuer]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban Kiểm tra Trung ương có 3 phó chủ nhiệm là các ông, bà: Lò Văn Pâng, Vàng Thị Mỷ, Giàng A Chu.",
        "Các Phó Chủ nhiệm Ủy ban Kiểm tra Trung ương gồm: Lò Văn Pâng; Vàng Thị Mỷ; Giàng A Chu.",
        "Ủy ban Kiểm tra Trung ương gồm: Phó Chủ nhiệm Lò Văn Pâng; các Phó Chủ nhiệm Vàng Thị Mỷ, Giàng A Chu.",
        "Ủy ban Kiểm tra Trung ương hiện nay gồm các Phó Chủ nhiệm: Lò Văn Pâng, Vàng Thị Mỷ, Giàng A Chu.",
    ],
)
def test_those_who_lead_a_body_are_listed_in_many_ways(text: str) -> None:
    people = ("Lò Văn Pâng", "Vàng Thị Mỷ", "Giàng A Chu")
    assert held(text) == {(name, "Phó Chủ nhiệm", "Ủy ban Kiểm tra Trung ương", "current") for name in people}
