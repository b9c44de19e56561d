"""The processes that answer strangers, in whatever language: what breaks, hangs or waits there harms nobody else."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph_store import worker_pool
from graph_store.sparql_guard import check_sparql
from graph_store.worker_pool import WorkerPool
from ontology.errors import Hint, QueryInvalid, QueryRefused, StoreUnavailable

LESS: Hint = {"hint": "ask for less", "hint_vi": "hỏi ít hơn"}


def pool_of(workers: int) -> WorkerPool:
    return WorkerPool("graph_store.worker_process", workers=workers, memory_bytes=500_000_000, hint=LESS)


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    pool = pool_of(1)
    yield pool
    pool.close()


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_queries_run_in_another_process_that_is_kept(pool: WorkerPool) -> None:
    first = pool.ask(5, os.getpid)
    assert first == pool.ask(5, os.getpid) != os.getpid()


def test_a_worker_killed_while_idle_costs_no_answer(pool: WorkerPool) -> None:
    for _ in range(2):
        worker = pool.ask(5, os.getpid)
        os.kill(worker, signal.SIGKILL)
        assert pool.ask(5, os.getpid) != worker


def test_a_query_that_takes_too_long_is_refused_and_the_next_one_answered(pool: WorkerPool) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryRefused, match=r"longer than 0\.5 s and was stopped") as caught:
        pool.ask(0.5, time.sleep, 60)
    assert time.monotonic() - begun < 30
    assert (caught.value.hint, caught.value.hint_vi) == ("ask for less", "hỏi ít hơn")
    assert "0.5 giây" in caught.value.message_vi
    assert pool.ask(5, abs, -1) == 1


def test_a_query_may_stop_by_itself_within_the_grace() -> None:
    pool = WorkerPool("graph_store.worker_process", workers=1, memory_bytes=500_000_000, hint=LESS, grace_s=10)
    worker = pool.ask(5, os.getpid)
    assert pool.ask(0.1, time.sleep, 0.6) is None  # the process itself would end it after 1.1 s
    assert pool.ask(5, os.getpid) == worker
    pool.close()


def test_a_query_that_ends_its_process_is_refused_and_the_next_one_answered(pool: WorkerPool) -> None:
    with pytest.raises(QueryRefused, match="broke the process") as caught:
        pool.ask(5, os._exit, 7)
    assert caught.value.facts["exit_code"] == 7
    assert pool.ask(5, abs, -1) == 1


def test_an_error_of_ours_comes_back_with_all_it_bears(pool: WorkerPool) -> None:
    for query, borne in (("SELECT *\nWHRE {}", "facts"), ("SELECT * { ?s no:where ?o }", "hint_vi")):
        with pytest.raises(QueryInvalid) as here:
            check_sparql(query)
        with pytest.raises(QueryInvalid) as there:
            pool.ask(10, check_sparql, query)
        assert vars(here.value)[borne]
        assert vars(there.value) == vars(here.value) and str(there.value) == str(here.value)


def test_more_queries_than_workers_are_all_answered() -> None:
    pool = pool_of(2)
    with ThreadPoolExecutor(12) as threads:
        asked = [threads.submit(pool.ask, 5, abs, -number) for number in range(12)]
        slow = threads.submit(pool.ask, 5, time.sleep, 0.5)
        assert [future.result() for future in asked] == list(range(12)) and slow.result() is None
    pool.close()


def test_a_query_that_finds_no_worker_in_time_is_told_so(pool: WorkerPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_pool, "_QUEUE_S", 0.1)
    monkeypatch.setattr(worker_pool, "_LOOK_S", 0.1)
    pool.ask(5, abs, -1)
    with ThreadPoolExecutor(1) as thread:
        slow = thread.submit(pool.ask, 10, time.sleep, 2)
        time.sleep(0.3)
        with pytest.raises(StoreUnavailable, match="no process came free"):
            pool.ask(0.1, abs, -1)
        assert slow.result() is None


def test_a_closed_pool_lets_go_of_who_waits_and_starts_nothing_more(pool: WorkerPool) -> None:
    worker = pool.ask(5, os.getpid)
    told: list[str] = []

    def wait() -> None:
        with pytest.raises(StoreUnavailable) as caught:
            pool.ask(60, time.sleep, 60)
        told.append(str(caught.value))

    threads = [threading.Thread(target=wait) for _ in range(2)]  # one runs, one waits behind it
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    pool.close()
    for thread in threads:
        thread.join(10)
    assert len(told) == 2 and not is_there(worker)


# In a program of its own: which modules are there at once is settled by the first pool of a program.
PRELOADED = """
from graph_store.worker_pool import WorkerPool
if __name__ == "__main__":
    pool = WorkerPool("graph_store.sparql_worker", workers=1, memory_bytes=500_000_000, hint={})
    print(pool.ask(10, eval, "'graph_store.sparql_worker' in __import__('sys').modules"))
    pool.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts every process from nothing")
def test_a_new_worker_comes_with_its_module_imported() -> None:
    command = [sys.executable, "-c", PRELOADED]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")
