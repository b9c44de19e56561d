"""What a text states, before it is resolved against the graph: facts as extraction finds them, with evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

BodyForm = Literal[
    "party_committee",
    "standing_committee",
    "party_department",
    "inspection_committee",
    "steering_committee",
    "state_body",
    "council",
    "court_procuracy",
    "congress",
    "front_union",
    "other",
]
Level = Literal["central", "province", "district", "commune", "state"]
HoldingStatus = Literal["current", "former", "appointed", "dismissed"]
EventForm = Literal["congress", "plenum", "conference", "meeting"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact. `start`/`end` count characters of the NFC text, end excluded."""

    start: int
    end: int
    quote: str  # text[start:end], at most 160 characters
    rule: str  # name of the rule that read it
    confidence: float = 1.0
    note: str = ""  # e.g. "Trương ương read as Trung ương"
    misspelt: tuple[tuple[int, int], ...] = ()  # start and end of each word that the note speaks of


@dataclass(frozen=True, slots=True)
class DocumentFact:
    number: str | None  # as printed, blanks removed: 67-QĐ/TW
    type: str  # Quy định; the label of a concept in the code list document-kind
    evidence: tuple[Evidence, ...]
    name: str | None = None  # only for documents without a number
    issued: str | None = None  # ISO date, month or year; 2023-Q1
    issuer: str | None = None  # canonical name of the deciding body
    self: bool = False  # the text is this document
    aliases: tuple[str, ...] = ()
    twin: str | None = None  # day or issuer that tells it from another document of its number in the text


@dataclass(frozen=True, slots=True)
class EventFact:
    name: str
    form: EventForm
    evidence: tuple[Evidence, ...]
    date: str | None = None
    term: str | None = None  # roman number of the congress: XIII
    ordinal: int | None = None  # the 5 of "Hội nghị Trung ương 5"


@dataclass(frozen=True, slots=True)
class BodyFact:
    name: str  # canonical full name, abbreviations expanded from the text
    form: BodyForm
    level: Level
    evidence: tuple[Evidence, ...]
    place: str | None = None
    is_kind: bool = False  # "Ban Chỉ đạo cấp tỉnh" is a kind of body, not a body
    of_kind: str | None = None  # the name of its kind, if the text gives one


@dataclass(frozen=True, slots=True)
class PersonFact:
    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """The document that gave a post or ended it: its number, else its name."""

    document: str
    twin: str | None  # where two documents of the text bear the number: which of them
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class HoldingFact:
    person: str
    role: str
    body: str
    status: HoldingStatus
    evidence: tuple[Evidence, ...]
    date: str | None = None  # of decision, effect or start; never the day of a ceremony
    until: str | None = None  # the last day of a post that began on `date`
    date_evidence: tuple[Evidence, ...] = ()  # the words that tell it, where `evidence` does not
    decided_by: DecidedBy | None = None


@dataclass(frozen=True, slots=True)
class RelationFact:
    """`subject` and `object` are the number or name of a document and the names of all else, as in the facts above."""

    subject: str
    predicate: str  # local name of a property: issuedBy
    object: str
    evidence: tuple[Evidence, ...]
    subject_twin: str | None = None  # where two documents of the text bear the number: which of them
    object_twin: str | None = None


@dataclass(frozen=True, slots=True)
class CoverageFact:
    """ "63/63 Ban chỉ đạo … được thành lập": how many of how many bodies of a kind there are, and which were first."""

    kind: str  # name of the kind of body
    counted: int
    out_of: int
    evidence: tuple[Evidence, ...]
    as_of: str | None = None
    first: tuple[str, ...] = ()  # places named as the first


Fact = DocumentFact | EventFact | BodyFact | PersonFact | HoldingFact | RelationFact | CoverageFact
_Fact = TypeVar("_Fact", bound=Fact)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something seen but not understood, ambiguous or refused. `code` names the message in ingest/issues.toml."""

    code: str
    evidence: Evidence
    values: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Extraction:
    """All that one text states."""

    documents: list[DocumentFact] = field(default_factory=list)
    events: list[EventFact] = field(default_factory=list)
    bodies: list[BodyFact] = field(default_factory=list)
    people: list[PersonFact] = field(default_factory=list)
    holdings: list[HoldingFact] = field(default_factory=list)
    relations: list[RelationFact] = field(default_factory=list)
    coverage: list[CoverageFact] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    published: str | None = None  # day of the article, if the text shows it
    title: str = ""
    offices: list[BodyFact] = field(default_factory=list)  # that issue in their own name: Thủ tướng Chính phủ

    def all(self) -> Iterator[Fact]:
        """Every fact that rests on words."""
        for facts in (self.documents, self.events, self.bodies, self.offices, self.people, self.holdings):
            yield from facts
        yield from self.relations
        yield from self.coverage

    def without(self, refused: Callable[[Evidence], bool]) -> "Extraction":
        """The same without these words, and without facts that rest on nothing else."""
        return replace(
            self,
            documents=_resting(self.documents, refused),
            events=_resting(self.events, refused),
            bodies=_resting(self.bodies, refused),
            offices=_resting(self.offices, refused),
            people=_resting(self.people, refused),
            holdings=_resting(self.holdings, refused),
            relations=_resting(self.relations, refused),
            coverage=_resting(self.coverage, refused),
        )


def _resting(facts: list[_Fact], refused: Callable[[Evidence], bool]) -> list[_Fact]:
    """The facts with the words that are left to them; those without words from the start stay."""
    left = ((fact, tuple(e for e in fact.evidence if not refused(e))) for fact in facts)
    return [replace(fact, evidence=words) for fact, words in left if words or not fact.evidence]


def with_all_evidence(alike: list[_Fact]) -> _Fact:
    """The first of facts that say the same, with the evidence of all."""
    if len(alike) == 1 == len(alike[0].evidence):
        return alike[0]
    return replace(alike[0], evidence=tuple(dict.fromkeys(words for fact in alike for words in fact.evidence)))
