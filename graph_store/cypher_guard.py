"""Refuses strangers' Cypher that writes, reaches out or has no bounds, by its tokens; used for both Cypher engines."""

import re
from dataclasses import dataclass
from typing import NoReturn

from ontology.errors import QueryInvalid, QueryRefused

MAX_HOPS = 10  # of a path of variable length; kglite stops there in silence
PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys"})
# Words that begin a clause or command which writes, administers or reads from outside.
_REFUSED = frozenset(
    """create merge set delete detach remove drop foreach insert load use terminate show alter grant deny revoke start
    stop rename deallocate reallocate enable disable dryrun cordon uncordon explain profile cypher format begin commit
    rollback""".split()
)
_TOKEN = re.compile(
    r"(?P<skip>\s+|//[^\n]*|/\*.*?\*/)"
    r"|(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<name>`(?:[^`]|``)*`)"
    r"|(?P<word>[^\W\d]\w*)"
    r"|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<mark>\.\.|.)",
    re.DOTALL,
)
_BEFORE_A_NAME = (".", ":", "|", "$", "&", "!")  # what follows these is a property, label or parameter


@dataclass(frozen=True, slots=True)
class Token:
    kind: str  # text, name, word, number or mark
    value: str  # a word in lower case
    start: int


def check_cypher(text: str, query_bytes: int) -> None:
    """Raises QueryRefused for a query that may not run here, QueryInvalid for one that cannot be one."""
    if len(text.encode("utf-8", "replace")) > query_bytes:
        _refuse(f"the query is longer than {query_bytes:,} bytes", f"truy vấn dài hơn {query_bytes:,} byte")
    tokens = read_tokens(text)
    if not tokens:
        raise QueryInvalid("the query is empty", message_vi="truy vấn rỗng")
    for place, token in enumerate(tokens):
        if token.kind == "word":
            _check_word(tokens, place)
        elif token.value == ";" and place + 1 < len(tokens):
            _refuse("one statement at a time", "mỗi lần chỉ một câu lệnh")
        elif token.value == "*" and _in_relationship(tokens, place):
            _check_bounds(tokens, place)


def read_tokens(text: str) -> list[Token]:
    """The tokens of the query without blanks and comments. Raises QueryInvalid for a string or comment left open."""
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind == "mark" and match.group() in "'\"`":
            line = text.count("\n", 0, match.start()) + 1
            raise QueryInvalid(
                f"line {line}: a string or name is not closed", message_vi=f"dòng {line}: thiếu dấu đóng"
            )
        if kind != "skip":
            value = match.group().lower() if kind == "word" else match.group()
            tokens.append(Token(kind, value, match.start()))
    return tokens


def _check_word(tokens: list[Token], place: int) -> None:
    word = tokens[place].value
    before = tokens[place - 1].value if place else ""
    after = tokens[place + 1].value if place + 1 < len(tokens) else ""
    if before in _BEFORE_A_NAME or (after == ":" and before in ("{", ",")):
        return  # a property, label, parameter or key of a map
    if word in _REFUSED:
        _refuse(
            f"{word.upper()} is not run here: queries only read",
            f"{word.upper()} không được chạy ở đây: truy vấn chỉ được đọc",
        )
    if word == "call" and after not in ("{", "("):
        _check_procedure(tokens, place + 1)


def _check_procedure(tokens: list[Token], place: int) -> None:
    name = ""
    while place < len(tokens) and (tokens[place].kind in ("word", "name") or tokens[place].value == "."):
        name += tokens[place].value.strip("`").lower()
        place += 1
    if name not in PROCEDURES:
        _refuse(f"the procedure {name[:60]} is not called here", f"không gọi thủ tục {name[:60]} ở đây")


def _in_relationship(tokens: list[Token], place: int) -> bool:
    """Whether the token stands inside the square brackets of a relationship: -[:BASED_ON*1..3]->."""
    depth = 0
    for back in range(place - 1, -1, -1):
        value = tokens[back].value
        if value == "]":
            depth += 1
        elif value == "[" and depth:
            depth -= 1
        elif value == "[":
            return back > 0 and tokens[back - 1].value == "-"
        elif value in ("(", ")") and not depth:
            return False
    return False


def _check_bounds(tokens: list[Token], place: int) -> None:
    after = [t.value for t in tokens[place + 1 : place + 4]]
    upper = after[0] if after and after[0].isdecimal() else None
    if ".." in after[:2]:
        last = after[after.index("..") + 1 :][:1]
        upper = last[0] if last and last[0].isdecimal() else None
    if upper is None or int(upper) > MAX_HOPS:
        _refuse(
            f"a path of variable length needs an upper bound of at most {MAX_HOPS}: *1..{MAX_HOPS}",
            f"đường đi có độ dài thay đổi cần cận trên không quá {MAX_HOPS}: *1..{MAX_HOPS}",
        )


def _refuse(english: str, vietnamese: str) -> NoReturn:
    raise QueryRefused(english, message_vi=vietnamese, hint="read with MATCH … RETURN … LIMIT")
