"""Posts of people: as one source tells of them, and as they are known, with years and bodies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Office:
    """What a source says of a post: its body and position (IRIs), the rank of the role, whether it is just taken up.

    `position` is empty where the role is in no code list; `taken` is said of who is elected or appointed.
    """

    body: str
    position: str = ""
    rank: int | None = None
    taken: bool = False


@dataclass(slots=True)
class Tenure:
    """A post of one person by the years, with their fractions, in which sources know of it."""

    seen: list[float] = field(default_factory=list)
    begun: list[float] = field(default_factory=list)  # those of them that are a day of taking it up

    def learn(self, days: Iterable[str], begun: Iterable[str]) -> None:
        """Takes in the days (ISO) that are known of a holding, and those of them on which it began."""
        self.seen += map(year_of, days)
        self.begun += map(year_of, begun)


@dataclass(frozen=True)
class Career:
    """`posts`: position -> its tenure; `bodies`: body -> the positions there. Not to be changed."""

    posts: Mapping[str, Tenure]
    bodies: Mapping[str, Sequence[str]]

    @cached_property
    def years(self) -> tuple[float, float] | None:
        """The first and the last year that is known of a post."""
        seen = [year for tenure in self.posts.values() for year in tenure.seen]
        return (min(seen), max(seen)) if seen else None

    def seen_in(self, body: str) -> list[float]:
        """The years in which the person is known in a post of that body."""
        return [year for position in self.bodies[body] for year in self.posts[position].seen]


def apart(year: float | None, years: Iterable[float]) -> float:
    """Years from `year` to the nearest of `years`; 0 where either is unknown."""
    return min((abs(year - other) for other in years), default=0.0) if year is not None else 0.0


def year_of(day: str) -> float:
    """A day (ISO) in years: 2022.5 for July 2022."""
    return int(day[:4]) + (int(day[5:7]) - 1) / 12 if len(day) >= 7 else float(day[:4])
