"""What a text says that one document does to another: replaces, repeals, amends or carries it out."""

import re
from bisect import bisect_left

from ingest.facts import RelationFact
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.relations.scene import Scene, first_after, last_before, last_covering
from ingest.rules.text.page import Span

_REACH = {
    "replaces": 60,
    "repeals": 60,
    "amends": 40,
    "implements": 30,
}  # characters between the document that acts and the word
_THIS = re.compile(
    r"(?<!\w)([a-zà-ỹ]+(?: [a-zà-ỹ]+)?) (?:này|(?:nêu |nói )?trên) "
    r"(?:(?:đã |vừa |cũng )?được |sẽ |có hiệu lực[^.;\n]{0,60}(?:và|,) )?$"
)
THIS_REACH = 100
# Luật có hiệu lực từ ngày 1/3/2025, thay thế Luật Tổ chức Chính phủ 2015: at the beginning of a sentence
_IN_FORCE = re.compile(
    r"[\W_]*([a-zà-ỹ]+(?: [a-zà-ỹ]+)?) (?:chính thức |sẽ )?có hiệu lực[^.;\n]{0,80}(?:,| và) (?:đồng thời )?$"
)
_NO_VERBS = ("Nghị quyết", "Nghị định", "Thông tư", "Luật", "Chỉ thị", "Kế hoạch")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_LOOK = 6  # documents back
# Thông báo về vi phạm liên quan đến việc thực hiện Đề án …; Báo cáo kiểm tra việc thực hiện …
_OF_WORK = re.compile(
    r"(?<!\w)(?:liên quan đến|trong|của|qua|kết quả|tổng kết|sơ kết|kiểm tra|giám sát|đánh giá)(?: việc)? $"
)
_TITLE = 200  # characters of the title of a document
_OF_TITLE = re.compile(r",? (?:về|quy định) ")
_ASKS = re.compile(r"(?<!\w)(?:yêu cầu|giao|đề nghị|nêu|nghiên cứu|tham mưu|(?<!quy )trình|sẽ|kiến nghị|dự kiến)(?!\w)")
_ASKS_OTHERS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|kiến nghị)(?!\w)")
_NO_TITLE = re.compile(r"[;:.\n]")
_MOST = 24  # documents of one list
_OBJECT = 25  # characters between the word and the other document
# thay thế cho Quy định …, sửa đổi một số điều của Quy định …; not: bổ sung cán bộ theo Quy định …
_WHOLE_OR_PARTS = re.compile(
    r"[\s,]*(?:cho\s+)?(?:(?:một số\s+|các\s+)?(?:điều|khoản|điểm|mục|chương|nội dung|quy định)\s[^;.]{0,20}?)?"
    r"(?:của\s+)?(?:các\s+(?:[^\W\d_]+(?: [^\W\d_]+)?(?: sau(?: đây)?)?:\s*(?:số )?)?)?"
)
_OPENING = re.compile(
    r"[\W_]*(?:(?:ngày|sáng|chiều) [\d/.-]{3,10}, )?(?:(?:để|nhằm) )?(?:tiếp tục )?(?:tổ chức )?"
    r"(?:quán triệt(?:,| và|, và) )?(thực hiện|triển khai,? thực hiện|triển khai|cụ thể hóa|thi hành|căn cứ|trên cơ sở)"
    r"(?: (?:tốt|nghiêm|nghiêm túc|có hiệu quả|hiệu quả))?"
    r"(?: quy định(?: tại)?| các quy định(?: tại| của)?)?(?: (?:điểm|khoản|điều) [\da-zđ]{1,3},?){0,4}(?: của)?\s"
)
_BASES = ("căn cứ", "trên cơ sở")
MAKES = re.compile(r"(?<!\w)(?:ban hành|ký ban hành|ký|có|xây dựng|ra) (?:các )?$")
_LISTED = re.compile(r"(?: khóa [ivx]{1,5})?(?:,|;| và|, và|; và)\s(?:các |số )?")
# Quy định số 7-QĐi/TW, về xử lý kỷ luật tổ chức đảng, và Quy định số …: a title between two of a list
_TITLED = re.compile(r"(?: \([^()\n]{1,40}\))?,? về [^.;:\n]{3,160}?(?:,| và|, và)\s(?:các )?")
_OPENS_TITLE = re.compile(r"(?:về việc|về|v/v) (?:tổ chức |triển khai |tiếp tục )?$")
_WORD = 24  # characters before the word in which the title begins
_SENT_TO = 160  # characters between a document and its title
_SENT = re.compile(r"(?:,? gửi [^.;:\n]{3,150})?[\s,]*")  # Công văn số … gửi các sở, ngành về việc …
_CARRY_OUT = (
    "Chương trình",
    "Kế hoạch",
    "Hướng dẫn",
    "Chỉ thị",
    "Thông báo",
    "Thông báo kết luận",
    "Nghị quyết",
    "Kết luận",
)
_BY = "theo"
_REVIEWED = re.compile(r"(?:tổng kết|sơ kết|thực hiện|triển khai|quán triệt)(?: (?:việc )?thực hiện)? $")
_ACTS = re.compile(
    r"\s(?:đã |cũng |vừa )?(?:bổ sung|sửa đổi|thay thế|bãi bỏ|có hiệu lực|nêu|yêu cầu|cho phép|quy định)(?!\w)"
)
_CARRIES_OUT = re.compile(
    r",? (?:triển khai |để )?(?:thực hiện|triển khai|cụ thể hóa)(?!\w)"
)  # … Kế hoạch C thực hiện D
_JOINED = re.compile(r"[,;]|(?<!\w)và(?!\w)")  # "quán triệt Quy định A và thực hiện Nghị quyết B" is no word on A


