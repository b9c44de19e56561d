"""Which sentences of a text seem to state something and gave no fact: where rules are missing."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from ingest.facts import Extraction
from ingest.readers import SourceText
from ingest.rules.text.page import Page, Span
from ingest.source_graph import SourceGraph
from ontology.terms import MG

_NUMBER = re.compile(r"\d{1,5}-[a-zđ]{2,6}/|/[a-zđ]{2,5}-[a-zđ]{2,8}")
_LISTED = 100  # sentences of one import
_RULE = str(MG.rule)
_SHORTEST = 30  # characters: headings and captions are shorter


@dataclass(slots=True)
class Coverage:
    """How many statements each rule gave, and which sentences gave none though they seem to state something."""

    rules: Counter[str] = field(default_factory=Counter)
    sentences: int = 0  # that seem to state something
    bare: int = 0  # those of them that gave nothing
    listed: list[dict[str, Any]] = field(default_factory=list)

    def count(self, graph: SourceGraph) -> None:
        """Adds the rules of a source's evidence."""
        self.rules.update(q.object.value for q in graph.quads() if q.predicate.value == _RULE)  # type: ignore[union-attr]

    def read(self, source: SourceText, telling: int, bare: Sequence[Span]) -> None:
        """Adds the sentences of a text that seem to state something, and those of them that gave nothing."""
        self.sentences += telling
        self.bare += len(bare)
        for span in bare[:_LISTED]:
            words = source.text[span.start : span.end].strip()
            self.listed.append({"source": source.name, "start": span.start, "end": span.end, "sentence": words})

    def add(self, other: "Coverage") -> None:
        """Adds what another part of the same import covered."""
        self.rules.update(other.rules)
        self.sentences += other.sentences
        self.bare += other.bare
        self.listed += other.listed[: max(0, _LISTED - len(self.listed))]

    def as_json(self) -> dict[str, Any]:
        rules = dict(sorted(self.rules.items(), key=lambda entry: (-entry[1], entry[0])))
        return {"rules": rules, "sentences": self.sentences, "bare": self.bare, "uncovered": self.listed}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """The coverage that `as_json` gave."""
        return cls(Counter(stored["rules"]), stored["sentences"], stored["bare"], stored["uncovered"])


def uncovered(page: Page, facts: Extraction) -> tuple[int, list[Span]]:
    """(sentences with a post, a document number or a body's word, those of them that no fact rests on)."""
    starts = sorted(evidence.start for fact in facts.all() for evidence in fact.evidence)
    telling = [page.in_text(sentence) for sentence in page.sentences if _tells(page, sentence)]
    return len(telling), [s for s in telling if bisect_left(starts, s.start) == bisect_left(starts, s.end)]


def _tells(page: Page, sentence: Span) -> bool:
    if sentence.end - sentence.start < _SHORTEST:
        return False
    named = any(page.shown[m.start()].isupper() for name in ("roles", "heads") for m in page.found(name, sentence))
    return named or bool(_NUMBER.search(page.low, sentence.start, sentence.end))
