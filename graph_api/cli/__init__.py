"""The command line: `mandate`, one module for each group of commands, assembled in app.py."""

from graph_api.cli.app import main

__all__ = ["main"]
