"""A data folder anew from an export that keeps named graphs: its first version is equal to the one exported."""

import os
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from graph_store.disk import full_disk_told, remove_tree, require_empty, sync_folder
from graph_store.export import FORMATS, ExportFormat
from graph_store.manifest import Manifest
from graph_store.progress import Progress, counted, silent
from graph_store.quad_files import GraphFile, Place, append_quads
from graph_store.versions import VersionStore
from graph_store.view import Proposal
from ontology.errors import Hint, SourceMalformed, SourceUnreadable

_IMPORT = "restored"
_OTHER: Hint = {
    "hint": "give an export as nquads, trig or jsonld; `mandate import` takes in any other RDF as a source",
    "hint_vi": "dùng bản xuất nquads, trig hoặc jsonld; `mandate import` nhập RDF khác như một nguồn",
}


def is_export(source: Path) -> bool:
    """Whether the file is named as an export is: after the format, or with the ending that the format has."""
    return _form_of(source) is not None


def _form_of(source: Path) -> ExportFormat | None:
    forms = FORMATS.values()
    return next((form for form in forms if source.name.endswith((f".{form.ending}", f".{form.name}"))), None)


def restore_export(source: Path, data: Path, *, author: str, at: str, progress: Progress | None = None) -> Manifest:
    """Makes the data folder anew, which must be empty or not there; what shapes say is not asked again.

    Memory holds a named graph at a time. Raises ImportStateError for a folder that holds something, SourceUnreadable
    for a file that is no export of ours, SourceMalformed for broken syntax; the folder is whole or as it was then.
    """
    form, data = _form_of(source), data.resolve()
    if form is None or form.rdf_format is None or not form.keeps_graphs:
        raise _no_export(source, "its statements have no sources", "các phát biểu không kèm nguồn")
    require_empty(data)
    aside = data.with_name(f".{data.name}.{os.getpid()}.restoring")
    try:
        with full_disk_told(data.parent), tempfile.TemporaryDirectory(prefix="mandate-restoring-") as name:
            graphs = _graphs(source, form.rdf_format, Path(name) / "graphs.nq", progress or silent)
            versions = VersionStore(aside)
            versions.stage(_IMPORT, Proposal(graphs))
            manifest = versions.publish(_IMPORT, author=author, at=at, note=source.name)
            if data.exists():
                data.rmdir()
            aside.rename(data)
            sync_folder(data.parent)
    finally:
        remove_tree(aside)
    return manifest


def _graphs(source: Path, form: RdfFormat, kept: Path, told: Progress) -> GraphFile:
    """The named graphs of the file, written one after the other to `kept`."""
    places: dict[str, Place] = {}
    with kept.open("wb") as file:
        for graph, quads in groupby(counted(_quads(source, form), told, 0, source.name), lambda q: q.graph_name):
            if not isinstance(graph, NamedNode):
                raise _no_export(source, "it has statements without a source", "có phát biểu không kèm nguồn")
            if graph.value in places:
                raise _no_export(source, f"{graph} stands in it twice", f"{graph} xuất hiện hai lần")
            places[graph.value] = append_quads(file, quads)
    return GraphFile(kept, places)


def _quads(source: Path, form: RdfFormat) -> Iterator[Quad]:
    try:
        for quad in parse(path=str(source), format=form):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                raise _no_export(source, "it has blank nodes", "có nút trống")
            yield quad
    except SyntaxError as error:
        raise SourceMalformed(
            f"{source}, line {error.lineno or 1}: {error.msg}; nothing was restored",
            message_vi=f"{source}, dòng {error.lineno or 1}: sai cú pháp ({error.msg}); chưa khôi phục gì",
            hint=f"compare the file with its checksum: sha256sum -c {source.name}.sha256",
            hint_vi=f"đối chiếu tệp với mã kiểm: sha256sum -c {source.name}.sha256",
            file=str(source),
        ) from error


def _no_export(source: Path, english: str, vietnamese: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"{source} is no export of a whole version: {english}; nothing was restored",
        message_vi=f"{source} không phải bản xuất trọn một phiên bản: {vietnamese}; chưa khôi phục gì",
        file=str(source),
        **_OTHER,
    )
