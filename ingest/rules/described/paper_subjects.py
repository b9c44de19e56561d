"""Whether the words on what a paper is about tell one paper, or hold for several or for any."""

import re
from dataclasses import dataclass

from ingest.rules.described.document_subjects import SUBJECT_LENGTH, SubjectReader, cue_words
from ingest.rules.described.presented_papers import before_presenter
from ingest.rules.people.people import PersonMention
from ingest.rules.text.page import Page
from ontology.text import CAPITALS, canonical

_DECISION = "Quyết định"
_ON_SEVERAL = re.compile(  # a decision for each of them
    r" (?:cho|đối với) (?:các|những|hai|ba|bốn|năm|sáu|\d{1,3}) "
    r"|^(?:về việc |về )?[\w ,]{0,40}?(?:bổ nhiệm|điều động|phân công|chỉ định|luân chuyển) "
    r"(?:các|những|một số|hai|ba) "
)
_TELLS_WHICH = re.compile(rf"[{CAPITALS}\d]")  # a name or a number in the words on the subject
# "ban hành quyết định chỉ định Chủ tịch UBND 23 địa phương", "… bổ nhiệm Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tư pháp"
_ON_MANY_POSTS = re.compile(
    r"(?<!\w)(?:các (?:phó|địa phương|tỉnh|chủ tịch|bí thư)|\d{1,2} (?:địa phương|tỉnh|xã|phường)"
    r"|, (?:phó|bộ trưởng|chủ tịch|bí thư|thứ trưởng|giám đốc))(?!\w)"
)
# a decision for each: "bổ nhiệm Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Tư pháp"
_APPOINTS_SEVERAL = re.compile(
    r"(?:về việc |về )?(?:bổ nhiệm|điều động)[^;.]{3,90}?(?:,| và) (?:phó|bộ trưởng|thứ trưởng|giám đốc|chủ tịch)(?!\w)"
)
# "về việc điều động, phân công, chỉ định cán bộ", "bổ nhiệm nhân sự cấp cao Bộ Công an": of whom, it does not say
_ON_NOBODY = re.compile(
    r"(?:về (?:việc )?)?(?:(?:điều động|phân công|bổ nhiệm|chỉ định|luân chuyển|chuẩn y|giới thiệu|tiếp nhận|biệt phái"
    r"|kiện toàn|bổ nhiệm lại)(?:,| và|, và)? ){1,6}(?:một số |các )?(?:chức danh )?"
    r"(?:cán bộ|nhân sự|lãnh đạo)(?!\w)(?! tham gia ban (?:chấp hành|thường vụ))"
)
_UNTOLD = (" thực hiện", " triển khai")  # báo cáo sơ kết 1 năm thực hiện: <a list>
_GREETS = re.compile(r" và (?:trao |tặng )?(?:hoa )?chúc mừng |,? tặng hoa ")  # trao Quyết định … và tặng hoa ông X
# trao quyết định thăng quân hàm cho Thượng tướng X và Thượng tướng Y: one for each of them
_AND_ANOTHER = re.compile(rf" và (?:[^\W\d_]+ tướng|đồng chí|ông|bà) [{CAPITALS}]")
_HANDED_TO = re.compile(r"(?<!\w)cho (?:[^\W\d_]+ tướng |đồng chí |ông |bà )?$")
_TITLE = 24  # characters of such words
_APART = re.compile(r";|:(?!\s*(?:ông|bà|đồng chí)\s)")
_FEWEST_WORDS = 4  # of what a paper is about


@dataclass(frozen=True, slots=True)
class Subject:
    """`decided` says that the words decide on a post, `on_person` that they say whose.

    `by_whom` says that the text tells whose paper it is, `issued` that by its issuer, `behind` that the issuer
    stands behind the kind: Quyết định của Ban Bí thư ….
    """

    kind: str
    words: str
    decided: bool
    on_person: bool
    by_whom: bool
    issued: bool
    behind: bool

    def may_be_any(self) -> bool:
        """ "quyết định bổ nhiệm Chánh án", "hoàn thành Quyết định giải thể chi bộ", "… bổ nhiệm các Thứ trưởng"."""
        plain = canonical(self.words)
        if not self.by_whom and cue_words("acts").fullmatch(canonical(self.kind)):
            if not _TELLS_WHICH.search(self.words):
                return True
        if plain.endswith(_UNTOLD):
            return True
        several = not self.issued and cue_words("founds").match(plain) and " các " in plain
        if len(plain.split()) < _FEWEST_WORDS or several:
            return True
        if self.kind == _DECISION and not self.on_person and _ON_NOBODY.match(plain):
            return True
        on_post = self.decided and not self.on_person
        if self.kind == _DECISION and (_ON_SEVERAL.search(plain) or (on_post and not self.issued)):
            return True
        many = _ON_MANY_POSTS.search(plain) and not self.behind
        return bool(on_post and (many or _APPOINTS_SEVERAL.match(plain)))


def person_on(page: Page, subjects: SubjectReader, start: int, begin: int) -> PersonMention | None:
    """On whom a paper that is named at `start` is by the words from `begin` on."""
    stop = _APART.search(page.low, begin, begin + SUBJECT_LENGTH)
    last = before_presenter(page, begin, stop.start() if stop else begin + SUBJECT_LENGTH)
    person = subjects.person_in(begin, min(last, page.sentence_at(start).end))
    to = _HANDED_TO.search(page.low, max(begin, person.start - _TITLE), person.start) if person else None
    if person and to and to.start() > begin:
        person = None if _AND_ANOTHER.match(page.shown, person.end) else person
    return None if person and _GREETS.search(page.low, begin, person.start) else person
