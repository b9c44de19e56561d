"""Those whom a congress or a committee elects into its boards, in words that leave the committee out."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()
BOARD = "Ban Thường vụ Tỉnh ủy Lai Châu"


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị đã bầu 2 đồng chí vào Ban Thường vụ Tỉnh ủy Lai Châu: Lò Văn Pâng, Vàng Thị Mỷ.",
        "Ban Chấp hành Đảng bộ tỉnh Lai Châu khóa XV đã họp, bầu 2 đồng chí tham gia Ban Thường vụ, gồm: Lò Văn Pâng, "
        "Vàng Thị Mỷ.",
        "Ban Chấp hành Đảng bộ tỉnh Lai Châu họp. Hội nghị bầu ra 2 ủy viên Ban Thường vụ:\nLò Văn Pâng\nVàng Thị Mỷ",
        "Ban Chấp hành Đảng bộ tỉnh Lai Châu họp. Hội nghị bầu Ban Thường vụ khóa XV gồm 2 đồng chí: Lò Văn Pâng; Vàng "
        "Thị Mỷ.",
        "Hội nghị bầu 2 Ủy viên Ban Thường vụ Tỉnh ủy Lai Châu: Lò Văn Pâng, Vàng Thị Mỷ.",
    ],
)
def test_members_of_a_board(text: str) -> None:
    assert {h[:3] for h in held(text)} == {("Lò Văn Pâng", "Ủy viên", BOARD), ("Vàng Thị Mỷ", "Ủy viên", BOARD)}
    assert BOARD in {b.name for b in extract(text, LEXICON).bodies}


def test_inspectors_of_a_committee_that_is_of_no_place() -> None:
    text = "Ban Chấp hành Đảng bộ Chính phủ họp. Hội nghị bầu Ủy ban Kiểm tra gồm 2 đồng chí: Lò Văn Pâng, Vàng Thị Mỷ."
    commission = "Ủy ban Kiểm tra Đảng ủy Chính phủ"
    assert held(text) == {
        ("Lò Văn Pâng", "Ủy viên", commission, "appointed"),
        ("Vàng Thị Mỷ", "Ủy viên", commission, "appointed"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị bầu Ban Thường vụ gồm 2 đồng chí: Lò Văn Pâng, Vàng Thị Mỷ.",
        "Ban Chấp hành Đảng bộ tỉnh Lai Châu họp. Hội nghị bầu Ban Thường vụ, bầu Bí thư, Phó Bí thư và nghe ông Lò "
        "Văn Pâng báo cáo.",
        "Ban Chấp hành Đảng bộ tỉnh Lai Châu sẽ bầu Ban Thường vụ mới. Ông Lò Văn Pâng, Vàng Thị Mỷ đã dự.",
    ],
)
def test_boards_without_a_committee_or_without_a_list(text: str) -> None:
    assert held(text) == set()


def test_one_of_a_list_who_gets_a_post_gets_it_alone() -> None:
    text = (
        "Bộ Chính trị chỉ định Ban Thường vụ Đảng ủy Chính phủ gồm 2 đồng chí: Lò Văn Pâng, Vàng Thị Mỷ; đồng chí Lò "
        "Văn Pâng giữ chức Bí thư."
    )
    assert not [h for h in held(text) if h[1] == "Bí thư" and (h[0] != "Lò Văn Pâng" or h[2] == "Bộ Chính trị")]


def test_the_politburo_has_no_secretary() -> None:
    text = "Bộ Chính trị họp và bầu ông Lò Văn Pâng làm Bí thư."
    assert not [h for h in held(text) if h[2] == "Bộ Chính trị"]
