"""A benchmark says by itself what misses its target."""

import pytest

from benchmarks.board import Board, Row


@pytest.mark.parametrize(
    ("row", "ratio", "verdict"),
    [
        (Row("faster", 1.0, "peer", 4.0, least=3), 4.0, "met"),
        (Row("not fast enough", 2.0, "peer", 4.0, least=3), 2.0, "MISSED"),
        (Row("a rate", 600, "peer", 1000, least=0.6, unit="/s", rate=True), 0.6, "met"),
        (Row("by itself", 0.011, most=0.010), None, "MISSED"),
        (Row("both", 0.009, "peer", 0.001, least=1, most=0.010), 0.001 / 0.009, "MISSED"),
        (Row("nothing is wanted", 2.0, "peer", 4.0), 2.0, ""),
    ],
)
def test_a_row_tells_how_many_times_as_fast_it_is_and_whether_that_is_enough(
    row: Row, ratio: float | None, verdict: str
) -> None:
    assert row.ratio == pytest.approx(ratio)
    assert row.verdict == verdict


def test_the_table_names_what_is_missed_what_grows_and_what_was_not_measured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    board = Board()
    board.add(100, Row("publish", 0.5, most=1.0))
    board.add(1_000, Row("publish", 2.0, most=1.0))
    board.note("wrk is not installed")
    board.show()
    shown = capsys.readouterr().out
    assert "MISSED" in shown and "10 x the quads" in shown and "4.0 x" in shown
    assert "not measured: wrk is not installed" in shown
