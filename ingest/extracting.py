"""The facts of many texts, in order: in this process for few, in several for many, bounded in time and memory."""

from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from graph_store.worker_pool import WorkerPool
from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon
from ingest.readers import SourceText
from ontology.errors import Hint, QueryRefused, SourceError, SourceRefused

Facts = Extraction | SourceError
MANY = 80  # texts from which the start of processes is made up for
_TIME_S = 60.0
_MEMORY_BYTES = 2_000_000_000
_AHEAD = 16  # texts that each process may be ahead of what is taken


def extracted(texts: Sequence[SourceText], workers: int, time_s: float = _TIME_S) -> Generator[Facts]:
    """The facts of each text in turn, or why they cannot be had in `time_s` seconds. Closing it ends the processes."""
    if workers < 2 or len(texts) < MANY:
        yield from (extract_text(text.text) for text in texts)
        return
    hint: Hint = {"hint": "split the text", "hint_vi": "tách văn bản ra"}
    pool = WorkerPool(__name__, workers=workers, memory_bytes=_MEMORY_BYTES, hint=hint)
    with ThreadPoolExecutor(workers) as threads:
        waiting: deque[Future[Facts]] = deque()
        try:
            for text in texts:
                waiting.append(threads.submit(_asked, pool, text, time_s))
                if len(waiting) > workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            pool.close()


def extract_text(text: str) -> Extraction:
    """Runs in a worker too."""
    return extract(text, Lexicon.load())


def _asked(pool: WorkerPool, text: SourceText, time_s: float) -> Facts:
    try:
        return pool.ask(time_s, extract_text, text.text)
    except QueryRefused:
        return SourceRefused(
            f"{text.name}: reading its facts takes more than {time_s:.0f} s or {_MEMORY_BYTES / 1e9:.0f} GB",
            message_vi=f"{text.name}: đọc dữ kiện cần hơn {time_s:.0f} giây hoặc {_MEMORY_BYTES / 1e9:.0f} GB bộ nhớ",
            hint="split the text",
            hint_vi="tách văn bản ra",
            file=text.name,
            code="too-costly",
        )
