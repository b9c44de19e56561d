"""What made-up countries are written on: sources whose text is told line by line, and documents that rest on others."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from ingest.facts import Evidence
from ingest.readers import SourceText
from ingest.source_graph import SourceGraph, text_literal
from ontology.codes import concept_of
from ontology.identifiers import document_iri

_POPULAR = 0.6  # how likely a basis is one on which others rest already, the more of them the likelier
_IN_FORCE = 60  # regulations, from which on each new one replaces an old one


class Paper(SourceGraph):
    """One made-up source. Its text is not kept; each statement quotes the line it stands in."""

    def __init__(self, name: str) -> None:
        digest = sha256(name.encode()).hexdigest()
        super().__init__(SourceText(f"{name}.txt", "text", "text/plain", digest, 1000, ""), "press")
        self._at = 0

    def line(self, words: str) -> tuple[Evidence]:
        start, self._at = self._at, self._at + len(words) + 1
        return (Evidence(start, start + len(words), words[:160], "made-up-line"),)


@dataclass(frozen=True, slots=True)
class Regulation:
    iri: str
    number: str
    issued: str  # ISO


@dataclass(slots=True)
class Rules:
    """The regulations in force, of which few are the basis of most."""

    draw: random.Random
    _in_force: list[Regulation] = field(default_factory=list)
    _cited: list[Regulation] = field(default_factory=list)  # once for each that rests on it

    def bases(self, count: int) -> list[Regulation]:
        """So many of them to rest on, or all if there are fewer."""
        found: dict[str, Regulation] = {}
        while len(found) < min(count, len(self._in_force)):
            popular = self._cited and self.draw.random() < _POPULAR
            rule = self.draw.choice(self._cited if popular else self._in_force)
            found[rule.iri] = rule
        self._cited += found.values()
        return list(found.values())

    def enact(self, rule: Regulation, bases: Iterable[Regulation]) -> Regulation | None:
        """Takes a rule in; gives the one that it replaces, never one of its bases, once there are enough."""
        old = None
        if len(self._in_force) > _IN_FORCE:
            old = self.draw.choice([known for known in self._in_force if known not in bases])
            self._in_force.remove(old)
            self._cited = [known for known in self._cited if known is not old]
        self._in_force.append(rule)
        return old


def write_document(
    paper: Paper, kind: str, number: str, day: str, issuer: str, bases: Iterable[Regulation]
) -> Regulation:
    """A document. Below the centre its number says nothing of the unit, so that the issuer tells it apart."""
    concept = concept_of("document-kind", kind)
    if concept is None:
        raise KeyError(kind)
    central = number.endswith("/TW")
    iri = document_iri(number, day) if central else document_iri(None, day, f"{number} {issuer[-40:]}")
    paper.entity(iri, concept.class_name, f"{kind} {number}")
    paper.code(iri, "kind", concept.path)
    said = paper.line(f"{kind} số {number} ngày {day}.")
    paper.state(iri, "documentNumber", text_literal(number), said)
    issued = paper.state_date(iri, "issuedOn", day, said)
    paper.numbered(iri, number, issued)
    paper.bounds(iri, issued, issued)
    paper.state(iri, "issuedBy", issuer, said)
    for base in bases:
        paper.state(iri, "basedOn", base.iri, paper.line(f"Căn cứ {base.number}."))
    return Regulation(iri, number, day)
