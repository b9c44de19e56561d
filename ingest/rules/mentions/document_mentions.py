"""A document as one place of a text names it."""

from dataclasses import dataclass, field

from ingest.facts import Evidence


@dataclass(slots=True)
class DocumentMention:
    """One place that names a document. `key` is equal for mentions of one document."""

    start: int
    end: int
    key: str
    kind: str
    number: str | None = None
    name: str | None = None
    issued: str | None = None
    issuer: str | None = None
    second_issuer: str | None = None  # Quyết định của Bộ Chính trị và Ban Bí thư
    evidence: list[Evidence] = field(default_factory=list)
    number_at: int = -1  # where the number begins
    is_self: bool = False  # the text is this document
    issuer_told: str | None = None  # by the words of another mention of it
    twin: str | None = None  # day or issuer that tells it from another document of its number in the text

    @property
    def label(self) -> str:
        """What facts call the document: its number, else its name."""
        return self.number or self.name or ""
