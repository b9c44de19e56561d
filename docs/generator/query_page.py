"""The page of the ready questions: parameters, columns, and the terms that each names."""

import re
from functools import cache

from docs.generator.markdown import code, lines, link, page, relative, table, text
from docs.generator.places import to, to_file, to_path
from docs.generator.words import in_cell, name, prose
from ontology.terms import ONTOLOGY_BASE, Labels, datatype_properties, object_properties
from queries.catalog import Parameter, Question, questions

HERE = "questions.md"
_NAMED = re.compile(r"(?<![\w:/-])mg:(\w+)")


def query_page() -> str:
    return page(
        f"# {name('questions')}",
        to("index.md", HERE, name("reference")),
        prose("questions-lead"),
        *(part for question in questions().values() for part in _question(question)),
    )


def asking(property_iri: str, here: str) -> list[str]:
    """Links to the questions whose SPARQL names the property."""
    return [
        link(code(question.name), relative(f"{HERE}#{question.name}", here))
        for question in questions().values()
        if property_iri in _properties(question.sparql)
    ]


def _question(question: Question) -> list[str]:
    parameters = [_parameter(parameter) for parameter in question.parameters]
    columns = [[code(c.name), code(c.kind), in_cell(Labels(c.description_vi, c.description))] for c in question.columns]
    rows = [
        [name("note"), lines(*(text(note) for note in (question.note_vi, question.note) if note))],
        [name("terms"), ", ".join(to_path(iri, HERE) for iri in _properties(question.sparql))],
        [name("text"), lines(*_files(question.name))],
    ]
    return [
        f"## {question.name}",
        f"{text(question.text_vi)}\n\n{text(question.text_en)}",
        table([name("parameter"), name("kind"), name("default"), name("meaning")], parameters),
        table([name("column"), name("kind"), name("meaning")], columns),
        table(["", ""], [row for row in rows if row[1]]),
    ]


def _parameter(found: Parameter) -> list[str]:
    default = code(found.default) if found.default is not None else ""
    kind = f"{found.kind}: {found.of}" if found.of else found.kind
    return [code(found.name), code(kind), default, in_cell(Labels(found.description_vi, found.description))]


def _files(question: str) -> list[str]:
    return [to_file(f"queries/sparql/{question}.rq", HERE), to_file(f"queries/cypher/{question}.cypher", HERE)]


@cache
def _properties(sparql: str) -> tuple[str, ...]:
    """The properties of ours that a query names, sorted; comments do not count."""
    told = "\n".join(line for line in sparql.splitlines() if not line.startswith("#"))
    named = {ONTOLOGY_BASE + local for local in _NAMED.findall(told)}
    return tuple(sorted(named & (object_properties() | datatype_properties())))
