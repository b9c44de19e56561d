"""Who issued a document, where a verb of the sentence says it: ban hành, thông qua, "tại Quyết định …, X …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.facts import Evidence, RelationFact
from ingest.rules.bodies.issuing_offices import ADVERBS, Issuer, issuer_at, office_ending_with
from ingest.rules.documents.adoption import ADOPTED, ADOPTS
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.issuers_before import DEPUTY, issuer_before, last_named, past_holder
from ingest.rules.relations.issuing_several import of_several
from ingest.rules.relations.issuing_titles import code_of, may_issue, of_title
from ingest.rules.relations.scene import Scene, first_after, last_before
from ingest.rules.text.page import Span
from ontology.text import canonical

_ACT = 300  # characters in which what a body decides is told
_MOST = 24  # documents of one list
_LOOK = 12  # bodies back from a document
_TITLE = 200  # characters of the title of a document
_NEAR = 12  # characters between the verb and the document
_DECIDED = ("Quyết định", "Nghị quyết", "Kết luận", "Thông báo", "Chỉ thị", "Công văn", "Kế hoạch")
_GIVES = re.compile(rf"{ADVERBS.pattern}(?:có|ra|gửi|phát hành|xây dựng) (?:các )?(?:[^\W\d_]+ [^\W\d_]+ số )?")
# ký Quyết định …; ký thay Thủ tướng ban hành Nghị định …
FOR_ANOTHER = r"(?:thay (?:mặt )?(?:thủ tướng(?: chính phủ)?|bộ trưởng|chủ tịch)\s+)?"
_TO_DOCUMENT = re.compile(rf"\s+{FOR_ANOTHER}(?:ban hành\s+)?(?:các\s+|bản\s+)?")
_SIGNED_FOR = 44  # characters between the word for signing and the document
DECIDES = re.compile(
    r",? (?:đã |vừa |cũng )?(?:quyết định|quyết nghị|bổ nhiệm|điều động|phân công|chỉ định|chuẩn y|phê chuẩn"
    r"|thống nhất|luân chuyển|phê duyệt|thành lập|giao|kỷ luật|thi hành kỷ luật|cách chức|miễn nhiệm|cho thôi"
    r"|tiếp nhận|cử|cho nghỉ|cho (?:ông|bà|đồng chí)|kéo dài|kiện toàn|bãi nhiệm|tạm đình chỉ|đình chỉ|hợp nhất"
    r"|sáp nhập|xóa tư cách|bầu|thăng|thông báo|hướng dẫn|kết luận|truyền đạt|ban hành|khai trừ|khiển trách|cảnh cáo"
    r"|đồng ý|yêu cầu|nêu rõ|chỉ rõ|xác định|quy định|tặng|trao tặng|truy tặng|khen thưởng)(?!\w)"
)
_PEERS = ("Bộ Chính trị", "Ban Bí thư")
_PEER = re.compile(r"(?:,| và) ban bí thư(?: trung ương(?: đảng)?)?(?!\w)")
_FIRST_PEER, _PEER_REACH = re.compile(r"(?<!\w)bộ chính trị(?:,| và) $"), 20
_OF_CONGRESS = re.compile(r"(?<!\w)đại hội(?!\w)")  # whose resolution nobody issues who acts by it
_BY_DECISION = re.compile(r"(?<!\w)(?:tại|bằng|theo) (?:các |hai |ba )?quyết định (?:số )?$")
_TERM = re.compile(r",? khóa (?:[ivx]{1,6}|\d{1,2})(?!\w)")
_LISTED = re.compile(r"(?: \([^()\n]{2,60}\))?\s*(?:,|;|và|, và)\s*(?:số )?")
_TITLE_AND = re.compile(
    r" (?:về|điều động|phân công|bổ nhiệm|chuẩn y|chỉ định|phê chuẩn|miễn nhiệm)[^.;:\n]{3,240}? và "
)
_ITEM = re.compile(r",? (?:về|quy định|sửa đổi|hướng dẫn|ban hành) [^.;:\n]{3,240}(?:; (?:và )?|,? và )")
_AND_BEHIND_TITLE = re.compile(r" về [^.;:\n]{3,160}? và ")
_BY = re.compile(r"\)?,?\s(?:đã |vừa )?(?:được|do)\s")
_BY_AFTER_TITLE = re.compile(r" về [^.;:\n]{3,}?\s(?:đã |vừa )?được\s")
_MADE = re.compile(rf"{ADVERBS.pattern[:-1]}? (?:ban hành|thông qua|ký ban hành)(?!\w)")
_MADE_ON = re.compile(r"[\s,(]*(?:vào )?(?:ngày )?")
_PASSIVE = re.compile(r"(?<!\w)(?:đã |vừa |mới )?được(?= )(?!.* được )")
_HOLDER = 140  # characters of the name and titles of who signs
_CLAUSE = re.compile(r"[;:\n]|, (?!về )")
_BEHALF = re.compile(r"(?<!\w)(?:thay mặt|thừa lệnh|thừa ủy quyền)(?: cho)?\s")
_PROPOSED = re.compile(
    r"(?:đề nghị|đề xuất|kiến nghị|ý kiến|báo cáo|kết luận|chỉ đạo|quy định|yêu cầu|hướng dẫn|chủ trương|tinh thần"
    r"|thông báo|quyết định) của $"
)
_OF_OFFICE, _OFFICE = re.compile(r"-CV/VP"), "Văn phòng "
_AT = re.compile(r"(?: \([^()]{1,40}\))? tại ")
_HEAD_OF = re.compile(r"(?<!\w)(?:trưởng|bí thư|chủ tịch|chủ nhiệm|giám đốc)\s$")  # X, Trưởng Ban Chỉ đạo …, ký
_FIRST_OF_IT = "thường trực "  # of the Secretariat a person, of a committee a body
_HEAD_WORD = 12  # characters before a body


def issued_by(scene: Scene, sentence: Span) -> Iterator[RelationFact]:
    """Every document of the sentence whose issuer a verb tells; none beside the one that "của …" tells."""
    if not any(d.issuer is None for d in scene.documents):
        return
    readers = (
        _issues,
        _adopts,
        _gives,
        _is_issued,
        _decides,
        _decides_behind_title,
        _decided_in,
        _proposes,
        _on_behalf,
        _office_signs,
        _body_signs,
    )
    for read in (*readers, of_several, of_title):
        for document, issuer, evidence in read(scene, sentence):
            for each in (
                document,
                *(joined(scene, document) or _titled(scene, document) or items_behind(scene, document)),
            ):
                if each.issuer is None and each.issuer_told in (None, issuer.name):
                    yield RelationFact(each.label, "issuedBy", issuer.name, (evidence,))


def _titled(scene: Scene, first: DocumentMention) -> list[DocumentMention]:
    """The second of "ban hành Quyết định số 15-QĐNS/TW điều động … và Quyết định số 16-QĐNS/TW": one of its code."""
    index = bisect_left(scene.documents, first.end, key=lambda d: d.start)
    near = (d for d in scene.documents[index : index + _LOOK] if d.start < first.end + _ACT)  # some stand in the title
    following = next((d for d in near if d.number and code_of(d) == code_of(first)), None) if first.number else None
    title = _TITLE_AND.fullmatch(scene.page.low, first.end, following.start) if following else None
    return [following] if following and title and following.kind == first.kind else []


def items_behind(scene: Scene, first: DocumentMention) -> list[DocumentMention]:
    """Those of its code that semicolons part from it: "ban hành Nghị quyết số 45-NQ/TW về …; Nghị quyết số 42 …"."""
    found, last = [], first
    index = bisect_left(scene.documents, first.end, key=lambda d: d.start)
    for document in scene.documents[index : index + _MOST]:
        alike = document.number and document.kind == first.kind and code_of(document) == code_of(first)
        if not alike or not _ITEM.fullmatch(scene.page.low, last.end, document.start):
            break
        found.append(document)
        last = document
    return found


def joined(scene: Scene, first: DocumentMention) -> list[DocumentMention]:
    """Those of its kind that "và" or a comma joins to a document: "ký Quyết định số 25/QĐ-CTN và Quyết định số 26"."""
    found, last = [], first
    index = bisect_left(scene.documents, first.end, key=lambda d: d.start)
    for document in scene.documents[index : index + _MOST]:
        alike = bool(document.number) == bool(first.number) and document.kind == first.kind
        if not alike or not _LISTED.fullmatch(scene.page.low, last.end, document.start):
            break
        found.append(document)
        last = document
    return found


_Found = Iterator[tuple[DocumentMention, Issuer, Evidence]]
_OF_ASSEMBLY = re.compile(r"/(?:QH|UBTVQH)\d+$|/NQ-HĐND$")
_AND_ADOPTS = re.compile(r"[;,](?: và)? |,? và ")
_OPENS = re.compile(r"[\W_]*(?:trong|tại) $")
_TITLED = re.compile(r"\)?,? (?:(?:được )?ban hành )?(?:về việc|về|quy định|v/v) ")
_COMMA = re.compile(r", ")
_LETTER = "Công văn"
_ASKS = re.compile(r",? (?:đã )?(?:đề nghị|yêu cầu)(?!\w)")


def _issues(scene: Scene, sentence: Span) -> _Found:
    """ "Ban Bí thư đã ban hành Quy định số 67-QĐ/TW": the issuer next before the verb, the document next after it."""
    for cue in scene.said("issues", sentence):
        signed = scene.cue("signs", Span(max(sentence.start, cue.start() - 3), cue.end()))
        if signed or scene.page.is_after("passive", cue.start()):
            continue  # "ký ban hành" is what a person does; "… được ban hành, thay thế …" says nothing of the second
        yield from _before_and_after(scene, cue.start(), cue.end(), "body-issues-document")


def _adopts(scene: Scene, sentence: Span) -> _Found:
    """ "Quốc hội đã biểu quyết thông qua Nghị quyết số 202/2025/QH15"."""
    low, last = scene.page.low, None
    for cue in ADOPTS.finditer(low, sentence.start, sentence.end):
        for found in _before_and_after(scene, cue.start(), cue.end(), "body-adopts-document"):
            if found[0].kind in ADOPTED and not scene.page.is_planned(cue.start()):
                last = found
                yield found
                yield from _adopts_with(scene, found)
        more = first_after(scene.documents, cue.end(), _NEAR) if last else None
        if last and more and more.kind in ADOPTED and _AND_ADOPTS.fullmatch(low, last[0].end, cue.start()):
            last = (more, last[1], scene.page.evidence(cue.start(), more.end, "body-adopts-document"))
            yield last  # "… thông qua Kết luận A; thông qua Nghị quyết B"


def _adopts_with(scene: Scene, found: tuple[DocumentMention, Issuer, Evidence]) -> _Found:
    """The one that follows a paper without a number: "thông qua Nghị quyết về … và Nghị quyết số 5/2025/QH15"."""
    document, issuer, _ = found
    following = first_after(scene.documents, document.end, _NEAR) if document.number is None else None
    if following and following.number and _LISTED.fullmatch(scene.page.low, document.end, following.start):
        if _OF_ASSEMBLY.search(following.number) and may_issue(scene, following, issuer):
            yield following, issuer, scene.page.evidence(issuer.start, following.end, "body-adopts-document")


def _before_and_after(scene: Scene, start: int, end: int, rule: str) -> _Found:
    document = first_after(scene.documents, end, _NEAR)
    issuer = issuer_before(scene, start) if document else None
    if document and issuer:
        first = _FIRST_PEER.search(scene.page.low, max(0, issuer.start - _PEER_REACH), issuer.start)
        if first and issuer.name == _PEERS[1]:
            yield document, Issuer(_PEERS[0], *first.span()), scene.page.evidence(first.start(), end, rule)
        yield document, issuer, scene.page.evidence(issuer.start, document.end, rule)


def _gives(scene: Scene, sentence: Span) -> _Found:
    """ "Ủy ban nhân dân tỉnh đã có Công văn số 12/UBND-NC"."""
    for document in scene.documents:
        body = last_named(scene, document.start) if document.number else None
        if body and not body.is_kind and _GIVES.fullmatch(scene.page.low, body.end, document.start):
            issuer = issuer_before(scene, body.end + 1)
            if issuer:
                yield document, issuer, scene.page.evidence(issuer.start, document.end, "body-gives-document")


def _is_issued(scene: Scene, sentence: Span) -> _Found:
    """ "Nghị quyết số 18-NQ/TW được Ban Chấp hành Trung ương thông qua ngày …": with the day, if it has none."""
    for document, following in zip(scene.documents, [*scene.documents[1:], None], strict=True):
        limit = min(following.start if following else sentence.end, document.end + _TITLE)
        by = _BY.match(scene.page.low, document.end) or _BY_AFTER_TITLE.match(scene.page.low, document.end, limit)
        issuer = issuer_at(scene.page, scene.bodies, by.end()) if by else None
        made = _MADE.match(scene.page.low, issuer.end) if issuer else None
        if issuer and made:
            day = first_after(scene.dates, made.end(), _NEAR)
            if day and not document.issued and _MADE_ON.fullmatch(scene.page.low, made.end(), day.start):
                document.issued = day.iso(scene.year)
            yield document, issuer, scene.page.evidence(document.start, made.end(), "document-issued-by-body")


def _decides(scene: Scene, sentence: Span) -> _Found:
    """ "Tại Quyết định số 12-QĐ/TW, Bộ Chính trị quyết định …": who acts in the document, or documents, issued it."""
    opened: list[DocumentMention] = []
    for document in scene.documents:
        if not opened or not _LISTED.fullmatch(scene.page.low, opened[-1].end, document.start):
            opened = []
        if opened or opens_act(scene, document):
            opened.append(document)
        comma = opened and scene.page.low.startswith(", ", document.end)
        issuer = issuer_at(scene.page, scene.bodies, document.end + 2) if comma else None
        peer = _PEER.match(scene.page.low, issuer.end) if issuer and issuer.name == _PEERS[0] else None
        if issuer and DECIDES.match(scene.page.low, peer.end() if peer else past_holder(scene, issuer.end)):
            both = (issuer, Issuer(_PEERS[1], peer.start(), peer.end())) if peer else (issuer,)
            for each in (d for d in opened if d.number or not _OF_CONGRESS.search(canonical(d.name or ""))):
                for one in both:
                    yield each, one, scene.page.evidence(each.start, one.end, "body-decides-in-document")


def _decides_behind_title(scene: Scene, sentence: Span) -> _Found:
    """ "Trong Kết luận số 178 về …, Bộ Chính trị giao …": who acts behind the title of what opens the sentence."""
    low, first = scene.page.low, scene.documents[0]
    opens = first.number and _OPENS.fullmatch(low, sentence.start, first.start)
    if not opens or not _TITLED.match(low, first.end):
        return
    for comma in _COMMA.finditer(low, first.end, min(sentence.end, first.end + _ACT)):
        issuer = issuer_at(scene.page, scene.bodies, comma.end())
        peer = _PEER.match(low, issuer.end) if issuer and issuer.name == _PEERS[0] else None
        end = peer.end() if peer else past_holder(scene, issuer.end) if issuer else 0
        if issuer and (DECIDES.match(low, end) or (first.kind == _LETTER and _ASKS.match(low, end))):
            _date_behind_title(scene, first, comma.start())
            for one in (issuer, Issuer(_PEERS[1], peer.start(), peer.end())) if peer else (issuer,):
                yield first, one, scene.page.evidence(first.start, one.end, "body-decides-in-document")
            return


def _date_behind_title(scene: Scene, document: DocumentMention, end: int) -> None:
    """Adds the day with which a title ends: "Công văn số 59-CV/BCĐ về việc … ngày 12/9/2025, …"."""
    day = last_before(scene.dates, end, 0)
    document.issued = document.issued or (day.iso(scene.year) if day else None)


def opens_act(scene: Scene, document: DocumentMention) -> bool:
    """Whether the words before say that somebody acts in it: tại Nghị quyết …, theo Quyết định số 12 và …"""
    if _BY_DECISION.search(scene.page.low, max(0, document.start - 30), document.start):
        return True
    by = document.kind in _DECIDED and scene.page.is_after("by_decision", document.start)
    return by or scene.page.is_after("in_decision", document.start)


def _decided_in(scene: Scene, sentence: Span) -> _Found:
    """ "Ban Bí thư đã chuẩn y ông X giữ chức … tại Quyết định số 12-QĐNS/TW": who acts by the verb issued it."""
    for document in scene.documents:
        if not document.number or not scene.page.is_after("in_decision", document.start):
            continue
        index = bisect_left(scene.bodies, document.start, key=lambda b: b.start)
        acting = (b for b in reversed(scene.bodies[max(0, index - _LOOK) : index]) if not b.is_kind)
        body = next((b for b in acting if DECIDES.match(scene.page.low, _past_term(scene, b.end))), None)
        issuer = _issuer_of(scene, body) if body else None
        between = scene.page.low[body.end : document.start] if body else ";"
        if issuer and ";" not in between and len(between) < _ACT:
            yield document, issuer, scene.page.evidence(issuer.start, document.end, "body-decides-in-document")


def _past_term(scene: Scene, end: int) -> int:
    """Where "khóa XIII" ends, if it follows right there."""
    term = _TERM.match(scene.page.low, end)
    return term.end() if term else end


def _issuer_of(scene: Scene, body: BodyMention) -> Issuer:
    return office_ending_with(scene.page, body) or Issuer(body.name, body.start, body.end)


def _proposes(scene: Scene, sentence: Span) -> _Found:
    """ "xét đề nghị của Bộ Nội vụ tại Tờ trình số 26/TTr-BNV"."""
    for document in scene.documents:
        body = last_before(scene.bodies, document.start, _NEAR)
        if not body or body.is_kind or not _AT.fullmatch(scene.page.low, body.end, document.start):
            continue
        if _OF_OFFICE.search(document.number or "") and not body.name.startswith(_OFFICE):
            continue  # ý kiến của Ban Bí thư tại Công văn số 12-CV/VPTW: the office wrote it
        if _PROPOSED.search(scene.page.low, max(sentence.start, body.start - 20), body.start):
            issuer = Issuer(body.name, body.start, body.end)
            for each in (document, *_joined_behind_title(scene, document)):
                yield each, issuer, scene.page.evidence(body.start, document.end, "body-proposes-in-document")


def _joined_behind_title(scene: Scene, first: DocumentMention) -> Iterator[DocumentMention]:
    """The second of "chủ trương của Bộ Chính trị tại Quy định số 41 về … và Thông báo số 20"."""
    following = first_after(scene.documents, first.end, _TITLE)
    joined = following and _AND_BEHIND_TITLE.fullmatch(scene.page.low, first.end, following.start)
    if following and joined and following.number and first.number:
        yield following


def _on_behalf(scene: Scene, sentence: Span) -> _Found:
    """ "Thay mặt Bộ Chính trị, ông X đã ký ban hành Quy định số 144-QĐ/TW"."""
    for behalf in _BEHALF.finditer(scene.page.low, sentence.start, sentence.end):
        issuer = issuer_at(scene.page, scene.bodies, behalf.end())
        cue = next((c for c in scene.said("signs", sentence) if issuer and c.start() > issuer.end), None)
        document = first_after(scene.documents, cue.end(), _SIGNED_FOR) if cue else None
        if issuer and document and cue and _TO_DOCUMENT.fullmatch(scene.page.low, cue.end(), document.start):
            yield document, issuer, scene.page.evidence(issuer.start, document.end, "signed-on-behalf-of-body")
        elif issuer and (signed := signed_in_passive(scene, behalf.start(), sentence)):
            yield signed, issuer, scene.page.evidence(signed.start, issuer.end, "signed-on-behalf-of-body")


def _body_signs(scene: Scene, sentence: Span) -> _Found:
    """ "Ban Thường vụ Tỉnh ủy đã ký Quyết định số 12-QĐ/TU": a body that signs issues."""
    for cue in scene.said("signs", sentence):
        body = last_before(scene.bodies, cue.start(), _NEAR)
        document = first_after(scene.documents, cue.end(), _NEAR) if body and not body.is_kind else None
        if body and document and document.number and ADVERBS.fullmatch(scene.page.low, body.end, cue.start()):
            headed = _HEAD_OF.search(scene.page.low, max(0, body.start - _HEAD_WORD), body.start)
            first = body.name == _PEERS[1] and scene.page.low.endswith(_FIRST_OF_IT, 0, body.start)
            if not headed and not first and not office_ending_with(scene.page, body):
                issuer = Issuer(body.name, body.start, body.end)
                yield document, issuer, scene.page.evidence(body.start, document.end, "body-signs-document")


def signed_in_passive(scene: Scene, place: int, sentence: Span) -> DocumentMention | None:
    """The document of "Quy định số 102-QĐ/TW về … vừa được ông X (thay mặt Bộ Chính trị) ký ban hành"."""
    passive = _PASSIVE.search(scene.page.low, max(sentence.start, place - _HOLDER), place)
    document = last_before(scene.documents, passive.start(), _TITLE) if passive else None
    clean = document and passive and not _CLAUSE.search(scene.page.low, document.end, passive.start())
    return document if clean else None


def _office_signs(scene: Scene, sentence: Span) -> _Found:
    """ "Thủ tướng Chính phủ vừa ký Quyết định số 12/QĐ-TTg": an office that signs without a name issues."""
    for cue in scene.said("signs", sentence):
        document = first_after(scene.documents, cue.end(), _NEAR)
        offices = scene.page.found("issuing_offices", Span(sentence.start, cue.start()))
        if not document or not document.number or not offices:
            continue
        office = offices[-1]
        deputy = DEPUTY.search(scene.page.low, max(0, office.start() - 10), office.start())
        if not deputy and ADVERBS.fullmatch(scene.page.low, office.end(), cue.start()):
            name = scene.page.lexicon.issuing_offices[office.group()]
            evidence = scene.page.evidence(office.start(), document.end, "office-signs-document")
            yield document, Issuer(name, office.start(), office.end()), evidence
