"""Who issues papers on a page that does not say of which place it is: Ban Thường vụ Tỉnh ủy, HĐND tỉnh."""

import re
from bisect import bisect_left
from itertools import accumulate

from ingest.cued import Cued
from ingest.facts import BodyForm, Level
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page

_RULE = "bare-issuer"
_BARE = Cued(
    "ban btv thường tỉnh thành huyện quận thị hđnd hội ubnd ubkt ủy",
    r"(?:(?P<board>ban thường vụ|btv|thường trực|ủy ban kiểm tra|ubkt) )?"
    r"(?:(?P<party>tỉnh|thành|huyện|quận|thị) ủy"
    r"|(?:(?P<council>hđnd|hội đồng nhân dân)|ubnd|ủy ban nhân dân)(?: \([^()\n]{2,8}\))?"
    r" (?P<unit>tỉnh|thành phố|huyện|quận|thị xã|phường|xã))(?!\w)",
)
_SEVERAL = re.compile(
    r"(?<!\w)(?:các|những|một số|mỗi|từng|nhiều|lãnh đạo"
    r"|(?:ban (?:tổ chức|tuyên giáo|nội chính|dân vận|kinh tế|quản lý)|văn phòng)(?: \([^()\n]{2,8}\))?) $"
)  # several of them, or a department of one
_WORD = 24  # characters before a body in which the word for several stands
_INSPECTS = "Ủy ban Kiểm tra"
_CITY = "thành"  # thành phố, thành ủy: of a province or of a district
_LEVELS: dict[str, Level] = {
    "tỉnh": "province",
    "thành": "province",
    "thành phố": "province",
    "huyện": "district",
    "quận": "district",
    "thị": "district",
    "thị xã": "district",
    "phường": "commune",
    "xã": "commune",
}
_BOARDS = {
    "btv": "Ban Thường vụ",
    "ban thường vụ": "Ban Thường vụ",
    "thường trực": "Thường trực",
    "ủy ban kiểm tra": _INSPECTS,
    "ubkt": _INSPECTS,
}
_FORMS: dict[str, BodyForm] = {"party": "party_committee", "council": "council", "": "state_body"}


def bare_issuers(page: Page, bodies: list[BodyMention]) -> list[BodyMention]:
    """Every such body, in order of place; none where the page names a body of some place at its level."""
    placed = {body.level for body in bodies if body.place}
    taken = sorted((body.start, body.end) for body in bodies)
    ends = list(accumulate((end for _, end in taken), max))
    found = []
    for match in page.each(_BARE):
        goes_on = page.shown[match.end() + 1 : match.end() + 2].isupper() and page.low.startswith(" ", match.end())
        several = _SEVERAL.search(page.low, max(0, match.start() - _WORD), match.start())
        unit = match["party"] or match["unit"]
        told = _LEVELS[unit] in placed or (placed and unit.startswith(_CITY))
        before = bisect_left(taken, (match.end(), 0))
        named = before > 0 and ends[before - 1] > match.start()
        if not goes_on and not several and not told and not named:
            found.append(_mention(match, _LEVELS[unit]))
    return found


def _mention(match: re.Match[str], level: Level) -> BodyMention:
    board = _BOARDS.get(match["board"])
    if match["party"]:
        name, form = f"{match['party'].capitalize()} ủy", _FORMS["party"]
    else:
        head = "Hội đồng nhân dân" if match["council"] else "Ủy ban nhân dân"
        name, form = f"{head} {match['unit']}", _FORMS["council" if match["council"] else ""]
    form = "standing_committee" if board and match["party"] else form
    form = "inspection_committee" if board == _INSPECTS else form
    return BodyMention(match.start(), match.end(), f"{board} {name}" if board else name, form, level, _RULE)
