"""Elements of SVG and HTML, escaped, and the addresses of pages."""

from markupsafe import Markup, escape

from ontology.identifiers import ID_BASE

__all__ = ["Markup", "element", "entity_link"]


def element(tag: str, *content: str, **attributes: str | int) -> Markup:
    """<tag …>content</tag>. Plain strings are escaped, Markup is not; `class_` is class, `marker_end` marker-end."""
    written = Markup("").join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items()
    )
    return Markup("<{}{}>{}</{}>").format(tag, written, Markup("").join(escape(part) for part in content), tag)


def entity_link(iri: str) -> str:
    """The address of the page of an entity of ours; of another IRI the IRI itself if it can be opened, else none."""
    if iri.startswith(ID_BASE):
        return "/doc/" + iri.removeprefix(ID_BASE)
    return iri if iri.startswith(("https://", "http://")) else ""
