"""The same words tell the same facts, whatever letters, blanks, hyphens and line ends a program wrote them with."""

import re
from collections.abc import Callable
from textwrap import fill
from unicodedata import normalize

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ontology.text import canonical, nfc

NEWS = """Tỉnh ủy Lào Cai công bố quyết định về công tác cán bộ

Ngày 5/6/2024, Tỉnh ủy Lào Cai tổ chức Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 20, khóa XVI. Dự hội nghị có các \
đồng chí: Lê Văn Mẫu, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; Đỗ Thị Sen, Phó Bí thư Thường trực Tỉnh ủy.
Hội nghị công bố Quyết định số 1234-QĐNS/TW ngày 1/6/2024 của Ban Bí thư chuẩn y đồng chí Hà Văn Tư (sinh năm 1975), \
Trưởng Ban Tổ chức Tỉnh ủy, giữ chức Phó Bí thư Tỉnh ủy nhiệm kỳ 2020-2025.
Thực hiện Kết luận số 44-KL/TW ngày 2/2/2024 của Bộ Chính trị, Tỉnh ủy Lào Cai ban hành Kế hoạch số 13-KH/TU.
"""
DECISION = """TỈNH ỦY LÀO CAI
Số: 45-QĐ/TU
Lào Cai, ngày 5 tháng 6 năm 2024

QUYẾT ĐỊNH
về việc thành lập Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai

Căn cứ Quy định số 67-QĐ/TW ngày 02/6/2022 của Ban Bí thư;
Xét đề nghị của Ban Tổ chức Tỉnh ủy,

BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH

Điều 1. Thành lập Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai gồm các đồng chí:
- Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, làm Trưởng Ban.
- Đồng chí Đỗ Thị Sen, Trưởng Ban Nội chính Tỉnh ủy, làm Phó Trưởng Ban Thường trực.
Điều 2. Quyết định này thay thế Quyết định số 12-QĐ/TU ngày 3/2/2020 của Ban Thường vụ Tỉnh ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Lê Văn Mẫu
"""


def with_new_tones(text: str) -> str:
    moved = {"óa": "oá", "òa": "oà", "úy": "uý", "ủy": "uỷ", "Ủy": "Uỷ", "ỦY": "UỶ", "ụy": "uỵ"}
    return re.sub("|".join(moved), lambda found: moved[found.group()], text)


def wrapped(text: str, width: int) -> str:
    return "\n".join(fill(line, width, break_on_hyphens=False, break_long_words=False) for line in text.split("\n"))


def in_some(pattern: str, instead: str) -> Callable[[str], str]:
    """Replaces every third match."""

    def changed(text: str) -> str:
        places = list(re.finditer(pattern, text))[::3]
        for place in reversed(places):
            text = text[: place.start()] + instead + text[place.end() :]
        return text

    return changed


PRINTED: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old computers": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "line tabulations": lambda text: text.replace("\n", "\x0b"),
    "page breaks": lambda text: text.replace("\n\n", "\n\x0c\n"),
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
    "blanks that do not break": in_some(" ", "\u00a0"),
    "thin blanks": in_some(" ", "\u2009"),
    "double blanks": in_some("(?<=[a-z]) (?=[a-z])", "  "),
    "blanks before commas and semicolons": in_some("(?<=[a-zđà-ỹ])(?=[,;])", " "),
    "hyphens that do not break": lambda text: text.replace("-", "\u2011"),
    "the hyphen of Unicode": lambda text: text.replace("-", "\u2010"),
    "soft hyphens": in_some(r"(?<=\w)(?=\w)", "\u00ad"),
    "blanks without width": in_some(" ", "\u200b "),
    "marks of full width": lambda text: text.translate(dict(zip(map(ord, ",;:()/"), "，；：（）／", strict=True))),
    "tones on the second vowel": with_new_tones,
    "the letter of Iceland": lambda text: text.replace("Đ", "Ð"),
    "letters and marks apart": lambda text: normalize("NFD", text),
    "lines wrapped at 100 letters": lambda text: wrapped(text, 100),
    "lines wrapped at 72 letters": lambda text: wrapped(text, 72),
    "a mark of byte order": lambda text: "\ufeff" + text,
}


def facts(text: str) -> set[tuple[str, ...]]:
    """What a text tells, in the forms in which names are compared."""
    found = extract(nfc(text), Lexicon.load())
    told: list[tuple[str | None, ...]] = []
    told += [("post", h.person, h.role, h.body, h.status, h.date) for h in found.holdings]
    told += [("document", d.number or d.name, d.issued, d.issuer) for d in found.documents]
    told += [("body", b.name, b.form) for b in found.bodies]
    told += [("event", e.name, e.date) for e in found.events]
    told += [("relation", r.subject, r.predicate, r.object) for r in found.relations]
    return {tuple(canonical(part or "") for part in fact) for fact in told}


@pytest.mark.parametrize("form", PRINTED)
@pytest.mark.parametrize("text", [NEWS, DECISION], ids=["news", "decision"])
def test_the_same_words_tell_the_same_facts(text: str, form: str) -> None:
    assert facts(PRINTED[form](text)) == facts(text)


@pytest.mark.parametrize("text", [NEWS, DECISION], ids=["news", "decision"])
def test_the_words_tell_facts_of_every_kind_that_they_should(text: str) -> None:
    assert {fact[0] for fact in facts(text)} >= {"post", "document", "body", "relation"}


def test_evidence_of_a_text_with_line_ends_of_windows_stands_at_its_places() -> None:
    text = DECISION.replace("\n", "\r\n")
    for fact in extract(text, Lexicon.load()).all():
        for words in fact.evidence:
            assert text[words.start : words.end] == words.quote
