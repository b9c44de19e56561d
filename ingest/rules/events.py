"""Events that a text names: congresses, plenums, and conferences with a name of their own."""

import re
from dataclasses import dataclass

from ingest.facts import EventForm
from ingest.lexicon import one_of
from ingest.rules.abbreviations import expand
from ingest.rules.dates import DateMention
from ingest.rules.page import Page
from ontology.text import canonical

_ROMAN = r"(?P<term>[ivx]{1,6})"
_CONGRESS = re.compile(
    rf"đại hội\s+(?:đại biểu\s+)?(?:đảng\s+)?(?:toàn quốc\s+)?(?:lần thứ\s+)?{_ROMAN}(?:\s+(?:của\s+)?đảng(?:\s+cộng sản việt nam)?)?(?!\w)"
)
_PLENUM = re.compile(
    rf"(?:hội nghị\s+(?:lần thứ\s+)?(?:ban chấp hành\s+)?(?:trung ương|bch trung ương)(?:\s+đảng)?\s+(?:lần\s+)?(?:thứ\s+)?(?P<number>\d{{1,2}}|[a-zà-ỹ]+(?:\s(?:một|hai|ba|bốn|tư|lăm))?)"
    rf"|hội nghị\s+lần thứ\s+(?P<number2>\d{{1,2}}|[a-zà-ỹ]+(?:\s(?:một|hai|ba|bốn|tư|lăm))?),?\s+(?:của\s+)?(?:ban chấp hành|bch)\s+trung ương(?:\s+đảng)?)"
    rf"[\s,]*\(?khóa\s+{_ROMAN}\)?(?!\w)"
)
_CONFERENCE = re.compile(r"(?<!\w)(?:hội nghị|lễ|kỳ họp|phiên họp|đại hội)(?=\s)")
_LONGEST = 250  # characters of a conference's name
_SHORTEST = 4  # words


@dataclass(frozen=True, slots=True)
class EventMention:
    start: int
    end: int
    name: str
    form: EventForm
    date: str | None = None
    term: str | None = None
    ordinal: int | None = None


def find_events(
    page: Page, dates: list[DateMention], year: int | None, abbreviations: dict[str, str]
) -> list[EventMention]:
    """Every mention of an event, in order; a conference only where the text names it in full."""
    found = [_congress(page, m) for m in _CONGRESS.finditer(page.low)]
    found += [mention for m in _PLENUM.finditer(page.low) if (mention := _plenum(page, m, dates, year))]
    taken = [(m.start, m.end) for m in found]
    for match in _CONFERENCE.finditer(page.low):
        mention = _conference(page, match, dates, year, abbreviations)
        if mention and not any(a < mention.end and mention.start < b for a, b in taken):
            found.append(mention)
    return sorted(found, key=lambda m: m.start)


def _congress(page: Page, match: re.Match[str]) -> EventMention:
    term = match["term"].upper()
    return EventMention(match.start(), match.end(), f"Đại hội {term} của Đảng", "congress", term=term)


def _plenum(page: Page, match: re.Match[str], dates: list[DateMention], year: int | None) -> EventMention | None:
    words = (match["number"] or match["number2"]).strip()
    number = int(words) if words.isdecimal() else page.lexicon.ordinals.get(words)
    if number is None:
        return None
    term = match["term"].upper()
    name = f"Hội nghị Trung ương {number} khóa {term}"
    day = _opening_day(page, match.start(), dates, year)
    return EventMention(match.start(), match.end(), name, "plenum", day, term, number)


def _conference(
    page: Page, match: re.Match[str], dates: list[DateMention], year: int | None, abbreviations: dict[str, str]
) -> EventMention | None:
    """A conference that the sentence holds or attends, with a name that says more than "the conference"."""
    sentence = page.sentence_at(match.start())
    before = page.low[max(sentence.start, match.start() - 60) : match.start()]
    if not one_of(page.lexicon.cues["opens_event"]).search(before) or not page.shown[match.start()].isupper():
        return None
    end = _end_of_name(page, match.end(), min(sentence.end, match.start() + _LONGEST))
    name = _clean(page.shown[match.start() : end], abbreviations)
    if len(name.split()) < _SHORTEST:
        return None
    return EventMention(match.start(), end, name, "conference", _opening_day(page, match.start(), dates, year))


def _end_of_name(page: Page, start: int, limit: int) -> int:
    stop = one_of(page.lexicon.cues["event_stops"]).search(page.low, start, limit)
    end = stop.start() if stop else limit
    mark = re.compile(r"[.;:!?“”\"\n]").search(page.low, start, end)
    end = mark.start() if mark else end
    while end > start and (page.shown[end - 1].isspace() or page.shown[end - 1] in ",.-–"):
        end -= 1
    return end


def _clean(words: str, abbreviations: dict[str, str]) -> str:
    """The name without brackets that define an abbreviation, and with abbreviations written out."""
    bare = re.sub(r"\s*\([^)]*\)", "", words)
    return " ".join(expand(bare, abbreviations).split())


def _opening_day(page: Page, place: int, dates: list[DateMention], year: int | None) -> str | None:
    """The day with which the event's sentence begins, if one stands before the event in it."""
    sentence = page.sentence_at(place)
    before = [d for d in dates if sentence.start <= d.start < place]
    return before[0].iso(year) if before else None


def one_event_each(mentions: list[EventMention]) -> list[EventMention]:
    """One mention an event: of several of one name the first that has a date, else the first."""
    best: dict[str, EventMention] = {}
    for mention in mentions:
        key = canonical(mention.name)
        if key not in best or (mention.date and not best[key].date):
            best[key] = mention
    return list(best.values())
