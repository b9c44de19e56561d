"""From facts to statements: what is the same, what stays apart, what waits as an issue."""

import hashlib
from dataclasses import replace

import pytest
from pyoxigraph import Quad
from rdflib import RDF

from ingest.facts import (
    BodyFact,
    CoverageFact,
    DocumentFact,
    EventFact,
    Evidence,
    Extraction,
    HoldingFact,
    PersonFact,
    RelationFact,
)
from ingest.formats.content import Content
from ingest.issues import Issue
from ingest.known import Known
from ingest.readers import SourceText
from ingest.source_graph import SourceGraph
from ingest.statements import TextStatements
from ontology.identifiers import body_iri, body_kind_iri, document_iri, person_iri, place_iri
from ontology.terms import MG

WORDS = (Evidence(0, 4, "Theo", "made-for-the-test"),)
OFFICE = BodyFact("Ban Mẫu Trung ương", "party_department", "central", WORDS)


def source(text: str = "Theo") -> SourceText:
    return SourceText("a.txt", "text", "text/plain", hashlib.sha256(text.encode()).hexdigest(), len(text), text)


def stated(facts: Extraction, known: Known | None = None, text: str = "Theo") -> tuple[list[Quad], list[Issue]]:
    graph = SourceGraph(source(text), "press", facts.published)
    statements = TextStatements(facts, graph, known or Known())
    statements.write()
    return graph.quads(), statements.issues


def values(quads: list[Quad], name: str) -> set[str]:
    return {str(getattr(q.object, "value", q.object)) for q in quads if q.predicate.value == str(MG[name])}


def known_from(*extractions: Extraction) -> Known:
    known = Known()
    for number, facts in enumerate(extractions):
        known.learn(stated(facts, known, f"text {number}")[0])
    return known


def office_holder(name: str, body: BodyFact = OFFICE, role: str = "Trưởng ban") -> Extraction:
    return Extraction(
        bodies=[body],
        people=[PersonFact(name, WORDS)],
        holdings=[HoldingFact(name, role, body.name, "current", WORDS)],
        published="2022-03-04",
    )


def test_every_statement_about_the_world_has_evidence() -> None:
    facts = office_holder("Lý Thị Mẫu")
    facts.documents = [DocumentFact("12-QĐ/TW", "Quy định", WORDS, issued="2022-02-03", issuer=OFFICE.name)]
    quads, issues = stated(facts)
    supported = {
        (s, p, o)
        for e in {q.subject for q in quads if q.predicate.value == str(RDF.subject)}
        for s in [q.object for q in quads if q.subject == e and q.predicate.value == str(RDF.subject)]
        for p in [q.object for q in quads if q.subject == e and q.predicate.value == str(RDF.predicate)]
        for o in [q.object for q in quads if q.subject == e and q.predicate.value == str(RDF.object)]
    }
    about = ("issuedBy", "issuedOn", "documentNumber", "heldBy", "inPosition", "positionIn", "observedOn")
    statements = {(q.subject, q.predicate, q.object) for q in quads if q.predicate.value in {str(MG[n]) for n in about}}
    assert issues == [] and len(statements) == len(about) and statements <= supported


def test_the_same_facts_give_the_same_quads() -> None:
    assert stated(office_holder("Lý Thị Mẫu")) == stated(office_holder("Lý Thị Mẫu"))


def test_a_person_in_a_known_post_is_the_known_person() -> None:
    first = stated(office_holder("Lý Thị Mẫu"), text="text 0")[0]
    again, issues = stated(office_holder("Lý Thị Mẫu"), known_from(office_holder("Lý Thị Mẫu")), "another report")
    assert values(again, "heldBy") == values(first, "heldBy") and issues == []


def test_a_namesake_without_a_shared_post_or_body_is_another_person() -> None:
    elsewhere = BodyFact("Ban Khác Trung ương", "party_department", "central", WORDS)
    known = known_from(office_holder("Lý Thị Mẫu"))
    quads, issues = stated(office_holder("Lý Thị Mẫu", elsewhere), known, "another report")
    assert [i.code for i in issues] == ["namesake"]
    assert values(quads, "heldBy").isdisjoint(values(stated(office_holder("Lý Thị Mẫu"), text="text 0")[0], "heldBy"))


def test_a_person_who_changed_posts_inside_a_body_stays_the_same_person() -> None:
    known = known_from(office_holder("Lý Thị Mẫu"))
    quads, issues = stated(office_holder("Lý Thị Mẫu", role="Phó Trưởng ban"), known, "another report")
    assert values(quads, "heldBy") == values(stated(office_holder("Lý Thị Mẫu"), text="text 0")[0], "heldBy")
    assert issues == []


