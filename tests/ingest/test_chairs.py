"""Who chairs an event where several do, and which event a bare word means."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

SESSION = "Kỳ họp thứ 13 Hội đồng nhân dân tỉnh Lào Cai"
HELD = "Sáng 21/3/2024, HĐND tỉnh Lào Cai khai mạc Kỳ họp thứ 13"


def chairs(text: str) -> list[tuple[str, str]]:
    facts = extract(text, Lexicon.load())
    return [(r.subject, r.object) for r in facts.relations if r.predicate == "chairs"]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (" dưới sự chủ trì của ông Lê Văn Mẫu, Chủ tịch HĐND tỉnh.", ["Lê Văn Mẫu"]),
        (
            " dưới sự chủ trì của ông Lê Văn Mẫu, Chủ tịch HĐND tỉnh và bà Đỗ Thị Sen - Phó Chủ tịch HĐND tỉnh.",
            ["Lê Văn Mẫu", "Đỗ Thị Sen"],
        ),
        (
            " dưới sự chủ trì của các đồng chí: Lê Văn Mẫu - Bí thư Tỉnh ủy; Đỗ Thị Sen - Phó Bí thư Tỉnh ủy.",
            ["Lê Văn Mẫu", "Đỗ Thị Sen"],
        ),
        (
            " dưới sự chủ trì của ông Lê Văn Mẫu, với sự tham dự của bà Đỗ Thị Sen.",
            ["Lê Văn Mẫu"],
        ),
        (
            ". Chủ tọa Kỳ họp có các đồng chí: Lê Văn Mẫu - Bí thư Tỉnh ủy; Đỗ Thị Sen - Phó Bí thư Tỉnh ủy. "
            "Dự Kỳ họp có ông Trần Văn Thử.",
            ["Lê Văn Mẫu", "Đỗ Thị Sen"],
        ),
        (". Bí thư Tỉnh ủy Lê Văn Mẫu, bà Đỗ Thị Sen đồng chủ trì kỳ họp.", ["Lê Văn Mẫu", "Đỗ Thị Sen"]),
        (". Ông Lê Văn Mẫu điều hành phiên họp.", ["Lê Văn Mẫu"]),
        (". Ông Lê Văn Mẫu cùng các Phó Chủ tịch HĐND tỉnh điều hành nội dung phiên họp.", ["Lê Văn Mẫu"]),
        (". Chủ trì Kỳ họp, đồng chí Lê Văn Mẫu nêu hai việc cần làm.", ["Lê Văn Mẫu"]),
        (" do ông Lê Văn Mẫu, Chủ tịch HĐND tỉnh chủ trì Kỳ họp.", ["Lê Văn Mẫu"]),
        (
            ". Ông Lê Văn Mẫu, Bí thư Tỉnh ủy; các Phó Chủ tịch HĐND tỉnh: Đỗ Thị Sen, Trần Văn Thử chủ trì kỳ họp.",
            ["Lê Văn Mẫu", "Đỗ Thị Sen", "Trần Văn Thử"],
        ),
        (
            ". Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy và đồng chí Đỗ Thị Sen, Phó Bí thư Tỉnh ủy chủ trì kỳ họp.",
            ["Lê Văn Mẫu", "Đỗ Thị Sen"],
        ),
        (
            ". Dự kỳ họp có ông Lê Văn Mẫu, Bí thư Tỉnh ủy; bà Đỗ Thị Sen, Phó Bí thư Tỉnh ủy chủ trì kỳ họp.",
            ["Đỗ Thị Sen"],
        ),
    ],
)
def test_everybody_who_chairs_is_read_and_nobody_who_attends(words: str, people: list[str]) -> None:
    assert chairs(HELD + words) == [(person, SESSION) for person in people]


def test_a_bare_word_means_the_event_of_its_kind_that_is_held() -> None:
    text = (
        "Sáng 23/10/2024, Tỉnh ủy Lào Cai tổ chức hội nghị thông báo nhanh kết quả Hội nghị Trung ương 10 khóa XIII. "
        "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy chủ trì hội nghị."
    )
    assert chairs(text) == [("Lê Văn Mẫu", "Hội nghị thông báo nhanh kết quả Hội nghị Trung ương 10 khóa XIII")]
    assert chairs(f"{HELD}. Ông Lê Văn Mẫu chủ trì hội nghị.") == []


def test_a_session_is_chaired_by_the_one_who_holds_it() -> None:
    text = (
        "Ngày 6/3/2024, Ủy ban Kiểm tra Trung ương họp kỳ 13 do ông Lê Văn Mẫu - Chủ nhiệm Ủy ban Kiểm tra Trung ương "
        "- chủ trì."
    )
    assert chairs(text) == [("Lê Văn Mẫu", "Kỳ họp thứ 13 Ủy ban Kiểm tra Trung ương")]


@pytest.mark.parametrize(
    "chaired",
    [
        "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy, chủ trì và trao các quyết định.",
        "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy, chủ trì.",
        "Hội nghị do ông Lê Văn Mẫu, Bí thư Tỉnh ủy, chủ trì.",
        "Ông Lê Văn Mẫu chủ trì, phát biểu khai mạc Hội nghị.",
    ],
)
def test_who_chairs_without_naming_the_event_chairs_the_one_of_the_sentence_before(chaired: str) -> None:
    text = f"Sáng 4/3/2024, Tỉnh ủy Lào Cai tổ chức Hội nghị công bố các quyết định về công tác cán bộ. {chaired}"
    assert chairs(text) == [("Lê Văn Mẫu", "Hội nghị công bố các quyết định về công tác cán bộ")]


def test_who_chairs_a_body_or_speaks_of_another_day_chairs_no_event_told_before() -> None:
    text = "Sáng 4/3/2024, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết công tác dân vận. Ông Lê Văn Mẫu chủ trì đề tài này."
    assert chairs(text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Dưới sự chủ trì của Tổng Bí thư Lê Văn Mẫu, sáng 5/6/2024, Hội nghị toàn quốc tổng kết công tác dân vận "
            "khai mạc.",
            ["Lê Văn Mẫu"],
        ),
        (
            "Sáng 5/6/2024, Hội nghị toàn quốc tổng kết công tác dân vận khai mạc. "
            "Chủ tọa hội nghị gồm các ông: Lê Văn Mẫu, Hà Văn Tư.",
            ["Lê Văn Mẫu", "Hà Văn Tư"],
        ),
    ],
)
def test_those_under_whose_chair_an_event_is_held_may_stand_before_it(text: str, people: list[str]) -> None:
    assert chairs(text) == [(name, "Hội nghị toàn quốc tổng kết công tác dân vận") for name in people]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            ". Các Ủy viên Ban Thường vụ: Lê Văn Mẫu - Chủ tịch HĐND; Đỗ Thị Sen chủ trì kỳ họp.",
            ["Lê Văn Mẫu", "Đỗ Thị Sen"],
        ),
        (" dưới sự chủ trì, điều hành của Chủ tịch HĐND tỉnh Lê Văn Mẫu.", ["Lê Văn Mẫu"]),
        (". Ông Lê Văn Mẫu chủ trì, điều hành chương trình kỳ họp.", ["Lê Văn Mẫu"]),
        (". Ông Lê Văn Mẫu chủ trì và phát biểu khai mạc kỳ họp.", ["Lê Văn Mẫu"]),
    ],
)
def test_who_chairs_is_read_from_lists_and_beside_other_verbs(words: str, people: list[str]) -> None:
    assert chairs(HELD + words) == [(person, SESSION) for person in people]


def test_an_event_that_is_only_spoken_of_is_not_the_one_chaired() -> None:
    text = (
        "Ngày 29/9/2025, Ban Chỉ đạo Cải cách tư pháp Trung ương đã tổ chức cuộc họp về việc làm sau Phiên họp thứ 28. "
        "Ông Lê Văn Mẫu chủ trì cuộc họp."
    )
    assert chairs(text) == [("Lê Văn Mẫu", "Cuộc họp Ban Chỉ đạo Cải cách tư pháp Trung ương")]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì phiên họp thứ 30 của Ủy ban Thường vụ Quốc hội, Chủ tịch Quốc hội Lê Văn Mẫu đề nghị chuẩn bị kỹ.",
        "Ủy ban Kiểm tra Trung ương đã họp kỳ thứ 8 do ông Lê Văn Mẫu, Chủ nhiệm Ủy ban Kiểm tra Trung ương, chủ "
        "trì Hội nghị.",
    ],
)
def test_who_is_named_behind_a_session_or_before_its_bare_word_chairs_it(text: str) -> None:
    assert {r.subject for r in extract(text, Lexicon.load()).relations if r.predicate == "chairs"} == {"Lê Văn Mẫu"}


def test_who_conducts_the_closing_session_chairs_the_plenum_that_was_named_before() -> None:
    text = (
        "Sáng 6/11, Hội nghị lần thứ 14 Ban Chấp hành Trung ương Đảng khóa XIII bế mạc.\n\n"
        "Thủ tướng Lê Văn Mẫu điều hành nội dung thảo luận; Chủ tịch Quốc hội Hà Văn Tư điều hành phiên bế mạc."
    )
    chairs = {r.subject for r in extract(text, Lexicon.load()).relations if r.predicate == "chairs"}
    assert chairs == {"Lê Văn Mẫu", "Hà Văn Tư"}
