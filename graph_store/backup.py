"""A data folder as one file, and back: taken while imports run, whole or not there, and one flipped byte is found.

The file is a tar archive. Files that versions share by hard link stand in it once. Its last member holds the SHA-256
of all bytes before it. Staged imports are not in it; records of imports, kept sources, judgements and the hashes
of API keys are.
"""

import io
import os
import re
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from graph_store.current import read_current
from graph_store.disk import full_disk_told, remove_tree, require_empty, sync_folder, sync_tree, write_durably
from graph_store.file_list import data_files
from graph_store.output_file import file_place
from graph_store.sqlite_file import open_to_read
from graph_store.staging import PATCH
from graph_store.verify import verify_versions
from ontology.errors import Hint, ImportStateError, SourceUnreadable, StoreCorrupt, StoreUnavailable

Progress = Callable[[int, int, str], None]
DATABASE = "workflow.sqlite"
_CHECKSUM = "checksum.sha256"
_OF_VERSION = ("manifest.json", "files.json", *PATCH)
# What may stand in a backup; anything else in an archive is refused.
_MEMBER = re.compile(
    r"FORMAT|CURRENT|access\.json|workflow\.sqlite|imports/[\w-]{1,80}/[\w-]{1,40}\.json|sources/[0-9a-f]{2}/[0-9a-f]{64}"
    r"(?:\.mapping|\.recognised)?|shapes/(?!\.)[^/\\\x00-\x1f\x7f]{1,100}\.ttl|versions/\d{6}/(?:manifest\.json|files\.json|added\.nq|removed\.nq|store/[\w.-]{1,80})"
)
_CHUNK = 1 << 20
_OTHER: Hint = {"hint": "use another backup", "hint_vi": "dùng bản sao lưu khác"}


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: its newest version, how many files, and its bytes."""

    version: int
    files: int
    byte_count: int


class _Hashed:
    """A file that knows the SHA-256 of what was written to it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = sha256()

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self._file.write(data)

    def tell(self) -> int:
        return self._file.tell()


def back_up(data: Path, target: Path, progress: Progress | None = None) -> Backup:
    """Writes the data folder to the file `target`, which must not be there yet.

    Versions are immutable, so that nobody is kept waiting: what is published meanwhile is left out. Raises
    ImportStateError if the file is there, StoreFull without room; the file is whole or absent then.
    """
    if target.exists():
        raise ImportStateError(
            f"{target} is there already; nothing was written",
            message_vi=f"{target} đã có sẵn; chưa ghi gì",
            hint="name another file",
            hint_vi="chọn tên tệp khác",
        )
    target, version = file_place(target), read_current(data)
    temporary = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with full_disk_told(target.parent), tempfile.TemporaryDirectory(dir=target.parent) as aside:
            members = list(_members(data, version, Path(aside)))
            with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                _write(file, members, progress or _silent)
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(target)
            sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)
    return Backup(version, len(members), target.stat().st_size)


def restore(source: Path, data: Path, progress: Progress | None = None) -> Backup:
    """Makes the data folder anew from a backup, and checks every version; `data` must be empty or not there.

    Raises ImportStateError if it is not, SourceUnreadable for a file that is no backup, StoreCorrupt for one that is
    not as it was written. The folder is whole or as it was then.
    """
    data = data.resolve()
    require_empty(data)
    _check_sum(source)
    aside = data.with_name(f".{data.name}.{os.getpid()}.restoring")
    try:
        with full_disk_told(data.parent):
            aside.mkdir(parents=True)
            files = _extract(source, aside, progress or _silent)
            problems = verify_versions(aside, None)
            if problems:
                found = problems[0]
                of = found.version
                raise _damaged(source, f"version {of}: {found.detail}", f"phiên bản {of}: {found.detail_vi}")
            version = read_current(aside)
            sync_tree(aside)
            if data.exists():
                data.rmdir()
            aside.rename(data)
            sync_folder(data.parent)
    finally:
        remove_tree(aside)
    return Backup(version, files, source.stat().st_size)


def _members(data: Path, version: int, aside: Path) -> Iterator[tuple[str, Path]]:
    """(name, file) of everything that belongs to the versions up to this one; CURRENT last."""
    yield "FORMAT", _copied(aside / "FORMAT", (data / "FORMAT").read_text("utf-8") if version else "1\n")
    for number in range(1, version + 1):
        folder = data / "versions" / f"{number:06d}"
        for path in (*(folder / name for name in _OF_VERSION), *data_files(folder)):
            yield path.relative_to(data).as_posix(), path
    for path in _beside(data):
        name = path.relative_to(data).as_posix()
        if _MEMBER.fullmatch(name):
            yield name, path
    if (data / "access.json").is_file():
        yield "access.json", data / "access.json"
    if (data / DATABASE).is_file():
        yield DATABASE, _copied_database(data / DATABASE, aside / DATABASE)
    yield "CURRENT", _copied(aside / "CURRENT", f"{version:06d}\n")


def _beside(data: Path) -> Iterator[Path]:
    """What stands beside the versions: records of imports, kept sources, shapes of the installation's own."""
    for pattern in ("imports/*/*.json", "sources/??/*", "shapes/*.ttl"):
        yield from sorted(data.glob(pattern))


