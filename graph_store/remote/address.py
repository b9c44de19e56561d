"""Where another SPARQL server is; apart from the connection, so that settings need no HTTP client."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`query_url` answers SPARQL; `graphs_url` is that of its Graph Store Protocol, empty if it is only asked.

    `repr` does not show the password.
    """

    query_url: str
    graphs_url: str = ""
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Endpoint({self.query_url}, {self.graphs_url}, {self.user})"
