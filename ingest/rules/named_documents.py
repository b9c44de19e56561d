"""Documents without a number whose name is theirs alone: a congress's resolution, the statutes, a law of a year."""

import re

from ingest.rules.document_mentions import DocumentMention
from ingest.rules.event_names import CONGRESS
from ingest.rules.page import Page
from ontology.text import canonical

_RESOLUTION = re.compile(rf"(?<!\w)nghị quyết\s+(?:của\s+)?(?:{CONGRESS.pattern})")
_OF_PLENUM = re.compile(
    r"(?<!\w)(?P<kind>nghị quyết|kết luận)\s+(?:của\s+)?(?:hội nghị\s+)?(?:(?:lần thứ\s+)(?P<first>\w+)\s+)?"
    r"(?:ban chấp hành\s+)?(?:trung ương|tw|t\.ư)(?:\s+đảng)?(?:\s+(?:lần\s+)?(?:thứ\s+)?(?P<last>\w+))?"
    r"[\s,]+\(?khóa\s+(?P<term>[ivx]{1,6})\)?(?!\w)"
)
_OF_LOCAL_CONGRESS = re.compile(
    r"(?<!\w)nghị quyết\s+(?:của\s+)?đại hội\s+(?:đại biểu\s+)?(?:đảng bộ|đảng|công đoàn|đoàn|mttq)"
    r"[^\n,.;:()“”]{0,80}?\slần thứ\s+(?:[ivx]+|\d{1,2}|[a-zà-ỹ]+)(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})?(?!\w)"
)
_RULES = re.compile(
    r"(?<!\w)(?P<kind>quy định)\s+(?:về\s+)?(?:những điều đảng viên không được làm|(?:về\s+)?trách nhiệm nêu gương"
    r"(?: của (?:cán bộ, đảng viên|đảng viên|cán bộ)(?:, trước hết là [^\n.;]{10,80})?)?)(?!\w)"
)
_STATUTES = re.compile(r"(?<!\w)điều lệ đảng(?:\s+cộng sản việt nam)?(?!\w)")
_LAW = re.compile(r"(?<!\w)luật\s+(?P<title>(?:[^\W\d_]+[,\s]+){1,9}?)(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")


def named_documents(page: Page) -> list[DocumentMention]:
    """Every mention of such a document, kind after kind."""
    found = [_mention(page, m, "Nghị quyết", f"congress {m['term']}") for m in _RESOLUTION.finditer(page.low)]
    found += [_of_plenum(page, m) for m in _OF_PLENUM.finditer(page.low) if m["first"] or m["last"]]
    found += [_by_words(page, m, "Nghị quyết") for m in _OF_LOCAL_CONGRESS.finditer(page.low)]
    found += [_by_words(page, m, "Quy định") for m in _RULES.finditer(page.low) if page.shown[m.start()].isupper()]
    found += [_mention(page, m, "Điều lệ", "statutes") for m in _STATUTES.finditer(page.low)]
    found += [mention for m in _LAW.finditer(page.low) if (mention := _law(page, m))]
    return found


def _mention(page: Page, match: re.Match[str], kind: str, key: str, name: str = "") -> DocumentMention:
    """A mention under the name as printed, with a capital first, where no other is given."""
    printed = page.shown[match.start() : match.end()]
    evidence = [page.evidence(match.start(), match.end(), "named-document")]
    name = name or printed[0].upper() + printed[1:]
    return DocumentMention(match.start(), match.end(), f"name:{key}", kind, name=name, evidence=evidence)


def _of_plenum(page: Page, match: re.Match[str]) -> DocumentMention:
    """Nghị quyết Trung ương 4 khóa XII, however it is printed."""
    words = match["last"] or match["first"]
    number = words if words.isdecimal() else str(page.lexicon.ordinals.get(words, words))
    kind = match["kind"].capitalize()
    name = f"{kind} Hội nghị Trung ương {number} khóa {match['term'].upper()}"
    return _mention(page, match, kind, canonical(name), name)


def _by_words(page: Page, match: re.Match[str], kind: str) -> DocumentMention:
    return _mention(page, match, kind, canonical(match.group()))


def _law(page: Page, match: re.Match[str]) -> DocumentMention | None:
    """Luật Cán bộ, công chức 2008: only with capitals, as laws are printed."""
    if not (page.shown[match.start()].isupper() and page.shown[match.start("title")].isupper()):
        return None
    title = page.shown[match.start() : match.end("title")].strip(" ,")
    name = f"{title} {match['year']}"
    return _mention(page, match, "Luật", canonical(name), name)
