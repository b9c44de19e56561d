"""The table of claims: claims.csv. What another source says of a fact that a table gives already."""

from ingest.known import Known
from ingest.source_graph import date_literal
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.errors import UnknownTerm
from ontology.terms import MG, inverse_labels

_DATES = ("issuedOn", "effectiveFrom", "effectiveTo", "existsFrom", "existsTo", "startsOn", "endsOn")
_TYPES = ("document", "body", "body-kind", "event", "place")


class Claims:
    """One statement about a document, body, event or place, beside what others state of it.

    The days that bound the thing (mg:earliest, mg:latest) stay those of its own row: a claim never settles them.
    """

    columns = frozenset({"about", "property", "value", "source"})
    required = ("about", "property", "value", "source")
    order = 8

    def register(self, row: Row, known: Known) -> None:
        """Names nothing new."""

    def write(self, row: Row, out: RowWriter) -> None:
        prop = row["property"]
        dated = prop in _DATES
        if not dated and not _relates(prop):
            allowed = ", ".join((*_DATES, "replaces, basedOn, establishes …"))
            out.raise_issue("bad-value", column="property", value=prop, allowed=allowed)
            return
        subject = self._entity(row["about"], "about", out)
        if subject is None:
            return
        if dated:
            value = out.date("value")
            if value:
                out.state(subject, prop, date_literal(value), "value", dated=True)
        elif target := self._entity(row["value"], "value", out):
            out.state(subject, prop, target, "value")

    def _entity(self, name: str, column: str, out: RowWriter) -> str | None:
        found = [iri for entity_type in _TYPES for iri in out.named(entity_type, name)]
        return out.which("any", name, column, found)


def _relates(prop: str) -> bool:
    """Whether it is a relation between things: these have a name for either direction."""
    try:
        return inverse_labels(str(MG[prop])) is not None
    except UnknownTerm:
        return False
