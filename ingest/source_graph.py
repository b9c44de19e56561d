"""The named graph of one source: statements with their evidence, built by tables, texts and RDF files alike."""

import re
from collections.abc import Iterable
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SKOS

from ingest.facts import Evidence
from ingest.readers import SourceText
from ontology.dates import ImpreciseDate, read_date
from ontology.identifiers import evidence_iri, source_iri
from ontology.series import serial_of, series_of
from ontology.terms import CODE, MG

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]{1,2000}")  # of a page, which may tell anything
_TYPE, _SUBJECT, _PREDICATE, _OBJECT = (NamedNode(str(p)) for p in (RDF.type, RDF.subject, RDF.predicate, RDF.object))
_EVIDENCE, _FROM_SOURCE, _START, _END, _QUOTE, _RULE, _CONFIDENCE, _CLAIM_RANK = (
    NamedNode(str(term))
    for term in (MG.Evidence, MG.fromSource, MG.start, MG.end, MG.quote, MG.rule, MG.confidence, MG.claimRank)
)
_INTEGER, _DECIMAL = NamedNode(_XSD + "integer"), NamedNode(_XSD + "decimal")
_RECOGNISED = "recognised from a picture (OCR)"  # what evidence from a scan notes
_MOST_RECOGNISED = 0.9  # of a rule's confidence: a recogniser may be sure of a wrong mark
Term = NamedNode | Literal


def text_literal(value: str, language: str = "") -> Literal:
    return Literal(value, language=language) if language else Literal(value)


def integer_literal(value: int) -> Literal:
    return Literal(str(value), datatype=_INTEGER)


def date_literal(value: ImpreciseDate) -> Literal:
    return Literal(value.edtf, datatype=NamedNode(value.datatype))


@cache
def _named(term: str) -> NamedNode:
    """A term of a vocabulary, of which there are few."""
    return NamedNode(term)


@cache
def _term(name: str) -> str:
    return str(MG[name])


@cache
def _concept(path: str) -> NamedNode:
    return NamedNode(str(CODE[path]))


