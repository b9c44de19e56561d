"""Numbered sessions of a body, and congresses of organisations: a number, and who meets."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.facts import BodyForm, EventForm
from ingest.rules.bodies import BodyReader
from ingest.rules.body_mentions import BodyMention
from ingest.rules.page import Page

_ORDINAL = r"(?:\d{1,3}|[a-zà-ỹ]+(?: (?:một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín)(?!\w))?)"
# Kỳ họp thứ 21; phiên họp lần thứ hai; kỳ họp chuyên đề thứ Ba; Kỳ họp đầu tiên
_SESSION = re.compile(
    r"(?<!\w)(?P<what>kỳ họp|phiên họp|phiên|hội nghị)(?P<more> (?:chuyên đề|bất thường|thường lệ|toàn thể|mở rộng))?"
    rf" (?:(?:lần )?thứ (?P<ordinal>{_ORDINAL})|đầu tiên)(?!\w)"
)
# kỳ họp 36; Phiên họp 27 của Ban Chỉ đạo; but not "kỳ họp 2 ngày", "kỳ họp 6/2024"
_BARE = re.compile(
    r"(?<!\w)(?P<what>kỳ họp|phiên họp) (?P<ordinal>\d{1,3})(?![\w%-]|\s?[/.–]\s?\d| (?:ngày|lần|năm|tháng|buổi)\b)"
)
# Ủy ban Kiểm tra Trung ương đã họp kỳ 32; họp Phiên thứ 26
_MET = re.compile(rf"(?<!\w)họp (?P<what>kỳ|phiên)(?: họp)? (?:(?:lần )?thứ )?(?P<ordinal>{_ORDINAL})(?!\w)")
_ASIDE = r"(?:\s*\([^()\n]{0,40}\)| - (?:kỳ họp|phiên họp) [^\W\d_]+ [^\W\d_]+)?"
_GLUE = re.compile(rf"{_ASIDE}(?:,? của|,)? ")
_TERM = re.compile(r"(?:,? lâm thời)?,? khóa (?:[ivx]+|\d{1,2})(?!\w)")
_YEARS = re.compile(r",? (?:\()?nhiệm kỳ \d{4}\s?[-–]\s?\d{4}\)?")
_ASIDE_TERM = re.compile(rf"{_ASIDE}(?P<term>(?:,? lâm thời)?,? khóa (?:[ivx]+|\d{{1,2}})(?!\w))?")
# Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI, nhiệm kỳ 2020-2025; Đại hội Công đoàn Việt Nam lần thứ XIII
_CONGRESS = re.compile(
    r"(?<!\w)đại hội (?P<of>[^\n,.;:()“”]{3,90}?) "
    r"(?:lần thứ (?:[ivx]+|\d{1,2}|[a-zà-ỹ]+)|khóa (?:[ivx]+|\d{1,2}))(?!\w)"
)
_BRACKETED = re.compile(r"\s*\(([^()]*)\)$")
_PROVINCIAL = ("tỉnh", "thành phố")
_NEAR = 60  # characters between a session and the body that meets in it
_MEETING = "họp "  # họp Phiên thứ 26
_LAN = " lần"  # Hội nghị lần thứ năm, but Kỳ họp thứ năm
_WHAT = {"kỳ": "Kỳ họp", "phiên": "Phiên họp", "phiên họp": "Phiên họp", "kỳ họp": "Kỳ họp", "hội nghị": "Hội nghị lần"}
_COMMITTEES: tuple[BodyForm, ...] = ("party_committee", "standing_committee", "inspection_committee", "front_union")
_MEETS: dict[str, tuple[BodyForm, ...]] = {
    "Kỳ họp": ("council", "inspection_committee", "state_body"),
    "Phiên họp": ("steering_committee", "council", "standing_committee", "state_body", "other"),
    "Hội nghị lần": _COMMITTEES,
}
_ORGANISED = ("đảng bộ", "đại biểu", "công đoàn", "mttq", "mặt trận", "hội ", "đoàn ", "toàn quốc", "chi bộ")


@dataclass(frozen=True, slots=True)
class Session:
    start: int
    end: int
    name: str
    form: EventForm
    is_met: bool = False  # "đã họp kỳ 32": the words say that it was held


class Sessions:
    """Reads the sessions of a page; `bodies` in order of place. A session met again keeps its first name."""

    def __init__(self, page: Page, reader: BodyReader, bodies: list[BodyMention]) -> None:
        self._page = page
        self._reader = reader
        self._bodies = bodies
        self._names: dict[tuple[str, int, str], str] = {}

    def find(self) -> Iterator[Session]:
        """Every session whose body the text tells: after its number, or before it in the sentence."""
        for pattern in (_SESSION, _BARE, _MET):
            for match in pattern.finditer(self._page.low):
                ordinal = self._ordinal(match["ordinal"])
                session = self._session(match, ordinal) if ordinal else None
                if session:
                    yield session

    def congresses(self) -> Iterator[Session]:
        """Congresses of the Party in a place or office, of the Front and of unions."""
        page = self._page
        for match in _CONGRESS.finditer(page.low):
            if not match["of"].startswith(_ORGANISED) or "đại hội" in match["of"]:
                continue
            years = _YEARS.match(page.low, match.end())
            end = years.end() if years else match.end()
            words = _BRACKETED.sub(r", \1", page.shown[match.start() + 1 : end])
            yield Session(match.start(), end, f"Đ{self._with_place(words, match)}", "congress")

    def _session(self, match: re.Match[str], ordinal: int) -> Session | None:
        low, what = self._page.low, _WHAT[match["what"]]
        after = _GLUE.match(low, match.end())
        body = self._reader.read_at(after.end()) or self._meant_at(after.end()) if after else None
        if body and not body.is_kind:
            term = _TERM.match(low, body.end)
            end = term.end() if term else body.end
        else:
            body = self._body_before(match.start(), _MEETS[what]) or self._body_after(match.end(), _MEETS[what])
            aside = _ASIDE_TERM.match(low, match.end())
            term = _TERM.match(low, body.end) if body else None
            end = match.end()
            if aside and aside["term"]:
                term, end = _TERM.match(low, aside.start("term")), aside.end()
        if body is None:
            return None
        years = _YEARS.match(low, end)
        told = term or years  # a term by its number, else by its years
        suffix = self._page.shown[told.start() : told.end()].lstrip(",") if told else ""
        more = match.groupdict().get("more") or ""
        number = match["ordinal"] if match["ordinal"] else "nhất"
        head = f"{what.removesuffix(_LAN)}{more}{_LAN if what.endswith(_LAN) else ''}"
        name = f"{head} thứ {number} {body.name}{suffix}"
        name = self._names.setdefault((what + more, ordinal, body.name), name)
        form: EventForm = "conference" if what.startswith("Hội nghị") else "meeting"
        is_met = match.re is _MET or low.endswith(_MEETING, 0, match.start())
        return Session(match.start(), years.end() if years else end, name, form, is_met)

    def _ordinal(self, words: str | None) -> int | None:
        """The number; that of "đầu tiên" is 1."""
        if words is None:
            return 1
        return int(words) if words.isdecimal() else self._page.lexicon.ordinals.get(words)

    def _meant_at(self, place: int) -> BodyMention | None:
        """The Ban Chỉ đạo of "Phiên họp 27 của Ban Chỉ đạo": the one that the text named before."""
        head = self._page.lexicon.any_of("bare_heads").match(self._page.low, place)
        body = self._reader.named_before(head.group(), place) if head else None
        return replace(body, start=place, end=head.end()) if head and body else None

    def _body_before(self, place: int, forms: tuple[BodyForm, ...]) -> BodyMention | None:
        """The last body of these forms that the sentence names before: "HĐND tỉnh … đã tổ chức Kỳ họp thứ ba"."""
        sentence = self._page.sentence_at(place)
        index = bisect_left(self._bodies, place, key=lambda b: b.start)
        first = bisect_left(self._bodies, sentence.start, key=lambda b: b.start)
        before = (b for b in reversed(self._bodies[first:index]) if b.form in forms and not b.is_kind)
        return next(before, None)

    def _body_after(self, place: int, forms: tuple[BodyForm, ...]) -> BodyMention | None:
        """The body that meets, named behind the day: "Tại kỳ họp 36 vào các ngày 24 và 25/1, Ủy ban Kiểm tra …"."""
        comma = self._page.low.find(", ", place, min(place + _NEAR, self._page.sentence_at(place).end))
        body = self._reader.read_at(comma + 2) if comma >= 0 else None
        return body if body and body.form in forms and not body.is_kind else None

    def _with_place(self, words: str, match: re.Match[str]) -> str:
        """The name with the place that "Đảng bộ tỉnh" leaves out."""
        for unit in (*_PROVINCIAL, "huyện", "quận", "phường", "xã"):
            bare = match["of"].endswith(f"đảng bộ {unit}")
            place = self._place_of(unit, match.start()) if bare else None
            if place:
                cut = match.end("of") - match.start() - 1
                return f"{words[:cut]} {place}{words[cut:]}"
        return words

    def _place_of(self, unit: str, place: int) -> str | None:
        """The place that the bare word for its unit means there."""
        meant = self._reader.places.meant_at(place, unit)
        return meant or (self._reader.places.meant_at(place) if unit in _PROVINCIAL else None)
