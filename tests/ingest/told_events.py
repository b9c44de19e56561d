"""The events of a text, for tests of what is read of them."""

from ingest.extraction import extract
from ingest.facts import EventFact
from ingest.lexicon import Lexicon


def events(text: str) -> list[EventFact]:
    return extract(text, Lexicon.load()).events


def only(text: str) -> EventFact:
    (event,) = events(text)
    return event
