"""Meetings that are called by who meets, and conferences that a report calls by what happens at them alone."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.cued import Cued
from ingest.facts import BodyForm
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_ON_WHICH = r"(?= ?[,.;:\n()“”]| dưới sự| do (?:đồng chí|ông|bà|tổng bí thư)(?!\w)|$)"
_ABOUT = (
    r"(?:xem xét|cho ý kiến|thảo luận)(?:, (?:xem xét|cho ý kiến|thảo luận|kết luận|quyết định|thi hành)){0,3}"
    r" (?:[^.;:\n()“”]{4,110}? (?:đối với|của) (?:ông|bà|đồng chí) \w+ \w+(?: \w+){0,2}(?= ?[,.;\n]| dưới sự)"
    rf"|[^.;:,\n()“”]{{4,90}}?(?:, (?:tiến độ|kết quả|phương án|việc|công tác|đề án|dự thảo|tổ chức đảng|đảng viên) "
    rf"[^.;:,\n()“”]{{2,90}}?)?{_ON_WHICH}|[^.;:,\n()“”]{{4,90}})"
)
# Ban Chấp hành Trung ương Đảng khóa XIII đã họp xem xét, cho ý kiến về công tác cán bộ
_MET = re.compile(
    r"(?P<term> khóa (?:[ivx]+|\d{1,2}))?,? (?:(?:ngày|sáng|chiều|tối) (?P<day>\d{1,2}[/.-]\d{1,2})(?:[/.-]\d{4})?,? )?"
    r"(?:đã )?(?:tiến hành |tiếp tục )?họp(?: phiên)?(?P<how> bất thường)?,?"
    rf"(?: dưới sự chủ trì của [^.;,\n]{{3,70}}?,?)? (?:để )?"
    rf"(?P<about>{_ABOUT}|bầu (?:bổ sung )?[^.;:,\n()“”]{{4,110}}{_ON_WHICH}"
    r"|(?:về|bàn về) công tác [^.;:,\n()“”]{4,60}?(?= theo |[.;:,\n]|$)"
    r"|về việc (?:thi hành kỷ luật|xem xét)[^.;:\n()“”]{4,90}?(?= theo |[.;:\n]|$))"
)
# Ban Chỉ đạo … (Ban Chỉ đạo) đã tổ chức Cuộc họp
_HELD = re.compile(
    r"(?:\s*\([^()\n]{1,40}\))?(?:,? khóa (?:[ivx]+|\d{1,2}))?(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})?,? "
    r"(?:đã |vừa )?(?:tổ chức|tiến hành|triệu tập|họp|có) "
    r"(?P<what>cuộc họp(?!\w)|hội nghị(?: (?:bất thường|chuyên đề|mở rộng))?"
    r"(?=[,.;\n]| (?:để|nhằm|thảo luận|xem xét|cho ý kiến|bầu|kiện toàn|hiệp thương)(?!\w| lần)))"
)
# Ban Chấp hành Đảng bộ thành phố … khóa XVI họp phiên bất thường
_MET_APART = re.compile(
    r"(?P<term>,? khóa (?:[ivx]+|\d{1,2}))?(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})?,? (?:đã |vừa )?(?:tổ chức )?"
    r"(?P<what>họp) (?:phiên )?bất thường(?!\w)"
)
_AGO = re.compile(
    r"\W*(?:hôm|tuần|tháng|[^\W\d_]+ ngày|[^\W\d_]+ tuần|\d{1,2} ngày) (?:trước|qua),? $"
)  # Sáu ngày trước, …
_TIME = 40  # characters of such words
_AGO_ENDS = ("trước ", "trước, ", "qua ", "qua, ")
# Tại kỳ họp ngày 20-22/6, Ủy ban Kiểm tra …; Tại hội nghị sáng 3/8, Ban Chấp hành …
_AT_DATED = Cued(
    "tại",
    r"tại (?P<what>kỳ họp|hội nghị|phiên họp|cuộc họp)(?P<how> bất thường)?"
    r"(?=,? (?:(?:diễn ra|họp|tổ chức) )?(?:vào )?(?:trong )?(?:hai |ba )?(?:các )?(?:ngày|hôm|sáng|chiều|tối) \d)"
    r"[^.;:\n()]{6,40}?, (?=[^\W\d_])(?:(?:sau khi )?xem xét [^.;:\n]{10,300}?, "
    r"(?=(?:bộ chính trị|ban bí thư|ban thường vụ) (?:kết luận|quyết định|đồng ý|thống nhất)))?",
)
_COUNCILS: tuple[BodyForm, ...] = ("council", "inspection_committee", "party_committee", "standing_committee")
_IN_PHASES: tuple[BodyForm, ...] = ("steering_committee", "state_body")  # which meet in a Phiên họp too
_ACTED = re.compile(
    r"(?P<peer>, ban bí thư)?(?P<term>,? khóa (?:[ivx]+|\d{1,2}))?"
    r"(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4},?)? (?:đã |cũng |vừa )?"
    r"(?:đề nghị|bầu|xem xét|quyết định|cho ý kiến|thống nhất|thông qua|thảo luận|kết luận|nghe|biểu quyết|bỏ phiếu"
    r"|miễn nhiệm|đồng ý|thi hành|cảnh cáo|khiển trách|giới thiệu)(?!\w)"
)
# HĐND tỉnh … khóa XVI tổ chức kỳ họp bất thường; Tại kỳ họp chuyên đề, HĐND tỉnh …
_COUNCIL_TERM = re.compile(r",? khóa (?:[ivx]+|\d{1,2})(?!\w)")
_SITS = re.compile(
    r"(?:,? khóa (?:[ivx]+|\d{1,2}))?(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})?,? (?:đã |vừa )?"
    r"(?:tổ chức|khai mạc|tiến hành|triệu tập|mở|họp) (?P<what>kỳ họp (?:bất thường|chuyên đề))"
    r"(?=[,.;\n]| (?:để|nhằm|bầu|xem xét|thông qua|kiện toàn|miễn nhiệm|về|với|dưới)(?!\w)|$)"
)
_AT_ITS_SESSION = re.compile(r"(?<!\w)tại (?P<what>kỳ họp (?:bất thường|chuyên đề))(?:, | của )$")
_AT_SESSION = 32  # characters of these words
# Thường trực Ban Chỉ đạo … họp thảo luận, cho ý kiến về …
_BOARD_MET = re.compile(
    r"(?:\s*\([^()\n]{1,40}\))?,? (?:đã |vừa )?(?P<what>họp),? (?:để )?(?:thảo luận|cho ý kiến|xem xét)(?!\w)"
)
# Chính phủ họp phiên thường kỳ tháng 2/2025
_CABINET = Cued(
    "chính",
    r"chính phủ (?:đã )?(?:tổ chức )?(?P<what>họp) (?:phiên )?(?P<kind>thường kỳ|chuyên đề)"
    r"(?P<month> tháng \d{1,2}(?:\s?/\s?\d{4}| năm \d{4})?)?(?!\w)",
)
# chủ trì họp Ban Chỉ đạo …; tại cuộc họp Thường trực Ban Chỉ đạo …
_MEETING = Cued(
    "chủ điều dự tham tại tổ diễn",
    r"(?:chủ trì|điều hành|dự|tham dự|tại|tổ chức|diễn ra) (?P<what>cuộc họp|(?<=chủ trì )họp|(?<=dự )họp)"
    r" (?:của )?(?P<board>(?:ban )?thường trực )?",
)
_AND = re.compile(
    r"(?: và|,) (?:ban bí thư|bộ chính trị)(?!\w)"
    r"| và (?:ban chỉ đạo|tiểu ban|hội đồng|tổ biên tập) [^.;:\n()“”]{3,160}?"
    r"(?=[.;:\n(]|$| (?:để|nhằm|cho ý kiến|xem xét|thảo luận|tại|vào|diễn ra)(?!\w))"
)
_SO_AS = re.compile(rf",? (?:(?:để|nhằm) )?(?P<about>{_ABOUT})")
_TO_ELECT = re.compile(
    r" (?:để |nhằm )?(?P<about>(?:bầu|kiện toàn|hiệp thương) [^.;:,\n()]{4,80}?"
    r"(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})?)(?=[.;:,\n(]|$)"
)
_CONFERENCE = "Hội nghị"
_PEER = ", Ban Bí thư"
_SITTINGS = ("phiên họp", "cuộc họp")
_LEADERS = ("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư")
_WITH = re.compile(r"(?<!\w)bộ chính trị(?:,| và) $")  # Bộ Chính trị, Ban Bí thư họp xem xét …
_BOARD = re.compile(r"(?<!\w)thường trực $")
_MEET: tuple[BodyForm, ...] = (
    "steering_committee",
    "party_committee",
    "standing_committee",
    "inspection_committee",
    "front_union",
)
_SUBCOMMITTEE = "Tiểu ban"
_OF_NUMBER = re.compile(r" lần thứ \S+")
_APART = " bất thường "
_MEETING_OF = "Cuộc họp "  # Cuộc họp Tiểu ban Nhân sự may be the Phiên họp thứ hai of Tiểu ban Nhân sự
_COMPARED = 20  # sessions
_WORD = 16  # characters in which the word right before a body stands
# "công bố Quyết định của Bộ Chính trị về công tác cán bộ", where the report speaks of "hội nghị" alone
_ANNOUNCED = Cued(
    "công trao",
    r"(?:công bố (?:và trao )?(?:các )?|(?P<handed>trao các ))"
    r"(?P<what>quyết định (?:của [^,.;:\n()]{4,80}?(?:, ban bí thư(?: trung ương(?: đảng)?)?)? )?"
    r"về công tác (?:tổ chức,? )?(?:cán bộ|nhân sự))(?!\w)",
)
_UNNAMED = re.compile(r"(?<!\w)(?:tại|dự|tham dự|chủ trì) (?P<what>hội nghị)(?=[,.;:\n]| (?:có|còn|và)(?!\w))")
_ON_WHOM = re.compile(
    rf"[^\n:]{{0,300}}?(?:đồng chí|ông|bà)(?: [^\W\d_]+ (?:tướng|tá))?,? "
    rf"(?P<name>[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,3}})"
)
_LINES = 3  # lines before the announcement in which the report tells its day


class Meetings:
    """Reads them from a page; the callables give the day before a place in its sentence, and the one right after."""

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        bodies: list[BodyMention],
        opening_day: Callable[[int], str | None],
        day_after: Callable[[int], str | None],
        is_dated: Callable[[int], bool],
    ) -> None:
        self._page, self._reader, self._bodies = page, reader, bodies
        self._opening_day, self._day_after, self._is_dated = opening_day, day_after, is_dated

    def of_bodies(self, numbered: list[EventMention]) -> Iterator[EventMention]:
        """Who met, but for bodies of which the text tells a session by its number that was held."""
        sessions = list(dict.fromkeys(e.name for e in numbered if e.held and e.form == "meeting"))[:_COMPARED]
        readers = (self._of_leaders, self._named_after_bodies, self._held_by_bodies, self._of_the_cabinet)
        apart = {_OF_NUMBER.sub("", e.name): e.name for e in numbered[:_COMPARED] if _APART in e.name}
        for mention in (mention for read in readers for mention in read()):
            if mention.name in apart:  # Hội nghị bất thường lần thứ 6 of the same body
                yield replace(mention, name=apart[mention.name])
            elif not any(mention.name.removeprefix(_MEETING_OF) in session for session in sessions):
                yield mention
        numbers = list(dict.fromkeys(e.name for e in numbered if e.held))[:_COMPARED]
        for mention, body in (*self._called_by_day(), *self._of_councils()):
            if not any(body in name and name.startswith(mention.name.split()[0]) for name in numbers):
                yield mention

    def _called_by_day(self) -> Iterator[tuple[EventMention, str]]:
        """ "Tại kỳ họp ngày 20-22/6, Ủy ban Kiểm tra Trung ương đã …", with who met."""
        for at in self._page.each(_AT_DATED):
            body = self._reader.read_at(at.end())
            acted = _ACTED.match(self._page.low, body.end) if body and not body.is_kind else None
            sits = body and (body.form in _IN_PHASES if at["what"] in _SITTINGS else body.form in _COUNCILS)
            if not body or not acted or not (sits or body.name in _LEADERS):
                continue
            term = self._page.shown[acted.start("term") : acted.end("term")].lstrip(",") if acted["term"] else ""
            name = f"{at['what'].capitalize()}{at['how'] or ''} {body.name}{_PEER if acted['peer'] else ''}{term}"
            end = at.end("how") if at["how"] else at.end("what")
            day = self._day_after(end) or self._opening_day(body.start)
            yield EventMention(at.start("what"), at.end(), name, "meeting", day), body.name

    def _of_councils(self) -> Iterator[tuple[EventMention, str]]:
        """ "HĐND tỉnh … tổ chức kỳ họp bất thường", "Tại kỳ họp chuyên đề, HĐND tỉnh …", on a day that is named."""
        low, shown = self._page.low, self._page.shown
        for body in self._bodies:
            if body.form != "council" or body.is_kind or not self._is_dated(body.start):
                continue
            near = max(0, body.start - _AT_SESSION)
            held = _SITS.match(low, body.end) or _AT_ITS_SESSION.search(low, near, body.start)
            if held:
                term = _COUNCIL_TERM.match(low, body.end)
                told = shown[body.end : term.end()].lstrip(",") if term else ""
                name = f"{held['what'].capitalize()} {body.name}{told}"
                day = self._opening_day(body.start)
                yield EventMention(held.start("what"), held.end("what"), name, "meeting", day), body.name

    def _of_leaders(self) -> Iterator[EventMention]:
        """What a leading body of the Party met on, on a day that the sentence names: "Bộ Chính trị họp xem xét …"."""
        shown = self._page.shown
        for body in self._bodies:
            met = _MET.match(self._page.low, body.end) if body.name in _LEADERS else None
            if met and (met["day"] or self._is_dated(body.start)):
                day = self._day_after(body.end) if met["day"] else self._opening_day(body.start)
                term = shown[met.start("term") : met.end("term")] if met["term"] else ""
                about = shown[met.start("about") : met.end("about")].strip()
                other = _WITH.search(self._page.low, max(0, body.start - _WORD), body.start)
                who = f"{_LEADERS[1]}, {body.name}" if other else body.name
                how = met["how"].strip() + " " if met["how"] else ""
                name = f"{_MEETING_OF}{how}{who}{term} {about}"
                yield EventMention(body.start, met.end(), name, "meeting", day)

    def _named_after_bodies(self) -> Iterator[EventMention]:
        """ "chủ trì cuộc họp Ban Chỉ đạo X"; "chủ trì họp Bộ Chính trị và Ban Bí thư để xem xét …"."""
        low, shown = self._page.low, self._page.shown
        for meeting in self._page.each(_MEETING):
            body = self._reader.read_at(meeting.end()) or self._meant_at(meeting.end())
            if not body or not _meets(body):
                continue
            board = "Thường trực " if meeting["board"] else ""
            other = _AND.match(low, body.end)
            end = other.end() if other else body.end
            about = _SO_AS.match(low, end) if body.name in _LEADERS else None
            what = f" {shown[about.start('about') : about.end('about')].strip()}" if about else ""
            name = f"{_MEETING_OF}{board}{body.name}{shown[body.end : end]}{what}"
            start = meeting.start("what")
            yield EventMention(start, end, name, "meeting", self._day_after(end) or self._opening_day(start))

    def _meant_at(self, place: int) -> BodyMention | None:
        """The Ban Chỉ đạo of "cuộc họp Thường trực Ban Chỉ đạo": the one that the text named before."""
        head = self._page.lexicon.any_of("bare_heads").match(self._page.low, place)
        body = self._reader.meant_by(head.group(), place) if head else None
        return replace(body, start=place, end=head.end()) if head and body else None

    def _held_by_bodies(self) -> Iterator[EventMention]:
        """ "Thường trực Ban Chỉ đạo X đã tổ chức Cuộc họp", on a day that the sentence names."""
        low, shown = self._page.low, self._page.shown
        for body in self._bodies:
            if not _meets(body):
                continue
            some_time = low.endswith(_AGO_ENDS, 0, body.start)  # as before few bodies
            since = max(self._page.sentence_at(body.start).start, body.start - _TIME) if some_time else 0
            ago = _AGO.search(low, since, body.start) if some_time else None
            if not ago and not self._is_dated(body.start):
                continue
            board = "Thường trực " if _BOARD.search(low, max(0, body.start - _WORD), body.start) else ""
            held = _HELD.match(low, body.end)
            told = body.name in _LEADERS and _MET.match(low, body.end)
            apart = _MET_APART.match(low, body.end) if not told else None
            met = _BOARD_MET.match(low, body.end) if body.form == "steering_committee" else None
            if held:
                what = shown[held.start("what") : held.end("what")].capitalize()
                about = _SO_AS.match(low, held.end()) if what == _CONFERENCE else None
                about = about or (_TO_ELECT.match(shown, held.end()) if what.startswith(_CONFERENCE) else None)
                aim = f" {shown[about.start('about') : about.end('about')].strip()}" if about else ""
                name = f"{what} {board}{body.name}{aim}"
            elif apart:
                term = shown[apart.start("term") : apart.end("term")].lstrip(",") if apart["term"] else ""
                name = f"{_MEETING_OF}bất thường {body.name}{term}"
            else:
                name = f"{_MEETING_OF}{board}{body.name}"
            if said := held or apart or met:
                day = self._opening_day(body.start)
                yield EventMention(said.start("what"), said.end(), name, "meeting", day)

    def _of_the_cabinet(self) -> Iterator[EventMention]:
        """ "Chính phủ họp phiên thường kỳ tháng 2/2025"."""
        for met in self._page.each(_CABINET):
            if self._is_dated(met.start()):
                name = f"Phiên họp Chính phủ {met['kind']}{met['month'] or ''}"
                yield EventMention(met.start("what"), met.end(), name, "meeting", self._opening_day(met.start()))

    def unnamed(self) -> Iterator[EventMention]:
        """The conference at which decisions on posts were announced, where the text calls it nothing but that."""
        low = self._page.low
        announced = next(iter(self._page.each(_ANNOUNCED)), None)
        handed = announced is not None and announced["handed"] is not None  # several decisions, on nobody alone
        bare = _UNNAMED.search(low, announced.end() if handed else 0) if announced else None
        if announced and bare:
            what = self._page.shown[announced.start("what") : announced.end("what")]
            person = None if handed else _ON_WHOM.match(self._page.shown, announced.end())
            told = f"trao các {what}" if handed else f"công bố {what}"
            name = f"{_CONFERENCE} {told}" + (f" (đồng chí {person['name']})" if person else "")
            yield EventMention(bare.start("what"), bare.end("what"), name, "conference", self._day_before(bare.end()))

    def _day_before(self, place: int) -> str | None:
        """The day of the report: that of the sentence, or of one of the lines before it."""
        paragraphs = self._page.paragraphs
        last = bisect_left(paragraphs, place, key=lambda p: p.start)
        lines = [self._page.sentence_at(p.start) for p in paragraphs[max(0, last - _LINES) : last]]
        days = (self._opening_day(sentence.end) for sentence in lines)
        return next((day for day in days if day), None)


def _meets(body: BodyMention) -> bool:
    return not body.is_kind and (body.form in _MEET or body.name in _LEADERS or body.name.startswith(_SUBCOMMITTEE))
