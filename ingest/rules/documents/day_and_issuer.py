"""The day and the issuer that follow a document: "ngày 02/6/2022 của Ban Bí thư", in either order."""

import re
from bisect import bisect_left
from typing import TypeVar

from ingest.rules.bodies.issuing_offices import issuer_or_plenum_at
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_NEAR = 40  # characters between a number and the date or issuer that belongs to it
_ADOPTED_REACH = 70  # characters between an issuer and the day on which a session adopted
Place = TypeVar("Place", DateMention, BodyMention)
OF_ISSUER = re.compile(r"\)?\s*(?:,\s*)?(?:của|do)\s+")
_SIGNER = re.compile(rf"\s(?=[{CAPITALS}])")  # "do Bộ trưởng Bộ Y tế Lê Văn Mẫu ký" names who signs, not who issues
_DAY_GLUE_OF_ISSUER = re.compile(r"\s*\(?(?:(?:ban hành|ký)\s*)?(?:ngày\s*)?")  # a comma would begin a clause
_DAY_GLUE = re.compile(r"[\s,(]*(?:(?:được\s+)?(?:ban hành|ký)\s*)?(?:cùng\s+)?(?:ngày\s*)?")
# Nghị quyết số … của Quốc hội khóa XV, kỳ họp thứ nhất thông qua ngày …
_ADOPTED_ON = re.compile(
    r"(?:,? khóa [ivx]{1,5})?(?:,? (?:tại )?(?:kỳ họp|phiên họp) [^.,;:()\n]{3,30}?)?,? (?:đã )?thông qua "
    r"(?:vào )?(?:ngày )?"
)
# Kết luận số … của Ban Chỉ đạo Trung ương ngày 24/11/2024: a day behind a body that is not told which
_DAY_BEHIND = re.compile(r"\)?,?\scủa\s[^.,;:()\n\d]{4,60}\sngày\s")
_BEHIND = 80  # characters of such words
_YEAR_OF_ISSUER = re.compile(r"\s+\(?năm\s+((?:19|20)\d\d)\)?(?=,?\s+(?:của|do)\s)")  # số 41 năm 2021 của Bộ Chính trị
_NEW_LINE = re.compile(
    r"[^\n]*\n\s*(?:N|\d)"
)  # "Ngày …" on a new line opens another sentence, a day alone is a dateline


def read_day_and_issuer(
    page: Page, mention: DocumentMention, dates: list[DateMention], bodies: list[BodyMention], year: int | None
) -> None:
    """Adds "ngày 02/6/2022 của Ban Bí thư" that follows the mention, in either order."""
    _read_day(page, mention, dates, _DAY_GLUE, year)
    of_year = None if mention.issued else _YEAR_OF_ISSUER.match(page.low, mention.end)
    if of_year:
        mention.issued, mention.end = of_year[1], of_year.end()
    glue = OF_ISSUER.match(page.low, mention.end)
    issuer = issuer_or_plenum_at(page, bodies, glue.end()) if glue else None
    signer = glue and "do" in glue.group() and issuer and _SIGNER.match(page.shown, issuer.end)
    if issuer and not signer:
        mention.issuer, mention.end = issuer.name, issuer.end
        _read_day(page, mention, dates, _DAY_GLUE_OF_ISSUER, year)
        if not mention.issued and page.low.find("thông qua", mention.end, mention.end + _ADOPTED_REACH) >= 0:
            _read_day(page, mention, dates, _ADOPTED_ON, year, _ADOPTED_REACH)
    elif glue and not issuer and not mention.issued:
        _read_day(page, mention, dates, _DAY_BEHIND, year, _BEHIND)


def _from(mentions: list[Place], start: int, reach: int) -> list[Place]:
    """The mentions, in order, that begin within reach of a place."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    return [m for m in mentions[first : first + 3] if m.start <= start + reach]


def _read_day(
    page: Page,
    mention: DocumentMention,
    dates: list[DateMention],
    glue: re.Pattern[str],
    year: int | None,
    reach: int = _NEAR,
) -> None:
    """Adds the day that follows the mention, if it has none yet and only glue stands between."""
    near = (d for d in _from(dates, mention.end, reach) if not _NEW_LINE.match(page.shown, mention.end, d.start + 1))
    day = next((d for d in near if glue.fullmatch(page.low, mention.end, d.start)), None)
    if day and not mention.issued:
        mention.issued, mention.end = day.iso(year), day.end
