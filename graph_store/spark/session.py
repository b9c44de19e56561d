"""A Spark session and its errors in our words; called by the loader beside it and by the job of ingest/spark_job.py."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.errors import MandateGraphError, StoreError, StoreUnavailable

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

OLDEST_JAVA, NEWEST_JAVA = 17, 21  # of Spark 4.0
_LOCAL = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
}
_SAID = 300  # characters of what Spark says of an error


@contextmanager
def spark_session(name: str, master: str = "", jars: Sequence[Path] = ()) -> "Iterator[SparkSession]":
    """A session that ends with the block; what goes wrong in it is told in our words.

    Takes   master: local[*], spark://host:7077, yarn …; "" takes that of spark-submit, else local[*].
            jars: sent to the executors.
    Raises  StoreUnavailable if PySpark is not installed or Spark does not start.
    """
    from_packages = _packages()
    builder = from_packages.builder.appName(name).config("spark.sql.session.timeZone", "UTC")
    if master:
        builder = builder.master(master)
    for key, value in _LOCAL.items() if master.startswith("local") else ():
        builder = builder.config(key, value)
    if jars:
        builder = builder.config("spark.jars", ",".join(str(jar.resolve()) for jar in jars))
    try:
        session = builder.getOrCreate()
    except Exception as error:  # PySpark raises what its gateway, its JVM or the cluster gave it
        raise _not_started(error) from error
    session.sparkContext.setLogLevel("ERROR")
    try:
        with _told():
            yield session
    finally:
        session.stop()


def _packages() -> "type[SparkSession]":
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise StoreUnavailable(
            "PySpark is not installed",
            message_vi="chưa cài PySpark",
            hint="pip install 'mandate-graph[spark]'",
            hint_vi="chạy pip install 'mandate-graph[spark]'",
        ) from error
    return SparkSession


@contextmanager
def _told() -> Iterator[None]:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        said = _first_words(error)
        raise StoreError(
            f"the Spark job failed: {said}",
            message_vi=f"công việc Spark thất bại: {said}",
            hint="the log of Spark above says more; what was written of the output is incomplete, remove it",
            hint_vi="nhật ký của Spark ở trên cho biết thêm; kết quả ghi dở không đầy đủ, hãy xóa đi",
        ) from error


def _not_started(error: Exception) -> MandateGraphError:
    said = _first_words(error)
    return StoreUnavailable(
        f"Spark does not start: {said}",
        message_vi=f"Spark không khởi động được: {said}",
        hint=f"is the master right, and Java {OLDEST_JAVA} to {NEWEST_JAVA} there?",
        hint_vi=f"xem lại master, và Java {OLDEST_JAVA} đến {NEWEST_JAVA} đã được cài chưa",
    )


def _first_words(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return " ".join(lines[:2])[:_SAID] or type(error).__name__
