"""A version as a zip of Parquet: the tables of export_tables.py with typed columns. Needs pyarrow."""

import json
import tempfile
import zipfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from graph_store.export_tables import Table, about_column, about_table, gather, member
from graph_store.progress import Progress
from graph_store.view import View
from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    import pyarrow

_ROWS = 20_000  # of one row group


def write_parquet(view: View, output: IO[bytes], told: Progress) -> None:
    """Raises StoreUnavailable if pyarrow is not installed."""
    _require_pyarrow()
    with tempfile.TemporaryDirectory(prefix="mandate-tables-") as folder, zipfile.ZipFile(output, "w") as archive:
        for table in gather(view, Path(folder), told):
            path = table.path.with_suffix(".parquet")
            _write_parquet(table, path)
            with member(archive, f"{table.folder}/{table.name}.parquet", path, zipfile.ZIP_STORED) as file:
                with path.open("rb") as written:
                    while part := written.read(1 << 20):
                        file.write(part)
            path.unlink()


def _require_pyarrow() -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise StoreUnavailable(
            "Parquet is written with pyarrow, which is not installed",
            message_vi="ghi Parquet cần pyarrow, nhưng thư viện này chưa được cài",
            hint="pip install 'mandate-graph[parquet]', or export csv",
            hint_vi="chạy pip install 'mandate-graph[parquet]', hoặc xuất csv",
        ) from error


def _write_parquet(table: Table, path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    schema = _schema(table)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        left = table.read()
        while rows := list(islice(left, _ROWS)):
            told = [{name: _typed(row.get(name), schema.field(name).type) for name in schema.names} for row in rows]
            writer.write_table(pyarrow.Table.from_pylist(told, schema=schema))


def _schema(table: Table) -> "pyarrow.Schema":
    import pyarrow

    types: dict[str, Callable[[], pyarrow.DataType]] = {
        "boolean": pyarrow.bool_,
        "integer": pyarrow.int64,
        "number": pyarrow.float64,
        "string": pyarrow.string,
        "list": lambda: pyarrow.list_(pyarrow.string()),
    }
    fields = [
        pyarrow.field(
            name, types[kind](), metadata={"property": about} if (about := about_column(table, name)) else None
        )
        for name, kind in table.ordered().items()
    ]
    return pyarrow.schema(fields, metadata={"about": about_table(table)})


def _typed(value: Any, kind: Any) -> Any:
    """A value of another kind than its column, where sources differ, is told in its JSON form."""
    import pyarrow

    if isinstance(value, list):
        return [item if isinstance(item, str) else json.dumps(item) for item in value]
    if pyarrow.types.is_string(kind) and value is not None and not isinstance(value, str):
        return json.dumps(value)
    return value
