"""Tables of people in positions: holdings.csv, and lists of members whose posts are told in words.

In one table, one name is one person.
"""

from collections.abc import Iterator

from ingest.careers import Office
from ingest.entities import declare_body, position_for
from ingest.facts import BodyFact
from ingest.known import Known
from ingest.tables.places import standing
from ingest.tables.posts import read_posts
from ingest.tables.rows import Row
from ingest.tables.writer import RowWriter
from ontology.codes import concept_of
from ontology.identifiers import body_iri, holding_iri
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
        person = out.person(row["person"], Office(body, position))
        _state_holding(person, position, "role", out, "former" if out.date("to") else "unknown", "to")


class Members:
    """A person a row, with all posts in one cell, as lists of members tell them: Phó Bí thư, Chủ tịch HĐND tỉnh."""

    columns = frozenset({"person", "posts", "body", "as_of", "from", "to", "appointed_by", "source"})
    required = ("person", "posts")
    order = 6

    def register(self, row: Row, known: Known) -> None:
        """Bodies and people are known by what the rules read in a row, so none is registered before it is written."""

    def write(self, row: Row, out: RowWriter) -> None:
        held = [*_posts(row, out)]
        if not held:
            return
        person = out.person(row["person"], *(office for office, _ in held))
        ended, seen = out.date("to"), out.date("as_of")
        for office, former in held:
            status = "former" if former or ended else "current" if seen else "unknown"
            holding = _state_holding(person, office.position, "posts", out, status, "posts")
            if status == "current":
                out.state_date(holding, "observedOn", "as_of")


def _posts(row: Row, out: RowWriter) -> Iterator[tuple[Office, bool]]:
    """The posts of the row, and whether each is over; what is no post becomes an issue."""
    read = read_posts(row["posts"], row["body"])
    told = [(_body(post.body, out), "posts", post.role, post.former) for post in read.posts]
    for words in read.unread:
        known = out.known.named("body", row["body"]) if concept_of("role", words) else []
        if known:  # however little its name says of what it is
            told.append((out.which("body", row["body"], "body", known), "body", words, False))
        else:
            out.raise_issue("unread-post", column="posts", post=", ".join(filter(None, (words, row["body"]))))
    for body, column, role, former in told:
        position = position_for(out.graph, role, body) if body else None
        if body and position:
            out.state(position, "positionIn", body, column)
            yield Office(body, position), former
        elif body:
            out.raise_issue("unknown-role", column="posts", role=role)


def _body(fact: BodyFact, out: RowWriter) -> str | None:
    """The body that a post names, declared in the graph: a known one, else one of that name, as in a text."""
    found = out.known.named("body", fact.name)
    iri = out.which("body", fact.name, "posts", found) if found else body_iri(fact.name)
    if not iri:
        return None
    declare_body(out.graph, out.known, iri, fact)
    places = out.known.named("place", fact.place) if fact.place else []
    for place in standing(out.known, places, out.row["as_of"] or out.row["from"])[:1]:
        out.state(iri, "inPlace", place, "posts")
    return iri


def _state_holding(person: str, position: str, post: str, out: RowWriter, status: str, told: str) -> str:
    """States who holds the position, since when, until when and by which document; `post` and `told` are the columns
    of the post and of what tells the status. Returns the holding."""
    begin, end = out.date("from"), out.date("to")
    holding = out.graph.entity(holding_iri(person, position, begin.lexical if begin else None), "Holding")
    out.state(holding, "status", str(CODE[f"holding-status/{status}"]), told)
    out.state(holding, "heldBy", person, "person")
    out.state(holding, "inPosition", position, post, "body")
    out.state_date(holding, "from", "from")
    out.state_date(holding, "to", "to")
    out.graph.bounds(holding, begin, end)
    for number in out.row.several("appointed_by"):
        document = out.one("document", number, "appointed_by")
        if document:
            out.state(holding, "byDocument", document, "appointed_by")
    return holding
