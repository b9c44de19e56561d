"""An example in Turtle for each class: an accepted one of the tests, else one made from the example of the ontology."""

import re
from functools import cache
from pathlib import Path

from rdflib import RDF, SKOS, Graph, URIRef

from ontology.glossary import code_lists, prefixed, prefixes, term
from ontology.identifiers import TYPES, entity_iri
from ontology.terms import CODE_BASE, ancestors, local_name
from ontology.text import slug
from shapes.description import rules_of

ACCEPTED = Path(__file__).parent.parent.parent / "tests" / "shapes" / "accept"
_LONGEST = 80  # characters of a key


def example(class_iri: str) -> str:
    """Turtle that holds a thing of the class and that the shapes accept."""
    if found := _accepted(class_iri):
        return found.read_text("utf-8").strip()
    return _renamed(class_iri) if _wants_more_than_a_name(class_iri) else _made(class_iri)


def example_file(class_iri: str) -> str:
    """The name of the accepted example, or "" for one that is made."""
    found = _accepted(class_iri)
    return found.name if found else ""


@cache
def _accepted(class_iri: str) -> Path | None:
    """The example named like the class, which may be of a sub-class; else of a super-class, if it holds one of this."""
    for iri in ancestors(class_iri):
        path = ACCEPTED / f"{local_name(iri)}.ttl"
        if path.exists() and (iri == class_iri or (None, RDF.type, URIRef(class_iri)) in Graph().parse(path)):
            return path
    return None


def _wants_more_than_a_name(class_iri: str) -> bool:
    asked = {r.path for iri in ancestors(class_iri) for r in rules_of(iri) if r.least and r.severity == "Violation"}
    return bool(asked - {str(SKOS.prefLabel)})


def _renamed(class_iri: str) -> str:
    """The accepted example of a super-class, whose thing is made to be of this class."""
    known = next(f for iri in ancestors(class_iri) if (f := ACCEPTED / f"{local_name(iri)}.ttl").exists())
    return re.sub(rf"\ba mg:{known.stem}\b", f"a {prefixed(class_iri)}", known.read_text("utf-8"), count=1).strip()


def _made(class_iri: str) -> str:
    """The name that the ontology gives as an example, with the kind that makes a document be of the class."""
    words = term(class_iri).examples[0]
    entity_type = _type_of(class_iri)
    subject = f"{entity_type}:{slug(words)[:_LONGEST].strip('-')}"
    lines = [f"{subject} a {prefixed(class_iri)}", f'    skos:prefLabel "{_escaped(words)}"@vi']
    used = {"mg", "skos", entity_type}
    if kind := _kind_of(class_iri):
        lines.append(f"    mg:kind {prefixed(kind)}")
        used.add(prefixed(kind).split(":")[0])
    known = _bases()
    head = [f"@prefix {name}: <{known[name]}> ." for name in sorted(used)]
    return "\n".join([*head, "", " ;\n".join(lines) + " ."])


def _bases() -> dict[str, str]:
    entities = {name: entity_iri(name, "x").removesuffix("x") for name in TYPES}
    return prefixes() | entities


def _type_of(class_iri: str) -> str:
    """The type of entity IRIs of the class: BodyKind -> body-kind; "event" for what has no type of its own."""
    for iri in ancestors(class_iri):
        name = "".join(f"-{c.lower()}" if c.isupper() else c for c in local_name(iri)).lstrip("-")
        if name in TYPES:
            return name
    return "event"


def _kind_of(class_iri: str) -> str:
    """The code whose things are of the class: mg:Law -> document-kind:luat; "" if there is none."""
    kinds = [c for found in code_lists() if found.iri == CODE_BASE + "document-kind" for c in found.codes]
    return next((c.iri for c in kinds if class_iri in {value for _, value in c.facts}), "")


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
