"""Refuses strangers' Cypher that writes, reaches out or is too large, by its tokens. For both engines of Cypher.

It is one of two walls: Neo4j also plans the query before it runs (graph_store.neo4j.plan), kglite answers from a
frozen graph in a process that can be killed (graph_store.kglite_worker). What it cannot tell apart it refuses; a name
that is also a keyword can be written in backticks.
"""

from collections.abc import Iterator, Sequence

from graph_store.cypher_text import CypherText, Token, place, read_cypher
from graph_store.refusals import too_long
from ontology.errors import QueryInvalid, QueryRefused

MAX_TOKENS = 5_000
MAX_DEPTH = 64  # brackets within brackets
MAX_STEPS = 32  # n.a.b.c…, and parts of a UNION: long chains of either end the process inside kglite
PROCEDURES = frozenset({"db.labels", "db.relationshipTypes", "db.propertyKeys", "db.index.fulltext.queryNodes"})
# The embedded engine knows one label of each node, its first, and no full text.
EMBEDDED_PROCEDURES = PROCEDURES - {"db.labels", "db.index.fulltext.queryNodes"}
_FIRST = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
_WRITES = frozenset("CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH DROP INSERT ALTER".split())
_ELSEWHERE = frozenset("LOAD SHOW TERMINATE USE TRANSACTION TRANSACTIONS FORMAT".split())
_NAMESPACES = frozenset("DATE DATETIME LOCALDATETIME TIME LOCALTIME DURATION POINT COLL".split())  # of functions
_OPENING, _CLOSING = "{([", "})]"


def check_cypher(
    text: str, query_bytes: int, *, bounded_paths: bool = False, procedures: frozenset[str] = PROCEDURES
) -> str:
    """The query as it may run: without comments and without a closing semicolon.

    Takes   `query_bytes`: how long it may be; `bounded_paths`: whether paths without an upper bound (`*`, `*2..`) are
            refused; `procedures` that may be called.
    Raises  QueryInvalid for what is no query, QueryRefused for what may not run here.
    """
    if len(text) > query_bytes or len(text.encode("utf-8", "replace")) > query_bytes:
        raise too_long(query_bytes)
    read = read_cypher(text)
    tokens = list(read.tokens)
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if not tokens:
        raise QueryInvalid("the query is empty", message_vi="truy vấn rỗng")
    _check_size(tokens)
    _check_words(read, tokens)
    _check_names(read, tokens, procedures)
    if bounded_paths:
        _check_paths(read, tokens)
    return read.query[: tokens[-1].end]


def _check_size(tokens: Sequence[Token]) -> None:
    depth = deepest = dots = longest = unions = 0
    for token in tokens:
        if token.kind == "sign":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
            deepest = max(deepest, depth)
        dots = dots + (token.text == ".") if token.kind in ("word", "quoted") or token.text == "." else 0
        longest = max(longest, dots)
        unions += token.text == "UNION"
    for count, most, what, vi in (
        (len(tokens), MAX_TOKENS, "words and signs", "từ và dấu"),
        (deepest, MAX_DEPTH, "levels of brackets", "tầng ngoặc"),
        (longest, MAX_STEPS, "names joined by dots", "tên nối bằng dấu chấm"),
        (unions, MAX_STEPS, "parts joined by UNION", "phần nối bằng UNION"),
    ):
        if count > most:
            raise QueryRefused(
                f"the query has {count:,} {what}, more than {most:,}",
                message_vi=f"truy vấn có {count:,} {vi}, nhiều hơn {most:,}",
            )


def _check_words(read: CypherText, tokens: Sequence[Token]) -> None:
    """The clauses: which one opens the query, and which must not stand anywhere."""
    first = tokens[0]
    if first.text not in _FIRST and not (first.kind == "sign" and first.text in "{("):
        known = first.kind == "word" and first.text in _WRITES | _ELSEWHERE | {"EXPLAIN", "PROFILE", "CYPHER"}
        raise (_refused if known else _invalid)(read, first)
    for before, token, after in _neighbours(tokens):
        if token.text == ";":
            raise QueryRefused(
                f"{place(read.query, token.at)}: one statement at a time",
                message_vi="mỗi lần chỉ chạy một câu lệnh",
            )
        if token.kind != "word" or _is_name(before, after):
            continue
        if token.text in _WRITES | _ELSEWHERE:
            raise _refused(read, token)
    for before, token, _ in _neighbours(tokens):  # wherever it stands: no name is followed by the name CSV
        if before and _bare(token) == "CSV" and _bare(before) in ("LOAD", "FORMAT"):
            raise _refused(read, before)


