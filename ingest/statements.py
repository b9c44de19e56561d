"""From the facts of a text to the named graph of its source: names become entities, facts become statements."""

from dataclasses import replace

from ingest.careers import Office
from ingest.entities import declare_body, position_for
from ingest.facts import (
    BodyFact,
    CoverageFact,
    DocumentFact,
    EventFact,
    Evidence,
    Extraction,
    HoldingFact,
    RelationFact,
)
from ingest.forms import EVENT_CLASSES
from ingest.issues import Candidate, Issue, issue, issue_of_finding
from ingest.judgements import mention_key, words_key
from ingest.known import Known
from ingest.resolution.documents import NumberMention, resolve_number
from ingest.resolution.people import PersonMatch, PersonMention, resolve_person
from ingest.rules.mentions.event_names import standard_name
from ingest.source_graph import SourceGraph, integer_literal, text_literal
from ingest.tables.bodies import bodies_of_kind_in
from ontology.codes import concept_of
from ontology.dates import read_date
from ontology.errors import UnknownTerm
from ontology.identifiers import (
    body_iri,
    body_kind_iri,
    coverage_iri,
    document_iri,
    event_iri,
    holding_iri,
    person_iri,
    term_iri,
)
from ontology.terms import CODE, MG
from ontology.text import canonical

_CONTEXT = 200  # characters after a number in which its title may stand
_DATED_BY_NAME = ("plenum", "congress")  # named by number and term; the others recur and are told apart by their day


