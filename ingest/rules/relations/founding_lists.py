"""Organs that a resolution founds as several and the text lists behind "gồm": các Ban của HĐND xã, gồm 2 ban: …"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from ingest.cued import Cued
from ingest.facts import RelationFact
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.founding import ONLY_TELL
from ingest.rules.relations.scene import Scene
from ingest.rules.text.list_leads import item_start
from ingest.rules.text.page import Page, Span

_CONSISTS = Cued(
    "gồm bao",
    r"(?:bao )?gồm(?: có)?(?: (?:\d{1,2}|hai|ba|bốn|năm|sáu|các) [^.;:\n]{2,60}?(?=:))?\s?:?(?=\s)",
)
# thành lập các Ban của HĐND xã; thành lập cơ quan chuyên môn thuộc UBND xã
_GROUP = re.compile(
    r"(?<!\w)thành lập (?:(?:\d{1,2}|hai|ba|các|những) )?(?P<what>ban|phòng|sở|cơ quan|đơn vị|trung tâm)"
    r"(?= (?:của|thuộc|trực thuộc|chuyên môn|tham mưu|hđnd|hội đồng nhân dân))"
)
_ITEM = re.compile(r"\s*(?P<name>(?:ban|văn phòng) [^.;:,()\n]{4,44}?)\s*(?=[.;:,()\n]|$| và (?=ban |phòng ))")
_NEXT = re.compile(r"(?:;|,|\svà)\s(?=ban |phòng |sở |trung tâm |văn phòng )|\([^()\n]{0,160}\)")
_OF_COUNCIL = re.compile(r"(?<!\w)(?:\d{1,2}|hai|ba|bốn|các) (?:ban|cơ quan chuyên môn|phòng)(?!\w)")
_OFFICE = re.compile(r"văn phòng (?:hđnd|hội đồng nhân dân) và (?:ubnd|ủy ban nhân dân)")
_OFFICE_NAME = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"
_COUNCIL = "Hội đồng nhân dân"
_BACK = 1200  # characters between a resolution and the list of what it founds
_CLOSE = 40  # characters behind a number in which it is told what is founded
_MOST = 24  # items of a list
_LONGEST = 2_400  # characters of a list in a sentence
_RULE = "organ-of-list"


@dataclass(frozen=True, slots=True)
class _List:
    """What a text lists behind "gồm"; `items` are where each begins and may end."""

    lead: Span
    items: tuple[Span, ...]


def listed_organs(page: Page, bodies: list[BodyMention]) -> list[BodyMention]:
    """The organs of such lists that bear a council's name only in thought: Ban Pháp chế, of HĐND xã X."""
    councils = [b for b in bodies if b.form == "council" and not b.is_kind and b.name.startswith(_COUNCIL)]
    found: list[BodyMention] = []
    if not councils:
        return found
    known = {_letters(b.name): b.name for b in bodies}
    for each in _lists(page):
        if not page.last_of(_OF_COUNCIL, each.lead):
            continue
        index = bisect_left(councils, each.lead.end, key=lambda b: b.start)
        council = councils[index - 1] if index else None
        for item in each.items if council else ():
            organ = _organ_at(page, item, council) if council and not _body_at(bodies, item) else None
            found += [replace(organ, name=known.get(_letters(organ.name), organ.name))] if organ else []
    return found


def _letters(name: str) -> str:
    """The name without blanks and hyphens: Ban Kinh tế - Ngân sách, Ban Kinh tế-Ngân sách."""
    return re.sub(r"[\s–-]+", "", name.lower())


def _organ_at(page: Page, item: Span, council: BodyMention) -> BodyMention | None:
    named = _ITEM.match(page.low, item.start, item.end)
    if not named:
        return None
    words = " ".join(page.shown[named.start("name") : named.end("name")].split())
    office = _OFFICE.fullmatch(page.low, named.start("name"), named.end("name"))
    if not office and not words.startswith("Ban "):
        return None
    unit = council.name.removeprefix(_COUNCIL).strip()
    name = f"{_OFFICE_NAME} {unit}" if office else f"{words} {council.name}"
    form = "state_body" if office else council.form
    return replace(council, start=named.start("name"), end=named.end("name"), name=name, form=form, rule=_RULE)


def _lists(page: Page) -> Iterator[_List]:
    leads = page.each(_CONSISTS)
    for lead, following in zip_longest(leads, leads[1:]):
        line = page.paragraph_at(lead.start())
        span = Span(page.sentence_at(lead.start()).start, lead.end())
        if page.low[lead.end() : line.end].strip():
            end = min(page.sentence_at(lead.start()).end, following.start() if following else lead.end() + _LONGEST)
            yield _List(span, tuple(_parts(page, lead.end(), end)))
        elif lead.group().rstrip().endswith(":"):
            yield _List(span, tuple(_lines(page, lead.start())))


def _parts(page: Page, start: int, end: int) -> Iterator[Span]:
    """The items of a list within one sentence; what stands in brackets is none."""
    begin = start
    for mark in islice(_NEXT.finditer(page.low, start, end), _MOST):
        yield Span(begin, mark.start())
        begin = mark.end()
    yield Span(begin, end)


def _lines(page: Page, place: int) -> Iterator[Span]:
    """The lines behind one that opens a list, as long as each is an item."""
    index = page.paragraph_index(place)
    for line in page.paragraphs[index + 1 : index + 1 + _MOST]:
        start = item_start(page, line.start)
        if start is None:
            return
        yield Span(start, line.end)


def _body_at(bodies: list[BodyMention], item: Span) -> BodyMention | None:
    """The body that an item begins with."""
    index = bisect_left(bodies, item.start, key=lambda b: b.start)
    body = bodies[index] if index < len(bodies) else None
    return body if body and body.start <= item.start + 1 and body.start < item.end and not body.is_kind else None


def founds_listed(scene: Scene) -> Iterator[RelationFact]:
    """ "thông qua Nghị quyết thành lập các Ban của HĐND xã. Theo đó, HĐND xã gồm 2 ban: …": each of the list."""
    tell = (d for d in scene.documents if d.kind not in ONLY_TELL)
    groups = [(d, group["what"]) for d in tell if (group := _group(scene.page, d))]
    groups.sort(key=lambda group: group[0].end)
    ends = [document.end for document, _ in groups]
    for each in _lists(scene.page) if groups else ():
        words = scene.page.low[each.lead.start : each.lead.end]
        first, last = (bisect_left(ends, end) for end in (each.lead.end - _BACK, each.lead.end + 1))
        before = reversed(groups[first:last])
        document = next((d for d, what in before if re.search(rf"(?<!\w){what}(?!\w)", words)), None)
        for item in each.items if document else ():
            body = _body_at(scene.bodies, item)
            if document and body:
                evidence = scene.page.evidence(body.start, body.end, "document-establishes-listed")
                yield RelationFact(document.label, "establishes", body.name, (evidence,))


def _group(page: Page, document: DocumentMention) -> re.Match[str] | None:
    """What several bodies the words of a document, or those right behind its number, say that it founds."""
    if document.number:
        group = _GROUP.search(page.low, document.end, document.end + _CLOSE)
        return group if group and not page.low[document.end : group.start()].strip(" ,") else None
    return _GROUP.search(page.low, document.start, document.end)
