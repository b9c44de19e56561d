"""A staged import: a checkpoint of its base with the proposal applied, complete when its stage.json is there."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from graph_store.bulk_loading import Loading
from graph_store.disk import remove_tree, sync_folder, sync_tree, write_durably
from graph_store.file_list import file_hash
from graph_store.quad_files import GraphFile, Place, QuadFile, append_quads
from graph_store.view import Change, Proposal, View
from ontology.damage import Damage, changed, missing, unreadable
from ontology.errors import Hint
from ontology.terms import PREFIXES

Check = Callable[[Store, Change, Store], object]  # the staged store, what changed, the store before
LISTED: Hint = {"hint": "`mandate imports` lists them", "hint_vi": "`mandate imports` liệt kê các lần nhập"}
PATCH = ("added.nq", "removed.nq")
_DONE = "stage.json"
_PLACES = "graphs.json"  # where each graph stands in replace.nq
# Datatypes whose values a store does not read.
_KEPT_AS_WRITTEN = frozenset({PREFIXES["xsd"] + "string", PREFIXES["rdf"] + "langString"})


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


def stored_lines(quads: Iterable[Quad]) -> set[bytes]:
    """The quads as a store gives them back, as lines of N-Quads: it keeps numbers and times in canonical form.

    "1.00" becomes "1". Lines are compared and sorted in a third of the time that quads take.
    """
    as_written: list[Quad] = []
    read: list[Quad] = []
    for quad in quads:
        value = quad.object
        literal = isinstance(value, Literal) and value.datatype.value not in _KEPT_AS_WRITTEN
        (read if literal else as_written).append(quad)
    store = Store()
    store.extend(read)
    return lines_of(as_written) | lines_of(store)


def lines_of(quads: Iterable[Quad]) -> set[bytes]:
    """Each as N-Quads has it, with the end of its line."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return set(written.splitlines(keepends=True))  # line ends within literals are escaped


def build(folder: Path, base: View, proposal: Proposal, import_id: str, check: Check | None) -> Staged:
    """Fills `folder` from the base and the proposal, checks it, and marks it complete last.

    A failure of any kind, or of the check, leaves no folder behind, nor does a proposal that changes nothing. What is
    held in memory is a graph at a time, however many there are.
    """
    remove_tree(folder)
    try:
        folder.mkdir(parents=True)
        with Loading(folder, base) as loading:
            change = _write_change(folder, base.store, proposal, loading)
            if not change:
                remove_tree(folder)
                return Staged(import_id, base.number, Change(), folder)
            made = View(base.number + 1, loading.finish(change), None, folder)
        with made:
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
    added, removed = (QuadFile(folder / name) for name in PATCH)
    return Change(added, removed)


def patch_hashes(folder: Path) -> tuple[str, str]:
    """SHA-256 of the files of `PATCH`."""
    added, removed = (file_hash(folder / name) for name in PATCH)
    return added, removed


def changed_patches(folder: Path, hashes: Iterable[str]) -> Iterator[Damage]:
    """What is said of each file of `PATCH` that has not the hash it had when it was committed."""
    for name, committed in zip(PATCH, hashes, strict=True):
        try:
            if file_hash(folder / name) != committed:
                yield changed(name)
        except FileNotFoundError:
            yield missing(name)
        except OSError as error:
            yield unreadable(name, error.strerror)


def drop_stage_files(folder: Path) -> None:
    """Removes what only a staged import needs, when it has become a version for good."""
    for name in (_PLACES, "replace.nq", "add.nq", _DONE):
        (folder / name).unlink(missing_ok=True)


def _write_change(folder: Path, store: Store, proposal: Proposal, loading: Loading) -> Change:
    """Writes what the proposal is and what it would change in the store, graph after graph, and has it loaded.

    Gives no change if there are graphs to replace and they stand there already.
    """
    more = defaultdict(list)
    for quad in proposal.add:
        more[quad.graph_name.value].append(quad)  # type: ignore[union-attr]  # only named graphs are proposed
    places: dict[str, Place] = {}
    changes = not proposal.replace
    with ExitStack() as files:
        added, removed, replace, add = (
            files.enter_context((folder / name).open("wb")) for name in (*PATCH, "replace.nq", "add.nq")
        )
        for graph in sorted({*proposal.replace, *more}):
            there, wanted = (
                lines_of(store.quads_for_pattern(None, None, None, NamedNode(graph))),
                stored_lines(more[graph]),
            )
            append_quads(add, more.pop(graph))
            if graph in proposal.replace:
                lines = stored_lines(proposal.replace[graph])
                places[graph] = replace.tell(), replace.write(b"".join(sorted(lines)))
                wanted |= lines
                removed.write(b"".join(sorted(there - wanted)))
                changes = changes or there != wanted
            added.write(b"".join(sorted(wanted - there)))
            loading.grown(added)
    (folder / _PLACES).write_text(json.dumps(places), "utf-8")
    return read_change(folder) if changes else Change()
