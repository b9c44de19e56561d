"""One load in a process of its own, so that its memory is its own: `python -m benchmarks.load_speed WAY FILE FOLDER`.

WAY is `version`: the file becomes a published version, checked against the shapes; `unchecked`: the same without the
check; or `bulk`: pyoxigraph's bulk load of the same file. Prints seconds, megabytes and the content hash as JSON.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks.country_file import CountryFile
from graph_store.content_hash import content_hash
from graph_store.versions import VersionStore
from graph_store.view import Change, Proposal
from ingest.conformance import checker
from shapes.check import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    seconds: float  # the check among them
    check_s: float
    megabytes: float  # the most that the process held
    content_hash: str


def load(way: str, file: CountryFile, folder: Path) -> Loaded:
    """The load in a new process."""
    command = [sys.executable, "-m", "benchmarks.load_speed", way, str(file.path), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Loaded(**json.loads(done.stdout))


def _version(path: Path, folder: Path, checked: bool) -> tuple[float, float, str]:
    versions = VersionStore(folder)
    took = 0.0

    def check(store: Store, change: Change, base: Store) -> Report:
        nonlocal took
        begun = time.process_time()
        report = checker()(store, change, base)
        took = time.process_time() - begun
        if not report.conforms:
            raise SystemExit(f"the made-up country is refused: {report.violations[0]}")
        return report

    begun = time.process_time()
    versions.stage("country", Proposal(CountryFile(path, 0).graphs()), check=check if checked else None)
    manifest = versions.publish("country", author="benchmarks", at=datetime.now(UTC).isoformat())
    return time.process_time() - begun, took, manifest.content_hash


def _bulk(path: Path, folder: Path) -> tuple[float, float, str]:
    store = Store(str(folder))
    begun = time.process_time()
    store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    store.flush()
    return time.process_time() - begun, 0.0, content_hash(store)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load_speed")
    parser.add_argument("way", choices=("version", "unchecked", "bulk"))
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    if arguments.way == "bulk":
        seconds, check_s, digest = _bulk(arguments.file, arguments.folder)
    else:
        seconds, check_s, digest = _version(arguments.file, arguments.folder, arguments.way == "version")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "check_s": check_s, "megabytes": memory, "content_hash": digest}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
