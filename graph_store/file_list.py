"""The files of a version's store with their SHA-256, so that one flipped byte in any of them is found and named."""

import json
from hashlib import file_digest, sha256
from pathlib import Path

from graph_store.disk import write_durably
from ontology.damage import Damage, added, changed, missing

_NAME = "files.json"
_NOT_DATA = ("LOCK", "LOG")  # how RocksDB's own notes begin, which nothing is read from


def write_file_list(folder: Path, parent: Path | None) -> str:
    """Writes files.json and gives its SHA-256. A file hard-linked from the parent keeps the hash noted there."""
    noted = _read(parent) if parent else {}
    hashes = {}
    for path in data_files(folder):
        older = parent / "store" / path.name if parent else None
        linked = older is not None and older.exists() and older.samefile(path) and path.name in noted
        hashes[path.name] = noted[path.name] if linked else file_hash(path)
    text = json.dumps(hashes, indent=0, sort_keys=True)
    write_durably(folder / _NAME, text)
    return sha256(text.encode()).hexdigest()


def changed_files(folder: Path, list_hash: str) -> list[Damage]:
    """What is said of every file that is not as it was noted, is missing or was not there. Raises OSError."""
    if sha256((folder / _NAME).read_bytes()).hexdigest() != list_hash:
        return [changed(_NAME)]
    noted = _read(folder)
    there = {path.name: path for path in data_files(folder)}
    kept = sorted(noted.keys() & there.keys())
    return [
        *(changed(f"store/{name}") for name in kept if file_hash(there[name]) != noted[name]),
        *(missing(f"store/{name}") for name in sorted(noted.keys() - there.keys())),
        *(added(f"store/{name}") for name in sorted(there.keys() - noted.keys())),
    ]


def _read(folder: Path) -> dict[str, str]:
    return dict(json.loads((folder / _NAME).read_text("utf-8")))


def data_files(folder: Path) -> list[Path]:
    """The files of a version's store that hold data, in order of name."""
    return sorted(p for p in (folder / "store").iterdir() if p.is_file() and not p.name.startswith(_NOT_DATA))


def file_hash(path: Path) -> str:
    """SHA-256 of its bytes."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
