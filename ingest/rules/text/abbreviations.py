"""Abbreviations and short names that a text defines for itself: "… (PCTNTC)", "… (Ban Chỉ đạo cấp tỉnh)"."""

import re
from dataclasses import dataclass

from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical, fold

_DEFINITION = re.compile(r"\((?:gọi tắt là|sau đây gọi (?:tắt )?là|viết tắt là)?\s*([A-ZĐ][A-ZĐƯƠÂ.]{1,11})\)")
_SHORT_NAME = re.compile(r"\((?:(?:sau đây )?gọi (?:tắt |chung )?là\s+)?([" + CAPITALS + r"][^()\n]{5,60})\)")
_CENTRE = re.compile(r"T(?<![\w/-].)(?:\.\s?Ư|Ư|W)(?![\w/-])")
_CITY = re.compile(r"T(?<![\w/-].)[Pp]\.?\s?HCM(?![\w/-])")
_HO_CHI_MINH = "Thành phố Hồ Chí Minh"
_WORD = re.compile(r"[^\W\d_]+")
# as every abbreviation is, but for those in numbers: 12-NQ/TW
_IN_CAPITALS = re.compile(rf"[{CAPITALS}](?=[{CAPITALS}])(?<![^\W\d_].)(?<!\w/.)(?<!\d-.)[{CAPITALS}]+(?![^\W\d_])")
_COMMITTEE = "ban chỉ đạo"
_REACH = 120  # characters before the bracket in which the full words must stand


@dataclass(frozen=True, slots=True)
class ShortName:
    """A bracket that gives what stands before it a short name: `start` is where the bracket opens."""

    start: int
    end: int
    name: str


def find_abbreviations(page: Page) -> dict[str, str]:
    """Abbreviation -> full words: those that the text defines, before those of the lexicon."""
    found = dict(page.lexicon.abbreviations)
    for match in _DEFINITION.finditer(page.shown):
        full = _full_words(page, match.start(), match[1].replace(".", ""))
        if full:
            found[match[1].replace(".", "")] = full
    return found


def find_short_names(page: Page) -> list[ShortName]:
    """Brackets that hold a short name rather than an abbreviation or an aside."""
    return [ShortName(m.start(), m.end(), m[1].strip()) for m in _SHORT_NAME.finditer(page.shown)]


def expand(words: str, abbreviations: dict[str, str]) -> str:
    """`words` with every abbreviation written out, T.Ư and TPHCM too."""
    words = _CITY.sub(_HO_CHI_MINH, _CENTRE.sub("Trung ương", words))
    return _IN_CAPITALS.sub(lambda m: abbreviations.get(m.group(), m.group()), words)


def own_abbreviations(page: Page, abbreviations: dict[str, str]) -> dict[str, str]:
    """Those that the text defines."""
    return {short: full for short, full in abbreviations.items() if page.lexicon.abbreviations.get(short) != full}


def topics(page: Page, abbreviations: dict[str, str]) -> dict[str, str]:
    """What committees are about, by each of the ways to write it: "PCTNTC" and "phòng chống tham nhũng tiêu cực".

    Those of the lexicon, and what the text shortens right after the words for a steering committee.
    """
    found = {}
    for short, full in abbreviations.items():
        lowered = canonical(full)
        own = page.lexicon.abbreviations.get(short) != full
        if lowered.startswith("phòng") or (own and f"{_COMMITTEE} {lowered}" in page.low):
            found.update({canonical(short): lowered, lowered: lowered})
    return found


def _full_words(page: Page, bracket: int, short: str) -> str | None:
    """The words before the bracket whose initials are the abbreviation; None if they do not fit."""
    words = list(_WORD.finditer(page.shown, max(0, bracket - _REACH), bracket))
    if len(words) < len(short) or page.shown[words[-1].end() : bracket].strip():
        return None
    tail = words[-len(short) :]
    initials = "".join(fold(word.group())[:1] for word in tail)
    fits = initials == fold(short).replace("w", "u")  # W stands for Ư
    return page.shown[tail[0].start() : tail[-1].end()] if fits else None
