"""Who stands right before a verb that issues: a body, or an office with the name of who holds it."""

import re
from bisect import bisect_left

from ingest.rules.bodies.issuing_offices import ADVERBS, Issuer, issuer_at
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.relations.scene import Scene, last_before
from ingest.rules.text.page import Span

_REACH = 90  # characters between an issuer, with the name of who holds the office, and the verb
DEPUTY = re.compile(r"(?:phó|nguyên|cựu|trợ lý|thư ký|ký thay|thừa lệnh) $")


def issuer_before(scene: Scene, place: int) -> Issuer | None:
    """The body or office that ends right before the verb at the place, but for adverbs and who holds the office."""
    low, first = scene.page.low, max(0, place - _REACH)
    offices = scene.page.found("issuing_offices", Span(first, place))
    office = offices[-1] if offices else None
    if office and ADVERBS.fullmatch(low, past_holder(scene, office.end()), place):
        deputy = DEPUTY.search(low, max(0, office.start() - 10), office.start())
        return issuer_at(scene.page, scene.bodies, office.start()) if not deputy else None
    body = last_named(scene, place)
    if not body or body.is_kind or not ADVERBS.fullmatch(low, body.end, place):
        return None
    return None if office and office.end() == body.end else Issuer(body.name, body.start, body.end)


def last_named(scene: Scene, place: int) -> BodyMention | None:
    """The last body named before a place, be it one of which the page does not say of which place it is."""
    named, bare = last_before(scene.bodies, place, _REACH), last_before(scene.issuers, place, _REACH)
    return bare if bare and (named is None or bare.start > named.end) else named


def past_holder(scene: Scene, end: int) -> int:
    """Where the name of who holds an office ends, if it follows right after it: "Thủ tướng Lê Văn Mẫu"."""
    index = bisect_left(scene.people, end, key=lambda p: p.start)
    person = scene.people[index] if index < len(scene.people) else None
    return person.end if person and person.start == end + 1 else end
