"""The answer of another server to a SELECT or ASK query, read by its media type."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolution, QuerySolutions, Variable, parse_query_results

from graph_store.remote.connection import Connection
from ontology.errors import StoreError

_JSON = "application/sparql-results+json"
_MOST_BYTES = 200_000_000  # of an answer


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT, parsed as they are read. Raises StoreError where they break off or hold no terms of RDF."""

    variables: list[Variable]
    url: str
    found: QuerySolutions

    def __iter__(self) -> Iterator[QuerySolution]:
        try:
            yield from self.found
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"the answer of the SPARQL server at {self.url} cannot be read: {error}",
                message_vi=f"không đọc được câu trả lời của máy chủ SPARQL tại {self.url}: {error}",
                hint="ask again; where it stays so, does something between here and the server cut answers off?",
                hint_vi="hỏi lại; nếu vẫn vậy, có gì ở giữa cắt ngang câu trả lời không?",
            ) from error


def select(connection: Connection, text: str) -> Solutions | QueryBoolean:
    """What the server answers. Raises StoreError for what is no result of SPARQL 1.1."""
    media_type, body = connection.ask(text, _JSON, _MOST_BYTES)
    url = connection.endpoint.query_url
    try:
        found = parse_query_results(body, QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as error:
        raise _no_results(url, media_type or "no media type", media_type or "không rõ kiểu dữ liệu") from error
    if isinstance(found, QuerySolutions):
        return Solutions(found.variables, url, found)
    if isinstance(found, QueryBoolean):
        return found
    raise _no_results(url, media_type, media_type)


def solutions(connection: Connection, text: str, *names: str) -> Solutions:
    """The rows of a SELECT with these columns. Raises StoreError for an answer to something else."""
    found = select(connection, text)
    if isinstance(found, Solutions) and {*names} <= {variable.value for variable in found.variables}:
        return found
    raise wrong_columns(connection.endpoint.query_url)


def wrong_columns(url: str) -> StoreError:
    """What is said of an answer that has not the columns that were asked for."""
    return _no_results(url, "other columns than were asked for", "các cột khác với câu hỏi")


def _no_results(url: str, gave: str, gave_vi: str) -> StoreError:
    return StoreError(
        f"what answers at {url} is no SPARQL 1.1 endpoint: it gave {gave}",
        message_vi=f"địa chỉ {url} không phải điểm truy vấn SPARQL 1.1: trả về {gave_vi}",
        hint="an address reads like http://127.0.0.1:3030/mandate/sparql",
        hint_vi="địa chỉ có dạng http://127.0.0.1:3030/mandate/sparql",
    )
