"""Places that a text names, and the place that words like "tỉnh" or "phường" mean where it is left out."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property

from ingest.lexicon import Unit
from ingest.rules.places.gazetteer import known_place_end
from ingest.rules.places.place_mentions import HOME_REACH, PAST_POST, Asides, PlaceMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical

_WORD = rf"[{CAPITALS}][^\W\d_]*"
_CAPITALISED = re.compile(rf"{_WORD}(?: {_WORD}){{0,7}}(?!\w)")
_STOP = re.compile(r"[,;:.()]|\s[-–]\s|\s(?:và|kiêm|rồi)\s")
_POSTS = 4  # posts of a list in which the place may be named
_REACH = 70  # characters of one post
_NUMBERED = re.compile(r"\d{1,2}(?![\w/-]|\.\d)")
_LONGEST_PLACE = 4  # syllables
_PROVINCE, _CITY = "tỉnh", "thành phố"
_COMMITTEE = "ủy "  # of which no place is called: HUYỆN ỦY
_AND = " và "
_LINE_ENDS = re.compile(r"[ *]*(?:\n|$)|\t| {3,}|\s*\|")  # of a line of a letterhead or its left column
_CAREER = re.compile(
    r"[-–+*•\s]*(?:(?:từ|giai đoạn|năm|tháng|khoảng) )*(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d\s*(?:[-–:]|đến|tới)"
)
_CAREER_PLACES = 40  # places of the lines of a career
_PROVINCIAL = "province"
_SAME_LIST = re.compile(
    r"(?:,|,? và|;|,? kiêm| -| –)\s+(?:nguyên\s+)?(?!(?:được|giữ|làm|nhận|thôi|về|sang|lên|ông|bà|đồng chí)\s)"
    r"(?:[^\W\d_]+\s?){0,6}"
)
_PORTRAYED = re.compile(rf"(?:Ông|Bà|Đồng chí|Đ/c|Đại tá|Thiếu tướng) ({_WORD}(?: {_WORD}){{1,4}})(?!\w)")
# "Lễ công bố có ông X, Bí thư Tỉnh ủy", "Phát biểu tại hội nghị, Bí thư Tỉnh ủy …"
_CEREMONY = re.compile(
    r"(?:(?:tại |dự |tham dự |chủ trì |cùng dự )*(?:buổi lễ|buổi |lễ (?:công bố|trao|bổ nhiệm|bàn giao)|hội nghị)"
    r"|cùng dự|tham dự|phát biểu|thay mặt|về phía (?:tỉnh|thành phố|địa phương))(?!\w)"
)
_ANOTHER = re.compile(r"[.\n]|(?<!\w)(?:ông|bà|đồng chí|đ/c|thay|quê)(?!\w)")
_OF_PORTRAYED = 120  # characters between a name and the place of a post
_TOLD_BEFORE, _TIMES_TOLD = 20_000, 12  # characters before a portrait; times that its name is looked for in them
_NEXT = 2  # names of places behind a name
_POST_LISTS = ("titles", "roles", "heads")
_NO_PLACES = ("heads", "bodies", "roles", "titles")
_COMMITTEES = ("ủy ", "ủy,", "ủy.", "ủy;", "ủy:", "ủy)", "ủy\n", "đoàn ", "đội ")  # after the word for the unit
_CITY_WORDS = ("thành phố ", "tp ", "tp.", "tp. ", "thành ủy ", "tphcm ", "thành đoàn ", "bộ tư lệnh ")


class Places:
    """The places of a page, in order."""

    def __init__(self, page: Page) -> None:
        lexicon = page.lexicon
        self._page = page
        self._units: dict[str, str] = {}
        self._portrayed: dict[tuple[int, str | None], str | None] = {}
        self._past_provinces = lexicon.any_of("past_provinces")
        decided = "|".join(re.escape(words) for words in lexicon.cues["list_verbs"])
        self._list = re.compile(
            r"(?:,\s+|\s+[-–]\s+|\s+và\s+|,\s+và\s+|\s+kiêm\s+|,?\s+đồng thời\s+|,?\s+rồi\s+)"
            rf"(?:(?:{decided})\s+)?(?:nguyên\s+)?"
        )
        provinces = [
            PlaceMention(m.start(), m.end(), name, self.unit_of(name))
            for m in page.everywhere("provinces")
            if page.shown[m.start()].isupper() and (name := lexicon.provinces[m.group()])
            if not page.at("no_provinces", m.start())
        ]
        self._by_start = {m.start: m for m in provinces}
        provinces = [p for p in provinces if not self._is_person(p)]
        self._by_unit: dict[str | None, list[PlaceMention]] = {None: provinces}
        self._asides = Asides(page, self.at)
        self._local = self._local_places()
        self._local_starts = [m.start for m in self._local]
        for mention in [*provinces, *self._local, *self._namesakes(provinces)]:
            self._by_unit.setdefault(mention.unit, []).append(mention)
        for mentions in self._by_unit.values():
            mentions.sort(key=lambda m: m.start)
        self._starts = {unit: [m.start for m in mentions] for unit, mentions in self._by_unit.items()}
        self._context = {unit: self._asides.of_context(mentions) for unit, mentions in self._by_unit.items()}
        self._context_starts = {unit: [m.start for m in mentions] for unit, mentions in self._context.items()}

    def _namesakes(self, provinces: list[PlaceMention]) -> list[PlaceMention]:
        """The cities that bear the names of their provinces: HĐND thành phố Lào Cai."""
        cities = (p for p in provinces if p.unit == _PROVINCE and self._page.low.endswith(_CITY_WORDS, 0, p.start))
        return [PlaceMention(p.start, p.end, p.name, _CITY, False) for p in cities]

    def _is_person(self, mention: PlaceMention) -> bool:
        """Whether it bears the name of a President and no word for a unit: Giải thưởng Hồ Chí Minh."""
        low, lexicon = self._page.low, self._page.lexicon
        if (
            canonical(mention.name) not in lexicon.any_person
            or low[mention.start : mention.end] not in lexicon.any_person
        ):
            return False
        return not low.endswith(_CITY_WORDS, 0, mention.start)

    def at(self, place: int) -> PlaceMention | None:
        """The province whose name begins exactly there."""
        return self._by_start.get(place)

    def named_at(self, place: int, unit: str) -> PlaceMention | None:
        """The province or, by its capitals, the smaller place of the unit whose name begins there."""
        past = self._past_provinces.match(self._page.low, place) if unit == _PROVINCE else None
        if past:
            return PlaceMention(place, past.end(), self._page.lexicon.past_provinces[past.group()], unit)
        province, known = self.at(place), known_place_end(self._page, place, unit)
        if province and unit in (_PROVINCE, _CITY) and province.end >= known:
            return province
        if self._page.low.startswith(_COMMITTEE, place):
            return None  # ỦY BAN KIỂM TRA / HUYỆN ỦY YÊN ĐỊNH
        if known == place and self._page.at("document_kinds", place):
            return None  # BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH
        number = _NUMBERED.match(self._page.low, place) if unit in ("quận", "phường") else None
        words = number.group() if number else self.capitalised(place, unit)
        words = max(words, self._page.shown[place:known], key=len)
        name = " ".join(word.capitalize() for word in words.split()) if words.isupper() else words  # HUYỆN ỦY VĂN BÀN
        return PlaceMention(place, place + len(words), name, unit, False) if words else None

    def capitalised(self, place: int, unit: str) -> str:
        """The words with capitals that begin there and may name such a place: not those of a person, a body or a title.

        Places that bear the names of people are known; no unknown province does: tỉnh Bùi Thị Sen.
        """
        match = _CAPITALISED.match(self._page.shown, place)
        if self._page.lexicon.any_of("term_words").match(self._page.low, place):
            return ""  # HĐND huyện Khóa XX
        words = match.group().split(" ") if match else []
        others = any(self._page.at(name, place) for name in _NO_PLACES)
        if not match or (others and canonical(" ".join(words[:2])) not in self._page.lexicon.local_names):
            return ""
        if len(words[0]) > 1 and words[0].isupper() and not (len(words) > 1 and match.group().isupper()):
            alone = len(words) == 1 and canonical(words[0]) in self._page.lexicon.local_places.get(unit, frozenset())
            return words[0] if alone else ""  # THÀNH ỦY VINH
        known = self._known_place(words, unit)
        no_name = words[0] in self._page.lexicon.surnames or match.group().isupper()  # HĐND TỈNH VỀ QUY ĐỊNH
        called = self._page.low.endswith(". ", 0, place) and self._page.at("honorifics", place)  # … HĐND TP. Ông Mẫu
        if not known and ((unit == _PROVINCE and no_name) or called):
            return ""
        kept = known or words[: self._person_in(words)]
        return " ".join(kept) if len(kept) <= _LONGEST_PLACE else ""

    def _known_place(self, words: list[str], unit: str) -> list[str]:
        """As many of the words as name a district or commune of the reference tables that is such a unit."""
        known = self._page.lexicon.local_places.get(unit, frozenset())
        longest = range(min(len(words), _LONGEST_PLACE), 1, -1)
        return next((words[:n] for n in longest if canonical(" ".join(words[:n])) in known), [])

    def meant_at(self, place: int, unit: str | None = None, end: int | None = None) -> str | None:
        """The place that is meant where its name is left out, of the given unit.

        The one that the next posts of the list after `end` name, else the last one named before, else the only or most
        often named of all.
        """
        ahead = self._ahead(end, unit) if end else None
        if ahead:
            return ahead
        if named := self._in_same_post(place, unit):
            return named
        mentions = self._context.get(unit, [])
        before = bisect_left(self._context_starts.get(unit, []), place)
        if before and (portrayed := self._of_portrayed(place, unit, mentions[before - 1].start)):
            return portrayed
        if before and (host := self._of_ceremony(place, unit, mentions[before - 1].start)):
            return host
        if before:
            return self._last_told(mentions, before - 1, place).name
        counted = Counter(m.name for m in mentions).most_common(2)
        clear = len(counted) == 1 or (len(counted) == 2 and counted[0][1] > counted[1][1])
        return counted[0][0] if clear else None

    def _of_ceremony(self, place: int, unit: str | None, last: int) -> str | None:
        """The only place that the headline names, of a paragraph on who was there that names none itself."""
        line, headline = self._page.paragraph_at(place), self._page.paragraphs[0]
        if last >= line.start or line == headline or not _CEREMONY.match(self._page.low, line.start):
            return None
        named = {m.name for m in self._by_unit.get(unit, []) if headline.start <= m.start < headline.end}
        return named.pop() if len(named) == 1 else None

    def _of_portrayed(self, place: int, unit: str | None, last: int) -> str | None:
        """The place of the one whose name opens the paragraph, if it names none itself: "Ông X sinh năm …, từng …".

        It is the only one that the text before names behind that name, with a word for its unit.
        """
        paragraph = self._page.paragraph_at(place)
        opening = _PORTRAYED.match(self._page.shown, paragraph.start, place) if last < paragraph.start else None
        if not opening:
            return None
        key = (paragraph.start, unit)
        if key not in self._portrayed:
            self._portrayed[key] = self._only_place_of(opening[1], paragraph.start, unit)
        return self._portrayed[key]

    def _only_place_of(self, name: str, place: int, unit: str | None) -> str | None:
        """The only place that the text before names behind somebody's name, with a word for its unit."""
        found: set[str] = set()
        end = max(0, place - _TOLD_BEFORE)
        for _ in range(_TIMES_TOLD):
            start = self._page.shown.find(name, end, place)
            if start < 0:
                break
            end = start + len(name)
            first = bisect_left(self._starts.get(unit, []), end)
            for mention in self._by_unit.get(unit, [])[first : first + _NEXT]:
                gap = self._page.low[end : min(mention.start, end + _OF_PORTRAYED + 1)]
                if len(gap) <= _OF_PORTRAYED and not _ANOTHER.search(gap) and self._asides.is_called_unit(mention):
                    found.add(mention.name)
        return found.pop() if len(found) == 1 else None

    @cached_property
    def main(self) -> str | None:
        """The province that a report is on, if it names none beside it but asides; None if it names several."""
        named = {m.name for m in self._context.get(None, [])}
        return named.pop() if len(named) == 1 else None

    def _in_same_post(self, place: int, unit: str | None) -> str | None:
        """The place that the posts of the same person name right before: "nguyên Bí thư Tỉnh ủy X, nguyên …"."""
        index = bisect_left(self._starts.get(unit, []), place) - 1
        if index < 0:
            return None
        last = self._by_unit[unit][index]
        gap = _SAME_LIST.fullmatch(self._page.low, last.end, place)
        return (
            last.name if gap and PAST_POST.search(self._page.low, max(0, last.start - HOME_REACH), last.start) else None
        )

    def _last_told(self, mentions: list[PlaceMention], index: int, place: int) -> PlaceMention:
        """The last place before, but for those of the lines of a career over a paragraph that is none of them."""
        line = self._page.paragraph_index(place)
        if self._is_career(line):
            return mentions[index]
        for mention in reversed(mentions[max(0, index - _CAREER_PLACES) : index + 1]):
            if not self._is_career(self._page.paragraph_index(mention.start)):
                return mention
        return mentions[index]

    def _is_career(self, line: int) -> bool:
        """Whether the paragraph is a line of a career: "- Từ 7/1989 đến 1996: Bí thư …"."""
        paragraph = self._page.paragraphs[line]
        return _CAREER.match(self._page.low, paragraph.start, paragraph.end) is not None

    def _ahead(self, end: int, unit: str | None) -> str | None:
        """Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lào Cai: the place of the posts that follow in the same list."""
        low = self._page.low
        sentence = self._page.sentence_at(end - 1).end
        first = bisect_left(self._starts.get(unit, []), end)
        nearest = self._by_unit.get(unit, [])[first : first + 1]
        if not nearest or nearest[0].start >= sentence:
            return None
        for _ in range(_POSTS):
            join = self._list.match(low, end)
            role = join and next((m for name in _POST_LISTS if (m := self._page.at(name, join.end()))), None)
            if not role:
                return None
            end = self._end_of_post(role.end(), min(sentence, role.end() + _REACH))
            first = bisect_left(self._starts.get(unit, []), role.end())
            named = self._by_unit.get(unit, [])[first : first + 1]
            if named and named[0].start < end:
                return named[0].name
        return None

    def _end_of_post(self, start: int, limit: int) -> int:
        """Where the words of a post end: at a comma and the like, or at "và" before another post."""
        low = self._page.low
        for stop in _STOP.finditer(low, start, limit):
            if stop.group() != _AND or any(self._page.at(name, stop.end()) for name in _POST_LISTS):
                return stop.start()
        return limit

    def local_meant_at(self, place: int) -> tuple[str | None, str | None]:
        """The district or commune named last before, and its unit; (None, None) if none is."""
        index = bisect_left(self._local_starts, place) - 1
        return (self._local[index].name, self._local[index].unit) if index >= 0 else (None, None)

    def in_known(self, place: int) -> bool:
        """Whether the place stands in the name of a district or commune that is known: the Hội of phường Hội An."""
        index = bisect_right(self._local_starts, place) - 1
        local = self._local[index] if index >= 0 else None
        return local is not None and place < local.end == known_place_end(self._page, local.start, local.unit)

    def unit_of(self, name: str) -> str:
        """The unit that the place is; where it was province and city, the one that the text calls it, or the first."""
        if name not in self._units:
            units = self._page.lexicon.province_units.get(canonical(name), (_PROVINCE,))
            called = [unit for unit in units if f"{unit} {canonical(name)}" in self._page.low]
            self._units[name] = called[0] if len(called) == 1 else units[0]
        return self._units[name]

    def is_inside_province(self, unit: Unit, name: str) -> bool:
        """Whether a place is a city inside a province, be it of the same name: HĐND thành phố Lào Cai."""
        kinds = self._page.lexicon.province_units.get(canonical(name), ())
        return unit.level == _PROVINCIAL and unit.name != _PROVINCE and unit.name not in kinds

    def _local_places(self) -> list[PlaceMention]:
        """Districts and communes, where they stand after the word for their unit or their committee."""
        found = []
        lexicon = self._page.lexicon
        for match in sorted(
            (*self._page.everywhere("units"), *self._page.everywhere("committees")), key=re.Match.start
        ):
            start = match.end() + (self._page.low[match.end() : match.end() + 1] == " ")
            committee = lexicon.committees.get(match.group())  # Huyện ủy Văn Bàn, but not HUYỆN ỦY QUYẾT ĐỊNH
            shouted = committee is not None and self._page.shown[start : start + 2].isupper()
            shouted = shouted and not self._heads_letter(match.start(), start, committee or "")
            unit = committee or lexicon.units[match.group()].name
            of_committee = committee is None and self._page.low.startswith(_COMMITTEES, start)
            of_committee = of_committee or (committee is not None and self._page.at("units", start) is not None)
            province = self.at(start)
            known = known_place_end(self._page, start, unit) > (province.end if province and unit == _CITY else start)
            unlikely = shouted or (not known and (of_committee or province))  # but xã Đoàn Kết, phường Lào Cai
            mention = None if unlikely else self.named_at(start, unit)
            if mention:
                found.append(mention)
        return found

    def _heads_letter(self, line: int, start: int, unit: str) -> bool:
        """Whether the committee and its place are a line of a letterhead: HUYỆN ỦY VĂN BÀN."""
        words = self.capitalised(start, unit)
        before = self._page.low.rfind("\n", 0, line) + 1
        alone = not self._page.low[before:line].strip() and _LINE_ENDS.match(self._page.low, start + len(words))
        return bool(words and alone)

    def _person_in(self, words: list[str]) -> int:
        """Where among the words the name of a person begins: after a place of two words, else of one or none."""
        last = len(words)
        surnames = [i for i, word in enumerate(words) if word in self._page.lexicon.surnames]
        whole = [i for i in surnames if i > 1 and last - i >= 2]
        return next(iter(whole + [i for i in surnames if last - i >= 3]), last)
