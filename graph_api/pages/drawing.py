"""A mandate chain as inline SVG. Colours stand in style.css; what has a colour has a word or a sign as well."""

from collections.abc import Mapping

from graph_api.pages.layout import BOX_HEIGHT, BOX_WIDTH, WIDEST_LAYER, Arrow, Box, lay_out
from graph_api.pages.markup import Markup, element, entity_link
from graph_api.pages.texts import class_label, property_label, text
from graph_api.pages.words import date_words
from graph_store.chain_model import Chain, Edge, Node
from ontology.language import Language

_LINE, _ROWS = 23, 3  # characters and lines that fit a box at the size of style.css, whatever the font
_KIND, _LABEL = 28, 34


def draw(
    chain: Chain,
    names: Mapping[str, str],
    language: Language,
    query: str = "",
    *,
    most: int = WIDEST_LAYER,
    style: Markup | None = None,
) -> tuple[Markup, int]:
    """The SVG of a chain, and how many of its nodes are not drawn.

    Takes   `names` of all nodes by IRI; `query`, which is added to the links of the boxes, e.g. "?lang=en"; `most`, the
            boxes of one layer; `style`, an element that stands first in a picture of its own, whose links are IRIs.
    """
    drawing = lay_out(chain.nodes, chain.edges, lambda edges: _words(edges, language), most)
    told = names[chain.start] if style else text("chain-drawing", language)
    title = element("title", told, id="chain-title")
    link = (lambda iri: iri) if style else (lambda iri: entity_link(iri) + query)
    parts = [
        *([style] if style else []),
        title,
        _arrow_head("head", "arrow-head"),
        _arrow_head("head-broken", "arrow-head broken"),
    ]
    parts += [_curve(arrow) for arrow in drawing.arrows]
    parts += [
        _box(box, names[box.node.iri], box.node.iri == chain.start, language, link(box.node.iri))
        for box in drawing.boxes
    ]
    parts += [_label(arrow) for arrow in drawing.arrows]
    svg = element(
        "svg",
        *parts,
        viewBox=f"0 0 {drawing.width} {drawing.height}",
        width=drawing.width,
        height=drawing.height,
        role="group",
        aria_labelledby="chain-title",
        class_="chain",
        xmlns="http://www.w3.org/2000/svg",
    )
    return svg, drawing.left_out


def _arrow_head(name: str, style: str) -> Markup:
    path = element("path", d="M0,0 L10,5 L0,10 z", class_=style)
    marker = element(
        "marker",
        path,
        id=name,
        viewBox="0 0 10 10",
        refX=9,
        refY=5,
        markerWidth=8,
        markerHeight=8,
        orient="auto-start-reverse",
    )
    return element("defs", marker)


def _box(box: Box, name: str, start: bool, language: Language, link: str) -> Markup:
    node = box.node
    style = "box" + (" start" if start else "") + (" broken" if node.broken else "")
    lines = _wrapped(name, _ROWS)
    content = [
        element("title", name + _reasons(node, language)),
        element("rect", x=box.x, y=box.y, width=BOX_WIDTH, height=BOX_HEIGHT, rx=8),
        element("text", _kind(node, language), x=box.x + 12, y=box.y + 20, class_="kind"),
        *(
            element("text", line, x=box.x + 12, y=box.y + 42 + 18 * row, class_="name")
            for row, line in enumerate(lines)
        ),
    ]
    return element("a", *content, href=link, class_=style)


def _kind(node: Node, language: Language) -> str:
    """Class and date, with a sign and a word if the thing is broken; the class is cut first."""
    facts = node.facts
    day = next((facts[name] for name in ("issuedOn", "startsOn", "changedOn", "from") if name in facts), "")
    mark, kind = f"✕ {text('broken', language)}" if node.broken else "", class_label(node.type, language)
    date = date_words(day, language) if day else ""
    whole = " · ".join(part for part in (mark, kind, date) if part)
    return whole if len(whole) <= _KIND else _cut(" · ".join(part for part in (mark, date, kind) if part), _KIND)


def _reasons(node: Node, language: Language) -> str:
    return "".join(f" — {r.message_vi if language == 'vi' else r.message_en}" for r in node.broken)


def _curve(arrow: Arrow) -> Markup:
    (x1, y1), (x2, y2) = arrow.start, arrow.end
    half = (y2 - y1) // 2
    path = f"M{x1},{y1} L{x2},{y2}" if arrow.sideways else f"M{x1},{y1} C{x1},{y1 + half} {x2},{y2 - half} {x2},{y2}"
    broken = any(edge.broken for edge in arrow.edges)
    head = f"url(#{'head-broken' if broken else 'head'})"
    ends = {"marker_start": head} if arrow.upwards else {"marker_end": head}
    style = "edge" + (" broken" if broken else "") + ("" if _sure(arrow) else " unsure")
    return element("path", d=path, class_=style, **ends)


def _label(arrow: Arrow) -> Markup:
    x, y = arrow.label_at
    broken = any(edge.broken for edge in arrow.edges)
    return element("text", arrow.label, x=x, y=y + 4, class_="edge-label" + (" broken" if broken else ""))


def _words(edges: tuple[Edge, ...], language: Language) -> str:
    """What the edges say, led by a sign if one is broken."""
    names = list(dict.fromkeys(property_label(edge.predicate, language) for edge in edges))
    return _cut(("✕ " if any(edge.broken for edge in edges) else "") + " · ".join(names), _LABEL)


def _sure(arrow: Arrow) -> bool:
    return all(edge.certainty == "certain" and edge.standing == "stated" for edge in arrow.edges)


def _wrapped(label: str, rows: int) -> list[str]:
    """`label` in at most `rows` lines, broken at blanks, cut with an ellipsis."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > rows:
        lines = [*lines[: rows - 1], " ".join(lines[rows - 1 :])]
    return [_cut(line, _LINE) for line in lines]


def _cut(line: str, length: int) -> str:
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
