"""A Cypher query as tokens, read so that no engine can read it otherwise. Called by graph_store.cypher_guard.

Comments go, and what Neo4j would rewrite before reading (code point escapes) is refused, as are invisible characters:
neither may hide a clause from the guard.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, cast

from graph_store.refusals import LETTER_ITSELF
from ontology.errors import QueryInvalid, QueryRefused

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<comment>//[^\r\n]*|/\*.*?\*/)"
    r"|(?P<string>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<quoted>`(?:[^`]|``)*`)"
    r"|(?P<number>\d\w*(?:\.\d\w*)?(?:(?<=[eE])[+-]\d+)?)"
    r"|(?P<word>[^\W\d]\w*)"
    r"|(?P<open>['\"`]|/\*)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\[uU]")
_HALF = re.compile("[\ud800-\udfff]")
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})

Kind = Literal["string", "quoted", "number", "word", "sign"]


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str  # words in upper case without compatibility forms, so that they can be told from keywords
    at: int  # offset in the text
    end: int


@dataclass(frozen=True, slots=True)
class CypherText:
    """`query` is what may be run: without comments, of the same length and lines as what came."""

    query: str
    tokens: tuple[Token, ...]


def read_cypher(text: str) -> CypherText:
    """Takes the text apart.

    Raises QueryInvalid for a string or comment without an end, QueryRefused for hidden text.
    """
    if escape := _ESCAPE.search(text):
        raise QueryRefused(
            f"{place(text, escape.start())}: code point escapes are not read here",
            message_vi="không nhận mã ký tự \\u trong truy vấn",
            **LETTER_ITSELF,
        )
    if half := _HALF.search(text):
        raise QueryRefused(
            f"{place(text, half.start())}: half of a character stands here (a lone surrogate)",
            message_vi="truy vấn có nửa ký tự (surrogate đứng lẻ)",
            **LETTER_ITSELF,
        )
    query, tokens = [], []
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup, match.group()
        if kind in ("space", "comment"):
            piece = re.sub(r"[^\n]", " ", piece.replace("\r\n", " \n").replace("\r", "\n"))
        elif kind == "open":
            raise QueryInvalid(
                f"{place(text, match.start())}: {piece} is opened here and never closed",
                message_vi=f"{piece} mở ra ở đây mà không đóng lại",
            )
        else:
            if kind == "sign" and unicodedata.category(piece) in _INVISIBLE:
                raise QueryRefused(
                    f"{place(text, match.start())}: an invisible character stands here",
                    message_vi="truy vấn có ký tự vô hình",
                )
            tokens.append(
                Token(cast(Kind, kind), _keyword(piece) if kind == "word" else piece, match.start(), match.end())
            )
        query.append(piece)
    return CypherText("".join(query), tuple(tokens))


def place(text: str, at: int) -> str:
    """ "line 2, column 5" of an offset."""
    before = text[:at]
    return f"line {before.count(chr(10)) + 1}, column {at - before.rfind(chr(10))}"


def _keyword(word: str) -> str:
    return unicodedata.normalize("NFKC", word).upper()
