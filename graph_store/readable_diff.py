"""What changed between two versions, for people: entity by entity, by the names of things and properties."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF

from graph_store.chain_reader import Reader, text_of
from graph_store.names import told_name
from graph_store.net_change import net_change
from graph_store.view import Change
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.terms import CODE_BASE, MG, ONTOLOGY_BASE, labels

_TYPE = str(RDF.type)
_APART = tuple(f"{ID_BASE}{kind}/" for kind in ("evidence", "source", "import"))
# From what is told beside them.
_COMPUTED = {str(MG[name]) for name in ("earliest", "latest", "serial", "series", "rank")}


@dataclass(frozen=True, slots=True)
class ChangedEntity:
    """`state` is new, gone or changed. `lost` and `gained` are (property, value) in words, in order."""

    iri: str
    kind: str
    name: str
    state: str
    lost: tuple[tuple[str, str], ...]
    gained: tuple[tuple[str, str], ...]


def readable_diff(change: Change, older: Store, newer: Store, language: Language) -> Iterator[ChangedEntity]:
    """Each entity of which something else is stated than before, by whichever source, by class and name.

    Left out are evidence, sources and imports, what is computed, and what another source said already or still says.
    """
    before, after = Reader(older), Reader(newer)
    net = net_change(change)
    lost = _by_subject(quad for quad in net.removed if not _stated(newer, quad))
    gained = _by_subject(quad for quad in net.added if not _stated(older, quad))
    found = [
        _entity(iri, before, after, lost.get(iri, set()), gained.get(iri, set()), language)
        for iri in sorted(lost.keys() | gained.keys())
    ]
    yield from sorted(found, key=lambda entity: (entity.kind, entity.name, entity.iri))


def _stated(store: Store, quad: Quad) -> bool:
    return next(iter(store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)), None) is not None


def _by_subject(quads: Iterable[Quad]) -> dict[str, set[tuple[str, NamedNode | Literal]]]:
    found: dict[str, set[tuple[str, NamedNode | Literal]]] = {}
    for quad in quads:
        iri = text_of(quad.subject)
        if iri.startswith(ID_BASE) and not iri.startswith(_APART) and quad.predicate.value not in _COMPUTED:
            found.setdefault(iri, set()).add((quad.predicate.value, quad.object))  # type: ignore[arg-type]
    return found


def _entity(
    iri: str,
    before: Reader,
    after: Reader,
    lost: set[tuple[str, NamedNode | Literal]],
    gained: set[tuple[str, NamedNode | Literal]],
    language: Language,
) -> ChangedEntity:
    was, is_now = before.thing(iri).type, after.thing(iri).type
    here = after if is_now else before
    return ChangedEntity(
        iri,
        _label(ONTOLOGY_BASE + (is_now or was), language) if is_now or was else "",
        _name(here, iri, language),
        "changed" if was and is_now else "new" if is_now else "gone",
        _told(lost, before, language),
        _told(gained, after, language),
    )


def _told(
    pairs: set[tuple[str, NamedNode | Literal]], reader: Reader, language: Language
) -> tuple[tuple[str, str], ...]:
    told = ((_label(p, language), _value(value, reader, language)) for p, value in pairs if p != _TYPE)
    return tuple(sorted(told))


def _value(value: NamedNode | Literal, reader: Reader, language: Language) -> str:
    if isinstance(value, Literal):
        return value.value
    if value.value.startswith(CODE_BASE):
        return _label(value.value, language)
    return _name(reader, value.value, language) if value.value.startswith(ID_BASE) else value.value


def _name(reader: Reader, iri: str, language: Language) -> str:
    return told_name(reader, iri, language)


def _label(iri: str, language: Language) -> str:
    found = labels(iri)
    return found.told(language)
