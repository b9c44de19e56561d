"""The command that tells of one entity: describe."""

from datetime import date
from typing import Annotated

import typer

from graph_api.cli.naming import meant_by
from graph_api.cli.options import DEFAULT_DATA, AsJson, AsKnown, Data, Lang, Language, OnlyAt, add, day_of, versions_of

app = typer.Typer(rich_markup_mode=None)


@add(
    app,
    "describe",
    "mandate describe 67-QĐ/TW",
    'mandate describe "Ban Nội chính Trung ương" --at 2023-03-31 --lang en',
)
def describe(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An IRI, type/key, document number or name.")],
    data: Data = DEFAULT_DATA,
    at: OnlyAt = None,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """Tell what the graph says of one thing, with the words of the sources.

    With --at only what held on that day: offices and heads, relations, whether a document was in force.
    """
    from graph_store.chain_reader import Reader
    from graph_store.entities import entity
    from graph_store.entity_day import EntityDay

    only = day_of(at) if at else None
    with versions_of(data).open(as_known) as view:
        reader, iri = Reader(view.store), meant_by(thing, view.store).partition("#")[0]
        day = EntityDay(reader, only) if only else None
        found = entity(view.store, iri, reader=reader, day=day)
        on_day = day.about(iri) if day else None
        if as_json:
            from graph_api.entity_resources import EntityResource, InForceResource, OnDayResource

            status = InForceResource.told(reader, iri, only or date.today())
            told = OnDayResource.of(reader, on_day) if on_day else None
            print(EntityResource.body(view.number, found, status, told, indent=2).decode())
            return
        from graph_store.entity_text import entity_text
        from graph_store.in_force import in_force

        document = reader.thing(iri)
        status_on = (only or date.today()).isoformat()
        force = in_force(reader, document, status_on) if document.core == "Document" else None
        print(entity_text(found, reader, lang.value, on_day, force), end="")
