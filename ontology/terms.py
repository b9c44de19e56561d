"""The closed vocabulary: MG, CODE and SHAPE namespaces, and what the modules of ontology/ declare."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral

from ontology.errors import UnknownTerm
from ontology.identifiers import BASE

HERE = Path(__file__).parent
ONTOLOGY_BASE = BASE + "ontology#"
CODE_BASE = BASE + "codes/"
SHAPE_BASE = BASE + "shapes#"
PREFIXES = {
    "mg": ONTOLOGY_BASE,
    "code": CODE_BASE,
    "mgsh": SHAPE_BASE,
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "owl": str(OWL),
    "skos": str(SKOS),
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}


_Term = NamedNode | BlankNode | Literal | Triple


@cache
def vocabulary() -> Graph:
    """All modules of ontology/ (*.ttl) in one rdflib graph; read once, not to be changed."""
    graph = Graph()
    for statement in _statements():
        graph.add((term_of(statement.subject), term_of(statement.predicate), term_of(statement.object)))
    return graph


def _statements() -> Iterator[Quad]:
    """Those of all modules, by Oxigraph, as rdflib's own parser takes three times as long."""
    for module in sorted(HERE.glob("*.ttl")):
        yield from parse(path=module, format=RdfFormat.TURTLE)


@cache
def _declared() -> Mapping[str, Mapping[str, list[_Term]]]:
    """What the modules say of each IRI, by property.

    Every command and the server's start wait for this; the graph takes four times as long.
    """
    found: dict[str, dict[str, list[_Term]]] = defaultdict(lambda: defaultdict(list))
    for statement in _statements():
        if isinstance(statement.subject, NamedNode):
            found[statement.subject.value][statement.predicate.value].append(statement.object)
    return {iri: dict(said) for iri, said in found.items()}


def _said(iri: str, predicate: URIRef) -> list[_Term]:
    """The values of a property of a term."""
    return _declared().get(iri, {}).get(str(predicate), [])


def term_of(term: _Term) -> URIRef | BNode | RdfLiteral:
    """A term of Oxigraph as rdflib has it."""
    if isinstance(term, Literal):
        plain = term.language is not None or term.datatype.value == str(XSD.string)
        return RdfLiteral(term.value, lang=term.language, datatype=None if plain else URIRef(term.datatype.value))
    assert not isinstance(term, Triple)
    return URIRef(term.value) if isinstance(term, NamedNode) else BNode(term.value)


class _Closed:
    """A namespace that holds only declared terms: MG.isuedBy raises UnknownTerm."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._found: dict[str, URIRef] = {}

    def __getattr__(self, local_name: str) -> URIRef:
        if local_name.startswith("_"):
            raise AttributeError(local_name)
        return self[local_name]

    def __getitem__(self, local_name: str) -> URIRef:
        if local_name not in self._found:
            if not _said(self._base + local_name, RDF.type):
                raise UnknownTerm(f"ontology/ declares no {local_name!r} in {self._base}")
            self._found[local_name] = URIRef(self._base + local_name)
        return self._found[local_name]


MG = _Closed(ONTOLOGY_BASE)
CODE = _Closed(CODE_BASE)  # CODE["document-kind/quy-dinh"]


def local_name(iri: str) -> str:
    """The local name of a term of ours, or what follows the last # or / of any other IRI."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Labels:
    vi: str
    en: str

    def told(self, language: str) -> str:
        """That of "vi", else the English one."""
        return self.vi if language == "vi" else self.en


# The terms of others by which things are named, which the modules do not declare.
_OF_OTHERS = {
    str(SKOS.prefLabel): Labels("tên", "name"),
    str(SKOS.altLabel): Labels("tên khác", "other name"),
    str(SKOS.hiddenLabel): Labels("tên viết sai", "misspelt name"),
}


@cache
def labels(iri: str) -> Labels:
    """The label of a term or a concept of a code list in both languages; its local name where a language is missing."""
    if iri in _OF_OTHERS:
        return _OF_OTHERS[iri]
    found = {"vi": local_name(iri), "en": local_name(iri)}
    for predicate in (RDFS.label, SKOS.prefLabel):
        found.update(_by_language(iri, predicate))
    return Labels(found["vi"], found["en"])


@cache
def inverse_labels(iri: str) -> Labels | None:
    """What a relation is called when read from its object to its subject; None where the ontology does not say."""
    found = _by_language(iri, MG.inverseLabel)
    return Labels(found["vi"], found["en"]) if {"vi", "en"} <= found.keys() else None


def _by_language(iri: str, predicate: URIRef) -> dict[str, str]:
    """What stands without a language is English."""
    values = (value for value in _said(iri, predicate) if isinstance(value, Literal))
    return {value.language or "en": value.value for value in values}


@cache
def ancestors(class_iri: str) -> tuple[str, ...]:
    """`class_iri` and its super-classes of ours, nearest first."""
    found = [class_iri]
    for iri in found:
        supers = sorted(s.value for s in _said(iri, RDFS.subClassOf) if isinstance(s, NamedNode))
        found += [s for s in supers if s.startswith(ONTOLOGY_BASE) and s not in found]
    return tuple(found)


@cache
def classes() -> frozenset[str]:
    return frozenset(iri for iri in _of_type(OWL.Class) if iri.startswith(ONTOLOGY_BASE))


@cache
def object_properties() -> frozenset[str]:
    return frozenset(_of_type(OWL.ObjectProperty))


@cache
def datatype_properties() -> frozenset[str]:
    return frozenset(_of_type(OWL.DatatypeProperty))


@cache
def annotation_properties() -> frozenset[str]:
    """Those that speak of terms and concepts, never of the world."""
    return frozenset(_of_type(OWL.AnnotationProperty))


def _of_type(wanted: URIRef) -> Iterator[str]:
    kind = NamedNode(str(wanted))
    return (iri for iri in _declared() if kind in _said(iri, RDF.type))
