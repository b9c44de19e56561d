"""Which mentions mean one document: names that are alike; and which do not, though they bear one number."""

import re
from bisect import bisect_right
from collections import deque
from dataclasses import replace
from itertools import pairwise

from ingest.facts import RelationFact
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.text.abbreviations import expand
from ingest.rules.text.page import Page
from ontology.text import canonical

_COMPARED = 40  # names of one kind with which another is compared
_SAME = 0.85  # share of words by which two names are one document's
_YEARS_APART = 2  # between two documents of one number: serials begin anew with a term of office
_CONSTITUTION = "Hiến pháp"
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_YEAR = re.compile(r" (?:19|20)\d\d$")
_CUT = 300  # characters that evidence may have been cut by
_NEAR = 6  # mentions of a number among which the one is that evidence holds
_HEAD = 2  # words that the names of two bodies of one kind share


def made_one(found: list[DocumentMention]) -> list[DocumentMention]:
    """The mentions with one name and key for each document, the longest of those that are alike."""
    names: dict[str, deque[DocumentMention]] = {}
    for document in sorted(found, key=lambda d: (-len(d.name or ""), d.start)):
        known = names.setdefault(document.kind, deque(maxlen=_COMPARED))
        first = next((other for other in known if _alike(document.name or "", other.name or "")), None)
        first = first or next((other for other in known if _alike_but_for_issuer(document, other)), None)
        if first:
            document.key, document.name = first.key, first.name
        else:
            known.append(document)
    return found


def with_one_constitution(documents: list[DocumentMention]) -> list[DocumentMention]:
    """The mentions; those of one year are one, and "Hiến pháp" alone is that of the one year that the text names."""
    told = [d for d in documents if d.kind == _CONSTITUTION]
    by_year: dict[str, DocumentMention] = {}
    for document in told:
        if document.issued:
            by_year.setdefault(document.issued, document)
    for document in told:
        alone = len(by_year) == 1 and not document.issued and document.name == _CONSTITUTION
        known = next(iter(by_year.values())) if alone else by_year.get(document.issued or "")
        if known:
            document.key, document.name, document.issued = known.key, known.name, known.issued
    return documents


def with_one_law(documents: list[DocumentMention]) -> list[DocumentMention]:
    """The mentions; a law without number and day is the one law of its name that the text tells with either."""
    told: dict[str, dict[str, DocumentMention]] = {}
    laws = [d for d in documents if d.kind in _LAWS and d.name]
    for law in laws:
        if law.number or law.issued:
            told.setdefault(_without_year(law.name), {}).setdefault(law.key, law)
    for law in laws:
        known = told.get(_without_year(law.name), {})
        if len(known) == 1 and not law.number and not law.issued:
            (same,) = known.values()
            law.key, law.name, law.number, law.issued = same.key, same.name, same.number, same.issued
    return documents


def _without_year(name: str | None) -> str:
    return _YEAR.sub("", canonical(name or ""))


def spell_out(documents: list[DocumentMention], abbreviations: dict[str, str]) -> None:
    """Writes out in names what the text abbreviates by its own definition, and "T.Ư": Quy chế làm việc của UBKTTW."""
    for document in documents:
        document.name = expand(document.name, abbreviations) if document.name else None


def _alike(name: str, other: str) -> bool:
    """Whether one name is the beginning of the other, or they share most of their words."""
    first, second = canonical(name), canonical(other)
    a, b = set(first.split()), set(second.split())
    return second.startswith(first + " ") or first == second or len(a & b) >= _SAME * len(a | b)


def _alike_but_for_issuer(document: DocumentMention, other: DocumentMention) -> bool:
    """ "Tờ trình về việc bầu Chủ tịch nước" is the "Tờ trình của Quốc hội về việc bầu Chủ tịch nước"."""
    if bool(document.issuer) == bool(other.issuer):
        return False
    of = f" của {canonical(document.issuer or other.issuer or '')}"
    names = [canonical(d.name or "").replace(of, "", 1) for d in (document, other)]
    return names[0] == names[1]


