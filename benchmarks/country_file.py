"""A made-up country as one file of N-Quads, graph by graph, written once for all that is measured on it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.national import SEED, Country
from benchmarks.papers import Paper
from graph_store.quad_files import GraphFile, Place, append_quads


@dataclass(frozen=True, slots=True)
class CountryFile:
    """`path` holds `quads` quads; `path`.json says where each graph stands."""

    path: Path
    quads: int

    def graphs(self) -> GraphFile:
        return GraphFile(self.path, read_places(self.path))


def written(triples: int, folder: Path) -> tuple[CountryFile, Iterator[Paper]]:
    """The country up to so many quads, written unless it is there, and the sources that come after it."""
    folder.mkdir(parents=True, exist_ok=True)
    path, sources = folder / f"country-{SEED}-{triples}.nq", Country().sources()
    places: dict[str, Place] = {}
    given, there = 0, path.with_suffix(".json").exists()
    with path.open("rb" if there else "wb") as file:
        while given < triples:
            source = next(sources)
            quads = source.quads()
            given += len(quads)
            if not there:
                places[source.iri] = append_quads(file, quads)
    if not there:
        path.with_suffix(".json").write_text(json.dumps(places), "utf-8")
    return CountryFile(path, given), sources


def read_places(path: Path) -> dict[str, Place]:
    """Where each graph of the file stands."""
    found = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return {iri: (start, length) for iri, (start, length) in found.items()}
