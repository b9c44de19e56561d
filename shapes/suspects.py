"""Which nodes of a graph the engine must be asked about, found by reading its statements along as text.

Nine tenths of a graph is evidence, which all looks alike. What is evidently sound is let go as it comes; what is left
fits into memory. The engine then judges only the nodes of which something may be wrong: it alone makes results.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Protocol, runtime_checkable

from pyoxigraph import Quad, RdfFormat, Store, parse, serialize
from rdflib import RDFS

from shapes.check import Shapes, background_ntriples
from shapes.evident import EVIDENCE, TYPE, Said, Stated, statement
from shapes.rules import found_by_rules

Terms = tuple[str, str, str]  # subject, predicate, object, as N-Triples writes them
_SUBCLASS = f"<{RDFS.subClassOf}>"
_MOST = 1 << 14  # statements that are looked up once: classes of sources


@runtime_checkable
class _Lined(Protocol):
    def lines(self) -> Iterator[bytes]: ...


@dataclass(slots=True)
class Sifted:
    """What is left of a graph, and the evidence that was let go, each with the statement that it is about.

    Every source says again what the entities are of which it speaks: of the texts of an import, three in four triples
    are another's. So each is held once, and each term.
    """

    rest: dict[Terms, None] = field(default_factory=dict)  # in the order in which they came
    sound: dict[str, str] = field(default_factory=dict)  # "<evidence>" -> "subject predicate object"


def quad_terms(quads: Iterable[Quad]) -> Iterator[Terms]:
    """The triples of the quads, subject by subject; of a file of ours, which is sorted, graph by graph."""
    if not isinstance(quads, _Lined):
        yield from triple_terms(serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"")
        return
    for line in quads.lines():
        subject, predicate, rest = line.decode().split(" ", 2)
        yield subject, predicate, rest.rsplit(" ", 2)[0]


def triple_terms(ntriples: bytes) -> Iterator[Terms]:
    """The triples, subject by subject."""
    for line in sorted(ntriples.splitlines()):
        subject, predicate, rest = line.decode().split(" ", 2)
        yield subject, predicate, rest[:-2]


def sift(triples: Iterable[Terms], shapes: Shapes, data: Store, known: Callable[[str], bool]) -> Sifted:
    """Lets the evidence go that is evidently sound, but for whether its statement is there.

    Takes   triples: those of a subject next to each other, as far as may be.
            known: whether more is said of a subject than stands in `triples`.
    """
    sifted, stated = Sifted(), _looked_up(data)
    held: dict[str, str] = {}
    for subject, group in groupby(triples, itemgetter(0)):
        block = list(group)
        said = _said(block)
        if not shapes.evident.is_sound_evidence(said, stated) or known(subject):
            for terms in block:
                if terms not in sifted.rest:
                    first, predicate, value = (held.setdefault(term, term) for term in terms)
                    sifted.rest[first, predicate, value] = None
        else:
            of = statement(said)
            sifted.sound[subject] = held.setdefault(of, of)
    return sifted


def unstated(sifted: Sifted, data: Store) -> set[str]:
    """IRIs of the evidence that was let go too early: its statement is nowhere, or it says more in another graph."""
    left = {" ".join(triple) for triple in sifted.rest}
    found = {node for node, of in sifted.sound.items() if of not in left and not _holds(data, of)}
    found |= sifted.sound.keys() & {subject for subject, _, _ in sifted.rest}
    return {node[1:-1] for node in found}


def suspects(
    triples: Collection[Terms], proven: Set[str], shapes: Shapes, focus: Collection[str] | None = None
) -> set[str]:
    """IRIs, among them all about which the shapes find something; of those in `focus`, if it is given.

    Takes   triples: all that decides about the nodes but evidence.
            proven: the statements that have evidence, each as "subject predicate object".
    """
    said: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in triples:
        said[subject][predicate].add(value)
    judged = said.keys() if focus is None else {f"<{iri}>" for iri in focus} & said.keys()
    if any(predicate == _SUBCLASS for _, predicate, _ in triples):
        return {node[1:-1] for node in judged}
    texts = {" ".join(triple) for triple in triples}
    stated = (texts | _background()).__contains__
    found = {node[1:-1] for node in judged if not _is_sound(said[node], shapes, stated)}
    types = {f"{node} {TYPE} {kind}" for node in said for kind in said[node].get(TYPE, ())}
    known = (texts & proven) - types
    told = found_by_rules(shapes.graph, (f"{text} .\n" for text in known), (f"{text} .\n" for text in texts - known))
    return found | (told if focus is None else told & set(focus))


def _is_sound(said: Said, shapes: Shapes, stated: Stated) -> bool:
    if EVIDENCE in said.get(TYPE, ()):
        return shapes.evident.is_sound_evidence(said, stated) and stated(statement(said))
    return shapes.evident.is_sound(said, stated)


def _said(block: Iterable[Terms]) -> Said:
    said: dict[str, set[str]] = {}
    for _, predicate, value in block:
        said.setdefault(predicate, set()).add(value)
    return said


@lru_cache(maxsize=1)
def _background() -> frozenset[str]:
    return frozenset(" ".join(triple) for triple in triple_terms(background_ntriples().encode()))


def _holds(data: Store, text: str) -> bool:
    """Whether a graph of the store holds "subject predicate object"."""
    (triple,) = parse(f"{text} .", RdfFormat.N_TRIPLES)
    return next(iter(data.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)), None) is not None


def _looked_up(data: Store) -> Stated:
    @lru_cache(_MOST)
    def stated(text: str) -> bool:
        return text.startswith("<") and (text in _background() or _holds(data, text))

    return stated
