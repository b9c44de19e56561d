"""The bodies of a unit of a made-up country, their posts, and who held them."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.divisions import Unit
from benchmarks.papers import Paper, Regulation, Rules, write_document
from ingest.entities import position_for
from ingest.facts import Evidence
from ingest.forms import BODY_CLASSES
from ontology.identifiers import body_iri, holding_iri, person_iri
from ontology.terms import CODE

Posts = tuple[tuple[str, int, int], ...]
TERMS = (("XI", 2011), ("XII", 2016), ("XIII", 2021))
KIND_OF = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
_STAYS = 0.25  # how likely who holds a post holds it for the next term, too
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Hoàng", "Bùi", "Nông", "Hà")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Quốc", "Thanh", "Ngọc", "Xuân", "Hữu", "Thu")
_GIVEN = ("Hùng", "Hòa", "Mai", "Lan", "Sơn", "Tuấn", "Dũng", "Hạnh", "Phúc", "Thắng", "Yến", "Cường", "Bình", "Tâm")
# Posts of a body with the fewest and the most who hold one at a time; bodies of a unit by level: form, name with the
# committee {c}, the unit {u} and the place {p}, and posts.
_HEADS: Posts = (("Trưởng ban", 1, 1), ("Phó Trưởng ban", 1, 3))
_PARTY: Posts = (("Bí thư", 1, 1), ("Phó Bí thư Thường trực", 1, 1), ("Phó Bí thư", 1, 2), ("Ủy viên", 2, 8))
_STATE: Posts = (("Chủ tịch", 1, 1), ("Phó Chủ tịch", 1, 3))
_BODIES: dict[str, tuple[tuple[str, str, Posts], ...]] = {
    "province": (
        ("party_committee", "{c} {p}", _PARTY),
        ("party_department", "Ban Tổ chức {c} {p}", _HEADS),
        ("party_department", "Ban Nội chính {c} {p}", _HEADS),
        ("inspection_committee", "Ủy ban Kiểm tra {c} {p}", (("Chủ nhiệm", 1, 1), ("Phó Chủ nhiệm", 1, 3))),
        ("steering_committee", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực {u} {p}", _HEADS),
        ("state_body", "Ủy ban nhân dân {u} {p}", _STATE),
    ),
    "district": (
        ("party_committee", "{c} {p}", _PARTY),
        ("party_department", "Ban Tổ chức {c} {p}", _HEADS),
        ("state_body", "Ủy ban nhân dân {u} {p}", _STATE),
    ),
    "commune": (
        ("party_committee", "{c} {p}", _PARTY[:3]),
        ("state_body", "Ủy ban nhân dân {u} {p}", _STATE),
    ),
}
_MEMBERS = {"province": (20, 60), "district": (15, 45), "commune": (6, 18)}  # of a party committee, in a lean country
_ISSUER = {"province": "TU", "district": "HU", "commune": "ĐU"}
_COMMITTEE = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "quận": "Quận ủy",
    "huyện": "Huyện ủy",
    "thị xã": "Thị ủy",
    "thành phố thuộc tỉnh": "Thành ủy",
    "thành phố thuộc thành phố trực thuộc Trung ương": "Thành ủy",
    "xã": "Đảng ủy xã",
    "phường": "Đảng ủy phường",
    "đặc khu": "Đảng ủy đặc khu",
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A unit whose bodies are told. `since` and `until` are days, "" where nothing ends or begins them."""

    level: str
    unit: Unit
    place: str  # IRI
    since: str = ""
    until: str = ""

    def stretches(self) -> list[tuple[str, str]]:
        """(first day, last day or "") of the terms in which its posts are held."""
        if self.since:
            return [(self.since, self.until)]
        begins = [f"{year}-09-15" for _, year in TERMS]
        ends = [*(f"{year}-09-14" for _, year in TERMS[1:]), self.until]
        return list(zip(begins, ends, strict=True))


@dataclass(frozen=True, slots=True)
class _Decided:
    """By whom the posts of a unit are given, and the numbers of the decisions to come."""

    issuer: str
    numbers: Iterator[str]


@dataclass(frozen=True, slots=True)
class _Tenure:
    """A post for one term."""

    role: str
    body: str
    position: str
    begin: str
    end: str  # "" if it lasts


