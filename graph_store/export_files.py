"""Exports on disk: whole or not there, with their SHA-256 beside them for `sha256sum -c`."""

import os
from hashlib import file_digest
from pathlib import Path

from graph_store.disk import full_disk_told, remove_tree, write_durably
from graph_store.export import ExportFormat, FolderWriter, export_format
from graph_store.output_file import file_place, folder_place, is_stream, output_file
from graph_store.progress import Progress, silent
from graph_store.view import View

_ZIP = ".zip"


def export_to(view: View, name: str, target: Path, progress: Progress | None = None) -> None:
    """Writes a version to the file `target` and its checksum to `target`.sha256; a device or pipe has none.

    A format of many files makes `target` a folder, with checksums in its SHA256SUMS, unless the name ends with .zip.
    Raises NotFound for a format that is not written, ImportStateError for a folder that holds something and for what
    belongs to a data folder, StoreFull; what stood there before is still there then, and when it is stopped.
    """
    form, told = export_format(name), progress or silent
    if is_stream(target):
        with target.open("wb") as stream:
            form.write(view, stream, told)
    elif form.write_folder and target.suffix != _ZIP:
        write_folder(form.write_folder, view, folder_place(target), told)
    else:
        _write_file(form, view, file_place(target), told)


def _write_file(form: ExportFormat, view: View, target: Path, told: Progress) -> None:
    with output_file(target) as file:
        form.write(view, file, told)
    with target.open("rb") as written:
        checksum = file_digest(written, "sha256").hexdigest()
    # The file is there: with the older checksum beside it, it would be found out, not trusted.
    with full_disk_told(target.parent):
        write_durably(target.with_name(target.name + ".sha256"), f"{checksum}  {target.name}\n")


def write_folder(write: FolderWriter, view: View, target: Path, told: Progress) -> None:
    """Fills the folder `target`, which is whole or not there. Raises StoreFull."""
    temporary = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with full_disk_told(target.parent):
            temporary.mkdir()
            write(view, temporary, told)
            temporary.replace(target)
    finally:
        remove_tree(temporary)
