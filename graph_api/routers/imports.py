"""Imports: look at a table, upload and stage, look at what came of it, publish or discard."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Body, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from graph_api.import_report import POLICY, SHOWN, report_page
from graph_api.import_resources import (
    ChangeResource,
    FindingList,
    ImportList,
    ImportResource,
    IssueList,
    PreviewResource,
    ReportResource,
    VersionResource,
)
from graph_api.negotiation import accept_of, preferred
from graph_api.routers.parameters import FileQuery, SelectionDep, SliceDep, Start, WorkspaceDep, link_header
from graph_api.routers.writing import KeyFirst, Steward
from ingest.records import ImportRecord
from ontology.errors import SourceUnreadable
from ontology.text import nfc
from shapes.grouping import counts, in_order
from shapes.reasons import where
from shapes.report_formats import as_csv, as_validation_report

if TYPE_CHECKING:
    from ingest.imports import Importer
    from ingest.tables.preview import Preview

router = APIRouter(prefix="/api/v1/imports", tags=["imports"], route_class=KeyFirst)
_MOST_FILES = 500
_LONGEST_NAME = 160
_FILES = {"type": "array", "items": {"type": "string", "format": "binary"}}
_EXPECT = {"type": "string", "description": "TOML: what the import is expected to bring, at least and at most"}
_MAPPING = {"type": "string", "description": "TOML: which columns of the tables are which of ours (docs/import.md)"}
_PARTS = {"files": _FILES, "expect": _EXPECT, "mapping": _MAPPING}
_FORM = {"type": "object", "properties": _PARTS, "required": ["files"]}
_UPLOAD = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM}}}}
_SHEET = {"type": "string", "description": "one sheet of a workbook, where no mapping names it"}
_TABLE = {
    "type": "object",
    "properties": {"files": _FILES, "mapping": _MAPPING, "sheet": _SHEET},
    "required": ["files"],
}
_PREVIEWED = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _TABLE}}}}
Note = Annotated[str, Body(embed=True, max_length=500)]


@router.post("", status_code=201, openapi_extra=_UPLOAD)
async def upload(author: Steward, request: Request, workspace: WorkspaceDep, response: Response) -> ImportResource:
    """Stages the files as one import. Nothing is visible to readers until it is published.

    The body is read here and not by FastAPI, so that nobody without a key can fill the disk.
    """
    async with _form(request) as form:
        files, told = _files(form), _texts(form, "expect", "mapping")
        record = await run_in_threadpool(_stage, workspace.importer_of(author), files, told["expect"], told["mapping"])
    response.headers["Location"] = f"/api/v1/imports/{record.id}"
    return ImportResource.of(record)


@router.post("/preview", openapi_extra=_PREVIEWED)
async def look(
    author: Steward,
    request: Request,
    workspace: WorkspaceDep,
    rows: Annotated[int, Query(ge=1, le=1_000, description="rows and facts shown")] = 5,
) -> PreviewResource:
    """What a table would give, with a mapping or with one proposed from its header. Nothing is stored.

    The body has one file and is read here, as that of an upload.
    """
    async with _form(request) as form:
        files, told = _files(form), _texts(form, "mapping", "sheet")
        if len(files) > 1:
            raise SourceUnreadable(
                f"{len(files)} files there; one is previewed at a time",
                message_vi=f"có {len(files)} tệp; mỗi lần chỉ xem trước một tệp",
                hint="send one table",
                hint_vi="gửi từng bảng một",
            )
        found = await run_in_threadpool(_look, workspace.importer_of(author), files[0], told["mapping"], told["sheet"])
    return PreviewResource.model_validate(found.as_json(rows))


@asynccontextmanager
async def _form(request: Request) -> AsyncIterator[FormData]:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise HTTPException(415, "multipart/form-data")
    async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FILES) as form:
        yield form


def _files(form: FormData) -> list[UploadFile]:
    files = [value for value in form.getlist("files") if isinstance(value, UploadFile)]
    if not files:
        raise SourceUnreadable(
            "no files there",
            message_vi="không có tệp nào",
            hint="name the field `files`",
            hint_vi="đặt tên trường là `files`",
        )
    return files


def _texts(form: FormData, *names: str) -> dict[str, str]:
    return {name: text if isinstance(text := form.get(name), str) else "" for name in names}


@contextmanager
def _on_disk(files: list[UploadFile]) -> Iterator[dict[Path, str]]:
    """Where the files stand while the block runs -> the names that they are known by."""
    with tempfile.TemporaryDirectory(prefix="mandate-upload-") as folder:
        names: dict[Path, str] = {}
        for number, file in enumerate(files):
            name = clean_name(file.filename or "", number)
            path = Path(folder) / f"{number:04}{Path(name).suffix.lower()}"
            with path.open("wb") as target:
                shutil.copyfileobj(file.file, target)
            names[path] = name
        yield names


def _look(importer: "Importer", file: UploadFile, mapping: str, sheet: str) -> "Preview":
    from ingest.known import Known
    from ingest.tables.preview import preview

    with _on_disk([file]) as names, importer.versions.open() as base:
        ((path, name),) = names.items()
        return preview(path, name, mapping, Known.of(base.store, judgements=importer.judgements.current()), sheet)


def _stage(importer: "Importer", files: list[UploadFile], expectations: str, mapping: str) -> ImportRecord:
    with _on_disk(files) as names:
        return importer.stage(list(names), names=names, expectations=expectations, mapping=mapping)


@router.get("")
def list_imports(request: Request, response: Response, workspace: WorkspaceDep, part: SliceDep) -> ImportList:
    """All imports, newest first."""
    records = workspace.importer.records()
    shown = records[part.offset : part.offset + part.limit]
    link = part.next_link(request, None, more=len(records) > part.offset + part.limit)
    response.headers.update(link_header(link))
    return ImportList(items=[ImportResource.of(record) for record in shown], next=link)


@router.get("/{import_id}")
def read_import(import_id: str, workspace: WorkspaceDep) -> ImportResource:
    return ImportResource.of(workspace.importer.record(import_id))


@router.get("/{import_id}/report", responses={200: {"content": {"text/html": {}}}}, response_model=ReportResource)
def read_report(
    request: Request, import_id: str, workspace: WorkspaceDep, chosen: SelectionDep, start: Start = 0
) -> ReportResource | Response:
    """The import with its issues and what the shapes say, in both languages; as a page for people who ask for HTML.

    Of findings, issues and questions the first 500 are shown; /findings and /issues have all, page by page.
    """
    report = workspace.importer.report(import_id)
    if preferred(accept_of(request), ("application/json", "text/html")) == "text/html":
        headers = {"Vary": "Accept", "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}
        page = report_page(report, chosen, start=start, served=True)
        return Response(page, media_type="text/html; charset=utf-8", headers=headers)
    findings = [result for result in report["validation"] if chosen.keeps(result)]
    told = {
        **report,
        "counts": counts(findings),
        "findings_at": f"/api/v1/imports/{import_id}/findings",
        "issues_at": f"/api/v1/imports/{import_id}/issues",
        "validation": in_order(findings)[start : start + SHOWN],
        "issue_list": report["issue_list"][:SHOWN],
        "question_list": report["question_list"][:SHOWN],
    }
    return ReportResource.model_validate(told)


@router.get(
    "/{import_id}/findings",
    responses={200: {"content": {"text/csv": {}, "text/turtle": {}}}},
    response_model=FindingList,
)
def read_findings(
    request: Request, response: Response, import_id: str, workspace: WorkspaceDep, chosen: SelectionDep, part: SliceDep
) -> FindingList | Response:
    """What the shapes say, page by page; as CSV, or as a SHACL validation report in Turtle, all that is chosen."""
    found = [result for result in workspace.importer.validation(import_id) if chosen.keeps(result)]
    form = preferred(accept_of(request), ("application/json", "text/csv", "text/turtle"))
    if form == "text/csv":
        return Response(as_csv(in_order(found)), media_type="text/csv", headers={"Vary": "Accept"})
    if form == "text/turtle":
        report = as_validation_report(in_order(found)).serialize()
        return Response(report, media_type="text/turtle", headers={"Vary": "Accept"})
    shown = in_order(found)[part.offset : part.offset + part.limit]
    link = part.next_link(request, None, more=len(found) > part.offset + part.limit)
    response.headers.update({**link_header(link), "Vary": "Accept"})
    return FindingList.model_validate({"counts": counts(found), "items": shown, "next": link})


@router.get("/{import_id}/issues")
def read_issues(
    request: Request,
    response: Response,
    import_id: str,
    workspace: WorkspaceDep,
    part: SliceDep,
    code: Annotated[str, Query(max_length=80, description="only issues of this code")] = "",
    file: FileQuery = "",
) -> IssueList:
    """What was not understood, is ambiguous or was refused, with its place in the source."""
    issues = [
        issue
        for issue in workspace.importer.issues(import_id)
        if code in ("", issue["code"]) and (not file or fnmatchcase(issue["source"], file))
    ]
    shown = issues[part.offset : part.offset + part.limit]
    link = part.next_link(request, None, more=len(issues) > part.offset + part.limit)
    response.headers.update(link_header(link))
    return IssueList(total=len(issues), items=[{**issue, **where(issue)} for issue in shown], next=link)


@router.get("/{import_id}/diff")
def read_diff(import_id: str, workspace: WorkspaceDep, net: bool = False) -> ChangeResource:
    """What the import changes, or changed; with `net` only the facts that come and go."""
    return ChangeResource.of(workspace.importer.change(import_id), net=net)


@router.post("/{import_id}/publish")
def publish(author: Steward, import_id: str, workspace: WorkspaceDep, note: Note = "") -> VersionResource:
    """Makes the staged import the newest version. 422 if the shapes reject it, 409 if it is not staged."""
    return VersionResource.of(workspace.importer_of(author).publish(import_id, note=note))


@router.post("/{import_id}/discard")
def discard(author: Steward, import_id: str, workspace: WorkspaceDep) -> ImportResource:
    """Throws a staged import away; its record stays."""
    return ImportResource.of(workspace.importer_of(author).discard(import_id))


def clean_name(given: str, number: int) -> str:
    """The name under which an uploaded file is known: without folders, control or direction characters, not hidden."""
    last = nfc(given).replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(sign for sign in last if sign.isprintable()).strip().lstrip(".").strip()
    stem, suffix = Path(printable).stem, Path(printable).suffix
    return (stem[: _LONGEST_NAME - len(suffix)] + suffix)[:_LONGEST_NAME] or f"file-{number + 1}"
