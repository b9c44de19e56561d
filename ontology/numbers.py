"""Numbers of documents: the Party form 67-QĐ/TW, the State form 45/2022/NĐ-CP, and the wild forms that are printed.

A number is not an identity: serials restart with each kind and term, so 18-NQ/TW is two documents.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rdflib import SKOS

from ontology.errors import InvalidIdentifier
from ontology.terms import vocabulary
from ontology.text import CAPITALS, fold, nfc

Form = Literal["party", "state"]
_LETTERS = CAPITALS
# 67-QĐ/TW, 296 - QĐ/TW, 5053-CV/VPTW/nb, 07-QĐi/TW, 367-QĐ/TWĐTN-VP; also 31/QĐ-TW, with hyphen and slash exchanged,
# and 84 QĐ/TWĐTN, with a blank for the hyphen
_PARTY = re.compile(
    rf"(\d{{1,5}}[a-z]?)(?:\s?[-–/]\s?|\s(?=[{_LETTERS}]{{2,4}}/))([{_LETTERS}][^\W\d_]{{0,4}})\s?[/-]\s?"
    rf"([{_LETTERS}][\w.]{{0,14}}(?:/[\w.]{{1,10}}|-[{_LETTERS}]{{2,6}}(?!\w))?)"
)
# 45/2022/NĐ-CP, 202/2025/QH15, 36/2018/QH14; 123/QĐ-UBND, 06/QC-TT.HĐND-UBND
_STATE_WITH_YEAR = re.compile(
    rf"(\d{{1,5}})\s?/\s?((?:19|20)\d\d)\s?/\s?([{_LETTERS}][\w]{{0,9}}"
    rf"(?:-[\w&-]{{1,20}}|\s?-\s?[{_LETTERS}&]{{2,}}[\w&-]{{0,18}}(?!\w))?)"
)
_STATE_PLAIN = re.compile(
    rf"(\d{{1,5}})\s?/\s?([{_LETTERS}][^\W\d_]{{1,3}})\s?-\s?([{_LETTERS}](?:[\w&-]|\.(?=[{_LETTERS}])){{1,20}})"
)
# A BCĐ may be the Party's or the State's: 12-KH/BCĐ, 39/QĐ-BCĐCCHC. Those that print the issuer after a slash:
# TW, VPTW, BCĐTW; TU, UBKTTU; HU, QU; ĐH; ĐU, ĐUCA, offices of the Party
_PARTY_ISSUERS = re.compile(r"[A-ZĐ]*(?:TW|TU|HU|QU|ThU)|ĐH(?:ĐB)?|ĐU[A-ZĐ]{0,8}")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`canonical` is the printed form without blanks, with Đ for Ð and D where the code list says so."""

    serial: str
    code: str  # of the kind: QĐ; empty where the State form has none (202/2025/QH15)
    issuer: str
    form: Form
    year: str = ""
    length: int = 0  # characters of the text it was read from

    @property
    def canonical(self) -> str:
        if self.form == "party":
            return f"{self.serial}-{self.code}/{self.issuer}"
        if self.year:
            return (
                f"{self.serial}/{self.year}/{self.code}-{self.issuer}"
                if self.code
                else f"{self.serial}/{self.year}/{self.issuer}"
            )
        return f"{self.serial}/{self.code}-{self.issuer}"


def read_number(text: str) -> DocumentNumber:
    """The number that `text` begins with, in any of the printed forms. Ð is read as Đ.

    Raises InvalidIdentifier for text that is no number, or whose type code is in no code list.
    """
    line = nfc(text).replace("Ð", "Đ")
    if match := _STATE_WITH_YEAR.match(line):
        code, _, issuer = (part.strip() for part in match[3].partition("-"))
        known = known_code(code) if issuer else ""
        if known or not issuer:
            return DocumentNumber(match[1], known or "", issuer or code, "state", match[2], match.end())
    if (match := _STATE_PLAIN.match(line)) and not _is_party_issuer(match[3]) and (code := known_code(match[2])):
        return DocumentNumber(match[1], code, match[3], "state", length=match.end())
    if (match := _PARTY.match(line)) and (code := known_code(match[2])):
        length = len(match[0].rstrip("."))  # the stop ends the sentence, not the number
        return DocumentNumber(match[1], code, match[3].rstrip("."), "party", length=length)
    raise InvalidIdentifier(
        f"no document number: {text[:40]!r}",
        message_vi=f"không phải số ký hiệu văn bản: {text[:40]!r}",
        hint="a number reads like 67-QĐ/TW or 45/2022/NĐ-CP",
        hint_vi="số ký hiệu có dạng 67-QĐ/TW hoặc 45/2022/NĐ-CP",
    )


def kept_form(text: str) -> str:
    """A number as the graph keeps it, whichever way it is typed: with D or Ð for Đ, with blanks. Other text is left."""
    line = " ".join(nfc(text).split())
    try:
        read = read_number(line)
    except InvalidIdentifier:
        return line
    return read.canonical if read.length == len(line) else line


def known_code(code: str) -> str | None:
    """The type code as the code list writes it: QD -> QĐ. None if no list has it."""
    return type_codes().get(code) or type_codes().get(fold(code))


@cache
def type_codes() -> dict[str, str]:
    """Every type code by itself and, where no other code folds alike, by its folded form."""
    codes = sorted({nfc(str(n)) for n in vocabulary().objects(None, SKOS.notation)})
    by_fold: dict[str, list[str]] = {}
    for code in codes:
        by_fold.setdefault(fold(code), []).append(code)
    unique = {folded: alike[0] for folded, alike in by_fold.items() if len(alike) == 1}
    return {**unique, **{code: code for code in codes}}


def _is_party_issuer(issuer: str) -> bool:
    return bool(_PARTY_ISSUERS.fullmatch(issuer))
