"""Documents without a number that are told by what they are about: a decision on somebody, a resolution "về …"."""

import re
from bisect import bisect_left
from dataclasses import replace

from ingest.rules.bodies.issuing_offices import Issuer, issuer_at
from ingest.rules.described.document_subjects import SUBJECT_LENGTH, cue_words
from ingest.rules.described.handed_decisions import HandedDecisions
from ingest.rules.described.listed_decisions import listed_decisions
from ingest.rules.described.paper_issuers import PaperIssuers
from ingest.rules.described.paper_subjects import Subject, person_on
from ingest.rules.described.paper_words import PaperWords
from ingest.rules.described.told_decisions import DecisionReader
from ingest.rules.documents.bracketed_numbers import with_bracketed_numbers
from ingest.rules.documents.law_titles import law_title
from ingest.rules.documents.same_documents import made_one, with_one_constitution, with_one_law
from ingest.rules.documents.told_once import told_once
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.title_mentions import Title
from ingest.rules.people.people import PersonMention
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page
from ontology.text import canonical

_OF = re.compile(r"\s+(?:của|do)\s+")
_BLANKS = re.compile(r"\s+")
_OF_WORD = 5  # characters of " của "
_CONFIDENCE = 0.8  # the name is put together from the sentence
_WORD_REACH = 60  # characters before a kind in which the word stands that issues it
DESCRIBED = "described-document"
_DECISION = "Quyết định"
_PLAN = "Kế hoạch"
_HOLDS = re.compile(r"tổ chức (?:lễ|hội nghị|đại hội|kỳ họp|cuộc bầu cử|bầu cử)(?!\w)")
_NOTICE = "Thông cáo"  # of the press: no document that rules anything
# thông báo … về việc ông X, nguyên Chủ tịch …, thôi giữ chức …
_ON_HOLDER = re.compile(r"(?:về việc|về) (?:đồng chí|ông|bà) ")
# Quyết định của Bộ Chính trị về công tác cán bộ, chỉ định Ban Chấp hành …
_GOES_ON = re.compile(
    r"về công tác (?:tổ chức,? )?(?:cán bộ|nhân sự), (?=(?:chỉ định|chuẩn y|thành lập|kiện toàn) [^.;\n]{8})"
)
_CAPTION = re.compile(r"(?<!\w)ảnh\s?[:;]")
_CREDIT = 40  # characters at the end of a caption in which it says whose the picture is
_TERM = re.compile(r" \(?khóa (?:[ivx]{1,6}|\d{1,2})\)?(?!\w)")
_TERM_LENGTH = 16  # characters
# Quyết định kiểm tra của Bộ Chính trị đối với …
_OF_WORK = re.compile(
    r"(?:kiểm tra|giám sát|thanh tra|kiểm toán|bổ nhiệm|điều động|phân công|luân chuyển|chuẩn y"
    r"|kỷ luật|thi hành kỷ luật|thành lập|nhân sự)(?:, (?:kiểm tra|giám sát|bổ nhiệm|phân công|luân chuyển))* của "
)
# Kết luận thanh tra của Thanh tra Chính phủ về …
_OF_CHECK = re.compile(r"\s(?:thanh tra|kiểm tra|giám sát|kiểm toán)(?=\s(?:của|về|đối với)(?!\w))")
_ON_CHECKS = ("Kết luận", "Báo cáo", "Thông báo", "Thông báo kết luận")
_TO_BE_ISSUED = re.compile(r"(?<!\w)(?:(?:trình|để|sẽ|chuẩn bị|sắp) (?:ký )?ban hành|cần (?:ra|có|ban hành)) $")
_FIRST_OF_PEERS, _SECOND_OF_PEERS = "Bộ Chính trị", "Ban Bí thư"
_PEER = re.compile(r"(?:,| và) ban bí thư(?: trung ương(?: đảng)?)?(?!\w)")  # Quyết định của Bộ Chính trị và Ban Bí thư
_TOLD = "Thông báo"
_OF_SESSION = re.compile(r"(?:về )?kết quả (?:kỳ họp|phiên họp|cuộc họp)")  # for the press: of what a session did
_TO_WHOM_BY = re.compile(r"(?: (?:được|vừa|mới|đã) (?:được )?công bố[^,.;\n]{0,30})?, ")


