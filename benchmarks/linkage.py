"""Who is who among many, beside splink: precision, recall and time on the same mentions, in one run.

usage: python -m benchmarks.linkage [--people N]

splink (Fellegi and Sunter's model on DuckDB) gets what our resolution gets: name in canonical form, posts, bodies, day.
It sees all mentions at once and learns its weights from them; ours sees one after the other and decides for good. It
is wanted for the benchmark alone: `pip install --require-hashes -r requirements/bench.txt`.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.table import Table

from benchmarks.resolution import Labelled, World, generated, pairs
from ontology.text import canonical

_SEED = 20_220_602
_THRESHOLDS = (0.5, 0.9, 0.99)  # of splink's probability, from which two mentions are one person's
_SAMPLED = 1_000_000  # pairs from which splink learns how often others agree
_SURELY_ONE = "l.name = r.name and len(list_intersect(l.posts, r.posts)) > 0"
_SURELY = 0.7  # of a person's pairs of mentions, which these are: two reports in a row share a post
_NAME = [0.99, 0.01]  # how often the mentions of one person bear one name and another, in canonical form
_YEARS = (2, 6, 12)


def ours(mentions: Sequence[Labelled]) -> tuple[float, float, int]:
    """(precision, recall, questions) of our resolution."""
    world = World()
    groups = [(mention.who, world.take_in(mention, number)) for number, mention in enumerate(mentions)]
    return (*pairs(groups), world.asked)


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
    precision, recall, asked = ours(mentions)
    spent = f"{_processor_s() - begun:,.1f}", f"{time.perf_counter() - clock:,.1f}"
    report.add_row("ours", f"{precision:.4f}", f"{recall:.4f}", f"{asked:,}", *spent)
    report.title = f"{arguments.people:,} people, {len(mentions):,} mentions"
    Console().print(report)
    return 0


def _processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
