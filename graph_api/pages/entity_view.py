"""What the page of an entity shows, made ready for its template."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from graph_api.pages.chain_view import reason_words
from graph_api.pages.markup import entity_link
from graph_api.pages.texts import class_label, property_label, term_label, text
from graph_api.pages.words import (
    Cell,
    QuoteView,
    all_unverified,
    date_words,
    period_words,
    quote_view,
)
from graph_store.chain_reader import Reader, Thing
from graph_store.entities import Entity, Value
from graph_store.entity_day import PRESENCE, OfficeOnDay, OnDay
from graph_store.in_force import in_force, quotes_for, reason_of, status_label
from graph_store.names import name_of, position_name
from ontology.language import Language
from ontology.terms import CODE_BASE, ONTOLOGY_BASE

_FIRST = ("documentNumber", "kind", "title", "issuedOn", "issuedBy", "letterhead", "signedBy", "positionIn", "heldBy")
_COMPUTED = frozenset({"earliest", "latest", "rank"})
_TOLD_AS_OFFICES = frozenset({"heldBy", "inPosition"})
_QUOTES_SHOWN = 6
_OFFICES = 200


@dataclass(frozen=True, slots=True)
class ValueView:
    cell: Cell
    first: QuoteView | None
    others: tuple[QuoteView, ...]
    more: int  # evidence that is not shown
    unverified: bool  # nothing but unverified claims support it
    possible: bool  # at a day: no source excludes it, none makes it certain


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What points at the entity with one property."""

    label: str
    items: tuple[tuple[Cell, str, bool], ...]  # name, class, whether it is only possible at the day
    truncated: bool


@dataclass(frozen=True, slots=True)
class Office:
    """One holding, seen from its person or its position."""

    person: Cell
    position: Cell
    period: str
    status: str
    seen: tuple[str, ...]
    quote: QuoteView | None
    more: int  # evidence that the page of the holding shows besides
    holding: str  # address of that page
    possible: bool = False  # at a day
    head: bool = False  # at a day: no post of its body has a smaller rank


@dataclass(frozen=True, slots=True)
class DayView:
    """Whether the entity was there on the day, why not, and what was there instead."""

    day: str
    label: str
    reasons: tuple[str, ...]
    instead: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StatusView:
    """Whether a document is in force on a day, why, and the words that say so."""

    day: str
    label: str
    reasons: tuple[str, ...]
    by: Cell | None
    quotes: tuple[QuoteView, ...]


def status_of(document: Thing, reader: Reader, at: str, language: Language, query: str) -> StatusView:
    found = in_force(reader, document, at)
    label = status_label(found.code, language)
    if found.possibly:
        label = f"{label} ({text('possible', language)}: {status_label(found.possibly, language)})"
    by = Cell(name_of(reader, found.by, language), entity_link(found.by) + query) if found.by else None
    quotes, _ = quotes_for(found.states[0], reader)
    return StatusView(
        date_words(at, language),
        label,
        tuple(reason_words(reason_of(state, reader), language) for state in found.states),
        by,
        tuple(quote_view(quote, query, language) for quote in quotes[:_QUOTES_SHOWN]),
    )


def day_view(on_day: OnDay, reader: Reader, language: Language, query: str) -> DayView:
    return DayView(
        date_words(on_day.at, language),
        PRESENCE[on_day.presence][0 if language == "vi" else 1],
        tuple(reason_words(reason, language) for reason in on_day.reasons),
        tuple(Cell(name_of(reader, iri, language), entity_link(iri) + query) for iri in on_day.instead),
    )


