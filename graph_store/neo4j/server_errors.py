"""What is said of a Neo4j server that is not there, refuses or is too old: its errors and the driver's in our words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph_store.neo4j.address import Address
from graph_store.refusals import SOON
from ontology.errors import MandateGraphError, StoreError, StoreUnavailable

OLDEST = (5, 26)  # the first whose Cypher has labels and types that stand in a row
_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")


def check_version(agent: str, address: Address) -> None:
    """Raises StoreUnavailable for a server that is older than its statements here, or no Neo4j at all.

    `agent` is what the server calls itself, e.g. "Neo4j/5.26.0".
    """
    found = _AGENT.match(agent)
    if found and (int(found[1]), int(found[2])) >= OLDEST:
        return
    needed = ".".join(map(str, OLDEST))
    raise StoreUnavailable(
        f"the server at {address.uri} is {agent[:80]}; this needs Neo4j {needed} or newer",
        message_vi=f"máy chủ tại {address.uri} là {agent[:80]}; cần Neo4j {needed} trở lên",
        hint="upgrade it, or `mandate neo4j start` runs one here that fits",
        hint_vi="nâng cấp máy chủ, hoặc `mandate neo4j start` chạy một máy chủ phù hợp ở đây",
    )


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
        if "+s" in address.uri.partition("://")[0]:
            reason += " (by TLS; a server without it is named by bolt:// or neo4j://)"
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
    if address.database.lower() == "system":
        return StoreUnavailable(
            f"the database 'system' of the Neo4j server at {address.uri} holds no graph",
            message_vi=f"cơ sở dữ liệu 'system' của máy chủ Neo4j tại {address.uri} không chứa đồ thị",
            hint="set MANDATE_NEO4J_DATABASE to one that does, e.g. neo4j",
            hint_vi="đặt MANDATE_NEO4J_DATABASE là cơ sở dữ liệu khác, chẳng hạn neo4j",
        )
    if "ConstraintCreation" in code:
        return StoreError(
            f"this database holds other data with the label Resource: {text}",
            message_vi="cơ sở dữ liệu này đã có dữ liệu khác mang nhãn Resource",
            hint="use an empty database, or take these nodes away",
            hint_vi="dùng cơ sở dữ liệu trống, hoặc xóa các nút đó",
        )
    if "AuthenticationRateLimit" in code or "CredentialsExpired" in code:
        return _no_admission(code, address)
    if "OnReadOnly" in code or "NotALeader" in code or code.endswith("Security.Forbidden"):
        return _no_writing(code, address)
    if "DatabaseUnavailable" in code:
        return StoreUnavailable(
            f"the database {address.database!r} at {address.uri} is not ready: {text}",
            message_vi=f"cơ sở dữ liệu {address.database!r} tại {address.uri} chưa sẵn sàng: {text}",
            hint="try again in a moment; if it stays so, see the server's logs and disk, then start it again",
            hint_vi="thử lại sau giây lát; nếu vẫn vậy, xem nhật ký và chỗ trống đĩa của máy chủ rồi khởi động lại",
        )
    if "TransientError" in code:
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


def _no_admission(code: str, address: Address) -> StoreUnavailable:
    if "AuthenticationRateLimit" in code:
        return StoreUnavailable(
            f"the Neo4j server at {address.uri} was given wrong passwords too often and accepts none for a while",
            message_vi=f"máy chủ Neo4j tại {address.uri} nhận sai mật khẩu quá nhiều lần nên tạm khóa",
            hint="set MANDATE_NEO4J_USER and MANDATE_NEO4J_PASSWORD, and try again in a few seconds",
            hint_vi="đặt MANDATE_NEO4J_USER và MANDATE_NEO4J_PASSWORD, rồi thử lại sau vài giây",
        )
    return StoreUnavailable(
        f"Neo4j at {address.uri} wants the first password of {address.user!r} changed before it does anything",
        message_vi=f"Neo4j tại {address.uri} đòi đổi mật khẩu ban đầu của {address.user!r} trước khi làm việc",
        hint="in cypher-shell -d system: ALTER CURRENT USER SET PASSWORD FROM '…' TO '…'; "
        "then set MANDATE_NEO4J_PASSWORD",
        hint_vi="trong cypher-shell -d system: ALTER CURRENT USER SET PASSWORD FROM '…' TO '…'; "
        "rồi đặt MANDATE_NEO4J_PASSWORD",
    )


def _no_writing(code: str, address: Address) -> StoreUnavailable:
    """Who may not write has changed nothing: what the server held before, it holds still."""
    if "NotALeader" in code:
        return StoreUnavailable(
            f"the member of a cluster at {address.uri} takes no writes; nothing was changed",
            message_vi=f"máy chủ thành viên của cụm tại {address.uri} không nhận ghi; không có gì bị thay đổi",
            hint="write neo4j:// instead of bolt:// in MANDATE_NEO4J_URI, which finds the one that does",
            hint_vi="viết neo4j:// thay cho bolt:// trong MANDATE_NEO4J_URI để tìm đúng máy chủ nhận ghi",
        )
    if "OnReadOnly" in code:
        return StoreUnavailable(
            f"the database {address.database!r} at {address.uri} is read-only; nothing was changed",
            message_vi=f"cơ sở dữ liệu {address.database!r} tại {address.uri} chỉ cho đọc; không có gì bị thay đổi",
            hint="take it off server.databases.read_only and default_to_read_only, or name another server",
            hint_vi="bỏ nó khỏi server.databases.read_only và default_to_read_only, hoặc chỉ ra máy chủ khác",
        )
    return StoreUnavailable(
        f"the user {address.user!r} may not do this in Neo4j at {address.uri}",
        message_vi=f"người dùng {address.user!r} không được làm việc này trong Neo4j tại {address.uri}",
        hint="name a user who may write and make indexes and constraints, e.g. of the role architect",
        hint_vi="chỉ ra người dùng được ghi và được tạo chỉ mục, ràng buộc, ví dụ có vai trò architect",
    )
