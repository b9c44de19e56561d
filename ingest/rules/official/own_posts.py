"""Posts that a row names without their body, which is the school or office whose paper it is, or its Party base.

ĐẢNG ỦY TRƯỜNG ĐẠI HỌC X / 1. Đ/c Lê Văn Mẫu - Đảng ủy viên, Phó Hiệu trưởng: Ủy viên;
"""

from dataclasses import dataclass, replace

from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page

_RULE = "body-of-own-post"


@dataclass(frozen=True, slots=True)
class OwnPosts:
    """`letterhead` is the body that issues: the office itself, or the committee of its Party base."""

    page: Page
    letterhead: BodyMention

    def read(self, start: int, end: int) -> tuple[str, BodyMention] | None:
        """The role that the words are, whole, and its body; None for any other words."""
        lexicon, words = self.page.lexicon, self.page.low[start:end].strip(" .,;:|*\n\t-–")
        begins = self.page.low.find(words, start, end) if words else -1
        if begins < 0:
            return None
        if words in lexicon.cues["base_members"] and (base := self._base(begins, begins + len(words))):
            return lexicon.cues["members"][0], base
        label = lexicon.roles.get(words)
        heads = lexicon.own_role_bodies.get(label or "", ())
        office = self._office()
        if not label or not heads or not office.startswith(heads):
            return None
        return label, self._mention(office, begins, begins + len(words))

    def _office(self) -> str:
        """The name of the office: that of its own letterhead, or what stands behind Đảng ủy in that of its base."""
        name = self.letterhead.name
        for head in self.page.lexicon.cues["committee_heads"]:
            rest = name.removeprefix(f"{head} ")
            if rest != name and not self.letterhead.unit:
                return rest
        return name

    def _base(self, start: int, end: int) -> BodyMention | None:
        heads = self.page.lexicon.cues["committee_heads"]
        is_base = self.letterhead.name.startswith(tuple(f"{head} " for head in heads))
        return replace(self.letterhead, start=start, end=end, rule=_RULE) if is_base else None

    def _mention(self, name: str, start: int, end: int) -> BodyMention:
        if name == self.letterhead.name:
            return replace(self.letterhead, start=start, end=end, rule=_RULE)
        return replace(self.letterhead, start=start, end=end, name=name, form="other", rule=_RULE)
