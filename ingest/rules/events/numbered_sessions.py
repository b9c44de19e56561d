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
    for match, what, ordinal in alone if found else ():
        alike = [s for s in found if s.key[0].startswith(what)]
        body = max((s.key[2] for s in alike), key=len, default="")
        of_others = not body or any(not body.startswith(s.key[2]) for s in alike)  # a headline may shorten its name
        if what not in _TOLD_AGAIN or of_others or not _ALONE.match(low, match.end()):
            continue
        if _OF_ANOTHER.search(low, max(0, match.start() - _BEFORE), match.start()):
            continue
        more = match.groupdict().get("more") or ""
        kind = f"{what} {more.strip()}" if more else what
        number = match["ordinal"] or "nhất"
        number = number.upper() if number in ROMAN else number
        terms = {s.name.partition(body)[2] for s in alike if s.key[2] == body}
        lan = "lần " if " lần thứ" in match.group() else ""
        name = f"{kind} {lan}thứ {number} {body}{terms.pop() if len(terms) == 1 else ''}"
        key = (kind, ordinal, body)
        yield replace(
            alike[0], start=match.start(), end=match.end(), name=name, is_met=False, key=key, number_end=match.end()
        )
