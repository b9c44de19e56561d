"""Vietnamese text: one form for keeping (NFC), one for comparing (canonical), one for searching (folded)."""

import re
import unicodedata
from functools import lru_cache

from ontology.errors import SourceUnreadable

# The tone stands on the first letter of the cluster in the old style (hóa, thủy) and on the second in the new one
# (hoá, thuỷ). Both are printed; comparison uses the old style. Clusters that end the syllable only: "hoán" is "hoán".
_CLUSTERS = ("oa", "oe", "uy")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEW_STYLE = re.compile(rf"(?<![qQ])([oOuU])([aAeEyY])([{_TONES}])(?![a-zA-Z\u0300-\u036f])")
# The same in NFC, but for what the next letter is without its marks. The first letter is looked for before its border.
_TONED = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aAeEyY" for tone in _TONES)
_NEW_STYLE_NFC = re.compile(rf"([oOuU](?<![qQ].)[{_TONED}])(?![a-zA-Z\u0300-\u036f])(?=(.?))")
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
# The capital letters of Vietnamese, and f, j, w, z of foreign names, for character classes of patterns in NFC.
CAPITALS = "".join(sorted({c.upper() for c in _VOWELS + "bcdđfghjklmnpqrstvwxz"}))
_NAME_LENGTH = 200  # characters of a text short enough to be a name
_MARKS = re.compile("[\u0300-\u036f]+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """`text` in Unicode form NFC, as everything is kept."""
    return unicodedata.normalize("NFC", text)


def old_tone_placement(text: str) -> str:
    """`text` (any normal form) in NFC with the tone of final oa, oe, uy on the first letter: khoá -> khóa, uỷ -> ủy."""
    if unicodedata.is_normalized("NFC", text):
        return _NEW_STYLE_NFC.sub(_moved_in_nfc, text)
    return unicodedata.normalize("NFC", _NEW_STYLE.sub(_moved, unicodedata.normalize("NFD", text)))


def _moved_in_nfc(match: re.Match[str]) -> str:
    """The two letters, with the next one told apart from its marks to see whether it goes on the syllable."""
    apart = unicodedata.normalize("NFD", match[1] + match[2])
    return unicodedata.normalize("NFC", _NEW_STYLE.sub(_moved, apart))[:2]


def _moved(match: re.Match[str]) -> str:
    first, second, tone = match.groups()
    return first + tone + second if (first + second).lower() in _CLUSTERS else match.group()


def canonical(text: str) -> str:
    """The form in which two printed names are compared: NFC, old tone placement, Ð as Đ, lower case, single blanks."""
    return _canonical(text) if len(text) <= _NAME_LENGTH else _compared(text)


def _compared(text: str) -> str:
    plain = old_tone_placement(text).replace("Ð", "Đ").replace("ð", "đ")
    return " ".join(plain.lower().split())


_canonical = lru_cache(maxsize=8192)(_compared)  # the names of one text are compared over and over


def fold(text: str) -> str:
    """`text` for search: lower case, no marks, đ as d (it does not decompose), words split by single blanks."""
    decomposed = unicodedata.normalize("NFD", canonical(text).replace("đ", "d"))
    letters = _MARKS.sub("", decomposed)
    if not letters.isascii():  # marks of other scripts
        letters = "".join(c for c in letters if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", letters).strip()


def slug(text: str) -> str:
    """`text` folded, as part of an IRI: "Ban Bí thư" -> "ban-bi-thu"."""
    return fold(text).replace(" ", "-")


def one_line(text: str) -> str:
    """`text` on one line without control characters: it may come from a source and go to a terminal."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def is_text(text: str) -> bool:
    """Whether it can be written down: bytes of an argument that are no UTF-8, and halves of a character, cannot."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def utf8(content: bytes, name: str) -> str:
    """The text of a file in which people wrote settings or decisions. Raises SourceUnreadable if it is no UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceUnreadable(
            f"{name} is no UTF-8",
            message_vi=f"{name} không phải UTF-8",
            hint="save it as UTF-8",
            hint_vi="lưu tệp dạng UTF-8",
            file=name,
        ) from error
