"""What the two texts of a ready question may not do: shapes that are slow in one engine or mean another thing in one.

Read by parsed structure: SPARQL as rdflib's algebra, Cypher as tokens. The tests ask it of every question; parsing all
of them takes seconds, so no program does. Rules:

optional-before-path   an OPTIONAL before a property path costs Oxigraph thousands of times the time
empty-first-step       a path whose first step may be left out, from a variable that nothing has bound: servers that
                       walk it from its beginning, as Jena does, take every node of the graph for each row
joined-to-union        two or more patterns joined to a union: where that gives no row, Jena's disk store ends with an
                       error (jena#3763); they belong in each branch
service, dataset       a question reads the union of all graphs of this store and nothing else
unordered, unlimited   rows come in one order, and never without end
unbound-parameter      Oxigraph binds only what is selected; a parameter that a text does not use says nothing
other-columns          the columns of the header, in their order
unbounded-path         kglite stops an unbounded * at ten hops, in silence
reserved-name          kglite keeps these names of properties to itself
unknown-name           a term, label, type or property that the ontology does not give: it would match nothing
written-value          an IRI of a thing or code stands in the text instead of a parameter
refused                what strangers may not do either: writes, procedures, LOAD CSV, text that does not parse
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rdflib import URIRef
from rdflib.paths import MulPath, Path, SequencePath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph_store.cypher_guard import check_cypher
from graph_store.cypher_text import Token, read_cypher
from graph_store.kglite_graph import RESERVED
from graph_store.projection_names import RESOURCE, property_names, relationship_types
from ontology.errors import QueryRefused
from ontology.identifiers import ID_BASE
from ontology.terms import CODE_BASE, ONTOLOGY_BASE, classes, datatype_properties, local_name, object_properties
from queries.catalog import Question

_LONGEST = 65_536  # bytes of a text
_MODIFIERS = re.compile(r"(?m)^#.*$|SELECT[^{]*WHERE|(?:GROUP|ORDER) BY[^\n}]*")  # where a variable binds nothing
_BOUNDED = re.compile(r"\d+\.\.\d+|\d+")


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a text breaks, and where."""

    rule: str
    language: str  # "sparql" or "cypher"
    what: str


def faults(question: Question) -> list[Fault]:
    """Every fault of both texts; none in what may stand in the catalogue."""
    return [
        *(Fault(rule, "sparql", what) for rule, what in _sparql_faults(question)),
        *(Fault(rule, "cypher", what) for rule, what in _cypher_faults(question)),
    ]


def _sparql_faults(question: Question) -> Iterator[tuple[str, str]]:
    try:
        query = translateQuery(parseQuery(question.sparql))
    except Exception as error:  # rdflib raises whatever its grammar meets
        yield "refused", f"does not parse: {str(error)[:200]}"
        return
    parts = list(_parts(query.algebra))
    if query.algebra.name != "SelectQuery":
        yield "refused", f"is no SELECT but {query.algebra.name}"
    if query.algebra.get("datasetClause"):
        yield "dataset", "FROM"
    yield from (("service", str(part.term)) for part in parts if part.name == "ServiceGraphPattern")
    yield from (("optional-before-path", str(path)) for part in parts for path in _late_paths(part))
    known = {parameter.name for parameter in question.parameters}
    yield from (("empty-first-step", str(path)) for part in parts for path in _open_paths(part, known))
    yield from (("joined-to-union", what) for part in parts for what in _joined_to_union(part))
    yield from _sparql_form(question, query.algebra)
    for iri in sorted({term for term in _iris(query.algebra)}):
        if iri.startswith((ID_BASE, CODE_BASE)):
            yield "written-value", iri
        elif iri.startswith(ONTOLOGY_BASE) and iri not in classes() | object_properties() | datatype_properties():
            yield "unknown-name", iri


def _sparql_form(question: Question, algebra: CompValue) -> Iterator[tuple[str, str]]:
    """Order, limit and the selected variables."""
    modifiers, node = [], algebra.p
    while isinstance(node, CompValue) and node.name in ("Slice", "Distinct", "Project", "OrderBy"):
        if node.name != "Slice" or node.length is not None:
            modifiers.append(node.name)
        node = node.p
    if "OrderBy" not in modifiers:
        yield "unordered", "no ORDER BY"
    if "Slice" not in modifiers:
        yield "unlimited", "no LIMIT"
    selected = [str(variable) for variable in algebra.PV]
    wanted = [p.name for p in question.parameters] + [c.name for c in question.columns]
    yield from (("unbound-parameter", p.name) for p in question.parameters if p.name not in selected)
    used = _MODIFIERS.sub("", question.sparql)
    for parameter in question.parameters:
        if not re.search(rf"\?{parameter.name}\b", used):
            yield "unbound-parameter", f"{parameter.name} is not used"
    if selected != wanted:
        yield "other-columns", " ".join(selected)


def _parts(value: Any) -> Iterator[CompValue]:
    """Every node of the algebra, filters and sub-queries among them."""
    if isinstance(value, CompValue):
        yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list | tuple) and not isinstance(value, str):
        for inner in value:
            yield from _parts(inner)


def _late_paths(part: CompValue) -> Iterator[Path]:
    """The property paths that stand after an OPTIONAL of the same group."""
    if part.name in ("Join", "LeftJoin") and any(p.name == "LeftJoin" for p in _same_group(part.p1)):
        for later in _same_group(part.p2):
            if later.name == "BGP":
                yield from (predicate for _, predicate, _ in later.triples if isinstance(predicate, Path))


