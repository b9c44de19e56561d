"""One entity with its statements and their words; and the search by name and number."""

import unicodedata
from dataclasses import asdict

import pytest
from pyoxigraph import Store

from graph_store.entities import LabelIndex, entity
from ontology.errors import Ambiguous, InvalidIdentifier, NotFound
from tests.graph_store.small_world import evidence, iri, world

WORLD = (
    """
    doc:a a mg:Regulation ; skos:prefLabel "Quy định 67-QĐ/TH"@vi, "Regulation 67"@en ; mg:documentNumber "67-QĐ/TH" ;
        mg:regulates kind:k ; mg:issuedOn "2022-06-09"^^xsd:date ; mg:title "về tổ chức"@vi .
    kind:k a mg:BodyKind ; skos:prefLabel "Ban Chỉ đạo cấp tỉnh"@vi .
    doc:n1 a mg:Resolution ; skos:prefLabel "Nghị quyết 18-NQ/TH"@vi ; mg:documentNumber "18-NQ/TH" ;
        mg:issuedOn "2017-10-25"^^xsd:date .
    doc:n2 a mg:Resolution ; skos:prefLabel "Nghị quyết 18-NQ/TH"@vi ; mg:documentNumber "18-NQ/TH" .
    person:co1 a mg:Person ; skos:prefLabel "Lê Cổ"@vi . person:co2 a mg:Person ; skos:prefLabel "Lê Cỏ"@vi .
    person:d a mg:Person ; skos:prefLabel "Đặng Hoà"@vi . person:d2 a mg:Person ; skos:prefLabel "Vũ Thị Hoà Bình"@vi .
    body:h a mg:PartyCommittee ; skos:prefLabel "Tỉnh ủy Hồng Sa"@vi ; skos:altLabel "TUHS"@vi ;
        skos:hiddenLabel "Tỉnh ủy Hông Sa"@vi .
    body:t a mg:Body ; skos:prefLabel "TUHS"@vi .
    pos:p a mg:Position ; skos:prefLabel "Bí thư"@vi ; mg:positionIn body:h .
"""
    + evidence("e1", "doc:a mg:regulates kind:k", "Quy định nêu về Ban Chỉ đạo")
    + evidence("e2", 'doc:a mg:issuedOn "2022-06-09"^^xsd:date', "ngày 9/6/2022", rank="unverified")
)
OTHER = """doc:a a mg:Regulation ; skos:prefLabel "Quy định số 67"@vi ; mg:issuedOn "2022-06-10"^^xsd:date .
    doc:g a mg:Guidance ; skos:prefLabel "Hướng dẫn 1"@vi ; mg:guides doc:a ."""


@pytest.fixture(scope="module")
def store() -> Store:
    return world(WORLD, OTHER)


@pytest.fixture(scope="module")
def index(store: Store) -> LabelIndex:
    return LabelIndex(store)


def test_an_entity_has_names_types_and_the_sources_that_speak_of_it(store: Store) -> None:
    found = entity(store, iri("doc:a"))
    assert (found.type, found.types) == ("Regulation", ("Regulation",))
    assert (found.label_vi, found.label_en) == ("Quy định 67-QĐ/TH", "Regulation 67")
    assert found.other_labels == ("Quy định số 67",)
    assert found.sources == (iri("source:s0"), iri("source:s1"))
    assert (found.label("vi"), found.label("en")) == ("Quy định 67-QĐ/TH", "Regulation 67")


def test_every_value_stands_with_its_own_words(store: Store) -> None:
    values = entity(store, iri("doc:a")).properties
    assert list(values) == ["documentNumber", "issuedOn", "regulates", "title"]
    first, second = values["issuedOn"]
    assert (first.text, first.datatype.rsplit("#")[1]) == ("2022-06-09", "date")
    assert [quote.claim_rank for quote in first.evidence] == ["unverified"]
    assert (second.text, second.evidence) == ("2022-06-10", ())
    (kind,) = values["regulates"]
    assert (kind.is_iri, kind.label_vi) == (True, "Ban Chỉ đạo cấp tỉnh")
    assert [quote.quote for quote in kind.evidence] == ["Quy định nêu về Ban Chỉ đạo"]
    assert values["title"][0].language == "vi"


def test_what_points_at_an_entity_is_given_without_its_evidence_nodes(store: Store) -> None:
    found = entity(store, iri("doc:a"))
    assert [(i.property, i.subject, i.type, i.label_vi) for i in found.incoming] == [
        ("guides", iri("doc:g"), "Guidance", "Hướng dẫn 1")
    ]
    assert entity(store, iri("source:s0")).incoming == ()


