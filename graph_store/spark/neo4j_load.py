"""Loads a Neo4j server through its Spark connector: nodes and relationships made by many processes from N-Quads.

They are those of projection.py, subject by subject. The server is emptied first and bears no version meanwhile; the
stamp is written last, and only if the quads are a version's, which their content hash tells.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_store.content_hash import EMPTY, add_and_remove
from graph_store.engine import Value
from graph_store.neo4j.address import Address
from graph_store.neo4j.connection import connected, write
from graph_store.neo4j.cypher_files import SCHEMA, statement
from graph_store.neo4j.parts import locked_jars
from graph_store.projection import Node, Relationship, bare_node, thing_of
from graph_store.projection_edition import edition
from graph_store.spark.quads import by_subject, quads_of

if TYPE_CHECKING:
    from neo4j import Session
    from pyspark import RDD
    from pyspark.sql import SparkSession

CONNECTOR = (
    "5.3.8_for_spark_3"  # built for Spark 3 and Scala 2.13; tests/graph_store/test_spark.py runs it on Spark 4.0
)
_SOURCE = "org.neo4j.spark.DataSource"
_BATCH = 5_000
_KINDS: tuple[tuple[str, str], ...] = (
    ("strings", "string"),
    ("integers", "bigint"),
    ("numbers", "double"),
    ("flags", "boolean"),
    ("lists", "array<string>"),
)
_PROPERTIES = ", ".join(f"{name} map<string, {kind}>" for name, kind in _KINDS)
_NODES = f"iri string, labels array<string>, {_PROPERTIES}"
_RELATIONSHIPS = f"type string, start string, end string, {_PROPERTIES}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """`version` is the version that the server now holds whole; None if the quads are no version's."""

    nodes: int
    relationships: int
    version: int | None


def connector_jar(cache: Path) -> Path:
    """The connector, fetched by Maven at the first call and checked. Raises StoreUnavailable."""
    folder = locked_jars(cache / f"neo4j-spark-{CONNECTOR}", Path(__file__).parent, "the Spark connector of Neo4j")
    return next(folder.glob("*.jar"))


def load_quads(session: "SparkSession", address: Address, paths: Sequence[str], versions: Mapping[str, int]) -> Loaded:
    """Makes the server hold the projection of these N-Quads, whatever it held.

    Takes   session: with the connector's jar; paths: as its executors see them; versions: content hash -> number.
    Raises  StoreError, StoreUnavailable; the server then bears no stamp, and loading again mends it.
    """
    from pyspark import StorageLevel

    with connected(address) as driver, driver.session(database=address.database) as neo4j:
        _empty(neo4j)
        things = by_subject(session, paths).mapValues(quads_of).persist(StorageLevel.MEMORY_AND_DISK)
        content_hash = _content_hash(things)
        nodes, relationships = _rows(session, things)
        _write(nodes, "spark_nodes", address, partitions=0)
        _write(relationships, "spark_relationships", address, partitions=1)
        loaded = Loaded(nodes.count(), relationships.count(), versions.get(content_hash))
        if loaded.version is not None:
            write(neo4j, "write_stamp", number=loaded.version, contentHash=content_hash, edition=edition())
        things.unpersist()
    return loaded


def _empty(neo4j: "Session") -> None:
    """Begins a load, with nothing under the label Resource."""
    for name in SCHEMA:
        write(neo4j, name)
    write(neo4j, "begin", run="spark")
    neo4j.run(statement("delete_all")).consume()


def _content_hash(things: "RDD[Any]") -> str:
    parts = things.mapPartitions(_sum_of).collect()
    return f"{sum(int(part, 16) for part in parts) % (1 << 256):064x}"


def _sum_of(things: Iterable[tuple[str, list[Any]]]) -> Iterator[str]:
    yield add_and_remove(EMPTY, (quad for _, quads in things for quad in quads), ())


def _rows(session: "SparkSession", things: "RDD[Any]") -> tuple[Any, Any]:
    """The DataFrames of nodes and relationships. What is only pointed at becomes a bare node."""
    told = things.flatMap(_thing)
    nodes, relationships = told.map(lambda t: t[0]), told.flatMap(lambda t: t[1])
    known = nodes.map(lambda node: (node.iri, None))
    bare = relationships.map(lambda r: (r.end, None)).distinct().subtractByKey(known).keys().map(bare_node)
    return (
        session.createDataFrame(nodes.union(bare).map(_node_row), _NODES),
        session.createDataFrame(relationships.map(_relationship_row), _RELATIONSHIPS),
    )


def _thing(entry: tuple[str, list[Any]]) -> list[tuple[Node, list[Relationship]]]:
    found = thing_of(*entry)
    return [found] if found else []


def _node_row(node: Node) -> tuple[Any, ...]:
    return node.iri, list(node.labels), *_by_kind(node.properties)


def _relationship_row(relationship: Relationship) -> tuple[Any, ...]:
    return relationship.type, relationship.start, relationship.end, *_by_kind(relationship.properties)


def _by_kind(properties: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    """The properties in a map for each kind of value: a column of Spark has one type, a property of Neo4j need not."""
    for _, kind in _KINDS:
        yield {name: value for name, value in properties.items() if _kind(value) == kind}


def _kind(value: Value) -> str:
    if isinstance(value, list):
        return "array<string>"
    names: dict[type, str] = {bool: "boolean", int: "bigint", float: "double"}
    return names.get(type(value), "string")


def _write(rows: Any, name: str, address: Address, partitions: int) -> None:
    """Writes the rows by cypher/NAME.cypher. Relationships go one process at a time: two would lock the same ends."""
    options = {
        "url": address.uri,
        "database": address.database,
        "query": statement(name),
        "batch.size": str(_BATCH),
        "authentication.type": "basic" if address.password else "none",
    }
    if address.password:
        options |= {"authentication.basic.username": address.user, "authentication.basic.password": address.password}
    rows = rows.coalesce(partitions) if partitions else rows
    rows.write.format(_SOURCE).mode("Append").options(**options).save()
