"""The bytes of the sources of a data folder, by their SHA-256, so that a judgement can be applied to them again."""

import os
import re
import shutil
from pathlib import Path

from ontology.errors import NotFound

_SHA256 = re.compile(r"[0-9a-f]{64}")


class KeptSources:
    """DATA/sources/ab/abcdef….  A source is whole or absent: it is copied aside, flushed and renamed into place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, sha256: str) -> None:
        target = self._path(sha256)
        if target.is_file():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f"{target.name}.{os.getpid()}")
        with path.open("rb") as original, aside.open("wb") as copy:
            shutil.copyfileobj(original, copy)
            copy.flush()
            os.fsync(copy.fileno())
        aside.replace(target)

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
