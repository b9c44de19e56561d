"""The net of a change: a new edition of a source is not news, only what it says otherwise is."""

from pyoxigraph import RdfFormat, parse

from graph_store.net_change import net_change
from graph_store.view import Change

PREFIXES = """@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix : <urn:x:> .
"""


def edition(name: str, told: str) -> Change:
    return Change(sorted(parse(f"{PREFIXES} :{name} {{ {told} }}", format=RdfFormat.TRIG), key=str), [])


def evidence(name: str, about: str, rank: str, quote: str = "q") -> str:
    statement = f":{name} rdf:subject :{about} ; rdf:predicate mg:status ; rdf:object :x ;"
    return f'{statement} mg:claimRank :{rank} ; mg:quote "{quote}" .'


def net(old: str, new: str) -> tuple[set[str], set[str]]:
    """Subjects of what comes and of what goes."""
    change = net_change(Change(edition("new", new).added, edition("old", old).added))
    came, went = (
        {str(q.subject).strip("<>").rpartition(":")[2] for q in quads} for quads in (change.added, change.removed)
    )
    return came, went


def test_a_statement_that_both_editions_make_is_left_out() -> None:
    assert net(":a mg:status :x . :b mg:status :x .", ":a mg:status :x . :c mg:status :x .") == ({"c"}, {"b"})


def test_evidence_that_tells_the_same_in_other_words_is_left_out() -> None:
    assert net(evidence("e1", "a", "stated", "row 1"), evidence("e2", "a", "stated", "row 7")) == (set(), set())


def test_evidence_of_another_rank_or_statement_is_shown() -> None:
    assert net(evidence("e1", "a", "unverified"), evidence("e2", "a", "stated")) == ({"e2"}, {"e1"})
    assert net(evidence("e1", "a", "stated"), evidence("e2", "b", "stated")) == ({"e2"}, {"e1"})


def test_a_second_piece_of_evidence_is_shown_though_the_first_tells_the_same() -> None:
    two = evidence("e2", "a", "stated") + evidence("e3", "a", "stated")
    came, went = net(evidence("e1", "a", "stated"), two)
    assert len(came) == 1 and went == set()


def test_what_only_comes_is_shown_whole() -> None:
    change = edition("new", ":a mg:status :x ." + evidence("e", "a", "stated"))
    assert net_change(change) == change
