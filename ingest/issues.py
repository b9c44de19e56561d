"""What an import says of things it could not take in: one message a code, in both languages, with what to do."""

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from ingest.facts import Evidence, Finding
from ontology.errors import MandateGraphError, UnknownTerm


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something known that the subject of a question may be. `reasons` are (Vietnamese, English)."""

    iri: str
    score: float = 0.0  # 0 to 1
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that was not understood, is ambiguous or was refused, with its place in the source."""

    code: str
    severity: str  # "refused": not taken in; "review": taken in with doubt, a person should look
    source: str  # name of the file
    message_vi: str
    message_en: str
    hint_vi: str = ""
    hint_en: str = ""
    locator: str = ""  # line 10, column issued; Danh sách!B7; line 3, column 7
    start: int | None = None  # characters in the NFC text
    end: int | None = None
    quote: str = ""
    sha256: str = ""  # of the source, where a person is asked
    subject: str = ""  # what a judgement is asked about; empty where the words alone are to be looked at
    candidates: tuple[Candidate, ...] = ()  # what the subject may be

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@cache
def messages() -> dict[str, dict[str, str]]:
    """code -> severity, vi, en, hint_vi, hint_en of issues.toml."""
    return {
        code: dict(entry) for code, entry in loads(Path(__file__).with_name("issues.toml").read_text("utf-8")).items()
    }


def issue(code: str, source: str, evidence: Evidence | None = None, locator: str = "", **values: str) -> Issue:
    """The issue of this code; `values` fill the places of its message."""
    if code not in messages():
        raise UnknownTerm(f"issues.toml has no message for {code!r}")
    entry = messages()[code]
    texts = {key: entry.get(key, "").format_map(values) for key in ("vi", "en", "hint_vi", "hint_en")}
    place = (evidence.start, evidence.end, evidence.quote) if evidence else (None, None, "")
    return Issue(
        code, entry["severity"], source, texts["vi"], texts["en"], texts["hint_vi"], texts["hint_en"], locator, *place
    )


def issue_from_json(stored: dict[str, Any]) -> Issue:
    """The issue that `as_json` gave."""
    return Issue(**{**stored, "candidates": candidates_from_json(stored.get("candidates", []))})


def candidates_from_json(stored: list[dict[str, Any]]) -> tuple[Candidate, ...]:
    return tuple(Candidate(c["iri"], c["score"], tuple((vi, en) for vi, en in c["reasons"])) for c in stored)


def issue_of_finding(finding: Finding, source: str) -> Issue:
    return issue(finding.code, source, finding.evidence, **dict(finding.values))


def issue_of_error(error: MandateGraphError, source: str) -> Issue:
    """A whole file that was refused."""
    facts = error.facts
    locator = ", ".join(f"{part} {facts[part]}" for part in ("line", "column") if part in facts)
    return Issue(
        code=str(facts.get("code", "refused")),
        severity="refused",
        source=source,
        message_vi=error.message_in("vi"),
        message_en=error.message_in("en"),
        hint_vi=error.hint_in("vi"),
        hint_en=error.hint_in("en"),
        locator=locator,
    )