def _open_paths(part: CompValue, known: set[str], bound: frozenset[str] = frozenset()) -> Iterator[Path]:
    """The paths of a group that begin with a step that may be left out, at a variable that is not bound before them."""
    for pattern, before in _in_order(part):
        plain = {str(end) for s, p, o in pattern.triples if not isinstance(p, Path) for end in (s, o)}
        for subject, path, _ in pattern.triples:
            first = path.args[0] if isinstance(path, SequencePath) else None
            if isinstance(first, MulPath) and first.zero and str(subject) not in known | plain | before:
                yield path


def _in_order(part: CompValue) -> Iterator[tuple[CompValue, set[str]]]:
    """The basic patterns that a join brings together, each with the variables that stand before it in the join."""
    if part.name == "BGP":
        return
    before: set[str] = set()
    for side in (part.get("p1"), part.get("p2")) if part.name in ("Join", "LeftJoin") else (part.get("p"),):
        if isinstance(side, CompValue):
            if side.name == "BGP":
                yield side, before
            before |= {str(variable) for variable in side.get("_vars") or ()}


def _joined_to_union(part: CompValue) -> Iterator[str]:
    """The patterns on the right of a join that has a union on the left."""
    if part.name != "Join" or not any(p.name == "Union" for p in _same_group(part.p1)):
        return
    for right in _same_group(part.p2):
        plain = [triple for triple in right.triples if not isinstance(triple[1], Path)] if right.name == "BGP" else []
        if len(plain) > 1:
            yield " . ".join(" ".join(map(str, triple)) for triple in plain)


def _same_group(value: Any) -> Iterator[CompValue]:
    """The nodes of a group without its sub-queries, which are answered by themselves, and without its filters."""
    if isinstance(value, CompValue) and value.name not in ("Project", "ToMultiSet"):
        yield value
        for name in ("p", "p1", "p2"):
            yield from _same_group(value.get(name))


def _iris(value: Any) -> Iterator[str]:
    if isinstance(value, URIRef):
        yield str(value)
    elif isinstance(value, Path):
        for inner in vars(value).values():
            yield from _iris(inner)
    elif isinstance(value, CompValue):
        yield from _iris(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _iris(inner)


def _cypher_faults(question: Question) -> Iterator[tuple[str, str]]:
    try:
        check_cypher(question.cypher, _LONGEST, bounded_paths=False)
        read = read_cypher(question.cypher)
    except QueryRefused as error:
        yield "refused", str(error)
        return
    tokens = read.tokens
    words = [token.text for token in tokens]
    yield from (("unbounded-path", star) for star in _stars(read.query, tokens) if not _BOUNDED.fullmatch(star))
    yield from _cypher_names(read.query, tokens)
    if not re.search(r"\sORDER BY [^\n]+\nLIMIT \d+\s*$", read.query):
        yield ("unlimited", "no LIMIT") if "LIMIT" not in words[-2:-1] else ("unordered", "no ORDER BY")
    named = set(re.findall(r"\$(\w+)", read.query))
    known = {p.name for p in question.parameters}
    yield from (("unbound-parameter", name) for name in sorted(named ^ known))
    returned = _returned(read.query)
    if returned != [column.name for column in question.columns]:
        yield "other-columns", " ".join(returned)
    yield from (
        ("written-value", t.text) for t in tokens if t.kind == "string" and (ID_BASE in t.text or CODE_BASE in t.text)
    )


def _stars(query: str, tokens: tuple[Token, ...]) -> Iterator[str]:
    """What follows the * of each path of many hops."""
    for before, opening in pairwise(tokens):
        if opening.text == "[" and before.text == "-":
            inside = query[opening.end : query.index("]", opening.end)]
            if "*" in inside:
                yield inside.partition("*")[2].split("{")[0].strip()


def _cypher_names(query: str, tokens: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    """Labels, types and properties that the projection does not give, or that kglite keeps to itself."""
    known = {local_name(iri) for iri in classes()} | relationship_types() | {RESOURCE}
    maps = set(_keys_of_maps(query))
    for here, sign, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        told = query[name.at : name.end]
        if name.kind != "word" or sign.text not in (".", ":", "|"):
            continue
        if sign.text == ".":
            if here.kind == "word" and told not in maps:
                yield from _property(told)
        elif told[0].isupper() and query[sign.at + 1] == told[0] and told not in known:
            yield "unknown-name", told
    for match in re.finditer(r":\w+ \{(\w+): \$", query):
        yield from _property(match[1])


def _keys_of_maps(query: str) -> Iterator[str]:
    """The keys of maps that the text makes itself: collect({predicate: e.predicate, value: value})."""
    for match in re.finditer(r"\(\{([^{}]*)\}\)", query):
        yield from re.findall(r"(\w+):", match[1])


def _property(name: str) -> Iterator[tuple[str, str]]:
    if name in RESERVED:
        yield "reserved-name", name
    elif name not in property_names():
        yield "unknown-name", name


def _returned(query: str) -> list[str]:
    """The names of the columns of the last RETURN."""
    clause = query.rsplit("RETURN", 1)[-1].split("ORDER BY")[0].strip().removeprefix("DISTINCT")
    return [re.split(r"\s+AS\s+|\s+", item.strip())[-1] for item in _items(clause)]


def _items(clause: str) -> Iterable[str]:
    """Split at the commas that no bracket holds."""
    depth, item = 0, ""
    for sign in clause:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            yield item
            item = ""
        else:
            item += sign
    yield item
