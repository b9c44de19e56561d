"""The pieces of the generator: Markdown that says what was meant, diagrams that Mermaid reads, examples that hold."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Store
from rdflib import RDF, Graph, URIRef

from docs.generator.diagram import Flowchart, class_diagram
from docs.generator.examples import example
from docs.generator.markdown import anchor, code, relative, table, text
from docs.generator.neo4j_page import EXAMPLES
from docs.generator.site import REFERENCE, pages
from docs.generator.tables import fillings
from graph_store.kglite_engine import KgliteEngine
from graph_store.view import View
from ingest.demo import reference_tables
from ingest.known import Known
from ingest.reading import SourceReader
from ontology import terms
from ontology.terms import MG
from queries.catalog import question
from shapes.check import check
from tests.shapes import examples as accepted

CLASSES = sorted(terms.classes())
_NODE = re.compile(r'    (n_\w+)(?:\["[^"]*"\]|\(\["[^"]*"\]\))(?::::here)?')
_EDGE = re.compile(r'    (n_\w+) (?:-->|-\.->)\|"([^"]*)"\| (n_\w+)')
_WORDS = re.compile(r"(?:[^\W_]|[ .,\-/()]|<br/>|#\d+;)+")
DIAGRAMS = [
    (page, block)
    for page, written in pages().items()
    for block in re.findall(r"^```mermaid\n(.*?)\n```$", written, re.MULTILINE | re.DOTALL)
]


@pytest.mark.parametrize(("page", "diagram"), DIAGRAMS, ids=[page for page, _ in DIAGRAMS])
def test_a_diagram_is_a_flowchart_whose_edges_join_nodes_that_it_declares(page: str, diagram: str) -> None:
    head, *lines, last = diagram.splitlines()
    assert head == "flowchart LR" and last.startswith("    classDef here ")
    declared, used = [], set()
    for line in lines:
        if edge := _EDGE.fullmatch(line):
            used |= {edge[1], edge[3]}
            assert edge[2]
        else:
            node = _NODE.fullmatch(line)
            assert node, line
            declared.append(node[1])
        for words in re.findall(r'"([^"]*)"', line):
            assert _WORDS.fullmatch(words), words
    assert len(declared) == len(set(declared)) and used <= set(declared)


@pytest.mark.parametrize("class_iri", CLASSES, ids=terms.local_name)
def test_the_diagram_of_a_class_marks_it(class_iri: str) -> None:
    marked = [line for line in class_diagram(class_iri).splitlines() if line.endswith(":::here")]
    assert len(marked) == 1 and f'"{terms.local_name(class_iri)}<br/>' in marked[0]


def test_edges_between_two_nodes_are_gathered_and_no_sign_breaks_a_label() -> None:
    chart = Flowchart()
    for word in ("basedOn", "basedOn", 'a"]-->x', "end"):
        chart.edge(str(MG.Document), [word], str(MG.Body))
    (edge,) = (line for line in chart.text().splitlines() if "-->" in line)
    assert edge == '    n_mg_Document -->|"basedOn, a#34;#93;--#62;x<br/>end"| n_mg_Body'


def test_text_is_read_as_it_stands() -> None:
    assert text("a|b <c> *d* _e_ [f]\n`g` & ~h") == r"a\|b \<c\> \*d\* \_e\_ \[f\] \`g\` &amp; \~h"


def test_code_fits_a_cell_of_a_table() -> None:
    assert code("a|b") == "`a\\|b`" and code("a`b") == "`` a`b ``"


def test_a_table_leaves_out_columns_that_no_row_fills() -> None:
    assert table(["a", "b", "c"], [["1", "", "3"], ["4", "", ""]]).splitlines()[0] == "| a | c |"
    assert table(["a"], []) == ""


@pytest.mark.parametrize(
    ("target", "page", "way"),
    [
        ("classes/Body.md", "index.md", "classes/Body.md"),
        ("properties.md#from", "classes/Body.md", "../properties.md#from"),
        ("properties.md#from", "properties.md", "#from"),
        ("../../ontology/core.ttl", "classes/Body.md", "../../../ontology/core.ttl"),
    ],
)
def test_a_link_is_written_as_seen_from_its_page(target: str, page: str, way: str) -> None:
    assert relative(target, page) == way


def test_a_heading_in_two_languages_has_the_place_that_github_gives_it() -> None:
    assert anchor("Được trỏ tới bởi · Is object of") == "được-trỏ-tới-bởi--is-object-of"
    assert anchor("mandate_chain") == "mandate_chain"


@pytest.mark.parametrize("class_iri", CLASSES, ids=terms.local_name)
def test_the_example_of_a_class_holds_one_of_it_and_breaks_no_shape(class_iri: str) -> None:
    told = Graph().parse(data=example(class_iri), format="turtle")
    assert class_iri in {a for kind in told.objects(None, RDF.type) for a in terms.ancestors(str(kind))}
    whole = accepted.with_evidence(Graph().parse(accepted.NEIGHBOURS) + told)
    assert check(whole).violations == ()


@pytest.fixture(scope="module")
def bundled() -> View:
    """The bundled tables as one version."""
    store = Store()
    reading = SourceReader(Known()).read(reference_tables(), {}, lambda *_: None)
    store.extend(quad for graph in reading.graphs for quad in graph.quads())
    return View(0, store, None, None)


@pytest.mark.parametrize(("name", "values"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_query_of_the_neo4j_page_finds_something_in_the_bundled_graph(
    bundled: View, name: str, values: dict[str, str]
) -> None:
    engine = KgliteEngine(bundled)
    assert engine.answer(question(name), question(name).bind(values)).rows
    engine.close()


def test_a_class_is_filled_by_the_tables_whose_rows_say_something_of_it() -> None:
    told = {known.table: known for known in fillings()[str(MG.Holding)]}
    assert told.keys() == {"holdings.csv"} and "appointed_by" in told["holdings.csv"].columns
    assert str(MG.heldBy) in told["holdings.csv"].properties
    assert "documents.csv" in {known.table for known in fillings()[str(MG.Regulation)]}


def test_the_example_of_a_class_without_an_accepted_one_is_the_one_that_the_ontology_gives() -> None:
    told = Graph().parse(data=example(str(MG.Decree)), format="turtle")
    assert {str(o) for o in told.objects(None, URIRef(terms.PREFIXES["skos"] + "prefLabel"))} == {"45/2022/NĐ-CP"}
    assert set(told.objects(None, MG.kind)) == {terms.CODE["document-kind/nghi-dinh"]}


def test_checking_writes_nothing_and_fails_if_a_page_is_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docs.generator", "--check", "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=REFERENCE.parent.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "reference/index.md: missing" in done.stdout and not list(tmp_path.iterdir())


def test_writing_elsewhere_leaves_strangers_files_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine", "utf-8")
    command = [sys.executable, "-m", "docs.generator", "--out", str(tmp_path)]
    subprocess.run(command, cwd=REFERENCE.parent.parent, capture_output=True, check=True)
    assert (tmp_path / "mine.md").read_text("utf-8") == "mine" and (tmp_path / "reference" / "index.md").is_file()
