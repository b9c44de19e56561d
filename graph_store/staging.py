"""A staged import: a checkpoint of its base with the proposal applied, complete when its stage.json is there."""

import gc
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize

from graph_store.disk import remove_tree, sync_folder, sync_tree, write_durably
from graph_store.view import Change, Proposal, View
from ontology.errors import Hint, StoreCorrupt

Check = Callable[[Store, Change], object]
LISTED: Hint = {"hint": "`mandate imports` lists them", "hint_vi": "`mandate imports` liệt kê các lần nhập"}
_DONE = "stage.json"
_BULK = 10_000  # quads from which writing files of their own is quicker than the log, and takes a third of the room


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


def change_of(store: Store, proposal: Proposal) -> Change:
    """What the proposal would change in the store."""
    added: set[Quad] = set()
    removed: set[Quad] = set()
    for graph, quads in proposal.replace.items():
        there, wanted = set(store.quads_for_pattern(None, None, None, NamedNode(graph))), as_stored(quads)
        added |= wanted - there
        removed |= there - wanted
    added |= {quad for quad in as_stored(proposal.add) if quad not in store}
    removed -= added
    return Change(sorted(added, key=str), sorted(removed, key=str))


def as_stored(quads: Iterable[Quad]) -> set[Quad]:
    """The quads as a store gives them back: it keeps numbers and times in canonical form, "1.00" as "1"."""
    store = Store()
    store.extend(quads)
    return set(store)


def build(folder: Path, base: View, proposal: Proposal, import_id: str, check: Check | None) -> Staged:
    """Fills `folder` from the base and the proposal, checks it, and marks it complete last.

    A failure of any kind, or of the check, leaves no folder behind.
    """
    change = change_of(base.store, proposal)
    staged = Staged(import_id, base.number, change, folder)
    if staged.unchanged:
        return staged
    remove_tree(folder)
    try:
        folder.mkdir(parents=True)
        _write_quads(folder / "added.nq", change.added)
        _write_quads(folder / "removed.nq", change.removed)
        _write_proposal(folder, proposal)
        store = _apply(folder / "store", base, change)
        outcome = check(store, change) if check else None
        store.flush()
        del store
        gc.collect()
        sync_tree(folder)
        write_durably(folder / _DONE, json.dumps({"import_id": import_id, "base": base.number}))
        sync_folder(folder.parent)
    except BaseException:
        gc.collect()
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
    graphs: dict[str, list[Quad]] = {g: [] for g in json.loads((folder / "graphs.json").read_text("utf-8"))}
    for quad in read_quads(folder / "replace.nq"):
        graphs[quad.graph_name.value].append(quad)  # type: ignore[union-attr]  # only named graphs are proposed
    return Proposal(graphs, read_quads(folder / "add.nq"))


def read_change(folder: Path) -> Change:
    """The patch of a staged or published folder."""
    return Change(read_quads(folder / "added.nq"), read_quads(folder / "removed.nq"))


def read_quads(path: Path) -> list[Quad]:
    """The quads of an N-Quads file of ours. Raises StoreCorrupt for one that does not parse."""
    try:
        return list(parse(path.read_bytes(), format=RdfFormat.N_QUADS))
    except (OSError, SyntaxError, ValueError) as error:
        name = f"{path.parent.name}/{path.name}"
        raise StoreCorrupt(f"{name} cannot be read: {error}", message_vi=f"không đọc được {name}: {error}") from error


def patch_hashes(folder: Path) -> tuple[str, str]:
    """SHA-256 of added.nq and removed.nq."""
    added, removed = (sha256((folder / name).read_bytes()).hexdigest() for name in ("added.nq", "removed.nq"))
    return added, removed


def drop_stage_files(folder: Path) -> None:
    """Removes what only a staged import needs, when it has become a version for good."""
    for name in ("graphs.json", "replace.nq", "add.nq", _DONE):
        (folder / name).unlink(missing_ok=True)


def _apply(path: Path, base: View, change: Change) -> Store:
    """A writable store equal to the base with the change made."""
    if base.number:
        base.store.backup(str(path))
    store = Store(str(path))
    if len(change.added) < _BULK:
        store.extend(change.added)
    else:
        store.bulk_extend(change.added)
    for quad in change.removed:
        store.remove(quad)
    return store


def _write_proposal(folder: Path, proposal: Proposal) -> None:
    (folder / "graphs.json").write_text(json.dumps(sorted(proposal.replace)), "utf-8")
    _write_quads(folder / "replace.nq", [quad for quads in proposal.replace.values() for quad in quads])
    _write_quads(folder / "add.nq", list(proposal.add))


def _write_quads(path: Path, quads: list[Quad]) -> None:
    path.write_bytes(serialize(quads, format=RdfFormat.N_QUADS) or b"")
