"""One article as a provincial paper prints it: all that it states, however its letters and lines are written."""

import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest

from ingest.extraction import extract
from ingest.facts import Evidence, Extraction
from ingest.lexicon import Lexicon
from ontology.text import nfc

ARTICLE = """Lào Cai siết chặt kỷ luật trong bộ máy

Sáng 12/9/2023, Tỉnh ủy Lào Cai tổ chức Hội nghị sơ kết công tác phòng, chống tham nhũng, tiêu cực (PCTNTC).

Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, Trưởng Ban Chỉ đạo PCTNTC tỉnh chủ trì Hội nghị. Cùng dự có bà Đỗ Thị Sen, \
Phó Trưởng ban Nội chính Trương ương; Chủ tịch UBND tỉnh Hà Văn Tư.

Báo cáo nêu rõ, Hội nghị Trung ương 5 (khóa XIII) đồng ý cho thành lập Ban Chỉ đạo cấp tỉnh. Theo \
Quy định số 77-QĐ/TW ngày 04/6/2022 của Ban Bí thư, Ban Nội chính Tỉnh ủy đã tham mưu để Tỉnh ủy ban hành Quyết định \
số 512-QĐ/TU thành lập Ban Chỉ đạo PCTNTC tỉnh. Tính đến ngày 5/8/2022, 63/63 Ban Chỉ đạo cấp tỉnh đã được thành lập.

Theo Chương trình Chuyển đổi số (CĐS), ông Hoàng Văn Đá, nguyên Phó Bí thư Thường trực Huyện ủy Mường Mẫu, giúp việc \
Ban Chỉ đạo CĐS tỉnh. Ông Lò Văn Pín, Chủ tịch Câu lạc bộ Chè, vắng mặt.
"""
KIND = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
COMMITTEE = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"
CONFERENCE = "Hội nghị sơ kết công tác phòng, chống tham nhũng, tiêu cực"
PLENUM = "Hội nghị Trung ương 5 khóa XIII"


def read(text: str) -> Extraction:
    return extract(nfc(text), Lexicon.load())


def evidence(facts: Extraction) -> Iterator[Evidence]:
    listed = (
        facts.documents,
        facts.events,
        facts.bodies,
        facts.people,
        facts.holdings,
        facts.relations,
        facts.coverage,
    )
    for facts_of_a_kind in listed:
        for fact in facts_of_a_kind:
            yield from fact.evidence
    for finding in facts.findings:
        yield finding.evidence


def stated(facts: Extraction) -> dict[str, list[tuple[object, ...]]]:
    """The facts by their names, without the words that state them."""
    return {
        "documents": [(d.number, d.type, d.name, d.issued, d.issuer) for d in facts.documents],
        "events": [(e.name, e.form, e.date, e.term, e.ordinal) for e in facts.events],
        "bodies": [(b.name, b.form, b.level, b.place, b.is_kind) for b in facts.bodies],
        "people": [(p.name,) for p in facts.people],
        "holdings": [(h.person, h.role, h.body, h.status) for h in facts.holdings],
        "relations": [(r.subject, r.predicate, r.object) for r in facts.relations],
        "coverage": [(c.kind, c.counted, c.out_of, c.as_of, c.first) for c in facts.coverage],
        "findings": [(f.code,) for f in facts.findings],
        "published": [(facts.published,)],
    }


def new_tone_placement(text: str) -> str:
    """The text with the tone of final oa, oe, uy on the second letter: khóa -> khoá, ủy -> uỷ."""
    tone, end = "([\u0300\u0301\u0303\u0309\u0323])", "(?![a-zA-Z\u0300-\u036f])"
    moved = unicodedata.normalize("NFD", text)
    for first, second in (("[oO]", "[aAeE]"), ("(?<![qQ])[uU]", "[yY]")):
        moved = re.sub(f"({first}){tone}({second}){end}", r"\1\3\2", moved)
    return nfc(moved)


def test_an_article_gives_its_documents_events_and_people() -> None:
    facts = stated(read(ARTICLE))
    assert facts["documents"] == [
        ("77-QĐ/TW", "Quy định", None, "2022-06-04", "Ban Bí thư"),
        ("512-QĐ/TU", "Quyết định", None, None, "Tỉnh ủy Lào Cai"),
    ]
    assert facts["events"] == [
        (CONFERENCE, "conference", "2023-09-12", None, None),
        (PLENUM, "plenum", None, "XIII", 5),
    ]
    assert facts["people"] == [("Lê Văn Mẫu",), ("Đỗ Thị Sen",), ("Hà Văn Tư",), ("Hoàng Văn Đá",), ("Lò Văn Pín",)]
    assert facts["published"] == [("2023-09-12",)]


