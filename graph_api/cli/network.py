"""Commands on what rests on what: network weight, circles, gaps, path, export."""

import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.asking import meant_by
from graph_api.cli.options import DEFAULT_DATA, AsJson, AsKnown, Data, Lang, Language, add, versions_of
from graph_api.cli.output import one_line, print_json, print_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph_store.network import Hop

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="What rests on what, as a network: weight, circles, gaps, path, export.",
)


class Kind(StrEnum):
    document = "document"
    body = "body"


class Form(StrEnum):
    graphml = "graphml"
    gexf = "gexf"
    json = "json"


Limit = Annotated[int, typer.Option("--limit", min=1, max=10_000, help="Most rows.")]


@add(app, "weight", "mandate network weight", "mandate network weight --of body --limit 5 --lang en")
def weight(
    of: Annotated[Kind, typer.Option("--of", help="Documents or bodies.")] = Kind.document,
    limit: Limit = 20,
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """List the documents or bodies on which most rests, directly or over others, the heaviest first."""
    from graph_store.network import weights

    with versions_of(data).open(as_known) as view:
        found = weights(view.store, of.value.capitalize(), lang.value, limit)
    if as_json:
        print_json([asdict(weight) for weight in found])
        return
    rows = [(w.name, w.direct, w.all, f"{w.between:.4f}") for w in found]
    print_table(("name", "direct", "all", "between"), rows)


@add(app, "circles", "mandate network circles")
def circles(
    data: Data = DEFAULT_DATA, as_known: AsKnown = None, lang: Language = Lang.vi, as_json: AsJson = False
) -> None:
    """List legal bases that lead back to where they began. There should be none: each is a misreading or a mistake."""
    from graph_store.network import circles as circles_of

    with versions_of(data).open(as_known) as view:
        found = circles_of(view.store, lang.value)
    if as_json:
        print_json([[asdict(hop) for hop in circle] for circle in found])
        return
    for number, circle in enumerate(found, 1):
        print(f"{number}.")
        _print_hops(circle, lang)
    print(f"{len(found)} vòng / circles")


@add(app, "gaps", "mandate network gaps --limit 50")
def gaps(
    limit: Limit = 100,
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """List bodies, kinds of body, posts and offices from which no way leads to any document."""
    from graph_store.network import unsupported

    with versions_of(data).open(as_known) as view:
        found = unsupported(view.store, lang.value)
    if as_json:
        print_json([{"class": core, "iri": iri, "name": name} for core, iri, name in found])
        return
    print_table(("class", "name", "iri"), [(core, name, iri) for core, iri, name in found[:limit]])
    print(f"{min(limit, len(found))} / {len(found)}")


@add(app, "path", 'mandate network path "Phương Thị Thanh" 67-QĐ/TW --lang en')
def path(
    start: Annotated[str, typer.Argument(metavar="A", help="An IRI, type/key, document number or name.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """Explain in as few hops as can be what joins two things, with the words of the sources."""
    from graph_store.network import explanation

    with versions_of(data).open(as_known) as view:
        found = explanation(view.store, meant_by(start, view.store), meant_by(end, view.store), lang.value)
    if as_json:
        print_json([asdict(hop) for hop in found])
    else:
        _print_hops(found, lang)


@add(app, "export", "mandate network export 67-QĐ/TW --depth 2 --format gexf --out chain.gexf")
def export(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An IRI, type/key, document number or name.")],
    depth: Annotated[int, typer.Option("--depth", min=1, max=12, help="Hops around it.")] = 2,
    form: Annotated[Form, typer.Option("--format", help="graphml, gexf, or json as networkx reads it.")] = Form.graphml,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there, not to stdout.")] = None,
    data: Data = DEFAULT_DATA,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
) -> None:
    """Write what stands around a thing as a network, for Gephi, yEd, Cytoscape or networkx."""
    from graph_store.network import neighbourhood, written

    with versions_of(data).open(as_known) as view:
        found = written(neighbourhood(view.store, meant_by(thing, view.store), depth, lang.value), form.value)
    if out is None:
        sys.stdout.buffer.write(found)
        return
    temporary = out.with_name(out.name + ".part")
    try:
        temporary.write_bytes(found)
        temporary.replace(out)
    finally:
        temporary.unlink(missing_ok=True)


def _print_hops(hops: "Iterable[Hop]", lang: Lang) -> None:
    from ontology.terms import ONTOLOGY_BASE, labels

    for hop in hops:
        label = labels(ONTOLOGY_BASE + hop.property_name)
        words = label.vi if lang is Lang.vi else label.en
        print(one_line(f"{hop.names[0]} — {words} → {hop.names[1]}"))
        for quote in hop.quotes[:1]:
            print(f"    “{one_line(quote.quote)}”")
