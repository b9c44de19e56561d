"""A writer that ends before any step it takes in the data folder leaves a whole version and every staged import."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CUTS = Path(__file__).with_name("cut_points.py")
# Content of each version, and which imports must be staged while it is current. The last four are what the writer does.
STATES: dict[int, tuple[dict[str, int], list[list[str]]]] = {
    2: ({"a": 1, "b": 2}, [["late"]]),
    3: ({"a": 3, "b": 2}, [[], ["fourth"], ["fourth", "unwanted"]]),
    4: ({"a": 4, "b": 2}, [[], ["unwanted"]]),
    5: ({"a": 1}, [[]]),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_cut_before_any_step_of_a_writer_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(CUTS), str(tmp_path)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(runs) > 20 and runs[-1]["code"] == 0 and {run["code"] for run in runs[:-1]} == {9}, done.stderr
    before = 2
    for run in runs:
        assert run["looked"] == 0, (run, done.stderr)
        found = run["found"]
        content, staged = STATES[found["number"]]
        assert found["content"] == content and found["quads"] == 20 * len(content), run
        assert found["staged"] == found["left"] and found["staged"] in staged, run
        assert found["problems"] == [] and found["next"] == found["number"] + 1, run
        assert found["number"] >= before, run  # more steps done never mean less published
        before = found["number"]
    assert before == 5
