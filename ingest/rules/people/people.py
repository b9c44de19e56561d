"""People that a page names, and the titles that stand at their names."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.facts import Level
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.people.asides import past_asides, past_birth
from ingest.rules.people.bare_names import BareNames
from ingest.rules.people.honorifics import HONORIFIC_REACH, Honorifics
from ingest.rules.people.name_lines import NameLines
from ingest.rules.people.whole_names import whole_names
from ingest.rules.posts.beside_names import before_cry, is_of_another, is_of_speaker, is_rank, speaks, stands_beside
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical

_CLAN = re.compile(r"[HK]['’]")  # H'Vi Ê Ban, K'Mák
_SYLLABLE = rf"(?:{_CLAN.pattern})?[{CAPITALS}][^\W\d_]*"
# A search looks for the capital first, and behind it for the border and the rest of a clan's letter.
_FIRST = rf"[{CAPITALS}](?<![\w-].)(?:(?<=[HK])['’][{CAPITALS}])?[^\W\d_]*"
_NAME = re.compile(rf"{_FIRST}(?: {_SYLLABLE}){{1,7}}(?![\w-])")
_CELL = re.compile(r"\t[ ]*")
_PLAIN_REACH = 80  # characters before a name in which a word of its line stands
_COMMA_REACH = 24  # characters before a name that hold an honorific behind a title and a comma
# What may stand between a name and a title: (SN 1970, 52 tuổi, sinh năm 1970, quê Hà Nam.
_YEARS = re.compile(
    r"(?:(?:sn|sinh năm|sinh ngày)[ ]*[\d./-]+,[ ]+|\d\d tuổi,[ ]+|(?:quê|trú|ngụ)[ ][^,;:.()\n]{1,40},[ ]+)*"
)
_IS_REACH = 40  # characters between a title and the words "là ông X"
_IS = re.compile(
    r"\s+(?:(?:mới|hiện|hiện nay|hiện tại|đương nhiệm|tỉnh|này"
    r"|(?P<past>trước đó|trước đây|khi đó|lúc đó|lúc bấy giờ|tiền nhiệm))\s+)?"
    r"(?:được\s+(?:chỉ định|bổ nhiệm|bầu|cử)\s+)?là\s+"
)
_IS_ANOTHER = re.compile(r" là (?:ông|bà|đồng chí|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)) ")
_HEIGHTS: dict[Level, int] = {"commune": 0, "district": 1, "province": 2, "state": 3, "central": 3}
_CALLED = re.compile(r"(?<=\w )(?:Ông|Bà|Đồng chí)(?= )")
_PARTED = re.compile(";")
_MARKS = " \t-–+*•0123456789./)|"  # of items of a list
_OPENED = re.compile(
    r"(?:(?:đồng chí|ông|bà|đ/c|đại tá|thượng tá|[^\W\d_]{2,6} tướng)\s)?"
    r"[^\W\d_]+(?:\s[^\W\d_]+){1,4}\s*(?:\([^()\n]*\)\s*)?$"
)
_AMONG = re.compile(r"(?<!\w)trong số (?:các |\d{1,2} |\w{2,4} )?$")  # Trong số 3 Phó Bí thư Thành ủy, ông X …
_PLAIN = re.compile(r"\w+ (?:Thị|Văn) \w+(?: \w+)?")
_SHORTEST, _LONGEST = 2, 5  # syllables of a name


@dataclass(slots=True)
class PersonMention:
    start: int
    end: int
    name: str
    honoured: bool  # an honorific stands before it
    titles: list[Title] = field(default_factory=list)
    titles_before: bool = False  # the titles stand before the name


class People:
    """The people of a page in order, each with the titles at the name."""

    def __init__(self, page: Page, bodies: BodyReader, titles: Titles) -> None:
        self._page = page
        self._bare = BareNames(page)
        self._bodies = bodies
        self._titles = titles
        lexicon = page.lexicon
        self._honorifics = Honorifics(page)
        self._joins = lexicon.any_of("joins")
        self.all = self._find()
        for index, name in whole_names([p.name for p in self.all]):
            self.all[index].name = name
        self._starts = [p.start for p in self.all]
        self._lines = NameLines(page, titles)
        self._join_titles()

    def _find(self) -> list[PersonMention]:
        found: list[PersonMention] = []
        for match in _NAME.finditer(self._page.shown):
            start, end = self._trim(self._bare.past_post(match.start(), match.end()), match.end())
            words = self._page.shown[start:end].split(" ")
            if not _SHORTEST <= len(words) <= _LONGEST:
                continue
            shouted = len(words[0]) > 1 and words[0].isupper()
            signed = shouted and (self._bare.is_signature(start, end) or self._is_cried(start, end))
            if signed and self._page.shown[start:end].isupper():
                words = [word.capitalize() for word in words]  # NGUYỄN VĂN MẪU
            known = bool(signed or words[0] in self._page.lexicon.surnames or _CLAN.match(words[0]))
            known = known or (not shouted and self._bare.is_called(start, end))
            if not known and (shouted or not self._bare.is_signature(start, end)):
                continue
            if self._titles.covers(start, end) or self._is_else(start, end):
                continue
            honoured = self._honorifics.stand_before(start)
            if len(words) > _SHORTEST or honoured or self._touches_title(start, end) or self._stands_apart(start, end):
                found.append(PersonMention(start, end, " ".join(words), honoured))
        return found

    def _is_cried(self, start: int, end: int) -> bool:
        """Đồng chí LÊ VĂN MẪU, sinh ngày …"""
        return self._bare.ends_part(start, end) and self._honorifics.stand_before(start)

    def _stands_apart(self, start: int, end: int) -> bool:
        places = (self._bare.opens_item, self._bare.is_signature, self._bare.stands_in_row)
        return any(is_there(start, end) for is_there in places)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Without capitalised words around the name: an honorific or the end of a title before, a cry after."""
        low, shown = self._page.low, self._page.shown
        inner = _CALLED.search(shown, start, end)  # Cử Ông Lê Văn Mẫu
        honorific = self._page.at("honorifics", inner.start() if inner else start)
        if honorific and self._bodies.places.at(start):
            honorific = None  # Bà Rịa - Vũng Tàu
        if honorific and honorific.end() < end:
            start = _after_blanks(low, honorific.end())
        if title := self._titles.ending(start + 1, end - 1):
            start = _after_blanks(low, title.end)
        words = shown[start:end].split(" ")
        if not words[0].isupper():
            end = before_cry(words, start, end)
        end = self._before_title(start, end)
        last = max(start, shown.rfind(" ", start, end))
        if self._page.at("ends_no_name", _after_blanks(low, last)):
            end = last  # Người ký: Lê Văn Mẫu Nơi ban hành: …
        return start, end

    def _before_title(self, start: int, end: int) -> int:
        """The end of the name, where a title begins inside, its comma left out: "đồng chí Lê Văn Mẫu Ủy viên …"."""
        shown, second = self._page.shown, _SHORTEST - 1
        blank = start - 1
        while (blank := shown.find(" ", blank + 1, end)) >= 0:
            second -= 1
            role = self._page.at("roles", blank + 1) if second < 0 else None
            if role and (self._titles.starting(blank + 1) or role.end() > end):
                return blank
        return end

    def _is_else(self, start: int, end: int) -> bool:
        """Whether the words name a place or a body, or begin a title, rather than name a person."""
        place = self._bodies.places.at(start)
        unit = self._page.ending("units", start - 1) if self._page.is_after("units", start) else None
        aside = unit is not None and self._page.low[unit.start() - 1 : unit.start()] == "("  # (huyện Trần Văn Thời, …)
        if unit and (aside or self._page.shown.count(" ", start, end) == 1):
            return True  # tại phường Kim Tân: Bí thư Đảng ủy …
        known = canonical(self._page.shown[start:end]) in self._page.lexicon.bodies
        known = known or bool(self._page.at("roles", start)) or self._page.low[start:end] in ("danh sách", "đoàn chủ")
        named_for = place and canonical(place.name) in self._page.lexicon.any_person
        if named_for and self._bare.is_signature(start, end):
            return False  # Hồ Chí Minh (đã ký)
        return known or bool(place and place.end >= end) or self._bodies.read_at(start) is not None

    def _touches_title(self, start: int, end: int) -> bool:
        before = self._titles.ending(start - 2, start)
        return before is not None or any(self._titles.starting(end + gap) for gap in (1, 2, 3))

    # Who holds which title

    def _join_titles(self) -> None:
        """Titles right before a name are that person's, then those after a name, then those before it with a comma."""
        for index, person in enumerate(self.all):
            title = self._titles.ending(person.start - 1, person.start)
            if title and self._page.low.startswith("\n", title.end) and self._lines.is_of_name_above(title):
                continue
            if title is None or _has_holder(title):
                title = self._right_before_honorific(person)
            if title and not _has_holder(title):
                self._take_backward(person, title, self.all[index - 1] if index else None)
        for person in self.all:
            self._take_forward(person)
        for person in self.all:
            if title := self._before_comma(person):
                self._take_backward(person, title, None)
        for person in self.all:
            self._extend_past(sorted(person.titles, key=lambda t: t.start))

    def _extend_past(self, titles: list[Title]) -> None:
        """Nguyên Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh: both are past, up to a post at a higher level or in a union."""
        past: Title | None = None
        for before, title in pairwise(titles):
            past = before if self._page.is_after("former", before.start) else past
            joined = self._is_join(self._page.low[before.after : title.start])
            if not past or not joined or title.body.form == "front_union" != past.body.form:
                past = None
            elif _HEIGHTS[title.body.level] <= _HEIGHTS[past.body.level]:
                title.former = True

    def _right_before_honorific(self, person: PersonMention) -> Title | None:
        """Bí thư Tỉnh ủy đồng chí X; not across a comma."""
        place = self._honorifics.before(person.start, HONORIFIC_REACH)
        if place is None:
            return None
        title = self._titles.ending(place - 1, place)
        return None if title and "\n" in self._page.low[title.end : place] else title

    def _take_backward(self, person: PersonMention, title: Title, previous: PersonMention | None) -> None:
        """The title and those before it in the same list; only it where a name stands before the list."""
        chain = [title]
        while earlier := self._joined_before(chain[-1].start):
            chain.append(earlier)
        after_name = previous is not None and not previous.titles_before and self._is_after(previous, chain[-1])
        for kept in chain[:1] if after_name else chain:
            kept.taken = True
            person.titles.append(kept)
        person.titles_before = True

    def _is_after(self, person: PersonMention, title: Title) -> bool:
        gap = self._page.low[person.end : title.start] if title.start <= person.end + 3 else ""
        return gap.strip() in (",", "-", "–", "(")

    def _joined_before(self, place: int) -> Title | None:
        earlier = self._titles.closing(place - 12, place)
        joined = earlier and not _has_holder(earlier) and self._is_join(self._page.low[earlier.after : place])
        if not earlier or not joined or is_of_another(self._page, earlier):
            return None
        return None if self._page.is_after("of_several", earlier.start) else earlier

    def _is_join(self, words: str) -> bool:
        return self._joins.fullmatch(words.strip()) is not None

    def _take_forward(self, person: PersonMention) -> None:
        if stands_beside(self._page, person.start):
            return
        place, gap = person.end, self._page.lexicon.any_of("after_name")
        while title := self._next_title(place, gap) or self._behind_ranks(person, place):
            if not person.titles and is_of_speaker(self._page, person.start, title):
                return
            person.titles.append(title)
            title.taken = True
            told = self._page.low.endswith("là ", person.end, person.titles[0].start)  # Ông X là …; …; …
            place, gap = title.after, self._page.lexicon.any_of("more_joins") if told else self._joins
            if self._page.low.startswith(")", place) and self._page.low.startswith(" (", person.end):
                place += 1  # X (nguyên Phó Giám đốc Sở Y tế) - Giám đốc Sở Y tế
            if told and not gap.match(self._page.low, _after_blanks(self._page.low, place)):
                gap = self._joins

    def _next_title(self, place: int, gap: re.Pattern[str]) -> Title | None:
        cell = past_birth(self._page, place)
        place = cell or _after_blanks(self._page.low, past_asides(self._page, place))
        if not cell and (below := self._title_below(place, gap)):
            return below
        no_longer = self._page.lexicon.any_of("no_longer").match(self._page.low, place)
        place = _after_blanks(self._page.low, no_longer.end()) if no_longer else place
        joined = gap.match(self._page.low, place) or _CELL.match(self._page.low, place)
        if not joined and not cell:
            return None
        place = _after_blanks(self._page.low, joined.end()) if joined else place
        place = _after_blanks(self._page.low, _YEARS.match(self._page.low, place).end())  # type: ignore[union-attr]
        for words in ("former", "epithets", "counts"):
            before = self._page.lexicon.any_of(words).match(self._page.low, place)
            place = _after_blanks(self._page.low, before.end()) if before else place
        rank = self._page.at("honorifics", place)
        if rank and self._page.low.startswith(", ", rank.end()):  # hiện là Đại tướng, Bộ trưởng Bộ Công an
            place = rank.end() + 2
        title = self._titles.starting(place)
        if title and self._page.low.startswith(":", title.after) and not speaks(self._page, title):
            return None  # nguyên Chủ tịch Quốc hội: the names follow
        if title and _IS_ANOTHER.match(self._page.low, title.after):  # Bí thư là ông X, Phó Bí thư là ông Y
            return None
        unread = self._titles.past_unread(place) if title is None else None
        if unread and not self._names_somebody(place, unread):
            return self._next_title(unread, self._joins)
        return title if title and not _has_holder(title) else None

    def _behind_ranks(self, person: PersonMention, place: int) -> Title | None:
        """X, Ủy viên Trung ương Đảng; Bí thư Tỉnh ủy: what goes on behind ranks alone, but for the posts of another."""
        if not person.titles or not all(is_rank(t) for t in person.titles):
            return None
        title = last = self._next_title(place, _PARTED)
        while last and (after := self._titles.joined_after(last)):
            last = after
        if not title or not last:
            return None
        index = bisect_left(self._starts, last.after)
        start = self.all[index].start if index < len(self.all) else len(self._page.low)
        honorific = self._honorifics.before(start, _COMMA_REACH) if index < len(self.all) else None
        gap = self._page.low[last.after : start if honorific is None else honorific]
        return None if gap.removesuffix("các ").strip() in ("", ",", ":", "-", "–", "là") else title

    def _names_somebody(self, start: int, end: int) -> bool:
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end

    def _title_below(self, place: int, gap: re.Pattern[str]) -> Title | None:
        """Ông X / Bí thư Tỉnh ủy Lào Cai; 1. Ông X: Bí thư …: the title on the next line, or behind the colon.

        Of a name that its line or item holds alone.
        """
        colon = self._page.low.startswith(": ", place)
        if not colon and not self._page.low.startswith("\n", place):
            return None
        if gap is not self._page.lexicon.any_of("after_name"):
            return None
        line = self._page.paragraph_at(place - 1)
        opening = self._page.low[line.start : place].lstrip(_MARKS)
        named = _OPENED.match(opening)
        if not named or (not colon and self._page.low.startswith("\n\n", line.end)):
            return None
        title = self._titles.starting(place + 2 if colon else line.end + 1)
        over = self._titles.ending(line.start - 1, line.start - 1)  # alone over the name, whose post it is
        over = None if over and self._lines.is_of_name_above(over) else over
        if not title or over or _has_holder(title) or self._page.low.startswith(":", title.after):
            return None
        return (
            title if "\n" in self._page.low[title.after : title.after + 1] or not self._titles.at_name(title) else None
        )

    def _before_comma(self, person: PersonMention) -> Title | None:
        """Bí thư Tỉnh ủy, đồng chí X."""
        honorific = self._honorifics.before(person.start, _COMMA_REACH)
        start = person.start if honorific is None else honorific
        title = self._titles.closing(start - 3, start)
        if title and (is_of_another(self._page, title) or self._page.is_after("post_words", title.start)):
            return None
        if title and _AMONG.search(self._page.low, max(0, title.start - HONORIFIC_REACH), title.start):
            return None
        gaps = (":",) if person.titles else (",", ":", "-", "–", "")
        gap = self._page.low[title.after : start] if title else ""
        if not title or "\n" in gap or gap.strip() not in gaps:
            title = self._told_to_be(min(t.start for t in person.titles) if person.titles_before else start)
        return title if title and not _has_holder(title) else None

    def is_plain(self, person: PersonMention) -> bool:
        """Whether the name can be that of a person only, and of one spoken of: Lê Thị Sen, but not an author's line."""
        if not _PLAIN.fullmatch(person.name):
            return False
        line = self._page.paragraph_at(person.start)
        before = self._page.low[max(line.start, person.start - _PLAIN_REACH) : person.start].rstrip(" :")
        return bool(before) and not self._page.lexicon.any_of("named_things").search(before[-HONORIFIC_REACH:])

    def _told_to_be(self, start: int) -> Title | None:
        """Chủ tịch UBND tỉnh được chỉ định là ông X: the title before, where the person begins at the place."""
        title = self._titles.closing(start - _IS_REACH, start)
        told = _IS.fullmatch(self._page.low, title.after, start) if title and title.after <= start else None
        if title and told and told["past"]:
            title.former = True
        return title if told else None


def _after_blanks(text: str, place: int) -> int:
    while text.startswith(" ", place):
        place += 1
    return place


def _has_holder(title: Title) -> bool:
    return title.taken or title.given is not None
