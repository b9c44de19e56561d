"""What is said of queries that are not answered, alike in every engine."""

from ontology.errors import QueryRefused, StoreUnavailable

CYPHER_HINT = "begin at one node by its iri, or add LIMIT"
SPARQL_HINT = "bind a subject, or add LIMIT"


def too_slow(timeout_s: float, hint: str) -> QueryRefused:
    """For a query that took longer than it may; `hint` says how to ask for less in its language."""
    return QueryRefused(
        f"the query took longer than {timeout_s:g} s and was stopped",
        message_vi=f"truy vấn chạy quá {timeout_s:g} giây nên đã bị dừng",
        hint=hint,
    )


def broke_its_process(exit_code: int | None) -> QueryRefused:
    """For a query whose worker ended with that code, or by a signal (below zero)."""
    return QueryRefused(
        "the query broke the process it ran in, by taking too much memory or nesting too deeply",
        message_vi="truy vấn làm hỏng tiến trình chạy nó: tốn quá nhiều bộ nhớ hoặc lồng quá sâu",
        hint="ask for less at a time",
        exit_code=exit_code,
    )


def busy() -> StoreUnavailable:
    """For a query that is not at fault, but had no process to run in."""
    return StoreUnavailable(
        "no process came free to answer the query",
        message_vi="chưa có tiến trình rảnh để trả lời truy vấn",
        hint="try again in a moment",
    )