def changes(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Quy định số 32-QĐ/TW … thay thế Quy định số 211-QĐ/TW"; "… được sửa đổi, bổ sung bởi Quy định …"."""
    if not scene.documents:
        return []
    found: list[RelationFact] = []
    acting: dict[int, DocumentMention] = {}  # what is changed, by place, and what changes it
    itself = next((d.start for d in scene.documents if d.is_self), None)
    for cue, predicate in sorted(_cues_of_change(scene, sentence), key=lambda c: c[0].start()):
        pair = _documents_at(scene, cue, predicate)
        if not pair or _is_said_of_itself(pair[0], itself) or _is_by_another(scene, pair[0].end, cue.start()):
            continue
        words = scene.page.low[cue.end() : pair[1].start]
        by = words.strip().removeprefix("một số điều").strip()
        by_second = scene.page.lexicon.any_of("maker").fullmatch(by) is not None
        if by_second or scene.page.is_after("passive", cue.start()):
            makers = [d for d in _listed_from(scene, pair[1]) if d.kind == pair[1].kind] if by_second else []
            found += [_relation(scene, predicate, each, pair[0]) for each in makers]
        elif _WHOLE_OR_PARTS.fullmatch(words):
            subject = acting.get(pair[0].start, pair[0])  # "thay thế A, bãi bỏ B": A does nothing to B
            objects = [d for d in _listed_from(scene, pair[1], titled=True) if d.key != subject.key]
            objects = [d for d in objects if pair[1].number or not d.number]  # sửa đổi Hiến pháp và Nghị quyết số 5: no
            acting.update((each.start, subject) for each in objects)
            found += [_relation(scene, predicate, subject, each) for each in objects]
    return found


def _cues_of_change(scene: Scene, sentence: Span) -> list[tuple[re.Match[str], str]]:
    cues = [(cue, name) for name in ("replaces", "repeals", "amends") for cue in scene.said(name, sentence)]
    return [c for c in cues if not scene.page.is_after("drafts", c[0].start())]  # Ủy ban dự thảo sửa đổi Hiến pháp


def _listed_from(scene: Scene, first: DocumentMention, *, titled: bool = False) -> list[DocumentMention]:
    """The document and those that a comma or "và" joins to it: "thay thế Chỉ thị số 4-CT/TW và Kết luận số 5-KL/TW".

    Where they may be `titled`, what one is about may stand before the next of its kind.
    """
    index = bisect_left(scene.documents, first.start, key=lambda d: d.start)
    found = [first]
    for document in scene.documents[index + 1 : index + _MOST]:
        if document.start < found[-1].end:
            continue  # named in the name of the one before: Quy định thi hành Điều lệ Đảng
        words = (found[-1].end, document.start)
        same = titled and document.number and document.kind == found[-1].kind
        if not _LISTED.fullmatch(scene.page.low, *words) and not (same and _TITLED.fullmatch(scene.page.low, *words)):
            break
        if ";" in scene.page.low[words[0] : words[1]] and _ACTS.match(scene.page.low, document.end):
            break  # thay thế Quy định A; Quy định B bổ sung …
        found.append(document)
    return found


def _is_by_another(scene: Scene, start: int, end: int) -> bool:
    """ "… thay thế Hướng dẫn A; Ban Bí thư giao sửa đổi Hướng dẫn B": a clause in which a body acts.

    Or a draft: "Công văn A về góp ý dự thảo Quy định thay thế Quy định B".
    """
    if scene.page.lexicon.any_of("drafts").search(scene.page.low, start, end):
        return True
    clause = scene.page.low.find("; ", start, end)
    body = first_after(scene.bodies, clause + 2, 0) if clause >= 0 else None
    return body is not None and body.end < end


def _is_said_of_itself(first: DocumentMention, itself: int | None) -> bool:
    """ "Quy định này thay thế Quy định A và sửa đổi Quy định B": the text, named at the place, is what acts, not A."""
    return not first.is_self and itself is not None and itself < first.start


def implements(scene: Scene, sentence: Span) -> list[RelationFact]:
    """A named document that carries out another: "Kế hoạch số 12-KH/TU … thực hiện Nghị quyết số 18-NQ/TW"."""
    found = _carried_out(scene, sentence) + _by_title(scene, sentence)
    for cue in scene.said("implements", sentence) if len(scene.documents) > 1 else ():
        pair = _documents_at(scene, cue, "implements") or _in_title(scene, cue)
        words = scene.page.low[pair[0].end : cue.start()] if pair else ""
        words = words.rpartition("về việc ")[2] if pair and words.lstrip(" ,").startswith("gửi ") else words
        if pair and cue.group() == _BY and _is_reviewed(scene, pair[0]):
            continue
        if pair and not _JOINED.search(words) and not _tells_of_change(scene, words):
            objects = [d for d in _listed_from(scene, pair[1]) if d.key != pair[0].key and (d is pair[1] or d.number)]
            objects = [d for d in objects if d is pair[1] or not _CARRIES_OUT.match(scene.page.low, d.end)]
            found += [_relation(scene, "implements", pair[0], each) for each in objects]
    return found


def _is_reviewed(scene: Scene, document: DocumentMention) -> bool:
    """ "tổng kết Nghị quyết A theo tinh thần Kết luận B": what is done by B is no word on A."""
    return _REVIEWED.search(scene.page.low, max(0, document.start - _WORD), document.start) is not None


def _in_title(scene: Scene, cue: re.Match[str]) -> tuple[DocumentMention, DocumentMention] | None:
    """ "Công văn số 12/UBND-TH gửi các xã về việc thực hiện Quyết định số 26": what the title says it is on."""
    opens = _OPENS_TITLE.search(scene.page.low, max(0, cue.start() - _WORD), cue.start())
    first = last_before(scene.documents, opens.start(), _SENT_TO) if opens else None
    second = first_after(scene.documents, cue.end(), _OBJECT) if first else None
    if not opens or not first or not second or first.key == second.key or not first.number:
        return None
    return (first, second) if _SENT.fullmatch(scene.page.low, first.end, opens.start()) else None


def _by_title(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Chương trình hành động thực hiện Nghị quyết A": what the name of a document says that it carries out."""
    found = []
    for cue in scene.said("implements", sentence) if len(scene.documents) > 1 else ():
        document = last_covering(scene.documents, cue.start())
        index = bisect_left(scene.documents, cue.end(), key=lambda d: d.start)
        basis = scene.documents[index] if index < len(scene.documents) else None
        own = document and document.number is None and document.kind in _CARRY_OUT
        other = _OF_WORK.search(scene.page.low, max(0, cue.start() - _WORD), cue.start())
        if own and not other and document and basis and cue.end() + 1 == basis.start and basis.key != document.key:
            found.append(_relation(scene, "implements", document, basis))
    return found


def _carried_out(scene: Scene, sentence: Span) -> list[RelationFact]:
    """ "Thực hiện Nghị quyết A và Kết luận B, Tỉnh ủy ban hành Kế hoạch C": C carries out both; "Căn cứ A, …": on A."""
    opening = _OPENING.match(scene.page.low, sentence.start)
    if not opening or len(scene.documents) < 2 or scene.documents[0].start > opening.end() + _OBJECT:
        return []
    bases = _with_items(scene, _listed_from(scene, scene.documents[0]))
    made = next((d for d in scene.documents if d.start >= bases[-1].end), None)
    between = scene.page.low[bases[-1].end : made.start] if made else ""
    if not made or ";" in between or not MAKES.search(between) or scene.page.is_planned(made.start):
        return []
    predicate = "basedOn" if opening[1] in _BASES else "implements"
    return [_relation(scene, predicate, made, base) for base in bases if base.key != made.key]


def _with_items(scene: Scene, bases: list[DocumentMention]) -> list[DocumentMention]:
    """With those that a semicolon joins to them behind their titles: "Thực hiện Chỉ thị A về …; Thông báo B, …"."""
    index = bisect_left(scene.documents, bases[-1].end, key=lambda d: d.start)
    for document in scene.documents[index : index + _MOST]:
        behind = scene.page.low[bases[-1].end : document.start]
        if not behind.endswith("; ") or behind.count(";") > 1 or MAKES.search(behind):
            break
        bases = [*bases, document]
    return bases


def _tells_of_change(scene: Scene, words: str) -> bool:
    """ "được sửa đổi theo Quy định …" tells who amends."""
    return any(scene.page.lexicon.any_of(name).search(words) for name in ("replaces", "repeals", "amends"))


def _documents_at(scene: Scene, cue: re.Match[str], predicate: str) -> tuple[DocumentMention, DocumentMention] | None:
    """The documents next before and next after the word, if they are two and the first is no basis of the text's own.

    "Quyết định này căn cứ Quy định số 67-QĐ/TW, sửa đổi Quy định số 12-QĐ/TW" says nothing of 67-QĐ/TW.
    """
    second = first_after(scene.documents, cue.end(), _OBJECT)
    first = last_before(scene.documents, cue.start(), _REACH[predicate]) or _this(scene, cue, second)
    first = first or _titled(scene, cue) or (_opening(scene, cue) if predicate == "replaces" else None)
    first = _carrying_out(scene, first, second) if first and second and predicate != "implements" else first
    kind = _kind_right_before(scene, cue) if predicate != "implements" else None
    if kind and (first is None or kind.start() >= first.end):
        own = last_covering(scene.documents, cue.start())
        untold = scene.page.lexicon.document_kinds[kind.group()] in _NO_VERBS  # "… và Nghị quyết bãi bỏ Nghị quyết B"
        first = own if own or untold else first
    if not first or not second or first.key == second.key:
        return None
    if predicate != "implements" and _ASKS_OTHERS.search(scene.page.low, first.end, max(first.end, cue.start())):
        return None  # "Nghị quyết A yêu cầu các bộ rà soát, thay thế Nghị định B"
    apart = "," in scene.page.low[first.end : cue.start()]  # "Nghị định A của Chính phủ sửa đổi Nghị định B" tells of A
    if apart and scene.page.is_after("based", first.start) and not scene.page.is_after("passive", cue.start()):
        return None
    return first, second


def _carrying_out(scene: Scene, first: DocumentMention, second: DocumentMention) -> DocumentMention:
    """The Kế hoạch of "Kế hoạch A thực hiện Nghị quyết B, thay thế Kế hoạch C": B is only what A carries out."""
    if first.kind == second.kind or not scene.page.is_after("implements", first.start):
        return first
    before = last_before(scene.documents, first.start, _TITLE)
    return before if before and before.kind == second.kind and before.key != second.key else first


def _kind_right_before(scene: Scene, cue: re.Match[str]) -> re.Match[str] | None:
    """The kind of a paper without a number that the word belongs to: "Nghị quyết bãi bỏ Nghị quyết số …"."""
    kinds = scene.page.found("document_kinds", Span(max(0, cue.start() - _WORD), cue.start()))
    return kinds[-1] if kinds and kinds[-1].end() + 1 == cue.start() else None


def _opening(scene: Scene, cue: re.Match[str]) -> DocumentMention | None:
    """The one that opens the sentence: "Quy định 69 của X về … được ban hành ngày 6/7/2022, thay thế Quy định …"."""
    document = scene.documents[0]
    between = scene.page.low[document.end : cue.start()] if document.end < cue.start() else ";"
    opens = scene.page.sentence_at(document.start).start == document.start
    alone = len(scene.documents) < 2 or scene.documents[1].start > cue.start()
    plain = between.endswith((", ", " và ")) and not _NO_TITLE.search(between) and not _ASKS.search(between)
    return document if opens and alone and plain else None


def _titled(scene: Scene, cue: re.Match[str]) -> DocumentMention | None:
    """The document of "Nghị định số 178/2024/NĐ-CP về … (được sửa đổi bởi Nghị định …)": one with a long title."""
    aside = scene.page.low.endswith(("(", "; "), 0, cue.start())  # Chỉ thị A về … (thay thế Chỉ thị B)
    passive = aside or scene.page.is_after("passive", cue.start())
    document = last_before(scene.documents, cue.start(), _TITLE) if passive else None
    title = scene.page.low[document.end : cue.start()].removesuffix("; ") if document else ""
    return document if _OF_TITLE.match(title) and not _NO_TITLE.search(title) else None


def _this(scene: Scene, cue: re.Match[str], other: DocumentMention | None) -> DocumentMention | None:
    """The Quy định of "Quy định này thay thế …" or "Quy định có hiệu lực …, thay thế …": the last of its kind that a
    report named before, but for the one that it is told to change."""
    low, place = scene.page.low, cue.start()
    before = _THIS.search(low, max(0, place - THIS_REACH), place)
    before = before or _IN_FORCE.match(low, scene.page.sentence_at(place).start, place)
    return last_of_kind(scene, before, other)


def last_of_kind(
    scene: Scene, before: re.Match[str] | None, other: DocumentMention | None = None
) -> DocumentMention | None:
    """The last document with a number, or law, but for the other, that is named before the words and is of the kind
    that is their first group."""
    kind = scene.page.lexicon.document_kinds.get(before[1]) if before else None
    if not before or not kind or any(d.is_self for d in scene.every_document):
        return None
    index = bisect_left(scene.every_document, before.start(), key=lambda d: d.start)
    named = [d for d in reversed(scene.every_document[max(0, index - _LOOK) : index]) if d.number or kind in _LAWS]
    named = [d for d in named if d.kind == kind and (other is None or d.key != other.key)]
    return next((d for d in named if not _is_changed(scene, d)), named[0] if named else None)


def _is_changed(scene: Scene, document: DocumentMention) -> bool:
    """Whether its sentence says before it what is changed: "… ký Quy định A, thay thế Quy định B. Quy định này …"."""
    before = Span(scene.page.sentence_at(document.start).start, document.start)
    return any(scene.page.has(name, before) for name in ("replaces", "repeals", "amends"))


def _relation(scene: Scene, predicate: str, subject: DocumentMention, target: DocumentMention) -> RelationFact:
    start, end = min(subject.start, target.start), max(subject.end, target.end)
    evidence = scene.page.evidence(start, end, f"document-{predicate}-document")
    return RelationFact(subject.label, predicate, target.label, (evidence,))
