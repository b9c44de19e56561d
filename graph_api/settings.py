"""The settings of a running program, the one place that reads the environment."""

import ipaddress
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph_store.engine import Limits
from graph_store.neo4j.address import Address
from graph_store.remote.address import Endpoint
from ingest.rdf_limits import RdfLimits
from shapes.own_limits import TIMEOUT_S

_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1", "[::1]"})


class Settings(BaseSettings):
    """Each field is read from MANDATE_<NAME> where it is not given. Frozen."""

    model_config = SettingsConfigDict(env_prefix="MANDATE_", frozen=True, extra="ignore")

    data: Path = Field(default=Path("mandate-data"), description="the data folder")
    author: str = Field(default="mandate", description="name written into imports and versions")
    workflow_url: str = Field(
        default="",
        description="SQLAlchemy URL of the database of judgements; empty = workflow.sqlite in the data folder",
    )
    shapes: Path | None = Field(
        default=None, description="folder of more shapes to check by; empty = shapes in the data folder"
    )
    shapes_timeout_s: float = Field(
        default=TIMEOUT_S, gt=0, description="seconds that shapes of your own that look far may take on one check"
    )
    import_workers: int = Field(
        default=0, ge=0, le=256, description="processes that read the texts of a large import; 0 = one a core"
    )
    ocr: bool = Field(default=False, description="recognise the text of scans, by tesseract; like --ocr")
    host: str = Field(default="127.0.0.1", description="address the server listens on")
    port: int = Field(default=8000, ge=0, le=65_535)
    allowed_hosts: str = Field(default="", description="more host names to answer to, split by commas")
    open_writes: bool = Field(default=False, description="writes without a key; honoured on loopback only")

    cypher: Literal["embedded", "neo4j"] = Field(default="embedded", description="which engine answers Cypher")
    neo4j_uri: str = Field(default="", description="bolt://host:port of a Neo4j server; empty = none")
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr = SecretStr("")
    neo4j_database: str = "neo4j"

    remote_url: str = Field(default="", description="SPARQL endpoint of another server, for the engine remote")
    remote_graphs_url: str = Field(default="", description="its Graph Store Protocol, to publish versions there")
    remote_user: str = ""
    remote_password: SecretStr = SecretStr("")
    remote_timeout_s: float = Field(default=60.0, gt=0, description="seconds that it may take to answer")

    timeout_s: float = Field(default=10.0, gt=0, description="seconds a stranger's query may take")
    row_limit: int = Field(default=10_000, gt=0, description="rows a query may give")
    query_bytes: int = Field(default=65_536, gt=0, description="bytes a query may have")
    upload_bytes: int = Field(default=100_000_000, gt=0, description="bytes one upload may have, all files together")
    request_timeout_s: float = Field(
        default=20.0,
        gt=0,
        description="seconds that a request may keep waiting, one more for each 1,000 bytes sent",
    )

    rdf_list_members: int = Field(default=1_000, gt=0, description="members a list of an RDF file may have")
    rdf_list_depth: int = Field(default=20, gt=0, description="how deep lists of an RDF file may stand in lists")
    rdf_blank_links: int = Field(
        default=1_000, gt=0, description="statements from blank node to blank node that may hang together"
    )
    rdf_nesting: int = Field(default=100, gt=0, description="how deep JSON-LD and RDF/XML may be nested")

    @property
    def rdf_limits(self) -> RdfLimits:
        """How an RDF file may be built."""
        return RdfLimits(self.rdf_list_members, self.rdf_list_depth, self.rdf_blank_links, self.rdf_nesting)

    @property
    def own_shapes(self) -> Path:
        """Where shapes of the installation's own are looked for; the folder need not be there."""
        return self.shapes or self.data / "shapes"

    @property
    def limits(self) -> Limits:
        """What a stranger's query may cost."""
        return Limits(timeout_s=self.timeout_s, rows=self.row_limit, query_bytes=self.query_bytes)

    @property
    def judgements_url(self) -> str:
        """Where judgements are kept."""
        return self.workflow_url or f"sqlite:///{self.data.absolute() / 'workflow.sqlite'}"

    @property
    def neo4j_address(self) -> Address:
        """Where the Neo4j server is; its `uri` is empty if none is named."""
        password = self.neo4j_password.get_secret_value()
        return Address(self.neo4j_uri, self.neo4j_user, password, self.neo4j_database)

    @property
    def endpoint(self) -> Endpoint:
        """Another SPARQL server; its addresses are empty if none is named."""
        password = self.remote_password.get_secret_value()
        return Endpoint(self.remote_url, self.remote_graphs_url, self.remote_user, password)

    @property
    def on_loopback(self) -> bool:
        """Whether the server listens to this machine only."""
        return is_loopback(self.host)

    def answers_to(self, host: str) -> bool:
        """Whether a request with this Host header, without its port, is meant for us.

        On loopback only names of this machine are, so that no web page reaches us under a name of its own (DNS
        rebinding).
        """
        named = {name.strip().lower() for name in self.allowed_hosts.split(",") if name.strip()}
        if not self.on_loopback and not named:
            return True
        return host.lower() in _LOCAL_NAMES | {self.host.lower()} | named


def is_loopback(host: str) -> bool:
    """Whether an address or name means this machine only."""
    if host.lower() in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
