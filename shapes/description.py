"""The shapes as a reader wants them told: what a property may hold, how often, how grave a breach is. For documents."""

from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from rdflib import RDF, SH, SKOS, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.terms import Labels, ancestors, local_name
from shapes.check import shapes_graph

T = TypeVar("T")
_APART = {SH.path, SH.severity, SH.message, SH.minCount, SH.maxCount, SH.name, SH.description, SH.order, SH.group}
_ALTERNATIVES = {SH["or"], SH.xone}
_GRAVITY = {"Violation": 0, "Warning": 1, "Info": 2}


@dataclass(slots=True)
class Values:
    """What the values of a property must be: of `classes`, or of `datatypes`, or of `code_lists`. IRIs in full."""

    classes: list[str] = field(default_factory=list)
    datatypes: list[str] = field(default_factory=list)
    code_lists: list[str] = field(default_factory=list)
    more: list[tuple[str, str]] = field(default_factory=list)  # other constraints: ("pattern", "^[0-9]{2}$")


@dataclass(frozen=True, slots=True)
class PropertyRule:
    """A property shape. `path` is the IRI of a property, or a SPARQL path like ^<…> of IRIs in full."""

    iri: str
    path: str
    severity: str  # Violation, Warning or Info
    message: Labels
    least: int | None
    most: int | None
    values: Values

    @property
    def name(self) -> str:
        return local_name(self.iri)


