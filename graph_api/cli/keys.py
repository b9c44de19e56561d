"""Commands on API keys: key create, key list, key remove."""

from dataclasses import asdict
from typing import Annotated

import typer

from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, add
from graph_api.cli.output import print_json, print_table

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="API keys, which writing over HTTP wants.")
KeyName = Annotated[str, typer.Argument(metavar="NAME")]


@add(app, "create", 'mandate key create steward --name "Văn phòng"')
def create(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="steward imports; admin may also roll back.")],
    data: Data = DEFAULT_DATA,
    name: Annotated[str, typer.Option("--name", help="Whose key it is.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a key and print it, once: only its hash is kept."""
    from graph_api.access import create_key, read_keys

    name = name or f"{role}-{len(read_keys(data)) + 1}"
    secret = create_key(data, role, name)
    if as_json:
        print_json({"name": name, "role": role, "key": secret})
    else:
        print(secret)


@add(app, "list", "mandate key list")
def list_keys(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """The names and roles of all keys."""
    from graph_api.access import read_keys

    keys = read_keys(data)
    if as_json:
        print_json([{k: v for k, v in asdict(key).items() if k != "sha256"} for key in keys])
    else:
        print_table(("name", "role"), [(key.name, key.role) for key in keys])


@add(app, "remove", "mandate key remove steward-1")
def remove(name: KeyName, data: Data = DEFAULT_DATA) -> None:
    """Take a key away; from now on it opens nothing."""
    from graph_api.access import remove_key

    remove_key(data, name)
    print(f"{name}: removed")
