"""The body whose letterhead a document bears: BAN CHẤP HÀNH TRUNG ƯƠNG / BAN TỔ CHỨC is Ban Tổ chức Trung ương."""

import re
from collections import Counter
from dataclasses import replace

from ingest.facts import BodyForm
from ingest.rules.bodies.issuing_offices import issuer_at
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.abbreviations import expand
from ingest.rules.text.page import Page, Span
from ontology.text import CAPITALS, canonical

MOTTO = re.compile(
    r"đảng cộng sản việt nam|cộng h(?:òa|oà) xã hội|chủ nghĩa việt nam|đoàn tncs hồ chí minh|cộng(?<=\ncộng)(?=\s*\n)"
)
GAP = re.compile(r"\t\s*| {3,}|\|\s*")  # between two columns
_MOTTO_WORDS = ("cộng ", "cộng\n", "chủ nghĩa việt nam", "tncs")  # one of which stands in every motto
_GAP_SIGNS = ("\t", "   ", "|")
_RIGHT = re.compile(r"(?<=\w)\s+(?=cộng h(?:òa|oà) xã hội|đảng cộng sản việt nam|độc lập\s*[-–]\s*tự do)")
BESIDE_RECIPIENTS = re.compile(r"\s*nơi (?:nhận|gửi)\s*:\s*(?=\S)")  # Nơi nhận: CHỦ TỊCH
_JOINT = re.compile(r"\s*[-–]\s*")
LETTERHEAD, OFFICE = "letterhead", "issuing-office"
_OF_PLACE = re.compile(rf"[ ](?:tỉnh|thành phố|huyện|quận)[ ][{CAPITALS}][^\W\d_]*(?:[ ][{CAPITALS}][^\W\d_]*){{0,3}}")
_CENTRE = "ban chấp hành trung ương"
_BASE = "đảng bộ "
_COMMITTEE = "ban chấp hành"
_NATIONAL = " Việt Nam"
_BOARD = "ban chỉ đạo "
_LONGEST = 4  # lines of one name
_FORMS: dict[str, BodyForm] = {
    "hội đồng": "council",
    "ban chỉ đạo": "steering_committee",
    "tổ": "other",
    "bcđ ": "steering_committee",
    "trường ": "other",
    "học viện ": "other",
    "bệnh viện ": "other",
    "viện ": "other",
    "trung tâm ": "other",
    "đại học ": "other",
    "chi bộ ": "party_committee",
    "đảng ủy ": "party_committee",
}
# ĐẢNG ỦY TRƯỜNG ĐẠI HỌC X: of which no small letters are printed, and whose last words are its own name
_SCHOOLS = ("Trường Đại học", "Đại học", "Trường Cao đẳng", "Trường Chính trị", "Học viện", "Bệnh viện")
_OF_SCHOOL = re.compile(rf"đảng ủy ({'|'.join(_SCHOOLS).lower()})((?: [^\W\d_]+){{1,3}})")


def motto_in(low: str, start: int, end: int) -> re.Match[str] | None:
    """The first motto of the State, the Party or its youth between two places."""
    for words in _MOTTO_WORDS:
        if low.find(words, start, end) >= 0:
            return MOTTO.search(low, start, end)
    return None


def gaps_in(low: str, start: int, end: int) -> list[re.Match[str]]:
    """What stands between columns of the line, in order; most lines have but one column."""
    for sign in _GAP_SIGNS:
        if low.find(sign, start, end) >= 0:
            return list(GAP.finditer(low, start, end))
    return []


def left_column(page: Page, line: Span) -> Span:
    """What stands on the left of a line whose right holds the motto of the State or the Party; else the whole line."""
    for gap in gaps_in(page.low, line.start, line.end):
        if page.shown[line.start : gap.start()].strip(" *|\t"):
            return Span(line.start, gap.start())
    right = _RIGHT.search(page.low, line.start, line.end)  # of a copy that has lost the gap
    return Span(line.start, right.start()) if right else line


