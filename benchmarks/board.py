"""The table that benchmarks print: what was measured, beside what, how many times as fast, and if that is enough."""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. `ours` and `theirs` are seconds unless `unit` says otherwise; `rate` means that more is better.

    `least` is how many times as fast as the peer it shall be, `most` what it may be at most by itself.
    """

    what: str
    ours: float
    peer: str = ""
    theirs: float | None = None
    least: float | None = None
    most: float | None = None
    unit: str = "s"
    rate: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times as fast as the peer."""
        if self.theirs is None:
            return None
        return self.ours / self.theirs if self.rate else self.theirs / self.ours

    @property
    def target(self) -> str:
        parts = [f"≥ {self.least:g} x"] if self.least is not None else []
        return ", ".join([*parts, *([f"≤ {told(self.most, self.unit)}"] if self.most is not None else [])])

    @property
    def verdict(self) -> str:
        """Empty where nothing is wanted."""
        if not self.target:
            return ""
        slow = self.least is not None and (self.ratio or 0) < self.least
        return "MISSED" if slow or (self.most is not None and self.ours > self.most) else "met"


@dataclass(slots=True)
class Board:
    """The rows of every size that was measured, in order."""

    rows: dict[int, list[Row]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def add(self, size: int, *rows: Row) -> None:
        """Keeps the rows, and tells them on stderr at once: a run may be long."""
        self.rows.setdefault(size, []).extend(rows)
        for row in rows:
            beside = f"; {row.peer} {told(row.theirs, row.unit)}" if row.theirs is not None else ""
            print(
                f"{size:,}: {row.what}: {told(row.ours, row.unit)}{beside} {row.verdict}", file=sys.stderr, flush=True
            )

    def note(self, text: str) -> None:
        """What was not measured, and why."""
        if text not in self.notes:
            self.notes.append(text)

    def tell(self, text: str) -> None:
        """What is to be known of the figures."""
        self.facts.append(text)

    def show(self) -> None:
        console = Console(width=None if Console().is_terminal else 160)
        for size, rows in self.rows.items():
            table = Table("what", "ours", "beside", "theirs", "times as fast", "wanted", "", title=f"{size:,} quads")
            for row in rows:
                theirs = told(row.theirs, row.unit) if row.theirs is not None else ""
                ratio = f"{row.ratio:,.2f}" if row.ratio is not None else ""
                table.add_row(row.what, told(row.ours, row.unit), row.peer, theirs, ratio, row.target, row.verdict)
            console.print(table)
        if len(self.rows) > 1:
            console.print(self._growth())
        for fact in self.facts:
            console.print(fact)
        for note in self.notes:
            console.print(f"not measured: {note}")

    def _growth(self) -> Table:
        """By how much our figures grow from the smallest size to each other one."""
        first, *others = self.rows
        factors = [f"{size / first:,.0f} x the quads" for size in others]
        table = Table("what grows", f"at {first:,}", *factors, title="growth")
        for row in self.rows[first]:
            grown = [self._of(size, row.what) for size in others]
            if any(grown):
                cells = [f"{found.ours / row.ours:,.1f} x" if found and row.ours else "" for found in grown]
                table.add_row(row.what, told(row.ours, row.unit), *cells)
        return table

    def _of(self, size: int, what: str) -> Row | None:
        return next((row for row in self.rows[size] if row.what == what), None)


def told(value: float, unit: str) -> str:
    """1.234 s, 12.3 ms, 1,234 MB."""
    if unit != "s":
        return f"{value:,.0f} {unit}"
    return f"{value * 1000:,.2f} ms" if value < 1 else f"{value:,.2f} s"


def alternating(works: Sequence[Work], runs: int, *, wall: bool = False) -> list[float]:
    """The median seconds of each, run in turns, so that what else the machine does falls on all alike.

    Seconds are those of this process's processor time, unless `wall` says that another process takes part.
    """
    clock = time.perf_counter if wall else time.process_time
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, taken in zip(works, times, strict=True):
            taken.append(_timed(work, clock))
    return [statistics.median(taken) for taken in times]


def percentiles(works: Sequence[Work]) -> tuple[float, float]:
    """(median, 99th percentile) of single calls, in processor time."""
    times = sorted(_timed(work, time.process_time) for work in works)
    return times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.99))]


def _timed(work: Work, clock: Callable[[], float]) -> float:
    begun = clock()
    work()
    return clock() - begun
