"""Is a text Vietnamese, and is it whole? Asked of every text before it is read for facts."""

import unicodedata

_OWN_LETTERS = frozenset("ăâđêôơưĂÂĐÊÔƠƯ")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SAMPLE = 20_000  # characters; a text does not change its language later
_LEAST_SHARE = 0.10  # of letters that only Vietnamese has; printed prose has 0.25 to 0.35, French 0.03


def looks_vietnamese(text: str) -> bool:
    """Whether at least a tenth of the letters in the first 20,000 characters carry marks of Vietnamese spelling."""
    letters = marked = 0
    for character in unicodedata.normalize("NFC", text[:_SAMPLE]):
        if character.isalpha():
            letters += 1
            marked += _is_marked(character)
    return letters > 0 and marked / letters >= _LEAST_SHARE


def _is_marked(character: str) -> bool:
    if character in _OWN_LETTERS:
        return True
    decomposed = unicodedata.normalize("NFD", character)
    return len(decomposed) > 1 and any(mark in _TONES for mark in decomposed[1:])


def looks_garbled(text: str) -> bool:
    """Whether the text holds what decoding with a wrong table leaves behind: replacement or control characters."""
    sample = text[:_SAMPLE]
    odd = sum(c == "\ufffd" or (unicodedata.category(c) == "Cc" and c not in "\t\n\r\f\v\x85") for c in sample)
    return odd > len(sample) / 1000
