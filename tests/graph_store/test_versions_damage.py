"""What is damaged is named, and nothing that was published is ever taken for a leftover and thrown away."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store.versions import Change, Proposal, VersionStore
from ontology.errors import ImportStateError, NotFound, StoreCorrupt

AT = "2026-01-05T12:00:00+00:00"
GRAPH = NamedNode("urn:g")


def publish(versions: VersionStore, import_id: str, count: int) -> None:
    quads = [Quad(NamedNode(f"urn:s:{i}"), NamedNode("urn:p"), Literal(import_id), GRAPH) for i in range(count)]
    versions.stage(import_id, Proposal({GRAPH.value: quads}))
    versions.publish(import_id, author="tests", at=AT)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    for number in (1, 2, 3):
        publish(VersionStore(folder), f"i{number}", number)
    return folder


@pytest.fixture
def versions(sound: Path, tmp_path: Path) -> VersionStore:
    """Three versions, to be damaged."""
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    return VersionStore(tmp_path)


def write(text: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(text)


CURRENT_DAMAGE: dict[str, Callable[[Path], object]] = {
    "behind": write("000002\n"),
    "of nothing": write("000000\n"),
    "empty": write(""),
    "garbled": write("0x0003\n"),
    "negative": write("-3\n"),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "missing": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", CURRENT_DAMAGE)
def test_a_pointer_that_lost_its_version_is_named_and_no_writer_throws_a_version_away(
    versions: VersionStore, damage: str
) -> None:
    CURRENT_DAMAGE[damage](versions.root / "CURRENT")
    assert [problem.what for problem in versions.verify()] == ["current"]
    steps: list[Callable[[], object]] = [
        versions.recover,
        versions.open,
        lambda: publish(versions, "more", 4),
        lambda: versions.rollback(1, author="tests", at=AT),
    ]
    for step in steps:
        with pytest.raises(StoreCorrupt):
            step()
    (versions.root / "CURRENT").write_text("000003\n")
    assert versions.verify() == [] and [m.number for m in versions.log()] == [3, 2, 1]


def test_a_pointer_ahead_of_all_versions_is_named(versions: VersionStore) -> None:
    (versions.root / "CURRENT").write_text("000004\n")
    assert {(problem.version, problem.what) for problem in versions.verify()} >= {(4, "manifest")}
    with pytest.raises(StoreCorrupt):
        versions.open()


def store_files(versions: VersionStore) -> Path:
    return versions.root / "versions" / "000002" / "store"


STORE_DAMAGE: dict[str, Callable[[Path], object]] = {
    "a table is gone": lambda store: next(store.glob("*.sst")).unlink(),
    "a table is cut short": lambda store: next(store.glob("*.sst")).write_bytes(b""),
    "the list of tables is garbled": lambda store: next(store.glob("MANIFEST-*")).write_bytes(b"\x00" * 100),
    "a file was added": lambda store: (store / "000999.sst").write_bytes(b"x"),
    "the whole store is gone": shutil.rmtree,
    "the patch is gone": lambda store: (store.parent / "removed.nq").unlink(),
    "the patch is no N-Quads": lambda store: (store.parent / "added.nq").write_text("<urn:s> .\n"),
    "the manifest is gone": lambda store: (store.parent / "manifest.json").unlink(),
    "the manifest is of another shape": lambda store: (store.parent / "manifest.json").write_text("[1]"),
    "the list of files is gone": lambda store: (store.parent / "files.json").unlink(),
    "the list of files is no JSON": lambda store: (store.parent / "files.json").write_text("{"),
}


@pytest.mark.parametrize("damage", STORE_DAMAGE)
def test_damage_of_any_kind_is_a_problem_of_its_version_and_no_traceback(versions: VersionStore, damage: str) -> None:
    STORE_DAMAGE[damage](store_files(versions))
    assert 2 in {problem.version for problem in versions.verify()}


def test_a_problem_says_which_file_was_changed(versions: VersionStore) -> None:
    table = sorted(store_files(versions).glob("*.sst"))[0]
    table.write_bytes(table.read_bytes() + b"x")
    problem = next(problem for problem in versions.verify() if problem.what == "file")
    assert problem.detail == f"store/{table.name} was changed after it was written"
    assert problem.detail_vi == f"store/{table.name} đã bị thay đổi sau khi ghi"


@pytest.mark.parametrize("name", ["added.nq", "removed.nq"])
def test_a_problem_says_which_patch_was_changed_and_which_is_gone(versions: VersionStore, name: str) -> None:
    patch = store_files(versions).parent / name
    patch.write_bytes(patch.read_bytes() + b"\n")
    assert _of_patches(versions) == [f"{name} was changed after it was written"]
    patch.unlink()
    assert _of_patches(versions) == [f"{name} is missing"]


def _of_patches(versions: VersionStore) -> list[str]:
    return [problem.detail for problem in versions.verify() if problem.what == "patch"]


def test_progress_is_told_for_every_version(versions: VersionStore) -> None:
    told: list[tuple[int, int]] = []
    versions.verify(lambda done, total, _text: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_version_zero_is_empty_and_has_no_manifest(versions: VersionStore) -> None:
    with versions.open(0) as view:
        assert view.manifest is None and len(view.store) == 0
    with pytest.raises(NotFound):
        versions.manifest(0)


@pytest.mark.parametrize("import_id", ["rollback-4", "x.again", ".hidden", "", "A", "a/b", "a" * 65])
def test_a_name_that_the_store_uses_itself_is_no_import_id(versions: VersionStore, import_id: str) -> None:
    with pytest.raises(ImportStateError):
        versions.stage(import_id, Proposal({GRAPH.value: []}))


def test_many_graphs_are_rolled_back_as_quickly_as_they_came(versions: VersionStore) -> None:
    graphs = [NamedNode(f"urn:many:{i}") for i in range(40)]
    many = {g.value: [Quad(NamedNode(f"urn:s:{i}"), NamedNode("urn:p"), g, g) for i in range(250)] for g in graphs}
    begun = time.monotonic()
    versions.stage("many", Proposal(many))
    versions.publish("many", author="tests", at=AT)
    came = time.monotonic() - begun
    manifest = versions.rollback(3, author="tests", at=AT)
    assert (
        time.monotonic() - begun - came < 5 * came + 5
    )  # reading each graph once for each of its quads takes far longer
    assert (manifest.added, manifest.removed) == (0, 10_000)
    assert manifest.content_hash == versions.manifest(3).content_hash and versions.verify() == []


def test_an_interrupt_while_checking_leaves_nothing_staged_and_the_lock_free(versions: VersionStore) -> None:
    def interrupted(_store: Store, _change: Change, _base: Store) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        versions.stage("more", Proposal({GRAPH.value: []}), check=interrupted)
    assert versions.staged() == [] and not list((versions.root / "staged").iterdir())
    publish(versions, "again", 5)
    assert versions.current_number() == 4


def test_a_staged_store_is_let_go_when_staging_is_done(versions: VersionStore) -> None:
    staged = versions.stage("more", Proposal({GRAPH.value: []}))
    held = Store(str(staged.path / "store"))  # a second writer is refused while the first holds RocksDB's lock
    assert len(held) == 0
