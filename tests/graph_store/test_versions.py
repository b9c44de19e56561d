"""The versioned store against a plain model: stage, publish, diff, roll back, verify, refuse."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_store.content_hash import content_hash
from graph_store.manifest import Manifest
from graph_store.versions import Change, Proposal, VersionStore
from ontology.errors import ImportStateError, NotConformant, NotFound, StoreTooNew

AT = "2026-01-05T12:00:00+00:00"
GRAPHS = ("urn:g:1", "urn:g:2", "urn:g:3")
Model = dict[str, frozenset[int]]


def quad(number: int, graph: str) -> Quad:
    return Quad(NamedNode(f"urn:s:{number}"), NamedNode("urn:p"), Literal(str(number)), NamedNode(graph))


def quads(numbers: Sequence[int] | frozenset[int], graph: str) -> list[Quad]:
    return [quad(number, graph) for number in numbers]


def publish(versions: VersionStore, import_id: str, **graphs: Sequence[int]) -> None:
    proposal = Proposal({f"urn:g:{name[1:]}": quads(numbers, f"urn:g:{name[1:]}") for name, numbers in graphs.items()})
    versions.stage(import_id, proposal)
    versions.publish(import_id, author="tests", at=AT)


def content(versions: VersionStore, number: int | None = None) -> set[Quad]:
    with versions.open(number) as view:
        return set(view.store)


def model_quads(model: Model) -> set[Quad]:
    return {quad(number, graph) for graph, numbers in model.items() for number in numbers}


@pytest.fixture
def versions(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "data")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.sampled_from(GRAPHS), st.frozensets(st.integers(0, 6))), min_size=1, max_size=5))
def test_the_store_agrees_with_a_plain_model(tmp_path_factory: pytest.TempPathFactory, steps: list[Model]) -> None:
    versions = VersionStore(tmp_path_factory.mktemp("model"))
    history: list[Model] = [{}]
    for step, proposal in enumerate(steps):
        staged = versions.stage(f"i{step}", Proposal({g: quads(n, g) for g, n in proposal.items()}))
        after = {**history[-1], **proposal}
        assert staged.unchanged == (model_quads(after) == model_quads(history[-1]))
        if not staged.unchanged:
            versions.publish(f"i{step}", author="tests", at=AT)
            history.append(after)
    for number, model in enumerate(history):
        assert content(versions, number) == model_quads(model)
    first, last = model_quads(history[0]), model_quads(history[-1])
    forward, backward = versions.diff(0, len(history) - 1), versions.diff(len(history) - 1, 0)
    assert set(forward.added) == last - first == set(backward.removed)
    assert set(forward.removed) == first - last == set(backward.added)
    assert versions.verify() == []


def test_no_version_is_dated_before_the_one_that_it_follows(versions: VersionStore) -> None:
    """Written by another machine, by a clock that was set back, or by two programs that waited for each other."""
    moments = ("2026-01-05T12:00:00+00:00", "2026-01-05T12:00:00.500000+00:00", "2020-01-01T00:00:00+00:00")
    for number, at in enumerate(moments):
        versions.stage(f"i{number}", Proposal({"urn:g:1": quads([number], "urn:g:1")}))
        versions.publish(f"i{number}", author="tests", at=at)
    versions.rollback(1, author="tests", at="2026-01-05T19:00:00.100000+07:00")
    newest_first = [manifest.created_at for manifest in versions.log()]
    assert newest_first == [moments[1], moments[1], moments[1], moments[0]] and versions.verify() == []


def test_a_staged_import_can_be_read_before_it_is_published(versions: VersionStore) -> None:
    versions.stage("one", Proposal({GRAPHS[0]: quads([1, 2], GRAPHS[0])}))
    with versions.open_staged("one") as view:
        assert set(view.store) == set(quads([1, 2], GRAPHS[0]))
    assert versions.current_number() == 0 and versions.staged() == ["one"]


def test_a_proposal_that_changes_nothing_leaves_nothing(versions: VersionStore) -> None:
    publish(versions, "one", g1=[1])
    assert versions.stage("two", Proposal({GRAPHS[0]: quads([1], GRAPHS[0])})).unchanged
    assert versions.staged() == [] and not list((versions.root / "staged").iterdir())


def fail(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_stage_is_there_until_the_one_that_replaces_it_is_whole(versions: VersionStore) -> None:
    one, two = (Proposal({"urn:g:1": quads([number], "urn:g:1")}) for number in (1, 2))
    versions.stage("one", one)
    with pytest.raises(KeyboardInterrupt):
        versions.stage("one", two, check=fail)
    assert versions.staged() == ["one"] and list(versions.staged_change("one").added) == [quad(1, "urn:g:1")]
    assert list(versions.stage("one", two).change.added) == [quad(2, "urn:g:1")]
    assert list(versions.staged_change("one").added) == [quad(2, "urn:g:1")]
    assert [folder.name for folder in (versions.root / "staged").iterdir()] == ["one"]


@pytest.mark.parametrize(
    ("left", "kept"),
    [(("one", "one.next"), 1), (("one.last", "one.next"), 1), (("one.last", "one"), 2), (("one.next",), 0)],
)
def test_a_kill_while_a_stage_is_replaced_leaves_one_of_the_two(
    versions: VersionStore, left: tuple[str, ...], kept: int
) -> None:
    """`left` are the folders of the old stage (1) and of the new one (2), as a kill leaves them."""
    staged = versions.root / "staged"
    for number in range(1, len(left) + 1):
        versions.stage(f"stage-{number}", Proposal({"urn:g:1": quads([number], "urn:g:1")}))
    for number, folder in enumerate(left, 1):
        (staged / f"stage-{number}").rename(staged / folder)
    versions.recover()
    assert [folder.name for folder in staged.iterdir()] == (["one"] if kept else [])
    assert not kept or list(versions.staged_change("one").added) == [quad(kept, "urn:g:1")]


def test_an_import_staged_on_an_older_base_is_applied_again_on_the_newest(versions: VersionStore) -> None:
    versions.stage("late", Proposal({GRAPHS[0]: quads([1], GRAPHS[0])}))
    publish(versions, "early", g2=[2])
    assert versions.publish("late", author="tests", at=AT).number == 2
    assert content(versions) == {quad(1, GRAPHS[0]), quad(2, GRAPHS[1])}
    assert versions.verify() == []


def test_a_check_that_fails_on_the_newest_base_stops_the_publication(versions: VersionStore) -> None:
    def refuse(_store: Store, _change: Change, _base: Store) -> object:
        raise NotConformant("not on this base")

    versions.stage("late", Proposal({GRAPHS[0]: quads([1], GRAPHS[0])}))
    publish(versions, "early", g2=[2])
    with pytest.raises(NotConformant):
        versions.publish("late", author="tests", at=AT, check=refuse)
    assert versions.current_number() == 1 and content(versions) == {quad(2, GRAPHS[1])}


def test_a_rollback_is_a_new_version_equal_to_the_old_one(versions: VersionStore) -> None:
    publish(versions, "one", g1=[1, 2])
    publish(versions, "two", g1=[2, 3], g2=[4])
    manifest = versions.rollback(1, author="tests", at=AT)
    assert (manifest.number, manifest.kind) == (3, "rollback")
    assert manifest.content_hash == versions.manifest(1).content_hash == content_hash(content(versions))
    with pytest.raises(ImportStateError):
        versions.rollback(1, author="tests", at=AT)


def test_an_older_version_stays_readable_while_newer_ones_come(versions: VersionStore) -> None:
    publish(versions, "one", g1=[1])
    with versions.open() as view:
        publish(versions, "two", g1=[2])
        publish(versions, "three", g1=[3])
        assert set(view.store) == {quad(1, GRAPHS[0])}


def test_versions_and_imports_that_are_not_there_are_not_found(versions: VersionStore) -> None:
    for step in (lambda: versions.open(7), lambda: versions.diff(0, 7), lambda: versions.open_staged("../x")):
        with pytest.raises(NotFound):
            step()


def test_an_import_id_that_is_a_path_is_refused(versions: VersionStore) -> None:
    with pytest.raises(ImportStateError):
        versions.stage("../../outside", Proposal({GRAPHS[0]: quads([1], GRAPHS[0])}))


def test_a_folder_of_a_newer_format_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "FORMAT").write_text("99\n")
    with pytest.raises(StoreTooNew, match="99"):
        VersionStore(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["FORMAT"]


def every_file(versions: VersionStore) -> list[Path]:
    folder = versions.root / "versions" / "000001"
    ignored = {"LOG", "LOCK"}
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.stat().st_size and p.name not in ignored)


def test_one_flipped_byte_in_any_file_of_a_version_is_found(versions: VersionStore) -> None:
    publish(versions, "one", g1=[1, 2, 3])
    publish(versions, "two", g1=[2], g2=[5])
    files = every_file(versions)
    assert {"manifest.json", "added.nq", "files.json"} <= {f.name for f in files} and len(files) > 6
    for file in files:
        original = file.read_bytes()
        middle = len(original) // 2
        file.write_bytes(original[:middle] + bytes([original[middle] ^ 0x10]) + original[middle + 1 :])
        assert [p for p in versions.verify() if p.version == 1], file.name
        file.write_bytes(original)
    assert versions.verify() == []


def test_a_manifest_that_was_replaced_by_a_sound_one_breaks_the_chain(versions: VersionStore) -> None:
    publish(versions, "one", g1=[1])
    publish(versions, "two", g1=[2])
    path = versions.root / "versions" / "000001" / "manifest.json"
    fields = json.loads(path.read_text("utf-8"))
    forged = Manifest(**{**fields, "patches": tuple(fields["patches"]), "author": "nobody", "hash": ""}).sealed()
    path.write_text(forged.as_json(), "utf-8")
    assert {(p.version, p.what) for p in versions.verify()} == {(2, "chain")}
