"""What the tests of tables read: statements with their ranks, from tables written for the rule at hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pyoxigraph import Quad
from rdflib import RDF

from ingest.issues import Issue
from ingest.known import Known
from ingest.reading import SourceReader
from ontology.identifiers import ID_BASE
from ontology.terms import local_name

HEADERS = {
    "provinces": "code,name,full_name,name_en,kind,valid_from,valid_to,source",
    "succession": "old,new,date,by_document,source",
    "communes": "code,name,full_name,kind,province_code,valid_from,valid_to,source",
    "districts": "code,name,full_name,kind,province_code,commune_level_units,valid_from,valid_to,source",
    "bodies": "name_vi,name_en,kind,level,place_code,abbreviations,established,dissolved,successor,established_by,"
    "source",
    "positions": "role,body,source",
    "holdings": "person,role,body,from,to,appointed_by,source",
    "documents": "number,kind,name,aliases,title,deciding_body,letterhead,issued,relations,signatory,source",
    "claims": "about,property,value,source",
}


def read(folder: Path, tables: Mapping[str, str]) -> tuple[list[Quad], list[Issue]]:
    """The quads and issues of one import of the tables: {"bodies": rows without their header}."""
    paths = []
    for name, rows in tables.items():
        path = folder / f"{name}.csv"
        path.write_text(f"{HEADERS[name]}\n{rows}\n", "utf-8")
        paths.append(path)
    reading = SourceReader(Known()).read(paths, {}, lambda *_: None)
    return [quad for graph in reading.graphs for quad in graph.quads()], reading.issues


def statements(quads: Sequence[Quad], *properties: str) -> set[tuple[str, str, str]]:
    """(key of the subject, property, key or text of the value) of those properties."""
    return {
        (_short(q.subject), local_name(q.predicate.value), _short(q.object))
        for q in quads
        if local_name(q.predicate.value) in properties
    }


def ranks(quads: Sequence[Quad]) -> dict[str, set[str]]:
    """The claim ranks of the statements of each property: {"issuedOn": {"unverified"}}."""
    told: dict[str, dict[str, str]] = {}
    for quad in quads:
        told.setdefault(str(quad.subject), {})[local_name(quad.predicate.value)] = local_name(_short(quad.object))
    found: dict[str, set[str]] = {}
    for said in told.values():
        if "claimRank" in said:
            found.setdefault(said["predicate"], set()).add(said["claimRank"])
    return found


def classes(quads: Sequence[Quad]) -> dict[str, str]:
    """The class of each entity by its key."""
    return {_short(q.subject): local_name(_short(q.object)) for q in quads if q.predicate.value == str(RDF.type)}


def _short(term: object) -> str:
    return str(getattr(term, "value", term)).removeprefix(ID_BASE)
