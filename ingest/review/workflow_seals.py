"""A seal for each row of the database of judgements: its SHA-256, written in the same transaction as the row.

SQLite itself finds a page whose structure is broken, but takes a changed letter for what was written. Seals stand in a
table of their own; the text of each table's and index's definition is sealed as well, under SCHEMA.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    delete,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from graph_store.sqlite_file import open_to_read
from ontology.damage import Damage, changed, missing, unreadable

_SEALS = Table(
    "seal",
    MetaData(),
    Column("sealed", String, primary_key=True),  # name of the table
    Column("number", Integer, primary_key=True, autoincrement=False),  # id of the row
    Column("sha256", String, nullable=False),
)
_AT_ONCE = 10_000  # rows; SQLite binds no more than 32,766 values at once
_SCHEMA = "schema:"  # before the name of a table or index, whose number is 0
_DEFINITIONS = "SELECT name, type, tbl_name, sql FROM sqlite_master"


def make_sealed(engine: Engine, table: Table) -> None:
    """Makes the table where it is not there, and seals what an older program left without."""
    table.metadata.create_all(engine)
    _SEALS.metadata.create_all(engine)
    try:
        with engine.begin() as connection:
            sealed = select(_SEALS.c.number).where(_SEALS.c.sealed == table.name)
            unsealed = connection.execute(select(table.c.id).where(table.c.id.not_in(sealed))).scalars().all()
            seal(connection, table, unsealed)
            if engine.dialect.name == "sqlite":
                _seal_definitions(connection)
    except IntegrityError:  # another program sealed them at the same time
        return


def seal(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    """Seals rows as they are now, in the transaction that wrote them."""
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        rows = connection.execute(select(table).where(table.c.id.in_(some))).mappings().all()
        mine = (_SEALS.c.sealed == table.name) & _SEALS.c.number.in_(some)
        connection.execute(delete(_SEALS).where(mine))
        seals = [{"sealed": table.name, "number": row["id"], "sha256": _hash(row)} for row in rows]
        connection.execute(insert(_SEALS), seals)


def damaged_rows(engine: Engine, tables: Sequence[Table]) -> list[Damage]:
    """What is said of each row that is not what was written; of a SQLite file also what SQLite finds.

    Read as of one moment, so that what others write meanwhile is no damage. A row that an older program wrote has no
    seal, and is taken as it is.
    """
    in_sqlite = engine.dialect.name == "sqlite"
    if in_sqlite:
        name = engine.url.database
        if not name or not Path(name).is_file():
            return []
        if broken := _broken_pages(Path(name)):
            return broken
    try:
        with engine.connect() as connection:
            if in_sqlite:  # its driver begins no transaction to read
                connection.exec_driver_sql("BEGIN")
            else:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            return list(_differing(connection, tables))
    except (SQLAlchemyError, UnicodeError, ValueError) as error:
        return [unreadable("database", str(error).partition("\n")[0])]


def _seal_definitions(connection: Connection) -> None:
    known = select(_SEALS.c.sealed).where(_SEALS.c.number == 0)
    there = set(connection.execute(known).scalars())
    found = _definitions(connection)
    new = [{"sealed": key, "number": 0, "sha256": hashed} for key, hashed in found.items() if key not in there]
    if new:
        connection.execute(insert(_SEALS), new)


def _definitions(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text(_DEFINITIONS)).mappings()
    return {_SCHEMA + str(row["name"]): _hash(row) for row in rows}


def _differing(connection: Connection, tables: Sequence[Table]) -> Iterator[Damage]:
    names = _names(connection)
    if _SEALS.name not in names:  # made by an older program, unless something of ours is under another name
        ours = {known for table in tables for known in (table.name, *(str(index.name) for index in table.indexes))}
        yield from (_not_ours(name) for name in sorted(names - ours))
        return
    found = {
        (table.name, int(row["id"])): _hash(row)
        for table in tables
        if table.name in names
        for row in connection.execute(select(table)).mappings()
    }
    if connection.dialect.name == "sqlite":
        found |= {(key, 0): hashed for key, hashed in _definitions(connection).items()}
    for row in connection.execute(select(_SEALS).order_by(_SEALS.c.sealed, _SEALS.c.number)):
        what = f"{row.sealed} {row.number}" if row.number else row.sealed
        if (row.sealed, row.number) not in found:
            yield missing(what)
        elif found[row.sealed, row.number] != row.sha256:
            yield changed(what)


def _not_ours(name: str) -> Damage:
    return Damage(f"có {name!r}, không phải của chương trình", f"it holds {name!r}, which is not ours")


def _names(connection: Connection) -> set[str]:
    """Of tables and indexes; in SQLite whatever its own list takes them for, as that may be damaged."""
    if connection.dialect.name != "sqlite":
        return set(inspect(connection).get_table_names())
    return {str(row["name"]) for row in connection.execute(text(_DEFINITIONS)).mappings()}


def _broken_pages(path: Path) -> list[Damage]:
    """What SQLite says of the file's pages, indexes and constraints; nothing if all is well."""
    try:
        with closing(open_to_read(path)) as database:
            said = [str(row[0]) for row in database.execute("PRAGMA integrity_check(20)")]
    except (sqlite3.Error, UnicodeError) as error:
        return [unreadable("SQLite", error)]
    return [] if said == ["ok"] else [Damage(line, line) for line in said]


def _hash(row: Mapping[Any, Any]) -> str:
    values = json.dumps({str(name): row[name] for name in row}, ensure_ascii=False, sort_keys=True, default=repr)
    return sha256(values.encode("utf-8", "surrogatepass")).hexdigest()
