"""How an RDF file may be built. The settings of the program give these; ingest/rdf_structure.py holds files to them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RdfLimits:
    """What one file may hold."""

    list_members: int = 1_000  # of one rdf:List
    list_depth: int = 20  # lists within lists
    blank_links: int = 1_000  # statements from blank node to blank node that hang together
    nesting: int = 100  # of JSON or XML
