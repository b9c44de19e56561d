"""Tables of bodies: bodies.csv, body_kinds.csv, committees.csv (the bodies of one kind, a province each), coverage.csv.

What bodies.csv says of beginnings and ends becomes change events besides: body_changes.py.
"""

from ingest.forms import BODY_CLASSES, LEVELS
from ingest.known import Known
from ingest.source_graph import integer_literal
from ingest.tables.body_changes import write_changes
from ingest.tables.places import standing
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.identifiers import body_iri, body_kind_iri, coverage_iri


class Bodies:
    """Single bodies with their foundation, dissolution, successor and founding document."""

    columns = frozenset(
        {
            "name_vi",
            "name_en",
            "kind",
            "level",
            "place_code",
            "abbreviations",
            "established",
            "dissolved",
            "successor",
            "established_by",
            "source",
        }
    )
    required = ("name_vi",)
    order = 2

    def register(self, row: Row, known: Known) -> None:
        for name in (row["name_vi"], *row.several("abbreviations")):
            known.name(body_iri(row["name_vi"]), name)

    def write(self, row: Row, out: RowWriter) -> None:
        if not _fits(row, out):
            return
        iri = body_iri(row["name_vi"])
        out.graph.entity(iri, BODY_CLASSES[row["kind"]], row["name_vi"], row["name_en"])
        out.graph.also_named(iri, row.several("abbreviations"))
        out.graph.code(iri, "level", f"level/{row['level']}")
        if row["place_code"]:
            _place(iri, row, out)
        begin, end = out.state_date(iri, "existsFrom", "established"), out.state_date(iri, "existsTo", "dissolved")
        out.graph.bounds(iri, begin, end)
        for document in row.several("established_by"):
            founder = out.one("document", document, "established_by")
            if founder:
                out.state(founder, "establishes", iri, "established_by")
        for name in row.several("successor"):
            successor = out.one("body", name, "successor")
            if successor:
                out.state(successor, "succeeds", iri, "successor")
        write_changes(iri, row, out)


class BodyKinds:
    """Kinds of bodies that documents regulate as a kind."""

    columns = frozenset({"name_vi", "name_en", "kind", "level", "aliases", "agreed_by", "source"})
    required = ("name_vi",)
    order = 2

    def register(self, row: Row, known: Known) -> None:
        for name in (row["name_vi"], *row.several("aliases")):
            known.name(body_kind_iri(row["name_vi"]), name)

    def write(self, row: Row, out: RowWriter) -> None:
        if not _fits(row, out):
            return
        iri = out.graph.entity(body_kind_iri(row["name_vi"]), "BodyKind", row["name_vi"], row["name_en"])
        out.graph.also_named(iri, row.several("aliases"))
        out.graph.code(iri, "level", f"level/{row['level']}")
        out.relate(iri, "agreedBy", "event", "agreed_by")


class Committees:
    """The bodies of one kind, a place each."""

    columns = frozenset({"name_vi", "name_en", "body_kind", "place_code", "source"})
    required = ("name_vi", "body_kind", "place_code")
    order = 4

    def register(self, row: Row, known: Known) -> None:
        known.name(body_iri(row["name_vi"]), row["name_vi"])

    def write(self, row: Row, out: RowWriter) -> None:
        iri = out.graph.entity(body_iri(row["name_vi"]), "SteeringCommittee", row["name_vi"], row["name_en"])
        out.graph.code(iri, "level", "level/province")
        _place(iri, row, out)
        out.relate(iri, "ofKind", "body-kind", "body_kind")


class Coverages:
    """How many of how many bodies of a kind a source counts on a day, and which places it names as the first."""

    columns = frozenset({"body_kind", "counted", "out_of", "as_of", "first", "source"})
    required = ("body_kind", "as_of")
    order = 5

    def register(self, row: Row, known: Known) -> None:
        """Names nothing new."""

    def write(self, row: Row, out: RowWriter) -> None:
        kind = out.one("body-kind", row["body_kind"], "body_kind")
        if not kind or not out.sure("as_of"):
            return
        iri = out.graph.entity(coverage_iri(kind, row["as_of"]), "Coverage")
        out.state(iri, "covers", kind, "body_kind")
        out.state_date(iri, "asOf", "as_of")
        for column, prop in (("counted", "counted"), ("out_of", "outOf")):
            if row[column].isdecimal():
                out.state(iri, prop, integer_literal(int(row[column])), column)
            else:
                out.raise_issue("bad-value", column=column, value=row[column], allowed="0, 1, 2 …")
        for name in row.several("first"):
            for body in bodies_of_kind_in(out.known, kind, name):
                out.state(iri, "namesFirst", body, "first")


def bodies_of_kind_in(known: Known, kind: str, place_name: str) -> list[str]:
    """The bodies of the kind that are in a place of that name."""
    places = known.named("place", place_name)
    return [body for body in known.subjects("ofKind", kind) if set(places) & set(known.values(body, "inPlace"))]


def _fits(row: Row, out: RowWriter) -> bool:
    for column, allowed in (("kind", tuple(BODY_CLASSES)), ("level", LEVELS)):
        if row[column] not in allowed:
            out.raise_issue("bad-value", column=column, value=row[column], allowed=", ".join(allowed))
            return False
    return True


def _place(iri: str, row: Row, out: RowWriter) -> None:
    """States the place of a body: the unit that bore the code until the merger, unless the body began after it."""
    units = out.known.subjects("placeCode", row["place_code"])
    fitting = standing(out.known, units, row["established"])
    if fitting:
        out.state(iri, "inPlace", fitting[0], "place_code")
    else:
        out.raise_issue("unknown-name", column="place_code", value=row["place_code"])
