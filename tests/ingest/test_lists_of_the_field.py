"""Lists of people as the news of Party and State print them: after a post, before one, on lines of their own."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return {(h.person, h.role, h.body, h.status) for h in facts}


@pytest.mark.parametrize("opening", [" gồm ông ", " là ", " gồm các ông: ", ": ", " là các ông "])
def test_the_post_of_several_is_held_by_all_whom_the_list_names(opening: str) -> None:
    found = holdings(f"Các Phó Chủ tịch UBND tỉnh Lào Cai{opening}Lê Văn Mẫu, Hà Văn Tư và Đỗ Thị Sen.")
    assert {(person, role) for person, role, _, _ in found} == {
        ("Lê Văn Mẫu", "Phó Chủ tịch"),
        ("Hà Văn Tư", "Phó Chủ tịch"),
        ("Đỗ Thị Sen", "Phó Chủ tịch"),
    }


def test_a_post_before_a_colon_is_held_by_those_after_it() -> None:
    text = "Dự lễ có Thủ tướng Chính phủ Lê Văn Mẫu, nguyên Chủ tịch Quốc hội: Hà Văn Tư, Đỗ Thị Sen, cùng đại biểu."
    assert holdings(text) == {
        ("Lê Văn Mẫu", "Thủ tướng", "Chính phủ", "current"),
        ("Hà Văn Tư", "Chủ tịch", "Quốc hội", "former"),
        ("Đỗ Thị Sen", "Chủ tịch", "Quốc hội", "former"),
    }


def test_a_list_of_several_with_their_posts_goes_past_semicolons() -> None:
    text = (
        "Bổ nhiệm Phó Trưởng ban Tuyên giáo Trung ương gồm các ông: Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai; "
        "Hà Văn Tư, Bí thư Tỉnh ủy Yên Bái."
    )
    body = "Ban Tuyên giáo Trung ương"
    assert {h[0] for h in holdings(text) if h[2:] == (body, "appointed")} == {"Lê Văn Mẫu", "Hà Văn Tư"}


def test_everybody_of_a_list_joins_the_committee() -> None:
    text = (
        "Ban Bí thư chuẩn y các đồng chí tham gia Ban Thường vụ Tỉnh ủy Lào Cai gồm: ông Lê Văn Mẫu, Giám đốc Sở Y tế "
        "và ông Hà Văn Tư, Giám đốc Sở Nội vụ; chỉ định ông Đỗ Văn Sáu tham gia Ban Chấp hành Đảng bộ tỉnh."
    )
    body = "Ban Thường vụ Tỉnh ủy Lào Cai"
    assert {h[0] for h in holdings(text) if h[2] == body} == {"Lê Văn Mẫu", "Hà Văn Tư"}


def test_a_person_after_the_words_for_whom_may_have_the_title_before_the_name() -> None:
    text = "Bầu bổ sung Ủy viên UBND tỉnh Lào Cai đối với ông Lê Văn Mẫu và Giám đốc Sở Y tế Hà Văn Tư."
    assert {h[0] for h in holdings(text) if h[3] == "appointed"} == {"Lê Văn Mẫu", "Hà Văn Tư"}
