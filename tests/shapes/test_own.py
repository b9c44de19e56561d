"""Own shapes of an installation are asked as they are meant; faulty and hostile ones are refused with file and line."""

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import SH

from ontology.errors import SourceError, SourceMalformed, SourceRefused
from shapes.change import check_change
from shapes.check import Result, check_store, shapes_graph
from shapes.own import OwnShapes, read_own_shapes
from shapes.own_limits import MOST_BYTES, MOST_FILES
from shapes.own_patterns import pattern_fault
from shapes.own_queries import query_fault
from tests.shapes import examples

_PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix mgsh: <https://w3id.org/mandate-graph/shapes#> .
@prefix my: <https://example.org/shapes#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
_APPOINTED = """my:Appointed a sh:NodeShape ; sh:targetClass mg:Holding ;
    sh:property [ sh:path mg:byDocument ; sh:minCount 1 ; sh:message "Cần văn bản bổ nhiệm."@vi ] ."""
_SELECT = """my:Rule a sh:NodeShape ; sh:targetClass mg:Holding ; sh:sparql [ sh:prefixes mgsh: ;
    sh:message "sai"@vi ; sh:select "SELECT $this WHERE { $this mg:heldBy ?x . ?y mg:chairs ?x . %s }" ] ."""
_SPARQL = _SELECT % ""
_RULE = """my:Rule a sh:NodeShape ; sh:targetClass mg:Document ; sh:sparql [ sh:prefixes mgsh: ;
    sh:message "sai"@vi ; sh:select "SELECT $this WHERE { %s }" ] ."""
_CHAIN = "@prefix mg: <https://w3id.org/mandate-graph/ontology#> ." + " ".join(
    f'<urn:d{n}> a mg:Document ; mg:title "{n}"@vi ; mg:basedOn <urn:d{n + 1}> .' for n in range(2_000)
)
_HELD = """@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
<urn:h> a mg:Holding ; mg:heldBy <urn:p> ; mg:inPosition <urn:c> ."""


def _own(folder: Path, *texts: str) -> OwnShapes:
    for number, text in enumerate(texts):
        (folder / f"{number}.ttl").write_text(_PREFIXES + text, "utf-8")
    own = read_own_shapes(folder)
    assert own is not None
    return own


def _store(turtle: str) -> Store:
    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object, NamedNode("urn:g")) for t in parse(turtle, RdfFormat.TURTLE))
    return store


def test_a_folder_that_is_not_there_or_empty_adds_nothing(tmp_path: Path) -> None:
    assert read_own_shapes(tmp_path / "none") is None
    assert read_own_shapes(tmp_path) is None


def test_own_shapes_are_asked_beside_the_bundled_ones(tmp_path: Path) -> None:
    own, store = _own(tmp_path, _APPOINTED), _store(_HELD)
    found = {(r.shape, r.message_vi, r.message_en) for r in own.check(store).results}
    bundled = {(r.shape, r.message_vi, r.message_en) for r in check_store(store).results}
    rule = "https://example.org/shapes#Appointed-byDocument"
    assert found - bundled == {(rule, "Cần văn bản bổ nhiệm.", "Appointed-byDocument")}
    assert "Appointed-byDocument" in own.rules


def test_the_sound_examples_of_the_bundled_shapes_stay_sound_beside_own_ones(tmp_path: Path) -> None:
    own = _own(tmp_path, "my:Somewhere a sh:NodeShape ; sh:targetNode <urn:nowhere> ; sh:nodeKind sh:IRI .")
    graph = examples.everything()
    store = _store(graph.serialize(format="turtle"))
    assert own.check(store).results == check_store(store).results


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    first = _own(tmp_path, _APPOINTED)
    assert _own(tmp_path, _APPOINTED) is first
    assert _own(tmp_path, _SPARQL) is not first


