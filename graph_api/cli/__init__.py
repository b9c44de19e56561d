"""The command line: `mandate`, one module for each group of commands, assembled in app.py."""

import sys


def main() -> None:
    """Runs the command line and ends the process with its exit code. Ctrl-C is heard from the first moment."""
    try:
        from graph_api.cli.app import run
    except KeyboardInterrupt:
        sys.exit(130)
    run()
