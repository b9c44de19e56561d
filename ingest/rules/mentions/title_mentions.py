"""A title as one place of a text names it: a role and the body it is in."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.facts import HoldingStatus
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_RANK = r"(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)"
_DEGREES = r"(?:(?:PGS|GS|TSKH|TS|ThS|Ths|ThS|BS|LS|NGND|NGƯT)(?:[.,]\s?|\s)){1,4}"
_NAME = re.compile(
    rf"\s+(?:[-–]\s+)?(?:(?:đồng chí|ông|bà|(?i:{_RANK}))\s+|{_DEGREES})?([{CAPITALS}][^\W\d_]*) [{CAPITALS}]"
)

BODY_MEANT = "body-meant-by-title"
BODY_NAMED = "body-named-before"
BODY_SHARED = "body-of-next-title"
_RESOURCES = tuple(f"{of} tài " for of in ("sở", "bộ", "phòng", "cục", "tâm", "khoa", "lý", "viện", "ban", "ty"))
_FORMER = "nguyên"


@dataclass(slots=True)
class Title:
    """`former` says that the words around make it a past one; `taken` that it stands at a person's name.

    `given` is what a decision makes of it, in words that begin at `given_at`; `led_to` says that they name it as what
    earlier posts led to. `after` is where the words on its
    term and on what its body belongs to end.
    """

    start: int
    end: int
    role: str
    body: BodyMention
    former: bool = False
    taken: bool = False
    given: HoldingStatus | None = None
    given_at: int = 0
    led_to: bool = False
    after: int = 0


def is_of_name(page: Page, place: int) -> bool:
    """Whether the word there ends a name rather than begins something: the "Nguyên là" of "Tỉnh ủy Thái Nguyên là"."""
    if page.low.endswith(_RESOURCES, 0, place) and page.low.startswith(_FORMER, place):
        return True  # Giám đốc Sở Tài nguyên giữ chức …
    inside = page.shown[place].isupper() and page.low.startswith(" ", place - 1)
    return inside and page.shown[max(0, place - 2)].isalpha()


def is_named_at(page: Page, place: int) -> bool:
    """Whether the name of a person follows there, with no more than an honorific before it."""
    name = _NAME.match(page.shown, place)
    return name is not None and name[1] in page.lexicon.surnames


@lru_cache(maxsize=1024)
def inner_words(role: str) -> tuple[int, ...]:
    """Where each word but the first begins."""
    return tuple(m.start() for m in re.finditer(r"\S+", role))[1:]
