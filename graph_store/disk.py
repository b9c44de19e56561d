"""Files that survive a crash: durable writes, atomic renames, and one word for a full disk."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology.errors import ImportStateError, StoreFull

# EFBIG is what a file size limit answers; RocksDB passes all of them on as text.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_WORDS = ("no space left", "disk quota exceeded", "file too large")


def write_durably(path: Path, content: str) -> None:
    """Writes a file that is whole or absent after a crash: a temporary file, synced and renamed."""
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes renames and new names in the folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Makes every file and folder below durable. Hard links to files of older versions are durable already."""
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_nlink == 1:
            with path.open("rb") as file:
                os.fsync(file.fileno())
    for path in (*(p for p in folder.rglob("*") if p.is_dir()), folder):
        sync_folder(path)


def remove_tree(folder: Path) -> None:
    """Removes a folder; what is not there is no error."""
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def full_disk_told(folder: Path) -> Iterator[None]:
    """Turns every form of "no room" into StoreFull."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL or any(words in str(error).lower() for words in _FULL_WORDS):
            raise StoreFull(
                f"no room left to write in {folder}; nothing was changed",
                message_vi=f"hết chỗ ghi trong {folder}; không có gì bị thay đổi",
                hint="free some space, or name another data folder with --data",
                hint_vi="giải phóng chỗ trống, hoặc chỉ thư mục dữ liệu khác bằng --data",
            ) from error
        raise


def require_empty(data: Path) -> None:
    """Raises ImportStateError if there is something in the folder that a restoration is to make."""
    if data.exists() and any(data.iterdir()):
        raise ImportStateError(
            f"{data} is not empty; nothing was restored",
            message_vi=f"{data} không rỗng; chưa khôi phục gì",
            hint="name an empty or a new folder with --data",
            hint_vi="chỉ một thư mục rỗng hoặc mới bằng --data",
        )
