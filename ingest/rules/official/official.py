"""A text that is itself an official document: its head, its recitals, what it says of itself, and who signed it.

The head holds the motto, the issuing body, "Số …", place and day, and the kind in capitals over the title; recitals
begin with "Căn cứ"; the operative part speaks of "Quyết định này"; at the end stands on whose behalf who signed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ingest.facts import RelationFact
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.bodies.founded_bodies import OWN_WORDS, FoundedBodies
from ingest.rules.bodies.listed_bodies import ListedBodies
from ingest.rules.documents.detailed_laws import laws_detailed
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.official.official_ending import Ending
from ingest.rules.official.official_facts import Official
from ingest.rules.official.official_head import Head
from ingest.rules.official.official_issuer import OfficialIssuer
from ingest.rules.official.official_lines import OPERATIVE
from ingest.rules.official.official_title import OfficialTitle
from ingest.rules.official.own_acts import OwnActs
from ingest.rules.official.recitals import LAST_RECITAL, Recitals
from ingest.rules.people.people import PersonMention
from ingest.rules.text.dates import DateMention
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_COMMAND = re.compile(r"(?:^|[\n.:])\s*(?:điều \d+\s*[.:]?\s*-?\s*|\d+\s*[.)-]\s*|khoản \d+\s*[.:]?\s*)?(?:nay\s+)?$")
_COMMAND_REACH = 30  # characters before a word in which the number of its article stands
_PROMULGATES = re.compile(r"[^.;\n]{0,40}?(?:về việc|v/v|về)?\s+ban hành\s+")
_ADOPTED = re.compile(r"(?<!\w)nghị quyết này (?:đã )?được\s[^.;]{4,160}?thông qua(?!\w)")
_MINUTES = "biên bản"
_SUBJECT = 80  # characters after a document in which it says what it promulgates
_FOUNDED = 16  # characters between "thành lập" and the body
_CELLS = 2  # bars of a row
_MOST_FOUNDED = 12  # bodies of one command
_ARTICLES = 3000  # characters after the recitals in which bodies are founded


class OfficialReader:
    """Reads a page as the official document that bears `head`. All lists are in order of place."""

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        head: Head,
        dates: list[DateMention],
        bodies: list[BodyMention],
        documents: list[DocumentMention],
        people: list[PersonMention],
        events: list[EventMention],
        abbreviations: dict[str, str],
    ) -> None:
        self._events = events
        self._page, self._low = page, page.low
        self._reader = reader
        self._head = head
        self._dates = dates
        self._bodies = [b for b in bodies if not b.is_kind]
        self._every_body = bodies
        self._documents = documents
        self._people = people
        self._abbreviations = abbreviations

    def read(self) -> Official:
        head, itself = self._head, self._head.itself
        official = Official(itself, head)
        official.title_words = canonical(" ".join(self._page.shown[head.title.start : head.title.end].split()))
        if itself not in self._documents:
            official.documents.append(itself)
        if itself.number and head.title.end:
            official.documents.append(self._again(head.title.start, head.title.end))
        self._read_bodies(official, self._end_of_recitals())
        recitals = Recitals(self._page, head, self._dates, self._bodies, self._documents, self._abbreviations)
        official.relations += recitals.read()
        official.documents += recitals.named
        official.bodies += recitals.offices
        official.relations += laws_detailed(self._page, self._documents, recitals.named)
        official.recitals = Span(recitals.begin, max(recitals.end, recitals.said.end))
        official.named = [Span(d.start, d.end) for d in recitals.named]
        official.laws = self._laws([*self._documents, *recitals.named])
        title = OfficialTitle(self._page, self._reader, head, self._bodies, self._documents, recitals.said)
        official.relations += title.read()
        official.bodies += title.bodies
        official.relations += [*self._agreed(), *self._adopted()]
        self._read_itself(official)
        acts = OwnActs(self._page, itself, self._documents)
        official.relations += acts.read(max(head.end, itself.end))
        official.documents += acts.promulgated
        official.promulgated = [set(canonical(d.name or "").split()) for d in acts.promulgated]
        ending = Ending(self._page, self._bodies, self._people)
        told = (*ending.recipients(), *ending.addressees(), *ending.archives())
        official.recipients = sorted(told, key=lambda span: span.start)
        listed = ListedBodies(self._page, self._reader, head.body)
        official.bodies += [b for b in listed.read(head.end) if not official.is_recipient(b)]
        official.laws = sorted([*official.laws, *listed.hidden], key=lambda span: span.start)
        official.subjects = [*self._promulgated_by_others(), *self._rows()]
        issuer = OfficialIssuer(self._page, head, self._bodies, self._documents)
        issuer.read(official, ending.read(head), recitals.end)
        return official

    def _agreed(self) -> list[RelationFact]:
        """NGHỊ QUYẾT / HỘI NGHỊ LẦN THỨ NĂM BAN CHẤP HÀNH TRUNG ƯƠNG: the plenum or congress whose resolution it is.

        Minutes only tell of it.
        """
        title = self._head.title
        kind = self._page.lexicon.any_of("document_kinds").match(self._low, title.start, title.end)
        index = bisect_left(self._events, title.start, key=lambda e: e.start)
        event = self._events[index] if index < len(self._events) else None
        if (
            not kind
            or kind.group() == _MINUTES
            or not event
            or event.end > title.end
            or self._low[kind.end() : event.start].strip() not in ("", "của")
        ):
            return []
        words = self._page.evidence(event.start, event.end, "title-of-event")
        itself = self._head.itself
        printed = not event.name.split(" ")[0].isupper()  # elsewhere in small letters
        if printed and not itself.number and not self._low[event.end : title.end].strip(" .*-_\n"):
            itself.name = f"{itself.kind} {event.name}"  # with the capitals that a title in capitals has lost
            itself.key = f"name:{canonical(itself.name)}"
        return [RelationFact(self._head.itself.label, "agreedBy", event.name, (words,))]

    def _promulgated_by_others(self) -> list[Span]:
        """ "Quyết định số 17/2016/QĐ-UBND … về việc ban hành Quy chế …": where such a Quy chế stands."""
        found = (
            _PROMULGATES.match(self._low, d.end, d.end + _SUBJECT)
            for d in self._documents
            if d.number and d is not self._head.itself
        )
        return [Span(m.end(), m.end() + 2) for m in found if m]

    def _rows(self) -> Iterator[Span]:
        """The rows of tables under the head: "1 | Quy hoạch Thủ đô … | UBND thành phố | 2023" is work to be done."""
        lines = self._page.paragraphs
        for line in lines[bisect_right(lines, self._head.end, key=lambda p: p.start) :]:
            if self._low.count("|", line.start, line.end) >= _CELLS:
                yield line

    def _adopted(self) -> Iterator[RelationFact]:
        """ "Nghị quyết này được Hội đồng nhân dân …, kỳ họp thứ 6 thông qua": the session that adopted it."""
        of_head = bisect_left(self._events, self._head.title.end, key=lambda e: e.start)
        for said in _ADOPTED.finditer(self._low, self._head.end):
            index = bisect_left(self._events, said.start(), key=lambda e: e.start)
            told = index < len(self._events) and self._events[index].start < said.end()
            index, end = (index, said.end()) if told else (of_head, self._head.end)  # KHÓA XV, KỲ HỌP THỨ 10
            for at, event in enumerate(self._events[index : index + 1], index):
                if event.start < end and event.form in ("meeting", "congress", "plenum"):
                    self._events[at] = replace(event, date=event.date or self._day_after(said.end()))
                    words = self._page.evidence(said.start(), said.end(), "adopted-in-session")
                    yield RelationFact(self._head.itself.label, "agreedBy", event.name, (words,))

    def _day_after(self, place: int) -> str | None:
        """The day of "… thông qua ngày 5 tháng 6 năm 2023"."""
        index = bisect_left(self._dates, place, key=lambda d: d.start)
        day = self._dates[index] if index < len(self._dates) else None
        return day.iso() if day and self._low[place : day.start].strip() in ("", "ngày") else None

    def _laws(self, documents: list[DocumentMention]) -> list[Span]:
        words = self._page.lexicon.any_of("law_words")
        laws = (d for d in documents if d.name and words.fullmatch(d.kind.lower()))
        return sorted((Span(d.start, d.end) for d in laws), key=lambda span: span.start)

    def _again(self, start: int, end: int) -> DocumentMention:
        """Another mention of the document itself."""
        itself = self._head.itself
        return DocumentMention(start, end, itself.key, itself.kind, itself.number, itself.name, is_self=True)

    def _end_of_recitals(self) -> int:
        """Where the line begins that says that something is decided; the end of the head if none does."""
        lines = self._page.paragraphs
        first = bisect_right(lines, self._head.end, key=lambda p: p.start)
        for line in lines[first : first + LAST_RECITAL]:
            if OPERATIVE.match(self._low, line.start, line.end):
                return line.start
        return self._head.end

    def _read_bodies(self, official: Official, recitals_end: int) -> None:
        """Bodies that title and articles name in words of their own, beside those of the rules."""
        spans = [self._head.title, Span(self._head.end, min(len(self._low), recitals_end + _ARTICLES))]
        known = FoundedBodies(self._page, self._reader, self._every_body, self._head.body, self._abbreviations)
        founded = known.read(spans)
        official.bodies += founded
        self._bodies = sorted([*self._bodies, *founded], key=lambda b: b.start)

    def _read_itself(self, official: Official) -> None:
        """Every "Quyết định này", and commands that have no other subject: "Thành lập …"."""
        low, lexicon, label = self._low, self._page.lexicon, official.itself.label
        this = re.compile(rf"(?:{lexicon.any_of('document_kinds').pattern}) này(?!\w)")
        for match in this.finditer(low, self._head.end):
            official.documents.append(self._again(match.start(), match.end()))
        title = self._head.title
        for cue in lexicon.any_of("founding").finditer(low, min(title.start, official.itself.end)):
            in_title = title.start <= cue.start() < title.end
            index = bisect_left(self._bodies, cue.end(), key=lambda b: b.start)
            body = self._bodies[index] if index < len(self._bodies) else None
            command = _COMMAND.search(low, max(0, cue.start() - _COMMAND_REACH), cue.start())
            if body and body.start <= cue.end() + _FOUNDED and (in_title or command):
                for each in [body, *self._founded_with(index)]:
                    words = self._page.evidence(cue.start(), each.end, "command")
                    official.relations.append(RelationFact(label, "establishes", each.name, (words,)))

    def _founded_with(self, first: int) -> Iterator[BodyMention]:
        """The others of "Thành lập Tiểu ban A do … làm Trưởng Tiểu ban; Tiểu ban B do …": each behind a semicolon.

        Or that of "Thành lập Hội đồng tuyển dụng và Ban Giám sát …".
        """
        body = self._bodies[first]
        end = self._page.paragraph_at(body.start).end
        for other in self._bodies[first + 1 : first + _MOST_FOUNDED]:
            alike = other.name.split(" ")[:2] == body.name.split(" ")[:2] and other.name != body.name
            beside = other.rule == body.rule == OWN_WORDS and self._low[body.end : other.start].strip() == "và"
            if other.start < end and (beside or (alike and self._low.endswith("; ", body.end, other.start))):
                yield other