def facts_of(entity: Entity, reader: Reader, language: Language, query: str) -> tuple[Fact, ...]:
    """The properties with their evidence, those first that tell what the thing is."""
    names = [name for name in entity.properties if name not in _COMPUTED]
    names.sort(key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
    return tuple(
        Fact(
            property_label(name, language),
            tuple(_value(value, reader, language, query) for value in entity.properties[name]),
        )
        for name in names
    )


def _value(value: Value, reader: Reader, language: Language, query: str) -> ValueView:
    unverified = all_unverified(value.evidence)
    shown = value.evidence[:_QUOTES_SHOWN]
    quotes = tuple(quote_view(quote, query, language, told_unverified=unverified) for quote in shown)
    return ValueView(
        _cell(value, reader, language, query),
        quotes[0] if quotes else None,
        quotes[1:],
        value.evidence_total - len(quotes),
        unverified,
        value.certainty == "possible",
    )


def _cell(value: Value, reader: Reader, language: Language, query: str) -> Cell:
    if not value.is_iri:
        return Cell(date_words(value.text, language) if _is_date(value.datatype) else value.text)
    if value.text.startswith((CODE_BASE, ONTOLOGY_BASE)):
        return Cell(term_label(value.text, language))
    iri, _, part = value.text.partition("#")
    link = entity_link(iri)
    name = name_of(reader, iri, language) + (f" ({part})" if part else "")
    return Cell(name, link + query if link else "")


def _is_date(datatype: str) -> bool:
    return datatype.endswith(("#date", "#gYearMonth", "#gYear", "/edtf"))


def incoming_of(entity: Entity, reader: Reader, language: Language, query: str) -> tuple[Group, ...]:
    """What points at the entity, by property; holdings of a person or position stand in a table of their own."""
    groups: dict[str, list[tuple[Cell, str, bool]]] = defaultdict(list)
    for statement in entity.incoming:
        if statement.property not in _TOLD_AS_OFFICES:
            cell = Cell(name_of(reader, statement.subject, language), entity_link(statement.subject) + query)
            kind, possible = class_label(statement.type, language), statement.certainty == "possible"
            groups[statement.property].append((cell, kind, possible))
    return tuple(
        Group(
            property_label(name, language, backward=True),
            tuple(sorted(items, key=_by_name)),
            name in entity.incoming_truncated,
        )
        for name, items in groups.items()
    )


def _by_name(item: tuple[Cell, str, bool]) -> str:
    return item[0].text


def offices_of(
    entity: Entity, reader: Reader, on_day: OnDay | None, language: Language, query: str
) -> tuple[Office, ...]:
    """The holdings of a person, of a position, or of all positions in a body; by rank, then by time."""
    thing = reader.thing(entity.iri)
    held = {office.holding: office for office in on_day.offices} if on_day else None
    if held is not None:
        holdings = tuple(held)
    elif thing.core == "Body":
        positions = reader.subjects("positionIn", entity.iri)
        holdings = tuple(h for position in positions for h in reader.subjects("inPosition", position))
    else:
        holdings = reader.subjects({"Person": "heldBy"}.get(thing.core, "inPosition"), entity.iri)
    things = sorted((reader.thing(iri) for iri in holdings[:_OFFICES]), key=lambda h: _office_order(h, reader))
    name = name_of if thing.core == "Body" else position_name
    told = ((held.get(holding.iri) if held else None, holding) for holding in things)
    return tuple(_office(holding, office, reader, name, language, query) for office, holding in told)


def _office_order(holding: Thing, reader: Reader) -> tuple[int, str, str]:
    position = reader.thing(holding.first("inPosition") or "")
    return int(position.first("rank") or 99), holding.first("from", "observedOn") or "9999", holding.iri


def _office(
    holding: Thing,
    on_day: OfficeOnDay | None,
    reader: Reader,
    name: Callable[[Reader, str, Language], str],
    language: Language,
    query: str,
) -> Office:
    """`name` tells the position: with its body, unless the page is about that body."""
    person, position = holding.first("heldBy") or "", holding.first("inPosition") or ""
    status = holding.first("status")
    quotes, total = reader.quotes(holding.iri, "heldBy", person)
    return Office(
        Cell(name_of(reader, person, language), entity_link(person) + query),
        Cell(name(reader, position, language), entity_link(position) + query),
        period_words(holding.first("from"), holding.first("to"), language),
        term_label(status, language) if status else "",
        tuple(date_words(day, language) for day in holding.several("observedOn")[:3]),
        quote_view(quotes[0], query, language) if quotes else None,
        max(total - 1, 0),
        entity_link(holding.iri) + query,
        possible=on_day is not None and on_day.certainty == "possible",
        head=on_day is not None and on_day.head,
    )
