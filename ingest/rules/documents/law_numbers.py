"""Laws that a text names by title and number: Luật Tổ chức Quốc hội số 57/2014/QH13."""

import re

from ingest.rules.text.page import Page, Span

_REACH = 220  # characters of the title of a law
_TO_NUMBER = re.compile(r"[^;:.\n()“”]*?\s+số\s*:?\s*")
_AMENDED = re.compile(
    r"(?:sửa đổi|bổ sung)[^;.\n]{0,100}(?:điều|khoản)\s+(?:của\s+)?(?:(?:bộ )?luật [^;.\n]{3,120}(?:,|và)\s+)?$"
)
_YEAR = re.compile(r",?\s+năm\s+((?:19|20)\d\d)(?!\d)")


def law_before(page: Page, start: int) -> tuple[str, str, int] | None:
    """Kind, title and place of the law whose number begins at `start`; None where no title stands before it."""
    first = max(0, start - _REACH, page.sentence_at(start).start)
    laws = page.found("law_words", Span(first, start))
    found: re.Match[str] | None = None
    for law in reversed(laws):
        if not page.shown[law.start()].isupper() and not found:
            continue
        if found is None and _TO_NUMBER.fullmatch(page.low, law.end(), start):
            found = law
        elif found and _AMENDED.search(page.low, law.end(), found.start()):
            found = law  # the law that amends the one named in its title
    if found is None:
        return None
    title = " ".join(page.shown[found.start() : start].split())
    title = re.sub(r"\s+số\s*:?$", "", title)
    kind = page.lexicon.document_kinds[found.group()]
    return (kind, title, found.start()) if len(title.split()) > len(kind.split()) else (kind, "", found.start())


def year_after(page: Page, end: int) -> str | None:
    """The year that follows a number without a day: "số 20/2023/QH15 năm 2023"."""
    year = _YEAR.match(page.low, end)
    return year[1] if year else None
