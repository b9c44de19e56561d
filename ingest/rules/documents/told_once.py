"""Papers without a number that the text tells twice: in a headline, in other words, or by their number below."""

import re
from bisect import bisect_left, bisect_right

from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical

# bổ nhiệm đối với ông Lê Văn Mẫu: on whom, but not into what post
_ON_WHOM = re.compile(
    rf"(?P<verb>bổ nhiệm|điều động|phân công|chỉ định|chuẩn y|phê chuẩn|luân chuyển|miễn nhiệm)(?: đối với)?"
    rf" (?:đồng chí|ông|bà) (?P<name>[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,4}})$"
)
_WORDS_ON_POST = re.compile(r"^[^.;]{0,60}?(?:giữ|làm|tham gia)\s")
_ABOUT = re.compile(r" (?:về việc|về) (?P<title>.{12,})$")
_TITLE_WORDS = 6  # of what a document is about, by which it is known again
_CLAUSE = re.compile(r"[^;\n()]*")
_CAPTIONS = 2  # sentences of pictures between a paper and the words that tell it by its number
_GLUE = 40  # characters between a number and the words on what its document is about
_NAMELY = re.compile(r"\W*(?:cụ thể|trong đó),? (?:là )?(?:tại |theo )?")
# "Quyết định của Bộ Chính trị chỉ định ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai": on whom, into what post
_INTO_POST = re.compile(
    rf"(?:bổ nhiệm|điều động|phân công|chỉ định|chuẩn y|luân chuyển)(?: đối với)?(?: (?:đồng chí|ông|bà))?"
    rf" (?P<name>[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,4}}),? (?:giữ chức(?: vụ)?|làm) (?P<post>[^,;\n]{{8,}})"
)
# Quyết định thi hành kỷ luật với ông Lê Văn Mẫu; Nghị quyết miễn nhiệm Chủ tịch … đối với ông Lê Văn Mẫu
_AGAINST = re.compile(
    rf" (?P<verb>kỷ luật|miễn nhiệm|bãi nhiệm|cách chức|khai trừ)(?: [^.;]{{3,120}}?)?(?: (?:đối với|với))?"
    rf" (?:đồng chí|ông|bà) (?P<name>[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,4}})$"
)
_ON_STAFF = " về nhân sự "
_CLAUSE_REACH = 300  # characters behind a number in which it says on whom its document is
_COMPARED = 40  # papers with which another is compared
_NUMBERED = 20  # documents with a number that may be the one told before
_MARK = 3  # characters of the mark of a line


def told_once(
    page: Page, found: list[DocumentMention], numbered: list[DocumentMention], told: dict[int, str]
) -> list[DocumentMention]:
    """The papers but for those that the text numbers, or tells better; `told`: on whom later words are."""
    found = [d for d in found if not _is_headline_of(page, d, numbered) and not _heads(page, d, numbered)]
    found = [d for d in found if not _is_titled_below(page, d, numbered) and not _is_told_by_numbers(page, d, numbered)]
    found = [d for d in found if not _is_numbered_below(page, d, numbered)]
    found = [d for d in found if not _is_headline_told_below(page, d, found)]
    own_names = [d for d in found if d.start not in told]
    found = [d for d in found if not _is_told_better(d, told, own_names)]
    short = {d.start for d in found if d.issuer and _ON_WHOM.search(d.name or "")}
    others = [d for d in found if d.start not in short][:_COMPARED]
    return [d for d in found if d.start not in short or not any(_says_more(other, d) for other in others)]


def _is_headline_of(page: Page, document: DocumentMention, numbered: list[DocumentMention]) -> bool:
    """Whether the first line speaks of a document whose number the text gives below."""
    first = document.end <= page.paragraphs[0].end and len(page.paragraphs) > 1
    return first and any(d.number and d.kind == document.kind and d.start > document.end for d in numbered)


def _is_headline_told_below(page: Page, document: DocumentMention, others: list[DocumentMention]) -> bool:
    """Whether the first line speaks of a paper that another one tells with all these words, and with its issuer."""
    if document.end > page.paragraphs[0].end or len(page.paragraphs) < 2:
        return False
    if document.issuer:  # Quyết định của Bộ Chính trị về nhân sự Phó Bí thư Tỉnh ủy X
        same = (d for d in others[:_COMPARED] if d is not document and d.kind == document.kind)
        return _ON_STAFF in (document.name or "") and any(d.issuer == document.issuer for d in same)
    words = set(canonical(document.name or "").split())
    fuller = (d for d in others[:_COMPARED] if d.issuer and d.kind == document.kind)
    return any(words < set(canonical(d.name or "").split()) for d in fuller)


