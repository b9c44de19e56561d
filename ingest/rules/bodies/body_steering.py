"""The tail of a steering committee's name: what it is about, and whose it is."""

import re
from collections.abc import Callable

from ingest.lexicon import one_of
from ingest.rules.bodies.body_topics import Topics
from ingest.rules.mentions.body_mentions import BodyMention, replace
from ingest.rules.text.page import Page

# Whose a committee of the State is, before its work: Ban Chỉ đạo quốc gia về chuyển đổi số; behind it: … của Chính phủ
_NATIONAL = re.compile(r" (?:quốc gia|nhà nước|liên ngành|của chính phủ)(?: về)?(?= )")
# Ban Chỉ đạo xây dựng Đề án Tổng kết 20 năm thực hiện Nghị quyết …; not: Phó Trưởng Ban Chỉ đạo xây dựng Đề án
_ON_PAPER = re.compile(
    r"(?:xây dựng|soạn thảo|tổng kết|sơ kết|thực hiện)[^,]{0,30} (?:đề án|báo cáo|nghị quyết|chỉ thị)(?!\w)"
)
# Ban Chỉ đạo Trung ương tổng kết việc thực hiện Nghị quyết 18
_REVIEWS = re.compile(r" (?:tổng kết|sơ kết) (?:việc )?(?:thực hiện )?(?:nghị quyết|chỉ thị|kết luận) (?:số )?\d")
_OF_PAPER = re.compile(
    r" của [^.,;:()\n“”\"]{3,120}?(?= (?:và|đã|vừa|họp|tổ chức|gồm|do)(?!\w)| (?:về )?[“\"]|[.,;:()\n]|$)"
)
_NAMING = 6  # words of a paper that name a committee
_RENAMED = re.compile(r" thành (?=ủy ban|hội đồng|ban )")
_PROGRAMMES = re.compile(r" (?:các )?chương trình mục tiêu")  # … Trung ương các chương trình mục tiêu quốc gia
_OF_STATE = re.compile(r" (?:của )?(?:chính phủ|thủ tướng chính phủ)(?!\w)")


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
        national = _NATIONAL.match(self._page.low, mention.end)
        if national:
            return self._of_state(mention, national)
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
            return self._of_place(mention) or self._of_work(mention)
        if self._follows("of_several", after):
            return None
        return self._unit(replace(mention, end=after, name=f"{mention.name} {topic}"))

    def national(self, mention: BodyMention) -> BodyMention | None:
        """Ủy ban Quốc gia về hợp tác kinh tế quốc tế: the words as printed."""
        about = self._follows("about_topic", mention.end)
        words, end = self._topics.in_words(about.end()) if about else ("", mention.end)
        renamed = _RENAMED.search(self._page.low, about.end(), end) if about else None
        if about and renamed:  # … về Chính phủ điện tử thành Ủy ban Quốc gia về chuyển đổi số
            words, end = " ".join(self._page.shown[about.end() : renamed.start()].split()), renamed.start()
        return replace(mention, end=end, name=f"{mention.name} về {words}") if words and not words.isupper() else None

    def _of_place(self, mention: BodyMention) -> BodyMention | None:
        """Ban Chỉ đạo tỉnh Lào Cai về phòng, chống tham nhũng, tiêu cực: the same as with its work before the place."""
        placed = self._unit(mention)
        about = self._follows("about_topic", placed.end) if placed else None
        topic, after = self._topics.read(about.end()) if about else ("", mention.end)
        if not placed or not topic:
            return None
        return replace(placed, end=after, name=f"{mention.name} {topic}{placed.name.removeprefix(mention.name)}")

    def centre_after(self, end: int) -> re.Match[str] | None:
        """The word for the centre that follows there."""
        place = self._page.behind_blank(end)
        return self._central.match(self._page.low, place) if place else None

    def _of_state(self, mention: BodyMention, national: re.Match[str]) -> BodyMention | None:
        """Ban Chỉ đạo quốc gia phòng, chống dịch COVID-19: the words as printed, up to where the sentence goes on."""
        words, end = self._topics.in_words(national.end())
        if not words or words.isupper():  # a heading in capitals, which lines break
            return None
        whose = self._page.shown[mention.end : national.end()]
        return replace(mention, end=end, name=f"{mention.name}{whose} {words}", level="state")

    def _of_work(self, mention: BodyMention) -> BodyMention | None:
        """Ban Chỉ đạo thực hiện sắp xếp đơn vị hành chính các cấp (Ban Chỉ đạo): up to the short name it is given."""
        end = self._topics.end_of_work(mention.end, mention.name)
        if not end:
            return self._of_government(mention)
        name = " ".join(self._page.shown[mention.end : end].split())
        return replace(mention, end=end, name=f"{mention.name} {name}", level="central")

    def _of_government(self, mention: BodyMention) -> BodyMention | None:
        """Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW của Chính phủ."""
        words, end = self._topics.in_words(mention.end) if self._topics.opens_work(mention.end) else ("", mention.end)
        of = _OF_STATE.match(self._page.low, end) if words else None
        if not of and _ON_PAPER.match(words.lower()) and len(words.split()) >= _NAMING:
            whose = _OF_PAPER.match(self._page.low, end)
            end = whose.end() if whose else end
            words = " ".join(self._page.shown[mention.end : end].split())
            return replace(mention, end=end, name=f"{mention.name} {words}", level="central")
        if not of:
            return None
        return replace(mention, end=of.end(), name=f"{mention.name} {words} của Chính phủ", level="state")

    def _of_centre(self, mention: BodyMention, central: re.Match[str]) -> BodyMention | None:
        about = self._follows("about_topic", central.end())
        if _REVIEWS.match(self._page.low, central.end()):
            words, after = self._topics.in_words(central.end())
            return replace(mention, end=after, name=f"{mention.name} Trung ương {words}", level="central")
        if not about and _PROGRAMMES.match(self._page.low, central.end()):
            words, after = self._topics.in_words(central.end())
            name = f"{mention.name} Trung ương {words}"
            return replace(mention, end=after, name=name, level="central") if words else None
        topic, after = self._topics.read(about.end()) if about else (self._topics.only(), central.end())
        if not topic and about and self._topics.opens_work(about.end()):
            topic, after = self._topics.in_words(about.end())
        name = f"{mention.name} Trung ương về {topic}"
        return replace(mention, end=after, name=name, level="central") if topic else None

    def _follows(self, cue: str, end: int) -> re.Match[str] | None:
        place = self._page.behind_blank(end)
        return self._page.lexicon.any_of(cue).match(self._page.low, place) if place else None
