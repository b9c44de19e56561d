"""What has lost its basis: each way with its case, alike in SPARQL and Cypher, and as the chains tell it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph_store.chains import trace
from graph_store.kglite_engine import KgliteEngine
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from ontology.identifiers import ID_BASE
from ontology.terms import ONTOLOGY_BASE, ancestors, classes, local_name
from queries.catalog import question
from tests.graph_store.small_world import iri, world
from tests.graph_store.test_chains_dates import turtle_date
from tests.graph_store.test_in_force import DAY, document
from tests.graph_store.test_in_force_model import Dates, Relation, days, documents, key, relations, statements

Row = tuple[str | None, ...]
BasisLink = tuple[int, str, int, str]  # document, on what grounds, document, its provision
REPEALED = document("d", issued="2020-01-01") + document("x", issued="2023-02-03", does="mg:repeals doc:d")
ARTICLE = f"<{iri('doc:d')}#dieu-5> a mg:Provision ; mg:provisionOf doc:d . "
WAYS = {
    "a document": "doc:r a mg:Decision ; mg:basedOn doc:d . ",
    "an article": "doc:r a mg:Guidance . "
    f"<{iri('doc:r')}#dieu-1> a mg:Provision ; mg:provisionOf doc:r ; mg:guides doc:d . ",
    "an attached document": "doc:r a mg:Rules . doc:d mg:promulgates doc:r . ",
    "a kind": "kind:k a mg:BodyKind . doc:d mg:regulates kind:k . ",
    "a body": "body:b a mg:Body . doc:d mg:establishes body:b . ",
    "a body of a kind": "body:b a mg:Body ; mg:ofKind kind:k . kind:k a mg:BodyKind . doc:d mg:regulates kind:k . ",
    "a body by a change": "body:b a mg:Body . change:c a mg:Foundation ; mg:changedTo body:b ; mg:byDocument doc:d . ",
    "a post": "pos:p a mg:Position ; mg:positionIn body:b . body:b a mg:Body . doc:d mg:establishes body:b . ",
    "an office": "hold:h a mg:Holding ; mg:byDocument doc:d . ",
    "an office in a post": "hold:h a mg:Holding ; mg:inPosition pos:p . pos:p a mg:Position ; mg:positionIn body:b . "
    "body:b a mg:Body . doc:d mg:establishes body:b . ",
}


def lost(engine: SparqlEngine | KgliteEngine, at: str = DAY, of: str = "any") -> list[Row]:
    asked = question("lost_basis")
    rows = engine.answer(asked, asked.bind({"at": at, "of": of})).rows
    return [tuple(v.removeprefix(ID_BASE) if isinstance(v, str) else None for v in row) for row in rows]


def in_sparql(turtle: str, at: str = DAY, of: str = "any") -> list[Row]:
    return lost(SparqlEngine(View(0, world(turtle), None, None)), at, of)


@pytest.mark.parametrize(
    ("way", "thing", "relation", "via"),
    [
        ("a document", "document/r", "basedOn", "document/r"),
        ("an article", "document/r", "guides", "document/r#dieu-1"),
        ("an attached document", "document/r", "promulgates", "document/r"),
        ("a kind", "body-kind/k", "regulates", "body-kind/k"),
        ("a body", "body/b", "establishes", "body/b"),
        ("a body of a kind", "body/b", "regulates", "body-kind/k"),
        ("a body by a change", "body/b", "byDocument", "change-event/c"),
        ("a post", "position/p", "establishes", "body/b"),
        ("an office", "holding/h", "byDocument", "holding/h"),
        ("an office in a post", "holding/h", "establishes", "body/b"),
    ],
)
def test_what_rests_on_a_repealed_document_has_lost_a_basis(way: str, thing: str, relation: str, via: str) -> None:
    kind = thing.split("/")[0]
    told = (thing, kind, relation, "document/d", via, "repealed", "certain", "2023-02-03", "document/x", "no")
    assert in_sparql(REPEALED + WAYS[way], of=kind) == [told]
    assert in_sparql(REPEALED + WAYS[way], at="2023-02-02") == []


@pytest.mark.parametrize(
    ("ends", "status", "since", "by"),
    [
        (document("x", issued="2023-02-03", does="mg:replaces doc:d"), "replaced", "2023-02-03", "document/x"),
        (document("x", issued="2023", does="mg:suspendsTemporarily doc:d"), "suspended", "2023", "document/x"),
        (f"doc:d mg:effectiveTo {turtle_date('2024-05-14')} . ", "expired", "2024-05-14", None),
    ],
)
def test_a_basis_is_lost_as_the_status_of_the_document_tells(
    ends: str, status: str, since: str, by: str | None
) -> None:
    told = ("document/r", "document", "basedOn", "document/d", "document/r", status, "certain", since, by, "no")
    assert in_sparql(document("d", issued="2020-01-01") + ends + WAYS["a document"]) == [told]


@pytest.mark.parametrize(
    ("ends", "status", "by"),
    [
        (document("x", issued="2023-02-03", does="mg:dissolves body:b"), "dissolved", "document/x"),
        ("change:c a mg:Dissolution ; mg:changedFrom body:b ; mg:changedOn DAY . ", "dissolved", "change-event/c"),
        (
            "change:c a mg:Merger ; mg:changedFrom body:b ; mg:changedTo body:n ; mg:changedOn DAY . ",
            "succeeded",
            "change-event/c",
        ),
        ("body:n a mg:Body ; mg:succeeds body:b ; mg:existsFrom DAY . ", "succeeded", "body/n"),
        ("body:b mg:existsTo DAY . ", "ended", None),
    ],
)
def test_a_post_has_lost_its_basis_with_its_body(ends: str, status: str, by: str | None) -> None:
    seat = "pos:p a mg:Position ; mg:positionIn body:b . body:b a mg:Body . "
    told = ("position/p", "position", "positionIn", "body/b", "position/p", status, "certain", "2023-02-03", by, "no")
    assert in_sparql(seat + ends.replace("DAY", turtle_date("2023-02-03"))) == [told]


def test_only_what_rests_on_the_repealed_article_has_lost_its_basis() -> None:
    turtle = document("d", issued="2020-01-01") + ARTICLE
    turtle += document("x", issued="2023-02-03", does=f"mg:repeals <{iri('doc:d')}#dieu-5>")
    turtle += f"doc:r a mg:Guidance ; mg:guides <{iri('doc:d')}#dieu-5> . doc:s a mg:Guidance ; mg:guides doc:d . "
    assert [row[0] for row in in_sparql(turtle)] == ["document/r"]


def test_what_is_gone_itself_has_lost_nothing() -> None:
    for gone in (
        document("y", issued="2023-05-01", does=f"mg:dissolves body:b ; mg:latest {turtle_date('2023-05-01')}"),
        f"body:b mg:latest {turtle_date('2023-05-01')} . ",
        f"body:b mg:earliest {turtle_date('2025-01-01')} . ",
    ):
        assert in_sparql(REPEALED + WAYS["a body"] + gone) == []


def test_a_basis_that_its_successor_bears_in_turn_is_told_as_renewed() -> None:
    turtle = document("d", issued="2020-01-01") + WAYS["a kind"]
    turtle += document("x", issued="2023-02-03", does="mg:replaces doc:d ; mg:regulates kind:k")
    assert [row[-1] for row in in_sparql(turtle)] == ["yes"]


def rests(links: list[BasisLink], count: int) -> str:
    """Turtle of documents that rest on others, or on one article of them: a chain tells one hop for each relation."""
    found = {(a % count, prop, b % count): part for a, prop, b, part in links if a % count != b % count}
    return "".join(f"doc:d{a} mg:{prop} <{key(b)}{part}> . " for (a, prop, b), part in found.items())


bases = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["basedOn", "implements", "guides", "promulgates"]),
        st.integers(0, 3),
        st.sampled_from(["", "", "#dieu-5", "#dieu-5-khoan-2"]),
    ).filter(lambda link: link[1] != "promulgates" or not link[3]),
    min_size=1,
    max_size=4,
)


@given(documents, relations, bases, days)
@settings(max_examples=150)
def test_both_languages_tell_the_same_losses_and_the_chains_tell_them_as_broken_hops(
    dates: list[Dates], links: list[Relation], on: list[BasisLink], at: str
) -> None:
    store = world("".join(statements(dates, links)) + rests(on, len(dates)) + SEATS)
    view = View(0, store, None, None)
    rows = lost(SparqlEngine(view), at)
    kglite = KgliteEngine(view)
    assert lost(kglite, at) == rows
    kglite.close()
    for thing, kind, relation, basis, *_ in rows:
        if kind == "document":
            assert f"{relation} {basis}" in broken_hops(store, f"{ID_BASE}{thing}", at)


SEATS = (
    "doc:d0 mg:establishes body:a ; mg:regulates kind:k . doc:d1 mg:dissolves body:a ; mg:appoints hold:h . "
    "body:a a mg:Body . body:b a mg:Body ; mg:ofKind kind:k . kind:k a mg:BodyKind . pos:p a mg:Position ; "
    "mg:positionIn body:b . pos:q a mg:Position ; mg:positionIn body:a . hold:h a mg:Holding ; mg:inPosition pos:p . "
    "change:c a mg:Merger ; mg:changedFrom body:a ; mg:changedTo body:b ; mg:byDocument doc:d1 ; "
    'mg:changedOn "2022"^^xsd:gYear . '
)


def broken_hops(store: Store, thing: str, at: str) -> set[str]:
    """Relation and basis of each broken hop from the thing, down to the provision."""
    found = set()
    for edge in trace(store, thing, at=date.fromisoformat(at), depth=1).broken:
        carrier = edge.subject if edge.predicate == "promulgates" else edge.object
        part = f"#{edge.part}" if edge.part and edge.predicate != "promulgates" else ""
        found.add(f"{edge.predicate} {carrier.removeprefix(ID_BASE)}{part}")
    return found


def test_the_question_knows_every_class_of_documents() -> None:
    """A document of a class that the query does not list would be missing without a word."""
    known = {local_name(c) for c in classes() if ONTOLOGY_BASE + "Document" in ancestors(c)}
    listed = question("in_force_on").sparql.split("VALUES ?class {", 1)[1].split("}", 1)[0]
    assert {name.removeprefix("mg:") for name in listed.split()} == known