def tell_apart(page: Page, mentions: list[DocumentMention]) -> None:
    """Gives keys of their own to documents that share a number: told apart by their years, or by who issued them.

    A mention without a day means the document with its issuer, else the one named last before it that was not only
    replaced, else the latest.
    """
    by_key: dict[str, list[DocumentMention]] = {}
    for mention in mentions:
        if mention.number:
            by_key.setdefault(mention.key, []).append(mention)
    for same in by_key.values():
        days = _days_apart([m.issued for m in same if m.issued])
        if len(days) > 1:
            _share_out(page, same, days)
        else:
            _share_by_issuer(same)
    told = {m.key: m.issuer for m in mentions if m.issuer}
    for mention in mentions:
        mention.issuer_told = told.get(mention.key)


def _days_apart(days: list[str]) -> list[str]:
    """One day a document, in order: days of years far enough apart."""
    found: list[str] = []
    for day in sorted(set(days)):
        if not found or int(day[:4]) - int(found[-1][:4]) >= _YEARS_APART:
            found.append(day)
    return found


def _share_out(page: Page, same: list[DocumentMention], days: list[str]) -> None:
    issuers = {m.issuer: _nearest(days, m.issued) for m in same if m.issuer and m.issued}
    last = days[-1]
    for mention in same:
        if mention.issued:
            day = _nearest(days, mention.issued)
            replaced = page.is_after("replaces", mention.start) or page.is_after("repeals", mention.start)
            last = last if replaced else day
        else:
            day = issuers.get(mention.issuer, last) if mention.issuer else last
        mention.issued = mention.issued or day
        mention.twin = day
        mention.key = f"{mention.key} {day}"


def _nearest(days: list[str], day: str) -> str:
    return min(days, key=lambda other: abs(int(other[:4]) - int(day[:4])))


def _share_by_issuer(same: list[DocumentMention]) -> None:
    """ "Quyết định số 12-QĐ/TU của Tỉnh ủy A" is not that of Tỉnh ủy B; without issuer it is the one named before."""
    issuers = list(dict.fromkeys(m.issuer for m in same if m.issuer))
    if not any(_of_one_kind(a, b) for a, b in pairwise(issuers)):
        return
    last = issuers[0]
    for mention in same:
        last = mention.issuer or last
        mention.issuer = last
        mention.twin = last
        mention.key = f"{mention.key} {canonical(last)}"


def _of_one_kind(name: str, other: str) -> bool:
    """Whether they are bodies of one kind in two places, rather than two names of one."""
    a, b = canonical(name).split(), canonical(other).split()
    return a[:_HEAD] == b[:_HEAD] and not set(a) <= set(b) and not set(b) <= set(a)


def with_twins(relations: list[RelationFact], mentions: list[DocumentMention]) -> list[RelationFact]:
    """The relations, with which of two documents of one number their words mean."""
    twins: dict[str, list[DocumentMention]] = {}
    for mention in mentions:
        if mention.twin:
            twins.setdefault(mention.label, []).append(mention)
    if not twins:
        return relations
    return [_with_twin(r, twins.get(r.subject, []), twins.get(r.object, [])) for r in relations]


def _with_twin(fact: RelationFact, subjects: list[DocumentMention], objects: list[DocumentMention]) -> RelationFact:
    words = fact.evidence[0]
    itself = next((m for m in subjects if m.is_self), None)
    subject = itself or _first_in(subjects, words.start, words.end, None)
    same = subject.twin if subject and fact.subject == fact.object else None
    target = _first_in(objects, words.start, words.end + _CUT, same)
    return replace(
        fact,
        subject_twin=subject.twin if subject else None,
        object_twin=target.twin if target else None,
    )


def _first_in(mentions: list[DocumentMention], start: int, end: int, other: str | None) -> DocumentMention | None:
    index = max(0, bisect_right(mentions, start, key=lambda m: m.start) - 1)
    near = mentions[index : index + _NEAR]
    return next((m for m in near if m.end > start and m.start < end and m.twin != other), None)
