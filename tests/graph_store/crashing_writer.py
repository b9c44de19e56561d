"""Stages and publishes without end, to be killed at any moment: run by test_crash.py with the data folder."""

import sys
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph_store.versions import Proposal, VersionStore

AT = "2026-01-05T12:00:00+00:00"


def proposal(number: int) -> Proposal:
    """What version `number` replaces: one of three graphs, by quads that no other version has."""
    graph = NamedNode(f"urn:g:{number % 3}")
    subjects = (NamedNode(f"urn:s:{number}:{i}") for i in range(200))
    return Proposal({graph.value: [Quad(s, NamedNode("urn:p"), Literal(str(number)), graph) for s in subjects]})


def main(folder: Path) -> None:
    versions = VersionStore(folder)
    versions.recover()
    while True:
        number = versions.current_number() + 1
        print(f"staging {number}", flush=True)
        for ahead in (number, number + 1):  # the second is applied again when its turn comes: its base has moved
            if f"i{ahead}" not in versions.staged():
                versions.stage(f"i{ahead}", proposal(ahead))
        print(f"publishing {number}", flush=True)
        versions.publish(f"i{number}", author="writer", at=AT)
        print(f"published {number}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
