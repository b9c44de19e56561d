"""The pages of imports: what came in, what was not understood and where, and what is asked.

Nothing here writes: the scripts of the pages send what is decided to the API, with the key that its user types.
"""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from graph_api.guard import SECURITY_HEADERS
from graph_api.negotiation import language_of
from graph_api.pages.site import link_query
from graph_api.routers.pages import page
from graph_api.routers.parameters import SelectionDep, SliceDep, WorkspaceDep
from shapes.grouping import counts, grouped
from shapes.reasons import where

router = APIRouter(prefix="/imports", include_in_schema=False)
_POLICY = f"{SECURITY_HEADERS['Content-Security-Policy']}; script-src 'self'; connect-src 'self'"
_ISSUES = 200  # that are shown; the report of the API has all
Shown = Annotated[Literal["open", "decided"], Query(description="which questions")]


@router.get("")
def list_imports(request: Request, workspace: WorkspaceDep, part: SliceDep) -> HTMLResponse:
    records = workspace.importer.records()
    shown = records[part.offset : part.offset + part.limit]
    link = part.next_link(request, None, more=len(records) > part.offset + part.limit)
    return page(request, workspace.versions.current_number(), "imports.html", records=shown, next=link)


@router.get("/{import_id}")
def show_import(
    import_id: str, request: Request, workspace: WorkspaceDep, chosen: SelectionDep, part: SliceDep
) -> HTMLResponse:
    """The report of one import: files, issues with their place and hint, and of what the shapes say the chosen part."""
    report, language = workspace.importer.report(import_id), language_of(request)
    kept = {name: value for name, value in asdict(chosen).items() if value}
    found = [result for result in report["validation"] if chosen.keeps(result)]
    told = counts(report["validation"])
    rules = [
        (row["severity"], row["rule"], row["count"], link_query(request, **{**kept, "rule": row["rule"]}))
        for row in told["rules"]
    ]
    return page(
        request,
        workspace.versions.current_number(),
        "import.html",
        report=report,
        issues=[{**issue, "where": where(issue)[f"where_{language}"]} for issue in report["issue_list"][:_ISSUES]],
        groups=grouped(found, part.offset, part.limit),
        found=len(found),
        rules=rules,
        chosen=asdict(chosen),
        next=part.next_link(request, None, more=len(found) > part.offset + part.limit),
    )


@router.get("/{import_id}/review")
def review(
    import_id: str, request: Request, workspace: WorkspaceDep, part: SliceDep, show: Shown = "open"
) -> HTMLResponse:
    """The questions of an import, to be answered; those that are decided with who answered, and why."""
    from graph_api.pages.review_view import question_views  # it wants much of ingest, which the start does not

    record, language, query = workspace.importer.record(import_id), language_of(request), link_query(request)
    asked = workspace.importer.questions(import_id)
    decided = [question for question in asked if question.state == "decided"]
    undecided = [question for question in asked if question.state != "decided"]
    chosen = decided if show == "decided" else undecided
    told = workspace.reviews_of(workspace.settings.author).told(
        import_id, chosen[part.offset : part.offset + part.limit]
    )
    tabs = [
        ("open", f"/imports/{import_id}/review{query}", len(undecided)),
        ("decided", f"/imports/{import_id}/review{link_query(request, show='decided')}", len(decided)),
    ]
    return _writing_page(
        request,
        workspace.versions.current_number(),
        "review.html",
        record=record,
        questions=question_views(told, workspace.judgements.all(), language, query),
        tabs=tabs,
        shown=show,
        next=part.next_link(request, None, more=len(chosen) > part.offset + part.limit),
    )


def _writing_page(request: Request, version: int, template: str, **context: Any) -> HTMLResponse:
    """A page whose own scripts may run and speak to this server; it is kept nowhere."""
    answer = page(request, version, template, **context)
    answer.headers.update({"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"})
    return answer
