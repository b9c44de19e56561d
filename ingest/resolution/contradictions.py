"""What speaks against a candidate who shares a post or body with a mention: order of a career, ranks of a body."""

from collections.abc import Collection, Iterator

from ingest.careers import Career, Office, Tenure
from ingest.known import Known

_AGAIN = 0.01  # a post is taken up once; an election for a further term is told like that too, and is then asked
_BELOW = 0.02  # heads and deputies of a body do not become deputies there
_SINCE = 0.05  # who has taken up another post is told of with that one
_SLACK = 1.0  # years by which the days of an election, its approval and its report differ
_LEADERS = 4  # ranks of heads and their deputies; below stand members, whom a head is one of


Contradiction = tuple[float, tuple[str, str]]  # a factor below 1, (Vietnamese, English)


def contradictions(known: Known, career: Career, offices: Collection[Office], year: float) -> Iterator[Contradiction]:
    """Each way in which a career speaks against its being that of the person who is said to hold the offices then."""
    if any(_taken_at_another_time(career.posts[o.position], o, year) for o in offices if o.position in career.posts):
        yield _AGAIN, ("nhận chức vụ ấy vào lúc khác", "took up that post at another time")
    positions = {office.position for office in offices}
    if any(_is_below(known, career, office, year, positions) for office in offices):
        yield _BELOW, ("từng giữ chức vụ cao hơn ở cơ quan ấy", "held a higher post of that body before")
    if _has_moved_on(career, positions, year):
        yield _SINCE, ("đã nhận chức vụ khác từ trước đó", "had taken up another post by then")


def _taken_at_another_time(tenure: Tenure, office: Office, year: float) -> bool:
    if office.taken and tenure.seen and min(tenure.seen) < year - _SLACK:
        return True
    return bool(tenure.begun) and year < min(tenure.begun) - _SLACK


def _is_below(known: Known, career: Career, office: Office, year: float, said: set[str]) -> bool:
    """Whether the candidate led the body from a higher post before, or from a lower one after."""
    if not office.rank or office.rank > _LEADERS:
        return False
    for position in career.bodies.get(office.body, ()):
        seen, rank = career.posts[position].seen, min(map(int, known.values(position, "rank")), default=_LEADERS + 1)
        if seen and rank <= _LEADERS and position not in said:
            before = rank < office.rank and min(seen) < year - _SLACK / 2
            after = rank > office.rank and max(seen) > year + _SLACK / 2
            if before or after:
                return True
    return False


def _has_moved_on(career: Career, said: set[str], year: float) -> bool:
    """Whether the candidate took up a post that the mention does not know, and was not seen in a shared one since."""
    begun = {position: max(tenure.begun) for position, tenure in career.posts.items() if tenure.begun}
    if not begun:
        return False
    newest = max(begun, key=lambda position: (begun[position], position))
    if newest in said or year < begun[newest] + _SLACK:
        return False
    shared = said & career.posts.keys()
    return any(max(career.posts[p].seen, default=year) <= begun[newest] + _SLACK / 2 for p in shared)
