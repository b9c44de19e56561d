"""The organs of a Party base that a text names without it: the Ban Thường vụ Đảng ủy of the one Đảng ủy of the page."""

import re
from bisect import bisect_left

from ingest.facts import BodyForm
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_RULE = "organ-of-base"
_BASE = "Đảng ủy"
_WORDS = _BASE.lower()
_ORGAN = re.compile(
    r"(?<!\w)(?P<organ>ban thường vụ|btv|thường trực|ủy ban kiểm tra|ubkt|văn phòng|ban xây dựng đảng|ban tổ chức"
    r"|ban tuyên giáo và dân vận|ban tuyên giáo|ban dân vận|ban nội chính) $"
)
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|một số|mỗi|từng|nhiều|phó bí thư|trưởng|chánh) $")
_BARE = re.compile(rf"(?: (?:xã|phường|đặc khu))?(?!\w)(?! [{CAPITALS}])")
_BUILDING = "Ban Xây dựng Đảng"
_BARE_BUILDING = re.compile(rf"{_BUILDING}(?!\w| [{CAPITALS}]| đảng| (?:và|các) )")  # only bases of communes have it
_REACH = 28  # characters of the name of an organ
_NAMES: dict[str, tuple[str, BodyForm]] = {
    "ban thường vụ": ("Ban Thường vụ", "standing_committee"),
    "btv": ("Ban Thường vụ", "standing_committee"),
    "thường trực": ("Thường trực", "standing_committee"),
    "ủy ban kiểm tra": ("Ủy ban Kiểm tra", "inspection_committee"),
    "ubkt": ("Ủy ban Kiểm tra", "inspection_committee"),
    "văn phòng": ("Văn phòng", "party_department"),
    "ban xây dựng đảng": ("Ban Xây dựng Đảng", "party_department"),
    "ban tổ chức": ("Ban Tổ chức", "party_department"),
    "ban tuyên giáo và dân vận": ("Ban Tuyên giáo và Dân vận", "party_department"),
    "ban tuyên giáo": ("Ban Tuyên giáo", "party_department"),
    "ban dân vận": ("Ban Dân vận", "party_department"),
    "ban nội chính": ("Ban Nội chính", "party_department"),
}


def organs_of_base(page: Page, bodies: list[BodyMention]) -> list[BodyMention]:
    """Every such organ, where the page names one Đảng ủy only. `bodies` are in order of place."""
    place = page.low.find(_WORDS)
    named = {b.name: b for b in bodies if b.name.startswith(f"{_BASE} ") and not b.is_kind} if place >= 0 else {}
    if len(named) != 1:
        return []
    (base,) = named.values()
    found = [
        BodyMention(
            m.start(), m.end(), f"{_BUILDING} {base.name}", "party_department", base.level, _RULE, base.place, base.unit
        )
        for m in _BARE_BUILDING.finditer(page.shown)
    ]
    while place >= 0:
        organ = _ORGAN.search(page.low, max(0, place - _REACH), place)
        if organ and (mention := _named(page, bodies, base, organ, place)):
            found.append(mention)
        place = page.low.find(_WORDS, place + 1)
    return found


def _named(
    page: Page, bodies: list[BodyMention], base: BodyMention, organ: re.Match[str], place: int
) -> BodyMention | None:
    """The organ of the base, unless a name goes on behind it, several are told, or a body stands there already."""
    start = organ.start("organ")
    bare = _BARE.match(page.shown, place + len(_WORDS))
    if not bare or not page.shown[start].isupper() or _SEVERAL.search(page.low, max(0, start - _REACH), start):
        return None
    index = bisect_left(bodies, place, key=lambda b: b.start) - 1
    if index >= 0 and bodies[index].end > start:
        return None
    name, form = _NAMES[organ["organ"]]
    return BodyMention(start, bare.end(), f"{name} {base.name}", form, base.level, _RULE, base.place, base.unit)
