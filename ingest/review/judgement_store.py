"""Judgements as they are kept: who said what of which pair, when and why. Nothing is deleted; undoing is noted.

In the SQLite file workflow.sqlite of the data folder, or any database that a SQLAlchemy URL names.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, create_engine, event, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from ingest.judgements import Judgements, Verdict
from ingest.review.workflow_seals import make_sealed, seal
from ontology.errors import InvalidIdentifier, NotFound, StoreUnavailable

_BUSY_S = 30
_LONGEST = 4_000  # characters of a field that comes from outside


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict on one pair. `sha256` is the source that raised the question, `code` and `words` say what it was.

    `at` and `undone_at` are times in UTC; `undone_at` is empty for one that holds. `id` 0: not kept yet.
    """

    subject: str
    candidate: str
    verdict: Verdict
    author: str
    at: str
    why: str = ""
    sha256: str = ""
    code: str = ""
    words: str = ""
    undone_at: str = ""
    undone_by: str = ""
    undone_why: str = ""
    id: int = 0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


_TEXTS = tuple(f.name for f in fields(Judgement) if f.name != "id")
TABLE = Table(
    "judgement",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=True),
    *(Column(name, String, nullable=False, index=name == "subject") for name in _TEXTS),
)


class JudgementStore:
    """All judgements of one data folder. Raises StoreUnavailable where the database cannot be used."""

    def __init__(self, url: str) -> None:
        self._engine = database(url)
        self._made = False
        name = self._engine.url.database
        self._file = Path(name) if self._engine.dialect.name == "sqlite" and name else None

    def add(self, judgements: Iterable[Judgement]) -> list[int]:
        """Keeps them, all or none; their numbers."""
        rows = [{name: getattr(j, name) for name in _TEXTS} for j in judgements]
        with database_told(), self._ready().begin() as connection:
            added = insert(TABLE).returning(TABLE.c.id)
            numbers = [int(connection.execute(added, row).scalar_one()) for row in rows]
            seal(connection, TABLE, numbers)
            return numbers

    def undo(self, ids: Sequence[int], *, author: str, at: str, why: str) -> list[Judgement]:
        """Notes that these hold no longer; gives them as they were. Raises NotFound, with none undone, for one that is
        not there or undone already."""
        with database_told(), self._ready().begin() as connection:
            rows = connection.execute(select(TABLE).where(TABLE.c.id.in_(ids))).mappings().all()
            found = {row["id"]: Judgement(**row) for row in rows if not row["undone_at"]}
            missing = sorted(set(ids) - found.keys())
            if missing:
                listed = ", ".join(map(str, missing))
                raise NotFound(
                    f"no judgement that holds has the number {listed}; nothing was undone",
                    message_vi=f"không có phán định nào còn hiệu lực mang số {listed}; chưa hoàn tác gì",
                    hint="`mandate judgement list` lists them",
                    hint_vi="`mandate judgement list` liệt kê các phán định",
                )
            change = update(TABLE).where(TABLE.c.id.in_(ids))
            connection.execute(change.values(undone_at=at, undone_by=author, undone_why=why))
            seal(connection, TABLE, ids)
        return [found[number] for number in ids]

    def all(self) -> list[Judgement]:
        """Every judgement, undone ones too, in the order they were kept."""
        if self._file and not self._file.exists():
            return []
        with database_told(), self._ready().connect() as connection:
            rows = connection.execute(select(TABLE).order_by(TABLE.c.id)).mappings()
            return [Judgement(**row) for row in rows]

    def current(self) -> Judgements:
        """What holds: of several verdicts on one pair the last one given."""
        holding = sorted((j for j in self.all() if not j.undone_at), key=lambda j: (j.at, j.id))
        return Judgements({(j.subject, j.candidate): j.verdict for j in holding})

    def take_in(self, entries: Sequence[Any]) -> int:
        """Keeps exported judgements that are not here yet, with their authors and times; how many were new.

        Raises InvalidIdentifier for an entry that is no judgement; none is kept then.
        """
        there = {replace(j, id=0) for j in self.all()}
        read = [_judgement(entry, number) for number, entry in enumerate(entries, 1)]
        new = [j for j in dict.fromkeys(read) if j not in there]
        self.add(new)
        return len(new)

    def close(self) -> None:
        self._engine.dispose()

    def _ready(self) -> Engine:
        if not self._made:
            if self._file:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            make_sealed(self._engine, TABLE)
            self._made = True
        return self._engine


@contextmanager
def database_told() -> Iterator[None]:
    """Turns what a database says into an error of ours."""
    try:
        yield
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).partition("\n")[0]
        raise StoreUnavailable(
            f"the database of judgements cannot be used: {said}",
            message_vi=f"không dùng được cơ sở dữ liệu phán định: {said}",
            hint="look at the file workflow.sqlite of the data folder, or at MANDATE_WORKFLOW_URL",
            hint_vi="xem tệp workflow.sqlite trong thư mục dữ liệu, hoặc biến MANDATE_WORKFLOW_URL",
        ) from error


def database(url: str) -> Engine:
    """The database at a SQLAlchemy URL."""
    engine = create_engine(url, connect_args={"timeout": _BUSY_S} if url.startswith("sqlite") else {})
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA journal_mode=WAL"))
    return engine


def _judgement(entry: Any, number: int) -> Judgement:
    """The judgement of an exported entry, as it was kept elsewhere."""
    texts = {name: entry.get(name, "") for name in _TEXTS} if isinstance(entry, dict) else {}
    fitting = all(isinstance(text, str) and len(text) <= _LONGEST for text in texts.values())
    if not texts or not fitting or texts["verdict"] not in get_args(Verdict) or not (texts["subject"] and texts["at"]):
        raise InvalidIdentifier(
            f"entry {number} is no judgement; nothing was taken in",
            message_vi=f"mục {number} không phải một phán định; chưa ghi nhận gì",
            hint="take in a file that `mandate judgement export` wrote",
            hint_vi="hãy dùng tệp do `mandate judgement export` ghi ra",
        )
    return Judgement(**texts)
