"""Who signed a document as what: the lines at its end that hold the body, the post and the name."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import islice, takewhile

from ingest.facts import BodyForm
from ingest.rules.bodies.letterhead import BESIDE_RECIPIENTS, OFFICE, gaps_in
from ingest.rules.bodies.party_cells import CELL
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.official.official_head import Head
from ingest.rules.people.people import People, PersonMention
from ingest.rules.people.signature_lines import (
    IN_PLACE_OF,
    ON_BEHALF,
    SIGNED,
    ends_with_post,
    filled_columns,
    post_behind_recipients,
    posts_in,
    role_pair,
    stands_behind_recipients,
)
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

# What may stand between the post and the name: "(Đã ký)", and recipients in the column beside them.
_ASIDE = re.compile(rf"{SIGNED}|\s*(?:[-–+•]|như |lưu).*|nơi nhận:?\s*")
_ACTING = re.compile(r"\s*q[./\s]+")
_DEPUTY = re.compile(r"\s*(?:phó|quyền|thứ trưởng|tl|kt|tuq|q[./])(?!\w)")
_FEWEST = 2  # lines of two posts
_HEADER = 900  # characters of the head of a document, which names its issuer
_WIDE = 300  # characters of a line of a signature
_LINES = 6  # lines over a name that belong to its signature
_SENT_TO = 24  # lines of recipients that may stand between them
_RECIPIENTS = "nơi nhận"
_SENT = re.compile(rf"{_RECIPIENTS}(?!\w)")
_HEAD_OF_BOARD, _BOARD = "Trưởng ban", "Ban "
_WITHOUT_BOARD: dict[BodyForm, BodyForm] = {"front_union": "front_union", "standing_committee": "party_committee"}
_OFFICES = {"Chánh Văn phòng": "Văn phòng", "Phó Chánh Văn phòng": "Văn phòng"}


class Signatures:
    """`bodies` are those of the page, in order; `head` that of the official document that the page is, if it is one."""

    def __init__(
        self, page: Page, titles: Titles, people: People, bodies: list[BodyMention], head: Head | None
    ) -> None:
        self._page = page
        self._titles = titles
        self._bodies = bodies
        self._ends = {p.end for p in people.all}
        self._letterhead = head.body if head else None
        sent = page.low.find(_RECIPIENTS, head.end) if head else -1
        last = min(_HEADER, sent) if sent >= 0 else _HEADER
        self._of_head = [b for b in bodies if b.start < last and not b.is_kind and b.rule != CELL]
        self._starts = [p.start for p in page.paragraphs]
        self._sent = [page.paragraph_index(m.start()) for m in _SENT.finditer(page.low)]
        self._gaps: dict[Span, list[re.Match[str]]] = {}  # between the columns of each line
        self.all = [(person, title) for person in people.all for title in self._titles_over(person)]

    def _titles_over(self, person: PersonMention) -> list[Title]:
        """The titles in the lines over a name: two of BỘ TRƯỞNG, CHỦ NHIỆM."""
        lines = self._lines_over(person)
        nearest = (role_pair(self._page, lines[0]) or lines[:1]) if lines else []
        found = [title for post in nearest if (title := self._title_in([post, *lines[1:]]))]
        second = self._title_in(lines[1:]) if found and self._is_second_post(lines) else None
        return [*found, second] if second and second.body.name != found[0].body.name else found

    def _is_second_post(self, lines: list[Span]) -> bool:
        """Whether the line over the nearest is a post too: ỦY VIÊN BỘ CHÍNH TRỊ / THƯỜNG TRỰC BAN BÍ THƯ.

        Not the post in whose place or by whose order he signs, nor that of his chief.
        """
        if len(lines) < _FEWEST or _DEPUTY.match(self._page.low, lines[0].start):
            return False
        post = lines[1]
        if ON_BEHALF.match(self._page.low, post.start) or self._start_of_post(post) != post.start:
            return False
        return self._titles.starting(post.start) is not None or self._page.at("roles", post.start) is not None

    def _title_in(self, lines: list[Span]) -> Title | None:
        start = self._start_of_post(lines[0])
        title = self._titles.starting(start)
        if title and not self._page.low[title.end : lines[0].end].strip(" |*"):
            return title
        role = self._page.at("roles", start)
        if not role or self._page.low[role.end() : lines[0].end].strip(" |*"):
            return None
        label = self._page.lexicon.roles[role.group()]
        label = f"Quyền {label}" if _ACTING.match(self._page.low, lines[0].start) else label
        office = self._of_office(start, role.end(), label)
        if office:
            return office
        body = self._body_of(label.removeprefix("Quyền "), lines[1:])
        whole = self._page.lexicon.presided_over.get(body.name) if body else None
        body = replace(body, name=whole, start=start, end=role.end()) if body and whole else body
        return Title(start, role.end(), label, body) if body else None

    def _of_office(self, start: int, end: int, label: str) -> Title | None:
        """CHỦ TỊCH under the letterhead of the President: Chủ tịch nước."""
        own = self._letterhead and self._letterhead.rule == OFFICE
        meant = self._page.lexicon.titles.get(f"{label} nước".lower()) if own else None
        if not meant or not self._letterhead:
            return None
        body = replace(self._letterhead, start=start, end=end, name=meant.body)
        return Title(start, end, meant.role, body)

    def _lines_over(self, person: PersonMention) -> list[Span]:
        """The lines over the name from the nearest on that are a signature's, but for "(đã ký)"."""
        index = bisect_right(self._starts, person.start) - 1
        line = self._page.paragraphs[index]
        beside = self._beside_others(line, person)
        column = self._last_column(line, person.start) if line.end - person.end <= _WIDE else None
        column = beside[1][beside[0]] if beside else column
        if column and stands_behind_recipients(self._page, line, person.start):
            column = Span(person.start, column.end)
        if not column or person.start - column.start > _WIDE:
            return []
        own = Span(column.start, person.start)  # KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Văn Mẫu
        posts = [own] if ends_with_post(self._page, own) else []
        column = Span(person.start, column.end) if posts else column
        before, after = self._page.low[column.start : person.start], self._page.low[person.end : column.end]
        rank = self._page.lexicon.any_of("honorifics").fullmatch(before.strip())
        if after.strip(" .|*") or (before.strip(" |*") and not rank):
            return []
        near = self._page.paragraphs[max(0, index - _LINES - _SENT_TO) : index][::-1]
        if self._sent:
            near = self._without_rests(near, index)
        over = (
            self._column_over(p, beside[0], len(beside[1])) if beside else self._last_column(p)
            for p in near
            if p.end - p.start <= _WIDE
        )
        kept = islice((p for p in over if not _ASIDE.fullmatch(self._page.low, p.start, p.end)), _LINES)
        lines = [*posts, *self._beside(line, column), *takewhile(self._is_of_signature, kept)]
        return [post for each in lines for post in reversed(posts_in(self._page, each))]

    def _beside_others(self, line: Span, person: PersonMention) -> tuple[int, list[Span]] | None:
        """Which of the columns of the line the name ends, where names end all behind it: Lê Văn Mẫu | Đỗ Văn Sen."""
        columns = filled_columns(self._page, line) if line.end - line.start <= _WIDE else []
        index = next((i for i, c in enumerate(columns[:-1]) if c.start <= person.start < c.end), None)
        if index is None:
            return None
        ends = self._ends
        named = all(c.start + len(self._page.low[c.start : c.end].rstrip(" .*|")) in ends for c in columns[index:])
        return (index, columns) if named else None

    def _column_over(self, above: Span, index: int, several: int) -> Span:
        """What stands over a column of a line that has several; the whole line where it has not as many."""
        columns = filled_columns(self._page, above)
        return columns[index] if len(columns) == several else above

    def _without_rests(self, near: list[Span], index: int) -> list[Span]:
        """The lines over that of the index, the nearest first, without the rests of recipients under "Nơi nhận:"."""
        sent = bisect_left(self._sent, index) - 1
        under = index - self._sent[sent] - 1 if sent >= 0 else len(near)
        if under >= len(near):
            return near
        return [*(p for p in near[:under] if not self._goes_on(p)), *near[under:]]

    def _goes_on(self, line: Span) -> bool:
        """Whether the whole line is the rest of a recipient: "- Trung tâm Dịch vụ (đăng tải / thông báo này);"."""
        words = self._page.shown[line.start : line.end].strip(" |*(")
        cut = words[:1].islower() or (words.endswith(",") and not words.isupper() and not self._is_of_signature(line))
        return cut and self._last_column(line) == line

    def _beside(self, line: Span, column: Span) -> list[Span]:
        """The posts in the columns before that of the name, the last one first: CHỦ TỊCH     Lê Văn Mẫu."""
        before = [c for c in filled_columns(self._page, line) if c.end <= column.start]
        return [c for c in reversed(before) if self._is_of_signature(c) and self._says_post(c)]

    def _says_post(self, column: Span) -> bool:
        """Whether a column says on whose behalf or as what somebody signs."""
        behalf = ON_BEHALF.match(self._page.low, column.start, column.end)
        return behalf is not None or self._page.at("roles", self._start_of_post(column)) is not None

    def _is_of_signature(self, line: Span) -> bool:
        """CHỦ TỊCH; Chủ tịch; T/M Ban Thường vụ."""
        if self._page.shown[line.start : line.end].isupper():
            return True
        low = self._page.low
        if ON_BEHALF.match(low, line.start, line.end):
            return True
        start = self._start_of_post(line)
        role = self._page.at("roles", start)
        return bool(role and role.end() <= line.end and not low[role.end() : line.end].strip(" .|*"))

    def _last_column(self, line: Span, limit: int | None = None) -> Span:
        """What stands last on the line, or the column in which the place `limit` is."""
        stop = line.end if limit is None else limit + 1
        if (gaps := self._gaps.get(line)) is None:
            gaps = self._gaps[line] = gaps_in(self._page.low, line.start, line.end)
        filled = [m.end() for m in gaps if m.end() < stop and self._page.low[m.end() : line.end].strip(" |\t")]
        beside = BESIDE_RECIPIENTS.match(self._page.low, line.start, line.end) if limit is None else None
        if not filled and not beside and limit is None and (post := post_behind_recipients(self._page, line)):
            return post
        return Span(filled[-1], line.end) if filled else Span(beside.end(), line.end) if beside else line

    def _start_of_post(self, line: Span) -> int:
        acting = _ACTING.match(self._page.low, line.start, line.end)
        prefix = acting or IN_PLACE_OF.match(self._page.low, line.start)
        return prefix.end() if prefix else line.start

    def _without_board(self, body: BodyMention) -> BodyMention:
        """The Tỉnh đoàn, Tỉnh ủy of its Ban Thường vụ, on whose behalf its Bí thư signs."""
        form = _WITHOUT_BOARD.get(body.form)
        board = self._page.lexicon.any_of("boards").match(canonical(body.name)) if form else None
        name = body.name[board.end() :].strip() if board else ""
        return replace(body, name=name[:1].upper() + name[1:], form=form) if name and form else body

    def _body_of(self, role: str, lines: list[Span]) -> BodyMention | None:
        """The body on whose behalf it is signed, where it may have such a role; else such a body of the head."""
        forms = self._page.lexicon.signers.get(role, ())
        places = sorted(m.end() for line in lines if (m := ON_BEHALF.match(self._page.low, line.start)))
        named = [b for place in places for b in self._beginning_in(place, place + 1)]
        letterhead = [b for b in (self._letterhead,) if b and b.rule != OFFICE]
        committees = [self._without_board(b) for b in (*named, *letterhead) if b.form == "standing_committee"]
        inside = [b for line in lines for b in self._beginning_in(line.start, line.end) if not b.is_kind]
        chaired = self._page.lexicon.chaired_bodies if role in self._page.lexicon.commission_roles else ()
        every = [*named, *inside, *letterhead, *committees, *self._of_head]
        titles = self._page.lexicon.titles
        meant = next((b for b in named if f"{role} {b.name}".lower() in titles), None)  # T/M BAN BÍ THƯ / THƯỜNG TRỰC
        found = meant or next((b for b in every if b.form in forms or b.name in chaired or _is_led(b, role)), None)
        found = self._without_board(found) if found else None
        office = _OFFICES.get(role)
        if office and letterhead and letterhead[0].form in ("state_body", "council", "party_committee"):
            place = (lines[0].start, lines[0].end) if lines else (letterhead[0].start, letterhead[0].end)
            name = f"{office} {letterhead[0].name}"
            form: BodyForm = "party_department" if letterhead[0].form == "party_committee" else letterhead[0].form
            own = replace(letterhead[0], name=name, start=place[0], end=place[1], form=form)
            return found if found and found.name.startswith(f"{office} ") else own
        return found

    def _beginning_in(self, start: int, end: int) -> list[BodyMention]:
        """The bodies of the page that begin from one place on and before another."""
        first, last = (bisect_left(self._bodies, place, key=lambda b: b.start) for place in (start, end))
        return self._bodies[first:last]


def _is_led(body: BodyMention, role: str) -> bool:
    """Whether a body of the State is a board, which a Trưởng ban leads: Ban Quản lý các khu công nghiệp."""
    return body.form == "state_body" and _HEAD_OF_BOARD in role and body.name.startswith(_BOARD)
