"""Numbered sessions of a body: a number, and who meets."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from ingest.cued import Cued
from ingest.facts import BodyForm, EventForm
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.events.numbered_sessions import Session, told_again
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.event_names import ROMAN
from ingest.rules.text.abbreviations import expand
from ingest.rules.text.page import Page, Span
from ontology.text import CAPITALS

_ORDINAL = r"(?:\d{1,3}|[a-zà-ỹ]+(?: mươi)?(?: (?:một|mốt|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín)(?!\w))?)"
# Kỳ họp thứ 21; phiên họp lần thứ hai; kỳ họp chuyên đề thứ Ba; Kỳ họp đầu tiên
_SESSION = Cued(
    "kỳ phiên hội",
    r"(?P<what>kỳ họp|phiên họp|phiên|hội nghị)(?P<more> (?:chuyên đề|bất thường|thường lệ|toàn thể|mở rộng))?"
    rf" (?:(?:lần )?thứ (?P<ordinal>{_ORDINAL})|đầu tiên)(?!\w)",
)
# kỳ họp 36; Phiên họp 27 của Ban Chỉ đạo; but not "kỳ họp 2 ngày", "kỳ họp 6/2024"
_BARE = Cued(
    "kỳ phiên",
    r"(?P<what>kỳ họp|phiên họp) (?P<ordinal>\d{1,3})(?![\w%-]|\s?[/.–]\s?\d| (?:ngày|lần|năm|tháng|buổi)\b)",
)
# Ủy ban Kiểm tra Trung ương đã họp kỳ 32; họp Phiên thứ 26
_MET = Cued(
    "họp",
    r"họp (?:(?P<what>kỳ|phiên)(?: họp)? (?:(?:lần )?thứ )?|(?P<more>bất thường) lần thứ )"
    rf"(?P<ordinal>{_ORDINAL})(?!\w)",
)
_ASIDE = r"(?:\s*\([^()\n]{0,40}\)| - (?:kỳ họp|phiên họp) [^\W\d_]+ [^\W\d_]+)?"
_WIDE = re.compile(
    r"\s*\((?:mở rộng|chuyên đề|bất thường|phiên [^()\n]{3,20}|kỳ họp (?:chuyên đề|bất thường|thường lệ))\)"
)
# tổ chức kỳ họp chuyên đề (Kỳ họp thứ 27) HĐND …; kỳ họp thứ 9, / Quốc hội khóa VIII
_GLUE = re.compile(
    rf"{_ASIDE}(?:,? (?:họp |diễn ra )?(?:ngày|sáng|chiều) \d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?(?= của ))?"
    r"(?: (?:sắp )?tới|\))?(?:,? của|,)?(?: |(?<=,)\n(?=quốc hội khóa))"
)
_TERM = re.compile(
    r"(?:\s\([^\W\d_]{2,5}\))?(?:,? lâm thời)?,? \(?khóa (?:[ivx]+|\d{1,2})(?!\w)\)?|,? [ivx]{2,6}(?=,? \(?nhiệm kỳ )"
)
_COUNTRY = " nước cộng hòa xã hội chủ nghĩa việt nam"
_SHORT = re.compile(r"^\s\([^\W\d_]{2,5}\)")  # Quốc hội (QH) khóa XIV
# HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI / KHÓA XV, KỲ HỌP THỨ 10: under the council in the head of its resolution
_TERM_LINE = re.compile(r"\n[ ]*khóa (?P<term>[ivx]+|\d{1,2}),? $")
_TERM_REACH = 16  # characters of such a term
_NO_BRACKETS = str.maketrans("", "", "()")
YEARS = re.compile(r",? (?:\()?nhiệm kỳ\s+\d{4}\s?[-–]\s?\d{4}\)?")
_ASIDE_TERM = re.compile(rf"{_ASIDE}(?P<term>(?:,? lâm thời)?,? khóa (?:[ivx]+|\d{{1,2}})(?!\w))?")
ORGANISER = re.compile(
    r"(?P<who>(?:đảng bộ|chi bộ|công đoàn|liên đoàn lao động|lđlđ|mttq|ủy ban mttq|hội|đoàn)(?!\w)[^\n,.;:()“”]{0,80}?)"
    r"(?:\s*\([^()\n]{1,40}\)|, (?:(?:tỉnh|thành phố|tp\.?|huyện) [^\n,.;:()]{2,25}?|tp\.?hcm))?,?"
    r"(?: (?:đã|vừa|sẽ|long trọng|trọng thể)){0,3} (?:tổ chức|tiến hành|mở|khai mạc|bế mạc)(?: thành công)?"
    r"(?: (?:phiên|ngày) [^\n,.;:()]{2,30})? $"
)
_BARE_COMMITTEE = re.compile(r",? (?:của )?(?:ban chấp hành|bch)(?= khóa |[,.;\n]| mở rộng| nhiệm kỳ)")
_BARE_COUNCIL = re.compile(
    r"(?:(?:,| -)? )?(?:của )?(?<!\w)(?:hội đồng nhân dân|hđnd)(?: \(hđnd\))?"
    r"(?: (?P<unit>tỉnh|thành phố|huyện|quận|thị xã|phường|xã))?"
    r"(?= khóa |[,.;\n]| nhiệm kỳ| đã| khai mạc| tổ chức| tiến hành| họp)"
)
# Other bodies that meet, on a page that does not say of which place they are.
_BARE_BODY = re.compile(
    r"(?<!\w)(?:(?P<commission>ủy ban kiểm tra|ubkt)(?: \(ubkt\))? (?P<party>(?:tỉnh|thành|huyện|quận|thị|đảng) ủy)"
    r"|(?P<board>ban chấp hành|bch)(?: \(bch\))? đảng bộ (?P<base>tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
    r"|(?P<front>ủy ban (?:mặt trận tổ quốc|mttq)(?: việt nam)?) (?P<unit>tỉnh|thành phố|huyện|quận|thị xã|xã|phường))"
    r"(?= khóa |[,.;\n]| \(| nhiệm kỳ| đã| vừa| khai mạc| tổ chức| tiến hành| họp)"
)
_BARE_FORMS: dict[str, tuple[str, BodyForm, str]] = {
    "commission": ("Ủy ban Kiểm tra", "inspection_committee", "party"),
    "board": ("Ban Chấp hành Đảng bộ", "party_committee", "base"),
    "front": ("Ủy ban Mặt trận Tổ quốc Việt Nam", "front_union", "unit"),
}
_COMMITTEE, _COUNCIL = "Ban Chấp hành", "Hội đồng nhân dân"
_BY_WORDS = "body-by-words"
ORGANISER_REACH = 200  # characters before a congress in which the organisation is named that holds it
_CAPITALS = re.compile(rf"(?<!\w)(?![IVXL]+(?!\w))[{CAPITALS}]{{4}}")  # KHÓA
_NEAR = 60  # characters between a session and the body that meets in it
_FAR = 160  # characters between them where other words stand between commas
_COMMA = re.compile(", ")
_OPEN = (",", " ", ")")
_ACTS = re.compile(
    r"(?:,? khóa (?:[ivx]+|\d{1,2}))?(?:,? nhiệm kỳ\s+\d{4}\s?[-–]\s?\d{4},?)?"
    r" (?:đã|vừa|tiến hành|bầu|thông qua|biểu quyết|xem xét|miễn nhiệm|cho ý kiến|thảo luận|bỏ phiếu|quyết định)(?!\w)"
)
_MEETS_NOW = re.compile(r"(?: \([^()\n]{1,30}\))? (?:(?:đã|vừa|tổ chức|tiến hành|họp) ){0,3}$")  # of who meets
_MEETING = "họp "  # họp Phiên thứ 26
_RESULT = "kết quả "
_LEADING = "Ban Chấp hành Trung ương Đảng"
_OF_UNION = re.compile(r" (?:Đoàn|Hội)(?!\w)")
_LAN = " lần"  # Hội nghị lần thứ năm, but Kỳ họp thứ năm
_WHAT = {"kỳ": "Kỳ họp", "phiên": "Phiên họp", "phiên họp": "Phiên họp", "kỳ họp": "Kỳ họp", "hội nghị": "Hội nghị lần"}
_COMMITTEES: tuple[BodyForm, ...] = ("party_committee", "standing_committee", "inspection_committee", "front_union")
_MEETS: dict[str, tuple[BodyForm, ...]] = {
    "Kỳ họp": ("council", "inspection_committee", "state_body"),
    "Phiên họp": ("steering_committee", "council", "standing_committee", "state_body", "other"),
    "Hội nghị lần": _COMMITTEES,
}
_NO_PLENUM = ("Bộ Chính trị", "Ban Bí thư")  # which hold no Hội nghị of a number
_IN_PHASES = "Ủy ban Thường vụ "  # which meets in a Phiên họp


def _fullness(name: str) -> tuple[bool, int]:
    """By which of two names of one session is taken: none with words of a heading in capitals, then the longer."""
    return not _CAPITALS.search(name), len(name)


class Sessions:
    """Reads the sessions of a page; `bodies` in order of place. A session met again keeps its first name."""

    def __init__(
        self, page: Page, reader: BodyReader, bodies: list[BodyMention], abbreviations: dict[str, str]
    ) -> None:
        self._page = page
        self._abbreviations = abbreviations
        self._reader = reader
        self._bodies = bodies
        self._names: dict[tuple[str, int, str], str] = {}

    def find(self) -> Iterator[Session]:
        """Every session whose body the text tells: after its number, or before it in the sentence."""
        found, alone = [], []
        for pattern in (_SESSION, _BARE, _MET):
            for match in self._page.each(pattern):
                ordinal = self._ordinal(match["ordinal"])
                session = self._session(match, ordinal) if ordinal else None
                if session:
                    found.append(session)
                elif ordinal and pattern is not _MET:
                    alone.append((match, _WHAT[match["what"]], ordinal))
        for session in told_again(self._page.low, alone, found):
            self._names.setdefault(session.key, session.name)
            found.append(session)
        for session in found:  # by the fullest of its names: khóa XVI rather than khóa 16
            yield replace(session, name=self._names[session.key])

    def _session(self, match: re.Match[str], ordinal: int) -> Session | None:
        low, what = self._page.low, _WHAT[match["what"] or "kỳ"]
        after = _GLUE.match(low, match.end())
        body = self._reader.read_at(after.end()) or self._meant_at(after.end()) if after else None
        body = self._of_union(body) if body else None
        before = over = None
        if body and body.form == "party_committee" and what == "Phiên họp":
            if self._is_plenum(ordinal) or low.endswith(_RESULT, 0, match.start()):
                return None  # a plenum of the committee, spoken of in other words
        if body and not body.is_kind:
            term = self._term_of(body)
            end = term.end() if term else body.end
        else:
            body = over = self._council_over(match)
            body = body or self._committee_after(match, what) or self._bare_body_behind(match, _MEETS[what])
            body = body or self._meant_before(match.start(), _MEETS[what])
            body = body or self._body_before(match.start(), _MEETS[what])
            body = body or self._body_after(match.end(), _MEETS[what]) or self._council_near(match, what)
            body = body or self._bare_body(match, _MEETS[what])
            bare = _BARE_COMMITTEE.match(low, match.end()) if what.endswith(_LAN) else None
            if body and bare and body.form == "front_union" and not body.name.startswith(_COMMITTEE):
                body = replace(body, name=f"{_COMMITTEE} {body.name}")
            aside = _ASIDE_TERM.match(low, match.end())
            term = self._term_of(body) if body else None
            end = body.end if body and body.start == match.end() else match.end()
            before = YEARS.match(low, body.end) if body and body.end <= match.start() else None
            if aside and aside["term"]:
                term, end = _TERM.match(low, aside.start("term")), aside.end()
        if body is None:
            return None
        years = YEARS.match(low, end) or before
        shown = self._page.shown
        told = _SHORT.sub("", shown[term.start() : term.end()]).lstrip(",").translate(_NO_BRACKETS) if term else ""
        if years:
            told += shown[years.start() : years.end()] if told else shown[years.start() : years.end()].lstrip(",")
        told = self._term_over(match) if over else told
        more = match.groupdict().get("more") or ""
        more = f" {more.lstrip()}" if more else ""
        number = match["ordinal"] or "nhất"
        number = number.upper() if number in ROMAN else number
        head = f"{what.removesuffix(_LAN)}{more}{_LAN if what.endswith(_LAN) else ''}"
        lan = "lần " if " lần thứ" in match.group() and not head.endswith(_LAN) else ""
        wide = _WIDE.match(low, match.end())
        name = f"{head} {lan}thứ {number}{shown[wide.start() : wide.end()] if wide else ''} {body.name}{told}"
        key = (what + more, ordinal, body.name)
        name = self._names[key] = max(self._names.get(key, name), name, key=_fullness)
        form: EventForm = "conference" if what.startswith("Hội nghị") else "meeting"
        is_met = match.re is _MET.pattern or low.endswith(_MEETING, 0, match.start())
        end = max(end, years.end() if years else end, wide.end() if wide else end)
        return Session(match.start(), end, name, form, is_met, key, match.end())

    def _of_union(self, body: BodyMention) -> BodyMention:
        """ "Ban Chấp hành Trung ương Hội", in which the words for the committee of the Party are another's."""
        union = _OF_UNION.match(self._page.shown, body.end)
        if not union or body.name != _LEADING or self._page.low.endswith("đảng", body.start, body.end):
            return body
        words = expand(self._page.shown[body.start : union.end()], self._abbreviations)
        return replace(body, end=union.end(), name=words, form="front_union")

    def _is_plenum(self, ordinal: int) -> bool:
        """Whether the text speaks of a "Hội nghị lần thứ …" of that number."""
        return ordinal in self._plenums

    @cached_property
    def _plenums(self) -> set[int | None]:
        return {self._ordinal(m["ordinal"]) for m in self._page.each(_SESSION) if m["what"] == "hội nghị"}

    def _ordinal(self, words: str | None) -> int | None:
        """The number; that of "đầu tiên" is 1."""
        if words is None:
            return 1
        return int(words) if words.isdecimal() else self._page.lexicon.ordinals.get(words) or ROMAN.get(words)

    def _meant_at(self, place: int) -> BodyMention | None:
        """The Ban Chỉ đạo of "Phiên họp 27 của Ban Chỉ đạo": the one that the text named before."""
        head = self._page.lexicon.any_of("bare_heads").match(self._page.low, place)
        body = self._reader.meant_by(head.group(), place) if head else None
        return replace(body, start=place, end=head.end()) if head and body else None

    def _meant_before(self, place: int, forms: tuple[BodyForm, ...]) -> BodyMention | None:
        """The Ban Chỉ đạo of "Ban Chỉ đạo đã họp phiên thứ nhất": the one that the text named before."""
        verbs = _MEETS_NOW.search(self._page.low, max(0, place - _NEAR), place)
        head = self._page.ending("bare_heads", verbs.start()) if verbs else None
        body = self._reader.meant_by(head.group(), head.start()) if head else None
        body = self._reader.named_anywhere(head.group(), head.start()) if head and body and body.is_kind else body
        met = head and body and body.form in forms and not body.is_kind
        return replace(body, start=head.start(), end=head.end()) if met and head and body else None

    def _body_before(self, place: int, forms: tuple[BodyForm, ...]) -> BodyMention | None:
        """The last body of these forms that the sentence names before: "HĐND tỉnh … đã tổ chức Kỳ họp thứ ba"."""
        sentence = self._page.sentence_at(place)
        index = bisect_left(self._bodies, place, key=lambda b: b.start)
        first = bisect_left(self._bodies, sentence.start, key=lambda b: b.start)
        before = (b for b in reversed(self._bodies[first:index]) if b.form in forms and not b.is_kind)
        before = (b for b in before if forms != _COMMITTEES or b.name not in _NO_PLENUM)
        if forms == _MEETS["Kỳ họp"]:
            before = (b for b in before if not b.name.startswith(_IN_PHASES))
        return next(before, None)

    def _committee_after(self, match: re.Match[str], what: str) -> BodyMention | None:
        """The committee of "Công đoàn X tổ chức Hội nghị lần thứ 5 Ban Chấp hành khóa XII": that of who holds it."""
        bare = _BARE_COMMITTEE.match(self._page.low, match.end()) if what.endswith(_LAN) else None
        first = max(self._page.sentence_at(match.start()).start, match.start() - ORGANISER_REACH)
        organiser = ORGANISER.search(self._page.low, first, match.start()) if bare else None
        if not bare or not organiser:
            return None
        who = expand(self._page.shown[organiser.start("who") : organiser.end("who")], self._abbreviations)
        return BodyMention(match.end(), bare.end(), f"{_COMMITTEE} {who}", "front_union", "province", _BY_WORDS)

    def _council_over(self, match: re.Match[str]) -> BodyMention | None:
        """The council on the line over "KHÓA XV, KỲ HỌP THỨ 10"."""
        term = self._term_line(match)
        index = bisect_left(self._bodies, match.start(), key=lambda b: b.start) - 1 if term else -1
        body = self._bodies[index] if index >= 0 else None
        over = term and body and body.form == "council" and not self._page.low[body.end : term.start()].strip()
        return body if over else None

    def _term_of(self, body: BodyMention) -> re.Match[str] | None:
        """The khóa XV of "HĐND tỉnh khóa XV", of "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV"."""
        place = body.end + (len(_COUNTRY) if self._page.low.startswith(_COUNTRY, body.end) else 0)
        return _TERM.match(self._page.low, place)

    def _term_over(self, match: re.Match[str]) -> str:
        term = self._term_line(match)
        return f" khóa {term['term'].upper()}" if term else ""

    def _term_line(self, match: re.Match[str]) -> re.Match[str] | None:
        return _TERM_LINE.search(self._page.low, max(0, match.start() - _TERM_REACH), match.start())

    def _council_near(self, match: re.Match[str], what: str) -> BodyMention | None:
        """The council of "HĐND tỉnh khai mạc kỳ họp thứ 13" on a page that does not say of which place."""
        low, sentence = self._page.low, self._page.sentence_at(match.start())
        if what != "Kỳ họp":
            return None
        after = _BARE_COUNCIL.match(low, match.end()) or self._acting(match.end(), _BARE_COUNCIL)
        council = after or self._page.last_of(_BARE_COUNCIL, Span(sentence.start, match.start()))
        if not council or council["unit"] is None:
            return None
        start = match.end() if after and after.start() == match.end() else council.start()
        return BodyMention(start, council.end(), f"{_COUNCIL} {council['unit']}", "council", "province", _BY_WORDS)

    def _bare_body(self, match: re.Match[str], forms: tuple[BodyForm, ...]) -> BodyMention | None:
        """Who meets in "Ủy ban Kiểm tra Tỉnh ủy tổ chức kỳ họp thứ 55" on a page that does not say of which place."""
        sentence = self._page.sentence_at(match.start())
        named = self._page.last_of(_BARE_BODY, Span(sentence.start, match.start()))
        return self._bare(named, named.start(), forms) if named else None

    def _bare_body_behind(self, match: re.Match[str], forms: tuple[BodyForm, ...]) -> BodyMention | None:
        """Who meets in "Hội nghị lần thứ 25 Ban Chấp hành Đảng bộ tỉnh khóa XIX" on such a page."""
        glue = _GLUE.match(self._page.low, match.end())
        after = _BARE_BODY.match(self._page.low, glue.end()) if glue else None
        return self._bare(after, match.end(), forms) if after else None

    def _bare(self, named: re.Match[str], start: int, forms: tuple[BodyForm, ...]) -> BodyMention | None:
        head = next((h for h in _BARE_FORMS if named[h]), None)
        if not head or _BARE_FORMS[head][1] not in forms:
            return None
        name, form, unit = _BARE_FORMS[head]
        of = named[unit].capitalize() if unit == "party" else named[unit]
        return BodyMention(start, named.end(), f"{name} {of}", form, "province", _BY_WORDS)

    def _body_after(self, place: int, forms: tuple[BodyForm, ...]) -> BodyMention | None:
        """The body that meets, named behind the day: "Tại kỳ họp 36 vào các ngày 24 và 25/1, Ủy ban Kiểm tra …".

        Behind the first comma, or behind later ones where it acts: "Tại kỳ họp thứ 26, sáng 2/1, HĐND tỉnh đã bầu …".
        """
        low, end = self._page.low, min(place + _FAR, self._page.sentence_at(place).end)
        first = low.find(", ", place, min(place + _NEAR, end))
        for comma in _COMMA.finditer(low, place, end) if low[place : place + 1] in _OPEN else ():
            body = self._reader.read_at(comma.end()) or self._meant_at(comma.end())
            if not body or body.form not in forms or body.is_kind:
                continue
            if comma.start() == first or _ACTS.match(low, body.end):
                return body
        return None

    def _acting(self, place: int, bare: re.Pattern[str]) -> re.Match[str] | None:
        """The bare name behind a later comma of who acts: "Tại Kỳ họp thứ 27 diễn ra sáng nay, HĐND tỉnh đã …"."""
        low, end = self._page.low, min(place + _FAR, self._page.sentence_at(place).end)
        for comma in _COMMA.finditer(low, place, end):
            named = bare.match(low, comma.end())
            if named and _ACTS.match(low, named.end()):
                return named
        return None
