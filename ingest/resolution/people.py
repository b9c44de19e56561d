"""Who bears a name: every known person of that name is weighed by what else is shared, never by the name alone.

A candidate's score is the probability that the mention speaks of that one, among the candidates and namesakes whom
nobody knows yet. It weighs how often a person's next mention repeats what is shared against how many people share it
anyway (Fellegi and Sunter), and what speaks against the candidate. From LINK on, and if something of office is shared,
a candidate is linked; what lies below is a question for a steward. `python -m benchmarks.resolution` and `linkage`
measure what comes of the weights.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from math import prod

from ingest.careers import Career, Office, apart, year_of
from ingest.issues import Candidate
from ingest.known import Known
from ingest.resolution.contradictions import Contradiction, contradictions

LINK = 0.95
_KEPT = 0.5  # from which the person whose key the mention would get anyway is taken for it
_ASKED = 5  # candidates of one question
_UNKNOWN_PEOPLE = 1000  # beyond those known: what few are known to share is not rare for that
_POST, _BODY = 2.0, 0.2  # how often the next mention repeats a post, another post of the body, within a term
_ANOTHER = 3.0  # for each further post or body
_TERM_YEARS = 6  # what is shared longer apart than a term is weak evidence
_FADED = 0.02
_PLACE, _NOTHING, _ELSEWHERE = 1.5, 0.5, 0.2  # where no post or body is shared
_LONG_AGO = 0.05
_CAREER_YEARS = 45  # from a first post to a last


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name, the offices that the source gives it, and the day of the source (ISO)."""

    name: str
    offices: Collection[Office] = ()
    day: str | None = None


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """`iri` is a known person or a new one; `candidates` are those whom it may be, the likeliest first."""

    iri: str
    candidates: tuple[Candidate, ...] = ()


Reason = tuple[str, str]  # Vietnamese, English


@dataclass(slots=True)
class _Weighed:
    """A candidate: the odds against one unknown namesake, the posts and bodies that it shares, its contradictions."""

    iri: str
    career: Career
    odds: float
    posts: list[str]
    bodies: list[str]  # without those of the posts
    against: list[Contradiction] = field(default_factory=list)

    @property
    def shares(self) -> bool:
        return bool(self.posts or self.bodies)


def resolve_person(known: Known, mention: PersonMention, minted: str, other: str = "") -> PersonMatch:
    """Whom the mention is: as a steward judged, else the one candidate that shares enough, else `minted`, a new one.

    `other` is new too, for where `minted`, made of name and post, is likelier somebody else.
    """
    judged, namesakes = known.chosen(minted, known.named("person", mention.name))
    if judged:
        return PersonMatch(judged)
    said = _Said(known, mention)
    weighed = [said.weigh(person) for person in namesakes]
    whole = sum(candidate.odds for candidate in weighed) + len(weighed) + 1
    best = max(weighed, key=lambda c: (c.shares, c.odds, c.iri), default=None)
    if best and best.shares and best.odds / whole >= LINK:
        return PersonMatch(best.iri)
    same = next((c for c in weighed if c.iri == minted), None)
    if same and not (other and said.is_another(same, whole)):
        return PersonMatch(minted)
    ranked = sorted((c for c in weighed if c.iri != other), key=lambda c: (-c.odds, c.iri))
    asked = tuple(Candidate(c.iri, round(c.odds / whole, 2), said.reasons(c)) for c in ranked[:_ASKED])
    return PersonMatch(other if same else minted, asked)