@dataclass(frozen=True, slots=True)
class Offices:
    """Draws who holds what. A lean country lists people without days and decisions, and has more of them."""

    draw: random.Random
    rules: Rules
    kind: str  # IRI of the kind of the provincial steering committees
    lean: bool

    def tell(self, paper: Paper, seat: Seat) -> Paper:
        """Writes the bodies of a unit on its paper, and gives that back."""
        numbers = (f"{number}-QĐ/{_ISSUER[seat.level]}" for number in itertools.count(1))
        decided = None
        for form, pattern, posts in _BODIES[seat.level]:
            name = pattern.format(c=_COMMITTEE[seat.unit.kind], u=seat.unit.word, p=seat.unit.name)
            said = paper.line(f"{name}.")
            body = write_body(paper, form, name, seat.level, seat.place, said)
            decided = decided or _Decided(body, numbers)  # the party committee comes first
            if form == "steering_committee":
                paper.state(body, "ofKind", self.kind, said)
            if self.lean:
                self._establish(paper, body, name, seat, decided)
            self._fill(paper, body, name, self._roles(form, posts, seat.level), seat, decided)
        return paper

    def _establish(self, paper: Paper, body: str, name: str, seat: Seat, decided: _Decided) -> None:
        """The decision that set the body up, on which all its posts rest where none has its own."""
        day, number = seat.since or f"{TERMS[0][1]}-09-15", next(decided.numbers)
        decision = write_document(paper, "Quyết định", number, day, decided.issuer, self._bases(day))
        paper.state(decision.iri, "establishes", body, paper.line(f"{number} thành lập {name}."))

    def _roles(self, form: str, posts: Posts, level: str) -> list[str]:
        """The roles that are held in a body at one time, some by several."""
        if self.lean and form == "party_committee":
            posts = (*_PARTY[:3], ("Ủy viên", *_MEMBERS[level]))
        return [role for role, few, many in posts for _ in range(self.draw.randint(few, many))]

    def _fill(self, paper: Paper, body: str, name: str, roles: list[str], seat: Seat, decided: _Decided) -> None:
        """Who held the posts of a body, term after term."""
        positions = {role: self._position(paper, role, body, name) for role in roles}
        people: dict[int, tuple[str, str]] = {}  # by number of the post: IRI and name
        for begin, end in seat.stretches():
            for post, role in enumerate(roles):
                if self.lean or post not in people or self.draw.random() > _STAYS:
                    person = " ".join(self.draw.choice(part) for part in (_FAMILY, _MIDDLE, _GIVEN))
                    people[post] = person_iri(person, f"{positions[role]} {post} {begin}"), person
                tenure = _Tenure(role, name, positions[role], begin, end)
                holding = _list(paper, people[post], tenure)
                if not self.lean:
                    self._appoint(paper, holding, tenure, decided)

    def _position(self, paper: Paper, role: str, body: str, name: str) -> str:
        position = position_for(paper, role, body)
        if position is None:
            raise KeyError(role)
        paper.state(position, "positionIn", body, paper.line(f"{role} {name}."))
        return position

    def _appoint(self, paper: Paper, holding: str, tenure: _Tenure, decided: _Decided) -> None:
        """The days of an office and the decision that gave it."""
        said = paper.line(f"Giữ chức từ ngày {tenure.begin}.")
        first = paper.state_date(holding, "from", tenure.begin, said)
        last = paper.state_date(holding, "to", tenure.end, said) if tenure.end else None
        paper.bounds(holding, first, last)
        number, bases = next(decided.numbers), self._bases(tenure.begin)
        decision = write_document(paper, "Quyết định", number, tenure.begin, decided.issuer, bases)
        paper.state(holding, "byDocument", decision.iri, said)

    def _bases(self, day: str) -> list[Regulation]:
        """The regulation on which a decision of that day rests."""
        return [rule for rule in self.rules.bases(1) if rule.issued < day]


def write_body(paper: Paper, form: str, name: str, level: str, place: str, said: tuple[Evidence, ...]) -> str:
    """A body in a place, or of the centre if `place` is ""."""
    iri = paper.entity(body_iri(f"{name} {place[-40:]}"), BODY_CLASSES[form], name)
    paper.code(iri, "level", f"level/{level}")
    if place:
        paper.state(iri, "inPlace", place, said)
    return iri


def _list(paper: Paper, person: tuple[str, str], tenure: _Tenure) -> str:
    """One person in a post, as a list of members says it: without days. Gives the holding."""
    said = paper.line(f"{person[1]}, {tenure.role} {tenure.body}.")
    paper.entity(person[0], "Person", person[1])
    holding = paper.entity(holding_iri(person[0], tenure.position, tenure.begin), "Holding")
    paper.state(holding, "heldBy", person[0], said)
    paper.state(holding, "inPosition", tenure.position, said)
    status = "former" if tenure.end else "current"
    paper.state(holding, "status", str(CODE[f"holding-status/{status}"]), said)
    return holding
