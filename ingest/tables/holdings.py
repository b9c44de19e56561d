"""The table of people in positions: holdings.csv. In one table, one name is one person."""

from ingest.entities import position_for
from ingest.known import Known
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.identifiers import holding_iri
from ontology.terms import CODE


class Holdings:
    """One person in one position for one stretch of time."""

    columns = frozenset({"person", "role", "body", "from", "to", "appointed_by", "source"})
    required = ("person", "role", "body")
    order = 6

    def register(self, row: Row, known: Known) -> None:
        """People are known by their posts, so none is registered by name before its row is written."""

    def write(self, row: Row, out: RowWriter) -> None:
        body = out.one("body", row["body"], "body")
        position = position_for(out.graph, row["role"], body) if body else None
        if not body or not position:
            if body:
                out.raise_issue("unknown-role", column="role", role=row["role"])
            return
        out.state(position, "positionIn", body, "body")
        person = out.person(row["person"], position, body)
        begin, end = out.date("from"), out.date("to")
        holding = out.graph.entity(holding_iri(person, position, begin.lexical if begin else None), "Holding")
        out.state(holding, "status", str(CODE["holding-status/former" if end else "holding-status/unknown"]), "to")
        out.state(holding, "heldBy", person, "person")
        out.state(holding, "inPosition", position, "role", "body")
        out.state_date(holding, "from", "from")
        out.state_date(holding, "to", "to")
        out.graph.bounds(holding, begin, end)
        for number in row.several("appointed_by"):
            document = out.one("document", number, "appointed_by")
            if document:
                out.state(holding, "byDocument", document, "appointed_by")
