"""What stewards have judged, as reading asks it: whether two things are one, whether words are to be believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["same", "different", "unsure", "accept", "reject"]
STATED = ""  # the candidate of a verdict on words: there is nothing else that they are compared with


@dataclass(frozen=True, slots=True)
class Judgements:
    """`verdicts`: (what a source speaks of, candidate) -> verdict; both are IRIs, or for a mention a key of its own."""

    verdicts: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)

    def verdict(self, subject: str, candidate: str = STATED) -> Verdict | None:
        """What was judged of the pair, whichever was named first; None if nothing was."""
        return self.verdicts.get((subject, candidate)) or self.verdicts.get((candidate, subject))

    def stands_for(self, subject: str) -> str | None:
        """The candidate that the subject was judged to be, followed from one to the next; None if there is none."""
        targets = {pair[0]: pair[1] for pair, verdict in self.verdicts.items() if verdict == "same"}
        found, seen = targets.get(subject), {subject}
        while found in targets and found not in seen:
            seen.add(found)
            found = targets[found]
        return found


def mention_key(source: str, entity_type: str, name: str) -> str:
    """The subject of a judgement on what a name or number means in one source. `name` is canonical."""
    return f"{entity_type}:{name}@{source}"


def words_key(source: str, start: int, end: int, about: str = "") -> str:
    """The subject of a judgement on words of one source: whether to believe them, or what is said `about` them."""
    return f"words:{start}-{end}@{source}" + (f"#{about}" if about else "")
