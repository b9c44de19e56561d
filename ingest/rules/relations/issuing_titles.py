"""Who issued a document, where the text says it behind the title, or once for all of a list that follows.

"Quy định số 102-QĐ/TW về xử lý kỷ luật đảng viên vi phạm của Bộ Chính trị" names an issuer only where the number may be
its: "… về chức năng, nhiệm vụ của Bộ Nội vụ" does not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.facts import Evidence, RelationFact
from ingest.rules.bodies.issuing_offices import Issuer, issuer_at
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.scene import Scene, last_before
from ingest.rules.text.page import Span

_TITLE = re.compile(
    r"\s*(?:\([^()\n]{1,40}\)\s*)?,?\s*(?:ngày [\d/.-]{3,10},? )?"
    r"(?:(?:về|quy định(?: về)?|hướng dẫn|ban hành|sửa đổi,? bổ sung)\s|[“\"])"
)
_OF = re.compile(r"[”\"]?\s(?:của|do)\s")
_REACH = 260  # characters of a title
_ENDS = re.compile(r"\s*(?:[.,;:)\n”]|\(|$|(?:khóa|và|có|được|đã|ban hành|quy định|nêu|là|ngày)(?!\w))")
# What is of the body itself, so that the words do not say who issued: lãnh đạo, nhiệm vụ, quy chế làm việc của …
_OWN = re.compile(
    r"(?<!\w)(?:lãnh đạo|chỉ đạo|nhiệm vụ|quyền hạn|hoạt động|làm việc|tổ chức|bộ máy|công tác|trách nhiệm|ý kiến"
    r"|thẩm quyền|nghị quyết|kết luận|chỉ thị|quyết định|quy định|thông báo|quản lý|ủy quyền|thành viên|đề nghị"
    r"|chủ trương|chức năng|diện|báo cáo|tờ trình|cơ quan|đảng viên là cán bộ)$"
)
_SERIAL = re.compile(r"^\d+[a-z]?")
_SUFFIX = re.compile(r"[-/]([a-zđ]{2,8})\d{0,2}$", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) $")
_WORD = 8  # characters before a kind in which stands of how many documents it is said
_BY = re.compile(r"\s(?:của|do)\s")
# With what the sentence on one of them begins: "Cụ thể, Nghị quyết số …", "- Nghị quyết số …", "Tại Nghị quyết số …"
_OPENS = re.compile(
    r"[\W_]*(?:(?:\d{1,2}|[a-zđ])[.)]\s*)?"
    r"(?:(?:cụ thể|theo đó|trong đó|bao gồm|gồm|đó là|đồng thời|cùng với đó|ngoài ra)[,:]?\s+)?"
    r"(?:(?:tại|theo|có|là)\s+)?"
)
_MOST = 24  # documents of such a list

_TITLED = re.compile(r",? về [^.;:\n]{3,160}?(?:,| và|, và)\s")

Found = Iterator[tuple[DocumentMention, Issuer, Evidence]]


def of_title(scene: Scene, sentence: Span) -> Found:
    """ "Quy định số 102-QĐ/TW về … của Bộ Chính trị": an issuer behind the title, of the code that the number bears."""
    low = scene.page.low
    free = 0  # from which document on none has an issuer behind its title yet
    for index, document in enumerate(scene.documents):
        title = _TITLE.match(low, document.end) if document.number and not document.issuer else None
        if not title:
            continue
        following = scene.documents[index + 1].start if index + 1 < len(scene.documents) else sentence.end
        limit = min(sentence.end, title.end() + _REACH)
        for of in _OF.finditer(low, title.end(), limit):
            issuer = issuer_at(scene.page, scene.issuers, of.end())
            own = _OWN.search(low[title.start() : of.start()])
            inside = last_before(scene.documents, of.start(), 0)
            if ";" in low[title.end() : of.start()] or of.start() > following:
                break
            if (
                issuer
                and not own
                and not inside
                and may_issue(scene, document, issuer)
                and _ENDS.match(low, issuer.end)
            ):
                for each in (document, *_listed_before(scene, free, index)):
                    yield each, issuer, scene.page.evidence(each.start, issuer.end, "issuer-behind-title")
                free = index + 1
                break


def _listed_before(scene: Scene, first: int, index: int) -> Iterator[DocumentMention]:
    """Those from the `first` on that "và" joins to one, with their own titles: "Quy định số 7-QĐi/TW, về …, và …"."""
    document = scene.documents[index]
    for before in reversed(scene.documents[max(first, index - _MOST) : index]):
        joined = before.number and not before.issuer and _code(before) == _code(document)
        if not joined or not _TITLED.fullmatch(scene.page.low, before.end, document.start):
            return
        yield before
        document = before


def _code(document: DocumentMention) -> tuple[str, str]:
    suffix = _SUFFIX.search(document.number or "")
    return document.kind, suffix[1] if suffix else ""


def code_of(document: DocumentMention) -> str:
    return _SERIAL.sub("", document.number or "")


def may_issue(scene: Scene, document: DocumentMention, issuer: Issuer) -> bool:
    """Whether documents of such a number are issued by the body: 102-QĐ/TW by the leading bodies of the Party."""
    suffix = _SUFFIX.search(document.number or "")
    names = scene.page.lexicon.issuers_of_code.get(suffix[1].lower() if suffix else "", ())
    return issuer.name.startswith(tuple(names)) if names else False


def of_list(scene: Scene) -> Iterator[RelationFact]:
    """ "công bố bốn Nghị quyết của X. Cụ thể, Nghị quyết số …": of those that open a sentence behind such words."""
    low = scene.page.low
    bare = [d for d in scene.documents if d.number and not d.issuer and not d.issuer_told]
    for kind in scene.page.everywhere("document_kinds") if bare else ():
        of = _BY.match(low, kind.end())
        several = of and _SEVERAL.search(low, max(0, kind.start() - _WORD), kind.start())
        issuer = issuer_at(scene.page, scene.issuers, of.end()) if of and several else None
        if not issuer:
            continue
        label, end = scene.page.lexicon.document_kinds[kind.group()], scene.page.sentence_at(issuer.end).end
        first = bisect_left(scene.documents, end, key=lambda d: d.start)
        for document in scene.documents[first : first + _MOST]:
            if document.kind == label and document.issuer not in (None, issuer.name):
                break
            start = scene.page.sentence_at(document.start).start
            if document in bare and document.kind == label and _OPENS.fullmatch(low, start, document.start):
                evidence = scene.page.evidence(document.start, document.end, "one-of-listed-of-body")
                yield RelationFact(document.label, "issuedBy", issuer.name, (evidence,))
