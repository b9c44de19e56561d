"""Why a thing or hop no longer carries, or does not carry yet, at a day: what replaced, dissolved or outlived it."""

from collections.abc import Iterator

from graph_store.chain_dates import begin, bounds, end
from graph_store.chain_model import Certainty, Conflict, Reason
from graph_store.chain_reader import Reader, Thing, whole
from graph_store.chain_rules import SINGLE_DATES
from graph_store.in_force import LOST, InForce, in_force, reason_of, took_effect

_MESSAGES = {
    "not-yet": ("chưa có vào ngày này", "did not exist yet on that day"),
    "body-dissolved": ("cơ quan đã kết thúc hoạt động", "the body had ceased to exist"),
    "body-dissolved-by": ("cơ quan đã bị giải thể theo {by}", "the body was dissolved by {by}"),
    "body-succeeded": ("cơ quan đã được kế thừa bởi {by}", "the body was succeeded by {by}"),
    "body-merged": ("cơ quan đã sáp nhập, hợp nhất: {by}", "the body was merged: {by}"),
    "body-divided": ("cơ quan đã chia, tách: {by}", "the body was divided: {by}"),
    "body-renamed": ("cơ quan đã đổi tên: {by}", "the body was renamed: {by}"),
    "body-changed": ("cơ quan không còn sau thay đổi: {by}", "the body was gone after a change: {by}"),
    "place-merged": ("địa phương đã sáp nhập vào {by}", "the place was merged into {by}"),
    "place-changed": ("đơn vị hành chính không còn sau thay đổi: {by}", "the unit was gone after a change: {by}"),
    "place-ended": ("đơn vị hành chính không còn", "the administrative unit no longer exists"),
    "term-over": ("nhiệm kỳ đã kết thúc", "the term was over"),
    "holding-over": ("không giữ chức vụ vào ngày này", "the post was not held on that day"),
    "basis-later": ("căn cứ có sau cái dựa trên nó", "the basis is later than what rests on it"),
}
_CHANGED = {
    "Dissolution": "body-dissolved-by",
    "Merger": "body-merged",
    "Division": "body-divided",
    "Renaming": "body-renamed",
}
# Hops in which what carries must not be younger than what it carries.
_ORDERED = frozenset(
    {
        "basedOn",
        "implements",
        "guides",
        "details",
        "agreedBy",
        "issuedBy",
        "byDocument",
        "establishes",
        "appoints",
        "promulgates",
    }
)


