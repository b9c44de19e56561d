"""Which results of a report are asked for: by gravity, rule, file and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from ontology.terms import local_name


@dataclass(frozen=True, slots=True)
class Selection:
    """What is left empty selects everything.

    `rule` is the name of a rule, or of a group of rules: Document is all that begin with Document-. `file` is the name
    of a source, * standing for anything; `text` stands in a message, in what the result is about or in its quotes.
    """

    severity: str = ""
    rule: str = ""
    file: str = ""
    text: str = ""

    def keeps(self, result: Mapping[str, Any]) -> bool:
        """Whether a result, as reports in JSON have it, is asked for."""
        name = local_name(str(result["shape"]))
        return (
            self.severity in ("", result["severity"])
            and (self.rule in ("", name) or name.startswith(f"{self.rule}-"))
            and (not self.file or any(fnmatchcase(place["file"], self.file) for place in result.get("places", ())))
            and (not self.text or any(self.text.casefold() in words.casefold() for words in _words(result)))
        )


def _words(result: Mapping[str, Any]) -> list[str]:
    told = ("message_vi", "message_en", "focus_node", "path", "value")
    return [*(str(result[name] or "") for name in told), *(place["quote"] for place in result.get("places", ()))]
