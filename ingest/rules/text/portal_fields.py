"""What a portal says of a document in a table over or under its text: Số ký hiệu, Ngày ban hành, Người ký."""

import re
from dataclasses import dataclass

from ingest.rules.text.page import Page, Span

_LABELS = {
    "number": r"số(?: |/|, )?(?:và )?(?:ký hiệu|hiệu|hiệu văn bản)(?: văn bản)?|số văn bản",
    "issued": r"ngày (?:ban hành|văn bản|ký)",
    "issuer": r"(?:cơ quan|nơi|đơn vị|cấp|tổ chức) ban hành",
    "signer": r"người ký(?: duyệt)?",
    "kind": r"(?:thể )?loại(?: văn bản)?|hình thức(?: văn bản)?",
}
_FIELD = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()) + r")\s*(?:[:|\t]\s*|\n\s*)"
)
_NEXT = re.compile(r"\t|\s\|\s|\n|\s(?=(?:" + "|".join(_LABELS.values()) + r"|ngày hiệu lực|tình trạng|trích yếu)\s*:)")
_NUMBER_LABELS = re.compile(r"hiệu(?:\s*[:|\t\n]| văn bản)"), re.compile(r"số văn bản\s*[:|\t\n]")
_REACH = 6000  # characters at either end of the page in which such a table stands


@dataclass(slots=True)
class Fields:
    """Where the values stand."""

    number: Span | None = None
    issued: Span | None = None
    issuer: Span | None = None
    signer: Span | None = None
    kind: Span | None = None


def portal_fields(page: Page) -> Fields | None:
    """The fields, if the number and one more are among them."""
    low, end = page.low, len(page.low)
    if not any(label.search(low) for label in _NUMBER_LABELS):
        return None  # as in nearly every text
    found = Fields()
    for first, last in ((0, min(end, _REACH)), (max(_REACH, end - _REACH), end)):
        for match in _FIELD.finditer(low, first, last):
            name = next(n for n, words in match.groupdict().items() if words)
            stop = _NEXT.search(low, match.end(), min(end, match.end() + 200))
            value = Span(match.end(), stop.start() if stop else min(end, match.end() + 200))
            if getattr(found, name) is None and low[value.start : value.end].strip():
                setattr(found, name, value)
    others = (found.issued, found.issuer, found.signer, found.kind)
    return found if found.number and any(others) else None
