"""Lines that a printed page only breaks: what goes on in the next line is read as one line. For page.py.

Copies of official documents keep the line ends of the page: "ngày 26 / tháng 11", "Ủy ban nhân / dân tỉnh". A break
is mended where the next line begins with a small letter, where the last word cannot end a line, and, on a page with
many such breaks, after a long line that no mark ends; in a text that was wrapped at one width, after every line into
which the next word would not have fitted. Every character keeps its place.
"""

import re
from collections.abc import Iterator

from ingest.rules.text.cut_names import cut_names
from ontology.text import CAPITALS

_LINE = re.compile(r"(?m)^[^\n]*")
_ITEM = re.compile(r"[ \t]*\w(?:[).]|/c)")
_NOT_ENDED = re.compile(r"[^\W_][”\"’)]?,?$|[)%]$| [-–]$")
_OPEN_END = re.compile(
    r"(?<!\w)(?:của|và|về|ngày|tháng|năm|số|tại|cho|với|theo|thuộc|trong|do|các|những|khóa|khoá|thứ|đồng chí|ông|bà"
    r"|việc|phó|luật|nghị định|nghị quyết|quyết định|thông tư|quy định|chỉ thị|căn cứ|trên|từ)$",
    re.IGNORECASE,
)
_NAME_END = re.compile(rf"(?<!\w)[{CAPITALS}][^\W\d_]* [{CAPITALS}][^\W\d_]*$")  # huyện Đại Từ, ông Lê Văn Năm
_RECITAL = re.compile(r"\s*Căn cứ\s")
_COLUMNS = re.compile(r"\t|\S {3,}\S|\|")
_PAGE_NUMBER = re.compile(r"[ \t]*(?:[-–] ?)?\d{1,3}(?: ?[-–])?[ \t]*")
_OPENS_BLOCK = re.compile(
    r"[ \t]*+(?:[\W\d]"
    r"|(?i:căn cứ|xét|theo|điều|chương(?! trình)|mục|phần|khoản|nơi nhận|kính gửi|thực hiện|phụ lục|để|số)(?!\w)"
    rf"|(?i:[a-zđ]|[ivx]+)[.)]|[{CAPITALS}\W\d]+$)"
)
_NUMBER_WORD = re.compile(r"(?i:[\W_]*(?:số\s*:?|điều))")
_FROM_YEAR, _YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d ?[-–]$"), re.compile(r"[ \t]*+(?:19|20)\d\d(?!\d)")
_FIRST_WORD = re.compile(rf"(?!(?:[IVX]+|CHƯƠNG|PHẦN|MỤC|ƯƠNG|TRỰC|CỰC)\b)[{CAPITALS}]{{2,}}\.?")  # NÔNG / ĐỨC MẠNH
# TM. BAN CHẤP / HÀNH TRUNG ƯƠNG: words of a name in capitals that end no line
_CUT_NAME = re.compile(
    r"(?<!\w)(?:BAN (?:CHẤP|THƯỜNG|BÍ)|(?:[UỦ][YỶ] BAN|HỘI ĐỒNG) NHÂN|[UỦ][YỶ] BAN (?:KIỂM|MẶT)|BỘ CHÍNH"
    r"|VIỆN KIỂM|T[OÒ][AÀ] ÁN NHÂN)$"
)
_OPENS_ITEM = re.compile(
    rf"[ \t]*(?:[-–+*•][ \t]*[{CAPITALS}]|(?:\d{{1,2}}|[IVX]{{1,4}}|[a-zđ])[.)](?!\w)"
    r"|(?:Điều|Chương|Mục|Phần) [\dIVX]+[.:])"
)
_WORD = re.compile(r"[ \t]*(\S+)")
_SIGNS = ("\t", "   ", "|")  # one of which stands between columns
_LAST = 24  # characters at the end of a line
_NARROW, _WIDE = 40, 130  # characters of a line at which programs wrap
_SHARE = 8  # of so many lines one at least is full in a text that is wrapped
_CERTAIN = 4  # signs that full lines are broken: two of one that goes on in a small letter, one of no mark at its end
_MANY, _MOSTLY = 4, 8  # mended breaks that make a page one of broken lines
_LONG, _LONG_TO_COMMA = 45, 18  # characters of a line that may be full


