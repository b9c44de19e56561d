"""Documents that a text names: by number, or by a name that is theirs alone."""

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TypeVar

from rdflib import SKOS, URIRef

from ingest.facts import DocumentFact
from ingest.rules.body_mentions import BodyMention
from ingest.rules.dates import DateMention
from ingest.rules.document_mentions import DocumentMention
from ingest.rules.named_documents import named_documents
from ingest.rules.page import Page
from ontology.codes import concepts
from ontology.errors import InvalidIdentifier
from ontology.numbers import DocumentNumber, known_code, read_number
from ontology.terms import CODE_BASE, vocabulary
from ontology.text import canonical

_NUMBER_START = re.compile(r"(?<![\w/.-])\d{1,5}[a-z]?\s?[-–/]\s?(?=[A-ZĐ]|(?:19|20)\d\d\s?/)")
# Quy định số 144; Quy định 69 của Bộ Chính trị; not: quy định 5 nội dung
_SHORT = re.compile(r"(?:số\s+)?(?<![\w.,/-])(\d{1,4})(?![\w/-]|[.,]\d|\s?[-–/%])")
_COUNTED = re.compile(
    r"\s+(?!của |về |ngày |năm (?:19|20)|thì |và |đã |được |để |do |là |cũng |quy định |nêu |yêu cầu |thay )[^\W\d_]"
)
_KIND_REACH = 40  # characters before a number in which its kind is printed
_NEAR = 40  # characters between a number and the date or issuer that belongs to it
Place = TypeVar("Place", DateMention, BodyMention)
_ISSUER = re.compile(r"\)?\s*(?:,\s*)?(?:của|do)\s+")
_DAY_GLUE = re.compile(r"[\s,(]*(?:(?:được\s+)?(?:ban hành|ký)\s*)?(?:ngày\s*)?")
_DAY_GLUE_OF_ISSUER = re.compile(r"\s*\(?(?:(?:ban hành|ký)\s*)?(?:ngày\s*)?")  # a comma would begin a clause
_NEW_LINE = re.compile(r"\n\s*N")  # "Ngày …" on a new line opens another sentence
_LISTED = re.compile(r"\s*(?:,|và|;)\s*")


def find_documents(page: Page, dates: list[DateMention], bodies: list[BodyMention]) -> list[DocumentMention]:
    """Every mention of a document, in order of place."""
    found = [m for match in _NUMBER_START.finditer(page.shown) if (m := _numbered(page, match.start(), dates, bodies))]
    _share_in_lists(page, found)
    found.sort(key=lambda m: m.start)
    short = _short_forms(page, found, dates, bodies)
    found += [m for m in named_documents(page) + short if not _overlaps(m, found)]
    return sorted(found, key=lambda m: m.start)


def _overlaps(mention: DocumentMention, sorted_mentions: list[DocumentMention]) -> bool:
    index = bisect_left(sorted_mentions, mention.end, key=lambda m: m.start) - 1
    return index >= 0 and sorted_mentions[index].end > mention.start


def _share_in_lists(page: Page, mentions: list[DocumentMention]) -> None:
    """ "Công văn số 12-CV/TU và Công văn số 15-CV/TU, ngày 9/11/2024 của …": what follows the last holds for all."""
    for first, second in reversed(list(pairwise(mentions))):
        joined = _LISTED.fullmatch(page.low[first.end : second.start]) and first.kind == second.kind
        if joined and not first.issued and not first.issuer:
            first.issued, first.issuer = second.issued, second.issuer


def document_facts(mentions: list[DocumentMention]) -> list[DocumentFact]:
    """One fact a document: its mentions together, with the first date and issuer that any of them gives."""
    by_key: dict[str, list[DocumentMention]] = {}
    for mention in mentions:
        by_key.setdefault(mention.key, []).append(mention)
    return [_document_fact(same) for same in by_key.values()]


def _document_fact(same: list[DocumentMention]) -> DocumentFact:
    best = max(same, key=lambda m: (m.issued is not None) + (m.issuer is not None))
    evidence = tuple([*best.evidence, *(e for m in same if m is not best for e in m.evidence)])
    issued = next((m.issued for m in same if m.issued), None)
    issuer = next((m.issuer for m in same if m.issuer), None)
    itself = any(m.is_self for m in same)
    kind = next((m.kind for m in same if m.is_self), best.kind)
    return DocumentFact(best.number, kind, evidence, best.name, issued, issuer, itself)


