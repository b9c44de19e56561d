"""Ends a writer before each step that it takes in the data folder, and says what was left: run by test_crash_cuts.py.

Every run is a fork of this process, which itself never opens a store: RocksDB's threads would not survive the fork.
"""

import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from graph_store.versions import Proposal, VersionStore

AT = "2026-01-05T12:00:00+00:00"
STEPS = (
    "mkdir",
    "rename",
    "replace",
    "rmdir",
)  # what moves names about; a file's own bytes are cut by the random kills


def proposal(**graphs: int) -> Proposal:
    named = {name: NamedNode(f"urn:g:{name}") for name in graphs}
    subjects = [NamedNode(f"urn:s:{i}") for i in range(20)]
    return Proposal(
        {
            graph.value: [Quad(s, NamedNode("urn:p"), Literal(str(graphs[name])), graph) for s in subjects]
            for name, graph in named.items()
        }
    )


def prepare(root: Path) -> None:
    """Two versions, and an import that was staged on the first: it must be applied again."""
    versions = VersionStore(root)
    for import_id, graphs in (("first", {"a": 1}), ("second", {"b": 2})):
        versions.stage(import_id, proposal(**graphs))
        if import_id == "first":
            versions.publish(import_id, author="cuts", at=AT)
            versions.stage("late", proposal(a=3))
    versions.publish("second", author="cuts", at=AT)


def write(root: Path, last_step: int) -> None:
    """All that a writer does, up to that step."""
    cut_at(last_step)
    versions = VersionStore(root)
    versions.publish("late", author="cuts", at=AT)
    versions.stage("fourth", proposal(a=4))
    versions.stage("unwanted", proposal(a=5))
    versions.publish("fourth", author="cuts", at=AT)
    versions.discard("unwanted")
    versions.rollback(1, author="cuts", at=AT)


def look(root: Path) -> dict[str, Any]:
    """What stands after recovery, and whether the work can go on."""
    versions = VersionStore(root)
    versions.recover()
    number = versions.current_number()
    with versions.open() as view:
        content = {q.graph_name.value[-1]: int(q.object.value) for q in view.store}
        quads = len(view.store)
    left = sorted(p.name for p in (root / "staged").iterdir())
    found = {"number": number, "content": content, "quads": quads, "staged": versions.staged(), "left": left}
    found["problems"] = [str(problem) for problem in versions.verify()]
    versions.stage("next", proposal(c=9))
    found["next"] = versions.publish("next", author="cuts", at=AT).number
    return found


def cut_at(step: int) -> None:
    """Ends the process before its step of that number."""
    count = 0

    def ending(name: str) -> Callable[..., Any]:
        original = getattr(os, name)

        def wrapped(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == step:
                os._exit(9)
            return original(*arguments, **named)

        return wrapped

    for name in STEPS:
        setattr(os, name, ending(name))


def forked(work: Callable[[], object]) -> tuple[int, str]:
    """The exit code of `work` in a fork, and the JSON that it gave."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(writer, json.dumps(work()).encode())
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said


def main(folder: Path) -> None:
    before = folder / "before"
    assert forked(partial(prepare, before))[0] == 0
    step, code = 0, 9
    while code == 9:
        step += 1
        root = folder / "cut"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(before, root, copy_function=os.link)  # no file is ever changed in place
        code, _ = forked(partial(write, root, step))
        looked, said = forked(partial(look, root))
        found = json.loads(said or "null")
        print(json.dumps({"step": step, "code": code, "looked": looked, "found": found}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
