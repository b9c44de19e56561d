"""Where the boxes and arrows of a mandate chain stand: layers by depth, from top to bottom. No markup here."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph_store.chain_model import Edge, Node

BOX_WIDTH, BOX_HEIGHT = 212, 94
GAP, LAYER_GAP, MARGIN = 26, 82, 14
WIDEST_LAYER = 4  # boxes drawn of one layer; the list below the drawing has all

_LETTER, _LETTER_HEIGHT = 7, 15  # pixels of a label at the size of style.css
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A node and its upper left corner in pixels."""

    node: Node
    x: int
    y: int

    @property
    def middle(self) -> int:
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """All edges between two boxes, as one curve from the upper to the lower box or beside them on one layer."""

    edges: tuple[Edge, ...]
    label: str
    start: Point
    end: Point
    label_at: Point
    sideways: bool

    @property
    def upwards(self) -> bool:
        """Whether the statement points from the lower box to the upper one."""
        return self.edges[0].reversed


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    left_out: int  # nodes that did not fit


def lay_out(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    name: Callable[[tuple[Edge, ...]], str],
    most: int = WIDEST_LAYER,
) -> Drawing:
    """The drawing of a chain. Nodes of a layer stand near what they hang on; at most `most` of each are drawn.

    Takes   `name`, which gives the label of the edges that one arrow stands for.
    """
    kept = _layers(_kept(nodes, edges, most), edges)
    widest = max((len(layer) for layer in kept), default=1)
    width = widest * (BOX_WIDTH + GAP) - GAP + 2 * MARGIN
    boxes = {
        node.iri: Box(node, x, MARGIN + row * (BOX_HEIGHT + LAYER_GAP))
        for row, layer in enumerate(kept)
        for node, x in zip(layer, _places(len(layer), width), strict=True)
    }
    height = max(len(kept), 1) * (BOX_HEIGHT + LAYER_GAP) - LAYER_GAP + 2 * MARGIN
    return Drawing(width, height, tuple(boxes.values()), _arrows(boxes, edges, name), len(nodes) - len(boxes))


def _kept(nodes: Sequence[Node], edges: Sequence[Edge], most: int) -> list[Node]:
    """The nodes that are drawn: of a wide layer those that lead on, and nothing that hangs on what is not drawn."""
    leads_on = {edge.walked_from for edge in edges}
    above: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        above[edge.walked_to].add(edge.walked_from)
    layers: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        layers[node.depth].append(node)
    kept: dict[str, Node] = {}
    for depth in sorted(layers):
        hanging = [node for node in layers[depth] if depth == 0 or above[node.iri] & kept.keys()]
        hanging.sort(key=lambda node: node.iri not in leads_on)
        kept.update({node.iri: node for node in hanging[:most]})
    return list(kept.values())


def _layers(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[list[Node]]:
    by_depth: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        by_depth[node.depth].append(node)
    above: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        above[edge.walked_to].append(edge.walked_from)
    order: dict[str, float] = {}
    layers = []
    for depth in sorted(by_depth):
        layer = sorted(by_depth[depth], key=lambda node: (_mean(order, above[node.iri]), node.iri))
        order.update({node.iri: (place + 0.5) / len(layer) for place, node in enumerate(layer)})
        layers.append(layer)
    return layers


def _mean(order: dict[str, float], iris: list[str]) -> float:
    known = [order[iri] for iri in iris if iri in order]
    return sum(known) / len(known) if known else 0.5


def _places(count: int, width: int) -> list[int]:
    """Left edges of `count` boxes, centred in `width`."""
    taken = count * (BOX_WIDTH + GAP) - GAP
    return [(width - taken) // 2 + place * (BOX_WIDTH + GAP) for place in range(count)]


def _arrows(boxes: dict[str, Box], edges: Sequence[Edge], name: Callable[[tuple[Edge, ...]], str]) -> tuple[Arrow, ...]:
    pairs: dict[tuple[str, str, bool], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.walked_from in boxes and edge.walked_to in boxes and edge.walked_from != edge.walked_to:
            pairs[edge.walked_from, edge.walked_to, edge.reversed].append(edge)
    leaving: dict[str, list[str]] = defaultdict(list)
    entering: dict[str, list[str]] = defaultdict(list)
    for start, end, _ in pairs:
        leaving[start].append(end)
        entering[end].append(start)
    taken: list[tuple[int, int, int]] = []
    arrows = []
    for (start, end, _), several in pairs.items():
        ports = _port(leaving[start], end, boxes), _port(entering[end], start, boxes)
        first, last = _ends(boxes[start], boxes[end], *ports)
        words, sideways = name(tuple(several)), boxes[start].y == boxes[end].y
        at = _free_place(_sideways_places(first, last) if sideways else _places_on(first, last), words, taken)
        arrows.append(Arrow(tuple(several), words, first, last, at, sideways))
    return tuple(arrows)


def _port(others: list[str], other: str, boxes: dict[str, Box]) -> int:
    """How far from the middle of a box an arrow leaves or enters, so that several do not lie on each other."""
    ordered = sorted(dict.fromkeys(others), key=lambda iri: (boxes[iri].x, iri))
    step = min(44, (BOX_WIDTH - 48) // max(len(ordered), 1))
    return round((ordered.index(other) - (len(ordered) - 1) / 2) * step)


def _ends(start: Box, end: Box, leave: int, enter: int) -> tuple[Point, Point]:
    if start.y == end.y:
        right, middle = end.x > start.x, start.y + BOX_HEIGHT // 2
        return (start.x + (BOX_WIDTH if right else 0), middle), (end.x + (0 if right else BOX_WIDTH), middle)
    down = end.y > start.y
    return (
        (start.middle + leave, start.y + (BOX_HEIGHT if down else 0)),
        (end.middle + enter, end.y + (0 if down else BOX_HEIGHT)),
    )


def _places_on(first: Point, last: Point) -> list[Point]:
    """Points of the curve between two boxes where a label may stand, best first. It leaves and enters upright."""
    (x1, y1), (x2, y2) = first, last
    found = []
    for t in (0.5, 0.62, 0.38, 0.74, 0.26):
        bend = 3 * t * t - 2 * t * t * t
        run = 1.5 * t * (1 - t) * (1 - t) + 1.5 * (1 - t) * t * t + t * t * t
        found.append((round(x1 + (x2 - x1) * bend), round(y1 + (y2 - y1) * run)))
    return found


def _sideways_places(first: Point, last: Point) -> list[Point]:
    """Above and below the row of boxes, as there is no room between them."""
    middle = (first[0] + last[0]) // 2
    return [(middle, first[1] - BOX_HEIGHT // 2 - 10), (middle, first[1] + BOX_HEIGHT // 2 + 12)]


def _free_place(places: list[Point], words: str, taken: list[tuple[int, int, int]]) -> Point:
    """The first place whose label covers no other one, else the first of all; it is taken then."""
    half = len(words) * _LETTER // 2
    free = (p for p in places if all(abs(p[0] - x) > half + w or abs(p[1] - y) > _LETTER_HEIGHT for x, y, w in taken))
    place = next(free, places[0])
    taken.append((*place, half))
    return place
