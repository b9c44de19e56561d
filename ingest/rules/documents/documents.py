"""Documents that a text names: by number, or by a name that is theirs alone."""

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise

from rdflib import SKOS, URIRef

from ingest.cued import Cued
from ingest.facts import DocumentFact, RelationFact
from ingest.rules.bodies.issuing_offices import issuer_at
from ingest.rules.documents.day_and_issuer import OF_ISSUER, read_day_and_issuer
from ingest.rules.documents.days_of_issue import add_days_of_issue
from ingest.rules.documents.law_numbers import law_before, year_after
from ingest.rules.documents.named_documents import named_documents
from ingest.rules.documents.printed_numbers import printed_numbers
from ingest.rules.documents.year_numbers import numbers_of_years
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page, Span
from ontology.codes import concepts
from ontology.errors import InvalidIdentifier
from ontology.numbers import DocumentNumber, known_code, read_number
from ontology.terms import CODE_BASE, vocabulary
from ontology.text import canonical

_NUMBER_START = Cued(
    "", r"(?<![\w/.-])\d{1,5}[a-z]?(?:\s?[-–/]\s?(?=[A-ZĐ]|(?:19|20)\d\d\s?/)|\s(?=[A-ZĐ]{2,4}/[A-ZĐ]))"
)
_SHORT = re.compile(r"số\s*:?\s*(\d{1,4})(?![\w/-]|[.,]\d|\s?[-–/])")
# Quy định 114 của Bộ Chính trị, Nghị quyết 18; not: Kế hoạch 5 năm
_BARE = Cued(
    "",
    r"(?<=\s)(\d{1,4})(?![\w/-]|[.,]\d|\s?[-–/])"
    r"(?=\s*(?:[,;:.)”\"]|$|\n|\((?=ngày|khóa|về|quy định|thay thế|sửa đổi)|năm (?:19|20)\d\d(?!\d)"
    r"|(?:của|về|khóa|ngày|ban hành|được|đã|do|nêu|quy định|và|cho|có|gồm|bổ nhiệm|điều động|phân công|chỉ định|chuẩn y"
    r"|phê chuẩn|miễn nhiệm|luân chuyển|kỷ luật"
    r"|thay thế|sửa đổi|hướng dẫn|yêu cầu|chỉ đạo|thi hành kỷ luật|thành lập|kiện toàn|khai trừ|tạm đình chỉ)(?!\w)))",
)
# các Quy định số 22, 37 và 69-QĐ/TW: the code of the last holds for all
_SERIALS = re.compile(
    r"(?<![\w/.-])\d{1,4}(?:(?:,\s|;\s|\svà\s|,\svà\s)(?:số\s)?\d{1,4}){0,12}(?:,\s|;\s|\svà\s|,\svà\s)(?:số\s)?$"
)
_JOINS_SERIALS = (",", ";", "và")  # one of which stands between the last two
_SERIAL = re.compile(r"\d{1,4}")
# các Quy định số 37, 41 và 144 của Bộ Chính trị; các Quy định 41 (về miễn nhiệm), 65 (về luân chuyển) và 80
_SHORT_LIST = re.compile(
    r"(?: \([^()\n]{2,60}\))?(?:, \d{1,4}(?: \([^()\n]{2,60}\)|(?![\w/.-]))){0,12},? và \d{1,4}"
    r"(?=\s*(?:[,;.:()\n]|$|(?:của|về|khóa|ngày|được)(?!\w)))"
)
_NOTED = re.compile(r"\([^()\n]*\)")
_OF_SEVERAL = ("các ", "những ")
_OWN_SERIAL = re.compile(r"\d+[a-z]?")
_FIGURES = re.compile(r"^\d+[a-z]?|\d")
_NUMBER_WORD = re.compile(r"\s*(?:số\s*:?\s*)?")
_JOINED = re.compile(r"\s*(?:,|và|;|, và)\s*(?:số\s+)?")
_AND_NUMBER = re.compile(r"(?:,| và|, và)\s")
_SHORTENED = re.compile(r"([^-/]*)(?:/(?:19|20)\d\d(?!\d))?")  # what stands for a number: 202, 202/2025
_LIST_REACH = 90
_YEAR_ALONE = 4  # characters of a date that is a year
_ISSUER_REACH = 100  # characters before a number in which its kind and its issuer are printed
_TO_NUMBER = re.compile(r",?(?: khóa [ivx]{1,5})?,? số\s*:?\s*")
_KIND_REACH = 40  # characters before a number in which its kind is printed
_APPROVES, _PROJECT = "Quyết định", "Đề án"  # Đề án 06 is called after the Quyết định số 06/QĐ-TTg that approves it
_DECISION = "QĐ", "Quyết định"  # what QĐ means in a number of the State form; in the Party form it is also Quy định
_ON_DAY = re.compile(r",? (?:(?:được )?(?:ban hành|ký) )?ngày \d{1,2}(?:[/.-]\d| tháng )")  # quyết định 5506 ngày 31/12
_LISTED = re.compile(r"\s*(?:,|và|;)\s*(?:số\s+)?")
_LAW_IN_GENERAL = "pháp "  # before the "luật" of pháp luật, which is no kind


