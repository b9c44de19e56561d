"""Mandate chains by key on a warm store: ours, and the question mandate_chain on every engine, proved equal first."""

import random
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from pyoxigraph import NamedNode, RdfFormat, Triple, Variable, serialize
from rdflib import Graph, URIRef

from benchmarks.board import Board, Row, alternating, percentiles
from graph_store.chain_reader import Reader
from graph_store.chains import trace
from graph_store.engine import Engine
from graph_store.oxigraph_engine import SparqlEngine
from graph_store.view import View
from ontology.terms import MG
from queries.catalog import question

DAY = date(2023, 3, 31)
_ASKED = 200  # documents and people, drawn
_COMPARED = 10  # documents that the slow peers are asked, too
_QUESTION = question("mandate_chain")
_RUNS = 5
Ask = Callable[[str], object]


def drawn(view: View, class_name: str, count: int = _ASKED) -> list[str]:
    """IRIs of things of a class, the same ones each time."""
    found = view.quads(None, None, NamedNode(str(MG[class_name])))
    return random.Random(7).sample(sorted({quad.subject.value for quad in found}), count)  # type: ignore[union-attr]


def measure_chains(board: Board, size: int, view: View) -> None:
    """Chains with evidence and broken hops, up from people and documents that were not asked for before.

    The store is warm. As the server reads means that one reader has told the chains of as many others already.
    """
    for who, class_name in (("person", "Person"), ("document", "Decision")):
        things = drawn(view, class_name, 2 * _ASKED)
        asked_before, things = things[:_ASKED], things[_ASKED:]
        reader = Reader(view.store)
        for thing in asked_before:
            trace(view.store, thing, at=DAY)
            trace(reader, thing, at=DAY)
        for how, source in (("nothing remembered", view.store), ("as the server reads", reader)):
            middle, worst = percentiles([partial(trace, source, thing, at=DAY) for thing in things])
            board.add(size, Row(f"chain up from a {who}, {how}: p50", middle))
            board.add(size, Row(f"chain up from a {who}, {how}: p99", worst, most=0.010))


def measure_question(
    board: Board, size: int, view: View, peers: dict[str, tuple[Ask, float | None]], *, wall: bool = False
) -> None:
    """mandate_chain of the same documents: by our walk, by our SPARQL engine, and by peers.

    Takes   `peers` by name: what gives the rows of a document, and how many times as fast as it we want to be;
            `wall` for peers in processes of their own.
    """
    documents = drawn(view, "Regulation", _COMPARED)
    engine = SparqlEngine(view)
    reader = Reader(view.store)
    ours, walk = partial(asked, engine), partial(_walked, reader)
    for document in documents:
        expected = ours(document)
        assert expected and {row[0] for row in expected} == walk(document), "the walk finds other ancestors"
    for name, (ask, least) in peers.items():
        for document in documents[:3]:
            assert ask(document) == ours(document), f"{name} disagrees on {document}"
        slow = least is not None and least >= 100
        some = documents[:3] if slow else documents
        works = [partial(_each, way, some) for way in (walk, ours, ask)]
        walked, answered, theirs = (
            seconds / len(some) for seconds in alternating(works, 1 if slow else _RUNS, wall=wall)
        )
        board.add(size, Row(f"mandate_chain of a document, our walk ({name})", walked, name, theirs, least=least))
        board.add(size, Row(f"mandate_chain of a document, our SPARQL engine ({name})", answered, name, theirs))
    engine.close()


def asked(engine: Engine, document: str) -> list[tuple[object, ...]]:
    """The rows of an engine."""
    return [*engine.answer(_QUESTION, _QUESTION.bind({"document": document}, today=DAY)).rows]


def rdflib_asker(view: View) -> Ask:
    """The same question on the same triples in rdflib's memory."""
    graph = Graph()
    triples = {Triple(q.subject, q.predicate, q.object) for q in view.store}
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    del triples

    def ask(document: str) -> list[tuple[object, ...]]:
        """rdflib gives the text "None" as the least of no values."""
        found = graph.query(_QUESTION.sparql, initBindings={"document": URIRef(document)})
        names = [column.name for column in _QUESTION.columns]
        return [tuple(_text(row[name]) for name in names) for row in found]  # type: ignore[index,call-overload]

    return ask


def _text(value: object) -> str | None:
    return None if value is None or str(value) == "None" else str(value)


def _walked(reader: Reader, document: str) -> set[str]:
    chain = trace(reader, document, at=DAY, limit=2_000)
    return {node.iri for node in chain.nodes} - {document}


def raw(view: View, document: str) -> list[tuple[object, ...]]:
    """What a program would write that has nothing but pyoxigraph."""
    bound = {Variable("document"): NamedNode(document)}
    found = view.store.query(_QUESTION.sparql, use_default_graph_as_union=True, substitutions=bound)  # type: ignore[arg-type]
    names = [column.name for column in _QUESTION.columns]
    return [tuple(v.value if (v := row[name]) is not None else None for name in names) for row in found]  # type: ignore[union-attr]


def _each(ask: Ask, documents: Sequence[str]) -> None:
    for document in documents:
        ask(document)
