"""Requests to another SPARQL 1.1 server, and what is said where it does not answer as it should."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import httpx

from graph_store.refusals import SOON
from graph_store.remote.address import Endpoint
from ontology.errors import MandateGraphError, QueryInvalid, StoreError, StoreUnavailable

_CONNECT_S = 10.0
_SAID = 300  # characters of what a server says of an error
_UNAUTHORIZED, _FORBIDDEN, _NOT_FOUND, _METHOD = 401, 403, 404, 405
_BUSY = frozenset({429, 502, 503, 504})
_TIMED_OUT = 408


class Connection:
    """Requests to one server; redirects are not followed, so that a password goes nowhere else. For many threads."""

    def __init__(self, endpoint: Endpoint, timeout_s: float) -> None:
        self.endpoint = endpoint
        self._timeout_s = timeout_s
        self._client = httpx.Client(
            auth=(endpoint.user, endpoint.password) if endpoint.user else None,
            timeout=httpx.Timeout(timeout_s, connect=_CONNECT_S),
            follow_redirects=False,
            headers={"User-Agent": "mandate-graph"},
        )

    def close(self) -> None:
        self._client.close()

    def ask(self, text: str, accept: str, most_bytes: int) -> tuple[str, bytes]:
        """Media type and body of the answer to a query, by POST. Raises StoreError for a longer answer."""
        url, until = self.endpoint.query_url, time.monotonic() + self._timeout_s
        with (
            self._told(url),
            self._client.stream("POST", url, data={"query": text}, headers={"Accept": accept}) as answer,
        ):
            self._check(answer)
            return _media_type(answer), _bounded(answer, most_bytes, until)

    @contextmanager
    def reading(self, graph: str | None, media_type: str) -> Iterator[Iterator[bytes]]:
        """A named graph (the default graph if None) as it comes, in parts; no parts for a graph that is not there."""
        url, parameters = self._graphs(graph)
        with (
            self._told(url),
            self._client.stream("GET", url, params=parameters, headers={"Accept": media_type}) as answer,
        ):
            if answer.status_code == _NOT_FOUND and graph is not None:
                yield iter(())
                return
            self._check(answer)
            yield answer.iter_bytes()

    def put(self, graph: str | None, body: Iterable[bytes], media_type: str) -> None:
        """Replaces a named graph, or the default graph if None, by what `body` gives."""
        url, parameters = self._graphs(graph)
        with self._told(url):
            answer = self._client.put(url, params=parameters, content=body, headers={"Content-Type": media_type})
            self._check(answer)

    def delete(self, graph: str) -> None:
        """Takes a named graph away, whether it is there or not."""
        url, parameters = self._graphs(graph)
        with self._told(url):
            answer = self._client.delete(url, params=parameters)
            if answer.status_code != _NOT_FOUND:
                self._check(answer)

    def _graphs(self, graph: str | None) -> tuple[str, dict[str, str]]:
        if not self.endpoint.graphs_url:
            raise StoreUnavailable(
                "the address of the server's graphs is not known",
                message_vi="chưa biết địa chỉ các đồ thị của máy chủ",
                hint="set MANDATE_REMOTE_GRAPHS_URL to its Graph Store Protocol, e.g. http://127.0.0.1:3030/mandate/data",
                hint_vi="đặt MANDATE_REMOTE_GRAPHS_URL theo Graph Store Protocol, ví dụ http://127.0.0.1:3030/mandate/data",
            )
        return self.endpoint.graphs_url, {"default": ""} if graph is None else {"graph": graph}

    def _check(self, answer: httpx.Response) -> None:
        """Raises what the status means."""
        if answer.is_success:
            return
        url, status = str(answer.request.url.copy_with(query=None)), answer.status_code
        raise _refusal(url, status, _said(answer))

    @contextmanager
    def _told(self, url: str) -> Iterator[None]:
        """Turns errors of the connection into ours."""
        try:
            yield
        except httpx.TimeoutException as error:
            raise StoreUnavailable(
                f"the SPARQL server at {url} did not answer in time",
                message_vi=f"máy chủ SPARQL tại {url} không trả lời kịp",
                hint="ask for less, or raise MANDATE_REMOTE_TIMEOUT_S",
                hint_vi="hỏi ít hơn, hoặc tăng MANDATE_REMOTE_TIMEOUT_S",
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
            raise StoreUnavailable(
                f"no SPARQL server answers at {url}: {error}",
                message_vi=f"không có máy chủ SPARQL nào trả lời tại {url}: {error}",
                hint="is the address right, and is it running? An address reads like http://127.0.0.1:3030/mandate/sparql",
                hint_vi="địa chỉ có đúng không, máy chủ có chạy không? Địa chỉ có dạng http://127.0.0.1:3030/mandate/sparql",
            ) from error


def _refusal(url: str, status: int, said: str) -> MandateGraphError:
    if status in (_UNAUTHORIZED, _FORBIDDEN):
        return StoreUnavailable(
            f"the SPARQL server at {url} does not let this user do that (status {status})",
            message_vi=f"máy chủ SPARQL tại {url} không cho người dùng này làm việc đó (mã {status})",
            hint="set MANDATE_REMOTE_USER and MANDATE_REMOTE_PASSWORD",
            hint_vi="đặt MANDATE_REMOTE_USER và MANDATE_REMOTE_PASSWORD",
        )
    if status in _BUSY or status == _TIMED_OUT:
        return StoreUnavailable(
            f"the SPARQL server at {url} is busy (status {status}): {said}",
            message_vi=f"máy chủ SPARQL tại {url} đang bận (mã {status}): {said}",
            **SOON,
        )
    if status in (_NOT_FOUND, _METHOD):
        return StoreUnavailable(
            f"nothing at {url} speaks this protocol (status {status})",
            message_vi=f"tại {url} không có dịch vụ theo giao thức này (mã {status})",
            hint="is the address right, and may the server be written to?",
            hint_vi="địa chỉ có đúng không, và máy chủ có cho ghi không?",
        )
    if status == httpx.codes.BAD_REQUEST:
        return QueryInvalid(
            f"the SPARQL server at {url} did not understand: {said}",
            message_vi=f"máy chủ SPARQL tại {url} không hiểu: {said}",
        )
    fails = httpx.codes.is_server_error(status)
    return StoreError(
        f"the SPARQL server at {url} refused (status {status}): {said}",
        message_vi=f"máy chủ SPARQL tại {url} từ chối (mã {status}): {said}",
        hint="see its log, and whether its disk has room; what was sent by half answers nothing" if fails else "",
        hint_vi="xem nhật ký và chỗ trống đĩa của nó; phần mới gửi một nửa không trả lời gì" if fails else "",
    )


def _said(answer: httpx.Response) -> str:
    """The first words of what the server says, without line breaks."""
    read = b""
    for part in answer.iter_bytes():
        read += part
        if len(read) > _SAID:
            break
    return " ".join(read.decode("utf-8", "replace").split())[:_SAID]


def _media_type(answer: httpx.Response) -> str:
    return str(answer.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _bounded(answer: httpx.Response, most_bytes: int, until: float) -> bytes:
    parts, room = [], most_bytes
    for part in answer.iter_bytes():
        if time.monotonic() > until:  # httpx waits as long for each part
            raise httpx.ReadTimeout("the answer comes too slowly")
        room -= len(part)
        if room < 0:
            raise StoreError(
                f"the answer is longer than {most_bytes:,} bytes",
                message_vi=f"câu trả lời dài hơn {most_bytes:,} byte",
                hint="add LIMIT",
                hint_vi="thêm LIMIT",
            )
        parts.append(part)
    return b"".join(parts)
