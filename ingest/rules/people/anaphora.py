"""Whom the words refer to that name somebody told of before: "ông", "ông Mẫu"."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from ingest.rules.people.people import PersonMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

BACK = 1500  # characters in which the person stands whom "ông" means
_GIVEN = re.compile(rf" ((?:[{CAPITALS}][^\W\d_]* ?){{1,2}})(?<! )")
_SEVERAL = ("các ", "những ", "hai ", "ba ", "thủ ")  # before "ông", which then means no one
# thăng cấp bậc hàm từ Trung tướng lên Thượng tướng đối với ông X: ranks, not their bearers
_RANKS = tuple(f"{word} {rank} " for word in ("hàm", "từ", "lên") for rank in ("đại", "thượng", "trung", "thiếu"))
_ASIDE = 300  # characters in which a bracket that stands open is closed
_WHO = (" - người ", " – người ", ", người ")  # thay ông X, người được bổ nhiệm làm …
_DEED = re.compile(r"(?<!\w)(?:trao|ký|công bố) (?:các )?quyết định (?:[^,;.:\n]{1,90} )?đối với (?!các)")
_DONE_TO = re.compile(r"đối với (?:ông|bà|đồng chí|[^\W\d_]+ (?:tướng|tá) )* ?$")
_NEAR = 40  # characters before a name
_ON_HIM = (" được ", " đã ", " vừa được ", " mới được ", " vừa nhận ", *_WHO)


class Anaphora:
    """The people of a page, as words refer back to them."""

    def __init__(self, page: Page, people: list[PersonMention]) -> None:
        self._page = page
        self._people = people
        self._starts = [p.start for p in people]
        self._by_last_words: dict[str, list[PersonMention]] = {}
        for person in people:
            for words in (1, 2):
                self._by_last_words.setdefault(" ".join(person.name.split(" ")[-words:]), []).append(person)

    def is_predecessor(self, person: PersonMention, place: int) -> bool:
        """Whether another replaces the person, "thay ông X", and the words at the place are not on X."""
        low = self._page.low
        closed = low.find(")", person.end, max(place, person.end) + _ASIDE)
        aside = low.startswith(" (", person.end) and place < closed
        if aside or low.startswith(_ON_HIM, person.end):
            return False
        first = min([person.start, *(t.start for t in person.titles)])
        places = [self._page.before_blanks(first)]
        for words in ("honorifics", "roles"):  # kế nhiệm thứ trưởng X
            if called := self._page.ending(words, places[-1]):
                places.append(self._page.before_blanks(called.start()))
        return any(self._page.ending("predecessors", place) for place in places)

    def by_given_name(self, start: int, end: int) -> PersonMention | None:
        """ông Mẫu: the last one before whose name ends so."""
        index = bisect_left(self._given, start, key=lambda found: found[0].start())
        word, person = self._given[index] if index < len(self._given) else (None, None)
        return person if word and word.end() <= end else None

    @cached_property
    def _given(self) -> list[tuple[re.Match[str], PersonMention]]:
        """The words for a person that a given name follows, with whom the page named before by a name that ends so."""
        found = []
        for word in self._pronouns:
            given = _GIVEN.match(self._page.shown, word.end())
            if given and (whole := self._named_whole(given.start(1), given.end(1))):
                found.append((word, whole))
                continue
            known = self._by_last_words.get(given[1].strip() if given else "", [])
            if index := bisect_left(known, word.start(), key=lambda p: p.start):
                found.append((word, known[index - 1]))
        return found

    def _named_whole(self, start: int, end: int) -> PersonMention | None:
        """Ông Lê Quân: whose name of two syllables the words at the places are, but no predecessor's."""
        index = bisect_left(self._starts, start)
        person = self._people[index] if index < len(self._people) else None
        if not person or (person.start, person.end) != (start, end) or self.is_predecessor(person, end):
            return None
        return person

    def told_of(self, place: int) -> PersonMention | None:
        """The one whom a sentence before in the paragraph tells of by a given name: "Ông Mẫu 59 tuổi. …"."""
        paragraph = self._page.paragraph_at(place).start
        while place > paragraph:
            sentence = self._page.sentence_at(place - 1)
            index = bisect_left(self._starts, sentence.start)
            if index < len(self._people) and self._people[index].start < sentence.end:
                return None
            opening = self._page.lexicon.any_of("pronouns").match(self._page.low, sentence.start)
            given = self.by_given_name(sentence.start, opening.end() + 1) if opening else None
            if given or sentence.start >= place:
                return given
            place = sentence.start
        return None

    @cached_property
    def _pronouns(self) -> list[re.Match[str]]:
        """The words for a person on the page, but for those in names: Trần Anh Tuấn."""
        return [word for word in self._page.everywhere("pronouns") if not self._is_in_name(word)]

    def _is_in_name(self, word: re.Match[str]) -> bool:
        index = bisect_left(self._starts, word.start()) - 1
        return index >= 0 and self._people[index].end > word.start()

    def pronoun(self, start: int, end: int) -> str | None:
        """The last word for a person there that no name follows and that means one only."""
        index = bisect_right(self._alone, end, key=lambda word: word.end()) - 1
        return self._alone[index].group() if index >= 0 and self._alone[index].start() >= start else None

    @cached_property
    def _alone(self) -> list[re.Match[str]]:
        """The words for one person on the page that no name follows."""
        low, shown = self._page.low, self._page.shown
        several = (word for word in self._pronouns if not low.endswith((*_SEVERAL, *_RANKS), 0, word.start()))
        return [word for word in several if not shown[word.end() + 1 : word.end() + 2].isupper()]

    def last_named(self, place: int, word: str | None, back: int = BACK) -> PersonMention | None:
        """The first one named in the last sentence before that names somebody whom the word may mean."""
        index = bisect_left(self._starts, place) - 1
        found = None
        while index >= 0 and self._starts[index] > place - back:
            person = self._people[index]
            sentence = self._page.sentence_at(person.start)
            if found and self._page.sentence_at(found.start) != sentence:
                break
            told = self._may_be(person, word) and not self.is_predecessor(person, place)
            doer = told and found and self._is_doer(person, found, sentence.start)
            if told and not doer and not self._is_object(person, sentence.start):
                found = person
            index -= 1
        return found

    def _is_doer(self, person: PersonMention, found: PersonMention, start: int) -> bool:
        """Whether what the first one named does is done to the other: "X trao quyết định … đối với ông Y"."""
        done = _DEED.search(self._page.low, person.end, found.start)
        first = min([found.start, *(t.start for t in found.titles if t.start > person.end)])
        return bool(done and _DONE_TO.search(self._page.low, max(start, first - _NEAR), first))

    def _is_object(self, person: PersonMention, start: int) -> bool:
        """Whether the sentence speaks of another, by a word like "ông", before it names the person."""
        first = min([person.start, *(t.start for t in person.titles)])
        return self.pronoun(start, first - 1) is not None

    def _may_be(self, person: PersonMention, word: str | None) -> bool:
        """Whether a man or woman of that name is so called."""
        woman = " Thị " in person.name or self._page.low[max(0, person.start - 4) : person.start].endswith("bà ")
        return not (word == "ông" and woman) and not (word == "bà" and " Văn " in person.name)