class Breaks:
    """The reasons at one day."""

    def __init__(self, reader: Reader, at: str) -> None:
        self._reader = reader
        self._at = at
        self._known: dict[str, tuple[Reason, ...]] = {}
        self._in_force: dict[str, InForce] = {}

    def of(self, thing: Thing) -> tuple[Reason, ...]:
        """What is wrong with the thing itself on the day."""
        if thing.iri not in self._known:
            self._known[thing.iri] = tuple(self._reasons(thing))
        return self._known[thing.iri]

    def of_hop(self, predicate: str, carried: Thing, carrier: Thing, part: str = "") -> tuple[Reason, ...]:
        """What is wrong with the hop: the reasons of what carries, and a basis younger than what rests on it.

        Takes   `part`, the provision of the carrier on which it rests: it may be gone while the rest is in force.
        """
        return (*self._order(predicate, carried, carrier), *self.of(carrier), *self._of_part(carrier, part))

    def _order(self, predicate: str, carried: Thing, carrier: Thing) -> Iterator[Reason]:
        lower, upper = begin(carried), begin(carrier)
        if predicate in _ORDERED and lower and upper and upper[0] > lower[1]:
            yield self._reason("basis-later", since=carrier.first("issuedOn", "startsOn", "changedOn", "existsFrom"))

    def _reasons(self, thing: Thing) -> Iterator[Reason]:
        if thing.core == "Document":
            yield from self._of_document(thing)
            return
        started = begin(thing)
        if started and started[0] > self._at:
            yield self._reason("not-yet", since=started[0])
        if thing.core == "Body":
            yield from self._of_body(thing)
        elif thing.core == "Holding":
            yield from self._of_holding(thing)
        elif thing.core == "Term":
            yield from self._ended(thing, "term-over")

    def _of_document(self, document: Thing) -> Iterator[Reason]:
        states = self._status(document).states
        yield from (reason_of(state, self._reader) for state in states if state.code in LOST)

    def _of_part(self, document: Thing, part: str) -> Iterator[Reason]:
        """What was done to the provision, or to one that it belongs to."""
        if part and document.core == "Document":
            for state in self._status(document).states:
                if state.part and state.concerns(part):
                    yield reason_of(state, self._reader)

    def _status(self, document: Thing) -> InForce:
        if document.iri not in self._in_force:
            self._in_force[document.iri] = in_force(self._reader, document, self._at)
        return self._in_force[document.iri]

    def _of_body(self, body: Thing) -> Iterator[Reason]:
        for other in self._reader.subjects("dissolves", body.iri):
            yield from self._overtaken("body-dissolved-by", other)
        for other in self._reader.subjects("succeeds", body.iri):
            yield from self._overtaken("body-succeeded", other)
        for change in self._endings(body):
            yield from self._overtaken(_CHANGED.get(self._reader.thing(change).type, "body-changed"), change)
        yield from self._ended(body, "body-dissolved")
        for place in body.several("inPlace"):
            yield from self._of_place(self._reader.thing(place))

    def _of_place(self, place: Thing) -> Iterator[Reason]:
        merged = [r for o in self._reader.subjects("succeeds", place.iri) for r in self._overtaken("place-merged", o)]
        merged = merged or [r for c in self._endings(place) for r in self._overtaken("place-changed", c)]
        yield from merged or self._ended(place, "place-ended")

    def _endings(self, thing: Thing) -> list[str]:
        """The change events that the body or place did not outlast: it is not among what comes of them."""
        changes = self._reader.subjects("changedFrom", thing.iri)
        return [c for c in changes if thing.iri not in self._reader.thing(c).several("changedTo")]

    def _of_holding(self, holding: Thing) -> Iterator[Reason]:
        for term in holding.several("inTerm"):
            yield from self._ended(self._reader.thing(term), "term-over")
        yield from self._ended(holding, "holding-over")

    def _ended(self, thing: Thing, code: str) -> Iterator[Reason]:
        ended = end(thing)
        if ended and ended[0] < self._at:
            yield self._reason(code, since=ended[1], certainty="certain" if ended[1] < self._at else "possible")

    def _overtaken(self, code: str, other_iri: str) -> Iterator[Reason]:
        """The reason if `other` had come by the day; possible where its date is unknown or reaches past the day."""
        other = self._reader.thing(whole(other_iri))
        came, since = begin(other), other.first("startsOn", "changedOn", "existsFrom")
        if other.core == "Document":
            effect = took_effect(self._reader, other_iri)
            if not effect:
                return
            since, came = effect
        if came and came[0] > self._at:
            return
        certain = came is not None and came[1] <= self._at
        yield self._reason(code, since=since, by=other, certainty="certain" if certain else "possible")

    def _reason(
        self, code: str, *, since: str | None = None, by: Thing | None = None, certainty: Certainty = "certain"
    ) -> Reason:
        vietnamese, english = _MESSAGES[code]
        if by:
            label = by.labels.get("vi") or by.labels.get("en") or by.iri
            vietnamese, english = (
                vietnamese.format(by=label),
                english.format(by=by.labels.get("en") or label),
            )
        if since:
            vietnamese, english = f"{vietnamese} ({since})", f"{english} ({since})"
        return Reason(code, vietnamese, english, since, by.iri if by else None, certainty)


def conflicts(thing: Thing) -> tuple[Conflict, ...]:
    """Dates and numbers with values that cannot all hold: 2022 and 2022-06-02 can, 2021 and 2022 cannot."""
    found = []
    for prop in SINGLE_DATES.get(thing.core, ()):
        if len(thing.several(prop)) < 2:
            continue
        spans = [span for text in thing.several(prop) if (span := bounds(text))]
        if len(spans) > 1 and max(s[0] for s in spans) > min(s[1] for s in spans):
            found.append(Conflict(prop, tuple(thing.several(prop))))
    if thing.core == "Document" and len(thing.several("documentNumber")) > 1:
        found.append(Conflict("documentNumber", tuple(thing.several("documentNumber"))))
    return tuple(found)