def _check_names(read: CypherText, tokens: Sequence[Token], procedures: frozenset[str]) -> None:
    """What is called: procedures that are listed, functions that the language itself has."""
    listed = {name.upper() for name in procedures}
    for index, (before, token, after) in enumerate(_neighbours(tokens)):
        if token.text == "CALL" and token.kind == "word" and not _is_name(before, after):
            name = _dotted(tokens, index + 1)
            if name and name.upper() not in listed:
                raise _uncallable(read, token, name, procedures)
        elif token.kind in ("word", "quoted") and (before is None or before.text not in (".", "CALL")):
            name = _dotted(tokens, index)
            closing = index + 2 * name.count(".") + 1
            called = closing < len(tokens) and tokens[closing].text == "("
            if called and "." in name and name.split(".")[0].upper() not in _NAMESPACES:
                raise _uncallable(read, token, name, procedures)


def _check_paths(read: CypherText, tokens: Sequence[Token]) -> None:
    """Paths say how long they may grow: -[:BASED_ON*1..12]->, not -[:BASED_ON*]->."""
    inside: list[bool] = []  # for each open bracket: is it that of a relationship?
    for index, (before, token, _) in enumerate(_neighbours(tokens)):
        if token.kind != "sign":
            continue
        if token.text in _OPENING:
            inside.append(token.text == "[" and before is not None and before.text == "-")
        elif token.text in _CLOSING:
            del inside[-1:]
        elif token.text == "*" and inside and inside[-1] and not _has_bound(tokens, index + 1):
            raise QueryRefused(
                f"{place(read.query, token.at)}: a path of any length needs an upper bound here",
                message_vi="đường đi dài tùy ý phải có giới hạn trên",
                hint="write e.g. *1..12",
                hint_vi="viết như *1..12",
            )


def _has_bound(tokens: Sequence[Token], index: int) -> bool:
    """Whether what follows `*` is 3, ..3 or 1..3."""
    following = [t.text if t.kind == "sign" else t.kind for t in tokens[index : index + 4]]
    if following[:1] == ["number"]:
        following = following[1:]
        if following[:2] != [".", "."]:
            return True
    return following[:3] == [".", ".", "number"]


def _neighbours(tokens: Sequence[Token]) -> Iterator[tuple[Token | None, Token, Token | None]]:
    for index, token in enumerate(tokens):
        yield (tokens[index - 1] if index else None), token, (tokens[index + 1] if index + 1 < len(tokens) else None)


def _is_name(before: Token | None, after: Token | None) -> bool:
    """Whether a word between these can only be a name: a property, label, parameter, key of a map or alias."""
    if before is None:
        return False
    key = before.text in ("{", ",") and after is not None and after.text == ":"
    return before.text in (".", ":", "$", "AS") or key


def _dotted(tokens: Sequence[Token], index: int) -> str:
    """The name a.b.c that stands at `index`, empty if none does."""
    parts = []
    while index < len(tokens) and tokens[index].kind in ("word", "quoted"):
        parts.append(_bare(tokens[index]))
        if index + 1 >= len(tokens) or tokens[index + 1].text != ".":
            break
        index += 2
    return ".".join(parts)


def _bare(token: Token) -> str:
    return token.text.strip("`").upper() if token.kind in ("word", "quoted") else ""


def _refused(read: CypherText, token: Token) -> QueryRefused:
    writes = token.text in _WRITES
    return QueryRefused(
        f"{place(read.query, token.at)}: {token.text} is not run here" + ("; queries only read" if writes else ""),
        message_vi=f"{token.text} không được chạy ở đây" + ("; truy vấn chỉ được đọc" if writes else ""),
        hint=f"if {token.text} is a name, write it in backticks",
        hint_vi=f"nếu {token.text} là một tên thì viết nó giữa hai dấu backtick",
    )


def _invalid(read: CypherText, token: Token) -> QueryInvalid:
    return QueryInvalid(
        f"{place(read.query, token.at)}: a query begins with MATCH, OPTIONAL MATCH, WITH, UNWIND, CALL or RETURN",
        message_vi="truy vấn bắt đầu bằng MATCH, OPTIONAL MATCH, WITH, UNWIND, CALL hoặc RETURN",
    )


def _uncallable(read: CypherText, token: Token, name: str, procedures: frozenset[str]) -> QueryRefused:
    listed = ", ".join(sorted(procedures))
    if name.upper() == "DB.LABELS":
        listed += "; labels(n)"
    return QueryRefused(
        f"{place(read.query, token.at)}: {name[:80].lower()} is not called here",
        message_vi=f"không được gọi {name[:80].lower()} ở đây",
        hint=f"procedures: {listed}",
        hint_vi=f"các thủ tục gọi được: {listed}",
    )
