"""Which nodes are evidently sound: what they state shows that no shape finds anything about them.

A node is found sound here, or left to the engine; it is never found faulty. Whatever a shape or a value has that is not
known here leaves the node to the engine. That none is found sound of which the engine finds something:
tests/shapes/test_evident.py. What rules in SPARQL find is told by rules.py.
"""

import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rdflib import OWL, RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from ontology.terms import MG, SHAPE_BASE
from shapes.literals import in_order, language, length, number, pattern, well_formed

Said = Mapping[str, Collection[str]]  # of one node: predicate -> its objects, each once, as N-Triples writes terms
Stated = Callable[[str], bool]  # whether the data hold "subject predicate object"
_OfValue = Callable[[str, Stated], bool]
_OfNode = Callable[[Said, Stated], bool]

TYPE = f"<{RDF.type}>"
STATEMENT = tuple(f"<{p}>" for p in (RDF.subject, RDF.predicate, RDF.object))
EVIDENCE = f"<{MG.Evidence}>"
_QUOTE, _START, _END, _LOCATOR = (f"<{p}>" for p in (MG.quote, MG.start, MG.end, MG.locator))
_LONGEST = 160  # characters of a quote, which may be cut
# The rules in SPARQL on evidence; what they ask is asked by _spans here and of `statement`.
EVIDENCE_RULES = frozenset(URIRef(f"{SHAPE_BASE}Evidence-{name}") for name in ("present", "span"))
# What names a shape, chooses whom it is asked of and tells of its results.
_ABOUT = frozenset(
    {RDF.type, RDFS.label, SH.path, SH.targetClass, SH.severity, SH.message, SH.prefixes}
    | {SH.name, SH.description, SH.order, SH.group, SH.defaultValue}
)


class _Unknown(Exception):
    """A constraint that only the engine judges."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the shapes of a class ask of a node, by which predicates, and which rules in SPARQL there are besides."""

    checks: tuple[_OfNode, ...]
    predicates: frozenset[str]
    rules: frozenset[Node]


class Evident:
    """The shapes of a graph as checks of single nodes, made ready when the first node of a class is met."""

    def __init__(self, shapes: Graph, hierarchy: Graph) -> None:
        self._reader = _Reader(shapes, hierarchy)
        self._classes: dict[str, _Asked | None] = {}

    def is_sound(self, said: Said, stated: Stated) -> bool:
        """Whether no shape finds anything about the node, but for what rules in SPARQL find."""
        for kind in said.get(TYPE, ()):
            asked = self._asked_of(kind)
            if asked is None:
                return False
            for check in asked.checks:
                if not check(said, stated):
                    return False
        return self._reader.by_class_only

    def is_sound_evidence(self, said: Said, stated: Stated) -> bool:
        """Whether the node is evidence and nothing else, and no shape or rule finds anything about it: if only
        `statement` of it stands in the data."""
        if len(said.get(TYPE, ())) != 1 or EVIDENCE not in said[TYPE]:
            return False
        asked = self._asked_of(EVIDENCE)
        if asked is None or not asked.rules <= EVIDENCE_RULES or not said.keys() <= asked.predicates:
            return False
        one = all(len(said.get(part, ())) == 1 for part in (*STATEMENT, _QUOTE, _START, _END))
        return one and _spans(said) and self.is_sound(said, stated)

    def _asked_of(self, kind: str) -> _Asked | None:
        if kind not in self._classes:
            try:
                self._classes[kind] = self._reader.asked_of(URIRef(kind[1:-1]))
            except _Unknown:
                self._classes[kind] = None
        return self._classes[kind]


def statement(said: Said) -> str:
    """The statement that sound evidence is about."""
    return " ".join(next(iter(said[part])) for part in STATEMENT)


def _spans(said: Said) -> bool:
    """Whether the quote is as long as its stretch, of evidence that has one of each: Evidence-span."""
    quote, start, end = (next(iter(said[part])) for part in (_QUOTE, _START, _END))
    first, last, there = number(start), number(end), length(quote)
    if first is None or last is None or there is None:
        return False
    return _LOCATOR in said or there == last - first or there == _LONGEST < last - first


