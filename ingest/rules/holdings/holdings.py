"""Who holds which post: titles at names, posts that decisions give or take, memberships, and titles of a whole list."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from itertools import product

from ingest.facts import Evidence, HoldingFact, HoldingStatus, PersonFact
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.holdings.lists_of_elected import is_elected_in_list
from ingest.rules.holdings.named_posts import gives_up, is_late, is_named, is_to_come, posts_behind
from ingest.rules.holdings.posts_of_lists import OF_LIST, PostsOfLists, is_of_row
from ingest.rules.holdings.rosters import Rosters
from ingest.rules.holdings.titles_of_several import TitlesOfSeveral
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.same_holdings import compared, distinct
from ingest.rules.mentions.title_mentions import BODY_MEANT, Title
from ingest.rules.official.signatures import Signatures
from ingest.rules.people.people import People, PersonMention
from ingest.rules.people.subjects import Subjects
from ingest.rules.posts.beside_names import is_of_somebody
from ingest.rules.posts.elected_boards import elected_boards
from ingest.rules.posts.post_times import PostTimes
from ingest.rules.posts.titles import Titles
from ingest.rules.text.list_leads import end_of_list
from ingest.rules.text.page import QUOTE_LENGTH, Page, Span
from ontology.text import canonical

_MEMBERS_OF = ("party_committee", "standing_committee", "inspection_committee")
_NEXT_BODY = re.compile(r"(?:,| và)\s+")
_MEMBER, _STANDING = "Ủy viên", "Thường trực"
_INTO = re.compile(r"(?<=\w)(?:,[^.;:\n]{3,90},)?\s+vào(?=\s+(?:ban|bộ|ủy|đảng))")  # bầu bổ sung ông X vào Ban Bí thư
_NOW_SAID = re.compile(
    r"[^.;\n]{0,50}?(?:đến|tới|[-–]) ?nay(?!\w)"
    r"|(?:ông |bà |đồng chí )?(?:hiện|đang|vẫn|nay|tiếp tục|cũng đồng thời)(?!\w)"
)
# thôi tham gia Ban Chấp hành, tham gia Ban Thường vụ
_LEFT_TOO = re.compile(r"(?<!\w)thôi tham gia [^,;:.]{3,40},\s+$")
_IS_IT = re.compile(r"(?: khóa \w+)? (?:là|gồm)(?: các)?(?: (?:ông|bà|đồng chí))?(?= )")
_MEMBERS = re.compile(r"[^.;:\n]{0,60}?\s(?:gồm|là)(?:\s+có)?(?:\s+các\s+(?:ông|bà|đồng chí))?(?:, bà)?:")
_OTHER_DEED = re.compile(
    r";\s+(?:đồng thời|và )?\s*(?:chỉ định|điều động|phân công|bổ nhiệm|luân chuyển|chuẩn y|thôi|giới thiệu|bầu)"
)
_RANKED = 24  # characters of an honorific or a rank between a title and a name


class Holdings:
    """Reads the holdings of a page. `bodies` are those that only titles and memberships name."""

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        titles: Titles,
        people: People,
        signatures: Signatures,
        now: int | None,
        tells_days: bool,
    ) -> None:
        self._page = page
        self._reader = reader
        self._titles = titles
        self._people = people.all
        self._subjects = Subjects(page, people)
        self._several = TitlesOfSeveral(page, titles, people, self._subjects)
        self._times = PostTimes(page, now, tells_days)
        self._starts = [p.start for p in people.all]
        self.bodies = [t.body for t in titles.all if t.taken or t.given or t.body.rule != BODY_MEANT]
        self._known: set[str] = {p.name for p in people.all if p.honoured or p.titles or people.is_plain(p)}
        self._known |= self._listed_with_others()
        self._history: list[HoldingFact] = []  # what any other word on the same post overrules
        found = [
            *self._at_names(),
            *self._decided(),
            *self._memberships(),
            *self._of_lists(),
            *self._signed(signatures),
        ]
        self.facts = distinct(found, self._history)

    def people(self) -> list[PersonFact]:
        """The people with a title, an honorific or a decided post, each with every place that names them."""
        found: dict[str, list[Evidence]] = {}
        for person in self._people:
            if person.name in self._known:
                found.setdefault(person.name, []).append(self._page.evidence(person.start, person.end, "person"))
        return [PersonFact(name, tuple(evidence)) for name, evidence in found.items()]

    def _listed_with_others(self) -> set[str]:
        """Các ông X, Y và bà Z: those who follow a person with an honorific in the same list."""
        first = [i for i, p in enumerate(self._people) if p.honoured or p.titles]
        return self._subjects.names_listed_from(first)

    def decide(
        self, members: list[HoldingFact], day: str | None, signer: str, effective: Callable[[int], str | None]
    ) -> None:
        """Adds the members whom the text, a decision of that day, appoints, and who signed it.

        Its other decisions are of that day too, unless `effective` gives another for the place of the words.
        """
        self._known |= {fact.person for fact in members} | ({signer} if signer else set())
        listed = {(fact.person, fact.body): fact.evidence[0].start for fact in members}
        told = (f for f in self.facts if not is_of_row(f, listed.get((f.person, f.body))))
        decided = ("appointed", "dismissed")
        dated = [
            replace(f, date=f.date or effective(self._page.span_of(f.evidence[0]).start) or day)
            if f.status in decided
            else f
            for f in told
        ]
        self.facts = distinct([*members, *dated], [])

    def _at_names(self) -> list[HoldingFact]:
        """Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu; Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy Lào Cai."""
        found = []
        lists = PostsOfLists(self._page, self._people)
        late = {p.name for p in self._people if any(is_late(self._page, t) for t in p.titles)}
        for index, person in enumerate(self._people):
            for title in person.titles:
                over = self._times.is_over(person.end, title)
                status: HoldingStatus = "former" if title.former or over else "current"
                if status == "current" and person.name in late:
                    status = "former"
                elif status == "current" and is_named(self._page, person, title):
                    status = "appointed"
                elif status == "current" and gives_up(self._page, person):
                    status = "dismissed"
                evidence = self._evidence(person, title, "title-at-name")
                found.append(HoldingFact(person.name, title.role, title.body.name, status, (evidence,)))
            for other, title in product(lists.sharers(index) if person.titles else (), person.titles):
                evidence = self._evidence(other, title, "title-of-several")
                status = "former" if title.former else "current"
                found.append(HoldingFact(other.name, title.role, title.body.name, status, (evidence,)))
                self._known.add(other.name)
        return found

    def _decided(self) -> list[HoldingFact]:
        """Posts that the text reports as given or taken: "điều động ông X giữ chức Y", "X thôi giữ chức Y"."""
        found: list[HoldingFact] = []
        for title in self._titles.all:
            if title.given is None or self._is_planned(title) or self._several.listed_after(title, title):
                continue
            if self._is_taken_from_named(title) or is_of_somebody(self._page, title):
                continue
            said = title.given_at if title.given == "current" else title.start
            goes_on = self._times.goes_on(title.end) or _NOW_SAID.match(self._page.low, title.given_at) is not None
            taken_up = title.given == "appointed" and self._times.was_taken_up(title.end)
            history = not goes_on and (taken_up or self._times.is_history(said) or self._times.is_ended(title.end))
            of_life = title.given == "appointed" and not goes_on and self._times.is_of_life(title.start, title.end)
            lasting = self._times.is_lasting(title.start, title.end) or self._times.is_dated_back(title.end)
            alone = title.given in ("former", "current") or history
            for person in self._subjects.meant(title.given_at, title.start, title.end, alone) or self._named_by(title):
                self._known.add(person.name)
                evidence = self._evidence(person, title, f"post-{title.given}")
                told = of_life and self._is_told_of(person, title)
                past = (history or told) and title.given in ("appointed", "current")
                status: HoldingStatus = "former" if past or title.former else title.given
                status = "current" if status == "dismissed" and is_to_come(self._page, title) else status
                if status == "appointed" and lasting:
                    status = "current"
                fact = HoldingFact(person.name, title.role, title.body.name, status, (evidence,))
                (self._history if past or title.led_to else found).append(fact)
        return [*found, *self._taken_from_named()]

    def _is_told_of(self, person: PersonMention, title: Title) -> bool:
        """Whether a sentence that names nobody gives the post to somebody who has it nowhere else at the name."""
        named = self._page.sentence_at(title.given_at).start < person.end
        posts = {(t.role, t.body.name) for p in self._people if p.name == person.name for t in p.titles}
        return not named and (title.role, title.body.name) not in posts

    def _taken_from_named(self) -> list[HoldingFact]:
        """Miễn nhiệm Chánh án Tòa án X Lê Văn Mẫu và Bộ trưởng Bộ Y Đỗ Sen: those whose names follow the posts."""
        found: list[HoldingFact] = []
        for cue in self._page.everywhere("takes_from"):
            place = self._page.after_blanks(cue.end())
            while (title := self._titles.starting(place)) and (person := self._right_behind(title)):
                self._known.add(person.name)
                evidence = self._evidence(person, title, "post-dismissed")
                found.append(HoldingFact(person.name, title.role, title.body.name, "dismissed", (evidence,)))
                join = _NEXT_BODY.match(self._page.low, person.end)
                place = join.end() if join else len(self._page.low)
        return found

    def _right_behind(self, title: Title) -> PersonMention | None:
        """Whose name follows the title."""
        index = bisect_left(self._starts, title.after) if self._titles.at_name(title) else len(self._people)
        person = self._people[index] if index < len(self._people) else None
        near = person is not None and person.start <= title.after + _RANKED
        return person if person and near and "\n" not in self._page.low[title.after : person.start] else None

    def _named_by(self, title: Title) -> list[PersonMention]:
        """HĐND tỉnh bầu Chủ tịch UBND tỉnh Lê Văn Mẫu: who gets the post, where the sentence names nobody before."""
        person = self._right_behind(title) if title.given == "appointed" else None
        return [person] if person else []

    def _is_taken_from_named(self, title: Title) -> bool:
        """Whether `_taken_from_named` reads it: "báo cáo về việc miễn nhiệm Phó Chủ tịch nước Đỗ Thị Sen"."""
        if title.given != "dismissed" or not self._titles.at_name(title):
            return False
        cue = self._page.last_before("takes_from", title.given_at, title.start)
        return cue is not None and self._page.after_blanks(cue.end()) == title.start

    def _is_planned(self, title: Title) -> bool:
        """Whether the post is only meant to be given, or asked about: "ông X làm Bí thư Tỉnh ủy?"."""
        asked = self._page.low.endswith("?", 0, self._page.sentence_at(title.given_at).end)
        return title.given == "appointed" and (asked or self._page.is_planned(title.given_at))

    def _memberships(self) -> list[HoldingFact]:
        """Chỉ định tham gia Ban Chấp hành, Ban Thường vụ Tỉnh ủy Lào Cai; thôi tham gia Ban Bí thư."""
        found: list[HoldingFact] = []
        for cue in self._joining():
            bodies = self._bodies_after(cue.end())
            status = self._status_of_membership(cue) if bodies else None
            once = status == "appointed" and self._times.is_history(cue.start())
            people = self._joining_people(cue, bodies, once) if status else []
            self.bodies += bodies if status else []
            for person, body in product(people, bodies):
                self._known.add(person.name)
                evidence = self._page.evidence(cue.start(), body.end, f"membership-{status}")
                fact = HoldingFact(
                    person.name, _MEMBER, body.name, "former" if once else status or "current", (evidence,)
                )
                (self._history if once else found).append(fact)
            posts = posts_behind(self._page, self._titles, bodies[-1].end) if people and status and not once else ()
            for person, title in product(people, posts):
                evidence = self._page.evidence(cue.start(), title.end, f"membership-{status}")
                found.append(HoldingFact(person.name, title.role, title.body.name, status or "current", (evidence,)))
        return found

    def _joining_people(self, cue: re.Match[str], bodies: list[BodyMention], once: bool) -> list[PersonMention]:
        """Those of whom the words speak: "X được bầu vào Ban Bí thư", "nhân sự được bầu vào Ban Bí thư là ông X"."""
        opening = _MEMBERS.match(self._page.low, bodies[-1].end)
        if opening:
            last = end_of_list(self._page, opening.end() - 1)
            stop = _OTHER_DEED.search(self._page.low, opening.end(), last)
            end = stop.start() if stop else last
            return self._people[bisect_left(self._starts, opening.end()) : bisect_left(self._starts, end)]
        is_it = _IS_IT.match(self._page.low, bodies[-1].end)
        index = bisect_left(self._starts, is_it.end()) if is_it else len(self._starts)
        if is_it and index < len(self._people) and self._people[index].start <= is_it.end() + 1:
            return self._subjects.listed_from(index)
        return self._subjects.meant(cue.start(), cue.end(), bodies[-1].end, alone=once)

    def _joining(self) -> list[re.Match[str]]:
        found = [m for words in ("joins_body", "elected_into") for m in self._page.everywhere(words)]
        near = [p.end for p in self._people if "vào" in self._page.low[p.end : p.end + 120]]  # characters behind a name
        found += [m for end in near if (m := _INTO.match(self._page.low, end))]
        return sorted(found, key=lambda m: m.start())

    def _status_of_membership(self, cue: re.Match[str]) -> HoldingStatus | None:
        clause = self._page.clause_before(cue.start())
        lexicon = self._page.lexicon
        left = any(m.end() == len(clause.rstrip()) for m in lexicon.any_of("no_more").finditer(clause))
        if left or _LEFT_TOO.search(clause):
            return "dismissed"
        if self._page.is_planned(cue.start()):
            return None
        start = self._page.sentence_at(cue.start()).start
        behind_mark = max(start, self._page.low.rfind(";", start, cue.start()) + 1)
        if self._page.has("to_come", Span(behind_mark, cue.start())):
            return None
        named = self._page.has("named_to", Span(start, cue.start()))
        return "appointed" if named or lexicon.any_of("elected_into").fullmatch(cue.group()) else None

    def _bodies_after(self, place: int) -> list[BodyMention]:
        """The committees listed there."""
        found = []
        place += 1
        while (body := self._reader.read_at(place)) and self._has_members(body):
            found.append(body)
            gap = _NEXT_BODY.match(self._page.low, body.end)
            if not gap:
                break
            place = gap.end()
        return found

    def _has_members(self, body: BodyMention) -> bool:
        """A committee, a board of the National Assembly, or the standing board of a front or union."""
        name, lexicon = canonical(body.name), self._page.lexicon
        board = body.form == "front_union" and lexicon.any_of("boards").match(name)
        return bool(board) or body.form in _MEMBERS_OF or name in lexicon.cues["state_boards"]

    def _of_lists(self) -> list[HoldingFact]:
        """Các Ủy viên Bộ Chính trị: X; Y; Z. Các Phó Chủ tịch UBND tỉnh X, Y."""
        found = []
        for title in self._titles.all:
            group = self._several.group_from(title)
            for person, shared in product(self._several.listed_after(title, group[-1]), group):
                spans = (shared.start, shared.end), (person.start, person.end)
                evidence = tuple(self._page.evidence(*span, OF_LIST) for span in spans)
                told: HoldingStatus = "appointed" if is_elected_in_list(self._page, self._titles, title) else "current"
                status: HoldingStatus = "current" if self._is_planned(title) else title.given or told
                status = "former" if shared.former else status
                role = self._several.rank_of(person, shared.role)
                found.append(HoldingFact(person.name, role, shared.body.name, status, evidence))
        self._known |= {fact.person for fact in found}
        return found

    def add_members(self) -> None:
        """Adds those whom a report lists as members of a Party committee: "Ban Bí thư gồm: X; Y; Z".

        But for those with another role in it. Official documents have lists of their own.
        """
        found = Rosters(self._page, self._people).read(self._reader.committees())
        boards = list(elected_boards(self._page, self._reader))
        bodies = (b for b in (*self._reader.committees(), *boards) if not self._titles.ending(b.end, b.end))
        for body, people in self._several.members_of(bodies):  # not of "Phó Bí thư Tỉnh ủy gồm: …"
            for person in people:
                if any(compared(t.body.name) == compared(body.name) and t.role != _STANDING for t in person.titles):
                    continue
                words = self._page.evidence(body.start, body.end, "member-of-list")
                named = self._page.evidence(person.start, person.end, "member-of-list")
                status: HoldingStatus = "appointed" if self._is_elected(body) else "current"
                found.append(HoldingFact(person.name, _MEMBER, body.name, status, (words, named)))
        self.bodies += [b for b in boards if any(fact.body == b.name for fact in found)]
        self._known |= {fact.person for fact in found}
        self.facts = distinct([*self.facts, *found], [])

    def _is_elected(self, body: BodyMention) -> bool:
        """Bầu Ban Thường vụ gồm …: whether the words before say that the committee gets these members."""
        return self._page.has("named_to", Span(self._page.sentence_at(body.start).start, body.start))

    def _signed(self, signatures: Signatures) -> list[HoldingFact]:
        """PHÓ BÍ THƯ (đã ký) Lê Văn Mẫu."""
        found = []
        for person, title in signatures.all:
            self._known.add(person.name)
            self.bodies.append(title.body)
            evidence = self._evidence(person, title, "signature")
            found.append(HoldingFact(person.name, title.role, title.body.name, "current", (evidence,)))
        return found

    def _evidence(self, person: PersonMention, title: Title, rule: str) -> Evidence:
        """The words from the name to the title; where they are too long, the title and what makes it one."""
        start, end = min(person.start, title.start), max(person.end, title.end)
        if end - start > QUOTE_LENGTH:
            start, end = title.given_at if title.given else title.start, title.end
        return self._page.evidence(start, end, rule)
