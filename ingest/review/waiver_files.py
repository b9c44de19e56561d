"""Waivers as CSV, one a line: for another data folder, for an archive, for people who look through them."""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from ingest.review.waiver_store import Waiver
from ontology.errors import SourceMalformed

COLUMNS = tuple(field.name for field in fields(Waiver) if field.name != "id")  # numbers are a data folder's own
_NEEDED = ("shape", "focus_node", "reason", "author", "at", "until")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def waivers_as_csv(waivers: Iterable[Waiver]) -> str:
    """All that is known of each. Text that a spreadsheet would run is led by an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(str(getattr(waiver, name))) for name in COLUMNS] for waiver in waivers)
    return text.getvalue()


def waivers_from_csv(text: str, name: str) -> list[Waiver]:
    """What `waivers_as_csv` wrote, or a person did with these columns. `name` is that of the file, for errors.

    Raises  SourceMalformed with the line for a file without these columns, or a line without one of the needed values.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
        if missing:
            raise _malformed(name, 1, f"no column {', '.join(missing)}", f"thiếu cột {', '.join(missing)}")
        found = []
        for row in reader:
            given: dict[str, Any] = {column: _plain(row.get(column) or "") for column in COLUMNS}
            empty = [column for column in _NEEDED if not given[column].strip()]
            if empty:
                told = ", ".join(empty)
                raise _malformed(name, reader.line_num, f"nothing stands in {told}", f"để trống {told}")
            found.append(Waiver(**given))
    except csv.Error as error:
        raise _malformed(name, reader.reader.line_num, f"no CSV ({error})", f"không phải CSV ({error})") from error
    return found


def _guarded(text: str) -> str:
    return "'" + text if text.lstrip("'").startswith(_FORMULA) else text


def _plain(text: str) -> str:
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text


def _malformed(name: str, line: int, english: str, vietnamese: str) -> SourceMalformed:
    columns = ", ".join(COLUMNS)
    return SourceMalformed(
        f"{name}, line {line}: {english}",
        message_vi=f"{name}, dòng {line}: {vietnamese}",
        hint=f"columns: {columns}; nothing was taken in",
        hint_vi=f"các cột: {columns}; chưa nhập gì",
        file=name,
        line=line,
    )
