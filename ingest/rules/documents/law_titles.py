"""Laws that a text names by their title: Luật Cán bộ, công chức 2008; Hiến pháp năm 2013."""

import re
from dataclasses import dataclass

from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_YEAR = re.compile(r"\s+(?:năm\s+)?((?:19|20)\d\d)(?!\w)")
_AMENDED = re.compile(r"\s*\(sửa đổi\)")
_AMENDING = r"(?:[Ss]ửa đổi,? bổ sung[^\n.;]{0,90}?[Ll]uật\s+)?"
_WORDS = re.compile(rf"[^\S\n]+(?:về\s+)?{_AMENDING}([{CAPITALS}][^\W\d_]*(?:(?:,| và| -)?[^\S\n][^\W\d_]+){{0,9}})")
_OTHER = re.compile(
    r"(?:,| và) "
    r"(?:bộ luật|luật|hiến pháp|pháp lệnh|nghị định|nghị quyết|nội quy|quy chế|điều lệ|thông tư|kết luận|chỉ thị)(?!\w)"
    r"| (?:trước|sau|trong|từ|đến) (?:năm|ngày|tháng|quý)(?!\w)| và các (?:văn bản|quy định|pháp luật|luật)(?!\w)"
    r"|, (?:việc|các|những|trong|theo|thì|đồng thời|nhằm|để|khi|nếu|mỗi|ông|bà|cơ quan|người)(?!\w)"
)
# Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức
_AMENDS = re.compile(r"\s+sửa đổi")
_OTHER_THAN_LAW = re.compile(
    r"(?:,| và) "
    r"(?:bộ luật|hiến pháp|pháp lệnh|nghị định|nghị quyết|nội quy|quy chế|điều lệ|thông tư|kết luận|chỉ thị)(?!\w)"
)
_COMMA = re.compile(r", (?!chống|sử dụng|bia)")
_FEW = 2  # words before a comma that may be the first of a title: Luật Cán bộ, công chức


@dataclass(frozen=True, slots=True)
class LawTitle:
    """`end` is where the words of the law end, its year among them."""

    name: str
    end: int
    year: str | None = None


def _within_title(page: Page, words: re.Match[str]) -> int:
    """The end of the words, or a comma that ends the title: "Luật Tổ chức Chính phủ, số lượng Thứ trưởng …"."""
    commas = _COMMA.finditer(page.low, words.start(1), words.end())
    long = (c.start() for c in commas if len(page.low[words.start(1) : c.start()].split()) > _FEW)
    return next(long, words.end())


def _known(page: Page, start: int, end: int) -> LawTitle:
    year = _YEAR.match(page.low, end)
    name = " ".join(page.shown[start:end].split())
    return LawTitle(f"{name} {year[1]}" if year else name, year.end() if year else end, year[1] if year else None)


def law_title(
    page: Page, start: int, end: int, stops: tuple[re.Pattern[str], ...], known: re.Pattern[str]
) -> LawTitle | None:
    """The title of the law whose kind stands from `start` to `end`; a word of `stops` goes on with the sentence.

    Without capitals it is one of those that `known` matches: Luật tổ chức Quốc hội.
    """
    words = _WORDS.match(page.shown, end)
    small = known.match(page.low, page.after_blanks(end)) if page.shown[start].isupper() and not words else None
    if small:
        return _known(page, start, small.end())
    stop = _within_title(page, words) if words else end
    whole = known.match(page.low, words.start(1)) if words else None  # Luật Nhà ở
    begin = whole.end() if whole else words.start(1) if words else stop
    goes_on = next((m for p in stops if words and (m := p.search(page.low, begin, stop))), None)
    stop = goes_on.start() if goes_on else stop
    amends = words and words.start(1) > end + 1 and _AMENDS.match(page.low, end)
    other = (_OTHER_THAN_LAW if amends else _OTHER).search(page.low, end, stop)
    stop = other.start() if other else stop
    year = _YEAR.match(page.low, stop)
    if not words and not (year and page.shown[start].isupper()):
        return None
    name = " ".join(page.shown[start:stop].split()).rstrip(" ,.-–")
    stop = year.end() if year else stop
    amended = _AMENDED.match(page.shown, stop)
    name = name[0].upper() + name[1:] + (f" {year[1]}" if year else "") + (" (sửa đổi)" if amended else "")
    return LawTitle(name, amended.end() if amended else stop, year[1] if year else None)
