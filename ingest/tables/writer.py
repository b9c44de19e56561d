"""What a table's row writes with: its graph, what is known, and the issues it raises."""

from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from ingest.entities import PersonMatch, person_for
from ingest.issues import Issue, issue
from ingest.known import Known
from ingest.source_graph import SourceGraph, date_literal, text_literal
from ingest.tables.rows import Row
from ontology.dates import ImpreciseDate, read_date
from ontology.errors import InvalidIdentifier
from ontology.identifiers import person_iri
from ontology.text import canonical

_TABLES = "reference tables"  # where people of tables were first read: one name is one person in all of them
_DOUBT = "unverified"  # how the source column marks what is remembered, not seen


@dataclass(slots=True)
class RowWriter:
    """Writes the statements of one row. Values that cannot be read become issues; the rest of the row stands."""

    row: Row
    graph: SourceGraph
    known: Known
    people: dict[str, PersonMatch]  # of the whole import, by canonical name
    issues: list[Issue] = field(default_factory=list)

    def rank(self, doubtful: bool = False) -> str:
        """Claim rank of a statement: unverified if the source column says so of all, or of this kind (`doubtful`)."""
        source = self.row["source"]
        return "unverified" if source.startswith(_DOUBT) or (doubtful and _DOUBT in source) else "stated"

    def state(
        self, subject: str, prop: str, value: NamedNode | Literal | str, *columns: str, doubtful: bool = False
    ) -> None:
        self.graph.state(
            subject,
            prop,
            value,
            self.row.evidence(*columns),
            rank=self.rank(doubtful),
            cited=self.row["source"],
            locator=self.row.locator,
        )

    def state_text(self, subject: str, prop: str, column: str, language: str = "") -> None:
        if self.row[column]:
            self.state(subject, prop, text_literal(self.row[column], language), column)

    def state_date(self, subject: str, prop: str, column: str) -> ImpreciseDate | None:
        """States the date of a cell; None if the cell is empty or no date."""
        value = self.date(column)
        if value:
            self.state(subject, prop, date_literal(value), column, doubtful=True)
        return value

    def date(self, column: str) -> ImpreciseDate | None:
        text = self.row[column]
        try:
            return read_date(text) if text else None
        except InvalidIdentifier:
            self.raise_issue("bad-date", column=column, value=text)
            return None

    def one(self, entity_type: str, name: str, column: str) -> str | None:
        """The entity of this type that bears the name; None, with an issue, if none or several do."""
        found = self.known.documents(name) if entity_type == "document" else []
        found = found or self.known.named(entity_type, name)
        if len(found) == 1:
            return found[0]
        code = "ambiguous-name" if found else "unknown-name"
        self.raise_issue(code, column=column, value=name, candidates=", ".join(found))
        return None

    def relate(self, subject: str, prop: str, entity_type: str, column: str) -> None:
        """States a relation to each entity that a cell names."""
        for name in self.row.several(column):
            target = self.one(entity_type, name, column)
            if target:
                self.state(subject, prop, target, column)

    def person(self, name: str, position: str = "", body: str = "") -> str:
        """The person of this name in this table: one name is one person here. Declared in the graph."""
        match = self.people.get(canonical(name))
        if match is None:
            match = person_for(self.known, name, {position} - {""}, {body} - {""}, person_iri(name, _TABLES))
            self.people[canonical(name)] = match
            if match.namesakes:
                self.raise_issue("namesake", name=name, candidates=", ".join(match.namesakes))
        self.graph.entity(match.iri, "Person", name)
        return match.iri

    def require(self, *columns: str) -> bool:
        missing = [c for c in columns if not self.row[c]]
        for column in missing:
            self.raise_issue("missing-cell", column=column)
        return not missing

    def raise_issue(self, code: str, **values: str) -> None:
        words = self.row.evidence(values.get("column", ""))[0]
        self.issues.append(issue(code, self.graph.source.name, words, self.row.locator, **values))
