"""Names of bodies in their own words: Cục Quản lý đường bộ, Vụ Pháp chế, Học viện Tư pháp."""

import re
from collections.abc import Callable

from ingest.rules.mentions.body_mentions import BodyMention, replace
from ingest.rules.places.places import Places
from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical

_CAPITALISED = re.compile(rf"[{CAPITALS}][^\W_]*")
_BLANKS = re.compile(r"[ ]+(?:về[ ]+|các[ ]+)?")
_GAP = re.compile(r"[ ]+(?:(?:và|-|–|về|&|các)[ ]+)?")
_COMMA = re.compile(r",[ ]+(?:và[ ]+)?")
_SIGN = re.compile(r"[ ]+\([A-Z]{1,3}\d{1,3}\)")  # what the police call a unit: (PC27)
_SERIAL = re.compile(
    r"[ ](?:số[ ])?\d{1,2}(?=[,;.)](?!\d)|[ ]\(|[ ](?:trực )?thuộc[ ]|\n|$)"
)  # Phòng Nghiệp vụ 1, Chi cục Đăng kiểm số 6
_ROMAN = re.compile(r"[IVX]{1,4}(?=[,.;:)\s]|$)")
_CODE = re.compile(r"[A-Z]{1,2}\d{1,2}")
_RANK = re.compile(r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)(?!\w)")  # of the one whose name follows
# Nha Nông chính. Viện Huyết học truyền máu, Cục Bổ trợ tư pháp: one capital, and small words up to a mark.
_TELLS = (
    r"(?:của|tại|để|do|là|đã|được|bị|với|trong|cho|theo|từ|giữ|làm|thôi|có|đang|sẽ|vừa|khi|nếu|nhằm|gồm|cùng|ngày|này)"
)
_LONE = re.compile(
    rf"[ ](?P<first>[{CAPITALS}][^\W\d_]*)(?:[ ](?![{CAPITALS}])(?!{_TELLS}(?!\w))[^\W\d_]+){{1,6}}(?=[.,;:)\n|]|$)"
)
# Trung tâm Ươm tạo doanh nghiệp mới: a word of two syllables, and what goes on behind it
_PAIR = re.compile(rf"[ ](?P<first>[{CAPITALS}][^\W\d_]*)[ ](?![{CAPITALS}])(?P<second>[^\W\d_]+)")
_SMALL = re.compile(rf"[ ](?:và[ ])?(?P<word>(?![{CAPITALS}])[^\W\d_]+)")
_ENDS = re.compile(r"[,;)]|[ ](?:giữ chức|làm)(?!\w)")
_FORM = re.compile(r"[ ](?:cổ phần|tnhh|cp|trách nhiệm hữu hạn)(?:[ ](?:mtv|một thành viên))?(?!\w)")
_TOLD = re.compile(
    rf"(?<!\w)(?:{_TELLS}|nói|cho biết|ký|chủ trì|phát biểu|dự|tham dự|trao|chỉ đạo"
    r"|sẽ|phải|cần|không|tự|mà|thì|trả|nhận|báo|đề nghị|yêu cầu)(?!\w)"
)
_COMPANY_ENDS = re.compile(r"[,;.)]|\n|$")
_SMALL_NAME = re.compile(rf"(?:[ ](?:và[ ])?(?![{CAPITALS}])[^\W\d_]+){{1,6}}")
_SMALL_WORDS = 4
_COUNTRY = " việt nam"
_MANY = re.compile(r"[ ]Các[ ]")  # Vụ Các tổ chức quốc tế
_THREE = re.compile(rf"(?:[{CAPITALS}][^\W_]*[ ]){{2}}[{CAPITALS}]")
_OF_EVENT = re.compile(r" (?:hội (?:nghị|thảo)|đại hội)(?!\w)")  # Trung tâm Hội nghị Quốc gia, where they are held
# … của Đảng ủy Chi cục Quản lý thị trường và Quy chế làm việc của các chi bộ
_PAPER = re.compile(
    r"(?:quy chế|quy định|nghị quyết|quyết định|kết luận|chỉ thị|kế hoạch|chương trình|thông báo|báo cáo)"
    r" (?:làm việc|hoạt động|phối hợp|số|của|về)(?!\w)"
)
_WORD = re.compile(r"\S+")
_UNIT_BEFORE = re.compile(r"(?:ủy|huyện|quận|thị xã|thành phố|tp\.?|phường|xã|ubnd|hđnd|công an) $")
_TWO = re.compile(rf"[{CAPITALS}][^\W\d_]* [{CAPITALS}][^\W\d_]*")
_MARKED = re.compile(r"[à-ỹăâđêôơư]")  # TỔNG CỤC THUẾ, no sign of a unit
_MOST = 16  # steps of a name


