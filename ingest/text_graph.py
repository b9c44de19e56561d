"""The named graph of one text, and what a reader is told of it. Called for an import and by the Spark job."""

from ingest.facts import Extraction
from ingest.issues import Issue, issue
from ingest.known import Known
from ingest.readers import SourceText
from ingest.source_graph import SourceGraph
from ingest.statements import TextStatements


def graph_of_text(
    source: SourceText, facts: Extraction, known: Known, source_class: str
) -> tuple[SourceGraph, list[Issue]]:
    """What the text states, resolved against what is known; `source_class` unless the text is an official document."""
    official = any(document.self for document in facts.documents)
    given = "official" if official else source_class
    graph = SourceGraph(source, given, facts.published or source.content.published, facts.title)
    statements = TextStatements(facts, graph, known)
    statements.write()
    if source.encoding not in ("UTF-8", "UTF-16"):
        statements.issues.append(issue("old-encoding", source.name, encoding=source.encoding))
    if not (facts.documents or facts.bodies or facts.people or facts.events):
        statements.issues.append(issue("no-facts", source.name))
    return graph, statements.issues
