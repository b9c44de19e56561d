"""An official document in words of our own, and what is read in it."""

from ingest.extraction import extract
from ingest.facts import DocumentFact, Extraction
from ingest.lexicon import Lexicon

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
DECISION = (
    f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n{STATE}Số: 12/QĐ-UBND\nLào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\n{{title}}\n"
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI\n{recitals}\nQUYẾT ĐỊNH:\n{articles}\n{ending}"
)


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def itself(text: str) -> DocumentFact:
    (document,) = (d for d in read(text).documents if d.self)
    return document


def related(text: str, predicate: str) -> list[str]:
    label = itself(text).number or itself(text).name
    return [r.object for r in read(text).relations if (r.subject, r.predicate) == (label, predicate)]


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in read(text).holdings}


def decision(title: str = "Về việc giao việc", recitals: str = "", articles: str = "", ending: str = "") -> str:
    return DECISION.format(title=title, recitals=recitals, articles=articles, ending=ending)
