"""Boards that a Party committee elects out of itself and that a report names without it: "bầu Ban Thường vụ gồm …"."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.cued import Cued
from ingest.facts import BodyForm
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import BODY_NAMED
from ingest.rules.text.page import Page

_ELECTED = Cued(
    "bầu chỉ ủy",
    r"(?:(?:bầu|chỉ định)(?: bổ sung| ra| thêm)?[ ]"
    r"(?:(?:\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các) (?:đồng chí|ủy viên|người|ông|bà|nhân sự)"
    r"(?: vào| tham gia)? )?|ủy viên )"
    r"(?P<board>ban thường vụ|ủy ban kiểm tra)(?=\s*[:,]|\s+(?:gồm|khóa|nhiệm kỳ|mới)(?!\w))",
)
_BOARDS: dict[str, tuple[str, BodyForm]] = {
    "ban thường vụ": ("Ban Thường vụ", "standing_committee"),
    "ủy ban kiểm tra": ("Ủy ban Kiểm tra", "inspection_committee"),
}
_OF_MEMBERS = "Ban Chấp hành Đảng bộ "
_OWNERS = ("Tỉnh ủy ", "Thành ủy ", "Huyện ủy ", "Quận ủy ", "Thị ủy ", "Đảng ủy ")


def elected_boards(page: Page, reader: BodyReader) -> Iterator[BodyMention]:
    """Those that the words of an election name, each with the committee named before."""
    for elected in page.each(_ELECTED):
        start, end = elected.span("board")
        known = reader.read_at(start)
        members = reader.last_called(_OF_MEMBERS, start)
        near = members is not None and members.start >= page.paragraph_at(start).start
        owner = members if near else reader.party_committee_before(start)
        name = _owner_in_name(page, owner) if owner and not (known and known.end > end) else ""
        if owner and name:
            board, form = _BOARDS[elected["board"]]
            yield replace(owner, start=start, end=end, name=f"{board} {name}", form=form, rule=BODY_NAMED)


def _owner_in_name(page: Page, committee: BodyMention) -> str:
    """The Tỉnh ủy Lai Châu of the Ban Chấp hành Đảng bộ tỉnh Lai Châu."""
    if committee.name.startswith(_OWNERS):
        return committee.name
    if not committee.name.startswith(_OF_MEMBERS):
        return ""
    unit = page.lexicon.units.get(committee.unit or "")
    if unit and committee.place:
        return f"{unit.committee} {committee.place}"
    return f"Đảng ủy {committee.name.removeprefix(_OF_MEMBERS)}"
