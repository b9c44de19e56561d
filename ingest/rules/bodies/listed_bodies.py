"""Bodies that an official document lists by what differs in their names: các bộ: Quốc phòng, Công an, Tài chính."""

import re
from collections.abc import Iterator

from ingest.facts import BodyForm, Level
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page, Span

_RULE = "body-of-list"
_OPENS = re.compile(
    r"(?<!\w)các (?P<head>bộ|sở|ban cán sự đảng|đảng đoàn)(?:,? (?:ban, )?(?:cơ quan|ngành))?(?: gồm)?:?\s+"
    r"|(?<!\w)(?P<head2>ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd|tỉnh ủy) (?:các )?tỉnh(?:, thành phố)?"
    r"(?: trực thuộc trung ương)?\s*:\s+"
)
_NEXT = re.compile(r",\s+(?:và\s+)?|\s+và\s+|;\s+")
_GROUPS = ("ban cán sự đảng", "đảng đoàn")
_LETTERS = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}
_COUNCIL = "hội đồng nhân dân"
_PLACED = "sở"
_MOST = 24  # bodies of one list
_FEWEST = 2


class ListedBodies:
    """`issuer` is whose document it is: its province is that of departments."""

    def __init__(self, page: Page, reader: BodyReader, issuer: BodyMention | None) -> None:
        self._page = page
        self._reader = reader
        self._issuer = issuer
        self.hidden: list[Span] = []  # where bodies stand that only part of such a name names

    def read(self, start: int) -> Iterator[BodyMention]:
        """Every body of such a list from a place on."""
        for opens in _OPENS.finditer(self._page.low, start):
            head = opens["head"] or opens["head2"]
            items = list(self._items(head, opens.end()))
            if len(items) >= _FEWEST or opens.group().rstrip().endswith(":"):
                yield from items

    def _items(self, head: str, place: int) -> Iterator[BodyMention]:
        for _ in range(_MOST):
            body = self._item(head, place)
            if not body:
                return
            yield body
            join = _NEXT.match(self._page.low, body.end)
            if not join:
                return
            place = join.end()

    def _item(self, head: str, place: int) -> BodyMention | None:
        if head in _GROUPS:
            inner = self._reader.read_at(place)
            if not inner or inner.is_kind or not self._page.shown[place].isupper():
                return None
            self.hidden.append(Span(place - 1, inner.end))
            return self._mention(place, inner.end, f"{head.capitalize()} {inner.name}", "party_committee", "central")
        if head in ("bộ", _PLACED):
            return self._with_field(head, place)
        province = self._reader.places.at(place)
        if not province:
            return None
        whole = _LETTERS.get(head, head)
        form: BodyForm = "council" if whole == _COUNCIL else "state_body"
        return self._mention(
            place, province.end, f"{whole.capitalize()} {province.unit} {province.name}", form, "province"
        )

    def _with_field(self, head: str, place: int) -> BodyMention | None:
        field = self._page.lexicon.any_of("fields").match(self._page.low, place)
        if not field or not self._page.shown[place].isupper():
            return None
        name = f"{head.capitalize()} {self._page.lexicon.fields[field.group()]}"
        if head != _PLACED:
            return self._mention(place, field.end(), name, "state_body", "state")
        owner = self._issuer
        if not owner or not owner.place or owner.level != "province":
            return None
        return self._mention(place, field.end(), f"{name} {owner.unit} {owner.place}", "state_body", "province")

    def _mention(self, start: int, end: int, name: str, form: BodyForm, level: Level) -> BodyMention:
        return BodyMention(start, end, name, form, level, _RULE)
