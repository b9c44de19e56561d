"""Cypher, reading only, by the engine that the settings name."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from graph_api.resources import RowsResource
from graph_api.routers.parameters import NoDay, SnapshotDep, WorkspaceDep
from ontology.errors import Hint, QueryInvalid

router = APIRouter(tags=["query languages"])
_GIVEN: Hint = {
    "hint": 'send {"query": …, "parameters": {…}} as JSON',
    "hint_vi": 'gửi JSON {"query": …, "parameters": {…}}',
}


class CypherQuery(BaseModel):
    """What is asked, and of which engine: the one of the settings, or Neo4j by name."""

    model_config = ConfigDict(extra="forbid")
    query: str = Field(default="", description="the query")
    statement: str = Field(default="", description="the query, as Neo4j's Query API names it; in place of `query`")
    parameters: dict[str, JsonValue] = Field(default={}, description="values for the `$name`s of the query")
    engine: Literal["cypher", "neo4j"] = "cypher"

    def text(self) -> str:
        """The query by either name. Raises QueryInvalid for none and for both."""
        if bool(self.query) != bool(self.statement):
            return self.query or self.statement
        both = bool(self.query)
        raise QueryInvalid(
            "there are two queries, `query` and `statement`" if both else "there is no query",
            message_vi="có hai câu truy vấn, `query` và `statement`" if both else "thiếu câu truy vấn",
            **_GIVEN,
        )


@router.post("/cypher", dependencies=[NoDay])
def run(asked: CypherQuery, snapshot: SnapshotDep, workspace: WorkspaceDep) -> RowsResource:
    """The rows of a Cypher query that reads; `parameters` are its values, so that none is written into the text."""
    text, limits = asked.text(), workspace.settings.limits
    return RowsResource.of_rows(snapshot.number, snapshot.cypher(asked.engine).run(text, limits, asked.parameters))
