"""Days of a thing at a day asked: what is certain, what is possible, what is excluded. Days are ISO strings."""

from functools import lru_cache

from graph_store.chain_model import Certainty
from graph_store.chain_reader import Thing
from ontology.dates import stored_date

# Where a thing's begin and end stand, by core class. Events and documents are points: their end is no end of validity.
BEGIN: dict[str, tuple[str, ...]] = {
    "Document": ("issuedOn",),
    "Event": ("startsOn", "endsOn"),
    "ChangeEvent": ("changedOn",),
    "Holding": ("from",),
    "Body": ("existsFrom",),
    "Place": ("existsFrom",),
    "Term": ("startsOn",),
}
_END: dict[str, tuple[str, ...]] = {
    "Document": ("effectiveTo",),
    "Holding": ("to",),
    "Body": ("existsTo",),
    "Place": ("existsTo",),
    "Term": ("endsOn",),
}


@lru_cache(maxsize=4096)
def bounds(text: str) -> tuple[str, str] | None:
    """(earliest, latest) day of a stored date: 2022-06-02, 2022-06, 2022 or 2023-33 (EDTF); None if it is no date."""
    date = stored_date(text)
    return (date.earliest.isoformat(), date.latest.isoformat()) if date else None


def begin(thing: Thing) -> tuple[str, str] | None:
    """(earliest, latest) day on which the thing began, was issued or held; None if unknown."""
    if "begin" not in thing.spans:
        thing.spans["begin"] = _span(thing, BEGIN)
    return thing.spans["begin"]


def end(thing: Thing) -> tuple[str, str] | None:
    """(earliest, latest) day on which it ended; None if unknown, which is not the same as "still there"."""
    if "end" not in thing.spans:
        thing.spans["end"] = _span(thing, _END)
    return thing.spans["end"]


def _span(thing: Thing, table: dict[str, tuple[str, ...]]) -> tuple[str, str] | None:
    for prop in table.get(thing.core, ()):
        spans = [span for text in thing.several(prop) if (span := bounds(text))]
        if spans:
            return min(s[0] for s in spans), max(s[1] for s in spans)
    return None


def validity(thing: Thing) -> tuple[str | None, str | None]:
    """(from, to) of the thing as its sources write it."""
    first = thing.first("effectiveFrom", *BEGIN.get(thing.core, ()))
    last = thing.first("endsOn") if thing.core == "Event" else thing.first(*_END.get(thing.core, ()))
    return first, last


def holding_certainty(holding: Thing, at: str) -> Certainty | None:
    """Whether the post was held on the day; None if the dates exclude it. The rule is that of stretch_certainty."""
    return stretch_certainty(holding, at)


def stretch_certainty(thing: Thing, at: str) -> Certainty | None:
    """Whether a holding, body, place or term was there on the day; None if the dates exclude it.

    The rule that queries/ states as well. Certain: it had begun (whichever day the start means, or an office was
    observed before) and it had not ended (likewise); a quarter counts as its year. Possible: no mg:earliest or
    mg:latest of any source excludes the day. Of several starts or ends that sources give, the smallest counts.
    """
    since, until = thing.first(*BEGIN[thing.core]), thing.first(*_END[thing.core])
    observed = thing.several("observedOn") if thing.core == "Holding" else []
    start, finish = (bounds(without_quarter(text)) if text else None for text in (since, until))
    begun = (start and start[1] <= at) or (observed and observed[0] <= at)
    lasts = (finish and finish[0] >= at) or (observed and observed[-1] >= at)
    if begun and lasts:
        return "certain"
    return None if is_to_come(thing, at) or any(day < at for day in thing.several("latest")) else "possible"


def is_to_come(thing: Thing, at: str) -> bool:
    """Whether a source excludes that the thing had begun, was issued or held by the day."""
    return any(day > at for day in thing.several("earliest"))


def without_quarter(text: str) -> str:
    """The stored date, or its year if it is a quarter: what a query can compare as text."""
    return text[:4] if text[5:7] > "12" else text


def certainty_at(thing: Thing, at: str) -> Certainty:
    """Whether the thing was there on the day, as far as its dates say; a document without a date is only possible."""
    if thing.core == "Holding":
        return holding_certainty(thing, at) or "possible"
    started, ended = begin(thing), end(thing)
    if started is None and thing.core == "Document":
        return "possible"
    doubtful = (started and started[0] <= at < started[1]) or (ended and ended[0] < at <= ended[1])
    return "possible" if doubtful else "certain"
