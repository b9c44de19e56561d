"""Congresses of the Party in a place or office, of the Front and of unions: a number, and whose they are."""

import re
from collections.abc import Iterator

from ingest.cued import Cued
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.events.numbered_sessions import Session
from ingest.rules.events.sessions import ORGANISER, ORGANISER_REACH, YEARS
from ingest.rules.text.abbreviations import expand
from ingest.rules.text.page import Page

# Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2020-2025; Đại hội Đảng bộ xã Mường Hum nhiệm kỳ 2025-2030
_CONGRESS = Cued(
    "đại",
    r"đại hội (?P<of>(?:[^\n,.;:()“”]|, (?=các đoàn thể )){3,90}?)"
    r"(?: \((?:huyện|quận|thị xã|thành phố|tỉnh|tp) [^()\n]{2,50}\))?,? "
    r"(?:lần thứ (?:[ivx]+|\d{1,2}|[a-zà-ỹ]+)|khóa (?:[ivx]+|\d{1,2})|\(?nhiệm kỳ \d{4}\s?[-–]\s?\d{4}\)?)(?!\w)",
)
# Đại hội lần thứ XVII Đảng bộ tỉnh Lào Cai; Đại hội XIII Công đoàn Việt Nam
_NUMBER_FIRST = Cued(
    "đại",
    r"đại hội (?:đại biểu )?(?:toàn quốc )?(?:lần thứ (?:[ivx]+|\d{1,2}|[a-zà-ỹ]+)|[ivx]+) (?:của )?"
    r"(?P<of>(?:đảng bộ|công đoàn|đoàn thanh niên|đoàn tncs|mặt trận tổ quốc|mttq"
    r"|hội (?:nông dân|liên hiệp|cựu chiến binh|phụ nữ))(?!\w)[^\n,.;:()“”]{0,60}?)"
    r"(?=[,.;:()\n]|$| \(| (?:đã|sẽ|được|diễn ra|khai mạc|bế mạc|là|thành công|bầu|nhiệm kỳ|có|gồm|tại|vào"
    r"|vừa|đang|cũng|với|thông qua|xác định|đề ra|tổ chức|nhất trí|tiến hành|từ"
    r"|và (?:các|những|nghị quyết|kế hoạch|chương trình|kết luận|chỉ đạo|triển khai|thực hiện|đại hội))(?!\w))",
)
# Chi bộ cơ quan đã long trọng tổ chức Đại hội đại biểu lần thứ I
_OWN_CONGRESS = Cued(
    "đại", r"đại hội (?P<who>đại biểu )?(?P<number>lần thứ (?:[ivx]+|\d{1,2}|[a-zà-ỹ]+)|(?=nhiệm kỳ \d))(?!\w)"
)
# Ngày 10/2, Đảng bộ Văn phòng UBND tỉnh Đại hội lần thứ VIII
_CONVENES = re.compile(r"(?:^|[,;.\n)] )(?P<who>(?:đảng bộ|chi bộ|công đoàn|hội|đoàn)(?!\w)[^\n,.;:()“”]{3,60}?) $")
_GENERIC = re.compile(
    r"(?:các (?:phường|xã|tỉnh|huyện|cơ quan, đơn vị)|các cấp|cơ sở|trực thuộc|cấp (?:trên|tỉnh|huyện|xã|ủy))(?!\w)"
)
_BRACKETED = re.compile(r"\s*\(([^()]*)\)$")
_ASIDE = re.compile(r"^ \((?![Nn]hiệm kỳ)[^()]*\)")  # Đảng bộ xã X (huyện Y) lần thứ II
_PROVINCIAL, _LOCAL = ("tỉnh", "thành phố"), ("huyện", "quận", "thị xã", "phường", "xã")
_BASE = "đảng bộ"  # đại hội đảng bộ nhiệm kỳ 2020 - 2025: those of all, in small letters
_NOBODY = ("đại biểu", "toàn quốc", "đại biểu toàn quốc")  # Đại hội đại biểu lần thứ I
_ORGANISED = ("đảng bộ", "đại biểu", "công đoàn", "mttq", "mặt trận", "hội ", "đoàn ", "toàn quốc", "chi bộ")


class LocalCongresses:
    """Reads the congresses of a page, but for those of the Party of the whole country."""

    def __init__(self, page: Page, reader: BodyReader, abbreviations: dict[str, str]) -> None:
        self._page, self._reader, self._abbreviations = page, reader, abbreviations

    def find(self) -> Iterator[Session]:
        """Every congress that says whose it is, or that the sentence tells who holds."""
        page = self._page
        for whole in page.each(_CONGRESS):
            inner = whole["of"].rfind("đại hội ")  # đại hội đảng các cấp tiến tới Đại hội Đảng bộ tỉnh lần thứ XIX
            match = _CONGRESS.pattern.match(page.low, whole.start("of") + inner) if inner >= 0 else whole
            if not match:
                continue
            of = match["of"]
            named = of.startswith(_ORGANISED) and "đại hội" not in of and of not in _NOBODY
            named = named and (of != _BASE or page.shown[match.start()].isupper())
            if named and not _GENERIC.search(of):
                end = self._end_of_years(match.end())
                words = page.shown[match.start() + 1 : match.end("of")]
                words += _ASIDE.sub("", page.shown[match.end("of") : end])
                words = _BRACKETED.sub(r", \1", words)
                words = expand(self._with_place(words, match), self._abbreviations)
                yield Session(match.start(), end, f"Đ{words}", "congress")
        for match in page.each(_NUMBER_FIRST):
            end = self._end_of_years(match.end())
            words = expand(self._with_place(page.shown[match.start() + 1 : end], match), self._abbreviations)
            yield Session(match.start(), end, f"Đ{words}", "congress")
        for match in page.each(_OWN_CONGRESS):
            first = max(page.sentence_at(match.start()).start, match.start() - ORGANISER_REACH)
            organiser = ORGANISER.search(page.low, first, match.start())
            if not organiser and page.shown[match.start()].isupper():
                organiser = _CONVENES.search(page.low, first, match.start())
            if organiser:
                end = self._end_of_years(match.end())
                kind, number = match["who"] or "", page.shown[match.start("number") : end].strip()
                who = expand(page.shown[organiser.start("who") : organiser.end("who")], self._abbreviations)
                name = f"Đại hội {kind.lower()}{who} {number}"
                yield Session(match.start(), end, name, "congress", is_met=organiser.re is _CONVENES)

    def _end_of_years(self, end: int) -> int:
        years = YEARS.match(self._page.low, end)
        return years.end() if years else end

    def _with_place(self, words: str, match: re.Match[str]) -> str:
        """The name with the place that "Đảng bộ tỉnh" or "Đoàn TNCS Hồ Chí Minh tỉnh" leaves out."""
        unit = next((u for u in (*_PROVINCIAL, *_LOCAL) if match["of"].endswith(f" {u}")), None)
        place = self._place_of(unit, match.start()) if unit else None
        if not place:
            return words
        cut = match.end("of") - match.start() - 1
        return f"{words[:cut]} {place}{words[cut:]}"

    def _place_of(self, unit: str, place: int) -> str | None:
        """The place that the bare word for its unit means there."""
        meant = self._reader.places.meant_at(place, unit)
        return meant or (self._reader.places.meant_at(place) if unit in _PROVINCIAL else None)
