"""Refuses strangers' SPARQL that writes, reaches out or is too large, by its parsed structure; runs in the worker."""

import re
import sys
from collections.abc import Iterator

from pyparsing.exceptions import ParseBaseException
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import URIRef

from ontology.errors import QueryInvalid, QueryRefused
from ontology.identifiers import ID_BASE

MAX_DEPTH = 128  # deeper nesting can end the process inside the query engine
MAX_TRIPLES = 100
_RECURSION = 40_000  # Python frames: the parser needs some hundred for each level of nesting
# What can hold a bracket that opens nothing: comments, IRIs, strings of four kinds.
_SKIPPED = re.compile(
    r"\#[^\n]*|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")


def check_sparql(text: str) -> None:
    """Raises QueryInvalid for text that is no query, QueryRefused for a query that may not run here."""
    if _ESCAPE.search(_SKIPPED.sub(" ", text)):
        raise QueryRefused("code point escapes stand only inside strings and IRIs here", hint="write the letter itself")
    _check_depth(text)
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _RECURSION))
    parsed = _parse(text)
    triples = 0
    for part in _parts(parsed):
        if part.name == "ServiceGraphPattern":
            raise QueryRefused("SERVICE reaches out to another server and is not run here")
        if part.name == "DatasetClause":
            _check_dataset(part)
        if part.name in ("TriplesBlock", "TriplesSameSubjectPath", "QuadsNotTriples"):
            triples += sum(len(block) // 3 for block in part.get("triples") or ())
    if triples > MAX_TRIPLES:
        raise QueryRefused(f"{triples} triple patterns are more than the {MAX_TRIPLES} that one query may have")


def _check_depth(text: str) -> None:
    depth = 0
    for character in _SKIPPED.sub(" ", text):
        if character in "{([":
            depth += 1
            if depth > MAX_DEPTH:
                raise QueryRefused(f"nesting goes deeper than {MAX_DEPTH} levels")
        elif character in "})]":
            depth -= 1


def _parse(text: str) -> object:
    try:
        return parseQuery(text)
    except ParseBaseException as error:
        if _is_update(text):
            raise QueryRefused("updates are not run here", hint="facts come in by `mandate import`") from error
        raise QueryInvalid(
            f"line {error.lineno}, column {error.column}: no SPARQL query ({error.msg})",
            message_vi=f"dòng {error.lineno}, cột {error.column}: không phải truy vấn SPARQL",
            line=error.lineno,
            column=error.column,
        ) from error
    except RecursionError as error:
        raise QueryRefused("the query is nested too deeply to be read") from error


def _is_update(text: str) -> bool:
    try:
        parseUpdate(text)
    except (ParseBaseException, RecursionError):
        return False
    return True


def _parts(node: object) -> Iterator[CompValue]:
    """Every part of the parsed query, in no fixed order; an explicit stack, so that depth does not matter."""
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, CompValue):
            yield current
            stack.extend(current.values())
        elif isinstance(current, list | tuple) or hasattr(current, "as_list"):
            stack.extend(current)  # type: ignore[arg-type]  # pyparsing's results are sequences


def _check_dataset(clause: CompValue) -> None:
    for name in ("default", "named"):
        graph = clause.get(name)
        if graph is not None and not (isinstance(graph, URIRef) and str(graph).startswith(f"{ID_BASE}source/")):
            raise QueryRefused("FROM names graphs of this store only", hint="source graphs are …/id/source/…")
