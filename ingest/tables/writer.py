"""What a table's row writes with: its graph, what is known, and the issues it raises."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode

from ingest.careers import Office
from ingest.issues import Candidate, Issue, issue
from ingest.judgements import mention_key
from ingest.known import Known
from ingest.resolution.people import PersonMatch, PersonMention, resolve_person
from ingest.source_graph import SourceGraph, date_literal, text_literal
from ingest.tables.rows import Row, Rows
from ontology.dates import ImpreciseDate, read_date
from ontology.errors import InvalidIdentifier
from ontology.identifiers import document_iri, person_iri
from ontology.text import canonical

_TABLES = "reference tables"  # where people of tables were first read: one name is one person in all of them
_DOUBT = "unverified"  # how the source column marks what is remembered, not seen
_DATES = "dates"  # in a note: every date of the row
_NOTE = re.compile(r"[(;]\s*(\w+):? unverified(?=\s*[;)])")  # (signatory: unverified), (10-5-2022; opened unverified)
_OF_DATE = re.compile(r"(.+?) \((\d{4}[-\dQ]*)\)")  # 18-NQ/TW (2017-10-25)


@dataclass(slots=True)
class RowWriter:
    """Writes the statements of one row. Values that cannot be read become issues; the rest of the row stands."""

    row: Row
    graph: SourceGraph
    known: Known
    people: dict[str, PersonMatch]  # of the whole import, by canonical name
    rows: Rows = field(default_factory=Rows)  # all of the table
    issues: list[Issue] = field(default_factory=list)

    def rank(self, *columns: str, dated: bool = False) -> str:
        """Claim rank of a statement made by these cells; `dated` if it is a date.

        A note in the source column doubts the cells that it names: (signatory: unverified), (dates unverified). The
        word anywhere else doubts the whole row.
        """
        source = self.row["source"]
        if _DOUBT in _NOTE.sub("", source):
            return _DOUBT
        doubted = set(_NOTE.findall(source))
        return _DOUBT if doubted & set(columns) or (dated and _DATES in doubted) else "stated"

    def check_source(self) -> None:
        """Raises an issue for a note that doubts a cell which no column names."""
        for name in _NOTE.findall(self.row["source"]):
            if name != _DATES and name not in self.row.cells:
                self.raise_issue("bad-value", column="source", value=name, allowed=", ".join((_DATES, *self.row.cells)))

    def state(
        self, subject: str, prop: str, value: NamedNode | Literal | str, *columns: str, dated: bool = False
    ) -> None:
        self.graph.state(
            subject,
            prop,
            value,
            self.row.evidence(*columns),
            rank=self.rank(*columns, dated=dated),
            cited=self.row["source"],
            locator=self.row.locator(*columns),
        )

    def state_text(self, subject: str, prop: str, column: str, language: str = "") -> None:
        if self.row[column]:
            self.state(subject, prop, text_literal(self.row[column], language), column)

    def state_date(self, subject: str, prop: str, column: str) -> ImpreciseDate | None:
        """States the date of a cell; None if the cell is empty or no date."""
        value = self.date(column)
        if value:
            self.state(subject, prop, date_literal(value), column, dated=True)
        return value

    def sure(self, column: str) -> bool:
        """Whether the date of a cell that the identifier hangs on is empty or can be read; else there is an issue."""
        return not self.row[column] or self.date(column) is not None

    def date(self, column: str) -> ImpreciseDate | None:
        text = self.row[column]
        try:
            return read_date(text) if text else None
        except InvalidIdentifier:
            self.raise_issue("bad-date", column=column, value=text)
            return None

    def one(self, entity_type: str, name: str, column: str) -> str | None:
        """The entity of this type that bears the name; None, with an issue, if none or several do.

        A document may be named by number and date, as a number is no identity: 18-NQ/TW (2017-10-25).
        """
        return self.which(entity_type, name, column, self.named(entity_type, name))

    def which(self, entity_type: str, name: str, column: str, found: list[str]) -> str | None:
        """The one of these that a cell means, by itself or as a steward judged; None, with an issue, if none or several
        may be meant."""
        if not found:
            self.raise_issue("unknown-name", column=column, value=name)
            return None
        if len(found) == 1:
            return found[0]
        subject = mention_key(self.graph.source.name, entity_type, canonical(name))
        judged, left = self.known.chosen(subject, found)
        if judged or len(left) == 1:
            return judged or left[0]
        self._ask("ambiguous-name", subject, tuple(map(Candidate, left or found)), column=column, value=name)
        return None

    def named(self, entity_type: str, name: str) -> list[str]:
        """The entities of this type that bear the name, of documents also by number, or number and date."""
        if entity_type != "document":
            return self.known.named(entity_type, name)
        dated = _OF_DATE.fullmatch(name)
        if dated and (found := self.known.documents(dated[1])):
            with suppress(InvalidIdentifier):
                return [iri for iri in found if iri == document_iri(dated[1], dated[2])]
        return self.known.documents(name) or self.known.named("document", name)

    def relate(self, subject: str, prop: str, entity_type: str, column: str) -> None:
        """States a relation to each entity that a cell names."""
        for name in self.row.several(column):
            target = self.one(entity_type, name, column)
            if target:
                self.state(subject, prop, target, column)

    def person(self, name: str, *offices: Office) -> str:
        """The person of this name in this table: one name is one person here. Declared in the graph."""
        match = self.people.get(canonical(name))
        if match is None:
            minted = person_iri(name, _TABLES)
            mention = PersonMention(name, list(offices))
            match = resolve_person(self.known, mention, minted)
            self.people[canonical(name)] = match
            if match.candidates:
                self._ask("namesake", minted, match.candidates, name=name)
        self.graph.entity(match.iri, "Person", name)
        return match.iri

    def require(self, *columns: str) -> bool:
        missing = [c for c in columns if not self.row[c]]
        for column in missing:
            self.raise_issue("missing-cell", column=column)
        return not missing

    def _ask(self, code: str, subject: str, candidates: tuple[Candidate, ...], **values: str) -> None:
        """Raises an issue on what the subject may be."""
        named = ", ".join(candidate.iri for candidate in candidates)
        self._raise(code, subject, candidates, {**values, "candidates": named})

    def raise_issue(self, code: str, **values: str) -> None:
        """Adds an issue on the cells of the row, once however many statements wanted them."""
        self._raise(code, "", (), values)

    def _raise(self, code: str, subject: str, candidates: tuple[Candidate, ...], values: Mapping[str, str]) -> None:
        words = self.row.evidence(values.get("column", ""))[0]
        raised = issue(code, self.graph.source.name, words, self.row.locator(values.get("column", "")), **values)
        raised = replace(raised, subject=subject, candidates=candidates)
        if raised not in self.issues:
            self.issues.append(raised)
