"""Papers, stations and journals: Báo Lào Cai, Đài Phát thanh và Truyền hình tỉnh Lào Cai, Tạp chí Tổ chức nhà nước."""

from collections.abc import Callable

from ingest.rules.mentions.body_mentions import BodyMention, replace
from ingest.rules.places.places import Places
from ingest.rules.text.page import Page

_Reads = Callable[[BodyMention], BodyMention | None]


class Press:
    """Completes a mention of such a head; `unit` reads on by a place with its unit, `words` by words of its own."""

    def __init__(self, page: Page, places: Places, unit: _Reads, words: _Reads) -> None:
        self._page = page
        self._places = places
        self._unit = unit
        self._words = words

    def read(self, mention: BodyMention) -> BodyMention | None:
        """By its place, its unit or its words; else that of the place that the text is on."""
        after = self._page.behind_blank(mention.end)
        place = self._places.at(after) if after else None
        if place:
            name = f"{mention.name} {place.name}"
            return replace(mention, end=place.end, name=name, place=place.name, unit=place.unit)
        whole = self._unit(mention) or self._words(mention)
        meant = None if whole or " " not in mention.name else self._places.meant_at(mention.start)
        if not meant:
            return whole
        unit = self._places.unit_of(meant)  # Giám đốc Đài Phát thanh và Truyền hình, in a report on one province
        return replace(mention, name=f"{mention.name} {unit} {meant}", place=meant, unit=unit)
