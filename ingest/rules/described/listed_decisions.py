"""Decisions of which a list tells what each decides: "công bố các quyết định của Bộ Chính trị:" and a line for each."""

import re
from collections.abc import Iterator

from ingest.rules.bodies.issuing_offices import Issuer, issuer_at
from ingest.rules.described.document_subjects import SUBJECT_LENGTH, cue_words
from ingest.rules.described.told_decisions import DecisionReader
from ingest.rules.mentions.body_mentions import BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.page import Page, Span
from ontology.text import canonical

_KIND = "Quyết định"
_CONFIDENCE = 0.8  # the name is put together from two lines
_LEAD = re.compile(
    r"(?:công bố|trao)(?: và trao)? các quyết định của (?P<who>[^.;:\n]{4,70}?)"
    r"(?: (?:về công tác (?:cán bộ|nhân sự)|như sau|sau đây|sau|gồm|bao gồm)){0,2}:\s*$"
)
_LEAD_LENGTH = 160  # characters of a line that leads a list
_MARK = re.compile(r"\s*(?:[-–+•*]\s*|\d{1,2}[.)]\s*)?")
_SECOND = re.compile(r"(?:,| và) ban bí thư(?: trung ương(?: đảng)?)?$")
_PEERS = ("Bộ Chính trị", "Ban Bí thư")
_ITEMS = 8


def listed_decisions(page: Page, subjects: DecisionReader, bodies: list[BodyMention]) -> Iterator[DocumentMention]:
    """Every line of such a list that says on whom it decides and into what post."""
    for index, line in enumerate(page.paragraphs):
        if not page.low.endswith(":", line.start, line.end):
            continue
        lead = _LEAD.search(page.low, max(line.start, line.end - _LEAD_LENGTH), line.end)
        issuer = issuer_at(page, bodies, lead.start("who")) if lead else None
        if not lead or not issuer:
            continue
        second = _SECOND.search(page.low, issuer.start, lead.end("who")) if issuer.name == _PEERS[0] else None
        for item in page.paragraphs[index + 1 : index + 1 + _ITEMS]:
            begin = _begin(page, item, issuer)
            decides = cue_words("decides").match(page.low, begin)
            if not decides and begin == _begin(page, item):
                break
            told = Span(begin, item.end)
            read = _decided if decides else _told
            decision = _decision(page, read(subjects, told), told, issuer, second=second is not None)
            if decision:
                yield decision


def _begin(page: Page, item: Span, issuer: Issuer | None = None) -> int:
    """Where the words of the line begin, behind its mark and "Bộ Chính trị quyết định"."""
    mark = _MARK.match(page.low, item.start)
    begin = mark.end() if mark else item.start
    by = f"{issuer.name.lower()} quyết định " if issuer else ""
    return begin + len(by) if page.low.startswith(by, begin) else begin


def _decided(subjects: DecisionReader, item: Span) -> tuple[str, int] | None:
    """ "Điều động ông X, <titles>, giữ chức Y": in what words, and where they end."""
    person = subjects.person_in(item.start, min(item.end, item.start + SUBJECT_LENGTH))
    if not person or not subjects.post_from(person.end, item.end):
        return None
    return subjects.decision(item.start, subjects.end(item.start), person)


def _told(subjects: DecisionReader, item: Span) -> tuple[str, int] | None:
    """ "Đồng chí X, <titles>, thôi giữ chức …; điều động, bổ nhiệm giữ chức Y"."""
    told = subjects.told_by(item.start)
    return (told[1], item.end) if told and told[1] else None


def _decision(
    page: Page, told: tuple[str, int] | None, item: Span, issuer: Issuer, *, second: bool
) -> DocumentMention | None:
    if not told:
        return None
    words, end = told
    by = f"{_PEERS[0]}, {_PEERS[1]}" if second else issuer.name
    name = f"{_KIND} của {by} {words[0].lower()}{words[1:]}"
    evidence = [page.evidence(item.start, end, "listed-decision", _CONFIDENCE)]
    found = DocumentMention(
        item.start, end, f"name:{canonical(name)}", _KIND, name=name, issuer=issuer.name, evidence=evidence
    )
    found.second_issuer = _PEERS[1] if second else None
    return found
