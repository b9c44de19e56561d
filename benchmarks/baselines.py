"""What extraction is measured beside: underthesea's named entities, and one plain expression for document numbers.

underthesea is wanted for the benchmark alone: `pip install --require-hashes -r requirements/bench.txt`.
"""

import re
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

_NUMBER = re.compile(r"\b\d{1,5}(?:/\d{4})?[-/][A-ZĐ]{1,6}(?:[-/][A-ZĐ]{1,8})+\b")
Facts = dict[str, Any]


def number_facts(text: str) -> Facts:
    """Everything that looks like a document number, as facts of the corpus's form."""
    numbers = dict.fromkeys(match.group() for match in _NUMBER.finditer(text))
    return {"documents": [{"number": number} for number in numbers]}


def named_entities() -> Callable[[str], Facts] | None:
    """underthesea's people and organisations as facts of the corpus's form; None where it is not installed."""
    if not find_spec("underthesea"):
        return None
    tag = import_module("underthesea").ner

    def facts(text: str) -> Facts:
        found: dict[str, dict[str, None]] = {"PER": {}, "ORG": {}}
        for line in filter(None, map(str.strip, text.splitlines())):
            for kind, name in _entities(tag(line)):
                found.setdefault(kind, {})[name] = None
        return {"people": list(found["PER"]), "bodies": [{"name": name} for name in found["ORG"]]}

    return facts


def _entities(tagged: list[tuple[str, str, str, str]]) -> list[tuple[str, str]]:
    """(kind, name) of each run of B- and I- tags."""
    runs: list[tuple[str, list[str]]] = []
    for word, _, _, label in tagged:
        place, _, kind = label.partition("-")
        if place == "I" and runs and runs[-1][0] == kind:
            runs[-1][1].append(word)
        else:
            runs.append((kind, [word]))
    return [(kind, " ".join(words)) for kind, words in runs if kind]
