"""Posts that are named without their bodies: what stands around them."""

import re

from ingest.rules.mentions.title_mentions import is_named_at
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

# "ông Lê Văn Mẫu, Phó Bí thư;": behind a post of which no body is named, and before it
_ALONE = re.compile(rf"[ ]*(?:[.;)\n]|,[ ](?![{CAPITALS}])|$)")
_AFTER_NAME = re.compile(
    rf"(?:(?i:ông|bà|đồng chí|đ/c|tá|tướng) |^|[;:–-] )[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,4}}"
    r"(?:,| -| –) $"
)
_NAME_REACH = 60
_LAST_OF_PAST = (", nguyên ", ", cựu ")  # "…, nguyên Ủy viên Ban cán sự đảng, nguyên Thứ trưởng;"
_ITEM = re.compile(
    r"[\s\d.)/+*•–-]*(?:(?i:đồng chí|ông|bà|đ/c):? )?"
    rf"(?:(?:[Cc]ác |[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,4}}(?:,| -| –|:) )?)"
)
_SAID_OF = (" là ", " kiêm ")  # ông X, Phó Thủ tướng, là Phó Bí thư;
_SHORT_LINE = 160  # characters
_ON_OTHERS = (":", " gồm", ", gồm", " đối với", " là ông ", " là bà ", " là đồng chí ", " là các ", " mới là ")
_IS = " là"
# Bí thư Đảng ủy Bệnh xá X, of which no rule knows: it is of no other body
_OWN_PARTY = re.compile(
    rf" (?:(?:Đảng (?:[uủ][yỷ]|bộ|đoàn)|Chi (?:bộ|[uủ][yỷ])|Ban cán sự)(?!\w)|(?:Đoàn|Chi đoàn) [{CAPITALS}])"
)


class PostsAlone:
    """Reads the words around a role of which no body is known."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def ends_with(self, role: re.Match[str]) -> bool:
        """Whether the role ends its part of the sentence."""
        return _ALONE.match(self._page.shown, role.end()) is not None

    def names_own(self, role: re.Match[str]) -> bool:
        """Whether a body of the Party or the Youth Union follows, whether it is known or not."""
        return _OWN_PARTY.match(self._page.shown, role.end()) is not None

    def is_of_others(self, role: re.Match[str]) -> bool:
        """Whether those who hold the post are named behind it: "Phó Chủ tịch Lê Sen", "4 Phó Chủ tịch là Lê Sen, …"."""
        low, end = self._page.low, role.end()
        named = is_named_at(self._page, end) or low.startswith(_ON_OTHERS, end)
        return named or (low.startswith(_IS, end) and is_named_at(self._page, end + len(_IS)))

    def opens_line(self, role: re.Match[str], line: int) -> bool:
        """Whether the post is the first of a short item: "2. Ông X - Phó Bí thư", "Các Phó Trưởng ban: …"."""
        span = self._page.paragraphs[line]
        led = span.start < role.start() or self._page.low.startswith(_ON_OTHERS, role.end())
        if not led or span.end - span.start > _SHORT_LINE:
            return False
        return _ITEM.fullmatch(self._page.shown, span.start, role.start()) is not None

    def stands_alone(self, role: re.Match[str]) -> bool:
        """Whether no more than the post is said of somebody: "ông X, Phó Bí thư;", "giữ chức Phó Tư lệnh"."""
        if not self.ends_with(role):
            return False
        return (
            self.is_given(role)
            or self._page.low.endswith((*_LAST_OF_PAST, *_SAID_OF), 0, role.start())
            or self.is_beside_name(role)
        )

    def is_beside_name(self, role: re.Match[str]) -> bool:
        """Whether the post is the first behind a name: "ông X, Phó Chủ tịch"."""
        start = max(self._page.sentence_at(role.start()).start, role.start() - _NAME_REACH)
        return _AFTER_NAME.search(self._page.shown, start, role.start()) is not None

    def is_given(self, role: re.Match[str]) -> bool:
        """Whether the words of a decision stand right before the post: "giữ chức Phó Tư lệnh"."""
        return self.is_given_at(role.start())

    def is_given_at(self, place: int) -> bool:
        gives = self._page.last_before("gives", self._page.sentence_at(place).start, place)
        return gives is not None and not self._page.low[gives.end() : place].strip()

    def clause_start(self, place: int) -> int:
        """Where the part of the sentence begins, parted by semicolons, in which the place is."""
        start = self._page.sentence_at(place).start
        return max(start, self._page.low.rfind(";", start, place) + 1)
