"""Documents without a number whose name is theirs alone: a congress's resolution, the statutes, a law of a year."""

import re

from ingest.rules.document_mentions import DocumentMention
from ingest.rules.event_names import CONGRESS
from ingest.rules.page import Page
from ontology.text import canonical

_RESOLUTION = re.compile(rf"(?<!\w)nghị quyết\s+(?:của\s+)?(?:{CONGRESS.pattern})")
_STATUTES = re.compile(r"(?<!\w)điều lệ đảng(?:\s+cộng sản việt nam)?(?!\w)")
_ORDINAL = r"(?:\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm))?)"
_TERM = r"\s*(?:,\s*)?\(?khóa\s+(?P<term>[ivxl]{1,6})\)?"
# Nghị quyết Trung ương 4 khóa XII; Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII
_OF_PLENUM = re.compile(
    rf"(?<!\w)(?P<kind>nghị quyết|kết luận)\s+(?:của\s+)?(?:hội nghị\s+)?(?:lần\s+)?(?:thứ\s+)?(?:"
    rf"(?:trung ương|t\.?ư|tw)\s+(?:lần\s+)?(?:thứ\s+)?(?P<short>{_ORDINAL})|"
    rf"(?P<long>{_ORDINAL})\s+(?:của\s+)?ban chấp hành trung ương(?:\s+đảng)?)(?:{_TERM})?(?!\w)"
)
_PROGRAMME = re.compile(
    r"(?<!\w)cương lĩnh(?:\s+chính trị)?(?:\s+năm\s+(?:19|20)\d\d)?(?=\s*[,.;:)]|\s+(?:và|của|năm)(?!\w))"
)
_CONSTITUTION = re.compile(
    r"(?<!\w)hiến pháp\s+nước\s+cộng h(?:òa|oà) xã hội chủ nghĩa việt nam(?:\s+năm\s+(?:19|20)\d\d)?(?!\w)"
)
# The name ends where the sentence goes on; the commas of a list of bodies are part of it.
_RULES = re.compile(
    r"(?<!\w)quy chế\s+(?:làm việc|hoạt động|làm việc mẫu)\s+của\s+"
    r"(?:[^\n.,;:()“”\"]|,\s(?=(?:ban|bộ|ủy ban|thường trực|nhiệm kỳ)\s)){4,140}"
)
_LAW = re.compile(r"(?<!\w)luật\s+(?P<title>(?:[^\W\d_]+[,\s]+){1,9}?)(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")


def named_documents(page: Page) -> list[DocumentMention]:
    """Every mention of such a document, kind after kind."""
    found = [_mention(page, m, "Nghị quyết", f"congress {m['term']}") for m in _RESOLUTION.finditer(page.low)]
    found += [_mention(page, m, "Điều lệ", "statutes") for m in _STATUTES.finditer(page.low)]
    found += [_of_plenum(page, m) for m in _OF_PLENUM.finditer(page.low)]
    found += [_mention(page, m, "Cương lĩnh", "programme") for m in _PROGRAMME.finditer(page.low) if _capital(page, m)]
    found += [_mention(page, m, "Hiến pháp", canonical(m.group())) for m in _CONSTITUTION.finditer(page.low)]
    found += [_rules(page, m) for m in _RULES.finditer(page.low) if _capital(page, m)]
    found += [mention for m in _LAW.finditer(page.low) if (mention := _law(page, m))]
    return found


def _mention(page: Page, match: re.Match[str], kind: str, key: str, name: str = "") -> DocumentMention:
    """A mention under the name as printed, with a capital first, where no other is given."""
    printed = page.shown[match.start() : match.end()]
    evidence = [page.evidence(match.start(), match.end(), "named-document")]
    name = name or printed[0].upper() + printed[1:]
    return DocumentMention(match.start(), match.end(), f"name:{key}", kind, name=name, evidence=evidence)


def _capital(page: Page, match: re.Match[str]) -> bool:
    return page.shown[match.start()].isupper()


def _of_plenum(page: Page, match: re.Match[str]) -> DocumentMention:
    ordinal = match["short"] or match["long"]
    number = page.lexicon.ordinals.get(ordinal, ordinal)
    kind = page.lexicon.document_kinds[match["kind"]]
    return _mention(page, match, kind, f"plenum {kind} {number} {match['term'] or _only_term(page, match) or ''}")


def _only_term(page: Page, match: re.Match[str]) -> str | None:
    """The term that the text gives elsewhere with the same ordinal: "Nghị quyết Trung ương 4" for short."""
    same = (m for m in _OF_PLENUM.finditer(page.low) if (m["short"], m["long"]) == (match["short"], match["long"]))
    terms = {m["term"] for m in same if m["term"]}
    return terms.pop() if len(terms) == 1 else None


def _rules(page: Page, match: re.Match[str]) -> DocumentMention:
    """Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư khóa XIII."""
    name = " ".join(page.shown[match.start() : match.end()].split())
    return _mention(page, match, "Quy chế", canonical(name), name)


def _law(page: Page, match: re.Match[str]) -> DocumentMention | None:
    """Luật Cán bộ, công chức 2008: only with capitals, as laws are printed."""
    if not (page.shown[match.start()].isupper() and page.shown[match.start("title")].isupper()):
        return None
    title = page.shown[match.start() : match.end("title")].strip(" ,")
    name = f"{title} {match['year']}"
    return _mention(page, match, "Luật", canonical(name), name)
