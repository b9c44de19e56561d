"""Bodies that a role takes from its neighbours, where no body follows it."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from ingest.facts import BodyForm
from ingest.lexicon import one_of
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.bodies.bodies_of_clauses import destination, side_of
from ingest.rules.mentions.body_mentions import COMPANY, BodyMention, replace
from ingest.rules.mentions.title_mentions import BODY_NAMED, BODY_SHARED, Title, is_named_at
from ingest.rules.posts.like_posts import LikePosts
from ingest.rules.posts.offices_of_committees import office_of_next
from ingest.rules.posts.posts_alone import PostsAlone
from ingest.rules.text.page import Page
from ontology.text import CAPITALS

_OWNING = re.compile(
    r"(?:,\strong\sđó)?\s(?:hiện\s(?:nay\s)?)?(?:còn\s)?"
    r"(?:(?:gồm(?:\scó)?|có)(?:\s(?:các|tân|\d+|hai|ba|bốn))?|(?:gồm(?:\scó)?|là):)\s$"
)
_NEXT_GETS = re.compile(
    rf"[,;] (?:và )?(?:ông|bà|đồng chí)(?: [{CAPITALS}][^\W\d_]*){{2,5}}(?:, [^,;.\n]{{3,60}},)?"
    r" (?:làm|giữ chức(?: vụ)?) "
)
_COMMITTEE = re.compile(r"\s+(?P<committee>(?:ban thường vụ |ban chấp hành )?đảng ủy),\s+")
_WITH_PARTY = ("state_body", "court_procuracy", "other")
_BOARDS = ("Thường trực ", "Ban Thường vụ ")
_INVESTIGATORS = ("Cơ quan Cảnh sát điều tra ", "Cơ quan An ninh điều tra ")
_OF_PARTY: BodyForm = "party_department"
_OF_LISTS = (_OF_PARTY, "council")
_LED_BY_PARTY = ("party_committee", "standing_committee", "council", "state_body", "party_department", "front_union")
_COUNCIL = "Hội đồng nhân dân "
_POLICE = " công an "
_ALONE_OR_TOLD = re.compile(r"[ ]*(?:[.;:)\n]|$)| (?:là|-|–) (?:ông|bà|đồng chí)(?!\w)")
_ELECTS = one_of(("bầu", "tín nhiệm", "trúng cử", "chỉ định"))
_DEPUTIES = ("Phó Bí thư", "Phó Bí thư Thường trực")
_CENTRAL = ("Trung ương Đoàn ", "Đảng ủy ", "Quân ủy ")
_OWNING_WORDS = ("có", "gồm", "là:")  # one of which they hold
_NAME_REACH, _NAME_WORDS = 40, 5  # characters and words of the name of a province
_OWNING_REACH = 32  # characters of the words by which a body has a post
_LINES_OVER = 3  # lines over an item in which the body of its post may be named
_CHAIRED = ("front_union", "council")
_DIRECTED = ("other", "state_body")
_OPENING = 24  # characters of a sentence before the body that acts in it
_BY = re.compile(r"\sdo\s")
_ELECTS_REACH = 200  # characters in which a sentence says who elects, before whom it elects to what


class SharedBodies:
    """Adds to `by_start` the titles that it completes; `titles` are those read so far, in order."""

    def __init__(
        self,
        page: Page,
        bodies: BodyReader,
        by_start: dict[int, Title],
        titles: list[Title],
        is_former: Callable[[Title], bool],
    ) -> None:
        self._page = page
        self._bodies = bodies
        self._by_start = by_start
        self._all = titles
        self._is_former = is_former
        self._alone = PostsAlone(page)
        self._like = LikePosts(page, self._alone, self._acting)

    def share(self, unread: list[re.Match[str]], *, again: bool = False) -> list[re.Match[str]]:
        """Gives the roles of `unread` their bodies and gives back those that have none.

        To be done `again`, as some wait for those that stand before them. Reads from the last on, so that each finds
        the next one read: Phó Chính ủy, Chính ủy Quân khu 2.
        """
        left = []
        self._waiting = [] if again else [role.start() for role in unread]
        self._again = again
        for role in reversed(unread):
            place = self._page.after_blanks(role.end())
            joins = (self._page.lexicon.any_of(name).match(self._page.low, place) for name in ("more_joins", "joins"))
            join = next((j for j in joins if j), None)
            after = self._by_start.get(self._page.after_blanks(join.end())) if join else None
            label = self._page.lexicon.roles[role.group()]
            own = label in self._page.lexicon.cues["secretaries_of_places"] and self._alone.names_own(role)
            if own and (whole := self._party_of_next(role, label)):
                self._by_start[role.start()] = whole
                continue
            if own:
                left.append(role)
                continue
            owned = not after and not again and self._owner_before(role)
            before = None if after or owned else self._like.before(role, label, self._all, self._waiting)
            if before:
                body = before.body if before.body.rule == COMPANY else replace(before.body, rule=BODY_NAMED)
                self._by_start[role.start()] = Title(role.start(), role.end(), label, body)
            elif after and self._like.are_alike(label, after.role):
                title = self._sharing(role, label, after.body)
                after.former = after.former or title.former
            elif whole := self._party_of_next(role, label) or self._department_of_list(role, label):
                self._by_start[role.start()] = whole
            elif owner := self._neighbour(role, label, after):
                self._sharing(role, label, owner)
            else:
                left.append(role)
        self._all = [self._by_start[start] for start in sorted(self._by_start)]
        return left[::-1]

    def _party_of_next(self, role: re.Match[str], label: str) -> Title | None:
        """Bí thư Đảng ủy, Giám đốc Sở: the committee of the Party in the office that the next post only calls so."""
        named = _COMMITTEE.match(self._page.low, role.end())
        after = self._by_start.get(named.end()) if named else None
        if not named or not after or after.body.rule != BODY_NAMED or after.body.form not in _WITH_PARTY:
            return None
        committee = self._page.shown[named.start("committee") : named.end("committee")]
        body = replace(after.body, name=f"{committee} {after.body.name}", form="party_committee", rule=BODY_SHARED)
        title = Title(role.start(), named.end("committee"), label, body)
        title.former = self._is_former(title)
        return title

    def _department_of_list(self, role: re.Match[str], label: str) -> Title | None:
        """Bí thư Tỉnh ủy X, Trưởng Ban Nội chính Lê Văn Mẫu: the department of the province of the post before."""
        lexicon = self._page.lexicon
        last_word = self._page.low.rfind(" ", role.start(), role.end()) + 1
        for place in (last_word, self._page.after_blanks(role.end())):
            head = self._page.at("heads", place)
            heads = lexicon.heads[head.group()] if head else ()
            named = next((h for h in heads if h.form in _OF_LISTS and h.tail == "owner"), None)
            if not head or not named or head.end() <= role.end():
                continue
            if not is_named_at(self._page, head.end()) and not _ALONE_OR_TOLD.match(self._page.low, head.end()):
                continue
            if named.form == "council":
                return self._commission_of_council(role, label, head, named.name)
            marked = _ALONE_OR_TOLD.match(self._page.low, head.end()) is not None
            if marked and (owner := self._only_province(role)):
                name = f"{named.name} {owner.name}"
                body = replace(owner, start=place, end=head.end(), name=name, form=_OF_PARTY, rule=BODY_NAMED)
                return Title(role.start(), head.end(), label, body)
            before = self._last_before(role.start())
            same = before and self._page.sentence_at(before.start) == self._page.sentence_at(role.start())
            unit = lexicon.units.get(before.body.unit or "") if before and same else None
            if before and unit and before.body.place and before.body.form in _LED_BY_PARTY:
                name = f"{named.name} {unit.committee} {before.body.place}"
                body = replace(before.body, start=place, end=head.end(), name=name, form=_OF_PARTY, rule=BODY_NAMED)
                return Title(role.start(), head.end(), label, body)
        return None

    def _only_province(self, role: re.Match[str]) -> BodyMention | None:
        """The Tỉnh ủy of the province that a report without posts at the centre in the paragraph is on."""
        line = self._page.paragraph_at(role.start())
        if self._page.found("central", line):
            return None
        province = self._bodies.places.main
        owner = self._bodies.party_committee_before(role.start())
        return owner if owner and province and owner.place == province and owner.level == "province" else None

    def _commission_of_council(self, role: re.Match[str], label: str, head: re.Match[str], name: str) -> Title | None:
        """Trưởng ban Kinh tế - Ngân sách: bà X, in a sentence on the HĐND phường: the commission of that council."""
        before = self._last_before(role.start())
        council = before.body if before and before.body.form == "council" and before.body.unit else None
        if not before or not council or before.start < self._page.sentence_at(role.start()).start:
            return None
        owner = council.name
        if not owner.startswith(_COUNCIL):
            _, found, rest = owner.partition(f" {_COUNCIL}")
            owner = f"{_COUNCIL}{rest}" if found else ""
        body = replace(council, start=head.start(), end=head.end(), name=f"{name} {owner}", rule=BODY_NAMED)
        return Title(role.start(), head.end(), label, body) if owner else None

    def _last_before(self, place: int) -> Title | None:
        index = bisect_left(self._all, place, key=lambda t: t.start) - 1
        return self._all[index] if index >= 0 else None

    def _sharing(self, role: re.Match[str], label: str, body: BodyMention) -> Title:
        shared = body if body.rule == COMPANY else replace(body, rule=BODY_SHARED)  # a company stays one
        cues = self._page.lexicon.cues
        if (
            label in cues["heads_of_offices"]
            and body.form == "state_body"
            and not body.name.startswith(cues["offices"][0])
        ):
            shared = replace(shared, name=f"{cues['offices'][0]} {body.name}")  # Chánh Văn phòng, Người phát ngôn Bộ X
        title = Title(role.start(), role.end(), label, shared)
        title.former = self._is_former(title)
        self._by_start[role.start()] = title
        return title

    def _neighbour(self, role: re.Match[str], label: str, after: Title | None) -> BodyMention | None:
        neighbour = (
            self._committee_of_next(label, after)
            or self._commission_of_next(label, after)
            or office_of_next(self._page, label, after)
            or self._given_next(role, label)
            or self._given_to_next(role, label)
        )
        if neighbour or self._again:  # what does not depend on other titles was not there the first time
            return neighbour or self._police_of_next(label, after)
        return (
            self._owner_before(role)
            or destination(self._page, self._bodies, role)
            or self._police_of_next(label, after)
            or self._only_named(role, label)
            or self._electing(role, label)
            or self._acting(role, label)
            or self._led_commission(role, label)
        )

    def _acting(self, role: re.Match[str], label: str) -> BodyMention | None:
        """Hội Nông dân tỉnh bầu ông X làm Chủ tịch, Hội Y do ông X làm Chủ tịch: the body that opens the sentence."""
        cues = self._page.lexicon.cues
        chairs = label in cues["chairs_of_places"]
        if not (chairs or label in cues["acting_roles"]) or not self._alone.ends_with(role):
            return None
        start = self._alone.clause_start(role.start())
        gives = self._page.last_before("gives", start, role.start())
        if not gives or self._page.low[gives.end() : role.start()].strip():
            return None
        body = self._bodies.first_from(start)
        if (
            not body
            or body.form not in (_CHAIRED if chairs else _DIRECTED)
            or body.start > start + _OPENING
            or body.end > gives.start()
        ):
            return None
        deed = _ELECTS.search(self._page.low, body.end, gives.start()) or _BY.match(self._page.low, body.end)
        return body if deed else None

    def _led_commission(self, role: re.Match[str], label: str) -> BodyMention | None:
        """Ủy ban Kiểm tra Huyện ủy gồm 7 đồng chí do ông X làm Chủ nhiệm: the commission of the sentence."""
        if label not in self._page.lexicon.commission_roles or not self._alone.is_given(role):
            return None
        body = self._bodies.commission_before(role.start())
        return body if body and body.start >= self._page.sentence_at(role.start()).start else None

    def _electing(self, role: re.Match[str], label: str) -> BodyMention | None:
        """Ban Chấp hành đã bầu đồng chí X làm Bí thư: the Party committee named last before, which elects."""
        if label not in self._page.lexicon.cues["secretaries_of_places"]:
            return None
        sentence = self._page.sentence_at(role.start())
        gives = self._page.last_before("gives", sentence.start, role.start())
        if not gives or self._page.low[gives.end() : role.start()].strip():
            return None
        committee = self._bodies.party_committee_before(role.start())
        first = max(sentence.start, gives.start() - _ELECTS_REACH)
        if not committee or not _ELECTS.search(self._page.low, first, gives.start()):
            return None
        unit = self._page.lexicon.units.get(committee.unit or "") if committee else None
        if committee and unit and committee.place and committee.name.startswith(self._page.lexicon.members_of_base):
            return replace(committee, name=f"{unit.committee} {committee.place}")
        return committee

    def _commission_of_next(self, label: str, after: Title | None) -> BodyMention | None:
        """Ủy viên, Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy: who leads a commission is a member of it."""
        of_one = after is not None and after.body.form == "inspection_committee"
        return after.body if after and of_one and label in self._page.lexicon.cues["members"] else None

    def _committee_of_next(self, label: str, after: Title | None) -> BodyMention | None:
        """Phó Bí thư, Chủ tịch UBND huyện Bát Xát: the Party committee of the place of the next post."""
        cues = self._page.lexicon.cues
        chair = after and (after.role in cues["chairs_of_places"] or after.body.form == "council")
        if not after or not chair or label not in cues["secretaries_of_places"]:
            return None
        unit, place = self._page.lexicon.units.get(after.body.unit or ""), after.body.place
        if not unit or not place or after.body.form not in ("state_body", "council"):
            return None
        return replace(after.body, name=f"{unit.committee} {place}", form="party_committee", level=unit.level)

    def _owner_before(self, role: re.Match[str]) -> BodyMention | None:
        """Quân khu 2 có Tư lệnh là …: the body before, of whose posts the words speak."""
        near = max(0, role.start() - _OWNING_REACH)
        words = self._page.low[near : role.start()]
        told = any(word in words for word in _OWNING_WORDS)
        before = _OWNING.search(self._page.low, near, role.start()) if told else None
        owner = self._bodies.ending_at(before.start()) if before else None
        label = self._page.lexicon.roles[role.group()]
        if before and not owner and label in self._page.lexicon.cues["secretaries_of_places"]:
            return self._committee_of_place(before.start())
        standing = next((board for board in _BOARDS if owner and owner.name.startswith(board)), None)
        if owner and standing:  # Thường trực Tỉnh ủy gồm Bí thư …
            return self._bodies.read_at(owner.start + len(standing))
        return owner

    def _committee_of_place(self, end: int) -> BodyMention | None:
        """Phú Thọ có 5 Phó Bí thư: the Party committee of the province that is named up to there."""
        words = self._page.low[max(0, end - _NAME_REACH) : end].split(" ")[-_NAME_WORDS:]
        for number in range(1, len(words) + 1):
            start = end - len(" ".join(words[-number:]))
            named = self._bodies.places.at(start)
            if named and named.end == end:
                return self._bodies.committee_at(start, of_party=True)
        return None

    def _only_named(self, role: re.Match[str], label: str) -> BodyMention | None:
        """Thứ trưởng Lê Văn Mẫu: the ministry that the paragraph names so far, or the text, if it is one only."""
        told = is_named_at(self._page, role.end()) or self._page.low.startswith(": ", role.end())
        if label in self._page.lexicon.cues["heads_of_departments"] and told:
            department = self._bodies.last_department(role.start())
            line = self._page.paragraph_index(role.start())
            over = line if is_named_at(self._page, role.end()) else max(0, line - _LINES_OVER)
            near = department and department.start >= self._page.paragraphs[over].start
            return department if near else None
        signs = self._page.shown[role.start() : role.end()].isupper()
        if label in _DEPUTIES and not signs and is_named_at(self._page, role.end()):
            return self._bodies.only_of(self._led_by_secretaries, 0, len(self._page.low))
        heads = tuple(f"{head} " for head in self._page.lexicon.role_bodies.get(label, ()))
        if not heads:
            return None
        given = self._page.last_before("decisions", max(0, role.start() - _OWNING_REACH), role.start())
        alone = given and label in self._page.lexicon.cues["company_roles"]
        given = given if given and alone and not self._page.low[given.end() : role.start()].strip() else None
        if side := side_of(self._page, self._bodies, role, heads):
            return side
        if self._alone.stands_alone(role):
            return self._bodies.only_of(heads, self._page.sentence_at(role.start()).start, role.start())
        named = is_named_at(self._page, role.end())
        if not named and (not given or self._page.begins_large(role.end() + 1)):
            return None  # Tổng Giám đốc PetroSong: of a company that no rule knows
        paragraph = self._page.paragraph_at(role.start())
        near = self._bodies.only_of(heads, paragraph.start, role.start())
        return near or self._bodies.only_of(heads, 0, len(self._page.low))

    @cached_property
    def _led_by_secretaries(self) -> tuple[str, ...]:
        """How the names begin of the committees of the Party and of the Youth Union."""
        units = self._page.lexicon.units.values()
        return (*_CENTRAL, *(f"{name} " for unit in units for name in (unit.committee, unit.youth) if name))

    def _police_of_next(self, label: str, after: Title | None) -> BodyMention | None:
        """Phó Giám đốc, Thủ trưởng Cơ quan CSĐT Công an tỉnh: the police whose investigators the next post leads."""
        body = after.body if after and label in self._page.lexicon.cues["police_heads"] else None
        if not body or not body.name.startswith(_INVESTIGATORS):
            return None
        start = self._page.low.find(_POLICE, body.start, body.end)
        return self._bodies.read_at(start + 1) if start >= 0 else None

    def _given_next(self, role: re.Match[str], label: str) -> BodyMention | None:
        """Phó Chính ủy giữ chức Chính ủy Quân khu 2: the body of the like post that is given next."""
        place = self._page.after_blanks(role.end())
        gives = self._page.lexicon.any_of("gives").match(self._page.low, place)
        given = self._by_start.get(self._page.after_blanks(gives.end())) if gives else None
        return given.body if given and self._like.are_alike(label, given.role) else None

    def _given_to_next(self, role: re.Match[str], label: str) -> BodyMention | None:
        """Cử ông X làm Chủ tịch, ông Y làm Phó Chủ tịch Hội đồng …: the body of the like post of the next."""
        other = _NEXT_GETS.match(self._page.shown, role.end())
        given = self._by_start.get(other.end()) if other else None
        return given.body if given and self._like.are_alike(label, given.role) else None
