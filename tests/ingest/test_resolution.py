"""Who and which: linked by what is shared beyond the name, else asked with a score and reasons, else new."""

import unicodedata
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SKOS

from ingest.careers import Office
from ingest.judgements import Judgements
from ingest.known import Known
from ingest.resolution.documents import NumberMention, resolve_number
from ingest.resolution.people import PersonMention, resolve_person
from ontology.identifiers import body_iri, document_iri, holding_iri, person_iri, position_iri
from ontology.terms import MG

GRAPH = NamedNode("https://w3id.org/mandate-graph/id/source/0000000000000000")
NAME = "Lê Thị Thủy"
MINTED = person_iri(NAME, "a new text")
BODIES = [body_iri(f"Sở Thử {n}") for n in range(4)]


def quad(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), value, GRAPH)


def learn(known: Known, person: str, name: str, posts: dict[str, str], day: str = "2022-01-01") -> None:
    """Posts: position -> body."""
    facts = [
        quad(person, str(RDF.type), NamedNode(str(MG.Person))),
        quad(person, str(SKOS.prefLabel), Literal(name, language="vi")),
    ]
    for position, body in posts.items():
        holding = holding_iri(person, position, day)
        facts += [
            quad(position, str(MG.positionIn), NamedNode(body)),
            quad(holding, str(MG.heldBy), NamedNode(person)),
            quad(holding, str(MG.inPosition), NamedNode(position)),
            quad(holding, str(MG.earliest), Literal(day)),
        ]
    known.learn(facts)


def post(role: str, body: str) -> str:
    return position_iri(role, body)


@pytest.fixture
def known() -> Known:
    """One person of the name, director of the first office."""
    known = Known()
    learn(known, person_iri(NAME, "first"), NAME, {post("Giám đốc", BODIES[0]): BODIES[0]})
    return known


def mention(*posts: tuple[str, str], name: str = NAME, day: str | None = "2023-05-01") -> PersonMention:
    return PersonMention(name, [Office(body, post(role, body)) for role, body in posts], day)


@pytest.mark.parametrize("name", [NAME, "Lê Thị Thuỷ", unicodedata.normalize("NFD", NAME), "LÊ THỊ THỦY"])
def test_a_shared_post_or_body_links_however_the_name_is_written(known: Known, name: str) -> None:
    for role in ("Giám đốc", "Phó Giám đốc"):
        assert resolve_person(known, mention((role, BODIES[0]), name=name), MINTED).iri == person_iri(NAME, "first")


@pytest.mark.parametrize("name", ["Lê Thị Thùy", "Le Thi Thuy", "Lê Thủy"])
def test_another_name_is_nobody_known(known: Known, name: str) -> None:
    match = resolve_person(known, mention(("Giám đốc", BODIES[0]), name=name), MINTED)
    assert (match.iri, match.candidates) == (MINTED, ())


def test_a_name_alone_never_links_and_is_asked_with_a_score_and_reasons(known: Known) -> None:
    match = resolve_person(known, mention(), MINTED)
    (candidate,) = match.candidates
    assert match.iri == MINTED and candidate.iri == person_iri(NAME, "first")
    assert 0 < candidate.score < 0.6 and candidate.reasons[0] == ("trùng họ tên", "same name")


def test_of_two_who_share_as_much_neither_is_linked(known: Known) -> None:
    learn(known, person_iri(NAME, "second"), NAME, {post("Giám đốc", BODIES[0]): BODIES[0]})
    match = resolve_person(known, mention(("Giám đốc", BODIES[0])), MINTED)
    assert match.iri == MINTED and len(match.candidates) == 2


def test_a_body_that_many_belong_to_tells_less_than_a_small_one(known: Known) -> None:
    large = body_iri("Bộ Lớn")
    for number in range(60):
        learn(known, person_iri(f"X {number}", "x"), f"Trần Văn X{number}", {post("Ủy viên", large): large})
    learn(known, person_iri(NAME, "second"), NAME, {post("Ủy viên", large): large})
    match = resolve_person(known, mention(("Vụ trưởng", large)), MINTED)
    assert match.iri == MINTED and match.candidates[0].iri == person_iri(NAME, "second")


def test_a_post_shared_more_than_a_term_apart_is_asked_and_a_lifetime_apart_counts_against(known: Known) -> None:
    later = resolve_person(known, mention(("Giám đốc", BODIES[0]), day="2034-01-01"), MINTED)
    assert later.iri == MINTED and "12 years apart" in later.candidates[0].reasons[1][1]
    (much_later,) = resolve_person(known, mention(("Giám đốc", BODIES[0]), day="2090-01-01"), MINTED).candidates
    assert much_later.score < later.candidates[0].score