NEAR = {
    "a property": _APPOINTED,
    "the value's class": "my:S a sh:NodeShape ; sh:targetClass mg:Holding ;"
    " sh:property [ sh:path mg:heldBy ; sh:class mg:Person ] .",
    "two statements on": "my:S a sh:NodeShape ; sh:targetClass mg:Holding ;"
    " sh:property [ sh:path ( mg:inPosition mg:positionIn ) ; sh:minCount 1 ] .",
    "a shape of the value": "my:S a sh:NodeShape ; sh:targetClass mg:Holding ;"
    " sh:property [ sh:path mg:inPosition ; sh:node my:T ] ."
    " my:T sh:property [ sh:path mg:positionIn ; sh:minCount 1 ] .",
}
FAR = {
    "SPARQL": _SPARQL,
    "what points at the node": "my:S a sh:NodeShape ; sh:targetClass mg:Holding ;"
    " sh:property [ sh:path [ sh:inversePath mg:heldBy ] ; sh:minCount 1 ] .",
    "any number of statements": "my:S a sh:NodeShape ; sh:targetClass mg:Body ;"
    " sh:property [ sh:path [ sh:zeroOrMorePath mg:subordinateTo ] ; sh:maxCount 9 ] .",
    "four statements on": "my:S a sh:NodeShape ; sh:targetClass mg:Holding ;"
    " sh:property [ sh:path ( mg:inPosition mg:positionIn mg:inPlace mg:partOfPlace ) ; sh:maxCount 1 ] .",
    "the name of another thing": "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . my:S a sh:NodeShape ;"
    " sh:targetClass mg:Holding ; sh:property [ sh:path ( mg:heldBy skos:prefLabel ) ; sh:minCount 1 ] .",
    "what is pointed at": "my:S a sh:NodeShape ; sh:targetObjectsOf mg:heldBy ; sh:class mg:Person .",
}


@pytest.mark.parametrize("text", NEAR.values(), ids=NEAR.keys())
def test_a_shape_that_looks_at_most_two_statements_on_is_asked_of_the_change(tmp_path: Path, text: str) -> None:
    own = _own(tmp_path, text)
    assert [s.near for s in own.shapes] == [True]
    assert own.far is None


@pytest.mark.parametrize("text", FAR.values(), ids=FAR.keys())
def test_a_shape_that_looks_further_is_asked_of_the_whole_graph(tmp_path: Path, text: str) -> None:
    own = _own(tmp_path, text)
    assert [s.near for s in own.shapes] == [False]
    assert own.far is not None


@pytest.mark.parametrize("text", [*NEAR.values(), *FAR.values()], ids=[*NEAR.keys(), *FAR.keys()])
def test_a_change_gives_what_the_whole_check_finds_anew(tmp_path: Path, text: str) -> None:
    # The holding was there; its person, position and body come, go and change in one step after the other.
    own = _own(tmp_path, text)
    steps = [
        "<urn:p> a mg:Person .",
        "<urn:c> a mg:Position ; mg:positionIn <urn:b> . <urn:x> mg:heldBy <urn:h> . <urn:m> mg:chairs <urn:p> .",
        "<urn:b> a mg:Body ; mg:inPlace <urn:l>, <urn:l2> . <urn:l> mg:partOfPlace <urn:l3> .",
        "<urn:l2> mg:partOfPlace <urn:l4> . <urn:h2> a mg:Holding ; mg:heldBy <urn:p> .",
    ]
    base, prefix = _store(_HELD), "@prefix mg: <https://w3id.org/mandate-graph/ontology#> . "
    found = _whole(own, base)
    for step in steps:
        data, added = Store(), list(_store(prefix + step))
        data.extend([*base, *added])
        after = _whole(own, data)
        assert after - found <= set(check_change(base, data, added, [], own=own, whole=0).results)
        assert found - after <= set(check_change(data, base, [], added, own=own, whole=0).results)
        base, found = data, after


def _whole(own: OwnShapes, data: Store) -> set[Result]:
    """What own.check gives, in this process."""
    far = check_store(data, shapes=own.far).results if own.far else ()
    return {*check_store(data, shapes=own.near).results, *far}


def test_what_a_far_shape_found_before_the_change_is_not_held_against_it(tmp_path: Path) -> None:
    own = _own(tmp_path, FAR["what is pointed at"])
    base, data = _store(_HELD), _store(_HELD)
    added = [Quad(NamedNode("urn:z"), NamedNode("urn:p"), NamedNode("urn:z"), NamedNode("urn:g"))]
    data.extend(added)
    rule = "https://example.org/shapes#S"
    assert rule in {r.shape for r in own.check(data).results}
    assert rule not in {r.shape for r in check_change(base, data, added, [], own=own).results}


