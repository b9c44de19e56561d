"""What a decision decides, where the report tells it in a sentence of its own: "… Theo đó, ông X giữ chức Y"."""

import re

from ingest.rules.described.document_subjects import LEAVES, SUBJECT_LENGTH, SubjectReader, cue_words
from ingest.rules.people.people import PersonMention

_SAYS = re.compile(
    r"(?<!\w)(?:theo đó|cụ thể|tại (?:các )?quyết định|theo (?:các )?quyết định)(?!\w)"
    r"|(?:^|[.\n] ?)(?:bộ chính trị|ban bí thư) (?:đã )?quyết định(?= )"
)
_MORE_VERBS = re.compile(
    r"(?:(?:,| và) (?:phân công|bổ nhiệm|chỉ định|điều động|luân chuyển|giới thiệu|chuẩn y)){1,3}(?!\w)"
)
_ALSO = re.compile(
    r"\s*(?:đồng thời,? |(?:bộ chính trị|ban bí thư) (?:(?:cũng|đồng thời) )?"
    r"(?=(?:điều động|phân công|chỉ định|bổ nhiệm)[, ]))"
)
_WHOM = 80  # characters in which such a sentence names on whom it is
_SAID_REACH = 600  # characters in which a decision goes on to be told
_SUBJECT_REACH = 40  # characters in which the subject of a clause is named
_WORD = 40  # characters before the word for a post in which stands that somebody leaves it


class DecisionReader(SubjectReader):
    """Reads what the subjects of documents are, and what other sentences say that a decision decides."""

    def told_after(self, end: int) -> tuple[PersonMention, str] | None:
        """Whom a decision is on that the words after a place tell, and what it says: "Theo đó, ông X giữ chức Y"."""
        goes_on = _SAYS.search(self.page.low, end, end + _SAID_REACH)
        person = self.person_in(goes_on.end(), goes_on.end() + SUBJECT_LENGTH) if goes_on else None
        cue = self._decides(goes_on.end(), person) if goes_on else None
        if not goes_on or not cue or not person or person.start >= self.page.sentence_at(cue.start()).end:
            return None
        if person.start > cue.start():
            return person, self.decision(cue.start(), self.end(cue.start()), person)[0]
        return person, self._decided_on(person, cue)

    def told_by(self, place: int) -> tuple[PersonMention, str] | None:
        """Whom the words right behind "Theo quyết định của X, " speak of, and what post the decision gives them."""
        person = self.person_in(place, place + _SUBJECT_REACH)
        sentence = self.page.sentence_at(place)
        cue = self._decides(person.end, person) if person and person.end < sentence.end else None
        first = cue_words("decides").search(self.page.low, person.end, sentence.end) if person else None
        return (person, self._decided_on(person, cue)) if person and first and cue else None

    def told_of(self, person: PersonMention, cue: re.Match[str]) -> str:
        """What "X được Bộ Chính trị điều động, chỉ định giữ chức Y" decides, as a decision on X would be named."""
        post = self._post_decided(cue)
        return self._told(person, cue, post) if post else ""

    def _decides(self, start: int, person: PersonMention | None) -> re.Match[str] | None:
        """The verb of the decision that is told from there on: one that gives a post before one that takes it."""
        found = list(cue_words("decides").finditer(self.page.low, start, start + _SAID_REACH))
        end = self.page.sentence_at(found[0].start()).end if found else start
        also = _ALSO.match(self.page.low, end) if found else None
        whom = self.person_in(also.end(), also.end() + _WHOM) if also else None
        also = None if whom and person and whom.name != person.name else also
        end = self.page.sentence_at(also.end()).end if also else end  # X thôi giữ A. Đồng thời được điều động giữ B.
        gives = (m for m in found if m.end() <= end and not cue_words("leaves").fullmatch(m.group()))
        return next(gives, found[0] if found else None)

    def _decided_on(self, person: PersonMention, cue: re.Match[str]) -> str:
        """ "đồng chí X thôi giữ chức …, được điều động, bổ nhiệm giữ chức Y", as a decision on X would be named."""
        post = self._post_decided(cue)
        if not post:
            return ""
        left = LEAVES.search(self.page.low, max(cue.start(), post.start() - _WORD), post.start())
        if cue_words("leaves").fullmatch(cue.group()) and not left:  # thôi giữ chức A và giữ chức B
            return f"về việc {person.name} {self._post_in_words(post.start(), self.end(post.end()))}"
        if left and cue_words("leaves").fullmatch(cue.group()):
            return f"thôi {self._post_in_words(post.start(), self.end(post.end()))} đối với {person.name}"
        return self._told(person, cue, post)

    def _post_decided(self, cue: re.Match[str]) -> re.Match[str] | None:
        limit = min(cue.end() + SUBJECT_LENGTH, self.page.sentence_at(cue.start()).end)
        return self.post_from(cue.end(), limit)

    def _told(self, person: PersonMention, cue: re.Match[str], post: re.Match[str]) -> str:
        verbs = _MORE_VERBS.match(self.page.low, cue.end())
        told = self.page.low[cue.start() : verbs.end() if verbs else cue.end()]
        return f"{told} {person.name} {self._post_in_words(post.start(), self.end(post.end()))}"
