"""Which document founded which body, and to which other body a body belongs."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def stated(text: str, predicate: str) -> list[tuple[str, str]]:
    relations = extract(text, Lexicon.load()).relations
    return [(r.subject, r.object) for r in relations if r.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Tại Quyết định số 12-QĐ/TU, Tỉnh ủy Lào Cai quyết định thành lập Ban Nội chính Tỉnh ủy Lào Cai.",
            ["Ban Nội chính Tỉnh ủy Lào Cai"],
        ),
        (
            "Quyết định số 12/QĐ-UBND thành lập Sở Tài chính tỉnh Lào Cai và Sở Nội vụ tỉnh Lào Cai.",
            ["Sở Tài chính tỉnh Lào Cai", "Sở Nội vụ tỉnh Lào Cai"],
        ),
        (
            "Quyết định số 12-QĐ/TU hợp nhất Ban Tuyên giáo Tỉnh ủy Lào Cai và Ban Dân vận Tỉnh ủy Lào Cai "
            "thành Ban Tuyên giáo và Dân vận Tỉnh ủy Lào Cai.",
            ["Ban Tuyên giáo và Dân vận Tỉnh ủy Lào Cai"],
        ),
        ("Quyết định số 12/QĐ-UBND không thành lập Sở Tài chính tỉnh Lào Cai.", []),
        ("Sau Quyết định số 12/QĐ-UBND, Bộ Nội vụ bàn việc thành lập Sở Tài chính tỉnh Lào Cai.", []),
    ],
)
def test_a_document_founds_the_bodies_that_its_words_name(text: str, bodies: list[str]) -> None:
    assert [body for _, body in stated(text, "establishes")] == bodies


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Đảng ủy Quân sự tỉnh Lào Cai trực thuộc Tỉnh ủy Lào Cai họp.",
            [("Đảng ủy Quân sự tỉnh Lào Cai", "Tỉnh ủy Lào Cai")],
        ),
        (
            "Tiểu ban Nhân sự Đại hội XIV của Đảng họp. Tổ Giúp việc của Tiểu ban Nhân sự báo cáo.",
            [
                (
                    "Tổ Giúp việc của Tiểu ban Nhân sự Đại hội XIV của Đảng",
                    "Tiểu ban Nhân sự Đại hội XIV của Đảng",
                )
            ],
        ),
        ("Tỉnh ủy Lào Cai và Tỉnh ủy Cà Mau trực thuộc cấp trên.", []),
    ],
)
def test_a_body_belongs_to_the_one_that_the_text_says(text: str, pairs: list[tuple[str, str]]) -> None:
    assert stated(text, "subordinateTo") == pairs


@pytest.mark.parametrize("place", ["tỉnh Lào Cai", "phường Văn Bàn"])
def test_a_party_base_is_a_body_where_it_is_founded(place: str) -> None:
    text = f"Tại Quyết định số 12-QĐ/TW, Bộ Chính trị quyết định thành lập Đảng bộ {place} trực thuộc Ban Bí thư."
    assert stated(text, "establishes") == [("12-QĐ/TW", f"Đảng bộ {place}")]
    assert stated(text, "subordinateTo") == [(f"Đảng bộ {place}", "Ban Bí thư")]


def test_a_party_base_that_only_acts_is_no_body() -> None:
    bodies = extract("Đảng bộ tỉnh Lào Cai phát huy truyền thống.", Lexicon.load()).bodies
    assert [b.name for b in bodies] == []


def test_a_body_founded_by_the_document_with_which_the_sentence_opens_is_established_by_it() -> None:
    text = "Theo Nghị định số 12/2025/NĐ-CP, Bộ Nội vụ được thành lập trên cơ sở hợp nhất hai bộ."
    assert stated(text, "establishes") == [("12/2025/NĐ-CP", "Bộ Nội vụ")]
    assert stated("Theo Nghị định số 12/2025/NĐ-CP, Bộ Nội vụ chưa được thành lập.", "establishes") == []


def test_organs_called_those_of_the_assembly_do_not_say_to_whom_they_belong() -> None:
    assert stated("Quốc hội giao Ủy ban Công tác đại biểu của Quốc hội thẩm tra.", "subordinateTo") == []


def test_a_company_is_no_body_that_belongs_to_another() -> None:
    assert stated("Công ty Cổ phần Sông Hồng trực thuộc Bộ Xây dựng có nhiều sai phạm.", "subordinateTo") == []
