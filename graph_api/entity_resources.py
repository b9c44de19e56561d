"""One entity as the HTTP door answers it, at all times or on a day."""

from dataclasses import asdict
from datetime import date
from typing import Self

from pydantic import Field
from pydantic_core import to_json

from graph_api.resources import Label, QuoteResource, ReasonResource, Resource
from graph_store.chain_json import fields_of
from graph_store.chain_reader import Reader, Thing
from graph_store.entities import Entity
from graph_store.entity_day import PRESENCE, OnDay
from graph_store.in_force import in_force, quotes_for, reason_of, status_label
from graph_store.names import told_name
from ontology.terms import ONTOLOGY_BASE, labels


class ValueResource(Resource):
    """A value of a property with the words that support it."""

    text: str
    is_iri: bool
    datatype: str
    language: str
    label_vi: str
    label_en: str
    evidence: list[QuoteResource]
    evidence_total: int
    certainty: str | None = Field(description="at a day, of a value that is a thing: certain or possible; else null")


class IncomingResource(Resource):
    """A statement of which the entity is the object."""

    property: str
    subject: str
    type: str
    label_vi: str
    label_en: str
    certainty: str | None = Field(description="certain or possible at the day; null for all times")


class InForceResource(Resource):
    """Whether a document is in force on a day: computed from its dates and relations when it is asked."""

    at: str
    status: str = Field(description="code of the list in-force-status; unknown where it cannot be told for certain")
    label: Label
    possibly: str | None = Field(description="what it may be, where the status is unknown")
    since: str | None
    by: str | None = Field(description="IRI of the document that decided it")
    part: str = Field(description="the provision that was hit (dieu-5-khoan-2), else empty")
    reasons: list[ReasonResource] = Field(description="all that bears on it, the decisive one first")
    evidence: list[QuoteResource] = Field(description="the words behind the decisive reason")
    evidence_total: int

    @classmethod
    def told(cls, reader: Reader, iri: str, day: date) -> Self | None:
        """Of a document on the day; None for what is no document."""
        thing = reader.thing(iri)
        return cls.of(reader, thing, day.isoformat()) if thing.core == "Document" else None

    @classmethod
    def of(cls, reader: Reader, document: Thing, at: str) -> Self:
        found = in_force(reader, document, at)
        evidence, total = quotes_for(found.states[0], reader)
        return cls.model_validate(
            {
                "at": at,
                "status": found.code,
                "label": {"vi": status_label(found.code, "vi"), "en": status_label(found.code, "en")},
                "possibly": found.possibly,
                "since": found.since,
                "by": found.by,
                "part": found.part,
                "reasons": [asdict(reason_of(state, reader)) for state in found.states],
                "evidence": [asdict(quote) for quote in evidence],
                "evidence_total": total,
            }
        )


class NamedResource(Resource):
    """A thing by its IRI and names; a post is named with its body."""

    iri: str
    label_vi: str
    label_en: str

    @classmethod
    def of(cls, reader: Reader, iri: str) -> Self:
        return cls(iri=iri, label_vi=told_name(reader, iri, "vi"), label_en=told_name(reader, iri, "en"))


class OfficeResource(Resource):
    """An office that was held on the day, or possibly."""

    holding: str = Field(description="IRI")
    person: NamedResource
    position: NamedResource
    since: str | None
    until: str | None
    certainty: str
    head: bool = Field(description="whether no post of its body has a smaller rank")


class OnDayResource(Resource):
    """Whether the entity was there on the day, and who held its offices."""

    at: str
    presence: str = Field(description="certain, possible, not-yet, over; undated for what the graph tells no time of")
    label: Label
    reasons: list[ReasonResource] = Field(description="why it no longer carried, or not yet; of documents see in_force")
    offices: list[OfficeResource] = Field(description="of a person, post or body; the heads first")
    instead: list[NamedResource] = Field(description="what it came from or gave way to that was there, if it was not")

    @classmethod
    def of(cls, reader: Reader, day: OnDay) -> Self:
        vietnamese, english = PRESENCE[day.presence]
        offices = [
            {
                **asdict(office),
                "person": NamedResource.of(reader, office.person),
                "position": NamedResource.of(reader, office.position),
            }
            for office in day.offices
        ]
        return cls.model_validate(
            {
                "at": day.at,
                "presence": day.presence,
                "label": {"vi": vietnamese, "en": english},
                "reasons": [asdict(reason) for reason in day.reasons],
                "offices": offices,
                "instead": [NamedResource.of(reader, iri) for iri in day.instead],
            }
        )


class EntityResource(Resource):
    """What the graph says of one entity, at all times or on a day; properties go by local name."""

    version: int
    iri: str
    type: str
    types: list[str]
    type_label: Label
    label_vi: str
    label_en: str
    other_labels: list[str]
    hidden_labels: list[str]
    properties: dict[str, list[ValueResource]]
    incoming: list[IncomingResource]
    incoming_truncated: list[str] = Field(description="properties that more things point with than are given")
    sources: list[str] = Field(description="IRIs of the sources that say something about it")
    in_force: InForceResource | None = Field(description="of documents only, today if no day was asked")
    on_day: OnDayResource | None = Field(description="null for all times: everything the graph says is then given")

    @staticmethod
    def body(
        version: int,
        entity: Entity,
        in_force: InForceResource | None = None,
        on_day: OnDayResource | None = None,
        *,
        indent: int | None = None,
    ) -> bytes:
        """The resource as JSON. Nothing of ours is looked through again: it would take eight times as long."""
        told = {"type_label": labels(ONTOLOGY_BASE + entity.type), "in_force": in_force, "on_day": on_day}
        return to_json({"version": version, **fields_of(entity), **told}, indent=indent, inf_nan_mode="null")
