"""The end of an official document: on whose behalf it is signed, by whom, and who receives it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ingest.facts import BodyForm
from ingest.rules.bodies.letterhead import BESIDE_RECIPIENTS, gaps_in
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.official.official_head import Head
from ingest.rules.people.people import PersonMention
from ingest.rules.people.signature_lines import (
    ON_BEHALF,
    SIGNED,
    ends_with_post,
    filled_columns,
    is_recipient,
    posts_in,
    stands_behind_recipients,
)
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_LINES = 8  # lines from the body on whose behalf it is signed to the name
_SENT_TO = 24  # lines of recipients that may stand between them
_END = 700  # characters from the end of the text in which a role in capitals is a signature
_HONORIFIC = 16  # characters of a line before the name of who signs
_SHORT = 90  # characters of a line that says on whose behalf it is signed
_BY_ORDER = re.compile(r"\s*(?:kt|k/t|tl|t/l|tuq|t/uq|q)[./\s]+(?=[^\W\d_])")
# T/M BAN THƯỜNG VỤ, T/L BAN THƯỜNG VỤ; by order of a person it is signed for no other body: TL. CHỦ TỊCH
_FOR_BODY = re.compile(
    rf"{ON_BEHALF.pattern}|\s*(?:tl|t/l)[./\s]+(?=(?:ban thường vụ|thường trực|ban chấp hành)(?!\w))"
)
_RECIPIENTS = re.compile(r"(?:^|\n)[ \t|*]*nơi (?:nhận|gửi)\s*:[^\n]*")
_BESIDE = re.compile(r"[\s|*]*nơi (?:nhận|gửi)\s*:\s*(?=\S)")
# Lưu tại Trung tâm Lưu trữ quốc gia III, phông Quốc hội
_ARCHIVED = re.compile(r"(?:^|\n)[ \t|(]*lưu tại [^\n]*(?:\n[^\n]{0,40}\bphông [^\n]{0,60})?")
_ADDRESSED = re.compile(r"(?:^|\n)[ \t|*]*kính gửi\s*:[^\n]*")
_SIGNED = re.compile(SIGNED)
_SAYS_SIGNED = re.compile(r"[(\[]\s*đã k[ýí]\s*[)\]]")
_MARKS = (",", ";", ".", ":", ")")  # one of which ends a recipient
_COMMITTEE = re.compile("^Đảng ủy ")
_STANDING: dict[str, BodyForm] = {
    "ban thường vụ": "standing_committee",
    "thường trực": "standing_committee",
    "ban chấp hành": "party_committee",
}


@dataclass(frozen=True, slots=True)
class Signature:
    """On whose behalf it is signed, and who signed; either may be unknown."""

    behalf: BodyMention | None = None
    person: PersonMention | None = None
    others: tuple[PersonMention, ...] = ()  # who else signs in the place of somebody
    by_order: bool = False  # T/L BAN THƯỜNG VỤ: an office signs for the body


class Ending:
    """`bodies` and `people` are those of the page in order; of kinds of bodies none."""

    def __init__(self, page: Page, bodies: list[BodyMention], people: list[PersonMention]) -> None:
        self._page = page
        self._named = bodies
        self._people = people
        self._starts = [p.start for p in people]
        self._lines = page.paragraphs
        self._columns: dict[Span, Span] = {}  # the last of each line
        sent = [m.start() for m in _RECIPIENTS.finditer(page.low)]  # before what comes with the document
        self._sent = sent[-1] if sent else len(page.low)

    def read(self, head: Head) -> Signature:
        # of a short letter without recitals all lines are taken for its head
        first = bisect_right(self._lines, head.title.end or head.end, key=lambda p: p.start)
        behalf = person = None
        by_order = False
        for index in self._last_lines(first, self._is_on_behalf):
            behalf, person = self._on_behalf(self._lines[index], head.body), self._signer(index)
            by_order = self._is_by_order(self._lines[index])
            if behalf or person:
                break
        if not person:
            orders = self._last_lines(first, self._is_by_order)
            person = next((p for index in orders if (p := self._signer(index, alone=True))), None)
        person = person or self._told(head.fields.signer) or self._over_signed(first)
        every = (self._signer(index, alone=True) for index in self._last_lines(first, self._is_by_order))
        beside = self._beside(person) if person else ()
        others = {p.start: p for p in (*every, *beside) if p and person and p.name != person.name}
        return Signature(behalf, person, tuple(others[start] for start in sorted(others)), by_order)

    def _beside(self, person: PersonMention) -> Iterator[PersonMention]:
        """Who signs in the other columns of the line."""
        line = self._page.paragraph_at(person.start)
        for column in filled_columns(self._page, line):
            index = bisect_left(self._starts, column.start)
            other = self._people[index] if index < len(self._people) else None
            alone = other and other.end <= column.end and not self._page.low[other.end : column.end].strip(" .|")
            if other and alone and other.start - column.start < _HONORIFIC:
                yield other

    def _over_signed(self, first: int) -> PersonMention | None:
        """The person alone on a line that says "(đã ký)" or has it below, with no post: Hồ Chí Minh (đã ký)."""
        low = self._page.low
        for index in self._last_lines(first, lambda line: _SAYS_SIGNED.search(low, line.start, line.end) is not None):
            for line in self._lines[max(first, index - 1) : index + 1]:
                found = bisect_left(self._starts, line.start)
                person = self._people[found] if found < len(self._people) else None
                if person and person.end <= line.end and not low[line.start : person.start].strip(" |\t.*"):
                    return person
        return None

    def recipients(self) -> list[Span]:
        """The lines after each "Nơi nhận:", whose bodies are told of the document and are no facts."""
        found = []
        end = 0
        for opens in _RECIPIENTS.finditer(self._page.low):
            if opens.start() < end:
                continue
            end = opens.end()
            start, others = opens.start(), 0
            beside = _BESIDE.match(self._page.low, start, end)
            if beside and is_recipient(self._page, beside.end(), end):  # Nơi nhận: - Như Điều 3; - Lưu: VT.
                found.append(Span(start, self._left(Span(start, end))))
            for line in self._lines[bisect_right(self._lines, end, key=lambda p: p.start) :]:
                if is_recipient(self._page, line.start, line.end):
                    start, end, others = (line.start if others else start), self._left(line), 0
                    found.append(Span(start, end))
                elif not others and self._is_rest(Span(start, end), line):
                    end = self._left(line)
                    found[-1:] = [Span(found[-1].start, end)] if found else []
                elif others or not (self._is_capital(line) or _SIGNED.match(self._page.low, line.start)):
                    break  # lines of the signature may stand between those of the recipients
                else:
                    others = 1
        return found

    def _is_rest(self, recipient: Span, line: Span) -> bool:
        """Whether the left column goes on with a recipient that the line before has cut: - Các đồng chí … / Đảng,"""
        cut = not self._page.low[recipient.start : recipient.end].rstrip().endswith(_MARKS)
        words = self._page.shown[line.start : self._left(line)].strip()
        return cut and words.endswith(_MARKS) and not words.isupper()

    def addressees(self) -> list[Span]:
        """The lines of "Kính gửi: …", whose bodies are those that a letter is sent to."""
        found = []
        for opens in _ADDRESSED.finditer(self._page.low):
            end, bare = opens.end(), opens.group().rstrip().endswith(":")
            for line in self._lines[bisect_right(self._lines, opens.end(), key=lambda p: p.start) :]:
                if not bare and not is_recipient(self._page, line.start, line.end):
                    break
                end, bare = line.end, False
            found.append(Span(opens.start(), end))
        return found

    def archives(self) -> list[Span]:
        """Where it is told in whose holdings an old document is kept."""
        return [Span(kept.start(), kept.end()) for kept in _ARCHIVED.finditer(self._page.low)]

    def _left(self, line: Span) -> int:
        """Where the left column of a line ends: recipients on the left, the signature on the right."""
        gap = next((g for g in gaps_in(self._page.low, line.start, line.end) if g.start() > line.start), None)
        return gap.start() if gap and self._page.low[line.start : gap.start()].strip() else line.end

    def _told(self, span: Span | None) -> PersonMention | None:
        """The person whom the table of a portal names as who signed."""
        index = bisect_left(self._starts, span.start) if span else len(self._people)
        person = self._people[index] if index < len(self._people) else None
        return person if person and span and person.start < span.end else None

    def _last_lines(self, first: int, fits: Callable[[Span], bool]) -> Iterator[int]:
        """The fitting lines, the last one first."""
        return (i for i in range(len(self._lines) - 1, first - 1, -1) if fits(self._lines[i]))

    def _is_on_behalf(self, line: Span) -> bool:
        column = self._on_behalf_in(line)
        return column is not None and (self._is_capital(column) or column.end - column.start <= _SHORT)

    def _on_behalf_in(self, line: Span) -> Span | None:
        """The column of a line that says on whose behalf it is signed: TM. ỦY BAN NHÂN DÂN     Lê Văn Mẫu."""
        columns = [self._last_column(line), *filled_columns(self._page, line)]
        return next((c for c in columns if _FOR_BODY.match(self._page.low, c.start, c.end)), None)

    def _is_by_order(self, line: Span) -> bool:
        """KT. CHỦ TỊCH, or at the end of the text the bare CHỦ TỊCH: such a line names no body."""
        last, *others = [self._last_column(line), *filled_columns(self._page, line)]
        last = self._before_name(last)
        return self._orders(last) or any(self._is_capital(c) and self._orders(c) for c in others)

    def _before_name(self, column: Span) -> Span:
        """The posts before the name that ends a column, of CHỦ TỊCH Lê Văn Mẫu; the whole column of any other."""
        index = bisect_left(self._starts, column.start)
        person = self._people[index] if index < len(self._people) else None
        posts = Span(column.start, person.start) if person and person.end <= column.end else column
        return posts if ends_with_post(self._page, posts) else column

    def _orders(self, column: Span) -> bool:
        low = self._page.low
        if _BY_ORDER.match(low, column.start, column.end):
            return self._is_capital(column)
        near = column.start > len(low) - _END or self._sent <= column.start <= self._sent + _END
        roles = self._page.lexicon.any_of("roles"), self._page.lexicon.any_of("titles")
        role = next((m for r in roles if (m := r.match(low, column.start, column.end))), None) if near else None
        alone = role and not low[role.end() : column.end].strip(" .:")
        return bool(role and (self._is_capital(column) or alone))

    def _is_capital(self, line: Span) -> bool:
        return self._page.shown[line.start : line.end].isupper()

    def _last_column(self, line: Span) -> Span:
        """What stands last on a line of two columns: recipients on the left, the signature on the right."""
        if (column := self._columns.get(line)) is None:
            gaps = [m.end() for m in gaps_in(self._page.low, line.start, line.end) if m.end() < line.end]
            filled = [g for g in gaps if self._page.low[g : line.end].strip(" |\t")]
            beside = BESIDE_RECIPIENTS.match(self._page.low, line.start, line.end)
            column = Span(filled[-1], line.end) if filled else Span(beside.end(), line.end) if beside else line
            self._columns[line] = column
        return column

    def _may_stand_between(self, column: Span) -> bool:
        low = self._page.low
        aside = _SIGNED.match(low, column.start) or is_recipient(self._page, column.start, column.end)
        return bool(aside) or self._is_capital(column)

    def _on_behalf(self, line: Span, letterhead: BodyMention | None) -> BodyMention | None:
        """The body that a line names in full, or by the words with which a body of the text begins: BAN THƯỜNG VỤ."""
        column = posts_in(self._page, self._on_behalf_in(line) or line)[0]
        opens = _FOR_BODY.match(self._page.low, column.start)
        start = opens.end() if opens else column.start
        words = canonical(self._page.shown[start : column.end].strip(" ,.*"))
        if letterhead and words in _STANDING and letterhead.form in ("party_committee", "council", "front_union"):
            of = letterhead.name.removeprefix("Ban Chấp hành ")  # of ĐẢNG BỘ TỈNH LÀO CAI / BAN CHẤP HÀNH
            if _STANDING[words] == letterhead.form == "party_committee":
                of = self._base_of(letterhead)
            name = f"{self._page.shown[start : start + 1]}{words[1:]} {of}"
            name = name.replace("Ban thường vụ", "Ban Thường vụ").replace("Ban chấp hành", "Ban Chấp hành")
            end = start + len(self._page.shown[start : column.end].rstrip(" ,.*"))
            rule = "body-on-whose-behalf"
            return replace(letterhead, start=start, end=end, name=name, form=_STANDING[words], rule=rule)
        named = next((b for b in self._named if b.start == start), None)
        office = self._page.lexicon.any_of("issuing_offices").match(self._page.low, start)
        known = (b for b in self._named if words and canonical(b.name).startswith(words))
        return named or (None if office else self._same(letterhead, words) or next(known, None))

    def _same(self, letterhead: BodyMention | None, words: str) -> BodyMention | None:
        """The body of the letterhead, if the words begin its name."""
        return letterhead if letterhead and words and canonical(letterhead.name).startswith(words) else None

    def _signer(self, index: int, *, alone: bool = False) -> PersonMention | None:
        """The first person alone on a line below, or at the end of the same line.

        `alone`: no body is named, so that nothing but "(Đã ký)", capitals and recipients may stand between.
        """
        left = _LINES
        for line in self._lines[index : index + 1 + _LINES + _SENT_TO]:
            left -= not is_recipient(self._page, line.start, line.end)
            column = self._last_column(line)
            first = bisect_left(self._starts, column.start)
            person = self._people[first] if first < len(self._people) else None
            before = self._page.low[column.start : person.start].strip(" \t.") if person else ""
            same = line is self._lines[index] and before
            behind = person is not None and stands_behind_recipients(self._page, line, person.start)
            told = is_recipient(self._page, column.start, column.end)  # - Học viên X;
            if person and person.end <= line.end and ((len(before) < _HONORIFIC and not told) or same or behind):
                return person
            if left < 0 or (alone and line is not self._lines[index] and not self._may_stand_between(column)):
                return None
        return None

    def _base_of(self, committee: BodyMention) -> str:
        """The Đảng bộ whose Ban Chấp hành a committee is: Đảng bộ tỉnh Lào Cai of Tỉnh ủy Lào Cai."""
        unit = self._page.lexicon.units.get(committee.unit or "")
        if unit and committee.name == f"{unit.committee} {committee.place}":
            return f"Đảng bộ {unit.name} {committee.place}"
        return _COMMITTEE.sub("Đảng bộ ", committee.name.removeprefix("Ban Chấp hành "))
