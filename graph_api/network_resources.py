"""What the HTTP door answers about the network of what rests on what, as pydantic models."""

from dataclasses import asdict
from typing import Self

from pydantic import Field

from graph_api.resources import Label, ListResource, QuoteResource, Resource
from graph_store.network import MISSING, Gap, Hop
from ontology.terms import ONTOLOGY_BASE, labels


class WeightResource(Resource):
    """How much a document or body carries."""

    iri: str
    name: str
    direct: int = Field(description="how many things rest on it by one hop")
    all: int = Field(description="by any number of hops")
    between: float = Field(description="share of shortest ways between things that lead over it, estimated if many")


class WeightList(Resource):
    version: int
    items: list[WeightResource]


class HopResource(Resource):
    """One statement between two things; either end may be a provision."""

    subject: str
    property: str
    property_label: Label
    object: str
    names: tuple[str, str] = Field(description="of subject and object")
    quotes: list[QuoteResource]

    @classmethod
    def of(cls, hop: Hop) -> Self:
        told = labels(ONTOLOGY_BASE + hop.property_name)
        return cls(
            subject=hop.subject,
            property=hop.property_name,
            property_label=Label(vi=told.vi, en=told.en),
            object=hop.object,
            names=hop.names,
            quotes=[QuoteResource.model_validate(asdict(quote)) for quote in hop.quotes],
        )


class CircleList(Resource):
    version: int
    items: list[list[HopResource]] = Field(description="each circle hop by hop")


class WayResource(Resource):
    """The shortest way between two things."""

    version: int
    start: str
    end: str
    hops: list[HopResource]


class GapResource(Resource):
    """A thing from which no way leads to a document."""

    iri: str
    type: str = Field(description="Body, BodyKind, Position or Holding")
    name: str
    why: str = Field(description="no-founding-document, body-without-document or post-without-document")
    why_label: Label

    @classmethod
    def of(cls, gap: Gap) -> Self:
        vietnamese, english = MISSING[gap.why]
        return cls(iri=gap.iri, type=gap.core, name=gap.name, why=gap.why, why_label=Label(vi=vietnamese, en=english))


class GapList(ListResource):
    version: int
    total: int
    missing: dict[str, int] = Field(description="how many of all for each reason")
    items: list[GapResource]