class Words:
    """Reads on from the head of a name as far as its own words go."""

    def __init__(self, page: Page, places: Places, read_at: Callable[[int], BodyMention | None]) -> None:
        self._page = page
        self._places = places
        self._read_at = read_at
        self._known = page.lexicon.any_of("name_words")

    def end(self, head_end: int, capital: bool = True, signs: bool = False) -> int | None:
        """Where the name ends that begins with a head ending there; None where no word of a name follows.

        `capital` says that its first word needs a capital even where it is known, `signs` that it may hold words in
        capitals only: Công ty TNHH MTV ABC.
        """
        none = _OF_EVENT.match(self._page.low, head_end) or self._is_of_place(head_end)
        first = None if none else self._step(head_end, True, capital, signs)
        if first is None:
            many = _MANY.match(self._page.shown, head_end)
            lone = _LONE.match(self._page.shown, head_end) if many else None
            return lone.end() if lone else None
        place = self._past_lone(head_end, self._go_on(first, signs), signs)
        place = self._past_small(place, signs)
        serial = _SERIAL.match(self._page.low, place)
        return self.end_of_sign(serial.end() if serial else place)

    def _is_of_place(self, head_end: int) -> bool:
        """Whether the head is only the first word of a place that is named by its unit: Thành ủy Nha Trang."""
        start = self._page.low.rfind(" ", 0, head_end) + 1
        name = (
            _TWO.match(self._page.shown, start)
            if _UNIT_BEFORE.search(self._page.low, max(0, start - 12), start)
            else None
        )
        return name is not None and canonical(name.group()) in self._page.lexicon.local_names

    def as_told(self, start: int, end: int) -> str:
        """The words of a name, those of a heading but for their first letter small: CHI CỤC QUẢN LÝ THỊ TRƯỜNG."""
        words = self._page.shown[start:end]
        told = words.split()
        places = any(self._places.at(start + m.start()) for m in _WORD.finditer(words))
        lone = len(told) == 1 and (
            not _MARKED.search(words.lower()) or not self._page.shown[max(0, start - 2) : start].isupper()
        )
        return f" {' '.join(told).capitalize()}" if words.isupper() and not lone and not places else words

    def with_country(self, ministry: BodyMention) -> BodyMention:
        """Bộ Ngoại giao Việt Nam, which bears the name of the country among others only."""
        country = self._page.low.startswith(_COUNTRY, ministry.end)
        return replace(ministry, end=ministry.end + len(_COUNTRY)) if country else ministry

    def end_of_company(self, head_end: int) -> int | None:
        """Where the name of a company ends: with small words too, up to a mark or a place; None for its form alone."""
        form = _FORM.match(self._page.low, head_end)
        end = self.end(head_end, capital=False, signs=True) or (form.end() if form else None)
        small = _SMALL_NAME.match(self._page.shown, end if end else head_end)
        if small and self._is_company(small):
            return small.end()
        return None if form and end is not None and end <= form.end() else end

    def _is_company(self, small: re.Match[str]) -> bool:
        """Whether the small words go on with a name: none of them tells of something else."""
        ends = _COMPANY_ENDS.match(self._page.shown, small.end()) or self._places.at(small.end() + 1)
        return bool(ends) and _TOLD.search(small.group()) is None

    def _go_on(self, place: int, signs: bool) -> int:
        """Where the words end that follow the first one of a name."""
        for _ in range(_MOST):
            following = self._step(place, False, True, signs)
            if following is None:
                break
            place = following
        return place

    def _past_lone(self, head_end: int, place: int, signs: bool) -> int:
        """Where a name ends of which only one word with a capital, no word of names, is read so far."""
        pair = _PAIR.match(self._page.shown, head_end)
        if not pair or place != pair.end("first") or not self._is_own_word(pair.start("first"), place):
            return place
        lone = _LONE.match(self._page.shown, head_end)
        if lone:
            return lone.end()
        told = self._page.lexicon.any_of("no_name_words").match(self._page.low, pair.start("second"))
        return place if told else self._go_on(pair.end(), signs)

    def _past_small(self, place: int, signs: bool) -> int:
        """Where a name ends that goes on in small letters to a mark: Cục Quản lý nhà và thị trường bất động sản."""
        end = place
        for _ in range(_SMALL_WORDS):
            small = _SMALL.match(self._page.shown, end)
            no_name = small and self._page.lexicon.any_of("no_name_words").match(self._page.low, small.start("word"))
            if not small or no_name or self._begins_else(small.start("word")):
                return place
            end = self._go_on(small.end(), signs)
            if _ENDS.match(self._page.shown, end):
                return end
        return place

    def _is_own_word(self, start: int, end: int) -> bool:
        """Whether the word is none that names bodies by itself: Nông of Nha Nông chính, not Sở of Phòng Sở."""
        known = self._known.match(self._page.low, start)
        return not known and self._page.low[start:end] not in self._page.lexicon.heads

    def end_of_sign(self, place: int) -> int:
        """Where the sign of a police unit ends that follows there; the place itself if none does."""
        sign = _SIGN.match(self._page.shown, place)
        return sign.end() if sign else place

    def _step(self, place: int, first: bool, needs_capital: bool, signs: bool) -> int | None:
        """Where the next word or known words end."""
        gap = (_BLANKS if first else _GAP).match(self._page.low, place)
        if gap:
            known = self._known.match(self._page.low, gap.end())
            capital = _CAPITALISED.match(self._page.shown, gap.end())
            if known and (capital or not (first and needs_capital)):
                return known.end()
            if capital and not first and _ROMAN.match(self._page.shown, gap.end()):
                return capital.end()  # Phòng Nghiệp vụ II
            if capital and _RANK.match(self._page.shown, gap.end()):
                return None
            if signs and capital and capital.group().isupper():
                return capital.end()
            if capital and not self._is_else(gap.end(), capital.group(), first, signs):
                return capital.end()
        comma = None if first else _COMMA.match(self._page.low, place)
        known = self._known.match(self._page.low, comma.end()) if comma else None
        return known.end() if known and not self._begins_else(known.start()) else None

    def _is_else(self, place: int, word: str, first: bool, signs: bool) -> bool:
        """Whether a person, a place, a role or another body begins there; no person of two syllables with `signs`."""
        following = self._page.shown[place + len(word) + 1 : place + len(word) + 2]
        if word in self._page.lexicon.surnames and following.isupper() and not first:
            return not signs or _THREE.match(self._page.shown, place) is not None
        coded = first and _CODE.fullmatch(word)  # Cục C03
        paper = _PAPER.match(self._page.low, place)
        return (len(word) > 1 and word.isupper() and not coded) or paper is not None or self._begins_else(place)

    def _begins_else(self, place: int) -> bool:
        named = any(self._page.at(name, place) for name in ("roles", "titles", "term_words", "units"))
        return named or self._read_at(place) is not None
