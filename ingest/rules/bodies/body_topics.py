"""What a steering committee is about, as its name or the text around it says."""

import re

from ingest.lexicon import one_of
from ingest.rules.text.abbreviations import expand, topics
from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical

_GAP = re.compile(r"\s+(?:về\s+)?")
_DEFINED = re.compile(rf"\s*\([{CAPITALS}.]{{2,12}}\)")  # the abbreviation that the text gives it right there
_WORD = r"[^\W\d_]+"
_TITLE_CASE = rf"[{CAPITALS}][^\W\d_]*(?:[\s,]+{_WORD}){{0,7}}?"
_WORDS = re.compile(rf"\s+(?:về\s+)?({_TITLE_CASE})(?=\s+(?:[Tt]rung ương|tỉnh|thành phố|cấp)(?!\w))")
_MOTTO = re.compile(r"\n[\W_]*(?:đảng cộng sản việt nam|cộng hòa xã hội chủ nghĩa việt nam)[\W_]*\n")
_HEAD = 900  # characters of the head of a document
_SMALL_WORDS = re.compile(
    rf"\s+(?:về\s+)?({_WORD}(?:[\s,–-]+{_WORD}){{1,18}}?)"
    r"(?=\s+(?:Trung ương|[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Cc]ấp)(?!\w))"
)


# … mô hình chính quyền địa phương 2 cấp (sau đây gọi là Ban Chỉ đạo)
_SHORTENED = re.compile(
    r"([^\n.;:()“”\"]{10,220}?)\s*\((?:sau đây )?(?:gọi (?:tắt |chung )?(?:là )?|viết tắt là )?([^()\n]{2,20})\)"
)


# The words of a piece of work: up to a mark, a word that goes on to tell, or a comma that opens no further item.
_STOP_OF_WORDS = re.compile(
    r"[;:()“”\"\n]|\.(?!\d)|\s[-–]\s"
    r"|,(?!\s(?:chống|tệ nạn|chỉ đạo|đổi mới|dự án|tiêu cực|lãng phí|tinh gọn|hiệu lực|hiệu quả|công nghệ"
    r"|trọng điểm)(?!\w))"
    r"|\s(?:của|họp|tổ chức (?:họp|hội nghị|phiên)|ban hành|yêu cầu|giao(?! thông)|phát biểu|nhấn mạnh|chủ trì|đề nghị"
    r"|(?<!việc )làm|tỉnh|thành phố|huyện|cấp|trực thuộc|thuộc|nhằm|để|do|gồm"
    r"|với|cho|theo|tại|vào|trong|trên cơ sở|đã|được|sẽ|đang|là|cần|phải|vừa|cũng"
    r"|ngày|sáng|chiều|tối|và (?:các|bộ|ông|bà|đồng chí|ban|ủy ban|tổ|hội đồng))(?!\w)|$"
)
_LONGEST_WORK = 160  # characters
_FEWEST_WORDS = 2


class Topics:
    """The topics that a page knows: those of the reference tables and of the abbreviations it defines."""

    def __init__(self, page: Page, abbreviations: dict[str, str]) -> None:
        self._page = page
        self._abbreviations = abbreviations
        known = topics(page, abbreviations)
        self._known = known | {way: topic for words, topic in known.items() for way in _without_commas(words)}
        self._pattern = one_of(self._known)
        listed = page.lexicon.topics
        self._listed = {words: topic for topic in listed for words in _without_commas(canonical(topic))}
        self._any = one_of([*self._known, *self._listed])
        self._only: str | None = None
        self._is_official = bool(_MOTTO.search(page.low, 0, _HEAD))

    def read(self, start: int) -> tuple[str, int]:
        """The topic that follows, and where it ends: known words or an abbreviation, else capitalised words."""
        gap = _GAP.match(self._page.low, start)
        known = self._any.match(self._page.low, gap.end()) if gap else None
        if known:
            defined = _DEFINED.match(self._page.shown, known.end())
            topic = self._known.get(known.group()) or self._listed[known.group()]
            return topic, defined.end() if defined else known.end()
        words = _WORDS.match(self._page.shown, start) or self._work(start)
        return (expand(words[1], self._abbreviations), words.end(1)) if words else ("", start)

    def _work(self, start: int) -> re.Match[str] | None:
        """Words in small letters that begin like a piece of work and run up to the unit: cải cách hành chính tỉnh.

        Only in official documents, which write out the names of bodies; reports shorten them.
        """
        if not self._is_official:
            return None
        lexicon = self._page.lexicon
        gap = _GAP.match(self._page.low, start)
        opens = lexicon.any_of("topic_openers").match(self._page.low, gap.end()) if gap else None
        words = _SMALL_WORDS.match(self._page.shown, start) if opens else None
        return words if words and not lexicon.any_of("no_topic").search(words[1].lower()) else None

    def end_of_work(self, start: int, head: str) -> int | None:
        """Where words end that begin like a piece of work and that a bracket shortens: "… (gọi tắt là Ban Chỉ đạo)"."""
        gap = _GAP.match(self._page.low, start)
        opens = self._page.lexicon.any_of("topic_openers").match(self._page.low, gap.end()) if gap else None
        words = _SHORTENED.match(self._page.low, start) if opens else None
        short = canonical(head)
        return words.end(1) if words and words[2] in (short, "".join(w[0] for w in short.split())) else None

    def in_words(self, start: int) -> tuple[str, int]:
        """The words of a piece of work that follow, and where they end: "thực hiện Đề án 06", "chuyển đổi số"."""
        gap = _GAP.match(self._page.low, start)
        if not gap:
            return "", start
        limit = min(self._page.sentence_at(start).end, start + _LONGEST_WORK)
        stop = _STOP_OF_WORDS.search(self._page.low, gap.end(), limit)
        words = " ".join(self._page.shown[gap.end() : stop.start()].split()) if stop else ""
        if not stop or len(words.split()) < _FEWEST_WORDS:
            return "", start
        return (words if "/" in words else expand(words, self._abbreviations)), stop.start()  # Nghị quyết số 18-NQ/TW

    def opens_work(self, start: int) -> bool:
        """Whether words follow with which a piece of work begins: tổng kết, sắp xếp, xây dựng."""
        gap = _GAP.match(self._page.low, start)
        return bool(gap and self._page.lexicon.any_of("topic_openers").match(self._page.low, gap.end()))

    def only(self) -> str:
        """The topic of the committees of this text, if its words name one only; "" if they name several or none."""
        if self._only is None:
            named = {self._known[m.group()] for m in self._pattern.finditer(self._page.low)}
            longest = max(named, key=len, default="")
            self._only = longest if all(topic in longest for topic in named) else ""
        return self._only


def _without_commas(words: str) -> tuple[str, ...]:
    """The words, and the ways to leave their commas out: phòng chống tham nhũng, tiêu cực."""
    return (words, words.replace(",", ""), words.replace("phòng, chống", "phòng chống"))
