"""The command line: `mandate`, one module for each group of commands, assembled in app.py."""

import os
import signal

STOPPED_WORD = "mandate: đã dừng / stopped"
_BY_SIGNAL = 128  # as the shell shows a program that a signal ended: 130 by Ctrl-C, 143 by SIGTERM


class Terminated(KeyboardInterrupt):
    """SIGTERM, as a system or a container sends it: tidied up after and told as Ctrl-C is."""


def main() -> None:
    """Runs the command line and ends the process with its exit code. Ctrl-C is heard from the first moment.

    Until a command begins there is nothing to tidy up, and Python may lose an interrupt while it imports.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where it is ignored on purpose
        signal.signal(signal.SIGINT, _end)
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)
    from graph_api.cli.app import run

    run()


def begin() -> None:
    """A command begins: from now on Ctrl-C is raised in it as KeyboardInterrupt, and SIGTERM as Terminated."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGTERM) is _end:
        signal.signal(signal.SIGTERM, _terminate)


def _end(number: int, _frame: object) -> None:
    os.write(2, f"{STOPPED_WORD}\n".encode())
    os._exit(_BY_SIGNAL + number)


def _terminate(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough: what is tidied up is not stopped again
    raise Terminated
