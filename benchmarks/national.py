"""Made-up graphs of a whole country, in the form of imports: `python -m benchmarks.national SIZE FILE [--lean]`.

SIZE is a number of quads: 100k, 1m, 10m, 2_500_000, or `whole`. The centre comes first with its regulations, which rest
on one another and replace one another; then province by province, each with its districts and communes until June 2025
and the communes made of them since, their committees and posts, who held them in one term after the other, and the
decisions that appointed them and rest on the regulations. Every statement has its evidence. The same seed gives the
same quads; a larger graph begins with the whole of a smaller one. It holds no error.

How many units there are, how many lie in which, and their names are those of the reference tables (divisions.py), but
for the names of the old communes. People, numbers, days, sizes of committees and successions of communes are drawn, and
so is what bears on how much: few regulations are the basis of most.

What a person costs, in quads: two for class and name; for each office its class, three statements (who, which post,
whether still) with eleven of evidence each, and 26 for its days; some 66 for the decision. --lean leaves out days and
decisions and lists the members of every committee: 39 in all, of which no shape lets one go, as every statement wants
its evidence. So 10 million quads hold some 200,000 people with their country, and 500,000 take some 25 million.
"""

import argparse
import itertools
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from benchmarks.divisions import District, Region, Unit, regions
from benchmarks.offices import KIND_OF, TERMS, Offices, Seat, write_body
from benchmarks.papers import Paper, Rules, write_document
from ingest.source_graph import text_literal
from ontology.codes import concept_of
from ontology.dates import read_date
from ontology.identifiers import body_kind_iri, event_iri, place_iri, term_iri
from ontology.terms import CODE

SEED = 7
_REFORM = "2025-07-01"
_EVE = "2025-06-30"
_REGULATIONS = 24  # of the centre, each year
_ON_COMMITTEES = 40  # one regulation of so many regulates the provincial committees
_FACTORS = {"k": 1_000, "m": 1_000_000}
Named = tuple[str, str]  # IRI and name
_FIRST = ("Bình", "Phú", "Tân", "Thanh", "Vĩnh", "An", "Yên", "Đông", "Tây", "Nam", "Sơn", "Hòa", "Long", "Mỹ", "Quảng")
_SECOND = (
    "Lộc",
    "Sơn",
    "Giang",
    "Hải",
    "Lâm",
    "Phong",
    "Thịnh",
    "Xuyên",
    "Trạch",
    "Khê",
    "Đài",
    "Thủy",
    "Hưng",
    "Tiến",
)


