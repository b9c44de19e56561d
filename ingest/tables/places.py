"""Tables of administrative units: provinces.csv and provinces_succession.csv."""

from ingest.known import Known
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.codes import concept_of
from ontology.identifiers import place_iri
from ontology.text import old_tone_placement


class Provinces:
    """Provinces and centrally run cities. A unit listed both as ended and as begun the next day went on unchanged."""

    columns = frozenset({"code", "name", "full_name", "name_en", "kind", "valid_from", "valid_to", "source"})
    required = ("code", "name")
    order = 0

    def register(self, row: Row, known: Known) -> None:
        known.name(self._iri(row), row["name"])
        known.name(self._iri(row), row["full_name"])

    def write(self, row: Row, out: RowWriter) -> None:
        name = old_tone_placement(row["name"])
        iri = out.graph.entity(self._iri(row), "Place", name, row["name_en"])
        out.graph.also_named(iri, {row["name"], old_tone_placement(row["full_name"])} - {name})
        out.state_text(iri, "placeCode", "code")
        kind = concept_of("place-kind", row["kind"])
        if kind:
            out.graph.code(iri, "placeKind", kind.path)
        else:
            out.raise_issue("bad-value", column="kind", value=row["kind"], allowed="tỉnh, thành phố")
        begin, end = out.state_date(iri, "existsFrom", "valid_from"), out.state_date(iri, "existsTo", "valid_to")
        out.graph.bounds(iri, begin, end)

    def _iri(self, row: Row) -> str:
        return place_iri(row["name"], row["code"], row["valid_from"] or None)


class Succession:
    """Which unit was merged into which, and by which document."""

    columns = frozenset({"old", "new", "date", "by_document", "source"})
    required = ("old", "new", "date")
    order = 4

    def register(self, row: Row, known: Known) -> None:
        """Names nothing new."""

    def write(self, row: Row, out: RowWriter) -> None:
        old, new = self._era(row, "old", out), self._era(row, "new", out)
        if old and new and old != new:
            out.state(new, "succeeds", old, "old", "new")

    def _era(self, row: Row, column: str, out: RowWriter) -> str | None:
        """The unit of this name that ended before the date (old), or that began on it (new)."""
        found = out.known.named("place", row[column])
        began = [iri for iri in found if row["date"] in out.known.values(iri, "existsFrom")]
        fitting = began if column == "new" else [iri for iri in found if iri not in began]
        if len(fitting) == 1:
            return fitting[0]
        out.raise_issue("unknown-name", column=column, value=row[column])
        return None
