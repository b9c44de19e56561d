"""A report in groups: the results of each rule together, counted by gravity, rule and file."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ontology.terms import local_name

SEVERITIES = ("violation", "warning", "info")  # the gravest first


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Results of one rule, those of a file together; `count` says how many there are, `results` may be fewer."""

    severity: str
    rule: str
    count: int
    results: tuple[Mapping[str, Any], ...]


def counted(results: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, int]]:
    """(severity, rule, how many), the gravest and most frequent first; of results as reports in JSON have them."""
    count = Counter((str(r["severity"]), local_name(str(r["shape"]))) for r in results)
    return [(*key, n) for key, n in sorted(count.items(), key=lambda e: (SEVERITIES.index(e[0][0]), -e[1], e[0][1]))]


def counts(results: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How many results there are, and how many of each gravity, rule and file; how many of them are waived."""
    by_severity = Counter(str(r["severity"]) for r in results)
    by_file = Counter(name for r in results for name in dict.fromkeys(place["file"] for place in r.get("places", ())))
    return {
        "total": len(results),
        "waived": sum(bool(r.get("waiver")) for r in results),
        "severities": {name: by_severity[name] for name in SEVERITIES if by_severity[name]},
        "rules": [{"severity": s, "rule": rule, "count": n} for s, rule, n in counted(results)],
        "files": [{"file": file, "count": n} for file, n in sorted(by_file.items(), key=lambda e: (-e[1], e[0]))],
    }


def in_order(results: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The results rule by rule, the gravest and most frequent first; of a rule in the order of files and places."""
    found = list(results)
    rank = {(severity, rule): n for n, (severity, rule, _) in enumerate(counted(found))}
    return sorted(found, key=lambda r: (rank[str(r["severity"]), local_name(str(r["shape"]))], *_place(r)))


def grouped(results: Sequence[Mapping[str, Any]], start: int = 0, most: int | None = None) -> list[RuleGroup]:
    """Of the results in their order `most` from `start` on, rule by rule."""
    totals = {(severity, rule): n for severity, rule, n in counted(results)}
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for result in in_order(results)[start : None if most is None else start + most]:
        groups.setdefault((str(result["severity"]), local_name(str(result["shape"]))), []).append(result)
    return [RuleGroup(*key, totals[key], tuple(found)) for key, found in groups.items()]


def _place(result: Mapping[str, Any]) -> tuple[str, int, str, str]:
    place = next(iter(result.get("places", ())), None)
    about = (str(result["focus_node"]), str(result["path"] or ""))
    return (place["file"], place["start"] or 0, *about) if place else ("", 0, *about)
