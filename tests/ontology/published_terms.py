"""The classes and properties of the published vocabularies that ours is aligned to, as published_terms.csv has them.

The table is written anew from the published files by

    python -m tests.ontology.published_terms FOLDER

where FOLDER holds eli.nt (ELI 1.2), org.ttl, prov-o.ttl, skos.nt, time.nt, foaf.nt, oa.ttl and dcat3.ttl. Columns:
term (prefix and local name), kind (class, object, datatype, annotation; property where the file says no more),
deprecated (yes or empty), and domain, range, super (equivalents among them), disjoint: named classes or properties,
"|" between alternatives, " " between several.
"""

import csv
import sys
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

TABLE = Path(__file__).with_name("published_terms.csv")
VOCABULARIES = {
    "eli": ("eli.nt", "http://data.europa.eu/eli/ontology#"),
    "org": ("org.ttl", "http://www.w3.org/ns/org#"),
    "prov": ("prov-o.ttl", "http://www.w3.org/ns/prov#"),
    "skos": ("skos.nt", "http://www.w3.org/2004/02/skos/core#"),
    "time": ("time.nt", "http://www.w3.org/2006/time#"),
    "foaf": ("foaf.nt", "http://xmlns.com/foaf/0.1/"),
    "oa": ("oa.ttl", "http://www.w3.org/ns/oa#"),
    "dcat": ("dcat3.ttl", "http://www.w3.org/ns/dcat#"),
}
PREFIXES = {
    **{prefix: namespace for prefix, (_, namespace) in VOCABULARIES.items()},
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "owl": str(OWL),
}
_KINDS = (
    (OWL.Class, "class"),
    (OWL.ObjectProperty, "object"),
    (OWL.DatatypeProperty, "datatype"),
    (OWL.AnnotationProperty, "annotation"),
    (RDFS.Class, "class"),
    (RDF.Property, "property"),
)
_SUPER = (RDFS.subClassOf, OWL.equivalentClass, RDFS.subPropertyOf, OWL.equivalentProperty)


@dataclass(frozen=True, slots=True)
class PublishedTerm:
    term: str
    kind: str
    deprecated: str
    domain: str
    range: str
    super: str
    disjoint: str

    @property
    def iri(self) -> str:
        return expand(self.term)

    @property
    def is_datatype_property(self) -> bool:
        """Whether its values are literals; a bare rdf:Property is told by its range."""
        return self.kind == "datatype" or (self.kind == "property" and self.range.startswith(("xsd:", "rdfs:Literal")))


def expand(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


@cache
def published_terms() -> dict[str, PublishedTerm]:
    """Every row of the table by its IRI."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row.iri: row for row in (PublishedTerm(**cells) for cells in csv.DictReader(file))}


def extract(folder: Path) -> list[PublishedTerm]:
    """The terms of the published files in `folder`, in order."""
    found = []
    for prefix, (file, namespace) in VOCABULARIES.items():
        graph = Graph().parse(folder / file)
        names = {s for rdf_class, _ in _KINDS for s in graph.subjects(RDF.type, rdf_class) if isinstance(s, URIRef)}
        found += [_read(graph, prefix, term) for term in sorted(names) if str(term).startswith(namespace)]
    return found


def _read(graph: Graph, prefix: str, term: URIRef) -> PublishedTerm:
    types = set(graph.objects(term, RDF.type))
    deprecated = (term, OWL.deprecated, Literal(True)) in graph or types & {
        OWL.DeprecatedProperty,
        OWL.DeprecatedClass,
    }
    return PublishedTerm(
        term=f"{prefix}:{str(term).removeprefix(PREFIXES[prefix])}",
        kind=next(kind for rdf_class, kind in _KINDS if rdf_class in types),
        deprecated="yes" if deprecated else "",
        domain=_named(graph, term, RDFS.domain),
        range=_named(graph, term, RDFS.range),
        super=" ".join(filter(None, (_named(graph, term, p) for p in _SUPER))),
        disjoint=_named(graph, term, OWL.disjointWith),
    )


def _named(graph: Graph, term: URIRef, predicate: URIRef) -> str:
    """The named values, and unions of named ones; restrictions and names outside the vocabularies are left out."""
    cells = {"|".join(sorted(_alternatives(graph, value))) for value in graph.objects(term, predicate)}
    return " ".join(sorted(cells - {""}))


def _alternatives(graph: Graph, value: Node) -> set[str]:
    if not isinstance(value, BNode):
        return {_curie(value)} - {""}
    members = graph.value(value, OWL.unionOf)
    names = {_curie(member) for member in Collection(graph, members)} if members is not None else set()
    return set() if "" in names else names  # a union of which one part is unknown says nothing


def _curie(value: Node) -> str:
    fitting = [prefix for prefix, namespace in PREFIXES.items() if str(value).startswith(namespace)]
    return f"{fitting[0]}:{str(value).removeprefix(PREFIXES[fitting[0]])}" if fitting else ""


def main(folder: str) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [f.name for f in fields(PublishedTerm)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in extract(Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1])
