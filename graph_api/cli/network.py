"""Commands on what rests on what: network weight, circles, gaps, path, export."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from graph_api.cli.naming import meant_by
from graph_api.cli.options import DEFAULT_DATA, AsJson, AsKnown, Data, Lang, Language, OnlyAt, add, day_of, versions_of
from graph_api.cli.output import print_json, print_table, write_bytes
from ontology.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph_store.network import Hop, Network

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="What rests on what, as a network: weight, circles, gaps, path, export.",
)


class Kind(StrEnum):
    document = "document"
    body = "body"


class Form(StrEnum):
    """node-link is what networkx reads."""

    graphml = "graphml"
    gexf = "gexf"
    node_link = "node-link"
    mermaid = "mermaid"
    svg = "svg"


class PathForm(StrEnum):
    """How a way is printed; node-link is what networkx reads."""

    text = "text"
    graphml = "graphml"
    gexf = "gexf"
    node_link = "node-link"
    mermaid = "mermaid"
    svg = "svg"


Limit = Annotated[int, typer.Option("--limit", min=1, max=10_000, help="Most rows.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there, not to stdout.")]


@add(app, "weight", "mandate network weight", "mandate network weight --of body --at 2023-06-30 --limit 5 --lang en")
def weight(
    of: Annotated[Kind, typer.Option("--of", help="Documents or bodies.")] = Kind.document,
    limit: Limit = 20,
    data: Data = DEFAULT_DATA,
    at: OnlyAt = None,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """List the documents or bodies on which most rests, directly or over others, the heaviest first."""
    from graph_store.network import weights

    with _network(data, at, as_known) as network:
        found = weights(network, of.value.capitalize(), lang.value, limit)
    if as_json:
        print_json([asdict(weight) for weight in found])
        return
    rows = [(w.name, w.direct, w.all, f"{w.between:.4f}") for w in found]
    print_table(("name", "direct", "all", "between"), rows)


@add(app, "circles", "mandate network circles", "mandate network circles --at 2023-06-30")
def circles(
    data: Data = DEFAULT_DATA,
    at: OnlyAt = None,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """List legal bases that lead back to where they began. There should be none: each is a misreading or a mistake."""
    from graph_store.network import circles as circles_of

    with _network(data, at, as_known) as network:
        found = circles_of(network, lang.value)
    if as_json:
        print_json([[asdict(hop) for hop in circle] for circle in found])
        return
    for number, circle in enumerate(found, 1):
        print(f"{number}.")
        _print_hops(circle, lang)
    print(f"{len(found)} vòng / circles")


@add(app, "gaps", "mandate network gaps --limit 50", "mandate network gaps --at 2023-06-30 --lang en")
def gaps(
    limit: Limit = 100,
    data: Data = DEFAULT_DATA,
    at: OnlyAt = None,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """List bodies, kinds of body, posts and offices from which no way leads to any document, and what is missing."""
    from graph_store.network import MISSING
    from graph_store.network import gaps as gaps_of

    with _network(data, at, as_known) as network:
        found = gaps_of(network, lang.value)
    place = 0 if lang is Lang.vi else 1
    if as_json:
        print_json([{**asdict(gap), "why_vi": MISSING[gap.why][0], "why_en": MISSING[gap.why][1]} for gap in found])
        return
    print_table(("class", "name", "iri"), [(gap.core, gap.name, gap.iri) for gap in found[:limit]])
    print(f"{min(limit, len(found))} / {len(found)}")
    for why, count in Counter(gap.why for gap in found).most_common():
        print(f"{count:>5}  {MISSING[why][place]}")


@add(
    app,
    "path",
    'mandate network path "Phương Thị Thanh" 67-QĐ/TW --lang en',
    'mandate network path "Phương Thị Thanh" 67-QĐ/TW --at 2023-03-31 --format svg --out why.svg',
)
def path(
    start: Annotated[str, typer.Argument(metavar="A", help="An IRI, type/key, document number or name.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    form: Annotated[PathForm, typer.Option("--format", help="Told, drawn, or for other programs.")] = PathForm.text,
    out: Out = None,
    data: Data = DEFAULT_DATA,
    at: OnlyAt = None,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """Explain in as few hops as can be what joins two things, with the words of the sources."""
    from graph_store.network import explanation
    from graph_store.network_view import way

    with _network(data, at, as_known) as network:
        ends = meant_by(start, network.reader.store), meant_by(end, network.reader.store)
        if form is not PathForm.text and not as_json:
            from graph_api.pages.picture import PictureForm, picture

            chain = way(network, *ends, day_of(at))
            write_bytes(picture(chain, network.reader, cast(PictureForm, form.value), lang.value), out)
            return
        found = explanation(network, *ends, lang.value)
    if as_json:
        print_json([asdict(hop) for hop in found])
    else:
        _print_hops(found, lang)


@add(
    app,
    "export",
    "mandate network export 67-QĐ/TW --depth 2 --format gexf --out around.gexf",
    'mandate network export "Ban Bí thư" --depth 1 --at 2023-06-30 --format svg --out around.svg',
)
def export(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An IRI, type/key, document number or name.")],
    depth: Annotated[int, typer.Option("--depth", min=1, max=12, help="Hops around it.")] = 2,
    form: Annotated[Form, typer.Option("--format", help="For other programs, or drawn.")] = Form.graphml,
    out: Out = None,
    data: Data = DEFAULT_DATA,
    at: OnlyAt = None,
    as_known: AsKnown = None,
    lang: Language = Lang.vi,
) -> None:
    """Write what stands around a thing as a network, for Gephi, yEd, Cytoscape or networkx, or as a picture."""
    from graph_api.pages.picture import picture
    from graph_store.network_view import around

    with _network(data, at, as_known) as network:
        chain = around(network, meant_by(thing, network.reader.store), depth, day_of(at))
        write_bytes(picture(chain, network.reader, form.value, lang.value), out)


@contextmanager
def _network(data: Path, at: str | None, as_known: int | None) -> "Iterator[Network]":
    """The network of a version, at a day if one is given."""
    from graph_store.network import resting

    with versions_of(data).open(as_known) as view:
        yield resting(view.store, day_of(at) if at else None)


def _print_hops(hops: "Iterable[Hop]", lang: Lang) -> None:
    from ontology.terms import ONTOLOGY_BASE, labels

    for hop in hops:
        label = labels(ONTOLOGY_BASE + hop.property_name)
        print(one_line(f"{hop.names[0]} — {label.told(lang.value)} → {hop.names[1]}"))
        for quote in hop.quotes[:1]:
            print(f"    “{one_line(quote.quote)}”")
