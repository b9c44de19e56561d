"""An event as one place of a text names it, and which places name the same one."""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.facts import EventForm
from ingest.rules.mentions.event_names import standard_name
from ontology.text import canonical

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(("của", "các", "về", "và", "lần", "thứ", "vào", "đại", "biểu", "khóa"))
_NATIONAL = frozenset(("toàn", "quốc"))  # which says nothing new of a congress "… Việt Nam"
_CONGRESS = "Đại hội"
_OF_COUNTRY = "Việt Nam"
_NUMERAL = re.compile(r"[ivx]+|\d+")
# Hội nghị lần thứ nhất Ban Chấp hành X; Hội nghị Ban Chấp hành X lần thứ nhất
_NUMBER_FIRST = re.compile(r"^(hội nghị)(?: lần)? thứ (\S+)( ban chấp hành .*)$")
_ORDINAL = re.compile(
    r"(?<=thứ )(?P<first>[^\W\d_]+)(?P<more>(?: mươi)?(?: (?:một|mốt|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín)(?!\w))?)(?!\w)"
)
_COMMITTEE_IN_SHORT = re.compile(r"(?<=hội nghị )(tỉnh|thành|huyện|quận|thị) ủy(?!\w)")  # Hội nghị Tỉnh ủy lần thứ 8
_SHORTEST = 4  # words that tell an event
_HEAD = 3  # words that one event begins with, however much of its name is given
_WHOLE_DAY = 10  # characters of an ISO day, as against a month
_WEEK = timedelta(days=7)
_TERM, _COMMITTEE = " khóa ", "Ban Chấp hành"
_LONG = ("Đại hội", "Kỳ họp")  # events of several days
_COMPARED = 20  # names with which another is compared


@dataclass(frozen=True, slots=True)
class EventMention:
    start: int
    end: int
    name: str
    form: EventForm
    date: str | None = None
    term: str | None = None
    ordinal: int | None = None
    held: bool = True  # in this sentence, rather than spoken of

    @property
    def key(self) -> str:
        """Equal for the mentions of one event."""
        return canonical(standard_name(self.form, self.term, self.ordinal) or self.name)


def with_one_name_each(found: list[EventMention], ordinals: Mapping[str, int]) -> list[EventMention]:
    """The mentions, those of one event by the fullest of the names that the text gives it; `ordinals` by their word."""
    names: dict[str, str] = {}
    for mention in found:
        fullness = _fullness_of_plenum if mention.form == "plenum" else _fullness
        names[mention.key] = max(names.get(mention.key, mention.name), mention.name, key=fullness)
    days = {m.key: m.date for m in found if m.date}
    forms = {m.key: m.form for m in found}
    full: deque[tuple[str, list[str]]] = deque(maxlen=_COMPARED)
    for key in sorted(names, key=lambda k: (-len(names[k]), names[k])):
        said = _NUMBER_FIRST.sub(r"\1\3 \2", _in_figures(canonical(names[key]), ordinals))
        said = _COMMITTEE_IN_SHORT.sub(r"ban chấp hành đảng bộ \1", said)
        words = [w for w in _WORD.findall(said) if w not in _EMPTY]
        if names[key].startswith(_CONGRESS):  # Đại hội lần thứ I Đảng bộ X; Đại hội Đảng bộ X lần thứ I
            words = [w for w in words if w not in _NATIONAL] if _OF_COUNTRY in names[key] else words
            words.sort(key=lambda w: _NUMERAL.fullmatch(w) is not None)
        longer = next((k for k, more in full if _is_part(words, more) and forms[k] == forms[key]), None)
        if longer and _in_one_week(days.get(key), days.get(longer), names[longer]):
            names[key] = names[longer]
        else:
            full.append((key, words))
    return [replace(mention, name=names[mention.key]) for mention in found]


def _in_figures(name: str, ordinals: Mapping[str, int]) -> str:
    """The name with its number in figures: "hội nghị lần thứ 8" of "hội nghị lần thứ tám"."""
    return _ORDINAL.sub(lambda m: _figures(m, ordinals), name)


def _figures(words: re.Match[str], ordinals: Mapping[str, int]) -> str:
    """Those of "mười chín"; where the words together are no number, of the first: "hai" of "thứ hai ba năm nay"."""
    whole = ordinals.get(words.group())
    return str(whole) if whole else f"{ordinals.get(words['first'], words['first'])}{words['more']}"


def _fullness(name: str) -> tuple[bool, int]:
    """By which of two names of one event is taken: none of a heading in capitals, then the longer."""
    return not name.isupper(), len(name)


def _fullness_of_plenum(name: str) -> tuple[bool, bool, bool]:
    """By which of two names of one plenum is taken, else the one that the text prints first."""
    return not name.isupper(), _TERM in name, _COMMITTEE in name


def _in_one_week(day: str | None, other: str | None, name: str) -> bool:
    """Whether the days may be those of one event: equal, or a few days apart of a congress or session."""
    if not day or not other or day == other:
        return True
    days = (date.fromisoformat(d) for d in (day, other) if len(d) == _WHOLE_DAY)
    first, last = (*days, None, None)[:2]
    return bool(first and last and abs(last - first) <= _WEEK and name.startswith(_LONG))


def _is_part(words: list[str], more: list[str]) -> bool:
    """Whether the words are some of those of a longer name that begins alike."""
    return len(words) >= _SHORTEST and words[:_HEAD] == more[:_HEAD] and set(words) <= set(more)


def mentions_of_each(mentions: list[EventMention]) -> list[list[EventMention]]:
    """The mentions of each event together, those with a date first."""
    same: dict[str, list[EventMention]] = {}
    for mention in mentions:
        same.setdefault(mention.key, []).append(mention)
    return [sorted(alike, key=lambda m: m.date is None) for alike in same.values()]
