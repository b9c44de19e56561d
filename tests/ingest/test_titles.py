"""People and the posts they hold: titles before and after a name, lists, decisions, plans."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def holdings(text: str) -> list[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return [(h.person, h.role, h.body, h.status) for h in facts]


def people(text: str) -> list[str]:
    return [p.name for p in extract(text, Lexicon.load()).people]


BI_THU = ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")
CHU_TICH = ("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current")


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu phát biểu.",
        "Bí thư Tỉnh ủy Lào Cai, đồng chí Lê Văn Mẫu phát biểu.",
        "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai phát biểu.",
        "Ông Lê Văn Mẫu - Bí thư Tỉnh ủy Lào Cai phát biểu.",
        "Ông Lê Văn Mẫu (Bí thư Tỉnh ủy Lào Cai) phát biểu.",
        "Ông Lê Văn Mẫu là Bí thư Tỉnh ủy Lào Cai.",
        "Ông Lê Văn Mẫu hiện là bí thư Tỉnh uỷ Lào Cai.",
        "Ông Lê Văn Mẫu đang giữ chức Bí thư Tỉnh ủy Lào Cai.",
    ],
)
def test_a_title_before_or_after_a_name_is_held(text: str) -> None:
    assert holdings(text) == [BI_THU]


@pytest.mark.parametrize("join", [", ", " kiêm ", ", kiêm ", " và ", " - ", ", đồng thời là "])
def test_titles_in_a_list_are_all_held(join: str) -> None:
    text = f"Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai{join}Chủ tịch UBND tỉnh Lào Cai, phát biểu."
    assert holdings(text) == [BI_THU, CHU_TICH]


def test_a_list_of_people_gives_each_the_titles_before_the_name() -> None:
    text = (
        "Dự họp có: Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai Đỗ Thị Sen; "
        "Giám đốc Sở Y tế Hà Văn Tư."
    )
    assert [(person, role) for person, role, _, _ in holdings(text)] == [
        ("Lê Văn Mẫu", "Bí thư"),
        ("Đỗ Thị Sen", "Chủ tịch"),
        ("Hà Văn Tư", "Giám đốc"),
    ]


def test_a_list_of_people_gives_each_the_titles_after_the_name() -> None:
    text = "Dự họp có các đồng chí: Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai; Đỗ Thị Sen, Chủ tịch UBND tỉnh Lào Cai."
    assert [(person, role) for person, role, _, _ in holdings(text)] == [
        ("Lê Văn Mẫu", "Bí thư"),
        ("Đỗ Thị Sen", "Chủ tịch"),
    ]


def test_the_title_over_a_list_is_held_by_everyone_in_it() -> None:
    text = "Dự họp có các Ủy viên Bộ Chính trị: Lê Văn Mẫu; Thường trực Ban Bí thư Đỗ Thị Sen."
    assert set(holdings(text)) == {
        ("Lê Văn Mẫu", "Ủy viên", "Bộ Chính trị", "current"),
        ("Đỗ Thị Sen", "Ủy viên", "Bộ Chính trị", "current"),
        ("Đỗ Thị Sen", "Thường trực", "Ban Bí thư", "current"),
    }


@pytest.mark.parametrize(
    ("title", "role", "body"),
    [
        ("Tổng Bí thư", "Tổng Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("Bí thư T.Ư Đảng", "Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("Ủy viên Trung ương Đảng", "Ủy viên", "Ban Chấp hành Trung ương Đảng"),
        ("Thủ tướng", "Thủ tướng", "Chính phủ"),
        ("Chủ tịch nước", "Chủ tịch nước", "Nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Trưởng ban Nội chính Trung ương", "Trưởng ban", "Ban Nội chính Trung ương"),
        ("Phó Trưởng Ban Tổ chức Trung ương", "Phó Trưởng ban", "Ban Tổ chức Trung ương"),
        ("Chánh Văn phòng Trung ương Đảng", "Chánh Văn phòng", "Văn phòng Trung ương Đảng"),
        ("Phó Bí thư Thường trực Tỉnh ủy Lào Cai", "Phó Bí thư Thường trực", "Tỉnh ủy Lào Cai"),
        ("Bộ trưởng Bộ Y tế", "Bộ trưởng", "Bộ Y tế"),
    ],
)
def test_titles_whose_body_is_left_out_or_begins_with_the_role(title: str, role: str, body: str) -> None:
    assert holdings(f"{title} Lê Văn Mẫu phát biểu.") == [("Lê Văn Mẫu", role, body, "current")]


def test_a_member_of_a_committee_takes_its_place_from_the_context() -> None:
    text = "Tại Lào Cai, ông Lê Văn Mẫu, Tỉnh ủy viên, phát biểu."
    assert holdings(text) == [("Lê Văn Mẫu", "Ủy viên", "Tỉnh ủy Lào Cai", "current")]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy Lào Cai, đến dự.",
        "Cựu Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu đến dự.",
        "Ông Lê Văn Mẫu từng giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai (cũ), đến dự.",
    ],
)
def test_a_past_title_is_former(text: str) -> None:
    assert holdings(text) == [(*BI_THU[:3], "former")]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Chính trị điều động ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "Ông Lê Văn Mẫu được bầu giữ chức vụ Bí thư Tỉnh ủy Lào Cai.",
        "Ông Lê Văn Mẫu được chỉ định làm Bí thư Tỉnh ủy Lào Cai.",
    ],
)
def test_a_decided_post_is_appointed(text: str) -> None:
    assert holdings(text) == [(*BI_THU[:3], "appointed")]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Chính trị đồng ý để ông Lê Văn Mẫu thôi giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "Quyết định cho thôi chức vụ Bí thư Tỉnh ủy Lào Cai đối với ông Lê Văn Mẫu.",
        "Hội nghị miễn nhiệm chức danh Bí thư Tỉnh ủy Lào Cai đối với đồng chí Lê Văn Mẫu.",
        "Cách chức Bí thư Tỉnh ủy Lào Cai đối với ông Lê Văn Mẫu.",
    ],
)
def test_a_post_that_is_taken_is_dismissed(text: str) -> None:
    assert holdings(text) == [(*BI_THU[:3], "dismissed")]


def test_a_decided_status_comes_before_the_mere_title() -> None:
    text = "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, xin nghỉ. Ông Lê Văn Mẫu thôi giữ chức Bí thư Tỉnh ủy Lào Cai."
    assert holdings(text) == [(*BI_THU[:3], "dismissed")]


def test_the_old_post_of_a_mover_stays_current() -> None:
    text = "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, giữ chức Bí thư Tỉnh ủy Yên Bái."
    assert set(holdings(text)) == {BI_THU, ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Yên Bái", "appointed")}


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị giới thiệu ông Lê Văn Mẫu để bầu giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "Dự kiến ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai.",
        "Ông Lê Văn Mẫu sẽ giữ chức Bí thư Tỉnh ủy Lào Cai.",
    ],
)
def test_a_planned_post_is_no_holding(text: str) -> None:
    assert holdings(text) == []


@pytest.mark.parametrize(("words", "status"), [("được chỉ định", "appointed"), ("thôi", "dismissed")])
def test_joining_or_leaving_committees_is_a_membership_in_each(words: str, status: str) -> None:
    text = f"Ông Lê Văn Mẫu {words} tham gia Ban Chấp hành, Ban Thường vụ Tỉnh ủy Lào Cai."
    assert holdings(text) == [
        ("Lê Văn Mẫu", "Ủy viên", "Ban Chấp hành Đảng bộ tỉnh Lào Cai", status),
        ("Lê Văn Mẫu", "Ủy viên", "Ban Thường vụ Tỉnh ủy Lào Cai", status),
    ]


def test_words_for_a_post_begin_no_other_title() -> None:
    text = "Ông Lê Văn Mẫu thôi chức vụ Trưởng ban Dân vận Trung ương."
    assert holdings(text) == [("Lê Văn Mẫu", "Trưởng ban", "Ban Dân vận Trung ương", "dismissed")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đồng chí Lê Văn Mẫu phát biểu.", ["Lê Văn Mẫu"]),
        ("Ông Lê Mẫu phát biểu.", ["Lê Mẫu"]),
        ("Ông Lê Văn Mẫu ẢNH: QUANG", ["Lê Văn Mẫu"]),
        ("Tỉnh Lào Cai và Cao Bằng.", []),
        ("Đường Lê Văn Mẫu dài ba cây số.", []),
    ],
)
def test_people_are_known_by_an_honorific_or_a_title(text: str, names: list[str]) -> None:
    assert people(text) == names


def test_a_title_whose_body_is_unknown_is_a_finding() -> None:
    facts = extract("Ông Lê Văn Mẫu, Chủ tịch Câu lạc bộ Chè Mường Mẫu, phát biểu.", Lexicon.load())
    assert [(f.code, dict(f.values)) for f in facts.findings] == [
        ("unknown-title-body", {"role": "Chủ tịch", "words": "Câu lạc bộ Chè Mường Mẫu"})
    ]


def test_a_title_far_from_any_name_or_decision_is_no_finding() -> None:
    assert extract("Các bí thư Chi bộ Mường Mẫu đến dự.", Lexicon.load()).findings == []


@pytest.mark.parametrize(
    "name", ["Điểu Kré", "H'Vi Ê Ban", "Y Thanh Hà Niê Kđăm", "A Pớt", "Rơ Chăm Giáo", "Thạch Phước Mẫu", "Kim Sơn"]
)
def test_a_name_of_any_people_of_the_country_is_a_name(name: str) -> None:
    assert people(f"Dự họp có ông {name} - Bí thư Tỉnh ủy Lào Cai.") == [name]
