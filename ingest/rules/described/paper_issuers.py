"""Whose a paper without a number is: the body or office before the word for issuing, the council that adopts it."""

import re
from bisect import bisect_left

from ingest.lexicon import one_of
from ingest.rules.bodies.issuing_offices import ADVERBS, Issuer, issuer_at, office_before, office_ending_with
from ingest.rules.described.document_subjects import SubjectReader, cue_words_with
from ingest.rules.described.paper_words import JOINED, PaperWords
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.posts.titles import Titles
from ingest.rules.text.list_leads import list_lead
from ingest.rules.text.page import Page, Span

_WORD_REACH = 60  # characters before a kind in which the word stands that issues it
_SENTENCE = 900  # characters of a sentence in which what is adopted is listed
_RESOLUTION = "Nghị quyết"
_THIS_BODY = re.compile(r"(?<!\w)(?:cơ quan|đơn vị|ủy ban|ban) này $")
_LINES = 6  # of a list without marks
# Đoàn kiểm tra của Bộ Chính trị, Ban Bí thư
_OWNER = re.compile(r"(?<!\w)đoàn [^.;\n]{2,40}?của (?:[^.;\n]{3,20}, )?$")
_PEERS = re.compile(r"(?<!\w)bộ chính trị(?:,| và) ban bí thư(?: trung ương(?: đảng)?)?$")
_DECIDERS = ("Bộ Chính trị", "Ban Bí thư")
_THEREBY = re.compile(r"(?<!\w)(?:theo đó|cụ thể)(?!\w)")
_TOLD_REACH = 600  # characters in which a decision goes on to be told
_BOTH = re.compile(r"bộ chính trị(?:,| và) ban bí thư")
# … quyết định của Bộ Chính trị, Ban Bí thư về công tác cán bộ. Theo đó, Ban Bí thư chuẩn y …
_ONE_OF_BOTH = re.compile(
    r"(?:theo đó|cụ thể),? (?P<who>bộ chính trị|ban bí thư)(?: trung ương(?: đảng)?)?(?! và|,| trung ương)"
)
_LAID_BEFORE = ("Tờ trình", "Báo cáo", "Đề án")
_STANDING = ("Ban Thường vụ", "Thường trực", "Ban Thường trực")
_ADOPTS = one_of(("thông qua", "quyết nghị", "tán thành"))
_SESSION = one_of(("kỳ họp", "đại biểu"))
_OF_ASSEMBLY, _ASSEMBLY = "đại biểu quốc hội có mặt", "Quốc hội"
_DECISION = "Quyết định"
# tổ chức lễ công bố quyết định của Bộ Chính trị về công tác cán bộ. Tại buổi lễ, Ban Tổ chức Trung ương đã công bố …
_CEREMONY = re.compile(r"(?<!\w)(?:lễ|hội nghị) (?:công bố|trao|công bố,? và trao)(?: các)? quyết định của ")
_SCENE = 2_000  # characters in which a report tells of one ceremony
_AT_CEREMONY = re.compile(r"\W*tại (?:buổi lễ|lễ công bố|hội nghị),? (?![^.;\n]{0,80}(?:chủ tịch nước|thủ tướng))")
_OF_PAPER = re.compile(r"(?:nghị quyết|luật|pháp lệnh)(?: số)? \d[^\s,;]* của $")
_LOOK = 12  # bodies back from the word for adopting


