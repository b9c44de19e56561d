"""The bytes of the sources of a data folder, by their SHA-256, so that a judgement can be applied to them again."""

import io
import os
import re
import shutil
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from ontology.errors import NotFound

_SHA256 = re.compile(r"[0-9a-f]{64}")


class KeptSources:
    """DATA/sources/ab/abcdef….  A source is whole or absent: it is copied aside, flushed and renamed into place.

    Beside a table with columns of its own stands the mapping that it was read with last: abcdef….mapping.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, sha256: str, mapping: str = "") -> None:
        target = self._path(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file():
            with path.open("rb") as original:
                _place(original, target)
        if mapping:
            _place(io.BytesIO(mapping.encode()), _mapping_beside(target))
        else:
            _mapping_beside(target).unlink(missing_ok=True)

    def mapping(self, sha256: str) -> str:
        """The mapping that the table was read with last; "" if none was needed."""
        beside = _mapping_beside(self._path(sha256))
        return beside.read_text("utf-8") if beside.is_file() else ""

    def damaged(self) -> list[str]:
        """The sources whose bytes are not those that they are named by."""
        kept = (p for p in self._folder.glob("??/*") if _SHA256.fullmatch(p.name))
        return sorted(p.name for p in kept if _hash(p) != p.name)

    def path(self, sha256: str, name: str) -> Path:
        """Where the bytes are; `name` is what users know them by. Raises NotFound if they were never kept."""
        if self._path(sha256).is_file():
            return self._path(sha256)
        raise NotFound(
            f"the bytes of {name} are not kept here",
            message_vi=f"không còn lưu nội dung của {name}",
            hint="import the file again",
            hint_vi="nhập lại tệp đó",
        )

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / (sha256 if _SHA256.fullmatch(sha256) else "no-such-source")


def _mapping_beside(source: Path) -> Path:
    return source.with_name(f"{source.name}.mapping")


def _place(original: BinaryIO, target: Path) -> None:
    aside = target.with_name(f"{target.name}.{os.getpid()}")
    with aside.open("wb") as copy:
        shutil.copyfileobj(original, copy)
        copy.flush()
        os.fsync(copy.fileno())
    aside.replace(target)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
