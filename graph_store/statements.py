"""The Cypher by which the graph is kept in kglite, one statement a file of cypher/. Questions are in queries/."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "cypher"


@cache
def statement(name: str) -> str:
    """The text of cypher/NAME.cypher."""
    return (_FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
