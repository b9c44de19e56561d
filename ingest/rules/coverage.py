"""How many bodies of a kind there are, and which were the first."""

import re

from ingest.facts import CoverageFact
from ingest.rules.page import Span
from ingest.rules.scene import Scene, first_after
from ontology.text import canonical

_CLAUSE = 60  # characters between the places and what they founded
_COVERED = re.compile(r"(?<![\d/])(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])\s+")


def find_coverage(scene: Scene) -> list[CoverageFact]:
    """Counts of the bodies of a kind: "63/63 Ban Chỉ đạo cấp tỉnh đã được thành lập", with those named as the first."""
    found = []
    kinds = {m.name for m in scene.bodies if m.is_kind}
    for match in _COVERED.finditer(scene.page.low):
        counted, out_of = int(match[1]), int(match[2])
        sentence = scene.page.sentence_at(match.start())
        kind = _kind_counted(scene, match.end(), sentence, kinds) if counted <= out_of else None
        if not kind or not scene.next_cue("founding", sentence.start, sentence.end):
            continue
        day = first_after(scene.dates, sentence.start, match.start() - sentence.start)
        as_of = day.iso(scene.year) if day else None
        evidence = scene.page.evidence(match.start(), sentence.end, "coverage")
        found.append(CoverageFact(kind, counted, out_of, (evidence,), as_of, _first_places(scene, sentence)))
    return found


def _kind_counted(scene: Scene, place: int, sentence: Span, kinds: set[str]) -> str | None:
    """The kind counted: named right there, or the only one of the text that begins with the same words.

    Where places are counted, the kind of body that they founded: "63/63 tỉnh, thành phố đã thành lập Ban Chỉ đạo …".
    """
    places = scene.page.lexicon.any_of("counted_places").match(scene.page.low, place)
    founding = scene.next_cue("founding", places.end(), min(sentence.end, places.end() + _CLAUSE)) if places else None
    direct = first_after(scene.bodies, founding.end() if founding else place, 3)
    if direct and direct.is_kind:
        return direct.name
    head = scene.page.lexicon.any_of("heads").match(scene.page.low, place)
    alike = [k for k in kinds if head and canonical(k).startswith(head.group())]
    return alike[0] if len(alike) == 1 else None


def _first_places(scene: Scene, sentence: Span) -> tuple[str, ...]:
    cue = scene.next_cue("first_of_all", sentence.start, sentence.end)
    if not cue:
        return ()
    lexicon = scene.page.lexicon
    named = lexicon.any_of("provinces").finditer(scene.page.low, cue.end(), sentence.end)
    return tuple(dict.fromkeys(lexicon.provinces[m.group()] for m in named))