def with_described(
    page: Page,
    numbered: list[DocumentMention],
    bodies: list[BodyMention],
    people: list[PersonMention],
    titles: Titles,
) -> list[DocumentMention]:
    """The mentions given, and every document told by what it is about; all lists are in order of place."""
    reader = _Reader(page, bodies, people, numbered, titles)
    found: list[DocumentMention] = []
    for match in page.everywhere("document_kinds"):
        start, end = match.span()
        inside = bool(found) and start < found[-1].end and not cue_words("projects").fullmatch(match.group())
        if inside or reader.is_taken(start, end) or (found and _is_of_kind(found[-1], start)):
            continue
        document = reader.read(start, end, page.lexicon.document_kinds[match.group()])
        if document:
            found.append(document)
            reader.words.last = document
    found = sorted([*found, *listed_decisions(page, reader.subjects, bodies)], key=lambda d: d.start)
    found = told_once(page, found, numbered, reader.told)
    for document in found:
        document.issuer = document.issuer or reader.issuers.adopted_by(document) or reader.issuers.of_ceremony(document)
    every = sorted([*numbered, *made_one(found)], key=lambda d: d.start)
    return with_one_law(with_one_constitution(with_bracketed_numbers(page, every)))


def _is_of_kind(document: DocumentMention, start: int) -> bool:
    """Whether the word for a kind is the first of what the document is about: Đề án Quy hoạch …"""
    return start == document.start + len(document.kind) + 1


