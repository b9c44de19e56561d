"""Documents without a number whose name is theirs alone: a congress's resolution, the statutes, a law of a year."""

import re

from ingest.rules.document_mentions import DocumentMention
from ingest.rules.event_names import CONGRESS
from ingest.rules.page import Page
from ontology.text import canonical

_RESOLUTION = re.compile(rf"(?<!\w)nghị quyết\s+(?:của\s+)?(?:{CONGRESS.pattern})")
_STATUTES = re.compile(r"(?<!\w)điều lệ đảng(?:\s+cộng sản việt nam)?(?!\w)")
_LAW = re.compile(r"(?<!\w)luật\s+(?P<title>(?:[^\W\d_]+[,\s]+){1,9}?)(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")


def named_documents(page: Page) -> list[DocumentMention]:
    """Every mention of such a document, kind after kind."""
    found = [_mention(page, m, "Nghị quyết", f"congress {m['term']}") for m in _RESOLUTION.finditer(page.low)]
    found += [_mention(page, m, "Điều lệ", "statutes") for m in _STATUTES.finditer(page.low)]
    found += [mention for m in _LAW.finditer(page.low) if (mention := _law(page, m))]
    return found


def _mention(page: Page, match: re.Match[str], kind: str, key: str, name: str = "") -> DocumentMention:
    """A mention under the name as printed, with a capital first, where no other is given."""
    printed = page.shown[match.start() : match.end()]
    evidence = [page.evidence(match.start(), match.end(), "named-document")]
    name = name or printed[0].upper() + printed[1:]
    return DocumentMention(match.start(), match.end(), f"name:{key}", kind, name=name, evidence=evidence)


def _law(page: Page, match: re.Match[str]) -> DocumentMention | None:
    """Luật Cán bộ, công chức 2008: only with capitals, as laws are printed."""
    if not (page.shown[match.start()].isupper() and page.shown[match.start("title")].isupper()):
        return None
    title = page.shown[match.start() : match.end("title")].strip(" ,")
    name = f"{title} {match['year']}"
    return _mention(page, match, "Luật", canonical(name), name)
