"""The text of a stranger's SPARQL query, made so that two parsers must read it alike. Called by sparql_guard.py.

The guard reads with rdflib, the engine answers with Oxigraph. They differ in where a comment ends (Oxigraph: also at
CR) and in when code point escapes are read (rdflib: before all else), so either could hide SERVICE from the guard.
"""

import re
from dataclasses import dataclass

from graph_store.refusals import LETTER_ITSELF
from ontology.errors import QueryRefused

_OPENING, _CLOSING = "{([", "})]"
# What may hold a bracket, quote or # that means nothing: comments, strings of four kinds, IRIs, escaped characters.
_TOKEN = re.compile(
    r"(?P<comment>\#[^\r\n]*)"
    r"|(?P<string>\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r"|\"(?:[^\"\\\r\n]|\\.)*\"|'(?:[^'\\\r\n]|\\.)*')"
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)"
    r"|(?P<escape>\\.?)"
    r"|(?P<other>[^\#\"'<\\]+|.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class QueryText:
    """One query in two forms of equal length and lines."""

    query: str  # without comments, lines end in LF: what is answered
    skeleton: str  # the same with the insides of strings blotted out: what the guard reads
    depth: int  # deepest nesting of brackets; those in what may be an IRI count too


def read_text(text: str) -> QueryText:
    """Takes the text apart in one pass. Raises QueryRefused for a code point escape outside a string."""
    query, skeleton, depth, deepest = [], [], 0, 0
    for match in _TOKEN.finditer(text.replace("\r\n", " \n")):
        kind, piece = match.lastgroup, match.group()
        if kind == "comment":
            piece = " " * len(piece)
        elif kind == "escape" and piece in ("\\u", "\\U"):
            raise QueryRefused(
                "code point escapes are read inside strings only",
                message_vi="mã ký tự \\u chỉ được dùng trong chuỗi",
                **LETTER_ITSELF,
            )
        if kind != "string":
            piece = piece.replace("\r", "\n")
            for bracket in piece if kind != "escape" else "":
                depth += (bracket in _OPENING) - (bracket in _CLOSING)
                deepest = max(deepest, depth)
        query.append(piece)
        skeleton.append(_blotted(piece) if kind == "string" else piece)
    return QueryText("".join(query), "".join(skeleton), deepest)


def _blotted(string: str) -> str:
    """The string with its quotes and lines, and x for all else: what it says can mean nothing to any parser."""
    mark = string[:3] if string[:3] in ('"""', "'''") and len(string) >= 6 else string[0]
    inside = string[len(mark) : -len(mark)]
    return mark + re.sub(r"[^\n]", "x", inside) + mark
