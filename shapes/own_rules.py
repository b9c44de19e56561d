"""What an installation's own shapes may be: known terms, bounded patterns and lists, no reaching out, no recursion."""

from collections.abc import Iterable, Iterator

from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.terms import CODE_BASE, MG, ONTOLOGY_BASE, SHAPE_BASE, local_name, vocabulary
from shapes.own_limits import DEEPEST, MOST_MEMBERS, MOST_SHAPES
from shapes.own_patterns import pattern_fault
from shapes.own_queries import query_fault
from shapes.reach import STEPS, UNFOLLOWED

TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
_TAKEN = frozenset(
    SH[name]
    for name in (
        *("NodeShape", "PropertyShape", "IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral"),
        *("IRIOrLiteral", "Violation", "Warning", "Info", "PropertyGroup", "PrefixDeclaration", "SPARQLConstraint"),
        *("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "severity", "message", "deactivated"),
        *("path", "inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"),
        *("property", "node", "class", "datatype", "nodeKind", "minCount", "maxCount", "minExclusive", "minInclusive"),
        *("maxExclusive", "maxInclusive", "minLength", "maxLength", "pattern", "flags", "languageIn", "uniqueLang"),
        *("equals", "disjoint", "lessThan", "lessThanOrEquals", "not", "and", "or", "xone", "closed"),
        *("ignoredProperties", "hasValue", "in", "qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount"),
        *("qualifiedValueShapesDisjoint", "name", "description", "order", "group", "defaultValue"),
        *("sparql", "select", "prefixes", "declare", "prefix", "namespace"),
    )
)
_CLOSED = (RDF, RDFS, SKOS, XSD)
_WITHIN = (SH.node, SH["not"], SH.qualifiedValueShape)
_LISTS = (SH["and"], SH["or"], SH.xone)
Counted = dict[Node, tuple[int, int]]  # of a shape: shapes that it holds, how deep they stand
_FAR = STEPS + 1


class Faulty(Exception):
    """A shape that is not taken; `about` is the name that stands in the file."""

    def __init__(self, message: str, message_vi: str, about: object = "") -> None:
        super().__init__(message)
        self.message_vi = message_vi
        self.about = local_name(str(about)) if isinstance(about, URIRef) else ""


def roots(graph: Graph) -> list[URIRef]:
    """The shapes that choose their focus nodes themselves, sorted."""
    return sorted({s for p in TARGETS for s in graph.subjects(p) if isinstance(s, URIRef)})


def refuse_faults(graph: Graph, bundled: Graph) -> None:
    """Raises Faulty for the first thing in a file that is not taken."""
    if next(graph.subject_objects(OWL.imports), None):
        raise Faulty("owl:imports: nothing is fetched", "owl:imports: không tải tệp từ nơi khác")
    for term in sorted(t for t in {*graph.predicates(), *graph.all_nodes()} if isinstance(t, URIRef)):
        _refuse_term(term)
    taken = {local_name(str(s)) for s in bundled.subjects(unique=True) if isinstance(s, URIRef)}
    for subject in sorted(s for s in graph.subjects(unique=True) if isinstance(s, URIRef)):
        if str(subject).startswith(SHAPE_BASE) or local_name(str(subject)) in taken:
            raise Faulty(
                f"{subject}: a bundled shape bears this name", f"{subject}: trùng tên với quy tắc có sẵn", subject
            )
    for head in graph.objects(None, None):
        _members(graph, head)
    for pattern in graph.objects(None, SH.pattern):
        if told := pattern_fault(str(pattern)):
            raise Faulty(told.en, told.vi, SH.pattern)
    _refuse_targets(graph, bundled)
    prefixes = {str(graph_prefix): str(base) for graph_prefix, base in _declared(graph + bundled)}
    for query in graph.objects(None, SH.select):
        if told := query_fault(str(query), prefixes):
            raise Faulty(told.en, told.vi, SH.select)


def is_near(graph: Graph, root: URIRef) -> bool:
    """Whether a shape looks no further than the bundled ones. Raises Faulty if it is recursive or too deep or wide."""
    _unfolded(graph, root, (), {})  # walked first: it finds recursion
    return _furthest(graph, root, 0, {}) <= STEPS and (root, SH.targetObjectsOf, None) not in graph


def named_members(graph: Graph, node: Node) -> Iterator[str]:
    """What is said of a nameless node, without other nameless ones: a key that is the same in every run."""
    for p, o in graph.predicate_objects(node):
        yield f"{p} {o if not isinstance(o, BNode) else ''}"


def _refuse_targets(graph: Graph, bundled: Graph) -> None:
    """Refuses what chooses no focus node, as a mistyped target would, and what reports could not name."""
    if not roots(graph):
        raise Faulty(
            "no shape with a target and a name (an IRI)", "không có quy tắc nào có tên (IRI) và đối tượng đích"
        )
    for predicate in TARGETS:
        for shape in graph.subjects(predicate):
            if not isinstance(shape, URIRef):
                raise Faulty("a shape with a target has no name (an IRI)", "quy tắc có đích nhưng không có tên (IRI)")
    for node in graph.objects(None, SH.targetNode):
        if not isinstance(node, URIRef):
            raise Faulty(
                f"sh:targetNode {node}: nothing is stated of a literal",
                f"sh:targetNode {node}: không có phát biểu nào về một giá trị chữ",
                SH.targetNode,
            )
    for target in graph.objects(None, SH.targetClass):
        if not str(target).startswith(ONTOLOGY_BASE):
            raise Faulty(
                f"sh:targetClass {target}: nothing in the graph is of this class",
                f"sh:targetClass {target}: trong đồ thị không có gì thuộc lớp này",
                target,
            )
    spoken_of = set(bundled.objects(None, SH.path))
    for told in (o for p in TARGETS[2:] for o in graph.objects(None, p)):
        if told not in spoken_of and not str(told).startswith((ONTOLOGY_BASE, *map(str, _CLOSED))):
            raise Faulty(
                f"{told}: no vocabulary of the graph has this predicate, so the target would choose nothing",
                f"{told}: không có thuộc tính này trong các từ vựng của đồ thị, nên đích sẽ không chọn được gì",
                told,
            )


def _refuse_term(term: URIRef) -> None:
    """Refuses what is mistyped, and of SHACL what runs scripts or draws conclusions."""
    if str(term).startswith(str(SH)) and term not in _TAKEN:
        name = local_name(str(term))
        raise Faulty(
            f"sh:{name} is mistyped or not taken: SHACL Core and sh:sparql with sh:select are",
            f"sh:{name} viết sai hoặc không được dùng: chỉ dùng SHACL Core và sh:sparql với sh:select",
            term,
        )
    for vocabulary_of in _CLOSED:
        if str(term).startswith(str(vocabulary_of)) and term not in vocabulary_of:
            raise Faulty(f"{term}: there is no such term", f"{term}: không có thuật ngữ này", term)
    if str(term).startswith((ONTOLOGY_BASE, CODE_BASE)) and (term, None, None) not in vocabulary():
        raise Faulty(f"{term}: the ontology declares no such term", f"{term}: không có trong bản thể học", term)


def _members(graph: Graph, head: Node) -> list[Node]:
    """The members of a list; none if `head` begins no list. Raises Faulty for one that is too long or has no end."""
    found: list[Node] = []
    seen: set[Node] = set()
    while (first := graph.value(head, RDF.first)) is not None:
        if head in seen or len(found) >= MOST_MEMBERS:
            raise Faulty(
                f"a list without end, or of more than {MOST_MEMBERS:,} members",
                f"danh sách không có điểm cuối hoặc quá {MOST_MEMBERS:,} phần tử",
            )
        seen.add(head)
        found.append(first)
        head = graph.value(head, RDF.rest) or RDF.nil
    return found


def _declared(graph: Graph) -> Iterator[tuple[Node, Node]]:
    for declaration in graph.objects(None, SH.declare):
        prefix, base = graph.value(declaration, SH.prefix), graph.value(declaration, SH.namespace)
        if prefix is not None and base is not None:
            yield prefix, base


def _parts(graph: Graph, shape: Node) -> list[Node]:
    """The shapes that a shape holds, each as often as it is named."""
    members = [m for predicate in _LISTS for head in graph.objects(shape, predicate) for m in _members(graph, head)]
    return [part for predicate in (*_WITHIN, SH.property) for part in graph.objects(shape, predicate)] + members


def _unfolded(graph: Graph, shape: Node, trail: tuple[Node, ...], known: Counted) -> tuple[int, int]:
    """How many shapes are asked of a focus node, and how deep they stand in each other. `trail` leads to the shape."""
    if shape in trail or len(trail) > DEEPEST:
        raise _too_deep(shape, trail)
    if shape not in known:
        found = [_unfolded(graph, part, (*trail, shape), known) for part in _parts(graph, shape)]
        known[shape] = (1 + sum(count for count, _ in found), 1 + max((depth for _, depth in found), default=0))
    count, depth = known[shape]
    if len(trail) + depth > DEEPEST + 1:
        raise _too_deep(shape, trail)
    if count > MOST_SHAPES:
        raise Faulty(
            f"{local_name(str(shape))}: holds more than {MOST_SHAPES:,} shapes, each counted as often as it is named",
            f"{local_name(str(shape))}: chứa quá {MOST_SHAPES:,} quy tắc con, tính cả các lần nhắc lại",
            shape,
        )
    return count, depth


def _too_deep(shape: Node, trail: tuple[Node, ...]) -> Faulty:
    name = next((node for node in (shape, *reversed(trail)) if isinstance(node, URIRef)), shape)
    return Faulty(
        f"{local_name(str(name))}: names itself, or holds shapes {DEEPEST} deep",
        f"{local_name(str(name))}: tự tham chiếu, hoặc lồng nhau quá {DEEPEST} tầng",
        name,
    )


def _furthest(graph: Graph, shape: Node, at: int, known: dict[tuple[Node, int], int]) -> int:
    """How many statements away from the focus node the furthest node is of which something is read."""
    start = min(at, _FAR)
    if (shape, start) not in known:
        known[shape, start] = _furthest_from(graph, shape, start, known)
    return known[shape, start]


def _furthest_from(graph: Graph, shape: Node, at: int, known: dict[tuple[Node, int], int]) -> int:
    further = (shape, SH.sparql, None) in graph or (shape, SH["class"], MG.Evidence) in graph
    found = [at, _FAR if further else 0]
    path = graph.value(shape, SH.path)
    if path is not None:
        steps = _steps(graph, path)
        if steps is None or any(p in _unfollowed() for n, p in enumerate(steps) if at + n > 0):
            found.append(_FAR)
        else:
            found.append(at + len(steps) - 1)
            at += len(steps)
    if (shape, SH["class"], None) in graph or (shape, SH.closed, None) in graph:
        found.append(at)
    return max([*found, *(_furthest(graph, part, at, known) for part in _parts(graph, shape))])


def _unfollowed() -> Iterable[URIRef]:
    return {URIRef(p.value) for p in UNFOLLOWED}


def _steps(graph: Graph, path: Node) -> list[URIRef] | None:
    """The predicates of a path that only goes forward; None for any other."""
    if isinstance(path, URIRef):
        return [path]
    if isinstance(path, Literal):
        raise Faulty("a path is no literal", "đường dẫn không được là giá trị chữ", SH.path)
    steps = [_steps(graph, part) for part in _members(graph, path)]
    if not steps or any(part is None for part in steps):
        return None
    return [predicate for part in steps for predicate in part or []]
