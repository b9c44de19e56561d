"""Where a Neo4j server is; apart from the connection, so that settings need no driver."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and how to get in. `repr` does not show the password."""

    uri: str
    user: str = "neo4j"
    password: str = ""
    database: str = "neo4j"

    def __repr__(self) -> str:
        return f"Address({self.uri}, {self.user}, {self.database})"
