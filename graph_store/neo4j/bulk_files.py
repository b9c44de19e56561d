"""A version as files for `neo4j-admin database import full`: the quickest way into an empty database of any size.

nodes/Document-Regulation.csv     what has just these labels (and Resource); …header.csv has its columns and types
relationships/BASED_ON.csv        `:START_ID`, `:END_ID`, `source`, `validFrom`, `validTo`, likewise
nodes/MandateGraphVersion.csv     the stamp, which counts only when finish.cypher has run
import.args                       all that neo4j-admin is to be told, and as comments how
finish.cypher                     constraints and indexes, then the stamp
SHA256SUMS                        for sha256sum -c

Rows whose values are of another kind than those before them, where sources differ, stand in a file of their own
(Document-Regulation-2.csv), as a column has one type. Texts are in quotes, so that an empty one is not an absent one.
"""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import IO

from graph_store.engine import Value
from graph_store.export_tables import member
from graph_store.neo4j.cypher_files import FINISH, statement
from graph_store.progress import Progress
from graph_store.projection import Projection
from graph_store.projection_edition import edition
from graph_store.projection_names import RESOURCE, kind_of
from graph_store.view import View

ARGUMENTS, STATEMENTS, SUMS = "import.args", "finish.cypher", "SHA256SUMS"
_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
_STAMP_TYPES = {"key": "string", "state": "string", "number": "long", "contentHash": "string", "edition": "string"}
_LARGE = 1_000_000  # characters of a value that the importer's buffer of 4 MB may be too small for
# What may stand between the items of a list: signs that no text has, then those that hardly any has.
_SEPARATORS = tuple(chr(code) for code in (0x1F, 0x1E, 0x1D, 0x1C, *range(1, 9), *range(0xE000, 0xF8FF)))
_HOW = """\
# 1. In this folder, with the server stopped:  neo4j-admin database import full @import.args neo4j
#    The database must be empty; --overwrite-destination before its name replaces one.
# 2. With the server started:                  cypher-shell -d neo4j -f finish.cypher
#    or `mandate neo4j sync`, which compares all that is there first.
"""


@dataclass(slots=True)
class _Rows:
    """Rows that fit one header; they wait as JSON Lines until its columns are known. `told` are labels or a type."""

    name: str
    told: str
    path: Path
    file: IO[str]
    columns: dict[str, str] = field(default_factory=dict)

    def add(self, row: Mapping[str, Value], kinds: Mapping[str, str]) -> None:
        self.columns.update(kinds)
        self.file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def read(self) -> Iterator[dict[str, Value]]:
        with self.path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)


