"""The title under the kind of an official document, the line that says who decides, and the name that they give it."""

import re
from bisect import bisect_left

from ingest.rules.bodies.issuing_offices import issuer_at
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.official.official_lines import AFTER_HEAD, CARRIES_OUT, NOWHERE, RECITAL
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_TITLE_LINES, _TITLE = 8, 1500  # lines and characters of the title
_PROMULGATED = re.compile(r"\s*\((?:ban hành )?kèm theo [^()]*\)$")
_ABOUT = re.compile(r"^v/v:?\s+", re.IGNORECASE)
_PLENUM = re.compile(r"(?:hội nghị|đại hội|kỳ họp|phiên họp)(?: lần)? thứ [^\s]{1,8}(?: [^\s]{1,8})?\s*$")
_RULE_LINE = re.compile(r"(?:[\W_]|o0o)*")


class Naming:
    """`bodies` are those of the page in order, without kinds."""

    def __init__(self, page: Page, bodies: list[BodyMention]) -> None:
        self._page = page
        self._low = page.low
        self._bodies = bodies
        self._lines = page.paragraphs

    def read(self, kind_line: Span) -> tuple[Span, Span]:
        """The title, with its kind, and the line under it that says who decides."""
        low, end = self._low, kind_line.end
        ruled = False  # a line of dashes ends the title
        index = bisect_left(self._lines, kind_line.end, key=lambda p: p.start)
        for line in self._lines[index : index + _TITLE_LINES]:
            if AFTER_HEAD.match(low, line.start, line.end) or low[line.start : line.end].rstrip().endswith(
                (".", ":", ";")
            ):
                break
            if _RULE_LINE.fullmatch(low, line.start, line.end):
                ruled = end > kind_line.end
                continue
            if (
                end > kind_line.end
                and not self._page.shown[line.start : line.end].isupper()
                and CARRIES_OUT.match(low, line.start)
            ):
                break
            if self._decides(line, kind_line, end):
                return Span(kind_line.start, min(end, kind_line.start + _TITLE)), line
            if ruled:
                break
            end = line.end
        return Span(kind_line.start, min(end, kind_line.start + _TITLE)), NOWHERE

    def _decides(self, line: Span, kind_line: Span, end: int) -> bool:
        """Whether a line in capitals after the title names who decides: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI."""
        has_title = end > kind_line.end or len(self._low[kind_line.start : kind_line.end].split()) > 3
        if not has_title or not self._page.shown[line.start : line.end].isupper():
            return False
        goes_on = _PLENUM.search(self._low, kind_line.start, end)  # HỘI NGHỊ LẦN THỨ BA / BAN CHẤP HÀNH TRUNG ƯƠNG
        if goes_on or self._low[:end].rstrip().endswith((" -", " và", " của", ",")):
            return False
        if issuer_at(self._page, self._bodies, line.start):
            return True
        role = self._page.lexicon.any_of("roles").match(self._low, line.start, line.end)
        head = self._page.lexicon.any_of("heads").match(self._low, line.start, line.end)
        following = bisect_left(self._lines, line.end, key=lambda p: p.start)
        last = following < len(self._lines) and RECITAL.match(
            self._low, self._lines[following].start, self._lines[following].end
        )
        return bool((role or head) and last and not self._low[kind_line.end : end].rstrip().endswith(("của", "và")))

    def letter(self, kind: str, subject: list[Span]) -> DocumentMention | None:
        """The letter under the name of its kind and of the lines that say what it is about."""
        words = " ".join(" ".join(self._page.shown[s.start : s.end].split()) for s in subject).strip(" -_*")
        if not words:
            return None
        name = f"{kind} {_ABOUT.sub('về việc ', words)}"
        evidence = [self._page.evidence(subject[0].start, subject[-1].end, "official-head")]
        place = (subject[0].start, subject[-1].end, f"name:{canonical(name)}")
        return DocumentMention(*place, kind, name=name, evidence=evidence, is_self=True)

    def document(self, kind: str, begin: int, title: Span) -> DocumentMention:
        """The document under the name of its kind and title: "Quyết định về việc …"."""
        of = re.match(r"\s+của\s+", self._low[begin : title.end])
        issuer = (
            issuer_at(self._page, self._bodies, begin + of.end())
            if of
            else issuer_at(self._page, self._bodies, begin + 1)
        )
        begin = issuer.end if issuer else begin
        lines = (line.strip(" -_*") for line in self._page.shown[begin : title.end].split("\n"))
        words = " ".join(" ".join(w.lower() if w.isupper() else w for w in [line]) for line in lines if line)
        words = _PROMULGATED.sub("", " ".join(words.split()))
        name = f"{kind} {words[:1].lower() + words[1:]}".strip()
        evidence = [self._page.evidence(title.start, title.end, "official-head")]
        key = f"name:{canonical(name)}"
        return DocumentMention(title.start, title.end, key, kind, name=name, evidence=evidence, is_self=True)
