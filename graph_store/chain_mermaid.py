"""A mandate chain as a Mermaid flowchart. Names come from sources, so every sign that Mermaid could read is escaped."""

from graph_store.chain_model import Chain
from ontology.language import Language
from ontology.terms import ONTOLOGY_BASE, labels

_PLAIN = frozenset(" .,-/()")
_LABEL_LENGTH = 120
_MARKS: dict[Language, dict[str, str]] = {
    "vi": {"disputed": "các nguồn không thống nhất", "possible": "có thể"},
    "en": {"disputed": "sources disagree", "possible": "possibly"},
}


def chain_mermaid(chain: Chain, language: Language = "vi") -> str:
    """A flowchart with what carries on top. Broken hops are dotted, disputed and possible ones say so."""
    names = {node.iri: f"n{index}" for index, node in enumerate(chain.nodes)}
    lines = ["flowchart BT" if chain.direction == "up" else "flowchart TB"]
    for node in chain.nodes:
        words = [
            node.label(language),
            *(node.facts[f] for f in ("issuedOn", "startsOn", "changedOn", "from") if f in node.facts),
        ]
        lines.append(f'    {names[node.iri]}["{escape(", ".join(words))}"]{":::broken" if node.broken else ""}')
    for edge in chain.edges:
        predicate = labels(ONTOLOGY_BASE + edge.predicate)
        words = [predicate.told(language)]
        words += [_MARKS[language][mark] for mark in (edge.standing, edge.certainty) if mark in _MARKS[language]]
        words += [r.message_vi if language == "vi" else r.message_en for r in edge.broken]
        arrow = "-.->" if edge.broken else "-->"
        lines.append(f'    {names[edge.subject]} {arrow}|"{escape("; ".join(words))}"| {names[edge.object]}')
    lines.append("    classDef broken stroke:#b00020,stroke-dasharray:4")
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """`text` on one line with every sign but letters, digits and a few harmless ones as an entity (#34;)."""
    short = text if len(text) <= _LABEL_LENGTH else text[: _LABEL_LENGTH - 1] + "…"
    return "".join(_escape(sign) for sign in " ".join(short.split()))


def _escape(sign: str) -> str:
    if sign.isalnum() or sign in _PLAIN:
        return sign
    return f"#{ord(sign)};" if sign.isprintable() else " "
