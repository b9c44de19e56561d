"""Which document a bare number means: by kind and day first, then by what the sentence says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

from ingest.issues import Candidate
from ingest.known import Known
from ontology.text import fold

_LIKE, _UNLIKE = 80.0, 60.0  # of 100: the sentence and the title; all others must stay below the second
_NUMBER = 0.3
_TITLE = 0.5
_RECENT = 0.15
_RECENT_YEARS = 5


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number without a date, the path of its kind if one is printed, the sentence, and the day of the source."""

    number: str
    kind: str = ""
    sentence: str = ""
    day: str | None = None


def resolve_number(
    known: Known, mention: NumberMention, candidates: Iterable[str], *, short: bool = False
) -> tuple[str | None, tuple[Candidate, ...]]:
    """(the document meant, or None; those that it may be, the likeliest first).

    Those of another kind and those issued after the source are out. If one is left it is meant, unless the number is
    `short` of its letters, which any office may have given; of several the one whose title alone the sentence repeats.
    """
    possible = [iri for iri in candidates if _is_possible(known, mention, iri)]
    if len(possible) == 1 and not short:
        return possible[0], ()
    likeness = {iri: _likeness(known, mention, iri) for iri in possible}
    alike = [iri for iri, ratio in likeness.items() if ratio >= _LIKE]
    if len(alike) == 1 and all(ratio < _UNLIKE for iri, ratio in likeness.items() if iri != alike[0]):
        return alike[0], ()
    scored = [_scored(known, mention, iri, likeness[iri]) for iri in possible]
    return None, tuple(sorted(scored, key=lambda c: (-c.score, c.iri)))


def _is_possible(known: Known, mention: NumberMention, iri: str) -> bool:
    issued = known.values(iri, "issuedOn")
    later = bool(issued and mention.day and min(issued)[:4] > mention.day[:4])
    kinds = known.values(iri, "kind")
    return not later and (not mention.kind or not kinds or any(kind.endswith(mention.kind) for kind in kinds))


def _likeness(known: Known, mention: NumberMention, iri: str) -> float:
    """How much of its title the sentence repeats, of 100; 0 where no title is known."""
    titles = [fold(title) for title in known.values(iri, "title")]
    return max(
        (token_set_ratio(title, fold(mention.sentence)) for title in titles if len(title.split()) > 3), default=0.0
    )


def _scored(known: Known, mention: NumberMention, iri: str, likeness: float) -> Candidate:
    score, reasons = _NUMBER + _TITLE * likeness / 100, [("trùng số ký hiệu", "same number")]
    if likeness:
        reasons.append((f"tên gọi giống {likeness:.0f}/100", f"title alike, {likeness:.0f} of 100"))
    issued = min(known.values(iri, "issuedOn"), default="")
    if issued:
        reasons.append((f"ban hành {issued}", f"issued {issued}"))
        if mention.day and 0 <= int(mention.day[:4]) - int(issued[:4]) <= _RECENT_YEARS:
            score += _RECENT
            reasons.append(("trong 5 năm trước nguồn", "in the five years before the source"))
    return Candidate(iri, round(min(score, 1.0), 2), tuple(reasons))
