"""What is said of queries that are not answered, alike in every engine."""

from ontology.errors import Hint, QueryRefused, StoreUnavailable

CYPHER_HINT: Hint = {
    "hint": "begin at one node by its iri, or add LIMIT",
    "hint_vi": "bắt đầu từ một nút theo iri của nó, hoặc thêm LIMIT",
}
SPARQL_HINT: Hint = {
    "hint": "bind a subject, or add LIMIT",
    "hint_vi": "nêu rõ một chủ thể, hoặc thêm LIMIT",
}
LETTER_ITSELF: Hint = {"hint": "write the letter itself", "hint_vi": "viết thẳng chữ đó"}
SOON: Hint = {"hint": "try again in a moment", "hint_vi": "thử lại sau giây lát"}


def too_long(query_bytes: int) -> QueryRefused:
    """For a query of more bytes than that."""
    return QueryRefused(
        f"the query is longer than {query_bytes:,} bytes", message_vi=f"truy vấn dài hơn {query_bytes:,} byte"
    )


def too_slow(timeout_s: float, hint: Hint) -> QueryRefused:
    """For a query that took longer than it may; `hint` says how to ask for less in its language."""
    return QueryRefused(
        f"the query took longer than {timeout_s:g} s and was stopped",
        message_vi=f"truy vấn chạy quá {timeout_s:g} giây nên đã bị dừng",
        **hint,
    )


def broke_its_process(exit_code: int | None) -> QueryRefused:
    """For a query whose worker ended with that code, or by a signal (below zero)."""
    return QueryRefused(
        "the query broke the process it ran in, by taking too much memory or nesting too deeply",
        message_vi="truy vấn làm hỏng tiến trình chạy nó: tốn quá nhiều bộ nhớ hoặc lồng quá sâu",
        hint="ask for less at a time",
        hint_vi="mỗi lần hỏi ít hơn",
        exit_code=exit_code,
    )


def busy() -> StoreUnavailable:
    """For a query that is not at fault, but had no process to run in."""
    return StoreUnavailable(
        "no process came free to answer the query",
        message_vi="chưa có tiến trình rảnh để trả lời truy vấn",
        **SOON,
    )
