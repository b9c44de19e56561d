"""Where in the sources the results of a report come from: the evidence of the statements that they are about."""

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF

from ontology.terms import MG
from shapes.check import Place, Report, Result

_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(str(p)) for p in (RDF.subject, RDF.predicate, RDF.object))
_FILE, _SOURCE = NamedNode(str(MG.fileName)), NamedNode(str(MG.fromSource))
_QUOTE, _LOCATOR = NamedNode(str(MG.quote)), NamedNode(str(MG.locator))
_SHA256 = NamedNode(str(MG.sha256))
_START, _END = NamedNode(str(MG.start)), NamedNode(str(MG.end))
_MOST = 3  # places of one result
_LOOKED_AT = 200  # evidence of a focus node: a document that everybody cites has thousands


def located(report: Report, data: Store) -> Report:
    """The report with up to three places for each result.

    Those of the statement with that value, else of the statements of that property, else of the focus node at all.
    """
    return Report(tuple(replace(result, places=places(result, data)) for result in report.results))


def places(result: Result, data: Store) -> tuple[Place, ...]:
    """Where the sources state what the result is about; nothing where no evidence says so."""
    about = NamedNode(result.focus_node) if is_iri(result.focus_node) else None
    evidence = _first(q.subject for q in data.quads_for_pattern(None, _SUBJECT, about, None)) if about else []
    if not evidence and about:
        evidence = [about] if _one(data, about, _QUOTE) else []  # the result is about evidence itself
    of_path = [e for e in evidence if result.path and _one(data, e, _PREDICATE) == result.path]
    of_value = [e for e in of_path if result.value and _one(data, e, _OBJECT) == result.value]
    found = (_place(data, e) for e in of_value or of_path or evidence)
    return tuple(dict.fromkeys(place for place in found if place))[:_MOST]


def _first(nodes: Iterable[object]) -> list[NamedNode]:
    found: dict[NamedNode, None] = {}
    for node in nodes:
        if isinstance(node, NamedNode):
            found[node] = None
        if len(found) == _LOOKED_AT:
            break
    return sorted(found, key=str)


def _place(data: Store, evidence: NamedNode) -> Place | None:
    source, quote = _one(data, evidence, _SOURCE), _one(data, evidence, _QUOTE)
    if not source or not quote:
        return None
    file = _one(data, NamedNode(source), _FILE) or source
    start, end = _one(data, evidence, _START), _one(data, evidence, _END)
    locator = _one(data, evidence, _LOCATOR) or ""
    return Place(
        source,
        file,
        quote,
        locator,
        int(start) if start else None,
        int(end) if end else None,
        sha256=_one(data, NamedNode(source), _SHA256) or "",
        value=_one(data, evidence, _OBJECT) or "",
    )


def _one(data: Store, subject: NamedNode, predicate: NamedNode) -> str | None:
    quad: Quad | None = next(iter(data.quads_for_pattern(subject, predicate, None, None)), None)
    value = quad.object if quad else None
    return value.value if isinstance(value, NamedNode | Literal) else None


def is_iri(text: str) -> bool:
    """Whether the text can stand as an IRI in RDF."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True
