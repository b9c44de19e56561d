"""What people said, as rows of a table whose every row is sealed. Nothing is deleted; that something ended is noted.

In the SQLite file workflow.sqlite of the data folder, or any database that a SQLAlchemy URL names.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    Column,
    Engine,
    Integer,
    MetaData,
    NullPool,
    String,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from graph_store.disk import no_room, says_full
from graph_store.sqlite_file import BUSY_S, is_read_only, open_to_read
from ingest.review.workflow_seals import make_sealed, seal
from ontology.errors import NotFound, StoreUnavailable

Entry = TypeVar("Entry")
_LARGEST = 2**63 - 1  # number that a database can hold


def texts_of(kind: type) -> tuple[str, ...]:
    """The names of an entry's fields, all of them texts but its number `id`."""
    return tuple(field.name for field in fields(kind) if field.name != "id")


def table_of(kind: type, name: str, *, indexed: Collection[str] = ()) -> Table:
    """A table for entries that are dataclasses of texts with a number `id`, which is 0 for one that is not kept yet."""
    columns = [Column(text, String, nullable=False, index=text in indexed) for text in texts_of(kind)]
    return Table(name, MetaData(), Column("id", Integer, primary_key=True, autoincrement=True), *columns)


class WorkflowRows(Generic[Entry]):
    """All entries of one kind. Raises StoreUnavailable where the database cannot be used."""

    def __init__(self, url: str, kind: type[Entry], table: Table) -> None:
        self._kind = kind
        self._table = table
        self._engine = database(url)
        self._made = False
        name = self._engine.url.database
        self._file = Path(name) if self._engine.dialect.name == "sqlite" and name else None
        self._read_only = bool(self._file and is_read_only(self._file))

    def keep(self, entries: Sequence[Entry]) -> list[int]:
        """Keeps them, all or none; their numbers."""
        rows = [{name: getattr(entry, name) for name in texts_of(self._kind)} for entry in entries]
        with database_told(), self._ready().begin() as connection:
            added = insert(self._table).returning(self._table.c.id)
            numbers = [int(connection.execute(added, row).scalar_one()) for row in rows]
            seal(connection, self._table, numbers)
            return numbers

    def end(
        self, ids: Sequence[int], noted: Mapping[str, str], *, ended: str, refusal: Callable[[str], NotFound]
    ) -> list[Entry]:
        """Notes of these that they hold no longer; gives them as they were.

        Takes   `ended`, the text that is empty for one that holds.
        Raises  `refusal`, with none ended, where numbers are not there or have ended already.
        """
        with database_told(), self._ready().begin() as connection:
            can_be = [number for number in ids if number <= _LARGEST]
            rows = connection.execute(select(self._table).where(self._table.c.id.in_(can_be))).mappings().all()
            found = {row["id"]: self._entry(row) for row in rows if not row[ended]}
            if missing := sorted(set(ids) - found.keys()):
                raise refusal(", ".join(map(str, missing)))
            connection.execute(update(self._table).where(self._table.c.id.in_(ids)).values(**noted))
            seal(connection, self._table, ids)
        return [found[number] for number in ids]

    def all(self) -> list[Entry]:
        """Every entry, ended ones too, in the order they were kept."""
        if self._file and not self._file.exists():
            return []
        with database_told(), self._ready().connect() as connection:
            if self._read_only and self._table.name not in inspect(connection).get_table_names():
                return []  # nothing of this kind was ever kept, and no table can be made
            rows = connection.execute(select(self._table).order_by(self._table.c.id)).mappings()
            return [self._entry(row) for row in rows]

    def close(self) -> None:
        self._engine.dispose()

    def _entry(self, row: Mapping[Any, Any]) -> Entry:
        return self._kind(**row)

    def _ready(self) -> Engine:
        if not self._made:
            if self._file:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            if not self._read_only:
                make_sealed(self._engine, self._table)
            self._made = True
        return self._engine


@contextmanager
def database_told() -> Iterator[None]:
    """Turns what a database says into an error of ours."""
    try:
        yield
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).partition("\n")[0]
        if says_full(said):
            raise no_room("workflow.sqlite") from error
        raise StoreUnavailable(
            f"the database of judgements cannot be used: {said}",
            message_vi=f"không dùng được cơ sở dữ liệu phán định: {said}",
            hint="may the data folder and its workflow.sqlite be written? Else look at MANDATE_WORKFLOW_URL",
            hint_vi="thư mục dữ liệu và tệp workflow.sqlite có ghi được không? Nếu có, xem MANDATE_WORKFLOW_URL",
        ) from error


def database(url: str) -> Engine:
    """The database at a SQLAlchemy URL; a SQLite file that may not be written can be read.

    A file is closed whenever it was used, as nobody tells when it is used for the last time.
    """
    place = make_url(url)
    if place.get_backend_name() != "sqlite" or not place.database:
        return create_engine(place)
    if is_read_only(file := Path(place.database)):
        return create_engine(place, creator=lambda: open_to_read(file), poolclass=NullPool)
    engine = create_engine(place, connect_args={"timeout": BUSY_S}, poolclass=NullPool)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA journal_mode=WAL"))
    return engine
