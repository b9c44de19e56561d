"""Asking a ready question of a version: values checked, names resolved, all rows or a part. Both doors call it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from graph_api.workspace import EngineName, Snapshot
from graph_store.engine import Rows
from ontology.errors import InvalidIdentifier
from ontology.identifiers import provision_at
from queries.catalog import Question, question
from queries.values import read_value

MOST_ROWS = 10_000  # of one part


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows with the values they were asked with; `rows.truncated` says that more follow, from `next_offset` on."""

    rows: Rows
    values: dict[str, str | int]
    offset: int

    @property
    def next_offset(self) -> int:
        return self.offset + len(self.rows.rows)


def ask(
    snapshot: Snapshot,
    name: str,
    given: Mapping[str, str],
    engine: EngineName,
    today: date,
    *,
    offset: int = 0,
    limit: int | None = None,
) -> Answer:
    """The answer of an engine: `limit` rows after the first `offset`; without a limit, as many as the question gives.

    Takes   for a thing type/key, an IRI, a document number or a name.
    Raises  NotFound for no such question or thing, Ambiguous with the candidates, QueryInvalid for values that do not
            fit.
    """
    asked = question(name)
    values = asked.bind(_resolved(snapshot, asked, given), today=today)
    wanted = limit or asked.limit
    rows = snapshot.engine(engine).answer(asked.part(offset, wanted + 1), cast(Mapping[str, str], values))
    more = len(rows.rows) > wanted
    return Answer(replace(rows, rows=rows.rows[:wanted], truncated=more or rows.truncated), values, offset)


def _resolved(snapshot: Snapshot, asked: Question, given: Mapping[str, str]) -> dict[str, str]:
    """The values with names replaced by IRIs and numbers as they are kept.

    An IRI or type/key is left, without an index of all names.
    """
    found = dict(given)
    for parameter in asked.parameters:
        text = given.get(parameter.name)
        if parameter.name == "number" and text is not None:
            found["number"] = snapshot.labels.kept_number(text)
        if parameter.kind != "iri" or text is None:
            continue
        try:
            read_value(parameter, text)
        except InvalidIdentifier:
            whole, mark, part = text.partition("#")
            thing = snapshot.labels.resolve(whole, next(iter(parameter.types), None))
            found[parameter.name] = provision_at(thing, part) if mark else thing
        except ValueError:
            continue  # a thing of another type, which is refused with the other values
    return found
