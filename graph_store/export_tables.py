"""A version as tables, one for each class of nodes and each type of relationship; CSV here, Parquet beside.

nodes/Document.csv          `iri`, `class` (the most specific one), then the properties of projection.py
relationships/BASED_ON.csv  `start`, `end` (IRIs), `source` (list of keys), `validFrom`, `validTo`
csv-metadata.json           what each column means, as CSV on the Web (W3C) wants it

Lists are JSON arrays in CSV and lists in Parquet. The rows wait on disk until it is known which columns there are.
"""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO, Any

from graph_store.chain_reader import core_class, most_specific
from graph_store.progress import Progress
from graph_store.projection import Node, Projection
from graph_store.projection_names import RESOURCE
from graph_store.projection_schema import node_labels, property_keys, relationship_types
from graph_store.view import View
from ontology.terms import labels

_KINDS = {bool: "boolean", int: "integer", float: "number", str: "string", list: "list"}
_LEADING = {"nodes": ("iri", "class"), "relationships": ("start", "end")}
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the day on which zip begins to count; no clock, so that equal is equal
_LARGE = 1 << 30
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_METADATA = "csv-metadata.json"


@dataclass(slots=True)
class Table:
    """Rows that wait in a file of JSON Lines. `columns` maps names to the kinds of values that were met."""

    folder: str  # nodes or relationships
    name: str
    path: Path
    columns: dict[str, set[str]] = field(default_factory=dict)
    rows: int = 0

    def add(self, row: Mapping[str, Any], file: IO[str]) -> None:
        for name, value in row.items():
            self.columns.setdefault(name, set()).add(_KINDS[type(value)])
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.rows += 1

    def ordered(self) -> dict[str, str]:
        """Name -> kind of the columns: what tells the row first, the others by name."""
        leading = _LEADING[self.folder]
        names = [*leading, *sorted(self.columns.keys() - set(leading))]
        return {name: _one_kind(self.columns.get(name, {"string"})) for name in names}

    def read(self) -> Iterator[dict[str, Any]]:
        with self.path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)


def write_csv(view: View, output: IO[bytes], told: Progress) -> None:
    """Text that a spreadsheet would run as a formula is led by an apostrophe."""
    with tempfile.TemporaryDirectory(prefix="mandate-tables-") as folder, zipfile.ZipFile(output, "w") as archive:
        tables = gather(view, Path(folder), told)
        for table in tables:
            with member(archive, f"{table.folder}/{table.name}.csv", table.path, zipfile.ZIP_DEFLATED) as file:
                _write_rows(table, io.TextIOWrapper(file, "utf-8", newline="", write_through=True))
        with member(archive, _METADATA, None, zipfile.ZIP_DEFLATED) as file:
            file.write(json.dumps(_csvw(tables), ensure_ascii=False, indent=1).encode())


def gather(view: View, folder: Path, told: Progress) -> list[Table]:
    """The tables of a version, by folder and name; rows in order of IRI."""
    tables: dict[tuple[str, str], Table] = {}
    files: dict[tuple[str, str], IO[str]] = {}
    with ExitStack() as stack:

        def add(kind: str, name: str, row: Mapping[str, Any]) -> None:
            if (kind, name) not in tables:
                table = tables[kind, name] = Table(kind, name, folder / f"{kind}-{name}.jsonl")
                files[kind, name] = stack.enter_context(table.path.open("w", encoding="utf-8"))
            tables[kind, name].add(row, files[kind, name])

        for node, relationships in Projection(view.store, view.number, view.content_hash).things(told):
            name, row = node_row(node)
            add("nodes", name, row)
            for relationship in relationships:
                ends = {"start": relationship.start, "end": relationship.end}
                add("relationships", relationship.type, {**ends, **relationship.properties})
    return [tables[key] for key in sorted(tables)]


def node_row(node: Node) -> tuple[str, dict[str, Any]]:
    """The table that a node belongs to, by its core class, and its row."""
    own = most_specific({label for label in node.labels if label != RESOURCE})
    return core_class(own) or RESOURCE, {"iri": node.iri, "class": own or RESOURCE, **_named(node)}


def _named(node: Node) -> dict[str, Any]:
    return {name: value for name, value in node.properties.items() if name != "iri"}


def _one_kind(kinds: set[str]) -> str:
    if len(kinds) == 1:
        return next(iter(kinds))
    return "number" if kinds == {"integer", "number"} else "string"


def member(archive: zipfile.ZipFile, name: str, rows: Path | None, compression: int) -> IO[bytes]:
    """A file of the archive to write; `rows` is what it is made of, which says how large it may get."""
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.compress_type = compression
    return archive.open(info, "w", force_zip64=rows is not None and rows.stat().st_size > _LARGE)


# CSV


def _write_rows(table: Table, file: io.TextIOWrapper) -> None:
    names = list(table.ordered())
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    for row in table.read():
        writer.writerow([_cell(row.get(name)) for name in names])
    file.flush()
    file.detach()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA) else value
    return json.dumps(value, ensure_ascii=False)


def _csvw(tables: list[Table]) -> dict[str, Any]:
    described = [
        {
            "url": f"{table.folder}/{table.name}.csv",
            "dc:title": _titles(about_table(table)),
            "tableSchema": {
                "columns": [_column(name, kind, about_column(table, name)) for name, kind in table.ordered().items()],
                "primaryKey": "iri" if table.folder == "nodes" else ["start", "end"],
            },
        }
        for table in tables
    ]
    return {"@context": "http://www.w3.org/ns/csvw", "tables": described}


def _column(name: str, kind: str, property_iri: str) -> dict[str, Any]:
    column: dict[str, Any] = {"name": name, "titles": name, "datatype": "json" if kind == "list" else kind}
    return column | ({"propertyUrl": property_iri, "dc:title": _titles(property_iri)} if property_iri else {})


def _titles(iri: str) -> list[dict[str, str]]:
    told = labels(iri)
    return [{"@value": told.vi, "@language": "vi"}, {"@value": told.en, "@language": "en"}] if iri else []


def about_table(table: Table) -> str:
    """The IRI of the class or the property that a table is about; nothing for things without a class."""
    known = {label.name: label.class_iri for label in node_labels()}
    if table.folder == "relationships":
        known = {found.name: found.property_iri for found in relationship_types()}
    return known.get(table.name, "")


@cache
def _properties() -> dict[str, str]:
    return {key.name: key.property_iri for key in property_keys()}


def about_column(table: Table, name: str) -> str:
    """The IRI of the property that a column holds; nothing for what a table adds."""
    return _properties().get(name, "") if table.folder == "nodes" else ""
