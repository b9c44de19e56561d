"""Whether the word for a kind of document names one paper: no verb, no draft, none of several, no title of another."""

import re
from bisect import bisect_left

from ingest.rules.described.document_subjects import cue_words, cue_words_with
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.list_leads import item_start, list_lead
from ingest.rules.text.page import Page
from ontology.text import canonical

_SENTENCE = 900  # characters of a sentence in which what is adopted is listed
_WORD_REACH = 60  # characters before a kind in which the word stands that announces it
JOINED = re.compile(r",? và (?:trao )?")
# công bố Quyết định A về kết thúc hoạt động của …, quyết định thành lập …
_FOUNDS = re.compile(r"quyết định (?:thành lập|hợp nhất|sáp nhập|giải thể|kết thúc hoạt động)(?!\w)")
_DRAFTS_LISTED = re.compile(r"(?<!\w)dự thảo[^.;:]{0,110}:\s")  # cho ý kiến vào các dự thảo văn bản như: …
_LEADS_DRAFTS = re.compile(
    r"(?<!\w)dự (?:thảo|án)(?: [^.;:]{0,40})?:\s*$"
)  # … thông qua các dự thảo: / a) Nghị quyết …
_DRAFT = "dự thảo "
# dự án Luật Dân số và Luật Phòng bệnh
_BILL = re.compile(
    r"(?<!\w)dự (?:án|thảo)(?: các)? "
    r"(?:(?:bộ )?luật(?:(?! (?:theo|được|căn cứ|với|của|cho|thay) )[^.;:\n]){4,90}(?:, | và ))?$"
)
_BILLS = 120  # characters in which drafts of laws are listed
_ON_QUOTED = (" về “", ' về "')
_PROJECT = "Đề án"
_NAMED_AFTER = "ban chỉ đạo xây dựng "  # the paper that a steering committee is called after
_IS = re.compile(r"(?<!\w)(?<!đó )(?<!gọi )là$")  # Quy định số 69-QĐ/TW là Quy định về … lớn nhất
_OFFICE = re.compile(
    r"(?<!\w)(?:viện|(?<!thường )(?<!nhiệm )vụ|cục|(?<!cơ )(?<!trụ )sở|(?<!quốc )phòng|ngành|khoa|hãng"
    r"|văn phòng|trung tâm|tạp chí|(?P<small>công ty|đại học|cử nhân|thạc sĩ|tiến sĩ|kỹ sư)) $"
)
_OFFICE_ENDS = (
    *("viện ", "vụ ", "cục ", "sở ", "phòng ", "ngành ", "khoa ", "hãng ", "trung tâm ", "tạp chí "),
    *("công ty ", "đại học ", "cử nhân ", "sĩ ", "kỹ sư "),
)
_SEVERAL_BEFORE = re.compile(r"(?<!\w)(?:các|những) (?P<kind>[^\W\d_]+(?: [^\W\d_]+)?)(?:,| và) $")
_ADOPTS = re.compile(
    r"(?<!\w)thông qua(?::| [^.;:\n]{3,60}?,? (?:trong đó có|bao gồm|gồm|như|gồm có):?"
    r"(?: (?:bộ )?luật [^.;:\n]{4,120}?(?:,| và))?)? $"
)
_RULE = "Quy định"
_BY_RULES = re.compile(
    r"(?<!\w)(?:vi phạm|theo|trái|trái với|làm trái|đúng|đúng theo|chấp hành|thực hiện|theo đúng|căn cứ|với)"
    r"(?: (?:nghiêm|đúng|tốt|nghiêm túc))? $"
)
_WILL = re.compile(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
_TO_COME = re.compile(
    r"(?<!\w)(?:(?:đến|cho đến|cho tới|tới) khi [^,.;:\n]{0,40}(?:có|ra|ban hành)"
    r"|sẽ (?:\w+ \w+ )?(?:đọc|trình bày|trình|nghe|ra|có|ban hành|ký|xem xét|cho ý kiến|công bố)(?: quốc hội)?) $"
)
# khẩn trương trình Chính phủ nghị quyết của Quốc hội quy định …
_ACTS = ("nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "pháp lệnh")
_LAID_BEFORE = re.compile(
    r"(?<!\w)(?:trình|xây dựng|soạn thảo|hoàn thiện|tham mưu)"
    r"(?: (?:chính phủ|quốc hội|ủy ban thường vụ quốc hội|thủ tướng(?: chính phủ)?|bộ chính trị|ban bí thư"
    r"|hđnd(?: tỉnh)?))?"
    r"(?: (?:xem xét,? )?(?:ban hành|thông qua))? $"
)
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")


class PaperWords:
    """Reads a page; bodies and the documents that are taken already are in order of place."""

    def __init__(self, page: Page, bodies: list[BodyMention], taken: list[DocumentMention]) -> None:
        self.page = page
        self._bodies, self._taken = bodies, taken
        self.last: DocumentMention | None = None  # the one read before

    def is_several(self, start: int) -> bool:
        before = self.page.low[max(0, start - 24) : start].rstrip()
        if self._is_of_office(start) or _IS.search(before) or self._is_listed_with_several(start):
            return True
        last = before.rsplit(maxsplit=2)[-2:]
        return bool(last) and any(cue_words("several").fullmatch(words) for words in (" ".join(last), last[-1]))

    def _is_of_office(self, start: int) -> bool:
        """Viện Quy hoạch đô thị, Vụ Kế hoạch - Tài chính, Công ty luật X: the field of an office."""
        told = self.page.low.endswith(_OFFICE_ENDS, 0, start)
        office = _OFFICE.search(self.page.low, max(0, start - _WORD_REACH), start) if told else None
        named = office and (self.page.shown[office.start()].isupper() or office["small"])
        return bool(named)

    def _is_listed_with_several(self, start: int) -> bool:
        """ "các Tờ trình, Báo cáo của Bộ Chính trị": several of each kind."""
        several = _SEVERAL_BEFORE.search(self.page.low, max(0, start - _WORD_REACH), start)
        return bool(several and self.page.lexicon.any_of("document_kinds").fullmatch(several["kind"]))

    def is_drafted(self, start: int, kind: str) -> bool:
        """ "dự thảo Báo cáo A và Báo cáo B"; "xây dựng Chiến lược …"."""
        told = self.page.low[max(self.page.sentence_at(start).start, start - _SENTENCE) : start]
        if _DRAFT in told and _DRAFTS_LISTED.search(told):
            return True
        lead = list_lead(self.page, start) if item_start(self.page, start) == start else None
        if lead and _LEADS_DRAFTS.search(self.page.low, max(lead.start, lead.end - _WORD_REACH), lead.end):
            return True
        before = told.rpartition(";")[2]
        named = kind == _PROJECT and told.endswith(_NAMED_AFTER)
        drafted = cue_words("drafted").fullmatch(canonical(kind)) and not named
        return bool(
            (before.endswith(" và ") and self.page.lexicon.any_of("drafts").search(before))
            or (drafted and cue_words_with("drafts", " $", r"(?<!\w)").search(before))
        )

    def is_bill(self, start: int) -> bool:
        """ "dự án Luật Dân số và Luật Phòng bệnh": a law that is only drafted."""
        first = max(self.page.sentence_at(start).start, start - _BILLS)
        return _BILL.search(self.page.low, first, start) is not None

    def is_to_be_adopted(self, start: int) -> bool:
        """ "HĐND sẽ nghe …; xem xét, thông qua nghị quyết về …": one that a session is only about to adopt; "sẽ đọc tờ
        trình về …"; "đến khi Bộ Chính trị có quyết định …"."""
        sentence = self.page.sentence_at(start)
        if _TO_COME.search(self.page.low, max(sentence.start, start - _WORD_REACH), start):
            return True
        if self.page.low.startswith(_ACTS, start):
            if _LAID_BEFORE.search(self.page.low, max(sentence.start, start - _WORD_REACH), start):
                return True
        adopts = _ADOPTS.search(self.page.low, max(sentence.start, start - _WORD_REACH), start)
        will = _WILL.search(self.page.low, max(sentence.start, start - _SENTENCE), start) if adopts else None
        return bool(adopts and will and not _DONE.search(self.page.low, will.end(), start))

    def is_title(self, start: int) -> bool:
        """Whether the word begins the title of a document: "Quy định số 14-QĐ/TW Quy định chuẩn mực …"; "Nghị quyết
        Trung ương 8 khóa IX về “Chiến lược …”"."""
        index = bisect_left(self._taken, start, key=lambda d: d.start) - 1
        before = self._taken[index] if index >= 0 else None
        between = self.page.low[before.end : start] if before else ""
        return bool(before and ((before.number and not between.strip(" ")) or between in _ON_QUOTED))

    def is_of_body(self, start: int) -> bool:
        """Ban Chính sách, Chiến lược Trung ương: the field of a body; but that of one called after its paper."""
        index = bisect_left(self._bodies, start, key=lambda b: b.start) - 1
        body = self._bodies[index] if index >= 0 else None
        return bool(body and body.start < start < body.end and not self.page.low.endswith(_NAMED_AFTER, 0, start))

    def is_rule_in_general(self, start: int, kind: str) -> bool:
        """ "vi phạm quy định của Tỉnh ủy về …", "theo quy định của Bộ Chính trị về …": what is laid down, in no paper
        that the words tell."""
        if kind != _RULE or self.page.shown[start].isupper():
            return False
        return _BY_RULES.search(self.page.low, max(0, start - _WORD_REACH), start) is not None

    def is_noun(self, start: int, issued: bool) -> bool:
        """Whether the word names a paper and does not say that somebody decides, reports or informs."""
        if issued:
            return True
        if self._is_listed(start) or self._is_joined(start):
            return True
        before = self.page.low[max(0, start - 30) : start].rstrip()
        announced = bool(cue_words_with("announces", ":?$", r"(?<!\w)").search(before))
        if not announced and self._is_verb(start):
            return False
        if cue_words("nouns").match(self.page.low, start) and self.page.shown[start].isupper():
            return True
        first = not before or before[-1] in ".!?:\n-–" or start == self.page.sentence_at(start).start
        return announced or (self.page.shown[start].isupper() and not first)

    def _is_listed(self, start: int) -> bool:
        """ "đã biểu quyết thông qua:" and lines with a paper each."""
        lead = list_lead(self.page, start) if item_start(self.page, start) == start else None
        words = self.page.low[max(lead.start, lead.end - _WORD_REACH) : lead.end] if lead else ""
        return bool(cue_words_with("announces", r"(?!\w)[^.;]{0,40}:\s*$", r"(?<!\w)").search(words))

    def _is_joined(self, start: int) -> bool:
        """ "trình bày tờ trình về … và tờ trình về …": another paper of the kind before it."""
        last = self.last
        if not last or not self.page.low.startswith(last.kind.lower(), start):
            return False
        if JOINED.fullmatch(self.page.low, last.end, start):
            return True
        behind = self.page.low[last.end : start] == ", "
        return behind and bool(_FOUNDS.match(self.page.low, start))

    def _is_verb(self, start: int) -> bool:
        """ "Bộ Chính trị Quyết định phân công …": a body acts right before."""
        index = bisect_left(self._bodies, start, key=lambda b: b.start) - 1
        acts = cue_words("acts").match(self.page.low, start)
        return bool(acts and index >= 0 and self._bodies[index].end <= start <= self._bodies[index].end + 1)
