"""The versioned store: immutable version folders, staged imports, and the one pointer that says which is current.

DATA/FORMAT  CURRENT  lock  versions/000041/{store/, manifest.json, added.nq, removed.nq}  staged/IMPORT/
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pyoxigraph import Store

from graph_store.content_hash import EMPTY, add_and_remove
from graph_store.current import beyond, read_current
from graph_store.disk import full_disk_told, remove_tree, sync_folder, write_durably
from graph_store.file_list import write_file_list
from graph_store.manifest import FORMAT, Manifest, read_manifest
from graph_store.patches import compose
from graph_store.staging import (
    LISTED,
    Check,
    Staged,
    build,
    drop_stage_files,
    is_complete,
    patch_hashes,
    read_change,
    read_proposal,
    read_stage,
)
from graph_store.verify import Problem, verify_versions
from graph_store.view import Change, Proposal, View, open_read_only
from ontology.errors import ImportStateError, NotFound, StoreTooNew, StoreUnavailable

__all__ = ["Change", "Manifest", "Problem", "Proposal", "Staged", "VersionStore", "View"]

Progress = Callable[[int, int, str], None]
_LOCK_WAIT_S = 60
_IMPORT_ID = re.compile(r"(?!rollback-)[a-z0-9][a-z0-9-]{0,63}")
_AGAIN = ".again"  # ending of the folder in which a staged import is applied to a newer base
_NEXT, _LAST = ".next", ".last"  # of the folders of a stage that is to replace another, and of the one that it replaces


class VersionStore:
    """All versions of one data folder. Any number of readers; writers take turns under a lock."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._versions = root / "versions"
        self._staged = root / "staged"
        self._check_format()

    # Reading

    def current_number(self) -> int:
        """The newest published version; 0 before the first."""
        return read_current(self.root)

    def open(self, number: int | None = None) -> View:
        """A version for reading, the current one if none is named. Raises NotFound for one that was never published."""
        number = self.current_number() if number is None else number
        if number == 0:
            return View(0, Store(), None, None)
        folder = self._folder(number)
        return View(number, open_read_only(folder), read_manifest(folder), folder)

    def manifest(self, number: int) -> Manifest:
        """What a version says of itself. Version 0, the empty graph, has no manifest."""
        if number == 0:
            raise NotFound(
                "version 0 is the empty graph and has no manifest",
                message_vi="phiên bản 0 là đồ thị rỗng, không có manifest",
                hint="versions go from 1",
                hint_vi="phiên bản được đánh số từ 1",
            )
        return read_manifest(self._folder(number))

    def log(self) -> list[Manifest]:
        """The manifests of all versions, newest first."""
        return [self.manifest(number) for number in range(self.current_number(), 0, -1)]

    def diff(self, older: int, newer: int) -> Change:
        """What differs between two versions, in either direction, composed from the patches between them."""
        low, high = sorted((older, newer))
        for number in (low, high):
            self._require(number)
        change = compose(read_change(self._folder(n)) for n in range(low + 1, high + 1))
        return change if older <= newer else Change(change.removed, change.added)

    def verify(self, progress: Progress | None = None) -> list[Problem]:
        """Everything that is not as it was committed: manifests, their chain, patches, and the quads themselves."""
        return verify_versions(self.root, progress)

    # Staging

    def stage(self, import_id: str, proposal: Proposal, *, check: Check | None = None) -> Staged:
        """Applies the proposal to a checkpoint of the current version. One that changes nothing leaves nothing.

        A stage of that id from before is there until the new one is whole.
        """
        if not _IMPORT_ID.fullmatch(import_id):
            raise ImportStateError(
                f"no import id: {import_id[:80]!r}", message_vi=f"không phải mã lần nhập: {import_id[:80]!r}"
            )
        with self._writing(), self.open() as base:
            folder = self._staged / import_id
            staged = build(folder.with_name(import_id + _NEXT), base, proposal, import_id, check)
            if staged.unchanged:
                remove_tree(folder)
                return staged
            self._replace(folder, staged.path)
            return replace(staged, path=folder, change=read_change(folder))

    def staged(self) -> list[str]:
        """The ids of complete staged imports, sorted."""
        return sorted(p.name for p in self._staged.glob("*") if "." not in p.name and is_complete(p))

    def staged_change(self, import_id: str) -> Change:
        """What a staged import changes against the version it was staged on."""
        return read_change(self._stage_folder(import_id))

    def open_staged(self, import_id: str) -> View:
        """A staged import for reading, as if it were published."""
        folder = self._stage_folder(import_id)
        return View(read_stage(folder).base, open_read_only(folder), None, folder)

    def discard(self, import_id: str) -> None:
        """Throws a staged import away."""
        with self._writing():
            remove_tree(self._stage_folder(import_id))

    # Publishing

    def publish(self, import_id: str, *, author: str, at: str, note: str = "", check: Check | None = None) -> Manifest:
        """Makes a staged import the newest version; applies and checks it again if another one came first.

        Raises ImportStateError with `facts["unchanged"]`, and the stage goes, if that one has published the same.
        """
        with self._writing():
            folder = self._stage_folder(import_id)
            staged = read_stage(folder)
            if staged.base != self.current_number():
                again = folder.with_name(folder.name + _AGAIN)
                with self.open() as base:
                    staged = build(again, base, read_proposal(folder), import_id, check)
                if staged.unchanged:
                    remove_tree(folder)
                    raise ImportStateError(
                        f"import {import_id} changes nothing any more",
                        message_vi=f"lần nhập {import_id} không còn thay đổi gì",
                        hint="what it says was published meanwhile",
                        hint_vi="nội dung của nó đã được công bố trong lúc chờ",
                        unchanged=True,
                    )
            manifest = self._commit(staged, "import", author=author, at=at, note=note)
            remove_tree(folder)
            return manifest

    def rollback(self, to: int, *, author: str, at: str, note: str = "") -> Manifest:
        """A new version with the content of version `to`."""
        with self._writing():
            current = self.current_number()
            self._require(to)
            back = self.diff(current, to)
            if not back:
                raise ImportStateError(
                    f"version {current} already has the content of version {to}",
                    message_vi=f"phiên bản {current} đã có sẵn nội dung của phiên bản {to}",
                )
            with self.open(current) as base:
                name = f"rollback-{current + 1}"
                staged = build(self._staged / name, base, _reversal(base, back), name, None)
            return self._commit(staged, "rollback", author=author, at=at, note=note or f"back to version {to}")

    def recover(self) -> None:
        """Tidies up after a crash: unfinished stages go, a version that CURRENT does not reach is staged again."""
        with self._writing():
            return  # tidying up is the first thing every writer does

    def _commit(self, staged: Staged, kind: str, *, author: str, at: str, note: str) -> Manifest:
        """Makes the stage the version after its base, dated no earlier than that: clocks are set back at times."""
        parent = self.manifest(staged.base) if staged.base else None
        added, removed = staged.change.added, staged.change.removed
        manifest = Manifest(
            number=staged.base + 1,
            parent=parent.number if parent else None,
            parent_hash=parent.hash if parent else EMPTY,
            kind="rollback" if kind == "rollback" else "import",
            import_id=None if kind == "rollback" else staged.import_id,
            author=author,
            created_at=max(at, parent.created_at, key=datetime.fromisoformat) if parent else at,
            note=note,
            quads=(parent.quads if parent else 0) + len(added) - len(removed),
            added=len(added),
            removed=len(removed),
            content_hash=add_and_remove(parent.content_hash if parent else EMPTY, added, removed),
            patches=patch_hashes(staged.path),
            files=write_file_list(staged.path, self._folder(parent.number) if parent else None),
        ).sealed()
        write_durably(staged.path / "manifest.json", manifest.as_json())
        self._versions.mkdir(exist_ok=True)
        folder = self._versions / f"{manifest.number:06d}"
        staged.path.rename(folder)
        sync_folder(self._versions)
        sync_folder(self._staged)
        write_durably(self.root / "CURRENT", f"{manifest.number:06d}\n")
        drop_stage_files(folder)
        return manifest

    # The folder

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The lock of writers, with the folder made and tidied up, and a full disk told as such."""
        with full_disk_told(self.root):
            self._make()
            try:
                lock = FileLock(self.root / "lock", timeout=_LOCK_WAIT_S).acquire()
            except Timeout as error:
                raise StoreUnavailable(
                    f"another program has been writing to {self.root} for {_LOCK_WAIT_S} s",
                    message_vi=f"một chương trình khác đã ghi vào {self.root} suốt {_LOCK_WAIT_S} giây",
                    hint="try again later",
                    hint_vi="thử lại sau",
                ) from error
            with lock:
                self._tidy_up()
                yield

    def _make(self) -> None:
        for folder in (self.root, self._versions, self._staged):
            folder.mkdir(parents=True, exist_ok=True)
        if not (self.root / "FORMAT").exists():
            write_durably(self.root / "FORMAT", f"{FORMAT}\n")

    def _replace(self, folder: Path, following: Path) -> None:
        """Puts one folder in the place of another; at no moment is neither of them there."""
        last = folder.with_name(folder.name + _LAST)
        if folder.exists():
            folder.rename(last)
        following.rename(folder)
        sync_folder(self._staged)
        remove_tree(last)

    def _tidy_up(self) -> None:
        current = self.current_number()
        published = self.manifest(current).import_id if current else None
        for folder in self._staged.glob(f"*{_LAST}"):
            if not folder.with_suffix("").exists():
                folder.rename(folder.with_suffix(""))  # what was to replace it never came
        for folder in self._staged.glob("*"):
            passing = folder.name.startswith("rollback-") or folder.suffix or folder.name == published
            if passing or not is_complete(folder):
                remove_tree(folder)
        for folder in beyond(self.root, current):
            self._take_back(folder)

    def _take_back(self, folder: Path) -> None:
        """Makes a version that CURRENT never reached a staged import again, unless that still stands."""
        (folder / "manifest.json").unlink(missing_ok=True)
        target = self._staged / read_stage(folder).import_id if is_complete(folder) else None
        if target and not target.exists() and not target.name.startswith("rollback-"):
            folder.rename(target)
        else:
            remove_tree(folder)

    def _check_format(self) -> None:
        path = self.root / "FORMAT"
        if not path.exists():
            return
        found = path.read_text("utf-8", errors="replace").strip()
        if not found.isdecimal() or int(found) > FORMAT:
            raise StoreTooNew(
                f"{self.root} has format {found[:20]!r}; this program knows formats up to {FORMAT}",
                message_vi=f"{self.root} có định dạng {found[:20]!r}; chương trình này chỉ đọc đến định dạng {FORMAT}",
                hint="use the newer program, or another data folder (--data)",
                hint_vi="dùng chương trình mới hơn, hoặc thư mục dữ liệu khác (--data)",
            )

    def _folder(self, number: int) -> Path:
        self._require(number)
        return self._versions / f"{number:06d}"

    def _require(self, number: int) -> None:
        if not 0 <= number <= self.current_number():
            newest = self.current_number()
            raise NotFound(
                f"there is no version {number}",
                message_vi=f"không có phiên bản {number}",
                hint=f"versions go from 1 to {newest}; `mandate log` lists them",
                hint_vi=f"phiên bản được đánh số từ 1 đến {newest}; `mandate log` liệt kê chúng",
            )

    def _stage_folder(self, import_id: str) -> Path:
        if import_id not in self.staged():
            raise NotFound(
                f"no import {import_id[:80]!r} is staged",
                message_vi=f"không có lần nhập nào mang mã {import_id[:80]!r} đang chờ",
                **LISTED,
            )
        return self._staged / import_id


def _reversal(base: View, back: Change) -> Proposal:
    """The change as a proposal: every graph it touches with the quads it shall have."""
    touched = {quad.graph_name for quad in (*back.added, *back.removed)}
    graphs: dict[str, set[object]] = {
        name.value: set(base.quads(None, None, None, name))  # type: ignore[union-attr]
        for name in touched
    }
    for quad in back.removed:
        graphs[quad.graph_name.value].discard(quad)  # type: ignore[union-attr]
    for quad in back.added:
        graphs[quad.graph_name.value].add(quad)  # type: ignore[union-attr]
    return Proposal({name: list(quads) for name, quads in graphs.items()})  # type: ignore[arg-type]
