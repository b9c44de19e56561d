"""The tail of a steering committee's name: what it is about, and whose it is."""

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.lexicon import one_of
from ingest.rules.body_mentions import BodyMention
from ingest.rules.body_topics import Topics
from ingest.rules.page import Page

_BLANK = re.compile(r"[ ]+")


class SteeringCommittees:
    """Completes a mention of "Ban Chỉ đạo"; `unit` completes one by the unit that follows."""

    def __init__(self, page: Page, topics: Topics, unit: Callable[[BodyMention], BodyMention | None]) -> None:
        self._page = page
        self._topics = topics
        self._unit = unit
        self._central = one_of([*page.lexicon.central, *page.lexicon.misspelt])

    def read(self, mention: BodyMention) -> BodyMention | None:
        """Ban Chỉ đạo Trung ương về PCTNTC; Ban Chỉ đạo PCTNTC tỉnh Lào Cai; Ban Chỉ đạo cấp tỉnh."""
        central = self.centre_after(mention.end)
        if central:
            return self._of_centre(mention, central)
        topic, after = self._topics.read(mention.end)
        kind = self._follows("provincial_kind", after)
        if kind:
            topic = topic or self._topics.only()
            name = f"{mention.name} {topic} cấp tỉnh"
            return replace(mention, end=kind.end(), name=name, is_kind=True) if topic else None
        ending = self.centre_after(after) if topic else None
        if ending:
            name = f"{mention.name} {topic} Trung ương"
            return replace(mention, end=ending.end(), name=name, level="central")
        if not topic:
            return self._of_work(mention)
        if self._follows("of_several", after):
            return None
        return self._unit(replace(mention, end=after, name=f"{mention.name} {topic}"))

    def centre_after(self, end: int) -> re.Match[str] | None:
        """The word for the centre that follows there."""
        blank = _BLANK.match(self._page.low, end)
        return self._central.match(self._page.low, blank.end()) if blank else None

    def _of_work(self, mention: BodyMention) -> BodyMention | None:
        """Ban Chỉ đạo thực hiện sắp xếp đơn vị hành chính các cấp (Ban Chỉ đạo): up to the short name it is given."""
        end = self._topics.end_of_work(mention.end, mention.name)
        if not end:
            return None
        name = " ".join(self._page.shown[mention.end : end].split())
        return replace(mention, end=end, name=f"{mention.name} {name}", level="central")

    def _of_centre(self, mention: BodyMention, central: re.Match[str]) -> BodyMention | None:
        about = self._follows("about_topic", central.end())
        topic, after = self._topics.read(about.end()) if about else (self._topics.only(), central.end())
        name = f"{mention.name} Trung ương về {topic}"
        return replace(mention, end=after, name=name, level="central") if topic else None

    def _follows(self, cue: str, end: int) -> re.Match[str] | None:
        blank = _BLANK.match(self._page.low, end)
        return self._page.lexicon.any_of(cue).match(self._page.low, blank.end()) if blank else None
