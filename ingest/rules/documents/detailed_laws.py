"""The laws that decrees and circulars of the recitals say they carry out: quy định chi tiết thi hành Luật …."""

import re
from collections.abc import Iterator

from ingest.facts import RelationFact
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.page import Page
from ontology.text import canonical

_DETAILS = re.compile(
    r",?\s+(?:về\s+)?(?:quy định chi tiết|hướng dẫn)(?:(?:,| và|, và)\s+(?:biện pháp|hướng dẫn|quy định chi tiết))*"
    r"(?:\s+(?:thi hành|thực hiện))?(?:\s+(?:một số|các)\s+(?:điều|nội dung|khoản)"
    r"(?:(?:,| và)\s+(?:biện pháp|hướng dẫn)\s+(?:để\s+)?(?:thi hành|thực hiện))?(?:\s+(?:thi hành|thực hiện))?)?"
    r"(?:\s+của)?\s+(?=(?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định)(?!\w))"
)
_YEAR = re.compile(r"(?:\s+năm)?\s+(?:19|20)\d\d$")
_LAW = re.compile(r"(?:bộ luật|luật|pháp lệnh)\s")


def laws_detailed(page: Page, documents: list[DocumentMention], named: list[DocumentMention]) -> Iterator[RelationFact]:
    """`documents` of the page in order; `named` are those that its recitals name by words alone."""
    laws = sorted((d for d in (*named, *documents) if d.name), key=lambda d: -len(d.name or ""))
    names = [(_YEAR.sub("", canonical(d.name or "")), d) for d in laws if _LAW.match(canonical(d.name or ""))]
    for index, document in enumerate(documents):
        details = _DETAILS.match(page.low, document.end) if document.number else None
        if not details:
            continue
        following = documents[index + 1] if index + 1 < len(documents) else None
        target = next((d for name, d in names if page.low.startswith(name, details.end())), None)
        if following and following.start <= details.end() + 1:
            target = following
        if target and target.key != document.key:
            end = max(details.end(), target.end if target is following else details.end())
            words = page.evidence(document.start, end, "details-law")
            yield RelationFact(document.label, "implements", target.label, (words,))
