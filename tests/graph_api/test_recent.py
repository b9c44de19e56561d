"""What is dear to make is kept for the keys asked for last, and made once however many ask."""

import threading
import time

import pytest

from graph_api.recent import Recent


def test_the_keys_asked_for_last_are_kept_and_others_made_anew() -> None:
    made: list[int] = []
    recent = Recent(2)

    def get(key: int) -> int:
        return recent.get(key, lambda: made.append(key) or key)  # type: ignore[func-returns-value]

    assert [get(key) for key in (1, 2, 1, 3, 1, 2)] == [1, 2, 1, 3, 1, 2]
    assert made == [1, 2, 3, 2]


def test_many_who_ask_at_once_wait_for_one_making_and_others_do_not_wait() -> None:
    recent, made = Recent(2), []

    def make() -> str:
        made.append("slow")
        time.sleep(0.2)
        return "slow"

    threads = [threading.Thread(target=recent.get, args=("slow", make)) for _ in range(5)]
    for thread in threads:
        thread.start()
    begun = time.monotonic()
    assert recent.get("quick", lambda: "quick") == "quick" and time.monotonic() - begun < 0.15
    for thread in threads:
        thread.join()
    assert made == ["slow"]


def test_what_could_not_be_made_is_tried_again() -> None:
    recent, tries = Recent(1), iter([0, 2])

    def make() -> float:
        return 14 / next(tries)

    with pytest.raises(ZeroDivisionError):
        recent.get("x", make)
    assert [recent.get("x", make) for _ in range(2)] == [7, 7]
