"""Findings of the shapes that a steward lets pass, with a reason, by name, until a day. Nothing is deleted."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from ingest.review.workflow_rows import WorkflowRows, table_of
from ontology.dates import read_day
from ontology.errors import InvalidIdentifier, NotFound
from ontology.terms import SHAPE_BASE, local_name
from shapes.check import shapes_graph
from shapes.own import OwnShapes

_LONGEST = 2_000  # characters of a reason


@dataclass(frozen=True, slots=True)
class Waiver:
    """Lets every result of this shape on this focus node pass through the day `until`.

    `shape` is its local name. `withdrawn_at` is empty for one that holds. `id` 0: not kept yet.
    """

    shape: str
    focus_node: str
    reason: str
    author: str
    at: str
    until: str
    withdrawn_at: str = ""
    withdrawn_by: str = ""
    id: int = 0

    def holds(self, today: date) -> bool:
        return not self.withdrawn_at and today.isoformat() <= self.until

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


TABLE = table_of(Waiver, "waiver")


class WaiverStore(WorkflowRows[Waiver]):
    """All waivers of one data folder. Raises StoreUnavailable where the database cannot be used."""

    def __init__(self, url: str) -> None:
        super().__init__(url, Waiver, TABLE)

    def add(self, waiver: Waiver, own: OwnShapes | None = None) -> Waiver:
        """Keeps it.

        Raises InvalidIdentifier for no bundled or own shape, for a day or reason that is none, and for a last day
        before the one on which it is given: it would let nothing pass.
        """
        _refuse_faulty(waiver, own)
        _refuse_ended(waiver)
        return replace(waiver, id=self.keep([waiver])[0])

    def take_in(self, waivers: Sequence[Waiver], own: OwnShapes | None = None) -> int:
        """Keeps those that are not here yet, as they are, and says how many. Raises as `add` does, with none kept.

        Those that have ended are taken in too: they say why something passed at the time.
        """
        for waiver in waivers:
            _refuse_faulty(waiver, own)
        here = {_key(waiver) for waiver in self.all()}
        new = {_key(waiver): waiver for waiver in waivers if _key(waiver) not in here}
        if new:
            self.keep([*new.values()])
        return len(new)

    def withdraw(self, ids: Sequence[int], *, author: str, at: str) -> list[Waiver]:
        """Ends these before their day. Raises NotFound, with none ended, for one that is not there or ended already."""
        noted = {"withdrawn_at": at, "withdrawn_by": author}
        return self.end(ids, noted, ended="withdrawn_at", refusal=_none_holds)

    def holding(self, today: date) -> dict[tuple[str, str], Waiver]:
        """(local name of the shape, focus node) -> the waiver that holds on that day; of several the last one."""
        return {(w.shape, w.focus_node): w for w in self.all() if w.holds(today)}


def _none_holds(numbers: str) -> NotFound:
    return NotFound(
        f"no waiver that holds has the number {numbers}; nothing was withdrawn",
        message_vi=f"không có miễn trừ nào còn hiệu lực mang số {numbers}; chưa rút gì",
        hint="`mandate waiver list` lists them",
        hint_vi="`mandate waiver list` liệt kê các miễn trừ",
    )


def _key(waiver: Waiver) -> tuple[str, ...]:
    """What makes two waivers the same, wherever they are kept and whether they were withdrawn or not."""
    return (waiver.shape, waiver.focus_node, waiver.reason, waiver.author, waiver.at, waiver.until)


def _refuse_ended(waiver: Waiver) -> None:
    given = waiver.at[:10]
    if waiver.until < given:
        raise InvalidIdentifier(
            f"the last day {waiver.until} is before {given}, the day on which the waiver is given",
            message_vi=f"ngày cuối {waiver.until} trước ngày ghi miễn trừ {given}",
            hint="give a last day that is today or later; nothing was kept",
            hint_vi="cho ngày cuối là hôm nay hoặc muộn hơn; chưa ghi gì",
        )


def _refuse_faulty(waiver: Waiver, own: OwnShapes | None) -> None:
    bundled = {local_name(str(s)) for s in shapes_graph().subjects() if str(s).startswith(SHAPE_BASE)}
    if waiver.shape not in bundled | (own.rules if own else set()):
        raise InvalidIdentifier(
            f"no shape {waiver.shape[:80]!r}",
            message_vi=f"không có quy tắc {waiver.shape[:80]!r}",
            hint="the rule that the report names, such as Document-authority",
            hint_vi="ghi tên quy tắc như trong báo cáo, chẳng hạn Document-authority",
        )
    read_day(waiver.until)
    if not waiver.reason.strip() or not waiver.focus_node or len(waiver.reason) > _LONGEST:
        raise InvalidIdentifier(
            "a waiver wants a focus node and a reason",
            message_vi="miễn trừ cần nêu đối tượng và lý do",
            hint=f"say why, in at most {_LONGEST:,} characters",
            hint_vi=f"nêu lý do, nhiều nhất {_LONGEST:,} ký tự",
        )
