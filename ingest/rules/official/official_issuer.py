"""Who issued an official document and who signed it, by its signature, its title and its letterhead."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.rules.bodies.issuing_offices import issuer_at
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.official.deciders import decider
from ingest.rules.official.official_ending import Signature
from ingest.rules.official.official_facts import Official
from ingest.rules.official.official_head import Head
from ingest.rules.text.page import Page

_OF = re.compile(r"\scủa\s+")
_COMMA = re.compile(r",\s+")
_CENTRE = "Ban Chấp hành Trung ương Đảng"
_BESIDE = re.compile(r"\s*[-–]\s*")


class OfficialIssuer:
    """`bodies` and `documents` are those of the page in order, without kinds."""

    def __init__(self, page: Page, head: Head, bodies: list[BodyMention], documents: list[DocumentMention]) -> None:
        self._page = page
        self._head = head
        self._bodies = bodies
        self._documents = documents

    def read(self, official: Official, signature: Signature, recitals_end: int) -> None:
        """Who issued it: on whose behalf it is signed, else who says that they decide, else whose letterhead it is."""
        itself = official.itself
        said = decider(self._page, self._head, self._bodies, recitals_end)
        joint = [*self._beside(self._head.body)] if self._head.body else []
        said = None if joint else said
        first, second = (said, signature.behalf) if signature.by_order else (signature.behalf, said)
        titled = next(iter(self._of_title()), None)  # CHƯƠNG TRÌNH HÀNH ĐỘNG / CỦA BỘ CHÍNH TRỊ, signed by nobody
        body = first or second or titled or self._told_beside(itself) or self._head.body
        if not body:
            self._read_issuer_of_title(official)
        if body:
            itself.issuer = body.name
            if body.name not in self._page.lexicon.issuing_offices.values():
                official.bodies.append(body)
            official.relations.append(self._relation(itself, "issuedBy", body, "official-issuer"))
            with_it = [*self._beside(body), *self._in_title_with(body)]
            official.relations += [self._relation(itself, "issuedBy", b, "joint-issuer") for b in with_it]
        if signature.behalf:
            official.relations.append(self._relation(itself, "onBehalfOf", signature.behalf, "signature"))
        if signature.person:
            official.signer = signature.person.name
            words = self._page.evidence(signature.person.start, signature.person.end, "signature")
            official.relations.append(RelationFact(itself.label, "signedBy", signature.person.name, (words,)))
        for person in signature.others if joint else ():
            words = self._page.evidence(person.start, person.end, "joint-signature")
            official.relations.append(RelationFact(itself.label, "signedBy", person.name, (words,)))

    def _told_beside(self, itself: DocumentMention) -> BodyMention | None:
        """Bộ Chính trị of a page about "Quy định số 97-QĐ/TW của Bộ Chính trị" over its words.

        Papers of all bodies of the centre bear the letterhead of the Central Committee.
        """
        over = self._head.body
        if not itself.number or not over or over.name != _CENTRE:
            return None
        same = (d.issuer for d in self._documents if d is not itself and d.number == itself.number)
        told = next((name for name in same if name and name != _CENTRE), None)
        return next((b for b in self._bodies if b.name == told), None)

    def _beside(self, body: BodyMention) -> Iterator[BodyMention]:
        """The bodies that a dash joins to that of the letterhead: VĂN PHÒNG CHÍNH PHỦ - BỘ NỘI VỤ."""
        last = body
        for other in self._bodies[bisect_left(self._bodies, body.end, key=lambda b: b.start) :]:
            if body.start >= self._head.end or not _BESIDE.fullmatch(self._page.low, last.end, other.start):
                return
            last = other
            yield other

    def _in_title_with(self, body: BodyMention) -> Iterator[BodyMention]:
        """The Ban Bí thư of KẾT LUẬN / CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ, which Bộ Chính trị signs."""
        named = self._of_title()
        if body.name in {b.name for b in named}:
            yield from (b for b in named if b.name != body.name)

    def _of_title(self) -> list[BodyMention]:
        """The bodies that the title names right behind its kind: NGHỊ QUYẾT / CỦA BAN THƯỜNG VỤ TỈNH ỦY."""
        title = self._head.title
        kind = self._page.lexicon.any_of("document_kinds").match(self._page.low, title.start, title.end)
        of = _OF.match(self._page.low, kind.end(), title.end) if kind else None
        place = of.end() if of else -1
        named: list[BodyMention] = []
        while place >= 0 and (each := next((b for b in self._bodies if b.start == place), None)):
            named.append(each)
            comma = _COMMA.match(self._page.low, each.end, title.end)
            place = comma.end() if comma else -1
        return named

    def _read_issuer_of_title(self, official: Official) -> None:
        """SẮC LỆNH / CỦA CHỦ TỊCH CHÍNH PHỦ …: who issued it by its title alone."""
        itself, title = official.itself, self._head.title
        of = _OF.search(self._page.low, title.start, title.end)
        issuer = issuer_at(self._page, self._bodies, of.end()) if of else None
        if issuer and not itself.issuer:
            itself.issuer = issuer.name
            words = self._page.evidence(issuer.start, issuer.end, "issuer-of-title")
            official.relations.append(RelationFact(itself.label, "issuedBy", issuer.name, (words,)))

    def _relation(self, itself: DocumentMention, predicate: str, body: BodyMention, rule: str) -> RelationFact:
        return RelationFact(itself.label, predicate, body.name, (self._page.evidence(body.start, body.end, rule),))
