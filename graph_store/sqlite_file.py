"""A SQLite file of a data folder, opened so that it can be read also where nothing may be written."""

import os
import sqlite3
from pathlib import Path

BUSY_S = 30  # that a program waits for another one that writes


def is_read_only(path: Path) -> bool:
    """Whether the file is there and may be read, but not it and its folder written: another's, a mounted disk."""
    return path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, not even the files that SQLite keeps beside its own.

    Without a log beside it nobody has the file open, as far as can be known from here, so it is taken as it is.
    """
    log = path.with_name(path.name + "-wal")
    alone = "&immutable=1" if is_read_only(path) and not log.exists() else ""
    uri = f"{path.absolute().as_uri()}?mode=ro{alone}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_S, check_same_thread=False)
