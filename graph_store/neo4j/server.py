"""A local Neo4j Community server on a loopback port: start, find, stop. For `mandate neo4j start` and the tests."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from graph_store.disk import write_durably
from graph_store.neo4j.parts import jars, java
from ontology.errors import StoreFull, StoreUnavailable

_HERE = Path(__file__).parent
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
# A small server compiles its code once, not again for speed, and gathers garbage by one thread: half the work of the
# start and of the first load, two thirds of the memory. A large one works long enough for the rest to pay off.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_SMALL_MB = 1024
_READY_S = 120.0
_STOP_S = 20.0
_ROOM_BYTES = 20_000_000  # with less on its disk a server never gets ready and does not say why


@dataclass(frozen=True, slots=True)
class Server:
    """A server that was started from `home`."""

    pid: int
    uri: str


def start(
    home: Path, cache: Path, *, port: int = 0, heap_mb: int = 512, java_home: str = "", read_only: bool = False
) -> Server:
    """Starts a server over `home`, or gives the one that runs there. Its data stay in `home` for the next start.

    Takes   `cache` for its jars (150 MB, fetched once); `port` 0 for a free one; `read_only` to refuse every write.
    Raises  StoreUnavailable if a part is missing or it does not get ready, StoreFull if its disk has no room.
    """
    if running := find(home):
        return running
    if read_only and not (home / "data" / "databases" / "neo4j").is_dir():
        raise StoreUnavailable(
            "there is no database yet that could be read",
            message_vi="chưa có cơ sở dữ liệu nào để đọc",
            hint="start it without --read-only, `mandate neo4j sync`, then stop it and start it again",
            hint_vi="khởi động không có --read-only, chạy `mandate neo4j sync`, rồi dừng và khởi động lại",
        )
    command = java_command(cache, java_home)
    _require_free(port)
    _require_room(home)
    port = port or _free_port()
    write_conf(home, port, heap_mb, read_only=read_only)
    home_flags = [f"--home-dir={home.resolve()}", f"--config-dir={(home / 'conf').resolve()}"]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *quick(heap_mb), "org.neo4j.server.Neo4jCommunity", *home_flags],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    server = Server(process.pid, f"bolt://127.0.0.1:{port}")
    write_durably(home / "server.json", json.dumps(asdict(server)))
    try:
        _wait_until_ready(process, port, home)
    except BaseException:  # Ctrl-C, too, leaves no server that nobody knows of
        process.kill()
        process.wait()
        raise
    process.returncode = 0  # the server outlives this program: its end is not ours to report
    return server


def find(home: Path) -> Server | None:
    """The server that runs over `home`, None if none does."""
    try:
        server = Server(**json.loads((home / "server.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return server if _is_ours(server.pid, home) else None


def stop(home: Path) -> bool:
    """Ends the server over `home`, gently at first. Whether one ran."""
    server = find(home)
    if server is None:
        return False
    for sign, patience in ((signal.SIGTERM, _STOP_S), (signal.SIGKILL, 5.0)):
        try:
            os.kill(server.pid, sign)
        except ProcessLookupError:
            break
        if _ended(server.pid, home, patience):
            break
    (home / "server.json").unlink(missing_ok=True)
    return True


def java_command(cache: Path, java_home: str = "") -> list[str]:
    """How Java is called with the server's jars; the main class follows. Raises StoreUnavailable."""
    program, classes = java(java_home=java_home), jars(cache)
    flags = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
    return [program, *flags, "--enable-native-access=ALL-UNNAMED", "-cp", f"{classes.resolve()}/*"]


def quick(heap_mb: int) -> tuple[str, ...]:
    """What Java is told besides for a heap of that size: QUICK, or nothing."""
    return QUICK if heap_mb <= _SMALL_MB else ()


def write_conf(home: Path, port: int, heap_mb: int, *, read_only: bool = False) -> None:
    """Writes the configuration of the server over `home`."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "data").mkdir(exist_ok=True)
    template = (_HERE / "conf.template").read_text("utf-8")
    conf = template.format(
        bolt_port=port, heap_mb=heap_mb, transaction_mb=heap_mb // 2, read_only=str(read_only).lower()
    )
    (home / "conf" / "neo4j.conf").write_text(conf, "utf-8")


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, home: Path) -> None:
    """Waits until the server speaks Bolt, not only until its port is open."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    until = time.monotonic() + _READY_S
    while time.monotonic() < until:
        if process.poll() is not None:
            raise StoreUnavailable(
                f"the Neo4j server ended by itself: {_last_words(home)}",
                message_vi=f"máy chủ Neo4j tự dừng: {_last_words(home)}",
                hint=f"see {home / 'server.log'}",
                hint_vi=f"xem {home / 'server.log'}",
            )
        try:
            with GraphDatabase.driver(f"bolt://127.0.0.1:{port}") as driver:
                driver.verify_connectivity()
                return
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.3)
    raise StoreUnavailable(
        f"the Neo4j server was not ready after {_READY_S:g} s: {_last_words(home)}",
        message_vi=f"sau {_READY_S:g} giây máy chủ Neo4j vẫn chưa sẵn sàng: {_last_words(home)}",
        hint=f"see {home / 'server.log'} and {home / 'logs'}; has the disk room?",
        hint_vi=f"xem {home / 'server.log'} và {home / 'logs'}; đĩa còn chỗ trống không?",
    )


def _last_words(home: Path) -> str:
    lines = (home / "server.log").read_text("utf-8", errors="replace").splitlines()
    return " ".join(lines[-3:])[-300:]


def _require_free(port: int) -> None:
    """Says at once what the server would say after its long start."""
    try:
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what has just ended is no hindrance
            listener.bind(("127.0.0.1", port))
    except OSError as error:
        raise StoreUnavailable(
            f"port {port} of this machine cannot be listened on: {error.strerror}",
            message_vi=f"không lắng nghe được cổng {port} của máy này: {error.strerror}",
            hint="name another one with --port, or none to take a free one",
            hint_vi="chọn cổng khác bằng --port, hoặc bỏ trống để lấy một cổng rảnh",
        ) from error


def _require_room(home: Path) -> None:
    """Says at once what the server would not say at all. Raises StoreFull."""
    home.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home).free
    if free < _ROOM_BYTES:
        raise StoreFull(
            f"the disk of {home} has {free / 1e6:.0f} MB of room, too little for a Neo4j server to start",
            message_vi=f"đĩa chứa {home} chỉ còn {free / 1e6:.0f} MB, không đủ để máy chủ Neo4j khởi động",
            hint="free some space, or choose another place with --data",
            hint_vi="giải phóng chỗ trống, hoặc chọn nơi khác bằng --data",
        )


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _is_ours(pid: int, home: Path) -> bool:
    """Whether the process is a server over `home`, not another one that got its number."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")
    except OSError:
        return _alive(pid) and not Path("/proc").is_dir()
    return str(home.resolve()) in command and "Neo4jCommunity" in command


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def _ended(pid: int, home: Path, patience_s: float) -> bool:
    until = time.monotonic() + patience_s
    while time.monotonic() < until:
        try:
            os.waitpid(pid, os.WNOHANG)  # a child of ours stays in the table until it is asked after
        except ChildProcessError:
            pass
        if not _is_ours(pid, home):
            return True
        time.sleep(0.1)
    return False
