"""Why: mandate chains, the offices of a person, the relations of a document."""

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

from fastapi import APIRouter, Query, Request, Response

from graph_api.pages.picture import MEDIA, picture
from graph_api.ready_answers import ask
from graph_api.resources import ChainResource, QuestionAnswer
from graph_api.routers.parameters import DayDep, IriPath, KeyPath, LanguageDep, OnlyDayDep, SnapshotDep
from graph_api.workspace import Snapshot
from graph_store.chain_model import Chain
from graph_store.chain_text import chain_text
from graph_store.chains import DEPTH, trace
from graph_store.entities import entity
from ontology.errors import Ambiguous, InvalidIdentifier, NotFound, one_of
from ontology.identifiers import entity_iri, split_iri

if TYPE_CHECKING:
    from graph_store.remote.engine import RemoteEngine

router = APIRouter(prefix="/api/v1", tags=["mandates"])
_DEEPEST = 30
_WHY = "/api/v1/why?person=person/KEY&position=position/KEY&at=2023-03-31"
Direction = Annotated[Literal["up", "down"], Query(description="up: what it rests on; down: what rests on it")]
Depth = Annotated[int, Query(ge=1, le=_DEEPEST, description="hops")]
Format = Annotated[
    Literal["json", "text", "mermaid", "svg", "graphml", "gexf", "node-link"],
    Query(description="node-link is what networkx reads"),
]
Name = Annotated[str | None, Query(min_length=1, max_length=300, description="type/key, an IRI of ours, or a name")]


@router.get("/mandates/{type}/{key}", response_model=ChainResource)
def read_chain(
    request: Request,
    iri: IriPath,
    snapshot: SnapshotDep,
    day: DayDep,
    language: LanguageDep,
    direction: Direction = "up",
    depth: Depth = DEPTH,
    format: Format = "json",
    engine: Annotated[Literal["sparql", "remote"], Query(description="remote: the server of MANDATE_REMOTE_URL")] = (
        "sparql"
    ),
) -> Any:
    """The mandate chain of an entity on a day: nodes, edges with evidence, broken hops with the reason."""
    if engine == "remote":
        from graph_store.remote.chains import remote_trace  # its client of HTTP is slow to import

        request.state.validators = {}  # another version may be published there at any time
        other = cast("RemoteEngine", snapshot.engine("remote"))
        chain, reader = remote_trace(other, iri, direction=direction, at=day, depth=depth)
    else:
        reader = snapshot.reader
        chain = trace(reader, iri, direction=direction, at=day, depth=depth)
    if format == "json":
        return Response(ChainResource.body(snapshot.number, chain), media_type="application/json")
    if format == "text":
        return Response(chain_text(chain, language), media_type="text/plain")
    return Response(picture(chain, reader, format, language), media_type=MEDIA[format])


@router.get("/why", response_model=ChainResource)
def read_why(
    snapshot: SnapshotDep,
    day: DayDep,
    person: Name = None,
    position: Name = None,
) -> Response:
    """On what an office rests on a day: the chain up from a person, or a position, or the person in that position."""
    if person is None and position is None:
        raise InvalidIdentifier(
            "name a person or a position",
            message_vi="cần cho biết người hoặc chức vụ",
            hint=f"e.g. {_WHY}",
            hint_vi=f"ví dụ {_WHY}",
        )
    start = resolve(snapshot, "person", person) if person else resolve(snapshot, "position", position or "")
    chain = trace(snapshot.reader, start, direction="up", at=day)
    if person and position:
        chain = _through(chain, resolve(snapshot, "position", position))
    return Response(ChainResource.body(snapshot.number, chain), media_type="application/json")


@router.get("/relations/{key}")
def read_relations(key: KeyPath, snapshot: SnapshotDep, only: OnlyDayDep, day: DayDep) -> QuestionAnswer:
    """What a document does to others and others to it, in both directions (its lược đồ); at a day, as far as then."""
    iri = entity_iri("document", key)
    entity(snapshot.view.store, iri, incoming=1)  # an unknown document is told from one without relations
    name = "relations_on_date" if only else "document_relations"
    found = ask(snapshot, name, {"document": iri}, "sparql", day)
    return QuestionAnswer.told(snapshot.number, name, "sparql", found)


def resolve(snapshot: Snapshot, entity_type: str, name: str) -> str:
    """The IRI of the one entity of the type that `name` means: an IRI, type/key or a name.

    Raises NotFound, or Ambiguous with the candidates.
    """
    bearers = snapshot.labels.named(name, entity_type)
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        candidates = [{"iri": iri, "label": name} for iri in bearers[:20]]
        raise Ambiguous(
            f"{len(bearers)} things of the type {entity_type} bear the name {name[:200]!r}",
            message_vi=f"có {len(bearers)} đối tượng mang tên {name[:200]!r}",
            **one_of(bearers[:20]),
            candidates=candidates,
        )
    iri = snapshot.labels.resolve(name)
    if split_iri(iri)[0] != entity_type:
        raise NotFound(f"{name[:200]!r} is no {entity_type}", message_vi=f"{name[:200]!r} không đúng loại", iri=iri)
    return iri


def _through(chain: Chain, position: str) -> Chain:
    """The part of a person's chain that goes through one position. Raises NotFound if it does not."""
    others = {e.subject for e in chain.edges if e.predicate == "inPosition" and e.object != position}
    hops: dict[str, list[str]] = defaultdict(list)
    for edge in chain.edges:
        hops[edge.walked_from].append(edge.walked_to)
    kept, left = {chain.start}, [chain.start]
    while left:
        new = [iri for iri in hops[left.pop()] if iri not in kept and iri not in others]
        kept.update(new)
        left += new
    if position not in kept:
        raise NotFound(
            f"that person does not hold {position} on {chain.at}",
            message_vi=f"vào ngày {chain.at} người đó không giữ chức vụ này",
            hint="ask without the position, or for another day",
            hint_vi="hỏi mà không nêu chức vụ, hoặc hỏi cho ngày khác",
        )
    edges = tuple(e for e in chain.edges if e.walked_from in kept and e.walked_to in kept)
    return replace(chain, nodes=tuple(n for n in chain.nodes if n.iri in kept), edges=edges)
