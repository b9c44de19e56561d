"""RDF files that are built to cost much end in an error that names file, line and limit; work grows with the file."""

from pathlib import Path

import pytest

from ingest.rdf_feed import LineFeed
from ingest.rdf_files import write_rdf
from ingest.rdf_limits import RdfLimits
from ingest.rdf_statements import statements
from ingest.rdf_structure import Structure
from ingest.readers import SourceText, read_source
from ingest.source_graph import SourceGraph
from ontology.errors import SourceError, SourceMalformed, SourceRefused

HEAD = "@prefix x: <https://example.org/> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
LIMITS = RdfLimits(list_members=5, list_depth=3, blank_links=6, nesting=4)


def source(folder: Path, text: str, name: str = "a.ttl") -> SourceText:
    (folder / name).write_text(text, "utf-8")
    return read_source(folder / name)


def refused(read: SourceText, limits: RdfLimits = LIMITS) -> SourceError:
    with pytest.raises(SourceError) as caught:
        write_rdf(read, SourceGraph(read, "other"), limits)
    return caught.value


def clique(size: int) -> str:
    return "".join(f"_:b{i} x:p _:b{j} .\n" for i in range(size) for j in range(size) if i != j)


@pytest.mark.parametrize(
    ("text", "line", "setting"),
    [
        ("x:a x:p (1 2 3\n 4 5 6) .", 4, "MANDATE_RDF_LIST_MEMBERS"),
        ("x:a x:p ((1)\n ((2))\n (((3)))) .", 5, "MANDATE_RDF_LIST_DEPTH"),
        (clique(3) + clique(4), 9, "MANDATE_RDF_BLANK_LINKS"),
        ("x:a x:p [ x:p [ x:p [ x:p [ x:p [ x:p [\n x:p [ x:p [] ] ] ] ] ] ] ] .", 4, "MANDATE_RDF_BLANK_LINKS"),
    ],
)
def test_a_file_over_a_limit_is_refused_with_its_line_and_the_setting(
    tmp_path: Path, text: str, line: int, setting: str
) -> None:
    error = refused(source(tmp_path, HEAD + text))
    assert isinstance(error, SourceRefused)
    assert error.facts["file"] == "a.ttl" and error.facts["line"] == line
    assert f"line {line}" in error.message_in("en") and f"dòng {line}" in error.message_in("vi")
    assert setting in error.hint_in("en") and setting in error.hint_in("vi")


@pytest.mark.parametrize(
    "text",
    [
        "_:a rdf:first 1 ; rdf:rest _:b .\n_:b rdf:first 2 ; rdf:rest _:a .",
        "_:a rdf:first 1 ; rdf:rest _:a .",
        "_:a rdf:first 1 ; rdf:rest rdf:nil, _:b .",
    ],
)
def test_a_list_without_end_or_with_two_is_no_list(tmp_path: Path, text: str) -> None:
    error = refused(source(tmp_path, HEAD + text))
    assert isinstance(error, SourceMalformed) and error.facts["line"] in (3, 4)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonld", '{"@id": "x:a", "x:p":\n' + '{"x:p": ' * 5 + '"{[{["' + "}" * 6),
        (
            "a.rdf",
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="x:">\n'
            + "<x:T><x:p>" * 3
            + "</x:p></x:T>" * 3
            + "</rdf:RDF>",
        ),
    ],
)
def test_json_and_xml_may_not_be_nested_without_end(tmp_path: Path, name: str, text: str) -> None:
    error = refused(source(tmp_path, text, name))
    assert isinstance(error, SourceRefused) and error.facts["line"] == 2


@pytest.mark.parametrize(
    "text",
    [
        "x:a x:p (1 2 3 4 5) .",
        "x:a x:p (((1))) .",
        clique(3),
        "".join(f"x:a{n} x:next x:a{n + 1} .\n" for n in range(500)),
        "".join(f"[] x:p [ x:q {n} ] .\n" for n in range(500)),
    ],
)
def test_lists_and_blank_nodes_within_the_limits_and_chains_of_any_length_are_read(tmp_path: Path, text: str) -> None:
    read = source(tmp_path, HEAD + text)
    graph = SourceGraph(read, "other")
    write_rdf(read, graph, LIMITS)
    assert len(graph.quads()) > len(list(statements(read)))


def test_the_work_on_blank_nodes_grows_with_the_statements_and_no_faster(tmp_path: Path) -> None:
    def steps(size: int) -> float:
        read = source(tmp_path, HEAD + clique(size), f"clique{size}.ttl")
        structure, count = Structure(read, RdfLimits(blank_links=10**9)), 0
        for quad, at in statements(read):
            structure.see(quad, at)
            count += 1
        return structure.steps / count

    assert steps(60) < steps(10) + 3


def test_a_literal_of_many_lines_is_not_read_over_and_over() -> None:
    feed = LineFeed("\n" * 100_000)
    while feed.read():
        pass
    assert feed.reads < 200 and feed.mark.line == 100_000
