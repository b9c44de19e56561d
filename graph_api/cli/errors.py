"""What the command line makes of errors: a message on stderr and an exit code for each class, never a traceback.

0 done, 1 the data are refused, 2 wrong use, 3 a part is missing or down, 130 stopped with Ctrl-C, 143 by SIGTERM.
"""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

from graph_api.cli import STOPPED_WORD, Terminated, begin
from graph_api.cli.system_errors import described_system_error
from graph_api.cli.usage import described, is_help
from ontology import errors
from ontology.errors import MandateGraphError
from ontology.text import one_line

REFUSED, WRONG_USE, MISSING, STOPPED, TERMINATED = 1, 2, 3, 130, 143
DEBUG = "MANDATE_DEBUG"  # an environment variable: show the traceback of an unforeseen error
_READER_GONE = 141  # as the shell shows a program that SIGPIPE ended

EXIT: dict[type[MandateGraphError], int] = {
    MandateGraphError: MISSING,
    errors.InvalidIdentifier: WRONG_USE,
    errors.UnknownTerm: MISSING,  # the package itself is not whole
    errors.NotFound: WRONG_USE,
    errors.Ambiguous: WRONG_USE,
    errors.SourceError: REFUSED,
    errors.SourceUnreadable: REFUSED,
    errors.SourceRefused: REFUSED,
    errors.SourceMalformed: REFUSED,
    errors.NotConformant: REFUSED,
    errors.ExpectationBroken: REFUSED,
    errors.ImportStateError: WRONG_USE,
    errors.StoreError: MISSING,
    errors.StoreUnavailable: MISSING,
    errors.StoreFull: MISSING,
    errors.StoreTooNew: MISSING,
    errors.StoreCorrupt: MISSING,
    errors.QueryRefused: WRONG_USE,
    errors.QueryInvalid: WRONG_USE,
    errors.AccessDenied: WRONG_USE,
}


def exit_code(error: MandateGraphError) -> int:
    return next(EXIT[kind] for kind in type(error).__mro__ if kind in EXIT)


def describe(error: MandateGraphError) -> str:
    """The message in both languages as far as there are two, then what to do, in both too."""
    return _in_both((error.message_vi, str(error)), (error.hint_vi, error.hint))


def describe_unexpected(error: Exception) -> str:
    """What is said of an error that nobody foresaw; a part that cannot be imported is the likeliest of them."""
    what = f"{type(error).__name__}: {error}"
    report = (
        f"xin báo lại lỗi này; {DEBUG}=1 cho biết nó từ đâu ra",
        f"please report it; {DEBUG}=1 shows where it came from",
    )
    hints = ("chạy `make setup`", "run `make setup`") if isinstance(error, ImportError) else report
    return _in_both(("lỗi không lường trước", f"an error that nobody foresaw: {what}"), hints)


def advice(vi: str, en: str) -> str:
    """What to do, in both languages, below what was said."""
    return "\n".join(_marked("  -> ", (vi, en)))


def _in_both(said: Sequence[str], hints: Sequence[str]) -> str:
    """One line for each text, Vietnamese first; a text that is missing or the same in both languages has none."""
    return "\n".join([*(_marked("mandate: ", said) or ["mandate: ?"]), *_marked("  -> ", hints)])


def _marked(mark: str, texts: Sequence[str]) -> list[str]:
    different = [one_line(text) for text in dict.fromkeys(texts) if text]
    return [(mark if number == 0 else " " * len(mark)) + text for number, text in enumerate(different)]


def tell(message: str) -> None:
    """Writes to stderr; a stderr that nobody reads is no reason to fail."""
    try:
        print(message, file=sys.stderr, flush=True)
    except OSError:
        return


class Commands(TyperGroup):
    """The group of all commands, which turns whatever a command raises into a message and an exit code."""

    def make_context(self, *arguments: Any, **named: Any) -> Any:
        with _told():
            return super().make_context(*arguments, **named)

    def invoke(self, ctx: Any) -> Any:
        with _told():
            try:
                begin()
                return super().invoke(ctx)
            finally:  # a command that finds something ends with an exit code, and its reader may be gone as well
                sys.stdout.flush()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except MandateGraphError as error:
        tell(describe(error))
        raise typer.Exit(exit_code(error)) from error
    except typer.TyperException as error:
        if is_help(error):
            raise
        tell(_in_both(*described(error)))
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        tell(STOPPED_WORD)
        raise typer.Exit(TERMINATED if isinstance(error, Terminated) else STOPPED) from error
    except BrokenPipeError as error:
        _drop_output()
        raise typer.Exit(_READER_GONE) from error
    except OSError as error:
        if error.errno == errno.EPIPE:
            _drop_output()
            raise typer.Exit(_READER_GONE) from error
        tell(_in_both(*described_system_error(error)))
        raise typer.Exit(MISSING) from error


def _drop_output() -> None:
    """Sends what is still buffered for stdout nowhere, as its reader is gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
