"""How congresses and plenums are called: patterns over canonical text."""

import re

from ingest.facts import EventForm

_FIGURES = r"1\d"  # of a term, which some papers print instead: khóa 13
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_OF_PARTY = r"(?:\s+(?:của\s+)?đảng(?:\s+cộng sản việt nam)?)?"
_NATIONAL = r"(?P<delegates>đại biểu\s+)?(?:đảng\s+)?(?P<national>toàn quốc\s+)?(?:lần thứ\s+)?"
_COMMITTEE = r"(?:ban chấp hành\s+|bch\s+)?(?:trung ương|tw|t\.ư|tư)(?:\s+đảng)?"
_ORDINAL = r"\d{1,2}|[a-zà-ỹ]+(?:\s(?:một|hai|ba|bốn|tư|lăm))?"
_TERM = rf"[\s,]*\(?(?:khóa\s+)?(?P<term>[ivx]{{1,6}}|(?<=khóa ){_FIGURES})\)?(?!\w)"

# Đại hội XIII của Đảng, Đại hội đại biểu toàn quốc lần thứ XIII
CONGRESS = re.compile(
    rf"(?<!\w)đại hội\s+{_NATIONAL}(?P<term>[ivx]{{1,6}}|{_FIGURES}(?=\s+(?:của\s+)?đảng(?!\w)))(?!\w){_OF_PARTY}(?!\w)"
)
# Hội nghị Trung ương 5 khóa XIII, Hội nghị Trung ương lần thứ năm (khóa XIII)
_NUMBER_LAST = rf"hội nghị\s+(?:lần thứ\s+)?{_COMMITTEE}\s+(?:lần\s+)?(?:thứ\s+)?(?P<number>{_ORDINAL})"
# Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII
_NUMBER_FIRST = rf"hội nghị\s+lần thứ\s+(?P<number2>{_ORDINAL}),?\s+(?:của\s+)?{_COMMITTEE}"
PLENUM = re.compile(rf"(?<!\w)(?:{_NUMBER_LAST}|{_NUMBER_FIRST}){_TERM}")


def term_name(term: str) -> str:
    """The term in Roman figures: XIII of "xiii" and of "13"."""
    return f"X{_UNITS[int(term) - 10]}" if term.isdecimal() else term.upper()


def congress_name(term: str) -> str:
    return f"Đại hội {term_name(term)} của Đảng"


def plenum_name(ordinal: int, term: str) -> str:
    return f"Hội nghị Trung ương {ordinal} khóa {term_name(term)}"


def printed_congress(match: re.Match[str]) -> str:
    """The name of a match of CONGRESS in the form that the text gives it: Đại hội đại biểu toàn quốc lần thứ XIII …"""
    if not match["delegates"] and not match["national"]:
        return congress_name(match["term"])
    delegates = "đại biểu " if match["delegates"] else ""
    return f"Đại hội {delegates}toàn quốc lần thứ {term_name(match['term'])} của Đảng"


def printed_plenum(match: re.Match[str]) -> str:
    """The name of a match of PLENUM in the form that the text gives it: Hội nghị lần thứ năm Ban Chấp hành …"""
    if match["number2"]:
        number = match["number2"].strip()
        return f"Hội nghị lần thứ {number} Ban Chấp hành Trung ương Đảng khóa {term_name(match['term'])}"
    number = match["number"].strip()
    words = number if number.isdecimal() else f"lần thứ {number}"
    return f"Hội nghị Trung ương {words} khóa {term_name(match['term'])}"


def standard_name(form: EventForm, term: str | None, ordinal: int | None) -> str | None:
    """The one name of a national congress or plenum, by which texts that print it otherwise mean the same event."""
    if form == "congress" and term:
        return congress_name(term)
    return plenum_name(ordinal, term) if form == "plenum" and term and ordinal is not None else None
