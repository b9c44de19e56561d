"""What a thing is called where it has no label of its own."""

from graph_store.chain_reader import Reader
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.terms import ONTOLOGY_BASE, labels


def name_of(reader: Reader, iri: str, language: Language) -> str:
    """The name of an entity. A holding has none: it is told by person and position; a provision adds its document's."""
    whole, _, part = iri.partition("#")
    if part and (own := reader.thing(iri).labels):
        return f"{own.get(language) or next(iter(own.values()))}, {name_of(reader, whole, language)}"
    thing = reader.thing(whole)
    name = next((label for lang in (language, "vi", "en") if (label := thing.labels.get(lang))), "")
    if name:
        return name
    if thing.core == "Holding":
        ends = [thing.first(prop) for prop in ("heldBy", "inPosition")]
        return ": ".join(name_of(reader, end, language) for end in ends if end) or _class_label("Holding", language)
    return thing.first("fileName") or iri.removeprefix(ID_BASE)


def position_name(reader: Reader, iri: str, language: Language) -> str:
    """A position with its body, as many are called alike: "Chủ tịch, Hội đồng nhân dân tỉnh …"."""
    name, body = name_of(reader, iri, language), reader.thing(iri).first("positionIn")
    body_name = name_of(reader, body, language) if body else ""
    return name if not body_name or body_name in name else f"{name}, {body_name}"


def told_name(reader: Reader, iri: str, language: Language) -> str:
    """The name by which a thing is told among others: a position with its body."""
    return (position_name if reader.thing(iri).core == "Position" else name_of)(reader, iri, language)


def _class_label(local_name: str, language: Language) -> str:
    label = labels(ONTOLOGY_BASE + local_name)
    return label.told(language)
