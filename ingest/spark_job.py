"""The extraction as a Spark job, for archives of millions: the facts and statements of each text, by many processes.

OUT/facts       JSON Lines, a text a line, as `mandate extract` prints it
OUT/parquet     the same facts with typed columns
OUT/statements  N-Quads: the named graph of each source with its evidence, as an import makes it, but that names and
                numbers are resolved against what was known before, not against the other texts of the archive
OUT/issues      JSON Lines: what was not understood or refused, as in the report of an import
OUT/readings    JSON Lines: the facts in full, for `mandate import --extracted OUT`, which resolves them
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

from pyoxigraph import RdfFormat, serialize

from ingest.extracted import as_line
from ingest.extracting import find_facts, our_mistake
from ingest.facts_json import facts_as_json
from ingest.issues import Issue, issue_of_error
from ingest.known import Known
from ingest.readers import source_of
from ingest.text_graph import graph_of_text
from ontology.errors import SourceError, SourceRefused
from ontology.text import nfc

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Archive = Literal["files", "parquet", "jsonl"]
_WORDS = "evidence string, start int, end int, rule string, note string"
_RELATION = f"struct<subject string, predicate string, object string, {_WORDS}>"
FACTS = (  # the columns of OUT/parquet
    "id string, url string, title string, published string, "
    "documents array<struct<number string, type string, issued string, issuer string, self boolean, name string, "
    f"aliases array<string>, {_WORDS}>>, "
    f"events array<struct<name string, date string, {_WORDS}>>, "
    f"bodies array<struct<name string, kind string, level string, place string, is_kind boolean, {_WORDS}>>, "
    "people array<string>, "
    f"holdings array<struct<person string, role string, body string, status string, date string, {_WORDS}>>, "
    f"relations array<{_RELATION}>, more_relations array<{_RELATION}>, "
    "coverage array<struct<kind string, counted int, out_of int, as_of string, first array<string>, "
    f"{_WORDS}>>"
)
_TASKS = 4  # for each core, as some texts take longer than others
_TOLD = "facts string, statements string, reading string, issues array<string>, refused boolean"


@dataclass(frozen=True, slots=True)
class Extracted:
    """How many texts were read and how many refused; a text that stands in the archive twice is read once."""

    texts: int
    refused: int


def extract_archive(
    session: "SparkSession", archive: Sequence[str], form: Archive, out: str, *, known: Known, source_class: str
) -> Extracted:
    """Writes what the texts of an archive state to folders in `out`, none of which may be there.

    Takes   archive: paths or patterns as the executors see them. "files" are texts in any format that an import reads;
            "parquet" and "jsonl" have columns id and text, and their texts are named ID.txt.
    """
    from pyspark import StorageLevel
    from pyspark.sql import functions as f

    shared = session.sparkContext.broadcast(known)
    texts = _each_once(_texts(session, archive, form)).repartition(_TASKS * session.sparkContext.defaultParallelism)
    told = session.createDataFrame(texts.rdd.mapPartitions(partial(_told, shared, source_class)), _TOLD)
    told = told.persist(StorageLevel.DISK_ONLY)
    facts = told.where("not refused").select("facts")
    facts.write.text(f"{out}/facts")
    facts.select(f.from_json("facts", FACTS).alias("told")).select("told.*").write.parquet(f"{out}/parquet")
    told.where("not refused").select("statements").write.text(f"{out}/statements")
    told.where("not refused").select("reading").write.text(f"{out}/readings")
    told.select(f.explode("issues")).write.text(f"{out}/issues")
    refused = told.where("refused").count()
    return Extracted(told.count() - refused, refused)


def _texts(session: "SparkSession", archive: Sequence[str], form: Archive) -> "DataFrame":
    """Rows of path, id and bytes."""
    from pyspark.sql import functions as f

    if form == "files":
        files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(list(archive))
        return files.select("path", f.lit("").alias("id"), "content")
    rows = (
        session.read.parquet(*archive)
        if form == "parquet"
        else session.read.json(list(archive), "id string, text string")
    )
    key = f.col("id").cast("string")
    return rows.select(
        f.concat(key, f.lit(".txt")).alias("path"),
        key,
        f.encode(f.coalesce("text", f.lit("")), "UTF-8").alias("content"),
    )


def _each_once(texts: "DataFrame") -> "DataFrame":
    """Of texts with equal bytes the one whose path comes first."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    same = Window.partitionBy(f.sha2("content", 256)).orderBy("path")
    return texts.withColumn("place", f.row_number().over(same)).where("place = 1").drop("place")


def _told(known: Any, source_class: str, texts: Iterable[tuple[str, str, bytes]]) -> Iterator[tuple[Any, ...]]:
    """Runs in the executors: a row of _TOLD for each text."""
    for path, key, content in texts:
        name = nfc(path if key else unquote(PurePosixPath(path).name))
        try:
            facts, statements, reading, issues = read_text(bytes(content), name, key, known.value, source_class)
        except SourceError as error:
            yield None, None, None, _lines([issue_of_error(error, name)]), True
        except Exception as error:  # one text does not end the job
            yield None, None, None, _lines([issue_of_error(our_mistake(name, error), name)]), True
        else:
            yield json.dumps(facts, ensure_ascii=False), statements, reading, _lines(issues), False


def read_text(
    content: bytes, name: str, key: str, known: Known, source_class: str
) -> tuple[dict[str, Any], str, str, list[Issue]]:
    """(facts as JSON, statements as N-Quads, reading, issues) of the bytes of one text. Raises SourceError."""
    source = source_of(content, name)
    if source.form != "text":
        raise SourceRefused(
            f"{name} is no text",
            message_vi=f"{name}: không phải văn bản",
            hint="tables and RDF files state their facts themselves: `mandate import` reads them",
            hint_vi="bảng và tệp RDF tự nêu dữ kiện: đọc chúng bằng `mandate import`",
            file=name,
            code="no-text",
        )
    found = find_facts(source.text, source.content.published)
    graph, issues = graph_of_text(source, found.facts, known, source_class)
    quads = serialize(graph.quads(), format=RdfFormat.N_QUADS) or b""
    facts = facts_as_json(found.facts, key or PurePosixPath(name).stem)
    return facts, quads.decode().removesuffix("\n"), as_line(source.sha256, found), issues


def _lines(issues: Iterable[Issue]) -> list[str]:
    return [json.dumps(issue.as_json(), ensure_ascii=False) for issue in issues]
