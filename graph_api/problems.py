"""What the HTTP door makes of errors: a status for each class, one body (RFC 9457), a page for people."""

import errno
import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from graph_api.field_faults import place, words
from graph_api.negotiation import language_of_problem, wants_page
from ontology import errors
from ontology.errors import AccessDenied, MandateGraphError
from ontology.identifiers import BASE
from ontology.language import Language

log = logging.getLogger(__name__)

STATUS: dict[type[MandateGraphError], int] = {
    MandateGraphError: 500,
    errors.InvalidIdentifier: 400,
    errors.UnknownTerm: 500,
    errors.NotFound: 404,
    errors.Ambiguous: 409,
    errors.SourceError: 422,
    errors.SourceUnreadable: 422,
    errors.SourceRefused: 422,
    errors.SourceMalformed: 422,
    errors.NotConformant: 422,
    errors.ExpectationBroken: 422,
    errors.ImportStateError: 409,
    errors.StoreError: 500,
    errors.StoreUnavailable: 503,
    errors.StoreFull: 507,
    errors.StoreTooNew: 503,
    errors.StoreCorrupt: 500,
    errors.QueryRefused: 400,
    errors.QueryInvalid: 400,
    errors.AccessDenied: 403,
}
_OURS = {500, 503, 507}  # faults on our side, written to the log
_SHOWN_ERRORS = 20
_OF_FORMS = (406, 415)  # whose detail is a list of the forms that there are
_OF_BODIES = (400,)  # whose detail the library that reads bodies has, in English
_HINTS: dict[int, dict[Language, str]] = {
    400: {"vi": "máy chủ cho biết: {}", "en": "the server says: {}"},
    404: {"vi": "/openapi.json liệt kê các đường dẫn", "en": "/openapi.json lists the routes"},
    405: {"vi": "/openapi.json liệt kê các phương thức", "en": "/openapi.json lists the methods"},
    406: {"vi": "có thể lấy: {}", "en": "it can be had as {}"},
    415: {"vi": "gửi dưới dạng: {}", "en": "send it as {}"},
}
# What is said where nobody else does, of method and path.
_WORDS: dict[int, dict[Language, str]] = {
    400: {"vi": "không đọc được phần thân của {}", "en": "the body of {} cannot be read"},
    404: {"vi": "không có đường dẫn {}", "en": "there is no route {}"},
    405: {"vi": "không có phương thức này: {}", "en": "there is no such method: {}"},
    406: {"vi": "Accept không nhận dạng nào có ở {}", "en": "Accept admits no form that there is at {}"},
    415: {"vi": "phần thân không có dạng mà {} nhận", "en": "the body has no form that {} takes"},
}


