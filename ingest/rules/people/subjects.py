"""Whom the words of a decision or of a career speak of: by name, by given name, by a word like "ông"."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from ingest.rules.people.anaphora import BACK, Anaphora
from ingest.rules.people.people import People, PersonMention
from ingest.rules.people.people_of_deeds import counted_list, with_items
from ingest.rules.text.page import Page, Span

_FAR = 220  # characters between a person, with the titles at the name, and the post that a decision gives
_FAR_BEFORE = 450  # the same, to posts that the rest of a long sentence gives
_BACK_OF_LIFE = 20_000  # the same, of the lines of a career
_OWNED = " của "
_TOLD_TO_BE = " là "
_DONE_BY = (" được", " bị")
_AGENT_REACH = 40
_LINES = re.compile(r":[ ]*\n")
_OPENERS = ("", "ông", "bà", "đồng chí", "đ/c", "ông:", "bà:")
_MARKS = " \t-–+*•0123456789./)|"  # of items of a list
_JOINED = re.compile(r"(?:,|;| và|, và)\s+")
_ASIDE = re.compile(r" \([^()\n]{1,200}\)(?=;|,? và )")  # "đối với ông X (46 tuổi, Bí thư Huyện ủy Y) và ông Z"
_INSTEAD = ("thay ", "thay thế ")  # "thay cho ông X": X does not get the post
_BETWEEN = (
    ",",
    ";",
    "và",
    "và ông",
    "và bà",
    ", ông",
    ", bà",
    "; ông",
    "; bà",
    ", và",
    "và đồng chí",
    "; và",
    "; đồng chí",
)
_PLURAL = re.compile(r"(?:các|hai|ba|bốn|năm|\d{1,2}) (?:ông|bà|đồng chí)(?:, bà)?:?\s*$")
_OPENING_REACH = 60  # characters of a line before the name that opens it
# "chúc mừng các vị được bầu giữ chức …": whoever is named before is not one of them.
_SEVERAL = re.compile(
    r"(?:các|những|hai|ba|\d+) (?:vị|đồng chí|ông|bà|cán bộ|nhân sự|cá nhân|người|đại biểu)"
    r"(?: (?:vừa|mới|đã|trên|này))*(?: được| bị| nhận)? ?$|nhân sự $"
)
_ALL = re.compile(r"\s*(?:các|hai|ba) (?:ông|bà|đồng chí)[^:.;\n]{0,60}:")
_SEVERAL_REACH = 40
# Words of time and connection only: a sentence that leaves its subject out.
_NO_SUBJECT = re.compile(
    r"(?:[\W\d]+|(?:từ|tháng|năm|đến|tới|ngày|nay|sau|đó|trước|quý|đã|được|bị|hiện|và|giai|đoạn|trong|khi|thời|gian|cuối|đầu"
    r"|giữa|có|quá|trình|công|tác|là|tiếp|tục|lại|điều|động|phân|luân|chuyển|chỉ|định|bổ|nhiệm|chuẩn|y)(?!\w))*"
)
_AT_MEETING = re.compile(r"\s*tại (?:đại hội|hội nghị|kỳ họp)(?!\w)[^;.:\n]{0,120}$")
_DONE_TO_IT = re.compile(r"được(?!\w)")
_DONE = re.compile(r"được (?:(?:tín nhiệm|tiếp tục|tái) )*(?:(?:bầu|cử|chỉ định|phân công|bổ nhiệm|giao) )?$")
_DONE_REACH = 40
_FURTHER = re.compile(r"(?:đồng thời|cùng với đó|bên cạnh đó),? ")  # opens a sentence on the one spoken of before
_OPENED_FOR = re.compile(r"[^.;:\n]{0,160}?, (?:ông|bà|đồng chí) ")
# What one does to another: whoever is named before it in the sentence does not get the post.
_ACTS = re.compile(
    r"(?:kết quả )?(?:bầu|bầu bổ sung|miễn nhiệm|bãi nhiệm|bãi miễn|bổ nhiệm|phê chuẩn)"
    r"(?: các)?(?: chức(?: vụ| danh)?)?\s+(?!giữ|làm|vào|lại)"
)


# "X, Phó Trưởng ban …, công bố quyết định … giữ chức …": who tells of a decision gets no post by it
_TELLS = re.compile(
    r",?\s(?:đã |vừa )?(?:công bố|trao|thông báo|đọc|ký|triển khai)\s(?:các |toàn văn |và trao )?"
    r"(?:quyết định|nghị quyết)(?!\w)"
)


_GOES_ON, _ONCE = ", ", "nguyên"


class Subjects:
    """The people of a page, as the words on posts speak of them."""

    def __init__(self, page: Page, people: People) -> None:
        self._page = page
        self._people = people.all
        self._starts = [p.start for p in people.all]
        self._anaphora = Anaphora(page, people.all)

    def meant(self, start: int, said: int, end: int, alone: bool = False) -> list[PersonMention]:
        """The people named after "đối với", else the one before words from `start` to `said`, on posts up to `end`.

        `alone` says that the words may do without a subject: those of a career.
        """
        sentence = self._page.sentence_at(start)
        after = self._after(sentence, end)
        if after:
            return after
        if _SEVERAL.search(self._page.low, max(sentence.start, start - _SEVERAL_REACH), start):
            return []
        named = self._named_before(sentence, start)
        if named and _ACTS.match(self._page.low, start, said) and not self._undergoes(named, start):
            return []
        given = self._anaphora.by_given_name(named.end if named else sentence.start, said)
        if given:
            return [given]
        if named and self._is_beside(named, start):
            return [named]
        if named:
            return self._of_colon(sentence, start) or self._with_joined(named)
        if opened := self._opened_for(sentence, start, end):
            return [opened]
        word = self._anaphora.pronoun(sentence.start, said)
        again = _FURTHER.match(self._page.low, sentence.start)
        bare = (alone or again) and self._has_no_subject(again.end() if again else sentence.start, start)
        back = _BACK_OF_LIFE if alone and not word else BACK
        told = self._anaphora.told_of(sentence.start) if word or bare else None
        last = told or (self._anaphora.last_named(sentence.start, word, back) if word or bare else None)
        return [last] if last else []

    def _is_beside(self, person: PersonMention, start: int) -> bool:
        """Whether the words go on with the posts at the person's name: "ông A, … và ông B, Giám đốc X, nguyên là Y"."""
        near = max((t.after for t in person.titles if person.end < t.start < start), default=0)
        return near == start - len(_GOES_ON) and self._page.low.startswith(_GOES_ON + _ONCE, near)

    def _opened_for(self, sentence: Span, start: int, end: int) -> PersonMention | None:
        """Từng là Bí thư Tỉnh ủy, …, ông X …: the first one named behind posts that open a sentence."""
        index = bisect_left(self._starts, end)
        person = self._people[index] if index < len(self._people) and start == sentence.start else None
        if not person or person.titles_before or person.start >= sentence.end:
            return None
        return person if _OPENED_FOR.fullmatch(self._page.low, end, person.start) else None

    def _has_no_subject(self, begin: int, start: int) -> bool:
        """Whether the words before the deed of a sentence name nobody: "Năm 2015, tại Đại hội XI được bầu …"."""
        low = self._page.low
        words = _NO_SUBJECT.match(low, begin, start)
        rest = words.end() if words else begin
        if rest == start:
            return True
        passive = _DONE_TO_IT.match(low, start) or _DONE.search(low, max(begin, start - _DONE_REACH), start)
        return bool(
            passive and _AT_MEETING.match(low, low.rfind(" tại ", begin, start) if begin < start else rest, start)
        )

    def _undergoes(self, person: PersonMention, start: int) -> bool:
        """Whether the words after the person say that the deed that is told at `start` is done to them.

        "X được bầu …", "X thôi làm đại biểu và miễn nhiệm …".
        """
        cues = [self._page.lexicon.any_of("passive")]
        if self._page.low.endswith(" và ", person.end, start):
            cues.append(self._page.lexicon.any_of("no_more"))
        return any(cue.search(self._page.low, person.end, start) for cue in cues)

    def _after(self, sentence: Span, end: int) -> list[PersonMention]:
        if self._page.low.startswith(_OWNED, end):  # miễn nhiệm chức vụ … của ông X
            index = bisect_left(self._starts, end + len(_OWNED))
            if index < len(self._people) and self._named_right_after(self._people[index], end + len(_OWNED)):
                return [self._people[index]]
        if self._page.low.startswith(_TOLD_TO_BE, end):  # bầu Chủ tịch HĐND xã là ông X
            index = bisect_left(self._starts, end + len(_TOLD_TO_BE))
            if index < len(self._people) and self._named_right_after(self._people[index], end + len(_TOLD_TO_BE)):
                return [self._people[index]]
        stop = self._page.low.find(";", end, sentence.end)
        limit = min(stop if stop >= 0 else sentence.end, end + _FAR)
        for cue in self._page.found("for_person", Span(end, limit)):
            if self._page.low.endswith(_INSTEAD, 0, cue.start()):
                continue
            index = bisect_left(self._starts, cue.end())
            if _LINES.match(self._page.low, cue.end()):
                return self.first_of_lines(cue.end())
            if counted := counted_list(self._page, cue.end()):
                first, last = (bisect_left(self._starts, place) for place in counted)
                return self._people[first:last]
            if index < len(self._people) and self._named_right_after(self._people[index], cue.end()):
                return with_items(self._page, self._people, self.listed_from(index, with_titles=True), sentence)
            called = self._page.at("pronouns", cue.end() + 1)  # đối với ông Mẫu
            given = self._anaphora.by_given_name(called.start(), called.end()) if called else None
            if given:
                return [given]
        return []

    def first_of_lines(self, place: int, limit: int | None = None) -> list[PersonMention]:
        """Đối với: / Ông X - …; / Bí thư Tỉnh ủy Y …: who opens each line that follows, with titles before the name.

        No line that begins at `limit` or behind it is one of the list.
        """
        found: list[PersonMention] = []
        lines = self._page.paragraphs
        for line in lines[bisect_left(lines, place, key=lambda p: p.start) :]:
            index = bisect_left(self._starts, line.start)
            person = self._people[index] if index < len(self._people) else None
            if not person or person.end > line.end or (limit is not None and line.start >= limit):
                break
            first = min([person.start, *(t.start for t in person.titles)])
            opening = self._page.low[line.start : first].strip(_MARKS) if first - line.start < _OPENING_REACH else "-"
            if opening not in _OPENERS and not self._is_honorific(opening):
                break
            found.append(person)
        return found

    def _named_right_after(self, person: PersonMention, place: int) -> bool:
        start = min([person.start, *(t.start for t in person.titles)])
        start = start if start >= place else person.start
        between = self._page.low[place:start].strip(" :") if start - place < 40 else "-"
        between = between.removeprefix("các ").removesuffix("nguyên").strip()
        return not between or self._is_honorific(between)

    def _is_honorific(self, words: str) -> bool:
        return self._page.lexicon.any_of("honorifics").fullmatch(words) is not None

    def listed_from(self, index: int, with_titles: bool = False) -> list[PersonMention]:
        """đối với ông X và ông Y: those named one right after another; with titles before their names if so told."""
        end = index + 1
        while end < len(self._people) and self._follows(self._people[end - 1], self._people[end], with_titles):
            end += 1
        return self._people[index:end]

    def names_listed_from(self, places: Iterable[int]) -> set[str]:
        """The names of all whom `listed_from` gives for the places, of which many may stand in one list."""
        found: set[str] = set()
        end = -1
        for index in sorted(places):
            if index >= end:
                listed = self.listed_from(index)
                found.update(person.name for person in listed)
                end = index + len(listed)
        return found

    def _follows(self, first: PersonMention, second: PersonMention, with_titles: bool) -> bool:
        aside = None if second.titles_before else _ASIDE.match(self._page.low, first.end)
        behind = [t.after for t in first.titles if t.start > first.start]
        end = aside.end() if aside else max([first.end, *behind])
        join = _JOINED.match(self._page.low, end)
        if not join or join.end() > second.start or (second.titles_before and not with_titles):
            return False
        start = min([second.start, *(t.start for t in second.titles)])
        between = self._page.low[join.end() : start].strip()
        return self._is_honorific(between) or not between

    def _of_colon(self, sentence: Span, start: int) -> list[PersonMention]:
        """Các ông: X, …; Y, … tiếp tục được bầu giữ chức …: all whom the sentence lists before."""
        colon = _ALL.match(self._page.low, sentence.start, start)
        if not colon:
            return []
        return self._people[bisect_left(self._starts, colon.end()) : bisect_left(self._starts, start)]

    def _with_joined(self, person: PersonMention) -> list[PersonMention]:
        """Ông X và bà Y giữ chức …: both; các ông X, Y và bà Z: all."""
        listed = self._plural_to(person)
        if listed:
            return listed
        index = bisect_left(self._starts, person.start)
        earlier = self._people[index - 1] if index else None
        end = max([earlier.end, *(t.after for t in earlier.titles)]) if earlier else 0
        between = self._page.low[end : person.start] if earlier and not person.titles_before else ""
        between = between.strip().removeprefix(",").strip()
        joined = between.removeprefix("và").strip() if between.startswith("và") else None
        pair = joined is not None and (not joined or joined == "các đồng chí" or self._is_honorific(joined))
        return [*self._listed_to(index - 1), person] if earlier and pair else [person]

    def _listed_to(self, index: int) -> list[PersonMention]:
        """Ông X, Chủ tịch …, bà Y (và ông Z): those named one right after another up to that one."""
        found = [self._people[index]]
        while index and not found[0].titles_before:
            earlier = self._people[index - 1]
            end = max([earlier.end, *(t.after for t in earlier.titles)])
            between = self._page.low[end : found[0].start].strip()
            if not between.startswith(",") or not self._is_honorific(between.removeprefix(",").strip()):
                break
            found.insert(0, earlier)
            index -= 1
        return found

    def _plural_to(self, person: PersonMention) -> list[PersonMention]:
        """Those named one right after another from "các ông" to the person; none where no such word opens the list."""
        found = [person]
        index = bisect_left(self._starts, person.start)
        while index and not _PLURAL.search(self._page.low, max(0, found[0].start - 20), found[0].start):
            index -= 1
            earlier = self._people[index]
            end = max([earlier.end, *(t.after for t in earlier.titles)])
            between = self._page.low[end : found[0].start].strip()
            if between not in _BETWEEN:
                return []
            found.insert(0, self._people[index])
        opened = _PLURAL.search(self._page.low, max(0, found[0].start - 20), found[0].start)
        opened = opened if len({p.name for p in found}) == len(found) else None  # one of a list, named again
        return found if opened and len(found) > 1 else []

    def _named_before(self, sentence: Span, start: int) -> PersonMention | None:
        """The last one named in the sentence, but for predecessors: "thay ông X"."""
        index = bisect_left(self._starts, start) - 1
        while index >= 0 and self._people[index].start >= sentence.start:
            person = self._people[index]
            near = max([person.end, *(t.after for t in person.titles if t.start < start)])
            if start - near > _FAR_BEFORE:
                return None
            if _TELLS.match(self._page.low, near):
                return None
            if not self._anaphora.is_predecessor(person, start) and not self._is_agent(person, sentence.start):
                return person
            index -= 1
        return None

    def _is_agent(self, person: PersonMention, begin: int) -> bool:
        """Whether another undergoes what the person does: "ông X được Bộ trưởng Y bổ nhiệm làm …"."""
        first = min([person.start, *(t.start for t in person.titles)])
        place = self._page.before_blanks(first)
        if rank := self._page.ending("honorifics", place):
            place = self._page.before_blanks(rank.start())
        before = self._page.low[max(begin, place - _AGENT_REACH) : max(begin, place)]
        index = bisect_left(self._starts, person.start) - 1
        return before.endswith(_DONE_BY) and index >= 0 and self._people[index].start >= begin
