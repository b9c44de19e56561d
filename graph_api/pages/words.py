"""How values are written for people: dates, names of things that have none of their own, quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_api.pages.markup import entity_link
from graph_api.pages.texts import text
from graph_store.chain_model import Quote
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.locators import locator_words

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FIRST_QUARTER = 33  # 2023-33 is the first quarter of 2023 in EDTF (ISO 8601-2)
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Cell:
    """Text with the address that it leads to, if any."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with its source as a reader needs it."""

    quote: str
    source: Cell
    place: str
    rule: str
    cited: str
    note: str  # what was read as something else
    unverified: bool


def date_words(lexical: str, language: Language) -> str:
    """A date as people write it: 02/06/2022, 06/2022, quý I/2023; in English as in ISO 8601, 2023 Q1."""
    match = _DATE.fullmatch(lexical)
    if not match:
        return lexical
    year, month, day = match.groups()
    if month and int(month) >= _FIRST_QUARTER and int(month) < _FIRST_QUARTER + len(_QUARTERS):
        quarter = int(month) - _FIRST_QUARTER
        return f"quý {_QUARTERS[quarter]}/{year}" if language == "vi" else f"{year} Q{quarter + 1}"
    if language == "en":
        return lexical
    return "/".join(part for part in (day, month, year) if part)


def period_words(begin: str | None, end: str | None, language: Language) -> str:
    """ "từ 06/2022 đến 07/2024"; an unknown end stays unsaid."""
    parts = [text("from-day", language, day=date_words(begin, language))] if begin else []
    parts += [text("to-day", language, day=date_words(end, language))] if end else []
    return " ".join(parts)


def all_unverified(evidence: Sequence[Quote]) -> bool:
    """Whether nothing but unverified claims support a statement."""
    return bool(evidence) and all(quote.claim_rank == "unverified" for quote in evidence)


def quote_view(quote: Quote, query: str, language: Language, *, told_unverified: bool = False) -> QuoteView:
    """`told_unverified` says that the statement is marked as unverified already."""
    return QuoteView(
        quote=quote.quote,
        source=Cell(quote.source_title or quote.source.removeprefix(ID_BASE), entity_link(quote.source) + query),
        place=locator_words(quote.locator, language, (quote.start, quote.end)),
        rule=quote.rule,
        cited=quote.cited_source,
        note=quote.note,
        unverified=quote.claim_rank == "unverified" and not told_unverified,
    )
