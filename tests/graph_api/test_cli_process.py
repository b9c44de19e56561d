"""The command line as a process of its own: signals, pipes, locales, the terminal, and the server."""

import contextlib
import json
import os
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph_api.world import COMMITTEE, REGULATION

MANDATE = str(Path(sys.executable).with_name("mandate"))
_PATIENCE_S = 60


def environment(**more: str) -> dict[str, str]:
    spoken = ("MANDATE_", "LC_", "LANG", "PYTHONIOENCODING", "PYTHONUTF8")
    return {k: v for k, v in os.environ.items() if not k.startswith(spoken)} | more


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [MANDATE, *arguments], capture_output=True, env=environment(**more), timeout=_PATIENCE_S, check=False
    )


@pytest.fixture
def damaged(data: Path) -> Path:
    patch = data / "versions" / "000001" / "added.nq"
    patch.write_bytes(patch.read_bytes() + b"\n")
    return data


def test_exit_codes_reach_the_shell(built: Path, damaged: Path, tmp_path: Path) -> None:
    assert run("log", "--data", str(built)).returncode == 0
    assert run("verify", "--data", str(damaged)).returncode == 1
    assert run("log", "--wrong").returncode == 2
    assert run("log", "--data", str(tmp_path / "nowhere")).returncode == 3


def test_the_data_folder_is_the_option_else_the_environment_else_the_default(built: Path, tmp_path: Path) -> None:
    assert run("log", MANDATE_DATA=str(built)).returncode == 0
    assert run("log", "--data", str(tmp_path / "nowhere"), MANDATE_DATA=str(built)).returncode == 3
    done = subprocess.run([MANDATE, "log"], capture_output=True, env=environment(), cwd=tmp_path, check=False)
    assert done.returncode == 3 and b"mandate-data" in done.stderr


@pytest.mark.parametrize("more", [{"LANG": "C"}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}])
def test_vietnamese_is_written_whatever_the_locale(built: Path, more: dict[str, str]) -> None:
    done = run("trace", COMMITTEE, "--data", str(built), **more)
    assert done.returncode == 0 and COMMITTEE in done.stdout.decode("utf-8")


def test_no_color_and_no_width_reach_a_pipe(built: Path) -> None:
    done = run("ask", "documents_by_number", "number=12-NQ/TW", "--data", str(built), COLUMNS="20", FORCE_COLOR="1")
    assert b"\x1b" not in done.stdout and b"id/document/12-nq-tw-2022-06-16" in done.stdout


