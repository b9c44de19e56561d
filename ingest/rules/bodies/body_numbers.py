"""Bodies that bear a number: Quân khu 2, Vùng 3 Hải quân, Học viện Chính trị khu vực II."""

import re

from ingest.rules.mentions.body_mentions import BodyMention, replace
from ingest.rules.places.places import Places
from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical

_NUMBER = re.compile(r" (\d{1,3}|[IVX]{1,5})(?:(?= [Hh]ải quân)|(?![\w/-]|\.\d))(?P<words> [Hh]ải quân(?!\w))?")
_KIND_AND_NUMBER = r"(?:\s[^\W\d_]+){0,2} \d{1,3}(?![\w/-]|\.\d)"  # Hải đoàn Biên phòng 28
_REGION = "Quân khu"
_DASH = re.compile(r" ?[-–] ?")
_OF_PROVINCE = re.compile(r",? (?:thuộc )?(?:tỉnh|thành phố|tp\.?) ")
# Chi cục Thuế khu vực Bình Lục - Thanh Liêm: a region that bears the names of its districts
_DISTRICTS = re.compile(
    rf" (?P<names>[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,3}}"
    rf"(?: ?[-–] ?[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,3}}){{0,3}})(?=[.,;:)\n]| [^{CAPITALS}]|$)"
)
_REGIONAL = " khu vực"
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VII": "7", "IX": "9"}  # of the military regions


class Numbers:
    """Completes a mention of a head by its number."""

    def __init__(self, page: Page, places: Places) -> None:
        self._page = page
        self._places = places
        self._numbered: dict[str, str | None] = {}

    def read(self, mention: BodyMention) -> BodyMention | None:
        """Quân khu 2; Vùng 3 Hải quân; Quân khu, where the text names one only."""
        number = _NUMBER.match(self._page.shown, mention.end)
        if number:
            serial = _ROMAN.get(number[1], number[1]) if mention.name == _REGION else number[1]
            name = f"{mention.name} {serial}{number['words'] or ''}"
            return self._of_region(replace(mention, end=number.end(), name=name))
        if mention.name.lower().endswith(_REGIONAL) and (named := _DISTRICTS.match(self._page.shown, mention.end)):
            return replace(mention, end=named.end(), name=f"{mention.name} {named['names']}")
        only = self._only(mention.name)
        return replace(mention, name=only) if only else None

    def _of_region(self, numbered: BodyMention) -> BodyMention:
        """Tòa án nhân dân khu vực 1 - Lào Cai, khu vực 1 tỉnh Lào Cai: a court of a region, with its province."""
        court = numbered.form == "court_procuracy"
        gaps = (pattern.match(self._page.low, numbered.end) for pattern in (_DASH, _OF_PROVINCE)) if court else ()
        place = next((p for gap in gaps if gap and (p := self._places.at(gap.end()))), None)
        if not place:
            return numbered
        return replace(numbered, end=place.end, name=f"{numbered.name} - {place.name}", place=place.name)

    def _only(self, head: str) -> str | None:
        """The only name with a number that begins with the head in this text."""
        if head not in self._numbered:
            whole = re.compile(re.escape(canonical(head)) + _KIND_AND_NUMBER)
            named = {m.group(): m for m in whole.finditer(self._page.low)}
            only = next(iter(named.values())) if len(named) == 1 else None
            self._numbered[head] = f"{head}{self._page.shown[only.start() + len(head) : only.end()]}" if only else None
        return self._numbered[head]
