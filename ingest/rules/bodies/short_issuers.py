"""Who issues papers under the short name that a text uses: "Kế hoạch số 5-KH/BCĐ của Ban Chỉ đạo"."""

import re
from bisect import bisect_left

from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.mentions.body_mentions import BodyMention, replace
from ingest.rules.text.page import Page

_RULE = "short-issuer"
_ENDS = re.compile(r"\s*(?:[,.;:()\n]|$)| (?:đã|vừa|cũng|ban hành|có|ra|tiếp tục|ký)(?!\w)")
_ON = re.compile(r" về(?!\w)")
_CODE = 44  # characters before the short name in which the number says by its code whose it is
_CODES = ("bcđ", "-hđ", "-tct")


def short_issuers(page: Page, reader: BodyReader, bodies: list[BodyMention]) -> list[BodyMention]:
    """Every such committee, by the name under which the text told it before; `bodies` are in order of place."""
    found = []
    for head in page.everywhere("bare_heads"):
        index = bisect_left(bodies, head.end(), key=lambda b: b.start) - 1
        named = index >= 0 and bodies[index].end > head.start()
        if named or not page.shown[head.start()].isupper():
            continue
        code = page.low[max(0, head.start() - _CODE) : head.start()]
        on = _ON.match(page.low, head.end()) and any(words in code for words in _CODES)
        body = reader.meant_by(head.group(), head.start()) if on or _ENDS.match(page.low, head.end()) else None
        if body and not body.is_kind:
            found.append(replace(body, start=head.start(), end=head.end(), rule=_RULE))
    return found
