"""Events that a text names: congresses, plenums, numbered sessions of a body, conferences with a name of their own."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.facts import EventForm
from ingest.rules.abbreviations import expand
from ingest.rules.bodies import BodyReader
from ingest.rules.dates import DateMention
from ingest.rules.event_names import CONGRESS, PLENUM, congress_name, plenum_name
from ingest.rules.page import Page
from ontology.text import canonical

_LONGEST = 250  # characters of a conference's name
_SHORTEST = 4  # words
_BEFORE = 60  # characters before a conference in which a word says that it is held or attended
_COMMA = re.compile(", ")
_MARK = re.compile(r"[.;:!?“”\"\n]")
_BRACKET = re.compile(r"\s*\([^)]{0,80}\)")
# Kỳ họp thứ 21, HĐND tỉnh …; Phiên họp thứ hai của Ban Chỉ đạo …; Hội nghị lần thứ 18 Ban Chấp hành Đảng bộ …
_SESSION = re.compile(
    r"(?:kỳ họp|phiên họp|hội nghị) (?:lần )?thứ (?:\d{1,3}|[a-zà-ỹ]+(?: (?:một|hai|ba|bốn|tư|lăm)(?!\w))?)"
)
_SESSION_OF = re.compile(r"(?:,? của|,)? ")
# What may stand between a day and the event that it opens, between an event and its day, and before a document's day.
_DAY_BEFORE = re.compile(r"[\s,)]*(?:(?:tại|ở) [^,.;:]{1,40},\s*)?(?:tại )?")
_DAY_AFTER = re.compile(
    r"(?:,? nhiệm kỳ [\d –-]{9,13})?"
    r"(?:\s*\(|\s+|[\s,]+(?:(?:đã|được|vừa) )*(?:diễn ra|tổ chức|khai mạc|họp) (?:vào )?)(?:(?:sáng|chiều|tối|ngày) )*"
)
_OF_DOCUMENT = re.compile(r"[-/][a-zđ][\w./]*[\s,(]+(?:(?:ban hành|ký) )?(?:ngày )?$")
_DAYS = 3  # of a sentence, of which some may be those of documents
_NEAR = 60  # characters between an event and the day that follows it
_SESSION_TERM = re.compile(r",? khóa (?:[ivx]+|\d{1,2})(?!\w)")


@dataclass(frozen=True, slots=True)
class EventMention:
    start: int
    end: int
    name: str
    form: EventForm
    date: str | None = None
    term: str | None = None
    ordinal: int | None = None


class Events:
    """Reads the events of a page."""

    def __init__(
        self,
        page: Page,
        bodies: BodyReader,
        dates: list[DateMention],
        year: int | None,
        abbreviations: dict[str, str],
    ) -> None:
        self._page = page
        self._bodies = bodies
        self._dates = dates
        self._date_starts = [d.start for d in dates]
        self._year = year
        self._abbreviations = abbreviations

    def find_all(self) -> list[EventMention]:
        """Every mention, in order; of two that overlap the more regular name."""
        found: list[EventMention] = []
        for read in (self._plenums, self._congresses, self._sessions, self._conferences):
            for mention in read():
                place = bisect_left(found, mention.start, key=lambda e: e.start)
                before = place > 0 and found[place - 1].end > mention.start
                if not before and not (place < len(found) and found[place].start < mention.end):
                    found.insert(place, mention)
        return found

    def _congresses(self) -> Iterator[EventMention]:
        """Đại hội XIII của Đảng, however it is printed."""
        for m in CONGRESS.finditer(self._page.low):
            yield EventMention(m.start(), m.end(), congress_name(m["term"]), "congress", term=m["term"].upper())

    def _plenums(self) -> Iterator[EventMention]:
        """Hội nghị Trung ương 5 khóa XIII, however it is printed."""
        for m in PLENUM.finditer(self._page.low):
            words = (m["number"] or m["number2"]).strip()
            ordinal = int(words) if words.isdecimal() else self._page.lexicon.ordinals.get(words)
            if ordinal:
                name, day = plenum_name(ordinal, m["term"]), self._day_of(m.start(), m.end())
                yield EventMention(m.start(), m.end(), name, "plenum", day, m["term"].upper(), ordinal)

    def _sessions(self) -> Iterator[EventMention]:
        """Kỳ họp thứ 21 HĐND tỉnh Lào Cai khóa X: a number and the body that meets."""
        for m in _SESSION.finditer(self._page.low):
            glue = _SESSION_OF.match(self._page.low, m.end())
            body = self._bodies.read_at(glue.end()) if glue else None
            if not body:
                continue
            term = _SESSION_TERM.match(self._page.low, body.end)
            end = term.end() if term else body.end
            printed = self._page.shown[m.start() : m.end()]
            suffix = self._page.shown[body.end : end].lstrip(",")
            name = f"{printed[0].upper()}{printed[1:]} {body.name}{suffix}"
            form: EventForm = "conference" if printed.lower().startswith("hội nghị") else "meeting"
            yield EventMention(m.start(), end, name, form, self._day_of(m.start(), end))

    def _conferences(self) -> Iterator[EventMention]:
        """A conference that the sentence holds or attends, with a name that says more than "the conference"."""
        page = self._page
        for m in page.lexicon.any_of("event_words").finditer(page.low):
            sentence = page.sentence_at(m.start())
            held = page.lexicon.any_of("opens_event").search(
                page.low, max(sentence.start, m.start() - _BEFORE), m.start()
            )
            if not held or not page.shown[m.start()].isupper() or page.low[m.end() : m.end() + 1] != " ":
                continue
            end = self._end_of_name(m.end(), min(sentence.end, m.start() + _LONGEST))
            body = self._bodies.read_at(m.end() + 1)
            words = self._clean(page.shown[m.start() : end])
            name = f"{page.shown[m.start() : m.end()]} {body.name}" if body and body.end == end else words
            if len(name.split()) >= _SHORTEST and not _SESSION.fullmatch(name.lower()):
                yield EventMention(m.start(), end, name, "conference", self._opening_day(m.start()))

    def _end_of_name(self, start: int, limit: int) -> int:
        shown = self._page.shown
        stop = self._page.lexicon.any_of("event_stops").search(self._page.low, start, limit)
        end = stop.start() if stop else limit
        mark = _MARK.search(shown, start, end)
        end = mark.start() if mark else end
        commas = (m.start() for m in _COMMA.finditer(shown, start, end))
        end = next((comma for comma in commas if self._starts_a_clause(comma)), end)
        while end > start and (shown[end - 1].isspace() or shown[end - 1] in ",.-–"):
            end -= 1
        return end

    def _starts_a_clause(self, comma: int) -> bool:
        """Whether a person, a title or a body follows the comma, so that the name is over."""
        low, lexicon = self._page.low, self._page.lexicon
        names = ("honorifics", "roles", "titles", "bodies", "of_several")
        return any(lexicon.any_of(name).match(low, comma + 2) for name in names)

    def _clean(self, words: str) -> str:
        """The name without brackets that define an abbreviation, and with abbreviations written out."""
        return " ".join(expand(_BRACKET.sub("", words), self._abbreviations).split())

    def _opening_day(self, place: int) -> str | None:
        """The day with which the event's sentence begins, if one stands before the event in it."""
        day = self._first_day(place)
        return day.iso(self._year) if day else None

    def _first_day(self, place: int) -> DateMention | None:
        """The first day that the sentence names before the place, but for those of documents."""
        index = bisect_left(self._date_starts, self._page.sentence_at(place).start)
        before = (d for d in self._dates[index : index + _DAYS] if d.start < place)
        return next((d for d in before if not self._is_of_document(d)), None)

    def _is_of_document(self, day: DateMention) -> bool:
        """Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6."""
        return bool(_OF_DOCUMENT.search(self._page.low, max(0, day.start - 30), day.start))

    def _day_of(self, start: int, end: int) -> str | None:
        """The day that opens the event's sentence, where it is that of the event, else the day right after the event.

        "Ngày 10/5/2022, Hội nghị …", "Sáng 8/12, tỉnh khai mạc Kỳ họp …"; not "Ngày 2/6, tỉnh bàn kết luận của …".
        """
        low, day = self._page.low, self._first_day(start)
        if day and (_DAY_BEFORE.fullmatch(low, day.end, start) or self._page.is_after("holds_event", start)):
            return day.iso(self._year)
        index = bisect_left(self._date_starts, end)
        after = self._dates[index] if index < len(self._dates) else None
        near = after and after.start < end + _NEAR and _DAY_AFTER.fullmatch(low, end, after.start)
        return after.iso(self._year) if after and near else None


def mentions_of_each(mentions: list[EventMention]) -> list[list[EventMention]]:
    """The mentions of each event together, those with a date first."""
    same: dict[str, list[EventMention]] = {}
    for mention in mentions:
        same.setdefault(canonical(mention.name), []).append(mention)
    return [sorted(alike, key=lambda m: m.date is None) for alike in same.values()]
