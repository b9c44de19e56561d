"""Titles of several people, lists of members, signatures, and roles that share or leave out their body."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return {(h.person, h.role, h.body, h.status) for h in facts}


COMMITTEE = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"


def test_members_named_after_a_bare_word_are_of_the_body_named_before() -> None:
    text = (
        "Tiểu ban Nhân sự Đại hội XIV của Đảng đã họp. Dự phiên họp có thành viên Tiểu ban, gồm các đồng chí: "
        "Lê Văn Mẫu; Đỗ Thị Sen."
    )
    body = "Tiểu ban Nhân sự Đại hội XIV của Đảng"
    assert holdings(text) == {(name, "Thành viên", body, "current") for name in ("Lê Văn Mẫu", "Đỗ Thị Sen")}


@pytest.mark.parametrize(
    "words", ["các Phó Chủ tịch UBND tỉnh:", "các Phó Chủ tịch UBND tỉnh", "các đồng chí Phó Chủ tịch UBND tỉnh"]
)
def test_an_office_said_of_several_is_held_by_each(words: str) -> None:
    text = f"Tại Lào Cai, dự họp có {words} Lê Văn Mẫu, Hà Văn Tư; Giám đốc Sở Y tế Đỗ Thị Sen."
    title = ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current")
    assert holdings(text) == {
        ("Lê Văn Mẫu", *title),
        ("Hà Văn Tư", *title),
        ("Đỗ Thị Sen", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
    }


def test_several_titles_of_a_list_are_all_shared() -> None:
    text = "Dự họp có các Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng: Lê Văn Mẫu, Đỗ Thị Sen."
    assert {(person, body) for person, _, body, _ in holdings(text)} == {
        (person, body)
        for person in ("Lê Văn Mẫu", "Đỗ Thị Sen")
        for body in ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng")
    }


def test_those_elected_in_a_list_are_appointed() -> None:
    text = "Trung ương bầu bổ sung 2 Ủy viên Bộ Chính trị gồm: ông Lê Văn Mẫu; bà Đỗ Thị Sen."
    assert {(person, status) for person, _, _, status in holdings(text)} == {
        ("Lê Văn Mẫu", "appointed"),
        ("Đỗ Thị Sen", "appointed"),
    }


def test_members_of_a_committee_that_a_decision_lists() -> None:
    text = (
        f"Điều 1. Thành lập {COMMITTEE} gồm:\n1. Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy - Trưởng ban;\n"
        "2. Đồng chí Đỗ Thị Sen, Giám đốc Sở Y tế, Phó Trưởng ban."
    )
    assert holdings(text) == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current"),
        ("Lê Văn Mẫu", "Trưởng ban", COMMITTEE, "current"),
        ("Đỗ Thị Sen", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
        ("Đỗ Thị Sen", "Phó Trưởng ban", COMMITTEE, "current"),
    }


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("TỈNH ỦY LÀO CAI\n*\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký)\nLê Văn Mẫu", "Phó Bí thư", "Tỉnh ủy Lào Cai"),
        ("TM. BAN BÍ THƯ\nTHƯỜNG TRỰC BAN BÍ THƯ\n\nLê Văn Mẫu", "Thường trực", "Ban Bí thư"),
        (
            "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Mẫu",
            "Phó Chủ tịch",
            "Ủy ban nhân dân tỉnh Lào Cai",
        ),
        ("BỘ NỘI VỤ\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Mẫu", "Thứ trưởng", "Bộ Nội vụ"),
    ],
)
def test_who_signs_holds_the_post_over_the_name(text: str, role: str, body: str) -> None:
    assert holdings(text) == {("Lê Văn Mẫu", role, body, "current")}


def test_a_name_on_a_line_of_its_own_under_plain_words_signs_nothing() -> None:
    assert holdings("TỈNH ỦY LÀO CAI\nBí thư và những người khác\nLê Văn Mẫu") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lê Văn Mẫu từng là Phó Chính ủy, Chính ủy Quân khu 2.",
            {("Phó Chính ủy", "Quân khu 2"), ("Chính ủy", "Quân khu 2")},
        ),
        (
            "Ông Lê Văn Mẫu, Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ, dự.",
            {("Bộ trưởng", "Văn phòng Chính phủ"), ("Chủ nhiệm", "Văn phòng Chính phủ")},
        ),
        ("Bộ trưởng Tư pháp Lê Văn Mẫu dự.", {("Bộ trưởng", "Bộ Tư pháp")}),
        ("Bí thư Lào Cai Lê Văn Mẫu dự.", {("Bí thư", "Tỉnh ủy Lào Cai")}),
        ("Chủ tịch Đà Nẵng Lê Văn Mẫu dự.", {("Chủ tịch", "Ủy ban nhân dân thành phố Đà Nẵng")}),
        ("Phó Chủ tịch tỉnh Lào Cai Lê Văn Mẫu dự.", {("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")}),
        ("Cục phó Cảnh sát môi trường Lê Văn Mẫu dự.", {("Phó Cục trưởng", "Cục Cảnh sát môi trường")}),
        (
            "Ban Nội chính Trung ương họp. Trưởng ban Nội chính Lê Văn Mẫu dự.",
            {("Trưởng ban", "Ban Nội chính Trung ương")},
        ),
        (
            "Ông Lê Văn Mẫu, Bí thư Ban cán sự đảng, Bộ trưởng Bộ Y tế, dự.",
            {("Bí thư", "Ban cán sự đảng Bộ Y tế"), ("Bộ trưởng", "Bộ Y tế")},
        ),
        (
            "Ông Lê Văn Mẫu (SN 1970, ở phường Tân Mẫu), nguyên Giám đốc Sở Y tế tỉnh Lào Cai, dự.",
            {("Giám đốc", "Sở Y tế tỉnh Lào Cai")},
        ),
    ],
)
def test_roles_that_share_or_shorten_the_name_of_their_body(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(role, body) for _, role, body, _ in holdings(text)} == expected


def test_a_like_title_before_gives_its_body() -> None:
    text = "Chủ tịch UBND tỉnh Lào Cai Lê Văn Mẫu và Phó Chủ tịch Đỗ Thị Sen dự."
    assert ("Đỗ Thị Sen", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current") in holdings(text)


@pytest.mark.parametrize("text", ["Tư tưởng Chủ tịch Hồ Chí Minh.", "Trợ lý Thủ tướng Lê Văn Mẫu dự."])
def test_the_title_of_another_is_not_held(text: str) -> None:
    assert holdings(text) == set()


def test_a_place_left_out_is_that_of_the_posts_that_follow() -> None:
    text = "Tại Hà Nội và tỉnh Yên Bái, ông Lê Văn Mẫu, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, đã dự."
    assert ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current") in holdings(text)


def test_a_company_has_posts_but_is_no_body() -> None:
    facts = extract("Ông Lê Văn Mẫu, Tổng Giám đốc Tổng công ty Chè Việt Nam, dự.", Lexicon.load())
    assert [(h.role, h.body) for h in facts.holdings] == [("Tổng Giám đốc", "Tổng công ty Chè Việt Nam")]
    assert facts.bodies == []
