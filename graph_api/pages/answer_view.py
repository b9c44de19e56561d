"""The rows of an answer as cells of a table: names with links in place of IRIs, terms, codes and dates in words.

The pages show them, and `mandate ask --lang` prints their text.
"""

from collections.abc import Sequence

from graph_api.pages.markup import entity_link
from graph_api.pages.texts import property_label, term_label, text, texts
from graph_api.pages.words import Cell, date_words
from graph_store.chain_reader import Reader
from graph_store.engine import Rows, Value
from graph_store.names import name_of
from ontology.codes import codes_of
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.terms import CODE_BASE, ONTOLOGY_BASE, datatype_properties, object_properties

SHOWN = 500
_RELATION_COLUMNS = frozenset({"relation", "predicate", "how"})
# Column -> the code lists that its values may be of; where none has the value, it stays as it is.
_CODES = {
    "role": ("role",),
    "givingRole": ("role",),
    "kind": ("document-kind", "place-kind"),
    "status": ("in-force-status", "holding-status"),
    "possibly": ("in-force-status",),
    "form": ("signing-form",),
    "claimRank": ("claim-rank",),
    "sourceClass": ("source-class",),
}
_TOLD = frozenset(
    {"certainty", "direct", "exact", "first", "renewed", "direction", "extent"}
)  # see value-… in texts.toml
_WORDS = frozenset({"possible", "inferred", "disputed", "unverified"})


def headings(columns: Sequence[str], language: Language) -> list[str]:
    return [text(f"column-{name}", language) if f"column-{name}" in texts() else name for name in columns]


def cells(
    rows: Rows, kinds: Sequence[str], reader: Reader, language: Language, query: str, most: int = SHOWN
) -> list[list[Cell]]:
    """At most `most` rows. `kinds` are those of the columns as the question declares them; none for free queries."""
    known = list(kinds) or ["string"] * len(rows.columns)
    return [
        [
            _cell(value, kind, column, reader, language, query)
            for value, kind, column in zip(row, known, rows.columns, strict=True)
        ]
        for row in rows.rows[:most]
    ]


def _cell(value: Value, kind: str, column: str, reader: Reader, language: Language, query: str) -> Cell:
    words = "" if value is None else str(value)
    if words.startswith(ID_BASE):
        return Cell(name_of(reader, words, language), entity_link(words.partition("#")[0]) + query)
    if words.startswith((CODE_BASE, ONTOLOGY_BASE)):
        return Cell(term_label(words, language))
    if code := next((name for name in _CODES.get(column, ()) if words in codes_of(name)), ""):
        return Cell(term_label(f"{CODE_BASE}{code}/{words}", language))
    if column in _TOLD and f"value-{words}" in texts():
        return Cell(text(f"value-{words}", language))
    if kind == "date":
        return Cell(date_words(words, language))
    if column in _RELATION_COLUMNS and ONTOLOGY_BASE + words in object_properties() | datatype_properties():
        return Cell(property_label(words, language))
    return Cell(text(words, language) if words in _WORDS else words)
