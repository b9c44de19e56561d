"""Markup that copies of web pages leave in a text is not read, and evidence quotes the text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ingest.rules.text.markup import without_markup

POSTS = {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai"), ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai")}


@pytest.mark.parametrize(
    "text",
    [
        "Ông <b>Lê Văn Mẫu</b>, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.",
        'Ông <a href="/le-van-mau.html">Lê Văn Mẫu</a>, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.',
        "Ông [Lê Văn Mẫu](https://a.vn/le-van-mau.html), Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.",
        "Ông **Lê Văn Mẫu**, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.",
        "Ông _Lê Văn Mẫu_, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.",
        "Ông Lê  Văn Mẫu,  Bí thư Tỉnh  ủy, Chủ tịch HĐND tỉnh  Lào Cai, chủ trì.",
        "Ông Lê Văn\u200b Mẫu, Bí\u00ad thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.",
        "Ông Lê Văn Mẫu&nbsp;&#8211; Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.",
        "Đ/c Lê Văn Mẫu — Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai, chủ trì.",
    ],
)
def test_words_are_read_as_if_they_stood_without_markup(text: str) -> None:
    facts = extract(text, Lexicon.load())
    assert {(h.person, h.role, h.body) for h in facts.holdings} == POSTS
    for evidence in (e for fact in facts.all() for e in fact.evidence):
        assert evidence.quote == text[evidence.start : evidence.end]


def test_tags_of_blocks_end_a_line() -> None:
    assert without_markup("<p>Ông Mẫu</p><p>Bà Sen</p>")[0] == "\nÔng Mẫu\n\nBà Sen\n"


@pytest.mark.parametrize(
    "text", ["a < b và c > d", "- mục 1\n* mục 2", "| a  | b |", "họ   tên", "tệp a_b.txt", "R&D; T&T"]
)
def test_signs_that_are_no_markup_stay(text: str) -> None:
    assert without_markup(text)[0] == text


def test_evidence_of_words_with_tags_between_them_quotes_the_tags() -> None:
    text = "Bí thư Tỉnh ủy <i>Lào Cai</i> <b>Lê Văn Mẫu</b> chủ trì."
    evidence = extract(text, Lexicon.load()).holdings[0].evidence[0]
    assert evidence.quote == "Bí thư Tỉnh ủy <i>Lào Cai</i> <b>Lê Văn Mẫu"


@given(st.text(alphabet="ab <>/*_[]().&;đcĐ \u200b\n|-ủ", max_size=60))
def test_every_word_has_its_place_in_the_text(text: str) -> None:
    words, places = without_markup(text)
    last = 0
    for index, letter in enumerate(words):
        start, end = places.in_text(index, index + 1)
        assert last <= start < end <= len(text)
        assert text[start:end] == letter or end - start > 1 or letter in " \n"
        last = start
