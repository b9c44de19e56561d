"""What is kept of each import beside the graph: its record, issues and validation results, as files in imports/ID/.

Each file is JSON of two members, `content` and its hash as it is written here, so that a changed byte is found. Files
without the hash are of an older program, and read all the same.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from graph_store.staging import LISTED
from ontology.errors import ImportStateError, NotFound

Status = Literal["staged", "published", "discarded", "unchanged", "refused"]
_MEMBERS = {"sha256", "content"}
FileStatus = Literal["read", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file. `facts` counts what was read, by kind of fact; `message` says why it was refused."""

    name: str
    sha256: str
    status: FileStatus
    message: str
    facts: dict[str, int]
    message_vi: str = ""


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import. `base` is the version it was staged on, `version` the one that published it."""

    id: str
    status: Status
    created_at: str
    author: str
    base: int
    version: int | None
    files: tuple[FileOutcome, ...]
    added: int
    removed: int
    issues: int
    violations: int
    warnings: int
    source_class: str = "press"  # of its texts, where they do not show another
    questions: int = 0  # those that wait for an answer
    broken: int = 0  # expectations

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def with_state(record: ImportRecord, published: Mapping[str, int], staged: set[str]) -> ImportRecord:
    """The record with the state that the version store gives it: `published` import -> version, `staged` ids."""
    if record.id in published:
        return replace(record, status="published", version=published[record.id])
    if record.status == "staged" and record.id not in staged:
        return replace(record, status="discarded")
    return record


def unchanged(record: ImportRecord) -> ImportRecord:
    """The record of an import that says what is published already."""
    files = tuple(replace(f, status="unchanged") if f.status == "read" else f for f in record.files)
    return replace(record, status="unchanged", files=files, added=0, removed=0, violations=0, warnings=0)


def not_staged(record: ImportRecord) -> ImportStateError:
    return ImportStateError(
        f"import {record.id} is {record.status}, not staged",
        message_vi=f"lần nhập {record.id} không ở trạng thái chờ (đang là {record.status})",
        **LISTED,
    )


class Records:
    """The folder of import records. A record is whole or absent: its file is written last and renamed into place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(
        self,
        record: ImportRecord,
        issues: list[dict[str, Any]],
        validation: list[dict[str, Any]],
        questions: list[dict[str, Any]],
        expectations: dict[str, Any],
        coverage: dict[str, Any],
    ) -> None:
        folder = self._folder / record.id
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / "issues.json", issues)
        _write(folder / "validation.json", validation)
        _write(folder / "questions.json", questions)
        _write(folder / "expectations.json", expectations)
        _write(folder / "coverage.json", coverage)
        _write(folder / "record.json", record.as_json())

    def set_status(self, import_id: str, status: Status) -> None:
        self.replace(replace(self.read(import_id), status=status))

    def replace(self, record: ImportRecord) -> None:
        """Puts the record in the place of the one of its id."""
        _write(self._folder / record.id / "record.json", record.as_json())

    def ids(self) -> list[str]:
        """Newest first: an id begins with its time, to the millisecond."""
        return sorted((p.parent.name for p in self._folder.glob("*/record.json")), reverse=True)

    def read(self, import_id: str) -> ImportRecord:
        """Raises NotFound for an id that no import bears."""
        stored = self._load(import_id, "record.json")
        return ImportRecord(**{**stored, "files": tuple(FileOutcome(**f) for f in stored["files"])})

    def issues(self, import_id: str) -> list[dict[str, Any]]:
        return list(self._load(import_id, "issues.json"))

    def validation(self, import_id: str) -> list[dict[str, Any]]:
        return list(self._load(import_id, "validation.json"))

    def questions(self, import_id: str) -> list[dict[str, Any]]:
        return list(self._load(import_id, "questions.json", []))

    def expectations(self, import_id: str) -> dict[str, Any]:
        """text: of the file that held them; broken: those that do not hold, in both languages."""
        return dict(self._load(import_id, "expectations.json", {"text": "", "broken": []}))

    def coverage(self, import_id: str) -> dict[str, Any]:
        return dict(self._load(import_id, "coverage.json", {"rules": {}, "sentences": 0, "uncovered": []}))

    def _load(self, import_id: str, name: str, absent: Any = None) -> Any:
        """What the file of the record holds; `absent` where an older program wrote no such file."""
        if import_id not in self._known():
            raise NotFound(
                f"no import bears the id {import_id[:80]!r}",
                message_vi=f"không có lần nhập nào mang mã {import_id[:80]!r}",
                **LISTED,
            )
        path = self._folder / import_id / name
        return absent if absent is not None and not path.exists() else _content(json.loads(path.read_text("utf-8")))

    def damaged(self) -> list[str]:
        """The files, as ID/NAME, that are not what was written."""
        return sorted(f"{path.parent.name}/{path.name}" for path in self._folder.glob("*/*.json") if _is_changed(path))

    def _known(self) -> Iterable[str]:
        return self.ids()


def _write(path: Path, content: Any) -> None:
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(_sealed(content))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _sealed(content: Any) -> str:
    """The text of a file: its content, and the hash of that."""
    digest = sha256(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
    return json.dumps({"sha256": digest, "content": content}, ensure_ascii=False, indent=1)


def _content(stored: Any) -> Any:
    return stored["content"] if _is_sealed(stored) else stored


def _is_sealed(stored: Any) -> bool:
    return isinstance(stored, dict) and stored.keys() == _MEMBERS


def _is_changed(path: Path) -> bool:
    """Whether a file differs by a byte from what `_write` makes of its content."""
    text = path.read_bytes()
    try:
        stored = json.loads(text)
    except ValueError:
        return True
    of_ours = isinstance(stored, dict) and bool(stored.keys() & _MEMBERS)  # a changed byte may have hit a name
    return of_ours and text != _sealed(stored.get("content")).encode()