def mended(text: str, surnames: frozenset[str] = frozenset()) -> str:
    """`text` with blanks for the line ends that only break a line; as long as before."""
    places = sorted({*_breaks(text), *_wraps(text), *cut_names(text, surnames)})
    if not places:
        return text
    if len(places) >= _MANY:
        places = sorted({*places, *_full_lines(text, _LONG if len(places) < _MOSTLY else _LONG_TO_COMMA)})
    letters = list(text)
    for start, end in places:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where a line end that only breaks a line begins and ends, with a page number that stands in it."""
    for before, after, place, end in _pairs(text):
        if _FIRST_WORD.fullmatch(before) and after.isupper() and end == place + 1 and not _has_columns(after):
            yield place, end
            continue
        if end == place + 1 and after.isupper() and _ends_with(_CUT_NAME, before):
            yield place, end
            continue
        if before.isupper() or _has_columns(before) or _has_columns(after):
            continue
        first = after.lstrip()[:1]
        goes_on = first.islower() and not _ITEM.match(after) and _ends_with(_NOT_ENDED, before)
        open_end = first not in "-–*•+" and _ends_with(_OPEN_END, before) and not after.isupper()
        open_end = open_end and not _ends_with(_NAME_END, before)
        open_end = open_end and not _RECITAL.match(after)  # a title may end so: về việc giao việc
        parted = first.isdigit() and (_NUMBER_WORD.fullmatch(before) or _years_go_on(before, after))
        if goes_on or open_end or parted:
            yield place, end


def _years_go_on(before: str, after: str) -> bool:
    """Whether a term of office is broken in two: nhiệm kỳ 2020 - / 2025."""
    return _ends_with(_FROM_YEAR, before) and _YEAR.match(after) is not None


def _wraps(text: str) -> list[tuple[int, int]]:
    """Line ends of a text that a program wrapped at one width: the next word would not have fitted into the line."""
    width = max(map(len, map(str.rstrip, text.split("\n"))))
    if not _NARROW <= width <= _WIDE:
        return []
    found, lines, signs = [], 0, 0
    for before, after, place, end in _pairs(text):
        lines += 1
        word = _WORD.match(after)
        full = word and len(before) + len(word[1]) >= width
        if full and not (_OPENS_ITEM.match(after) or _has_columns(before) or _has_columns(after)):
            found.append((place, end))
            signs += 2 if after.lstrip()[:1].islower() else before[-1:].isalnum()
    return found if signs >= _CERTAIN and len(found) * _SHARE >= lines else []


def _full_lines(text: str, long_line: int) -> Iterator[tuple[int, int]]:
    """Ends of long lines that no mark ends, before a line that opens no item, recital or article."""
    for before, after, place, end in _pairs(text):
        full = _LONG_TO_COMMA if before.endswith(",") else long_line
        long = len(before) >= full and not before.isupper() and not after.isupper()
        long = long and _ends_with(_NOT_ENDED, before) and not _OPENS_BLOCK.match(after)
        if long and not (_has_columns(before) or _has_columns(after)):
            yield place, end


def _ends_with(pattern: re.Pattern[str], line: str) -> bool:
    """Whether the line ends so; the pattern ends with its end and is no longer than the words looked at."""
    return pattern.search(line, max(0, len(line) - _LAST)) is not None


def _has_columns(line: str) -> bool:
    return any(sign in line for sign in _SIGNS) and _COLUMNS.search(line) is not None


def _pairs(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Lines that follow one another, but for a page number between them, with the place from one to the other."""
    last: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        if last and _PAGE_NUMBER.fullmatch(line.group()):
            continue
        if last and last.group().strip() and line.group().strip():
            yield last.group().rstrip(), line.group(), last.end(), line.start()
        last = line
