"""Rows as SPARQL results: JSON, XML, CSV and TSV (W3C SPARQL 1.1).

Engines give plain values, so that answers of all engines can be compared; here an absolute http(s) or urn IRI without
blanks counts as an IRI, numbers and truth values as typed literals, all else as a plain literal.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from graph_store.engine import Rows, Value

_IRI = re.compile(r"(?:https?://|urn:[a-z0-9]+:)[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NAMESPACE = "http://www.w3.org/2005/sparql-results#"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(rows: Rows) -> str:
    """SPARQL 1.1 Query Results JSON Format."""
    bindings = [
        {name: _json_term(value) for name, value in zip(rows.columns, row, strict=True) if value is not None}
        for row in rows.rows
    ]
    head = {"vars": list(rows.columns)}
    return json.dumps({"head": head, "results": {"bindings": bindings}}, ensure_ascii=False)


def as_xml(rows: Rows) -> str:
    """SPARQL Query Results XML Format (Second Edition)."""
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in rows.columns)
    results = "".join(f"<result>{_xml_bindings(rows.columns, row)}</result>" for row in rows.rows)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_NAMESPACE}">'
        f"<head>{head}</head><results>{results}</results></sparql>"
    )


def as_csv(rows: Rows) -> str:
    """SPARQL 1.1 Query Results CSV Format: values only, lines end in CR LF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.columns)
    writer.writerows([_plain(value) for value in row] for row in rows.rows)
    return out.getvalue()


def as_tsv(rows: Rows) -> str:
    """SPARQL 1.1 Query Results TSV Format: terms as in Turtle."""
    lines = ["\t".join(f"?{name}" for name in rows.columns)]
    lines += ["\t".join(_turtle(value) for value in row) for row in rows.rows]
    return "\n".join(lines) + "\n"


WRITERS: dict[str, Callable[[Rows], str]] = {
    "application/sparql-results+json": as_json,
    "application/json": as_json,
    "application/sparql-results+xml": as_xml,
    "text/csv": as_csv,
    "text/tab-separated-values": as_tsv,
}


def _kind(value: Value) -> tuple[str, str]:
    """("uri" or "literal", datatype IRI or nothing)."""
    if isinstance(value, bool):
        return "literal", _XSD + "boolean"
    if isinstance(value, int):
        return "literal", _XSD + "integer"
    if isinstance(value, float):
        return "literal", _XSD + "double"
    if isinstance(value, str) and _IRI.fullmatch(value):
        return "uri", ""
    return "literal", ""


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _json_term(value: Value) -> dict[str, str]:
    kind, datatype = _kind(value)
    return {"type": kind, "value": _plain(value)} | ({"datatype": datatype} if datatype else {})


def _xml_bindings(columns: tuple[str, ...], row: tuple[Value, ...]) -> str:
    written = []
    for name, value in zip(columns, row, strict=True):
        if value is None:
            continue
        kind, datatype = _kind(value)
        text = escape(_NOT_XML.sub("\ufffd", _plain(value)))
        typed = f" datatype={quoteattr(datatype)}" if datatype else ""
        term = f"<uri>{text}</uri>" if kind == "uri" else f"<literal{typed}>{text}</literal>"
        written.append(f"<binding name={quoteattr(name)}>{term}</binding>")
    return "".join(written)


def _turtle(value: Value) -> str:
    if value is None:
        return ""
    kind, datatype = _kind(value)
    if kind == "uri":
        return f"<{value}>"
    if datatype:
        return _plain(value)
    return json.dumps(_plain(value), ensure_ascii=False)
