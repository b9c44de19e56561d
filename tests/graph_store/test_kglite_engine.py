"""What the embedded engine for Cypher holds beside the things of the graph: its stamp, and nothing else."""

from pathlib import Path

from graph_store.engine import Limits
from graph_store.kglite_engine import KgliteEngine
from graph_store.versions import VersionStore


def test_the_graph_of_an_empty_version_has_no_node_but_its_stamp(tmp_path: Path) -> None:
    with VersionStore(tmp_path).open() as view:
        engine = KgliteEngine(view)
        try:
            found = engine.run("MATCH (n) RETURN labels(n) AS labels, n.iri AS iri", Limits())
        finally:
            engine.close()
    assert found.rows == [(["MandateGraphVersion"], None)]