def find_documents(
    page: Page, dates: list[DateMention], bodies: list[BodyMention], year: int | None = None
) -> list[DocumentMention]:
    """Every mention of a document, in order of place. `year` is that of days without one."""
    numbers = page.each(_NUMBER_START, printed=True)
    found = [m for match in numbers if (m := _numbered(page, match.start(), dates, bodies, year))]
    found = _without_inner(found)
    found += [m for first in found for m in _serials_before(page, first)]
    found += _as_printed(page, {m.number_at for m in found}, dates, bodies, year)
    found.sort(key=lambda m: m.start)
    _share_in_lists(page, found)
    found.sort(key=lambda m: m.start)
    short = [m for m in _short_forms(page, found, dates, bodies, year) if not _overlaps(m, found)]
    if short:
        found = sorted([*found, *short], key=lambda m: m.start)
        _share_in_lists(page, found)
    add_days_of_issue(page, found, dates, year)
    found += [m for m in named_documents(page) if not _overlaps(m, found)]
    return sorted(found, key=lambda m: m.start)


def _without_inner(found: list[DocumentMention]) -> list[DocumentMention]:
    """Without numbers that begin inside another: the 2006/QĐ-UBND of 63/ 2006/QĐ-UBND."""
    kept: list[DocumentMention] = []
    for mention in found:
        if not kept or mention.number_at >= kept[-1].end:
            kept.append(mention)
    return kept


def _overlaps(mention: DocumentMention, sorted_mentions: list[DocumentMention]) -> bool:
    index = bisect_left(sorted_mentions, mention.end, key=lambda m: m.start) - 1
    return index >= 0 and sorted_mentions[index].end > mention.start


def _serials_before(page: Page, last: DocumentMention) -> list[DocumentMention]:
    """The numbers of "các Quy định số 22, 37 và 69-QĐ/TW" but for the last."""
    start = max(0, last.number_at - _LIST_REACH)
    joined = page.low[start : last.number_at].rstrip().removesuffix("số").rstrip().endswith(_JOINS_SERIALS)
    listed = _SERIALS.search(page.low, start, last.number_at) if joined else None
    own = _OWN_SERIAL.match(last.number or "") if listed else None
    if not listed or not own or not last.number:
        return []
    kinds = page.found("document_kinds", Span(start, listed.start()))
    if not kinds or not _NUMBER_WORD.fullmatch(page.low, kinds[-1].end(), listed.start()):
        return []
    last.kind = page.lexicon.document_kinds[kinds[-1].group()]
    found = []
    for serial in _SERIAL.finditer(page.low, listed.start(), listed.end()):
        number = serial.group() + last.number[own.end() :]
        evidence = [page.evidence(serial.start(), serial.end(), "number-in-list")]
        place = (serial.start(), serial.end(), canonical(number))
        found.append(
            DocumentMention(*place, last.kind, number, issuer=last.issuer, issued=last.issued, evidence=evidence)
        )
    return found


def _share_in_lists(page: Page, mentions: list[DocumentMention]) -> None:
    """ "Công văn số 12-CV/TU và Công văn số 15-CV/TU, ngày 9/11/2024 của …": what follows the last holds for all."""
    for first, second in pairwise(mentions):
        unsaid = second.start == second.number_at and _JOINED.fullmatch(page.low[first.end : second.start])
        if unsaid and _code(first) == _code(second):
            second.kind = first.kind
    for first, second in reversed(list(pairwise(mentions))):
        joined = _LISTED.fullmatch(page.low[first.end : second.start]) and first.kind == second.kind
        if joined and not first.issued and not first.issuer:
            first.issued, first.issuer = second.issued, second.issuer
        elif joined and not first.issuer and _suffix(first) == _suffix(second):  # each has a day, the last the issuer
            first.issuer = second.issuer


def _code(mention: DocumentMention) -> str:
    """The number without its figures: "//QH" of 83/2015/QH13."""
    return _FIGURES.sub("", mention.number or "")


def _suffix(mention: DocumentMention) -> str:
    """The last part of the number: QĐ-UBND of 12/2020/QĐ-UBND."""
    return (mention.number or "").rpartition("/")[2]


