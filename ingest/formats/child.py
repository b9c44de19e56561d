"""Formats are read in a process of its own, with bounds on time and memory and without a network: files are hostile."""

import atexit
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from graph_store.worker_pool import WorkerPool
from ingest.formats.content import Content
from ingest.formats.errors import damaged
from ontology.errors import Hint, MandateGraphError, QueryRefused, SourceUnreadable

if TYPE_CHECKING:
    from ingest.formats.pdf import Page

P = ParamSpec("P")
Read = TypeVar("Read")
SCAN = "scan"
_TIME_S = 60.0
_SCAN_S = 900.0  # a page takes a few seconds
_PAGES = 20  # of a PDF at a time: each takes a fifth of a second, several times that on a busy machine
_MEMORY_BYTES = 1_500_000_000


def read_format(ending: str, data: bytes, name: str, sheet: str = "") -> Content:
    """The content of a file by the ending of its name (.html, .mhtml, .pdf, .docx, .xlsx).

    Takes   sheet: one of a workbook.

    Raises SourceUnreadable if the bytes are of another kind or broken, or ask for more time or memory than is given.
    """
    try:
        if ending == ".pdf":
            return _read_pdf(data, name)
        return _pool().ask(_TIME_S, _read, ending, data, name, sheet)
    except QueryRefused as error:
        raise _too_much(name, _TIME_S) from error


def _read_pdf(data: bytes, name: str) -> Content:
    """Some pages after the other, so that a long document has as much time a page as a short one."""
    count, pages = _pool().ask(_TIME_S, _pages, data, name, 0)
    while len(pages) < count:
        pages += _pool().ask(_TIME_S, _pages, data, name, len(pages))[1]
    return _pool().ask(_TIME_S, _joined, pages, name)


def recognise(data: bytes, name: str) -> Content:
    """The content of a PDF whose pages are pictures. Raises SourceUnreadable like `read_format`."""
    try:
        return _pool().ask(_SCAN_S, _read, SCAN, data, name, "")
    except QueryRefused as error:
        raise _too_much(name, _SCAN_S) from error


@cache
def _pool() -> WorkerPool:
    hint: Hint = {"hint": "split the file", "hint_vi": "tách tệp ra"}
    pool = WorkerPool(__name__, workers=1, memory_bytes=_MEMORY_BYTES, hint=hint)
    atexit.register(pool.close)
    return pool


def _read(ending: str, data: bytes, name: str, sheet: str) -> Content:
    """Runs in the child, as all below."""
    if ending == ".xlsx":
        from ingest.formats.xlsx import read_xlsx

        return _guarded(name, read_xlsx, data, name, sheet)
    return _guarded(name, _reader(ending), data, name)


def _pages(data: bytes, name: str, first: int) -> "tuple[int, list[Page]]":
    from ingest.formats.pdf import read_pages

    return _guarded(name, read_pages, data, name, first, _PAGES)


def _joined(pages: "list[Page]", name: str) -> Content:
    from ingest.formats.pdf import content_of

    return _guarded(name, content_of, pages, name)


def _guarded(name: str, read: Callable[P, Read], *arguments: P.args, **named: P.kwargs) -> Read:
    """What `read` gives. The libraries raise whatever comes to them from bytes made to break them."""
    try:
        return read(*arguments, **named)
    except MandateGraphError:
        raise
    except MemoryError as error:
        raise _too_much(name, _TIME_S) from error
    except Exception as error:
        raise damaged(
            name, f"it is broken ({type(error).__name__})", f"tệp bị hỏng ({type(error).__name__})"
        ) from error


def _too_much(name: str, time_s: float) -> SourceUnreadable:
    return damaged(
        name,
        f"it takes more than {time_s:.0f} s or {_MEMORY_BYTES / 1e9:.1f} GB to read",
        f"đọc tệp cần hơn {time_s:.0f} giây hoặc {_MEMORY_BYTES / 1e9:.1f} GB bộ nhớ",
        hint="split the file",
        hint_vi="tách tệp ra",
    )


def _reader(ending: str) -> Callable[[bytes, str], Content]:
    """Imported when it is needed: most imports have one format or none, and every library takes its time to load."""
    if ending == SCAN:
        from ingest.formats.scan import read_scan

        return read_scan
    if ending == ".docx":
        from ingest.formats.docx import read_docx

        return read_docx
    if ending in (".mhtml", ".mht"):
        from ingest.formats.mhtml import read_mhtml

        return read_mhtml
    from ingest.formats.html import read_html

    return read_html
