"""What the embedded engine for Cypher holds beside the things of the graph: its stamp, and nothing else."""

from contextlib import closing
from pathlib import Path

import pytest

from graph_store.engine import Limits
from graph_store.kglite_engine import KgliteEngine
from graph_store.versions import VersionStore
from ontology.errors import QueryRefused


def test_the_graph_of_an_empty_version_has_no_node_but_its_stamp(tmp_path: Path) -> None:
    with VersionStore(tmp_path).open() as view:
        engine = KgliteEngine(view)
        try:
            found = engine.run("MATCH (n) RETURN labels(n) AS labels, n.iri AS iri", Limits())
        finally:
            engine.close()
    assert found.rows == [(["MandateGraphVersion"], None)]


def test_labels_are_not_listed_by_a_procedure_that_knows_only_the_first_of_each_node(tmp_path: Path) -> None:
    with VersionStore(tmp_path).open() as view, closing(KgliteEngine(view)) as engine:
        with pytest.raises(QueryRefused) as told:
            engine.run("CALL db.labels() YIELD label RETURN label", Limits())
        assert "labels(n)" in told.value.hint and "db.propertyKeys" in told.value.hint_vi
        found = engine.run("MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label", Limits())
    assert found.rows == [("MandateGraphVersion",)]
