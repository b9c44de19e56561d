"""The door of extraction: what one Vietnamese text states, each fact with the words that state it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import partial

from ingest.facts import BodyFact, EventFact, Extraction
from ingest.garbage import collected_later
from ingest.lexicon import Lexicon
from ingest.rules.bodies.bare_issuers import bare_issuers
from ingest.rules.bodies.bodies import BodyReader
from ingest.rules.bodies.bodies_of_places import bodies_of_places
from ingest.rules.bodies.issuing_offices import issuing_offices
from ingest.rules.bodies.organs_of_base import organs_of_base
from ingest.rules.bodies.party_cells import with_cells
from ingest.rules.bodies.short_issuers import short_issuers
from ingest.rules.bodies.unmeant_bodies import means_none
from ingest.rules.described.described_documents import with_described
from ingest.rules.documents.adoption import date_adopted
from ingest.rules.documents.documents import document_facts, find_documents
from ingest.rules.documents.same_documents import spell_out, tell_apart, with_twins
from ingest.rules.events.events import Events
from ingest.rules.holdings.deciding_documents import DecidingDocuments
from ingest.rules.holdings.effective_days import effective_day
from ingest.rules.holdings.holdings import Holdings
from ingest.rules.holdings.post_days import PostDays
from ingest.rules.mentions.body_mentions import COMPANY, BodyMention
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_mentions import EventMention, mentions_of_each
from ingest.rules.official.annexed_lists import annexed_list
from ingest.rules.official.members import members
from ingest.rules.official.official import OfficialReader
from ingest.rules.official.official_facts import Official
from ingest.rules.official.official_head import HeadReader, with_letterhead
from ingest.rules.official.proposing import without_proposed
from ingest.rules.official.signatures import Signatures
from ingest.rules.people.people import People
from ingest.rules.places.places import Places
from ingest.rules.posts.given_posts import GivenPosts
from ingest.rules.posts.titles import Titles
from ingest.rules.relations.coverage import find_coverage
from ingest.rules.relations.findings import find_findings
from ingest.rules.relations.founding_lists import listed_organs
from ingest.rules.relations.relations import find_relations, merged
from ingest.rules.relations.scene import Scene
from ingest.rules.text.abbreviations import find_abbreviations, own_abbreviations
from ingest.rules.text.dates import DateMention, appeared_on, find_dates, latest_since, likely_year, published_on
from ingest.rules.text.page import Page
from ontology.text import canonical

_TITLE_LENGTH = 120
# Tại kỳ họp thứ 18, HĐND tỉnh Lào Cai đã bầu …
_ACTING = ("council", "party_committee", "standing_committee", "inspection_committee")
_ACTS = re.compile(
    r",?\s+(?:(?:các|100%) đại biểu )?"
    r"(?:đã|vừa|bầu|thông qua|biểu quyết|quyết nghị|tiến hành|miễn nhiệm|bãi nhiệm)(?!\w)"
)
# họp, xem xét đề nghị của Ủy ban Kiểm tra Trung ương; Hội nghị công bố các quyết định của Bộ Quốc phòng
_PROPOSED_BY = ("đề nghị của ", "quyết định của ", "nghị quyết của ")


def extract(text: str, lexicon: Lexicon, published: str | None = None) -> Extraction:
    """The facts of `text` (NFC), which appeared on the ISO day `published`, if that is known.

    Offsets of evidence count the characters of the text.
    """
    return facts_of_page(Page(text, lexicon, published))


def facts_of_page(page: Page) -> Extraction:
    """The facts of a text that is taken apart already."""
    if not page.paragraphs:
        return Extraction()
    with collected_later():
        return _facts(page)


def _facts(page: Page) -> Extraction:
    dates = find_dates(page)
    year = likely_year(page, dates)
    abbreviations = find_abbreviations(page)
    reader = BodyReader(page, Places(page), abbreviations)
    bodies = _with_listed(page, reader)
    reads_events = Events(page, reader, bodies, dates, year, abbreviations)
    events = reads_events.find_all()
    bare = bare_issuers(page, bodies)
    issuers = _issuers(page, reader, bodies, bare)
    documents = find_documents(page, dates, issuers, year)
    titles, people = _people(page, reader)
    head = HeadReader(page, dates, issuers, documents).read()
    bodies = with_letterhead(bodies, head)
    signed = Signatures(page, titles, people, bodies, head)
    holdings = Holdings(page, reader, titles, people, signed, _month_of_report(page, dates, year), bool(dates))
    official = annexed = None
    if head:
        known = (dates, bodies, documents, people.all, events)
        official = OfficialReader(page, reader, head, *known, abbreviations).read()
        documents, events = official.among(documents), official.among_events(events)
    else:
        annexed = annexed_list(page, reader, bodies, documents, abbreviations)
    if deciding := official or annexed:
        bodies = deciding.among_bodies(page, bodies)
        _add_decided(page, deciding, bodies, people, titles, holdings, dates)
    else:
        holdings.add_members()
    holdings.facts = without_proposed(page, official, holdings.facts)
    documents = _spelled_out(page, with_described(page, documents, issuers, people.all, titles), abbreviations)
    documents = official.without_subjects(documents) if official else documents
    date_adopted(page, documents, reads_events, events, dates, year)
    tell_apart(page, documents)
    bodies = [b for b in bodies if not _inside_an_event(page, b, events) and not _inside_a_title(b, titles)]
    scene = Scene.of_page(page, documents, bodies, events, people.all, dates, year, issuers)
    relations = merged(with_twins([*find_relations(scene), *(official.relations if official else ())], documents))
    decisions = DecidingDocuments(page, documents, deciding.itself if deciding else None)
    return Extraction(
        documents=document_facts(documents, relations),
        events=[_event_fact(page, same) for same in mentions_of_each(events)],
        bodies=_body_facts(page, [*bodies, *_of_posts(page, holdings, bodies, events)]),
        offices=issuing_offices(page.lexicon, relations, bare),
        people=holdings.people(),
        holdings=PostDays(page, dates, year, decisions, events).give(holdings.facts),
        relations=relations,
        coverage=find_coverage(scene),
        findings=find_findings(page, titles, people, documents),
        published=published_on(page, dates) if head else appeared_on(page, dates),
        title=_title(page),
    )


def _people(page: Page, reader: BodyReader) -> tuple[Titles, People]:
    """The titles, each with what a decision makes of it, and those who bear them."""
    titles = Titles(page, reader)
    GivenPosts(page, titles).mark()
    return titles, People(page, reader, titles)


def _spelled_out(page: Page, documents: list[DocumentMention], abbreviations: dict[str, str]) -> list[DocumentMention]:
    """The documents, with the names in full that the text gives in letters."""
    spell_out(documents, own_abbreviations(page, abbreviations))
    return documents


def _issuers(page: Page, reader: BodyReader, bodies: list[BodyMention], bare: list[BodyMention]) -> list[BodyMention]:
    """The bodies that may issue, those among them that the text calls by a short or a bare name."""
    named = (b for b in bodies if not b.is_kind)
    return sorted([*named, *bare, *short_issuers(page, reader, bodies)], key=lambda b: b.start)


def _with_listed(page: Page, reader: BodyReader) -> list[BodyMention]:
    """With the bodies that lists and sentences name without their councils, bases and places, and the Party's cells."""
    bodies = reader.find_all()
    more = (*listed_organs(page, bodies), *organs_of_base(page, bodies), *bodies_of_places(page, reader, bodies))
    return with_cells(page, reader, sorted([*bodies, *more], key=lambda b: b.start))


