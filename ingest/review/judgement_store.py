"""Judgements as they are kept: who said what of which pair, when and why. Nothing is deleted; undoing is noted."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, get_args

from ingest.judgements import Judgements, Verdict
from ingest.review.workflow_rows import WorkflowRows, table_of, texts_of
from ontology.errors import InvalidIdentifier, NotFound

_LONGEST = 4_000  # characters of a field that comes from outside


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict on one pair. `sha256` is the source that raised the question, `code` and `words` say what it was.

    `at` and `undone_at` are times in UTC; `undone_at` is empty for one that holds. `id` 0: not kept yet.
    """

    subject: str
    candidate: str
    verdict: Verdict
    author: str
    at: str
    why: str = ""
    sha256: str = ""
    code: str = ""
    words: str = ""
    undone_at: str = ""
    undone_by: str = ""
    undone_why: str = ""
    id: int = 0

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


TABLE = table_of(Judgement, "judgement", indexed=("subject",))


class JudgementStore(WorkflowRows[Judgement]):
    """All judgements of one data folder. Raises StoreUnavailable where the database cannot be used."""

    def __init__(self, url: str) -> None:
        super().__init__(url, Judgement, TABLE)

    def add(self, judgements: Iterable[Judgement]) -> list[int]:
        """Keeps them, all or none; their numbers."""
        return self.keep([*judgements])

    def undo(self, ids: Sequence[int], *, author: str, at: str, why: str) -> list[Judgement]:
        """Notes that these hold no longer; gives them as they were. Raises NotFound, with none undone, for one that is
        not there or undone already."""
        noted = {"undone_at": at, "undone_by": author, "undone_why": why}
        return self.end(ids, noted, ended="undone_at", refusal=_none_holds)

    def current(self) -> Judgements:
        """What holds: of several verdicts on one pair the last one given."""
        holding = sorted((j for j in self.all() if not j.undone_at), key=lambda j: (j.at, j.id))
        return Judgements({(j.subject, j.candidate): j.verdict for j in holding})

    def take_in(self, entries: Sequence[Any]) -> int:
        """Keeps exported judgements that are not here yet, with their authors and times; how many were new.

        Raises InvalidIdentifier for an entry that is no judgement; none is kept then.
        """
        there = {replace(j, id=0) for j in self.all()}
        read = [_judgement(entry, number) for number, entry in enumerate(entries, 1)]
        new = [j for j in dict.fromkeys(read) if j not in there]
        self.add(new)
        return len(new)


def _none_holds(numbers: str) -> NotFound:
    return NotFound(
        f"no judgement that holds has the number {numbers}; nothing was undone",
        message_vi=f"không có phán định nào còn hiệu lực mang số {numbers}; chưa hoàn tác gì",
        hint="`mandate judgement list` lists them",
        hint_vi="`mandate judgement list` liệt kê các phán định",
    )


def _judgement(entry: Any, number: int) -> Judgement:
    """The judgement of an exported entry, as it was kept elsewhere."""
    texts = {name: entry.get(name, "") for name in texts_of(Judgement)} if isinstance(entry, dict) else {}
    fitting = all(isinstance(text, str) and len(text) <= _LONGEST for text in texts.values())
    if not texts or not fitting or texts["verdict"] not in get_args(Verdict) or not (texts["subject"] and texts["at"]):
        raise InvalidIdentifier(
            f"entry {number} is no judgement; nothing was taken in",
            message_vi=f"mục {number} không phải một phán định; chưa ghi nhận gì",
            hint="take in a file that `mandate judgement export` wrote",
            hint_vi="hãy dùng tệp do `mandate judgement export` ghi ra",
        )
    return Judgement(**texts)
