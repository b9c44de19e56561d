"""The guard reads a query as the engine does: nothing hides behind comments, escapes or quotes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from graph_store.sparql_guard import check_sparql
from graph_store.sparql_text import read_text
from ontology.errors import QueryInvalid, QueryRefused
from ontology.identifiers import ID_BASE
from ontology.terms import PREFIXES

CALL = "SERVICE <http://127.0.0.1:9/> { ?a ?b ?c }"
HIDDEN = {
    "behind a comment that ends at CR for one parser only": f"SELECT * {{ ?s ?p ?o # x\r {CALL} \n}}",
    "behind a quote written as an escape": f'SELECT * {{ BIND("\\u0022 AS ?x) # " AS ?x) {CALL} \n }}',
    "behind a quote written as a long escape": f'SELECT * {{ BIND("\\U00000022 AS ?x) # " AS ?x) {CALL} \n }}',
    "behind an escaped quote in a string": f'SELECT * {{ BIND("\\" # " AS ?x) {CALL} }}',
    "behind a quote in a long string": f'SELECT * {{ BIND("""a"b""" AS ?x) {CALL} }}',
    "behind an apostrophe in a comment": f"SELECT * {{ # it's\n {CALL} }}",
    "in a subquery of an EXISTS": f"SELECT * {{ FILTER EXISTS {{ SELECT * {{ {CALL} }} }} }}",
    "glued to its address": "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?a ?b ?c } }",
    "in mixed case": f"ASK {{ {CALL.replace('SERVICE', 'sErViCe sIlEnT')} }}",
    "in the pattern of a CONSTRUCT": f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ {CALL} }}",
    "in a DESCRIBE": f"DESCRIBE ?a {{ {CALL} }}",
    "in MINUS": f"SELECT * {{ ?s ?p ?o MINUS {{ {CALL} }} }}",
    "in OPTIONAL in UNION": f"SELECT * {{ {{ ?s ?p ?o }} UNION {{ OPTIONAL {{ {CALL} }} }} }}",
}


@pytest.mark.parametrize("where", HIDDEN)
def test_a_service_is_found_wherever_it_hides(where: str) -> None:
    with pytest.raises(QueryRefused, match="SERVICE"):
        check_sparql(HIDDEN[where])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s <http://x/\\u0041> ?o }",
        "\\U00000053ELECT * { ?s ?p ?o }",
    ],
)
def test_a_code_point_escape_outside_a_string_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused, match="escapes"):
        check_sparql(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("SERVICE <http://x/> {" AS ?x) {}',
        "SELECT ('''it's \"SERVICE\" { \\u0022 \n # no comment''' AS ?x) {}",
        "SELECT * { ?service <http://x/#SERVICE> ?o } # SERVICE <http://x/> {",
        "PREFIX service: <http://x/> SELECT * { ?s service:load 'Ủy viên'@vi }",
        "SELECT * { ?s ?p ?o FILTER(?s<?o && ?o>1) }",
        "SELECT * { ?s mg:issuedOn ?o ; skos:prefLabel ?l }",
        f"SELECT * FROM <{ID_BASE}source/0123456789abcdef> {{ ?s ?p ?o }}",
        "SELECT * { GRAPH ?g { ?s (mg:basedOn|^mg:promulgates)/mg:issuedBy* ?o } }",
    ],
)
def test_a_query_that_only_reads_this_graph_passes(query: str) -> None:
    assert check_sparql(query).text.split() == query.split(" # SERVICE")[0].split()


def test_only_a_query_with_from_has_a_dataset_of_its_own() -> None:
    assert check_sparql(f"SELECT * FROM NAMED <{ID_BASE}import/log> {{ ?s ?p ?o }}").own_dataset
    assert not check_sparql("SELECT * { GRAPH ?g { ?s ?p ?o } }").own_dataset


@pytest.mark.parametrize(
    "graph", ["<urn:elsewhere>", "<http://127.0.0.1/x>", "<file:///etc/hosts>", "<relative>", "mg:x"]
)
def test_from_a_graph_of_others_is_refused(graph: str) -> None:
    for word in ("FROM", "FROM NAMED"):
        with pytest.raises(QueryRefused, match="FROM"):
            check_sparql(f"BASE <{ID_BASE}> SELECT * {word} {graph} {{ ?s ?p ?o }}")


@pytest.mark.parametrize("brackets", ["{}", "()", "[]"])
def test_nesting_is_counted_outside_strings_and_comments_only(brackets: str) -> None:
    opening, closing = brackets[0], brackets[1]
    assert read_text(f"'{opening * 500}' # {opening * 500}\n {opening * 7}{closing * 7}{opening}").depth == 7
    with pytest.raises(QueryRefused, match="nesting"):
        check_sparql("SELECT * " + opening * 129 + closing * 129)


