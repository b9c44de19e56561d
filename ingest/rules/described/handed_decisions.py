"""Decisions that are handed to somebody and told apart from that: "trao quyết định của Bộ Chính trị cho ông X"."""

import re
from bisect import bisect_left

from ingest.rules.bodies.issuing_offices import Issuer
from ingest.rules.described.document_subjects import cue_words
from ingest.rules.described.told_decisions import DecisionReader
from ingest.rules.people.people import PersonMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_HANDED = re.compile(r"(?<!\w)(?:trao|công bố và trao|trao và công bố)(?: các)? $")
_TO_WHOM = re.compile(rf" cho (?:đồng chí|ông|bà)(?: [^\W\d_]+ (?:tướng|tá))? (?=[{CAPITALS}])")
_WORD = 24  # characters before a paper in which the word for handing stands
_NAME_REACH = 60  # characters in which a name stands
_PASSIVE = re.compile(r"(?<!\w)được (?:xem xét,? )?$")
_SENTENCE_REACH = 900  # characters around the handing in which the report tells the decision
_BY_WHOM = re.compile(r"(?: và ban bí thư|, ban bí thư)? ")


class HandedDecisions:
    """Reads a page; people are in order of place."""

    def __init__(self, page: Page, subjects: DecisionReader, people: list[PersonMention]) -> None:
        self._page, self._subjects, self._people = page, subjects, people

    def told(self, start: int, issuer: Issuer) -> tuple[PersonMention, str] | None:
        """Whom the decision at `start` is handed to, and in what words the report says elsewhere what it decides."""
        to = _TO_WHOM.match(self._page.shown, issuer.end)
        if not to or not _HANDED.search(self._page.low, max(0, start - _WORD), start):
            return None
        given = self._page.shown[to.end() : to.end() + _NAME_REACH].split()[:4]
        named = re.compile(re.escape(issuer.name.lower()))
        for cue in named.finditer(self._page.low, max(0, start - _SENTENCE_REACH), start + _SENTENCE_REACH):
            by_whom = _BY_WHOM.match(self._page.low, cue.end())
            verbs = cue_words("decides").match(self._page.low, by_whom.end()) if by_whom else None
            if not verbs or not _PASSIVE.search(self._page.low, max(0, cue.start() - _WORD), cue.start()):
                continue
            index = bisect_left(self._people, cue.start(), key=lambda p: p.start) - 1
            person = self._people[index] if index >= 0 else None
            sentence = self._page.sentence_at(cue.start())
            if person and person.start >= sentence.start and _is_called(person.name, given):
                words = self._subjects.told_of(person, verbs)
                return (person, words) if words else None
        return None


def _is_called(name: str, printed: list[str]) -> bool:
    """Whether the words begin with the name, or with the given name alone."""
    plain = [word.rstrip(",.;:") for word in printed]
    return plain[: len(name.split())] == name.split() or plain[:1] == name.split()[-1:]
