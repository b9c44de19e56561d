"""Broken hops: what no longer carries on a day, or does not carry yet, and why."""

from datetime import date

import pytest

from graph_store.chain_model import Reason
from graph_store.chains import trace
from tests.graph_store.small_world import iri, world

DAY = date(2024, 5, 1)
RESTS = "doc:a a mg:Decision ; mg:basedOn doc:b . doc:b a mg:Regulation . "
SEAT = "pos:p a mg:Position ; mg:positionIn body:b . body:b a mg:SteeringCommittee . "


def reasons(turtle: str, start: str, at: date = DAY) -> list[tuple[str, str | None, str | None, str]]:
    """(code, since, what did it, certainty) of every reason of every hop upward from `start`."""
    chain = trace(world(turtle), iri(start), at=at)
    found = [reason for edge in chain.edges for reason in edge.broken]
    return [(r.code, r.since, r.by and r.by.rsplit("/", 1)[1], r.certainty) for r in found]


def day(text: str) -> str:
    return f'"{text}"^^xsd:date'


@pytest.mark.parametrize(
    ("turtle", "start", "expected"),
    [
        (
            RESTS + f"doc:n a mg:Regulation ; mg:replaces doc:b ; mg:issuedOn {day('2023-01-02')} .",
            "doc:a",
            ("document-replaced", "2023-01-02", "n", "certain"),
        ),
        (
            RESTS + f"doc:n a mg:Decision ; mg:repeals doc:b ; mg:issuedOn {day('2024-05-01')} .",
            "doc:a",
            ("document-repealed", "2024-05-01", "n", "certain"),
        ),
        (
            RESTS + 'doc:n a mg:Decision ; mg:repeals doc:b ; mg:issuedOn "2024"^^xsd:gYear .',
            "doc:a",
            ("document-repealed", "2024", "n", "possible"),
        ),
        (
            RESTS + "doc:n a mg:Decision ; mg:suspends doc:b .",
            "doc:a",
            ("document-suspended", None, "n", "possible"),
        ),
        (
            RESTS + f"doc:b mg:effectiveTo {day('2024-04-30')} .",
            "doc:a",
            ("document-expired", "2024-04-30", None, "certain"),
        ),
        (
            RESTS + f"doc:b mg:issuedOn {day('2024-05-02')} .",
            "doc:a",
            ("not-yet", "2024-05-02", None, "certain"),
        ),
        (
            SEAT + f"body:b mg:existsTo {day('2024-02-29')} .",
            "pos:p",
            ("body-dissolved", "2024-02-29", None, "certain"),
        ),
        (
            SEAT + f"doc:n a mg:Decision ; mg:dissolves body:b ; mg:issuedOn {day('2020-01-01')} .",
            "pos:p",
            ("body-dissolved-by", "2020-01-01", "n", "certain"),
        ),
        (
            SEAT + f"body:n a mg:SteeringCommittee ; mg:succeeds body:b ; mg:existsFrom {day('2021-01-01')} .",
            "pos:p",
            ("body-succeeded", "2021-01-01", "n", "certain"),
        ),
        (
            SEAT + f"change:c a mg:Dissolution ; mg:changedFrom body:b ; mg:changedOn {day('2023-01-01')} .",
            "pos:p",
            ("body-dissolved-by", "2023-01-01", "c", "certain"),
        ),
        (
            SEAT + "change:c a mg:Merger ; mg:changedFrom body:b ; mg:changedTo body:n ;"
            ' mg:changedOn "2024"^^xsd:gYear .',
            "pos:p",
            ("body-merged", "2024", "c", "possible"),
        ),
        (
            SEAT + f"change:c a mg:Renaming ; mg:changedFrom body:b ; mg:changedTo body:n ;"
            f" mg:changedOn {day('2023-01-01')} .",
            "pos:p",
            ("body-renamed", "2023-01-01", "c", "certain"),
        ),
        (
            SEAT + f"change:c a mg:Division ; mg:changedFrom body:b ; mg:changedTo body:n ;"
            f" mg:changedOn {day('2023-01-01')} .",
            "pos:p",
            ("body-divided", "2023-01-01", "c", "certain"),
        ),
        (
            SEAT + f"change:c a mg:ChangeEvent ; mg:changedFrom body:b ; mg:changedOn {day('2023-01-01')} .",
            "pos:p",
            ("body-changed", "2023-01-01", "c", "certain"),
        ),
        (
            SEAT + "body:b mg:inPlace place:x . place:x a mg:Place . change:c a mg:Merger ; mg:changedFrom place:x ;"
            f" mg:changedTo place:y ; mg:changedOn {day('2023-07-01')} .",
            "pos:p",
            ("place-changed", "2023-07-01", "c", "certain"),
        ),
        (
            SEAT + f"body:b mg:inPlace place:x . place:x a mg:Place ; mg:existsTo {day('2023-06-30')} ."
            f" place:y a mg:Place ; mg:succeeds place:x ; mg:existsFrom {day('2023-07-01')} .",
            "pos:p",
            ("place-merged", "2023-07-01", "y", "certain"),
        ),
        (
            SEAT + f"body:b mg:inPlace place:x . place:x a mg:Place ; mg:existsTo {day('2023-06-30')} .",
            "pos:p",
            ("place-ended", "2023-06-30", None, "certain"),
        ),
        (
            f"event:e a mg:Plenum ; mg:inTerm term:t . term:t a mg:Term ; mg:endsOn {day('2021-02-01')} .",
            "event:e",
            ("term-over", "2021-02-01", None, "certain"),
        ),
        (
            RESTS + f"doc:a mg:issuedOn {day('2020-03-03')} . doc:b mg:issuedOn {day('2020-03-04')} .",
            "doc:a",
            ("basis-later", "2020-03-04", None, "certain"),
        ),
        (
            f"doc:a a mg:Guidance ; mg:issuedBy body:b ; mg:issuedOn {day('2023-01-01')} ."
            f" body:b a mg:PartyDepartment ; mg:existsFrom {day('2024-02-01')} .",
            "doc:a",
            ("basis-later", "2024-02-01", None, "certain"),
        ),
        (
            f"body:b a mg:Body ; mg:existsFrom {day('2019-01-01')} ."
            f" doc:d a mg:Decision ; mg:establishes body:b ; mg:issuedOn {day('2019-01-02')} .",
            "body:b",
            ("basis-later", "2019-01-02", None, "certain"),
        ),
    ],
)  # fmt: skip
def test_a_hop_is_broken(turtle: str, start: str, expected: tuple[str, str | None, str | None, str]) -> None:
    assert reasons(turtle, start) == [expected]


