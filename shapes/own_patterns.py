"""Which patterns an installation's own shapes may have: those whose cost no text can drive up."""

import re

from ontology.terms import Labels

LONGEST = 500  # characters
MOST_REPEATS = 1_000  # of a part of a pattern
_SHOWN = 60
_TRIED = 60  # repeats of a character
_BOUND = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_OF_CLASSES = "a0 _-/.đ"  # one of each kind that classes of characters tell apart


def pattern_fault(pattern: str) -> Labels | None:
    """What keeps a regular expression from being taken; None if nothing does, or if only the engine can tell."""
    product = 1
    for match in _BOUND.finditer(pattern):
        for bound in match.groups():
            product *= max(int(bound or 1), 1)
    if len(pattern) <= LONGEST and product <= MOST_REPEATS:
        return None
    return Labels(
        f"biểu thức dài quá {LONGEST} ký tự hoặc lặp quá {MOST_REPEATS:,} lần: {pattern[:_SHOWN]}",
        f"a pattern of more than {LONGEST} characters or {MOST_REPEATS:,} repeats: {pattern[:_SHOWN]}",
    )


def hard_texts(pattern: str) -> list[str]:
    """Texts on which a pattern that can be driven up gives out: one of its characters over and over, then another."""
    signs = dict.fromkeys(sign for sign in pattern + _OF_CLASSES if sign.isalnum() or sign in _OF_CLASSES)
    return [sign * _TRIED + "\N{EXCLAMATION MARK}" for sign in signs]
