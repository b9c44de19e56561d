"""Why a rule exists and what would mend a finding, for those whom it stops: reasons.toml, and the messages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from ontology.language import Language
from ontology.locators import locator_words
from ontology.terms import SHAPE_BASE, Labels, labels, local_name

# What results and places of an older program lack.
_UNNAMED = {"about_vi": "", "about_en": "", "value_vi": "", "value_en": ""}
_UNREAD = {"sha256": "", "value": "", "sentence": "", "mark": 0, "mark_end": 0}
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


def explained(result: Mapping[str, Any]) -> dict[str, Any]:
    """A result, as reports in JSON have it, with all that a reader wants to know, in both languages.

    Added are what is `wrong` without what would mend it, reason, fix, the name of the property, where each place is.
    """
    why = explanation(result)
    path = labels(str(result["path"] or ""))
    return {
        **_UNNAMED,
        **result,
        "rule": local_name(str(result["shape"])),
        "wrong_vi": _without(str(result["message_vi"]), why["fix_vi"]),
        "wrong_en": _without(str(result["message_en"]), why["fix_en"]),
        **why,
        "path_vi": path.vi,
        "path_en": path.en,
        "places": [{**_UNREAD, **place, **where(place)} for place in result.get("places", ())],
    }


def where(entry: Mapping[str, Any]) -> dict[str, str]:
    """`where_vi` and `where_en` of what has locator, start and end: trang 3, page 3."""
    span = (entry["start"], entry["end"])
    return {f"where_{lang}": locator_words(entry["locator"] or "", lang, span) for lang in get_args(Language)}


def _without(message: str, fix: str) -> str:
    """The message before what would mend it."""
    return message.removesuffix(fix).rstrip(" ;:") if fix else message
