"""A version as GraphML, for Gephi, yEd, Cytoscape and networkx: entities and relations, without the evidence.

What a node and an edge bear is what projection.py gives them; lists are JSON arrays. Nodes and edges wait on disk until
it is known which keys there are, as these come first in the file.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import NamedNode, Store

from graph_store.chain_reader import text_of
from graph_store.export_tables import node_row
from graph_store.progress import Progress
from graph_store.projection import Projection, Relationship
from graph_store.view import View
from ontology.terms import PREFIXES, local_name

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_LEFT_OUT = frozenset({"Evidence", "Import", "Source"})  # where knowledge comes from, which is most of a graph
_XSD_LIKE = {bool: "boolean", int: "long", float: "double"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Keys:
    """The keys of nodes or of edges with the types of their values; text where values differ."""

    def __init__(self, domain: str) -> None:
        self._domain = domain
        self._types: dict[str, set[str]] = {}

    def data(self, values: Mapping[str, Any]) -> str:
        written = []
        for name, value in values.items():
            self._types.setdefault(name, set()).add(_XSD_LIKE.get(type(value), "string"))
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            written.append(f"<data key={quoteattr(self._domain[0] + '_' + name)}>{escape(xml_text(text))}</data>")
        return "".join(written)

    def declared(self) -> str:
        return "".join(
            f'<key id={quoteattr(self._domain[0] + "_" + name)} for="{self._domain}" attr.name={quoteattr(name)} '
            f'attr.type="{next(iter(types)) if len(types) == 1 else "string"}"/>\n'
            for name, types in sorted(self._types.items())
        )


def write_graphml(view: View, output: IO[bytes], told: Progress) -> None:
    """Writes nodes and edges in order of IRI; the id of a node is its IRI."""
    nodes, edges = _Keys("node"), _Keys("edge")
    with tempfile.TemporaryDirectory(prefix="mandate-graphml-") as folder:
        paths = Path(folder) / "nodes", Path(folder) / "edges"
        with paths[0].open("w", encoding="utf-8") as node_file, paths[1].open("w", encoding="utf-8") as edge_file:
            for node, relationships in Projection(view.store, view.number, view.content_hash).things(told):
                table, row = node_row(node)
                if table in _LEFT_OUT:
                    continue
                values = {name: value for name, value in row.items() if name != "iri"}
                node_file.write(f"<node id={quoteattr(node.iri)}>{nodes.data(values)}</node>\n")
                edge_file.writelines(_edge(r, edges) for r in relationships if not _is_left_out(view.store, r.end))
        output.write((_HEAD + nodes.declared() + edges.declared() + '<graph edgedefault="directed">\n').encode())
        for path in paths:
            with path.open("rb") as file:
                shutil.copyfileobj(file, output)
        output.write(b"</graph>\n</graphml>\n")


def _edge(relationship: Relationship, keys: _Keys) -> str:
    """`source` is an attribute of an edge itself, so the sources of the statement are called sources."""
    ends = f"source={quoteattr(relationship.start)} target={quoteattr(relationship.end)}"
    values = {"sources" if name == "source" else name: value for name, value in relationship.properties.items()}
    return f"<edge {ends}>{keys.data({'type': relationship.type, **values})}</edge>\n"


def _is_left_out(store: Store, iri: str) -> bool:
    classes = (text_of(quad.object) for quad in store.quads_for_pattern(NamedNode(iri), _TYPE, None, None))
    return any(local_name(class_iri) in _LEFT_OUT for class_iri in classes)


def xml_text(text: str) -> str:
    """`text` without the control characters that no XML may hold."""
    return _NOT_XML.sub("\ufffd", text)
