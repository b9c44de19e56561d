"""Whether a document is in force on a day: computed from its dates and what other documents do to it, never stored.

Adding or removing a relation is all that changes a status. The rules, which queries/*/in_force_on states as well:

date         of several values that sources give of one date, the smallest counts; an imprecise date is its bounds,
             and a quarter counts as its year
begin        mg:effectiveFrom, else mg:issuedOn
replaced,    from the day on which the other document takes effect (its begin), once and for all: that the other one
repealed     is repealed later does not bring the document back; but it never acted if it was surely replaced or
             repealed before its own begin, nor does it act on what had surely expired before the eve of that day
expired      after its own mg:effectiveTo, which is its last day; not the same as repealed
suspended    like replaced, but only until the suspending document is itself replaced, repealed or expired
partly-…     the relation points at a provision of the document (…#dieu-5), the rest of which is in force
certain      whatever the imprecise dates mean; possible: they leave it open, or a date is unknown
unknown      nothing is certain before the first state that is possible: `possibly` names that one
A provision acts for its document: the day is the document's, but the provision may be ended by itself.
Of several states the certain ones come before the possible, those of the whole before those of a part; then the order
of _RANKS; then the earliest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from graph_store.chain_dates import bounds, without_quarter
from graph_store.chain_model import Certainty, Quote, Reason
from graph_store.chain_reader import Reader, Thing, whole
from ontology.language import Language
from ontology.terms import CODE_BASE, labels

Code = Literal[
    "in-force",
    "not-yet",
    "replaced",
    "repealed",
    "expired",
    "suspended",
    "partly-replaced",
    "partly-repealed",
    "partly-suspended",
    "unknown",
]
CODES: tuple[Code, ...] = get_args(Code)
LOST = frozenset[Code]({"not-yet", "replaced", "repealed", "expired", "suspended"})  # what rests on it is broken
Span = tuple[str, str]

_ACTS: tuple[tuple[str, Code, Code], ...] = (
    ("replaces", "replaced", "partly-replaced"),
    ("repeals", "repealed", "partly-repealed"),
    ("suspends", "suspended", "partly-suspended"),
    ("suspendsTemporarily", "suspended", "partly-suspended"),
)
_ENDING = ("replaces", "repeals")
_RANKS: dict[tuple[Code, Certainty], int] = {
    ("replaced", "certain"): 0,
    ("repealed", "certain"): 0,
    ("expired", "certain"): 1,
    ("not-yet", "certain"): 2,
    ("suspended", "certain"): 3,
    ("replaced", "possible"): 4,
    ("repealed", "possible"): 4,
    ("expired", "possible"): 5,
    ("suspended", "possible"): 6,
}
_PARTLY = {"certain": 7, "possible": 8}
_OWN = 9
_UNDATED: Span = ("", "~")  # may be before any day, is certainly before none
_NEVER: Span = ("~", "~")
_MESSAGES: dict[Code, tuple[str, str]] = {
    "in-force": ("văn bản đã bắt đầu có hiệu lực", "the document had taken effect"),
    "not-yet": ("văn bản chưa có hiệu lực", "the document was not in force yet"),
    "replaced": ("văn bản đã được thay thế bởi {by}", "the document was replaced by {by}"),
    "repealed": ("văn bản đã bị bãi bỏ bởi {by}", "the document was repealed by {by}"),
    "expired": ("văn bản đã hết hiệu lực", "the document is no longer in force"),
    "suspended": ("văn bản đã bị đình chỉ bởi {by}", "the document was suspended by {by}"),
    "partly-replaced": ("một phần văn bản ({part}) đã được thay thế bởi {by}", "a part ({part}) was replaced by {by}"),
    "partly-repealed": ("một phần văn bản ({part}) đã bị bãi bỏ bởi {by}", "a part ({part}) was repealed by {by}"),
    "partly-suspended": ("một phần văn bản ({part}) đã bị đình chỉ bởi {by}", "a part ({part}) was suspended by {by}"),
    "unknown": ("không nguồn nào cho biết ngày ban hành hay hiệu lực", "no source tells when it was issued"),
}


class Statement(NamedTuple):
    """What a state follows from, as it stands in the graph; either end may be a provision."""

    subject: str
    property: str  # local name
    value: str


@dataclass(frozen=True, slots=True)
class State:
    """One thing that the graph says of a document's force on the day. `since` is as its source writes it."""

    code: Code
    certainty: Certainty
    since: str | None = None
    by: str | None = None  # IRI of the document that did it
    part: str = ""  # dieu-5-khoan-2, where only that provision is hit
    follows_from: Statement | None = None

    @property
    def order(self) -> str:
        """What decides between several states: the smallest counts."""
        own = _PARTLY[self.certainty] if self.part else _OWN
        rank = _RANKS.get((self.code, self.certainty), own)
        return f"{rank} {self.since or '-'} {self.code} {self.certainty} {self.by or '-'} {self.part}"

    def concerns(self, part: str) -> bool:
        """Whether a relation that points at `part` of the document (all of it, if empty) points at what was hit."""
        return not self.part or f"{part}-".startswith(f"{self.part}-")


