"""Commands on whole data folders: backup, restore."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, add, existing, settings_of
from graph_api.cli.output import print_json, progress_bar
from graph_api.cli.versions import print_version

if TYPE_CHECKING:
    from graph_store.backup import Backup

app = typer.Typer(rich_markup_mode=None)


@add(app, "backup", "mandate backup mandate-2026-11-24.tar")
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must not be there yet.")],
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Write the data folder to one file, while imports go on.

    All versions, records of imports, sources, judgements and the hashes of API keys are in it; staged imports are not.
    """
    from graph_store.backup import back_up

    settings = settings_of(existing(data))
    with progress_bar("backup") as progress:
        done = back_up(data, target, progress)
    if as_json:
        print_json(asdict(done))
        return
    _print(done, target)
    if settings.workflow_url:
        print("phán quyết nằm ở cơ sở dữ liệu khác, không có trong tệp / judgements are kept elsewhere and not in it")


@add(
    app,
    "restore",
    "mandate restore mandate-2026-11-24.tar --data new-folder",
    "mandate restore graph.trig --data new-folder",
)
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, readable=True)],
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Make a data folder anew from a backup, and check every version in it; or from an export.

    The folder must be empty or not there. One byte of a backup that is not as it was written is found; nothing is
    restored then. An export (nquads, trig, jsonld) gives one version, equal to the one exported: same content hash.
    """
    from graph_store.restored_export import is_export, restore_export

    if is_export(source):
        at = datetime.now(UTC).isoformat()
        with progress_bar("restore") as progress:
            manifest = restore_export(source, data, author=settings_of(data).author, at=at, progress=progress)
        print_version(manifest, as_json=as_json)
        return
    from graph_store.backup import restore as bring_back

    with progress_bar("restore") as progress:
        done = bring_back(source, data, progress)
    if as_json:
        print_json(asdict(done))
    else:
        _print(done, data)


def _print(done: "Backup", path: Path) -> None:
    print(f"{path}: phiên bản / version {done.version}, {done.files} files, {done.byte_count / 1e6:.1f} MB")
