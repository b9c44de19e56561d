"""The pages of imports: what came in, what was not understood, and where."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from graph_api.negotiation import language_of
from graph_api.pages.texts import property_label
from graph_api.routers.pages import page
from graph_api.routers.parameters import SliceDep, WorkspaceDep
from ontology.terms import ONTOLOGY_BASE, local_name

router = APIRouter(prefix="/imports", include_in_schema=False)


@router.get("")
def list_imports(request: Request, workspace: WorkspaceDep, part: SliceDep) -> HTMLResponse:
    records = workspace.importer.records()
    shown = records[part.offset : part.offset + part.limit]
    link = part.next_link(request, None, more=len(records) > part.offset + part.limit)
    return page(request, workspace.versions.current_number(), "imports.html", records=shown, next=link)


@router.get("/{import_id}")
def show_import(import_id: str, request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """The report of one import: files, issues with their place and hint, and what the shapes say."""
    report, language = workspace.importer.report(import_id), language_of(request)
    results = [
        {**result, "where": property_label(local_name(result["path"]), language)}
        if (result["path"] or "").startswith(ONTOLOGY_BASE)
        else {**result, "where": result["path"] or ""}
        for result in report["validation"]
    ]
    return page(request, workspace.versions.current_number(), "import.html", report=report, results=results)
