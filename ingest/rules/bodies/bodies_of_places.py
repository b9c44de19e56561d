"""Bodies of several places that share the words for them: "Ban Thường vụ Tỉnh ủy các tỉnh: Nam Định, Lào Cai"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.cued import Cued
from ingest.facts import BodyForm
from ingest.lexicon import Head
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.places.place_mentions import PlaceMention
from ingest.rules.text.page import Page

_RULE = "body-of-places"
# UBND các tỉnh, thành phố: …; Ban Thường vụ các tỉnh ủy, thành ủy: …
_SEVERAL = Cued(
    "các",
    r"các (?:tỉnh|thành phố|thành)(?P<party> ủy)?(?:(?:,| và) (?:tỉnh|thành phố|thành)(?: ủy)?)?"
    r"(?: trực thuộc trung ương)?\s?:?\s(?=[^\W\d_])",
)
# Tỉnh ủy Nam Định, Bình Dương và Lào Cai
_NEXT = re.compile(r"(?:,| và|, và|;) (?:(?:tỉnh|thành phố|tp\.?) )?")
_UNIT = re.compile(r"(?:(?:tỉnh|thành phố|tp\.?) )?")
_AND = re.compile(r" và ")
_WITH_PLACE = (
    "party_committee",
    "standing_committee",
    "inspection_committee",
    "party_department",
    "council",
    "state_body",
)
_FEWEST, _MOST = 2, 40  # places of one list
_REACH = 60  # characters of the words for the bodies
_LONGEST = 7  # words of them
_PLACED, _OWNED, _IN_UNIT, _IN_BODY = "place", "owner", "unit", "body"


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the bodies of a list share: the start of its words, an organ of Party committees, or the head of a name."""

    start: int
    organ: str
    head: str
    form: BodyForm


def bodies_of_places(page: Page, reader: BodyReader, bodies: list[BodyMention]) -> Iterator[BodyMention]:
    """Every body of such a list; `bodies` are those read otherwise, in order of place: none of these stands in one."""
    for several in page.each(_SEVERAL):
        places = list(_places(page, reader, several.end()))
        shared = _shared(page, several) if len(places) >= _FEWEST else None
        for place in places if shared else []:
            index = bisect_left(bodies, place.end, key=lambda b: b.start) - 1
            if shared and (index < 0 or bodies[index].end <= place.start):
                yield _body(page, shared, place)
    yield from _more_places(page, reader, bodies)


def _more_places(page: Page, reader: BodyReader, bodies: list[BodyMention]) -> Iterator[BodyMention]:
    """The Tỉnh ủy Lào Cai of "Tỉnh ủy Nam Định, Bình Dương và Lào Cai"."""
    for index, body in enumerate(bodies):
        join = _NEXT.match(page.low, body.end) if body.form in _WITH_PLACE and not body.is_kind else None
        if not join or not body.place or body.level != "province" or not body.name.endswith(f" {body.place}"):
            continue
        places = list(_places(page, reader, join.end()))
        following = bodies[index + 1].start if index + 1 < len(bodies) else len(page.low)
        if not places or following < places[-1].end or not _AND.search(page.low, body.end, places[-1].start):
            continue
        yield from (_like(page, body, place) for place in places)


def _like(page: Page, body: BodyMention, place: PlaceMention) -> BodyMention:
    """The body of another place that is called as this one is."""
    units, words = page.lexicon.units, body.name.removesuffix(f" {body.place}")
    before, after = body.unit or "", place.unit
    for old, new in ((before, after), (units[before].committee, units[after].committee)):
        if words.endswith(old):
            words = words.removesuffix(old) + new
    name = f"{words} {place.name}"
    return BodyMention(place.start, place.end, name, body.form, "province", _RULE, place.name, place.unit)


def _places(page: Page, reader: BodyReader, start: int) -> Iterator[PlaceMention]:
    """The provinces and cities that the list names one behind the other."""
    unit = _UNIT.match(page.low, start)
    place = reader.places.at(unit.end()) if unit else None
    for _ in range(_MOST):
        if place is None:
            return
        yield place
        join = _NEXT.match(page.low, place.end)
        place = reader.places.at(join.end()) if join else None


def _shared(page: Page, several: re.Match[str]) -> _Shared | None:
    """The words before the list, read from the longest that are heads of names."""
    end = several.start()
    if several["party"]:
        head, start = _head_before(page, end, (_OWNED,))
        return _Shared(start, head.name, "", head.form) if head else None
    head, start = _head_before(page, end, (_PLACED, _IN_UNIT))
    if not head:
        return None
    if head.tail == _IN_UNIT:
        group, first = _head_before(page, start, (_IN_BODY,))  # Ban cán sự đảng UBND các tỉnh …
        return _Shared(first, "", f"{group.name} {head.name}", group.form) if group else _of_head(start, head)
    organ, first = _head_before(page, start, (_OWNED,))
    return _Shared(first, organ.name, "", organ.form) if organ else _Shared(start, "", "", head.form)


def _of_head(start: int, head: Head) -> _Shared:
    return _Shared(start, "", head.name, head.form)


def _head_before(page: Page, end: int, tails: tuple[str, ...]) -> tuple[Head | None, int]:
    """The longest head of names of such tails that ends right before the place, and where it begins."""
    words = page.low[max(0, end - _REACH) : end].rstrip()
    last = max(0, end - _REACH) + len(words)
    starts = [m.start() for m in re.finditer(r"(?<!\w)\w", words)][-_LONGEST:]
    for start in starts:
        heads: Sequence[Head] = page.lexicon.heads.get(words[start:], ())
        head = next((h for h in heads if h.tail in tails), None)
        if head:
            return head, last - len(words) + start
    return None, end


def _body(page: Page, shared: _Shared, place: PlaceMention) -> BodyMention:
    """The body of one place of the list, whose words stand at that place alone."""
    owner = f"{page.lexicon.units[place.unit].committee} {place.name}"
    name = f"{shared.head} {place.unit} {place.name}" if shared.head else f"{shared.organ} {owner}".strip()
    return BodyMention(place.start, place.end, name, shared.form, "province", _RULE, place.name, place.unit)
