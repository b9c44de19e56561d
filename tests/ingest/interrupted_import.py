"""Run by test_journal.py: imports a folder and kills itself, as no handler can prevent, when it has read N files."""

import os
import signal
import sys
from pathlib import Path

from tests.ingest.test_journal import importer_of


def main(data: Path, inbox: Path, files: int) -> None:
    def progress(done: int, _total: int, _name: str) -> None:
        if done == files:
            os.kill(os.getpid(), signal.SIGKILL)

    importer_of(data).stage([inbox], progress=progress)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
