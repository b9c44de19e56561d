"""Posts of a committee whose name the text gave before: "Bí thư Tỉnh ủy - Trưởng ban;", "Phó Trưởng ban khác gồm …"."""

import re
from dataclasses import replace

from ingest.rules.bodies import BodyReader
from ingest.rules.body_mentions import BodyMention
from ingest.rules.page import Page
from ingest.rules.title_mentions import BODY_NAMED, Title

_ALONE = re.compile(r"[ ]*(?:[.;:)\n]|$)")
_MORE = re.compile(r"\s*,\s+")
_GOES_TO = re.compile(
    r"(?P<others> khác)? (?:gồm|là)(?: có)?(?: các)?(?=:? (?!(?:người|cơ quan|đơn vị|do|một|việc)(?!\w)))"
)


def give_committees(
    page: Page, bodies: BodyReader, by_start: dict[int, Title], unread: list[re.Match[str]]
) -> list[re.Match[str]]:
    """Adds to `by_start` the roles of `unread` that are in the committee named before, and gives back the others."""
    left = []
    for role in unread:
        label = page.lexicon.roles[role.group()]
        of_committee = label in page.lexicon.cues["committee_roles"]
        body = bodies.committee_before(role.start()) if of_committee else None
        if body and _is_of(page, bodies, role, body):
            by_start[role.start()] = Title(role.start(), role.end(), label, replace(body, rule=BODY_NAMED))
        else:
            left.append(role)
    return left


def _is_of(page: Page, bodies: BodyReader, role: re.Match[str], committee: BodyMention) -> bool:
    alone = _ALONE.match(page.low, role.end()) is not None
    return alone or _is_given_by(page, role, committee) or _is_of_others(page, bodies, role, committee)


def _is_given_by(page: Page, role: re.Match[str], committee: BodyMention) -> bool:
    """Whether the sentence that names the committee gives the post: "… do ông X làm Trưởng ban, ông Y làm …"."""
    start = page.sentence_at(role.start()).start
    gives = page.last_before("gives", start, role.start())
    given = gives is not None and not page.low[gives.end() : role.start()].strip()
    return given and committee.start >= start and _MORE.match(page.low, role.end()) is not None


def _is_of_others(page: Page, bodies: BodyReader, role: re.Match[str], committee: BodyMention) -> bool:
    """Năm Phó Trưởng ban khác gồm …, Phó Ban Thường trực là …: of no department of the Party that is named later."""
    goes_to = _GOES_TO.match(page.low, role.end())
    department = bodies.last_department(role.start()) if goes_to and not goes_to["others"] else None
    return goes_to is not None and (department is None or department.start < committee.start)