class PaperIssuers:
    """Reads a page; bodies are in order of place."""

    def __init__(
        self, page: Page, bodies: list[BodyMention], titles: Titles, subjects: SubjectReader, words: PaperWords
    ) -> None:
        self._page, self._bodies, self._titles = page, bodies, titles
        self._subjects, self._words = subjects, words

    def issuing(self, start: int) -> tuple[Issuer, str] | None:
        """The body or office before the word for issuing, and that word: "Ban Bí thư đã có thông báo về …"."""
        first = max(0, start - _WORD_REACH)
        issues = cue_words_with("issues_before", r":?\s+$").search(self._page.low[first:start])
        place = first + issues.start() if issues else start
        index = bisect_left(self._bodies, place, key=lambda b: b.start) - 1
        body = self._bodies[index] if index >= 0 else None
        near = self._page.low[max(0, body.start - _WORD_REACH) : body.start] if body else ""
        owner = "đoàn " in near and _OWNER.search(near)
        by_holder = body and issues and "ký" in issues.group() and self._is_in_title(body)
        if issues and body and _THIS_BODY.search(self._page.low, max(body.end, place - _WORD_REACH), place):
            return Issuer(body.name, body.start, body.end), issues.group()
        if issues and body and not owner and not by_holder and ADVERBS.fullmatch(self._page.low, body.end, place):
            peer = _PEERS.search(self._page.low, max(0, body.start - _WORD_REACH), body.end)
            if peer:  # Bộ Chính trị, Ban Bí thư đã công bố quyết định …: the first of both
                return Issuer(_DECIDERS[0], peer.start(), body.end), issues.group()
            return office_ending_with(self._page, body) or Issuer(body.name, body.start, body.end), issues.group()
        office = office_before(self._page, self._subjects.before_name(place)) if issues else None
        return (office, issues.group()) if issues and office else None

    def _is_in_title(self, body: BodyMention) -> bool:
        """Bí thư Thành ủy đã ký quyết định …: who signs is the holder of an office."""
        title = self._titles.ending(body.start, body.end)
        return title is not None and title.start < body.start

    def is_laid_before(self, body: Issuer) -> bool:
        """ "trình Ban Bí thư xem xét, ban hành Quy định về …": it has issued nothing yet."""
        before = self._page.low[max(0, body.start - _WORD_REACH) : body.start].rstrip()
        return bool(cue_words_with("lays_before", "$", r"(?<!\w)").search(before))

    def before(self, start: int, kind: str) -> Issuer | None:
        """The body or office that issues it: others announce what is decided, or adopt what is laid before them."""
        issuer, word = self.issuing(start) or (None, "")
        if issuer is None or (kind in _LAID_BEFORE and "thông qua" in word):
            return None
        offices = self._page.lexicon.issuing_offices.values()
        decides = issuer.name in _DECIDERS or issuer.name.startswith(_STANDING) or issuer.name in offices
        return issuer if decides or "công bố" not in word else None

    def of_last(self, start: int, kind: str) -> Issuer | None:
        """ "trao Quyết định của Bộ Chính trị điều động … và quyết định chuẩn y …": the second has the same."""
        last = self._words.last
        joined = last and last.kind == kind and JOINED.fullmatch(self._page.low, last.end, start)
        return Issuer(last.issuer, last.start, last.end) if last and last.issuer and joined else None

    def one_of_both(self, issuer: Issuer, place: int) -> Issuer:
        """Of "Bộ Chính trị, Ban Bí thư" the one that the words behind the place say to decide: "Theo đó, …"."""
        low = self._page.low
        thereby = _THEREBY.search(low, place, place + _TOLD_REACH) if _BOTH.match(low, issuer.start) else None
        told = _ONE_OF_BOTH.match(low, thereby.start()) if thereby else None
        name = next((d for d in _DECIDERS if told and d.lower() == told["who"]), None)
        return Issuer(name, told.start("who"), told.end()) if name and told else issuer

    def adopted_by(self, document: DocumentMention) -> str | None:
        """The council in whose session a resolution is adopted: "Tại Kỳ họp của HĐND xã, các đại biểu thông qua …"."""
        if document.kind != _RESOLUTION:
            return None
        sentence = list_lead(self._page, document.start) or self._page.sentence_at(document.start)
        place = min(document.start, sentence.end)
        cue = _ADOPTS.search(self._page.low, max(sentence.start, place - _SENTENCE), place)
        if not cue and (lead := self._line_that_opens(document.start)):
            sentence, place = lead, lead.end
            cue = _ADOPTS.search(self._page.low, lead.start, lead.end)
        if not cue:
            return None
        if _OF_ASSEMBLY in self._page.low[sentence.start : cue.start()]:
            return _ASSEMBLY
        index = bisect_left(self._bodies, cue.start(), key=lambda b: b.start)
        if _SESSION.search(self._page.low, sentence.start, cue.start()):  # "kỳ họp đã thông qua": of the council before
            before = (b for b in reversed(self._bodies[max(0, index - _LOOK) : index]) if b.form == "council")
            body = next((b for b in before if not self._is_of_paper(b)), None)
        else:
            body = self._bodies[index - 1] if index and self._bodies[index - 1].start >= sentence.start else None
        return body.name if body and body.form == "council" else None

    def of_ceremony(self, document: DocumentMention) -> str | None:
        """Whose decision is announced "tại buổi lễ": that of the body of whose decisions the ceremony is, if of one."""
        sentence = self._page.sentence_at(document.start)
        if document.kind != _DECISION or not _AT_CEREMONY.match(self._page.low, sentence.start):
            return None
        before = _CEREMONY.finditer(self._page.low, max(0, sentence.start - _SCENE), sentence.start)
        told = (issuer_at(self._page, self._bodies, m.end()) for m in before)
        issuers = {issuer.name for issuer in told if issuer}
        return issuers.pop() if len(issuers) == 1 else None

    def _is_of_paper(self, body: BodyMention) -> bool:
        """ "theo Nghị quyết 98 của Quốc hội"."""
        return _OF_PAPER.search(self._page.low, max(0, body.start - _WORD_REACH), body.start) is not None

    def _line_that_opens(self, start: int) -> Span | None:
        """The line "Kỳ họp thông qua các nghị quyết về …:" of which a line that begins with a resolution is one."""
        index = self._page.paragraph_index(start)
        if self._page.paragraphs[index].start != start:
            return None
        before = reversed(self._page.paragraphs[max(0, index - _LINES) : index])
        return next((line for line in before if self._page.low.endswith(":", line.start, line.end)), None)
