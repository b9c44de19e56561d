"""What a server need not read before it answers."""

import subprocess
import sys

_LATER = (
    *("ingest.imports", "ingest.reading", "ingest.extraction", "sqlalchemy", "networkx"),
    *("httpx", "pyshacl_turbo", "graph_store.export", "graph_store.void", "graph_api.pages.ontology_view"),
)
_PROGRAM = f"import sys, graph_api.app; print(*sorted(set({_LATER}) & sys.modules.keys()))"


def test_a_server_starts_without_what_only_some_pages_and_routes_need() -> None:
    """Each takes some tenths of a second, for every start and every worker: import it where it is first wanted."""
    told = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
