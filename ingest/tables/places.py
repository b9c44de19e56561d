"""Tables of administrative units: provinces, what they were merged into, districts, communes.

A province is known by its bare name, a unit below it by its full name alone: a ward may be called like a province.
"""

from collections.abc import Iterable

from ingest.known import Known
from ingest.source_graph import integer_literal
from ingest.tables.changes import succession
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.codes import concept_of
from ontology.dates import read_date
from ontology.errors import InvalidIdentifier
from ontology.identifiers import place_iri
from ontology.text import canonical, old_tone_placement


class Provinces:
    """Provinces and centrally run cities. A unit listed both as ended and as begun the next day went on unchanged."""

    columns = frozenset({"code", "name", "full_name", "name_en", "kind", "valid_from", "valid_to", "source"})
    required = ("code", "name")
    order = 0

    def register(self, row: Row, known: Known) -> None:
        known.name(_iri(row), row["name"])
        known.name(_iri(row), row["full_name"])

    def write(self, row: Row, out: RowWriter) -> None:
        if not out.sure("valid_from"):
            return
        name = old_tone_placement(row["name"])
        iri = out.graph.entity(_iri(row), "Place", name, row["name_en"])
        out.graph.also_named(iri, {row["name"], old_tone_placement(row["full_name"])} - {name})
        _describe(iri, row, out, "tỉnh, thành phố")


class Communes:
    """Communes, wards, special zones, each a part of the province that bore the code when the unit began or ended."""

    columns = frozenset({"code", "name", "full_name", "kind", "province_code", "valid_from", "valid_to", "source"})
    required: tuple[str, ...] = ("code", "name", "full_name", "province_code")
    order = 1

    def register(self, row: Row, known: Known) -> None:
        known.name(_iri(row), row["full_name"])

    def write(self, row: Row, out: RowWriter) -> None:
        if not out.sure("valid_from"):
            return
        iri = out.graph.entity(_iri(row), "Place", old_tone_placement(row["full_name"]))
        _describe(iri, row, out, "huyện, quận, thị xã, thành phố thuộc tỉnh, xã, phường, đặc khu …")
        bearers = out.known.subjects("placeCode", row["province_code"])
        provinces = standing(out.known, bearers, row["valid_from"] or row["valid_to"])
        if len(provinces) == 1:
            out.state(iri, "partOfPlace", provinces[0], "province_code")
        else:
            out.raise_issue("unknown-name", column="province_code", value=row["province_code"])


class Districts(Communes):
    """Districts, with how many units of commune level each had."""

    columns = Communes.columns | {"commune_level_units"}

    def write(self, row: Row, out: RowWriter) -> None:
        super().write(row, out)
        counted = row["commune_level_units"]
        if counted.isdecimal() and out.sure("valid_from"):
            out.state(_iri(row), "partCount", integer_literal(int(counted)), "commune_level_units")
        elif counted and not counted.isdecimal():
            out.raise_issue("bad-value", column="commune_level_units", value=counted, allowed="0, 1, 2 …")


class Succession:
    """Which unit went into which, on which day and by which document; a unit that names itself went on unchanged."""

    columns = frozenset({"old", "new", "date", "by_document", "source"})
    required = ("old", "new", "date")
    order = 4

    def register(self, row: Row, known: Known) -> None:
        """Names nothing new."""

    def write(self, row: Row, out: RowWriter) -> None:
        if not out.sure("date"):
            return
        same = canonical(row["old"]) == canonical(row["new"])
        if same and len(out.known.named("place", row["old"])) == 1:
            return
        old, new = self._era(row, "old", out), self._era(row, "new", out)
        if not old or not new or old == new:
            return
        out.state(new, "succeeds", old, "old", "new")
        change = succession(
            old_tone_placement(row["old"]),
            old_tone_placement(row["new"]),
            row["date"],
            olds=self._count(row, "new", out),
            news=self._count(row, "old", out),
        )
        event = change.declare(out)
        out.state(event, "changedFrom", old, "old")
        out.state(event, "changedTo", new, "new")
        out.state_date(event, "changedOn", "date")
        out.relate(event, "byDocument", "document", "by_document")

    def _count(self, row: Row, column: str, out: RowWriter) -> int:
        """How many rows of the table name the same unit in the column, for the same day."""
        return sum(other["date"] == row["date"] for other in out.rows.naming(column, row[column]))

    def _era(self, row: Row, column: str, out: RowWriter) -> str | None:
        """The unit of this name that ended before the date (old), or that began on it (new)."""
        found = out.known.named("place", row[column])
        began = [iri for iri in found if row["date"] in out.known.values(iri, "existsFrom")]
        fitting = began if column == "new" else [iri for iri in found if iri not in began]
        if len(fitting) == 1:
            return fitting[0]
        out.raise_issue("unknown-name", column=column, value=row[column])
        return None


def standing(known: Known, places: Iterable[str], written: str) -> list[str]:
    """Those of the places that stood at the date, as far as is known; without a date, those not known to have begun."""
    try:
        date = read_date(written) if written else None
    except InvalidIdentifier:
        date = None  # said of the cell when its date is stated
    fitting = []
    for place in places:
        begun, ended = known.values(place, "earliest"), known.values(place, "latest")
        after = not begun or (date is not None and begun[0] <= date.latest.isoformat())
        before = not ended or date is None or ended[-1] >= date.earliest.isoformat()
        fitting += [place] * (after and before)
    return fitting


def _iri(row: Row) -> str:
    return place_iri(row["name"], row["code"], row["valid_from"] or None)


def _describe(iri: str, row: Row, out: RowWriter, allowed: str) -> None:
    """States code, kind and existence, which the tables of all levels give alike."""
    out.state_text(iri, "placeCode", "code")
    kind = concept_of("place-kind", row["kind"])
    if kind:
        out.graph.code(iri, "placeKind", kind.path)
    else:
        out.raise_issue("bad-value", column="kind", value=row["kind"], allowed=allowed)
    begin, end = out.state_date(iri, "existsFrom", "valid_from"), out.state_date(iri, "existsTo", "valid_to")
    out.graph.bounds(iri, begin, end)