def test_a_shape_that_takes_too_long_is_named_and_its_process_gone(tmp_path: Path) -> None:
    # Joined at every step, and yet each of 2,000 documents is asked about all pairs of the others: some hours.
    _own(tmp_path, _RULE % "$this (mg:basedOn|^mg:basedOn)* ?x . ?x (mg:basedOn|^mg:basedOn)* ?y . ?y mg:title ?x")
    own = read_own_shapes(tmp_path, timeout_s=1.5)
    assert own is not None
    before = set(multiprocessing.active_children())
    with pytest.raises(SourceRefused, match=r"Rule: no answer after 1\.5 s") as refused:
        own.check(_store(_CHAIN))
    assert "Rule: sau 1.5 giây chưa có kết quả" in refused.value.message_vi
    assert "MANDATE_SHAPES_TIMEOUT_S" in refused.value.hint and "MANDATE_SHAPES_TIMEOUT_S" in refused.value.hint_vi
    assert set(multiprocessing.active_children()) <= before


_TARGET = "my:S a sh:NodeShape ; sh:targetClass mg:Holding ; "
FAULTY = {
    "no Turtle": ("my:S a sh:NodeShape ; sh:targetClass", "no Turtle"),
    "a mistyped constraint": (_TARGET + "sh:property [ sh:path mg:heldBy ; sh:minCuont 1 ] .", "sh:minCuont"),
    "a mistyped target": ("my:S a sh:NodeShape ; sh:targetClas mg:Holding .", "sh:targetClas"),
    "a mistyped class": ("my:S a sh:NodeShape ; sh:targetClass mg:Holdings .", "no such term"),
    "a class of nowhere": ("my:S a sh:NodeShape ; sh:targetClass my:Holding .", "nothing in the graph"),
    "subjects of a predicate of nowhere": ("my:S a sh:NodeShape ; sh:targetSubjectsOf my:heldby .", "heldby"),
    "objects of a predicate of nowhere": ("my:S a sh:NodeShape ; sh:targetObjectsOf my:heldby .", "heldby"),
    "a mistyped path": (_TARGET + "sh:property [ sh:path mg:heldby ; sh:minCount 1 ] .", "no such term"),
    "no target": ("my:S a sh:NodeShape ; sh:property [ sh:path mg:heldBy ; sh:minCount 1 ] .", "target"),
    "a nameless shape": ("[] a sh:NodeShape ; sh:targetClass mg:Holding ; sh:nodeKind sh:IRI .", "name"),
    "imports": (_TARGET + "sh:nodeKind sh:IRI . <urn:o> owl:imports <http://127.0.0.1:9/x> .", "owl:imports"),
    "a script": (_TARGET + "sh:js [ sh:jsFunctionName 'f' ] .", "sh:js"),
    "a conclusion": (_TARGET + "sh:rule [ a sh:TripleRule ] .", "sh:"),
    "SERVICE": (_SELECT % "SERVICE <http://127.0.0.1:9/> { ?a ?b ?c }", "SERVICE"),
    "GRAPH": (_SELECT % "GRAPH ?g { ?a ?b ?c }", "GRAPH"),
    "no SPARQL": (_SELECT % "FILTER (", "no SPARQL"),
    "an undeclared prefix": (_SELECT % "?a nope:b ?c", "no SPARQL"),
    "FROM": (_SPARQL.replace("WHERE", "FROM <urn:x> WHERE"), "FROM"),
    "a shape that names itself": (_TARGET + "sh:node my:S .", "names itself"),
    "a circle of shapes": (
        _TARGET + "sh:property my:T . my:T sh:path mg:heldBy ; sh:node my:S .",
        "names itself",
    ),
    "deep shapes": (
        _TARGET + "sh:node my:S0 . " + " ".join(f"my:S{n} sh:node my:S{n + 1} ." for n in range(3_000)),
        "deep",
    ),
    "a list without end": (_TARGET + "sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l .", "list"),
    "a long list": (_TARGET + f"sh:in ( {' '.join(map(str, range(1_500)))} ) .", "list"),
    "repeats of repeats": (_TARGET + 'sh:pattern "((a{100}){100}){100}" .', "pattern"),
    "a pattern that gives out": (
        _TARGET + 'sh:property [ sh:path mg:title ; sh:pattern "^(x+x+)+y|(a|aa)+$" ] .',
        "cannot run",
    ),
    "a pattern in a rule": (_SELECT % 'FILTER(REGEX(STR(?y), \\"((a{100}){100}){100}\\"))', "pattern"),
    "a rule that tries all with all": (_SELECT % "?a ?b ?c . ?d ?b ?c", "joined with"),
    "shapes of shapes of shapes": (
        _TARGET
        + "sh:node my:S0 . "
        + " ".join(f"my:S{n} sh:and ( {f'my:S{n + 1} ' * 50}) ." for n in range(8))
        + " my:S8 sh:nodeKind sh:IRI .",
        "10,000 shapes",
    ),
    "nameless shapes, very deep": (_TARGET + f"sh:node {'[ sh:node ' * 3_000} my:Y {'] ' * 3_000}.", "deep"),
    "a mistyped datatype": (_TARGET + "sh:property [ sh:path mg:from ; sh:datatype xsd:dat ] .", "no such term"),
    "a mistyped property of SKOS": (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        + _TARGET
        + "sh:property [ sh:path skos:prefLabl ; sh:minCount 1 ] .",
        "no such term",
    ),
    "a literal as target": ("my:S a sh:NodeShape ; sh:targetNode 'x' ; sh:nodeKind sh:IRI .", "nothing is stated"),
    "a literal as class": ("my:S a sh:NodeShape ; sh:targetClass 'Holding' ; sh:nodeKind sh:IRI .", "of this class"),
    "a long pattern": (_TARGET + f'sh:pattern "{"a" * 600}" .', "pattern"),
    "a broken pattern": (_TARGET + 'sh:property [ sh:path mg:heldBy ; sh:pattern "(((" ] .', "cannot run"),
    "a bundled name": (_TARGET + "sh:node mgsh:Holding . mgsh:Holding sh:deactivated true .", "bundled"),
    "a name like a bundled one": ("my:Document a sh:NodeShape ; sh:targetClass mg:Holding .", "bundled"),
}


