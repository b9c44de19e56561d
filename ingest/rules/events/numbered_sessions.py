"""A numbered session of a body, and those that a page tells by number alone: "từ sau Phiên họp thứ 25 đến nay"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.facts import EventForm
from ingest.rules.mentions.event_names import ROMAN

_ALONE = re.compile(
    r"\s*(?:[,.;:)\n]|$)| (?:đến nay|tới nay|dự kiến|sẽ|vừa|bắt đầu|kéo dài|vừa qua|vừa rồi|đã|là|được|diễn ra|này"
    r"|sắp tới|tới|cho thấy|khai mạc|bế mạc)(?!\w)"
)
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:hđnd|hội đồng|ủy ban|ban|tiểu ban|đảng bộ|quốc hội|chính phủ)(?!\w)[^.;:\n]{0,60}$"
)
_BEFORE = 76  # characters before a number in which another body that meets would be named
_TOLD_AGAIN = ("Kỳ họp", "Phiên họp")


@dataclass(frozen=True, slots=True)
class Session:
    start: int
    end: int
    name: str
    form: EventForm
    is_met: bool = False  # "đã họp kỳ 32": the words say that it was held
    key: tuple[str, int, str] = ("", 0, "")  # equal for the mentions of one session
    number_end: int = 0  # where its number ends, behind which its day may stand before the body


def told_again(low: str, alone: list[tuple[re.Match[str], str, int]], found: list[Session]) -> Iterator[Session]:
    """Those of the numbers alone, with what they count, that can only be of the one body whose sessions are found."""
    only = {what: _only_body(what, found) for what in _TOLD_AGAIN}
    for match, what, ordinal in alone:
        told = only.get(what)
        if not told or not _ALONE.match(low, match.end()):
            continue
        if _OF_ANOTHER.search(low, max(0, match.start() - _BEFORE), match.start()):
            continue
        like, term = told
        body = like.key[2]
        more = match.groupdict().get("more") or ""
        kind = f"{what} {more.strip()}" if more else what
        number = match["ordinal"] or "nhất"
        number = number.upper() if number in ROMAN else number
        lan = "lần " if " lần thứ" in match.group() else ""
        name, start, end = f"{kind} {lan}thứ {number} {body}{term}", match.start(), match.end()
        key = (kind, ordinal, body)
        yield replace(like, start=start, end=end, number_end=end, name=name, is_met=False, key=key)


def _only_body(what: str, found: list[Session]) -> tuple[Session, str] | None:
    """A session of the only body that holds such, by its fullest name, and the only term that they are of, or ""."""
    alike = [s for s in found if s.key[0].startswith(what)]
    like = max(alike, key=lambda s: len(s.key[2]), default=None)
    body = like.key[2] if like else ""
    if not like or any(not body.startswith(s.key[2]) for s in alike):  # a headline may shorten its name
        return None
    terms = {s.name.partition(body)[2] for s in alike if s.key[2] == body}
    return like, terms.pop() if len(terms) == 1 else ""
