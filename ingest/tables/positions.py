"""The table of positions: positions.csv. A position of a body exists whether or not anybody is known to hold it."""

from ingest.entities import position_for
from ingest.known import Known
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter


class Positions:
    """A role in a body."""

    columns = frozenset({"role", "body", "source"})
    required = ("role", "body")
    order = 5

    def register(self, row: Row, known: Known) -> None:
        """Positions are known by role and body, not by name."""

    def write(self, row: Row, out: RowWriter) -> None:
        body = out.one("body", row["body"], "body")
        if body is None:
            return
        position = position_for(out.graph, row["role"], body)
        if position:
            out.state(position, "positionIn", body, "role", "body")
        else:
            out.raise_issue("unknown-role", column="role", role=row["role"])
