"""Is every version what was committed? Manifests, their chain, patches and the quads themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph_store.content_hash import EMPTY, content_hash
from graph_store.current import beyond, read_current
from graph_store.file_list import changed_files
from graph_store.manifest import Manifest, read_manifest
from graph_store.staging import patch_hashes
from graph_store.view import open_read_only
from ontology.errors import StoreCorrupt


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was committed. `what`: current, manifest, chain, patch, file, store or content."""

    version: int
    what: str
    detail: str


def verify_versions(root: Path, progress: Callable[[int, int, str], None] | None) -> list[Problem]:
    """Every problem of the versions in the data folder, oldest first; an empty list if all is well."""
    folder = root / "versions"
    problems: list[Problem] = []
    try:
        current = read_current(root)
    except StoreCorrupt as error:
        problems.append(Problem(0, "current", str(error)))
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
        return None, [Problem(number, "manifest", str(error)), *_verify_store(folder, number, None)]
    problems = []
    if manifest.number != number or (number > 1 and parent and manifest.parent_hash != parent.hash):
        problems.append(Problem(number, "chain", "the manifest does not follow the version before it"))
    if number == 1 and manifest.parent_hash != EMPTY:
        problems.append(Problem(number, "chain", "the first version must have no parent"))
    try:
        if patch_hashes(folder) != tuple(manifest.patches):
            problems.append(Problem(number, "patch", "added.nq or removed.nq was changed after it was written"))
        problems += [Problem(number, "file", said) for said in changed_files(folder, manifest.files)]
    except OSError as error:
        problems.append(Problem(number, "patch", f"one of its files cannot be read: {error}"))
    return manifest, problems + _verify_store(folder, number, manifest)


def _verify_store(folder: Path, number: int, manifest: Manifest | None) -> list[Problem]:
    try:
        store = open_read_only(folder)
        found, quads = content_hash(store), len(store)
    except (StoreCorrupt, OSError, ValueError, RuntimeError) as error:
        return [Problem(number, "store", f"its files cannot be read: {error}")]
    if manifest and (found, quads) != (manifest.content_hash, manifest.quads):
        return [Problem(number, "content", f"{quads} quads with hash {found[:12]}…, not those that were committed")]
    return []
