"""API keys: who may write. Kept as hashes in DATA/access.json; a key is shown once, when it is made.

A key is 256 random bits, so that one round of SHA-256 is enough: a slow hash protects what can be guessed.
"""

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from filelock import FileLock

from ontology.errors import AccessDenied, InvalidIdentifier, NotFound, one_of

Role = Literal["steward", "admin"]  # an admin may also roll back
_PREFIX = "mg_"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Key:
    """One key as it is kept."""

    name: str
    role: Role
    sha256: str


def create_key(data: Path, role: str, name: str) -> str:
    """The secret of a new key, which is kept nowhere. Raises InvalidIdentifier for an unknown role or a taken name."""
    if role not in get_args(Role):
        raise InvalidIdentifier(
            f"no role {role[:40]!r}", message_vi=f"không có vai trò {role[:40]!r}", **one_of(get_args(Role))
        )
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise InvalidIdentifier(
            f"a key's name has 1 to {_LONGEST_NAME} printable characters",
            message_vi=f"tên khóa phải có từ 1 đến {_LONGEST_NAME} ký tự in được",
        )
    secret = _PREFIX + secrets.token_urlsafe(32)
    with _lock(data):
        kept = read_keys(data)
        if any(key.name == name for key in kept):
            raise InvalidIdentifier(
                f"a key is called {name!r} already",
                message_vi=f"đã có khóa tên {name!r}",
                hint="choose another name or remove that key",
                hint_vi="chọn tên khác hoặc xóa khóa đó",
            )
        _write(data, [*kept, Key(name, role, _hash(secret))])  # type: ignore[arg-type]
    return secret


def remove_key(data: Path, name: str) -> None:
    """Raises NotFound if no key has this name."""
    with _lock(data):
        kept = read_keys(data)
        left = [key for key in kept if key.name != name]
        if len(left) == len(kept):
            raise NotFound(f"no key is called {name[:80]!r}", message_vi=f"không có khóa nào tên {name[:80]!r}")
        _write(data, left)


def read_keys(data: Path) -> list[Key]:
    """All keys, in the order they were made."""
    try:
        stored = json.loads((data / "access.json").read_text("utf-8"))
    except FileNotFoundError:
        return []
    return [Key(**entry) for entry in stored["keys"]]


def require(data: Path, authorization: str | None, role: Role) -> Key:
    """The key that an Authorization header bears. Raises AccessDenied if it is missing, unknown or not allowed this.

    `facts["missing"]` tells a header that is not there or not understood (401) from a key that may not (403).
    """
    scheme, _, secret = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise AccessDenied(
            "writing wants an API key",
            message_vi="thao tác ghi cần khóa API",
            hint="send the header `Authorization: Bearer KEY`; `mandate key create` makes one",
            hint_vi="gửi kèm header `Authorization: Bearer KEY`; `mandate key create` tạo khóa",
            missing=True,
        )
    digest = _hash(secret.strip())
    found = [key for key in read_keys(data) if hmac.compare_digest(key.sha256, digest)]
    if not found:
        raise AccessDenied("no such API key", message_vi="khóa API không đúng", missing=True)
    if role == "admin" and found[0].role != "admin":
        raise AccessDenied(
            "this wants a key of the role admin", message_vi="thao tác này cần khóa có vai trò admin", missing=False
        )
    return found[0]


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _lock(data: Path) -> FileLock:
    data.mkdir(parents=True, exist_ok=True)
    return FileLock(data / "access.lock")


def _write(data: Path, keys: list[Key]) -> None:
    """Whole or not at all: written aside, flushed, renamed. Readable by the owner only."""
    path, temporary = data / "access.json", data / "access.json.tmp"
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump({"keys": [asdict(key) for key in keys]}, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
