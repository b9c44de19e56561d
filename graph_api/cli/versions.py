"""Commands on published versions: log, diff, rollback, verify, export, stats."""

import sys
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.errors import REFUSED, advice, tell
from graph_api.cli.options import (
    DEFAULT_DATA,
    AsJson,
    AsKnown,
    Data,
    Lang,
    Language,
    Note,
    add,
    settings_of,
    versions_of,
)
from graph_api.cli.output import print_json, print_table, progress_bar
from graph_api.cli.usage import WrongUse
from ontology.damage import changed
from ontology.text import one_line

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graph_store.versions import Change, Manifest, View

app = typer.Typer(rich_markup_mode=None)


@add(app, "log", "mandate log", "mandate log --json")
def log(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """List the published versions, newest first."""
    manifests = versions_of(data).log()
    if as_json:
        print_json([asdict(manifest) for manifest in manifests])
        return
    rows = [
        (m.number, m.created_at[:19], m.author, m.import_id or m.kind, f"+{m.added}", f"-{m.removed}", m.quads, m.note)
        for m in manifests
    ]
    print_table(("version", "time (UTC)", "author", "import", "added", "removed", "quads", "note"), rows)


@add(app, "diff", "mandate diff 1 2", "mandate diff 1 2 --names --lang en", "mandate diff 1 2 --patch > to-2.rdfp")
def diff(
    older: Annotated[int, typer.Argument(metavar="A", min=0)],
    newer: Annotated[int, typer.Argument(metavar="B", min=0)],
    data: Data = DEFAULT_DATA,
    everything: Annotated[bool, typer.Option("--all", help="Evidence and descriptions of sources too.")] = False,
    patch: Annotated[bool, typer.Option("--patch", help="All of it as an RDF Patch, for another store.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Entity by entity, by names instead of keys.")] = False,
    lang: Language = Lang.vi,
    as_json: AsJson = False,
) -> None:
    """Show what differs between two versions.

    + is added to version A and - removed from it to get version B. What a new edition of a table states like the older
    one is left out. JSON has all of it as N-Quads.
    """
    if patch and (names or everything or as_json):
        raise WrongUse(
            (
                "bản vá có dạng riêng: bỏ --names, --all và --json",
                "a patch has a form of its own: leave --names, --all and --json out",
            ),
            param_hint="--patch",
        )
    versions = versions_of(data)
    change = versions.diff(older, newer)
    if patch:
        from graph_store.rdf_patch import rdf_patch

        for line in rdf_patch(change, *(versions.manifest(n).hash if n else "0" for n in (older, newer))):
            print(line)
    elif names:
        with versions.open(older) as before, versions.open(newer) as after:
            _print_by_name(change, before, after, lang, as_json=as_json)
    else:
        print_change(change, everything=everything, as_json=as_json)


@add(app, "rollback", 'mandate rollback 1 --note "the import of 5 May was wrong"')
def rollback(
    version: Annotated[int, typer.Argument(metavar="VERSION", min=0)],
    data: Data = DEFAULT_DATA,
    note: Note = "",
    as_json: AsJson = False,
) -> None:
    """Publish a new version with the content of an older one."""
    author, at = settings_of(data).author, datetime.now(UTC).isoformat()
    print_version(versions_of(data).rollback(version, author=author, at=at, note=note), as_json=as_json)


@add(app, "verify", "mandate verify")
def verify(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Check that every version is what was committed.

    Manifests, their chain, patches, files and quads are checked, the bytes of kept sources, the records of imports,
    and each judgement and waiver. The engine's LOG, from which nothing is read, is not. Exit 1 if something differs.
    """
    from graph_store.versions import Problem
    from ingest.kept_sources import KeptSources
    from ingest.records import Records
    from ingest.review.workflow_check import damaged_workflow

    versions = versions_of(data)
    with progress_bar("verify") as progress:
        problems = versions.verify(progress)
    beside = {
        "source": (changed(f"sources/{name}") for name in KeptSources(data / "sources").damaged()),
        "import": (changed(f"imports/{name}") for name in Records(data / "imports").damaged()),
        "workflow": damaged_workflow(settings_of(data).judgements_url),
    }
    problems += [Problem.of(0, what, said) for what, found in beside.items() for said in found]
    if as_json:
        print_json([asdict(problem) for problem in problems])
    elif problems:
        print_table(
            ("version", "what", "detail"), [(p.version, p.what, f"{p.detail_vi} / {p.detail}") for p in problems]
        )
        tell(
            advice(
                "khôi phục một bản sao lưu vào thư mục mới: `mandate restore`",
                "restore a backup into a new folder: `mandate restore`",
            )
        )
    else:
        print(f"{versions.current_number()} phiên bản, không có lỗi / versions, all as they were committed")
    if problems:
        raise typer.Exit(REFUSED)


@add(
    app,
    "export",
    "mandate export trig --out graph.trig && sha256sum -c graph.trig.sha256",
    "mandate export ntriples | gzip > graph.nt.gz",
    "mandate export neo4j-bulk --out for-neo4j",
)
def export_graph(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="nquads, trig, jsonld, turtle, ntriples, jsonl, csv, parquet, graphml or neo4j-bulk.",
        ),
    ],
    data: Data = DEFAULT_DATA,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there, not to stdout.")] = None,
    as_known: AsKnown = None,
) -> None:
    """Write the graph as a file.

    nquads, trig and jsonld keep the source of each statement and lose nothing; turtle and ntriples have each statement
    once; jsonl has an entity a line with its evidence; csv and parquet are zips of tables; graphml leaves evidence out;
    neo4j-bulk makes FILE a folder that neo4j-admin imports. Equal versions give equal bytes. The SHA-256 of FILE stands
    in FILE.sha256.
    """
    from graph_store.export import export, export_format
    from graph_store.export_files import export_to

    export_format(form)
    with versions_of(data).open(as_known) as view:
        if out is None:
            export(view, form, sys.stdout.buffer)
            return
        with progress_bar("export") as progress:
            export_to(view, form, out, progress)
        if out.is_dir():
            tell(f"-> cd {out} && neo4j-admin database import full @import.args neo4j")


@add(app, "stats", "mandate stats", "mandate stats --as-known 1 --json")
def stats(data: Data = DEFAULT_DATA, as_known: AsKnown = None, as_json: AsJson = False) -> None:
    """Count versions, statements, sources and entities."""
    versions = versions_of(data)
    with versions.open(as_known) as view:
        counted = count(view)
    counted["versions"] = versions.current_number()
    counted["bytes"] = _bytes_below(data)
    if as_json:
        print_json(counted)
        return
    print_table(("", "count"), [(name, counted[name]) for name in ("version", "versions", "quads", "sources", "bytes")])
    print()
    print_table(("class", "entities"), counted["classes"].items())


def count(view: "View") -> dict[str, Any]:
    """Counts of one version; an entity that several sources mention counts once."""
    from pyoxigraph import NamedNode

    from ontology.terms import ONTOLOGY_BASE, local_name

    typed = view.quads(None, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))
    pairs = {(str(q.subject), q.object.value) for q in typed if isinstance(q.object, NamedNode)}
    classes = Counter(local_name(name) for _, name in pairs if name.startswith(ONTOLOGY_BASE))
    return {
        "version": view.number,
        "quads": len(view.store),
        "sources": classes.get("Source", 0),
        "classes": {name: classes[name] for name in sorted(classes)},
    }


def print_version(manifest: "Manifest", *, as_json: bool) -> None:
    """One line on a version that was just published."""
    if as_json:
        print_json(asdict(manifest))
        return
    m = manifest
    print(f"phiên bản / version {m.number}: +{m.added} -{m.removed} = {m.quads} quads  ({one_line(m.note) or m.kind})")


def print_change(change: "Change", *, everything: bool, as_json: bool) -> None:
    """Statements that come (+) and go (-), in short form; evidence only if it is asked for."""
    if as_json:
        print_json({"added": [f"{q} ." for q in change.added], "removed": [f"{q} ." for q in change.removed]})
        return
    from graph_store.net_change import net_change

    shown = net_change(change)
    left_out = 0
    for mark, quads in (("-", shown.removed), ("+", shown.added)):
        for quad in quads:
            if everything or not _is_about_sources(quad):
                print(mark, _short(quad))
            else:
                left_out += 1
    carried = len(change.added) + len(change.removed) - len(shown.added) - len(shown.removed)
    notes = [f", {left_out} not shown (--all)"] * bool(left_out) + [f", {carried} carried over"] * bool(carried)
    print(f"+{len(change.added)} -{len(change.removed)}" + "".join(notes))


def _print_by_name(change: "Change", before: "View", after: "View", lang: Lang, *, as_json: bool) -> None:
    from graph_store.readable_diff import readable_diff

    found = list(readable_diff(change, before.store, after.store, lang.value))
    if as_json:
        print_json([asdict(entity) for entity in found])
        return
    for entity in found:
        mark = {"new": "+", "gone": "-", "changed": "~"}[entity.state]
        print(f"{mark} {one_line(f'{entity.kind}: {entity.name}')}")
        for sign, told in (("-", entity.lost), ("+", entity.gained)):
            for name, value in told:
                print(f"    {sign} {one_line(f'{name}: {value}')}")
    print(f"{len(found)} đối tượng / entities")


def _is_about_sources(quad: "Quad") -> bool:
    from ontology.identifiers import ID_BASE

    subject = str(quad.subject)
    return any(subject.startswith(f"<{ID_BASE}{kind}/") for kind in ("evidence", "source", "import"))


def _short(quad: "Quad") -> str:
    """`person/1a2b mg:heldBy …`, followed by the source in brackets."""
    from ontology.identifiers import ID_BASE
    from ontology.terms import PREFIXES

    line = one_line(f"{quad.subject} {quad.predicate} {quad.object}  [{quad.graph_name}]")
    for prefix, base in PREFIXES.items():
        line = line.replace(f"<{base}", f"<{prefix}:")
    return line.replace(f"<{ID_BASE}", "<").replace("<", "").replace(">", "")


def _bytes_below(folder: Path) -> int:
    """Bytes on disk; files that versions share by hard link count once."""
    files = {(s.st_dev, s.st_ino): s.st_size for s in (p.stat() for p in folder.rglob("*") if p.is_file())}
    return sum(files.values())
