"""Who is who, measured: pairwise precision and recall on labelled mentions, and speed beside plain rapidfuzz.

usage: python -m benchmarks.resolution [--corpus DIR] [--people N]

Labelled are people of the corpus's annotations (DIR holds *.gold.json; one name is one person there) and generated
careers with namesakes. A pair of mentions is right if both were resolved to one person and are one.
"""

import argparse
import json
import random
import statistics
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad
from rapidfuzz import process
from rdflib import RDF, SKOS
from rich.console import Console
from rich.table import Table

from ingest.careers import Office
from ingest.known import Known
from ingest.resolution.people import PersonMention, resolve_person
from ontology.codes import concept_of
from ontology.identifiers import body_iri, holding_iri, person_iri, position_iri
from ontology.terms import MG

_SEED = 20_220_602
_GRAPH = NamedNode("https://w3id.org/mandate-graph/id/source/benchmark")
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Hữu", "Quang", "Xuân", "Thanh")
_GIVEN = ("Hùng", "Dũng", "Hòa", "Thủy", "Anh", "Bình", "Cường", "Hải", "Lan", "Mai", "Nam", "Sơn", "Tuấn", "Thúy")
_PLACES = [f"X{n}" for n in range(63)]
_FIELDS = ("Nội vụ", "Tư pháp", "Tài chính", "Y tế", "Xây dựng", "Công Thương", "Ngoại vụ", "Du lịch", "Dân tộc")
_DISTRICTS = tuple(f"Y{n}" for n in range(10))
_LADDER = (
    ("Phó Giám đốc", "Sở {field} tỉnh {place}"),
    ("Giám đốc", "Sở {field} tỉnh {place}"),
    ("Bí thư", "Huyện ủy {district} tỉnh {place}"),
    ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh {place}"),
    ("Chủ tịch", "Ủy ban nhân dân tỉnh {place}"),
    ("Bí thư", "Tỉnh ủy {place}"),
    ("Phó Trưởng ban", "Ban Tổ chức Trung ương"),
)
STEP_YEARS = 4  # from one post of a generated career to the next
_STARTS = (0, 0, 0, 0, 1, 1, 1, 2, 2, 3)  # most careers end below the province's heads


Post = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mention of the person `who`; `posts` and those of them that are `taken` up just then are (role, body)."""

    who: str
    name: str
    posts: tuple[Post, ...]
    day: str
    taken: tuple[Post, ...] = ()


@cache
def _office(role: str, body: str, *, taken: bool = False) -> Office:
    concept = concept_of("role", role)
    iri = body_iri(body)
    rank = concept.rank if concept else None
    return Office(iri, position_iri(concept.label if concept else role, iri), rank, taken)


class World:
    """What is known, growing with each mention."""

    def __init__(self) -> None:
        self.known = Known()
        self.asked = 0

    def take_in(self, mention: Labelled, number: int) -> str:
        """Resolves a mention, learns its posts and gives the person's IRI."""
        offices = [_office(*post, taken=post in mention.taken) for post in mention.posts]
        text = f"text-{number}"
        minted = person_iri(mention.name, min((office.position for office in offices), default=text))
        spoken = PersonMention(mention.name, offices, mention.day)
        match = resolve_person(self.known, spoken, minted, person_iri(mention.name, text))
        self.asked += bool(match.candidates)
        self.learn(match.iri, spoken)
        return match.iri

    def learn(self, person: str, mention: PersonMention) -> None:
        """Makes the offices of a person known as those of the day, the ones just taken up from that day on."""
        facts = [
            _quad(person, str(RDF.type), NamedNode(str(MG.Person))),
            _quad(person, str(SKOS.prefLabel), Literal(mention.name, language="vi")),
        ]
        for office in mention.offices:
            holding = holding_iri(person, office.position, None)
            facts += [
                _quad(office.position, str(MG.positionIn), NamedNode(office.body)),
                _quad(holding, str(MG.heldBy), NamedNode(person)),
                _quad(holding, str(MG.inPosition), NamedNode(office.position)),
                _quad(holding, str(MG.earliest if office.taken else MG.observedOn), Literal(mention.day or "")),
            ]
            facts += [_quad(office.position, str(MG.rank), Literal(office.rank))] if office.rank else []
        self.known.learn(facts)


def _quad(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), value, _GRAPH)


def from_corpus(folder: Path) -> Iterator[Labelled]:
    """The people of annotated texts, in the order of publication."""
    texts = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.gold.json"))]
    for text in sorted(texts, key=lambda t: t["published"] or "9999"):
        for name in text["people"]:
            held = [h for h in text["holdings"] if h["person"] == name]
            posts = dict.fromkeys((h["role"], h["body"]) for h in held)
            taken = dict.fromkeys((h["role"], h["body"]) for h in held if h["status"] == "appointed")
            if posts:
                yield Labelled(name, name, tuple(posts), text["published"] or "2024-01-01", tuple(taken))


