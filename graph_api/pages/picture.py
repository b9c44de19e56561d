"""A chain, neighbourhood or way as a picture of its own: SVG that bears its colours, and the other forms of it."""

import re
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from graph_api.pages.chain_view import named
from graph_api.pages.drawing import draw
from graph_api.pages.markup import Markup
from graph_store.chain_mermaid import chain_mermaid
from graph_store.chain_model import Chain
from graph_store.chain_reader import Reader
from ontology.language import Language

PictureForm = Literal["mermaid", "svg", "graphml", "gexf", "node-link"]
PICTURE_FORMS: tuple[PictureForm, ...] = get_args(PictureForm)
MEDIA: dict[PictureForm, str] = {
    "mermaid": "text/vnd.mermaid",
    "svg": "image/svg+xml",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "node-link": "application/json",
}
_MOST = 12  # boxes of one layer
_RULE = re.compile(r"(?m)^\.chain .*$")
_VARIABLE = re.compile(r"--(\w[\w-]*): ([^;]+);")


def picture(chain: Chain, reader: Reader, form: PictureForm, language: Language) -> bytes:
    """The chain in that form: `node-link` is what networkx.node_link_graph(…, edges="edges") reads."""
    if form == "svg":
        svg, left_out = draw(chain, named(chain, reader, language), language, most=_MOST, style=_style())
        note = f"<!-- {left_out} not drawn -->\n" if left_out else ""
        return f"{svg}\n{note}".encode()
    if form == "mermaid":
        return chain_mermaid(chain, language).encode()
    from graph_store.network_view import flat, written  # networkx takes its time

    return written(flat(chain, language), "json" if form == "node-link" else form)


@cache
def _style() -> Markup:
    """The rules of the pages' stylesheet for drawings, with the colours of light paper put in."""
    sheet = (Path(__file__).parent / "static" / "style.css").read_text("utf-8")
    colours = dict(_VARIABLE.findall(sheet.partition("@media")[0]))
    rules = [rule for rule in _RULE.findall(sheet) if ":" not in rule.partition("{")[0]]
    written = re.sub(r"var\(--([\w-]+)\)", lambda found: colours[found[1]], "\n".join(rules))
    return Markup("<style>\n.chain { font-family: sans-serif; }\n{}\n</style>").replace("{}", written)