def _numbered(page: Page, start: int, dates: list[DateMention], bodies: list[BodyMention]) -> DocumentMention | None:
    try:
        number = read_number(page.shown[start : start + 60])
    except InvalidIdentifier:
        return None
    end = start + number.length
    kind, first = _kind_before(page, start, number)
    if page.is_after("drafts", first):
        return None
    mention = DocumentMention(first, end, canonical(number.canonical), kind, number.canonical)
    _read_day_and_issuer(page, mention, dates, bodies, number.year)
    mention.evidence.append(page.evidence(first, mention.end, "numbered-document"))
    return mention


def _read_day_and_issuer(
    page: Page, mention: DocumentMention, dates: list[DateMention], bodies: list[BodyMention], year: str
) -> None:
    """Adds "ngày 02/6/2022 của Ban Bí thư" that follows the mention, in either order."""
    _read_day(page, mention, dates, _DAY_GLUE, year)
    glue = _ISSUER.match(page.low, mention.end)
    issuer = next((b for b in _from(bodies, glue.end()) if b.start == glue.end()), None) if glue else None
    if issuer:
        mention.issuer, mention.end = issuer.name, issuer.end
        _read_day(page, mention, dates, _DAY_GLUE_OF_ISSUER, year)


def _from(mentions: list[Place], start: int) -> list[Place]:
    """The mentions, in order, that begin within reach of a place."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    return [m for m in mentions[first : first + 3] if m.start <= start + _NEAR]


def _read_day(page: Page, mention: DocumentMention, dates: list[DateMention], glue: re.Pattern[str], year: str) -> None:
    """Adds the day that follows the mention, if it has none yet and only glue stands between."""
    near = (d for d in _from(dates, mention.end) if not _NEW_LINE.search(page.shown, mention.end, d.start))
    day = next((d for d in near if glue.fullmatch(page.low, mention.end, d.start)), None)
    if day and not mention.issued:
        mention.issued, mention.end = day.iso(int(year) if year else None), day.end


def _kind_before(page: Page, start: int, number: DocumentNumber) -> tuple[str, int]:
    """The kind printed before the number, and where it begins; else the kind that the code means, if only one."""
    first = max(0, start - _KIND_REACH)
    before = page.low[first:start]
    kinds = page.lexicon.any_of("document_kinds")
    last = None
    for match in kinds.finditer(before):
        if re.fullmatch(r"\s*(?:số\s*:?\s*)?", before[match.end() :]):
            last = match
    if last:
        return page.lexicon.document_kinds[last.group()], first + last.start()
    return kind_of_code(number.code), start


def kind_of_code(code: str) -> str:
    """The label of the kind that the code means; of several, the first in the alphabet."""
    meant = {c.label for c in concepts("document-kind").values() if known_code(code) in notations(c.path)}
    return min(meant, default="")


@cache
def notations(path: str) -> frozenset[str]:
    """The type codes of a kind of document."""
    return frozenset(str(n) for n in vocabulary().objects(URIRef(CODE_BASE + path), SKOS.notation))


def _is_short(page: Page, kind: int, match: re.Match[str]) -> bool:
    """Whether a figure right after a kind in capitals is its serial, and does not count something."""
    year = 1900 <= int(match[1]) < 2100
    return page.shown[kind].isupper() and not year and not _COUNTED.match(page.low, match.end())


def _short_forms(
    page: Page, full: list[DocumentMention], dates: list[DateMention], bodies: list[BodyMention]
) -> list[DocumentMention]:
    """ "Quy định số 144" after 144-QĐ/TW was named is that document; alone it keeps its bare serial."""
    whole = {(re.split(r"[-/]", m.number)[0], m.kind): m for m in reversed(full) if m.number}
    kinds = page.lexicon.any_of("document_kinds")
    found = []
    for match in _SHORT.finditer(page.low):
        first = max(0, match.start() - _KIND_REACH)
        printed = [
            k for k in kinds.finditer(page.low, first, match.start()) if not page.low[k.end() : match.start()].strip()
        ]
        bare = not match.group().startswith("số")
        if not printed or (bare and not _is_short(page, printed[0].start(), match)):
            continue
        label = page.lexicon.document_kinds[printed[0].group()]
        meant = whole.get((match[1], label))
        key, number = (meant.key, meant.number) if meant else (f"short:{match[1]}:{label}", match[1])
        mention = DocumentMention(printed[0].start(), match.end(), key, label, number)
        _read_day_and_issuer(page, mention, dates, bodies, "")
        mention.evidence.append(page.evidence(mention.start, mention.end, "short-document"))
        found.append(mention)
    return found
