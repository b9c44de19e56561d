"""Connections to a Neo4j server, with its errors told in our words, and the statements that keep the graph there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from neo4j import Driver, GraphDatabase, Record, Session
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from graph_store.neo4j.address import Address
from graph_store.neo4j.cypher_files import statement
from graph_store.refusals import SOON
from ontology.errors import MandateGraphError, StoreError, StoreUnavailable

_CONNECT_S = 10.0
_RETRY_S = 30.0


@contextmanager
def connected(address: Address) -> Iterator[Driver]:
    """A driver for that server. What goes wrong while the block runs is told in our words."""
    with driver_of(address) as driver, told(address):
        driver.verify_connectivity()  # fails at once where a transaction would try for long
        yield driver


def driver_of(address: Address) -> Driver:
    """A driver that connects when it is first used. To be closed by whoever asks for it."""
    try:
        return GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password) if address.password else None,
            connection_timeout=_CONNECT_S,
            max_transaction_retry_time=_RETRY_S,
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreUnavailable(
            f"{address.uri!r} is no address of a Neo4j server: {error}",
            message_vi=f"{address.uri!r} không phải địa chỉ máy chủ Neo4j",
            hint="an address reads like bolt://127.0.0.1:7687",
            hint_vi="địa chỉ có dạng bolt://127.0.0.1:7687",
        ) from error


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


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turns errors of the driver and the server into ours."""
    try:
        yield
    except AuthError as error:
        raise StoreUnavailable(
            f"the Neo4j server at {address.uri} does not accept this user and password",
            message_vi=f"máy chủ Neo4j tại {address.uri} không chấp nhận tên và mật khẩu này",
            hint="set MANDATE_NEO4J_USER and MANDATE_NEO4J_PASSWORD",
            hint_vi="đặt MANDATE_NEO4J_USER và MANDATE_NEO4J_PASSWORD",
        ) from error
    except Neo4jError as error:
        raise _of_server(error, address) from error
    except (DriverError, OSError) as error:
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise StoreUnavailable(
            f"no Neo4j server answers at {address.uri}: {reason}",
            message_vi=f"không có máy chủ Neo4j nào trả lời tại {address.uri}",
            hint="is it running? `mandate neo4j start` starts one; MANDATE_NEO4J_URI names one",
            hint_vi="nó có đang chạy không? `mandate neo4j start` khởi động, MANDATE_NEO4J_URI chỉ ra một máy chủ",
        ) from error


def _of_server(error: Neo4jError, address: Address) -> MandateGraphError:
    code, text = error.code or "", error.message or str(error)
    if "DatabaseNotFound" in code:
        return StoreUnavailable(
            f"the Neo4j server at {address.uri} has no database {address.database!r}",
            message_vi=f"máy chủ Neo4j tại {address.uri} không có cơ sở dữ liệu {address.database!r}",
            hint="set MANDATE_NEO4J_DATABASE",
            hint_vi="đặt MANDATE_NEO4J_DATABASE",
        )
    if "ConstraintCreation" in code:
        return StoreError(
            f"this database holds other data with the label Resource: {text}",
            message_vi="cơ sở dữ liệu này đã có dữ liệu khác mang nhãn Resource",
            hint="use an empty database, or take these nodes away",
            hint_vi="dùng cơ sở dữ liệu trống, hoặc xóa các nút đó",
        )
    if "DatabaseUnavailable" in code or "TransientError" in code:
        return StoreUnavailable(
            f"the Neo4j server at {address.uri} is not ready: {text}",
            message_vi=f"máy chủ Neo4j tại {address.uri} chưa sẵn sàng: {text}",
            **SOON,
        )
    return StoreError(
        f"the Neo4j server at {address.uri} refused: {text}",
        message_vi=f"máy chủ Neo4j tại {address.uri} từ chối: {text}",
        code=code,
    )
