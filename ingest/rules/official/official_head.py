"""The head of an official document: letterhead, motto, "Số …", place and day, the kind in capitals over the title."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import takewhile

from ingest.rules.bodies.letterhead import LETTERHEAD, Letterhead, left_column, motto_in
from ingest.rules.documents.documents import kind_of_code
from ingest.rules.documents.printed_numbers import printed_at
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.official.official_lines import AFTER_HEAD, CARRIES_OUT, NOWHERE, OPERATIVE, RECITAL
from ingest.rules.official.official_naming import Naming
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page, Span
from ingest.rules.text.portal_fields import Fields, portal_fields
from ontology.text import canonical

_HEAD_LINES = 40  # lines in which the head stands
_OPENING_LINES = 3  # in which a document without letterhead says what it is
_LINE = 200  # characters of a line of the head
_RECITALS = 14  # lines after the title in which the first recital stands
_NUMBERED = re.compile(
    r"(?:[^\n|]{0,80}[|\t])?[\W_]*(?:(?:luật|nghị quyết|pháp lệnh|quyết định|lệnh)\s+)?số\s*:?[\s|]*(?=\d)"
)
_NUMBER_WORD = "số"
_SAYS_NUMBER = re.compile(r"[\W_]*số")
_IN_TITLE = re.compile(
    r"(?<!\w)số\s*:?\s*(\d{1,5}[a-z]?(?:\s?[-/]\s?[a-zđ][\w/-]*|\s[a-zđ]{1,3})?),?\s+(?=ngày\s+(?:mồng\s+)?\d)"
)
_NUMBER_BEFORE = re.compile(r"(?<!\w)số\s*:?\s*\d\S*,?\s+$")
_BEHALF = re.compile(r"[\s|*]*(?:(?:tm|kt|tl|tuq)[./]|(?:t/m|k/t|t/l|t/uq)[./\s])\s*\w")
_SIGNED_LINES = 8  # lines at the end in which a signature stands
_ISSUES = "ban hành "
_SAYS_DAY = 20  # characters from "ngày" on in which the day begins
_YEAR_ALONE = 4  # characters of a date that is a year
_PLACE_AND_DAY = re.compile(r"(?<!\w)[^\W\d_][^,\n|]{1,40}, ?ngày (?:\d|[\s.…_]*tháng(?!\w))")
_BLANK_DAY = re.compile(
    r", ?ngày [\s.…_/]*tháng\s*(?P<month>\d{1,2}(?!\d))?[\s.…_/]*(?:năm\s*(?P<year>(?:19|20)\d\d)?(?!\w))?"
)
_ANNOUNCES = re.compile(r" như sau\s*:\s*$")
_NO_NUMBER = re.compile(r"[\W_]*số\s*:?[\s.…_]*[/-]\s?[a-zđ]{1,5}[/-][a-zđ]")  # Số:      /QĐ-UBND, of a draft
_DAY_WORDS = (", ngày ", ",ngày ")
_BESIDE = re.compile(r"độc lập\s*[-–]\s*tự do|(?<!\w)ngày\s")  # what stands beside a letterhead
_LETTER = re.compile(r"(?:^|\n)\s*kính gửi\s*:")
_ADDRESS, _OFFICIAL_LETTER = 900, "công văn"  # characters from the number in which a letter says to whom
_ADOPTED = re.compile(r"(?<!\w)này (?:đã )?được [^.;\n]{4,160}? thông qua (?=ngày )")
_OPENING = re.compile(r"[\W_]*")


@dataclass(slots=True)
class Head:
    """`decider` is the line in capitals under the title that names who decides; `body` whose letterhead it is."""

    lines: list[Span]
    itself: DocumentMention
    title: Span
    body: BodyMention | None = None
    decider: Span = NOWHERE
    fields: Fields = field(default_factory=Fields)

    @property
    def end(self) -> int:
        return self.lines[-1].end if self.lines else self.itself.end


class HeadReader:
    """Reads the head of a page. All lists are in order of place."""

    def __init__(
        self, page: Page, dates: list[DateMention], bodies: list[BodyMention], documents: list[DocumentMention]
    ) -> None:
        self._page = page
        self._low = page.low
        self._dates = dates
        self._bodies = [b for b in bodies if not b.is_kind]
        self._documents = documents
        self._lines = page.paragraphs
        self._kinds = page.lexicon.any_of("document_kinds")
        self._naming = Naming(page, self._bodies)
        self._mottoes: dict[Span, re.Match[str] | None] = {}

    def read(self) -> Head | None:
        """The head, if the text is an official document and not one that only tells of documents."""
        lines = self._head_lines()
        fields = portal_fields(self._page)
        said = sorted(lines, key=lambda line: not _SAYS_NUMBER.match(self._low, line.start))
        number = next((d for line in said if (d := self._number_in(line))), None)
        kind_line = self._kind_line(lines)
        unnumbered = None if number or kind_line else self._unnumbered_letter(lines)
        if not self._is_official(lines, number or unnumbered, kind_line):
            opening = self._opening_title(lines)
            if not opening and not (fields and lines):
                return None
            number = number or opening or self._document_at(fields.number.start if fields and fields.number else -1)
            if not number:
                return None
        if not number and kind_line and not self._is_capital(kind_line):
            number = self._opening_title(lines)  # Quy định 67-QĐ/TW của Ban Bí thư về …
            number = number or self._announced(lines, kind_line)
        title, decider = self._naming.read(kind_line) if kind_line else (NOWHERE, NOWHERE)
        itself = self._itself(number or self._number_in_title(title) or unnumbered, kind_line, title)
        if itself is None:
            return None
        if not itself.issued or len(itself.issued) == _YEAR_ALONE:
            day = self._day(lines, title) or self._day_in(fields.issued if fields else None)
            itself.issued = day or itself.issued
        itself.issued = itself.issued or self._day_of_adoption()
        last = self._body_lines(lines, kind_line)
        body = Letterhead(self._page, last, self._bodies).body()
        return Head(lines, itself, title, body, decider, fields or Fields())

    def _head_lines(self) -> list[Span]:
        """The lines before the recitals."""
        head: list[Span] = []
        seen = titled = False
        for index, line in enumerate(self._lines[:_HEAD_LINES]):
            if titled and self._is_recital(line):
                break
            titled = titled or (index < _OPENING_LINES and self._opens_small(line))
            if seen and (AFTER_HEAD.match(self._low, line.start, line.end) or self._begins_text(line, head[-1])):
                break
            seen = seen or self._motto(line) is not None or self._opens_with_kind(line) is not None
            head.append(line)
        return head

    def _begins_text(self, line: Span, before: Span) -> bool:
        """Whether the line says what is carried out, and is no title: that stands in capitals or under the kind."""
        if self._is_capital(line):
            return False
        if _ANNOUNCES.search(self._low, line.start, line.end):
            return True
        carries = CARRIES_OUT.match(self._low, line.start, line.end)
        return bool(carries) and self._opens_with_kind(before) is None

    def _is_official(self, lines: list[Span], number: DocumentMention | None, kind_line: Span | None) -> bool:
        motto = any(self._has_capitals(line) for line in lines)
        dated = any(self._is_placed(line) for line in lines)
        numbered = number is not None or any(_NO_NUMBER.match(self._low, line.start, line.end) for line in lines)
        if motto + dated + numbered >= 2 and (number or kind_line):
            return True
        return kind_line is not None and self._has_recitals(lines)

    def _has_recitals(self, lines: list[Span]) -> bool:
        """Whether recitals follow the head, and after them, or at the end of the first, what is decided."""
        if not lines:
            return False
        after = bisect_left(self._lines, lines[-1].end, key=lambda p: p.start)
        first = next(
            (i for i, p in enumerate(self._lines[after : after + _RECITALS], after) if self._is_recital(p)), None
        )
        rest = self._lines[first : first + 60] if first is not None else []
        return any(OPERATIVE.match(self._low, p.start, p.end) for p in rest)

    def _is_recital(self, line: Span) -> bool:
        return RECITAL.match(self._low, line.start, line.end) is not None

    def _is_capital(self, line: Span) -> bool:
        return self._page.shown[line.start : line.end].isupper()

    def _has_capitals(self, line: Span) -> bool:
        motto = self._motto(line)
        return bool(motto and self._page.shown[motto.start() : motto.end()].isupper())

    def _motto(self, line: Span) -> re.Match[str] | None:
        if line not in self._mottoes:
            self._mottoes[line] = motto_in(self._low, line.start, line.end)
        return self._mottoes[line]

    def _is_placed(self, line: Span) -> bool:
        """Whether the line tells place and day: "Hà Nội, ngày 02 tháng 6 năm 2022"."""
        end = min(line.end, line.start + _LINE)
        named = any(self._low.find(words, line.start, end) >= 0 for words in _DAY_WORDS)
        return named and _PLACE_AND_DAY.search(self._low, line.start, end) is not None

    def _number_in(self, line: Span) -> DocumentMention | None:
        """The document whose number the line gives: "Số: 12-QĐ/TW", alone or beside place and day."""
        told = self._low.find(_NUMBER_WORD, line.start, line.end) >= 0
        opens = _NUMBERED.match(self._low, line.start) if told else None
        if not opens or opens.end() > line.end:
            return None
        named = self._document_at(opens.end())
        printed = printed_at(self._page, opens.end())
        if named or not printed:
            return named
        end = opens.end() + len(printed)
        evidence = [self._page.evidence(line.start, line.end, "official-number")]
        return DocumentMention(
            opens.end(), end, canonical(printed), "", printed, evidence=evidence, number_at=opens.end()
        )

    def _number_in_title(self, title: Span) -> DocumentMention | None:
        """SẮC LỆNH / CỦA CHỦ TỊCH CHÍNH PHỦ … SỐ 34 NGÀY 19 THÁNG 3 NĂM 1947: number and day of old titles."""
        found = _IN_TITLE.search(self._low, title.start, title.end)
        if not found or self._is_of_another(title, found.start()):
            return None
        named = self._document_at(found.start(1))
        printed = "".join(self._page.shown[found.start(1) : found.end(1)].split())
        evidence = [self._page.evidence(found.start(), found.end(), "number-in-title")]
        place = (found.start(1), found.end(1), canonical(printed))
        itself = named or DocumentMention(*place, "", printed, evidence=evidence, number_at=found.start(1))
        itself.issued = itself.issued or self._day_in(Span(found.end(), found.end() + 8))
        return itself

    def _is_of_another(self, title: Span, place: int) -> bool:
        """Whether a number in the title is that of a document told of: "sửa đổi Quyết định số …", "(ban hành kèm …"."""
        before = self._low[title.start : place]
        kinds = [m for m in self._kinds.finditer(before) if m.start() and not before[m.end() :].strip()]
        return before.count("(") > before.count(")") or bool(kinds)

    def _document_at(self, place: int) -> DocumentMention | None:
        """The document whose number stands there."""
        index = bisect_right(self._documents, place, key=lambda d: d.start) - 1
        found = self._documents[index] if index >= 0 else None
        return found if found and found.number and found.start <= place < found.end else None

    def _opens_with_kind(self, line: Span) -> int | None:
        """Where the kind begins with which a line in capitals begins, or of which it consists."""
        opening = _OPENING.match(self._low, line.start, line.end)
        start = opening.end() if opening else line.start
        kind = self._kinds.match(self._low, start, line.end)
        alone = kind and not self._low[kind.end() : line.end].strip(" *:_-")
        return start if kind and (self._is_capital(line) or (alone and self._page.shown[start].isupper())) else None

    def _kind_line(self, head: list[Span]) -> Span | None:
        """The first line under the motto, else of all, in capitals that begins with a kind of document: QUYẾT ĐỊNH."""
        opening = [(line, start) for line in head if (start := self._opens_with_kind(line)) is not None]
        motto = next((line.start for line in head if self._has_capitals(line)), 0)
        under = [pair for pair in opening if pair[0].start >= motto]
        chosen = next(iter(under or opening), None)
        return Span(chosen[1], chosen[0].end) if chosen else self._small_kind_line(head)

    def _small_kind_line(self, head: list[Span]) -> Span | None:
        """The first line that begins so in small letters, where recitals follow: "Quyết định về việc …"."""
        lines = head[:_OPENING_LINES] if self._has_recitals(head) else []
        return next((line for line in lines if self._opens_small(line)), None)

    def _opens_small(self, line: Span) -> bool:
        """Whether the line begins with a kind of document: "Quyết định về việc …"."""
        return self._page.shown[line.start].isupper() and bool(self._kinds.match(self._low, line.start, line.end))

    def _opening_title(self, lines: list[Span]) -> DocumentMention | None:
        """The document that the first lines name, kind first, where its recitals follow: "Quyết định số 12-QĐ/TU …"."""
        if not self._has_recitals(lines) and not self._is_signed():
            return None
        for line in lines[:_OPENING_LINES]:
            index = bisect_left(self._documents, line.start, key=lambda d: d.start)
            found = self._documents[index] if index < len(self._documents) else None
            if found and found.number and found.start <= line.start + 2 and self._kinds.match(self._low, found.start):
                return found
        return None

    def _announced(self, lines: list[Span], kind_line: Span) -> DocumentMention | None:
        """The document of the kind that a page says was issued over its words: "… ban hành Hướng dẫn số …"."""
        kind = self._kinds.match(self._low, kind_line.start)
        label = self._page.lexicon.document_kinds[kind.group()] if kind else ""
        issued = (d for d in self._documents if d.number and self._low.endswith(_ISSUES, 0, d.start))
        return next((d for d in issued if d.kind == label and any(p.start <= d.start < p.end for p in lines)), None)

    def _is_signed(self) -> bool:
        """Whether the last lines say in capitals on whose behalf or by whose order it is signed."""
        last = self._lines[-_SIGNED_LINES:]
        return any(self._is_capital(p) and _BEHALF.match(self._low, p.start, p.end) for p in last)

    def _itself(self, number: DocumentMention | None, kind_line: Span | None, title: Span) -> DocumentMention | None:
        found = self._kinds.match(self._low, kind_line.start) if kind_line else None
        kind = self._page.lexicon.document_kinds[found.group()] if found else ""
        if number:
            number.kind = kind or number.kind or kind_of_code(number.number or "") or self._letter(number)
            number.is_self = True
            return number
        if not kind_line or not title.end or not found:
            return None
        return self._naming.document(kind, found.end(), title)

    def _unnumbered_letter(self, lines: list[Span]) -> DocumentMention | None:
        """A letter whose number is blank: Số      -CV/ĐU / V/v chống hạn / … / Kính gửi: …"""
        for index, line in enumerate(lines):
            if _NO_NUMBER.match(self._low, line.start, line.end) and _LETTER.search(
                self._low, line.end, line.end + _ADDRESS
            ):
                told = takewhile(lambda p: not (self._motto(p) or self._is_placed(p)), lines[index + 1 :])
                return self._naming.letter(self._page.lexicon.document_kinds[_OFFICIAL_LETTER], list(told))
        return None

    def _letter(self, number: DocumentMention) -> str:
        """An official letter bears no kind but says to whom it is sent: "Kính gửi: …"."""
        sent = _LETTER.search(self._low, number.end, number.end + _ADDRESS)
        return self._page.lexicon.document_kinds[_OFFICIAL_LETTER] if sent else ""

    def _day(self, head: list[Span], title: Span) -> str | None:
        """The day beside the place: "Hà Nội, ngày 02 tháng 6 năm 2022"."""
        placed = [line for line in head if self._is_placed(line)]
        blank = next((m for p in placed if (m := _BLANK_DAY.search(self._low, p.start, p.end))), None)
        if blank:
            month = f"-{int(blank['month']):02}" if blank["year"] and blank["month"] else ""
            return f"{blank['year']}{month}" if blank["year"] else None
        for line in [*placed, *head]:
            place = self._low.find("ngày", line.start, line.end)
            numbered = _NUMBER_BEFORE.search(self._low, line.start, place) if place >= title.start else None
            if numbered and self._is_of_another(title, numbered.start()):
                continue
            if place >= 0 and (
                self._opens_with_kind(line) is None or _PLACE_AND_DAY.search(self._low, line.start, line.end)
            ):
                day = self._day_in(Span(place, min(line.end, place + _SAYS_DAY)))
                if day:
                    return day
        return None

    def _day_in(self, span: Span | None) -> str | None:
        index = bisect_left(self._dates, span.start, key=lambda d: d.start) if span else len(self._dates)
        day = self._dates[index] if index < len(self._dates) else None
        return day.iso() if day and span and day.start < span.end else None

    def _day_of_adoption(self) -> str | None:
        """ "Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ 7 thông qua ngày 06 tháng 6 năm 2024"."""
        adopted = [m for m in _ADOPTED.finditer(self._low)]
        return self._day_in(Span(adopted[-1].end(), adopted[-1].end() + 4)) if adopted else None

    def _body_lines(self, head: list[Span], kind_line: Span | None) -> list[Span]:
        """The lines of the letterhead: in capitals, before number, day and kind, but for the motto."""
        found: list[Span] = []
        for line in head:
            if kind_line and line.start <= kind_line.start < line.end:
                break
            column = left_column(self._page, line)
            motto = motto_in(self._low, column.start, column.end)
            words = self._page.shown[column.start : column.end]
            if found and _NUMBERED.match(self._low, line.start):
                break
            aside = motto or _BESIDE.search(self._low, column.start, column.end)  # columns may be read line by line
            if words.isupper() and not aside and not self._low.startswith("số", column.start):
                found.append(line)
        return found


def with_letterhead(bodies: list[BodyMention], head: Head | None) -> list[BodyMention]:
    """The bodies of a page in order, and that of its letterhead if no rule names it there."""
    body = head.body if head else None
    if not body or body.rule != LETTERHEAD:
        return bodies
    others = [b for b in bodies if not (body.start <= b.start < body.end)]  # BAN TỔ CHỨC     Hà Nội, ngày …
    return sorted([*others, body], key=lambda b: b.start)
