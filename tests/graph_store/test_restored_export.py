"""An export that keeps sources is a version again: the same content hash, in a folder that is whole or not there."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph_store.export import FORMATS
from graph_store.export_files import export_to
from graph_store.restored_export import is_export, restore_export
from graph_store.versions import VersionStore
from graph_store.view import Proposal
from ontology.errors import ImportStateError, SourceMalformed, SourceUnreadable

AT = "2026-01-05T12:00:00+00:00"
KEEPING = [name for name, form in FORMATS.items() if form.keeps_graphs]
LOSING = [name for name, form in FORMATS.items() if form.rdf_format and not form.keeps_graphs]
GRAPHS = [NamedNode(f"https://example.org/source/{n}") for n in range(3)]
NODES = [NamedNode(f"https://example.org/{n}") for n in ("a", "b", "c?x=1", "đ")]
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(lambda t, tag: Literal(t, language=tag), TEXTS, st.sampled_from(["vi", "en", "zh-Hant"])),
    st.builds(
        lambda t, kind: Literal(t, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")),
        st.sampled_from(["1.00", "2023-05", "x", "007", "true"]),
        st.sampled_from(["decimal", "gYearMonth", "date", "integer", "boolean", "double"]),
    ),
)
QUADS = st.builds(
    Quad, st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(NODES) | LITERALS, st.sampled_from(GRAPHS)
)


def published(folder: Path, quads: list[Quad]) -> VersionStore:
    versions = VersionStore(folder)
    graphs = {graph.value: [q for q in quads if q.graph_name == graph] for graph in GRAPHS}
    versions.stage("one", Proposal({iri: found for iri, found in graphs.items() if found}))
    versions.publish("one", author="tests", at=AT)
    return versions


def exported(versions: VersionStore, name: str, folder: Path) -> Path:
    target = folder / f"graph.{FORMATS[name].ending}"
    with versions.open() as view:
        export_to(view, name, target)
    return target


@pytest.mark.parametrize("name", KEEPING)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quads=st.lists(QUADS, min_size=1, max_size=12))
def test_a_version_exported_and_restored_has_the_content_hash_it_had(
    tmp_path_factory: pytest.TempPathFactory, name: str, quads: list[Quad]
) -> None:
    folder = tmp_path_factory.mktemp("restored")
    versions = published(folder / "data", quads)
    manifest = restore_export(exported(versions, name, folder), folder / "again", author="tests", at=AT)
    assert manifest.content_hash == versions.manifest(1).content_hash
    again = VersionStore(folder / "again")
    assert again.verify() == [] and [m.content_hash for m in again.log()] == [manifest.content_hash]


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    return published(tmp_path / "data", [Quad(n, NODES[0], Literal(n.value), g) for n in NODES for g in GRAPHS])


@pytest.mark.parametrize("name", LOSING)
def test_an_export_without_sources_is_no_version(versions: VersionStore, tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceUnreadable, match="no sources") as caught:
        restore_export(exported(versions, name, tmp_path), tmp_path / "again", author="tests", at=AT)
    assert "mandate import" in caught.value.hint and not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("<urn:a> <urn:b> <urn:c> .\n", SourceUnreadable),
        ("<urn:a> <urn:b> _:c <urn:g> .\n", SourceUnreadable),
        (
            "".join(f"<urn:a> <urn:b> <urn:{n}> <urn:{g}> .\n" for n, g in ((1, "g"), (2, "h"), (3, "g"))),
            SourceUnreadable,
        ),
        ("<urn:a> <urn:b> <urn:c> <urn:g> .\n<urn:a> <urn:b", SourceMalformed),
    ],
)
def test_another_file_leaves_no_folder_behind(tmp_path: Path, text: str, error: type[Exception]) -> None:
    source = tmp_path / "graph.nq"
    source.write_text(text, "utf-8")
    with pytest.raises(error):
        restore_export(source, tmp_path / "again", author="tests", at=AT)
    assert list(tmp_path.iterdir()) == [source]


def test_a_folder_that_holds_something_stays_as_it_is(versions: VersionStore, tmp_path: Path) -> None:
    source = exported(versions, "nquads", tmp_path)
    with pytest.raises(ImportStateError):
        restore_export(source, tmp_path / "data", author="tests", at=AT)
    assert versions.verify() == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_file_that_bears_the_name_of_a_format_or_its_ending_is_taken_for_an_export(name: str) -> None:
    assert is_export(Path(f"graph.{name}")) and is_export(Path(f"graph.{FORMATS[name].ending}"))
    assert not is_export(Path("mandate-2026-11-24.tar")) and not is_export(Path("tar.gz"))


@pytest.mark.parametrize("name", KEEPING)
def test_an_export_named_after_its_format_is_restored(versions: VersionStore, tmp_path: Path, name: str) -> None:
    source = exported(versions, name, tmp_path).rename(tmp_path / f"graph.{name}")
    assert restore_export(source, tmp_path / "again", author="tests", at=AT).quads == len(NODES) * len(GRAPHS)
