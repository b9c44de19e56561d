"""What a table would give: its rows in our columns, the cell of each, and what could not be taken in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.issues import Issue
from ingest.known import Known
from ingest.readers import SourceText, form_of, read_source
from ingest.source_graph import SourceGraph
from ingest.tables.mapped import mapped_rows
from ingest.tables.mapping import ColumnMapping
from ingest.tables.registry import NAMED, Table, mapping_of, proposal_for, table_of, write_row
from ingest.tables.rows import Row, Rows, read_header, read_rows
from ingest.tables.writer import RowWriter
from ontology.errors import SourceUnreadable


@dataclass(frozen=True, slots=True)
class Preview:
    """`mapping` is the text of the mapping file, "" for a table that needs none or that no table of ours resembles.

    `likeness`: ours -> (theirs, of 100), for a proposed one. `missing` are columns to be filled in before it is used.
    """

    table: str
    mapping: str
    likeness: Mapping[str, tuple[str, float]]
    missing: tuple[str, ...]
    rows: tuple[Row, ...]
    issues: tuple[Issue, ...]
    statements: int

    def as_json(self, most: int) -> dict[str, Any]:
        """All but the rows beyond the first `most`."""
        return {
            "table": self.table,
            "mapping": self.mapping,
            "likeness": {ours: {"column": theirs, "of_100": round(of)} for ours, (theirs, of) in self.likeness.items()},
            "missing": list(self.missing),
            "row_count": len(self.rows),
            "rows": [{"cells": dict(row.cells), "at": dict(row.at)} for row in self.rows[:most]],
            "issues": [issue.as_json() for issue in self.issues],
            "statements": self.statements,
        }


def preview(path: Path, name: str, mapping: str, known: Known, sheet: str = "") -> Preview:
    """`sheet` is one of a workbook, where no mapping names it; `known` learns what the rows tell.

    Raises SourceError for a file that cannot be read as a table.
    """
    if form_of(name) != "table":
        raise SourceUnreadable(
            f"{name} is no table",
            message_vi=f"{name} không phải bảng",
            hint="a preview reads .csv and .xlsx",
            hint_vi="chỉ xem trước được .csv và .xlsx",
            file=name,
            code="unreadable",
        )
    if mapping:
        told = mapping_of(mapping, "mapping")
        return _mapped(read_source(path, name, told.sheet), told, mapping, {}, known)
    source = read_source(path, name, sheet)
    header = read_header(source)
    table = table_of(header)
    if table:
        return _written(source, table, list(read_rows(source)), "", {}, known)
    proposed = proposal_for(source)
    if proposed is None:
        return Preview("", "", {}, (), (), (), 0)
    text = proposed.as_toml()
    if proposed.missing:
        return Preview(proposed.table, text, proposed.matched, proposed.missing, (), (), 0)
    return _mapped(source, mapping_of(text, "mapping"), text, proposed.matched, known)


def _mapped(
    source: SourceText, told: ColumnMapping, text: str, likeness: Mapping[str, tuple[str, float]], known: Known
) -> Preview:
    table = NAMED[told.table]
    return _written(source, table, mapped_rows(source, told, sorted(table.columns)), text, likeness, known)


def _written(
    source: SourceText,
    table: Table,
    rows: list[Row],
    text: str,
    likeness: Mapping[str, tuple[str, float]],
    known: Known,
) -> Preview:
    graph = SourceGraph(source, "reference", title=Path(source.name).stem)
    together, issues = Rows(rows), []
    for row in rows:
        writer = RowWriter(row, graph, known, {}, together)
        write_row(table, row, writer)
        issues += writer.issues
    name = next(name for name, kind in NAMED.items() if kind is table)
    return Preview(name, text, likeness, (), tuple(rows), tuple(issues), len(list(graph.quads())))
