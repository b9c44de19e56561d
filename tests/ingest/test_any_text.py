"""Whatever the text, extraction ends, raises nothing, and quotes exactly; its facts hang together."""

import re

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
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND\n",
    "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 3 tháng 4 năm 2022\n",
    "\nQUYẾT ĐỊNH\nvề việc thành lập Tổ công tác rà soát hồ sơ\n",
    "\n- Căn cứ Luật Lưu trữ số 33/2024/QH15 và Quy chế làm việc của Tỉnh ủy;\n",
    "\nXét đề nghị của Bộ trưởng Bộ Nội vụ và của Thủ tướng Chính phủ,\nQUYẾT ĐỊNH:\nĐiều 1. ",
    "Thành lập Hội đồng kỷ niệm ngày lễ lớn gồm các ông, bà có tên sau:\n",
    "\n1. Lê Mai, Vụ trưởng - Trưởng ban;\n",
    "\nNơi nhận:\n- Chính phủ;\nT/M BAN THƯỜNG VỤ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nĐỖ THỊ SEN\n",
    "Ảnh: İ ẞ ﬁ e\u0323\u0302",
]
MIXED = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=40)
BOOK = settings(max_examples=60)


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def all_evidence(facts: Extraction) -> list[Evidence]:
    return [
        *(e for fact in facts.all() for e in fact.evidence),
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
    bodies = {canonical(b.name) for b in [*facts.bodies, *facts.offices]}
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


HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UBND\nQUYẾT ĐỊNH\nvề việc giao việc\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "Căn cứ Luật Lưu trữ và Quy chế làm việc của Tỉnh ủy, ",
        "Căn cứ Luật Lưu trữ số 33/2024/QH15;\n",
        "Xét đề nghị của Sở Nội vụ và của ",
        "Điều 1. Thành lập Tổ công tác rà soát hồ sơ gồm các ông:\n",
        "1. Lê Mai, Vụ trưởng - Trưởng ban; ",
        "1. Lê Mai, Vụ trưởng - Trưởng ban;\n",
        "*Nơi nhận:\n- Chính phủ;\n",
        "T/M BAN THƯỜNG VỤ\n",
        "KT. CHỦ TỊCH   ",
        "Quyết định này được hội đồng thông qua ngày ",
        "Quyết định này thay thế Quyết định số 1/QĐ-UBND; ",
        "quy chế hoạt động của Ban Chỉ đạo của ",
        "của\n",
        "số 12/UBND-NC ",
        "a\nb,\n",
        "*",
        "_a",
    ],
)
@pytest.mark.parametrize("head", [HEAD, ""], ids=["official", "bare"])
def test_a_long_official_text_ends(head: str, words: str) -> None:
    assert len(read(head + words * (200_000 // len(words))).documents) < 2_000


BROKEN_OFF = [
    "Căn cứ Nghị định số 39/2022/NĐ-CP ngày 18/6/2022 của Chính phủ ban hành Quy chế làm việc;",
    "PHỤ LỤC\n1 | Quy hoạch xây dựng vùng | Sở Xây dựng",
    "Cục phó, Cục Bảo vệ chính trị nội bộ; Trưởng phòng, Sở Y tế tỉnh Lào Cai",
    "Ông Lê Văn Mẫu, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai khóa XVI, chủ trì Kỳ họp thứ hai.",
    "Bà Đỗ Thị Sen giữ chức Vụ trưởng Vụ Tổ chức cán bộ, Bộ Nội vụ từ ngày 01/6/2024, thay ông Lê Văn Mẫu nghỉ hưu.",
    "Ban Thường vụ Tỉnh ủy ban hành Quyết định số 25-QĐ/TU thay thế Quy định số 12-QĐ/TU ngày 03/4/2021 về phân cấp.",
    "Thủ tướng Chính phủ ký Quyết định số 412/QĐ-TTg phê chuẩn kết quả bầu Chủ tịch UBND tỉnh Lào Cai.",
    "Ủy ban Kiểm tra Trung ương đề nghị thi hành kỷ luật Ban Cán sự đảng UBND tỉnh và đồng chí Lê Văn Mẫu, Bí thư.",
    "TỈNH ỦY LÀO CAI\nBAN TỔ CHỨC\n*\nSố 12-QĐ/BTCTU\nQUYẾT ĐỊNH\nvề việc thành lập Tổ công tác\n"
    "Điều 1. Thành lập Tổ công tác gồm các đồng chí:\n1. Lê Mai, Phó Trưởng ban - Tổ trưởng;\nTRƯỞNG BAN\nĐỗ Sen",
    "- Từ 5/2010 đến 3/2015: Phó Chánh Văn phòng Huyện ủy Bát Xát; 4/2015 - nay: Bí thư Đảng ủy xã Mường Hum.",
    "Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XVI thông qua Nghị quyết về chuyển đổi số, Đề án sắp xếp.",
]


@pytest.mark.parametrize("sentence", BROKEN_OFF, ids=range(len(BROKEN_OFF)))
def test_a_text_may_break_off_after_any_word(sentence: str) -> None:
    words = re.split(r"(?<=\s)", sentence)
    for count in range(1, len(words) + 1):
        for rest in ("", ", ", ": ", " ("):
            extract(nfc("".join(words[:count]).strip() + rest), Lexicon.load())