class _Reader:
    """Reads shapes. Raises _Unknown for what is not known here."""

    def __init__(self, shapes: Graph, hierarchy: Graph) -> None:
        self._shapes, self._hierarchy = shapes, hierarchy
        others = (SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf, SH.target)
        implicit = any((None, RDF.type, kind) in shapes for kind in (RDFS.Class, OWL.Class))
        self.by_class_only = not implicit and not any((None, p, None) in shapes for p in others)

    def asked_of(self, kind: URIRef) -> _Asked:
        classes = list(self._hierarchy.transitive_objects(kind, RDFS.subClassOf))
        roots = {shape for target in classes for shape in self._shapes.subjects(SH.targetClass, target)}
        told = [(p, o) for root in roots for p, o in self._shapes.predicate_objects(root)]
        if any(p not in _ABOUT and p not in (SH.property, SH.sparql) for p, _ in told):
            raise _Unknown
        parts = {o for p, o in told if p == SH.property}
        rules = frozenset(root for root in roots if (root, SH.sparql, None) in self._shapes)
        paths = {f"<{self._shapes.value(part, SH.path)}>" for part in parts}
        return _Asked(tuple(self._of_node(part) for part in parts), frozenset(paths | {TYPE}), rules)

    def _of_node(self, shape: Node) -> _OfNode:
        """A property shape."""
        path = self._shapes.value(shape, SH.path)
        if not isinstance(path, URIRef):
            raise _Unknown
        read, of_all, of_value = f"<{path}>", [], []
        for constraint, of in self._shapes.predicate_objects(shape):
            if constraint in _OF_ALL:
                of_all.append(_OF_ALL[constraint](of))
            elif constraint not in _ABOUT:
                of_value.append(self._of_value(constraint, of))

        def check(said: Said, stated: Stated) -> bool:
            values = said.get(read, ())  # loops, as this runs for every statement
            for of_set in of_all:
                if not of_set(values, said):
                    return False
            for value in values:
                for test in of_value:
                    if not test(value, stated):
                        return False
            return True

        return check

    def _of_value(self, constraint: Node, of: Node) -> _OfValue:
        """A constraint that each value must meet."""
        if constraint in _OF_TERM:
            test = _OF_TERM[constraint](of)
            if test is None:
                raise _Unknown
            return lambda value, _: test(value)
        if constraint == SH["class"]:
            types = [f" {TYPE} <{kind}>" for kind in self._hierarchy.transitive_subjects(RDFS.subClassOf, of)]
            return lambda value, stated: any(stated(value + is_one) for is_one in types)
        if constraint == SH.node:
            return self._of_shape(of)
        if constraint == SH["or"]:
            either = [self._of_shape(shape) for shape in RdfList(self._shapes, of)]
            return lambda value, stated: any(test(value, stated) for test in either)
        if constraint == SH.languageIn:
            tags = {str(tag) for tag in RdfList(self._shapes, of)}
            return lambda value, _: language(value) in tags
        raise _Unknown

    def _of_shape(self, shape: Node) -> _OfValue:
        """A node shape within another shape, which each value must meet."""
        if (shape, SH.path, None) in self._shapes:
            raise _Unknown
        tests = [
            self._has_value(of) if constraint == SH.property else self._of_value(constraint, of)
            for constraint, of in self._shapes.predicate_objects(shape)
            if constraint not in _ABOUT
        ]
        return lambda value, stated: all(test(value, stated) for test in tests)

    def _has_value(self, shape: Node) -> _OfValue:
        told = dict(self._shapes.predicate_objects(shape))
        path, wanted = told.get(SH.path), told.get(SH.hasValue)
        if not isinstance(path, URIRef) or not isinstance(wanted, URIRef) or told.keys() - _ABOUT != {SH.hasValue}:
            raise _Unknown
        return lambda value, stated: stated(f"{value} <{path}> <{wanted}>")


def _limit(number: Node) -> int:
    if not str(number).isdecimal():
        raise _Unknown
    return int(str(number))


def _node_kind(kind: Node) -> Callable[[str], bool] | None:
    begins = {SH.IRI: ("<",), SH.Literal: ('"',), SH.IRIOrLiteral: ("<", '"')}.get(URIRef(str(kind)))
    return (lambda value: value.startswith(begins) and not value.startswith("<<")) if begins else None


def _within(
    measure: Callable[[str], int | Decimal | None], holds: Callable[[Any, Any], bool]
) -> Callable[[Node], Callable[[str], bool]]:
    """Of a limit, whether what is measured of a value stands to it so."""

    def of(limit: Node) -> Callable[[str], bool]:
        end = _limit(limit)
        return lambda value: (found := measure(value)) is not None and holds(found, end)

    return of


def _count(holds: Callable[[int, int], bool]) -> Callable[[Node], Callable[[Collection[str], Said], bool]]:
    def of(limit: Node) -> Callable[[Collection[str], Said], bool]:
        end = _limit(limit)
        return lambda values, _: holds(len(values), end)

    return of


def _before(*, or_equal: bool) -> Callable[[Node], Callable[[Collection[str], Said], bool]]:
    def of(path: Node) -> Callable[[Collection[str], Said], bool]:
        read = f"<{path}>"
        return lambda values, said: all(
            in_order(value, other, or_equal=or_equal) for value in values for other in said.get(read, ())
        )

    return of


def _unique_language(_: Node) -> Callable[[Collection[str], Said], bool]:
    return lambda values, _: len(values) < 2 or len({language(value) for value in values}) == len(values)


_OF_TERM: dict[Node, Callable[[Node], Callable[[str], bool] | None]] = {
    SH.datatype: lambda of: well_formed(str(of)),
    SH.nodeKind: _node_kind,
    SH.pattern: lambda of: pattern(str(of)),
    SH.minLength: _within(length, operator.ge),
    SH.maxLength: _within(length, operator.le),
    SH.minInclusive: _within(number, operator.ge),
    SH.maxInclusive: _within(number, operator.le),
}
_OF_ALL: dict[Node, Callable[[Node], Callable[[Collection[str], Said], bool]]] = {
    SH.minCount: _count(operator.ge),
    SH.maxCount: _count(operator.le),
    SH.lessThan: _before(or_equal=False),
    SH.lessThanOrEquals: _before(or_equal=True),
    SH.uniqueLang: _unique_language,
}
