"""The changes that bodies.csv tells of: a body founded, merged, divided, renamed or dissolved, as events.

The row of a body that ends says what became of it; the row of the body that came of it says when and by what document.
"""

from ingest.tables.changes import Change, succession
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter


def write_changes(iri: str, row: Row, out: RowWriter) -> None:
    """Writes what the row says of the beginning and the end of the body `iri`."""
    began = {
        _succession(old, row["name_vi"], out) for old in out.rows.naming("successor", row["name_vi"]) if old != row
    }
    if not began and row["established"]:
        foundation = Change("Foundation", "", row["name_vi"], row["established"])
        began.add(foundation)
        out.state(foundation.declare(out), "changedTo", iri, "name_vi")
    for change in sorted(began, key=lambda change: change.iri):
        event = change.declare(out)
        out.state_date(event, "changedOn", "established")
        out.relate(event, "byDocument", "document", "established_by")
    for name in row.several("successor"):
        _write_succession(iri, name, row, out)
    if row["dissolved"] and not row["successor"]:
        event = Change("Dissolution", row["name_vi"], "", row["dissolved"]).declare(out)
        out.state(event, "changedFrom", iri, "name_vi")
        out.state_date(event, "changedOn", "dissolved")


def _write_succession(iri: str, name: str, row: Row, out: RowWriter) -> None:
    found = out.named("body", name)
    if len(found) != 1:
        return  # said when `succeeds` was stated
    event = _succession(row, name, out).declare(out)
    out.state(event, "changedFrom", iri, "name_vi")
    out.state(event, "changedTo", found[0], "successor")
    if not _established(name, out):
        out.state_date(event, "changedOn", "dissolved")


def _succession(old: Row, name: str, out: RowWriter) -> Change:
    """The change by which the body of that name came from the body of the row `old`."""
    olds, news = out.rows.naming("successor", name), old.several("successor")
    return succession(old["name_vi"], name, _established(name, out) or old["dissolved"], olds=len(olds), news=len(news))


def _established(name: str, out: RowWriter) -> str:
    """When the table says the body of that name was established; "" if it does not."""
    return next((row["established"] for row in out.rows.naming("name_vi", name)), "")
