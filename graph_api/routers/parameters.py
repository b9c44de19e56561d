"""What requests bring along, as named types: the version, the day, the language, keys, pages of a list.

They are coroutines, though nothing in them waits: FastAPI would send a plain function to a thread, which costs more.
"""

import base64
import binascii
import hashlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version as package_version
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Depends, Path, Query, Request
from starlette.exceptions import HTTPException

from graph_api.negotiation import language_of, names_etag
from graph_api.workspace import Snapshot, Workspace
from ontology.dates import read_day
from ontology.errors import InvalidIdentifier
from ontology.identifiers import entity_iri
from ontology.language import Language
from shapes.selection import Selection

_LONGEST_DAY = 10


async def workspace_of(request: Request) -> Workspace:
    workspace: Workspace = request.app.state.workspace
    return workspace


WorkspaceDep = Annotated[Workspace, Depends(workspace_of)]


async def language_dep(request: Request) -> Language:
    return language_of(request)


LanguageDep = Annotated[Language, Depends(language_dep)]
AsKnown = Annotated[int | None, Query(alias="asKnown", ge=0, le=10**9, description="a version; the newest if absent")]
LangQuery = Annotated[Language | None, Query(description="language of labels and messages; vi if absent")]


async def day_of(
    workspace: WorkspaceDep,
    at: Annotated[
        str | None, Query(max_length=_LONGEST_DAY, description="the day in question; today if absent")
    ] = None,
) -> date:
    """The day asked about. Raises InvalidIdentifier for anything but one whole day."""
    return read_day(at) if at else workspace.clock().date()


DayDep = Annotated[date, Depends(day_of)]


async def day_or_all(
    at: Annotated[
        str | None, Query(max_length=_LONGEST_DAY, description="only what holds on this day; all times if absent")
    ] = None,
) -> date | None:
    """The day asked about, or None for all times. Raises InvalidIdentifier for anything but one whole day."""
    return read_day(at) if at else None


OnlyDayDep = Annotated[date | None, Depends(day_or_all)]


async def no_day(request: Request) -> None:
    """Refuses a day where it would have no effect: what is left out in silence would be taken for an answer."""
    if "at" in request.query_params:
        raise InvalidIdentifier(
            f"{request.url.path} takes no day: what it gives does not depend on one",
            message_vi=f"{request.url.path} không nhận ngày: kết quả ở đây không phụ thuộc vào ngày",
            hint="leave `at` out; `asKnown` asks an earlier version, and entities, mandates and the network take a day",
            hint_vi="bỏ `at`; `asKnown` hỏi phiên bản trước; đối tượng, chuỗi thẩm quyền, mạng lưới thì nhận ngày",
        )


NoDay = Depends(no_day)


async def snapshot_of(
    request: Request, workspace: WorkspaceDep, as_known: AsKnown = None, lang: LangQuery = None
) -> AsyncIterator[Snapshot]:
    """The version that answers, kept open while it does. Answers 304 at once if the client has what it would get."""
    day = request.query_params.get("at") or workspace.clock().date()  # another answer each day where none is given
    with workspace.reading(as_known) as snapshot:
        state = f"{day}|{language_of(request)}|{request.headers.get('accept', '')}|{_program()}"
        etag = f'W/"{snapshot.content_hash[:16]}-{hashlib.sha256(state.encode()).hexdigest()[:8]}"'
        request.state.validators = {
            "ETag": etag,
            "Vary": "Accept, Accept-Language",
            "Cache-Control": "no-cache",
            "Mandate-Version": str(snapshot.number),
        }
        if request.method in ("GET", "HEAD") and names_etag(request.headers.get("if-none-match", ""), etag):
            raise HTTPException(304)
        yield snapshot


SnapshotDep = Annotated[Snapshot, Depends(snapshot_of)]


KeyPath = Annotated[str, Path(max_length=200)]


async def iri_of(entity_type: Annotated[str, Path(alias="type", max_length=40)], key: KeyPath) -> str:
    """The IRI that /{type}/{key} names. Raises InvalidIdentifier for an unknown type or a malformed key."""
    return entity_iri(entity_type, key)


IriPath = Annotated[str, Depends(iri_of)]


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of a list that was asked for. The cursor of the next part also names the version, so that pages fit."""

    offset: int
    limit: int

    def next_link(self, request: Request, version: int | None, more: bool) -> str | None:
        """The address of the next part, or None if there is none."""
        if not more:
            return None
        kept = {} if version is None else {"asKnown": str(version)}
        return next_link(request, self.offset + self.limit, kept)


Cursor = Annotated[str | None, Query(max_length=40, description="from the Link header of the page before")]


async def slice_of(
    limit: Annotated[int, Query(ge=1, le=200, description="entries of one page")] = 20, cursor: Cursor = None
) -> Slice:
    return Slice(offset_of(cursor), limit)


SliceDep = Annotated[Slice, Depends(slice_of)]


Start = Annotated[int, Query(ge=0, le=10_000_000, description="findings before the first that is shown")]


FileQuery = Annotated[str, Query(max_length=200, description="only what this source says; * is anything")]


async def selection_of(
    severity: Annotated[
        Literal["", "violation", "warning", "info"], Query(description="only findings of this gravity")
    ] = "",
    rule: Annotated[str, Query(max_length=200, description="only of this rule; Document is all Document-…")] = "",
    file: FileQuery = "",
    text: Annotated[str, Query(max_length=200, description="only findings that these words stand in")] = "",
) -> Selection:
    """The findings of a report that are asked for."""
    return Selection(severity, rule, file, text)


SelectionDep = Annotated[Selection, Depends(selection_of)]


def next_link(request: Request, offset: int, kept: Mapping[str, str]) -> str:
    """The address of the same list from `offset` on, with the values that must stay the same from page to page."""
    query = dict(request.query_params) | {"cursor": cursor_at(offset)} | dict(kept)
    return f"{request.url.path}?{urlencode(query)}"


def link_header(link: str | None) -> dict[str, str]:
    return {"Link": f'<{link}>; rel="next"'} if link else {}


def cursor_at(offset: int) -> str:
    """The cursor of a page that begins there."""
    return base64.urlsafe_b64encode(f"o{offset}".encode()).decode().rstrip("=")


def offset_of(cursor: str | None) -> int:
    """Where the page of a cursor begins; 0 without one. Raises InvalidIdentifier for a cursor that is not ours."""
    if not cursor:
        return 0
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise _no_cursor() from error
    if not text.startswith("o") or not text[1:].isdigit() or len(text) > 10:
        raise _no_cursor()
    return int(text[1:])


def _no_cursor() -> InvalidIdentifier:
    return InvalidIdentifier(
        "no cursor of ours",
        message_vi="`cursor` này không do máy chủ này cấp",
        hint="take it from the Link header of the page before",
        hint_vi="lấy nó từ header Link của trang trước",
    )


@cache
def _program() -> str:
    return package_version("mandate-graph")
