"""Which rules in SPARQL an installation's own shapes may have: SELECTs that stay in the graph and at their node."""

from collections.abc import Iterator, Mapping
from typing import Any

from ontology.terms import Labels
from shapes.own_patterns import pattern_fault

_THIS = "this"


def query_fault(query: str, prefixes: Mapping[str, str]) -> Labels | None:
    """What keeps a rule from being taken: no SELECT, reaching out of the graph, or not bound to the focus node."""
    # Imported here: rdflib builds its grammar of SPARQL then, a quarter of the start of a command that reads no rule.
    from pyparsing import ParseException
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        algebra = translateQuery(parseQuery(query.replace("$PATH", "<urn:path>")), initNs=dict(prefixes)).algebra
    except (ParseException, RecursionError, Exception) as error:  # rdflib raises plain Exception for some faults
        return Labels(f"không phải SPARQL: {error}", f"no SPARQL: {error}")
    if algebra.name != "SelectQuery" or algebra.datasetClause is not None:
        return Labels("quy tắc phải là SELECT không có FROM", "a rule is a SELECT without FROM")
    nodes = list(_nodes(algebra))
    if any(node.name in ("ServiceGraphPattern", "Graph") for node in nodes):
        return Labels(
            "SERVICE và GRAPH: quy tắc chỉ thấy hợp của mọi nguồn, không truy vấn nơi khác",
            "SERVICE and GRAPH: a rule sees the union of all sources and reaches nothing else",
        )
    return _costly_pattern(nodes) or _unjoined(nodes)


def _nodes(node: Any) -> Iterator[Any]:
    """Every part of an algebra that has a name, whatever it stands in."""
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, CompValue):
            yield one
            waiting += one.values()
        elif isinstance(one, list | tuple | set):
            waiting += one


def _costly_pattern(nodes: list[Any]) -> Labels | None:
    from rdflib import Literal

    patterns = (node.pattern for node in nodes if node.name in ("Builtin_REGEX", "Builtin_REPLACE"))
    return next((fault for p in patterns if isinstance(p, Literal) and (fault := pattern_fault(str(p)))), None)


def _unjoined(nodes: list[Any]) -> Labels | None:
    """Refuses triple patterns that share no variable with what leads to the focus node: all are tried with all."""
    groups = [_variables(triple) for node in nodes for triple in (node.get("triples") or ())]
    groups += [_variables([node.var, node.expr]) for node in nodes if node.name == "Extend"]
    joined, waiting = {_THIS}, [group for group in groups if len(group) > 1 or _THIS in group]
    while near := [group for group in waiting if group & joined]:
        joined |= set().union(*near)
        waiting = [group for group in waiting if group not in near]
    if not waiting:
        return None
    names = ", ".join(f"?{name}" for name in sorted(waiting[0]))
    return Labels(
        f"{names}: không nối với $this bằng biến chung nào, nên phải thử mọi tổ hợp",
        f"{names}: joined with $this by no shared variable, so that all is tried with all",
    )


def _variables(part: Any) -> set[str]:
    from rdflib import Variable
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(part, Variable):
        return {str(part)}
    if isinstance(part, CompValue):
        part = list(part.values())
    return set().union(*map(_variables, part)) if isinstance(part, list | tuple) else set()
