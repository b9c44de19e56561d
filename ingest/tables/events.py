"""Tables of congress terms and plenums: terms.csv and plenums.csv."""

from ingest.known import Known
from ingest.source_graph import integer_literal, text_literal
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.identifiers import event_iri, term_iri


class Terms:
    """A congress and the term that it opens."""

    columns = frozenset({"congress", "name_vi", "name_en", "aliases", "opened", "closed", "until", "source"})
    required = ("congress", "name_vi", "closed")
    order = 1

    def register(self, row: Row, known: Known) -> None:
        for name in (row["name_vi"], *row.several("aliases")):
            known.name(event_iri(row["name_vi"]), name)

    def write(self, row: Row, out: RowWriter) -> None:
        congress = out.graph.entity(event_iri(row["name_vi"]), "Congress", row["name_vi"], row["name_en"])
        out.graph.also_named(congress, row.several("aliases"))
        opened, closed = out.state_date(congress, "startsOn", "opened"), out.state_date(congress, "endsOn", "closed")
        out.graph.bounds(congress, opened, closed)
        term = out.graph.entity(term_iri(row["congress"]), "Term", f"Khóa {row['congress']}", f"Term {row['congress']}")
        out.state(term, "termNumber", text_literal(row["congress"]), "congress")
        out.state(term, "openedBy", congress, "name_vi")
        out.state(congress, "inTerm", term, "congress")
        begin, end = out.state_date(term, "startsOn", "closed"), out.state_date(term, "endsOn", "until")
        out.graph.bounds(term, begin, end)


class Plenums:
    """The plenums of the Central Committee, by term and number."""

    columns = frozenset({"term", "number", "name_vi", "name_en", "aliases", "opened", "closed", "source"})
    required = ("term", "number", "name_vi")
    order = 3

    def register(self, row: Row, known: Known) -> None:
        for name in (row["name_vi"], *row.several("aliases")):
            known.name(event_iri(row["name_vi"]), name)

    def write(self, row: Row, out: RowWriter) -> None:
        plenum = out.graph.entity(event_iri(row["name_vi"]), "Plenum", row["name_vi"], row["name_en"])
        out.graph.also_named(plenum, row.several("aliases"))
        if row["number"].isdecimal():
            out.state(plenum, "ordinal", integer_literal(int(row["number"])), "number")
        else:
            out.raise_issue("bad-value", column="number", value=row["number"], allowed="1, 2, 3 …")
        out.state(plenum, "inTerm", term_iri(row["term"]), "term")
        opened, closed = out.state_date(plenum, "startsOn", "opened"), out.state_date(plenum, "endsOn", "closed")
        out.graph.bounds(plenum, opened, closed)
