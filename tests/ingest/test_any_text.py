"""Whatever the text, extraction ends, raises nothing, and quotes exactly; its facts hang together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extraction import extract
from ingest.facts import Evidence, Extraction
from ingest.lexicon import Lexicon
from ontology.text import canonical, nfc

FRAGMENTS = [
    "Tỉnh ủy Lào Cai",
    "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực (PCTNTC)",
    "Ban Chỉ đạo PCTNTC tỉnh",
    "Ban Chỉ đạo cấp tỉnh",
    "Ban Nội chính Trương ương",
    "Ban Chấp hành, Ban Thường vụ",
    "các HĐND tỉnh",
    "đồng chí Lê Văn Mẫu",
    "ông Lê Văn",
    "bà Đỗ Thị Sen,",
    "Bí thư",
    "nguyên Phó Bí thư Thường trực",
    "Chủ tịch Câu lạc bộ Chè",
    "Tỉnh ủy viên",
    "giữ chức",
    "thôi tham gia",
    "đối với",
    "Quy định số 25-QÐ/TU",
    "Quyết định số 812/QĐ-UBND ngày 07/9/2023",
    "Nghị quyết số",
    "12-XYZ/TU",
    "của",
    "ban hành",
    "thay thế",
    "được sửa đổi, bổ sung bởi",
    "tham mưu",
    "ký",
    "chủ trì Hội nghị",
    "về chức năng, nhiệm vụ của",
    "thành lập",
    "Hội nghị Trung ương 5 (khoá XIII)",
    "Đại hội XIV của Đảng",
    "dự Kỳ họp thứ nhất, HĐND tỉnh khóa XVI",
    "tổ chức Hội nghị tổng kết công tác năm",
    "thống nhất",
    "63/63",
    "ngày 31/2",
    "sáng 12/9/2023,",
    "sẽ",
    "(",
    ")",
    ";",
    ".",
    "\r\n",
    "\n",
    "Ban\xa0Bí thư",
    "Ảnh: İ ẞ ﬁ e\u0323\u0302",
]
MIXED = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=40)
BOOK = settings(max_examples=60, deadline=None)


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def all_evidence(facts: Extraction) -> list[Evidence]:
    lists = (facts.documents, facts.events, facts.bodies, facts.people, facts.holdings, facts.relations, facts.coverage)
    return [
        *(e for facts_of in lists for fact in facts_of for e in fact.evidence),
        *(f.evidence for f in facts.findings),
    ]


@given(MIXED, st.sampled_from([" ", ", ", ". ", ""]))
@BOOK
def test_every_quote_is_the_text_at_its_place(parts: list[str], glue: str) -> None:
    text = nfc(glue.join(parts))
    for evidence in all_evidence(read(text)):
        assert evidence.quote == text[evidence.start : evidence.end]
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert evidence.end - evidence.start <= 160 and evidence.rule and 0 < evidence.confidence <= 1


@given(MIXED, st.sampled_from([" ", ", ", ". "]))
@BOOK
def test_holdings_relations_and_counts_speak_of_facts_of_the_same_text(parts: list[str], glue: str) -> None:
    facts = read(nfc(glue.join(parts)))
    bodies = {canonical(b.name) for b in facts.bodies}
    people = {p.name for p in facts.people}
    documents = {canonical(d.number or d.name or "") for d in facts.documents}
    named = bodies | documents | {canonical(n) for n in people} | {canonical(e.name) for e in facts.events}
    assert {h.person for h in facts.holdings} <= people
    assert {canonical(h.body) for h in facts.holdings} <= bodies
    assert {canonical(end) for r in facts.relations for end in (r.subject, r.object)} <= named
    assert {canonical(c.kind) for c in facts.coverage} <= {canonical(b.name) for b in facts.bodies if b.is_kind}


@given(MIXED)
@BOOK
def test_each_fact_is_given_once(parts: list[str]) -> None:
    facts = read(nfc(" ".join(parts)))
    for names in (
        [canonical(b.name) for b in facts.bodies],
        [p.name for p in facts.people],
        [canonical(e.name) for e in facts.events],
        [(h.person, h.role, canonical(h.body)) for h in facts.holdings],
        [(canonical(r.subject), r.predicate, canonical(r.object)) for r in facts.relations],
    ):
        assert len(names) == len(set(names))


@given(st.text(max_size=200))
@BOOK
def test_arbitrary_text_raises_nothing(text: str) -> None:
    for raw in (text, nfc(text)):
        assert all(e.quote == raw[e.start : e.end] for e in all_evidence(read(raw)))


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("(", 100_000),
        ("Quy định số ", 10_000),
        ("Ban Chỉ đạo ", 10_000),
        ("đồng chí ", 10_000),
        ("ông A ", 10_000),
        ("63/63 Ban Chỉ đạo cấp tỉnh ", 20_000),
        ("Quy định số 25-QĐ/TU thay thế ", 4_000),
        ("tham mưu ", 10_000),
        ("a", 1_000_000),  # a line of a megabyte without a stop
        (" ", 1_000_000),
        ("\r\n", 100_000),
    ],
)
def test_endless_repetition_ends(words: str, times: int) -> None:
    assert read(words * times).people == []
