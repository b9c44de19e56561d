"""Answers of the SPARQL endpoint in the formats of W3C: JSON, XML, CSV and TSV for tables, RDF for graphs."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from graph_store.sparql_rows import Form, Term, Terms
from ontology.terms import PREFIXES

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_NAMESPACE = "http://www.w3.org/2005/sparql-results#"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(terms: Terms) -> str:
    """SPARQL 1.1 Query Results JSON Format."""
    if terms.form == "ask":
        return json.dumps({"head": {}, "boolean": _truth(terms)})
    bindings = [
        {name: _json_term(term) for name, term in zip(terms.columns, row, strict=True) if term is not None}
        for row in terms.rows
    ]
    return json.dumps({"head": {"vars": list(terms.columns)}, "results": {"bindings": bindings}}, ensure_ascii=False)


def as_xml(terms: Terms) -> str:
    """SPARQL Query Results XML Format (Second Edition)."""
    opening = f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_NAMESPACE}">'
    if terms.form == "ask":
        return f"{opening}<head/><boolean>{str(_truth(terms)).lower()}</boolean></sparql>"
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in terms.columns)
    results = "".join(f"<result>{_xml_bindings(terms.columns, row)}</result>" for row in terms.rows)
    return f"{opening}<head>{head}</head><results>{results}</results></sparql>"


def as_csv(terms: Terms) -> str:
    """SPARQL 1.1 Query Results CSV Format: values only, lines end in CR LF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(terms.columns)
    writer.writerows([_plain(term) for term in row] for row in terms.rows)
    return out.getvalue()


def as_tsv(terms: Terms) -> str:
    """SPARQL 1.1 Query Results TSV Format: terms as in Turtle."""
    lines = ["\t".join(f"?{name}" for name in terms.columns)]
    lines += ["\t".join("" if term is None else _turtle(term) for term in row) for row in terms.rows]
    return "\n".join(lines) + "\n"


TABLES: Mapping[str, Callable[[Terms], str]] = {
    "application/sparql-results+json": as_json,
    "application/json": as_json,
    "application/sparql-results+xml": as_xml,
    "text/csv": as_csv,
    "text/tab-separated-values": as_tsv,
}
GRAPHS: Mapping[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_GRAPHS_OF_ANSWERS = {**GRAPHS, "application/json": RdfFormat.JSON_LD}  # for clients that know JSON alone


def forms_of(form: Form) -> tuple[str, ...]:
    """The media types in which the answer to a query of this form can be had, the first if none is named.

    CSV and TSV are made for the rows of SELECT; that of ASK is one row. A graph is no table, nor a table a graph.
    """
    return tuple(_GRAPHS_OF_ANSWERS if form == "graph" else TABLES)


def written(terms: Terms, media_type: str) -> str | bytes:
    """The answer in one of its forms."""
    return as_graph(terms, media_type) if terms.form == "graph" else TABLES[media_type](terms)


def as_graph(terms: Terms, media_type: str) -> bytes:
    """The triples of CONSTRUCT or DESCRIBE, each once and in order."""
    triples = {Triple(*row) for row in terms.rows}  # type: ignore[arg-type]  # a graph leaves no place unbound
    content = serialize(sorted(triples, key=str), format=_GRAPHS_OF_ANSWERS[media_type], prefixes=PREFIXES)
    return content or b""


def _truth(terms: Terms) -> bool:
    (answer,) = terms.rows[0]
    return isinstance(answer, Literal) and answer.value == "true"


def _plain(term: Term | None) -> str:
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    return str(term) if isinstance(term, Triple) else term.value if term is not None else ""


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, Literal):
        return {"type": "literal", "value": term.value} | _literal_marks(term, "xml:lang")
    kind = "uri" if isinstance(term, NamedNode) else "bnode" if isinstance(term, BlankNode) else "literal"
    return {"type": kind, "value": term.value if not isinstance(term, Triple) else str(term)}


def _literal_marks(term: Literal, language: str) -> dict[str, str]:
    if term.language:
        return {language: term.language}
    datatype = term.datatype.value
    return {} if datatype in (_STRING, _LANG_STRING) else {"datatype": datatype}


def _xml_bindings(columns: tuple[str, ...], row: tuple[Term | None, ...]) -> str:
    written = []
    for name, term in zip(columns, row, strict=True):
        if term is None:
            continue
        marks = _literal_marks(term, "xml:lang") if isinstance(term, Literal) else {}
        tag = "uri" if isinstance(term, NamedNode) else "bnode" if isinstance(term, BlankNode) else "literal"
        text = escape(_NOT_XML.sub("\ufffd", str(term) if isinstance(term, Triple) else term.value))
        attributes = "".join(f" {key}={quoteattr(value)}" for key, value in marks.items())
        written.append(f"<binding name={quoteattr(name)}><{tag}{attributes}>{text}</{tag}></binding>")
    return "".join(written)


def _turtle(term: Term) -> str:
    """The term on one line; tabs and line ends are escaped as in Turtle."""
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
