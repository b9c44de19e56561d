"""The examples of accept/ and reject/, each beside its neighbours, and with evidence for what it states.

A rejected example opens with what must be said of it: `# violation: document:a, document:b` (or warning, or info), and
`# also: Other-shape` where the same fault cannot but break another shape.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology import terms
from ontology.identifiers import BASE, entity_iri, evidence_iri
from ontology.terms import MG
from shapes.check import Result

HERE = Path(__file__).parent
ENTITY_BASE = BASE + "id/"
NEIGHBOURS = HERE / "neighbours.ttl"  # one thing of each class, for examples to point at
_DERIVED = ("kind", "role", "rank", "level", "placeKind", "earliest", "latest", "serial", "series")
DERIVED = {MG[name] for name in (*_DERIVED, "provisionOf", "provisionKind")}
# What is said of these needs no evidence: they are the evidence, or vocabulary.
RECORDS = {"Source", "Evidence", "Import", "TypeCode"}
_EXPECTED = re.compile(r"^# (violation|warning|info): (.+)$", re.M)
_ALSO = re.compile(r"^# also: (.+)$", re.M)


def accepted() -> list[Path]:
    return sorted((HERE / "accept").glob("*.ttl"))


def rejected() -> list[Path]:
    return sorted((HERE / "reject").glob("*.ttl"))


@cache
def expected(example: Path) -> frozenset[tuple[str, str]]:
    """What the shape must say of the example: pairs (focus node, severity). Nothing, of an accepted one."""
    names = Graph().parse(example).namespace_manager
    said = _EXPECTED.findall(example.read_text("utf-8"))
    return frozenset(
        (str(names.expand_curie(node)), severity) for severity, nodes in said for node in nodes.split(", ")
    )


def also(example: Path) -> set[str]:
    """Local names of the other shapes that the example cannot but break."""
    return {name for names in _ALSO.findall(example.read_text("utf-8")) for name in names.split(", ")}


def told(results: Iterable[Result]) -> frozenset[tuple[str, str]]:
    """The results as `expected` gives them. A rule that does not name path and value is told apart."""
    return frozenset((r.focus_node, "nameless" if _nameless(r) else r.severity) for r in results)


def _nameless(result: Result) -> bool:
    return result.component == "SPARQLConstraintComponent" and not (result.path and result.value)


@cache
def ntriples(example: Path) -> str:
    return read(example).serialize(format="nt")


def read(example: Path) -> Graph:
    """The example with its neighbours; evidence is added, but for the example that is about lacking it."""
    graph = Graph().parse(NEIGHBOURS)
    if example.stem != "Statement-evidence":
        return with_evidence(graph.parse(example))
    return with_evidence(graph).parse(example)


def everything(*, evidence: bool = False) -> Graph:
    """All examples in one graph, each with things of its own: document:a of one example is not that of another."""
    neighbours = Graph().parse(NEIGHBOURS)
    shared = set(neighbours.subjects())
    whole = neighbours + Graph()
    for example in [*accepted(), *rejected()]:
        graph = read(example) if evidence else Graph().parse(example)
        for s, p, o in graph:
            whole.add((_apart(s, shared, example.stem), p, _apart(o, shared, example.stem)))
    return whole


def _apart(term: Node, shared: Collection[Node], key: str) -> Node:
    if not isinstance(term, URIRef) or not term.startswith(ENTITY_BASE) or term in shared:
        return term
    entity_type, _, rest = term.removeprefix(ENTITY_BASE).partition("/")
    return URIRef(f"{ENTITY_BASE}{entity_type}/{key}-{rest}")


def with_evidence(graph: Graph) -> Graph:
    """`graph`, in which every domain statement has an Evidence."""
    stated = [t for t in graph if needs_evidence(graph, *t) and not _proven(graph, *t)]
    for s, p, o in stated:
        quote = "lời trích"
        evidence = URIRef(evidence_iri("test", 0, len(quote), str(s), str(p), str(o)))
        graph.add((evidence, RDF.type, MG.Evidence))
        graph.add((evidence, MG.fromSource, URIRef(entity_iri("source", "aa"))))
        graph.add((evidence, MG.start, Literal(0)))
        graph.add((evidence, MG.end, Literal(len(quote))))
        graph.add((evidence, MG.quote, Literal(quote)))
        graph.add((evidence, MG.rule, Literal("test")))
        for part, term in ((RDF.subject, s), (RDF.predicate, p), (RDF.object, o)):
            graph.add((evidence, part, term))
    return graph


def _proven(graph: Graph, subject: Node, predicate: Node, value: Node) -> bool:
    return any(
        (evidence, RDF.predicate, predicate) in graph and (evidence, RDF.object, value) in graph
        for evidence in graph.subjects(RDF.subject, subject)
    )


def needs_evidence(graph: Graph, subject: Node, predicate: Node, _: Node) -> bool:
    if isinstance(subject, BNode):
        return False
    kinds = {terms.local_name(str(c)) for c in graph.objects(subject, RDF.type)}
    ours = str(predicate).startswith(terms.ONTOLOGY_BASE)
    return ours and predicate not in DERIVED and not kinds & RECORDS


def committees(count: int) -> Graph:
    """A graph of about 440 triples a committee: seven members each, every statement with its evidence."""
    graph = Graph().parse(NEIGHBOURS)
    kind = URIRef(entity_iri("body-kind", "ban-chi-dao-mau"))
    for number in range(count):
        body = _named(graph, "body", f"c{number}", MG.SteeringCommittee, f"Ban Chỉ đạo Mẫu {number}")
        graph.add((body, MG.ofKind, kind))
        for seat in range(7):
            _member(graph, body, f"c{number}-{seat}")
    return with_evidence(graph)


def _member(graph: Graph, body: URIRef, key: str) -> None:
    position = URIRef(entity_iri("position", key))
    holding = URIRef(entity_iri("holding", key))
    graph.add((position, RDF.type, MG.Position))
    graph.add((position, MG.positionIn, body))
    graph.add((position, MG.role, terms.CODE["role/uy-vien"]))
    graph.add((holding, RDF.type, MG.Holding))
    graph.add((holding, MG.inPosition, position))
    graph.add((holding, MG.heldBy, _named(graph, "person", key, MG.Person, f"Nguyễn Văn Mẫu {key}")))
    graph.add((holding, MG.status, terms.CODE["holding-status/current"]))


def _named(graph: Graph, entity_type: str, key: str, kind: URIRef, name: str) -> URIRef:
    entity = URIRef(entity_iri(entity_type, key))
    graph.add((entity, RDF.type, kind))
    graph.add((entity, URIRef(terms.PREFIXES["skos"] + "prefLabel"), Literal(name, lang="vi")))
    return entity