def _copied(path: Path, text: str) -> Path:
    write_durably(path, text)
    return path


def _copied_database(path: Path, target: Path) -> Path:
    """A consistent copy, whoever writes to it meanwhile."""
    try:
        with closing(open_to_read(path)) as database, closing(sqlite3.connect(target)) as copy:
            database.backup(copy)
    except sqlite3.Error as error:
        raise StoreUnavailable(
            f"{path} cannot be read: {error}; nothing was written",
            message_vi=f"không đọc được {path}: {error}; chưa ghi gì",
            hint="`mandate verify` tells what is wrong with it",
            hint_vi="`mandate verify` cho biết tệp này sai ở đâu",
        ) from error
    return target


def _write(file: IO[bytes], members: list[tuple[str, Path]], progress: Progress) -> None:
    hashed = _Hashed(file)
    seen: dict[tuple[int, int], str] = {}
    with tarfile.open(fileobj=hashed, mode="w", format=tarfile.PAX_FORMAT) as archive:  # type: ignore[call-overload]
        for number, (name, path) in enumerate(members):
            progress(number, len(members), name)
            with path.open("rb") as content:
                stat = os.fstat(content.fileno())
                entry = tarfile.TarInfo(name)
                entry.mode = 0o600
                first = seen.setdefault((stat.st_dev, stat.st_ino), name)
                if first != name:
                    entry.type, entry.linkname = tarfile.LNKTYPE, first
                    archive.addfile(entry)
                else:
                    entry.size = stat.st_size
                    archive.addfile(entry, content)
        told = hashed.digest.hexdigest()
        archive.addfile(_last(told), io.BytesIO(told.encode()))
    progress(len(members), len(members), "")


def _last(told: str) -> tarfile.TarInfo:
    """The member that holds the checksum."""
    last = tarfile.TarInfo(_CHECKSUM)
    last.size = len(told)
    return last


def _check_sum(source: Path) -> None:
    """Reads the whole file: the bytes before its last member as that says, that as it is written, blanks after it."""
    try:
        with tarfile.open(source, "r:") as archive:
            last = archive.getmembers()[-1]
            told = archive.extractfile(last) if last.name == _CHECKSUM and last.isreg() else None
            wanted = told.read(64).decode("ascii") if told else ""
            before, after = last.offset, last.offset_data + last.size
            header = _last(wanted).tobuf(tarfile.PAX_FORMAT)
    except (tarfile.TarError, OSError, IndexError, UnicodeDecodeError, ValueError) as error:
        raise _no_backup(source) from error
    if not wanted:
        raise _damaged(source, "its end is missing", "thiếu phần cuối")
    digest = sha256()
    with source.open("rb") as file:
        left = before
        while left and (chunk := file.read(min(_CHUNK, left))):
            digest.update(chunk)
            left -= len(chunk)
        is_header = file.read(len(header)) == header
        file.seek(after)
        blank = all(not chunk.strip(b"\0") for chunk in iter(lambda: file.read(_CHUNK), b""))
    if digest.hexdigest() != wanted or not is_header or not blank:
        raise _damaged(source, "its bytes are not those that were written", "nội dung không còn như lúc ghi")


def _extract(source: Path, folder: Path, progress: Progress) -> int:
    """Writes the members, none of which leaves the folder: only names that a backup has, files and links among them."""
    with tarfile.open(source, "r:") as archive:
        members = archive.getmembers()[:-1]
        for number, member in enumerate(members):
            progress(number, len(members), member.name)
            target = folder / member.name
            linked = folder / member.linkname if member.islnk() else None
            known = _MEMBER.fullmatch(member.name) and (member.isreg() or member.islnk()) and not target.exists()
            if not known or (linked and not (_MEMBER.fullmatch(member.linkname) and linked.is_file())):
                name = repr(member.name[:80])
                raise _damaged(source, f"{name} does not belong in a backup", f"{name} không thuộc bản sao lưu")
            target.parent.mkdir(parents=True, exist_ok=True)
            if linked:
                os.link(linked, target)
                continue
            content = archive.extractfile(member)
            with target.open("wb") as file:
                while content and (chunk := content.read(_CHUNK)):
                    file.write(chunk)
            if member.name in ("access.json", DATABASE):
                target.chmod(0o600)
        progress(len(members), len(members), "")
    for name in ("versions", "staged"):
        (folder / name).mkdir(exist_ok=True)
    return len(members)


def _damaged(source: Path, english: str, vietnamese: str) -> StoreCorrupt:
    return StoreCorrupt(
        f"{source} is damaged: {english}; nothing was restored",
        message_vi=f"{source} bị hỏng ({vietnamese}); chưa khôi phục gì",
        **_OTHER,
    )


def _no_backup(source: Path) -> SourceUnreadable:
    return SourceUnreadable(
        f"{source} is no backup of a data folder, or a damaged one",
        message_vi=f"{source} không phải bản sao lưu thư mục dữ liệu, hoặc đã hỏng",
        file=str(source),
        **_OTHER,
    )


def _silent(_done: int, _all: int, _name: str) -> None:
    """No progress is shown."""