def document_facts(mentions: list[DocumentMention], relations: list[RelationFact]) -> list[DocumentFact]:
    """One fact a document: its mentions together, with the first date and issuer that they or a relation give."""
    issuers = {(r.subject, r.subject_twin): r.object for r in reversed(relations) if r.predicate == "issuedBy"}
    by_key: dict[str, list[DocumentMention]] = {}
    for mention in mentions:
        by_key.setdefault(mention.key, []).append(mention)
    return [_document_fact(same, issuers) for same in by_key.values()]


def _document_fact(same: list[DocumentMention], issuers: dict[tuple[str, str | None], str]) -> DocumentFact:
    best = max(same, key=lambda m: (m.issued is not None) + (m.issuer is not None))
    evidence = tuple([*best.evidence, *(e for m in same if m is not best for e in m.evidence)])
    days = [m.issued for m in same if m.issued]
    issued = next((day for day in days if len(day) > _YEAR_ALONE), days[0] if days else None)
    issuer = next((m.issuer for m in same if m.issuer), None) or issuers.get((best.label, best.twin))
    itself = any(m.is_self for m in same)
    kind = next((m.kind for m in same if m.is_self), best.kind)
    return DocumentFact(best.number, kind, evidence, best.name, issued, issuer, itself, twin=best.twin)


def _numbered(
    page: Page, start: int, dates: list[DateMention], bodies: list[BodyMention], year: int | None
) -> DocumentMention | None:
    try:
        number = read_number(page.shown[start : start + 60])
    except InvalidIdentifier:
        return None
    end = start + number.length
    kind, first = _kind_before(page, start, number)
    if page.is_after("drafts", first):
        return None
    mention = DocumentMention(first, end, canonical(number.canonical), kind, number.canonical, number_at=start)
    named = _kind_and_issuer_before(page, bodies, start) if first == start else None
    of_title = kind and page.low.endswith(
        _LAW_IN_GENERAL, 0, first
    )  # Luật Ban hành văn bản … pháp luật số 80/2015/QH13
    law = law_before(page, start) if of_title or not (kind or named) else None
    if named:
        mention.kind, mention.start, mention.issuer = named
    if law:
        mention.kind, mention.name, mention.start = law[0], law[1] or None, law[2]
    read_day_and_issuer(page, mention, dates, bodies, int(number.year) if number.year else year)
    mention.issued = mention.issued or year_after(page, end)
    mention.evidence.append(page.evidence(mention.start, mention.end, "numbered-document"))
    return mention


def _kind_and_issuer_before(page: Page, bodies: list[BodyMention], start: int) -> tuple[str, int, str] | None:
    """ "Quyết định của Thủ tướng Chính phủ số 12/QĐ-TTg": kind, place and issuer, where the number comes last."""
    first = max(page.sentence_at(start).start, start - _ISSUER_REACH)
    for kind in page.found("document_kinds", Span(first, start)):
        of = OF_ISSUER.match(page.low, kind.end())
        issuer = issuer_at(page, bodies, of.end()) if of else None
        if issuer and _TO_NUMBER.fullmatch(page.low, issuer.end, start):
            return page.lexicon.document_kinds[kind.group()], kind.start(), issuer.name
    return None


def _as_printed(
    page: Page, read: set[int], dates: list[DateMention], bodies: list[BodyMention], year: int | None
) -> list[DocumentMention]:
    """Documents with a number of no scheme, but for those whose number begins at one of the places that are read."""
    found = []
    for printed in printed_numbers(page):
        if printed.number_at in read or page.is_after("drafts", printed.start):
            continue
        place = (printed.start, printed.end, canonical(printed.number))
        mention = DocumentMention(*place, printed.kind, printed.number, number_at=printed.number_at)
        read_day_and_issuer(page, mention, dates, bodies, year)
        mention.evidence.append(page.evidence(mention.start, mention.end, "printed-number"))
        found.append(mention)
    return found


def _kind_before(page: Page, start: int, number: DocumentNumber) -> tuple[str, int]:
    """The kind printed before the number, and where it begins; else the kind that the code means, if only one."""
    first = max(0, start - _KIND_REACH)
    for kind in reversed(page.found("document_kinds", Span(first, start))):
        if _NUMBER_WORD.fullmatch(page.low, kind.end(), start):
            return page.lexicon.document_kinds[kind.group()], kind.start()
    decision = number.form == "state" and number.code == _DECISION[0]
    return _DECISION[1] if decision else kind_of_code(number.code), start


def kind_of_code(code: str) -> str:
    """The label of the kind that the code means; of several, the first in the alphabet."""
    return _labels_of_codes().get(known_code(code) or "", "")


@cache
def _labels_of_codes() -> dict[str, str]:
    """The label of each type code's kind."""
    kinds = sorted(concepts("document-kind").values(), key=lambda kind: kind.label, reverse=True)
    return {code: kind.label for kind in kinds for code in notations(kind.path)}


