"""Files read, and the facts of the texts among them, in order: in this process for few, in several for many."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from graph_store.refusals import too_slow
from graph_store.worker_pool import WorkerPool
from ingest.extraction import facts_of_page
from ingest.facts import Extraction
from ingest.lexicon import Lexicon
from ingest.readers import SourceText, read_source
from ingest.rules.text.page import Page, Span
from ingest.scans import Scans
from ingest.sentence_coverage import uncovered
from ontology.errors import Hint, MandateGraphError, QueryRefused, SourceError, SourceRefused

MANY = 80  # files from which the start of processes is made up for
_TIME_S = 60.0  # of processor time
_PATIENCE = 20  # times as long by the clock, in which a busy machine may give a process its time
_HINT: Hint = {"hint": "split the text", "hint_vi": "tách văn bản ra"}
_MEMORY_BYTES = 2_000_000_000
_AHEAD = 16  # files that each process may be ahead of what is taken


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What a text says. `telling` sentences seem to state something; the `bare` ones of them gave no fact."""

    facts: Extraction
    telling: int
    bare: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as read: its source, and of a text the facts; or why there is no source, or there are no facts."""

    path: Path
    name: str
    source: SourceText | None = None
    found: TextFacts | None = None
    error: SourceError | None = None


_Find = Callable[[str, str | None], TextFacts]
_Found = Callable[[str], TextFacts | None]


def read_files(
    files: Sequence[tuple[Path, str]],
    workers: int,
    time_s: float = _TIME_S,
    scans: Scans | None = None,
    found: _Found | None = None,
) -> Generator[FileRead]:
    """Each (path, name) in turn; the facts of a text within `time_s` of processor time, if there are several processes.
    Closing it ends them.

    `found` gives the facts of texts that were read elsewhere, by the SHA-256 of their bytes.

    No more files are held at once than the processes are ahead.
    """
    if workers < 2 or len(files) < MANY:
        yield from (_read(path, name, find_facts, time_s, scans, found) for path, name in files)
        return
    pool = WorkerPool(__name__, workers=workers, memory_bytes=_MEMORY_BYTES, hint=_HINT)

    def in_pool(text: str, published: str | None) -> TextFacts:
        return pool.ask(time_s * _PATIENCE, _find_within, text, published, time_s)

    with ThreadPoolExecutor(workers) as threads:
        waiting: deque[Future[FileRead]] = deque()
        try:
            for path, name in files:
                waiting.append(threads.submit(_read, path, name, in_pool, time_s, scans, found))
                if len(waiting) > workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            pool.close()


def find_facts(text: str, published: str | None = None) -> TextFacts:
    """The facts of a text that appeared on the ISO day `published`, if that is known. Runs in a worker too."""
    page = Page(text, Lexicon.load(), published)
    facts = facts_of_page(page)
    telling, bare = uncovered(page, facts)
    return TextFacts(facts, telling, tuple(bare))


def _find_within(text: str, published: str | None, time_s: float) -> TextFacts:
    """Runs in a worker. Raises QueryRefused when the processor time is up: other programs on the machine take none."""
    Lexicon.load()  # once a worker, and no fault of the text
    if not hasattr(signal, "setitimer"):  # on Windows
        return find_facts(text, published)
    signal.signal(signal.SIGPROF, _refuse)
    signal.setitimer(signal.ITIMER_PROF, time_s)
    try:
        return find_facts(text, published)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _refuse(_signal: int, _frame: object) -> None:
    raise too_slow(_TIME_S, _HINT)


def _read(path: Path, name: str, find: _Find, time_s: float, scans: Scans | None, found: _Found | None) -> FileRead:
    try:
        source = read_source(path, name, scans=scans)
    except SourceError as error:
        return FileRead(path, name, error=error)
    if source.form != "text":
        return FileRead(path, name, source)
    try:
        told = found(source.sha256) if found else None
        return FileRead(path, name, source, told or find(source.text, source.content.published))
    except QueryRefused:
        return FileRead(path, name, source, error=_too_costly(name, time_s))
    except MandateGraphError:
        raise
    except Exception as error:  # a mistake of ours about one text leaves the others as they are
        return FileRead(path, name, source, error=our_mistake(name, error))


def our_mistake(name: str, error: Exception) -> SourceRefused:
    """What is told of a text on which the program failed: nobody's data are to blame."""
    kind = type(error).__name__
    return SourceRefused(
        f"{name}: the program made a mistake while reading its facts ({kind}); none is taken in",
        message_vi=f"{name}: chương trình mắc lỗi khi đọc dữ kiện ({kind}); không nhận dữ kiện nào từ tệp này",
        hint="report this with the file; the other files are read",
        hint_vi="hãy báo lỗi này kèm tệp; các tệp khác vẫn được đọc",
        file=name,
        code="our-mistake",
    )


def _too_costly(name: str, time_s: float) -> SourceRefused:
    return SourceRefused(
        f"{name}: reading its facts takes more than {time_s:.0f} s of processor time or {_MEMORY_BYTES / 1e9:.0f} GB",
        message_vi=f"{name}: đọc dữ kiện cần hơn {time_s:.0f} giây xử lý hoặc {_MEMORY_BYTES / 1e9:.0f} GB bộ nhớ",
        hint="split the text",
        hint_vi="tách văn bản ra",
        file=name,
        code="too-costly",
    )
