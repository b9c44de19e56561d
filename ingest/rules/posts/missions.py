"""Missions abroad that a post names by country: the Đại sứ quán Việt Nam tại Lào of "Đại sứ Việt Nam tại Lào"."""

import re

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import BODY_MEANT
from ingest.rules.text.page import Page

_AT = re.compile(r"(?P<vietnam>(?:nước )?(?:(?:chxhcn|cộng hòa xã hội chủ nghĩa) )?việt nam )?tại ")
_OF_VIETNAM = " Việt Nam tại"


def mission_at(page: Page, bodies: BodyReader, label: str, place: int) -> BodyMention | None:
    """The mission in which somebody with such a role is, where its country is named at the place."""
    mission = page.lexicon.missions.get(label)
    at = _AT.match(page.low, place) if mission else None
    if not at:
        return None
    head = f"{mission}{_OF_VIETNAM}"
    country = page.lexicon.any_of("countries").match(page.low, at.end())
    if country and page.shown[country.start()].isupper():
        name = f"{head} {page.shown[country.start() : country.end()]}"
        return BodyMention(place, country.end(), name, "state_body", "state", BODY_MEANT)
    return bodies.in_words(head, at.end()) if at["vietnam"] else None