@cache
def notations(path: str) -> frozenset[str]:
    """The type codes of a kind of document."""
    return frozenset(str(n) for n in vocabulary().objects(URIRef(CODE_BASE + path), SKOS.notation))


def _short_forms(
    page: Page,
    full: list[DocumentMention],
    dates: list[DateMention],
    bodies: list[BodyMention],
    year: int | None = None,
) -> list[DocumentMention]:
    """ "Quy định số 144" after 144-QĐ/TW was named is that document; alone it keeps its bare serial."""
    whole = {(_SHORTENED.match(m.number)[i], m.kind): m for m in reversed(full) if m.number for i in (0, 1)}  # type: ignore[index]
    found: list[DocumentMention] = []
    bare = (match for match in (*numbers_of_years(page), *page.each(_BARE)) if _after_word(page, match))
    for match in sorted([*_SHORT.finditer(page.low), *bare], key=lambda m: m.start()):
        is_bare = match.re is _BARE.pattern
        first = max(0, match.start() - is_bare - _KIND_REACH)
        kinds = page.found("document_kinds", Span(first, match.start()))
        printed = [k for k in kinds if not page.low[k.end() : match.start()].strip()]
        joined = found and _AND_NUMBER.fullmatch(page.low, found[-1].end, match.start()) and match.re is _SHORT
        if joined and not printed:
            found.append(_joined_short(page, match, found[-1], dates, bodies))
            continue
        if not printed or (is_bare and not _is_serial(page, printed[0].start(), match, bodies)):
            continue
        label = page.lexicon.document_kinds[printed[0].group()]
        meant = whole.get((match[1], label)) or (whole.get((match[1], _APPROVES)) if label == _PROJECT else None)
        key, number = (meant.key, meant.number) if meant else (f"short:{match[1]}:{label}", match[1])
        mention = DocumentMention(printed[0].start(), match.end(), key, label, number)
        read_day_and_issuer(page, mention, dates, bodies, year)
        mention.evidence.append(page.evidence(mention.start, mention.end, "short-document"))
        found += [mention, *_short_list(page, mention, bodies)]
    return found


def _short_list(page: Page, first: DocumentMention, bodies: list[BodyMention]) -> list[DocumentMention]:
    """The others of "các Quy định số 37, 41 và 144 của Bộ Chính trị"; the issuer is that of all."""
    listed = _SHORT_LIST.match(page.low, first.end) if page.low.endswith(_OF_SEVERAL, 0, first.start) else None
    if not listed:
        return []
    of = OF_ISSUER.match(page.low, listed.end())
    issuer = issuer_at(page, bodies, of.end()) if of else None
    first.issuer = first.issuer or (issuer.name if issuer else None)
    found = []
    notes = [note.span() for note in _NOTED.finditer(page.low, *listed.span())]
    for serial in _SERIAL.finditer(page.low, *listed.span()):
        if any(first < serial.start() < last for first, last in notes):
            continue
        key, evidence = f"short:{serial.group()}:{first.kind}", [page.evidence(*serial.span(), "number-in-list")]
        place = (serial.start(), serial.end(), key, first.kind, serial.group())
        found.append(DocumentMention(*place, issuer=first.issuer, evidence=evidence))
    return found


def _joined_short(
    page: Page, match: re.Match[str], last: DocumentMention, dates: list[DateMention], bodies: list[BodyMention]
) -> DocumentMention:
    """The second of "Sắc lệnh số 63 ngày … và số 77 ngày …"."""
    mention = DocumentMention(match.start(), match.end(), f"short:{match[1]}:{last.kind}", last.kind, match[1])
    read_day_and_issuer(page, mention, dates, bodies, None)
    mention.evidence.append(page.evidence(mention.start, mention.end, "short-document"))
    return mention


def _after_word(page: Page, match: re.Match[str]) -> bool:
    """Whether letters stand before the blanks with which the match begins, as those of a kind do."""
    return page.low[max(0, match.start() - _KIND_REACH) : match.start()].rstrip()[-1:].isalpha()


def _is_serial(page: Page, start: int, figures: re.Match[str], bodies: list[BodyMention]) -> bool:
    """Whether the kind has a capital letter, or its issuer or day follows the figures, and these are no year."""
    of = OF_ISSUER.match(page.low, figures.end())
    dated = len(figures[1]) > 1 and _ON_DAY.match(page.low, figures.end())
    issued = dated or (of and len(figures[1]) > 1 and issuer_at(page, bodies, of.end()))
    return bool((page.shown[start].isupper() or issued) and not 1900 <= int(figures[1]) < 2100)