@dataclass(slots=True)
class Country:
    """Draws the country, source by source. A lean one has more people and says less of each."""

    seed: int = SEED
    lean: bool = False
    _draw: random.Random = field(init=False)
    _rules: Rules = field(init=False)
    _offices: Offices = field(init=False)

    def __post_init__(self) -> None:
        self._draw = random.Random(self.seed)
        self._rules = Rules(self._draw)
        self._offices = Offices(self._draw, self._rules, body_kind_iri(KIND_OF), self.lean)

    def sources(self) -> Iterator[Paper]:
        yield self._centre()
        communes = itertools.count(1)
        for region in regions():
            yield from self._region(region, communes)

    def _centre(self) -> Paper:
        paper = Paper("trung-uong")
        issuer = write_body(paper, "party_committee", "Ban Bí thư", "central", "", ())
        kind = paper.entity(body_kind_iri(KIND_OF), "BodyKind", KIND_OF)
        paper.code(kind, "level", "level/province")
        for roman, year in TERMS:
            term = paper.entity(term_iri(roman), "Term", f"khóa {roman}")
            said = paper.line(f"Khóa {roman} từ năm {year}.")
            paper.state(term, "termNumber", text_literal(roman), said)
            name = f"Hội nghị Trung ương 2 khóa {roman}"
            plenum = paper.entity(event_iri(name), "Plenum", name)
            said = paper.line(f"{name} họp trong tháng 3 năm {year}.")
            paper.state(plenum, "inTerm", term, said)
            paper.state_date(plenum, "startsOn", f"{year}-03-05", said)
            paper.bounds(plenum, read_date(f"{year}-03-05"), read_date(f"{year}-03-05"))
            for serial in range(1, 5 * _REGULATIONS + 1):
                self._regulate(paper, serial, year, issuer, plenum, kind)
        return paper

    def _regulate(self, paper: Paper, serial: int, since: int, issuer: str, plenum: str, kind: str) -> None:
        """One regulation, agreed by the plenum, resting on some before it; later ones replace an old one each."""
        year, turn = divmod(serial - 1, _REGULATIONS)
        day = f"{since + year}-{4 + turn // 3:02}-{1 + turn % 3 * 9:02}"
        bases = self._rules.bases(self._draw.randint(1, 3))
        rule = write_document(paper, "Quy định", f"{serial}-QĐ/TW", day, issuer, bases)
        said = paper.line(f"Quy định số {rule.number} theo kết luận của hội nghị Trung ương.")
        paper.state(rule.iri, "agreedBy", plenum, said)
        if serial % _ON_COMMITTEES == 1:
            paper.state(rule.iri, "regulates", kind, said)
        if old := self._rules.enact(rule, bases):
            paper.state(rule.iri, "replaces", old.iri, paper.line(f"{rule.number} thay thế {old.number}."))

    def _region(self, region: Region, communes: Iterator[int]) -> Iterator[Paper]:
        """What is one province today: the old ones with all in them, each new commune after the last it was made of."""
        heirs = dict(zip(region.heirs(self._draw), region.communes, strict=True))
        today = _iri(region.unit, _REFORM if region.merged else ""), region.unit.called
        old: list[Named] = []  # communes without a successor so far
        past = 0
        for paper, commune in self._provinces(region, communes):
            yield paper
            if commune:
                old.append(commune)
                past += 1
                if past in heirs:
                    yield self._made_of("commune", heirs[past], today, old)
                    old = []
        if region.merged:
            merged = [(_iri(province.unit), province.unit.called) for province in region.provinces]
            yield self._made_of("province", region.unit, None, merged)

    def _provinces(self, region: Region, communes: Iterator[int]) -> Iterator[tuple[Paper, Named | None]]:
        """Units of before, each with its name if it is a commune."""
        for province in region.provinces:
            until = _EVE if region.merged else ""
            paper, place = Paper(f"tinh-{province.unit.code}"), _iri(province.unit)
            _write_place(paper, province.unit, until=until)
            yield self._offices.tell(paper, Seat("province", province.unit, place, until=until)), None
            for district in province.districts:
                yield from self._district(district, place, communes)

    def _district(
        self, district: District, province: str, communes: Iterator[int]
    ) -> Iterator[tuple[Paper, Named | None]]:
        paper, place = Paper(f"huyen-{district.unit.code}"), _iri(district.unit)
        _write_place(paper, district.unit, province, until=_EVE)
        yield self._offices.tell(paper, Seat("district", district.unit, place, until=_EVE)), None
        for _ in range(district.communes):
            code = f"{next(communes):05}"
            unit = Unit(code, self._name(code), "xã")
            paper = Paper(f"xa-{code}")
            commune = _write_place(paper, unit, place, until=_EVE)
            yield self._offices.tell(paper, Seat("commune", unit, commune, until=_EVE)), (commune, unit.called)

    def _made_of(self, level: str, unit: Unit, within: Named | None, old: list[Named]) -> Paper:
        """The commune or province that a few old ones became."""
        paper = Paper(f"moi-{level}-{unit.code}")
        if within:
            paper.entity(within[0], "Place", within[1])
        iri = _write_place(paper, unit, within[0] if within else "", since=_REFORM)
        said = paper.line(f"{unit.called} được thành lập từ {len(old)} đơn vị.")
        for place, name in old:
            paper.entity(place, "Place", name)
            paper.state(iri, "succeeds", place, said)
        return self._offices.tell(paper, Seat(level, unit, iri, since=_REFORM))

    def _name(self, key: str) -> str:
        """A name that two communes may share, as they do."""
        draw = random.Random(f"{self.seed} {key}")
        return f"{draw.choice(_FIRST)} {draw.choice(_SECOND)}"


def _write_place(paper: Paper, unit: Unit, within: str = "", *, since: str = "", until: str = "") -> str:
    iri = paper.entity(_iri(unit, since), "Place", unit.called)
    said = paper.line(f"{unit.called}, mã số {unit.code}.")
    concept = concept_of("place-kind", unit.kind)
    if concept is None:
        raise KeyError(unit.kind)
    paper.state(iri, "placeKind", str(CODE[concept.path]), said)
    paper.state(iri, "placeCode", text_literal(unit.code), said)
    if within:
        paper.state(iri, "partOfPlace", within, said)
    begin = paper.state_date(iri, "existsFrom", since, said) if since else None
    end = paper.state_date(iri, "existsTo", until, said) if until else None
    paper.bounds(iri, begin, end)
    return iri


def _iri(unit: Unit, since: str = "") -> str:
    return place_iri(unit.name, unit.code, since or None)


def size(text: str) -> int:
    """The number of quads that "100k", "10m", "2_500_000" or "whole" names. Raises ValueError."""
    plain = text.strip().lower()
    if plain == "whole":
        return sys.maxsize
    number, factor = (plain[:-1], _FACTORS[plain[-1]]) if plain[-1:] in _FACTORS else (plain, 1)
    return int(number) * factor


def quads(triples: int, seed: int = SEED, *, lean: bool = False) -> Iterator[Quad]:
    """Whole sources, until there are at least so many quads or the country is told."""
    given = 0
    for source in Country(seed, lean).sources():
        found = source.quads()
        yield from found
        given += len(found)
        if given >= triples:
            return


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.national")
    parser.add_argument("size", type=size, help="quads: 100k, 1m, 10m, or whole")
    parser.add_argument("file", type=Path, help="N-Quads")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--lean", action="store_true", help="more people, less of each")
    arguments = parser.parse_args()
    begun = time.perf_counter()
    with arguments.file.open("wb") as file:
        serialize(quads(arguments.size, arguments.seed, lean=arguments.lean), file, RdfFormat.N_QUADS)
    print(f"{arguments.file}: {arguments.file.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - begun:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
