"""Documents that a text names: by number, or by a name that is theirs alone."""

import re
from dataclasses import dataclass, field

from ingest.facts import DocumentFact, Evidence
from ingest.rules.bodies import BodyMention
from ingest.rules.dates import DateMention
from ingest.rules.page import Page
from ontology.codes import concepts
from ontology.errors import InvalidIdentifier
from ontology.numbers import DocumentNumber, known_code, read_number
from ontology.text import canonical

_NUMBER_START = re.compile(r"(?<![\w/.-])\d{1,5}[a-z]?\s?[-–/]\s?(?=[A-ZĐ]|(?:19|20)\d\d\s?/)")
_SHORT = re.compile(r"số\s+(\d{1,4})(?![\w/.,-]|\s?[-–/])")
_NEAR = 40  # characters between a number and the date or issuer that belongs to it
_ISSUER = re.compile(r"\s*(?:,\s*)?(?:của|do)\s+")
_LAW = re.compile(r"luật\s+((?:[^\W\d_]+[,\s]+){1,9}?)(?:năm\s+)?((?:19|20)\d\d)")
_CONGRESS_RESOLUTION = re.compile(
    r"(nghị quyết)\s+(đại hội\s+(?:đại biểu toàn quốc\s+)?(?:đảng\s+)?(?:toàn quốc\s+)?(?:lần thứ\s+)?([ivx]+)(?:\s+của\s+đảng)?)(?!\w)"
)
_STATUTES = re.compile(r"điều lệ đảng(?:\s+cộng sản việt nam)?(?!\w)")


@dataclass(slots=True)
class DocumentMention:
    """One place that names a document. `key` is equal for mentions of one document."""

    start: int
    end: int
    key: str
    kind: str
    number: str | None = None
    name: str | None = None
    issued: str | None = None
    issuer: str | None = None
    evidence: list[Evidence] = field(default_factory=list)


def find_documents(page: Page, dates: list[DateMention], bodies: list[BodyMention]) -> list[DocumentMention]:
    """Every mention of a document, in order of place."""
    found = [m for match in _NUMBER_START.finditer(page.shown) if (m := _numbered(page, match.start(), dates, bodies))]
    found += _named(page)
    taken = [(m.start, m.end) for m in found]
    found += [m for m in _short_forms(page, found) if not any(a < m.end and m.start < b for a, b in taken)]
    return sorted(found, key=lambda m: m.start)


def document_facts(mentions: list[DocumentMention]) -> list[DocumentFact]:
    """One fact a document: its mentions together, with the first date and issuer that any of them gives."""
    facts = []
    for key in dict.fromkeys(m.key for m in mentions):
        same = [m for m in mentions if m.key == key]
        best = max(same, key=lambda m: (m.issued is not None) + (m.issuer is not None))
        evidence = tuple([*best.evidence, *(e for m in same if m is not best for e in m.evidence)])
        issued = next((m.issued for m in same if m.issued), None)
        issuer = next((m.issuer for m in same if m.issuer), None)
        facts.append(DocumentFact(best.number, best.kind, evidence, best.name, issued, issuer))
    return facts


def _numbered(page: Page, start: int, dates: list[DateMention], bodies: list[BodyMention]) -> DocumentMention | None:
    try:
        number = read_number(page.shown[start : start + 60])
    except InvalidIdentifier:
        return None
    end = start + number.length
    kind, first = _kind_before(page, start, number)
    mention = DocumentMention(first, end, canonical(number.canonical), kind, number.canonical)
    day = next((d for d in dates if end <= d.start <= end + _NEAR and _only_glue(page.low[end : d.start])), None)
    if day:
        mention.issued, mention.end = day.iso(int(number.year) if number.year else None), day.end
    glue = _ISSUER.match(page.low, mention.end)
    issuer = next((b for b in bodies if glue and b.start == glue.end()), None)
    if issuer:
        mention.issuer, mention.end = issuer.name, issuer.end
    mention.evidence.append(page.evidence(first, mention.end, "numbered-document"))
    return mention


