"""The office whose Party committee the next post is in: "Chính ủy, Bí thư Đảng ủy Quân khu 7"."""

from dataclasses import replace

from ingest.facts import BodyForm
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.text.page import Page

_FORM: BodyForm = "state_body"


def office_of_next(page: Page, label: str, after: Title | None) -> BodyMention | None:
    """The Quân khu 7 of such a post before; None where the role leads no office of that sort."""
    heads = tuple(f"{head} " for head in page.lexicon.role_bodies.get(label, ()))
    committee = f"{page.lexicon.cues['committee_heads'][0]} "
    if not after or not heads or not after.body.name.startswith(committee):
        return None
    office = after.body.name.removeprefix(committee)
    return replace(after.body, name=office, form=_FORM) if office.startswith(heads) else None
