"""Bodies that a text names: by a name of their own, or by the head of a name and what follows it."""

from bisect import bisect_left
from dataclasses import replace

from ingest.lexicon import Head
from ingest.rules.body_mentions import BodyMention
from ingest.rules.body_tails import Tails
from ingest.rules.body_topics import Topics
from ingest.rules.page import Page
from ingest.rules.places import Places
from ontology.text import canonical

_DEEPEST = 4  # bodies that stand in one another's names


def _is_committee(body: BodyMention) -> bool:
    return body.form == "council" and body.name.startswith("Ban ")


class BodyReader:
    """Reads the body named at a place of the page."""

    def __init__(self, page: Page, places: Places, abbreviations: dict[str, str]) -> None:
        self.page = page
        self.places = places
        self._named = page.lexicon.any_of("bodies")
        self._heads = page.lexicon.any_of("heads")
        self._tails = Tails(page, places, Topics(page, abbreviations), self.read_at)
        self._read: dict[int, BodyMention | None] = {}
        self._depth = 0
        self._in_roles = _inner_starts(page)
        self._found: list[BodyMention] = []

    def find_all(self) -> list[BodyMention]:
        """Every body that the page names with a capital first letter, in order; longer names hide those inside."""
        starts = {m.start() for pattern in (self._named, self._heads) for m in pattern.finditer(self.page.low)}
        found: list[BodyMention] = []
        for start in sorted(starts):
            if self.page.shown[start].isupper() and (not found or start >= found[-1].end):
                mention = self.read_at(start)
                if mention:
                    found.append(mention)
        self._found = found
        return found

    def in_words(self, head: str, place: int) -> BodyMention | None:
        """The Cục Cảnh sát môi trường of "Phó Cục trưởng Cảnh sát môi trường": the head and the words that follow."""
        first = BodyMention(place, place - 1, head, "state_body", "state", "body-by-head-and-words")
        named = self._tails.in_words(first)
        return replace(named, start=place) if named else None

    def committee_at(self, place: int) -> BodyMention | None:
        """The people's committee of "Chủ tịch tỉnh Lào Cai", whose place is named there."""
        unit = self.page.lexicon.any_of("units").match(self.page.low, place)
        named = self.places.named_at(unit.end() + 1, self.page.lexicon.units[unit.group()].name) if unit else None
        if not unit or not named:
            return None
        printed = self.page.lexicon.units[unit.group()]
        name = f"Ủy ban nhân dân {printed.name} {named.name}"
        return BodyMention(
            place, named.end, name, "state_body", printed.level, "body-of-place", named.name, printed.name
        )

    def committee_before(self, place: int) -> BodyMention | None:
        """The steering committee or council committee named last before, in the sentence or else in the text."""
        last = bisect_left(self._found, place, key=lambda b: b.start)
        start = self.page.sentence_at(place).start
        for body in reversed(self._found[:last]):
            if not body.is_kind and (
                body.form == "steering_committee" or (body.start >= start and _is_committee(body))
            ):
                return body
        return None

    def named_before(self, head: str, place: int) -> BodyMention | None:
        """The last body before the place, of those found, whose name begins with the head."""
        last = bisect_left(self._found, place, key=lambda b: b.start)
        return next((b for b in reversed(self._found[:last]) if canonical(b.name).startswith(f"{head} ")), None)

    def read_at(self, start: int) -> BodyMention | None:
        """The longest name of a body that begins there, in whatever case; None if there is none."""
        if start in self._read:
            return self._read[start]
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        longest = [m for m in (self._by_name(start), *self._by_heads(start)) if m]
        self._depth -= 1
        self._read[start] = max(longest, key=lambda m: m.end, default=None)
        return self._read[start]

    def _by_name(self, start: int) -> BodyMention | None:
        named = self._named.match(self.page.low, start)
        if not named:
            return None
        body = self.page.lexicon.bodies[named.group()]
        if any(self.page.low.endswith(words + " ", 0, start) for words in body.not_after):
            return None
        return BodyMention(start, named.end(), body.name, body.form, body.level, "body-by-name", is_kind=body.is_kind)

    def _by_heads(self, start: int) -> list[BodyMention | None]:
        match = self._heads.match(self.page.low, start)
        heads = self.page.lexicon.heads[match.group()] if match else ()
        return [self._by_head(head, start, match.end()) for head in heads if match]

    def _by_head(self, head: Head, start: int, end: int) -> BodyMention | None:
        if self._tails.is_plural(end) or (head.apart and start in self._in_roles):
            return None
        mention = BodyMention(start, end, head.name, head.form, head.level, f"body-by-head-and-{head.tail}")
        return self._tails.read(head, mention)


def _inner_starts(page: Page) -> set[int]:
    """The places at which a word of a role begins, but for its first: the "thường trực" of "Phó Bí thư thường trực"."""
    return {
        place
        for match in page.lexicon.any_of("roles").finditer(page.low)
        for place in range(match.start() + 1, match.end())
        if page.low[place - 1] == " "
    }