def test_an_article_gives_its_holdings() -> None:
    assert stated(read(ARTICLE))["holdings"] == [
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current"),
        ("Lê Văn Mẫu", "Trưởng ban", COMMITTEE, "current"),
        ("Đỗ Thị Sen", "Phó Trưởng ban", "Ban Nội chính Trung ương", "current"),
        ("Hà Văn Tư", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current"),
        ("Hoàng Văn Đá", "Phó Bí thư Thường trực", "Huyện ủy Mường Mẫu", "former"),
    ]


def test_an_article_gives_its_relations_and_coverage() -> None:
    facts = stated(read(ARTICLE))
    assert set(facts["relations"]) == {
        ("77-QĐ/TW", "issuedBy", "Ban Bí thư"),
        ("512-QĐ/TU", "issuedBy", "Tỉnh ủy Lào Cai"),
        ("512-QĐ/TU", "advisedBy", "Ban Nội chính Tỉnh ủy Lào Cai"),
        ("512-QĐ/TU", "establishes", COMMITTEE),
        (KIND, "agreedBy", PLENUM),
        ("Lê Văn Mẫu", "chairs", CONFERENCE),
    }
    assert facts["coverage"] == [(KIND, 63, 63, "2022-08-05", ())]
    assert facts["findings"] == [("unknown-title-body",)]


def test_a_committee_at_the_level_of_the_province_is_a_kind_and_no_body() -> None:
    kinds = {b.name: b.is_kind for b in read(ARTICLE).bodies}
    assert (kinds[KIND], kinds[COMMITTEE]) == (True, False)
    assert [e.quote for b in read(ARTICLE).bodies if b.is_kind for e in b.evidence] == ["Ban Chỉ đạo cấp tỉnh"] * 2


def test_abbreviations_that_the_article_defines_are_written_out() -> None:
    names = {b.name: b.evidence[0].quote for b in read(ARTICLE).bodies}
    assert names["Ban Chỉ đạo Chuyển đổi số tỉnh Lào Cai"] == "Ban Chỉ đạo CĐS tỉnh"
    assert not any("PCTNTC" in name for name in names)


def test_a_misspelt_name_is_resolved_and_marked_wherever_it_is_quoted() -> None:
    marked = [e for e in evidence(read(ARTICLE)) if "Trương ương" in e.quote]
    assert len(marked) == 2  # of the body and of the holding
    assert {(e.note, e.confidence) for e in marked} == {("Trương ương read as trung ương", 0.9)}
    assert not any(e.note for e in evidence(read(ARTICLE)) if "Trương ương" not in e.quote)


def test_each_evidence_is_the_printed_words_with_a_rule() -> None:
    found = list(evidence(read(ARTICLE)))
    assert found and all(e.quote == ARTICLE[e.start : e.end] and e.rule for e in found)


@pytest.mark.parametrize(
    "written",
    [
        new_tone_placement,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: unicodedata.normalize("NFD", new_tone_placement(text)),
        lambda text: text.replace("Đ", "Ð"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\r\n \r\n" + text.replace("\n", "\r\n\t\r\n"),
        lambda text: text.replace("tỉnh ", "tỉnh\xa0").replace("Văn ", "Văn\xa0"),
        lambda text: text.rstrip(),
    ],
    ids=["new tones", "NFD", "NFD of new tones", "Eth", "Windows lines", "blank lines", "hard blanks", "no last line"],
)
def test_the_way_of_writing_letters_and_lines_changes_no_fact(written: Callable[[str], str]) -> None:
    text = nfc(written(ARTICLE))
    facts = read(text)
    assert stated(facts) == stated(read(ARTICLE))
    assert facts.title == "Lào Cai siết chặt kỷ luật trong bộ máy"
    assert all(e.quote == text[e.start : e.end] for e in evidence(facts))


def test_the_title_is_the_first_line_or_its_first_words() -> None:
    first = "Kỷ luật trong bộ máy " * 10
    assert read(f"\n{first}\nHết.").title == "Kỷ luật trong bộ máy " * 5 + "Kỷ luật trong …"


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t\n", "\ufeff", "…", "."])
def test_a_text_without_words_states_nothing(text: str) -> None:
    assert not list(evidence(read(text)))
