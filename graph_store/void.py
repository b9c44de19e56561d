"""What a version is and where it can be had, as VoID and DCAT: for catalogues, crawlers and federated queries."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from pyoxigraph import Literal, QuerySolutions, Store
from rdflib import DCAT, DCTERMS, OWL, RDF, VOID, XSD, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral

from graph_store.export import FORMATS
from graph_store.view import View
from ontology.identifiers import ID_BASE
from ontology.terms import ONTOLOGY_BASE, PREFIXES

_HERE = Path(__file__).parent
_CLASSES = (_HERE / "void_classes.rq").read_text("utf-8")
_PROPERTIES = (_HERE / "void_properties.rq").read_text("utf-8")
_TITLES = (("Mandate Graph", "en"), ("Đồ thị căn cứ của tổ chức, chức vụ và cán bộ", "vi"))


def describe(view: View) -> str:
    """The description of a version in Turtle, with addresses relative to the server that gives it.

    Its identifier is the content hash of the version, which a restored or imported copy must give again.
    """
    graph, dataset = Graph(), URIRef(f"#version-{view.number}")
    for prefix, iri in (*PREFIXES.items(), ("void", VOID), ("dcat", DCAT), ("dcterms", DCTERMS)):
        graph.bind(prefix, iri)
    for kind in (VOID.Dataset, DCAT.Dataset):
        graph.add((dataset, RDF.type, kind))
    for title, language in _TITLES:
        graph.add((dataset, DCTERMS.title, RdfLiteral(title, lang=language)))
    if view.manifest:
        graph.add((dataset, DCTERMS.modified, RdfLiteral(view.manifest.created_at, datatype=XSD.dateTime)))
        graph.add((dataset, DCTERMS.identifier, RdfLiteral(view.manifest.content_hash)))
        graph.add((dataset, OWL.versionInfo, RdfLiteral(str(view.number))))
    graph.add((dataset, VOID.sparqlEndpoint, URIRef("/sparql")))
    graph.add((dataset, VOID.uriSpace, RdfLiteral(ID_BASE)))
    graph.add((dataset, VOID.vocabulary, URIRef(ONTOLOGY_BASE)))
    classes, properties = (list(_counted(view.store, query)) for query in (_CLASSES, _PROPERTIES))
    graph.add((dataset, VOID.triples, RdfLiteral(sum(n for _, n in properties))))
    graph.add((dataset, VOID.classes, RdfLiteral(len(classes))))
    graph.add((dataset, VOID.properties, RdfLiteral(len(properties))))
    for term, count in classes:
        part = BNode()
        graph.add((dataset, VOID.classPartition, part))
        graph.add((part, VOID["class"], URIRef(term)))
        graph.add((part, VOID.entities, RdfLiteral(count)))
    for term, count in properties:
        part = BNode()
        graph.add((dataset, VOID.propertyPartition, part))
        graph.add((part, VOID.property, URIRef(term)))
        graph.add((part, VOID.triples, RdfLiteral(count)))
    for form in FORMATS.values():
        address = URIRef(f"/api/v1/export/{form.name}?asKnown={view.number}")
        part = BNode()
        graph.add((dataset, DCAT.distribution, part))
        graph.add((part, RDF.type, DCAT.Distribution))
        graph.add((part, DCAT.downloadURL, address))
        graph.add((part, DCAT.mediaType, URIRef(f"https://www.iana.org/assignments/media-types/{form.media_type}")))
        if form.rdf_format:
            graph.add((dataset, VOID.dataDump, address))
    return graph.serialize(format="turtle")


def _counted(store: Store, query: str) -> Iterator[tuple[str, int]]:
    rows = cast(QuerySolutions, store.query(query, use_default_graph_as_union=True))
    for row in rows:
        term, count = row["term"], row["count"]
        if term is not None and isinstance(count, Literal):
            yield str(term)[1:-1], int(count.value)
