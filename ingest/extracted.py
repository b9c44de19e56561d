"""Facts that a Spark job found in the texts of an archive, for an import that need not find them again.

OUT/readings of ingest/spark_job.py: JSON Lines, a text a line, by the SHA-256 of its bytes.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ingest.extracting import TextFacts
from ingest.program import program
from ontology.errors import SourceMalformed, SourceRefused, SourceUnreadable

_FORM = TypeAdapter(TextFacts)


def as_line(sha256: str, found: TextFacts) -> str:
    """The line of a text, without its end."""
    told = {"sha256": sha256, "program": program(), "found": _FORM.dump_python(found, mode="json")}
    return json.dumps(told, ensure_ascii=False)


class ExtractedFacts:
    """The folder that a job wrote. In memory is where each text's line stands, some 150 bytes a text.

    Raises  SourceUnreadable if it holds no readings; SourceMalformed for another form; SourceRefused if another
            edition of the program made them, as its rules may read otherwise.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._places: dict[bytes, tuple[Path, int]] = {}
        for path, offset, line in self._lines():
            told = self._read(line)
            if told.get("program") != program():
                raise _of_another_program(out)
            self._places[bytes.fromhex(told["sha256"])] = path, offset
        if not self._places:
            raise _nothing_there(out)

    def find(self, sha256: str) -> TextFacts | None:
        """What the text of these bytes says; None if the job did not read it. Safe to use from many threads."""
        place = self._places.get(bytes.fromhex(sha256))
        if place is None:
            return None
        path, offset = place
        with path.open("rb") as file:
            file.seek(offset)
            told = self._read(file.readline())
        try:
            return _FORM.validate_python(told["found"])
        except ValidationError as error:
            raise self._malformed() from error

    def _lines(self) -> Iterator[tuple[Path, int, bytes]]:
        for path in sorted((self._out / "readings").glob("part-*")):
            with path.open("rb") as file:
                offset = 0
                for line in file:
                    yield path, offset, line
                    offset += len(line)

    def _read(self, line: bytes) -> dict[str, str]:
        try:
            told: dict[str, str] = json.loads(line)
            bytes.fromhex(told["sha256"])
        except (ValueError, KeyError, TypeError) as error:
            raise self._malformed() from error
        return told

    def _malformed(self) -> SourceMalformed:
        return SourceMalformed(
            f"{self._out}/readings is not as `mandate spark extract` writes it",
            message_vi=f"{self._out}/readings không đúng dạng mà `mandate spark extract` ghi ra",
            hint="extract again into another folder",
            hint_vi="trích xuất lại vào một thư mục khác",
            file=self._out.name,
        )


def _of_another_program(out: Path) -> SourceRefused:
    return SourceRefused(
        f"{out} was made by another edition of the program, whose rules may read otherwise",
        message_vi=f"{out} do một ấn bản khác của chương trình tạo ra, quy tắc đọc có thể khác",
        hint="extract again with this edition, or import without --extracted",
        hint_vi="trích xuất lại bằng ấn bản này, hoặc nhập không kèm --extracted",
        file=out.name,
    )


def _nothing_there(out: Path) -> SourceUnreadable:
    return SourceUnreadable(
        f"{out} holds no readings",
        message_vi=f"{out} không có thư mục readings",
        hint="name the folder that `mandate spark extract --out` made",
        hint_vi="chỉ ra thư mục mà `mandate spark extract --out` đã tạo",
        file=out.name,
    )
