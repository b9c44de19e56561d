"""What `mandate demo` does to an empty data folder, and what it tells to try there."""

import shlex
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from graph_api.cli.options import DEFAULT_DATA
from graph_api.pages.examples import examples_of
from graph_api.settings import Settings
from graph_api.workspace import Workspace
from graph_store.versions import VersionStore
from ingest.demo import reference_tables, sample_texts
from ontology.errors import NotConformant

Progress = Callable[[int, int, str], None]
# The steps, as they stand in the notes of the versions; each is one version, so that `diff 1 2` has something to show.
_STEPS: tuple[tuple[str, Callable[[], list[Path]], str], ...] = (
    ("demo: the reference tables", reference_tables, "reference"),
    ("demo: two sample texts", sample_texts, "demonstration"),
)


def build(settings: Settings, progress: Progress | None) -> None:
    """Publishes the bundled graph into a folder without versions, or goes on where an earlier demo was stopped."""
    workspace = Workspace(settings)
    try:
        notes = [manifest.note for manifest in reversed(workspace.versions.log())]
        steps = [note for note, _, _ in _STEPS]
        if notes != steps[: len(notes)]:
            return
        for note, files, source_class in _STEPS[len(notes) :]:
            record = workspace.importer.stage(files(), progress=progress, source_class=source_class)
            if record.status == "staged":
                workspace.importer.publish(record.id, note=note)
            elif record.status == "refused":
                raise NotConformant(
                    "the bundled files were refused",
                    message_vi="các tệp đi kèm bị từ chối",
                    hint=f"`mandate show {record.id}` says why",
                    hint_vi=f"`mandate show {record.id}` cho biết vì sao",
                )
    finally:
        workspace.close()


def what_to_try(data: Path) -> Iterator[str]:
    """Commands that give an answer on the newest version, and what they show."""
    versions = VersionStore(data)
    where = "" if data == DEFAULT_DATA else f" --data {shlex.quote(str(data))}"
    with versions.open() as view:
        yield f"{data}: version {view.number}, {len(view.store)} quads"
        yield "Hãy thử / try:"
        for example in examples_of(view.store, date.today(), "en"):
            thing = example.path.removeprefix("/chain/")
            yield f"  mandate trace {thing} --at {example.day}{where}    # {example.text}"
    if versions.current_number() > 1:
        yield f"  mandate diff 1 2{where}    # what the second import added"
    yield f"  mandate ask{where}    # the ready questions"