def _only_glue(words: str) -> bool:
    return bool(re.fullmatch(r"[\s,(]*(?:(?:được\s+)?(?:ban hành|ký)\s*)?(?:ngày\s*)?", words))


def _kind_before(page: Page, start: int, number: DocumentNumber) -> tuple[str, int]:
    """The kind printed before the number, and where it begins; else the kind that the code means, if only one."""
    before = page.low[max(0, start - 40) : start]
    kinds = page.lexicon.any_of("document_kinds")
    last = None
    for match in kinds.finditer(before):
        if re.fullmatch(r"\s*(?:số\s*:?\s*)?", before[match.end() :]):
            last = match
    if last:
        return page.lexicon.document_kinds[last.group()], max(0, start - 40) + last.start()
    return kind_of_code(number.code), start


def kind_of_code(code: str) -> str:
    """The label of the kind that the code means; of several, the one whose initials the code writes first in the list."""
    meant = {c.label: c for c in concepts("document-kind").values() if known_code(code) in notations(c.path)}
    return next(iter(sorted(meant)), "")


def notations(path: str) -> frozenset[str]:
    """The type codes of a kind of document."""
    from rdflib import SKOS, URIRef

    from ontology.terms import CODE_BASE, vocabulary

    return frozenset(str(n) for n in vocabulary().objects(URIRef(CODE_BASE + path), SKOS.notation))


def _named(page: Page) -> list[DocumentMention]:
    found = []
    for match in _CONGRESS_RESOLUTION.finditer(page.low):
        name = _restored(page, match.start(), match.end())
        found.append(_unnumbered(page, match.start(), match.end(), "Nghị quyết", name, f"congress {match[3]}"))
    for match in _STATUTES.finditer(page.low):
        name = _restored(page, match.start(), match.end())
        found.append(_unnumbered(page, match.start(), match.end(), "Điều lệ", name, "statutes"))
    for match in _LAW.finditer(page.low):
        title = page.text[match.start() : match.end()]
        if title[0] == "L" and title.split()[1][0].isupper():
            name = f"{title[: match.start(2) - match.start()].removesuffix('năm ').strip(' ,')} {match[2]}"
            found.append(_unnumbered(page, match.start(), match.end(), "Luật", name, canonical(name)))
    return found


def _unnumbered(page: Page, start: int, end: int, kind: str, name: str, key: str) -> DocumentMention:
    evidence = [page.evidence(start, end, "named-document")]
    return DocumentMention(start, end, f"name:{key}", kind, name=name, evidence=evidence)


def _restored(page: Page, start: int, end: int) -> str:
    """The name as printed, with a capital first and the roman number in capitals."""
    words = page.shown[start:end]
    return words[0].upper() + words[1:]


def _short_forms(page: Page, full: list[DocumentMention]) -> list[DocumentMention]:
    """ "Quy định số 144" after 144-QĐ/TW was named is that document; alone it keeps its bare serial."""
    found = []
    for match in _SHORT.finditer(page.low):
        before = page.low[max(0, match.start() - 30) : match.start()].rstrip()
        kind = next((k for k in page.lexicon.document_kinds if before.endswith(k)), None)
        if kind is None:
            continue
        label = page.lexicon.document_kinds[kind]
        whole = next((m for m in full if m.number and re.match(rf"{match[1]}[-/]", m.number) and m.kind == label), None)
        start = page.low.rfind(kind, 0, match.start())
        evidence = [page.evidence(start, match.end(), "short-document")]
        if whole:
            found.append(DocumentMention(start, match.end(), whole.key, label, whole.number, evidence=evidence))
        else:
            key = f"short:{match[1]}:{label}"
            found.append(DocumentMention(start, match.end(), key, label, match[1], evidence=evidence))
    return found
