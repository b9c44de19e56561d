"""Namesakes: what parts them, what joins them, and that neither hangs on the order in which texts are read."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SKOS

from ingest.careers import Office
from ingest.known import Known
from ingest.resolution.people import PersonMatch, PersonMention, resolve_person
from ontology.identifiers import body_iri, holding_iri, person_iri, position_iri
from ontology.terms import MG

GRAPH = NamedNode("https://w3id.org/mandate-graph/id/source/0000000000000000")
NAME = "Trần Thị Mẫu"
RANKS = {"Giám đốc": 2, "Phó Giám đốc": 4, "Ủy viên": 6}
Post = tuple[str, str]  # role, body

OFFICE, OTHER = "Sở Thử", "Huyện ủy Thử"
HEAD, DEPUTY, MEMBER, SECRETARY = (
    ("Giám đốc", OFFICE),
    ("Phó Giám đốc", OFFICE),
    ("Ủy viên", OFFICE),
    ("Bí thư", OTHER),
)


def position(post: Post) -> str:
    return position_iri(post[0], body_iri(post[1]))


class Reports:
    """Reports on one name, read one after the other; each is known to the next."""

    def __init__(self) -> None:
        self.known = Known()
        self.read = 0

    def resolve(self, day: str, *posts: Post, taken: Sequence[Post] = ()) -> PersonMatch:
        offices = [
            Office(body_iri(body), position((role, body)), RANKS.get(role), (role, body) in taken)
            for role, body in sorted({*posts, *taken})
        ]
        mention = PersonMention(NAME, offices, day)
        self.read += 1
        text = f"text {self.read}"
        minted = person_iri(NAME, min((office.position for office in offices), default=text))
        return resolve_person(self.known, mention, minted, person_iri(NAME, text))

    def learn(self, person: str, day: str, *posts: Post, taken: Sequence[Post] = ()) -> None:
        facts: list[tuple[str, str, NamedNode | Literal]] = [
            (person, RDF.type, NamedNode(MG.Person)),
            (person, SKOS.prefLabel, Literal(NAME, language="vi")),
        ]
        for post in {*posts, *taken}:
            holding = holding_iri(person, position(post), None)
            facts += [
                (position(post), MG.positionIn, NamedNode(body_iri(post[1]))),
                (holding, MG.heldBy, NamedNode(person)),
                (holding, MG.inPosition, NamedNode(position(post))),
                (holding, MG.earliest if post in taken else MG.observedOn, Literal(day)),
            ]
            if post[0] in RANKS:
                facts.append((position(post), MG.rank, Literal(RANKS[post[0]])))
        self.known.learn(Quad(NamedNode(s), NamedNode(p), o, GRAPH) for s, p, o in facts)

    def take_in(self, day: str, *posts: Post, taken: Sequence[Post] = ()) -> str:
        person = self.resolve(day, *posts, taken=taken).iri
        self.learn(person, day, *posts, taken=taken)
        return person


def test_who_took_up_a_post_long_ago_is_not_who_takes_it_up_now() -> None:
    reports = Reports()
    first = reports.take_in("2016-03-01", DEPUTY, taken=[HEAD])
    match = reports.resolve("2020-03-01", DEPUTY, taken=[HEAD])
    assert match.iri != first
    assert ("nhận chức vụ ấy vào lúc khác", "took up that post at another time") in match.candidates[0].reasons


def test_a_report_from_before_the_post_was_taken_up_is_of_somebody_else() -> None:
    reports = Reports()
    first = reports.take_in("2020-03-01", taken=[HEAD])
    assert reports.resolve("2017-03-01", HEAD).iri != first
    assert reports.resolve("2020-02-01", HEAD).iri == first  # elected, and approved a month later


def test_a_head_does_not_become_deputy_of_the_same_body_but_may_be_called_its_member() -> None:
    reports = Reports()
    head = reports.take_in("2018-03-01", HEAD)
    match = reports.resolve("2020-03-01", DEPUTY)
    assert match.iri != head and match.candidates[0].reasons[-1][1] == "held a higher post of that body before"
    assert reports.resolve("2020-03-01", MEMBER).iri == head


def test_who_has_taken_up_another_post_since_is_asked_about_where_many_share_the_old_one() -> None:
    def deputy_in_2021(*, moved: bool) -> tuple[PersonMatch, str]:
        reports = Reports()
        first = reports.take_in("2017-03-01", HEAD)
        for number in range(20):
            reports.known.learn(
                Quad(NamedNode(holding_iri(f"{first}{number}", position(HEAD), None)), NamedNode(p), o, GRAPH)
                for p, o in ((MG.inPosition, NamedNode(position(HEAD))),)
            )
        reports.learn(first, "2019-03-01", HEAD, taken=[SECRETARY] if moved else [])
        return reports.resolve("2021-03-01", HEAD), first

    match, first = deputy_in_2021(moved=True)
    assert match.iri != first and match.candidates[0].reasons[-1][1] == "had taken up another post by then"
    match, first = deputy_in_2021(moved=False)
    assert match.iri == first


posts = st.lists(st.sampled_from([HEAD, DEPUTY, MEMBER, SECRETARY, ("Bí thư", "Tỉnh ủy Thử")]), max_size=3, unique=True)
days = st.integers(2000, 2024).map(lambda year: f"{year}-06-01")
told = st.lists(st.tuples(days, posts, st.booleans()), min_size=1, max_size=6)


@settings(max_examples=80)
@given(told)
def test_whoever_is_taken_for_somebody_known_shares_a_post_or_body_with_that_one(
    reports: list[tuple[str, list[Post], bool]],
) -> None:
    world, bodies = Reports(), dict[str, set[str]]()
    for day, of_report, takes_up in reports:
        person = world.take_in(day, *of_report, taken=of_report[:1] if takes_up else ())
        named = {body for _, body in of_report}
        assert person not in bodies or bodies[person] & named
        bodies.setdefault(person, set()).update(named)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(2019, 2023), posts), min_size=2, max_size=4))
def test_reports_that_share_a_post_are_of_one_person_in_whatever_order_they_are_read(
    reports: list[tuple[int, list[Post]]],
) -> None:
    found = set()
    for order in permutations(range(len(reports))):
        world = Reports()
        who = {
            n: world.take_in(f"{reports[n][0]}-06-01", MEMBER, *(set(reports[n][1]) - {HEAD, DEPUTY})) for n in order
        }
        found.add(len(set(who.values())))
    assert found == {1}


@settings(max_examples=60)
@given(told)
@example([("2000-06-01", [HEAD, DEPUTY], False), ("2002-06-01", [HEAD, DEPUTY], True), ("2002-06-01", [HEAD], False)])
def test_a_report_read_again_is_of_whom_it_was_of(reports: list[tuple[str, list[Post], bool]]) -> None:
    world = Reports()
    for day, of_report, takes_up in reports:
        taken = of_report[:1] if takes_up else ()
        read = world.read
        before = world.take_in(day, *of_report, taken=taken)
        world.read = read
        assert world.resolve(day, *of_report, taken=taken).iri == before


@pytest.mark.parametrize("namesakes", [1, 3, 30])
def test_a_name_alone_links_to_nobody_however_many_bear_it(namesakes: int) -> None:
    reports = Reports()
    for number in range(namesakes):
        reports.learn(person_iri(NAME, f"n{number}"), "2020-01-01", ("Giám đốc", f"Sở Thử {number}"))
    match = reports.resolve("2020-06-01")
    assert match.iri == person_iri(NAME, "text 1") and 0 < match.candidates[0].score < 0.5
