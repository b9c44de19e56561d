"""What held of an entity on a day: whether it was there, its offices and heads, and which statements are true then.

The day judges validity, as mandate chains and ready questions do; what was known is another matter (asKnown).

stretch      a holding, body, place or term is there from its start to its end, a post as long as one of its bodies is
point        a document, event or change is there from its day on: it stays what happened
undated      people, kinds of body and sources, of which the graph tells no time
state        a statement of _STATES is true while both of its ends are there
act          any other statement is true from the day on which both of its ends had begun: 9-QĐ/TW stays replaced
certain      whatever imprecise dates mean; possible: no source excludes it
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_store.chain_breaks import Breaks
from graph_store.chain_dates import BEGIN, bounds, is_to_come, stretch_certainty, without_quarter
from graph_store.chain_model import Certainty, Reason
from graph_store.chain_reader import Reader, Thing, whole

Presence = Literal["certain", "possible", "not-yet", "over", "undated"]
PRESENCE: dict[Presence, tuple[str, str]] = {
    "certain": ("đã có và vẫn còn", "was there"),
    "possible": ("có thể có: không nguồn nào loại trừ", "was possibly there: no source excludes it"),
    "not-yet": ("chưa có", "was not there yet"),
    "over": ("không còn", "was no longer there"),
    "undated": ("không nguồn nào gắn với thời gian", "no source tells a time of it"),
}
_STRETCHES = frozenset({"Holding", "Body", "Place", "Term"})
_POINTS = frozenset({"Document", "Event", "ChangeEvent"})
_STATES = frozenset(
    {
        "heldBy",
        "inPosition",
        "positionIn",
        "exOfficio",
        "concurrentWith",
        "subordinateTo",
        "inPlace",
        "partOfPlace",
        "ofKind",
    }
)
_GONE = frozenset[Presence]({"not-yet", "over"})
_OFFICES = 1000  # of one entity
_KIN = 50  # that an entity gave way to or came from


@dataclass(frozen=True, slots=True)
class OfficeOnDay:
    """An office that was held on the day, or possibly; `head`: no post of its body has a smaller rank."""

    holding: str  # IRI
    person: str  # IRI
    position: str  # IRI
    since: str | None
    until: str | None
    certainty: Certainty
    head: bool


@dataclass(frozen=True, slots=True)
class OnDay:
    """An entity on a day. `instead`: what it came from or gave way to that was there, if it was not."""

    at: str
    presence: Presence
    reasons: tuple[Reason, ...]
    offices: tuple[OfficeOnDay, ...]
    instead: tuple[str, ...]  # IRIs


class EntityDay:
    """Judges things and statements at one day."""

    def __init__(self, reader: Reader, at: date) -> None:
        self.at = at.isoformat()
        self._reader = reader
        self._breaks = Breaks(reader, self.at)
        self._presences: dict[str, Presence] = {}
        self._highest: dict[str, bool] = {}

    def about(self, iri: str) -> OnDay:
        """What the day makes of an entity."""
        thing, presence = self._reader.thing(iri), self.presence(iri)
        reasons = () if thing.core == "Document" else self._breaks.of(thing)  # of documents tells in_force
        instead = tuple(sorted(self._kin(iri, presence))) if presence in _GONE else ()
        return OnDay(self.at, presence, reasons, tuple(self._offices(thing)), instead)

    def presence(self, iri: str) -> Presence:
        """Whether the thing was there; for what is no thing of ours, undated."""
        if iri not in self._presences:
            self._presences[iri] = self._judged(self._reader.thing(iri))
        return self._presences[iri]

    def _judged(self, thing: Thing) -> Presence:
        if thing.core == "Position":
            return self._of_position(thing)
        if thing.core in _STRETCHES:
            found = stretch_certainty(thing, self.at)
            return found or ("not-yet" if is_to_come(thing, self.at) else "over")
        return self._begun(thing)

    def holds(self, subject: str, predicate: str, value: str) -> Certainty | None:
        """Whether a statement between two things is true on the day; None if it is not. Ends may be provisions."""
        ends = [whole(end) for end in (subject, value)]
        if any(self.presence(end) == "not-yet" for end in ends):
            return None
        if predicate in _STATES:
            judged = [self.presence(end) for end in ends]
            if "over" in judged:
                return None
        else:
            judged = [self._begun(self._reader.thing(end)) for end in ends]
        known = [presence for presence in judged if presence != "undated"]
        return "certain" if known and "possible" not in known else "possible"

    def _begun(self, thing: Thing) -> Presence:
        """Whether it had begun by the day, whatever became of it then.

        A stretch without a start is undated here, as an act between two things may be dated by the other.
        """
        if thing.core not in _STRETCHES | _POINTS:
            return "undated"
        text = thing.first(*BEGIN[thing.core])
        span = bounds(without_quarter(text)) if text else None
        seen = thing.core == "Holding" and any(day <= self.at for day in thing.several("observedOn"))
        if seen or (span and span[1] <= self.at):
            return "certain"
        if is_to_come(thing, self.at):
            return "not-yet"
        return "undated" if span is None and thing.core in _STRETCHES else "possible"

    def _of_position(self, position: Thing) -> Presence:
        bodies = {self.presence(body) for body in position.several("positionIn")}
        order: tuple[Presence, ...] = ("certain", "possible", "over", "not-yet")
        return next((presence for presence in order if presence in bodies), "undated")

    def _offices(self, thing: Thing) -> Iterator[OfficeOnDay]:
        """The offices of a person, in a post, or in all posts of a body; the heads first, then by holding."""
        reader = self._reader
        if thing.core == "Body":
            posts = reader.subjects("positionIn", thing.iri)
            holdings = [holding for post in posts for holding in reader.subjects("inPosition", post)]
        elif thing.core in ("Person", "Position"):
            prop = "heldBy" if thing.core == "Person" else "inPosition"
            holdings = list(reader.subjects(prop, thing.iri))
        else:
            return
        found = [office for holding in holdings if (office := self._office(reader.thing(holding)))]
        yield from sorted(found, key=lambda office: (not office.head, office.position, office.holding))[:_OFFICES]

    def _office(self, holding: Thing) -> OfficeOnDay | None:
        certainty = stretch_certainty(holding, self.at) if holding.core == "Holding" else None
        person, position = holding.first("heldBy"), holding.first("inPosition")
        if certainty is None or person is None or position is None:
            return None
        since, until = holding.first("from"), holding.first("to")
        if position not in self._highest:
            self._highest[position] = self._is_highest(position)
        return OfficeOnDay(holding.iri, person, position, since, until, certainty, self._highest[position])

    def _is_highest(self, position: str) -> bool:
        """Whether the post has the smallest rank of a body of its own, as head_of_body reads it."""
        reader = self._reader
        own = reader.thing(position)
        if not own.several("rank"):
            return False
        for body in own.several("positionIn"):
            ranks = [int(r) for p in reader.subjects("positionIn", body) for r in reader.thing(p).several("rank")]
            if any(int(rank) == min(ranks) for rank in own.several("rank")):
                return True
        return False

    def _kin(self, iri: str, presence: Presence) -> set[str]:
        """The nearest that was there on the way back from what was not there yet, or on from what was over."""
        found: set[str] = set()
        passed, queue = {iri}, [iri]
        while queue and len(passed) <= _KIN:
            for other in sorted(self._neighbours(queue.pop(0), presence) - passed):
                passed.add(other)
                there = self.presence(other)
                if there == presence:
                    queue.append(other)
                elif there not in _GONE:
                    found.add(other)
        return found

    def _neighbours(self, iri: str, presence: Presence) -> set[str]:
        reader = self._reader
        if presence == "not-yet":
            changes = (reader.thing(change) for change in reader.subjects("changedTo", iri))
            return {*reader.thing(iri).several("succeeds"), *(o for c in changes for o in c.several("changedFrom"))}
        changes = (reader.thing(change) for change in reader.subjects("changedFrom", iri))
        return {*reader.subjects("succeeds", iri), *(o for c in changes for o in c.several("changedTo"))}
