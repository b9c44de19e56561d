"""Who is who among many, beside splink: precision, recall and time on the same mentions, in one run.

usage: python -m benchmarks.linkage [--people N]

splink (Fellegi and Sunter's model on DuckDB) gets what our resolution gets: name in canonical form, posts, bodies, day;
but for which post is just taken up, as it compares two mentions and knows no careers. It sees all mentions at once and
learns its weights from them; ours sees one after the other and decides for good. It is wanted for the benchmark alone:
`pip install --require-hashes -r requirements/bench.txt`.
"""

import argparse
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import permutations
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.table import Table

from benchmarks.resolution import STEP_YEARS, Labelled, World, generated, pairs
from ontology.text import canonical

_SEED = 20_220_602
_THRESHOLDS = (0.5, 0.9, 0.99)  # of splink's probability, from which two mentions are one person's
_SAMPLED = 1_000_000  # pairs from which splink learns how often others agree
_SURELY_ONE = "l.name = r.name and len(list_intersect(l.posts, r.posts)) > 0"
_SURELY = 0.7  # of a person's pairs of mentions, which these are: two reports in a row share a post
_NAME = [0.99, 0.01]  # how often the mentions of one person bear one name and another, in canonical form
_YEARS = (2, 6, 12)


Groups = list[tuple[str, str]]  # (who a mention is, who it was resolved to)


def ours(mentions: Sequence[Labelled]) -> tuple[Groups, int]:
    """(what our resolution decided, questions)."""
    world = World()
    return [(mention.who, world.take_in(mention, number)) for number, mention in enumerate(mentions)], world.asked


def by_the_rule(mentions: Sequence[Labelled]) -> Groups:
    """What one who knew how the careers were made could decide without a guess: the most that is in the labelled set.

    Who moves has taken up the post before exactly four years earlier; where two of a name did, both stay apart.
    """
    earlier: dict[tuple[str, object, int], list[int]] = defaultdict(list)
    later: dict[tuple[str, object, int], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        name, year = canonical(mention.name), int(mention.day[:4])
        earlier[name, mention.posts[-1], year].append(number)
        if mention.taken:
            later[name, mention.posts[0], year - STEP_YEARS].append(number)
    linked = {moved[0]: earlier[key][0] for key, moved in later.items() if len(moved) == 1 == len(earlier[key])}
    found: list[str] = []
    for number in range(len(mentions)):  # in the order of their days: the earlier one is decided
        found.append(found[linked[number]] if number in linked else str(number))
    return list(zip((m.who for m in mentions), found, strict=True))


def told_apart_by_nothing(mentions: Sequence[Labelled]) -> set[str]:
    """Those who took up one post within a year of a namesake: no report of either tells which of them is meant."""
    since: dict[tuple[str, object], dict[str, int]] = defaultdict(dict)
    for mention in mentions:
        since[canonical(mention.name), mention.posts[-1]].setdefault(mention.who, int(mention.day[:4]))
    pairs_ = (pair for holders in since.values() for pair in permutations(holders.items(), 2))
    return {who for (who, year), (_, other) in pairs_ if abs(year - other) <= 1}


def of_splink(mentions: Sequence[Labelled]) -> Iterator[tuple[float, float, float]]:
    """(threshold, precision, recall) of splink's clusters at each threshold."""
    splink = import_module("splink")
    backend = splink.DuckDBAPI()
    linker = splink.Linker(backend.register(_as_table(mentions)), _settings(splink), log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([_SURELY_ONE], recall=_SURELY)
    linker.training.estimate_u_using_random_sampling(max_pairs=_SAMPLED)
    linker.training.estimate_parameters_using_expectation_maximisation(splink.block_on("name"))
    predicted = linker.inference.predict(threshold_match_probability=min(_THRESHOLDS))
    for threshold in _THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predicted, threshold_match_probability=threshold
        )
        found = clusters.as_dict()
        who = (mentions[number].who for number in found["unique_id"])
        yield (threshold, *pairs(list(zip(who, map(str, found["cluster_id"]), strict=True))))


def _settings(splink: Any) -> Any:
    levels = import_module("splink.comparison_level_library")
    comparisons = import_module("splink.comparison_library")
    office = comparisons.CustomComparison(
        output_column_name="office",
        comparison_levels=[
            levels.ArrayIntersectLevel("posts", min_intersection=1),
            levels.ArrayIntersectLevel("bodies", min_intersection=1),
            levels.ElseLevel(),
        ],
    )
    day = comparisons.AbsoluteDateDifferenceAtThresholds(
        "day", input_is_string=True, metrics=["year"] * len(_YEARS), thresholds=list(_YEARS)
    )
    name = comparisons.ExactMatch("name").configure(term_frequency_adjustments=True, m_probabilities=_NAME)
    blocks = [splink.block_on("name")]
    return splink.SettingsCreator(
        link_type="dedupe_only", comparisons=[name, office, day], blocking_rules_to_generate_predictions=blocks
    )


def _as_table(mentions: Sequence[Labelled]) -> pa.Table:
    return pa.table(
        {
            "unique_id": list(range(len(mentions))),
            "name": [canonical(m.name) for m in mentions],
            "posts": [[" ".join(post) for post in m.posts] for m in mentions],
            "bodies": [[body for _, body in m.posts] for m in mentions],
            "day": [m.day for m in mentions],
        }
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linkage")
    parser.add_argument("--people", type=int, default=100_000)
    arguments = parser.parse_args()
    if not find_spec("splink"):
        print("splink is not installed: requirements/bench.txt", file=sys.stderr)
        return 3
    mentions = generated(arguments.people, random.Random(_SEED), middles=2, reports=1)
    report = Table("who decides", "precision", "recall", "questions", "s of processor time", "s by the clock")
    begun, clock = _processor_s(), time.perf_counter()
    for threshold, precision, recall in of_splink(mentions):
        spent = f"{_processor_s() - begun:,.1f}", f"{time.perf_counter() - clock:,.1f}"
        report.add_row(f"splink, from {threshold}", f"{precision:.4f}", f"{recall:.4f}", "", *spent)
    begun, clock = _processor_s(), time.perf_counter()
    groups, asked = ours(mentions)
    spent = f"{_processor_s() - begun:,.1f}", f"{time.perf_counter() - clock:,.1f}"
    report.add_row("ours", *_shown(groups), f"{asked:,}", *spent)
    twins = told_apart_by_nothing(mentions)
    rest = [(who, found) for who, found in groups if who not in twins]
    report.add_row(f"ours, without {len(twins):,} in one post with a namesake within a year", *_shown(rest))
    report.add_row("one who knew the rule of these careers", *_shown(by_the_rule(mentions)))
    report.title = f"{arguments.people:,} people, {len(mentions):,} mentions"
    Console().print(report)
    return 0


def _shown(groups: Groups) -> tuple[str, str]:
    precision, recall = pairs(groups)
    return f"{precision:.4f}", f"{recall:.4f}"


def _processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