_FULL: tuple[int, str, dict[Language, tuple[str, str]]] = (
    507,
    "insufficient storage",
    {
        "vi": ("máy chủ hết chỗ ghi", "người vận hành cần giải phóng chỗ trống; sau đó gửi lại"),
        "en": ("the server has no room left to write", "its operator frees some space; send it again then"),
    },
)
_READ_ONLY: tuple[int, str, dict[Language, tuple[str, str]]] = (
    503,
    "service unavailable",
    {
        "vi": ("máy chủ không ghi được vào thư mục dữ liệu", "vẫn đọc được; người vận hành xem nhật ký của máy chủ"),
        "en": ("the server may not write to its data folder", "reading goes on; its operator looks at the log"),
    },
)
# Errors of the operating system that a client may know of, but for where.
_OF_THE_DISK: dict[int | None, tuple[int, str, dict[Language, tuple[str, str]]]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """The body of every error.

    `detail` says what is wrong and `hint` what to do, in the language asked for; `facts` hold what a machine may want:
    candidates, the report, the fields at fault.
    """

    type: str
    title: str
    status: int
    detail: str
    hint: str
    facts: Mapping[str, Any]

    def as_json(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "hint": self.hint,
            "facts": dict(self.facts),
        }


class Refusal(HTTPException):
    """A request that is not taken up, or not read to its end; `vi` and `en` are what is wrong and what to do."""

    def __init__(
        self,
        status: int,
        title: str,
        *,
        vi: tuple[str, str],
        en: tuple[str, str],
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, en[0], headers)
        self._title = title
        self._words: dict[Language, tuple[str, str]] = {"vi": vi, "en": en}

    def problem(self, language: Language) -> Problem:
        detail, hint = self._words[language]
        return Problem("about:blank", self._title, self.status_code, detail, hint, {})


def problem_of(error: MandateGraphError, language: str) -> Problem:
    """`error` in the words of the language; English where it has no Vietnamese."""
    status = STATUS[type(error)]
    if isinstance(error, AccessDenied) and error.facts.get("missing"):
        status = 401
    name = re.sub(r"(?<!^)(?=[A-Z])", "-", type(error).__name__).lower()
    facts = {key: value for key, value in error.facts.items() if key != "missing"}
    detail, hint = error.message_in(language), error.hint_in(language)
    if isinstance(error, errors.StoreFull):  # which names the folder, and a command line
        detail, hint = _FULL[2]["vi" if language == "vi" else "en"]
    return Problem(f"{BASE}problems/{name}", name.replace("-", " "), status, detail, hint, facts)


def install(app: FastAPI) -> None:
    """Makes `app` answer every failure with a problem."""

    @app.exception_handler(MandateGraphError)
    def _ours(request: Request, error: MandateGraphError) -> Response:
        problem = problem_of(error, language_of_problem(request))
        if problem.status in _OURS:
            log.error("a request failed", extra={"path": request.url.path, "problem": problem.type}, exc_info=error)
        return respond(request, problem)

    @app.exception_handler(RequestValidationError)
    def _parameters(request: Request, error: RequestValidationError) -> Response:
        return respond(request, _problem_of_parameters(error, language_of_problem(request)))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        if error.status_code < 400:
            return Response(status_code=error.status_code, headers=error.headers)
        return respond(request, _problem_of_http(error, request), error.headers)


def unexpected(request: Request, error: Exception) -> Response:
    """The answer to an error that nobody foresaw: the log tells what happened, the client only that it did."""
    log.error("a request failed unexpectedly", extra={"path": request.url.path}, exc_info=error)
    language = language_of_problem(request)
    if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
        status, title, words = _OF_THE_DISK[error.errno]
        return respond(request, Problem("about:blank", title, status, *words[language], {}))
    detail, hint = {
        "vi": ("có lỗi xảy ra", "nhật ký của máy chủ cho biết thêm"),
        "en": ("something went wrong", "the server's log tells more"),
    }[language]
    return respond(request, Problem("about:blank", "internal server error", 500, detail, hint, {}))


def respond(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The problem as JSON, or as a page where a browser asked for one."""
    more = dict(headers or {})
    if problem.status == 401:
        more["WWW-Authenticate"] = "Bearer"
    if wants_page(request):
        pages = request.app.state.pages
        return Response(pages.problem(request, problem), problem.status, more, "text/html")
    body = json.dumps(problem.as_json(), ensure_ascii=False, default=str).encode()
    return Response(body, problem.status, more, "application/problem+json")


def _problem_of_http(error: HTTPException, request: Request) -> Problem:
    phrase, language = HTTPStatus(error.status_code).phrase, language_of_problem(request)
    if isinstance(error, Refusal):
        return error.problem(language)
    told = "" if error.detail == phrase else str(error.detail)
    said = _WORDS.get(error.status_code, {"vi": f"{phrase}: {{}}", "en": f"{phrase}: {{}}"})[language]
    own = error.status_code in _OF_FORMS + _OF_BODIES or not told
    detail = said.format(f"{request.method} {request.url.path[:200]}") if own else told
    hint = _HINTS.get(error.status_code, {"vi": "", "en": ""})[language].format(told)
    return Problem("about:blank", phrase.lower(), error.status_code, detail, hint, {})


def _problem_of_parameters(error: RequestValidationError, language: Language) -> Problem:
    faults = [
        {
            "where": place(fault["loc"], error.body),
            "message": words(fault)[1 if language == "vi" else 0],
            "code": fault["type"],
        }
        for fault in error.errors()[:_SHOWN_ERRORS]
    ]
    said = "; ".join(f"{f['where']} {f['message']}" for f in faults)
    prefix, hint = {
        "vi": ("tham số không hợp lệ", "/openapi.json mô tả mọi tham số"),
        "en": ("parameters that cannot be read", "/openapi.json describes every parameter"),
    }[language]
    return Problem(
        BASE + "problems/invalid-parameters",
        "invalid parameters",
        422,
        f"{prefix}: {said}"[:2000],
        hint,
        {"errors": faults},
    )
