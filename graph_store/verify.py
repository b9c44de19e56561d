"""Is every version what was committed? Manifests, their chain, patches and the quads themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from graph_store.content_hash import EMPTY, content_hash
from graph_store.current import beyond, read_current
from graph_store.file_list import changed_files
from graph_store.manifest import Manifest, read_manifest
from graph_store.staging import changed_patches
from graph_store.view import open_read_only
from ontology.damage import Damage, unreadable
from ontology.errors import StoreCorrupt

_NO_PARENT = Damage("phiên bản đầu không được có phiên bản trước", "the first version must have no parent")
_NOT_NEXT = Damage(
    "manifest không nối tiếp phiên bản trước đó",
    "the manifest does not follow the version before it",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was committed. `what`: current, manifest, chain, patch, file, store or content."""

    version: int
    what: str
    detail: str
    detail_vi: str

    @classmethod
    def of(cls, version: int, what: str, damage: Damage) -> Self:
        return cls(version, what, damage.en, damage.vi)


def verify_versions(root: Path, progress: Callable[[int, int, str], None] | None) -> list[Problem]:
    """Every problem of the versions in the data folder, oldest first; an empty list if all is well."""
    folder = root / "versions"
    problems: list[Problem] = []
    try:
        current = read_current(root)
    except StoreCorrupt as error:
        problems.append(_corrupt(0, "current", error))
        current = max((int(path.name) for path in beyond(root, 0)), default=0)
    parent: Manifest | None = None
    for number in range(1, current + 1):
        if progress:
            progress(number - 1, current, f"version {number}")
        manifest, found = _verify_one(folder / f"{number:06d}", number, parent)
        problems += found
        parent = manifest
    if progress:
        progress(current, current, "")
    return problems


def _verify_one(folder: Path, number: int, parent: Manifest | None) -> tuple[Manifest | None, list[Problem]]:
    try:
        manifest = read_manifest(folder)
    except StoreCorrupt as error:
        return None, [_corrupt(number, "manifest", error), *_verify_store(folder, number, None)]
    problems = []
    if manifest.number != number or (number > 1 and parent and manifest.parent_hash != parent.hash):
        problems.append(Problem.of(number, "chain", _NOT_NEXT))
    if number == 1 and manifest.parent_hash != EMPTY:
        problems.append(Problem.of(number, "chain", _NO_PARENT))
    problems += [Problem.of(number, "patch", said) for said in changed_patches(folder, manifest.patches)]
    try:
        problems += [Problem.of(number, "file", said) for said in changed_files(folder, manifest.files)]
    except OSError as error:
        problems.append(Problem.of(number, "file", unreadable(Path(error.filename or folder).name, error.strerror)))
    return manifest, problems + _verify_store(folder, number, manifest)


def _verify_store(folder: Path, number: int, manifest: Manifest | None) -> list[Problem]:
    try:
        store = open_read_only(folder)
        found, quads = content_hash(store), len(store)
    except (StoreCorrupt, OSError, ValueError, RuntimeError) as error:
        return [Problem.of(number, "store", unreadable("store", error))]
    if manifest and (found, quads) != (manifest.content_hash, manifest.quads):
        there = f"{quads} quads, hash {found[:12]}…"
        said = Damage(f"{there}: không phải nội dung đã công bố", f"{there}: not what was committed")
        return [Problem.of(number, "content", said)]
    return []


def _corrupt(number: int, what: str, error: StoreCorrupt) -> Problem:
    return Problem(number, what, str(error), error.message_in("vi"))
