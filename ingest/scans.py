"""Scans whose text was recognised: kept beside the source, so that it is the same whenever the source is read again."""

import json
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path

from graph_store.disk import write_durably
from ingest.formats.child import recognise
from ingest.formats.content import Content
from ingest.formats.scan import require_tesseract


class Scans:
    """DATA/sources/ab/abcdef….recognised. Safe to use from many threads.

    `folder` is that of the sources, None to keep nothing; `recognises`: whether the operator wants text recognised.
    What was recognised once is read without asking again.
    """

    def __init__(self, folder: Path | None, *, recognises: bool) -> None:
        self._folder = folder
        self.recognises = recognises

    def content(self, data: bytes, name: str) -> Content | None:
        """The text of a scan; None if it is not to be recognised.

        Raises  StoreUnavailable if a part of the recogniser is missing; SourceUnreadable if it takes too long.
        """
        key = sha256(data).hexdigest()
        kept = self._folder / key[:2] / f"{key}.recognised" if self._folder else None
        if kept and kept.is_file():
            told = json.loads(kept.read_text("utf-8"))
            return Content(
                told["text"], tuple((at, where) for at, where in told["places"]), recognised=told["recognised"]
            )
        if not self.recognises:
            return None
        _required()
        content = recognise(data, name)
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            told = {name: asdict(content)[name] for name in ("text", "places", "recognised")}
            write_durably(kept, json.dumps(told, ensure_ascii=False))
        return content


@cache
def _required() -> None:
    require_tesseract()
