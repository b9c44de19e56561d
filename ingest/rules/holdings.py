"""Who holds which post: titles at names, posts that decisions give or take, memberships, and titles of a whole list."""

import re
from bisect import bisect_left
from dataclasses import replace

from ingest.facts import Evidence, HoldingFact, HoldingStatus, PersonFact
from ingest.rules.bodies import BodyReader
from ingest.rules.body_mentions import BodyMention
from ingest.rules.page import QUOTE_LENGTH, Page
from ingest.rules.people import People, PersonMention
from ingest.rules.titles import BODY_MEANT, Title, Titles
from ontology.text import canonical

_FAR = 220  # characters between a person and the post that a decision gives
_MEMBERS_OF = ("party_committee", "standing_committee", "inspection_committee")
_NEXT_BODY = re.compile(r"(?:,| và)\s+")
_MEMBER = "Ủy viên"


class Holdings:
    """Reads the holdings of a page. `bodies` are those that only titles and memberships name."""

    def __init__(self, page: Page, reader: BodyReader, titles: Titles, people: People) -> None:
        self._page = page
        self._reader = reader
        self._titles = titles
        self._people = people.all
        self._starts = [p.start for p in people.all]
        self.bodies = [t.body for t in titles.all if t.taken or t.given or t.body.rule != BODY_MEANT]
        self._known: set[str] = {p.name for p in people.all if p.honoured or p.titles}
        found = [*self._at_names(), *self._decided(), *self._memberships(), *self._of_lists()]
        self.facts = _distinct(found)

    def people(self) -> list[PersonFact]:
        """The people with a title, an honorific or a decided post, each with every place that names them."""
        found: dict[str, list[Evidence]] = {}
        for person in self._people:
            if person.name in self._known:
                found.setdefault(person.name, []).append(self._page.evidence(person.start, person.end, "person"))
        return [PersonFact(name, tuple(evidence)) for name, evidence in found.items()]

    def _at_names(self) -> list[HoldingFact]:
        """Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu; Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy Lào Cai."""
        found = []
        for person in self._people:
            for title in person.titles:
                status: HoldingStatus = "former" if title.former else "current"
                evidence = self._evidence(person, title, "title-at-name")
                found.append(HoldingFact(person.name, title.role, title.body.name, status, (evidence,)))
        return found

    def _decided(self) -> list[HoldingFact]:
        """Posts that the text reports as given or taken: "điều động ông X giữ chức Y", "X thôi giữ chức Y"."""
        found = []
        for title in self._titles.all:
            if title.given is None or (title.given == "appointed" and self._page.is_planned(title.given_at)):
                continue
            person = self._person_of(title)
            if person:
                self._known.add(person.name)
                evidence = self._evidence(person, title, f"post-{title.given}")
                found.append(HoldingFact(person.name, title.role, title.body.name, title.given, (evidence,)))
        return found

    def _person_of(self, title: Title) -> PersonMention | None:
        """The one named after "đối với", else the last one named before in the sentence."""
        return self._person_meant(title.given_at, title.end)

    def _person_meant(self, start: int, end: int) -> PersonMention | None:
        sentence = self._page.sentence_at(start)
        stop = self._page.low.find(";", end, sentence.end)
        limit = min(stop if stop >= 0 else sentence.end, end + _FAR)
        for cue in self._page.lexicon.any_of("for_person").finditer(self._page.low, end, limit):
            index = bisect_left(self._starts, cue.end())
            if index < len(self._people) and self._named_right_after(self._people[index], cue.end()):
                return self._people[index]
        index = bisect_left(self._starts, start) - 1
        before = self._people[index] if index >= 0 else None
        return before if before and before.start >= sentence.start and start - before.end <= _FAR else None

    def _named_right_after(self, person: PersonMention, place: int) -> bool:
        between = self._page.low[place : person.start].strip() if person.start - place < 40 else "-"
        honorific = self._page.lexicon.any_of("honorifics").match(between)
        return not between or honorific is not None

    def _memberships(self) -> list[HoldingFact]:
        """Chỉ định tham gia Ban Chấp hành, Ban Thường vụ Tỉnh ủy Lào Cai; thôi tham gia Ban Bí thư."""
        found = []
        for cue in self._page.lexicon.any_of("joins_body").finditer(self._page.low):
            status = self._status_of_membership(cue.start())
            bodies = self._bodies_after(cue.end()) if status else []
            person = self._person_meant(cue.start(), bodies[-1].end) if bodies else None
            self.bodies += bodies
            if not person or not status:
                continue
            self._known.add(person.name)
            for body in bodies:
                evidence = self._page.evidence(cue.start(), body.end, f"membership-{status}")
                found.append(HoldingFact(person.name, _MEMBER, body.name, status, (evidence,)))
        return found

    def _status_of_membership(self, place: int) -> HoldingStatus | None:
        clause = self._page.clause_before(place)
        lexicon = self._page.lexicon
        if any(m.end() == len(clause.rstrip()) for m in lexicon.any_of("no_more").finditer(clause)):
            return "dismissed"
        named = lexicon.any_of("named_to").search(clause)
        return "appointed" if named and not self._page.is_planned(place) else None

    def _bodies_after(self, place: int) -> list[BodyMention]:
        """The committees listed there."""
        found = []
        place += 1
        while (body := self._reader.read_at(place)) and body.form in _MEMBERS_OF:
            found.append(body)
            gap = _NEXT_BODY.match(self._page.low, body.end)
            if not gap:
                break
            place = gap.end()
        return found

    def _of_lists(self) -> list[HoldingFact]:
        """Các Ủy viên Bộ Chính trị: X; Y; Z."""
        found = []
        for title in self._titles.all:
            opens_list = self._page.low.startswith(":", title.end) and self._said_of_several(title.start)
            if not opens_list or title.role not in self._page.lexicon.cues["list_roles"]:
                continue
            sentence = self._page.sentence_at(title.start)
            for person in self._people[bisect_left(self._starts, title.end) : bisect_left(self._starts, sentence.end)]:
                evidence = (
                    self._page.evidence(title.start, title.end, "title-of-list"),
                    self._page.evidence(person.start, person.end, "title-of-list"),
                )
                found.append(HoldingFact(person.name, title.role, title.body.name, "current", evidence))
                self._known.add(person.name)
        return found

    def _said_of_several(self, place: int) -> bool:
        before = self._page.low[max(0, place - 30) : place].rstrip()
        return any(before.endswith(words) for words in self._page.lexicon.cues["of_several_people"])

    def _evidence(self, person: PersonMention, title: Title, rule: str) -> Evidence:
        """The words from the name to the title; where they are too long, the title and what makes it one."""
        start, end = min(person.start, title.start), max(person.end, title.end)
        if end - start > QUOTE_LENGTH:
            start, end = title.given_at if title.given else title.start, title.end
        return self._page.evidence(start, end, rule)


def _distinct(holdings: list[HoldingFact]) -> list[HoldingFact]:
    """One fact for each person, role and body; a decided status before a mere title, with all evidence."""
    order = {"appointed": 0, "dismissed": 1, "former": 2, "current": 3}
    same: dict[tuple[str, str, str], list[HoldingFact]] = {}
    for fact in sorted(holdings, key=lambda h: order[h.status]):
        same.setdefault((fact.person, fact.role, canonical(fact.body)), []).append(fact)
    merged = [replace(alike[0], evidence=_every_evidence(alike)) for alike in same.values()]
    return sorted(merged, key=lambda h: h.evidence[0].start)


def _every_evidence(holdings: list[HoldingFact]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for h in holdings for evidence in h.evidence))
