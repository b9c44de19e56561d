"""The statements that keep the graph in a server, one a file in cypher/; to be read without the driver."""

from functools import cache
from pathlib import Path
from typing import LiteralString

_TEXTS = Path(__file__).parent / "cypher"
# What a server needs once, in this order: keys, then what serves questions.
KEYS = ("constraint", "version_constraint")
INDEXES = ("label_lookup", "type_lookup", "number_index", "name_index")
SCHEMA = (*KEYS, *INDEXES)
FINISH = (*SCHEMA, "await_indexes", "finish_import")  # what is run after neo4j-admin has imported bulk files


@cache
def statement(name: str) -> LiteralString:
    """The text of cypher/NAME.cypher."""
    return (_TEXTS / f"{name}.cypher").read_text("utf-8")
