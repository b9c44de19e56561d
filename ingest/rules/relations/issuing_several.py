"""Who issued each of several documents told together: "ban hành 3 nghị quyết: …", "các Nghị quyết của X, gồm: …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from ingest.facts import Evidence
from ingest.rules.bodies.issuing_offices import Issuer, issuer_at
from ingest.rules.documents.adoption import ADOPTS
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.issuers_before import issuer_before
from ingest.rules.relations.scene import Scene
from ingest.rules.text.page import Span

_SEVERAL = re.compile(r"(?:các|những|\d{1,2}|hai|ba|bốn|năm|sáu)\s$")
_OF = re.compile(r"(?: mới| quan trọng)?\s(?:của|do)\s")
_NAMELY = re.compile(
    r"(?: mới| quan trọng| chiến lược| lớn)*"
    r"(?:,?(?: \([^()]{1,60}\))?,? ?(?:bao gồm|gồm|đó là|như|là|trong đó có|cụ thể)(?: là| có)?\s?:?|:)\s"
)
_COUNTED = re.compile(
    r"\s(?:(?:được|trước) )?(?:các|những|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s(?P<kind>[^\W\d_]+)"
)

Found = Iterator[tuple[DocumentMention, Issuer, Evidence]]


def of_several(scene: Scene, sentence: Span) -> Found:
    """ "các Nghị quyết của Bộ Chính trị, gồm: Nghị quyết số 59-NQ/TW …, Nghị quyết số 70-NQ/TW"."""
    if len(scene.documents) < 2:
        return
    yield from _of_counted(scene, sentence)
    low = scene.page.low
    for kind in scene.page.found("document_kinds", Span(sentence.start, scene.documents[0].start)):
        of = _OF.match(low, kind.end())
        several = _SEVERAL.search(low, max(sentence.start, kind.start() - 8), kind.start())
        issuer = issuer_at(scene.page, scene.issuers, of.end()) if of and several else None
        namely = _NAMELY.match(low, issuer.end) if issuer else None
        if issuer and namely:
            label = scene.page.lexicon.document_kinds[kind.group()]
            for document in scene.documents:
                if document.kind == label and document.start >= namely.end():
                    yield document, issuer, scene.page.evidence(kind.start(), document.end, "one-of-several-of-body")


def _of_counted(scene: Scene, sentence: Span) -> Found:
    """ "Quốc hội đã thông qua 3 nghị quyết: Nghị quyết số 193/2025/QH15 …; Nghị quyết số 197/2025/QH15 …"."""
    low, kinds = scene.page.low, scene.page.lexicon.any_of("document_kinds")
    verbs = [*scene.said("issues", sentence), *ADOPTS.finditer(low, sentence.start, scene.documents[0].start)]
    lists: list[tuple[Issuer, str, int]] = []  # who issued them, their kind, and from where on they are told
    for cue in verbs:
        counted = _COUNTED.match(low, cue.end())
        kind = kinds.match(low, counted.start("kind")) if counted else None
        namely = _NAMELY.match(low, kind.end()) if kind else None
        issuer = issuer_before(scene, cue.start()) if namely and not scene.page.is_planned(cue.start()) else None
        if kind and namely and issuer:
            lists.append((issuer, scene.page.lexicon.document_kinds[kind.group()], namely.end()))
    lists.sort(key=lambda found: found[2])
    for (issuer, label, place), (_, _, following) in pairwise([*lists, (None, "", sentence.end)]):
        first, last = (bisect_left(scene.documents, start, key=lambda d: d.start) for start in (place, following))
        for document in scene.documents[first:last]:
            if issuer and document.kind == label:
                yield document, issuer, scene.page.evidence(issuer.start, document.end, "one-of-counted-by-body")