def test_a_bare_number_that_two_documents_bear_is_never_guessed() -> None:
    known = Known()
    for day in ("2017-10-25", "2022-06-16"):
        known.number(document_iri("18-NQ/TW", day), "18-NQ/TW")
    quads, issues = stated(Extraction(documents=[DocumentFact("18-NQ/TW", "Nghị quyết", WORDS)]), known)
    assert [i.code for i in issues] == ["ambiguous-number"] and not values(quads, "documentNumber")


def test_a_bare_number_that_one_document_bears_is_that_document() -> None:
    known = Known()
    known.number(document_iri("67-QĐ/TW", "2022-06-02"), "67-QĐ/TW")
    quads, issues = stated(Extraction(documents=[DocumentFact("67-QĐ/TW", "Quy định", WORDS)]), known)
    subjects = {str(getattr(q.subject, "value", "")) for q in quads if q.predicate.value == str(MG.documentNumber)}
    assert subjects == {document_iri("67-QĐ/TW", "2022-06-02")} and issues == []


def test_a_number_without_its_letters_is_asked_about_and_never_guessed() -> None:
    known = Known()
    known.number(document_iri("67-QĐ/TW", "2022-06-02"), "67-QĐ/TW")
    known.number(document_iri("670-QĐ/TW", "2021-06-02"), "670-QĐ/TW")
    quads, issues = stated(Extraction(documents=[DocumentFact("67", "Quy định", WORDS)]), known)
    assert [(i.code, [c.iri for c in i.candidates]) for i in issues] == [
        ("short-number", [document_iri("67-QĐ/TW", "2022-06-02")])
    ]
    assert not values(quads, "documentNumber")


@pytest.mark.parametrize(
    ("known_day", "told"), [("2022-06-02", "2022"), ("2022-06-02", "2022-06"), ("2022", "2022-06-02")]
)
def test_a_year_or_month_means_the_one_document_of_that_number_and_time(known_day: str, told: str) -> None:
    known = known_from(Extraction(documents=[DocumentFact("67-QĐ/TW", "Quy định", WORDS, issued=known_day)]))
    quads, issues = stated(Extraction(documents=[DocumentFact("67-QĐ/TW", "Quy định", WORDS, issued=told)]), known)
    subjects = {str(getattr(q.subject, "value", "")) for q in quads if q.predicate.value == str(MG.documentNumber)}
    assert subjects == {document_iri("67-QĐ/TW", known_day)} and issues == []
    assert values(quads, "issuedOn") == ({told} if len(told) > len(known_day) else set())


def test_a_year_of_two_documents_of_a_number_means_neither() -> None:
    facts = [DocumentFact("18-NQ/TW", "Nghị quyết", WORDS, issued=day) for day in ("2022-01-05", "2022-06-16")]
    known = known_from(Extraction(documents=facts))
    quads, _ = stated(Extraction(documents=[DocumentFact("18-NQ/TW", "Nghị quyết", WORDS, issued="2022")]), known)
    subjects = {str(getattr(q.subject, "value", "")) for q in quads if q.predicate.value == str(MG.documentNumber)}
    assert subjects == {document_iri("18-NQ/TW", "2022")}


def test_a_number_without_its_letters_is_kept_where_no_document_can_be_meant() -> None:
    known = Known()
    known.number(document_iri("670-QĐ/TW", "2021-06-02"), "670-QĐ/TW")
    quads, issues = stated(Extraction(documents=[DocumentFact("67", "Quy định", WORDS)]), known)
    assert [i.code for i in issues] == ["undated-number"] and values(quads, "documentNumber") == {"67"}


def test_a_bare_number_that_nobody_knows_is_kept_and_reported() -> None:
    issues = stated(Extraction(documents=[DocumentFact("99-QĐ/TW", "Quy định", WORDS)]))[1]
    assert [i.code for i in issues] == ["undated-number"]


def test_a_relation_with_an_end_that_the_text_does_not_name_waits_as_an_issue() -> None:
    relation = RelationFact("67-QĐ/TW", "issuedBy", "Ban Chưa rõ", WORDS)
    document = DocumentFact("67-QĐ/TW", "Quy định", WORDS, issued="2022-06-02")
    quads, issues = stated(Extraction(documents=[document], relations=[relation]))
    assert [i.code for i in issues] == ["unresolved-relation"] and not values(quads, "issuedBy")


def test_a_title_that_no_code_list_has_is_reported() -> None:
    facts = office_holder("Lý Thị Mẫu", role="Đại Chưởng quản")
    assert [i.code for i in stated(facts)[1]] == ["unknown-role"]


