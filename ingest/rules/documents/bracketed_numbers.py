"""Papers that a text tells by name and by number: "Chỉ thị của Ban Bí thư về … (Chỉ thị số 22-CT/TW)"."""

import re
from itertools import pairwise

from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.page import Page
from ontology.text import canonical

_TO_NUMBER = re.compile(
    r"[”\"]?(?:,? (?:nhiệm kỳ|khóa|giai đoạn) [\w\s–-]{1,24}?)?,?\s*\((?:gọi tắt là |sau đây gọi (?:tắt )?là )?"
)
_PLENUM = "name:plenum"  # with what the keys of papers begin that are called after a plenum
_REACH = 60  # characters of day and number between a kind and the plenum whose paper it is
_MOST = 24  # papers with a number among which one is looked for


def with_bracketed_numbers(page: Page, documents: list[DocumentMention]) -> list[DocumentMention]:
    """The mentions, in order of place, those by name with the number that the text gives to them."""
    numbers: dict[str, DocumentMention] = {}
    for named, numbered in pairwise(documents):
        alike = numbered.number and not named.number and named.kind == numbered.kind
        if alike and _TO_NUMBER.fullmatch(page.low, named.end, numbered.start):
            numbers.setdefault(named.key, numbered)
            numbered.issuer = numbered.issuer or named.issuer
            numbered.second_issuer = numbered.second_issuer or named.second_issuer
    for document in documents:
        if document.key.startswith(_PLENUM) and document.key not in numbers:
            same = _of_plenum(page, document, documents)
            if same:
                numbers[document.key] = same
    for document in documents if numbers else ():
        same = numbers.get(document.key) if not document.number else None
        if same:
            document.key, document.number, document.name = same.key, same.number, None
    return documents


def _of_plenum(page: Page, named: DocumentMention, documents: list[DocumentMention]) -> DocumentMention | None:
    """The one of "Nghị quyết số 60-NQ/TW của Hội nghị lần thứ 11 …" that "Nghị quyết Hội nghị lần thứ 11 …" is."""
    words = canonical(named.name or "").removeprefix(f"{named.kind.lower()} ").removeprefix("của ")
    of = f" của {words}"
    numbered = [d for d in documents if d.number and d.kind == named.kind][:_MOST]
    found = {
        d.number: d for d in numbered if of in canonical(page.shown[d.start : d.start + _REACH + len(of)])
    }  # by number: one paper may be told often
    return next(iter(found.values())) if len(found) == 1 else None