class TextStatements:
    """Writes the facts of one text. What cannot be resolved becomes an issue and is left out; nothing is guessed."""

    def __init__(self, facts: Extraction, graph: SourceGraph, known: Known) -> None:
        self.facts = facts
        self.graph = graph
        self.known = known
        self.issues: list[Issue] = []
        self._entities: dict[str, str] = {}  # canonical name or number in this text -> IRI
        self._people: dict[str, PersonMatch] = {}

    def write(self) -> None:
        self._doubt_misspelt()
        self.facts = self.facts.without(self._rejected)
        for body in (*self.facts.bodies, *self.facts.offices):
            self._body(body)
        for event in self.facts.events:
            self._event(event)
        for document in self.facts.documents:
            self._document(document)
        self._find_people()
        for holding in self.facts.holdings:
            self._holding(holding)
        for relation in self.facts.relations:
            self._relation(relation)
        for coverage in self.facts.coverage:
            self._coverage(coverage)
        self.issues += [issue_of_finding(f, self.graph.source.name) for f in self.facts.findings]

    def _body(self, fact: BodyFact) -> None:
        entity_type = "body-kind" if fact.is_kind else "body"
        minted = body_kind_iri(fact.name) if fact.is_kind else body_iri(fact.name)
        iri = self._one_named(entity_type, fact.name, minted, fact.evidence)
        if iri is None:
            return
        declare_body(self.graph, self.known, iri, fact)
        if fact.place and not fact.is_kind:
            place = self._place(fact.place)
            if place:
                self.graph.state(iri, "inPlace", place, fact.evidence)
        if fact.of_kind:
            kind = self._one_named("body-kind", fact.of_kind, body_kind_iri(fact.of_kind), fact.evidence)
            if kind:
                self._declare(kind, "BodyKind", fact.of_kind)
                self.graph.state(iri, "ofKind", kind, fact.evidence)

    def _event(self, fact: EventFact) -> None:
        recurring = fact.form not in _DATED_BY_NAME
        name = standard_name(fact.form, fact.term, fact.ordinal) or fact.name
        minted = event_iri(name, fact.date if recurring else None)
        known = None if recurring else self._one_named("event", name, minted, fact.evidence)
        iri = known or minted
        self._entities[canonical(fact.name)] = iri
        self._declare(iri, EVENT_CLASSES[fact.form], name)
        if fact.date:
            day = self.graph.state_date(iri, "startsOn" if recurring else "observedOn", fact.date, fact.evidence)
            if recurring:
                self.graph.bounds(iri, day, day)
        if fact.term:
            term = self.graph.entity(term_iri(fact.term), "Term", self.known.label(term_iri(fact.term)) or fact.term)
            self.graph.state(iri, "inTerm", term, fact.evidence)
        if fact.ordinal is not None:
            self.graph.state(iri, "ordinal", integer_literal(fact.ordinal), fact.evidence)

    def _document(self, fact: DocumentFact) -> None:
        iri = self._document_iri(fact)
        if iri is None:
            return
        for name in (fact.number, fact.name, *fact.aliases):
            if name:
                self._entities[_which(name, fact.twin)] = iri
        kind = concept_of("document-kind", fact.type)
        label = fact.name or f"{fact.type} {fact.number}".strip()
        self._declare(iri, (kind.class_name if kind else "") or "Document", label)
        if kind:
            self.graph.code(iri, "kind", kind.path)
        if fact.number and not self._is_short(fact.number, iri):
            self.graph.state(iri, "documentNumber", text_literal(fact.number), fact.evidence)
            self.graph.numbered(iri, fact.number, read_date(fact.issued) if fact.issued else None)
        if fact.issued and not any(_is_within(day, fact.issued) for day in self.known.values(iri, "issuedOn")):
            day = self.graph.state_date(iri, "issuedOn", fact.issued, fact.evidence)
            self.graph.bounds(iri, day, day)
        issuer = self._entities.get(canonical(fact.issuer)) if fact.issuer else None
        if issuer:
            self.graph.state(iri, "issuedBy", issuer, fact.evidence)

    def _dated_in(self, number: str, date: str) -> str | None:
        """The one document known by this number and a day in the month or year told, or no more than that."""
        days = {iri: self.known.values(iri, "issuedOn") for iri in self.known.documents(number)}
        if any(date in told for told in days.values()):
            return None
        found = [
            iri for iri, told in days.items() if any(_is_within(day, date) or _is_within(date, day) for day in told)
        ]
        return found[0] if len(found) == 1 else None

    def _is_short(self, number: str, iri: str) -> bool:
        """Whether the text calls the document by its number without the letters: its number is another."""
        return number.isdecimal() and iri in self.known.documents_shortened(number)

    def _document_iri(self, fact: DocumentFact) -> str | None:
        """The document of this number and date; a bare number only if exactly one document is known to bear it."""
        if fact.number is None:
            return self._one_named(
                "document", fact.name or fact.type, document_iri(None, fact.issued, fact.name), fact.evidence
            )
        short = fact.number.isdecimal()
        if fact.issued and not short:
            return self._dated_in(fact.number, fact.issued) or document_iri(fact.number, fact.issued)
        if fact.twin:
            return document_iri(None, None, f"{fact.number} {fact.twin}")
        subject = self._mention("document", fact.number)
        judged, found = self.known.chosen(subject, self._bearing(fact.number, fact.issued))
        if judged:
            return judged
        if not found:
            if not fact.issued:
                self._raise("undated-number", fact.evidence, number=fact.number)
            return document_iri(fact.number, fact.issued)
        kind = concept_of("document-kind", fact.type)
        place = fact.evidence[0]
        words = self.graph.source.text[place.start : place.end + _CONTEXT]
        mention = NumberMention(fact.number, kind.path if kind else "", words, self.facts.published)
        short = short and any(iri not in self.known.documents(fact.number) for iri in found)
        meant, candidates = resolve_number(self.known, mention, found, short=short)
        if candidates:
            code = "short-number" if short else "ambiguous-number"
            self._ask(code, fact.evidence, subject, candidates, number=fact.number)
        elif meant is None and not fact.issued:
            self._raise("undated-number", fact.evidence, number=fact.number)
        return meant if candidates or meant else document_iri(fact.number, fact.issued)

    def _bearing(self, number: str, date: str | None) -> list[str]:
        """The documents that bear the number, or for which it may be short; of a day, month or year that is told."""
        found = self.known.documents(number)
        if number.isdecimal():
            found = list(dict.fromkeys([*found, *self.known.documents_shortened(number)]))
        days = {iri: self.known.values(iri, "issuedOn") for iri in found} if date else {}
        return [iri for iri in found if not days.get(iri) or any(day.startswith(date or "") for day in days[iri])]

    def _find_people(self) -> None:
        """Resolves every person by all posts that the text gives them, before any statement is made."""
        for person in self.facts.people:
            held = [h for h in self.facts.holdings if h.person == person.name]
            offices = [office for h in held if (office := self._office(h))]
            positions = [office.position for office in offices if office.position]
            minted = person_iri(person.name, min(positions, default=self.graph.iri))
            mention = PersonMention(person.name, offices, self.facts.published)
            match = resolve_person(self.known, mention, minted, person_iri(person.name, self.graph.iri))
            self._people[person.name] = match
            self._entities[canonical(person.name)] = match.iri
            self._declare(match.iri, "Person", person.name)
            if match.candidates:
                self._ask("namesake", person.evidence, minted, match.candidates, name=person.name)

    def _office(self, fact: HoldingFact) -> Office | None:
        body, role = self._entities.get(canonical(fact.body)), concept_of("role", fact.role)
        rank = role.rank if role else None
        return Office(body, self._position(fact) or "", rank, fact.status == "appointed") if body else None

    def _position(self, fact: HoldingFact) -> str | None:
        body = self._entities.get(canonical(fact.body))
        return position_for(self.graph, fact.role, body) if body else None

    def _holding(self, fact: HoldingFact) -> None:
        body, position = self._entities.get(canonical(fact.body)), self._position(fact)
        person = self._people.get(fact.person)
        if body is None or person is None:
            values = {"role": fact.role, "person": fact.person, "body": fact.body}
            self._raise("unresolved-holding", fact.evidence, **values)
            return
        if position is None:
            self._raise("unknown-role", fact.evidence, role=fact.role)
            return
        self.graph.state(position, "positionIn", body, fact.evidence)
        shown = self.facts.published if fact.status == "current" else fact.date
        stretches = [h for h in self.known.holdings(person.iri, position) if h.may_include(shown)]
        iri = stretches[0].iri if stretches else holding_iri(person.iri, position, fact.date)
        self.graph.entity(iri, "Holding")
        self.graph.state(iri, "heldBy", person.iri, fact.evidence)
        self.graph.state(iri, "inPosition", position, fact.evidence)
        self.graph.state(iri, "status", str(CODE[f"holding-status/{fact.status}"]), fact.evidence)
        self._dates_of_holding(iri, fact)
        self._decision_of_holding(iri, fact)

    def _decision_of_holding(self, iri: str, fact: HoldingFact) -> None:
        by = fact.decided_by
        document = self._entities.get(_which(by.document, by.twin)) if by else None
        if by and document and fact.status == "appointed":
            self.graph.state(iri, "byDocument", document, by.evidence)
        elif by and document:
            self.graph.state(document, "dismisses", iri, by.evidence)

    def _dates_of_holding(self, iri: str, fact: HoldingFact) -> None:
        published, words = self.facts.published, fact.date_evidence or fact.evidence
        if fact.status == "current" and published:
            self.graph.state_date(iri, "observedOn", published, fact.evidence)
        if fact.date and fact.status != "dismissed":
            begin = self.graph.state_date(iri, "from", fact.date, words)
            self.graph.bounds(iri, begin, None)
        if fact.until:
            self.graph.bounds(iri, None, self.graph.state_date(iri, "to", fact.until, words))
        if fact.date and fact.status == "dismissed":
            end = self.graph.state_date(iri, "to", fact.date, words)
            self.graph.bounds(iri, None, end)

    def _relation(self, fact: RelationFact) -> None:
        subject = self._entities.get(_which(fact.subject, fact.subject_twin))
        target = self._entities.get(_which(fact.object, fact.object_twin))
        try:
            MG[fact.predicate]
        except UnknownTerm:
            subject = None
        if subject and target:
            self.graph.state(subject, fact.predicate, target, fact.evidence)
        else:
            values = {"subject": fact.subject, "predicate": fact.predicate, "object": fact.object}
            self._raise("unresolved-relation", fact.evidence, **values)

    def _coverage(self, fact: CoverageFact) -> None:
        kind = self._entities.get(canonical(fact.kind))
        if kind is None or not fact.as_of:
            values = {"subject": f"{fact.counted}/{fact.out_of}", "predicate": "covers", "object": fact.kind}
            self._raise("unresolved-relation", fact.evidence, **values)
            return
        iri = self.graph.entity(coverage_iri(kind, fact.as_of), "Coverage")
        self.graph.state(iri, "covers", kind, fact.evidence)
        self.graph.state(iri, "counted", integer_literal(fact.counted), fact.evidence)
        self.graph.state(iri, "outOf", integer_literal(fact.out_of), fact.evidence)
        self.graph.state_date(iri, "asOf", fact.as_of, fact.evidence)
        for place in fact.first:
            bodies = bodies_of_kind_in(self.known, kind, place)
            for body in bodies:
                self._declare(body, "Body", place)
                self.graph.state(iri, "namesFirst", body, fact.evidence)
            if not bodies:
                values = {"subject": fact.kind, "predicate": "namesFirst", "object": place}
                self._raise("unresolved-relation", fact.evidence, **values)

    def _one_named(self, entity_type: str, name: str, minted: str, evidence: tuple[Evidence, ...]) -> str | None:
        """The one entity known by the name, else `minted`; None, with an issue, if several bear it."""
        subject = self._mention(entity_type, name)
        judged, found = self.known.chosen(subject, self.known.named(entity_type, name))
        if not judged and len(found) > 1 and minted not in found:
            self._ask("ambiguous-name", evidence, subject, tuple(map(Candidate, found)), value=name)
            return None
        iri = judged or (minted if minted in found or not found else found[0])
        self._entities[canonical(name)] = iri
        return iri

    def _place(self, name: str) -> str | None:
        """The place of that name at the time of the text: one that had not ended when it was published."""
        found = self.known.named("place", name)
        day = self.facts.published
        fitting = [p for p in found if not day or self._stood(p, day)] or found
        return fitting[0] if fitting else None

    def _stood(self, place: str, day: str) -> bool:
        begin, end = self.known.values(place, "existsFrom"), self.known.values(place, "existsTo")
        return (not begin or begin[0] <= day) and (not end or end[0] >= day)

    def _declare(self, iri: str, class_name: str, label: str) -> None:
        self.graph.entity(iri, self.known.class_name(iri) or class_name, self.known.label(iri) or label)

    def _rejected(self, evidence: Evidence) -> bool:
        """Whether a steward rejected a word of it."""
        keys = (words_key(self.graph.source.sha256, start, end) for start, end in evidence.misspelt)
        return any(self.known.judgements.verdict(key) == "reject" for key in keys)

    def _mention(self, entity_type: str, name: str) -> str:
        return mention_key(self.graph.source.sha256, entity_type, canonical(name))

    def _doubt_misspelt(self) -> None:
        """Asks once of every misspelt word that was read as another one."""
        evidence = [e for fact in self.facts.all() for e in fact.evidence if e.misspelt]
        words = {place: e for e in evidence for place in e.misspelt}
        for (start, end), e in sorted(words.items()):
            raised = issue("misspelt-words", self.graph.source.name, note=e.note)
            quote = e.quote[start - e.start : end - e.start]
            subject = words_key(self.graph.source.sha256, start, end)
            self.issues.append(replace(raised, subject=subject, start=start, end=end, quote=quote))

    def _ask(
        self, code: str, evidence: tuple[Evidence, ...], subject: str, candidates: tuple[Candidate, ...], **values: str
    ) -> None:
        """Raises an issue on what the subject may be."""
        self._raise(code, evidence, candidates=", ".join(c.iri for c in candidates), **values)
        self.issues[-1] = replace(self.issues[-1], subject=subject, candidates=candidates)

    def _raise(self, code: str, evidence: tuple[Evidence, ...], **values: str) -> None:
        self.issues.append(issue(code, self.graph.source.name, evidence[0] if evidence else None, **values))


def _is_within(day: str, date: str) -> bool:
    """Whether the day, or month, lies in the month or year that the date is: 2022-06-02 in 2022."""
    return day.startswith(f"{date}-")


def _which(name: str, twin: str | None) -> str:
    """The key of an entity of the text; of two documents with one number, that of the one that `twin` tells."""
    return f"{canonical(name)} {canonical(twin)}" if twin else canonical(name)
