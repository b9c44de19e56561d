"""What the shapes ask of a property, as cells of tables."""

from collections.abc import Iterable

from docs.generator.markdown import both, code, lines, table
from docs.generator.places import short, to, to_class, to_path
from docs.generator.words import in_cell, name
from ontology.terms import labels, local_name
from shapes.description import PropertyRule, Values

_IMPLIED = ("nodeKind", "http://www.w3.org/ns/shacl#IRI")  # by a class or a code list


def rule_rows(rules: Iterable[PropertyRule], here: str) -> str:
    """A row for each property shape."""
    rows = []
    for rule in rules:
        named = labels(rule.path)
        words = "" if named.vi == local_name(rule.path) else both(named)
        severity = lines(name(rule.severity), code(rule.name) if rule.iri else "")
        cells = [values(rule.values, here), count(rule), severity, in_cell(rule.message)]
        rows.append([lines(to_path(rule.path, here), words), *cells])
    return table([name("property"), name("values"), name("count"), name("severity"), name("message")], rows)


def values(found: Values, here: str) -> str:
    """What a value must be: a line for each class, code list, datatype and other constraint."""
    said = [to_class(iri, here) for iri in found.classes]
    said += [f"{to(iri, here, code(local_name(iri)))} {both(labels(iri))}" for iri in found.code_lists]
    said += [to(iri, here) for iri in found.datatypes]
    more = [constraint for constraint in found.more if not said or constraint != _IMPLIED]
    return lines(*said, *(f"{constraint} {code(_short(value))}" for constraint, value in more))


def count(rule: PropertyRule) -> str:
    """ "0..1"; nothing where the shape does not count."""
    if rule.least is None and rule.most is None:
        return ""
    return f"{rule.least or 0}..{'n' if rule.most is None else rule.most}"


def _short(value: str) -> str:
    return short(value) if value.startswith(("http://", "https://")) and " " not in value else value
