"""How congresses and plenums are called: patterns over canonical text."""

import re

from ingest.cued import Cued
from ingest.facts import EventForm

_FIGURES = r"1\d"  # of a term, which some papers print instead: khóa 13
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
# Figures of a plenum that some papers print as those of a term: Hội nghị lần thứ XIV, Ban Chấp hành Trung ương.
ROMAN = {f"{'x' * tens}{unit.lower()}": 10 * tens + n for tens in range(3) for n, unit in enumerate(_UNITS) if tens + n}
_OF_PARTY = r"(?:\s+(?:của\s+)?đảng(?!\s+bộ|\s+ủy)(?:\s+cộng sản việt nam)?)?"
_NATIONAL = (
    r"(?P<delegates>đại biểu\s+)?(?:đảng\s+(?:cộng sản việt nam\s+)?)?(?P<national>toàn quốc\s+)?(?:lần thứ\s+)?"
)
_COMMITTEE = r"(?:ban chấp hành\s+(?:\(bch\)\s+)?|bch\s+)?(?:trung ương|tw|t\.ư|tư)(?:\s+đảng)?"
_WHOLE_COMMITTEE = re.compile(r"ban chấp hành|bch")
_WORDS = r"[a-zà-ỹ]+(?:\s(?:một|hai|ba|bốn|tư|lăm))?"
_ORDINAL = rf"\d{{1,2}}|{_WORDS}"
_NUMBER = rf"\d{{1,2}}|(?<=thứ ){_WORDS}|{_WORDS}(?=[\s,]*\(?khóa)"  # Hội nghị Trung ương bảy khóa X
_OTHERS = r"(?:mttq|mặt trận|công đoàn|cđ|đoàn|hội|liên đoàn|tổng liên đoàn|liên minh|đảng bộ|chi bộ)(?!\w)"
_TERM = (
    rf"(?:[\s,]*\(?(?:khóa\s+)?(?P<term>[ivx]{{1,6}}|(?<=khóa ){_FIGURES})\)?(?!\w)"
    rf"|(?!\w|[ ]+(?:của\s+)?{_OTHERS}|\s+(?:ngày|buổi|năm|đại biểu)(?!\w)))"
)
# Figures of a congress stand before "Đảng", after "toàn quốc lần thứ" or at the end of a clause: Đại hội 13.
_CONGRESS_TERM = (
    rf"[ivx]{{1,6}}|{_FIGURES}(?=\s+(?:của\s+)?đảng(?!\w))|(?<=toàn quốc lần thứ ){_FIGURES}"
    rf"|(?<=đại hội ){_FIGURES}(?=[,.;:)\n]|\s+(?:và|đã|sẽ|đến|tới)(?!\w))"
)

# Đại hội XIII của Đảng, Đại hội đại biểu toàn quốc lần thứ XIII
CONGRESS = Cued("đại", rf"đại hội\s+{_NATIONAL}(?P<term>{_CONGRESS_TERM})(?!\w){_OF_PARTY}(?!\w)")
_OF_OTHERS = re.compile(rf",? (?:của )?{_OTHERS}")
# Hội nghị Trung ương 5 khóa XIII, Hội nghị Trung ương lần thứ năm (khóa XIII)
_NUMBER_LAST = rf"hội nghị\s+(?:lần thứ\s+)?{_COMMITTEE}\s+(?:lần\s+)?(?:thứ\s+)?(?P<number>{_NUMBER})"
# Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII
_NUMBER_FIRST = rf"hội nghị\s+lần thứ\s+(?P<number2>{_ORDINAL})(?:,?[ ]|\n)\s*(?:của\s+)?{_COMMITTEE}"
PLENUM = Cued("hội", rf"(?:{_NUMBER_LAST}|{_NUMBER_FIRST}){_TERM}")


def is_of_party(match: re.Match[str]) -> bool:
    """Whether a match of CONGRESS says by its words that the congress is the Party's: Đại hội XIII; … của Đảng."""
    if says_party(match):
        return True
    return "lần thứ" not in match.group() and not match["delegates"] and not is_of_others(match)


def says_party(match: re.Match[str]) -> bool:
    """Whether a match of CONGRESS names the Party or the whole country: Đại hội XIII của Đảng."""
    return match["national"] is not None or " đảng" in match.group()


def is_of_others(match: re.Match[str]) -> bool:
    """Đại hội XIII Công đoàn Việt Nam."""
    return _OF_OTHERS.match(match.string, match.end()) is not None


def term_name(term: str) -> str:
    """The term in Roman figures: XIII of "xiii" and of "13"."""
    return f"X{_UNITS[int(term) - 10]}" if term.isdecimal() else term.upper()


def congress_name(term: str) -> str:
    return f"Đại hội {term_name(term)} của Đảng"


def plenum_name(ordinal: int, term: str) -> str:
    return f"Hội nghị Trung ương {ordinal} khóa {term_name(term)}"


def printed_congress(match: re.Match[str]) -> str:
    """The name of a match of CONGRESS in the form that the text gives it: Đại hội đại biểu toàn quốc lần thứ XIII …"""
    delegates = "đại biểu " if match["delegates"] else ""
    national = "toàn quốc " if match["national"] else ""
    ordinal = "lần thứ " if delegates or national else ""
    return f"Đại hội {delegates}{national}{ordinal}{match['term'].upper()} của Đảng"


def printed_plenum(match: re.Match[str]) -> str:
    """The name of a match of PLENUM in the form that the text gives it: Hội nghị lần thứ năm Ban Chấp hành …"""
    term = f" khóa {match['term'].upper()}" if match["term"] else ""
    if match["number2"]:
        return f"Hội nghị lần thứ {_printed_number(match['number2'])} Ban Chấp hành Trung ương Đảng{term}"
    number = _printed_number(match["number"])
    words = number if number.isdecimal() and " thứ " not in match.group() else f"lần thứ {number}"
    words = f"lần {words}" if words == number and f" lần {number}" in match.group() else words
    committee = "Ban Chấp hành Trung ương Đảng" if _WHOLE_COMMITTEE.search(match.group()) else "Trung ương"
    return f"Hội nghị {committee} {words}{term}"


def _printed_number(number: str) -> str:
    number = number.strip()
    return number.upper() if number in ROMAN else number


def standard_name(form: EventForm, term: str | None, ordinal: int | None) -> str | None:
    """The one name of a national congress or plenum, by which texts that print it otherwise mean the same event."""
    if form == "congress" and term:
        return congress_name(term)
    return plenum_name(ordinal, term) if form == "plenum" and term and ordinal is not None else None
