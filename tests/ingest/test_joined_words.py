"""Words that a copy has run together are read apart; evidence counts the characters of the text as it stands."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ingest.rules.text.joined_words import parted

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Hộiđồng nhân dân", "Hội đồng nhân dân"),
        ("củaChính phủ", "của Chính phủ"),
        ("Bí thư Tỉnhuỷ", "Bí thư Tỉnh uỷ"),
        ("HĐND vàUBND", "HĐND và UBND"),
        ("PHÓ CHỦTỊCHUBND TỈNH", "PHÓ CHỦTỊCHUBND TỈNH"),  # three words in one
        ("PHÓ TỊCHUBND", "PHÓ TỊCH UBND"),
        ("UBNDngày 26/11", "UBND ngày 26/11"),
        ("VỀVIỆC THÀNH LẬP", "VỀ VIỆC THÀNH LẬP"),
        ("số53/TB-VPCP năm2010", "số 53/TB-VPCP năm 2010"),
        ("ngày 02/3/2010của Văn phòng", "ngày 02/3/2010 của Văn phòng"),
        ("ôngNguyễn Văn Mẫu", "ông Nguyễn Văn Mẫu"),
    ],
)
def test_words_that_a_copy_ran_together_are_read_apart(printed: str, read: str) -> None:
    assert parted(printed, LEXICON.syllables, LEXICON.any_of("posts")).text == read


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 30c/NQ-CP của Thủ tướng",
        "video, internet, Covid19, online, K9",
        "người nguời đựơc qủa",  # misprints are no two words
        "tỉnh Đắk Lắk, Krông Nô, Pleiku",
        "KẾT LỦẬN CỦÀ BỘ CHÍNH TRỊ",
        "7 - ABC/BCĐTW, VBQPPL, UBMTTQ, TTLT-BNV-BTC, QĐi/TW",
    ],
)
def test_one_word_and_foreign_words_stay_as_they_are(text: str) -> None:
    assert parted(text, LEXICON.syllables, LEXICON.any_of("posts")).text == text


def test_evidence_of_joined_words_is_the_text_as_it_stands() -> None:
    text = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/NQ-HĐND\nLào Cai, ngày 5 tháng 7 năm 2021\nNGHỊ QUYẾT\n"
        "Về việc bầu Phó Chủ tịch\nCăn cứ Luật Tổ chức chính quyềnđịa phương ngày 19 tháng 6 năm 2015;\nQUYẾT NGHỊ:\n"
        "Điều 1. Bầu ôngLê Văn Mẫu giữ chức Phó Chủ tịch Hộiđồng nhân dân tỉnh Lào Cai.\nCHỦ TỊCH\nVũ Thị Thử\n"
    )
    facts = extract(text, LEXICON)
    assert {(h.person, h.role, h.body) for h in facts.holdings} >= {
        ("Lê Văn Mẫu", "Phó Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai")
    }
    assert "Luật Tổ chức chính quyền địa phương" in {d.name for d in facts.documents}
    for fact in facts.all():
        assert all(text[e.start : e.end] == e.quote for e in fact.evidence)


def test_the_code_of_a_number_is_never_parted() -> None:
    text = "Nghị quyết số 12-NQ/ĐUCA ngày 16/3/2022 của Đảng ủy Công an Trung ương."
    assert [d.number for d in extract(text, Lexicon.load()).documents] == ["12-NQ/ĐUCA"]
