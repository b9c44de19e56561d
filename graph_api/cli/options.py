"""The options that many commands share, and what they open. Heavy rooms are imported when a command needs them."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    from graph_api.settings import Settings
    from graph_api.workspace import Workspace
    from graph_store.versions import VersionStore

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
Note = Annotated[str, typer.Option("--note", help="A remark kept with the version.")]

Command = TypeVar("Command", bound=Callable[..., Any])


def add(app: typer.Typer, name: str, *examples: str, **more: Any) -> Callable[[Command], Command]:
    """Adds a command whose --help ends with examples."""
    epilog = "\b\nExample:\n" + "\n".join(f"  {example}" for example in examples)
    return app.command(name, epilog=epilog, **more)


def day_of(text: str | None) -> date:
    """The day that --at gives, or today. Raises InvalidIdentifier for anything but one whole day."""
    from ontology.dates import read_date
    from ontology.errors import InvalidIdentifier

    if text is None:
        return date.today()
    day = read_date(text)
    if day.earliest != day.latest:
        raise InvalidIdentifier(
            f"{text!r} is no single day", message_vi=f"{text!r} không phải một ngày", hint="write --at 2022-06-02"
        )
    return day.earliest


def existing(data: Path) -> Path:
    """The data folder, which must be there. Raises StoreUnavailable."""
    if (data / "FORMAT").is_file():
        return data
    raise StoreUnavailable(
        f"there is no data folder at {data}",
        message_vi=f"không có thư mục dữ liệu ở {data}",
        hint="`mandate demo --no-serve` or `mandate import` makes one; --data DIR names another",
    )


def versions_of(data: Path) -> "VersionStore":
    """The versions of an existing data folder."""
    from graph_store.versions import VersionStore

    return VersionStore(existing(data))


def settings_of(data: Path, **given: Any) -> "Settings":
    """The settings from the environment, with what the command line says put over them."""
    from pydantic import ValidationError

    from graph_api.settings import Settings

    try:
        return Settings(data=data, **given)
    except ValidationError as error:
        faults = (f"MANDATE_{str(f['loc'][0]).upper()}: {f['msg']}" for f in error.errors() if f["loc"])
        raise typer.BadParameter("; ".join(faults)) from error


def workspace_of(data: Path, **given: Any) -> "Workspace":
    """The data folder in use: versions, importer and engines."""
    from graph_api.workspace import Workspace

    return Workspace(settings_of(data, **given))
