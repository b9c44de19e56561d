"""Is a text Vietnamese, and is it whole? Asked of every text before it is read for facts."""

import re
import unicodedata

# Marks that hardly another living language writes: hook above, dot below, horn; and any letter with two marks (ế, ộ).
_OWN_MARKS = frozenset("\u0309\u0323\u031b")
_TWICE = re.compile("á[º»]|Æ[°¡]|Ä[\u2018\x91\u0090]")
_SAMPLE = 20_000  # characters; a text does not change its language later
_LEAST_SHARE = 0.06  # of the letters; Vietnamese prose has 0.14 to 0.24, French, Romanian and Portuguese under 0.01


def looks_vietnamese(text: str) -> bool:
    """Whether at least six of a hundred letters in the first 20,000 characters bear marks of Vietnamese spelling."""
    letters = marked = 0
    for character in unicodedata.normalize("NFC", text[:_SAMPLE]):
        if character.isalpha():
            letters += 1
            marked += _is_marked(character)
    return letters > 0 and marked / letters >= _LEAST_SHARE


def _is_marked(character: str) -> bool:
    marks = unicodedata.normalize("NFD", character)[1:]
    return character in "đĐ" or len(marks) > 1 or any(mark in _OWN_MARKS for mark in marks)


def looks_garbled(text: str) -> bool:
    """Whether the text holds what decoding with a wrong table leaves behind: replacement or control characters, or
    the letters that stand for the first two bytes of ế and its like."""
    sample = text[:_SAMPLE]
    if len(_TWICE.findall(sample)) > len(sample) / 100:
        return True
    odd = sum(c == "\ufffd" or (unicodedata.category(c) == "Cc" and c not in "\t\n\r\f\v\x85") for c in sample)
    return odd > len(sample) / 1000
