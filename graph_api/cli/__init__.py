"""The command line: `mandate`, one module for each group of commands, assembled in app.py."""

import os
import signal

STOPPED_WORD = "mandate: đã dừng / stopped"


def main() -> None:
    """Runs the command line and ends the process with its exit code. Ctrl-C is heard from the first moment.

    Until a command begins there is nothing to tidy up, and Python may lose an interrupt while it imports.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where it is ignored on purpose
        signal.signal(signal.SIGINT, _end)
    from graph_api.cli.app import run

    run()


def begin() -> None:
    """A command begins: from now on Ctrl-C is raised in it as KeyboardInterrupt."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(*_: object) -> None:
    os.write(2, f"{STOPPED_WORD}\n".encode())
    os._exit(130)
