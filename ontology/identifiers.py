"""The recipe of every IRI of ours. A changed recipe is a breaking change.

document    number and date: 67-qd-tw-2022-06-02; without a number its folded name. A number alone is no identity.
body        folded canonical name and four hex digits of its exact name, since folding loses tones: ban-bi-thu-1a2b
body-kind   like body
event       like body; a meeting that recurs under one name adds its date
change-event  like body, with its date: bodies are merged and parted under one wording
provision   the document's IRI and the way into it, large to small: …/67-qd-tw-2022-06-02#dieu-5-khoan-2
place       folded name and official code, and the first year where codes were given anew: lao-cai-15-2025
term        roman number of the congress: xiii
position    opaque, from role and body
person      opaque, from the name and the place where the person was first read; no name in the IRI
holding     opaque, from person, position and start
source      first 16 hex digits of the SHA-256 of its bytes
evidence    opaque, from source, span and statement
import      time and four hex digits
coverage    opaque, from kind and day
"""

import hashlib
import re

from ontology.errors import InvalidIdentifier
from ontology.text import canonical, slug

BASE = "https://w3id.org/mandate-graph/"
ID_BASE = BASE + "id/"
TYPES = (
    "document",
    "body",
    "body-kind",
    "event",
    "change-event",
    "place",
    "term",
    "position",
    "person",
    "holding",
    "source",
    "evidence",
    "import",
    "coverage",
)
_KEY = re.compile(r"[a-z0-9][a-z0-9.-]{0,199}")
_PART = re.compile(r"[a-z]+(-[a-z]+)*-[a-z0-9]+(-[a-z]+(-[a-z]+)*-[a-z0-9]+)*")
_SLUG_LENGTH = 80


def entity_iri(entity_type: str, key: str) -> str:
    """The IRI of the entity of this type and key. Raises InvalidIdentifier for an unknown type or a malformed key."""
    if entity_type not in TYPES or not _KEY.fullmatch(key):
        given = f"{entity_type}/{key}"[:180]
        raise InvalidIdentifier(f"no identifier of ours: {given}", message_vi=f"không phải mã của đồ thị này: {given}")
    return f"{ID_BASE}{entity_type}/{key}"


def split_iri(iri: str) -> tuple[str, str]:
    """(type, key) of an entity IRI. Raises InvalidIdentifier for any other IRI."""
    entity_type, _, key = iri.removeprefix(ID_BASE).partition("/")
    if not iri.startswith(ID_BASE) or entity_type not in TYPES or not _KEY.fullmatch(key):
        raise InvalidIdentifier(
            f"no entity IRI of ours: {iri[:200]}", message_vi=f"không phải IRI của đồ thị này: {iri[:200]}"
        )
    return entity_type, key


def digest(*parts: str, length: int = 12) -> str:
    """The first `length` hex digits of a SHA-256 over `parts`, kept apart by a separator that text cannot hold."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


def document_iri(number: str | None, issued: str | None, name: str | None = None) -> str:
    """`issued` is an ISO date, month or year, or None when no source gives it."""
    stem = slug(number or name or "")[:_SLUG_LENGTH].strip("-")
    return entity_iri("document", f"{stem}-{issued}" if issued else stem)


def _named(entity_type: str, name: str, *apart: str) -> str:
    stem = slug(name)[:_SLUG_LENGTH].strip("-")
    return entity_iri(entity_type, f"{stem}-{digest(canonical(name), *apart, length=4)}")


def body_iri(name: str) -> str:
    """`name` is the canonical full name with its place: Tỉnh ủy Bắc Kạn."""
    return _named("body", name)


def body_kind_iri(name: str) -> str:
    return _named("body-kind", name)


def event_iri(name: str, date: str | None = None) -> str:
    """`date` only for meetings that recur under one name; a congress or plenum is named by number and term."""
    return _named("event", name, *([date] if date else []))


def change_event_iri(name: str, date: str | None) -> str:
    """`name` says what changed: đổi tên Ban Tuyên giáo Trung ương; `date` as in document_iri."""
    return _named("change-event", name, date or "")


def provision_iri(document: str, *path: tuple[str, str]) -> str:
    """The IRI of a provision of a document, by (kind, number) from large to small: ("điều", "5"), ("khoản", "2").

    Raises InvalidIdentifier if `document` is no document of ours, or the path is empty or not of letters and figures.
    """
    return provision_at(document, "-".join(f"{slug(kind)}-{slug(_lettered(number))}" for kind, number in path))


def provision_at(document: str, part: str) -> str:
    """The IRI of a provision by what follows its #: dieu-5-khoan-2. Raises InvalidIdentifier like `provision_iri`."""
    if split_iri(document)[0] != "document" or not _PART.fullmatch(part):
        raise InvalidIdentifier(
            f"no provision of a document of ours: {document}#{part}"[:200],
            message_vi=f"không phải điều, khoản, điểm của văn bản trong đồ thị này: {document}#{part}"[:200],
        )
    return f"{document}#{part}"


def _lettered(number: str) -> str:
    """Points go a, b, c, d, đ: folded, đ would be d again, so it is written dd."""
    return "dd" if canonical(number) == "đ" else number


def place_iri(name: str, code: str, since: str | None = None) -> str:
    return entity_iri("place", "-".join([slug(name), code, *([since[:4]] if since else [])]))


def term_iri(roman: str) -> str:
    return entity_iri("term", roman.lower())


def position_iri(role: str, body: str) -> str:
    """`body` is the IRI of the body."""
    return entity_iri("position", digest(canonical(role), body))


def person_iri(name: str, first_read: str) -> str:
    """`first_read` says where the person was first read, so that a namesake elsewhere is another person."""
    return entity_iri("person", digest(canonical(name), first_read))


def holding_iri(person: str, position: str, start: str | None) -> str:
    return entity_iri("holding", digest(person, position, start or ""))


def source_iri(sha256: str) -> str:
    return entity_iri("source", sha256[:16])


def evidence_iri(source: str, start: int, end: int, *statement: str) -> str:
    return entity_iri("evidence", digest(source, str(start), str(end), *statement, length=16))


def coverage_iri(kind: str, as_of: str) -> str:
    return entity_iri("coverage", digest(kind, as_of))
