"""Where each term has its page, and links to it from any page. Paths are seen from docs/reference/."""

import re

from docs.generator.markdown import anchor, code, link, relative, text
from ontology.glossary import annotation_terms, code_lists, prefixed, property_terms
from ontology.terms import classes, labels, local_name
from shapes.description import rules

ROOT = "../.."  # of the repository
_IRI_IN_PATH = re.compile(r"<([^>]+)>")


def place(iri: str) -> str:
    """The page, or the place on a page, that tells of the IRI; the IRI itself if no page does."""
    name = local_name(iri)
    if iri in classes():
        return f"classes/{name}.md"
    if any(iri == told.iri for told in (*property_terms(), *annotation_terms())):
        return f"properties.md#{anchor(name)}"
    if any(iri == found.iri for found in code_lists()):
        return f"codes/{name}.md"
    if any(iri == found.iri for found in rules()):
        return f"rules.md#{anchor(name)}"
    return iri


def to(iri: str, page: str, words: str = "") -> str:
    """A link from `page` to what tells of the IRI; named by its prefixed name or by `words`, which are Markdown."""
    target = place(iri)
    shown = words or code(short(iri))
    return link(shown, target if "://" in target else relative(target, page))


def to_class(iri: str, page: str) -> str:
    """Its name and labels: [`Body`](…) tổ chức · body."""
    named = labels(iri)
    return f"{to(iri, page, code(local_name(iri)))} {text(named.vi)} · {text(named.en)}"


def to_path(path: str, page: str) -> str:
    """A link to the property of a plain path; a longer path as code, by prefixed names."""
    if "<" in path:
        return code(_IRI_IN_PATH.sub(lambda found: prefixed(found[1]), path))
    return to(path, page, code(local_name(path)) if place(path) != path else "")


def to_file(path: str, page: str, words: str = "") -> str:
    """A link to a file of the repository, named from its root."""
    return link(words or code(path), relative(f"{ROOT}/{path}", page))


def short(iri: str) -> str:
    """Its prefixed name; the local name where no prefix is declared."""
    name = prefixed(iri)
    return local_name(iri) if name.startswith("<") else name