@pytest.mark.parametrize(("text", "told"), FAULTY.values(), ids=FAULTY.keys())
def test_faulty_and_hostile_shapes_are_refused_in_both_languages_with_their_file(
    tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "x.ttl").write_text(_PREFIXES + text, "utf-8")
    with pytest.raises(SourceMalformed) as caught:
        read_own_shapes(tmp_path)
    assert told in str(caught.value)
    assert str(caught.value).startswith("x.ttl")
    assert caught.value.message_vi != str(caught.value)
    assert caught.value.facts["file"] == "x.ttl"


def test_the_line_of_a_mistyped_term_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(_PREFIXES + _TARGET + "\n sh:property [ sh:path mg:heldby ] .", "utf-8")
    with pytest.raises(SourceMalformed, match=r"line 9"):
        read_own_shapes(tmp_path)


def test_too_many_and_too_large_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "large.ttl").write_text("#" * (MOST_BYTES + 1), "utf-8")
    with pytest.raises(SourceRefused):
        read_own_shapes(tmp_path)
    (tmp_path / "large.ttl").unlink()
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.ttl").write_text("", "utf-8")
    with pytest.raises(SourceError):
        read_own_shapes(tmp_path)


def test_a_list_of_very_many_members_is_refused_before_it_is_walked(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(f"{_PREFIXES}{_TARGET} sh:in ( {'1 ' * 100_000}) .", "utf-8")
    with pytest.raises(SourceRefused, match="statements in one file"):
        read_own_shapes(tmp_path)


def test_the_bundled_rules_are_such_as_own_ones_may_be() -> None:
    graph = shapes_graph()
    prefixes = {
        str(graph.value(declared, SH.prefix)): str(graph.value(declared, SH.namespace))
        for declared in graph.objects(None, SH.declare)
    }
    assert [fault for query in graph.objects(None, SH.select) if (fault := query_fault(str(query), prefixes))] == []
    assert [fault for pattern in graph.objects(None, SH.pattern) if (fault := pattern_fault(str(pattern)))] == []


def test_the_grammar_of_sparql_is_built_only_where_a_rule_is_read() -> None:
    code = "import sys, shapes.own; sys.exit('rdflib.plugins.sparql.parser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