class _Said:
    """What a mention says, held against what is known of each candidate."""

    def __init__(self, known: Known, mention: PersonMention) -> None:
        self._known = known
        self._offices = mention.offices
        self._positions = {office.position for office in mention.offices}
        self._bodies = {office.body for office in mention.offices}
        self._year = year_of(mention.day) if mention.day else None
        self._places = self._places_of(self._bodies)

    def weigh(self, person: str) -> _Weighed:
        career = self._known.career(person)
        posts = sorted(career.posts.keys() & self._positions)
        bodies = sorted((career.bodies.keys() & self._bodies) - self._bodies_of(posts))
        found = _Weighed(person, career, self._by_place(career)[0], posts, bodies)
        if found.shares:
            odds = [_POST * self._rarity(post) * self._fading(career.posts[post].seen) for post in posts]
            odds += [_BODY * self._rarity(body) * self._fading(career.seen_in(body)) for body in bodies]
            found.odds = max(odds) * _ANOTHER ** (len(odds) - 1)
            if self._year is not None:
                found.against = list(contradictions(self._known, career, self._offices, self._year))
                found.odds *= prod(factor for factor, _ in found.against)
        if self._years_apart(career) > _CAREER_YEARS:
            found.odds *= _LONG_AGO
        return found

    def is_another(self, same: _Weighed, whole: float) -> bool:
        """Whether one of the name with the post by which the mention would be known is likelier somebody else."""
        if self._is_all_known(same.career):
            return False
        faded = bool(same.posts) and all(self._fading(same.career.posts[post].seen) < 1 for post in same.posts)
        return faded or bool(same.against) or same.odds / whole < _KEPT

    def _is_all_known(self, career: Career) -> bool:
        """Whether nothing is known of a career but what the mention says, on its day: it is read once more."""
        return career.posts.keys() == self._positions and career.years == (self._year, self._year)

    def reasons(self, candidate: _Weighed) -> tuple[Reason, ...]:
        """The name first, then what is shared, then what speaks against the candidate."""
        career = candidate.career
        found = [("trùng họ tên", "same name")]
        for post in candidate.posts:
            found.append(self._shared(post, "cùng chức vụ", "same post", career.posts[post].seen))
        for body in candidate.bodies:
            found.append(self._shared(body, "cùng cơ quan", "same body", career.seen_in(body)))
        if not candidate.shares:
            found += self._by_place(career)[1]
        years = self._years_apart(career)
        if years > _CAREER_YEARS:
            found.append((f"cách nhau {int(years)} năm", f"{int(years)} years apart"))
        return tuple(found + [reason for _, reason in candidate.against])

    def _bodies_of(self, posts: Iterable[str]) -> set[str]:
        return {body for post in posts for body in self._known.values(post, "positionIn")}

    def _rarity(self, iri: str) -> float:
        """How many people there are for each one who has held that post, or a post of that body."""
        known = self._known
        positions = [iri] if known.values(iri, "positionIn") else known.subjects("positionIn", iri)
        holders = sum(known.count("inPosition", position) for position in positions)
        return (known.people() + _UNKNOWN_PEOPLE) / (holders + 1)

    def _fading(self, seen: Iterable[float]) -> float:
        return _FADED if apart(self._year, seen) > _TERM_YEARS else 1.0

    def _years_apart(self, career: Career) -> float:
        """Years from the mention to the post that is known farthest from it."""
        if self._year is None or career.years is None:
            return 0.0
        return max(abs(self._year - year) for year in career.years)

    def _by_place(self, career: Career) -> tuple[float, list[Reason]]:
        """The odds where no post or body is shared, and their reason."""
        theirs = self._places_of(career.bodies) if self._places else set()
        if self._places & theirs:
            names = ", ".join(self._known.label(place) or place for place in sorted(self._places & theirs))
            return _PLACE, [(f"cùng địa phương: {names}", f"same place: {names}")]
        return (_ELSEWHERE, [("khác địa phương", "other places only")]) if theirs else (_NOTHING, [])

    def _places_of(self, bodies: Iterable[str]) -> set[str]:
        return {place for body in bodies for place in self._known.values(body, "inPlace")}

    def _shared(self, iri: str, vi: str, en: str, seen: Iterable[float]) -> Reason:
        name = ", ".join(filter(None, map(self._known.label, (iri, *self._known.values(iri, "positionIn")))))
        years = apart(self._year, seen)
        later = (f" (cách {int(years)} năm)", f" ({int(years)} years apart)") if years > _TERM_YEARS else ("", "")
        return f"{vi}: {name or iri}{later[0]}", f"{en}: {name or iri}{later[1]}"
