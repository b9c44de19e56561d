"""What the words of a command mean: an IRI, type/key, a document number or a name."""

from typing import TYPE_CHECKING

from ontology.identifiers import TYPES

if TYPE_CHECKING:
    from pyoxigraph import Store


def meant_by(text: str, store: "Store") -> str:
    """The IRI that the text means. An IRI or type/key is taken as it stands, without an index of all names."""
    from graph_store.entities import LabelIndex
    from ontology.identifiers import provision_at

    text, mark, part = text.partition("#")
    if mark:
        return provision_at(meant_by(text, store), part)
    return identifier_in(text) or LabelIndex(store).resolve(text)


def identifier_in(text: str) -> str | None:
    """The IRI that the text is, in full or as type/key; None for a name or number."""
    from ontology.identifiers import entity_iri, split_iri

    if "://" in text:
        return entity_iri(*split_iri(text))
    kind, slash, key = text.partition("/")
    return entity_iri(kind, key) if slash and kind in TYPES else None
