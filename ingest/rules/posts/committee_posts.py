"""Posts of a committee whose name the text gave before: "Bí thư Tỉnh ủy - Trưởng ban;", "Phó Trưởng ban khác gồm …"."""

import re
from dataclasses import replace

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import BODY_NAMED, Title
from ingest.rules.text.page import Page

_ALONE = re.compile(r"[ ]*(?:[.;:)\n]|$)")
_MORE = re.compile(r"\s*,\s+")
_GOES_TO = re.compile(
    r"(?P<others> khác)? (?:gồm|là)(?: có)?(?: các)?(?=:? (?!(?:người|cơ quan|đơn vị|do|một|việc)(?!\w)))"
)

_UNREAD = re.compile(r"(?<!\w)ban (?!chỉ đạo|này|trên|nói)[^,;.:\n]{2,60}$")
_LED = re.compile(r"(?:\s+(?:gồm|có)(?: có)? \d{1,3} (?:đồng chí|thành viên|người|ủy viên),?)?\s+")
_LED_BY: dict[str, tuple[str, ...]] = {
    "Trưởng ban": ("Ban ",), "Trưởng đoàn": ("Đoàn ",), "Tổ trưởng": ("Tổ ",), "Trưởng Tiểu ban": ("Tiểu ban ",),
    "Bí thư": ("Đảng ủy ", "Ban cán sự đảng ", "Đảng đoàn "),
    "Chủ tịch": ("Hội đồng ", "Ủy ban Quốc gia ", "Hội "),
}  # fmt: skip


def give_committees(
    page: Page, bodies: BodyReader, by_start: dict[int, Title], unread: list[re.Match[str]]
) -> list[re.Match[str]]:
    """Adds to `by_start` the roles of `unread` that are in the committee named before, and gives back the others."""
    left = []
    for role in unread:
        label = page.lexicon.roles[role.group()]
        of_committee = label in page.lexicon.cues["committee_roles"]
        body = bodies.committee_before(role.start()) if of_committee else None
        body = None if body and _is_of_unread(page, bodies, role) else body
        body = body if body and _is_of(page, bodies, role, body) else _led_body(page, bodies, role, label)
        if body:
            by_start[role.start()] = Title(role.start(), role.end(), label, replace(body, rule=BODY_NAMED))
        else:
            left.append(role)
    return left


def _is_of_unread(page: Page, bodies: BodyReader, role: re.Match[str]) -> bool:
    """Ban Tổ chức lễ tang do ông X làm Trưởng ban: whether it leads one that the rules do not know."""
    start = page.sentence_at(role.start()).start
    by = page.low.rfind(" do ", start, role.start())
    return by >= 0 and not bodies.ending_at(by) and _UNREAD.search(page.low, start, by) is not None


def _is_of(page: Page, bodies: BodyReader, role: re.Match[str], committee: BodyMention) -> bool:
    alone = _ALONE.match(page.low, role.end()) is not None
    return alone or _is_given_by(page, role, committee) or _is_of_others(page, bodies, role, committee)


def _is_given_by(page: Page, role: re.Match[str], committee: BodyMention) -> bool:
    """Whether the sentence that names the committee gives the post: "… do ông X làm Trưởng ban, ông Y làm …"."""
    start = page.sentence_at(role.start()).start
    gives = page.last_before("gives", start, role.start())
    given = gives is not None and not page.low[gives.end() : role.start()].strip()
    return given and committee.start >= start and _MORE.match(page.low, role.end()) is not None


def _led_body(page: Page, bodies: BodyReader, role: re.Match[str], label: str) -> BodyMention | None:
    """Đoàn công tác của Bộ Y tế do ông X, Thứ trưởng, làm Trưởng đoàn: the body before the one who leads it."""
    heads = _LED_BY.get(label)
    start = page.sentence_at(role.start()).start
    gives = page.last_before("gives", start, role.start()) if heads else None
    if not heads or not gives or not gives.group().endswith("làm") or page.low[gives.end() : role.start()].strip():
        return None
    by = page.low.rfind(" do ", start, gives.start())
    body = bodies.last_before(by) if by >= 0 else None
    led = body and body.start >= start and _LED.fullmatch(page.low, body.end, by + 1)
    return body if led and body and body.name.startswith(heads) else None


def _is_of_others(page: Page, bodies: BodyReader, role: re.Match[str], committee: BodyMention) -> bool:
    """Năm Phó Trưởng ban khác gồm …, Phó Ban Thường trực là …: of no department of the Party that is named later."""
    goes_to = _GOES_TO.match(page.low, role.end())
    department = bodies.last_department(role.start()) if goes_to and not goes_to["others"] else None
    return goes_to is not None and (department is None or department.start < committee.start)
