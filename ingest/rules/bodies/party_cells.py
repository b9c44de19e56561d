"""The Party's cells that a text names with what they belong to: Chi bộ thôn Bản Hồ, Chi bộ Công an xã."""

import re
from bisect import bisect_left

from ingest.cued import Cued
from ingest.facts import BodyForm
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

CELL = "party-cell"
_FORM: BodyForm = "party_committee"
_CELL = Cued("chi", r"chi bộ (?=\w)")
_PROPER = rf"[{CAPITALS}][^\W\d_]*"
_HAMLET = re.compile(
    r"(?:thôn|xóm|bản|ấp|khóm|buôn|làng|khu phố|tổ dân phố|khu dân cư) "
    rf"(?:số )?(?:\d{{1,2}}[A-Z]?(?!\w)|{_PROPER}(?: (?:{_PROPER}|\d{{1,2}}(?!\w))){{0,3}})"
)
# Trường Mẫu giáo Bản Hồ, Công ty Hoa Ban, Trạm Y tế Bản Hồ
_UNIT = re.compile(
    r"(?:[Tt]rường|[Tt]rạm|(?:[Tt]ổng )?[Cc]ông ty|[Hh]ợp tác xã|[Bb]ệnh viện|[Tt]rung tâm|[Dd]oanh nghiệp)"
    rf"(?: (?:{_PROPER}|giáo|non|học|cơ|sở|phổ|thông|tế|dân|tộc|nội|trú|bán|ty)){{0,8}} {_PROPER}"
    r"(?! (?:học|giáo|non)(?!\w))"
)


def with_cells(page: Page, reader: BodyReader, bodies: list[BodyMention]) -> list[BodyMention]:
    """The bodies with the cells of the page, and without those that are named only as what a cell belongs to."""
    cells = [c for m in page.each(_CELL) if page.shown[m.start()].isupper() and (c := _cell(page, reader, *m.span()))]
    if not cells:
        return bodies
    starts = [c.start for c in cells]
    kept = [b for b in bodies if not _inside(b, cells, starts)]
    return sorted([*kept, *cells], key=lambda b: b.start)


def _inside(body: BodyMention, cells: list[BodyMention], starts: list[int]) -> bool:
    index = bisect_left(starts, body.start + 1) - 1
    return index >= 0 and body.end <= cells[index].end


def _cell(page: Page, reader: BodyReader, start: int, place: int) -> BodyMention | None:
    """The cell of the body, the hamlet or the unit that is named right behind the word."""
    owner = reader.read_at(place)
    said = _HAMLET.match(page.shown, place) or _UNIT.match(page.shown, place)
    word = page.shown[start : place - 1]
    if said and (not owner or said.end() > owner.end):
        return BodyMention(start, said.end(), f"{word} {said.group()}", _FORM, "commune", CELL)
    if not owner or owner.is_kind:
        return None
    return BodyMention(start, owner.end, f"{word} {owner.name}", _FORM, owner.level, CELL, owner.place, owner.unit)
