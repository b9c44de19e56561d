"""What pages are made of: escaped markup, words in both languages, drawings of any shape."""

import html
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from graph_api.pages.drawing import draw
from graph_api.pages.layout import BOX_HEIGHT, BOX_WIDTH, WIDEST_LAYER, lay_out
from graph_api.pages.markup import Markup, element
from graph_api.pages.texts import texts
from graph_api.pages.words import date_words, period_words
from graph_store.chain_model import Chain, Edge, Node

PAGES = Path(__file__).parent.parent.parent / "graph_api"
EVIL = "\"><script>alert(1)</script>&'{{ 7*7 }}"
# Keys that are put together while a page is made, by their beginning.
COMPOSED = (
    "column-",
    "state-",
    "file-",
    "severity-",
    "gravity-",
    "head-",
    "schema-key-",
    "value-",
    "next-",
    "chain-title-",
    "example-",
    "problem-",
    "answer-",
    "verdict-",
    "question-",
    "review-open",
    "review-decided",
)


def chain(nodes: list[Node], edges: list[Edge]) -> Chain:
    return Chain(nodes[0].iri, "up", "2024-01-01", 12, tuple(nodes), tuple(edges), False, 0)


def node(name: str, depth: int, label: str = "") -> Node:
    return Node(f"https://w3id.org/mandate-graph/id/document/{name}", "Decision", label or name, "", depth)


def edge(lower: Node, upper: Node) -> Edge:
    return Edge(lower.iri, "basedOn", upper.iri, False, "stated", "certain", None, None)


def test_what_comes_from_outside_is_escaped() -> None:
    made = str(element("a", EVIL, Markup("<b>ours</b>"), href=EVIL))
    assert "<script" not in made and made.endswith("<b>ours</b></a>")
    assert ElementTree.fromstring(made).get("href") == EVIL


@pytest.mark.parametrize("path", ["/search", "/questions/documents_by_number", "/sparql"])
def test_a_page_does_not_run_what_was_typed(client: TestClient, path: str) -> None:
    typed = {"q": EVIL, "number": EVIL, "query": EVIL, "ask": "1"}
    page = client.get(path, params=typed, headers={"Accept": "text/html"})
    assert page.status_code == 200 and "<script" not in page.text and EVIL in html.unescape(page.text)
    assert "script-src" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_every_text_stands_in_both_languages_and_is_used() -> None:
    sources = [*PAGES.rglob("*.html"), *PAGES.rglob("*.py")]
    written = "\n".join(path.read_text("utf-8") for path in sources)
    asked = set(re.findall(r"""\b(?:t|text)\(["']([a-z0-9-]+)["']""", written))
    quoted = set(re.findall(r"""["']([a-z0-9-]+)["']""", written))
    assert {key for key in asked - texts().keys() if not key.endswith("-")} == set()
    assert {key for key in texts().keys() - quoted if not key.startswith(COMPOSED)} == set()
    assert all(entry["vi"].strip() and entry["en"].strip() for entry in texts().values())


def test_a_drawing_of_hostile_names_is_well_formed() -> None:
    first, second = node("a", 0, EVIL), node("b", 1, EVIL * 20)
    drawn = chain([first, second], [edge(first, second)])
    svg, left_out = draw(drawn, {n.iri: n.label_vi for n in drawn.nodes}, "vi", "?lang=vi")
    tree = ElementTree.fromstring(str(svg))
    assert left_out == 0 and not [e for e in tree.iter() if e.tag.endswith("script")]


def test_boxes_of_a_drawing_stand_apart_and_inside_it() -> None:
    root = node("root", 0)
    middle = [node(f"m{i}", 1) for i in range(4)]
    leaves = [node(f"l{i}", 2) for i in range(3)]
    edges = [edge(root, m) for m in middle] + [edge(m, leaf) for m in middle for leaf in leaves]
    drawing = lay_out([root, *middle, *leaves], edges, lambda several: several[0].predicate)
    places = [(box.x, box.y) for box in drawing.boxes]
    assert all(0 <= x <= drawing.width - BOX_WIDTH and 0 <= y <= drawing.height - BOX_HEIGHT for x, y in places)
    for i, (x, y) in enumerate(places):
        assert all(abs(x - a) >= BOX_WIDTH or abs(y - b) >= BOX_HEIGHT for a, b in places[i + 1 :])
    assert len(drawing.arrows) == len(edges)


def test_of_a_wide_layer_those_are_drawn_that_lead_on() -> None:
    root, last = node("root", 0), node("z-last", 2)
    wide = [node(f"w{i:02}", 1) for i in range(20)]
    edges = [edge(root, w) for w in wide] + [edge(wide[-1], last)]
    drawing = lay_out([root, *wide, last], edges, lambda several: "")
    shown = {box.node.iri for box in drawing.boxes}
    assert {root.iri, wide[-1].iri, last.iri} <= shown
    assert len(shown) == 2 + WIDEST_LAYER and drawing.left_out == 20 - WIDEST_LAYER


def test_what_hangs_on_a_box_that_is_not_drawn_is_left_out_too() -> None:
    root = node("root", 0)
    wide = [node(f"w{i}", 1) for i in range(WIDEST_LAYER + 1)]
    ends = [node(f"e{i}", 2) for i in range(WIDEST_LAYER + 1)]
    edges = [edge(root, w) for w in wide] + [edge(w, e) for w, e in zip(wide, ends, strict=True)]
    drawing = lay_out([root, *wide, *ends], edges, lambda several: "")
    reached = {arrow.edges[0].object for arrow in drawing.arrows} | {root.iri}
    assert {box.node.iri for box in drawing.boxes} == reached and drawing.left_out == 2


@pytest.mark.parametrize(
    ("lexical", "vietnamese", "english"),
    [
        ("2022-06-02", "02/06/2022", "2022-06-02"),
        ("2022-06", "06/2022", "2022-06"),
        ("2022", "2022", "2022"),
        ("2023-33", "quý I/2023", "2023 Q1"),
        ("2023-36", "quý IV/2023", "2023 Q4"),
        ("about 2020", "about 2020", "about 2020"),
    ],
)
def test_a_date_is_written_as_people_write_it_and_as_exactly(lexical: str, vietnamese: str, english: str) -> None:
    assert (date_words(lexical, "vi"), date_words(lexical, "en")) == (vietnamese, english)


def test_an_unknown_end_is_not_made_up() -> None:
    assert period_words("2016-02", None, "vi") == "từ 02/2016" and period_words(None, None, "vi") == ""
