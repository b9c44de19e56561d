"""The shapes of an installation's own: Turtle files of a folder beside the data, checked by own_rules.py before use.

They are asked together with the bundled ones. A shape that looks no further than those do is asked of what a change
concerns; one that looks further (a rule in SPARQL, an inverse path) of the whole graph, before and after the change.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pyshacl_turbo
from pyoxigraph import RdfFormat, Store, parse
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.errors import MandateGraphError, SourceMalformed, SourceRefused
from ontology.terms import local_name, term_of
from shapes.check import Report, Result, Shapes, shapes_graph, validated
from shapes.own_limits import MOST_BYTES, MOST_FILES, MOST_STATEMENTS, TIMEOUT_S
from shapes.own_patterns import hard_texts
from shapes.own_process import results_in_time
from shapes.own_rules import TARGETS, Faulty, is_near, named_members, refuse_faults, roots
from shapes.whole import check_whole


@dataclass(frozen=True, slots=True)
class OwnShape:
    """One shape that chooses its focus nodes itself. `near`: it is asked of what a change concerns."""

    iri: str
    file: str
    targets: tuple[str, ...]  # class Holding; node …
    near: bool


@dataclass(frozen=True, slots=True)
class OwnShapes:
    """The shapes of a folder: `near` holds the bundled ones as well, `far` those that are asked of whole graphs.

    Of what takes `far` more than `timeout_s` seconds there is no report but an error.
    """

    shapes: tuple[OwnShape, ...]
    near: Shapes
    far: Shapes | None
    rules: frozenset[str]  # local names of all that a result may name
    timeout_s: float

    def check(self, data: Store) -> Report:
        """The report of the bundled and the own shapes on all of `data`. Raises SourceRefused if time is up."""
        (far,) = self.found_far(data)
        return Report.of([*check_whole(data, self.near).results, *far])

    def found_far(self, *stores: Store) -> Sequence[tuple[Result, ...]]:
        """What the shapes say that look far, of each of the stores. Raises SourceRefused if time is up."""
        if self.far is None:
            return [()] * len(stores)
        asked = [local_name(shape.iri) for shape in self.shapes if not shape.near]
        return results_in_time(self.far.graph, asked, stores, self.timeout_s)


def read_own_shapes(folder: Path, timeout_s: float = TIMEOUT_S) -> OwnShapes | None:
    """The shapes of the *.ttl files in the folder; None if there are none.

    Takes   timeout_s: seconds that those that look far may take on one check.

    Raises  SourceMalformed or SourceRefused, with `file` and, where it is known, `line`: nothing of the folder is used.
    """
    files = sorted(folder.glob("*.ttl"))
    if len(files) > MOST_FILES:
        raise SourceRefused(
            f"{folder}: {len(files)} files of shapes, at most {MOST_FILES} are read",
            message_vi=f"{folder}: có {len(files)} tệp quy tắc, chỉ đọc nhiều nhất {MOST_FILES}",
            file=str(folder),
        )
    for path in files:
        if path.stat().st_size > MOST_BYTES:
            raise SourceRefused(
                f"{path.name}: more than {MOST_BYTES:,} bytes of shapes",
                message_vi=f"{path.name}: tệp quy tắc quá {MOST_BYTES:,} byte",
                file=path.name,
            )
    return _read(tuple((path.name, path.read_bytes()) for path in files), timeout_s) if files else None


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[str, bytes], ...], timeout_s: float) -> OwnShapes:
    everything, bundled, found = Graph(), shapes_graph(), []
    for name, content in files:
        graph = _parsed(name, content)
        try:
            refuse_faults(graph, bundled)
        except Faulty as fault:
            raise _refused(name, content, fault) from fault
        everything += graph
        found += [(name, root) for root in roots(graph)]
    try:
        shapes = tuple(_described(everything + bundled, name, root) for name, root in found)
    except Faulty as fault:
        raise _refused(*files[0], fault) from fault
    near, far = (_only(everything, [s.iri for s in shapes if s.near is wanted]) for wanted in (True, False))
    _try_out(files, everything)
    rules = frozenset(local_name(str(s)) for s in everything.subjects() if isinstance(s, URIRef))
    further = Shapes(far + _without_targets(bundled, set())) if len(far) else None
    return OwnShapes(shapes, Shapes(near + bundled), further, rules, timeout_s)


def _only(graph: Graph, wanted: list[str]) -> Graph:
    """The graph, in which of the shapes with targets only the wanted ones keep them; empty if none is wanted."""
    return _without_targets(graph, {URIRef(iri) for iri in wanted}) if wanted else Graph()


def _without_targets(graph: Graph, but: set[URIRef]) -> Graph:
    kept = Graph()
    for s, p, o in graph:
        if p not in TARGETS or s in but:
            kept.add((s, p, o))
    return kept


def _parsed(name: str, content: bytes) -> Graph:
    """The file as a graph, in which property shapes without a name bear that of their shape and path."""
    graph = Graph()
    try:
        for triple in islice(_triples(content), MOST_STATEMENTS + 1):
            graph.add(triple)
    except (SyntaxError, ValueError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        at, at_vi = (f", line {line}", f", dòng {line}") if line else ("", "")
        raise SourceMalformed(
            f"{name}{at}: no Turtle: {error}",
            message_vi=f"{name}{at_vi}: không phải Turtle: {error}",
            file=name,
            line=line,
        ) from error
    if len(graph) > MOST_STATEMENTS:
        raise SourceRefused(
            f"{name}: more than {MOST_STATEMENTS:,} statements in one file of shapes",
            message_vi=f"{name}: tệp quy tắc quá {MOST_STATEMENTS:,} phát biểu",
            hint="split the file, or put long lists into the data",
            hint_vi="tách tệp, hoặc đưa danh sách dài vào dữ liệu",
            file=name,
        )
    renamed = dict(_names(graph))
    named = Graph()
    for s, p, o in graph:
        named.add((renamed.get(s, s), p, renamed.get(o, o)))
    return named


def _triples(content: bytes) -> Iterator[tuple[Node, URIRef, Node]]:
    """Read by Oxigraph, whose parser does not recurse, as terms of rdflib."""
    for quad in parse(content, RdfFormat.TURTLE):
        yield term_of(quad.subject), URIRef(quad.predicate.value), term_of(quad.object)


def _names(graph: Graph) -> Iterator[tuple[Node, URIRef]]:
    """A name for each nameless property shape of a named shape: ex:Post -> ex:Post-heldBy."""
    for shape in sorted({s for s in graph.subjects(SH.property) if isinstance(s, URIRef)}):
        given: dict[str, int] = {}
        parts = [o for o in graph.objects(shape, SH.property) if isinstance(o, BNode)]
        for part in sorted(parts, key=lambda node: sorted(map(str, named_members(graph, node)))):
            path = graph.value(part, SH.path)
            name = local_name(str(path)) if isinstance(path, URIRef) else "path"
            given[name] = given.get(name, 0) + 1
            more = f"-{given[name]}" if given[name] > 1 else ""
            yield part, URIRef(f"{shape}-{name}{more}")


def _described(graph: Graph, file: str, root: URIRef) -> OwnShape:
    told = [(p, o) for p in TARGETS for o in graph.objects(root, p)]
    targets = tuple(f"{local_name(str(p)).removeprefix('target').lower()} {local_name(str(o))}" for p, o in told)
    return OwnShape(str(root), file, tuple(sorted(targets)), is_near(graph, root))


def _try_out(files: tuple[tuple[str, bytes], ...], everything: Graph) -> None:
    """Runs the engine on one node for each target: what it cannot run, it says here and not in an import.

    The texts of that node are those on which catastrophic patterns give out.
    """
    sample = Graph()
    node = URIRef("urn:mandate:sample")
    for target in everything.objects(None, SH.targetClass):
        sample.add((node, RDF.type, target))
    for predicate in TARGETS[2:]:
        for target in everything.objects(None, predicate):
            sample.add((node, target, node))
    hard = [text for pattern in everything.objects(None, SH.pattern) for text in hard_texts(str(pattern))]
    for path in everything.objects(None, SH.path):
        if isinstance(path, URIRef):
            sample.add((node, path, node))
            for text in dict.fromkeys(hard):
                sample.add((node, path, Literal(text)))
    try:
        validated(Shapes(everything + shapes_graph()).ready, sample.serialize(format="nt"))
    except (MandateGraphError, ValueError, NotImplementedError, RuntimeError, pyshacl_turbo.ValidationFailure) as error:
        names = ", ".join(name for name, _ in files)
        raise SourceMalformed(
            f"{names}: the SHACL engine cannot run these shapes: {error}",
            message_vi=f"{names}: bộ kiểm tra SHACL không chạy được các quy tắc này: {error}",
            hint="take the files out one by one to see which it is, or correct what the engine names",
            hint_vi="bỏ từng tệp ra để tìm tệp sai, hoặc sửa chỗ được nêu",
            file=names,
        ) from error


def _refused(name: str, content: bytes, fault: Faulty) -> SourceMalformed:
    """The fault with the file and the first line that names what it is about."""
    lines = content.decode("utf-8", "replace").splitlines()
    name_of = re.compile(rf"(?<!\w){re.escape(fault.about)}(?!\w)")
    line = next((n for n, text in enumerate(lines, 1) if fault.about and name_of.search(text)), None)
    return SourceMalformed(
        f"{name}{f', line {line}' if line else ''}: {fault}",
        message_vi=f"{name}{f', dòng {line}' if line else ''}: {fault.message_vi}",
        hint="correct the shape, or take the file out of the folder; nothing is imported meanwhile",
        hint_vi="sửa quy tắc, hoặc bỏ tệp khỏi thư mục; trong khi đó không nhập được gì",
        file=name,
        line=line,
    )