def test_brackets_that_a_comparison_makes_look_like_an_iri_are_counted() -> None:
    with pytest.raises(QueryRefused, match="nesting"):
        check_sparql("SELECT * { FILTER(?a<" + "(" * 200 + "1" + ")" * 200 + "&&?c>?d) }")


@pytest.mark.parametrize(
    "pattern",
    [
        " . ".join(f"?s{i} ?p{i} ?o{i}" for i in range(101)),
        "?s ?p " + ", ".join(f"?o{i}" for i in range(101)),
        "?s " + "; ".join(f"?p{i} ?o{i}" for i in range(101)),
        "?s " + "/".join(["mg:basedOn"] * 102) + " ?o",
        "?s " + "|".join(["mg:basedOn"] * 102) + " ?o",
        "?s ?p (" + "1 " * 51 + ")",
        " ".join("{ ?s ?p ?o }" for _ in range(101)),
        "FILTER EXISTS { " + " . ".join(f"?s ?p ?o{i}" for i in range(101)) + " }",
    ],
)
def test_more_than_a_hundred_patterns_are_refused_however_they_are_written(pattern: str) -> None:
    with pytest.raises(QueryRefused, match="more than the 100"):
        check_sparql(f"SELECT * {{ {pattern} }}")


@pytest.mark.parametrize("prefix", ["ex", ""])
def test_a_prefix_that_nobody_declared_is_named(prefix: str) -> None:
    with pytest.raises(QueryInvalid, match=f"prefix {prefix}:"):
        check_sparql(f"SELECT * {{ ?s {prefix}:p ?o }}")
    assert check_sparql(f"PREFIX {prefix}: <urn:x> SELECT * {{ ?s {prefix}:p ?o }}")


@pytest.mark.parametrize("query", ["", "   ", "# nothing", "hello", "SELECT", "SELECT * {", "ASK { ?s ?p }"])
def test_what_is_no_query_is_told_with_its_place_in_both_languages(query: str) -> None:
    with pytest.raises(QueryInvalid, match=r"line \d+, column \d+") as caught:
        check_sparql(query)
    assert caught.value.message_vi.startswith("dòng 1, cột")


def test_a_syntax_error_after_windows_line_ends_is_told_on_the_line_an_editor_shows() -> None:
    with pytest.raises(QueryInvalid) as caught:
        check_sparql("SELECT * {\r\n  ?s ?p ?o .\r\n  OPTIONL { ?s ?p ?o }\r\n}")
    assert (caught.value.facts["line"], caught.value.facts["column"]) == (3, 3)


@given(st.text(alphabet="\"'\\#<>{}()[] \r\nuU0041aS?é", max_size=60))
def test_both_forms_of_a_text_have_its_length_and_lines(text: str) -> None:
    try:
        read = read_text(text)
    except QueryRefused:
        return
    assert len(read.query) == len(read.skeleton) == len(text)
    assert read.skeleton.count("\n") == read.query.count("\n")
    assert read_text(read.query).skeleton == read.skeleton


# Pieces that two parsers may put together in different ways; the call is to a port that Oxigraph itself declines.
FRAGMENTS = [
    CALL,
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    "\\u0022",
    "\\u005C",
    "#",
    "\r",
    "\n",
    "<",
    ">",
    "?s ?p ?o",
    " . ",
    "x",
]
FRAGMENTS += [
    "BIND(",
    " AS ?x)",
    "FILTER(?s",
    "{",
    "}",
    "1",
    "&&",
    "<http://x/#>",
    "mg:a\\'b",
    "mg:a\\#b",
    "(",
    ")",
    " ",
]

ONE_FACT = Store()  # without any, nothing is called
ONE_FACT.add(Quad(NamedNode("urn:s"), NamedNode("urn:p"), NamedNode("urn:o")))


@settings(max_examples=400)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=9), st.integers(0, 8))
def test_no_text_that_passes_makes_the_engine_call_a_service(pieces: list[str], place: int) -> None:
    pieces.insert(place, CALL)
    try:
        checked = check_sparql("SELECT * { ?s ?p ?o " + "".join(pieces) + "\n }")
    except QueryRefused:
        return
    try:
        list(ONE_FACT.query(checked.text, prefixes=dict(PREFIXES)))  # type: ignore[arg-type]  # SELECT gives solutions
    except (SyntaxError, ValueError):
        return
    except OSError as error:
        raise AssertionError(f"the engine called a service: {checked.text!r}") from error
