"""What the model can say: kinds, codes by period, relations, provisions, changes, places; modules import one way."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ontology import terms
from ontology.terms import CODE, MG, vocabulary
from shapes.check import check, shapes_graph

MODULES = {path.stem: path for path in sorted((Path(terms.__file__).parent).glob("*.ttl"))}
MODULE_BASE = "https://w3id.org/mandate-graph/ontology/"
WHOLE = "ontology"  # the module that imports all others
# The pairs of relations that the State's law portal draws for a document, in its order.
PORTAL_PAIRS = (
    "guides details consolidates amends corrects replaces repeals cites basedOn interprets suspends "
    "suspendsTemporarily promulgates"
)
# Between documents, or from a document to what it makes, ends or governs.
RELATIONS = f"{PORTAL_PAIRS} implements establishes dissolves regulates appoints dismisses agreedBy advisedBy"
PARTY_KINDS = (
    "cuong-linh dieu-le chien-luoc nghi-quyet quyet-dinh chi-thi ket-luan quy-che quy-dinh thong-tri huong-dan "
    "thong-bao thong-cao tuyen-bo loi-keu-goi bao-cao ke-hoach quy-hoach chuong-trinh de-an phuong-an du-an to-trinh "
    "cong-van bien-ban"
)


def imports(stem: str) -> list[str]:
    graph = Graph().parse(MODULES[stem])
    iri = URIRef(MODULE_BASE + stem) if stem != WHOLE else URIRef(terms.ONTOLOGY_BASE)
    return sorted(str(o).removeprefix(MODULE_BASE) for o in graph.objects(iri, OWL.imports))


def reached(stem: str) -> set[str]:
    """The modules that a module imports, directly or through others; RecursionError where they import in a ring."""
    return {name for direct in imports(stem) for name in (direct, *reached(direct))}


@pytest.mark.parametrize("stem", MODULES)
def test_a_module_imports_what_it_uses_and_no_module_imports_in_a_ring(stem: str) -> None:
    graph = Graph().parse(MODULES[stem])
    bases = (terms.ONTOLOGY_BASE, terms.CODE_BASE)
    used = {str(t) for triple in graph for t in triple if str(t).startswith(bases)} - {terms.ONTOLOGY_BASE}
    declared = set()
    for name in {stem, *reached(stem)}:
        declared |= {str(s) for s in Graph().parse(MODULES[name]).subjects(RDF.type)}
    assert used <= declared and stem not in reached(stem)


@pytest.mark.parametrize("stem", MODULES)
def test_a_module_is_one_ontology_with_a_label_in_each_language(stem: str) -> None:
    graph = Graph().parse(MODULES[stem])
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    assert str(ontology) == (terms.ONTOLOGY_BASE if stem == WHOLE else MODULE_BASE + stem)
    assert {getattr(label, "language", "") for label in graph.objects(ontology, RDFS.label)} == {"vi", "en"}


def test_the_whole_ontology_imports_every_module_and_declares_no_term() -> None:
    assert set(imports(WHOLE)) == MODULES.keys() - {WHOLE}
    assert set(Graph().parse(MODULES[WHOLE]).subjects()) == {URIRef(terms.ONTOLOGY_BASE)}


@pytest.mark.parametrize("name", RELATIONS.split())
def test_a_relation_of_documents_is_named_in_both_directions_and_both_languages(name: str) -> None:
    backwards = terms.inverse_labels(str(MG[name]))
    assert backwards and backwards != terms.labels(str(MG[name]))
    assert len({label.language for label in vocabulary().objects(MG[name], MG.inverseLabel)}) == 2  # type: ignore[attr-defined]


def test_no_two_relations_of_documents_are_called_alike_in_any_direction() -> None:
    for language in ("vi", "en"):
        forward = [getattr(terms.labels(str(MG[name])), language) for name in RELATIONS.split()]
        backward = [getattr(terms.inverse_labels(str(MG[name])), language) for name in RELATIONS.split()]
        assert len({*forward, *backward}) == 2 * len(RELATIONS.split())


def test_every_link_between_things_of_the_world_has_an_inverse_label() -> None:
    lists = {"kind", "level", "placeKind", "provisionKind", "role", "signingForm", "status"}
    records = set(Graph().parse(MODULES["provenance"]).subjects())
    links = {p for p in terms.object_properties() if URIRef(p) not in records and terms.local_name(p) not in lists}
    assert [p for p in sorted(links) if terms.inverse_labels(p) is None] == []


@pytest.mark.parametrize("name", [n for n in PORTAL_PAIRS.split() if n != "promulgates"] + ["implements"])
def test_a_relation_between_documents_may_begin_and_end_at_a_provision(name: str) -> None:
    part = "<https://w3id.org/mandate-graph/id/document/{}#dieu-5>"
    data = f"""@prefix mg: <{terms.ONTOLOGY_BASE}> . @prefix skos: <{SKOS}> . @prefix code: <{terms.CODE_BASE}> .
        @prefix doc: <https://w3id.org/mandate-graph/id/document/> .
        doc:a a mg:Decision ; skos:prefLabel "A"@vi ; mg:kind <{CODE["document-kind/quyet-dinh"]}> .
        doc:b a mg:Law ; skos:prefLabel "B"@vi ; mg:kind <{CODE["document-kind/luat"]}> .
        {part.format("a")} a mg:Provision ; skos:prefLabel "Điều 5"@vi ; mg:provisionOf doc:a ;
            mg:{name} {part.format("b")} .
        {part.format("b")} a mg:Provision ; skos:prefLabel "Điều 5"@vi ; mg:provisionOf doc:b ."""
    shapes = {r.shape.rsplit("#")[-1] for r in check(Graph().parse(data=data, format="turtle")).results}
    assert shapes == {"Statement-evidence"}  # none is given here


def members(collection: str) -> set[str]:
    return {terms.local_name(str(m)) for m in vocabulary().objects(CODE[collection], SKOS.member)}


def test_the_kinds_of_party_documents_are_the_25_of_the_regulation_of_2026() -> None:
    assert members("party-document-kind") == set(PARTY_KINDS.split())
    assert len(PARTY_KINDS.split()) == 25


def test_every_kind_of_document_is_of_the_party_or_of_the_state_or_narrower_than_one_that_is() -> None:
    known = members("party-document-kind") | members("state-document-kind")
    for kind in vocabulary().subjects(SKOS.inScheme, CODE["document-kind"]):
        broader = vocabulary().value(kind, SKOS.broader)
        assert terms.local_name(str(kind)) in known or terms.local_name(str(broader)) in known


def type_codes() -> list[URIRef]:
    return sorted(t for t in vocabulary().subjects(RDF.type, MG.TypeCode) if isinstance(t, URIRef))


def kinds_of_code(code: str, day: str) -> set[str]:
    """The kinds whose uses of the code have a period with the day in it."""
    graph, found = vocabulary(), set()
    for use in graph.subjects(MG.code, Literal(code)):
        since, until = graph.value(use, MG.existsFrom), graph.value(use, MG.existsTo)
        if since and str(since) <= day and (until is None or day <= str(until)):
            found.add(terms.local_name(str(graph.value(use, MG.codeOf))))
    return found


@pytest.mark.parametrize(
    ("code", "day", "kinds"),
    [
        ("QĐ", "2013-02-01", {"quyet-dinh", "quy-dinh"}),
        ("QĐ", "2022-06-02", {"quyet-dinh", "quy-dinh"}),
        ("QĐ", "1997-09-30", set()),
        ("PA", "2016-12-31", set()),
        ("PA", "2017-02-06", {"phuong-an"}),
        ("NQ", "2026-01-09", {"nghi-quyet"}),
    ],
)
def test_what_a_type_code_stands_for_depends_on_the_day(code: str, day: str, kinds: set[str]) -> None:
    assert kinds_of_code(code, day) == kinds


@pytest.mark.parametrize("use", type_codes(), ids=terms.local_name)
def test_a_type_code_is_seen_on_a_number_of_its_period_or_said_to_be_unverified(use: URIRef) -> None:
    graph = vocabulary()
    code, kind = str(graph.value(use, MG.code)), graph.value(use, MG.codeOf)
    assert (kind, SKOS.notation, Literal(code)) in graph
    notes = " ".join(str(n) for n in graph.objects(use, SKOS.note) if getattr(n, "language", "") == "en")
    example = graph.value(use, SKOS.example)
    if example is None:
        assert notes.startswith("unverified")
        return
    number, day = re.fullmatch(r"\d+-(\w+)/\w+ \((\d{4}(?:-\d\d-\d\d)?)\)", str(example)).groups()  # type: ignore[union-attr]
    since, until = graph.value(use, MG.existsFrom), graph.value(use, MG.existsTo)
    assert number == code and str(since or "")[: len(day)] <= day <= str(until or date.max)


def test_the_type_codes_conform_to_the_shapes() -> None:
    graph = Graph()
    for use in type_codes():
        graph += vocabulary().triples((use, None, None))
    assert len(type_codes()) > 40 and check(graph).results == ()


def test_periods_of_one_use_of_a_code_do_not_overlap() -> None:
    graph = vocabulary()
    periods: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for use in type_codes():
        key = str(graph.value(use, MG.code)), str(graph.value(use, MG.codeOf))
        if since := graph.value(use, MG.existsFrom):
            periods.setdefault(key, []).append((str(since), str(graph.value(use, MG.existsTo) or date.max)))
    for spans in map(sorted, periods.values()):
        assert all(earlier[1] < later[0] for earlier, later in pairwise(spans))


def test_every_party_kind_that_is_numbered_has_its_codes_in_every_period_from_2017() -> None:
    graph = vocabulary()
    for kind in members("party-document-kind"):
        concept = CODE[f"document-kind/{kind}"]
        uses = list(graph.subjects(MG.codeOf, concept))
        assert bool(uses) == bool(list(graph.objects(concept, SKOS.notation)))
        ruled = {str(r) for use in uses for r in graph.objects(use, MG.ruledBy)}
        assert not uses or ruled >= {"66-QĐ/TW", "399-QĐ/TW"}


def test_the_district_level_and_its_kinds_of_unit_end_with_june_2025() -> None:
    graph = vocabulary()
    ended = {terms.local_name(str(s)) for s in graph.subjects(MG.existsTo, None) if "type-code" not in str(s)}
    of_district = {terms.local_name(str(s)) for s in graph.subjects(MG.level, CODE["level/district"])}
    assert ended == of_district | {"district", "thi-tran"}
    days = {str(graph.value(CODE[f"place-kind/{kind}"], MG.existsTo)) for kind in of_district}
    assert days == {"2025-06-30"}


def test_every_kind_of_unit_stands_on_a_level() -> None:
    for kind in vocabulary().subjects(SKOS.inScheme, CODE["place-kind"]):
        assert vocabulary().value(kind, MG.level) in {CODE[f"level/{n}"] for n in ("province", "district", "commune")}


def test_changes_are_events_of_their_own_of_five_kinds() -> None:
    kinds = {terms.local_name(c) for c in terms.classes() if str(MG.ChangeEvent) in terms.ancestors(c)}
    assert kinds == {"ChangeEvent", "Foundation", "Merger", "Division", "Renaming", "Dissolution"}
    assert str(MG.Event) not in terms.ancestors(str(MG.Merger))


def test_letterhead_deciding_body_signer_and_the_form_of_signing_are_apart() -> None:
    paths = {str(o) for o in shapes_graph().objects(None, URIRef("http://www.w3.org/ns/shacl#path"))}
    for name in ("letterhead", "issuedBy", "signedBy", "onBehalfOf", "signingForm"):
        assert str(MG[name]) in paths
    forms = {
        str(a)
        for c in vocabulary().subjects(SKOS.inScheme, CODE["signing-form"])
        for a in vocabulary()[c : SKOS.altLabel]
    }
    assert forms == {"T/M", "TM.", "K/T", "KT.", "T/L", "TL.", "T/UQ", "TUQ.", "Q."}


def test_the_tiers_of_provisions_are_ranked_from_part_to_point() -> None:
    graph = vocabulary()
    kinds = {
        str(graph.value(k, MG.rank)): terms.local_name(str(k))
        for k in graph.subjects(SKOS.inScheme, CODE["provision-kind"])
    }
    assert [kinds[str(rank)] for rank in range(1, 8)] == ["phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem"]
