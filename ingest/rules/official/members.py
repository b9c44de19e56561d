"""Members whom a decision lists: "Thành lập Ban Chỉ đạo … gồm các đồng chí sau:", a row for each member."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from ingest.facts import HoldingFact, HoldingStatus
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.official.approved_posts import ApprovedPosts
from ingest.rules.official.member_lists import MemberList, MemberLists
from ingest.rules.official.official_facts import Official
from ingest.rules.official.own_posts import OwnPosts
from ingest.rules.people.people import PersonMention
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_NUMBERING = re.compile(r"[-–+*•\s|]*(?:(?:\d{1,3}|[ivx]{1,4}|[a-zđ])\s*[.)/|\t-]\s*)?(?:\d{1,2}\s*)?")
_KEEPS = re.compile(r"\s+(?:vẫn|tiếp tục)\s+(?:giữ|làm|là|đảm nhiệm)(?!\w)")
_SEMICOLON = re.compile(r";\s+")
_COLON = re.compile(r":\s+")
_PARTS = re.compile(r"\s*[-–,:;|\t\n(]\s*|\s+kiêm\s+|\s+(?:được (?:cử )?)?(?:làm|là|giữ chức(?: vụ)?)\s+|\s+(?=thay\s)")
_OF_SEVERAL = re.compile(r"[\W\d_]*các (?:đồng chí|ông|bà|thành viên)(?!\w)")  # "3. Các đồng chí X, …; Y, …, ủy viên."
_SEVERAL = re.compile(r"(?:(?:các|đồng chí|ông|bà|được|cử|làm|là|giữ chức(?: vụ| danh)?)\s+)+")
_CELL = re.compile(r"[|\n\t]\s*$|[|\n][^|\n]{1,60},\s$|[,;:(]\s+$|\s[-–]\s+$|\($")
_AT_END, _STANDING = " .,;*|\n\t-–)", " thường trực"
_MEMBERS, _ARE = ("Thành viên", "Ủy viên"), "là "
_CHAIRS, _COUNCIL = ("Chủ tịch", "Phó Chủ tịch"), "Hội đồng "
_EDGE = 64  # characters before a post in which its cell begins
_HEADS = re.compile(r"\s+làm\s+([^\W\d_]+(?: [^\W\d_]+){1,4}?)(?=\s*[;.,\n])")
_BY = re.compile(r"(?<!\w)do\s[^;.\n]*$")
_CLAUSE = 160  # characters before a name in which "do" stands
_INSTEAD = re.compile(r"\s*(?:\(?\s*thay(?: thế)?(?: cho)?|kiêm nhiệm)\s[^\n;]*")


def members(
    page: Page, official: Official, bodies: list[BodyMention], people: list[PersonMention], titles: Titles
) -> tuple[list[HoldingFact], list[BodyMention]]:
    """Everybody whom the document names a member of a body, from its own day on, and the posts that the rows give them.

    With the bodies of these posts. Lists are in order of place.
    """
    lists = MemberLists(page, bodies, people, titles, official)
    found, more = _told(page, official, bodies, people), []
    for each in lists.read():
        rows = _Rows(page, lists, each)
        appointed = rows.read(official.itself.issued)
        letterhead = official.head.body
        posts = rows.posts(titles) if appointed else []
        posts += rows.own_posts(OwnPosts(page, letterhead)) if appointed and letterhead else []
        found += [*appointed, *(fact for fact, _ in posts)]
        more += [body for _, body in posts]
    approved = list(ApprovedPosts(page, lists, titles).read(official.itself.issued))
    return [*found, *(fact for fact, _ in approved)], [*more, *(body for _, body in approved)]


def _told(page: Page, official: Official, bodies: list[BodyMention], people: list[PersonMention]) -> list[HoldingFact]:
    """ "Ban Chỉ đạo do Phó Thủ tướng X làm Trưởng ban": the head of the body that the document founds."""
    founded = next((r.object for r in official.relations if r.predicate == "establishes"), None)
    body = next((b for b in bodies if b.name == founded), None)
    found = []
    for person in people if body else ():
        told = _HEADS.match(page.low, person.end)
        start = page.sentence_at(person.start).start
        by = told and _BY.search(page.low, max(start, person.start - _CLAUSE), person.start)
        if body and told and by:
            role = page.lexicon.any_of("roles").fullmatch(told[1].strip())
            words = page.evidence(person.start, told.end(), "head-of-founded-body")
            label = page.lexicon.roles[role.group()] if role else ""
            fact = HoldingFact(person.name, label, body.name, "appointed", (words,), official.itself.issued)
            found += [fact] if role else []
    return found


class _Rows:
    """Reads the rows of one list."""

    def __init__(self, page: Page, lists: MemberLists, listed: MemberList) -> None:
        self._page = page
        self._lists = lists
        self._listed = listed
        self._short = canonical(listed.body.name).split(" ")

    def read(self, issued: str | None) -> list[HoldingFact]:
        found = []
        heading = ""  # the role of a line of its own: "Các ủy viên:"
        day = issued if self._listed.status != "current" else None
        for row, of_all in self._parts():
            person = self._lists.person_in(row)
            if person is None:
                heading = self._role(row.start, row.end) or ("" if self._heads_others(row) else heading)
                continue
            role = self._role_of(person, row) or of_all or heading or self._listed.role
            if role and not (self._listed.led and not self._may_lead(role)):
                words = self._page.evidence(person.start, row.end, "member-list")
                keeps = _KEEPS.match(self._page.low, person.end)
                status: HoldingStatus = "current" if keeps else self._listed.status
                body, since = self._listed.body.name, None if keeps else day
                found.append(HoldingFact(person.name, role, body, status, (words,), since))
        return found

    def _heads_others(self, row: Span) -> bool:
        """Whether a row opens those below it by other words: "4. Các thành viên là lãnh đạo các bộ:"."""
        return self._page.low[row.start : row.end].rstrip().endswith(":")

    def _parts(self) -> Iterator[tuple[Span, str]]:
        """The rows; of one with several people each of its parts, with the role with which such a row opens."""
        for row in self._listed.rows:
            people = self._lists.all_in(row)
            cuts = [m.end() for m in _SEMICOLON.finditer(self._page.low, row.start, row.end)]
            cuts = [c for c in cuts if people and people[0].end < c <= people[-1].start]
            starts = [row.start, *cuts] if len(people) > 1 else [row.start]
            role = self._role(row.start, people[0].start) if cuts else ""
            if cuts and not role and _OF_SEVERAL.match(self._page.low, row.start, row.end):
                role = self._role_of(people[-1], Span(cuts[-1], row.end))
            for start, end in pairwise([*starts, row.end]):
                yield Span(start, end), role

    def _may_lead(self, role: str) -> bool:
        """Whether who has the role leads such an office: Cục trưởng, of a Cục."""
        lexicon = self._page.lexicon
        leads = (*(f"{head} " for head in lexicon.role_bodies.get(role, ())), *lexicon.own_role_bodies.get(role, ()))
        shares = lexicon.work_sharers.get(role, ()) if self._listed.status == "current" else ()
        return self._listed.body.name.startswith((*leads, *shares))

    def posts(self, titles: Titles) -> list[tuple[HoldingFact, BodyMention]]:
        """The holder's posts in cells or lines of their own after the name: "| Giám đốc Sở Y tế |"."""
        found = []
        for row, _ in self._parts():
            person = self._lists.person_in(row)
            title = titles.first_between(person.end, row.end) if person else None
            while person and title:
                apart = title.start == person.end + 1 or _CELL.search(self._page.low, title.start - _EDGE, title.start)
                if apart and not title.taken and not title.given and title.body.name != self._listed.body.name:
                    words = self._page.evidence(person.start, title.end, "post-in-row")
                    status: HoldingStatus = "former" if title.former else "current"
                    fact = HoldingFact(person.name, title.role, title.body.name, status, (words,))
                    found.append((fact, title.body))
                title = titles.first_between(title.end, row.end)
        return found

    def own_posts(self, own: OwnPosts) -> list[tuple[HoldingFact, BodyMention]]:
        """The holder's posts in the office whose paper it is: "- Đảng ủy viên, Phó Hiệu trưởng: Ủy viên;"."""
        found = []
        for row, _ in self._parts():
            person = self._lists.person_in(row)
            parts = list(_PARTS.finditer(self._page.low, person.end, row.end)) if person else []
            for part, following in zip_longest(parts, parts[1:]):
                post = own.read(part.end(), following.start() if following else row.end)
                if person and post:
                    words = self._page.evidence(person.start, post[1].end, "own-post-in-row")
                    found.append((HoldingFact(person.name, post[0], post[1].name, "current", (words,)), post[1]))
        return found

    def _role_of(self, person: PersonMention, row: Span) -> str:
        """The role with which the row ends, "…, Bí thư Tỉnh ủy - Trưởng ban;", or begins: "Trưởng ban: ông …"."""
        low = self._page.low
        end = row.end
        instead = _INSTEAD.search(low, person.end, row.end)
        end = instead.start() if instead and low[instead.start() : row.end].lstrip(" (").startswith("thay") else end
        duties = _COLON.search(low, person.end, end)  # "…, Trưởng ban: chỉ đạo chung"
        end = duties.start() if duties and not self._role(duties.end(), end) else end
        parts = list(_PARTS.finditer(low, person.end, end))
        for index, part in reversed(list(enumerate(parts))):
            role = self._role(part.end(), end)
            if role:  # of "Ủy viên, Thư ký" the one role that both words are
                first = parts[index - 1].end() if index else person.end
                return self._joined_role(first, part, end) or role
            if low[part.end() : end].strip(" .,;|*\n"):
                break
        return self._role(row.start, person.start) or self._last_role(person.end, end)

    def _joined_role(self, first: int, part: re.Match[str], end: int) -> str:
        """The one role that words over a mark between cells are: "Ủy viên, Thư ký", "… Ủy viên kiêm Thư ký"."""
        place = first
        while first <= place < part.start():
            whole = self._page.at("roles", place)
            if whole and whole.end() > part.end():
                return self._role(place, end)
            place = self._page.low.find(" ", place, part.start()) + 1
        return ""

    def _last_role(self, start: int, end: int) -> str:
        """The role with which a row ends whose cells only blanks part: "1 Ông X Phó Giám đốc Sở Y tế Ủy viên"."""
        page = self._page
        blank = page.low.find(" ", start, end)
        while blank >= 0:
            role = self._role(blank + 1, end) if page.shown[blank + 1 : blank + 2].isupper() else ""
            if role:
                named = len(page.low[blank:end].split()) > len(role.split())  # Chủ tịch Hội đồng
                chairs = role in _CHAIRS and self._listed.body.name.startswith(_COUNCIL)
                return role if named or chairs or role in page.lexicon.cues["committee_roles"] else ""
            blank = page.low.find(" ", blank + 1, end)
        return ""

    def _role(self, start: int, end: int) -> str:
        """The label of the role that the words are, with no more than the kind of the body after it."""
        low, lexicon = self._page.low, self._page.lexicon
        numbering = _NUMBERING.match(low, start, end)
        start = numbering.end() if numbering else start
        several = _SEVERAL.match(low, start, end)
        start = several.end() if several else start
        role = lexicon.any_of("roles").match(low, start, end)
        if not role or role.group() in lexicon.titles:  # Phó Thủ tướng: of another body
            return ""
        rest = re.split(r"[:(]|\s(?:ông|bà|đồng chí)(?:\s|$)", low[role.end() : end])[0].rstrip(_AT_END)
        label = lexicon.roles[role.group()]
        leads = lexicon.own_role_bodies.get(label)
        if leads and not self._listed.body.name.startswith(leads):
            return ""  # Hiệu trưởng, of a school
        whole = f"{label} Thường trực"
        if rest.endswith(_STANDING) and lexicon.roles.get(canonical(whole)) == whole:
            rest, label = rest.removesuffix(_STANDING), whole  # Phó Trưởng Ban Chỉ đạo Thường trực
        told = label in _MEMBERS and rest.lstrip().startswith(_ARE)  # Các thành viên là lãnh đạo các bộ:
        return label if told or self._is_of_body(rest) else ""

    def _is_of_body(self, rest: str) -> bool:
        """Whether the words after a role are none, or the first ones of the name of the body."""
        words = rest.strip(_AT_END).replace("|", " ").split()
        return words == self._short[: len(words)] or words == self._short[1 : 1 + len(words)]