def test_of_very_many_that_point_at_an_entity_some_are_given_and_this_is_said() -> None:
    bodies = " ".join(f"body:b{i} a mg:Body ; mg:ofKind kind:k ." for i in range(9))
    found = entity(world("kind:k a mg:BodyKind . " + bodies), iri("kind:k"), incoming=4)
    assert (len(found.incoming), found.incoming_truncated) == (4, ("ofKind",))


def test_what_points_at_an_entity_is_the_same_whether_it_is_looked_up_at_once_or_property_by_property() -> None:
    bodies = " ".join(f"body:b{i} a mg:Body ; mg:ofKind kind:k ." for i in range(3))
    documents = " ".join(f"doc:d{i} a mg:Regulation ; mg:regulates kind:k ." for i in range(3))
    store = world("kind:k a mg:BodyKind . " + bodies + documents)
    few, many = (entity(store, iri("kind:k"), incoming=most) for most in (2, 3))  # 6 quads: more than 4, not than 6
    assert few.incoming == (*many.incoming[:2], *many.incoming[3:5])
    assert (few.incoming_truncated, many.incoming_truncated) == (("ofKind", "regulates"), ())


def test_misspellings_are_kept_apart_from_other_names(store: Store) -> None:
    found = entity(store, iri("body:h"))
    assert (found.other_labels, found.hidden_labels) == (("TUHS",), ("Tỉnh ủy Hông Sa",))


def test_an_entity_is_plain_data(store: Store) -> None:
    assert asdict(entity(store, iri("doc:a")))["properties"]["title"][0]["text"] == "về tổ chức"


def test_an_unknown_entity_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        entity(store, iri("doc:zzz"))


def names(index: LabelIndex, text: str, type: str | None = None) -> list[str]:
    return [hit.label for hit in index.search(text, type)]


def test_exact_marks_come_first_and_others_still_come(index: LabelIndex) -> None:
    assert names(index, "lê cỏ") == ["Lê Cỏ", "Lê Cổ"]
    assert names(index, "lê cổ") == ["Lê Cổ", "Lê Cỏ"]
    assert [hit.exact for hit in index.search("Lê Cổ")] == [True, False]
    assert sorted(names(index, "le co")) == ["Lê Cỏ", "Lê Cổ"]


@pytest.mark.parametrize(
    "text",
    ["Đặng Hòa", "Ðặng Hoà", unicodedata.normalize("NFD", "Đặng Hoà"), "đặng  hoà", "ĐẶNG HÒA"],
)
def test_tone_placement_look_alikes_normal_forms_and_case_are_one(index: LabelIndex, text: str) -> None:
    assert index.search(text)[0].exact
    assert index.resolve(text) == iri("person:d")


@pytest.mark.parametrize("text", ["67-QĐ/TH", "67-qđ/th", "67-QD/TH", "67/QĐ-TH", "67 - QĐ/TH"])
def test_a_document_is_found_by_its_number_however_it_is_typed(index: LabelIndex, text: str) -> None:
    assert index.search(text)[0].iri == iri("doc:a")
    assert index.resolve(text) == iri("doc:a")


def test_all_words_must_occur_and_the_last_may_be_a_beginning(index: LabelIndex) -> None:
    assert names(index, "tỉnh hồ") == ["Tỉnh ủy Hồng Sa"]
    assert names(index, "hồng tỉ") == ["Tỉnh ủy Hồng Sa"]
    assert names(index, "hồng biển") == []
    assert names(index, " -/ ") == []


def test_search_keeps_to_a_type_and_a_limit(index: LabelIndex) -> None:
    assert names(index, "Nghị quyết", "person") == []
    assert len(index.search("Nghị quyết", "document", limit=1)) == 1


def test_posts_are_found_only_when_asked_for(index: LabelIndex) -> None:
    assert names(index, "Bí thư") == []
    assert names(index, "Bí thư", "position") == ["Bí thư"]


def test_a_known_misspelling_finds_the_body_under_its_name(index: LabelIndex) -> None:
    (hit,) = index.search("Tỉnh ủy Hông Sa")
    assert (hit.iri, hit.label, hit.matched) == (iri("body:h"), "Tỉnh ủy Hồng Sa", "Tỉnh ủy Hông Sa")


def test_named_wants_every_mark(index: LabelIndex) -> None:
    assert index.named("lê cổ") == [iri("person:co1")]
    assert index.named("le co") == []