@pytest.mark.parametrize(("command", "code"), [("export nquads", 0), ("validate bare.ttl --json", 1)])
def test_a_reader_that_leaves_early_is_no_error(built: Path, command: str, code: int, tmp_path: Path) -> None:
    bare = "<https://w3id.org/mandate-graph/id/holding/a> a <https://w3id.org/mandate-graph/ontology#Holding> ."
    (tmp_path / "bare.ttl").write_text(bare, "utf-8")
    words, pipe = [MANDATE, *command.split(), "--data", str(built)], subprocess.PIPE
    with subprocess.Popen(words, stdout=pipe, stderr=pipe, env=environment(), cwd=tmp_path) as process:
        assert process.stdout and process.stderr
        os.read(process.stdout.fileno(), 1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(_PATIENCE_S) in (code, 141)  # its own where the pipe's buffer took it all


def test_text_for_a_reader_that_has_left_is_no_error(built: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [MANDATE, "log", "--json", "--data", str(built)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment(), check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_unforeseen_error_is_one_message_unless_asked_for_more(data: Path) -> None:
    record = next((data / "imports").glob("*/record.json"))
    record.write_text("{", "utf-8")
    done = run("imports", "--data", str(data))
    assert done.returncode == 3 and b"Traceback" not in done.stderr and len(done.stderr.splitlines()) == 4
    assert b"Traceback" in run("imports", "--data", str(data), MANDATE_DEBUG="1").stderr


def terminal(*arguments: str, **more: str) -> str:
    """What the command writes to a terminal of 80 columns."""
    leader, follower = pty.openpty()
    env = environment(TERM="xterm-256color", COLUMNS="80", LINES="40", **more)
    process = subprocess.Popen([MANDATE, *arguments], stdin=follower, stdout=follower, stderr=follower, env=env)
    os.close(follower)
    said = b""
    with contextlib.suppress(OSError):  # the leader's end of file
        while select.select([leader], [], [], _PATIENCE_S)[0] and (part := os.read(leader, 65_536)):
            said += part
    os.close(leader)
    assert process.wait(_PATIENCE_S) == 0
    return said.decode("utf-8")


def plain(text: str) -> str:
    """`text` without the codes that steer a terminal."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


def test_a_terminal_gets_a_bar_and_folded_cells_and_nothing_is_cut(built: Path) -> None:
    asked = plain(terminal("ask", "documents_by_number", "number=12-NQ/TW", "--data", str(built)))
    assert "…" not in asked and max(map(len, asked.splitlines())) <= 80
    assert "verify" in terminal("verify", "--data", str(built))


def test_no_color_is_heeded_on_a_terminal(built: Path) -> None:
    colours = ("\x1b[3", "\x1b[9")
    assert not any(c in terminal("log", "--data", str(built), NO_COLOR="1") for c in colours)


# Speed


@pytest.mark.parametrize("command", [["--help"], ["trace", REGULATION], ["log"]], ids=" ".join)
def test_a_command_loads_no_heavy_package_that_it_does_not_need(built: Path, command: list[str]) -> None:
    heavy = ("fastapi", "uvicorn", "pyshacl_turbo", "neo4j", "kglite", "networkx", "pydantic_settings", "jinja2")
    script = (
        "import sys\nfrom graph_api.cli.app import app\n"
        "try:\n    app(sys.argv[1:], prog_name='mandate')\n"
        f"finally:\n    print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    data = [] if command == ["--help"] else ["--data", str(built)]
    done = subprocess.run(
        [sys.executable, "-c", script, *command, *data], capture_output=True, env=environment(), check=False
    )
    assert (done.returncode, done.stderr.decode().strip()) == (0, "[]")


# The server


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(*arguments: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A server that answers, and its address; ended as Ctrl-C would if it still runs."""
    port = free_port()
    command = [MANDATE, *arguments, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/healthz", process)
            yield address, process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(_PATIENCE_S)


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(_PATIENCE_S * 10):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):
            return
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_serve_answers_until_it_is_stopped(built: Path, workers: str, sent: signal.Signals, code: int) -> None:
    with serving("serve", "--data", str(built), "--workers", workers) as (address, process):
        with urllib.request.urlopen(f"{address}/api/v1/mandates/{REGULATION}", timeout=_PATIENCE_S) as answer:
            assert answer.status == 200 and json.load(answer)["nodes"]
        process.send_signal(sent)
        _, said = process.communicate(timeout=_PATIENCE_S)
        assert b"Traceback" not in said and address.encode() in said
        assert process.returncode == code and said.decode("utf-8").strip().endswith("mandate: đã dừng / stopped")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_a_command_with_a_short_word(built: Path, sent: signal.Signals, code: int) -> None:
    command = [MANDATE, "sparql", "-", "--data", str(built)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        time.sleep(1.5)  # it waits for the query by now
        process.send_signal(sent)
        _, said = process.communicate(timeout=_PATIENCE_S)
    assert process.returncode == code and said.decode("utf-8").strip() == "mandate: đã dừng / stopped"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_file_that_was_being_written_goes_when_the_command_is_stopped(
    built: Path, tmp_path: Path, sent: signal.Signals
) -> None:
    """Whole, if it was done before the signal came."""
    command = [MANDATE, "export", "nquads", "--out", str(tmp_path / "all.nq"), "--data", str(built)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment()) as process:
        for _ in range(_PATIENCE_S * 100):
            if list(tmp_path.glob("all.nq*")) or process.poll() is not None:
                break
            time.sleep(0.01)
        process.send_signal(sent)
        process.communicate(timeout=_PATIENCE_S)
    left = sorted(path.name for path in tmp_path.glob("all.nq*"))
    assert left == ([] if process.returncode else ["all.nq", "all.nq.sha256"])


def test_ctrl_c_stops_a_query_that_runs(built: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    command = [MANDATE, "sparql", query, "--data", str(built)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True
    ) as process:
        time.sleep(4)  # the worker is at it by now
        os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it: to all processes of the group
        _, said = process.communicate(timeout=_PATIENCE_S)
    assert process.returncode == 130 and b"Traceback" not in said


def test_ctrl_c_is_told_in_a_short_word_whatever_was_starting(built: Path) -> None:
    """Also the processes that a query starts hear what a terminal sends, while Python itself still starts there."""
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    command = [MANDATE, "sparql", query, "--data", str(built)]
    ended = []
    for moment in range(12):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True
        ) as process:
            time.sleep(0.8 + 0.15 * moment)
            os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=_PATIENCE_S)
        ended.append((process.returncode, said.decode("utf-8").strip()))
    assert set(ended) == {(130, "mandate: đã dừng / stopped")}
