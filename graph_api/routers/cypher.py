"""Cypher, reading only, by the engine that the settings name."""

from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from graph_api.resources import RowsResource
from graph_api.routers.parameters import NoDay, SnapshotDep, WorkspaceDep

router = APIRouter(tags=["query languages"])


class CypherQuery(BaseModel):
    """What is asked, and of which engine: the one of the settings, or Neo4j by name."""

    model_config = ConfigDict(extra="forbid")
    query: Annotated[str, Field(min_length=1)]
    engine: Literal["cypher", "neo4j"] = "cypher"


@router.post("/cypher", dependencies=[NoDay])
def run(asked: CypherQuery, snapshot: SnapshotDep, workspace: WorkspaceDep) -> RowsResource:
    """The rows of a Cypher query that reads."""
    rows = snapshot.engine(asked.engine).run(asked.query, workspace.settings.limits)
    return RowsResource.of_rows(snapshot.number, rows)
