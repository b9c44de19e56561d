"""Every error of the project, in one tree. Errors carry facts; what the front doors make of them is theirs.

MandateGraphError
├─ InvalidIdentifier      text that is no document number, date or IRI of ours
├─ UnknownTerm            a term that ontology/ does not declare
├─ NotFound               nothing bears this identifier
├─ Ambiguous              several things bear this name
├─ SourceError            a source that cannot be taken in
│  ├─ SourceUnreadable    its bytes are not what its name or type says
│  ├─ SourceRefused       it is readable, but too large, hostile or in another language
│  └─ SourceMalformed     it breaks the syntax of its format, at a line and column
├─ NotConformant          data that the shapes reject
├─ ExpectationBroken      an import that is not as it was expected to be
├─ ImportStateError       an import that is not in the state this step needs
├─ StoreError
│  ├─ StoreUnavailable    a store, server or part that is missing or down
│  ├─ StoreFull           no room to write
│  ├─ StoreTooNew         a data folder written by a newer version
│  ├─ StoreCorrupt        bytes that are not what was committed
│  └─ QueryRefused        a query that writes, reaches out, is too large or took too long
│     └─ QueryInvalid     a query that does not parse, or lacks a parameter
└─ AccessDenied           a write without a key that allows it
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from ontology.addresses import without_secrets


class Hint(TypedDict):
    """What to do, in both languages, for hints that several errors share: `raise NotFound(…, **one_of(names))`."""

    hint: str
    hint_vi: str


def one_of(choices: Iterable[str]) -> Hint:
    """The hint that names all there is to choose from."""
    listed = ", ".join(choices)
    return {"hint": f"one of: {listed}", "hint_vi": f"chọn một trong: {listed}"}


class MandateGraphError(Exception):
    """The root. `str(error)` is the English message; `hint` says what to do, in English; `facts` are for machines."""

    def __init__(self, message: str, *, message_vi: str = "", hint: str = "", hint_vi: str = "", **facts: Any) -> None:
        super().__init__(without_secrets(message))
        self.message_vi = without_secrets(message_vi)
        self.hint = without_secrets(hint)
        self.hint_vi = without_secrets(hint_vi)
        self.facts: Mapping[str, Any] = facts

    def message_in(self, language: str) -> str:
        """The message in "vi" or "en"; in English where there is no Vietnamese."""
        return (self.message_vi if language == "vi" else "") or str(self)

    def hint_in(self, language: str) -> str:
        """What to do in "vi" or "en"; in English where there is no Vietnamese."""
        return (self.hint_vi if language == "vi" else "") or self.hint


class InvalidIdentifier(MandateGraphError):
    """Text that is no document number, date or IRI of ours."""


class UnknownTerm(MandateGraphError):
    """A term that no module of ontology/ declares."""


class NotFound(MandateGraphError):
    """Nothing bears this identifier."""


class Ambiguous(MandateGraphError):
    """Several things bear this name; `facts["candidates"]` lists their identifiers."""


class SourceError(MandateGraphError):
    """A source that cannot be taken in; `facts["file"]` names it."""


class SourceUnreadable(SourceError):
    """The bytes are not what the name or type of the file says."""


class SourceRefused(SourceError):
    """Readable, but too large, hostile, garbled or in another language."""


class SourceMalformed(SourceError):
    """Breaks the syntax of its format; `facts` hold `line` and `column` where known."""


class NotConformant(MandateGraphError):
    """Data that the shapes reject; `facts["report"]` is the Report."""


class ExpectationBroken(MandateGraphError):
    """An import that is not as it was expected to be; `facts["broken"]` lists what does not hold."""


class ImportStateError(MandateGraphError):
    """An import that is not in the state this step needs, e.g. published twice."""


class StoreError(MandateGraphError):
    """Anything the store cannot do."""


class StoreUnavailable(StoreError):
    """A store, server or part that is missing or down."""


class StoreFull(StoreError):
    """No room to write; nothing was changed."""


class StoreTooNew(StoreError):
    """A data folder written by a newer version of this program."""


class StoreCorrupt(StoreError):
    """Bytes that are not what was committed."""


class QueryRefused(StoreError):
    """A query that writes, reaches out, is too large or took too long."""


class QueryInvalid(QueryRefused):
    """A query that does not parse, or lacks a parameter."""


class AccessDenied(MandateGraphError):
    """A write without a key that allows it."""