def generated(people: int, random_: random.Random, *, middles: int = 1, reports: int = 3) -> list[Labelled]:
    """Careers in one province each: reports on every post, the first of each that of the move, with old post and new.

    `middles` is the number of middle names, `reports` that of reports on a post. Names are few, so that many are borne
    by several; a tenth is written in NFD or with the tone on the other letter.
    """
    found = []
    for number in range(people):
        words_of_name = [random_.choice(names) for names in (_SURNAMES, *[_MIDDLES] * middles, _GIVEN)]
        name = " ".join(words_of_name)
        first = random_.choice(_STARTS)
        words = {
            "place": random_.choice(_PLACES),
            "field": random_.choice(_FIELDS),
            "district": random_.choice(_DISTRICTS),
        }
        posts = [(role, body.format(**words)) for role, body in _LADDER[first : first + random_.randint(2, 3)]]
        year = random_.randint(1995, 2015)
        for step, post in enumerate(posts):
            since = year + STEP_YEARS * step
            moved = (*posts[max(0, step - 1) : step], post)
            for posts_then, later in ((moved, 0), ((post,), 1), ((post,), 2))[:reports]:
                day = f"{since + later}-{random_.randint(1, 12):02}-15"
                taken = (post,) if len(posts_then) > 1 else ()
                found.append(Labelled(f"p{number}", _spelt(name, random_), posts_then, day, taken))
    return sorted(found, key=lambda m: m.day)


def _spelt(name: str, random_: random.Random) -> str:
    kind = random_.random()
    if kind < 0.05:
        return unicodedata.normalize("NFD", name)
    return name.replace("òa", "oà").replace("ủy", "uỷ").replace("úy", "uý") if kind < 0.1 else name


def measure(mentions: Iterable[Labelled]) -> tuple[float, float, int, int]:
    """(precision, recall) of pairs, questions asked, and mentions."""
    world, groups = World(), []
    for number, mention in enumerate(mentions):
        groups.append((mention.who, world.take_in(mention, number)))
    return (*pairs(groups), world.asked, len(groups))


def pairs(groups: list[tuple[str, str]]) -> tuple[float, float]:
    def pairs_of(sizes: Iterable[int]) -> int:
        return sum(size * (size - 1) // 2 for size in sizes)

    right = pairs_of(Counter(groups).values())
    said = pairs_of(Counter(found for _, found in groups).values())
    true = pairs_of(Counter(who for who, _ in groups).values())
    return right / max(said, 1), right / max(true, 1)


def speed(people: int, report: Table) -> None:
    """Resolving against many people, beside rapidfuzz's search for the nearest name among all of them."""
    random_ = random.Random(_SEED)
    world = World()
    names = []
    for number in range(people):
        name = f"{random_.choice(_SURNAMES)} {random_.choice(_MIDDLES)} {random_.choice(_GIVEN)} {number % 400}"
        body = f"Sở Nội vụ tỉnh {random_.choice(_PLACES)}"
        mention = PersonMention(name, [_office("Giám đốc", body)], "2020-01-01")
        world.learn(person_iri(name, str(number)), mention)
        names.append(name)
    asked = random_.sample(names, 200)
    ours, theirs, same = [], [], True
    for name in asked:
        begun = time.perf_counter()
        found = resolve_person(world.known, PersonMention(name), person_iri(name, "new"))
        ours.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        nearest = process.extractOne(name, names)
        theirs.append(time.perf_counter() - begun)
        same &= bool(found.candidates) and nearest[0] == name
    mine, other = statistics.median(ours), statistics.median(theirs)
    report.add_row(
        f"one name among {people:,}", f"{mine * 1e6:,.0f} µs", f"rapidfuzz {other * 1e3:,.1f} ms: {other / mine:,.0f} x"
    )
    report.add_row("both find the name", str(same), "")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolution")
    parser.add_argument("--corpus", type=Path, help="a folder of annotated texts, *.gold.json")
    parser.add_argument("--people", type=int, default=100_000)
    arguments = parser.parse_args()
    report = Table("what", "measured", "of what, or beside what")
    sets = {f"{n:,} generated careers": generated(n, random.Random(_SEED)) for n in (300, 3_000)}
    if arguments.corpus:
        sets["people of the corpus"] = list(from_corpus(arguments.corpus))
    for name, mentions in sets.items():
        precision, recall, asked, count = measure(mentions)
        report.add_row(
            name, f"precision {precision:.4f}, recall {recall:.4f}", f"{count:,} mentions, {asked:,} questions"
        )
    speed(arguments.people, report)
    Console().print(report)


if __name__ == "__main__":
    main()