def _add_decided(
    page: Page,
    official: Official,
    bodies: list[BodyMention],
    people: People,
    titles: Titles,
    holdings: Holdings,
    dates: list[DateMention],
) -> None:
    """Adds those whom an official document appoints, and the bodies of its lists."""
    listed, more = members(page, official, bodies, people.all, titles)
    holdings.bodies += more
    holdings.decide(listed, official.itself.issued, official.signer, partial(effective_day, page, dates))


def _month_of_report(page: Page, dates: list[DateMention], year: int | None) -> int | None:
    """The month in which the text was written, 12 a year; as far as known, the last that it names of its year.

    It was not written before the month that most of its days are of.
    """
    published = appeared_on(page, dates)
    year = year or latest_since(page.low)
    if published:
        return 12 * int(published[:4]) + int(published[5:7])
    whole = Counter(12 * d.year + d.month for d in dates if d.year)
    often = [month for month, times in whole.most_common(1) if times > 1]
    months = [d.month for d in dates if d.year in (None, year)]
    if year and months and not any(d.year for d in dates):
        return 12 * year + 12  # a report that leaves out its own year tells by month and year of what was before
    return max(12 * year + max(months, default=1), *often, 0) if year else None


def _title(page: Page) -> str:
    """The first line; where that is a long sentence, its first words and an ellipsis."""
    first = page.words[page.paragraphs[0].start : page.paragraphs[0].end].strip()
    return first if len(first) <= _TITLE_LENGTH else first[:_TITLE_LENGTH].rpartition(" ")[0] + " …"


