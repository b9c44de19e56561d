"""How many bodies of a kind there are, and which were the first."""

import re
from bisect import bisect_left

from ingest.cued import Cued
from ingest.facts import CoverageFact
from ingest.rules.relations.scene import Scene, first_after, last_covering
from ingest.rules.text.page import Span
from ontology.text import canonical

_NEAR = 200  # characters between a count and the words that say what it counts
_WORD = 8  # characters in which the next word stands
_COVERED = Cued("", r"(?<![\d/])(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])\s+")


def find_coverage(scene: Scene) -> list[CoverageFact]:
    """Counts of the bodies of a kind: "63/63 Ban Chỉ đạo cấp tỉnh đã được thành lập", with those named as the first."""
    found = []
    kinds = {m.name for m in scene.bodies if m.is_kind}
    for match in scene.page.each(_COVERED):
        counted, out_of = int(match[1]), int(match[2])
        sentence = _around(scene.page.sentence_at(match.start()), match)
        kind = _kind_counted(scene, match.end(), sentence, kinds) if counted <= out_of else None
        is_day = last_covering(scene.dates, match.start()) is not None
        if not kind or is_day or not scene.next_cue("founding", sentence.start, sentence.end):
            continue
        as_of = _day_before(scene, sentence.start, match.start())
        words = scene.page.low[match.start() : sentence.end].rstrip()
        evidence = scene.page.evidence(match.start(), match.start() + len(words), "coverage")
        found.append(CoverageFact(kind, counted, out_of, (evidence,), as_of, _first_places(scene, sentence)))
    return found


def _around(sentence: Span, count: re.Match[str]) -> Span:
    """The part of the sentence that is near the count."""
    return Span(max(sentence.start, count.start() - _NEAR), min(sentence.end, count.end() + _NEAR))


def _day_before(scene: Scene, start: int, end: int) -> str | None:
    """The first day named between two places, but for those of documents."""
    first, last = (bisect_left(scene.dates, place, key=lambda d: d.start) for place in (start, end))
    days = (d for d in scene.dates[first:last] if not last_covering(scene.documents, d.start))
    return next((d.iso(scene.year) for d in days), None)


def _kind_counted(scene: Scene, place: int, sentence: Span, kinds: set[str]) -> str | None:
    """The kind of the bodies counted, or of those that the places counted have founded."""
    places = scene.page.lexicon.any_of("counted_places").match(scene.page.low, place)
    if not places:
        return _kind_at(scene, place, kinds)
    founding = scene.next_cue("founding", places.end(), sentence.end)
    all_of = scene.next_cue("of_several", founding.end(), founding.end() + _WORD) if founding else None
    said = all_of or founding
    return _kind_at(scene, said.end() + 1, kinds) if said else None


def _kind_at(scene: Scene, place: int, kinds: set[str]) -> str | None:
    """The kind named right there, or the only one of the text that begins with the same words."""
    direct = first_after(scene.bodies, place, 3)
    if direct and direct.is_kind:
        return direct.name
    head = scene.page.at("heads", place)
    alike = [k for k in kinds if head and canonical(k).startswith(head.group())]
    return alike[0] if len(alike) == 1 else None


def _first_places(scene: Scene, sentence: Span) -> tuple[str, ...]:
    cue = scene.next_cue("first_of_all", sentence.start, sentence.end)
    if not cue:
        return ()
    lexicon = scene.page.lexicon
    named = scene.page.found("provinces", Span(cue.end(), sentence.end))
    return tuple(dict.fromkeys(lexicon.provinces[m.group()] for m in named))
