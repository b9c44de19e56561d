"""Which words of a text tell one holding: of the same person in the same role of the same body."""

import re
from functools import lru_cache

from ingest.facts import HoldingFact, with_all_evidence
from ontology.text import canonical

_COMMITTEE_OF = re.compile(r"^ban chấp hành đảng bộ (tỉnh|huyện|quận)")  # is Tỉnh ủy …

_ONCE = re.compile(r"(?<!\w)(?:từng là|nguyên|cựu)(?!\w)")  # says that it is past, which a list of posts held does not


@lru_cache(maxsize=4096)
def compared(body: str) -> str:
    """The name of a body in the form in which two of them are compared."""
    return _COMMITTEE_OF.sub(r"\1 ủy", canonical(body))


def distinct(holdings: list[HoldingFact], past: list[HoldingFact]) -> list[HoldingFact]:
    """One fact for each person, role and body, with all evidence; decided posts first, history last."""
    order = {"dismissed": 0, "appointed": 1, "former": 2, "current": 3}
    same: dict[tuple[str, str, str], list[HoldingFact]] = {}
    for fact in [*sorted(holdings, key=lambda h: order[h.status]), *past]:
        same.setdefault((fact.person, fact.role, compared(fact.body)), []).append(fact)
    merged = [with_all_evidence(_told_first(alike)) for alike in same.values()]
    return sorted(merged, key=lambda h: h.evidence[0].start)


def _told_first(alike: list[HoldingFact]) -> list[HoldingFact]:
    """A post that somebody is called by before a career names it too is no past one: it stands first."""
    former, current = ([f for f in alike if f.status == status] for status in ("former", "current"))
    if not former or alike[0].status != "former" or not current:
        return alike
    first = min(current, key=lambda f: f.evidence[0].start)
    told = [f.evidence[0] for f in former]
    if any(e.rule != "post-former" or e.start < first.evidence[0].start or _ONCE.search(e.quote) for e in told):
        return alike
    return [first, *(f for f in alike if f is not first)]
