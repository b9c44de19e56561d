"""All that a page mentions, or one sentence of it: what relations are read from."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, Protocol, Self, TypeVar

from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.people.people import PersonMention
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page, Span

_START = attrgetter("start")


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_LOOK = 4  # mentions back from a place: they may overlap, but not many do
Mention = TypeVar("Mention", bound=_Placed)


@dataclass(slots=True)  # frozen ones take longer to make, and each sentence is one
class Scene:
    """Mentions in order of place, never changed; `every_event` and `every_document` are those of the whole page.

    `issuers` are bodies too, with those inside the name of an event; `names_of_bodies` are those of the whole page.
    """

    page: Page
    documents: list[DocumentMention]
    bodies: list[BodyMention]
    events: list[EventMention]
    people: list[PersonMention]
    dates: list[DateMention]
    year: int | None
    every_event: list[EventMention]
    every_document: list[DocumentMention]
    issuers: list[BodyMention]
    names_of_bodies: frozenset[str]

    @classmethod
    def of_page(
        cls,
        page: Page,
        documents: list[DocumentMention],
        bodies: list[BodyMention],
        events: list[EventMention],
        people: list[PersonMention],
        dates: list[DateMention],
        year: int | None,
        issuers: list[BodyMention],
    ) -> Self:
        """The scene of the whole page."""
        names = frozenset(b.name for b in bodies)
        return cls(page, documents, bodies, events, people, dates, year, events, documents, issuers, names)

    def of_sentences(self, shortest: int) -> Iterator[tuple[Span, "Scene"]]:
        """Every sentence of at least so many characters, and its scene."""
        documents, bodies, events = _Ordered(self.documents), _Ordered(self.bodies), _Ordered(self.events)
        people, dates, issuers = _Ordered(self.people), _Ordered(self.dates), _Ordered(self.issuers)
        for sentence in self.page.sentences:
            start, end = sentence.start, sentence.end
            if end - start >= shortest:
                yield (
                    sentence,
                    Scene(
                        self.page,
                        documents.inside(start, end),
                        bodies.inside(start, end),
                        events.inside(start, end),
                        people.inside(start, end),
                        dates.inside(start, end),
                        self.year,
                        self.every_event,
                        self.every_document,
                        issuers.inside(start, end),
                        self.names_of_bodies,
                    ),
                )

    def next_cue(self, name: str, start: int, end: int) -> re.Match[str] | None:
        return self.page.lexicon.any_of(name).search(self.page.low, start, end)

    def cue(self, name: str, span: Span) -> list[re.Match[str]]:
        return self.page.found(name, span)

    def said(self, name: str, span: Span) -> list[re.Match[str]]:
        """The cues of a list that are neither denied nor said of a plan nor part of another word."""
        return self.page.said(name, span)

    def is_denied(self, cue: re.Match[str]) -> bool:
        """Không ban hành, chưa thống nhất."""
        return self.page.is_denied(cue)


def last_before(mentions: list[Mention], place: int, reach: int) -> Mention | None:
    """The last mention that ends before a place, no more than `reach` characters away."""
    index = bisect_left(mentions, place, key=_START)
    for mention in reversed(mentions[max(0, index - _LOOK) : index]):
        if mention.end <= place <= mention.end + reach:
            return mention
    return None


def first_after(mentions: list[Mention], place: int, reach: int) -> Mention | None:
    """The first mention that begins at a place, or no more than `reach` characters after it."""
    index = bisect_left(mentions, place, key=_START)
    return mentions[index] if index < len(mentions) and mentions[index].start <= place + reach else None


def last_covering(mentions: list[Mention], place: int) -> Mention | None:
    """The last mention that begins at or before a place, if it reaches beyond it."""
    index = bisect_left(mentions, place + 1, key=_START) - 1
    return mentions[index] if index >= 0 and mentions[index].end > place else None


class _Ordered(Generic[Mention]):
    """Mentions in order of place, of which those of one sentence after another are asked for."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._mentions = mentions
        self._starts = [m.start for m in mentions]

    def inside(self, start: int, end: int) -> list[Mention]:
        """Those that begin from `start` on and before `end`."""
        first = bisect_left(self._starts, start)
        return self._mentions[first : bisect_left(self._starts, end, first)]
