"""Which table a CSV file is: known by its header row, not by its name."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Protocol

from ingest.known import Known
from ingest.readers import SourceText
from ingest.tables.bodies import Bodies, BodyKinds, Committees, Coverages
from ingest.tables.claims import Claims
from ingest.tables.documents import Documents
from ingest.tables.events import Plenums, Terms
from ingest.tables.holdings import Holdings, Members
from ingest.tables.mapping import ColumnMapping, read_mapping
from ingest.tables.places import Communes, Districts, Provinces, Succession
from ingest.tables.positions import Positions
from ingest.tables.proposal import Proposal, propose
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.errors import InvalidIdentifier


class Table(Protocol):
    """One kind of table. All rows of an import are registered before any is written, so tables may refer both ways."""

    @property
    def columns(self) -> frozenset[str]:
        """The header, in any order."""

    @property
    def required(self) -> tuple[str, ...]:
        """Columns that no row may leave empty."""

    @property
    def order(self) -> int:
        """Tables that others rest on have a lower one and are written first."""

    def register(self, row: Row, known: Known) -> None:
        """Makes the names and numbers that the row brings known."""

    def write(self, row: Row, out: RowWriter) -> None:
        """Writes the statements of the row."""


# By the name that a mapping calls them by.
NAMED: Mapping[str, Table] = MappingProxyType(
    {
        "provinces": Provinces(),
        "terms": Terms(),
        "bodies": Bodies(),
        "body-kinds": BodyKinds(),
        "plenums": Plenums(),
        "committees": Committees(),
        "succession": Succession(),
        "coverage": Coverages(),
        "districts": Districts(),
        "communes": Communes(),
        "positions": Positions(),
        "members": Members(),
        "holdings": Holdings(),
        "documents": Documents(),
        "claims": Claims(),
    }
)


def table_of(header: tuple[str, ...]) -> Table | None:
    """The table with exactly these columns, in any order; None if there is none."""
    return next((table for table in NAMED.values() if table.columns == frozenset(header)), None)


def mapping_of(text: str, name: str) -> ColumnMapping:
    """The mapping that a file holds. Raises SourceMalformed for what is none; `name` is what the user knows it by."""
    return read_mapping(text, name, {table: sorted(kind.columns) for table, kind in NAMED.items()})


def proposal_for(source: SourceText) -> Proposal | None:
    """The mapping that the words of its header suggest."""
    return propose(source, {name: (sorted(table.columns), table.required) for name, table in NAMED.items()})


def register_rows(table: Table, rows: Iterable[Row], known: Known) -> None:
    """Makes known what the rows are about, so that rows may name what stands further down or in another table."""
    for row in rows:
        if all(row[column] for column in table.required):
            with suppress(InvalidIdentifier):  # said when the row is written
                table.register(row, known)


def write_row(table: Table, row: Row, out: RowWriter) -> None:
    """Writes a row if its required cells are filled; what cannot be identified becomes an issue."""
    for column, error in row.errors():
        out.raise_issue("error-cell", column=column, value=error)
    if row.alone and not all(row[column] for column in table.required):
        filled = next((column for column in table.required if row[column]), "")
        out.raise_issue("heading-row", column=filled, words=row.alone)
        return
    if not out.require(*table.required):
        return
    out.check_source()
    try:
        table.write(row, out)
    except InvalidIdentifier as error:
        out.raise_issue("bad-value", column=table.required[0], value=row[table.required[0]], allowed=str(error))
