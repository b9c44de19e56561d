"""Titles beside names that are of another, and what else the words right at them say."""

import re

from ingest.rules.mentions.title_mentions import Title
from ingest.rules.text.page import Page

_OF_ISSUER = re.compile(
    r"\s*(?:[^,;:.()\n]{1,20},\s)?(?:theo|căn cứ|thực hiện|tại|với|thay mặt|(?:được )?(?:sự )?(?:thừa )?ủy quyền)\s"
    r"(?:[^,;:.()\n]{1,90}\s)?của\s+$"
    r"|\s*(?:phát biểu\s)?(?:giao nhiệm vụ|chúc mừng)\s(?:cho\s|tới\s|đến\s)?(?:tân\s)?$"
)
_QUOTE = re.compile(r":[ \n]*[-–]?[ ]?[“\"‘«]")
# 1. Đồng chí X - Bí thư Đảng ủy: Lãnh đạo toàn diện …
_TASKS = re.compile(
    r": (?:(?:trực tiếp|được phân công|có trách nhiệm|giúp|tham mưu|cùng) )?"
    r"(?:lãnh đạo|phụ trách|chỉ đạo|chịu trách nhiệm|theo dõi|điều hành|quản lý|chủ trì|giải quyết"
    r"|tổ chức thực hiện|giúp|bí thư (?:phụ trách|chỉ đạo))(?!\w)"
)
_RANKS = ("Ủy viên", "Ủy viên dự khuyết")
_RANKING = ("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư")
_SOMEBODY = re.compile(r"(?<!\w)(?:một|hai|ba|các|những) (?:đảng viên|cán bộ|người),? $")
# "Ngoài ông X, Thủ tướng cũng …": who acts is another.
_BESIDE = re.compile(r"(?:ngoài|bên cạnh)\s+(?:(?:đồng chí|ông|bà)\s+)?")
# "Đối với đồng chí X, Bí thư Tỉnh ủy nhấn mạnh …"; "Trao quyết định cho ông X, Bí thư Tỉnh ủy yêu cầu …"
_ADDRESSED = re.compile(
    r"\W*(?:(?:tại|cũng tại|nhân|trong) [^,;:.\n]{3,80}, )?(?:thay mặt [^;:.\n]{3,120}?,? )?"
    r"(?:riêng |còn |sau khi |đồng thời )?"
    r"(?:(?:đối )?với|về phần"
    r"|(?:phát biểu|trao|chúc mừng|giao|tặng|biểu dương|cảm ơn|ghi nhận|động viên)(?!\w)[^,;:.\n]{0,90}?"
    r"(?:cho|với|tới|đến|chúc mừng|biểu dương|cảm ơn|tân)?)"
    r" (?:(?:đồng chí|ông|bà|đ/c|tân|(?:đại|thượng|trung|thiếu) (?:tướng|tá)) )*"
)
_SAYS = re.compile(
    r" (?:cũng |đã |còn )?(?:nhấn mạnh|đề nghị|yêu cầu|mong muốn|mong|cho rằng|cho biết|ghi nhận|đánh giá|chúc mừng"
    r"|tin tưởng|tin rằng|bày tỏ|lưu ý|khẳng định|đề cao|nêu rõ|chỉ rõ|gợi mở|kỳ vọng|hy vọng|giao nhiệm vụ|phát biểu"
    r"|biểu dương)(?!\w)"
)
_SAYS_REACH = 240  # characters between the beginning of such a sentence and the post of who speaks
_WORDS = 24  # characters of such words


def is_of_another(page: Page, title: Title) -> bool:
    """Theo quyết định của Thủ tướng, ông X …; Chúc mừng tân Bí thư, ông X …: who decided, who is spoken to."""
    return _OF_ISSUER.match(page.low, page.sentence_at(title.start).start, title.start) is not None


def speaks(page: Page, title: Title) -> bool:
    """Ông X, Chủ tịch UBND xã: “…”: whether words of the one who has the title follow its colon, or the tasks."""
    return _QUOTE.match(page.shown, title.after) is not None or _TASKS.match(page.low, title.after) is not None


def stands_beside(page: Page, place: int) -> bool:
    """Ngoài ông X, Thủ tướng …: whether the words before the name at the place say that another acts."""
    return _BESIDE.fullmatch(page.low, page.sentence_at(place).start, place) is not None


def is_of_speaker(page: Page, place: int, title: Title) -> bool:
    """Đối với ông X, Bí thư Tỉnh ủy nhấn mạnh …: whether the post is of who speaks, not of the name at the place."""
    start = page.sentence_at(place).start
    near = title.start - start < _SAYS_REACH and _SAYS.match(page.low, title.after)
    return bool(near and _ADDRESSED.fullmatch(page.low, start, place))


def is_rank(title: Title) -> bool:
    """Ủy viên Trung ương Đảng: what ranks somebody who has another post."""
    return title.role in _RANKS and title.body.name in _RANKING


def before_cry(words: list[str], start: int, end: int) -> int:
    """Where the words end that begin at `start`, up to one in capitals."""
    for index, word in enumerate(words):
        if len(word) > 1 and word.isupper():
            return start + len(" ".join(words[:index]))
    return end


def is_of_somebody(page: Page, title: Title) -> bool:
    """Whether a former post is that of somebody without a name: "… và một đảng viên nguyên là Bí thư Huyện ủy"."""
    first = max(0, title.given_at - _WORDS)
    return title.given == "former" and _SOMEBODY.search(page.low, first, title.given_at) is not None
