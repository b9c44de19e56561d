"""What a version says of itself. Manifests are chained by hash, as commits are."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from graph_store.content_hash import EMPTY
from ontology.errors import StoreCorrupt

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """One published version. `hash` is over all other fields, of which `parent_hash` chains it to its parent."""

    number: int
    parent: int | None
    parent_hash: str
    kind: Literal["import", "rollback"]
    import_id: str | None
    author: str
    created_at: str  # ISO, UTC
    note: str
    quads: int
    added: int
    removed: int
    content_hash: str
    patches: tuple[str, str]  # SHA-256 of added.nq and removed.nq
    files: str  # SHA-256 of files.json, which lists the store's files
    format: int = FORMAT
    hash: str = ""

    def sealed(self) -> "Manifest":
        """The same manifest with its own hash."""
        return replace(self, hash=self.computed_hash())

    def computed_hash(self) -> str:
        fields = {k: v for k, v in asdict(self).items() if k != "hash"}
        return hashlib.sha256(json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


EMPTY_HASH = EMPTY  # content hash of version 0, the empty graph


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a version folder. Raises StoreCorrupt if it is missing, malformed or not what was sealed."""
    try:
        fields = json.loads((folder / "manifest.json").read_text("utf-8"))
        manifest = Manifest(**{**fields, "patches": tuple(fields["patches"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreCorrupt(
            f"the manifest of version {folder.name} cannot be read: {error}",
            message_vi=f"không đọc được manifest của phiên bản {folder.name}: {error}",
            version=folder.name,
        ) from error
    if manifest.computed_hash() != manifest.hash:
        raise StoreCorrupt(
            f"the manifest of version {folder.name} was changed after it was written",
            message_vi=f"manifest của phiên bản {folder.name} đã bị sửa sau khi được ghi",
            version=folder.name,
        )
    return manifest
