"""Findings of the shapes that a steward lets pass, with a reason, by name, until a day. Nothing is deleted.

In the database of judgements: workflow.sqlite of the data folder, or any that a SQLAlchemy URL names.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, insert, select, update

from ingest.review.judgement_store import database, database_told
from ingest.review.workflow_seals import make_sealed, seal
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


_TEXTS = tuple(f.name for f in fields(Waiver) if f.name != "id")
TABLE = Table(
    "waiver",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=True),
    *(Column(name, String, nullable=False) for name in _TEXTS),
)


class WaiverStore:
    """All waivers of one data folder. Raises StoreUnavailable where the database cannot be used."""

    def __init__(self, url: str) -> None:
        self._engine = database(url)
        self._made = False
        name = self._engine.url.database
        self._file = Path(name) if self._engine.dialect.name == "sqlite" and name else None

    def add(self, waiver: Waiver, own: OwnShapes | None = None) -> Waiver:
        """Keeps it. Raises InvalidIdentifier for no bundled or own shape, and for a day or reason that is none."""
        _refuse_faulty(waiver, own)
        row = {name: getattr(waiver, name) for name in _TEXTS}
        with database_told(), self._ready().begin() as connection:
            number = int(connection.execute(insert(TABLE).returning(TABLE.c.id), row).scalar_one())
            seal(connection, TABLE, [number])
        return Waiver(**row, id=number)

    def take_in(self, waivers: Sequence[Waiver], own: OwnShapes | None = None) -> int:
        """Keeps those that are not here yet, as they are, and says how many. Raises as `add` does, with none kept."""
        for waiver in waivers:
            _refuse_faulty(waiver, own)
        here = {_key(waiver) for waiver in self.all()}
        new = {_key(waiver): waiver for waiver in waivers if _key(waiver) not in here}
        rows = [{name: getattr(waiver, name) for name in _TEXTS} for waiver in new.values()]
        if rows:
            with database_told(), self._ready().begin() as connection:
                added = insert(TABLE).returning(TABLE.c.id)
                seal(connection, TABLE, [int(connection.execute(added, row).scalar_one()) for row in rows])
        return len(rows)

    def withdraw(self, ids: Sequence[int], *, author: str, at: str) -> list[Waiver]:
        """Ends these before their day. Raises NotFound, with none ended, for one that is not there or ended already."""
        with database_told(), self._ready().begin() as connection:
            rows = connection.execute(select(TABLE).where(TABLE.c.id.in_(ids))).mappings().all()
            found = {row["id"]: Waiver(**row) for row in rows if not row["withdrawn_at"]}
            missing = ", ".join(map(str, sorted(set(ids) - found.keys())))
            if missing:
                raise NotFound(
                    f"no waiver that holds has the number {missing}; nothing was withdrawn",
                    message_vi=f"không có miễn trừ nào còn hiệu lực mang số {missing}; chưa rút gì",
                    hint="`mandate waiver list` lists them",
                    hint_vi="`mandate waiver list` liệt kê các miễn trừ",
                )
            change = update(TABLE).where(TABLE.c.id.in_(ids))
            connection.execute(change.values(withdrawn_at=at, withdrawn_by=author))
            seal(connection, TABLE, ids)
        return [found[number] for number in ids]

    def all(self) -> list[Waiver]:
        """Every waiver, ended ones too, in the order they were kept."""
        if self._file and not self._file.exists():
            return []
        with database_told(), self._ready().connect() as connection:
            rows = connection.execute(select(TABLE).order_by(TABLE.c.id)).mappings()
            return [Waiver(**row) for row in rows]

    def holding(self, today: date) -> dict[tuple[str, str], Waiver]:
        """(local name of the shape, focus node) -> the waiver that holds on that day; of several the last one."""
        return {(w.shape, w.focus_node): w for w in self.all() if w.holds(today)}

    def close(self) -> None:
        self._engine.dispose()

    def _ready(self) -> Engine:
        if not self._made:
            if self._file:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            make_sealed(self._engine, TABLE)
            self._made = True
        return self._engine


def _key(waiver: Waiver) -> tuple[str, ...]:
    """What makes two waivers the same, wherever they are kept and whether they were withdrawn or not."""
    return (waiver.shape, waiver.focus_node, waiver.reason, waiver.author, waiver.at, waiver.until)


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
