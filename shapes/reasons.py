"""Why a rule exists, for those whom it stops: reasons.toml, and of the shapes of one's own their sh:description."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ontology.terms import SHAPE_BASE, Labels

_FILE = Path(__file__).with_name("reasons.toml")


@cache
def reasons() -> Mapping[str, Labels]:
    """By the local name of a rule, or of a group of rules: Named is that of Named-prefLabel."""
    told = tomllib.loads(_FILE.read_text("utf-8"))
    return {name: Labels(entry["vi"], entry["en"]) for name, entry in told.items()}


def reason_of(shape: str) -> Labels:
    """The reason of a rule by its IRI or local name; empty for a shape of the installation's own."""
    if ":" in shape and not shape.startswith(SHAPE_BASE):
        return Labels("", "")
    name = shape.removeprefix(SHAPE_BASE)
    return reasons().get(name) or reasons().get(name.partition("-")[0]) or Labels("", "")


def reason_as_json(shape: str) -> dict[str, str]:
    """The reason as reports in JSON and CSV have it."""
    reason = reason_of(shape)
    return {"reason_vi": reason.vi, "reason_en": reason.en}