class Letterhead:
    """`lines` are those of the head in capitals, without motto, number and day; `bodies` those of the page in order."""

    def __init__(self, page: Page, lines: list[Span], bodies: list[BodyMention]) -> None:
        self._page = page
        self._bodies = bodies
        columns = [left_column(page, line) for line in lines]
        self._lines = [c for c in columns if page.shown[c.start : c.end].strip(" *-_|.\t")]

    def body(self) -> BodyMention | None:
        """The body that issues under the letterhead; None if it names none."""
        if not self._lines:
            return None
        return (
            self._known_over_lines()
            or self._union_of_place()
            or self._inside_another()
            or self._last_named()
            or self._of_place()
            or self._of_unit_below()
            or self._as_printed()
            or self._of_school()
        )

    def _words(self, first: int) -> str:
        """The words of the lines from one on."""
        return canonical(" ".join(self._page.shown[c.start : c.end] for c in self._lines[first:])).strip(" *-_|.")

    def _known_over_lines(self) -> BodyMention | None:
        """ỦY BAN THƯỜNG VỤ / QUỐC HỘI: a name of its own over one or more lines."""
        for first in range(max(0, len(self._lines) - _LONGEST), len(self._lines)):
            known = self._page.lexicon.bodies.get(self._words(first))
            if known and not known.is_kind:
                return self._mention(first, known.name, known.form, known.level)
        return None

    def _union_of_place(self) -> BodyMention | None:
        """HỘI NÔNG DÂN VIỆT NAM / BAN CHẤP HÀNH TỈNH LÀO CAI: the union of the tỉnh."""
        last = self._lines[-1]
        over = next((b for b in self._in_head() if b.form == "front_union" and b.end <= last.start), None)
        board = self._page.lexicon.any_of("union_boards").match(self._page.low, last.start, last.end)
        unit = self._page.at("units", self._page.after_blanks(board.end())) if board and over else None
        if not unit or not over or not over.name.endswith(_NATIONAL):
            return None
        meant = self._page.lexicon.units[unit.group()]
        place = _as_place(self._page.low[unit.end() : last.end].strip(" *-_|."))
        found = self._mention(
            len(self._lines) - 1, f"{over.name.removesuffix(_NATIONAL)} {meant.name} {place}", over.form, meant.level
        )
        return replace(found, place=place, unit=meant.name) if place else None

    def _inside_another(self) -> BodyMention | None:
        """BAN TỔ CHỨC under BAN CHẤP HÀNH TRUNG ƯƠNG or TỈNH ỦY LÀO CAI: a head of names without its owner."""
        last = len(self._lines) - 1
        words = self._words(last)
        heads = self._page.lexicon.heads.get(words, ())
        if not last or not heads:
            return None
        above = canonical(self._page.shown[self._lines[last - 1].start : self._lines[last - 1].end]).strip(" *-_|.")
        head = heads[0]
        cut = canonical(" ".join(self._page.shown[c.start : c.end] for c in self._lines[:last])).strip(" *-_|.")
        if above.startswith(_CENTRE) or cut == _CENTRE:  # BAN CHẤP HÀNH TRUNG / ƯƠNG, of a narrow column
            return self._of_centre(last, head.name, head.form)
        if above.startswith(_BASE) and words == _COMMITTEE:
            return self._mention(
                last, f"{head.name} Đảng bộ {_as_place(above.removeprefix(_BASE))}", head.form, head.level
            )
        owner = next((b for b in reversed(self._in_head()) if b.end <= self._lines[last].start), None)
        if not owner:
            return None
        of_unit = next((h for h in heads if h.tail == "unit"), None)  # BAN QUẢN LÝ … of UBND TỈNH LÀO CAI is the tỉnh's
        whose = f"{owner.unit} {owner.place}" if of_unit and owner.unit and owner.place else owner.name
        form = owner.form if owner.form == "front_union" else head.form  # the Ban Chấp hành of a Liên đoàn Lao động
        own = replace(owner, form=form, rule=LETTERHEAD, name=f"{head.name} {whose}")
        return replace(own, start=self._lines[last].start, end=self._lines[last].end)

    def _of_centre(self, line: int, name: str, form: BodyForm) -> BodyMention:
        whole = f"{name} Trung ương"
        bodies = self._page.lexicon.bodies
        known = bodies.get(canonical(whole)) or bodies.get(canonical(f"{whole} Đảng"))
        return self._mention(line, known.name if known else whole, known.form if known else form, "central")

    def _in_head(self) -> list[BodyMention]:
        spans = [(c.start, c.end) for c in self._lines]
        return [b for b in self._bodies if any(s <= b.start < e for s, e in spans) and b.form != "congress"]

    def _last_named(self) -> BodyMention | None:
        """The last body, or the office that issues in its own name: THỦ TƯỚNG CHÍNH PHỦ."""
        office = issuer_at(self._page, [], self._lines[-1].start)
        if office:
            return BodyMention(office.start, office.end, office.name, "state_body", "state", OFFICE)
        named = self._in_head()
        last = self._lines[-1]
        begins = self._page.low.startswith(tuple(_FORMS), last.start)
        inner = bool(named and begins and named[-1].start > last.start)  # of what the name goes on to tell
        own = self._as_printed() if named and begins and (inner or named[-1].end <= last.start) else None
        own = own or (self._in_small_letters(last) if inner else None)
        return own or self._in_place([*self._board_under(named), *self._joint(named)])

    def _board_under(self, named: list[BodyMention]) -> list[BodyMention]:
        """BAN CHỈ ĐẠO PHÒNG, / CHỐNG TỘI PHẠM in the last lines, which no rule names."""
        index = next((i for i, c in enumerate(self._lines) if self._page.low.startswith(_BOARD, c.start)), None)
        if index is None or (named and named[-1].end > self._lines[index].start):
            return []
        name = self._words(index)
        return [self._mention(index, f"Ban Chỉ đạo {name.removeprefix(_BOARD)}", "steering_committee", "state")]

    def _in_place(self, named: list[BodyMention]) -> BodyMention | None:
        """The first of those that issue; BAN CHỈ ĐẠO … under UBND TỈNH LÀO CAI is that of the tỉnh."""
        body = named[0] if named else None
        over = next((b for b in reversed(self._in_head()) if body and b.end <= body.start and b.place), None)
        if not body or not over or body.place or body.form != "steering_committee":
            return body
        name = f"{body.name} {over.unit} {over.place}"
        return replace(body, name=name, place=over.place, unit=over.unit, level=over.level, rule=LETTERHEAD)

    def _in_small_letters(self, line: Span) -> BodyMention:
        """TỔ CÔNG TÁC … CỦA THỦ TƯỚNG CHÍNH PHỦ, printed nowhere else: with the names in it as they are known."""
        name = canonical(self._page.shown[line.start : line.end]).strip(" *-_|.")
        offices = self._page.lexicon.issuing_offices
        known = [*offices.values(), *(b.name for b in self._in_head() if line.start < b.start < line.end)]
        for each in sorted(known, key=len, reverse=True):
            name = name.replace(canonical(each), each)
        form: BodyForm = next((f for head, f in _FORMS.items() if name.startswith(head)), "other")
        return self._mention(len(self._lines) - 1, name[:1].upper() + name[1:], form, "state")

    def _joint(self, named: list[BodyMention]) -> list[BodyMention]:
        """The bodies that issue: the last named, or those that a dash joins: VĂN PHÒNG CHÍNH PHỦ - BỘ NỘI VỤ."""
        found = named[-1:]
        for body in reversed(named[:-1]):
            if not _JOINT.fullmatch(self._page.low, body.end, found[0].start):
                break
            found.insert(0, body)
        return found

    def _of_place(self) -> BodyMention | None:
        """ỦY BAN NHÂN DÂN beside the motto, whose place the copy has lost: the one named most often in the text."""
        words = self._words(len(self._lines) - 1)
        if words not in self._page.lexicon.heads:
            return None
        named = Counter(b.name for b in self._bodies if b.place and canonical(b.name).startswith(f"{words} "))
        name = next((name for name, _ in named.most_common(1)), None)
        body = next((b for b in self._bodies if b.name == name), None)
        last = self._lines[-1]
        return replace(body, start=last.start, end=last.end, rule=LETTERHEAD) if body else None

    def _of_unit_below(self) -> BodyMention | None:
        """ỦY BAN NHÂN DÂN     Lào Cai, ngày … / XÃ BẢN HỒ: the unit stands on the line below the other column."""
        last = len(self._lines) - 1
        unit = self._page.at("units", self._lines[last].start)
        heads = self._page.lexicon.heads.get(canonical(self._text(last - 1)), ()) if last and unit else ()
        head = next((h for h in heads if h.tail == "unit"), None)
        if not unit or not head:
            return None
        meant = self._page.lexicon.units[unit.group()]
        place = _as_place(self._page.low[unit.end() : self._lines[last].end].strip(" *-_|."))
        name = f"{head.name} {meant.name} {place}"
        found = self._mention(last - 1, name, head.form, meant.level)
        return replace(found, place=place, unit=meant.name) if place else None

    def _text(self, index: int) -> str:
        line = self._lines[index]
        return self._page.shown[line.start : line.end].strip(" *-_|.")

    def _as_printed(self) -> BodyMention | None:
        """A body that the rules do not know, under the name that the text prints elsewhere in small letters."""
        for first in range(max(0, len(self._lines) - _LONGEST), len(self._lines)):
            words = canonical(expand(self._words(first).upper(), self._page.lexicon.abbreviations))
            place = self._page.low.find(words) if len(words.split()) > 1 else -1
            while place >= 0 and self._page.shown[place : place + len(words)].isupper():
                place = self._page.low.find(words, place + len(words))
            if place >= 0 and self._page.shown[place].isupper():
                form: BodyForm = next((f for head, f in _FORMS.items() if words.startswith(head)), "other")
                of = _OF_PLACE.match(self._page.shown, place + len(words))
                end = of.end() if of else place + len(words)
                return self._mention(first, self._page.shown[place:end], form, "state")
        return None

    def _of_school(self) -> BodyMention | None:
        """The committee of a school or hospital that is called after a place or a person."""
        named = _OF_SCHOOL.fullmatch(self._words(len(self._lines) - 1))
        if not named:
            return None
        school = next(s for s in _SCHOOLS if s.lower() == named[1])
        name = f"Đảng ủy {school}{named[2].title()}"
        return self._mention(len(self._lines) - 1, name, "party_committee", "state")

    def _mention(self, first: int, name: str, form: BodyForm, level: str) -> BodyMention:
        start, end = self._lines[first].start, self._lines[-1].end
        return BodyMention(start, end, name, form, level, LETTERHEAD)  # type: ignore[arg-type]


def _as_place(words: str) -> str:
    """The words of a unit and its place with the capitals of a place: tỉnh gia lai -> tỉnh Gia Lai."""
    units = ("tỉnh", "thành", "phố", "huyện", "quận", "xã", "phường", "thị", "đặc", "khu")
    return " ".join(w if w in units else w.capitalize() for w in words.split())