def _heads(page: Page, document: DocumentMention, numbered: list[DocumentMention]) -> bool:
    """Whether a line of its own speaks of the document that the next line names by its number; that has its issuer."""
    line = page.paragraph_at(document.start)
    if document.start - line.start > _MARK or line.end - document.end > len(page.low[document.start : document.end]):
        return False
    after = page.paragraphs[page.paragraph_index(document.start) + 1 :][:1]
    index = bisect_left(numbered, line.end, key=lambda d: d.start)
    named = (d for d in numbered[index : index + 1] if after and d.start < after[0].end)
    same = next((d for d in named if d.number and d.kind == document.kind), None)
    if same and not same.issuer:
        same.issuer = document.issuer
    return same is not None


def _is_titled_below(page: Page, document: DocumentMention, numbered: list[DocumentMention]) -> bool:
    """Whether the title of a document with a number says the same: "Quyết định số 12-QĐ/TU … về việc hợp nhất A và B";
    that has its issuer."""
    about = _ABOUT.search(document.name or "")
    title = canonical(about["title"]) if about else ""
    if len(title.split()) < _TITLE_WORDS:
        return False
    here = bisect_left(numbered, document.start, key=lambda d: d.start)
    near = numbered[max(0, here - _NUMBERED) : here + _NUMBERED]
    for other in (d for d in near if d.number and d.kind == document.kind):
        behind = _CLAUSE.match(page.shown, other.end, other.end + _GLUE + len(title))
        if behind and title in canonical(behind.group()):
            other.issuer = other.issuer or document.issuer
            return True
    return False


def _is_told_by_numbers(page: Page, document: DocumentMention, numbered: list[DocumentMention]) -> bool:
    """Whether the next sentence tells it by its number, or by theirs: "… Cụ thể, tại Quyết định số 12/QĐ-TTg, …"."""
    after = bisect_right(page.sentences, document.start, key=lambda s: s.start)
    for sentence in page.sentences[after : after + _CAPTIONS + 1]:
        namely = _NAMELY.match(page.low, sentence.start)
        index = bisect_left(numbered, namely.end(), key=lambda d: d.start) if namely else 0
        first = numbered[index] if namely and index < len(numbered) else None
        if namely and first and first.number and first.kind == document.kind and first.start == namely.end():
            return True
    return False


def _is_numbered_below(page: Page, document: DocumentMention, numbered: list[DocumentMention]) -> bool:
    """Whether a later sentence gives the number of the decision that puts the same person into the same post.

    "Tại Quyết định số 12, Bộ Chính trị chỉ định ông Lê Văn Mẫu … giữ chức Bí thư Tỉnh ủy Lào Cai".
    """
    decided = _INTO_POST.search(document.name or "")
    if not decided:
        return _is_of_number(page, document, numbered)
    name, post = canonical(decided["name"]), canonical(decided["post"])
    after = bisect_right(numbered, document.end, key=lambda d: d.start)
    for other in numbered[after : after + _NUMBERED]:
        same = other.number and other.kind == document.kind and other.issuer in (None, document.issuer)
        sentence = page.sentence_at(other.start)
        if same and name in page.low[sentence.start : sentence.end] and post in page.low[other.end : sentence.end]:
            return True
    return False


def _is_of_number(page: Page, document: DocumentMention, numbered: list[DocumentMention]) -> bool:
    """Whether a later number is that of the paper by which the same person is disciplined or loses a post."""
    against = _AGAINST.search(document.name or "")
    after = bisect_right(numbered, document.end, key=lambda d: d.start)
    for other in numbered[after : after + _NUMBERED] if against else ():
        same = other.number and other.kind == document.kind and other.issuer in (None, document.issuer)
        limit = min(other.end + _CLAUSE_REACH, page.sentence_at(other.start).end)
        verb = page.low.find(against["verb"], other.end, limit) if same and against else -1
        if against and verb >= 0 and page.shown.find(against["name"], verb, limit) >= 0:
            other.issuer = other.issuer or document.issuer
            return True
    return False


def _says_more(other: DocumentMention, document: DocumentMention) -> bool:
    """Whether another decision of the same body on the same person says of what post, where this one does not."""
    whom = _ON_WHOM.search(document.name or "")
    if not whom or other.kind != document.kind or other.issuer != document.issuer:
        return False
    head, _, post = (other.name or "").partition(whom["name"])
    return bool(_WORDS_ON_POST.search(post)) and whom["verb"].lower() in head.lower()


def _is_told_better(document: DocumentMention, told: dict[int, str], others: list[DocumentMention]) -> bool:
    """Whether another document of the kind has its own words on the person whom a later sentence tells of."""
    person = told.get(document.start)
    return person is not None and any(o.kind == document.kind and person in (o.name or "") for o in others)
