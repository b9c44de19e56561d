"""Which things and hops of the network a day does not exclude. Called by network.py."""

from datetime import date

from graph_store.chain_breaks import Breaks
from graph_store.chain_dates import begin, holding_certainty
from graph_store.chain_reader import Reader, Thing
from graph_store.chain_rules import CARRIED_BY_SUBJECT


class Day:
    """Judges as mandate chains do: what is certainly broken, over or still to come on the day does not hold.

    What is only possibly so is kept, as is what bears no date.
    """

    def __init__(self, reader: Reader, at: date) -> None:
        self._reader = reader
        self._at = at.isoformat()
        self._breaks = Breaks(reader, self._at)

    def holds(self, subject: str, predicate: str, value: str) -> bool:
        """Whether a statement still carries, or did yet; either end may be a provision."""
        (first, _, part), (last, _, part_of_last) = subject.partition("#"), value.partition("#")
        claimant, target = self._reader.thing(first), self._reader.thing(last)
        if self._is_not_there(claimant) or self._is_not_there(target):
            return False
        swapped = predicate in CARRIED_BY_SUBJECT
        carrier, carried = (claimant, target) if swapped else (target, claimant)
        reasons = self._breaks.of_hop(predicate, carried, carrier, part if swapped else part_of_last)
        return all(reason.certainty == "possible" or reason.code == "term-over" for reason in reasons)

    def there(self, iri: str) -> bool:
        """Whether the thing may have been there; a post is there as long as one of its bodies is."""
        thing = self._reader.thing(iri)
        if thing.core == "Position":
            bodies = thing.several("positionIn")
            return not bodies or any(self.there(body) for body in bodies)
        if self._is_not_there(thing):
            return False
        return all(reason.certainty == "possible" for reason in self._breaks.of(thing))

    def _is_not_there(self, thing: Thing) -> bool:
        started = begin(thing)
        to_come = started is not None and started[0] > self._at
        return to_come or (thing.core == "Holding" and holding_certainty(thing, self._at) is None)
