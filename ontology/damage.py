"""What is said, in both languages, of something kept that is not what was written. Called by all that checks itself."""

from typing import NamedTuple


class Damage(NamedTuple):
    """The same in Vietnamese and in English."""

    vi: str
    en: str


def changed(what: str) -> Damage:
    return Damage(f"{what} đã bị thay đổi sau khi ghi", f"{what} was changed after it was written")


def missing(what: str) -> Damage:
    return Damage(f"thiếu {what}", f"{what} is missing")


def added(what: str) -> Damage:
    return Damage(f"{what} không có lúc ghi", f"{what} was not there when it was written")


def unreadable(what: str, why: object) -> Damage:
    return Damage(f"không đọc được {what}: {why}", f"{what} cannot be read: {why}")
