"""Whether a document is in force on a day: every rule with its case."""

from datetime import date

import pytest

from graph_store.chain_reader import Reader
from graph_store.chains import trace
from graph_store.in_force import CODES, InForce, in_force, quotes_for, reason_of, status_label
from ontology.errors import UnknownTerm
from ontology.terms import CODE_BASE, MG, vocabulary
from tests.graph_store.small_world import evidence, iri, world
from tests.graph_store.test_chains_dates import turtle_date

DAY = "2024-05-15"


def document(key: str, issued: str = "", effective: str = "", until: str = "", does: str = "") -> str:
    facts = [("issuedOn", issued), ("effectiveFrom", effective), ("effectiveTo", until)]
    dates = "".join(f" ; mg:{name} {turtle_date(text)}" for name, text in facts if text)
    return f"doc:{key} a mg:Decision{dates}{f' ; {does}' if does else ''} . "


def status(turtle: str, at: str = DAY, key: str = "d") -> InForce:
    reader = Reader(world(turtle))
    return in_force(reader, reader.thing(iri(f"doc:{key}")), at)


def judged(turtle: str, at: str = DAY, key: str = "d") -> tuple[str, str | None, str | None, str | None]:
    found = status(turtle, at, key)
    return found.code, found.possibly, found.since, found.by and found.by.rsplit("/", 1)[1]