class _Gathered:
    """All rows of a version, by the file that they go to, and what the importer must know of their texts."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self._rows: dict[tuple[str, str], list[_Rows]] = {}
        self.signs: set[str] = set()  # those below a blank that stand in the items of lists, and private ones
        self.longest = 0
        self.multiline = False

    def add(self, folder: str, told: str, row: Mapping[str, Value]) -> None:
        """Puts the row into the first file of these labels or this type whose columns have its types."""
        kinds = {name: self._kind(value) for name, value in row.items() if name != "source"}
        if "source" in row:
            kinds["source"] = "string[]"
            self._kind(row["source"])
        there = self._rows.setdefault((folder, told), [])
        for rows in there:
            if all(rows.columns.get(name, kind) == kind for name, kind in kinds.items()):
                break
        else:
            there.append(rows := self._opened(folder, told, len(there)))
        rows.add(row, kinds)

    def all(self, folder: str) -> Iterator[_Rows]:
        return (rows for (there, _), found in sorted(self._rows.items()) if there == folder for rows in found)

    def _opened(self, folder: str, told: str, before: int) -> _Rows:
        name = told.replace(":", "-") + (f"-{before + 1}" if before else "")
        path = self._folder / f"{folder}-{name}.jsonl"
        return _Rows(name, told, path, self._stack.enter_context(path.open("w", encoding="utf-8")))

    def _kind(self, value: Value) -> str:
        if isinstance(value, list):
            for item in value:
                if isinstance(item, str):
                    self.signs.update(sign for sign in item if sign < " " or "\ue000" <= sign <= "\uf8ff")
                self._notice(item)
            return _TYPES[type(value[0])] + "[]"
        self._notice(value)
        return _TYPES[type(value)]

    def _notice(self, value: Value) -> None:
        if isinstance(value, str):
            self.longest = max(self.longest, len(value))
            self.multiline = self.multiline or "\n" in value or "\r" in value


def write_bulk_folder(view: View, folder: Path, told: Progress) -> None:
    """Writes the files into `folder`, which is empty."""
    with tempfile.TemporaryDirectory(prefix="mandate-bulk-", dir=folder) as waiting:
        with ExitStack() as stack:
            gathered = _gather(view, Path(waiting), stack, told)
        separator = next(sign for sign in _SEPARATORS if sign not in gathered.signs)
        inputs = [*_write_tables(folder, gathered, separator), _write_stamp(folder, view)]
    arguments = [*inputs, *_options(gathered, separator)]  # an option last, as --nodes takes what follows it
    (folder / ARGUMENTS).write_text(_HOW + "\n".join(arguments) + "\n", "utf-8")
    (folder / STATEMENTS).write_text("".join(statement(name).rstrip() + ";\n" for name in FINISH), "utf-8")
    (folder / SUMS).write_text("".join(_sums(folder)), "utf-8")


def write_bulk_zip(view: View, output: IO[bytes], told: Progress) -> None:
    """Writes the files as one archive."""
    with tempfile.TemporaryDirectory(prefix="mandate-bulk-") as name, zipfile.ZipFile(output, "w") as archive:
        folder = Path(name)
        write_bulk_folder(view, folder, told)
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            inside = path.relative_to(folder).as_posix()
            with path.open("rb") as file, member(archive, inside, path, zipfile.ZIP_DEFLATED) as packed:
                shutil.copyfileobj(file, packed)
            path.unlink()


def _gather(view: View, folder: Path, stack: ExitStack, told: Progress) -> _Gathered:
    gathered = _Gathered(folder, stack)
    for node, relationships in Projection(view.store, view.number, view.content_hash).things(told):
        gathered.add("nodes", kind_of(node.labels), node.properties)
        for found in relationships:
            gathered.add("relationships", found.type, {"start": found.start, "end": found.end, **found.properties})
    return gathered


def _write_tables(folder: Path, gathered: _Gathered, separator: str) -> Iterator[str]:
    """Writes headers and rows; gives the argument for each file."""
    for kind in ("nodes", "relationships"):
        (folder / kind).mkdir()
        for rows in gathered.all(kind):
            header, data = _paths(kind, rows.name)
            leading = {"iri": "iri:ID"} if kind == "nodes" else {"start": ":START_ID", "end": ":END_ID"}
            names = [*leading, *sorted(rows.columns.keys() - leading.keys())]
            columns = (leading.get(name) or f"{name}:{rows.columns[name]}" for name in names)
            (folder / header).write_text(",".join(columns) + "\n", "utf-8")
            with (folder / data).open("w", encoding="utf-8", newline="") as file:
                for row in rows.read():
                    file.write(",".join(_cell(row.get(name), separator) for name in names) + "\n")
            rows.path.unlink()
            labels = f"{RESOURCE}:{rows.told}" if kind == "nodes" and rows.told != RESOURCE else rows.told
            yield f"--{kind}={labels}={header},{data}"


def _write_stamp(folder: Path, view: View) -> str:
    header, data = _paths("nodes", "MandateGraphVersion")
    columns = [":ID(version)", *(f"{name}:{kind}" for name, kind in _STAMP_TYPES.items())]
    (folder / header).write_text(",".join(columns) + "\n", "utf-8")
    values = (0, "mandate-graph", "imported", view.number, view.content_hash, edition())
    (folder / data).write_text(",".join(_cell(value, "") for value in values) + "\n", "utf-8")
    return f"--nodes=MandateGraphVersion={header},{data}"


def _paths(kind: str, name: str) -> tuple[str, str]:
    return f"{kind}/{name}.header.csv", f"{kind}/{name}.csv"


def _cell(value: Value, separator: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = separator.join(str(_cell(item, "") if not isinstance(item, str) else item) for item in value)
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return json.dumps(value)


def _options(gathered: _Gathered, separator: str) -> list[str]:
    options = ["--id-type=string", f"--array-delimiter=U+{ord(separator):04X}"]
    if gathered.multiline:
        options.append("--multiline-fields=true")
    if gathered.longest > _LARGE:
        options.append(f"--read-buffer-size={8 * gathered.longest}")
    return options


def _sums(folder: Path) -> Iterator[str]:
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        with path.open("rb") as file:
            yield f"{file_digest(file, 'sha256').hexdigest()}  {path.relative_to(folder).as_posix()}\n"
