"""Careers: many posts of one person, with the years in which they were held."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return {(h.person, h.role, h.body, h.status) for h in facts}


def statuses(text: str) -> dict[str, str]:
    return {role: status for _, role, _, status in holdings(text)}


def test_posts_of_one_ladder_share_the_body_after_the_last() -> None:
    text = "Ông Lê Văn Mẫu từng giữ các chức vụ Phó Cục trưởng, Cục trưởng Cục Quản lý đê điều."
    assert holdings(text) == {
        ("Lê Văn Mẫu", "Phó Cục trưởng", "Cục Quản lý đê điều", "former"),
        ("Lê Văn Mẫu", "Cục trưởng", "Cục Quản lý đê điều", "former"),
    }


@pytest.mark.parametrize(
    "years",
    ["Từ tháng 8/2010 - 4/2016", "Từ năm 2010 đến năm 2016", "Giai đoạn 2010-2016"],
)
def test_a_post_of_years_that_ended_is_past(years: str) -> None:
    text = f"Ông Lê Văn Mẫu quê ở Lào Cai. {years}, ông là Bí thư Huyện ủy Bát Xát."
    assert statuses(text) == {"Bí thư": "former"}


def test_a_post_of_years_that_go_on_is_held() -> None:
    text = "Ông Lê Văn Mẫu quê ở Lào Cai. Từ tháng 8/2020 cho đến nay, ông là Bí thư Huyện ủy Bát Xát."
    assert statuses(text) == {"Bí thư": "current"}


def test_posts_that_somebody_went_through_are_past() -> None:
    text = "Ông Lê Văn Mẫu đã kinh qua các chức vụ, Phó Bí thư Huyện ủy Bát Xát."
    assert statuses(text) == {"Phó Bí thư": "former"}


def test_who_is_elected_again_into_a_committee_is_given_a_membership() -> None:
    text = "Năm 2021, ông Lê Văn Mẫu tái đắc cử Ban Chấp hành Trung ương Đảng."
    assert {status for _, _, _, status in holdings(text)} == {"appointed"}


@pytest.mark.parametrize("post", ["", ", Chánh án Tòa án nhân dân tối cao,"])
def test_the_elected_may_be_named_between_the_verb_and_the_committee(post: str) -> None:
    text = f"Trung ương bầu bổ sung ông Lê Minh Trí{post} vào Ban Bí thư."
    assert ("Lê Minh Trí", "Ủy viên", "Ban Bí thư", "appointed") in holdings(text)


@pytest.mark.parametrize(
    "text", ["Trung ương giới thiệu ông Lê Minh Trí vào Ban Bí thư.", "Ông Lê Minh Trí vào Ban Bí thư."]
)
def test_who_is_only_put_forward_or_not_elected_there_is_no_member(text: str) -> None:
    assert holdings(text) == set()
