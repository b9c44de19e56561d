"""What is said of a command that is written wrong, in both languages: the library's own messages are English."""

from collections.abc import Sequence

import typer
from typer import TyperException

# By the library's classes, of which it exports but one.
_VI = {
    "NoSuchOption": "không có tùy chọn này",
    "MissingParameter": "thiếu tham số",
    "BadParameter": "giá trị không hợp lệ",
    "BadOptionUsage": "tùy chọn viết sai",
    "BadArgumentUsage": "tham số viết sai",
}
# By the beginnings of what it says of the rest.
_VI_SAID = {"No such command": "không có lệnh này", "Got unexpected extra argument": "thừa tham số"}
_VI_OTHER = "lệnh viết sai"


class WrongUse(typer.BadParameter):
    """A value that a command cannot take; `said` is why, in Vietnamese and English, `param_hint` the parameter."""

    def __init__(self, said: tuple[str, str], *, param_hint: str | None = None) -> None:
        super().__init__(said[1], param_hint=param_hint)
        self.said_vi = said[0]


def is_help(error: TyperException) -> bool:
    """Whether the help of a group is what is to be shown, as no command of it was named."""
    return error.message.startswith("Usage:")


def described(error: TyperException) -> tuple[Sequence[str], Sequence[str]]:
    """What is wrong, and how it is written; each in Vietnamese and in English."""
    said = ": ".join(part for part in (_kind(error), _parameter(error), getattr(error, "said_vi", "")) if part)
    return (said, error.format_message()), _hints(error)


def _kind(error: TyperException) -> str:
    other = next((vi for start, vi in _VI_SAID.items() if error.message.startswith(start)), _VI_OTHER)
    return next((_VI[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in _VI), other)


def _parameter(error: TyperException) -> str:
    name = getattr(error, "option_name", None) or getattr(error, "param_hint", None)
    parameter = getattr(error, "param", None)
    if not name and parameter is not None:
        name = parameter.get_error_hint()
    return str(name or "").strip("'")


def _hints(error: TyperException) -> Sequence[str]:
    context = getattr(error, "ctx", None)
    if context is None:
        return ()
    usage, helped = context.get_usage().removeprefix("Usage: "), f"`{context.command_path} --help`"
    return f"cách viết: {usage}; {helped} giải thích", f"usage: {usage}; {helped} explains"
