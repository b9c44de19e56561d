"""Words that a copy has run together where a line ended: "Hộiđồng nhân dân", "củaChính phủ", "năm2010". For page.py.

A word is parted where it is no syllable of Vietnamese and two syllables make it; letters without any mark are left as
they are, since foreign words look so. The member is parted from his board, UVBTV. A dash stands apart from the words
that it parts, "Bà Rịa- Vũng Tàu", and from the post that it gives to a name, "Lê Văn Mẫu-Giám đốc Sở Y tế".
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from ontology.text import canonical

_LONGEST, _SHORTEST = 24, 4  # letters of a word that may be two
_MOST_KEPT = 65_536  # words found whole that are kept
_POST = 48  # letters in which a post is named
_WORD = re.compile(rf"\w{{{_SHORTEST},}}")
_MARKED = re.compile(r"[đăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_BARE = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)
_TONE = re.compile(r"[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])"
_OPEN = (
    r"(?:iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu|uya|ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|uơ)"
)
_CLOSED = r"(?:uyê|oa|oă|oe|uâ|uê|uy|iê|yê|uô|ươ|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?"
_SYLLABLE = re.compile(rf"{_ONSET}?(?:{_OPEN}|{_CLOSED})")
_INITIAL = re.compile(_ONSET)
_DASH = re.compile(r"[-–](?:(?<=[^\W\d_].)(?P<loose>[ ])|(?<=[^\W\d_].)(?P<tight>[^\W\d_])|(?<=[^\W\d_] .)[^\W\d_])")
_MEMBER = re.compile(r"UV(?=(?:BTV|BCH|TV)(?:TU|HU)?$)")
_FIGURES = re.compile(r"(?:(?P<letters>[^\W\d_]+)(?P<after>\d+)|(?P<before>\d+)(?P<rest>[^\W\d_]+))")


@dataclass(frozen=True, slots=True)
class Parted:
    """`text` with blanks put between words; `added` are the places of these blanks in it, in order."""

    text: str
    added: list[int] = field(default_factory=list)

    def before(self, place: int) -> int:
        """The place in the text as it was."""
        return place - bisect_left(self.added, place) if self.added else place


def _is_code(text: str, word: re.Match[str]) -> bool:
    """Whether the word is the end of a document's number: 12-NQ/ĐUCA."""
    return word.group().isupper() and text[: word.start()].endswith("/")


def parted(text: str, known: frozenset[str], posts: re.Pattern[str]) -> Parted:
    """`text` (NFC) with its run-together words apart. `known` are canonical words and abbreviations of the field.

    `posts` meets, in lower case, the first words of what somebody is or was.
    """
    breaks = dict(found for token in set(text.split()) - _whole(known) for found in _breaks(token, known))
    found = _WORD.finditer(text) if breaks else ()
    places = [w.start() + breaks[w.group()] for w in found if w.group() in breaks and not _is_code(text, w)]
    places += _beside_dashes(text, posts)
    if not places:
        return Parted(text)
    pieces: list[str] = []
    added: list[int] = []
    last = 0
    for place in sorted(places):
        pieces += (text[last:place], " ")
        added.append(place + len(added))
        last = place
    return Parted("".join([*pieces, text[last:]]), added)


def _beside_dashes(text: str, posts: re.Pattern[str]) -> list[int]:
    """Where a blank is left out before or behind a dash."""
    found: list[int] = []
    for dash in _DASH.finditer(text):
        behind = dash.start() + 1
        if dash["loose"]:
            found.append(dash.start())
        elif not dash["tight"]:
            found.append(behind)
        elif posts.match(text[behind : behind + _POST].lower()):
            found += (dash.start(), behind)
    return found


@lru_cache(maxsize=2)
def _whole(known: frozenset[str]) -> set[str]:
    """What was found whole between two blanks of the texts before: those of one kind share most of their words."""
    return set()


def _breaks(token: str, known: frozenset[str]) -> list[tuple[str, int]]:
    """The words of letters between two blanks that are two, with the place at which the second begins."""
    found = [(word, place) for word in _WORD.findall(token) if (place := _break(word, known))]
    if not found:
        whole = _whole(known)
        if len(whole) >= _MOST_KEPT:
            whole.clear()
        whole.add(token)
    return found


def _break(word: str, known: frozenset[str]) -> int:
    """Where the second word begins; 0 in one word."""
    if not _SHORTEST <= len(word) <= _LONGEST or word.isdigit():
        return 0
    if member := _MEMBER.match(word):
        return member.end()
    low = word.lower()
    if len(low) != len(word) or not _MARKED.search(low) or _is_syllable(low):
        return 0
    if any(letter.isdigit() for letter in low):
        return _at_figures(low)
    return _at_capital(word, known) or _between_syllables(low, known)


def _is_syllable(low: str) -> bool:
    return len(_TONE.findall(low)) <= 1 and _SYLLABLE.fullmatch(low.translate(_BARE)) is not None


def _at_figures(low: str) -> int:
    """năm2010, 2010của; no code: 30c, 5đ."""
    found = _FIGURES.fullmatch(low)
    letters = found and (found["letters"] or found["rest"])
    if not found or not letters or len(letters) < 2 or not _is_syllable(letters) or not _MARKED.search(letters):
        return 0
    return found.start("after") if found["letters"] else found.start("rest")


def _at_capital(word: str, known: frozenset[str]) -> int:
    """củaChính, vàUBND, UBNDngày: where small letters meet capitals, with a syllable in small letters on one side."""
    for place in range(2, len(word) - 1):
        first, second = word[:place], word[place:]
        if first[-1].islower() and second[0].isupper():
            small, other = first, second
        elif first.isupper() and second.islower():
            small, other = second, first
        else:
            continue
        whole = _is_syllable(small.lower()) and (_MARKED.search(small.lower()) or small.lower() in known)
        return place if whole and (other.isupper() or _is_syllable(other.lower())) else 0
    return 0


def _between_syllables(low: str, known: frozenset[str]) -> int:
    """The one place between two syllables; of several, the one between two of the field."""
    places = range(2, len(low) - 1)
    of_field = [
        p
        for p in places
        if canonical(low[:p]) in known
        and canonical(low[p:]) in known
        and (_is_syllable(low[:p]) or _is_syllable(low[p:]))
    ]
    if of_field:
        return of_field[-1]
    by_shape = [p for p in places if _INITIAL.match(low, p) and _is_syllable(low[:p]) and _is_syllable(low[p:])]
    return by_shape[0] if len(by_shape) == 1 else 0
