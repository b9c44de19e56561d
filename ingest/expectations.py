"""What an import is expected to bring, at least and at most: one that went wrong is stopped before it is published.

A TOML file:

    [entities.Holding]      # things of a class that the files speak of
    min = 10
    max = 500
    [statements.title-at-name]      # statements that a rule of extraction gave
    min = 1
    [import]        # at most
    refused = 0     # files
    issues = 20
    removed = 100   # quads
    removed_share = 0.5     # of the quads of the version that it changes
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ontology.errors import ExpectationBroken, Hint, SourceMalformed

REMOVED_SHARE = 0.5  # of an import without expectations of its own
_FEW = 1_000  # quads that any import may remove
_RANGES = ("entities", "statements")
_MOST = ("refused", "issues", "removed", "removed_share")
_FORM: Hint = {
    "hint": "write [entities.CLASS] or [statements.RULE] with min, max, and [import] with " + ", ".join(_MOST),
    "hint_vi": "viết [entities.LỚP] hoặc [statements.QUY-TẮC] với min, max, và [import] với " + ", ".join(_MOST),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What an import brought."""

    entities: Mapping[str, int]
    statements: Mapping[str, int]
    refused: int
    issues: int
    removed: int
    base_quads: int


@dataclass(frozen=True, slots=True)
class Broken:
    """An expectation that does not hold, in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Expectations:
    """`ranges`: ("entities", "Holding") -> (at least, at most); `most`: "issues" -> at most."""

    ranges: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)

    def broken(self, found: Found) -> list[Broken]:
        """Those that do not hold, in the order of the file."""
        return [*self._out_of_range(found), *self._too_many(found)]

    def _out_of_range(self, found: Found) -> Iterator[Broken]:
        for (kind, name), (low, high) in self.ranges.items():
            count = getattr(found, kind).get(name, 0)
            if not low <= count <= high:
                asked = f"{low:g}" if high == float("inf") else f"{low:g}–{high:g}"
                yield Broken(
                    f"{kind}.{name}: cần {asked}, có {count}", f"{kind}.{name}: expected {asked}, found {count}"
                )

    def _too_many(self, found: Found) -> Iterator[Broken]:
        share = found.removed / found.base_quads if found.base_quads and found.removed > _FEW else 0.0
        counts = {"refused": found.refused, "issues": found.issues, "removed": found.removed, "removed_share": share}
        for name, most in ({"removed_share": REMOVED_SHARE} | dict(self.most)).items():
            if counts[name] > most:
                have = f"{counts[name]:.3g}"
                yield Broken(f"{name}: nhiều nhất {most:g}, có {have}", f"{name}: at most {most:g}, found {have}")


def read_expectations(text: str, name: str) -> Expectations:
    """Raises SourceMalformed for anything but the form above; `name` is what the user knows the file by."""
    try:
        stored = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _malformed(name, str(error)) from error
    ranges = {}
    for kind in _RANGES:
        for key, bounds in _table(stored.pop(kind, {}), kind, name).items():
            given = _table(bounds, f"{kind}.{key}", name)
            low, high = given.pop("min", 0), given.pop("max", float("inf"))
            if given or not all(_is_number(bound) for bound in (low, high)) or low > high:
                raise _malformed(name, f"[{kind}.{key}]: min, max")
            ranges[kind, key] = (float(low), float(high))
    most = _table(stored.pop("import", {}), "import", name)
    strange = [*stored, *(most.keys() - set(_MOST)), *(key for key, value in most.items() if not _is_number(value))]
    if strange:
        raise _malformed(name, ", ".join(sorted(strange)))
    return Expectations(ranges, {key: float(value) for key, value in most.items()})


def _table(value: Any, key: str, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _malformed(name, key)
    return dict(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _malformed(name: str, what: str) -> SourceMalformed:
    return SourceMalformed(
        f"{name} holds no expectations: {what}",
        message_vi=f"{name} không phải tệp kỳ vọng: {what}",
        **_FORM,
        file=name,
    )


def not_as_expected(import_id: str, broken: Sequence[Mapping[str, str]]) -> ExpectationBroken:
    """What is said of an import that is not published, as these expectations do not hold."""
    return ExpectationBroken(
        f"import {import_id} is not as expected; nothing was published: " + "; ".join(b["en"] for b in broken),
        message_vi=f"lần nhập {import_id} không như kỳ vọng; chưa công bố gì: " + "; ".join(b["vi"] for b in broken),
        hint="look at `mandate show`; import again with other expectations if this is meant",
        hint_vi="xem `mandate show`; nếu đúng ý thì nhập lại với kỳ vọng khác",
        broken=broken,
    )
