"""Bodies that an official document founds, fills or gives rules to, and names in words of their own.

"Thành lập Hội đồng Khoa học cấp Nhà nước bảo quản …, gồm các ông:" names a body that no table holds: the words from
the head of its name to where the sentence goes on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ingest.facts import BodyForm
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.abbreviations import expand
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

OWN_WORDS = "body-of-own-words"
_FOUNDS = re.compile(
    r"(?<!\w)(?:(?:thành lập|kiện toàn|củng cố|tổ chức lại|giải thể|cử|bổ sung)"
    r"(?:,? (?:thành lập|kiện toàn|bổ sung|điều chỉnh))?(?:\s+(?:các\s+)?thành viên)?"
    r"|quy chế[^.;\n]{0,60}? của|(?:quy định )?chức năng[^.;\n]{0,60}? của"
    r"|tham gia(?: thành viên| làm thành viên)?|thành viên|điều chỉnh thành viên"
    r"|danh sách(?: thành viên)?|(?:xét|theo) đề nghị của|(?<=\w) và(?= ủy ban quốc gia)"
    r"|ủy viên(?: [^\W\d_]+){0,6} trong)\s+(?:của\s+)?"
)
_HEAD = re.compile(
    r"(?:ban (?:chỉ đạo|tổ chức|chỉ huy|soạn thảo|biên tập|biên soạn|vận động|quản lý|xây dựng|kiểm phiếu"
    r"|điều hành|thư ký|giám khảo|thẩm định|tư vấn|cố vấn|điều phối|liên lạc|trọng tài|nội dung|đề thi|coi thi"
    r"|chấm thi|phúc khảo|thanh tra|giúp việc|chủ nhiệm|đại diện|nghiên cứu|trù bị|xử lý|bầu cử|giám sát)"
    r"|hội đồng|tổ (?:công tác|giúp việc|thư ký|biên tập|tư vấn|kiểm tra|đề án|soạn thảo|thẩm định"
    r"|chuyên gia|liên ngành|phản ứng|rà soát|kiểm phiếu|xác minh|kỹ thuật|phục vụ|tổng hợp|truyền thông|cố vấn"
    r"|nghiên cứu|triển khai|thanh tra|giám sát|điều phối|hỗ trợ|phối hợp|bầu cử|chỉ đạo|xử lý|khảo sát|đàm phán)"
    r"|ủy ban (?:quốc gia|chỉ đạo|bầu cử|điều phối|liên chính phủ|kháng chiến)|tiểu ban"
    r"|đoàn (?:kiểm tra|giám sát|công tác|thanh tra|khảo sát|thẩm tra))(?!\w)"
)
# Hội đồng tuyển dụng và Ban Giám sát …: what a document founds together with another
_SECOND = r"ban (?:giám sát|thư ký|giúp việc|kiểm phiếu|coi thi|chấm thi|đề thi|phúc khảo|kiểm tra|tổ chức|chỉ đạo)"
_AND_SECOND = re.compile(rf"\s+và\s+(?={_SECOND}(?!\w))")
_STOP = re.compile(
    r"\s*(?:[.;:\n“”]|,\s+(?=(?:tổ|tiểu ban|cơ quan thường trực|thường trực|ban chỉ đạo|ban tổ chức|hội đồng)\s)"
    rf"|\s+và\s+(?=(?:ủy ban quốc gia|tổ|{_SECOND})(?!\w))"
    r"|(?:,|\s+và)\s+(?:của\s+)?(?=(?:chủ tịch|giám đốc|trưởng (?:ban|phòng)|chánh|vụ trưởng|cục trưởng)(?!\w))"
    r"|\sthuộc\s+(?=ban|hội đồng|ủy ban|bộ|sở)"
    r"|\((?=sau|gọi|dưới|trong|kèm|\d|theo|có|danh sách|viết tắt)|,?\s+(?:gồm|bao gồm|thành phần|do"
    r"|trực thuộc(?=,? (?:ban|bộ|ủy|hội|sở|tỉnh|huyện|đảng|chính phủ|văn phòng))"
    r"|nhằm|trên cơ sở|có nhiệm vụ|như sau|(?<!đối )với|kèm theo|ban hành kèm|giai đoạn|nhiệm kỳ|có tên|gồm có|để"
    r"|theo|và quy chế|là|thay|(?<!việc )làm|được|căn cứ|tại|kể từ|và các|và những|và cá nhân"
    r"|của (?:học viên|nghiên cứu sinh|sinh viên|ông|bà)"
    r"|chịu trách nhiệm|có trách nhiệm|có chức năng|họp)(?!\w)|$)"
)
# Hội đồng nghĩa vụ quân sự cấp huyện, Ban Chỉ đạo các cấp; not: Ban Giám khảo Hội thi cấp huyện năm học …
_SEVERAL = re.compile(
    r"^(?:\w+ ){1,3}(?:cấp|các cấp|một số|mỗi|từng)(?!\w)|(?<!\w)(?:cấp (?:tỉnh|huyện|xã|cơ sở)|các cấp)$"
    r"|(?<!\w)cấp (?:tỉnh|huyện|xã)(?:,| và) (?:cấp )?(?:huyện|xã|cơ sở)"
    r"|(?<!\w)(?:một số|mỗi|từng|ở các)(?!\w)"
)
_MAY_GO_ON = re.compile(r",?\s+(?:giai đoạn|nhiệm kỳ|theo|tại|để|nhằm|với|trên cơ sở)(?!\w)")
# QUYẾT ĐỊNH kiểm tra khi có dấu hiệu vi phạm …: on what errand goes the Đoàn kiểm tra that is named without it
_ERRAND = re.compile(r"\s+(?:về việc |v/v )?(?=(?:kiểm tra|giám sát|thanh tra|khảo sát|thẩm tra)\s)")
_CALLED = re.compile(
    r"[^;:.\n()“”]{3,200}?"
    r"(?=\s*\((?:(?:sau đây|dưới đây|trong [^()]{3,20})\s+)?(?:gọi|viết tắt)\s+(?:tắt |chung )?(?:là|bằng)?)"
)
_TERM = re.compile(r"(?<=khóa )[ivxl]+(?!\w)")
_MAKES = re.compile(r"(?:thành lập|kiện toàn)")
_SORT = 4  # words of a name that say of what sort the body is: Tổ công tác kiểm tra …
_SENT = "đoàn "
_LONGEST = 200  # characters of such a name
_SHORTEST = 3  # words
_MOST = 100  # of one document
_SAME = 0.7  # share of words by which two names are one body's
_FORMS: dict[str, BodyForm] = {
    "hội đồng": "council",
    "ủy ban": "state_body",
    "ban chỉ": "steering_committee",
    "tiểu ban": "steering_committee",
}


class FoundedBodies:
    """`bodies` are those that the page names by rule, in order of place; `issuer` is whose document it is.

    `alone` says that the page may name one in capitals only, as the heading of a list that comes with a document.
    """

    def __init__(
        self,
        page: Page,
        reader: BodyReader,
        bodies: list[BodyMention],
        issuer: BodyMention | None,
        abbreviations: dict[str, str],
        *,
        alone: bool = False,
    ) -> None:
        self._page = page
        self._reader = reader
        self._bodies = bodies
        self._issuer = issuer
        self._alone = alone
        self._abbreviations = abbreviations
        self._errand = ""

    def read(self, spans: list[Span]) -> list[BodyMention]:
        """Those that some parts of the page name, its title first, and no longer name by rule hides."""
        self._errand = self._errand_in(spans[0])
        found: dict[int, BodyMention] = {}
        founded: list[list[BodyMention]] = [[] for _ in spans]
        for span, made in zip(spans, founded, strict=True):
            for cue in _FOUNDS.finditer(self._page.low, span.start, span.end):
                body = self._named_at(cue.end(), span.end)
                second = _AND_SECOND.match(self._page.low, body.end, span.end) if body else None
                beside = self._named_at(second.end(), span.end) if second else None
                for each in (body, beside):
                    if each and len(found) < _MOST and not self._is_known(each):
                        found.setdefault(each.start, each)
                        made += [each] if _MAKES.match(cue.group()) else []
        return list(self._with_one_name(_as_articles_name_it(list(found.values()), *founded)))

    def _named_at(self, place: int, limit: int) -> BodyMention | None:
        head = _HEAD.match(self._page.low, place, limit)
        if not head:
            return None
        stop = _STOP.search(self._page.low, head.end(), min(limit, place + _LONGEST))
        end = stop.start() if stop else min(limit, place + _LONGEST)
        if stop and _MAY_GO_ON.match(self._page.low, stop.start(), limit):  # … giai đoạn 2022 - 2025 (gọi tắt là …)
            called = _CALLED.match(self._page.low, end, limit)
            end = called.end() if called else end
        words = " ".join(expand(self._page.shown[place:end], self._abbreviations).split()).strip(" ,-")
        is_bare = words.lower() == head.group()  # thành viên Ban Chỉ đạo, kèm theo …
        sent = is_bare and self._errand.lower().startswith(f"{head.group().removeprefix(_SENT)} ")
        words, is_bare = (f"{_SENT}{self._errand}", False) if sent else (words, is_bare)
        if is_bare or len(words.split()) < _SHORTEST or not stop or _SEVERAL.search(words.lower()):
            return None
        form = next((form for start, form in _FORMS.items() if head.group().startswith(start)), "other")
        name = self._in_small_letters(words, place) if words.isupper() else words
        name = name or (self._from_capitals(place, end) if self._alone else "")
        if not name:
            return None
        name = _with_capitals(name, head.group())
        own = BodyMention(place, end, name, form, "state", OWN_WORDS)  # type: ignore[arg-type]
        if self._issuer:
            own = replace(own, level=self._issuer.level, place=self._issuer.place, unit=self._issuer.unit)
        return own

    def _errand_in(self, title: Span) -> str:
        """What the title says that is checked or watched; "" if it says no such thing in small letters."""
        kind = self._page.lexicon.any_of("document_kinds").match(self._page.low, title.start, title.end)
        opens = _ERRAND.match(self._page.low, kind.end(), title.end) if kind else None
        words = " ".join(self._page.shown[opens.end() : title.end].split()) if opens else ""
        words = self._in_small_letters(words, title.end) if words.isupper() else words
        return words[:1].lower() + words[1:] if len(words) <= _LONGEST else ""

    def _in_small_letters(self, words: str, place: int) -> str:
        """The name, printed in capitals in a title, as the text prints it further on."""
        low = words.lower()
        again = self._page.low.find(low, place + len(words))
        return self._page.shown[again : again + len(words)] if again >= 0 else ""

    def _from_capitals(self, start: int, end: int) -> str:
        """The name in small letters, with the bodies and the terms in it as they are known."""
        first, last = (bisect_left(self._bodies, place, key=lambda b: b.start) for place in (start, end))
        words, place = "", start
        for body in self._bodies[first:last]:
            if place <= body.start and body.end <= end:
                words, place = f"{words}{self._page.low[place : body.start]}{body.name}", body.end
        words = f"{words}{self._page.low[place:end]}"
        return _TERM.sub(lambda term: term.group().upper(), " ".join(words.split()).strip(" ,-"))

    def _is_known(self, body: BodyMention) -> bool:
        """Whether a rule names a body there that is no shorter, or one that covers it."""
        index = bisect_left(self._bodies, body.start + 1, key=lambda b: b.start) - 1
        known = self._bodies[index] if index >= 0 else None
        by_rule = self._reader.read_at(body.start)
        return bool(by_rule or (known and known.end > body.start))

    def _with_one_name(self, found: list[BodyMention]) -> Iterator[BodyMention]:
        """The mentions, each under the longest name of the text that its own begins or shares most words with.

        Of several as long, the one with the fewest capitals: that of a title stands there in capitals alone.
        """
        names = sorted({b.name for b in found}, key=lambda name: (-len(name), sum(map(str.isupper, name)), name))
        for body in found:
            yield replace(body, name=next(n for n in names if _alike(body.name, n)))


def _as_articles_name_it(
    found: list[BodyMention], in_title: list[BodyMention], in_articles: list[BodyMention]
) -> list[BodyMention]:
    """The bodies, that of the title under the name of the only one of its sort that the articles found."""
    opening = [canonical(b.name).split()[:_SORT] for b in in_title]
    alike = [b for b in in_articles if canonical(b.name).split()[:_SORT] in opening]
    if len(in_title) != 1 or len({canonical(b.name) for b in alike}) != 1:
        return found
    return [replace(b, name=alike[0].name) if b is in_title[0] else b for b in found]


def _alike(name: str, longer: str) -> bool:
    own, other = set(canonical(name).split()), set(canonical(longer).split())
    return canonical(longer).startswith(canonical(name)) or len(own & other) >= _SAME * len(own | other)


def _with_capitals(name: str, head: str) -> str:
    """The name with the capitals of its kind: ban tổ chức … -> Ban Tổ chức …, tổ công tác … -> Tổ công tác …."""
    words = head.split(" ", 1)
    second = words[1:] and (words[1].capitalize() if words[0] == "ban" else words[1])
    return " ".join([words[0].capitalize(), *([second] if second else [])]) + name[len(head) :]
