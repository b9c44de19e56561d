"""Which words of a text tell one holding: of the same person in the same role of the same body."""

import re
from dataclasses import replace
from functools import lru_cache

from ingest.facts import HoldingFact
from ontology.text import canonical

_COMMITTEE_OF = re.compile(r"^ban chấp hành đảng bộ (tỉnh|huyện|quận)")  # is Tỉnh ủy …


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
    merged = [_made_one(alike) for alike in same.values()]
    return sorted(merged, key=lambda h: h.evidence[0].start)


def _made_one(holdings: list[HoldingFact]) -> HoldingFact:
    """The first with the evidence of all."""
    if len(holdings) == 1 == len(holdings[0].evidence):
        return holdings[0]
    evidence = tuple(dict.fromkeys(evidence for h in holdings for evidence in h.evidence))
    return replace(holdings[0], evidence=evidence)
