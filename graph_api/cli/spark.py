"""Commands for archives and graphs that one machine does not take: spark extract, spark neo4j.

The file may be given to spark-submit as it is, with the same arguments; the cluster's master is then taken.
"""

import os
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_api.cli.errors import REFUSED
from graph_api.cli.imports import SourceClass
from graph_api.cli.options import DEFAULT_DATA, AsJson, Data, add
from graph_api.cli.output import print_json
from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    from ingest.known import Known

app = typer.Typer(
    rich_markup_mode=None, no_args_is_help=True, help="The same on a Spark cluster, for millions of texts."
)
Master = Annotated[
    str,
    typer.Option(
        "--master", metavar="URL", help="local[*], spark://host:7077, yarn; empty: of spark-submit, or local."
    ),
]


class ArchiveForm(StrEnum):
    """What an archive consists of."""

    files = "files"
    parquet = "parquet"
    jsonl = "jsonl"


@add(
    app,
    "extract",
    "mandate spark extract inbox/ --out facts/",
    "mandate spark extract 'hdfs:///archive/*.parquet' --form parquet --out hdfs:///facts --master spark://host:7077",
)
def extract(
    archive: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns.")],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="A folder that is made.")],
    form: Annotated[
        ArchiveForm, typer.Option("--form", help="files, or rows with columns id and text.")
    ] = ArchiveForm.files,
    source_class: Annotated[
        SourceClass, typer.Option("--source-class", help="What kind of source the texts are.")
    ] = SourceClass.press,
    master: Master = "",
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Write the facts and statements of many texts to folders in DIR; store nothing.

    DIR/facts, DIR/parquet, DIR/statements, DIR/issues and DIR/readings. Names and numbers are resolved against the
    newest version of the data folder, if there is one, and not against the other texts: `mandate import --extracted
    DIR` does that. Exit 1 if a text was refused; the others are written all the same.
    """
    from graph_store.spark.session import spark_session
    from ingest.spark_job import extract_archive

    prepare_environment()
    known = _known(data)
    with spark_session("mandate extract", master) as session:
        found = extract_archive(session, archive, form.value, out, known=known, source_class=source_class.value)
    if as_json:
        print_json({**asdict(found), "out": out})
    else:
        print(f"{found.texts} texts, {found.refused} refused: {out}")
    if found.refused:
        raise typer.Exit(REFUSED)


@add(app, "neo4j", "mandate spark neo4j graph.nq")
def load_neo4j(
    quads: Annotated[list[str], typer.Argument(metavar="PATH...", help="N-Quads, as the executors see them.")],
    master: Master = "",
    data: Data = DEFAULT_DATA,
    cache: Annotated[
        Path | None, typer.Option("--cache", metavar="DIR", help="Where the connector is kept, for all data folders.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a Neo4j server hold the graph of N-Quads, whatever it held, through its Spark connector.

    The quads are an export of a version, or the statements of `spark extract`. If they are a version of the data
    folder, to the byte, the server bears its stamp: `neo4j verify` compares and `neo4j sync` goes on from there. The
    server is named as for `mandate neo4j sync`.
    """
    from graph_api.cli.neo4j import address_of, cache_folder
    from graph_store.spark.neo4j_load import connector_jar, load_quads
    from graph_store.spark.session import spark_session
    from graph_store.versions import VersionStore

    prepare_environment()
    address, jar = address_of(data), connector_jar(cache or cache_folder())
    versions = {m.content_hash: m.number for m in reversed(VersionStore(data).log())}
    with spark_session("mandate neo4j", master, [jar]) as session:
        loaded = load_quads(session, address, quads, versions)
    if as_json:
        print_json(asdict(loaded))
        return
    held = f"version {loaded.version}" if loaded.version else "no version of this data folder"
    print(f"{address.uri}: {held}, {loaded.nodes} nodes, {loaded.relationships} relationships")


def _known(data: Path) -> "Known":
    """What the newest version of the data folder knows; nothing if there is none."""
    from graph_store.versions import VersionStore
    from ingest.known import Known

    with VersionStore(data).open() as view:
        return Known.of(view.store)


def prepare_environment() -> None:
    """Names the Python and the Java that a Spark of this machine is started with. Raises StoreUnavailable."""
    from graph_store.neo4j.parts import find_java
    from graph_store.spark.session import NEWEST_JAVA, OLDEST_JAVA

    if "PYSPARK_GATEWAY_PORT" in os.environ:  # of spark-submit, which has started it
        return
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    java = find_java(os.environ.get("JAVA_HOME", ""), OLDEST_JAVA, NEWEST_JAVA)
    if java is None:
        raise StoreUnavailable(
            f"Spark needs Java {OLDEST_JAVA} to {NEWEST_JAVA}, and none is here",
            message_vi=f"Spark cần Java {OLDEST_JAVA} đến {NEWEST_JAVA}, nhưng máy này chưa có",
            hint="install one (Debian: openjdk-17-jre-headless), or name it in JAVA_HOME",
            hint_vi="cài Java (Debian: openjdk-17-jre-headless), hoặc chỉ ra trong JAVA_HOME",
        )
    os.environ["JAVA_HOME"] = str(Path(java).resolve().parent.parent)


if __name__ == "__main__":
    from graph_api.cli import main

    sys.argv[1:1] = ["spark"]
    main()
