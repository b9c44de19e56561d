"""An RDF Patch of a change, applied to the older version, gives the newer one."""

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from graph_store.rdf_patch import rdf_patch
from graph_store.view import Change

GRAPH = NamedNode("urn:g")


def quad(subject: str, value: str) -> Quad:
    return Quad(NamedNode(subject), NamedNode("urn:p"), Literal(value, language="vi"), GRAPH)


def test_the_patch_applied_to_the_older_version_gives_the_newer_one() -> None:
    older = {quad("urn:a", "một"), quad("urn:b", 'hai "\n')}
    newer = {quad("urn:b", 'hai "\n'), quad("urn:c", "ba")}
    lines = list(rdf_patch(Change(sorted(newer - older, key=str), sorted(older - newer, key=str)), "1", "2"))
    assert lines[:3] == ["H id <urn:mandate-graph:2> .", "H prev <urn:mandate-graph:1> .", "TX ."]
    assert lines[-1] == "TC ." and all("\n" not in line for line in lines)
    store = Store()
    store.extend(older)
    for line in lines:
        for stated in parse(line[2:].encode(), RdfFormat.N_QUADS) if line[0] in "AD" else ():
            (store.add if line[0] == "A" else store.remove)(stated)
    assert set(store) == newer
