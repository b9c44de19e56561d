"""Who issued a document where the text names an office, not a body: của Thủ tướng Chính phủ, của Bộ trưởng Bộ Y tế."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from ingest.facts import BodyFact, BodyForm, Level, RelationFact
from ingest.lexicon import Lexicon
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.text.page import Page, Span

_BLANK = re.compile(r"\s*")
# What may stand between an issuer and the verb: "(khóa XV) đã thảo luận, thống nhất".
ADVERBS = re.compile(
    r"(?:\s*\([^()\n]{1,40}\))?(?:,? (?:khóa [ivx\d]{1,5}|nhiệm kỳ \d{4}\s?[-–]\s?\d{4}),?)?"
    r"(?: (?:đã|vừa|cũng|mới|chính thức|xem xét|thống nhất|nhất trí|quyết định|thảo luận|tiếp tục|kịp thời|đồng thời"
    r"|sau đó|còn|lần lượt|khẩn trương|nhanh chóng|chủ động|trực tiếp"
    r"|biểu quyết|cho ý kiến|và),?){0,6} "
)


_PLENUM = re.compile(r"hội nghị lần thứ (?:\d{1,2}|[^\W\d_]+(?: [^\W\d_]+)?),? (?=ban chấp hành|bch)")
_DEPUTY = re.compile(r"(?:phó|nguyên|cựu|trợ lý|thư ký) $")
_WORD = 8  # characters in which the word right before an office stands
_REACH = 90  # characters between the beginning of an office and the verb
_OFFICE = 20  # characters before the body in which the office begins


@dataclass(frozen=True, slots=True)
class Issuer:
    """`name` is the body's, or that of an office which issues in its own name: Thủ tướng Chính phủ."""

    name: str
    start: int
    end: int


def issuer_at(page: Page, bodies: list[BodyMention], place: int) -> Issuer | None:
    """The issuer that is named right there; of the head of a body the body. `bodies` are in order of place."""
    low, lexicon = page.low, page.lexicon
    office = lexicon.any_of("issuing_offices").match(low, place)
    if office:
        return Issuer(lexicon.issuing_offices[office.group()], place, office.end())
    head = lexicon.any_of("heads_of_bodies").match(low, place)
    last = _BLANK.match(low, head.end()).end() if head else place  # type: ignore[union-attr]
    index = bisect_left(bodies, place, key=lambda b: b.start)
    body = bodies[index] if index < len(bodies) else None
    return Issuer(body.name, place, body.end) if body and body.start <= last else None


def issuer_or_plenum_at(page: Page, bodies: list[BodyMention], place: int) -> Issuer | None:
    """The issuer named right there; of "Hội nghị lần thứ bảy Ban Chấp hành …" the committee that met."""
    plenum = _PLENUM.match(page.low, place)
    return issuer_at(page, bodies, plenum.end() if plenum else place)


def office_ending_with(page: Page, body: BodyMention) -> Issuer | None:
    """The office whose name ends with that of the body: Thủ tướng Chính phủ."""
    offices = page.found("issuing_offices", Span(max(0, body.start - _OFFICE), body.end))
    office = next((o for o in offices if o.end() == body.end), None)
    return Issuer(page.lexicon.issuing_offices[office.group()], office.start(), body.end) if office else None


def office_before(page: Page, place: int) -> Issuer | None:
    """The office that ends right before a place, but for adverbs: "Thủ tướng cũng đã có (quyết định)"; no deputy."""
    offices = page.found("issuing_offices", Span(max(0, place - _REACH), place))
    office = next((o for o in offices if ADVERBS.fullmatch(page.low, o.end(), place)), None)
    if not office or _DEPUTY.search(page.low, max(0, office.start() - _WORD), office.start()):
        return None
    return Issuer(page.lexicon.issuing_offices[office.group()], office.start(), office.end())


def issuing_offices(lexicon: Lexicon, relations: list[RelationFact], bare: list[BodyMention]) -> list[BodyFact]:
    """The offices that issued something in their own name, as bodies of the State, with the words that say so.

    With them those of the bare bodies, of whose place the text says nothing, that issued something.
    """
    known: dict[str, tuple[BodyForm, Level]] = {o: ("state_body", "state") for o in lexicon.issuing_offices.values()}
    known |= {body.name: (body.form, body.level) for body in bare}
    issued = [r for r in relations if r.predicate == "issuedBy" and r.object in known]
    found = {r.object: [e for other in issued if other.object == r.object for e in other.evidence] for r in issued}
    return [BodyFact(name, known[name][0], known[name][1], tuple(evidence)) for name, evidence in found.items()]
