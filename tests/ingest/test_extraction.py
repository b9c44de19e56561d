"""A whole text: its facts together, whatever its encoding, and no text that breaks the reader."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extraction import extract
from ingest.facts import Evidence, Extraction
from ingest.facts_json import facts_as_json
from ingest.lexicon import Lexicon
from ontology.text import nfc

ARTICLE = """Lào Cai sơ kết một năm hoạt động của Ban Chỉ đạo

Sáng 14/4/2023, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết một năm công tác phòng, chống tham nhũng, tiêu cực (PCTNTC). \
Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, Trưởng Ban Chỉ đạo PCTNTC tỉnh, chủ trì Hội nghị.
Hội nghị Trung ương 5 (khóa XIII) đã thống nhất chủ trương thành lập Ban Chỉ đạo cấp tỉnh. Ngày 2/6/2022, Ban Bí thư \
ban hành Quy định số 67-QĐ/TW về chức năng, nhiệm vụ của Ban Chỉ đạo cấp tỉnh. Đến nay, 63/63 Ban Chỉ đạo cấp tỉnh đã \
được thành lập. Bà Đỗ Thị Sen, Phó Trưởng Ban Chỉ đạo Trương ương về PCTNTC, dự và phát biểu.
"""
KIND = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
FRAGMENTS = [
    *ARTICLE.split(". "),
    "Quy định số ",
    "67-QĐ/TW",
    "đồng chí ",
    "\n",
    "“",
    "ông ",
    "Ủy ban ",
    ";",
    "…",
    "63/63 ",
]


def read(text: str) -> Extraction:
    return extract(nfc(text), Lexicon.load())


def evidence_of(facts: Extraction) -> list[Evidence]:
    lists = (facts.documents, facts.events, facts.bodies, facts.people, facts.holdings, facts.relations, facts.coverage)
    return [e for found in lists for fact in found for e in fact.evidence] + [f.evidence for f in facts.findings]


def test_an_article_gives_its_facts() -> None:
    facts = read(ARTICLE)
    assert [(d.number, d.type) for d in facts.documents] == [("67-QĐ/TW", "Quy định")]
    assert {e.name for e in facts.events} >= {"Hội nghị Trung ương 5 khóa XIII"}
    assert {p.name for p in facts.people} == {"Lê Văn Mẫu", "Đỗ Thị Sen"}
    assert {(h.person, h.role, h.body) for h in facts.holdings} == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai"),
        ("Lê Văn Mẫu", "Trưởng ban", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"),
        ("Đỗ Thị Sen", "Phó Trưởng ban", "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"),
    }
    assert {(r.subject, r.predicate, r.object) for r in facts.relations} >= {
        ("67-QĐ/TW", "issuedBy", "Ban Bí thư"),
        ("67-QĐ/TW", "regulates", KIND),
        (KIND, "agreedBy", "Hội nghị Trung ương 5 khóa XIII"),
    }
    assert [(c.kind, c.counted, c.out_of) for c in facts.coverage] == [(KIND, 63, 63)]
    assert facts.title == "Lào Cai sơ kết một năm hoạt động của Ban Chỉ đạo"


def test_words_for_every_committee_of_a_level_name_a_kind_not_a_body() -> None:
    assert [b.name for b in read(ARTICLE).bodies if b.is_kind] == [KIND]


def test_a_misspelling_is_resolved_and_marked_on_the_words_that_hold_it() -> None:
    facts = read(ARTICLE)
    (marked,) = {h for h in facts.holdings if h.person == "Đỗ Thị Sen"}
    assert marked.evidence[0].note == "Trương ương read as trung ương"
    assert marked.evidence[0].confidence < 1
    assert not any(e.note for h in facts.holdings if h.person == "Lê Văn Mẫu" for e in h.evidence)


def test_an_abbreviation_means_what_the_text_says_it_means() -> None:
    text = "Ban Chỉ đạo cải cách tư pháp (CCTP) tỉnh Lào Cai họp. Ban Chỉ đạo CCTP tỉnh Yên Bái cũng họp."
    assert {b.name for b in read(text).bodies} == {
        "Ban Chỉ đạo cải cách tư pháp tỉnh Lào Cai",
        "Ban Chỉ đạo cải cách tư pháp tỉnh Yên Bái",
    }


@pytest.mark.parametrize(
    "other",
    [
        unicodedata.normalize("NFD", ARTICLE),
        ARTICLE.replace("ủy", "uỷ").replace("khóa", "khoá").replace("Ủy", "Uỷ"),
        ARTICLE.replace("Đ", "Ð"),
        ARTICLE.replace("ngày 2/6", "ngày\xa02/6"),
    ],
    ids=["NFD", "new tone placement", "Eth for D with stroke", "no-break space"],
)
def test_the_form_of_letters_does_not_change_the_facts(other: str) -> None:
    def without_words(facts: Extraction) -> object:
        plain = facts_as_json(facts, "a")
        return [
            [{k: v for k, v in fact.items() if k not in ("evidence", "start", "end", "note")} for fact in plain[name]]
            for name in ("documents", "events", "bodies", "holdings", "relations", "coverage")
        ]

    assert without_words(read(other)) == without_words(read(ARTICLE))


def test_windows_line_ends_split_paragraphs_as_others_do() -> None:
    facts = read(ARTICLE.replace("\n", "\r\n"))
    assert facts.title == "Lào Cai sơ kết một năm hoạt động của Ban Chỉ đạo"
    assert len(facts.holdings) == 3


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "…", "(" * 5_000, "Quy định số " * 2_000, "đồng chí " * 2_000])
def test_a_text_without_facts_gives_none(text: str) -> None:
    facts = read(text)
    assert not (facts.documents or facts.holdings or facts.relations)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join))
def test_every_quote_is_the_words_at_its_place(text: str) -> None:
    for evidence in evidence_of(read(text)):
        assert evidence.quote == nfc(text)[evidence.start : evidence.end]
        assert 0 < len(evidence.quote) <= 160


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text)
