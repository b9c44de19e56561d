"""A staged import: a checkpoint of its base with the proposal applied, complete when its stage.json is there."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from graph_store.disk import remove_tree, sync_folder, sync_tree, write_durably
from graph_store.quad_files import GraphFile, Place, QuadFile, append_quads
from graph_store.view import Change, Proposal, View
from ontology.errors import Hint

Check = Callable[[Store, Change, Store], object]  # the staged store, what changed, the store before
LISTED: Hint = {"hint": "`mandate imports` lists them", "hint_vi": "`mandate imports` liệt kê các lần nhập"}
_DONE = "stage.json"
_PLACES = "graphs.json"  # where each graph stands in replace.nq
_BULK = 10_000  # quads from which writing files of their own is quicker than the log, and takes a third of the room
_AT_ONCE = 32 << 20  # bytes of N-Quads of which such files are made together, as they are sorted in memory


@dataclass(frozen=True, slots=True)
class Staged:
    """A staged import. `outcome` is what the check gave back."""

    import_id: str
    base: int
    change: Change
    path: Path
    outcome: object = None

    @property
    def unchanged(self) -> bool:
        return not self.change


def as_stored(quads: Iterable[Quad]) -> set[Quad]:
    """The quads as a store gives them back: it keeps numbers and times in canonical form, "1.00" as "1"."""
    store = Store()
    store.extend(quads)
    return set(store)


def build(folder: Path, base: View, proposal: Proposal, import_id: str, check: Check | None) -> Staged:
    """Fills `folder` from the base and the proposal, checks it, and marks it complete last.

    A failure of any kind, or of the check, leaves no folder behind, nor does a proposal that changes nothing. What is
    held in memory is a graph at a time, however many there are.
    """
    remove_tree(folder)
    try:
        folder.mkdir(parents=True)
        change = _write_change(folder, base.store, proposal)
        if not change:
            remove_tree(folder)
            return Staged(import_id, base.number, Change(), folder)
        with View(base.number + 1, _apply(folder, base, change), None, folder) as made:
            outcome = check(made.store, change, base.store) if check else None
            made.store.flush()
        sync_tree(folder)
        write_durably(folder / _DONE, json.dumps({"import_id": import_id, "base": base.number}))
        sync_folder(folder.parent)
    except BaseException:
        remove_tree(folder)
        raise
    return Staged(import_id, base.number, change, folder, outcome)


def is_complete(folder: Path) -> bool:
    return (folder / _DONE).is_file()


def read_stage(folder: Path) -> Staged:
    """The staged import in the folder, with its change."""
    facts = json.loads((folder / _DONE).read_text("utf-8"))
    return Staged(str(facts["import_id"]), int(facts["base"]), read_change(folder), folder)


def read_proposal(folder: Path) -> Proposal:
    """What the import wanted, to be applied again on another base."""
    places = {
        iri: (start, length) for iri, (start, length) in json.loads((folder / _PLACES).read_text("utf-8")).items()
    }
    return Proposal(GraphFile(folder / "replace.nq", places), QuadFile(folder / "add.nq"))


def read_change(folder: Path) -> Change:
    """The patch of a staged or published folder."""
    return Change(QuadFile(folder / "added.nq"), QuadFile(folder / "removed.nq"))


def patch_hashes(folder: Path) -> tuple[str, str]:
    """SHA-256 of added.nq and removed.nq."""
    added, removed = (_hash(folder / name) for name in ("added.nq", "removed.nq"))
    return added, removed


def drop_stage_files(folder: Path) -> None:
    """Removes what only a staged import needs, when it has become a version for good."""
    for name in (_PLACES, "replace.nq", "add.nq", _DONE):
        (folder / name).unlink(missing_ok=True)


def _write_change(folder: Path, store: Store, proposal: Proposal) -> Change:
    """Writes what the proposal is and what it would change in the store, graph after graph."""
    more = defaultdict(list)
    for quad in proposal.add:
        more[quad.graph_name.value].append(quad)  # type: ignore[union-attr]  # only named graphs are proposed
    places: dict[str, Place] = {}
    with ExitStack() as files:
        added, removed, replace, add = (
            files.enter_context((folder / name).open("wb"))
            for name in ("added.nq", "removed.nq", "replace.nq", "add.nq")
        )
        for graph in sorted({*proposal.replace, *more}):
            there, wanted = set(store.quads_for_pattern(None, None, None, NamedNode(graph))), as_stored(more[graph])
            append_quads(add, more.pop(graph))
            if graph in proposal.replace:
                quads = proposal.replace[graph]
                places[graph] = append_quads(replace, quads)
                wanted |= as_stored(quads)
                append_quads(removed, sorted(there - wanted, key=str))
            append_quads(added, sorted(wanted - there, key=str))
    (folder / _PLACES).write_text(json.dumps(places), "utf-8")
    return read_change(folder)


def _apply(folder: Path, base: View, change: Change) -> Store:
    """A writable store equal to the base with the change made."""
    path = str(folder / "store")
    if base.number:
        base.store.backup(path)
    store = Store(path)
    if len(change.added) < _BULK:
        store.extend(change.added)
    else:
        with (folder / "added.nq").open("rb") as file:
            while lines := file.readlines(_AT_ONCE):
                store.bulk_load(b"".join(lines), RdfFormat.N_QUADS)
    for quad in change.removed:
        store.remove(quad)
    return store


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
