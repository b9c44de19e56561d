"""Refuses strangers' SPARQL that writes, reaches out or is too large, by its parsed structure; runs in the worker."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from pyparsing.exceptions import ParseBaseException
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import URIRef

from graph_store.sparql_text import read_text
from ontology.errors import QueryInvalid, QueryRefused
from ontology.identifiers import ID_BASE
from ontology.terms import PREFIXES

MAX_DEPTH = 128  # deeper nesting can end the process inside the query engine
MAX_TRIPLES = 100
_RECURSION = 40_000  # Python frames: the parser needs some hundred for each level of nesting
_BRANCHES = ("PathSequence", "PathAlternative")  # each further step of a path costs what a triple pattern costs


@dataclass(frozen=True, slots=True)
class CheckedQuery:
    """A query that may run. `own_dataset`: it says FROM, and so does not read the union of all graphs."""

    text: str
    own_dataset: bool


def check_sparql(text: str) -> CheckedQuery:
    """The query as it may run. Raises QueryInvalid for what is no query, QueryRefused for what may not run here."""
    read = read_text(text)
    if read.depth > MAX_DEPTH:
        raise QueryRefused(
            f"nesting goes deeper than {MAX_DEPTH} levels",
            message_vi=f"truy vấn lồng nhau quá {MAX_DEPTH} tầng",
        )
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _RECURSION))
    parts = list(_parts(_parse(read.skeleton)))
    if any(part.name == "ServiceGraphPattern" for part in parts):
        raise QueryRefused(
            "SERVICE reaches out to another server and is not run here",
            message_vi="SERVICE gọi ra máy chủ khác nên không được chạy ở đây",
        )
    datasets = [part for part in parts if part.name == "DatasetClause"]
    for clause in datasets:
        _check_dataset(clause)
    _check_prefixes(parts)
    _check_size(parts)
    return CheckedQuery(read.query, bool(datasets))


def _parse(text: str) -> object:
    try:
        return parseQuery(text)
    except ParseBaseException as error:
        if _is_update(text):
            raise QueryRefused(
                "updates are not run here",
                message_vi="không nhận lệnh cập nhật ở đây",
                hint="facts come in by `mandate import`",
                hint_vi="dữ kiện được đưa vào bằng `mandate import`",
            ) from error
        near = " ".join(text[error.loc :].split())[:30]
        raise QueryInvalid(
            f"line {error.lineno}, column {error.column}: no SPARQL 1.1 query, near {near!r}",
            message_vi=f"dòng {error.lineno}, cột {error.column}: không phải truy vấn SPARQL 1.1, gần {near!r}",
            line=error.lineno,
            column=error.column,
        ) from error
    except RecursionError as error:
        raise QueryRefused(
            "the query is nested too deeply to be read", message_vi="truy vấn lồng nhau quá sâu nên không đọc được"
        ) from error


def _is_update(text: str) -> bool:
    try:
        parseUpdate(text)
    except (ParseBaseException, RecursionError):
        return False
    return bool(text.strip())


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
    for graph in clause.values():
        if not (isinstance(graph, URIRef) and str(graph).startswith(ID_BASE)):
            raise QueryRefused(
                "FROM names graphs of this store only, by their full IRI",
                message_vi="FROM chỉ được nêu đồ thị của kho này, bằng IRI đầy đủ",
                hint=f"source graphs are {ID_BASE}source/…",
                hint_vi=f"đồ thị của các nguồn là {ID_BASE}source/…",
            )


def _check_prefixes(parts: list[CompValue]) -> None:
    declared = {_prefix(part) for part in parts if part.name == "PrefixDecl"} | PREFIXES.keys()
    for part in parts:
        if part.name == "pname" and (prefix := _prefix(part)) not in declared:
            known = ", ".join(sorted(PREFIXES))
            raise QueryInvalid(
                f"the prefix {prefix}: is not declared",
                message_vi=f"chưa khai báo tiền tố {prefix}:",
                hint=f"known without PREFIX: {known}",
                hint_vi=f"dùng được mà không cần PREFIX: {known}",
            )


def _prefix(part: CompValue) -> str:
    """Its prefix; the empty one is not there at all, and `get` would give the key for it."""
    return str(part["prefix"]) if "prefix" in part else ""


def _check_size(parts: list[CompValue]) -> None:
    triples = sum(len(block) // 3 for part in parts if part.name == "TriplesBlock" for block in part["triples"])
    steps = sum(len(part["part"]) - 1 for part in parts if part.name in _BRANCHES)
    if triples + steps > MAX_TRIPLES:
        raise QueryRefused(
            f"{triples + steps} triple patterns and path steps are more than the {MAX_TRIPLES} that one query may have",
            message_vi=f"{triples + steps} mẫu bộ ba và bước đường đi, nhiều hơn {MAX_TRIPLES} mà một truy vấn được có",
        )
