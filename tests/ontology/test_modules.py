"""The Turtle of ontology/ and shapes/: declared, labelled, defined, exemplified and well typed."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology import terms
from ontology.identifiers import BASE
from ontology.text import nfc, slug

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted((ROOT / "ontology").glob("*.ttl"))
TURTLE = MODULES + sorted((ROOT / "shapes").glob("*.ttl"))
VOCABULARY = terms.vocabulary()
TERMS = sorted(
    terms.classes() | terms.object_properties() | terms.datatype_properties() | terms.annotation_properties()
)
CONCEPTS = sorted(str(c) for c in VOCABULARY.subjects(RDF.type, SKOS.Concept))
SCHEMES = sorted(str(c) for c in VOCABULARY.subjects(RDF.type, SKOS.ConceptScheme))
ROLES = terms.CODE_BASE + "role/"

# Nothing published says what these say: seats by right, counts, ranks, and dates or codes of our own.
UNALIGNED = (
    "TypeCode codeOf ruledBy concurrentWith formsClass inverseLabel partCount partOfPlace provisionKind signingForm "
    "covers namesFirst exOfficio inPosition level openedBy placeKind sourceClass claimRank status asOf "
    "bornOn citedSource confidence counted dateText diedOn earliest fileName importedBy latest locator mediaType note "
    "address observedOn ordinal outOf placeCode publishedOn rank rule serial series sha256 termNumber"
)


def values(term: str, predicate: URIRef, language: str) -> list[str]:
    found = VOCABULARY.objects(URIRef(term), predicate)
    return [str(v) for v in found if isinstance(v, Literal) and v.language == language]


def iris(graph: Graph) -> set[str]:
    return {str(t) for triple in graph for t in triple if isinstance(t, URIRef)}


@pytest.mark.parametrize("module", TURTLE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_module_parses_and_uses_only_declared_terms_of_ours(module: Path) -> None:
    declared = {str(s) for s in VOCABULARY.subjects(RDF.type, None)}
    shapes = {str(s) for path in TURTLE if path.parent.name == "shapes" for s in Graph().parse(path).subjects(RDF.type)}
    own = {terms.SHAPE_BASE, *shapes}
    used = {iri for iri in iris(Graph().parse(module)) if iri.startswith(BASE)}
    assert used <= declared | own


@pytest.mark.parametrize("module", TURTLE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_query_inside_a_module_uses_only_declared_terms_of_ours(module: Path) -> None:
    text = module.read_text("utf-8")
    for name in set(re.findall(r"(?<![\w-])mg:(\w+)", text)):
        assert terms.MG[name]
    if module.stem.startswith("rules"):
        for prefix, scheme in (("level", "level"), ("status", "holding-status")):
            for name in set(re.findall(rf"(?<![\w:/-]){prefix}:([\w-]+)", text)):
                assert terms.CODE[f"{scheme}/{name}"]


@pytest.mark.parametrize("module", TURTLE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_literal_is_ill_typed_and_all_text_is_nfc(module: Path) -> None:
    for _, _, value in Graph().parse(module):
        if isinstance(value, Literal):
            assert not value.ill_typed
            assert str(value) == nfc(str(value)) and "Ð" not in str(value).replace("QD hay Ð", "").replace(
                "QD or Ð", ""
            )
            assert str(value).strip()


@pytest.mark.parametrize("term", TERMS, ids=terms.local_name)
def test_a_term_has_one_label_and_one_definition_in_each_language_and_an_example(term: str) -> None:
    for language in ("vi", "en"):
        (label,), (definition,) = values(term, RDFS.label, language), values(term, SKOS.definition, language)
        assert slug(definition) != slug(label) and len(definition) > len(label) + 10
    assert values(term, SKOS.example, "vi")
    assert (URIRef(term), RDFS.isDefinedBy, URIRef(terms.ONTOLOGY_BASE)) in VOCABULARY


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_classes_share_a_label(language: str) -> None:
    labels = [values(c, RDFS.label, language)[0] for c in terms.classes()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("concept", CONCEPTS, ids=terms.local_name)
def test_a_concept_has_a_name_in_each_language_and_a_declared_scheme(concept: str) -> None:
    assert len(values(concept, SKOS.prefLabel, "vi")) == len(values(concept, SKOS.prefLabel, "en")) == 1
    scheme = VOCABULARY.value(URIRef(concept), SKOS.inScheme)
    assert str(scheme) in SCHEMES and concept.startswith(f"{scheme}/")


@pytest.mark.parametrize("concept", [c for c in CONCEPTS + SCHEMES if not c.startswith(ROLES)], ids=terms.local_name)
def test_a_concept_other_than_a_role_is_defined_in_both_languages(concept: str) -> None:
    for language in ("vi", "en"):
        (label,), (definition,) = values(concept, SKOS.prefLabel, language), values(concept, SKOS.definition, language)
        assert slug(definition) != slug(label)


@pytest.mark.parametrize("scheme", SCHEMES, ids=terms.local_name)
def test_within_a_scheme_no_name_belongs_to_two_concepts(scheme: str) -> None:
    members = VOCABULARY.subjects(SKOS.inScheme, URIRef(scheme))
    names = [name for m in members for name in values(str(m), SKOS.prefLabel, "vi")]
    assert len(names) == len(set(names))


def test_a_role_is_named_by_its_vietnamese_title_and_ranked() -> None:
    roles = [c for c in CONCEPTS if c.startswith(ROLES)]
    assert len(roles) > 60
    for role in roles:
        assert role == ROLES + slug(values(role, SKOS.prefLabel, "vi")[0])
        assert VOCABULARY.value(URIRef(role), terms.MG.rank) is not None


def test_a_document_kind_is_named_by_its_vietnamese_name_and_forms_one_class_of_documents() -> None:
    kinds = [c for c in CONCEPTS if c.startswith(terms.CODE_BASE + "document-kind/")]
    formed = set()
    for kind in kinds:
        (formed_class,) = VOCABULARY.objects(URIRef(kind), terms.MG.formsClass)
        assert str(terms.MG.Document) in terms.ancestors(str(formed_class))
        assert kind.endswith("/" + slug(values(kind, SKOS.prefLabel, "vi")[0]))
        formed.add(str(formed_class))
    assert formed == {c for c in terms.classes() if str(terms.MG.Document) in terms.ancestors(c)}


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("QĐ", {"quyet-dinh", "quy-dinh"}),
        ("QĐi", {"quy-dinh"}),
        ("QyĐ", {"quy-dinh"}),
        ("QĐNS", {"quyet-dinh"}),
        ("TT", {"thong-tri", "thong-tu"}),
        ("NQ", {"nghi-quyet"}),
        ("NĐ", {"nghi-dinh"}),
        ("QD", set()),
    ],
)
def test_a_type_code_belongs_to_the_kinds_that_print_it(code: str, kinds: set[str]) -> None:
    assert {terms.local_name(str(s)) for s in VOCABULARY.subjects(SKOS.notation, Literal(code))} == kinds


@pytest.mark.parametrize(("scheme", "count"), [("claim-rank", 3), ("source-class", 5)])
def test_the_ranks_of_an_ordered_scheme_run_from_one_without_gap(scheme: str, count: int) -> None:
    members = VOCABULARY.subjects(SKOS.inScheme, terms.CODE[scheme])
    ranks = sorted(int(str(VOCABULARY.value(m, terms.MG.rank))) for m in members)
    assert ranks == list(range(1, count + 1))


def test_every_term_is_aligned_or_listed_as_having_no_counterpart() -> None:
    def aligned(term: str) -> bool:
        predicates = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso)
        return any(
            not str(o).startswith(BASE) for a in terms.ancestors(term) for p in predicates for o in targets(a, p)
        )

    def targets(term: str, predicate: URIRef) -> list[Node]:
        return list(VOCABULARY.objects(URIRef(term), predicate))

    lone = {terms.local_name(t) for t in TERMS if not aligned(t)}
    assert lone == set(UNALIGNED.split())


def test_the_ontology_is_light_no_domain_no_range_no_inverse_no_blank_node() -> None:
    for predicate in (RDFS.domain, RDFS.range, OWL.inverseOf, OWL.equivalentClass):
        assert (None, predicate, None) not in VOCABULARY
    assert not [t for triple in VOCABULARY for t in triple if isinstance(t, BNode)]


def test_documents_warn_that_a_number_is_no_identity_and_people_that_a_holding_is_no_edge() -> None:
    first = {m.stem: m.read_text("utf-8").splitlines()[0] for m in MODULES}
    assert first["documents"].startswith("# A document number is not an identity.")
    assert first["people"].startswith("# A Holding is not an edge")
