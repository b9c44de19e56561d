"""What a text says between things: each relation where it is stated, none where it only seems to be."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

KIND = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
PLENUM = "Hội nghị Trung ương 7 khóa XIII"


def relations(text: str) -> dict[tuple[str, str, str], str]:
    """(subject, predicate, object) -> the first words that state it."""
    found = extract(text, Lexicon.load()).relations
    assert all(e.quote == text[e.start : e.end] for r in found for e in r.evidence)
    return {(r.subject, r.predicate, r.object): r.evidence[0].quote for r in found}


STATED = [
    (
        "Hôm qua, Ban Bí thư ban hành Quy định số 77-QĐ/TW.",
        ("77-QĐ/TW", "issuedBy", "Ban Bí thư"),
        "Ban Bí thư ban hành Quy định số 77-QĐ/TW",
    ),
    (
        "Theo Quy định số 77-QĐ/TW ngày 12-3-2023 của Ban Bí thư, việc này đã rõ.",
        ("77-QĐ/TW", "issuedBy", "Ban Bí thư"),
        "Quy định số 77-QĐ/TW ngày 12-3-2023 của Ban Bí thư",
    ),
    (
        "Ban Nội chính Trung ương đã tham mưu Ban Bí thư ban hành Quy định số 77-QĐ/TW.",
        ("77-QĐ/TW", "advisedBy", "Ban Nội chính Trung ương"),
        "Ban Nội chính Trung ương đã tham mưu Ban Bí thư ban hành Quy định số 77-QĐ/TW",
    ),
    (
        f"Quy định số 77-QĐ/TW về chức năng, nhiệm vụ của {KIND} đã có hiệu lực.",
        ("77-QĐ/TW", "regulates", KIND),
        f"về chức năng, nhiệm vụ của {KIND}",
    ),
    (
        f"Hội nghị Trung ương 7 (khóa XIII) đã thống nhất chủ trương thành lập {KIND}.",
        (KIND, "agreedBy", PLENUM),
        f"Hội nghị Trung ương 7 (khóa XIII) đã thống nhất chủ trương thành lập {KIND}",
    ),
    (
        "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, chủ trì Hội nghị Trung ương 7 khóa XIII.",
        ("Lê Văn Mẫu", "chairs", PLENUM),
        "Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, chủ trì Hội nghị Trung ương 7 khóa XIII",
    ),
    (
        "Ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, ký ban hành Quyết định số 53/QĐ-UBND.",
        ("53/QĐ-UBND", "signedBy", "Lê Văn Mẫu"),
        "Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, ký ban hành Quyết định số 53/QĐ-UBND",
    ),
    (
        "Quy định số 32-QĐ/TW thay thế Quy định số 211-QĐ/TW.",
        ("32-QĐ/TW", "replaces", "211-QĐ/TW"),
        "Quy định số 32-QĐ/TW thay thế Quy định số 211-QĐ/TW",
    ),
    (
        "Kết luận số 21-KL/TW sửa đổi, bổ sung Quy định số 12-QĐ/TW.",
        ("21-KL/TW", "amends", "12-QĐ/TW"),
        "Kết luận số 21-KL/TW sửa đổi, bổ sung Quy định số 12-QĐ/TW",
    ),
    (
        "Kế hoạch số 12-KH/TU thực hiện Nghị quyết số 18-NQ/TW được thông qua.",
        ("12-KH/TU", "implements", "18-NQ/TW"),
        "Kế hoạch số 12-KH/TU thực hiện Nghị quyết số 18-NQ/TW",
    ),
    (
        "Quyết định số 112-QĐ/TU thành lập Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai.",
        ("112-QĐ/TU", "establishes", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"),
        "Quyết định số 112-QĐ/TU thành lập Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai",
    ),
]


@pytest.mark.parametrize(("text", "relation", "words"), STATED, ids=[r[1] for _, r, _ in STATED])
def test_a_stated_relation_is_read_with_the_words_that_state_it(
    text: str, relation: tuple[str, str, str], words: str
) -> None:
    assert relations(text)[relation] == words


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ban Bí thư sẽ ban hành Quy định số 77-QĐ/TW.", "issuedBy"),  # a plan
        ("Ban Bí thư họp. Bộ Chính trị cho ý kiến về Quy định số 77-QĐ/TW.", "issuedBy"),  # no word of issuing
        ("Ban Bí thư cho ý kiến. Việc ban hành Quy định số 77-QĐ/TW là cần thiết.", "issuedBy"),  # another sentence
        ("Ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, ký ban hành Quyết định số 53/QĐ-UBND.", "issuedBy"),  # he signs
        ("Ban Nội chính Trung ương đã tham mưu nhiều việc cho Ban Bí thư.", "advisedBy"),  # no document
        ("Quy định số 77-QĐ/TW về chức năng; chế độ của Ban Bí thư.", "regulates"),  # the list ended
        ("Hội nghị Trung ương 7 (khóa XIII) đã bàn việc thành lập một ban.", "agreedBy"),
        ("Đồng chí Lê Văn Mẫu dự Hội nghị Trung ương 7 khóa XIII.", "chairs"),
        ("Đồng chí Lê Văn Mẫu chủ trì buổi làm việc với một doanh nghiệp.", "chairs"),
        ("Quy định số 32-QĐ/TW và Quy định số 211-QĐ/TW cùng được nhắc.", "replaces"),
        ("Quyết định này căn cứ Quy định số 67-QĐ/TW, sửa đổi Quy định số 12-QĐ/TW.", "amends"),  # 67 is the basis
        ("Quyết định số 112-QĐ/TU về công tác cán bộ. Sau đó thành lập Ban Tổ chức Tỉnh ủy Lào Cai.", "establishes"),
    ],
)
def test_what_is_planned_or_said_of_another_is_no_relation(text: str, predicate: str) -> None:
    assert not [r for r in relations(text) if r[1] == predicate]


def test_the_bare_word_means_the_conference_named_last() -> None:
    text = (
        "Sáng 2/4, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết công tác nội chính năm 2023. "
        "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, chủ trì Hội nghị."
    )
    assert ("Lê Văn Mẫu", "chairs", "Hội nghị sơ kết công tác nội chính năm 2023") in relations(text)


def test_one_relation_stated_twice_is_one_with_both_quotes() -> None:
    once = "Ban Bí thư ban hành Quy định số 77-QĐ/TW."
    (relation,) = extract(f"{once} Hôm nay nhắc lại: {once}", Lexicon.load()).relations
    assert len(relation.evidence) == 2
