"""Made-up graphs of a whole country, in the form that imports write: `python -m benchmarks.national TRIPLES FILE`.

The centre with its regulations, which rest on one another and replace one another; then province by province, each with
its districts and communes until June 2025 and the merged communes after, their committees and posts, who held them in
one term after the other, and the decisions that appointed them and rest on the regulations. Every statement has its
evidence. The same seed gives the same quads; a larger graph begins with the whole of a smaller one. It holds no error.

Only the law of the administrative divisions is as it was: 63 provinces, about 700 districts and 10,600 communes until
2025-06-30, 3,321 communes since. Names, people, numbers and days are drawn.
"""

import argparse
import itertools
import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from ingest.entities import position_for
from ingest.facts import Evidence
from ingest.forms import BODY_CLASSES
from ingest.lexicon import Lexicon
from ingest.readers import SourceText
from ingest.source_graph import SourceGraph, text_literal
from ontology.codes import concept_of
from ontology.dates import read_date
from ontology.identifiers import (
    body_iri,
    body_kind_iri,
    document_iri,
    event_iri,
    holding_iri,
    person_iri,
    place_iri,
    term_iri,
)
from ontology.terms import CODE

SEED = 7
DISTRICTS = 11  # of a province
COMMUNES = 15  # of a district
MERGED = 3  # communes that became one, some four at the end of a district
_REFORM = "2025-07-01"
_EVE = "2025-06-30"
_TERMS = (("XI", 2011), ("XII", 2016), ("XIII", 2021))
_REGULATIONS = 24  # of the centre, each year
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Hoàng", "Bùi", "Nông", "Hà")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Quốc", "Thanh", "Ngọc", "Xuân", "Hữu", "Thu")
_GIVEN = ("Hùng", "Hòa", "Mai", "Lan", "Sơn", "Tuấn", "Dũng", "Hạnh", "Phúc", "Thắng", "Yến", "Cường", "Bình", "Tâm")
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
# Bodies of a unit by level: form, name with the place {p}, and its posts with how many hold one at a time.
_HEADS = (("Trưởng ban", 1), ("Phó Trưởng ban", 2))
_PARTY = (("Bí thư", 1), ("Phó Bí thư Thường trực", 1), ("Phó Bí thư", 1), ("Ủy viên", 5))
_STATE = (("Chủ tịch", 1), ("Phó Chủ tịch", 2))
_BODIES = {
    "province": (
        ("party_committee", "Tỉnh ủy {p}", _PARTY),
        ("party_department", "Ban Tổ chức Tỉnh ủy {p}", _HEADS),
        ("party_department", "Ban Nội chính Tỉnh ủy {p}", _HEADS),
        ("inspection_committee", "Ủy ban Kiểm tra Tỉnh ủy {p}", (("Chủ nhiệm", 1), ("Phó Chủ nhiệm", 2))),
        ("steering_committee", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh {p}", _HEADS),
        ("state_body", "Ủy ban nhân dân tỉnh {p}", _STATE),
    ),
    "district": (
        ("party_committee", "Huyện ủy {p}", _PARTY),
        ("party_department", "Ban Tổ chức Huyện ủy {p}", _HEADS),
        ("state_body", "Ủy ban nhân dân huyện {p}", _STATE),
    ),
    "commune": (
        ("party_committee", "Đảng ủy xã {p}", _PARTY[:3]),
        ("state_body", "Ủy ban nhân dân xã {p}", _STATE),
    ),
}
_ISSUER = {"province": "TU", "district": "HU", "commune": "ĐU"}
_PLACE_KIND = {"province": "tinh", "district": "huyen", "commune": "xa"}
_UNIT = {"province": "Tỉnh", "district": "Huyện", "commune": "Xã"}
_KIND_OF = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"


class Paper(SourceGraph):
    """One made-up source. Its text is told line by line and not kept; each statement quotes the line it stands in."""

    def __init__(self, name: str) -> None:
        digest = sha256(name.encode()).hexdigest()
        super().__init__(SourceText(f"{name}.txt", "text", "text/plain", digest, 1000, ""), "press")
        self._at = 0

    def line(self, words: str) -> tuple[Evidence]:
        start, self._at = self._at, self._at + len(words) + 1
        return (Evidence(start, start + len(words), words[:160], "made-up-line"),)


@dataclass(frozen=True, slots=True)
class Regulation:
    iri: str
    number: str
    issued: str  # ISO


@dataclass(slots=True)
class Country:
    """Draws the country, source by source."""

    seed: int = SEED
    _draw: random.Random = field(init=False)
    _in_force: list[Regulation] = field(default_factory=list)
    _issuer: str = ""  # of the regulations
    _kind: str = ""  # of the provincial steering committees

    def __post_init__(self) -> None:
        self._draw = random.Random(self.seed)

    def sources(self) -> Iterator[Paper]:
        yield from self._centre()
        provinces = sorted(set(Lexicon.load().provinces.values()))
        for code, name in enumerate(provinces, 1):
            yield from self._province(f"{code:02}", name)

    def _centre(self) -> Iterator[Paper]:
        paper = Paper("trung-uong")
        said = paper.line("Các cơ quan của Trung ương.")
        self._issuer = self._body(paper, "party_committee", "Ban Bí thư", "central", "", said)
        self._kind = paper.entity(body_kind_iri(_KIND_OF), "BodyKind", _KIND_OF)
        paper.code(self._kind, "level", "level/province")
        for roman, year in _TERMS:
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
                self._regulate(paper, serial, year, plenum)
        yield paper

    def _regulate(self, paper: Paper, serial: int, since: int, plenum: str) -> None:
        """One regulation, agreed by the plenum, resting on some before it; every fourth replaces one of them."""
        year, turn = divmod(serial - 1, _REGULATIONS)
        day = f"{since + year}-{4 + turn // 3:02}-{1 + turn % 3 * 9:02}"
        known = self._in_force
        bases = self._draw.sample(known, min(len(known), self._draw.randint(1, 3)))
        rule = self._document(paper, "Quy định", f"{serial}-QĐ/TW", day, self._issuer, bases)
        said = paper.line(f"Quy định số {rule.number} theo kết luận của hội nghị Trung ương.")
        paper.state(rule.iri, "agreedBy", plenum, said)
        paper.state(rule.iri, "regulates", self._kind, said)
        if len(known) > 60:
            old = self._draw.choice([k for k in known if k not in bases])
            paper.state(rule.iri, "replaces", old.iri, paper.line(f"{rule.number} thay thế {old.number}."))
            known.remove(old)
        known.append(rule)

    def _province(self, code: str, name: str) -> Iterator[Paper]:
        paper = Paper(f"tinh-{code}")
        province = self._place(paper, f"{name}", code, "province", "", "")
        yield self._unit(paper, "province", name, province, "")
        merged: list[str] = []
        communes = itertools.count(1)
        for district_number in range(1, DISTRICTS + 1):
            district = self._name(f"{code}{district_number}")
            paper = Paper(f"huyen-{code}-{district_number:02}")
            district_code = f"{(int(code) - 1) * DISTRICTS + district_number:03}"
            place = self._place(paper, district, district_code, "district", province, _EVE)
            yield self._unit(paper, "district", district, place, _EVE)
            for _ in range(COMMUNES):
                number = next(communes)
                name = self._name(f"{code}.{number}")
                paper = Paper(f"xa-{code}-{number:03}")
                commune = self._place(paper, name, f"{code}{number:03}", "commune", place, _EVE)
                merged.append(commune)
                yield self._unit(paper, "commune", name, commune, _EVE)
                if len(merged) == MERGED:
                    yield self._merged(code, number, province, merged)
                    merged = []

    def _merged(self, code: str, number: int, province: str, old: list[str]) -> Paper:
        """The commune that a few old ones became."""
        name = self._name(f"{code}/{number}")
        paper = Paper(f"xa-moi-{code}-{number:03}")
        iri = self._place(paper, name, f"{code}{number:03}", "commune", province, "", _REFORM)
        said = paper.line(f"Xã {name} được thành lập từ {MERGED} xã.")
        for place in old:
            paper.state(iri, "succeeds", place, said)
        return self._unit(paper, "commune", name, iri, "", since=_REFORM)

    def _unit(
        self,
        paper: Paper,
        level: str,
        place_name: str,
        place: str,
        until: str,
        since: str = "",
        _reaching: bool = False,
    ) -> Paper:
        """The bodies of a place, their posts, and who held them."""
        numbers = itertools.count(1)
        for form, pattern, posts in _BODIES[level]:
            name = pattern.format(p=place_name)
            said = paper.line(f"{name}.")
            body = self._body(paper, form, name, level, place, said)
            if form == "party_committee":
                issuer = body
            if form == "steering_committee":
                paper.state(body, "ofKind", self._kind, said)
            for begin, end in _stretches(since, until):
                for role, count in posts:
                    for _ in range(count):
                        self._hold(paper, role, body, name, begin, end, issuer, f"{next(numbers)}-QĐ/{_ISSUER[level]}")
        return paper

    def _hold(
        self, paper: Paper, role: str, body: str, body_name: str, begin: str, end: str, issuer: str, number: str
    ) -> None:
        """One person in a post for one stretch of time, and the decision."""
        position = position_for(paper, role, body)
        if position is None:
            raise KeyError(role)
        name = self._person()
        said = paper.line(f"Đồng chí {name} giữ chức {role} {body_name} từ ngày {begin}.")
        paper.state(position, "positionIn", body, said)
        person = paper.entity(person_iri(name, f"{position} {begin} {number}"), "Person", name)
        holding = paper.entity(holding_iri(person, position, begin), "Holding")
        paper.state(holding, "heldBy", person, said)
        paper.state(holding, "inPosition", position, said)
        paper.state(holding, "status", str(CODE["holding-status/former" if end else "holding-status/current"]), said)
        first = paper.state_date(holding, "from", begin, said)
        last = paper.state_date(holding, "to", end, said) if end else None
        paper.bounds(holding, first, last)
        rests_on = [r for r in self._draw.sample(self._in_force, 3) if r.issued < begin][:1]
        decision = self._document(paper, "Quyết định", number, begin, issuer, rests_on)
        paper.state(holding, "byDocument", decision.iri, said)

    def _document(
        self, paper: Paper, kind: str, number: str, day: str, issuer: str, bases: Iterable[Regulation]
    ) -> Regulation:
        """A document; of those below the centre the number says nothing of the unit, so its IRI is drawn."""
        concept = concept_of("document-kind", kind)
        if concept is None:
            raise KeyError(kind)
        central = number.endswith("/TW")
        iri = document_iri(number, day) if central else document_iri(None, day, f"{number} {issuer[-40:]}")
        paper.entity(iri, concept.class_name, f"{kind} {number}")
        paper.code(iri, "kind", concept.path)
        said = paper.line(f"{kind} số {number} ngày {day}.")
        paper.state(iri, "documentNumber", text_literal(number), said)
        issued = paper.state_date(iri, "issuedOn", day, said)
        paper.numbered(iri, number, issued)
        paper.bounds(iri, issued, issued)
        paper.state(iri, "issuedBy", issuer, said)
        for base in bases:
            paper.state(iri, "basedOn", base.iri, paper.line(f"Căn cứ {base.number}."))
        return Regulation(iri, number, day)

    def _body(self, paper: Paper, form: str, name: str, level: str, place: str, said: tuple[Evidence, ...]) -> str:
        iri = paper.entity(body_iri(f"{name} {place[-40:]}"), BODY_CLASSES[form], name)
        paper.code(iri, "level", f"level/{level}")
        if place:
            paper.state(iri, "inPlace", place, said)
        return iri

    def _place(self, paper: Paper, name: str, code: str, level: str, within: str, until: str, since: str = "") -> str:
        iri = paper.entity(place_iri(name, code, since or None), "Place", f"{_UNIT[level]} {name}")
        said = paper.line(f"{_UNIT[level]} {name}, mã số {code}.")
        paper.state(iri, "placeKind", str(CODE[f"place-kind/{_PLACE_KIND[level]}"]), said)
        paper.state(iri, "placeCode", text_literal(code), said)
        if within:
            paper.state(iri, "partOfPlace", within, said)
        begin = paper.state_date(iri, "existsFrom", since, said) if since else None
        end = paper.state_date(iri, "existsTo", until, said) if until else None
        paper.bounds(iri, begin, end)
        return iri

    def _name(self, key: str) -> str:
        """A name that two units may share, as they do."""
        draw = random.Random(f"{self.seed} {key}")
        return f"{draw.choice(_FIRST)} {draw.choice(_SECOND)}"

    def _person(self) -> str:
        return " ".join(self._draw.choice(part) for part in (_FAMILY, _MIDDLE, _GIVEN))


def _stretches(since: str, until: str) -> list[tuple[str, str]]:
    """(first day, last day or "") of the terms between two days, where they are given."""
    begins = [f"{year}-09-15" for _, year in _TERMS]
    ends = [*(f"{year}-09-14" for _, year in _TERMS[1:]), until]
    if since:
        return [(since, until)]
    return list(zip(begins, ends, strict=True))


def quads(triples: int, seed: int = SEED) -> Iterator[Quad]:
    """Whole sources, until there are at least so many quads."""
    given = 0
    for source in Country(seed).sources():
        found = source.quads()
        yield from found
        given += len(found)
        if given >= triples:
            return


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.national")
    parser.add_argument("triples", type=int)
    parser.add_argument("file", type=Path, help="N-Quads")
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    begun = time.perf_counter()
    with arguments.file.open("wb") as file:
        serialize(quads(arguments.triples, arguments.seed), file, RdfFormat.N_QUADS)
    print(f"{arguments.file}: {arguments.file.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - begun:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
