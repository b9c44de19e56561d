"""The door of extraction: what one Vietnamese text states, each fact with the words that state it."""

from ingest.facts import BodyFact, EventFact, Extraction
from ingest.lexicon import Lexicon
from ingest.rules.abbreviations import find_abbreviations
from ingest.rules.bodies import BodyMention, BodyReader
from ingest.rules.dates import find_dates, likely_year, published_on
from ingest.rules.documents import document_facts, find_documents
from ingest.rules.events import EventMention, find_events, one_event_each
from ingest.rules.page import Page
from ingest.rules.people import PeopleReader
from ingest.rules.places import Places
from ingest.rules.relations import Scene, find_coverage, find_relations
from ontology.text import canonical

_TITLE_LENGTH = 200


def extract(text: str, lexicon: Lexicon) -> Extraction:
    """The facts of `text` (NFC). Offsets of evidence count its characters."""
    page = Page(text, lexicon)
    if not page.paragraphs:
        return Extraction()
    dates = find_dates(page)
    year = likely_year(page, dates)
    abbreviations = find_abbreviations(page)
    reader = BodyReader(page, Places(page), abbreviations)
    bodies = reader.find_all()
    events = find_events(page, dates, year, abbreviations)
    documents = find_documents(page, dates, bodies)
    people_reader = PeopleReader(page, reader, abbreviations)
    people, holdings, title_bodies = people_reader.facts()
    bodies = [b for b in bodies if not _inside_an_event(b, events)]
    scene = Scene(page, documents, bodies, events, people_reader.people, dates, year, events)
    relations = find_relations(scene)
    facts = Extraction(
        documents=document_facts(documents),
        events=[_event_fact(page, e) for e in one_event_each(events)],
        bodies=_body_facts(page, [*bodies, *title_bodies]),
        people=people,
        holdings=holdings,
        relations=relations,
        coverage=find_coverage(scene),
        published=published_on(page, dates),
        title=text[page.paragraphs[0].start : page.paragraphs[0].end].strip()[:_TITLE_LENGTH],
    )
    return facts


def _inside_an_event(body: BodyMention, events: list[EventMention]) -> bool:
    """Whether the body is only part of an event's name: Hội nghị … Ban Chỉ đạo các tỉnh."""
    return any(e.start < body.start < e.end for e in events)


def _event_fact(page: Page, event: EventMention) -> EventFact:
    evidence = (page.evidence(event.start, event.end, f"{event.form}-by-name"),)
    return EventFact(event.name, event.form, evidence, event.date, event.term, event.ordinal)


def _body_facts(page: Page, mentions: list[BodyMention]) -> list[BodyFact]:
    """One fact a body, with every place that names it."""
    facts = []
    for key in dict.fromkeys(canonical(m.name) for m in mentions):
        same = [m for m in mentions if canonical(m.name) == key]
        first = same[0]
        evidence = tuple(
            dict.fromkeys(page.evidence(m.start, m.end, m.rule, 0.9 if m.note else 1.0, m.note) for m in same)
        )
        place = next((m.place for m in same if m.place), None)
        facts.append(BodyFact(first.name, first.form, first.level, evidence, place, first.is_kind))
    return facts
