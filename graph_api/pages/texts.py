"""The words of the pages in both languages: texts.toml, and the labels that ontology/ gives to terms."""

from functools import cache
from pathlib import Path
from tomllib import loads

from ontology.errors import UnknownTerm
from ontology.language import Language
from ontology.terms import ONTOLOGY_BASE, inverse_labels, labels


@cache
def texts() -> dict[str, dict[str, str]]:
    """key -> {vi, en}."""
    return loads(Path(__file__).with_name("texts.toml").read_text("utf-8"))


def text(key: str, language: Language, **values: str | int) -> str:
    """The text of that key; `values` fill its places. Raises UnknownTerm for a key that texts.toml lacks."""
    if key not in texts():
        raise UnknownTerm(f"texts.toml has no {key!r}")
    return texts()[key][language].format_map(values)


def class_label(local_name: str, language: Language) -> str:
    """The name of a class of ours, with a capital."""
    label = getattr(labels(ONTOLOGY_BASE + local_name), language)
    return str(label[:1].upper() + label[1:])


def property_label(local_name: str, language: Language, *, backward: bool = False) -> str:
    """The name of a relation; `backward`: what it is called from object to subject, where it has such a name."""
    iri = ONTOLOGY_BASE + local_name
    return str(getattr((inverse_labels(iri) if backward else None) or labels(iri), language))


def term_label(iri: str, language: Language) -> str:
    """The name of a term or concept of ours."""
    return str(getattr(labels(iri), language))