@dataclass(frozen=True, slots=True)
class ClassShape:
    """A node shape with what it asks of each property, in order of name of the property."""

    iri: str
    targets: tuple[str, ...]  # classes
    properties: tuple[PropertyRule, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint over several records, as SPARQL."""

    iri: str
    targets: tuple[str, ...]
    severity: str
    message: Labels
    sparql: str

    @property
    def name(self) -> str:
        return local_name(self.iri)


@cache
def class_shapes() -> tuple[ClassShape, ...]:
    """Every node shape that targets a class and speaks of properties, by name."""
    return read_class_shapes(shapes_graph())


@cache
def rules() -> tuple[Rule, ...]:
    """Every SPARQL constraint, the gravest first, then by name."""
    graph = shapes_graph()
    found = [
        Rule(str(s), _targets(graph, s), _severity(graph, s), _message(graph, s), _query(graph, constraint))
        for s, constraint in graph.subject_objects(SH.sparql)
    ]
    return tuple(sorted(found, key=lambda r: (_GRAVITY.get(r.severity, 3), r.name)))


@cache
def rules_of(class_iri: str) -> tuple[PropertyRule, ...]:
    """What is asked of exactly this class; what is asked of its super-classes holds for it as well."""
    return tuple(rule for shape in class_shapes() if class_iri in shape.targets for rule in shape.properties)


@cache
def rules_by_path() -> dict[str, tuple[tuple[str, PropertyRule], ...]]:
    """path -> (class, rule), for every class that a shape targets."""
    found: dict[str, list[tuple[str, PropertyRule]]] = {}
    for shape in class_shapes():
        for rule in shape.properties:
            found.setdefault(rule.path, []).extend((target, rule) for target in shape.targets)
    return {path: tuple(entries) for path, entries in sorted(found.items())}


def pointing_at(class_iri: str) -> list[tuple[str, str]]:
    """(class, property) of what may point at a thing of this class, also where the shape asks for a super-class."""
    wanted = set(ancestors(class_iri))
    return sorted(
        {(c, path) for path, entries in rules_by_path().items() for c, r in entries if wanted & {*r.values.classes}}
    )


def read_class_shapes(graph: Graph) -> tuple[ClassShape, ...]:
    """The node shapes of any graph of shapes, as `class_shapes` tells ours."""
    found = []
    for shape in sorted({s for s in graph.subjects(SH.targetClass) if (s, SH.property, None) in graph}, key=str):
        told = sorted((_property_rule(graph, p) for p in graph.objects(shape, SH.property)), key=_by_path)
        found.append(ClassShape(str(shape), _targets(graph, shape), tuple(told)))
    return tuple(found)


def _property_rule(graph: Graph, shape: Node) -> PropertyRule:
    values = Values()
    _read_values(graph, shape, values)
    least, most = graph.value(shape, SH.minCount), graph.value(shape, SH.maxCount)
    return PropertyRule(
        iri=str(shape) if isinstance(shape, URIRef) else "",
        path=_path(graph, graph.value(shape, SH.path)),
        severity=_severity(graph, shape),
        message=_message(graph, shape),
        least=None if least is None else int(str(least)),
        most=None if most is None else int(str(most)),
        values=values,
    )


def _read_values(graph: Graph, shape: Node, values: Values, alternative: bool = False) -> None:
    """Adds what a shape, and the shapes that it is made of, ask of a value."""
    said = [(p, o) for p, o in graph.predicate_objects(shape) if p not in _APART and p != RDF.type]
    datatype = next((local_name(str(o)) for p, o in said if p == SH.datatype), "")
    for predicate, value in said:
        if predicate == SH["class"]:
            _put(values.classes, str(value))
        elif predicate == SH.datatype:
            _put(values.datatypes, str(value))
        elif predicate in _ALTERNATIVES:
            for option in Collection(graph, value):
                _read_values(graph, option, values, alternative=True)
        elif predicate == SH.node:
            _read_node(graph, value, values)
        elif str(predicate).startswith(str(SH)):
            of = f"{datatype}: " if alternative and datatype else ""
            _put(values.more, (local_name(str(predicate)), of + _told(graph, value)))
    for found in (values.classes, values.datatypes, values.code_lists):
        found.sort()
    values.more.sort()


def _read_node(graph: Graph, shape: Node, values: Values) -> None:
    """A nested shape: a code list if it asks for a scheme, else what it asks of the value itself."""
    nested = [p for p in graph.objects(shape, SH.property) if graph.value(p, SH.path) == SKOS.inScheme]
    schemes = [graph.value(p, SH.hasValue) for p in nested]
    for scheme in schemes:
        _put(values.code_lists, str(scheme))
    if not schemes:
        _read_values(graph, shape, values)


def _told(graph: Graph, value: Node) -> str:
    """A value of a constraint in words: a literal as it is, an IRI in full, a nested shape as its constraints."""
    if (value, RDF.first, None) in graph:
        return ", ".join(_told(graph, item) for item in Collection(graph, value))
    if isinstance(value, BNode):
        parts = sorted(
            (local_name(str(p)), _told(graph, o)) for p, o in graph.predicate_objects(value) if p != RDF.type
        )
        return "; ".join(" ".join(part) for part in parts)
    return str(value)


def _path(graph: Graph, path: Node | None) -> str:
    if path is None or isinstance(path, URIRef):
        return str(path or "")
    if (path, RDF.first, None) in graph:
        return "/".join(_step(graph, step) for step in Collection(graph, path))
    for predicate, form in ((SH.inversePath, "^{}"), (SH.zeroOrMorePath, "{}*"), (SH.oneOrMorePath, "{}+")):
        if inner := graph.value(path, predicate):
            return form.format(_step(graph, inner))
    options = graph.value(path, SH.alternativePath)
    return "|".join(_step(graph, step) for step in Collection(graph, options)) if options else ""


def _step(graph: Graph, path: Node) -> str:
    return f"<{path}>" if isinstance(path, URIRef) else _path(graph, path)


def _targets(graph: Graph, shape: Node) -> tuple[str, ...]:
    return tuple(sorted(str(target) for target in graph.objects(shape, SH.targetClass)))


def _severity(graph: Graph, shape: Node) -> str:
    return local_name(str(graph.value(shape, SH.severity) or SH.Violation))


def _message(graph: Graph, shape: Node) -> Labels:
    said = {getattr(m, "language", None) or "en": str(m) for m in graph.objects(shape, SH.message)}
    return Labels(said.get("vi", ""), said.get("en", ""))


def _query(graph: Graph, constraint: Node) -> str:
    """The query of a constraint without the indentation of the file that it stands in."""
    lines = [line for line in str(graph.value(constraint, SH.select)).splitlines() if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return "\n".join(line[margin:].rstrip() for line in lines)


def _put(found: list[T], value: T) -> None:
    if value not in found:
        found.append(value)


def _by_path(rule: PropertyRule) -> tuple[str, int, str, str]:
    return local_name(rule.path), _GRAVITY.get(rule.severity, 3), rule.iri, rule.path
