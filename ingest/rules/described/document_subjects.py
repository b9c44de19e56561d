"""What a document without a number is about: where the words that say it end, and on whom a decision is."""

import re
from bisect import bisect_left
from functools import cache
from pathlib import Path
from tomllib import loads

from ingest.lexicon import one_of
from ingest.rules.bodies.issuing_offices import ADVERBS
from ingest.rules.described.presented_papers import before_presenter
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.people.people import PersonMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

SUBJECT_LENGTH = 260  # characters in which what a document is about must end
_NAMED = 20  # people or bodies that words of that length may name
_SHORT_ITEM = 7  # words before a comma that may still be the first of a list: "về chức năng, nhiệm vụ, …"
_END = re.compile(
    rf"[.;:!?…“”\"()\[\]\n<>]|,(?!\s[{CAPITALS}])|\s[-–]\s(?=[{CAPITALS}])|\s\d{{1,2}}[/.-]\d{{1,2}}[/.-]|(?<!đối)\svới\s\d"
)
_ACTING = re.compile(
    r" (?:đã|vừa|cũng|nhận thấy|quyết định|quyết nghị|yêu cầu|thống nhất|đề nghị|kết luận|cho rằng|nêu|khẳng định"
    r"|đánh giá|xem xét|ban hành|phân công|giao|trao|công bố|tổ chức|họp|đồng ý|thảo luận|nghe|tiến hành|biểu quyết"
    r"|bỏ phiếu|thông qua|bầu|miễn nhiệm|phê chuẩn|trình|cho ý kiến|sẽ|tiếp tục|chỉ định|bổ nhiệm|điều động)(?!\w)"
)

