"""What runs strangers' SPARQL, in a process of its own. Called by graph_store.oxigraph_engine."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Store

from graph_store.sparql_guard import CheckedQuery, check_sparql
from graph_store.view import open_read_only
from ontology.errors import QueryInvalid, QueryRefused
from ontology.terms import PREFIXES

Answer = TypeVar("Answer")
_SENTENCE = re.compile(r"[A-Z][a-z]* [A-Za-z][a-z]+ [\w ]+|The \w+ [^,\[]+")  # amid the grammar that Oxigraph cites


def run(folder: Path | None, text: str, row_limit: int, shape: Callable[[object, int], Answer]) -> Answer:
    """The answer to a query over the version in `folder` (None: the empty graph).

    Takes   `shape`: rows_of or terms_of.
    Raises  QueryRefused or QueryInvalid.
    """
    return _answer(_store(folder), check_sparql(text), row_limit, shape)


def _answer(store: Store, checked: CheckedQuery, row_limit: int, shape: Callable[[object, int], Answer]) -> Answer:
    try:
        found = store.query(checked.text, use_default_graph_as_union=not checked.own_dataset, prefixes=dict(PREFIXES))
        return shape(found, row_limit)
    except (SyntaxError, ValueError) as error:
        if "IRI parsing failed" in str(error):
            raise QueryInvalid(
                "the query has an IRI that is none, or not a whole one",
                message_vi="truy vấn có IRI sai, hoặc không đầy đủ",
                hint="write IRIs in full, without blanks, or give a BASE",
                hint_vi="viết IRI đầy đủ, không có dấu cách, hoặc khai báo BASE",
            ) from error
        broken = "; ".join(_SENTENCE.findall(str(error))) or str(error)[:200]
        raise QueryInvalid(
            f"the query breaks a rule of SPARQL: {broken}",
            message_vi=f"truy vấn phạm một quy tắc của SPARQL: {broken}",
            hint="is each selected variable grouped or aggregated, and named once?",
            hint_vi="mỗi biến được chọn phải nằm trong GROUP BY hoặc trong hàm gộp, và chỉ được đặt tên một lần",
        ) from error
    except (OSError, RuntimeError, MemoryError) as error:
        raise QueryRefused(
            f"the query could not be answered: {error}", message_vi=f"không trả lời được truy vấn: {error}"
        ) from error


@lru_cache(maxsize=2)
def _store(folder: Path | None) -> Store:
    return open_read_only(folder) if folder else Store()