class _Reader:
    def __init__(
        self,
        page: Page,
        bodies: list[BodyMention],
        people: list[PersonMention],
        taken: list[DocumentMention],
        titles: Titles,
    ) -> None:
        self.page = page
        self._titles = titles
        self.subjects = DecisionReader(page, bodies, people)
        self.words = PaperWords(page, bodies, taken)
        self.issuers = PaperIssuers(page, bodies, titles, self.subjects, self.words)
        self._handed_decisions = HandedDecisions(page, self.subjects, people)
        self.told: dict[int, str] = {}  # whom a decision is on that a later sentence tells, by where it is named
        self._bodies, self._taken = bodies, taken
        self._head: Issuer | None = None  # whose head issues the paper that is read: Bộ trưởng Công an

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a document with a number or a name of its own is named there."""
        index = bisect_left(self._taken, end, key=lambda d: d.start) - 1
        return index >= 0 and self._taken[index].end > start

    def read(self, start: int, end: int, kind: str) -> DocumentMention | None:
        """The document whose kind stands from `start` to `end`; None where the words name no single one."""
        work = _OF_CHECK.match(self.page.low, end) if kind in _ON_CHECKS else None
        end = work.end() if work else end
        of = _OF.match(self.page.low, end)
        if not of and not self._may_say_about(end, kind):
            return None
        if (
            kind == _NOTICE
            or self.words.is_several(start)
            or self.words.is_title(start)
            or self.words.is_drafted(start, kind)
            or _TO_BE_ISSUED.search(self.page.low, max(0, start - _WORD_REACH), start)
            or self.words.is_to_be_adopted(start)
            or self.words.is_of_body(start)
            or self.words.is_rule_in_general(start, kind)
        ):
            return None
        if cue_words("laws").fullmatch(self.page.low, start, end):
            return self._law(start, end, kind)
        issuing = self.issuers.issuing(start)
        if issuing and self.issuers.is_laid_before(issuing[0]):
            return None
        issuer = issuer_at(self.page, self._bodies, of.end()) if of else None
        officer = self._titles.starting(of.end()) if of and not issuer else None
        if of and not issuer and not officer:
            return None
        peer = _PEER.match(self.page.low, issuer.end) if issuer and issuer.name == _FIRST_OF_PEERS else None
        issuer = replace(issuer, end=peer.end()) if issuer and peer else issuer
        who = issuer or officer
        about = self.subjects.past_holder(who.end) if who else end
        term = _TERM.match(self.page.low, about) if issuer else None
        if issuer and term:  # của Ban Chấp hành Trung ương Đảng khóa XIII về …
            about = term.end()
            issuer = replace(issuer, end=about)
        heads = officer and self.page.lexicon.any_of("heads_of_bodies").fullmatch(canonical(officer.role))
        self._head = Issuer(officer.body.name, officer.start, officer.end) if officer and heads else None
        issuer = issuer or (None if officer else self.issuers.before(start, kind) or self.issuers.of_last(start, kind))
        if not self.words.is_noun(start, issuer is not None or officer is not None):
            return None
        by = _TO_WHOM_BY.match(self.page.low, about) if issuer and self._is_by(start, kind) else None
        if issuer and by:
            return self._told_by(start, about, by.end(), kind, issuer)
        return self._about(start, about, kind, issuer, officer)

    def _is_by(self, start: int, kind: str) -> bool:
        """ "Theo quyết định của …"."""
        return kind == _DECISION and self.page.low.endswith("theo ", 0, start)

    def _told_by(self, start: int, about: int, told: int, kind: str, issuer: Issuer) -> DocumentMention | None:
        """ "Theo quyết định của Bộ Chính trị, ông X được điều động, phân công giữ chức Y"."""
        person, words = self.subjects.told_by(told) or (None, "")
        if not person or not words or self._is_numbered(kind, issuer, person):
            return None
        self.told[start] = person.name
        return self._mention(start, about, kind, f"{kind} của {self._called(issuer)} {words}", issuer)

    def _may_say_about(self, end: int, kind: str) -> bool:
        """Whether words follow that may say what it is about; most kinds are named without."""
        name = kind.lower()
        if kind == _PLAN and _HOLDS.match(self.page.low, self.page.after_blanks(end)):
            return True
        if self.page.low.startswith((" “", ' "'), end) and self.subjects.quoted(end + 1):
            return True
        needs_none = any(cue_words(kinds).fullmatch(name) for kinds in ("laws", "projects", "rules"))
        return needs_none or cue_words("opens_subject").match(self.page.low, self.page.after_blanks(end)) is not None

    def _about(
        self, start: int, place: int, kind: str, issuer: Issuer | None, officer: Title | None
    ) -> DocumentMention | None:
        """With what the document is about: "về việc …", "bổ nhiệm ông X giữ chức …", or, for projects, any words."""
        opening = _BLANKS.match(self.page.low, place)
        begin = opening.end() if opening else place
        decides = kind == _DECISION and issuer and self.page.low.startswith(", ", place)
        begin = place + 2 if decides and cue_words("decides").match(self.page.low, place + 2) else begin
        by_words = cue_words("opens_subject").match(self.page.low, begin) or self._plan_of(start, begin, kind)
        by_words = by_words or self.subjects.quoted(begin)
        if not by_words and not self._needs_no_word(start, begin, kind, issuer):
            return None
        end = self.subjects.end(begin, kind)
        of_work = _OF_WORK.match(self.page.low, begin) if not issuer else None
        within = issuer_at(self.page, self._bodies, of_work.end()) if of_work else None
        person = person_on(self.page, self.subjects, start, begin)
        reach = SUBJECT_LENGTH if person and _ON_HOLDER.match(self.page.low, begin) else 60
        limit = self.page.sentence_at(start).end if reach > 60 else end
        decided = by_words and cue_words("decides").search(self.page.low, begin, min(limit, begin + reach))
        words, end = (
            self.subjects.decision(begin, end, person) if decided and person else (self.subjects.plain(begin, end), end)
        )
        alone = not decided or (person and words.endswith(person.name))
        if alone and cue_words("takes_in").match(words.lower()):
            return self._handed(start, end, kind, issuer)  # tiếp nhận ông X: of what post, it does not say
        goes_on = _GOES_ON.match(self.page.low, begin)
        if goes_on:
            words = self.subjects.plain(begin, self.subjects.end(goes_on.end()))
        of_any = kind == _DECISION and not person and not goes_on and cue_words("of_any").match(canonical(words))
        if kind == _TOLD and _OF_SESSION.match(canonical(words)):
            return None
        if of_any or cue_words("too_general").fullmatch(canonical(words)):
            return self._told_after(start, end, kind, issuer) if issuer else None
        named = self.subjects.with_full_names(words, start) if not person else words
        told_of = person is not None or named != words
        by_whom = told_of or bool(issuer or within or officer) or self._is_adopted(start)
        subject = Subject(
            kind, named, bool(decided), told_of, by_whom, issuer is not None, self._is_issuer_named(issuer, start)
        )
        if subject.may_be_any() or (not told_of and self._is_shown(start)):
            return None
        if decided and person and issuer and self._is_numbered(kind, issuer, person):
            return None
        of = self._of_whom(start, issuer, officer, by_words=bool(by_words))
        found = self._mention(start, end, kind, f"{self._printed(start)}{of} {named}", issuer or within or self._head)
        behind = issuer is not None and issuer.start > start
        found.second_issuer = _SECOND_OF_PEERS if issuer and behind and self._peer_of(issuer) else None
        return found

    def _of_whom(self, start: int, issuer: Issuer | None, officer: Title | None, *, by_words: bool) -> str:
        """ " của Ban Bí thư": whose paper it is called; "" where the words around it tell that already."""
        if officer:
            return f" của {self.subjects.plain(officer.start, officer.end)}"
        told = issuer and (issuer.start > start or (by_words and not self._is_adopted(start)))
        return f" của {self._called(issuer)}" if issuer and told and not self._is_told_by_last(issuer) else ""

    def _plan_of(self, start: int, begin: int, kind: str) -> re.Match[str] | None:
        """ "ký ban hành kế hoạch tổ chức lễ công bố …": a plan that is issued, as against any for holding something."""
        issued = kind == _PLAN and self.page.low.endswith("ban hành ", 0, start)
        return _HOLDS.match(self.page.low, begin) if issued else None

    def _peer_of(self, issuer: Issuer) -> re.Match[str] | None:
        """The second body of "Bộ Chính trị và Ban Bí thư"."""
        both = issuer.name == _FIRST_OF_PEERS
        return _PEER.search(self.page.low, issuer.start, issuer.end) if both else None

    def _handed(self, start: int, end: int, kind: str, issuer: Issuer | None) -> DocumentMention | None:
        """ "trao quyết định của Bộ Chính trị cho ông X", where the report says what post the body gives him."""
        handed = self._handed_decisions.told(start, issuer) if issuer and issuer.start > start else None
        if not handed or not issuer or self._is_numbered(kind, issuer, handed[0]):
            return None
        self.told[start] = handed[0].name
        return self._mention(start, end, kind, f"{kind} của {self._called(issuer)} {handed[1]}", issuer)

    def _is_told_by_last(self, issuer: Issuer | None) -> bool:
        """Whether the issuer is that of the paper before, which is called without it: "thông qua A và nghị quyết B"."""
        last = self.words.last
        same = last and issuer and issuer.start == last.start and last.issuer == issuer.name
        return bool(same and last and issuer and issuer.name not in (last.name or ""))

    @staticmethod
    def _is_issuer_named(issuer: Issuer | None, start: int) -> bool:
        """Whether "của …" behind the kind names who issued it, as the name of one paper does."""
        return issuer is not None and issuer.start > start

    def _is_shown(self, start: int) -> bool:
        """Whether a caption speaks of it, in words of its own: "… báo cáo Đề án sắp xếp xã tại Hội nghị. Ảnh: N.H"."""
        line = self.page.paragraph_at(start)
        return _CAPTION.search(self.page.low, max(start, line.end - _CREDIT), line.end) is not None

    def _printed(self, start: int) -> str:
        """The kind in the words of the text: Chương trình hành động, Kết luận thanh tra."""
        kind = self.page.at("document_kinds", start)
        label = self.page.lexicon.document_kinds[kind.group()] if kind else ""
        work = _OF_CHECK.match(self.page.low, kind.end()) if kind and label in _ON_CHECKS else None
        return (kind.group() + (work.group() if work else "")).capitalize() if kind else ""

    def _is_adopted(self, start: int) -> bool:
        """ "Quốc hội thông qua Nghị quyết bầu …": it is called without who adopted it."""
        return self.page.low.endswith(("thông qua ", "thông qua: "), 0, start)

    def _needs_no_word(self, start: int, begin: int, kind: str, issuer: Issuer | None) -> bool:
        """Whether what it is about needs no "về" before it: Đề án sắp xếp …, ban hành Quy định tiêu chuẩn …"""
        issued = issuer is not None and issuer.end <= start and self.page.shown[start].isupper()
        named = cue_words("projects").fullmatch(canonical(kind)) or (
            issued and cue_words("rules").fullmatch(canonical(kind))
        )
        if not named or cue_words("no_subject").match(self.page.low, begin):
            return False
        return self.page.low[begin : begin + 1].isalpha() and not self.page.low.startswith("số ", begin)

    def _called(self, issuer: Issuer) -> str:
        """The body or office, with the head of the body where the text names it: Bộ trưởng Bộ Y tế."""
        head = self.page.lexicon.any_of("heads_of_bodies").match(self.page.low, issuer.start)
        whole = head is None or issuer.name in self.page.lexicon.issuing_offices.values()
        name = issuer.name if head is None or whole else f"{self.subjects.plain(*head.span())} {issuer.name}"
        peer = self._peer_of(issuer) if _OF.fullmatch(self.page.low, issuer.start - _OF_WORD, issuer.start) else None
        name += self.page.shown[peer.start() : peer.end()] if peer else ""
        term = _TERM.search(self.page.low, max(issuer.start, issuer.end - _TERM_LENGTH), issuer.end)
        return name + (f" {self.subjects.plain(*term.span())}" if term and term.end() == issuer.end else "")

    def _told_after(self, start: int, end: int, kind: str, issuer: Issuer) -> DocumentMention | None:
        """ "Quyết định của Bộ Chính trị về công tác cán bộ. Theo đó, Bộ Chính trị phân công ông X giữ chức Y"."""
        told, issuer = self.subjects.told_after(end), self.issuers.one_of_both(issuer, end)
        if not told or self._is_numbered(kind, issuer, told[0]):
            return None
        person, words = told
        self.told[start] = person.name
        found = self._mention(start, end, kind, f"{kind} của {self._called(issuer)} {words}", issuer)
        found.second_issuer = _SECOND_OF_PEERS if self._peer_of(issuer) else None
        return found if words else None

    def _is_numbered(self, kind: str, issuer: Issuer, person: PersonMention) -> bool:
        """Whether the text gives the number of the decision: one of that kind and body in a paragraph on the person."""
        return any(
            d.number and d.kind == kind and d.issuer == issuer.name and self._speaks_of(d.start, person.name)
            for d in self._taken
        )

    def _speaks_of(self, place: int, name: str) -> bool:
        paragraph = self.page.paragraph_at(place)
        return self.page.shown.find(name, paragraph.start, paragraph.end) >= 0

    def _mention(self, start: int, end: int, kind: str, name: str, issuer: Issuer | None = None) -> DocumentMention:
        end -= self.page.shown.endswith(" ", start, end)  # before a word that ends what it is about
        evidence = [self.page.evidence(start, end, DESCRIBED, _CONFIDENCE)]
        by = issuer.name if issuer else None
        return DocumentMention(start, end, f"name:{canonical(name)}", kind, name=name, issuer=by, evidence=evidence)

    def _law(self, start: int, end: int, kind: str) -> DocumentMention | None:
        """Luật Cán bộ, công chức 2008; Hiến pháp năm 2013."""
        if self.words.is_bill(start):
            return None
        law = law_title(
            self.page, start, end, (cue_words("ends_subject"), cue_words("ends_law")), cue_words("known_laws")
        )
        found = self._mention(start, law.end, kind, law.name) if law else None
        if found and law:
            found.issued = law.year
        return found
