"""Conferences with a name of their own: "tổ chức Hội nghị công bố Quyết định …"; where the name ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.events.clauses_of_names import comma_before_clause
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.text.abbreviations import expand
from ingest.rules.text.page import Page, Span
from ontology.text import CAPITALS

_LONGEST = 250  # characters of a name
_SHORTEST = 4  # words
_WORD = 8  # characters in which the word right before a verb stands
_BEFORE = 60  # characters before a conference in which a word says that it is held or attended
_MARK = re.compile(
    r"[.;:!?“”\"\n ](?:(?<=[;:!?“”\"\n])|(?<=\.)(?!(?<=\d\.)\d)(?<!\b[TQHPX]\.)(?<!\b(?:TP|TX|TT)\.)|(?<= )')"
)  # not in T.Ư, TP.HCM, Q.1
# Hội nghị tổng kết công tác năm 2024; triển khai nhiệm vụ năm 2025
_AND_AHEAD = re.compile(
    r"; (?:và )?(?:triển khai|phương hướng|đề ra|bàn)(?: (?:phương hướng|kế hoạch|một số))?,? (?:các )?"
    r"(?:nhiệm vụ|công tác|giải pháp|năm)(?!\w)|; (?:và )?(?:sơ|tổng) kết \d{1,2} năm(?!\w)"
)
_BRACKET = re.compile(
    r"\s*\((?!phiên |mở rộng|chuyên đề|bất thường|lần |đợt |(?:[Hh]ội nghị|[Kk]ỳ họp) (?:mở rộng|chuyên đề|bất thường))"
    r"[^)]{0,80}\)"
)
_TERM_ASIDE = re.compile(r"\s*\((khóa (?:[IVX]+|\d{1,2}))\)")  # lần thứ 4 (khóa XIII)
_LONG_ASIDE = re.compile(r"\s\((?![^()\n]{0,80}\))")  # of 4 Đảng bộ (Đảng bộ A, Đảng bộ B, …)
_LOOSE_WORDS = ("đối", "về việc", "về", "của", "và", "cho", "theo", "với", "tại")
_WHO_ACTS = (", tỉnh", ", thành phố", ", huyện", ", quận", ", thị xã", ", xã", ", phường", ", địa phương", ", ngành")
_ACTS = re.compile(r"\s+(?:đã|sẽ|đang|vừa|cần|phải|tiếp tục|được)(?!\w)")
_LOOSE_END = re.compile(rf"(?:\s+(?:{'|'.join(_LOOSE_WORDS)})|[\s,.–-]){{0,4}}\Z")  # what a name does not end with
_AIM = re.compile(r",? (?:để|nhằm) ")
_AND = " và "
_AIM_WORDS = "để", "nhằm"
# Sáng 30/6/2022, Hội nghị …; Chiều 31/3, tại Hà Nội, Hội nghị …
_AFTER_DAY = re.compile(
    r"[\W]*(?:[a-zđ]{2,10}\s?[-–]\s?)?(?:ngày|sáng|chiều|tối)[^,;:\n]{1,25},\s*(?:(?:tại|ở) [^,.;:\n]{1,60},\s*)?$"
)
_HALL = re.compile(r"(?:trung tâm|hội trường|phòng|ban tổ chức) $")  # Trung tâm Hội nghị Quốc gia
# … đã dự lễ công bố Quyết định của …; … chủ trì lễ công bố …
_ATTENDS = re.compile(r"^(?:đã )?(?:tham )?dự ")
_CHAIRS = re.compile(r"chủ trì(?: buổi)? $")
_JUST = re.compile(r"(?<!\w)vừa ")
_IN_NAME = re.compile(
    r"[Nn]gày (?!\d)|về việc |tối cao(?!\w)|[Bb]ầu cử|với (?:các )?địa phương|[Tt]hống nhất đất nước"
)  # kỷ niệm 80 năm Ngày truyền thống …; công bố quyết định về việc …
_TELLING = 6  # words before a decision that tell it without the person
_ON_PERSON = re.compile(
    rf"[^.;:,\n]{{0,60}}?(?:,[^.;:,\n]{{0,30}})?(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|tướng|tá)(?: [^\W\d_]+ (?:tướng|tá))?"
    rf"(?: [{CAPITALS}][^\W\d_]*){{2,4}}"
)
_NAMED = re.compile(rf"(?: [^\W\d_]+ (?:tướng|tá|úy))?,? [{CAPITALS}][^\W\d_]* [{CAPITALS}]")  # … ông X; no "nhân sự"
_SEVERAL = re.compile("các ")
_OF_UNION = re.compile(r" (?:Đoàn|Hội)(?!\w)")  # Ban Chấp hành Trung ương Đoàn, which is not that of the Party
_UNIONS = (" Đoàn", " Hội")
_NAME_LAST = re.compile(rf"(?: [{CAPITALS}][^\W\d_]*){{2,4}}\Z")
_TOWARD = ("đối với", "cho", "của các đồng chí")
_COUNTED = re.compile(r"\d|(?:cán bộ|nhân sự|chức danh|những|một số|hai|ba|bốn)(?!\w)")
_NUMBER = re.compile(r" số \d[\w/.-]*,? $")  # … thực hiện Quy định số 58, ngày 8/2/2022 của …
_CEREMONY = "lễ"
_OPENINGS = ("khai mạc", "bế mạc")
_TO_BE_HELD = re.compile(r"(?:về việc|kế hoạch|chuẩn bị|phương án) $")  # công văn về việc tổ chức Lễ …
_TITLE = re.compile(
    r"(?:(?<=ội thảo)|(?<=khoa học)|(?<=ọa đàm)|(?<=quốc tế)|(?<=quốc gia)) "
    r"(?:“[^“”\n]{8,160}”|\"[^\"\n]{8,160}\")"
)
# tại Kết luận Phiên họp thứ 28 của đồng chí Tổng Bí thư
_WHOSE = re.compile(r"(?P<what>(?:kỳ họp|phiên họp|cuộc họp|hội nghị) (?:lần )?thứ \w+) của (?:đồng chí|ông|bà) ")
_NUMBER_ALONE = re.compile(
    r"(?:kỳ họp|phiên họp|hội nghị)(?: (?:bất thường|chuyên đề))?(?: (?:lần )?thứ \w+)?"
    r"|(?:lễ |phiên )?(?:khai mạc|bế mạc) (?:kỳ họp|đại hội|hội nghị|phiên họp)"
)
# buổi lễ trao quyết định: of what and by whom, it does not say; Phiên họp trù bị chuẩn bị
_OF_PAPERS = re.compile(
    r"(?:lễ|hội nghị) (?:công bố|trao|thông báo)(?:(?:,| và) (?:công bố|trao))?(?: các)? (?:quyết định|nghị quyết)"
    r"|hội nghị (?:tổng kết|sơ kết|cán bộ|chuyên đề|mở rộng|trực tuyến)|hội nghị (?:ban chấp hành|bch) (?:lần )?thứ \w+"
    r"|phiên họp trù bị(?: chuẩn bị)?|đại hội (?:đại biểu )?đảng bộ (?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã)"
)
# Hội nghị Ban Chấp hành lần thứ 4, khóa XIII
_BARE_BOARD = re.compile(r"(?P<what>[Hh]ội nghị) (?:Ban Chấp hành|BCH)(?= (?:mở rộng |\(mở rộng\) )?lần thứ )")
# Hội nghị Ban Chấp hành Đảng bộ tỉnh Lào Cai lần thứ 20, be it only spoken of
_OF_ORGAN = re.compile(
    r"hội nghị (?:ban chấp hành|bch|ban thường vụ|btv|đoàn chủ tịch|ủy ban|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy)(?!\w)"
    r"[^,.;:\n()]{0,70}? lần thứ \w"
)
_ANOTHER = re.compile(r" và (?=(?:Hội nghị|Phiên họp|Kỳ họp|Lễ|Hội thảo) )|, (?=Hội nghị )")
_INNER = " Hội nghị "
_RESULTS_OF = "kết quả hội nghị"
_JOINS = (" và ", ", ")
_OF_ALL = re.compile(
    r" (?:đại biểu )?(?:đảng|đảng bộ|đoàn|công đoàn|(?:mttq|mặt trận(?: tổ quốc| tq)?) ?(?:việt nam|vn)?),?"
    r" (?:các (?:cấp|phường|xã|tỉnh|huyện|quận|thị trấn|địa phương)(?!\w)|cấp |cơ sở)| điểm(?!\w)"
    r"| đảng bộ,? (?:nhiệm kỳ|khóa)(?!\w)| (?:chi bộ|cấp (?:cơ sở|huyện|xã|trên|ủy))(?!\w)"
)  # Đại hội Đảng các cấp
_HAPPENS = re.compile(
    r"(?: cho [^.;\n]{3,90}?)?,? (?:sáng|chiều|tối|ngày) \d{1,2}[/.-]\d"
    r"|,? (?:(?:sẽ|đã|vừa|được|chính thức|long trọng) ){0,3}(?:diễn ra|tổ chức|khai mạc|bế mạc)(?!\w)"
    r"| do [^.;\n]{3,80}? (?:chủ trì|tổ chức)(?!\w)"
)
_AT_CONFERENCE, _ON_DAY = (
    " tại hội nghị",
    re.compile(r",? (?:sáng|chiều|tối|ngày)(?: ngày)? \d{1,2}[/.-]\d"),
)  # …, sáng 12/12
_NO_NAME = re.compile(
    r" (?:về phía|trong|trước|sau|từ|đến|ngoài|bằng|nếu|khi|thì|mà)(?!\w)"
)  # tại Kỳ họp trong tổng số …
_WILL = re.compile(r"sẽ (?:đồng loạt )?(?:tổ chức|diễn ra|khai mạc)(?: trọng thể)? $")
_HELD = re.compile(
    r"(?:đã |vừa |mới )?(?:tổ chức|chủ trì|tiến hành|khai mạc|chủ trì tổ chức|diễn ra|dự|tham dự)"
    r"(?: trọng thể)?(?: buổi)? $"
)


@dataclass(frozen=True, slots=True)
class Conference:
    start: int
    end: int
    name: str


class Conferences:
    """Reads the conferences of a page. `is_dated` tells whether a sentence names its day before a place."""

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        bodies: list[BodyMention],
        is_dated: Callable[[int], bool],
        abbreviations: dict[str, str],
    ) -> None:
        self._page = page
        self._reader = reader
        self._bodies = bodies
        self._is_dated = is_dated
        self._abbreviations = abbreviations

    def find(self, known: list[EventMention]) -> Iterator[Conference]:
        """Those that the sentence holds or attends, in capitals; in small letters those held on a day that it names.

        `known` are events in order of place, of which those that another one may follow by "và" are read again.
        """
        page, last = self._page, 0
        words = page.everywhere("event_words")
        for m, following in zip_longest(words, words[1:]):
            joins = following is not None and page.low.endswith(_AND, 0, following.start())
            if not joins and _covers(known, m.start()):
                continue
            sentence = page.sentence_at(m.start())
            hall = _HALL.search(page.low, max(0, m.start() - 12), m.start())
            if hall or page.low[m.end() : m.end() + 1] != " " or _OF_ALL.match(page.low, m.end()):
                continue
            if _NO_NAME.match(page.low, m.end()):
                continue
            capital = page.shown[m.start()].isupper() or page.low.endswith(_AT_CONFERENCE, 0, m.end())
            numbered = capital and _OF_ORGAN.match(page.low, m.start())
            held = bool(numbered) or self._is_held(m.start(), m.end(), sentence.start)
            late = not held and not page.shown[m.start()].isupper() and not self._is_dated(m.start())
            if late and not page.low.endswith(_AT_CONFERENCE, 0, m.end()):
                continue
            end = self._end_of_name(m.end(), min(sentence.end, m.start() + _LONGEST))
            whose = _WHOSE.match(page.low, m.start(), end)
            end = whose.end("what") if whose else end
            if late and not _ON_DAY.match(page.low, end):
                continue
            joined = last and page.low[last : m.start()] in _JOINS  # chủ trì Hội nghị A và Phiên họp B
            if not held and not joined and not _HAPPENS.match(page.low, end):
                continue
            name = self._name(m.start(), m.end(), end)
            board = _BARE_BOARD.match(name)
            organiser = self._organiser(m.start(), end) if not board else None
            name += f" của {organiser.name}" if organiser else ""
            if board and (union := self._holder(m.start())):
                name = f"{board['what']} Ban Chấp hành {union.name}{name[board.end() :]}"
            of_nobody = page.lexicon.any_of("bare_heads").fullmatch(page.low, m.end() + 1, end)  # cuộc họp Ban Chỉ đạo
            of_nobody = of_nobody or _NUMBER_ALONE.fullmatch(name.lower()) or _OF_PAPERS.fullmatch(name.lower())
            if len(name.split()) >= _SHORTEST and not of_nobody:
                last = end
                yield Conference(m.start(), end, f"{name[0].upper()}{name[1:]}")

    def _is_held(self, start: int, end: int, sentence: int) -> bool:
        page = self._page
        if (page.is_planned(start) and not self._is_to_come(start)) or page.lexicon.any_of("after_bare_event").match(
            page.low, end + 1
        ):
            return False
        if page.shown[start].isupper():
            near = max(sentence, start - _BEFORE)
            clause = max(near, page.low.rfind(";", near, start))
            opened = page.lexicon.any_of("opens_event").search(page.low, clause, start)
            if opened and _TO_BE_HELD.search(page.low, clause, opened.start()):
                return False
            spoken = page.is_after("speaks_of_event", start) or page.low.endswith(_RESULTS_OF, 0, end)
            return bool(opened or spoken or _AFTER_DAY.fullmatch(page.low, sentence, start))
        held = _HELD.search(page.low, max(sentence, start - _BEFORE), start)
        return bool(
            held
            and (
                self._is_dated(start)
                or _ATTENDS.search(held.group())
                or _JUST.search(page.low, max(0, held.start() - _WORD), start)
                or (page.low.startswith(_CEREMONY, start) and _CHAIRS.search(held.group()))
            )
        )

    def _organiser(self, start: int, end: int) -> BodyMention | None:
        """Who holds a conference that is told in small letters and names no body: "Tỉnh ủy tổ chức hội nghị sơ kết"."""
        index = bisect_left(self._bodies, start, key=lambda b: b.start)
        before, after = self._bodies[index - 1] if index else None, self._bodies[index : index + 1]
        if not before or self._page.shown[start].isupper() or (after and after[0].start < end):
            return None
        held = _HELD.search(self._page.low, max(0, start - _BEFORE), start)
        other = self._page.lexicon.any_of("event_words").search(self._page.low, start + 1, end)
        attends = held and _ATTENDS.search(held.group())
        if not held or attends or other or _NAME_LAST.search(self._page.shown, start, end):
            return None
        return before if not before.is_kind and before.end + 1 == held.start() else None

    def _holder(self, start: int) -> BodyMention | None:
        """The union that holds a conference of its committee: "Hội Nông dân tổ chức Hội nghị Ban Chấp hành …"."""
        index = bisect_left(self._bodies, start, key=lambda b: b.start)
        before = self._bodies[index - 1] if index else None
        held = _HELD.search(self._page.low, max(0, start - _BEFORE), start)
        union = before and before.form == "front_union" and not before.is_kind
        return before if before and union and held and before.end + 1 == held.start() else None

    def _is_to_come(self, start: int) -> bool:
        """Whether the sentence says on what day the event, printed as a name, will be held: "… sẽ tổ chức Lễ …"."""
        will = _WILL.search(self._page.low, max(0, start - _BEFORE), start)
        return bool(will and self._page.shown[start].isupper() and self._is_dated(start))

    def _name(self, start: int, word_end: int, end: int) -> str:
        """The words from `start`, with the body's name written out where they are no more than that of a body."""
        shown = self._page.shown
        body = self._reader.read_at(word_end + 1)
        longer = body and (_OF_UNION.match(shown, body.end) or shown.endswith(_UNIONS, body.start, body.end))
        if body and body.end <= end and not longer:
            return f"{shown[start:word_end]} {body.name}{self._clean(_without_aim(shown[body.end : end]))}"
        return self._clean(_without_aim(shown[start:end]))

    def _end_of_name(self, start: int, limit: int) -> int:
        """Where the name ends: at a mark, a word that begins a clause, or a comma before a person, title or body."""
        shown = self._page.shown
        stops = (m for m in self._words("event_stops", start, limit) if not self._is_aim(m.start()))
        stop = next((m for m in stops if not self._is_in_name(m, start)), None)
        end = stop.start() if stop else limit
        decided = next((m for m in self._words("ends_aim", start, end) if self._names_person(m, end)), None)
        end = self._before_person(start, decided, end) if decided else end
        another = _ANOTHER.search(shown, start, end)
        if another and another.group() == ", " and shown.find(_INNER, start, another.start()) >= 0:
            another = None  # quán triệt kết quả Hội nghị A, Hội nghị B
        end = another.start() if another else end
        aside = _LONG_ASIDE.search(shown, start, end)
        end = aside.start() if aside else end
        marks = _MARK.finditer(shown, start, end)
        end = next((m.start() for m in marks if not _AND_AHEAD.match(shown, m.start())), end)
        if not any(self._words("ends_aim", start, end)):  # "… chuẩn y Ban Chấp hành, Bí thư": a list of posts goes on
            end = comma_before_clause(self._page, self._reader, start, end)
        end = _without_loose_end(shown, start, end)
        title = _TITLE.match(shown, end)
        return title.end() if title else end

    def _names_person(self, decided: re.Match[str], end: int) -> bool:
        """Whether the words say on whom a decision is: "công bố Quyết định … điều động ông X"; those end the name."""
        if decided.group() in _TOWARD:
            place = decided.end() + 1  # … đối với Tỉnh ủy X, đối với tín dụng chính sách: no person
            return decided.group() != _TOWARD[0] or self._opens_people(place)
        called = self._page.found("honorifics", Span(decided.end(), end))
        return any(
            _NAMED.match(self._page.shown, m.end()) or _SEVERAL.match(self._page.low, m.start() - 4) for m in called
        )

    def _opens_people(self, place: int) -> bool:
        """Whether somebody is named there, or several are counted: "đồng chí Lê Văn Mẫu", "3 cán bộ"."""
        called = any(self._page.at(name, place) for name in ("honorifics", "roles", "titles", "of_several"))
        return called or _COUNTED.match(self._page.low, place) is not None

    def _before_person(self, start: int, decided: re.Match[str], end: int) -> int:
        """Where a name ends before whom a decision is on; behind their name, where nothing else tells the decision."""
        head = self._page.low[start : decided.start()]
        on = _ON_PERSON.match(self._page.shown, decided.start(), end)
        return on.end() if on and " của " not in head and len(head.split()) < _TELLING else decided.start()

    def _words(self, name: str, start: int, end: int) -> list[re.Match[str]]:
        return self._page.found(name, Span(start, end))

    def _is_in_name(self, stop: re.Match[str], start: int) -> bool:
        """Whether the word is part of the name: "Lễ khai mạc …", "… Ngày truyền thống …", "… quyết định về việc …"."""
        low = self._page.low
        opens = stop.start() == start + 1 and stop.group() in _OPENINGS and low.endswith(_CEREMONY, 0, start)
        of_document = stop.group() == "ngày" and _NUMBER.search(low, max(start, stop.start() - _BEFORE), stop.start())
        toward = stop.group() == "với" and low.endswith("đối ", 0, stop.start())  # of "đối với", which ends an aim
        place = stop.group() == "cần" and self._page.shown[stop.start()].isupper()  # Cần Thơ
        return (
            opens or toward or place or bool(of_document) or _IN_NAME.match(self._page.shown, stop.start()) is not None
        )

    def _is_aim(self, place: int) -> bool:
        """Whether the words there say what the conference is for: "công bố …", "để giới thiệu …"."""
        aim = _AIM.match(self._page.low, place - 1)
        return bool(self._page.lexicon.any_of("event_aims").match(self._page.low, aim.end() if aim else place))

    def _clean(self, words: str) -> str:
        """The name without brackets that define an abbreviation, and with abbreviations written out."""
        plain = _BRACKET.sub("", _TERM_ASIDE.sub(r" \1", words)) if "(" in words else words
        plain = expand(plain, self._abbreviations)
        return plain[: len(plain) - len(plain.lstrip())][:1] + " ".join(plain.split())


def _covers(events: list[EventMention], place: int) -> bool:
    """Whether one of the events (in order of place) stands there."""
    last = bisect_right(events, place, key=lambda e: e.start) - 1
    return last >= 0 and events[last].end > place


def _without_aim(words: str) -> str:
    """The words without "để" and "nhằm"."""
    return _AIM.sub(" ", words) if any(word in words for word in _AIM_WORDS) else words


def _without_loose_end(shown: str, start: int, end: int) -> int:
    """Where the words from `start` to `end` end without what no name ends with; most have nothing of it."""
    last = shown[end - 1 : end]
    if last.isspace() or last in ",.–-" or shown.endswith(_LOOSE_WORDS, start, end):
        loose = _LOOSE_END.search(shown, start, end)
        end = loose.start() if loose else end
    acts = shown.endswith(_WHO_ACTS, start, end) and _ACTS.match(shown, end)  # Sau Hội nghị Tỉnh ủy …, tỉnh đã …
    return shown.rfind(",", start, end) if acts else end
