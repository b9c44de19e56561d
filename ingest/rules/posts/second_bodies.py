"""Posts that one person held in two bodies, of which the role is named once: "Bí thư Tỉnh ủy X và Tỉnh ủy Y"."""

import re

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.text.page import Page

_AND = " và "
_ENDS = re.compile(r"[ ]*(?:[;,.)\n]|$)")


def in_second_bodies(page: Page, bodies: BodyReader, titles: list[Title]) -> list[Title]:
    """For each title behind whose body another of its sort is named, the title of the same role in that one."""
    found = []
    for title in titles:
        if not page.low.startswith(_AND, title.end):
            continue
        other = bodies.read_at(title.end + len(_AND))
        if not other or other.is_kind or other.name == title.body.name or not page.shown[other.start].isupper():
            continue
        same_sort = other.form == title.body.form and _head(other.name) == _head(title.body.name)
        if same_sort and _ENDS.match(page.low, other.end):
            found.append(Title(other.start, other.end, title.role, other, former=title.former))
    return found


def _head(name: str) -> list[str]:
    """The first two words of a name."""
    return name.split(" ")[:2]
