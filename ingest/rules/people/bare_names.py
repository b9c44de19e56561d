"""Names that their place on the page marks: under a signature, first in an item, right behind "ông" or "bà"."""

import re

from ingest.rules.people.signature_lines import SIGNED, ends_with_post, is_recipient
from ingest.rules.text.page import Page, Span
from ontology.text import CAPITALS

_ITEM = re.compile(r"[ \t|]*(?:[-–+*•][ \t]*)?(?:\d{1,3}[ \t]*[.)/|\t-][ \t|]*|[-–+•][ \t]*|\|[ \t]*)")
_AFTER_ITEM = re.compile(r"[ \t]*(?:[,:|\t(;]|[-–][ \t]|làm |là |$)")
_SIGNED = re.compile(SIGNED)
_OVER = re.compile(r"[^\n]*?(?<!\w)(?:(?:tm|kt|tl|tuq|q)[./]|(?:t/m|k/t|t/l|t/uq)[./\s])\s*\w", re.IGNORECASE)
_PART_END = re.compile(r"[ \t]*(?:[,;(\n]|$)")
_COLUMN = re.compile(r"\t| {3,}|\|")
_CALLS = re.compile(r"(?<!\w)(?:ông|bà|đồng chí):? $")
_MARKED = re.compile(r"[à-ỹăâđêôơư]")  # letters of Vietnamese alone
_CALL_ENDS = ("ông ", "bà ", "chí ", ": ")
_CALL = 12  # characters before a name in which such a word stands
# Nguyễn Văn Mẫu, Lê Sen và …: a short name in a row of names
_NAME_BEFORE = re.compile(
    rf"(?<![\w-])(?P<surname>[{CAPITALS}][^\W\d_]*)(?: [{CAPITALS}][^\W\d_]*){{2,3}}"
    r"(?: \([^()\n]{1,60}\))?(?:,? và |, |; )$"
)
_LISTED_END = re.compile(r"[,;.)\n]| và |$| (?:được|đã|tiếp tục|giữ chức|làm)(?!\w)")
_NAMES_REACH = 104
_LEAD, _WIDE = 24, 300  # characters before the name of an item, and of a line of two columns
_LINES = 4  # lines over a name in which the signature is said
_SENT_TO = 24  # lines of recipients that may stand between them


class BareNames:
    """Looks at the places of the names of a page; what a line says is read once, however many names stand under it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._signing: dict[int, bool] = {}  # by the index of the paragraph

    def opens_item(self, start: int, end: int) -> bool:
        """Whether the name is the first thing of an item of a list: "3. Lê Mai, Vụ trưởng …", "| 3 | Lê Mai | …"."""
        line = self._page.paragraph_at(start)
        before = _ITEM.fullmatch(self._page.low, line.start, start) if start - line.start < _LEAD else None
        return bool(before and _AFTER_ITEM.match(self._page.low, end, line.end))

    def is_called(self, start: int, end: int) -> bool:
        """Whether "ông", "bà" or "đồng chí" stands right before words of a Vietnamese name: đồng chí Kiên Quân."""
        called = self._page.low.endswith(_CALL_ENDS, 0, start)
        before = _CALLS.search(self._page.low, max(0, start - _CALL), start) if called else None
        return before is not None and _MARKED.search(self._page.low, start, end) is not None

    def stands_in_row(self, start: int, end: int) -> bool:
        """Whether the name follows a longer one in a row of names."""
        before = _NAME_BEFORE.search(self._page.shown, max(0, start - _NAMES_REACH), start)
        listed = before is not None and before["surname"] in self._page.lexicon.surnames
        return listed and _LISTED_END.match(self._page.low, end) is not None

    def ends_part(self, start: int, end: int) -> bool:
        """Whether the line, or its part up to a comma or bracket, ends with the name.

        In a heading that is one with a surname alone: CÁ NHÂN CÁN BỘ LÃNH / ĐẠO names nobody.
        """
        heading = self._page.shown[max(0, start - 2) : start].isupper()
        return (not heading or self._has_surname(start, end)) and _PART_END.match(self._page.low, end) is not None

    def _has_surname(self, start: int, end: int) -> bool:
        return self._page.low[start:end].split(" ")[0].capitalize() in self._page.lexicon.surnames

    def is_signature(self, start: int, end: int) -> bool:
        """Whether the name stands alone on its line or in its column, under a line that says as what it is signed."""
        index = self._page.paragraph_index(start)
        low, line = self._page.low, self._page.paragraphs[index]
        if self._page.lexicon.any_of("document_kinds").match(low, start, end):
            return False  # QUY CHẾ LÀM VIỆC: the annex under the signature
        if self._page.shown[start:end].isupper() and not self._has_surname(start, end):
            return False  # PHỤ LỤC
        if line.end - end > _LEAD:
            return False
        first = max(line.start, start - _WIDE)
        before, after = low[first:start], low[end : line.end].strip(" \t|.")
        last = _COLUMN.split(before)[-1]
        if last.strip(" \t|."):
            return False
        cells = _COLUMN.split(before.rstrip()) if before and not after else []
        if len(cells) > 1:  # | Nơi nhận: … | PHÓ CHỦ NHIỆM     Lê Sen |
            place = first + len(before.rstrip())
            if ends_with_post(self._page, Span(place - len(cells[-1].lstrip()), place)):
                return True
        if first > line.start:
            return False
        if after or self._is_signed_below(index):
            return not after or _SIGNED.fullmatch(after) is not None
        left = _LINES
        for over in range(index - 1, max(-1, index - _LINES - _SENT_TO - 1), -1):
            signs = self._signing.get(over)
            if signs is None:
                signs = self._signing[over] = self._signs(self._page.paragraphs[over])
            if signs:
                return True
            above = self._page.paragraphs[over]
            left -= not is_recipient(self._page, above.start, above.end)
            if not left:
                return False
        return False

    def past_post(self, start: int, end: int) -> int:
        """Where the name begins on the line of a signature behind posts in capitals: PHÓ GIÁM ĐỐC Lê Văn Mẫu."""
        if self._page.shown[start:end].isupper():
            return start
        while (role := self._page.at("roles", start)) and role.end() < end:
            if not self._page.shown[start : role.end()].isupper():
                break
            start = self._page.after_blanks(role.end())
        return start

    def _is_signed_below(self, index: int) -> bool:
        """Whether the next line is "(đã ký)" alone."""
        below = self._page.paragraphs[index + 1 : index + 2]
        return bool(below) and _SIGNED.fullmatch(self._page.low, below[0].start, below[0].end) is not None

    def _signs(self, line: Span) -> bool:
        """Whether the line says as what, or that, somebody signs."""
        page, lexicon = self._page, self._page.lexicon
        words = page.low[line.start : min(line.end, line.start + _WIDE)]
        column = _COLUMN.split(words)[-1]
        if _SIGNED.fullmatch(words) or _SIGNED.fullmatch(column) or _OVER.match(words):
            return True
        role = column.strip(" *.:|")
        if page.shown[line.start : line.end].isupper() and lexicon.any_of("roles").match(role):
            return True
        return bool(lexicon.any_of("roles").fullmatch(role) or lexicon.any_of("titles").fullmatch(role))
