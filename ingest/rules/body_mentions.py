"""A body as one place of a text names it."""

from dataclasses import dataclass

from ingest.facts import BodyForm, Level

COMPANY = "body-by-head-and-company"  # companies have posts, but are no bodies of the graph

OF_POSTS = "body-of-post"  # a body only where a post in it is named


@dataclass(slots=True)
class BodyMention:
    """`name` is canonical; `unit` the word for its place's unit. It is never changed."""

    start: int
    end: int
    name: str
    form: BodyForm
    level: Level
    rule: str
    place: str | None = None
    unit: str | None = None
    is_kind: bool = False