D = document("d", issued="2020-01-01")
PART = f"<{iri('doc:d')}#dieu-5>"
CLOSING_ARTICLE = f"<{iri('doc:x')}#dieu-9> a mg:Provision ; mg:provisionOf doc:x ; "
ARTICLE = f"{PART} a mg:Provision ; mg:provisionOf doc:d . "


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        (D, ("in-force", None, "2020-01-01", None)),
        (document("d"), ("unknown", "in-force", None, None)),
        (document("d", issued="2024"), ("unknown", "in-force", "2024", None)),
        (document("d", issued="2024-05"), ("unknown", "in-force", "2024-05", None)),
        (document("d", issued="2024-34"), ("unknown", "in-force", "2024-34", None)),
        (document("d", issued="2024-05-16"), ("not-yet", None, "2024-05-16", None)),
        (document("d", issued="2024-05-01", effective="2024-06-01"), ("not-yet", None, "2024-06-01", None)),
        (document("d", issued="2020-01-01", until="2024-05-14"), ("expired", None, "2024-05-14", None)),
        (document("d", issued="2020-01-01", until="2024-05-15"), ("in-force", None, "2020-01-01", None)),
        (document("d", issued="2020-01-01", until="2024"), ("unknown", "expired", "2024", None)),
        (D + document("x", issued="2023-02-03", does="mg:replaces doc:d"), ("replaced", None, "2023-02-03", "x")),
        (D + document("x", issued="2023-02-03", does="mg:repeals doc:d"), ("repealed", None, "2023-02-03", "x")),
        (D + document("x", issued="2023-02-03", does="mg:suspends doc:d"), ("suspended", None, "2023-02-03", "x")),
        (
            D + document("x", issued="2023-02-03", does="mg:suspendsTemporarily doc:d"),
            ("suspended", None, "2023-02-03", "x"),
        ),
        (D + document("x", issued="2023-02-03", does="mg:amends doc:d"), ("in-force", None, "2020-01-01", None)),
        (D + document("x", does="mg:replaces doc:d"), ("unknown", "replaced", None, "x")),
        (D + document("x", issued="2024", does="mg:repeals doc:d"), ("unknown", "repealed", "2024", "x")),
        (
            D + ARTICLE + document("x", issued="2023-02-03", does=f"mg:replaces {PART}"),
            ("partly-replaced", None, "2023-02-03", "x"),
        ),
        (
            D + ARTICLE + document("x", issued="2023-02-03", does=f"mg:repeals {PART}"),
            ("partly-repealed", None, "2023-02-03", "x"),
        ),
        (
            D + ARTICLE + document("x", issued="2023-02-03", does=f"mg:suspends {PART}"),
            ("partly-suspended", None, "2023-02-03", "x"),
        ),
    ],
)
def test_a_status_follows_from_dates_and_relations(
    turtle: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    assert judged(turtle) == expected


def test_a_replacement_takes_effect_on_the_day_of_effect_and_not_of_issue() -> None:
    turtle = D + document("x", issued="2024-01-01", effective="2024-05-15", does="mg:replaces doc:d")
    assert judged(turtle, "2024-05-14") == ("in-force", None, "2020-01-01", None)
    assert judged(turtle, "2024-05-15") == ("replaced", None, "2024-05-15", "x")


def test_a_repeal_is_not_undone_by_the_later_repeal_of_what_repealed() -> None:
    turtle = D + document("x", issued="2022-01-01", does="mg:repeals doc:d")
    turtle += document("y", issued="2023-01-01", does="mg:repeals doc:x")
    assert judged(turtle) == ("repealed", None, "2022-01-01", "x")


def test_a_document_repealed_before_its_day_of_effect_never_acted() -> None:
    turtle = D + document("x", issued="2022-01-01", effective="2023-01-01", does="mg:repeals doc:d")
    turtle += document("y", issued="2022-12-31", does="mg:repeals doc:x")
    assert judged(turtle) == ("in-force", None, "2020-01-01", None)
    assert judged(turtle.replace("2022-12-31", "2023-01-01"))[0] == "repealed"


@pytest.mark.parametrize(
    "ending",
    [
        document("y", issued="2024-02-01", does="mg:repeals doc:x"),
        document("y", issued="2024-02-01", does="mg:replaces doc:x"),
        "doc:x mg:effectiveTo " + turtle_date("2024-01-31") + " . ",
    ],
)
def test_a_suspension_ends_with_the_document_that_suspends(ending: str) -> None:
    turtle = D + document("x", issued="2023-02-03", does="mg:suspends doc:d") + ending
    assert judged(turtle, "2024-01-31") == ("suspended", None, "2023-02-03", "x")
    assert judged(turtle, "2024-02-01") == ("in-force", None, "2020-01-01", None)


def test_a_suspension_that_may_have_ended_is_possible() -> None:
    turtle = D + document("x", issued="2023-02-03", does="mg:suspends doc:d")
    turtle += document("y", issued="2024", does="mg:repeals doc:x")
    assert judged(turtle, "2023-12-31")[:2] == ("suspended", None)
    assert judged(turtle, "2024-01-01")[:2] == ("unknown", "suspended")
    assert judged(turtle, "2024-12-31")[:2] == ("in-force", None)


def test_expired_is_not_repealed() -> None:
    expired = document("d", issued="2020-01-01", until="2022-12-31")
    late = document("x", issued="2024-01-01", does="mg:repeals doc:d")
    assert judged(expired + late) == ("expired", None, "2022-12-31", None)


def test_an_end_noted_on_the_eve_of_a_replacement_is_the_replacement() -> None:
    turtle = document("d", issued="2020-01-01", until="2022-12-31")
    turtle += document("x", issued="2023-01-01", does="mg:replaces doc:d")
    assert judged(turtle) == ("replaced", None, "2023-01-01", "x")


def test_the_whole_counts_before_a_part_and_the_earlier_before_the_later() -> None:
    turtle = D + ARTICLE + document("x", issued="2021-01-01", does=f"mg:repeals {PART}")
    turtle += document("y", issued="2023-01-01", does="mg:repeals doc:d")
    turtle += document("z", issued="2022-01-01", does="mg:replaces doc:d")
    found = status(turtle)
    assert [state.code for state in found.states] == ["replaced", "repealed", "partly-repealed", "in-force"]


def test_the_last_day_of_a_month_is_reached_on_that_day() -> None:
    assert judged(document("d", issued="2024-02"), "2024-02-28")[:2] == ("unknown", "in-force")
    assert judged(document("d", issued="2024-02"), "2024-02-29")[:2] == ("in-force", None)


def test_a_reason_reads_in_both_languages() -> None:
    turtle = D + ARTICLE + document("x", issued="2023-02-03", does=f"mg:replaces {PART}")
    turtle += 'doc:x skos:prefLabel "Quy định 90-QĐ/TW"@vi, "Regulation 90-QĐ/TW"@en . '
    reason = reason_of(status(turtle).states[0], Reader(world(turtle)))
    assert reason.message_vi == "một phần văn bản (dieu-5) đã được thay thế bởi Quy định 90-QĐ/TW (2023-02-03)"
    assert reason.message_en == "a part (dieu-5) was replaced by Regulation 90-QĐ/TW (2023-02-03)"


@pytest.mark.parametrize(
    ("turtle", "statement"),
    [
        (D, 'doc:d mg:issuedOn "2020-01-01"^^xsd:date'),
        (document("d", effective="2024-06-01"), 'doc:d mg:effectiveFrom "2024-06-01"^^xsd:date'),
        (document("d", issued="2020-01-01", until="2022"), 'doc:d mg:effectiveTo "2022"^^xsd:gYear'),
        (D + document("x", issued="2023-02-03", does="mg:repeals doc:d"), "doc:x mg:repeals doc:d"),
        (
            D + document("x", issued="2023-02-03") + CLOSING_ARTICLE + "mg:repeals doc:d . ",
            f"<{iri('doc:x')}#dieu-9> mg:repeals doc:d",
        ),
    ],
)
def test_a_status_comes_with_the_words_of_the_source_from_which_it_follows(turtle: str, statement: str) -> None:
    reader = Reader(world(turtle + evidence("1", statement, "lời của nguồn")))
    (decisive, *_) = in_force(reader, reader.thing(iri("doc:d")), DAY).states
    quotes, total = quotes_for(decisive, reader)
    assert [quote.quote for quote in quotes] == ["lời của nguồn"] and total == 1


def test_what_a_provision_does_its_document_does() -> None:
    """The closing article of a new regulation repeals the old one."""
    turtle = D + document("x", issued="2023-02-03") + CLOSING_ARTICLE + "mg:repeals doc:d . "
    assert judged(turtle) == ("repealed", None, "2023-02-03", "x")


def test_a_suspension_ends_with_the_article_that_suspends() -> None:
    clause = f"<{iri('doc:x')}#dieu-9-khoan-1> a mg:Provision ; mg:provisionOf <{iri('doc:x')}#dieu-9> ; "
    turtle = D + document("x", issued="2023-02-03") + CLOSING_ARTICLE + f". {clause} mg:suspends doc:d . "
    turtle += document("y", issued="2024-02-01", does=f"mg:repeals <{iri('doc:x')}#dieu-9>")
    assert judged(turtle, "2024-01-31") == ("suspended", None, "2023-02-03", "x")
    assert judged(turtle, "2024-02-01") == ("in-force", None, "2020-01-01", None)


def test_a_document_that_was_repealed_before_its_day_of_effect_is_not_still_to_come() -> None:
    turtle = document("d", issued="2024-01-01", effective="2025-01-01")
    turtle += document("x", issued="2024-05-01", does="mg:repeals doc:d")
    assert judged(turtle, "2024-04-30")[0] == "not-yet"
    assert judged(turtle, "2024-05-01")[0] == judged(turtle, "2025-01-01")[0] == "repealed"


@pytest.mark.parametrize(
    ("part", "broken"), [("#dieu-5", True), ("#dieu-5-khoan-2", True), ("#dieu-55", False), ("", False)]
)
def test_a_hop_that_rests_on_a_replaced_provision_is_broken(part: str, broken: bool) -> None:
    """What rests on the rest of the document still stands."""
    rests = f"doc:r a mg:Guidance ; mg:guides <{iri('doc:d')}{part}> . "
    store = world(D + ARTICLE + rests + document("x", issued="2023-02-03", does=f"mg:replaces {PART}"))
    (edge,) = trace(store, iri("doc:r"), at=date.fromisoformat(DAY)).edges
    assert [reason.code for reason in edge.broken] == (["document-partly-replaced"] if broken else [])


def test_a_hop_is_broken_until_the_basis_takes_effect() -> None:
    turtle = "doc:r a mg:Guidance ; mg:guides doc:d . " + document("d", issued="2024-05-01", effective="2024-06-01")
    (edge,) = trace(world(turtle), iri("doc:r"), at=date.fromisoformat(DAY)).edges
    assert [(reason.code, reason.since) for reason in edge.broken] == [("not-yet", "2024-06-01")]


def test_every_status_is_named_in_the_code_list_and_in_no_other_way() -> None:
    listed = {str(s) for s in vocabulary().subjects() if str(s).startswith(f"{CODE_BASE}in-force-status/")}
    assert listed == {f"{CODE_BASE}in-force-status/{code}" for code in CODES}
    assert status_label("expired", "vi") == "hết thời hạn"


def test_no_property_holds_a_status() -> None:
    """The namespace is closed: a status cannot be written down."""
    for name in ("inForce", "inForceStatus", "validity"):
        with pytest.raises(UnknownTerm):
            MG[name]
