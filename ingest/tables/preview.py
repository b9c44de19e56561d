"""What a table would give: its rows in our columns, the cell of each, and what could not be taken in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad
from rdflib import RDF

from ingest.issues import Issue
from ingest.known import Known
from ingest.readers import SourceText, form_of, read_source
from ingest.resolution.people import PersonMatch
from ingest.source_graph import SourceGraph
from ingest.tables.mapped import header_number, mapped_rows
from ingest.tables.mapping import ColumnMapping
from ingest.tables.registry import NAMED, Table, mapping_of, proposal_for, register_rows, table_of, write_row
from ingest.tables.rows import Row, Rows, read_header, read_rows
from ingest.tables.writer import RowWriter
from ontology.errors import SourceUnreadable
from ontology.terms import MG, labels, local_name

_MOST_FACTS = 1_000
_MOST_ISSUES = 1_000


@dataclass(frozen=True, slots=True)
class Preview:
    """`mapping` is the text of the mapping file, "" for a table that needs none or that no table of ours resembles.

    `sheets` are those of a workbook. `header` is the row with the column names, `columns` ours -> theirs.
    `likeness`: ours -> (theirs, of 100), for a proposed one. `missing` are columns to be filled in before it is used.
    `facts`: the first statements, as `subject property value` with names for IRIs, and the cell of each.
    """

    table: str
    mapping: str = ""
    sheets: tuple[str, ...] = ()
    header: int | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    likeness: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    facts: tuple[Mapping[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()
    statements: int = 0

    def as_json(self, most: int) -> dict[str, Any]:
        """All but the rows and facts beyond the first `most`, and issues beyond the first thousand."""
        return {
            "table": self.table,
            "sheets": list(self.sheets),
            "header": self.header,
            "mapping": self.mapping,
            "columns": {ours: list(theirs) for ours, theirs in self.columns.items()},
            "likeness": {ours: {"column": theirs, "of_100": round(of)} for ours, (theirs, of) in self.likeness.items()},
            "missing": list(self.missing),
            "row_count": len(self.rows),
            "rows": [{"cells": dict(row.cells), "at": dict(row.at)} for row in self.rows[:most]],
            "facts": [dict(fact) for fact in self.facts[:most]],
            "issue_count": len(self.issues),
            "issues": [issue.as_json() for issue in self.issues[:_MOST_ISSUES]],
            "statements": self.statements,
        }


def preview(path: Path, name: str, mapping: str, known: Known, sheet: str = "") -> Preview:
    """`sheet` is one of a workbook, where no mapping names it; `known` learns what the rows tell.

    Raises SourceError for a file that cannot be read as a table.
    """
    if form_of(name) != "table":
        raise SourceUnreadable(
            f"{name} is no table",
            message_vi=f"{name} không phải bảng",
            hint="a preview reads .csv and .xlsx",
            hint_vi="chỉ xem trước được .csv và .xlsx",
            file=name,
            code="unreadable",
        )
    if mapping:
        told = mapping_of(mapping, "mapping")
        return _mapped(read_source(path, name, told.sheet or sheet), told, mapping, {}, known)
    source = read_source(path, name, sheet)
    sheets, header = source.content.sheets, read_header(source)
    table = table_of(header)
    if table:
        number = int(source.content.place(0).rpartition("!")[2] or 1)
        return _written(source, table, list(read_rows(source)), known, sheets=sheets, header=number)
    proposed = proposal_for(source)
    if proposed is None:
        return Preview("", sheets=sheets)
    text = proposed.as_toml()
    if proposed.missing:
        columns = {ours: (theirs,) for ours, (theirs, _) in proposed.matched.items()}
        number = proposed.header.number
        return Preview(proposed.table, text, sheets, number, columns, proposed.matched, proposed.missing)
    return _mapped(source, mapping_of(text, "mapping"), text, proposed.matched, known)


def _mapped(
    source: SourceText, told: ColumnMapping, text: str, likeness: Mapping[str, tuple[str, float]], known: Known
) -> Preview:
    table = NAMED[told.table]
    return _written(
        source,
        table,
        mapped_rows(source, told, sorted(table.columns)),
        known,
        mapping=text,
        sheets=source.content.sheets,
        header=header_number(source, told),
        columns=told.columns,
        likeness=likeness,
    )


def _written(source: SourceText, table: Table, rows: list[Row], known: Known, **told: Any) -> Preview:
    """What an import of these rows would write; `told` goes into the preview as it is."""
    graph = SourceGraph(source, "reference", title=Path(source.name).stem)
    together, issues, people = Rows(rows), list[Issue](), dict[str, PersonMatch]()
    register_rows(table, rows, known)
    for row in rows:
        writer = RowWriter(row, graph, known, people, together)
        write_row(table, row, writer)
        issues += writer.issues
        known.learn(graph.latest())
    name, quads = next(name for name, kind in NAMED.items() if kind is table), graph.quads()
    facts = tuple(_facts(quads, known))
    return Preview(name, rows=tuple(rows), facts=facts, issues=tuple(issues), statements=len(quads), **told)


def _facts(quads: list[Quad], known: Known) -> Iterator[Mapping[str, str]]:
    """The statements that have evidence, in the order of the file; one statement of a row once."""
    told: dict[str, dict[str, Any]] = {}
    for quad in quads:
        told.setdefault(str(quad.subject), {})[quad.predicate.value] = quad.object
    evidence = [said for said in told.values() if str(MG.quote) in said]
    evidence.sort(key=lambda said: (int(said[str(MG.start)].value), str(said[str(RDF.predicate)])))
    for said in evidence[:_MOST_FACTS]:
        subject, predicate, value = (said[str(term)] for term in (RDF.subject, RDF.predicate, RDF.object))
        place = said.get(str(MG.locator))
        yield {
            "subject": _name(subject, known),
            "property": local_name(predicate.value),
            "property_vi": labels(predicate.value).vi,
            "property_en": labels(predicate.value).en,
            "value": _name(value, known) if isinstance(value, NamedNode) else value.value,
            "at": place.value if place else "",
        }


def _name(node: NamedNode, known: Known) -> str:
    """What the thing is called: by its name, a document by its number, a holding by its person and position."""
    name = known.label(node.value) or next(iter(known.values(node.value, "documentNumber")), "")
    parts = [known.label(iri) for prop in ("heldBy", "inPosition") for iri in known.values(node.value, prop)]
    return name or ", ".join(filter(None, parts)) or local_name(node.value)
