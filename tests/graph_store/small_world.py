"""Small graphs for the tests of chains and entities, written as Turtle in one named graph per source."""

from pyoxigraph import RdfFormat, Store

from ontology.identifiers import ID_BASE

PREFIXES = f"""
@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix code: <https://w3id.org/mandate-graph/codes/> .
@prefix rank: <https://w3id.org/mandate-graph/codes/claim-rank/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix edtf: <http://id.loc.gov/datatypes/> .
@prefix doc: <{ID_BASE}document/> .
@prefix body: <{ID_BASE}body/> .
@prefix kind: <{ID_BASE}body-kind/> .
@prefix event: <{ID_BASE}event/> .
@prefix change: <{ID_BASE}change-event/> .
@prefix term: <{ID_BASE}term/> .
@prefix place: <{ID_BASE}place/> .
@prefix pos: <{ID_BASE}position/> .
@prefix person: <{ID_BASE}person/> .
@prefix hold: <{ID_BASE}holding/> .
@prefix ev: <{ID_BASE}evidence/> .
@prefix source: <{ID_BASE}source/> .
"""


def world(*turtle: str) -> Store:
    """A store in memory; each text is the named graph of a source of its own: source:s0, source:s1 …"""
    store = Store()
    for index, text in enumerate(turtle):
        graph = (
            f"{PREFIXES} source:s{index} {{ source:s{index} a mg:Source ; mg:fileName 'file{index}.html' . {text} }}"
        )
        store.load(graph.encode(), format=RdfFormat.TRIG)
    return store


def evidence(name: str, statement: str, quote: str, *, source: str = "s0", rank: str = "stated", more: str = "") -> str:
    """Turtle of one Evidence; `statement` is subject, predicate and object, apart by blanks."""
    subject, predicate, value = statement.split(maxsplit=2)
    return (
        f"ev:{name} a mg:Evidence ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {value} ;"
        f' mg:fromSource source:{source} ; mg:start 3 ; mg:end 20 ; mg:quote """{quote}""" ; mg:rule "r" ;'
        f" mg:confidence 0.8 ; mg:claimRank rank:{rank} {more} ."
    )


def iri(short: str) -> str:
    """doc:a -> the IRI of document/a."""
    prefix, _, key = short.partition(":")
    types = {"doc": "document", "kind": "body-kind", "pos": "position", "hold": "holding", "ev": "evidence"}
    types["change"] = "change-event"
    return f"{ID_BASE}{types.get(prefix, prefix)}/{key}"
