"""A body as one place of a text names it."""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

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


if TYPE_CHECKING:
    from dataclasses import replace as replace
else:
    _every = attrgetter(*(field.name for field in fields(BodyMention)))

    def replace(mention: BodyMention, **changes: Any) -> BodyMention:
        """The mention with some of its fields changed: what `dataclasses.replace` gives, in a third of the time."""
        changed = BodyMention(*_every(mention))
        for name, value in changes.items():
            setattr(changed, name, value)
        return changed


def is_committee(body: BodyMention) -> bool:
    """Whether it has a Trưởng ban of its own: a steering committee, or a committee of a council."""
    council = body.form == "council" and body.name.startswith("Ban ")
    return not body.is_kind and (body.form == "steering_committee" or council)