_WHO = ("titles", "honorifics", "issuing_offices")
# Đối với Đề án …, Tổng Bí thư nhấn mạnh …
_SAYS_OF_IT = re.compile(
    r"[^,.;:\n]{3,60}? (?:nhấn mạnh|cho biết|cho rằng|lưu ý|yêu cầu|đề nghị|khẳng định|nêu rõ|phát biểu|đánh giá|nói"
    r"|chỉ đạo|kết luận|giao|bày tỏ|tán thành|thống nhất)(?!\w)"
)
_AND_WHOM = re.compile(r" và (?:đồng chí|ông|bà) $")
_COMMA = re.compile(r",\s*")
_CITY = re.compile(r"(?<!\w)(?:TP|Tp|TX)\Z")  # UBND TP. Thủ Đức
_TERMS = ("khóa", "nhiệm kỳ")
_NUMBERED = re.compile(r" (?:quốc hội khóa |đại hội (?:khóa |lần thứ )?)?(?:[ivx]+|\d{1,2}|\d{4}\s?[-–]\s?\d{4})(?!\w)")
_BY_GIVEN_NAME = re.compile(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|anh|chị) (?P<name>[{CAPITALS}][^\W\d_]*)(?! [{CAPITALS}])"
)
# về “Tăng cường sự lãnh đạo của Đảng …”; Kết luận “Một số vấn đề về …”
_QUOTED = re.compile(
    r"(?:(?:về việc|về|quy định về|quy định) )?"
    rf"(?:“[{CAPITALS}][^“”\n]{{8,240}}”|\"[{CAPITALS}][^\"\n]{{8,240}}(?<! )\")"
)
_OF_YEARS = re.compile(r"(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})?\s*$")
_MANNER = re.compile(r" (?:định hướng|hướng|mô hình|tinh thần|chế độ|nguyện vọng|ngành|lĩnh vực)(?!\w)")
_ANOTHER = re.compile(rf"(?:,| và|, và) (?=[{CAPITALS}])")  # Tờ trình A và Tờ trình B
_SHORT_FOR = re.compile(r" ?\([A-ZĐƯ][A-ZĐƯ.]{1,11}\)")  # Chủ nhiệm Ủy ban Kiểm tra (UBKT) Thành ủy
_AND = re.compile(r",? và ")
_OF_SOMEBODY = re.compile(
    r"(?: làm việc)? của (?:ban|bộ|tỉnh|thành|huyện|trung ương|ủy ban|chính phủ|quốc hội|đảng)(?!\w)"
)
_COUNCIL = re.compile(r"(?:hđnd|hội đồng nhân dân)(?: \w+){0,3} $")
LEAVES = re.compile(r"(?<!\w)(?:thôi|không|không tiếp tục) $")
_LEAVES_POST = re.compile(r"(?<!\w)và (?:cho )?(?:thôi|không) (?:giữ|tham gia|đảm nhiệm) ")
_TOWARD_NOBODY = re.compile(r" đối với$")  # 4 Thẩm phán đối với: <a list>
_MEMBER = re.compile(r"(?:ủy viên|thành viên) $")
_IN_LAW = re.compile(r"(?<!\w)[Ll]uật [^\W\d_]+(?: [^\W\d_]+)?\Z")  # thi hành Luật Cán bộ, công chức
_PAPERS = ("các nghị quyết", "các quyết định")  # lễ công bố các nghị quyết, quyết định về …
_IN_PLACE = tuple(f" địa bàn {unit} " for unit in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"))
_TO_ELECT = (" bầu ", " hđnd ", " hội đồng nhân dân ")
_AT_WORK = ("về công tác ", "nhận công tác ", "nhận nhiệm vụ ", "đại sứ việt nam ", "toàn quyền việt nam ")
_WORD = 40  # characters before a word that ends a subject in which stands what it belongs to


@cache
def cue_words(name: str) -> re.Pattern[str]:
    """The words of a list of described_documents.toml."""
    lists = loads(Path(__file__).with_name("described_documents.toml").read_text("utf-8"))
    return one_of(lists[name])


@cache
def cue_words_with(name: str, after: str, before: str = "") -> re.Pattern[str]:
    """The words of such a list with the patterns that stand around them."""
    return re.compile(rf"{before}(?:{cue_words(name).pattern}){after}")


@cache
def _verbs_alone() -> re.Pattern[str]:
    """ "về việc điều động, phân công": verbs of a decision and no more."""
    verb = cue_words("decides").pattern
    return re.compile(rf"(?:về việc |về )?(?:{verb})(?:(?:, | và |, và )(?:{verb}))*")


def _also(name: str) -> re.Pattern[str]:
    """The words of a list behind "và" or a comma, with which another paper is announced."""
    return cue_words_with(name, r"(?!\w)", "(?:,| và) (?:trao )?")


class SubjectReader:
    """Reads a page; bodies and people are in order of place."""

    def __init__(self, page: Page, bodies: list[BodyMention], people: list[PersonMention]) -> None:
        self.page = page
        self._bodies, self._people = bodies, people

    def decision(self, begin: int, end: int, person: PersonMention) -> tuple[str, int]:
        """ "bổ nhiệm ông X, <titles>, giữ chức Y" without the titles; "cho thôi chức vụ Y, <more> đối với ông X"."""
        low = self.page.low
        sentence_end = self.page.sentence_at(begin).end
        first = max(begin + 1, person.start - 24)
        toward = next(cue_words("toward").finditer(low, first, person.start), None)
        if toward:
            head = self._first_comma(begin, toward.start())
            joined = _also("decisions").search(low, begin, head)  # trao Quyết định A và trao Quyết định B đối với ông X
            head, stop = (joined.start(), joined.start()) if joined else (head, person.end)
            if head < toward.start() and not joined and not cue_words("decides").search(low, begin, head):
                return self.plain(begin, head), head  # về công tác nhân sự, miễn nhiệm … đối với ông X
            return f"{self.plain(begin, head)} {self.plain(toward.start(), person.end)}", stop
        limit = min(person.end + SUBJECT_LENGTH, sentence_end)
        until = low.find("cho đến khi", person.end, limit)
        limit = until if until > 0 else limit
        another = _also("decisions").search(low[person.end : limit])
        limit = person.end + another.start() if another else limit
        post = self.post_from(person.end, limit)
        if not post:
            return self.plain(begin, person.end), person.end
        stop = min(self.end(post.end()), limit)
        leaves = LEAVES.search(low, max(person.end, post.start() - _WORD), post.start())
        first = leaves.start() if leaves else post.start()
        whom = f"{self.plain(begin, person.end)}{self._and_whom(person, first)}"
        return f"{whom} {self._post_in_words(first, stop)}", stop

    def _and_whom(self, person: PersonMention, limit: int) -> str:
        """The second of "chỉ định ông X, 48 tuổi, và bà Y, 45 tuổi, tham gia …", whom the decision is on, too."""
        index = bisect_left(self._people, person.end, key=lambda p: p.start)
        other = self._people[index] if index < len(self._people) else None
        called = _AND_WHOM.search(self.page.low, person.end, other.start) if other and other.end < limit else None
        return f"{self.page.shown[called.start() : called.end()]}{other.name}" if called and other else ""

    def _first_comma(self, begin: int, end: int) -> int:
        """The first comma but for one between two verbs, "điều động, phân công", or two posts left; else the end."""
        for comma in _COMMA.finditer(self.page.low, begin, end):
            verbs = _verbs_alone().fullmatch(self.page.low, begin, comma.start())
            goes_on = verbs and cue_words("decides").match(self.page.low, comma.end())
            if not goes_on and not _LEAVES_POST.search(self.page.low, comma.end(), end):
                return comma.start()
        return end

    def post_from(self, start: int, limit: int) -> re.Match[str] | None:
        """The word before the post that somebody gets: "giữ chức", else "làm", "tham gia" or "phụ trách"."""
        return self._post("holds_post", start, limit) or self._post("into_post", start, limit)

    def before_name(self, place: int) -> int:
        """Where the name of who holds an office begins, if adverbs alone follow it: "Thủ tướng Lê Văn Mẫu vừa (ký)"."""
        index = bisect_left(self._people, place, key=lambda p: p.start) - 1
        person = self._people[index] if index >= 0 else None
        named = person and ADVERBS.fullmatch(self.page.low, person.end, place)
        return person.start if person and named else place

    def past_holder(self, place: int) -> int:
        """Where the name of who holds an office ends, if it follows right there: "của Thủ tướng Lê Văn Mẫu"."""
        index = bisect_left(self._people, place, key=lambda p: p.start)
        person = self._people[index] if index < len(self._people) else None
        return person.end if person and person.start == place + 1 else place

    def _post(self, words: str, start: int, limit: int) -> re.Match[str] | None:
        """The word before the post that somebody gets; before the one that they leave, where they get none."""
        found = list(cue_words(words).finditer(self.page.low, start, limit))
        gets = (m for m in found if not LEAVES.search(self.page.low, max(start, m.start() - _WORD), m.start()))
        return next(gets, found[0] if found else None)

    def _post_in_words(self, start: int, end: int) -> str:
        """The post as printed, without the years for which somebody gets it."""
        return self.plain(start, end - len(_OF_YEARS.search(self.page.low[start:end]).group()))  # type: ignore[union-attr]  # maybe ""

    def end(self, begin: int, kind: str = "") -> int:
        """Where the words end that begin there; before another paper of the `kind`, too: "và tờ trình về …"."""
        limit = min(begin + SUBJECT_LENGTH, self.page.sentence_at(begin).end)
        if quoted := self.quoted(begin):
            return quoted.end()
        for mark in _END.finditer(self.page.shown, begin, limit):
            if mark.group() in "()" and _SHORT_FOR.match(self.page.shown, self.page.shown.rfind("(", 0, mark.end())):
                continue
            if mark.group() == "." and (
                _CITY.search(self.page.shown, begin, mark.start())
                or self.page.low.endswith(" t", 0, mark.start())  # T.Ư
            ):
                continue
            first_of_list = mark.group() == "," and len(self.page.shown[begin : mark.start()].split()) <= _SHORT_ITEM
            item = mark.group() == "," and cue_words("list_items").match(self.page.low, mark.end() + 1)
            papers = mark.group() == "," and self.page.low.endswith(_PAPERS, 0, mark.start())
            item = item or (mark.group() == "," and _IN_LAW.search(self.page.shown, begin, mark.start()))
            if (
                not item
                and not papers
                and (not first_of_list or cue_words("new_clause").match(self.page.low, mark.end() + 1))
            ):
                limit = mark.start()
                break
        limit = self._before_next_subject(
            begin, self._before_who_says(begin, before_presenter(self.page, begin, limit))
        )
        another = _ANOTHER.search(self.page.shown, begin, limit)
        limit = another.start() if another and self._is_kind(another.end()) else limit
        same = self._same_kind(kind.lower()).search(self.page.low, begin, limit) if kind else None
        limit = self._before_paper_of(begin, same.start() if same else limit)
        stops = cue_words("ends_subject").finditer(self.page.low, begin + 1, limit)
        for stop in stops:
            term = self._term_at(stop)
            if term and not self.page.low.startswith(" và ", term.end()):
                return term.end()
            if not term and not self._goes_on(stop):
                return stop.start()
        return limit

    def quoted(self, begin: int) -> re.Match[str] | None:
        """The title that stands in quotation marks there, with "về" before it."""
        return _QUOTED.match(self.page.shown, begin, self.page.sentence_at(begin).end)

    @staticmethod
    @cache
    def _same_kind(kind: str) -> re.Pattern[str]:
        return re.compile(rf"(?:,| và|, và) {kind} (?=(?:của|về|{cue_words('opens_subject').pattern})(?!\w))")

    def _before_paper_of(self, begin: int, limit: int) -> int:
        """The end, or "và" before it and the paper of somebody: "… và hướng dẫn của Ban Tổ chức Trung ương về …"."""
        for joined in _AND.finditer(self.page.low, begin, limit):
            kind = self.page.at("document_kinds", joined.end())
            if kind and not self.page.shown[kind.start()].isupper() and _OF_SOMEBODY.match(self.page.low, kind.end()):
                return joined.start()
        return limit

    def _is_kind(self, place: int) -> bool:
        return self.page.at("document_kinds", place) is not None

    def _term_at(self, stop: re.Match[str]) -> re.Match[str] | None:
        """ "nhiệm kỳ 2021-2026" after a post, which a document's name holds, as against that of a council."""
        if stop.group() not in _TERMS or _COUNCIL.search(self.page.low, max(0, stop.start() - _WORD), stop.start()):
            return None
        return _NUMBERED.match(self.page.low, stop.end())

    def _goes_on(self, stop: re.Match[str]) -> bool:
        """Whether the word is part of the subject: "là" in "Ủy viên là đại biểu", "theo" in "theo định hướng"."""
        low = self.page.low
        if stop.group() == "theo":
            return _MANNER.match(low, stop.end()) is not None
        if stop.group() == "tại":  # tiếp nhận ông X về công tác tại Bộ …
            return low.endswith(_AT_WORK, 0, stop.start())
        if stop.group() == "để":  # giới thiệu nhân sự để bầu Chủ tịch UBND xã
            return low.endswith("nhân sự ", 0, stop.start()) and low.startswith(_TO_ELECT, stop.end())
        if stop.group() == "nêu":  # trách nhiệm nêu gương
            return low.startswith(" gương", stop.end())
        if stop.group() == "trên":  # Kế hoạch đầu tư công trên địa bàn huyện Bát Xát
            return low.startswith(_IN_PLACE, stop.end())
        if stop.group() == "quy định":  # sửa đổi, bổ sung các Quy định
            return self.page.shown[stop.start()].isupper()
        return bool(stop.group() == "là" and _MEMBER.search(low, max(0, stop.start() - _WORD), stop.start()))

    def _before_who_says(self, begin: int, limit: int) -> int:
        """The end, or a comma before it behind which the holder of an office says something of the paper."""
        for comma in _COMMA.finditer(self.page.low, begin, limit):
            first = any(self.page.at(name, comma.end()) for name in _WHO)
            if first and _SAYS_OF_IT.match(self.page.low, comma.end()):
                return comma.start()
        return limit

    def _before_next_subject(self, begin: int, limit: int) -> int:
        """The end, or a comma before it where others act: ", Chủ tịch nước Lê Văn Mẫu", ", Ban Bí thư quyết định"."""
        index = bisect_left(self._people, begin, key=lambda p: p.start)
        for person in self._people[index : index + _NAMED]:
            if person.start >= limit:
                break
            first = min([t.start for t in person.titles if t.start < person.start], default=0)
            if begin < first and self.page.low.startswith(", ", first - 2):
                limit = first - 2
        index = bisect_left(self._bodies, begin + 2, key=lambda b: b.start)
        for body in self._bodies[index : index + _NAMED]:
            if body.start >= limit:
                break
            if self.page.low.startswith(", ", body.start - 2) and _ACTING.match(self.page.low, body.end):
                return body.start - 2
        return limit

    def plain(self, begin: int, end: int) -> str:
        while self.page.shown[end - 1 : end + 1].isalnum() and end < len(self.page.shown):  # cut at a length
            end += 1
        words = " ".join(self.page.shown[begin:end].split()).rstrip(" ,.-–").removesuffix(" ngày").rstrip(" ,")
        return _TOWARD_NOBODY.sub("", _SHORT_FOR.sub("", words) if "(" in words else words)

    def with_full_names(self, words: str, place: int) -> str:
        """The words with the full name of whom they call by the given name alone, as the text named them before."""
        short = _BY_GIVEN_NAME.search(words)
        if not short:
            return words
        before = self._people[: bisect_left(self._people, place, key=lambda p: p.start)]
        named = next((p for p in reversed(before) if p.name.endswith(f" {short['name']}")), None)
        return f"{words[: short.start('name')]}{named.name}{words[short.end('name') :]}" if named else words

    def person_in(self, start: int, end: int) -> PersonMention | None:
        index = bisect_left(self._people, start, key=lambda p: p.start)
        found = self._people[index : index + 1]
        return found[0] if found and found[0].start < end else None
