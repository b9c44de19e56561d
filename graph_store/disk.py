"""Files that survive a crash: durable writes, atomic renames, and one word for a full disk."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology.errors import ImportStateError, StoreFull

# EFBIG is what a file size limit answers; RocksDB passes all of them on as text, SQLite has its own.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_WORDS = ("no space left", "disk quota exceeded", "file too large", "disk is full")


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
        if error.errno in _FULL or says_full(str(error)):
            raise no_room(folder) from error
        raise


def says_full(words: str) -> bool:
    """Whether these words of another program mean that there is no room left to write."""
    return any(known in words.lower() for known in _FULL_WORDS)


def no_room(where: Path | str) -> StoreFull:
    """For what could not be written there, and left all as it was."""
    return StoreFull(
        f"no room left to write in {where}; nothing was changed",
        message_vi=f"hết chỗ ghi trong {where}; không có gì bị thay đổi",
        hint="free some space, or choose another place: --data for the data folder, FILE or --out for what is written",
        hint_vi="giải phóng chỗ trống, hoặc chọn nơi khác: --data cho thư mục dữ liệu, FILE hoặc --out cho tệp ghi ra",
    )


def require_empty(data: Path) -> None:
    """Raises ImportStateError if there is something in the folder that a restoration is to make."""
    if data.exists() and any(data.iterdir()):
        raise ImportStateError(
            f"{data} is not empty; nothing was restored",
            message_vi=f"{data} không rỗng; chưa khôi phục gì",
            hint="name an empty or a new folder with --data",
            hint_vi="chỉ một thư mục rỗng hoặc mới bằng --data",
        )