def _inside_an_event(page: Page, body: BodyMention, events: list[EventMention]) -> bool:
    """Whether the body is only part of an event's name, and no council that acts or meets: Hội nghị … các tỉnh."""
    index = bisect_left(events, body.start, key=lambda e: e.start) - 1
    acts = index >= 0 and body.form in _ACTING and _ACTS.match(page.low, events[index].end)
    proposes = page.low.endswith(_PROPOSED_BY, 0, body.start)
    meets = index >= 0 and events[index].form == "meeting" and body.form in (*_ACTING, "steering_committee")
    return index >= 0 and body.start < events[index].end and not acts and not proposes and not meets


def _inside_a_title(body: BodyMention, titles: Titles) -> bool:
    """Whether the body only owns that of a title: Trưởng ban Pháp chế HĐND tỉnh."""
    title = titles.ending(body.end, body.end)
    return title is not None and title.start < title.body.start < body.start


def _of_posts(
    page: Page, holdings: Holdings, bodies: list[BodyMention], events: list[EventMention]
) -> Iterator[BodyMention]:
    """The bodies of posts that stand in no longer name of a body, nor of an event unless somebody holds the post."""
    held = {fact.body for fact in holdings.facts}
    for body in holdings.bodies:
        told = body.name in held or not _inside_an_event(page, body, events)
        if told and not _inside_another(body, bodies):
            yield body


def _inside_another(body: BodyMention, bodies: list[BodyMention]) -> bool:
    """Whether a longer name hides the body: the Tỉnh ủy of Thường trực Tỉnh ủy."""
    index = bisect_left(bodies, body.start, key=lambda b: b.start) - 1
    return index >= 0 and body.end <= bodies[index].end


def _event_fact(page: Page, same: list[EventMention]) -> EventFact:
    event = same[0]
    evidence = tuple(page.evidence(e.start, e.end, f"{e.form}-by-name") for e in same)
    return EventFact(event.name, event.form, evidence, event.date, event.term, event.ordinal)


def _body_facts(page: Page, mentions: list[BodyMention]) -> list[BodyFact]:
    """One fact a body, with every place that names it."""
    by_name: dict[str, list[BodyMention]] = {}
    for mention in mentions:
        if mention.rule == COMPANY or means_none(page, mention):
            continue
        by_name.setdefault(canonical(mention.name), []).append(mention)
    return [_body_fact(page, same) for same in by_name.values()]


def _body_fact(page: Page, same: list[BodyMention]) -> BodyFact:
    first = same[0]
    places = dict.fromkeys((m.start, m.end, m.rule) for m in same)
    evidence = tuple(page.evidence(*place) for place in places)
    place = next((m.place for m in same if m.place), None)
    return BodyFact(first.name, first.form, first.level, evidence, place, first.is_kind)
