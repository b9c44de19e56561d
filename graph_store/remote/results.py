"""The answer of another server to a SELECT or ASK query, read by its media type."""

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results

from graph_store.remote.connection import Connection
from ontology.errors import StoreError

_JSON = "application/sparql-results+json"
_MOST_BYTES = 200_000_000  # of an answer


def select(connection: Connection, text: str) -> QuerySolutions | QueryBoolean:
    """What the server answers. Raises StoreError for what is no result of SPARQL 1.1."""
    media_type, body = connection.ask(text, _JSON, _MOST_BYTES)
    url = connection.endpoint.query_url
    try:
        found = parse_query_results(body, QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as error:
        raise _no_results(url, media_type) from error
    if isinstance(found, QuerySolutions | QueryBoolean):
        return found
    raise _no_results(url, media_type)


def _no_results(url: str, media_type: str) -> StoreError:
    return StoreError(
        f"what answers at {url} is no SPARQL 1.1 endpoint: it gave {media_type or 'no media type'}",
        message_vi=f"địa chỉ {url} không phải điểm truy vấn SPARQL 1.1: trả về {media_type or 'không rõ kiểu dữ liệu'}",
        hint="an address reads like http://127.0.0.1:3030/mandate/sparql",
        hint_vi="địa chỉ có dạng http://127.0.0.1:3030/mandate/sparql",
    )
