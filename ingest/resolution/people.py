"""Who bears a name: every known person of that name is scored by what else is shared, never by the name alone.

A candidate is linked if its score reaches LINK, something of office is shared, and no other comes near it. What lies
below is a question for a steward. The weights were set by `python -m benchmarks.resolution`, which measures them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.issues import Candidate
from ingest.known import Known

LINK = 0.6
_MARGIN = 0.1  # by which the best must lead the second
_ASKED = 5  # candidates of one question
_NAME = 0.2
_SMALL, _MIDDLE = 3, 40  # holders of one post, or of all posts of a body, so far
_POST = {"small": 0.55, "middle": 0.45, "large": 0.25}
_BODY = {"small": 0.45, "middle": 0.35, "large": 0.2}
_ANOTHER = 0.15  # for each body beyond the first
_PLACE = 0.15
_ELSEWHERE = -0.2
_LONG_AGO = -0.35
_TERM_YEARS = 6  # a post shared longer apart than a term is weak evidence
_FADED = 0.5
_CAREER_YEARS = 45  # from a first post to a last


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name, the posts and bodies (IRIs) that the source gives it, and the day of the source (ISO)."""

    name: str
    positions: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    day: str | None = None


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """`iri` is a known person or a new one; `candidates` are those whom it may be, the likeliest first."""

    iri: str
    candidates: tuple[Candidate, ...] = ()


Reason = tuple[str, str]  # Vietnamese, English


def resolve_person(known: Known, mention: PersonMention, minted: str, other: str = "") -> PersonMatch:
    """Whom the mention is: as a steward judged, else the one candidate that shares enough, else `minted`, a new one.

    `other` is new too, for where `minted`, made of name and post, is somebody who held the post at another time.
    """
    judged, namesakes = known.chosen(minted, known.named("person", mention.name))
    if judged:
        return PersonMatch(judged)
    scored = [_scored(known, mention, person) for person in namesakes]
    ranked = sorted(scored, key=lambda entry: (not entry[1], -entry[0].score, entry[0].iri))
    best = ranked[0] if ranked else None
    second = max((c.score for c, _ in ranked[1:]), default=0.0)
    if best and best[1] and best[0].score >= LINK and best[0].score - second >= _MARGIN:
        return PersonMatch(best[0].iri)
    taken = minted in namesakes
    if taken and not (other and _held_at_another_time(known, minted, mention)):
        return PersonMatch(minted)
    by_score = sorted((c for c, _ in ranked if c.iri != other), key=lambda c: (-c.score, c.iri))
    return PersonMatch(other if taken else minted, tuple(by_score[:_ASKED]))


def _held_at_another_time(known: Known, person: str, mention: PersonMention) -> bool:
    since = _years(known, person)
    shared = [since[position] for position in since.keys() & mention.positions]
    return bool(shared) and all(_apart(mention.day, years) > _TERM_YEARS for years in shared)


def _scored(known: Known, mention: PersonMention, person: str) -> tuple[Candidate, bool]:
    """The candidate, and whether it shares a post or a body with the mention."""
    since = _years(known, person)  # position -> years in which the person is known to have held it
    bodies = {body for position in since for body in known.values(position, "positionIn")}
    score, reasons = _NAME, [("trùng họ tên", "same name")]
    shared = sorted(since.keys() & mention.positions)
    common = sorted((bodies & mention.bodies) - {b for p in shared for b in known.values(p, "positionIn")})
    of_body = {b: [y for p in since if b in known.values(p, "positionIn") for y in since[p]] for b in common}
    told = [(iri, _POST, since[iri], "cùng chức vụ", "same post") for iri in shared]
    told += [(iri, _BODY, of_body[iri], "cùng cơ quan", "same body") for iri in common]
    weights = []
    for iri, weight, years, vi, en in told:
        apart = _apart(mention.day, years)
        weights.append(weight[_size(known, iri)] * (_FADED if apart > _TERM_YEARS else 1.0))
        reasons.append(_reason(known, iri, vi, en, apart))
    weights.sort(reverse=True)
    score += sum(weights[:1]) + _ANOTHER * len(weights[1:])
    if not common and not shared:
        moved, reason = _by_place(known, bodies, mention.bodies)
        score += moved
        reasons += reason
    aged, reason = _by_time(known, person, mention.day)
    score += aged
    return Candidate(person, round(min(max(score, 0.0), 1.0), 2), tuple(reasons + reason)), bool(shared or common)


def _size(known: Known, iri: str) -> str:
    """How many have held that post, or posts of that body: what many share tells little."""
    positions = [iri] if known.values(iri, "positionIn") else known.subjects("positionIn", iri)
    holders = 0
    for position in positions:
        holders += known.count("inPosition", position)
        if holders > _MIDDLE:
            return "large"
    return "small" if holders <= _SMALL else "middle"


def _by_place(known: Known, bodies: Iterable[str], others: Iterable[str]) -> tuple[float, list[Reason]]:
    first, second = _places(known, bodies), _places(known, others)
    if first & second:
        names = ", ".join(known.label(place) or place for place in sorted(first & second))
        return _PLACE, [(f"cùng địa phương: {names}", f"same place: {names}")]
    if first and second:
        return _ELSEWHERE, [("khác địa phương", "other places only")]
    return 0.0, []


def _places(known: Known, bodies: Iterable[str]) -> set[str]:
    return {place for body in bodies for place in known.values(body, "inPlace")}


def _by_time(known: Known, person: str, day: str | None) -> tuple[float, list[Reason]]:
    """Against a candidate whose known posts lie more than a career away from the source."""
    years = [int(value[:4]) for holding in known.subjects("heldBy", person) for value in known.days(holding)]
    if not day or not years:
        return 0.0, []
    apart = max(abs(int(day[:4]) - year) for year in years)
    if apart <= _CAREER_YEARS:
        return 0.0, []
    return _LONG_AGO, [(f"cách nhau {apart} năm", f"{apart} years apart")]


def _years(known: Known, person: str) -> dict[str, list[int]]:
    """The positions of a person, each with the years that are known of it."""
    found: dict[str, list[int]] = {}
    for holding in known.subjects("heldBy", person):
        for position in known.values(holding, "inPosition"):
            found.setdefault(position, []).extend(int(day[:4]) for day in known.days(holding))
    return found


def _apart(day: str | None, years: list[int]) -> int:
    """Years between the source and the nearest known year; 0 where either is unknown."""
    return min((abs(int(day[:4]) - year) for year in years), default=0) if day else 0


def _reason(known: Known, iri: str, vi: str, en: str, apart: int) -> Reason:
    name = ", ".join(filter(None, (known.label(iri), *(known.label(b) for b in known.values(iri, "positionIn")))))
    later = (f" (cách {apart} năm)", f" ({apart} years apart)") if apart > _TERM_YEARS else ("", "")
    return f"{vi}: {name or iri}{later[0]}", f"{en}: {name or iri}{later[1]}"