@pytest.mark.parametrize(
    ("turtle", "start"),
    [
        (RESTS, "doc:a"),
        (RESTS + f"doc:n a mg:Regulation ; mg:replaces doc:b ; mg:issuedOn {day('2024-05-02')} .", "doc:a"),
        (RESTS + f"doc:n a mg:Regulation ; mg:amends doc:b ; mg:issuedOn {day('2020-05-02')} .", "doc:a"),
        (RESTS + f"doc:a mg:issuedOn {day('2020-03-03')} . doc:b mg:issuedOn {day('2020-03-03')} .", "doc:a"),
        (RESTS + f'doc:a mg:issuedOn {day("2020-03-03")} . doc:b mg:issuedOn "2020"^^xsd:gYear .', "doc:a"),
        (RESTS + f"doc:b mg:effectiveTo {day('2024-05-01')} .", "doc:a"),
        (SEAT + f"body:b mg:existsTo {day('2024-05-01')} .", "pos:p"),
        (SEAT + f"body:n a mg:SteeringCommittee ; mg:succeeds body:b ; mg:existsFrom {day('2024-05-02')} .", "pos:p"),
        # A regulation may come after the body that it regulates.
        (
            f"body:b a mg:Body ; mg:existsFrom {day('2013-01-01')} ."
            f" doc:d a mg:Regulation ; mg:regulates body:b ; mg:issuedOn {day('2019-01-02')} .",
            "body:b",
        ),
    ],
)
def test_a_hop_holds(turtle: str, start: str) -> None:
    assert reasons(turtle, start) == []


def test_the_same_hop_holds_before_the_day_on_which_it_broke() -> None:
    turtle = RESTS + f"doc:n a mg:Regulation ; mg:replaces doc:b ; mg:issuedOn {day('2023-01-02')} ."
    assert reasons(turtle, "doc:a", date(2023, 1, 1)) == []
    assert reasons(turtle, "doc:a", date(2023, 1, 2)) != []


def test_an_end_known_only_by_year_breaks_possibly_within_it() -> None:
    turtle = SEAT + 'body:b mg:existsTo "2024"^^xsd:gYear .'
    assert reasons(turtle, "pos:p", date(2024, 1, 1)) == []
    assert reasons(turtle, "pos:p", date(2024, 1, 2)) == [("body-dissolved", "2024-12-31", None, "possible")]
    assert reasons(turtle, "pos:p", date(2025, 1, 1)) == [("body-dissolved", "2024-12-31", None, "certain")]


def test_what_was_still_to_come_is_shown_but_not_what_it_rests_on() -> None:
    turtle = RESTS + f"doc:b mg:issuedOn {day('2030-01-01')} ; mg:basedOn doc:c . doc:c a mg:Law ."
    chain = trace(world(turtle), iri("doc:a"), at=DAY)
    assert [node.iri for node in chain.nodes] == [iri("doc:a"), iri("doc:b")]


def test_a_start_that_is_broken_itself_says_so_on_its_node() -> None:
    turtle = RESTS + f"doc:n a mg:Regulation ; mg:replaces doc:a ; mg:issuedOn {day('2023-01-02')} ."
    chain = trace(world(turtle), iri("doc:a"), at=DAY)
    assert [reason.code for reason in chain.nodes[0].broken] == ["document-replaced"]
    assert chain.broken == ()


def test_a_reason_reads_in_both_languages_and_names_what_broke_the_hop() -> None:
    turtle = RESTS + (
        f"doc:n a mg:Regulation ; mg:replaces doc:b ; mg:issuedOn {day('2023-01-02')} ;"
        ' skos:prefLabel "Quy định 90-QĐ/TW"@vi, "Regulation 90-QĐ/TW"@en .'
    )
    (edge,) = trace(world(turtle), iri("doc:a"), at=DAY).broken
    assert edge.broken == (
        Reason(
            "document-replaced",
            "văn bản đã được thay thế bởi Quy định 90-QĐ/TW (2023-01-02)",
            "the document was replaced by Regulation 90-QĐ/TW (2023-01-02)",
            "2023-01-02",
            iri("doc:n"),
        ),
    )


@pytest.mark.parametrize(
    "turtle",
    [
        "change:c a mg:Division ; mg:changedFrom body:b ; mg:changedTo body:b, body:n ; mg:changedOn DAY .",
        "change:c a mg:Foundation ; mg:changedTo body:b ; mg:changedOn DAY .",
        'change:c a mg:Dissolution ; mg:changedFrom body:b ; mg:changedOn "2024-05-02"^^xsd:date .',
    ],
)
def test_a_change_that_the_body_outlasts_or_that_is_to_come_breaks_nothing(turtle: str) -> None:
    assert reasons(SEAT + turtle.replace("DAY", day("2023-01-01")), "pos:p") == []
