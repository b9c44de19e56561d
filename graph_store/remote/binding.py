"""Puts the values of parameters into the text of a ready question, as SPARQL 1.1 has no parameters of its own.

Oxigraph takes values beside a query; other servers take one text. A variable is replaced by its term wherever it
stands: in a list to group or sort by as `(term)`, as the grammar wants, and in a list of what is selected under a name
that nothing else bears, as no list may become empty and no name of a subquery may be given twice.
"""

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

Term = NamedNode | Literal
# What may hold a ? or a bracket that means nothing comes first: comments, IRIs, strings.
_TOKEN = re.compile(
    r"(?P<blank>\#[^\r\n]*|\s+)"
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)"
    r"|(?P<string>\"(?:[^\"\\\r\n]|\\.)*\"|'(?:[^'\\\r\n]|\\.)*')"
    r"|[?$](?P<variable>\w+)"
    r"|(?P<word>[A-Za-z]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_LISTS = {"SELECT": "select", "BY": "by"}  # words that open a list, of what is selected or of what sorts and groups
_ENDS = frozenset({"WHERE", "FROM", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"})


def with_values(text: str, values: Mapping[str, Term]) -> str:
    """The query with each variable that `values` names replaced by its term.

    Takes   a ready question: strings on one line, variables bound by no BIND, AS or VALUES of its own.
    """
    pieces: list[str] = []
    lists: list[tuple[str, int]] = []  # kind of the list that is open, and how deep in brackets it stands
    depth = 0
    for token in _TOKEN.finditer(text):
        piece, word, name = token.group(), (token["word"] or "").upper(), token["variable"]
        depth += (piece in "({") - (piece in ")}") if token["other"] else 0
        if word in _LISTS:
            lists.append((_LISTS[word], depth))
        elif lists and ((word in _ENDS and lists[-1][1] == depth) or _leaves(piece, lists[-1][1], depth)):
            lists.pop()
        if name in values:
            listed = lists[-1][0] if lists and lists[-1][1] == depth else ""
            piece = _written(values[name], f"{name}_{token.start()}", listed)
        pieces.append(piece)
    return "".join(pieces)


def _leaves(piece: str, opened: int, depth: int) -> bool:
    """Whether a bracket ends the list: the { of the pattern that follows it, or the } around it."""
    return (piece == "{" and depth == opened + 1) or (piece == "}" and depth < opened)


def _written(term: Term, unused: str, listed: str) -> str:
    return {"select": f"({term} AS ?{unused})", "by": f"({term})"}.get(listed, str(term))
