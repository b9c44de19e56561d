"""What stands beside the posts of decisions and careers and gives or takes none."""

import re

from ingest.rules.mentions.title_mentions import Title
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_WORD = rf"[{CAPITALS}][^\W\d_]*"
# Lê Văn Mẫu(, …,) giữ chức …: behind the post of one who moves
_MOVES = re.compile(
    rf"[ ]+(?:[^\W\d_]+\s){{0,2}}?{_WORD}(?:[ ]{_WORD}){{1,4}}(?:[ ]\([^()\n]{{1,40}}\))?(?:,[ ][^.;:\n]{{3,160}}?,?)?"
    r"[ ](?:giữ(?: chức)?|làm|đảm nhiệm|đến nhận|sang|về|tham gia)(?!\w)"
)
_REST = re.compile(rf"(?:[ ](?![{CAPITALS}])[^\W\d_]+){{1,3}}(?=[,;][ ])")
_NOW_CALLED = re.compile(r"\s\(nay (?:là|thuộc) [^()\n]{1,80}\)")
_CALLED = "nay là"


def is_of_other(page: Page, titles: Titles, cue: re.Match[str], title: Title) -> bool:
    """Whether the post at a name is not the one that the words of a decision give.

    Bổ nhiệm Giám đốc Sở Y tế Lê Văn Mẫu giữ chức …: another is given behind the name; phát biểu giao nhiệm vụ, Bí thư
    Tỉnh ủy Lê Văn Mẫu …: behind a comma it is the one of who speaks.
    """
    if page.low.startswith(", ", cue.end()) and title.start == cue.end() + len(", "):
        return True  # phát biểu giao nhiệm vụ, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lê Văn Mẫu …
    if not titles.at_name(title):
        return False
    return page.low.startswith(",", cue.end()) or _MOVES.match(page.shown, title.after) is not None


def past_rest(page: Page, place: int) -> int:
    """Where words end that the rules leave out at the end of a post of a career: Phòng Nghiệp vụ y, Sở …

    Nor does it matter what the post is called now: "Phó Chủ tịch Hội đồng Bộ trưởng (nay là Phó Thủ tướng)".
    """
    rest = _REST.match(page.shown, place) or _NOW_CALLED.match(page.low, place)
    return rest.end() if rest else place


def is_called_now(page: Page, titles: Titles, cue: re.Match[str]) -> bool:
    """Whether the words only say what a post of a career is called now; the title before is marked already."""
    if cue.group() != _CALLED or not page.low.endswith(" (", 0, cue.start()):
        return False
    before = titles.ending(cue.start() - 2, cue.start() - 1) or titles.ending(cue.start() - 3, cue.start() - 2)
    return before is not None and before.given == "former"
