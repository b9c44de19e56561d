"""Numbers that follow no scheme of codes: Công văn số 8424/VPCP-QHQT, Quyết định số 04-TTg.

They are kept as printed, where the kind of the document stands before them, and mostly the word for "number".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.rules.text.page import Page, Span
from ontology.text import CAPITALS

# 8424/VPCP-QHQT, 73/TTg-CN; 115-CT, 04-TTg. A code that no list has makes a number of the Party's form none: 12-XYZ/TU.
_NUMBER = re.compile(
    rf"\d{{1,5}}[a-z]?(?:/(?:19|20)\d\d)?(?:\s?/\s?[{CAPITALS}]{{1,4}}\s?[-–]\s?(?:UBT[VH]QH|UBTVQH|QH)\s?\d{{1,2}}(?!\d)|\s?/\s?[{CAPITALS}][\w&]*(?:(?:[-.](?=\w)|\s[-–]\s(?=[{CAPITALS}]{{3}}))[\w&]+){{0,3}}"
    rf"|\s?-\s?[{CAPITALS}][\w&]{{1,6}}(?![\w/-])|-[{CAPITALS}](?![\w/-])"
    rf"|\s[{CAPITALS}]{{2,6}}/[{CAPITALS}][\w&]*)"
)
_OF_NUMBER = re.compile(r"số(?<!\wsố)\s*:?\s*(?=\d)")  # the border is looked for last: a search is faster so
_SLASH = re.compile(r"/(?<=\d/)(?=[a-zđ]{2})")
# Công văn: số 12/ABC-D ngày … của …, số 13/ABC-D
_LISTED = re.compile(
    r"(?:,? ngày [\d/.-]{3,10}| ngày [\d]{1,2} tháng \d{1,2} ?năm \d{4})?(?: của [^,;.()\n]{3,60})?(?:,|;| và|, và) "
)
_BARE = re.compile(r"[^\W\d_] (\d{1,5})$")  # Công văn 12/CCHC
_KIND_REACH = 30  # characters before the word for "number" in which the kind stands


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """`kind` is the label of the kind; `start` is where it is printed."""

    start: int
    number_at: int
    end: int
    kind: str
    number: str


def printed_at(page: Page, place: int) -> str:
    """The number as printed there, without blanks; "" if there is none."""
    number = _NUMBER.match(page.shown, place)
    return _closed(number.group()) if number else ""


def printed_numbers(page: Page) -> Iterator[PrintedNumber]:
    """Every such number whose kind is printed."""
    last: PrintedNumber | None = None
    for word_at, place in sorted({*_after_the_word(page), *_bare(page)}):
        number = _NUMBER.match(page.shown, place)
        if not number:
            continue
        kinds = page.found("numbered_kinds", Span(max(0, word_at - _KIND_REACH), word_at))
        kind = next((k for k in kinds if _joins(page, k, word_at)), None)
        if kind:
            label = page.lexicon.numbered_kinds[kind.group()]
            last = PrintedNumber(kind.start(), number.start(), number.end(), label, _closed(number.group()))
            yield last
        elif last and place > last.end and _LISTED.fullmatch(page.low, last.end, word_at):
            last = PrintedNumber(place, place, number.end(), last.kind, _closed(number.group()))
            yield last


def _closed(number: str) -> str:
    """The number without blanks, its dash a hyphen where it has blanks: 728/NQ – UBTVQH 14."""
    return re.sub(r"\s", "", re.sub(r"\s[-–]\s", "-", number))


def _after_the_word(page: Page) -> Iterator[tuple[int, int]]:
    """Where the word for "number" stands, and the number."""
    return ((word.start(), word.end()) for word in _OF_NUMBER.finditer(page.low))


def _bare(page: Page) -> Iterator[tuple[int, int]]:
    """The places, twice, of numbers that stand after a word of letters."""
    for slash in _SLASH.finditer(page.low):
        number = _BARE.search(page.low, max(0, slash.start() - 8), slash.start())
        if number:
            yield number.start(1), number.start(1)


def _joins(page: Page, kind: re.Match[str], place: int) -> bool:
    return page.low[kind.end() : place].strip() in ("", ":")
