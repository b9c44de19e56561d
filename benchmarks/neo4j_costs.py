"""What work with a Neo4j server costs by the clock and in processor time, and what a load left in the server."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import LiteralString

from neo4j import Driver

from benchmarks.board import Board, Row
from benchmarks.endpoint_speed import processor_s

_BATCH: LiteralString = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS gone"
_CONSTRAINTS: LiteralString = "SHOW CONSTRAINTS YIELD name RETURN 'DROP CONSTRAINT ' + name AS drop"
_INDEXES: LiteralString = (
    "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL "
    "RETURN 'DROP INDEX ' + name AS drop"
)
_HELD: tuple[tuple[LiteralString, str], ...] = (
    ("MATCH (n) RETURN count(n) AS n", "nodes"),
    ("MATCH ()-[r]->() RETURN count(r) AS n", "relationships"),
    ("MATCH (n) RETURN sum(size(keys(n))) AS n", "properties of nodes"),
    ("MATCH ()-[r]->() RETURN sum(size(keys(r))) AS n", "of relationships"),
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and of processor time: of the server and of this process together."""

    clock: float
    processor: float

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.clock + other.clock, self.processor + other.processor)


@dataclass(frozen=True, slots=True)
class Loads:
    """The same load twice: on a server that has just started, and again after it was emptied."""

    first: Cost
    again: Cost


def cost_of(work: Callable[[], object], pid: int) -> Cost:
    """What it takes with the server whose process is `pid`."""
    before, begun, server = time.process_time(), time.perf_counter(), processor_s(pid)
    work()
    clock = time.perf_counter() - begun
    return Cost(clock, time.process_time() - before + processor_s(pid) - server)


def add_rows(
    board: Board, size: int, what: str, ours: Cost, peer: str, theirs: Cost, least: float | None = None
) -> None:
    """One row by the clock and one of processor time, wanted alike."""
    board.add(
        size,
        Row(f"{what}: by the clock", ours.clock, peer, theirs.clock, least),
        Row(f"{what}: processor time", ours.processor, peer, theirs.processor, least),
    )


def empty(driver: Driver) -> None:
    """Takes away all nodes, constraints and indexes but those that a new database has."""
    with driver.session() as session:
        while session.run(_BATCH).single(strict=True)["gone"]:
            pass
        for text in (_CONSTRAINTS, _INDEXES):
            for record in list(session.run(text)):
                session.run(record["drop"]).consume()


def held(driver: Driver) -> str:
    """How much the server holds, in words."""
    with driver.session() as session:
        return ", ".join(f"{session.run(text).single(strict=True)['n']:,} {what}" for text, what in _HELD)
