"""Lines of a web page that only lead to other articles: "Xem thêm: …", a headline that is a link."""

import re
from typing import Any

_CUE = re.compile(r"^(?:[^:]{0,25}:|[-–•*>»+]+)? ?")  # Xem thêm: …, >> …
_SHORT = 20  # characters; less is a name or a number in a line of its own
_FILES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar")  # what belongs to the page


def without_leads_elsewhere(tree: Any, lines: list[str]) -> list[str]:
    """The lines that are more than a link to another page; all of them, where most of the text is such links."""
    linked = {_behind_cue("".join(link.itertext())) for link in tree.iter("a") if _is_elsewhere(link)}
    kept = [line for line in lines if len(line) < _SHORT or _behind_cue(line) not in linked]
    return kept if sum(map(len, kept)) * 2 > sum(map(len, lines)) else lines


def _is_elsewhere(link: Any) -> bool:
    address = link.get("href", "").lower().partition("?")[0]
    return bool(address) and not address.startswith("#") and not address.endswith(_FILES)


def _behind_cue(text: str) -> str:
    words = " ".join(text.split())
    return _CUE.sub("", words, count=1)
