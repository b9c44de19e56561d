"""Exports on disk: whole or not there, with their SHA-256 beside them for `sha256sum -c`."""

import os
from hashlib import file_digest
from pathlib import Path

from graph_store.disk import full_disk_told, remove_tree, write_durably
from graph_store.export import ExportFormat, FolderWriter, export_format
from graph_store.progress import Progress, silent
from graph_store.view import View
from ontology.errors import ImportStateError

_ZIP = ".zip"


def export_to(view: View, name: str, target: Path, progress: Progress | None = None) -> None:
    """Writes a version to the file `target` and its checksum to `target`.sha256.

    A format of many files makes `target` a folder, with checksums in its SHA256SUMS, unless the name ends with .zip.
    Raises NotFound for a format that is not written, ImportStateError for a folder that holds something, StoreFull;
    what stood there before is still there then, and when it is stopped.
    """
    form = export_format(name)
    temporary = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with full_disk_told(target.parent):
            if form.write_folder and target.suffix != _ZIP:
                _write_folder(form.write_folder, view, temporary, target, progress or silent)
            else:
                _write_file(form, view, temporary, target, progress or silent)
    finally:
        if temporary.is_dir():
            remove_tree(temporary)
        temporary.unlink(missing_ok=True)


def _write_file(form: ExportFormat, view: View, temporary: Path, target: Path, told: Progress) -> None:
    with temporary.open("w+b") as file:
        form.write(view, file, told)
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        checksum = file_digest(file, "sha256").hexdigest()
    temporary.replace(target)  # with the older checksum beside it, it would be found out, not trusted
    write_durably(target.with_name(target.name + ".sha256"), f"{checksum}  {target.name}\n")


def _write_folder(write: FolderWriter, view: View, temporary: Path, target: Path, told: Progress) -> None:
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise ImportStateError(
            f"{target} holds something already; nothing was written",
            message_vi=f"{target} đã chứa dữ liệu; chưa ghi gì",
            hint="name a new folder, or one that is empty",
            hint_vi="chọn thư mục mới, hoặc thư mục trống",
        )
    temporary.mkdir()
    write(view, temporary, told)
    temporary.replace(target)
