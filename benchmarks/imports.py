"""One import of many texts, its time, memory and size: `python -m benchmarks.imports N [WORKERS]`.

The texts are made up as an archive of personnel news would be: each province has its officials, who are named again and
again, and its documents, which other texts cite. The same seed gives the same texts.
"""

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph_store.versions import VersionStore
from ingest.imports import Importer
from ingest.lexicon import Lexicon

_SEED = 7
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Hoàng", "Bùi")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Quốc", "Thanh", "Ngọc", "Xuân")
_GIVEN = ("Hùng", "Hòa", "Mai", "Lan", "Sơn", "Tuấn", "Dũng", "Hạnh", "Phúc", "Thắng", "Yến", "Cường")
_POSTS = (
    "Bí thư Tỉnh ủy {p}",
    "Phó Bí thư Thường trực Tỉnh ủy {p}",
    "Chủ tịch Ủy ban nhân dân tỉnh {p}",
    "Trưởng Ban Nội chính Tỉnh ủy {p}",
    "Trưởng Ban Tổ chức Tỉnh ủy {p}",
    "Giám đốc Sở Nội vụ tỉnh {p}",
    "Giám đốc Sở Tư pháp tỉnh {p}",
    "Chánh Thanh tra tỉnh {p}",
)
_TERM = 40  # texts of a province after which one of its officials is another


def texts(count: int) -> Iterator[str]:
    """Texts of personnel news, one after the other."""
    draw = random.Random(_SEED)
    cities = ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")
    places = [p for p in sorted(set(Lexicon.load().provinces.values())) if p not in cities]
    officials = {place: [_name(draw) for _ in _POSTS] for place in places}
    told = dict.fromkeys(places, 0)
    for number in range(count):
        place = draw.choice(places)
        told[place] += 1
        new = draw.randrange(len(_POSTS))
        if told[place] % _TERM == 0:
            officials[place][new] = _name(draw)
        chair, guest = draw.sample(range(len(_POSTS)), 2)
        day = f"{draw.randint(1, 28)}/{draw.randint(1, 12)}/{draw.randint(2021, 2024)}"
        cited = f"{draw.randint(1, 60)}-CT/TU ngày 5/{draw.randint(1, 12)}/2021"
        yield (
            f"Ngày {day}, Ban Thường vụ Tỉnh ủy {place} tổ chức Hội nghị sơ kết công tác nội chính lần {number}.\n"
            f"Đồng chí {officials[place][chair]}, {_POSTS[chair].format(p=place)} chủ trì hội nghị. "
            f"Dự hội nghị có đồng chí {officials[place][guest]}, {_POSTS[guest].format(p=place)}.\n"
            f"Hội nghị quán triệt Quy định số 67-QĐ/TW ngày 02/6/2022 của Ban Bí thư và Chỉ thị số {cited} "
            f"của Ban Thường vụ Tỉnh ủy {place}.\n"
        )


def _name(draw: random.Random) -> str:
    return " ".join((draw.choice(_FAMILY), draw.choice(_MIDDLE), draw.choice(_MIDDLE), draw.choice(_GIVEN)))


@dataclass(frozen=True, slots=True)
class Spent:
    """`clock` and `own` in seconds, `own` of this process alone; `peak` of its memory so far in MB."""

    clock: float
    own: float
    peak: float

    @classmethod
    def now(cls) -> "Spent":
        own = resource.getrusage(resource.RUSAGE_SELF)
        return cls(time.perf_counter(), own.ru_utime + own.ru_stime, own.ru_maxrss / 1024)

    def since(self, begun: "Spent") -> str:
        """What was spent in between, and the highest memory up to now."""
        clock, own = self.clock - begun.clock, self.own - begun.own
        return f"{clock:.1f} s, {own:.1f} s of the first process's time, at most {self.peak:,.0f} MB in it so far"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.imports")
    parser.add_argument("count", type=int, help="how many texts")
    parser.add_argument("workers", type=int, nargs="?", default=os.cpu_count() or 1, help="processes that read them")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inbox, data = Path(folder) / "inbox", Path(folder) / "data"
        inbox.mkdir()
        for number, text in enumerate(texts(arguments.count)):
            (inbox / f"{number:07}.txt").write_text(text, "utf-8")
        importer = Importer(
            VersionStore(data),
            folder=data / "imports",
            clock=lambda: datetime.now(UTC),
            author="benchmarks",
            workers=arguments.workers,
        )
        begun = read = Spent.now()

        def progress(_done: int, _all: int, name: str) -> None:
            nonlocal read
            if name == "SHACL":
                read = Spent.now()

        record = importer.stage([inbox], progress=progress)
        staged = Spent.now()
        print(
            f"{arguments.count:,} texts, {arguments.workers} processes: {record.added:,} quads, "
            f"{record.issues} issues, {record.violations} violations, {record.warnings} warnings"
        )
        print(f"read: {read.since(begun)}")
        print(f"staged and checked: {staged.since(read)}")
        publishing = time.perf_counter()
        if not record.violations:
            importer.publish(record.id)
            print(f"published in {time.perf_counter() - publishing:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
