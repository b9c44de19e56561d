"""Exports for other programs, read with the libraries that read them: csv, pyarrow, networkx, json."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import networkx
import pytest
from pyarrow import parquet
from pyoxigraph import NamedNode, Store

from graph_store.export import FORMATS, export
from graph_store.projection import Projection
from graph_store.view import View
from ontology.terms import MG
from tests.graph_store.small_world import evidence, iri, world

WORLD = (
    """
    doc:r a mg:Regulation ; skos:prefLabel "Quy định 88-QĐ/TW"@vi, "Regulation 88"@en ; mg:documentNumber "88-QĐ/TW" ;
        mg:issuedOn "2022-06-02"^^xsd:date ; mg:serial 88 ; mg:issuedBy body:s ;
        mg:kind <https://w3id.org/mandate-graph/codes/document-kind/quy-dinh> .
    body:s a mg:PartyCommittee ; skos:prefLabel "Ban \\"Bí thư\\",\\nthử"@vi ; skos:altLabel "BBT"@vi, "=BÍ"@vi .
    """
    + evidence("e1", "doc:r mg:issuedBy body:s", 'Ban Bí thư ban hành "Quy định" ấy')
    + evidence("e2", 'doc:r mg:documentNumber "88-QĐ/TW"', "Quy định số 88-QĐ/TW"),
    'doc:r mg:issuedBy body:s ; mg:title "=HYPERLINK(\'x\')"@vi . body:s skos:prefLabel "-\\u0001 một"@en .',
)


@pytest.fixture(scope="module")
def store() -> Store:
    return world(*WORLD)


def exported(store: Store, name: str) -> bytes:
    output = BytesIO()
    export(View(0, store, None, None), name, output)
    return output.getvalue()


def files(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def csv_tables(archive: bytes) -> dict[str, list[dict[str, str]]]:
    found = {}
    for name, content in files(archive).items():
        if name.endswith(".csv"):
            found[name] = list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))
    return found


def parquet_tables(archive: bytes) -> dict[str, list[dict[str, Any]]]:
    return {name: parquet.read_table(BytesIO(content)).to_pylist() for name, content in files(archive).items()}


# CSV


def test_each_class_and_each_relationship_is_a_table(store: Store) -> None:
    tables = csv_tables(exported(store, "csv"))
    assert {"nodes/Document.csv", "nodes/Body.csv", "nodes/Evidence.csv", "relationships/ISSUED_BY.csv"} < set(tables)
    (document,) = tables["nodes/Document.csv"]
    assert (document["iri"], document["class"]) == (iri("doc:r"), "Regulation")
    assert (document["documentNumber"], document["serial"], document["issuedOn"]) == ("88-QĐ/TW", "88", "2022-06-02")
    (issued,) = tables["relationships/ISSUED_BY.csv"]
    assert (issued["start"], issued["end"]) == (iri("doc:r"), iri("body:s"))
    assert json.loads(issued["source"]) == ["s0", "s1"]


def test_names_with_quotes_and_line_ends_come_back_whole_and_lists_are_json(store: Store) -> None:
    (body,) = csv_tables(exported(store, "csv"))["nodes/Body.csv"]
    assert body["label_vi"] == 'Ban "Bí thư",\nthử' and json.loads(body["altLabels"]) == ["=BÍ", "BBT"]


def test_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(store: Store) -> None:
    assert csv_tables(exported(store, "csv"))["nodes/Document.csv"][0]["title_vi"] == "'=HYPERLINK('x')"


def test_the_csv_holds_every_node_and_every_relationship_of_the_projection(store: Store) -> None:
    tables, projection = csv_tables(exported(store, "csv")), Projection(store, 0, "")
    rows = {
        kind: [r for n, t in tables.items() if n.startswith(kind) for r in t] for kind in ("nodes", "relationships")
    }
    assert sorted(row["iri"] for row in rows["nodes"]) == sorted(node.iri for node in projection.nodes())
    assert sorted((r["start"], r["end"]) for r in rows["relationships"]) == sorted(
        (r.start, r.end) for r in projection.relationships()
    )


def test_csv_on_the_web_describes_every_column_of_every_table(store: Store) -> None:
    archive = files(exported(store, "csv"))
    described = {
        table["url"]: {column["name"]: column for column in table["tableSchema"]["columns"]}
        for table in json.loads(archive["csv-metadata.json"])["tables"]
    }
    assert described.keys() == archive.keys() - {"csv-metadata.json"}
    for name, columns in described.items():
        assert list(columns) == archive[name].decode().split("\r\n", 1)[0].split(",")
    column = described["nodes/Document.csv"]["issuedOn"]
    assert column["propertyUrl"] == str(MG.issuedOn)
    assert {title["@language"] for title in column["dc:title"]} == {"vi", "en"}


# Parquet


def test_parquet_has_the_rows_of_the_csv_with_types(store: Store) -> None:
    tables = parquet_tables(exported(store, "parquet"))
    assert {n.replace("parquet", "csv") for n in tables} == set(csv_tables(exported(store, "csv")))
    (document,) = tables["nodes/Document.parquet"]
    assert document["serial"] == 88 and document["title_vi"] == "=HYPERLINK('x')"
    assert tables["nodes/Body.parquet"][0]["altLabels"] == ["=BÍ", "BBT"]
    assert sorted(row["confidence"] for row in tables["nodes/Evidence.parquet"]) == [0.8, 0.8]
    assert tables["relationships/ISSUED_BY.parquet"][0]["source"] == ["s0", "s1"]


def test_a_parquet_column_names_its_property(store: Store) -> None:
    document = files(exported(store, "parquet"))["nodes/Document.parquet"]
    schema = parquet.read_schema(BytesIO(document))
    assert schema.field("issuedOn").metadata[b"property"].decode() == str(MG.issuedOn)


def test_values_of_several_kinds_in_one_column_are_told_as_text() -> None:
    store = world("doc:a a mg:Decision ; mg:serial 5 . doc:b a mg:Decision ; mg:serial 'năm' .")
    rows = parquet_tables(exported(store, "parquet"))["nodes/Document.parquet"]
    assert [row["serial"] for row in rows] == ["5", "năm"]


# GraphML


def test_networkx_reads_the_graphml_without_evidence_and_sources(store: Store) -> None:
    graph = networkx.read_graphml(BytesIO(exported(store, "graphml")))
    assert set(graph.nodes) == {iri("doc:r"), iri("body:s")}
    assert graph.nodes[iri("doc:r")]["serial"] == 88 and graph.nodes[iri("doc:r")]["class"] == "Regulation"
    assert [data["type"] for _, _, data in graph.edges(data=True)] == ["ISSUED_BY"]


def test_a_control_character_does_not_break_the_graphml(store: Store) -> None:
    graph = networkx.read_graphml(BytesIO(exported(store, "graphml")))
    assert graph.nodes[iri("body:s")]["label_en"] == "-\ufffd một"


# JSON Lines


def lines(store: Store) -> Iterator[dict[str, Any]]:
    for line in exported(store, "jsonl").decode().splitlines():
        yield json.loads(line)


def test_a_line_is_an_entity_with_its_statements_sources_and_words(store: Store) -> None:
    document = next(entity for entity in lines(store) if entity["iri"] == iri("doc:r"))
    assert document["type"] == "Regulation" and document["label"] == {"vi": "Quy định 88-QĐ/TW", "en": "Regulation 88"}
    issued = next(s for s in document["statements"] if s["property"] == "issuedBy")
    assert issued["value"] == iri("body:s") and [s.rsplit("/", 1)[-1] for s in issued["sources"]] == ["s0", "s1"]
    assert [(e["quote"], e["start"], e["confidence"]) for e in issued["evidence"]] == [
        ('Ban Bí thư ban hành "Quy định" ấy', 3, 0.8)
    ]


def test_the_lines_hold_every_statement_and_every_piece_of_evidence_once(store: Store) -> None:
    entities = list(lines(store))
    kept = {NamedNode(e["iri"]) for s in entities for t in s["statements"] for e in t.get("evidence", ())}
    assert kept == {q.subject for q in store.quads_for_pattern(None, None, NamedNode(str(MG.Evidence)), None)}
    told = sum(len(e["statements"]) + len(e["types"]) for e in entities)
    assert told == len({q.triple for q in store if q.subject not in kept})


# All


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_content_in_another_order_gives_the_same_bytes(name: str, store: Store) -> None:
    other = Store()
    other.extend(reversed(list(store)))
    assert exported(other, name) == exported(store, name)
