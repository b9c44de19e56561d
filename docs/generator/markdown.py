"""Pieces of Markdown, escaped: text, code, links, tables, both languages side by side."""

import posixpath
import re
from collections.abc import Iterable, Sequence

from ontology.terms import Labels

_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")
BREAK = "<br>"


def text(words: str) -> str:
    """Plain words: no sign of them is read as Markdown or HTML, and they stay on one line."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()).replace("&", "&amp;"))


def code(words: str) -> str:
    """Words as code, fit for a cell of a table."""
    fence = "``" if "`" in words else "`"
    inner = f" {words} " if "`" in words else words
    return fence + " ".join(inner.split("\n")).replace("|", "\\|") + fence


def block(words: str, language: str) -> str:
    return f"```{language}\n{words.strip()}\n```"


def both(labels: Labels) -> str:
    """ "do … ban hành · issued by"; once where both languages say the same."""
    return " · ".join(text(words) for words in dict.fromkeys((labels.vi, labels.en)) if words)


def lines(*parts: str) -> str:
    """Lines of one cell."""
    return BREAK.join(part for part in parts if part)


def link(words: str, target: str) -> str:
    """`words` are Markdown already."""
    return f"[{words}]({target})"


def relative(target: str, page: str) -> str:
    """The way from the page to a file or place, both as seen from docs/reference/: classes/Body.md#properties."""
    path, mark, place = target.partition("#")
    way = "" if path == page and mark else posixpath.relpath(path, posixpath.dirname(page) or ".")
    return way + mark + place


def anchor(heading: str) -> str:
    """The place that GitHub gives a heading: lower case, blanks as hyphens, other signs dropped."""
    kept = (sign for sign in heading.strip().lower().replace(" ", "-") if sign.isalnum() or sign in "-_")
    return "".join(kept)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, without the columns that no row fills; nothing if it has no row."""
    body = list(rows)
    if not body:
        return ""
    kept = [i for i in range(len(header)) if any(row[i] for row in body)]
    written = [header, ["---"] * len(header), *body]
    return "\n".join("| " + " | ".join(row[i] for i in kept) + " |" for row in written)


def page(*parts: str) -> str:
    """A page of its parts, a blank line between them; empty parts are left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
