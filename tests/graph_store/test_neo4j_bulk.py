"""Files for neo4j-admin, read by the importer that comes with the server: what it makes of them is the version."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SKOS, XSD

from benchmarks.national import Country
from graph_store.neo4j.address import Address
from graph_store.neo4j.bulk_files import write_bulk_folder
from graph_store.neo4j.importer import finish_import, import_files
from graph_store.neo4j.server import start, stop
from graph_store.neo4j.sync import projection_of, sync
from graph_store.neo4j.verify import verify
from graph_store.progress import silent
from graph_store.versions import VersionStore
from graph_store.view import Proposal
from ontology.errors import ImportStateError, StoreUnavailable
from ontology.identifiers import ID_BASE
from ontology.terms import MG
from tests.conftest import CACHE

SOURCE = f"{ID_BASE}source/0123456789abcdef"
HARD = (
    'Ban "Bí thư"',
    '"',
    '""',
    "một, hai; ba | bốn",
    "hai\ndòng",
    "hai\r\ndòng",
    "\n",
    " đầu và cuối ",
    "",
    "C:\\thư mục\\",
    "'=1+1",
    "\u001f\u001e giữa",
    "\ue000",
    "𝔘𝔫𝔦 😀",
    "-1",
    "null",
    "\ttab\t",
)


def quad(key: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(f"{ID_BASE}{key}"), NamedNode(predicate), value, NamedNode(SOURCE))


def hard_graph() -> list[Quad]:
    """A document for each hard text, which has it as a name, in a list, and in a list with all the others."""
    whole = [text for text in HARD if text]
    quads = []
    for number, text in enumerate(HARD):
        key = f"document/{number}-qd-tw"
        names = {SKOS.prefLabel: [text], SKOS.altLabel: [text or "rỗng"], SKOS.hiddenLabel: whole}
        quads.append(quad(key, str(RDF.type), NamedNode(str(MG.Decision if number % 2 else MG.Regulation))))
        quads += [quad(key, str(p), Literal(t, language="vi")) for p, texts in names.items() for t in texts]
        serial = Literal("năm") if number == 3 else Literal(str(number), datatype=NamedNode(str(XSD.integer)))
        quads.append(quad(key, str(MG.serial), serial))
        quads.append(quad(key, str(MG.basedOn), NamedNode(f"{ID_BASE}document/{number + 1}-qd-tw")))  # the last is bare
    evidence = "evidence/e1"
    quads.append(quad(evidence, str(RDF.type), NamedNode(str(MG.Evidence))))
    quads.append(quad(evidence, str(MG.confidence), Literal("0.85", datatype=NamedNode(str(XSD.decimal)))))
    quads.append(quad(evidence, str(MG.start), Literal("12", datatype=NamedNode(str(XSD.integer)))))
    return quads


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    versions = VersionStore(tmp_path / "data")
    country = next(iter(Country().sources())).quads()
    graphs = {SOURCE: hard_graph(), country[0].graph_name.value: country}  # type: ignore[union-attr]
    versions.stage("i1", Proposal(graphs))
    versions.publish("i1", author="tests", at="2026-01-05T12:00:00+00:00")
    return versions


@pytest.fixture
def files(versions: VersionStore, tmp_path: Path) -> Path:
    folder = tmp_path / "bulk"
    folder.mkdir()
    with versions.open() as view:
        write_bulk_folder(view, folder, silent)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The folder of a server that does not run yet."""
    yield tmp_path / "neo4j"
    stop(tmp_path / "neo4j")
    shutil.rmtree(tmp_path / "neo4j", ignore_errors=True)


def imported(home: Path, files: Path) -> None:
    try:
        import_files(home, CACHE, files, java_home=os.environ.get("JAVA_HOME", ""))
    except StoreUnavailable as error:
        if os.environ.get("CI") or (home / "import.log").exists():
            raise
        pytest.skip(f"no Neo4j to test with: {error}. {error.hint}")


def test_what_the_importer_of_neo4j_reads_is_the_version_to_the_last_sign(
    home: Path, files: Path, versions: VersionStore
) -> None:
    imported(home, files)
    address = Address(start(home, CACHE, java_home=os.environ.get("JAVA_HOME", "")).uri)
    with versions.open() as view:
        before = verify(address, projection_of(view))
        assert (before.differences, before.stamp) == ((), None)
        finish_import(address)
        assert verify(address, projection_of(view)).equal
    sent = sync(address, versions)
    assert not sent.full and sent.nodes + sent.relationships + sent.deleted_nodes + sent.deleted_relationships == 0
    with pytest.raises(ImportStateError) as caught:
        import_files(home, CACHE, files)
    assert "stop" in caught.value.hint
    assert verify(address, projection_of(versions.open())).equal


def test_files_that_the_importer_refuses_leave_an_empty_database_and_a_word(home: Path, files: Path) -> None:
    (files / "relationships" / "BASED_ON.csv").write_text('"urn:a","urn:none",\n', "utf-8")
    with pytest.raises(StoreUnavailable) as caught:
        imported(home, files)
    assert caught.value.message_vi and "import.log" in caught.value.hint
    assert not (home / "data" / "databases" / "neo4j").exists()


def test_values_of_another_kind_stand_in_a_file_of_their_own(files: Path) -> None:
    first, second = ((files / "nodes" / f"Decision-Document{n}.header.csv").read_text("utf-8") for n in ("", "-2"))
    assert "serial:long" in first and "serial:string" in second
    assert len((files / "nodes" / "Decision-Document-2.csv").read_text("utf-8").split("document/3-qd-tw")) == 2


def test_headers_have_types_and_labels_stand_in_the_arguments(files: Path) -> None:
    header = (files / "nodes" / "Document-Regulation.header.csv").read_text("utf-8").strip().split(",")
    assert header[0] == "iri:ID" and {"label_vi:string", "altLabels:string[]", "serial:long"} <= set(header)
    arguments = (files / "import.args").read_text("utf-8").splitlines()
    header_and_rows = "nodes/Document-Regulation.header.csv,nodes/Document-Regulation.csv"
    assert f"--nodes=Resource:Document:Regulation={header_and_rows}" in arguments
    assert "--multiline-fields=true" in arguments and not arguments[-1].startswith(("--nodes", "--relationships"))


def test_each_file_is_listed_with_its_checksum(files: Path) -> None:
    lines = (files / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: checksum for checksum, name in (line.split("  ", 1) for line in lines)}
    there = {path.relative_to(files).as_posix(): path for path in files.rglob("*") if path.is_file()}
    assert listed.keys() == there.keys() - {"SHA256SUMS"}
    assert all(hashlib.sha256(there[name].read_bytes()).hexdigest() == listed[name] for name in listed)