def test_a_former_holding_is_not_shown_as_current() -> None:
    facts = office_holder("Lý Thị Mẫu")
    facts.holdings = [HoldingFact("Lý Thị Mẫu", "Trưởng ban", OFFICE.name, "former", WORDS)]
    quads = stated(facts)[0]
    assert not values(quads, "observedOn") and "former" in next(iter(values(quads, "status")))


def test_meetings_of_one_name_on_two_days_are_two() -> None:
    days = ("2023-03-31", "2023-06-30")
    made = [stated(Extraction(events=[EventFact("Hội nghị giao ban", "conference", WORDS, date=d)]))[0] for d in days]
    subjects = [{str(q.subject) for q in quads if q.predicate.value == str(MG.startsOn)} for quads in made]
    assert subjects[0].isdisjoint(subjects[1])


def test_a_plenum_is_the_known_plenum_whatever_day_a_text_saw_it_on() -> None:
    def plenum(day: str) -> Extraction:
        return Extraction(events=[EventFact("Hội nghị Trung ương 5 khóa XIII", "plenum", WORDS, day, "XIII", 5)])

    first, second = stated(plenum("2022-05-04"))[0], stated(plenum("2022-05-10"))[0]
    assert {str(q.subject) for q in first if q.predicate.value == str(MG.ordinal)} == {
        str(q.subject) for q in second if q.predicate.value == str(MG.ordinal)
    }


def test_a_plenum_that_two_texts_print_in_other_words_is_one() -> None:
    names = ("Hội nghị Trung ương 5 khóa XIII", "Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII")
    made = [stated(Extraction(events=[EventFact(name, "plenum", WORDS, None, "XIII", 5)]))[0] for name in names]
    first, second = ({str(q.subject) for q in quads if q.predicate.value == str(MG.ordinal)} for quads in made)
    assert first == second and len(first) == 1


@pytest.mark.parametrize("dates", [("2025-03-10", "2010-12-22"), (None, None)])
def test_a_relation_joins_the_two_documents_of_one_number_that_it_means(dates: tuple[str | None, str | None]) -> None:
    twins = ("2025-03-10", "2010-12-22")
    documents = [
        DocumentFact("45-CT/TW", "Chỉ thị", WORDS, issued=day, twin=twin)
        for day, twin in zip(dates, twins, strict=True)
    ]
    relation = RelationFact("45-CT/TW", "replaces", "45-CT/TW", WORDS, *twins)
    quads = stated(Extraction(documents=documents, relations=[relation]))[0]
    ((subject, target),) = {(str(q.subject), str(q.object)) for q in quads if q.predicate.value == str(MG.replaces)}
    assert subject != target


def test_the_first_places_of_a_coverage_become_their_bodies() -> None:
    known, kind_name = Known(), "Ban Mẫu cấp tỉnh"
    kind, place, body = body_kind_iri(kind_name), place_iri("Hà Nội", "01"), body_iri("Ban Mẫu thành phố Hà Nội")
    known.name(place, "Hà Nội")
    graph = SourceGraph(source("known"), "reference")
    graph.state(body, "ofKind", kind, WORDS)
    graph.state(body, "inPlace", place, WORDS)
    graph.entity(body, "SteeringCommittee", "Ban Mẫu thành phố Hà Nội")
    known.learn(graph.quads())
    coverage = CoverageFact(kind_name, 63, 63, WORDS, "2022-08-05", ("Hà Nội", "Nơi chưa rõ"))
    facts = Extraction(bodies=[BodyFact(kind_name, "other", "province", WORDS, is_kind=True)], coverage=[coverage])
    quads, issues = stated(facts, known)
    assert values(quads, "namesFirst") == {body} and values(quads, "counted") == {"63"}
    assert [i.code for i in issues] == ["unresolved-relation"]


def test_names_are_compared_across_normal_forms_tone_placement_and_eth() -> None:
    known = Known()
    known.name(person_iri("x", "y"), "Ðào Thị Thuỷ")
    assert known.named("person", "Đào Thị Thủy") == [person_iri("x", "y")]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://bao.example/1.html", {"https://bao.example/1.html"}),
        ("http://bao.example/?a=1&b=ă", {"http://bao.example/?a=1&b=ă"}),
        ("javascript:alert(1)", set()),
        ("https://bao.example/a b", set()),
        ("https://bao.example/<script>", set()),
        ("", set()),
    ],
)
def test_the_address_that_a_page_gives_itself_is_kept_if_it_is_one_of_the_web(address: str, kept: set[str]) -> None:
    page = replace(source(), content=Content("Theo", address=address))
    assert values(SourceGraph(page, "press").quads(), "address") == kept
