"""The page of the rules over several records, with their SPARQL."""

import re

from docs.generator.markdown import block, lines, page, table
from docs.generator.places import to, to_class, to_path
from docs.generator.words import in_cell, name, prose, said
from ontology.terms import ONTOLOGY_BASE, datatype_properties, object_properties
from shapes.description import Rule, rules

HERE = "rules.md"
_SEVERITIES = ("Violation", "Warning", "Info")
_NAMED = re.compile(r"(?<![\w:/-])mg:(\w+)")


def rule_page() -> str:
    return page(
        f"# {name('rules')}",
        to("index.md", HERE, name("reference")),
        prose("rules-lead"),
        table([name("severity"), ""], [[name(level), in_cell(said(f"{level}-means"))] for level in _SEVERITIES]),
        *(part for rule in rules() for part in _rule(rule)),
    )


def _rule(rule: Rule) -> list[str]:
    known = object_properties() | datatype_properties()
    named = sorted({ONTOLOGY_BASE + local for local in _NAMED.findall(rule.sparql)} & known)
    rows = [
        [name("severity"), name(rule.severity)],
        [name("message"), in_cell(rule.message)],
        [name("of-class"), lines(*(to_class(iri, HERE) for iri in rule.targets))],
        [name("properties"), ", ".join(to_path(iri, HERE) for iri in named)],
    ]
    return [f"## {rule.name}", table(["", ""], [row for row in rows if row[1]]), block(rule.sparql, "sparql")]
