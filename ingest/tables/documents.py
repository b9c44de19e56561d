"""The table of documents: documents.csv."""

from ingest.known import Known
from ingest.source_graph import text_literal
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.codes import concept_of
from ontology.errors import UnknownTerm
from ontology.identifiers import document_iri
from ontology.terms import MG

# What a relation of the column `relations` points at. "guides 67-QĐ/TW; agreedBy Hội nghị Trung ương 5 khóa XIII"
_TARGETS = {
    "agreedBy": ("event",),
    "advisedBy": ("body",),
    "establishes": ("body", "body-kind"),
    "dissolves": ("body", "body-kind"),
    "regulates": ("body-kind", "body"),
}


class Documents:
    """Documents with kind, date, deciding body, letterhead, signatory and relations to what they rest on."""

    columns = frozenset(
        {
            "number",
            "kind",
            "name",
            "aliases",
            "title",
            "deciding_body",
            "letterhead",
            "issued",
            "relations",
            "signatory",
            "source",
        }
    )
    required = ("kind", "source")
    order = 7  # after the holdings, so that signatories are known by their posts

    def register(self, row: Row, known: Known) -> None:
        if row["number"]:
            known.number(self._iri(row), row["number"])
        for name in (row["name"], *row.several("aliases")):
            if name:
                known.name(self._iri(row), name)

    def write(self, row: Row, out: RowWriter) -> None:
        if not out.require("name" if not row["number"] else "number") or not out.sure("issued"):
            return
        kind = concept_of("document-kind", row["kind"])
        if not kind:
            out.raise_issue("bad-value", column="kind", value=row["kind"], allowed="ontology/codes.ttl")
            return
        label = row["name"] or f"{kind.label} {row['number']}"
        iri = out.graph.entity(self._iri(row), kind.class_name, label)
        out.graph.also_named(iri, row.several("aliases"))
        out.graph.code(iri, "kind", kind.path)
        if row["number"]:
            out.state(iri, "documentNumber", text_literal(row["number"]), "number")
        out.state_text(iri, "title", "title", "en")
        day = out.state_date(iri, "issuedOn", "issued")
        out.graph.bounds(iri, day, day)
        if row["number"]:
            out.graph.numbered(iri, row["number"], day)
        self._authors(iri, row, out)
        self._relations(iri, row, out)

    def _authors(self, iri: str, row: Row, out: RowWriter) -> None:
        for name in row.several("deciding_body"):
            congress = out.known.named("event", name)
            issuer = congress[0] if congress else out.one("body", name, "deciding_body")
            if issuer:
                out.state(iri, "issuedBy", issuer, "deciding_body")
        out.relate(iri, "letterhead", "body", "letterhead")
        for name in row.several("signatory"):
            signer = out.person(name)
            out.state(iri, "signedBy", signer, "signatory")

    def _relations(self, iri: str, row: Row, out: RowWriter) -> None:
        for relation in row.several("relations"):
            prop, _, name = relation.partition(" ")
            try:
                MG[prop]
            except UnknownTerm:
                out.raise_issue("bad-value", column="relations", value=prop, allowed="ontology/documents.ttl")
                continue
            target = self._target(prop, name, out)
            if target:
                out.state(iri, prop, target, "relations")

    def _target(self, prop: str, name: str, out: RowWriter) -> str | None:
        types = _TARGETS.get(prop, ("document",))
        for entity_type in types[:-1]:
            if len(found := out.known.named(entity_type, name)) == 1:
                return found[0]
        return out.one(types[-1], name, "relations")

    def _iri(self, row: Row) -> str:
        return document_iri(row["number"] or None, row["issued"] or None, row["name"])
