"""What decisions and careers make of the posts that they name: given, taken, held once."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.cued import Cued, Lined
from ingest.facts import HoldingStatus
from ingest.lexicon import one_of
from ingest.rules.mentions.title_mentions import Title, is_of_name
from ingest.rules.posts.beside_decisions import is_called_now, is_of_other, past_rest
from ingest.rules.posts.posts_without_verbs import posts_without_verbs
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_AFTER_CUE = re.compile(r",?\s*(?:(?:như|gồm|gồm có|là)\s*(?=:)|(?:như|gồm|sau)\s+)?:?\s*")
_LEARNED = r"(?:, (?:quê|sinh|có trình độ|trình độ|dân tộc|cử nhân|kỹ sư|thạc sĩ|tiến sĩ|cao cấp) [^,;.:()\n]{1,60})"
_AGE = r"(?:,? \d\d tuổi)?(?: sinh (?:năm|ngày) [\d/.-]+)?"
_WHO = rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) [{CAPITALS}]\w*"
_IS = Cued(
    "ông bà đồng",
    rf"{_WHO}(?:(?: [{CAPITALS}]\w*)?{_AGE}{_LEARNED}{{0,6}},? (?:cũng |còn |hiện |hiện đang |đang |đồng thời )*"
    rf"(?P<is>là) |(?: [{CAPITALS}]\w*){{0,3}}{_AGE}{_LEARNED}{{1,6}}, (?=[ỦB]))",
)
# The line of a career: "- Từ 5/2010 đến 3/2015: Phó Giám đốc …", "8/2019 - nay: …", with what else it names first.
_TIME = r"(?:(?:ngày|tháng|năm)\s+)?(?:\d{1,2}(?:[/.-]| tháng | năm )){0,2}(?:19|20)\d\d"
_OF_HIM = r"(?:(?:ông|bà|đồng chí) )?"
_CAREER = Lined(
    r"[tgnđ ]|\d\d|\d[/. -]",
    rf"(?:từ[ ]|giai đoạn[ ]|trước[ ]|đến[ ])?[ ]{{0,12}}{_TIME}"
    rf"(?:\s*(?:[-–→]|đến|tới)\s*(?:(?P<past>{_TIME})|(?P<now>(?:đến )?nay))"
    rf"(?:(?:\s*[:,|–-])?\s*{_OF_HIM}(?:là|làm|giữ chức(?: vụ)?)(?!\w)|\s*[:,|–-]|(?P<bare>\s))|\s*:"
    r"|(?<=\d),?\s+(?:là|làm)(?=\s))\s*",
)
# "năm 2008 là Phó Bí thư Tỉnh đoàn", inside a sentence
_DATED = Cued("năm tháng", r"(?:năm|tháng) (?:\d{1,2}[/.-])?(?:19|20)\d\d,? là (?!ông |bà |đồng chí )")
# "Chức vụ: Ủy viên Bộ Chính trị; …": a line on the one named last
_POSTS = Lined(
    "c",
    r"(?:các )?(?:chức vụ|chức danh|chức vụ, đơn vị công tác)"
    r"(?: đảng, chính quyền| chính quyền| đảng)?(?: hiện nay| hiện tại| hiện đang giữ| đang giữ| công tác)?:[ ]*",
)
_LESSER = re.compile(r"[^,;:.()\n]{1,40},[ ]+(?:rồi[ ]+)?")
_HOLDS = re.compile(r"(?:giữ|làm|là)(?: các)?(?: chức(?: vụ| danh)?)?:? ")
# - Chủ tịch UBND tỉnh (2004 - 2010): a line of a career
_YEARS_OF = re.compile(rf"(?:,[^,;()\n]{{1,40}})?\s\((?:từ )?{_TIME}\s?(?:[-–]|đến|tới)\s?{_TIME}\)[.;,]?\s*(?:\n|$)")
_MARKS = " \t-–+*•"
_MARKED = 4  # characters
_COUNTED = re.compile(
    r"nữ |(?:một trong (?:số )?(?:các |những )?)?(?:thêm )?(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) "
    r"(?:đồng chí (?:làm |giữ chức )?)?"
)
_ACTING = re.compile("Quyền ")
_HELD = re.compile(r"(?:(?:hiện )?đang )?(?:giữ|làm|đảm|là)(?!\w)")
_ONCE = re.compile(r"(?<!\w)(?:từng|trải qua)\s[^;:.]*$")
_WHO_ONCE_DID = re.compile(r",\sngười (?:đã )?từng [^;:.\n]*,\s$")  # ông X, người từng là …, giữ chức …
_ONCE_WORDS = "từng", "trải qua"
_ONCE_REACH = 120
_HE_IS = ("ông là", "bà là", "ông còn là", "bà còn là", "đồng chí là")  # in the life of somebody who died
_PERSON = re.compile(r"(?:ông|bà|đồng chí)(?!\w)")
_LIFE = Cued(
    "ông bà đồng thủ bộ bí chủ",
    r"(?:ông|bà|đồng chí|thủ tướng|bộ trưởng|bí thư|chủ tịch) [^\n;,.:()]{4,40}(?: \([^()\n]{1,60}\))?,? "
    r"(?:sinh (?:ngày|năm) [\d/.-]{4,10}|\d\d tuổi(?=[,;]))",
)
_LIFE_WORDS = (" tuổi", " sinh ")
_BIRTH = Lined("s", r"sinh (?:ngày|năm|tháng)[ :]{1,3}\d[^;\n]{0,80};", r"\n")
_PART = re.compile(r";\s+")
_GOES_ON = "tiếp tục"
_DECIDED = one_of(("chỉ định", "bầu", "phân công", "điều động", "bổ nhiệm", "theo quyết định", "phê chuẩn"))
_SETS_UP = re.compile(r"(?<!\w)(?:thành lập|kiện toàn|quyết định|danh sách|bầu|được|cử|phân công|chỉ định)(?!\w)")
_DOES = re.compile(r"\s+làm\s")
_BEFORE_IT = "trước "  # "trước khi giữ chức …" does not say that the post is past
_BEFORE_THAT = ("trước khi ", "trước khi,")
_EARLIER = ("trước đó, ", "trước đó ", "trước đây, ", "trước đây ", "khi đó, ", "lúc đó, ")
_WORD = rf"[{CAPITALS}][^\W\d_]*"
_BEFORE_HE = re.compile(rf"Trước (?:đó|đây),? (?:(?:ông|bà|đồng chí)(?: {_WORD}){{0,5}}|{_WORD}(?: {_WORD})+) ")
_CAPACITY = ("với cương vị", "trên cương vị", "ở cương vị")
_PERIOD = re.compile(r",?\s+(?:giai đoạn|thời kỳ|thời gian)\s")
_NOT_GIVING = (_BEFORE_IT, "người ")
_WHO_ONCE = (", người ", " - người ", " – người ")  # Ông X, người từng giữ chức …
# "Trước khi được bầu làm …": what a career led to; other words on the post say what became of it
_LED_TO = re.compile(r"(?<!\w)trước khi (?:(?:ông|bà|đồng chí)\s(?:[^\W\d_]+\s){0,4})?(?:được )?(?:bầu |bổ nhiệm )?$")
_BEFORE_WORDS = "trước khi "
_AND_IS = re.compile(r"(?:và|,|;) là\s$")  # "từng là …, là Ủy viên Trung ương Đảng"
_OPENING = re.compile(r"[^.;:\n]{0,90}:\s*")
# "nhiều vị trí công tác ở Lào Cai như Phó Chủ tịch, Chủ tịch UBND huyện"
_SUCH_AS = re.compile(r"[^.,;:\n]{1,80}?(?<!\w)như(?!\w):?\s*")
# "khi ông giữ chức …", "thời làm …": what the words tell of was then
_THEN = re.compile(
    r"(?<!\w)(?:khi|lúc|hồi|thời|thời kỳ|thời gian|thời điểm|giai đoạn)\s(?:(?:còn|đang)\s)?"
    r"(?:(?:ông|bà|đồng chí|anh|chị)\s(?:[^\W\d_]+\s){0,4})?(?:(?:còn|đang)\s)?$"
)
_YEARS_LONG = re.compile(
    r"(?<!\w)(?:có|và|qua|suốt|trải qua)\s(?:hơn |gần |khoảng |trọn )?[\w/]+ năm (?:liền |liên tục )?$"
)  # có 4 năm làm
_YEAR_WORDS = (" năm ", " liền ", " liên tục ")
_THEN_REACH = 60
_LED_REACH = 600  # characters before a post in which the words begin that say whom somebody leads
_ITEM = re.compile(r"[^,;:.()\n]{1,90}?(?:\([^()\n]{1,60}\))?(?:[,;]|\srồi)\s+")
_CLAUSE = one_of(
    (
        *("ông", "bà", "đồng chí", "được", "đã", "bị", "khi", "theo"),
        *("tại", "nay", "sinh", "quê", "hiện", "năm", "tháng", "ngày"),
    )
)
_ABROAD = "việt nam tại"  # Đại sứ Việt Nam tại …
_ITEMS = 5  # that are left out behind one another
_ITEM_END = re.compile(r"(?:[,;]|\srồi)\s+")
# … đối với ông X; Bí thư … đối với ông Y
_FOR = re.compile(r"\s*(?:đối với|cho)\s+(?:các\s+)?(?:ông|bà|đồng chí)(?!\w)")


class GivenPosts:
    """Sets `given` and `given_at` of the titles of a page."""

    def __init__(self, page: Page, titles: Titles) -> None:
        self._page = page
        self._titles = titles

    def mark(self) -> None:
        """Marks the titles after words of a decision: "thôi giữ chức Bí thư Tỉnh ủy, Trưởng đoàn …"."""
        for line in _CAREER.each(self._page.low):
            title = self._titles.starting(line.end()) if line["bare"] else self._first_in(line.end())
            at = self._page.after_blanks(line.start("line"))  # in the sentence that begins there
            while title and title.given is None:
                title.given, title.given_at = "current" if line["now"] else "former", at
                title.led_to = bool(line["past"])
                title = self._titles.joined_after(title) or self._further_on(title.after, "former")
        self._mark_lines()
        for is_it in self._page.each(_IS, printed=True):
            title = self._titles.starting(is_it.end())
            status: HoldingStatus = "former" if self._was_before(is_it.start()) else "current"
            place = is_it.start() if is_it["is"] else is_it.end() - 1
            while title and title.given is None:
                title.given, title.given_at = status, place
                title = self._titles.joined_after(title)
        for dated in self._page.each(_DATED):
            title = self._titles.starting(dated.end())
            while title and title.given is None:
                title.given, title.given_at = "appointed", dated.start()
                title = self._titles.joined_after(title)
        self._mark_lives()
        for post in posts_without_verbs(self._page, self._titles):
            title, place = post, post.start
            while title and title.given is None:
                title.given, title.given_at = "current", place
                title = self._titles.joined_after(title)
        for line in _POSTS.each(self._page.low):
            title = self._first_in(line.end())
            while title and title.given is None:
                title.given, title.given_at = "current", line.start("line")
                title = self._titles.joined_after(title) or self._further_on(title.after, "former")
        self._mark_decisions()
        self._mark_rest()

    def _mark_decisions(self) -> None:
        """Marks what stands behind the words of a decision: "được bổ nhiệm giữ chức Bí thư Tỉnh ủy"."""
        for cue in self._decisions():
            status = self._status(cue)
            who_once = status == "former" and self._page.low.endswith(_WHO_ONCE, 0, cue.start())
            not_giving = self._page.low.endswith(_NOT_GIVING, 0, cue.start()) and not who_once
            if not_giving or is_called_now(self._page, self._titles, cue) or self._is_of_several(cue):
                continue
            reach = max(self._page.sentence_at(cue.start()).start, cue.start() - _THEN_REACH)
            begun = self._page.low.find(_BEFORE_WORDS, reach, cue.start()) >= 0
            led_to = begun and _LED_TO.search(self._page.low, reach, cue.start()) is not None
            title = self._first_given(cue, status)
            if title and status == "appointed" and is_of_other(self._page, self._titles, cue, title):
                continue
            status = self._status_of_period(cue, title, status)
            while title and title.given is None:
                title.given, title.given_at, title.led_to = status, cue.start(), led_to
                title.after = past_rest(self._page, title.after) if status == "former" else title.after
                after = self._titles.joined_after(title) or self._further_on(title.after, status)
                if (
                    after
                    and status in ("former", "appointed")
                    and _AND_IS.search(self._page.low, title.after, after.start)
                ):
                    status = "current"
                title = after

    def _status_of_period(self, cue: re.Match[str], title: Title | None, status: HoldingStatus) -> HoldingStatus:
        """Past where the posts of a capacity are of a period: "với cương vị Bí thư Tỉnh ủy giai đoạn 2001-2006"."""
        if not title or not cue.group().startswith(_CAPACITY):
            return status
        while after := self._titles.joined_after(title):
            title = after
        return "former" if _PERIOD.match(self._page.low, title.end, title.after) else status

    def _mark_rest(self) -> None:
        """Marks what only the titles around tell, and takes back what they tell otherwise."""
        for title in self._titles.all:
            if title.given and _DOES.match(self._page.low, title.after):
                title.given = None  # "…; Thứ trưởng Bộ Y tế làm Phó Trưởng ban": whom that names gets the next post
            if title.given is None and _ACTING.match(title.role) and self._page.is_after("assigns", title.start):
                title.given, title.given_at = "appointed", title.start
        for before, title in pairwise(self._titles.all):
            same = self._page.sentence_at(before.start) == self._page.sentence_at(title.start)
            if title.given is None and before.given and same and _FOR.match(self._page.low, title.after):
                title.given, title.given_at = before.given, title.start

    def _mark_lines(self) -> None:
        """Marks the posts of lines that end with the years in which they were held: "- Chủ tịch UBND (2004 - 2010)"."""
        for title in self._titles.all:
            before = self._page.low[max(0, title.start - _MARKED) : title.start].rstrip(_MARKS)
            if title.given or (before and before[-1] != "\n"):
                continue
            posts = [title]
            while after := self._titles.joined_after(posts[-1]):
                posts.append(after)
            if _YEARS_OF.match(self._page.low, posts[-1].end):
                for post in posts:
                    post.given, post.given_at, post.led_to = "former", title.start, True

    def _was_before(self, place: int) -> bool:
        """Whether the words before say that what is told was earlier: "Trước đó, ông là …"."""
        sentence = self._page.sentence_at(place).start
        return self._page.low.endswith(_EARLIER, 0, place) or self._page.low.startswith(_BEFORE_THAT, sentence, place)

    def _is_before_that(self, place: int) -> bool:
        """Whether the sentence tells what somebody did before: "Trước đó, ông Mẫu làm …"."""
        start = self._page.sentence_at(place).start
        told = self._page.low.endswith(_EARLIER, start, place)
        return told or _BEFORE_HE.fullmatch(self._page.shown, start, place) is not None

    def _decisions(self) -> Iterator[re.Match[str]]:
        """The words of decisions; of "ông Lê Văn Nguyên giữ chức" those behind the name."""
        any_decision = self._page.lexicon.any_of("decisions")
        for cue in self._page.everywhere("decisions"):
            if self._page.lexicon.decisions[cue.group()] != "former" or not is_of_name(self._page, cue.start()):
                yield cue
            elif rest := any_decision.match(self._page.low, self._page.low.find(" ", cue.start()) + 1):
                yield rest

    def _is_of_several(self, cue: re.Match[str]) -> bool:
        """Các đồng chí là …: not of the one named before."""
        return bool(_PERSON.match(cue.group()) and self._page.is_after("of_several", cue.start()))

    def _status(self, cue: re.Match[str]) -> HoldingStatus:
        """What the words make of a post; "từng công tác ở cơ sở, giữ chức …" tells of a past one."""
        status = self._page.lexicon.decisions[cue.group()]
        of_late = cue.group() in _HE_IS and self._page.everywhere("deaths")
        if status == "current" and (of_late or self._was_before(cue.start())):
            return "former"
        if status == "appointed" and _HELD.match(cue.group()) and self._is_before_that(cue.start()):
            return "former"
        years = status == "appointed" and self._page.low.endswith(_YEAR_WORDS, 0, cue.start())
        if years and _YEARS_LONG.search(self._page.low, max(0, cue.start() - _THEN_REACH), cue.start()):
            return "former"
        if status == "appointed" and cue.group() == "làm" and self._is_led_by(cue.start()):
            return "current"
        if status in ("appointed", "current") and _HELD.match(cue.group()) and self._was_then(cue.start()):
            return "former"
        if status == "current" and cue.group().startswith(_GOES_ON):
            start = self._page.sentence_at(cue.start()).start
            return "appointed" if _DECIDED.search(self._page.low, start, cue.start()) else status
        return status

    def _is_led_by(self, place: int) -> bool:
        """Đoàn công tác do ông X làm Trưởng đoàn: who leads it, where no words before say that this was decided."""
        low, start = self._page.low, max(self._page.sentence_at(place).start, place - _LED_REACH)
        by = low.rfind(" do ", start, place)
        return by >= 0 and not _SETS_UP.search(low, start, by) and not _SETS_UP.search(low, by, place)

    def _was_then(self, place: int) -> bool:
        """Whether the words before say that what is held at the place was held once: "từng …", "khi ông …"."""
        low, start = self._page.low, self._page.sentence_at(place).start
        near = max(start, place - _ONCE_REACH)
        once = any(low.find(word, near, place) >= 0 for word in _ONCE_WORDS)
        if once and _ONCE.search(low, near, place) and not _WHO_ONCE_DID.search(low, near, place):
            return True
        then = _THEN.search(low, max(start, place - _THEN_REACH), place)
        named = then and is_of_name(self._page, then.start())  # ông Lê Văn Thời giữ chức
        return bool(then and not named and not low.endswith(_BEFORE_IT, 0, then.start()))

    def _mark_lives(self) -> None:
        """Marks the posts of a life told in one sentence: "Đồng chí X, sinh ngày …; quê …; Ủy viên …; Bí thư …"."""
        dead = bool(self._page.everywhere("deaths"))
        for life in self._page.each(_LIFE) if any(word in self._page.low for word in _LIFE_WORDS) else ():
            self._mark_life(life.end(), life.end(), self._page.sentence_at(life.end()).end, dead)
        for birth in _BIRTH.each(self._page.low) if dead else ():  # under the name in a line of its own
            self._mark_life(birth.start("line"), birth.end(), self._page.paragraph_at(birth.end()).end, dead)

    def _mark_life(self, given_at: int, start: int, end: int, dead: bool) -> None:
        """Marks the posts that open the parts of a life, told of the one whom the words at `given_at` mean."""
        for part in _PART.finditer(self._page.low, start, end):
            opening = self._page.lexicon.any_of("former").match(self._page.low, part.end())
            title = self._titles.starting(opening.end() + 1 if opening else part.end())
            while title and title.given is None and title.end <= end and not self._titles.at_name(title):
                title.given, title.given_at = "former" if dead or opening else "current", given_at
                title = self._titles.joined_after(title) or self._further_on(title.after, "former")

    def _first_given(self, cue: re.Match[str], status: HoldingStatus) -> Title | None:
        """The first post that the words of a decision or of a career name."""
        blank = _AFTER_CUE.match(self._page.low, cue.end())
        place = blank.end() if blank else cue.end()
        several = self._page.lexicon.any_of("of_several_people").match(self._page.low, place)
        counted = _COUNTED.match(self._page.low, place)
        place = several.end() + 1 if several else counted.end() if counted else place
        last = self._page.low.rfind(" ", cue.start(), cue.end()) + 1
        if last and self._page.shown[last].isupper() and self._titles.starting(last):  # giữ chức Vụ trưởng
            place = last
        such_as = _SUCH_AS.match(self._page.low, cue.end()) if status != "dismissed" else None
        title = self._titles.starting(place)
        title = title or (self._titles.starting(such_as.end()) if such_as else None)
        title = title or self._further_on(place, status, first=True)
        if title and "\n" in self._page.low[cue.end() : title.start] and self._titles.at_name(title):
            return None  # the first of the lines that a list opens: "… bầu, gồm: / Tổng Bí thư X"
        opening = _OPENING.match(self._page.low, cue.end()) if status == "former" and not title else None
        return self._first_in(opening.end()) if opening else title

    def _further_on(self, place: int, status: HoldingStatus, first: bool = False) -> Title | None:
        """The next post of a list behind items that the rules cannot read: roles, or lesser posts of a career."""
        if not first:
            join = _ITEM_END.match(self._page.low, place)
            if not join:
                return None
            place = join.end()
        items = 0
        while items < _ITEMS:
            unread = place in self._titles.unread_starts
            item = _ITEM.match(self._page.low, place) if unread or status == "former" else None
            if not item or _CLAUSE.search(item.group().replace(_ABROAD, "")):
                return None
            items += self._page.at("units", place) is None  # "…, xã X, huyện Y, tỉnh Z;" are of one item
            place = item.end()
            if title := self._titles.starting(place):
                return None if self._titles.at_name(title) else title
        return None

    def _first_in(self, place: int) -> Title | None:
        """The title that begins there or after a rank and lesser posts: "Thượng tá, Phó Giám đốc …"."""
        for _ in range(3):
            if title := self._titles.starting(place):
                return None if self._titles.at_name(title) else title
            lesser = _LESSER.match(self._page.low, place)
            if not lesser:
                return None
            holds = _HOLDS.match(self._page.low, lesser.end())
            place = holds.end() if holds else lesser.end()
        return None
