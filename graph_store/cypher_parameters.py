"""Values that come with a stranger's Cypher query, for its `$name`s: checked before an engine sees them."""

import json
import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from graph_store.cypher_text import read_cypher
from ontology.errors import Hint, QueryInvalid, QueryRefused
from ontology.text import is_text

MAX_DEPTH = 32  # lists and maps within each other; kglite takes no more than 64
_SMALLEST, _GREATEST = -(2**63), 2**63 - 1  # what an integer of Cypher holds
_GIVEN: Hint = {
    "hint": 'give it: {"query": …, "parameters": {"name": value}}, or --param name=value',
    "hint_vi": 'cho giá trị: {"query": …, "parameters": {"tên": giá trị}}, hoặc --param tên=giá trị',
}


def check_parameters(query: str, parameters: Mapping[str, Any], most_bytes: int) -> dict[str, Any]:
    """The parameters of a query as both engines take them: text, numbers, truth values, null, lists and maps.

    Takes   `query`, which passed the guard; `most_bytes`: how long all of them may be as JSON.
    Raises  QueryInvalid for a `$name` without a value and for a value that Cypher has not, QueryRefused if they are
            too long.
    """
    for name, value in parameters.items():
        fault = next(_faults({name: value}, 0), None)
        if fault:
            told = name.encode("utf-8", "replace").decode()[:80]
            raise QueryInvalid(f"the parameter ${told} {fault[0]}", message_vi=f"tham số ${told} {fault[1]}")
    if len(json.dumps(dict(parameters), ensure_ascii=False).encode()) > most_bytes:
        raise QueryRefused(
            f"the parameters are longer than {most_bytes:,} bytes",
            message_vi=f"các tham số dài hơn {most_bytes:,} byte",
        )
    for name in _asked(query):
        if name not in parameters:
            raise QueryInvalid(
                f"the query names ${name[:80]}, which has no value",
                message_vi=f"truy vấn nêu ${name[:80]} nhưng chưa có giá trị",
                **_GIVEN,
            )
    return dict(parameters)


def _asked(query: str) -> Iterator[str]:
    """The names that stand after `$`, in their order."""
    tokens = read_cypher(query).tokens
    for sign, token in pairwise(tokens):
        if sign.text == "$" and token.kind in ("word", "quoted", "number"):
            written = query[token.at : token.end]
            yield written[1:-1].replace("``", "`") if token.kind == "quoted" else written


def _faults(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """What is wrong with a value, in English and in Vietnamese."""
    if isinstance(value, str):
        if not is_text(value):
            yield "has half of a character (a lone surrogate)", "có nửa ký tự (surrogate đứng lẻ)"
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int):
        if not _SMALLEST <= value <= _GREATEST:
            yield "is an integer of more than 64 bits", "là số nguyên quá 64 bit"
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield "is no finite number", "không phải số hữu hạn"
    elif isinstance(value, dict | list):
        if depth > MAX_DEPTH:
            yield f"has more than {MAX_DEPTH} lists within each other", f"có hơn {MAX_DEPTH} danh sách lồng nhau"
            return
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _faults(item, depth + 1)
    else:
        yield f"is a {type(value).__name__}, which Cypher has not", "có kiểu mà Cypher không có"
