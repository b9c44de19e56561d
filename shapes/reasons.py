"""Why a rule exists and what would mend a finding, for those whom it stops: reasons.toml, and the messages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

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


def fix_of(message_vi: str, message_en: str) -> Labels:
    """What would mend a finding: a message says what is wrong and then, after "; " or ": ", what to do."""
    parts = (message_vi.rpartition("; "), message_en.rpartition(": "))
    vi, en = (fix if wrong else "" for wrong, _, fix in parts)
    return Labels(vi, en)


def explanation(result: Mapping[str, Any]) -> dict[str, str]:
    """Why the rule of a result exists and what would mend it, as reports in JSON and CSV have it."""
    reason, fix = reason_of(str(result["shape"])), fix_of(str(result["message_vi"]), str(result["message_en"]))
    return {"reason_vi": reason.vi, "reason_en": reason.en, "fix_vi": fix.vi, "fix_en": fix.en}
