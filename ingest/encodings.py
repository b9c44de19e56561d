"""Vietnamese text from before Unicode: which encoding the bytes are in, and their text.

Windows-1258 has a table in Python. TCVN3 (also called ABC) and VNI are fonts' encodings: their letters take the places
of Windows-1252, so such a text often comes as UTF-8 with wrong letters ("QuyÕt ®Þnh"). Tables: TCVN 5712:1993 (VN3) and
the VNI Windows table. Capitals with a tone have no code in TCVN3: another font shows the small letter as a capital.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ontology.text import nfc

# Letters of Windows-1252 -> letters of Vietnamese, in the order of the alphabet with the tones huyền hỏi ngã sắc nặng.
_TCVN3 = str.maketrans(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ®¡¢§£¤¥¦",
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂĐÊÔƠƯ",
)
_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VNI_MARKS = dict(  # second letter -> combining marks: a tone, or a circumflex or breve without and with one
    zip(
        "øûõùïâàåãáäêèúüéë",
        (*_TONES, *("\u0302" + tone for tone in ("", *_TONES)), *("\u0306" + tone for tone in ("", *_TONES))),
        strict=True,
    )
)
_VNI_LETTERS = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}
_VNI = re.compile(
    "([aeouyôöAEOUYÔÖ])([" + "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper() + "])|([ñöôæóòîÑÖÔÆÓÒÎ])", re.I
)
# Words that hardly any page of Vietnamese does without. All have a mark, so a wrong table breaks them.
_COMMON = re.compile(
    r"\b(?:của|và|được|các|những|không|người|đã|là|về|ở|để|với|một|tại|theo|từ|đến|này|đó|ông|bà|đồng|chí|số|ngày|tháng|"
    r"năm|quyết|định|tỉnh|ủy|đảng|hội|nghị|chủ|tịch|nước|việt|bộ|chính|trị)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters
_LEAST = 0.12  # of the words; prose and official documents have 0.2 to 0.45
_BEYOND_LATIN = 0x100  # code point from which on Windows-1252 has only these letters:
_OF_WINDOWS = "ŒœŠšŽžŸƒ"
_BETTER = 2.0  # times as many common words as the text has as it stands


@dataclass(frozen=True, slots=True)
class Decoded:
    """`encoding` is the name by which a user knows it: "UTF-8", "Windows-1258", "TCVN3 (ABC)", "VNI"."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Repair:
    """`convert` gives the sound text of a stretch in the encoding of that name."""

    encoding: str
    convert: Callable[[str], str]


def decode(data: bytes) -> Decoded | None:
    """The text of the bytes, in NFC; None if they are in none of the encodings that are known."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(data, "utf-16", "UTF-16")
    as_utf8 = _try(data, "utf-8-sig", "UTF-8")
    if as_utf8 is None:
        return _best_of_old(data)
    return _repaired(as_utf8)


def is_utf8(data: bytes) -> bool:
    return _try(data, "utf-8-sig", "") is not None


def share_of_common_words(text: str) -> float:
    """How many of a hundred words, over a hundred, are among the commonest of Vietnamese; 0.0 for no words."""
    sample = nfc(text[:_SAMPLE]).lower()
    words = len(_WORD.findall(sample))
    return len(_COMMON.findall(sample)) / words if words else 0.0


def _try(data: bytes, codec: str, encoding: str) -> Decoded | None:
    try:
        return Decoded(nfc(data.decode(codec)), encoding)
    except UnicodeDecodeError:
        return None


def _best_of_old(data: bytes) -> Decoded | None:
    """Bytes that are no UTF-8 in the encoding that makes the most common words of them."""
    letters = data.decode("cp1252", errors="ignore")
    found = [Decoded(repair.convert(letters), repair.encoding) for repair in _FONTS]
    windows = _try(data, "cp1258", "Windows-1258")
    best = max([*found, *([windows] if windows else [])], key=lambda decoded: share_of_common_words(decoded.text))
    return best if share_of_common_words(best.text) >= _LEAST else None


def _repaired(whole: Decoded) -> Decoded:
    repair = repair_of(whole.text)
    return Decoded(repair.convert(whole.text), repair.encoding) if repair else whole


def repair_of(text: str) -> Repair | None:
    """What makes words of a text whose letters are those of an old font, or of UTF-8 once read as Windows-1252."""
    as_it_is = share_of_common_words(text)
    if as_it_is >= _LEAST:
        return None
    best = max(_REPAIRS, key=lambda repair: share_of_common_words(repair.convert(text)))
    share = share_of_common_words(best.convert(text))
    return best if share >= max(_LEAST, _BETTER * as_it_is) else None


def of_old_letters(text: str) -> bool:
    """Whether all letters are those of Windows-1252, so that a repair may be meant for them."""
    return all(ord(letter) < _BEYOND_LATIN or letter in _OF_WINDOWS or not letter.isalpha() for letter in text)


def _encoded_once(text: str) -> str:
    """Windows-1252 leaves five bytes without a letter; programs write them as control characters."""
    data = b"".join(c.encode("cp1252", errors="ignore") or c.encode("latin-1", errors="ignore") for c in text)
    decoded = _try(data, "utf-8", "")
    return decoded.text if decoded else text


def _from_tcvn3(letters: str) -> str:
    return nfc(letters.translate(_TCVN3))


def _from_vni(letters: str) -> str:
    return nfc(_VNI.sub(_vni_letter, letters))


def _vni_letter(match: re.Match[str]) -> str:
    base, mark, alone = match.groups()
    if alone:
        letter = _VNI_LETTERS[alone.lower()]
        return letter.upper() if alone.isupper() else letter
    shown = _VNI_LETTERS.get(base.lower(), base.lower())
    letter = nfc(shown + _VNI_MARKS[mark.lower()])
    return letter.upper() if base.isupper() else letter


_FONTS = (Repair("TCVN3 (ABC)", _from_tcvn3), Repair("VNI", _from_vni))
_REPAIRS = (*_FONTS, Repair("UTF-8 read as Windows-1252", _encoded_once))