@pytest.mark.parametrize("text", ["person/d", "https://w3id.org/mandate-graph/id/person/d", " person/d "])
def test_identifiers_resolve_to_themselves(index: LabelIndex, text: str) -> None:
    assert index.resolve(text) == iri("person:d")


@pytest.mark.parametrize("text", ["67-QĐ/TH#dieu-5", "doc:a#dieu-5"])
def test_a_provision_is_named_by_its_document_and_the_way_into_it(text: str) -> None:
    article = world('doc:a a mg:Regulation ; mg:documentNumber "67-QĐ/TH" . doc:a\\#dieu-5 a mg:Provision .')
    text = text.replace("doc:a", iri("doc:a"))
    assert LabelIndex(article).resolve(text) == iri("doc:a") + "#dieu-5"


def test_a_provision_that_is_not_there_is_not_found_and_one_that_cannot_be_is_told(index: LabelIndex) -> None:
    with pytest.raises(NotFound):
        index.resolve("67-QĐ/TH#dieu-5")
    with pytest.raises(InvalidIdentifier):
        index.resolve("67-QĐ/TH#")


def test_a_canonical_name_goes_before_an_abbreviation(index: LabelIndex) -> None:
    assert index.resolve("TUHS") == iri("body:t")


@pytest.mark.parametrize("text", ["18-NQ/TH", "le co"])
def test_a_name_or_number_of_several_is_ambiguous_and_lists_them(index: LabelIndex, text: str) -> None:
    with pytest.raises(Ambiguous) as raised:
        index.resolve(text)
    assert len(raised.value.facts["candidates"]) == 2
    assert raised.value.message_vi


@pytest.mark.parametrize("text", ["person/nobody", "https://example.org/x", "", "Quy hoạch"])
def test_what_nothing_bears_is_not_found(index: LabelIndex, text: str) -> None:
    with pytest.raises(NotFound):
        index.resolve(text)


def test_not_found_names_near_misses(index: LabelIndex) -> None:
    with pytest.raises(NotFound) as raised:
        index.resolve("Tỉnh ủy Hồng Hà")
    assert raised.value.facts["near"][0] == {"iri": iri("body:h"), "label": "Tỉnh ủy Hồng Sa"}
    assert "Tỉnh ủy Hồng Sa" in raised.value.hint


@pytest.mark.parametrize("typed", ["67-QĐ/TH", "67-QD/TH", "67-QÐ/TH", "67-qđ/th", " 67 - QĐ / TH "])
def test_a_number_is_found_as_it_is_kept(index: LabelIndex, typed: str) -> None:
    assert index.kept_number(typed) == "67-QĐ/TH"


def test_a_number_that_nothing_bears_is_written_as_it_would_be_kept(index: LabelIndex) -> None:
    assert index.kept_number("999-QD/TH") == "999-QĐ/TH"


def test_the_day_in_brackets_tells_documents_of_one_number_apart(index: LabelIndex) -> None:
    assert index.resolve("18-NQ/TH (2017-10-25)") == index.resolve("18-NQ/TH(2017-10-25)") == iri("doc:n1")
    for other in ("18-NQ/TH (2017-10-26)", "18-NQ/TH (2017-13-01)"):
        with pytest.raises(NotFound):
            index.resolve(other)


def test_of_things_of_one_name_that_of_the_wanted_type_is_meant(index: LabelIndex) -> None:
    with pytest.raises(NotFound):
        index.resolve("Bí thư")
    assert index.resolve("Bí thư", "position") == iri("pos:p")
    assert index.resolve("TUHS", "person") == iri("body:t")  # none of them is: what it is, is told all the same


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Quy định số 67-QĐ/TH", "doc:a"),
        ("quy định số 67-QÐ/TH", "doc:a"),
        ("Nghị quyết số 18-NQ/TH (2017-10-25)", "doc:n1"),
        ("đồng chí Đặng Hòa", "person:d"),
        ("bà Vũ Thị Hoà Bình", "person:d2"),
    ],
)
def test_names_and_numbers_are_found_as_people_say_them(index: LabelIndex, said: str, meant: str) -> None:
    assert index.resolve(said) == iri(meant)
    assert iri(meant) in [hit.iri for hit in index.search(said.partition(" (")[0])]


def test_a_name_that_is_there_goes_before_what_it_may_be_said_for() -> None:
    named = "a mg:Person ; skos:prefLabel"
    store = world(f'person:o {named} "Ông Ích Khiêm"@vi . person:i {named} "Ích Khiêm"@vi .')
    assert LabelIndex(store).resolve("Ông Ích Khiêm") == iri("person:o")