class SourceGraph:
    """Statements read from one source. The same bytes and rules give the same quads, whatever the time or order."""

    def __init__(self, source: SourceText, source_class: str, published: str | None = None, title: str = "") -> None:
        self.source = source
        self.iri = source_iri(source.sha256)
        self._graph = NamedNode(self.iri)
        self._quads: set[Quad] = set()
        self._unread: list[Quad] = []  # added since `latest` was last called
        self._sorted: list[Quad] = []  # as far as they were when they were last asked for
        self._describe_source(source_class, published, title)

    def quads(self) -> list[Quad]:
        if len(self._sorted) != len(self._quads):
            self._sorted = sorted(self._quads, key=str)
        return self._sorted

    def description(self) -> list[Quad]:
        return [quad for quad in self.quads() if quad.subject == self._graph]

    def latest(self) -> list[Quad]:
        """The quads added since the last call, for an index that follows along."""
        added, self._unread = self._unread, []
        return added

    def entity(self, iri: str, class_name: str, label: str = "", english: str = "") -> str:
        """Declares an entity with its class and canonical names. Gives its IRI back."""
        self._put(Quad(NamedNode(iri), _TYPE, _named(_term(class_name)), self._graph))
        for value, language in ((label, "vi"), (english, "en")):
            if value:
                self.add(iri, str(SKOS.prefLabel), text_literal(value, language))
        return iri

    def also_named(self, iri: str, names: Iterable[str]) -> None:
        for name in names:
            self.add(iri, str(SKOS.altLabel), text_literal(name, "vi"))

    def code(self, iri: str, property_name: str, concept: str) -> None:
        """Sets a value of a code list: code(body, "level", "level/central")."""
        self.add(iri, _term(property_name), _concept(concept))

    def bounds(self, iri: str, earliest: ImpreciseDate | None, latest: ImpreciseDate | None) -> None:
        """Sets the computed days between which the entity began and ended; an unknown bound stays unset."""
        if earliest:
            self.add(iri, str(MG.earliest), _day(earliest.earliest.isoformat()))
        if latest:
            self.add(iri, str(MG.latest), _day(latest.latest.isoformat()))

    def numbered(self, iri: str, number: str, issued: ImpreciseDate | None) -> None:
        """Sets the computed serial and series of a document, as far as its number and date tell them."""
        serial, series = serial_of(number), series_of(number, issued)
        if serial is not None:
            self.add(iri, str(MG.serial), integer_literal(serial))
        if series:
            self.add(iri, str(MG.series), text_literal(series))

    def state(
        self,
        subject: str,
        property_name: str,
        value: Term | str,
        evidence: Iterable[Evidence],
        *,
        rank: str = "stated",
        cited: str = "",
        locator: str = "",
    ) -> None:
        """A statement about the world with the words that make it. A `str` value is an IRI."""
        node, predicate = NamedNode(subject), _named(_term(property_name))
        value = NamedNode(value) if isinstance(value, str) else value
        self._put(Quad(node, predicate, value, self._graph))
        for words in evidence:
            self._evidence(words, node, predicate, value, rank, cited, locator)

    def state_date(
        self, subject: str, property_name: str, text: str, evidence: Iterable[Evidence], **more: str
    ) -> ImpreciseDate:
        value = read_date(text)
        self.state(subject, property_name, date_literal(value), evidence, **more)
        return value

    def add(self, subject: str, predicate: str, value: Term) -> None:
        """A statement that needs no evidence: a type, a name, something computed."""
        self._put(Quad(NamedNode(subject), _named(predicate), value, self._graph))

    def add_quad(
        self, subject: NamedNode, predicate: NamedNode, value: Term, words: Evidence | None = None, locator: str = ""
    ) -> None:
        """A statement of an RDF file as it stands there, with evidence where it says something about the world."""
        self._put(Quad(subject, predicate, value, self._graph))
        if words:
            self._evidence(words, subject, predicate, value, "stated", "", locator)

    def _put(self, quad: Quad) -> None:
        if quad not in self._quads:
            self._quads.add(quad)
            self._unread.append(quad)

    def _evidence(
        self,
        words: Evidence,
        subject: NamedNode,
        predicate: NamedNode,
        value: Term,
        rank: str,
        cited: str,
        locator: str,
    ) -> None:
        iri = evidence_iri(self.iri, words.start, words.end, str(subject), str(predicate), str(value), words.rule)
        recognised, note = self.source.content.recognised, words.note
        if recognised is not None:
            note = "; ".join(filter(None, (note, _RECOGNISED)))
        certainty = words.confidence * (1.0 if recognised is None else min(recognised, _MOST_RECOGNISED))
        node = NamedNode(iri)
        for said, what in (
            (_TYPE, _EVIDENCE),
            (_SUBJECT, subject),
            (_PREDICATE, predicate),
            (_OBJECT, value),
            (_FROM_SOURCE, self._graph),
            (_START, integer_literal(words.start)),
            (_END, integer_literal(words.end)),
            (_QUOTE, text_literal(words.quote)),
            (_RULE, text_literal(words.rule)),
            (_CONFIDENCE, Literal(f"{certainty:.2f}", datatype=_DECIMAL)),
            (_CLAIM_RANK, _concept(f"claim-rank/{rank}")),
        ):
            self._put(Quad(node, said, what, self._graph))
        for name, text in (
            ("note", note),
            ("citedSource", cited),
            ("locator", locator or self.source.content.place(words.start)),
        ):
            if text:
                self.add(iri, _term(name), text_literal(text))

    def _describe_source(self, source_class: str, published: str | None, title: str) -> None:
        source = self.source
        self.entity(self.iri, "Source", title)
        self.add(self.iri, str(MG.sha256), text_literal(source.sha256))
        self.add(self.iri, str(MG.fileName), text_literal(source.name))
        self.add(self.iri, str(MG.mediaType), text_literal(source.media_type))
        self.add(self.iri, str(MG.byteCount), integer_literal(source.byte_count))
        self.code(self.iri, "sourceClass", f"source-class/{source_class}")
        if _ADDRESS.fullmatch(source.content.address):
            self.add(self.iri, str(MG.address), Literal(source.content.address, datatype=NamedNode(_XSD + "anyURI")))
        if published:
            self.add(self.iri, str(MG.publishedOn), date_literal(read_date(published)))


def _day(iso: str) -> Literal:
    return Literal(iso, datatype=NamedNode(_XSD + "date"))
