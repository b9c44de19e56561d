"""N-Quads that a cluster reads: lines, gathered by subject. Called for the load of Neo4j."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph_store.staging import stored_lines

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession


def by_subject(session: "SparkSession", paths: Sequence[str]) -> "RDD[tuple[str, list[str]]]":
    """(IRI, its N-Quads lines) of every subject; statements about blank nodes are left out, as stores have none."""
    lines = session.read.text(list(paths)).rdd.map(lambda row: row[0])
    return lines.mapPartitions(_with_subjects).groupByKey().mapValues(list)


def quads_of(lines: Iterable[str]) -> list[Quad]:
    """The statements of one subject as a store gives them back: each once, numbers in canonical form."""
    read = stored_lines(parse("\n".join(lines), format=RdfFormat.N_QUADS))
    return list(parse(b"".join(sorted(read)), format=RdfFormat.N_QUADS))


def _with_subjects(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        for quad in parse(line, format=RdfFormat.N_QUADS):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value, line
