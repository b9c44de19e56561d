"""Papers that ask others to decide: whom a Tờ trình names for a post does not have it yet."""

from ingest.facts import HoldingFact
from ingest.rules.official.official_facts import Official
from ingest.rules.text.page import Page

_LINES = 6  # from the top, in which a paper says what it is


def without_proposed(page: Page, official: Official | None, holdings: list[HoldingFact]) -> list[HoldingFact]:
    """The holdings; those of a paper that only proposes without the posts that it asks others to give."""
    kinds = page.lexicon.cues["proposing_kinds"]
    own = official.itself.kind in kinds if official else _is_headed(page, kinds)
    return [fact for fact in holdings if fact.status != "appointed"] if own else holdings


def _is_headed(page: Page, kinds: list[str]) -> bool:
    """TỜ TRÌNH CỦA HỘI ĐỒNG BỘ TRƯỞNG, over a text that nothing else marks as a paper."""
    heads = tuple(kind.upper() for kind in kinds)
    return any(page.shown[line.start : line.end].lstrip().startswith(heads) for line in page.paragraphs[:_LINES])
