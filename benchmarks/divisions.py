"""The administrative divisions as the reference tables have them, for made-up countries: how many of what lie where.

63 provinces, 696 districts and 10,035 communes until 2025-06-30; 34 and 3,321 since. The communes of before stand in no
table but by their number in each district; which of them became which commune is drawn.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ontology
from ontology.text import canonical

_TABLES = Path(ontology.__file__).parent / "reference"
_BEFORE = "2025-06-30"
_CITY = "thành phố"


@dataclass(frozen=True, slots=True)
class Unit:
    """A province, a district, or a commune of today. `kind` is the word of the tables: tỉnh, quận, phường …"""

    code: str
    name: str
    kind: str

    @property
    def word(self) -> str:
        """The kind as it stands in names: a city is one, whatever it belongs to."""
        return _CITY if self.kind.startswith(_CITY) else self.kind

    @property
    def called(self) -> str:
        """The full name: Tỉnh Bắc Kạn."""
        return f"{self.word.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True)
class District:
    unit: Unit
    communes: int


@dataclass(frozen=True, slots=True)
class Province:
    """A province until 2025-06-30, with its districts."""

    unit: Unit
    districts: Sequence[District]


@dataclass(frozen=True, slots=True)
class Region:
    """A province of today: what it was made of and the communes that it has. One that went on unchanged is made of
    itself alone, and `merged` is False."""

    unit: Unit
    merged: bool
    provinces: Sequence[Province]
    communes: Sequence[Unit]

    def heirs(self, draw: random.Random) -> list[int]:
        """For each commune of today the number of the last of the old communes, in order, from which it was made."""
        old = sum(district.communes for province in self.provinces for district in province.districts)
        return [*sorted(draw.sample(range(1, old), len(self.communes) - 1)), old]


@cache
def regions() -> tuple[Region, ...]:
    """The 34 provinces of today, the one with the fewest old communes first, so that small graphs hold whole ones."""
    found = [_region(row) for row in _rows("provinces.csv") if row["valid_to"] != _BEFORE]
    return tuple(sorted(found, key=lambda r: (sum(d.communes for p in r.provinces for d in p.districts), r.unit.code)))


def _region(row: dict[str, str]) -> Region:
    code = row["code"]
    communes = [_unit(unit) for unit in _rows("units/units_2025.csv") if unit["province_code"] == code]
    merged = bool(row["valid_from"])
    names = _old_names()[canonical(row["name"])] if merged else [row["name"]]
    return Region(_unit(row), merged, [_province(name) for name in names], communes)


def _province(name: str) -> Province:
    # The two tables place the tone mark of Hòa Bình differently.
    named = (row for row in _rows("provinces.csv") if canonical(row["name"]) == canonical(name))
    row = next(row for row in named if not row["valid_from"])
    districts = [
        District(_unit(district), int(district["commune_level_units"]))
        for district in _rows("units/districts_until_2025.csv")
        if district["province_code"] == row["code"]
    ]
    return Province(_unit(row), districts)


@cache
def _old_names() -> dict[str, list[str]]:
    """The provinces of which each new one was made."""
    found = defaultdict(list)
    for row in _rows("provinces_succession.csv"):
        found[canonical(row["new"])].append(row["old"])
    return found


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (_TABLES / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _unit(row: dict[str, str]) -> Unit:
    return Unit(row["code"], row["name"], row["kind"])
