"""A page that is only the list that comes with a decision: DANH SÁCH … (Kèm theo Quyết định số …), and its rows."""

import re
from bisect import bisect_left

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.bodies.founded_bodies import FoundedBodies
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.official.official_facts import Official
from ingest.rules.official.official_head import Head
from ingest.rules.official.official_lines import NOWHERE
from ingest.rules.text.page import Page, Span

_HEADING = re.compile(r"[\W_]*danh sách(?!\w)")
_COMES_WITH = re.compile(r"[\W_]*(?:ban hành )?(?:đính )?kèm(?: theo)?\s+")
_OPENING = 12  # lines in which the heading stands, under a letterhead or "Phụ lục"
_TITLE = 5  # lines of the heading


def annexed_list(
    page: Page,
    reader: BodyReader,
    bodies: list[BodyMention],
    documents: list[DocumentMention],
    abbreviations: dict[str, str],
) -> Official | None:
    """The decision that the list comes with, and the bodies of its heading; None if the page is no such list.

    Lists are in order of place.
    """
    lines = page.paragraphs[: _OPENING + _TITLE]
    heading = next((i for i, p in enumerate(lines[:_OPENING]) if _HEADING.match(page.low, p.start, p.end)), None)
    if heading is None:
        return None
    for line in lines[heading + 1 : heading + 1 + _TITLE]:
        comes = _COMES_WITH.match(page.low, line.start, line.end)
        index = bisect_left(documents, comes.end(), key=lambda d: d.start) if comes else len(documents)
        decision = documents[index] if index < len(documents) else None
        if comes and decision and decision.number and decision.start == comes.end():
            title = Span(lines[heading].start, line.start)
            return _read(page, reader, bodies, abbreviations, decision, title)
    return None


def _read(
    page: Page,
    reader: BodyReader,
    bodies: list[BodyMention],
    abbreviations: dict[str, str],
    decision: DocumentMention,
    title: Span,
) -> Official:
    head = Head([], decision, NOWHERE)
    issuer = next((b for b in bodies if b.name == decision.issuer), None)
    found = Official(decision, head, annexed=title)
    known = FoundedBodies(page, reader, [b for b in bodies if not b.is_kind], issuer, abbreviations, alone=True)
    found.bodies = known.read([title, NOWHERE])
    return found