@dataclass(frozen=True, slots=True)
class InForce:
    """The status of a document on a day, and all states that speak for it or beside it, the decisive one first."""

    at: str
    states: tuple[State, ...]

    @property
    def code(self) -> Code:
        return "unknown" if self.states[0].certainty == "possible" else self.states[0].code

    @property
    def possibly(self) -> Code | None:
        """What it may be, if that cannot be told for certain."""
        return self.states[0].code if self.states[0].certainty == "possible" else None

    @property
    def since(self) -> str | None:
        return self.states[0].since

    @property
    def by(self) -> str | None:
        return self.states[0].by

    @property
    def part(self) -> str:
        return self.states[0].part


def in_force(reader: Reader, document: Thing, at: str) -> InForce:
    """The status of a document (of the core class Document) on a day, in ISO form."""
    return InForce(at, tuple(sorted(_states(reader, document, at), key=lambda state: state.order)))


def reason_of(state: State, reader: Reader) -> Reason:
    """The state in words."""
    vietnamese, english = _MESSAGES[state.code if state.since or state.by else "unknown"]
    name = reader.named(state.by).labels if state.by else {}
    by = name.get("vi") or name.get("en") or state.by or ""
    vietnamese = vietnamese.format(by=by, part=state.part)
    english = english.format(by=name.get("en") or by, part=state.part)
    if state.since:
        vietnamese, english = f"{vietnamese} ({state.since})", f"{english} ({state.since})"
    code = state.code if state.code in ("in-force", "not-yet") else f"document-{state.code}"
    return Reason(code, vietnamese, english, state.since, state.by, state.certainty)


def quotes_for(state: State, reader: Reader) -> tuple[tuple[Quote, ...], int]:
    """The evidence of the statement that the state follows from, the strongest first; and how much there is."""
    return reader.quotes(*state.follows_from) if state.follows_from else ((), 0)


def status_label(code: Code, language: Language) -> str:
    """The status as the code list names it."""
    label = labels(f"{CODE_BASE}in-force-status/{code}")
    return label.told(language)


def took_effect(reader: Reader, actor: str) -> tuple[str | None, Span] | None:
    """The day on which a document, or a provision of one, took effect: as written, and its bounds.

    None if it never did, as it was surely replaced or repealed before.
    """
    text = _begin(reader.thing(whole(actor)))[1]
    span = _span(text)
    return None if text and _ended(reader, actor)[1] < span[0] else (text, span)


def _states(reader: Reader, document: Thing, at: str) -> Iterator[State]:
    yield _own(document, at)
    until = document.first("effectiveTo")
    expiry = _span(until, _NEVER)
    if until and expiry[0] < at:
        certainty: Certainty = "certain" if expiry[1] < at else "possible"
        yield State("expired", certainty, until, follows_from=Statement(document.iri, "effectiveTo", until))
    for target in (document.iri, *reader.provisions(document.iri)):
        for predicate, wholly, partly in _ACTS:
            for actor in reader.subjects(predicate, target):
                code = wholly if target == document.iri else partly
                act = Statement(actor, predicate, target)
                if whole(actor) != document.iri and (state := _done(reader, act, code, expiry, at)):
                    yield state


def _own(document: Thing, at: str) -> State:
    prop, text = _begin(document)
    follows_from = Statement(document.iri, prop, text) if text else None
    first, last = _span(text)
    if first > at:
        return State("not-yet", "certain", text, follows_from=follows_from)
    return State("in-force", "certain" if last <= at else "possible", text, follows_from=follows_from)


def _done(reader: Reader, act: Statement, code: Code, expiry: Span, at: str) -> State | None:
    """What the act did to the document by the day; None if nothing."""
    effect = took_effect(reader, act.subject)
    if not effect:
        return None
    text, (first, last) = effect
    if first > at or (text and expiry[1] < _eve(first)):
        return None
    by, certain = whole(act.subject), last <= at
    if code in ("suspended", "partly-suspended"):
        ended, own = _ended(reader, act.subject), _span(reader.thing(by).first("effectiveTo"), _NEVER)
        if ended[1] <= at or own[1] < at:
            return None
        certain = certain and ended[0] > at and own[0] >= at
    part = act.value.partition("#")[2]
    return State(code, "certain" if certain else "possible", text, by, part, act)


def _ended(reader: Reader, actor: str) -> Span:
    """The smallest bounds of the days on which others replaced or repealed it, or what it is a provision of."""
    spans = [_NEVER]
    held: str | None = actor
    passed: set[str] = set()
    while held and held not in passed:
        passed.add(held)
        enders = {whole(by) for predicate in _ENDING for by in reader.subjects(predicate, held)}
        spans += [_span(_begin(reader.thing(by))[1]) for by in enders - {whole(actor)}]
        held = reader.thing(held).first("provisionOf")
    return min(span[0] for span in spans), min(span[1] for span in spans)


def _begin(document: Thing) -> tuple[str, str | None]:
    """The property that tells when the document takes effect, and its value."""
    from_ = document.first("effectiveFrom")
    return ("effectiveFrom", from_) if from_ else ("issuedOn", document.first("issuedOn"))


def _span(text: str | None, otherwise: Span = _UNDATED) -> Span:
    return (bounds(without_quarter(text)) if text else None) or otherwise


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