def test_a_namesake_in_the_same_post_a_generation_later_is_somebody_else(known: Known) -> None:
    minted, other = person_iri(NAME, "first"), person_iri(NAME, "another text")
    spoken = mention(("Giám đốc", BODIES[0]), day="2034-01-01")
    match = resolve_person(known, spoken, minted, other)
    assert match.iri == other and [c.iri for c in match.candidates] == [minted]
    learn(known, other, NAME, {post("Giám đốc", BODIES[0]): BODIES[0]}, day="2034-01-01")
    assert resolve_person(known, spoken, minted, other).iri == other  # the same text again


@pytest.mark.parametrize(("verdict", "linked"), [("same", True), ("different", False)])
def test_a_judgement_decides_and_is_not_asked_again(verdict: str, linked: bool) -> None:
    first = person_iri(NAME, "first")
    known = Known(Judgements({(MINTED, first): verdict}))  # type: ignore[dict-item]
    learn(known, first, NAME, {post("Giám đốc", BODIES[0]): BODIES[0]})
    match = resolve_person(known, mention() if linked else mention(("Giám đốc", BODIES[0])), MINTED)
    assert (match.iri == first, match.candidates) == (linked, ())


mentions = st.lists(
    st.tuples(st.sampled_from(["Giám đốc", "Bí thư", "Ủy viên"]), st.sampled_from(BODIES)), max_size=3, unique=True
)


@settings(max_examples=60)
@given(st.lists(mentions, min_size=1, max_size=4), mentions)
def test_nobody_is_linked_without_a_post_or_body_in_common(
    people: list[list[tuple[str, str]]], spoken: list[tuple[str, str]]
) -> None:
    world = Known()
    for number, posts in enumerate(people):
        learn(world, person_iri(NAME, str(number)), NAME, {post(r, b): b for r, b in posts})
    match = resolve_person(world, mention(*spoken), MINTED)
    shared = {n for n, posts in enumerate(people) if {b for _, b in posts} & {b for _, b in spoken}}
    assert match.iri == MINTED or match.iri in {person_iri(NAME, str(n)) for n in shared}


def test_who_is_linked_does_not_hang_on_the_order_in_which_people_became_known() -> None:
    people = {"a": BODIES[0], "b": BODIES[1], "c": BODIES[2]}
    found = set()
    for order in permutations(people):
        world = Known()
        for key in order:
            learn(world, person_iri(NAME, key), NAME, {post("Giám đốc", people[key]): people[key]})
        found.add(resolve_person(world, mention(("Bí thư", BODIES[1])), MINTED).iri)
    assert found == {person_iri(NAME, "b")}


OLD, NEW = document_iri("18-NQ/TW", "2017-10-25"), document_iri("18-NQ/TW", "2022-06-16")


@pytest.fixture
def numbered() -> Known:
    """Two resolutions of one number."""
    known = Known()
    for iri, day, title in (
        (OLD, "2017-10-25", "về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị"),
        (NEW, "2022-06-16", "về hoàn thiện thể chế, chính sách nâng cao hiệu lực quản lý và sử dụng đất"),
    ):
        known.learn(
            [
                quad(iri, str(MG.documentNumber), Literal("18-NQ/TW")),
                quad(iri, str(MG.issuedOn), Literal(day)),
                quad(iri, str(MG.title), Literal(title, language="vi")),
                quad(iri, str(MG.kind), NamedNode("https://w3id.org/mandate-graph/code/document-kind/nghi-quyet")),
            ]
        )
    return known


def test_two_documents_of_one_number_stay_two_until_more_is_said(numbered: Known) -> None:
    meant, candidates = resolve_number(numbered, NumberMention("18-NQ/TW", day="2024-01-01"), [OLD, NEW])
    assert meant is None and {c.iri for c in candidates} == {OLD, NEW}
    assert all(c.reasons[0] == ("trùng số ký hiệu", "same number") for c in candidates)


def test_a_document_later_than_the_source_is_not_meant(numbered: Known) -> None:
    assert resolve_number(numbered, NumberMention("18-NQ/TW", day="2019-05-01"), [OLD, NEW]) == (OLD, ())


def test_a_document_of_another_kind_is_not_meant(numbered: Known) -> None:
    mention = NumberMention("18-NQ/TW", kind="document-kind/quy-dinh", day="2024-01-01")
    assert resolve_number(numbered, mention, [OLD, NEW]) == (None, ())


def test_the_title_that_the_sentence_repeats_decides(numbered: Known) -> None:
    sentence = "Nghị quyết số 18-NQ/TW về hoàn thiện thể chế, chính sách nâng cao hiệu lực quản lý và sử dụng đất"
    assert resolve_number(numbered, NumberMention("18-NQ/TW", sentence=sentence), [OLD, NEW]) == (NEW, ())
