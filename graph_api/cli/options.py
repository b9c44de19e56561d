"""The options that many commands share, and what they open. Heavy rooms are imported when a command needs them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from graph_api.cli.usage import WrongUse
from ontology.errors import QueryInvalid, StoreUnavailable
from ontology.text import is_text

if TYPE_CHECKING:
    from graph_api.settings import Settings
    from graph_api.workspace import Workspace
    from graph_store.versions import VersionStore
    from ingest.imports import Importer

DEFAULT_DATA = Path("mandate-data")


class Lang(StrEnum):
    """The language of labels and messages."""

    vi = "vi"
    en = "en"


Data = Annotated[
    Path, typer.Option("--data", envvar="MANDATE_DATA", metavar="DIR", help="The data folder.", show_default=True)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Language = Annotated[Lang, typer.Option("--lang", help="Language of labels and messages.")]
AsKnown = Annotated[
    int | None, typer.Option("--as-known", metavar="N", min=0, help="Ask version N instead of the newest.")
]
At = Annotated[
    str | None, typer.Option("--at", metavar="DATE", help="The day in question, 2023-06-30; today if absent.")
]
OnlyAt = Annotated[
    str | None,
    typer.Option("--at", metavar="DATE", help="Only what holds on this day, 2023-06-30; all times if absent."),
]
Ocr = Annotated[bool, typer.Option("--ocr", help="Recognise the text of scans (PDFs without a text layer).")]
Note = Annotated[str, typer.Option("--note", help="A remark kept with the version.")]

Command = TypeVar("Command", bound=Callable[..., Any])


def add(app: typer.Typer, name: str, *examples: str, **more: Any) -> Callable[[Command], Command]:
    """Adds a command whose --help ends with examples."""
    epilog = "\b\nExample:\n" + "\n".join(f"  {example}" for example in examples)
    return app.command(name, epilog=epilog, **more)


def day_of(text: str | None) -> date:
    """The day that --at gives, or today. Raises InvalidIdentifier for anything but one whole day."""
    from ontology.dates import read_day

    return date.today() if text is None else read_day(text)


def existing(data: Path) -> Path:
    """The data folder, which must be there. Raises StoreUnavailable."""
    if (data / "FORMAT").is_file():
        return data
    raise StoreUnavailable(
        f"there is no data folder at {data}",
        message_vi=f"không có thư mục dữ liệu ở {data}",
        hint="`mandate demo --no-serve` or `mandate import` makes one; --data DIR names another",
        hint_vi="`mandate demo --no-serve` hoặc `mandate import` tạo thư mục này; --data DIR chỉ thư mục khác",
    )


def versions_of(data: Path) -> "VersionStore":
    """The versions of an existing data folder."""
    from graph_store.versions import VersionStore

    return VersionStore(existing(data))


def settings_of(data: Path, **given: Any) -> "Settings":
    """The settings from the environment, with what the command line says put over them.

    Where no Neo4j server is named, the one that `mandate neo4j start` started is taken.
    """
    from pydantic import ValidationError

    from graph_api.field_faults import words
    from graph_api.settings import Settings

    try:
        settings = Settings(data=data, **given)
    except ValidationError as error:
        found = [(f"MANDATE_{str(f['loc'][0]).upper()}", words(f)) for f in error.errors() if f["loc"]]
        said = (
            "; ".join(f"{name} {vi}" for name, (_, vi) in found),
            "; ".join(f"{name} {en}" for name, (en, _) in found),
        )
        raise WrongUse(said) from error
    return settings if settings.neo4j_uri else settings.model_copy(update={"neo4j_uri": _local_neo4j(data)})


def neo4j_home(data: Path) -> Path:
    """The folder of the Neo4j server that `mandate neo4j start` runs for a data folder."""
    return data / "neo4j"


def _local_neo4j(data: Path) -> str:
    """The address of the server that runs for the data folder, or nothing."""
    if not neo4j_home(data).is_dir():
        return ""
    from graph_store.neo4j.server import find

    server = find(neo4j_home(data))
    return server.uri if server else ""


@contextmanager
def opened(data: Path) -> Iterator["Workspace"]:
    """The data folder in use: versions, importer and engines, all closed in the end."""
    from graph_api.workspace import Workspace

    workspace = Workspace(settings_of(data))
    try:
        yield workspace
    finally:
        workspace.close()


def importer_of(data: Path, **given: Any) -> "Importer":
    """The importer of a data folder, which need not be there yet; `given` are settings of the command line."""
    from graph_api.workspace import Workspace

    return Workspace(settings_of(data, **given)).importer


def pairs(values: Sequence[str]) -> dict[str, str]:
    """key=value arguments. Raises QueryInvalid for one without =, one that is not UTF-8, or a key given twice."""
    given: dict[str, str] = {}
    for pair in values:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise QueryInvalid(
                f"{pair[:80]!r} is not key=value",
                message_vi=f"{pair[:80]!r} không có dạng khóa=giá trị",
                hint="e.g. document=67-QĐ/TW; quote names with blanks",
                hint_vi="ví dụ document=67-QĐ/TW; tên có dấu cách thì đặt trong dấu nháy",
            )
        if not is_text(pair):
            raise QueryInvalid(f"{pair[:80]!r} is not UTF-8", message_vi=f"{pair[:80]!r} không phải UTF-8")
        if key in given:
            raise QueryInvalid(f"{key!r} is given twice", message_vi=f"{key!r} được cho hai lần")
        given[key] = value
    return given
