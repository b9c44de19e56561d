"""An entity as a researcher reads it in a terminal: what is said of it, by whom, and on a day what held then."""

from collections.abc import Iterator

from graph_store.chain_model import Certainty, Reason
from graph_store.chain_reader import Reader
from graph_store.chain_text import quote_text
from graph_store.entities import Entity, Value
from graph_store.entity_day import PRESENCE, OfficeOnDay, OnDay
from graph_store.in_force import InForce, reason_of, status_label
from graph_store.names import name_of, told_name
from ontology.language import Language
from ontology.terms import CODE_BASE, ONTOLOGY_BASE, Labels, inverse_labels, labels
from ontology.text import one_line

_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "on": "Vào ngày",
        "names": "tên khác",
        "instead": "vào ngày này là",
        "offices": "Chức vụ vào ngày này",
        "head": "đứng đầu",
        "possible": "có thể",
        "incoming": "Được nhắc tới ở",
        "more": "còn nữa",
        "quotes": "và {n} trích dẫn nữa",
        "in_force": "Hiệu lực vào ngày",
    },
    "en": {
        "on": "On",
        "names": "other names",
        "instead": "on this day it was",
        "offices": "Offices on this day",
        "head": "head",
        "possible": "possibly",
        "incoming": "Referred to by",
        "more": "there is more",
        "quotes": "and {n} more quotes",
        "in_force": "In force on",
    },
}
_COMPUTED = frozenset({"earliest", "latest", "serial", "series"})
_QUOTES = 1  # shown of one value


def entity_text(
    found: Entity, reader: Reader, language: Language, on_day: OnDay | None = None, in_force: InForce | None = None
) -> str:
    """The entity; `on_day` and `in_force` are of the day for which `found` was read."""
    return "\n".join(_Told(reader, language).lines(found, on_day, in_force)) + "\n"


class _Told:
    def __init__(self, reader: Reader, language: Language) -> None:
        self._reader = reader
        self._language: Language = language
        self._words = _WORDS[language]

    def lines(self, found: Entity, on_day: OnDay | None, in_force: InForce | None) -> Iterator[str]:
        kind = self._said(labels(ONTOLOGY_BASE + found.type))
        yield one_line(f"{told_name(self._reader, found.iri, self._language)} ({kind})")
        yield f"  {found.iri}"
        if found.other_labels:
            yield "  " + one_line(f"{self._words['names']}: {'; '.join(found.other_labels)}")
        if in_force:
            yield from self._in_force(in_force)
        elif on_day:  # a document that was not issued yet is not in force yet
            yield from self._day(on_day)
        for name, values in found.properties.items():
            if name not in _COMPUTED:
                yield f"  {self._said(labels(ONTOLOGY_BASE + name))}:"
                for value in values:
                    yield from self._value(value)
        yield from self._incoming(found)

    def _said(self, label: Labels) -> str:
        return label.told(self._language)

    def _in_force(self, in_force: InForce) -> Iterator[str]:
        possibly = in_force.possibly
        doubt = f" ({self._words['possible']}: {status_label(possibly, self._language)})" if possibly else ""
        status = status_label(in_force.code, self._language)
        yield f"  {self._words['in_force']} {in_force.at}: {status}{doubt}"
        yield from self._reasons(tuple(reason_of(state, self._reader) for state in in_force.states))

    def _day(self, on_day: OnDay) -> Iterator[str]:
        presence = PRESENCE[on_day.presence][0 if self._language == "vi" else 1]
        yield f"  {self._words['on']} {on_day.at}: {presence}"
        for iri in on_day.instead:
            yield "    " + one_line(f"{self._words['instead']}: {name_of(self._reader, iri, self._language)}")
        yield from self._reasons(on_day.reasons)
        if on_day.offices:
            yield f"  {self._words['offices']}:"
            yield from (f"    {one_line(self._office(office))}" for office in on_day.offices)

    def _reasons(self, reasons: tuple[Reason, ...]) -> Iterator[str]:
        for reason in reasons:
            doubt = self._doubt(reason.certainty)
            yield f"    {one_line(reason.message_vi if self._language == 'vi' else reason.message_en)}{doubt}"

    def _office(self, office: OfficeOnDay) -> str:
        post, person = (told_name(self._reader, iri, self._language) for iri in (office.position, office.person))
        period = f" {office.since or '?'} – {office.until or '?'}" if office.since or office.until else ""
        head = f" [{self._words['head']}]" if office.head else ""
        return f"{post}: {person}{period}{head}{self._doubt(office.certainty)}"

    def _doubt(self, certainty: Certainty | None) -> str:
        return f" [{self._words['possible']}]" if certainty == "possible" else ""

    def _value(self, value: Value) -> Iterator[str]:
        yield f"    {one_line(self._text(value))}{self._doubt(value.certainty)}"
        yield from (f"      {quote_text(quote, self._language)}" for quote in value.evidence[:_QUOTES])
        if value.evidence_total > _QUOTES:
            yield f"      {self._words['quotes'].format(n=value.evidence_total - _QUOTES)}"

    def _text(self, value: Value) -> str:
        if not value.is_iri:
            return value.text
        if value.text.startswith((CODE_BASE, ONTOLOGY_BASE)):
            return self._said(labels(value.text))
        return told_name(self._reader, value.text, self._language)

    def _incoming(self, found: Entity) -> Iterator[str]:
        if found.incoming:
            yield f"  {self._words['incoming']}:"
        for statement in found.incoming:
            iri = ONTOLOGY_BASE + statement.property
            word = self._said(inverse_labels(iri) or labels(iri))
            name = told_name(self._reader, statement.subject, self._language)
            told = word.replace("…", name) if "…" in word else f"{word} {name}"
            yield f"    ← {one_line(told)}{self._doubt(statement.certainty)}"
        if found.incoming_truncated:
            yield f"    {self._words['more']}: {', '.join(found.incoming_truncated)}"
