"""Where output goes that a user names: a file is whole or as it was, a device or pipe written into, never replaced."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph_store.disk import full_disk_told
from ontology.errors import Hint, ImportStateError

# What stands in a data folder under these names is the program's own.
_OWN = ("FORMAT", "CURRENT", "lock", "access", "workflow.sqlite")
_OWN_FOLDERS = frozenset({"imports", "neo4j", "reading", "shapes", "sources", "staged", "versions"})
_OTHER: Hint = {"hint": "name another file", "hint_vi": "chọn tên tệp khác"}


@contextmanager
def output_file(target: Path) -> Iterator[IO[bytes]]:
    """A file to write, which takes the place of `target` when the block ends well.

    Raises ImportStateError for a place that no file may take, StoreFull; what stood there before is still there then.
    """
    if is_stream(target):
        with target.open("wb") as stream:
            yield stream
        return
    place = file_place(target)
    temporary = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        with full_disk_told(place.parent), temporary.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)


def is_stream(target: Path) -> bool:
    """Whether there is something that is neither file nor folder: a device, a pipe, /dev/stdout."""
    return target.exists() and not target.is_file() and not target.is_dir()


def file_place(target: Path) -> Path:
    """The path that a new file may take; of a symbolic link, what it points at, so that the link stays.

    Raises ImportStateError for a folder, and for what a data folder keeps itself.
    """
    _require_name(target)
    if target.is_dir():
        raise ImportStateError(
            f"{target} is a folder; nothing was written", message_vi=f"{target} là thư mục; chưa ghi gì", **_OTHER
        )
    return _outside_of_data(target)


def folder_place(target: Path) -> Path:
    """The path that a new folder may take, which must be empty or not there. Raises ImportStateError."""
    _require_name(target)
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise ImportStateError(
            f"{target} holds something already; nothing was written",
            message_vi=f"{target} đã chứa dữ liệu; chưa ghi gì",
            hint="name a new folder, or one that is empty",
            hint_vi="chọn thư mục mới, hoặc thư mục trống",
        )
    return _outside_of_data(target)


def _require_name(target: Path) -> None:
    if not target.name:  # "", "." and "/"
        raise ImportStateError("no file is named", message_vi="chưa nêu tên tệp", **_OTHER)


def _outside_of_data(target: Path) -> Path:
    place = target.resolve()
    if not place.parent.is_dir():
        raise ImportStateError(
            f"there is no folder {place.parent}; nothing was written",
            message_vi=f"không có thư mục {place.parent}; chưa ghi gì",
            hint="make the folder first, or name another",
            hint_vi="tạo thư mục trước, hoặc nêu thư mục khác",
        )
    for folder in place.parents:
        if (folder / "FORMAT").is_file() and (folder / "versions").is_dir():
            first = place.relative_to(folder).parts[0]
            if first in _OWN_FOLDERS or first.startswith(_OWN):
                raise ImportStateError(
                    f"{target} belongs to the data folder {folder}; nothing was written",
                    message_vi=f"{target} thuộc thư mục dữ liệu {folder}; chưa ghi gì",
                    **_OTHER,
                )
    return place
