"""The Ban Pháp chế of the only council that a page names, where it is called without the council."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.lexicon import Head
from ingest.rules.mentions.body_mentions import BodyMention

COUNCILS = ("Hội đồng nhân dân",)
_OF_OFFICES = ("Ban Dân tộc",)  # which may be that of the province's office, too


def ban_of(heads: Iterable[Head], council: BodyMention | None) -> BodyMention | None:
    """The organ of the council with one of the heads; None where none of them is that of a council's organ."""
    named = next((head for head in heads if head.form == "council" and head.tail == "owner"), None)
    if not named or not council or named.name in _OF_OFFICES:
        return None
    return replace(council, name=f"{named.name} {council.name}")
