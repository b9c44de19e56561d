"""Connections to a Neo4j server, with its errors told in our words, and the statements that keep the graph there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase, Record, Session
from neo4j.exceptions import ConfigurationError

from graph_store.neo4j.address import Address
from graph_store.neo4j.cypher_files import statement
from graph_store.neo4j.server_errors import check_version, told
from ontology.errors import StoreUnavailable

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_CONNECT_S = 10.0
_RETRY_S = 30.0


@contextmanager
def connected(address: Address) -> Iterator[Driver]:
    """A driver for that server. What goes wrong while the block runs is told in our words."""
    with driver_of(address) as driver, told(address):
        info = driver.get_server_info()  # fails at once where a transaction would try for long
        check_version(info.agent, address)
        yield driver


def driver_of(address: Address) -> Driver:
    """A driver that connects when it is first used. To be closed by whoever asks for it."""
    if address.uri.partition("://")[0] not in _SCHEMES:
        raise _no_address(address, "its scheme is none of " + ", ".join(_SCHEMES))
    try:
        _require_port(address.uri)
        return GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password) if address.password else None,
            connection_timeout=_CONNECT_S,
            max_transaction_retry_time=_RETRY_S,
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as error:
        raise _no_address(address, str(error)) from error


def _require_port(uri: str) -> None:
    """Raises ValueError for what is no port, which the driver finds out late, or takes for another: 99999."""
    _ = urlsplit(uri).port


def _no_address(address: Address, reason: str) -> StoreUnavailable:
    return StoreUnavailable(
        f"{address.uri!r} is no address of a Neo4j server: {reason}",
        message_vi=f"{address.uri!r} không phải địa chỉ máy chủ Neo4j",
        hint="an address reads like bolt://127.0.0.1:7687 or neo4j://host:7687; 7474 is the port of its web pages",
        hint_vi="địa chỉ có dạng bolt://127.0.0.1:7687 hoặc neo4j://host:7687; 7474 là cổng của trang web",
    )


def read(session: Session, name: str, **parameters: Any) -> list[Record]:
    """All records of the statement cypher/NAME.cypher."""
    return session.execute_read(lambda transaction: list(transaction.run(statement(name), parameters)))


def stream(session: Session, name: str) -> Iterator[Record]:
    """The records of a statement without parameters as they come."""
    yield from session.run(statement(name))


def write(session: Session, name: str, **parameters: Any) -> None:
    """Runs the statement cypher/NAME.cypher in one transaction, again where the server says that it may be.

    A connection that breaks while the server commits is not tried again, as nobody knows what was written.
    """
    session.execute_write(lambda transaction: transaction.run(statement(name), parameters).consume())
