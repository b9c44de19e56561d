"""Mermaid flowcharts of classes and what links them. Every sign that Mermaid could read is escaped."""

import re
from collections import defaultdict
from collections.abc import Iterable

from docs.generator.markdown import block
from graph_store.chain_mermaid import escape
from ontology.glossary import prefixed, subclasses, term
from ontology.terms import ancestors, labels, local_name
from shapes.description import pointing_at, rules_by_path, rules_of

_IN_A_LINE = 2  # names of properties in one line of a label
_MOST_SUBCLASSES = 8  # more are left to the list on the page
_BELOW = ["subClassOf"]


class Flowchart:
    """Nodes are boxes with the name and both labels; edges between two nodes are gathered into one."""

    def __init__(self) -> None:
        self._boxes: dict[str, str] = {}
        self._edges: dict[tuple[str, str, str], list[str]] = defaultdict(list)

    def box(self, iri: str, here: bool = False) -> str:
        """The name of the node of a term in the chart, which is added if need be."""
        name = "n_" + re.sub(r"\W", "_", prefixed(iri), flags=re.ASCII)
        named = labels(iri)
        words = [local_name(iri), f"{named.vi} / {named.en}"] if named.vi != local_name(iri) else [prefixed(iri)]
        shape = f'["{_lines(words)}"]' if "/codes/" not in iri else f'(["{_lines(words)}"])'
        self._boxes.setdefault(name, f"{name}{shape}{':::here' if here else ''}")
        return name

    def edge(self, start: str, words: Iterable[str], end: str, arrow: str = "-->") -> None:
        found = self._edges[self.box(start), arrow, self.box(end)]
        found += [word for word in words if word not in found]

    def text(self) -> str:
        rows = ["flowchart LR", *(f"    {box}" for _, box in sorted(self._boxes.items()))]
        for (start, arrow, end), words in sorted(self._edges.items()):
            groups = [", ".join(words[i : i + _IN_A_LINE]) for i in range(0, len(words), _IN_A_LINE)]
            rows.append(f'    {start} {arrow}|"{_lines(groups)}"| {end}')
        rows.append("    classDef here stroke-width:3px")
        return block("\n".join(rows), "mermaid")


def class_diagram(class_iri: str) -> str:
    """The class with what it is below and above, what it points at and what points at it."""
    chart = Flowchart()
    chart.box(class_iri, here=True)
    for above in (*term(class_iri).supers, *term(class_iri).aligned):
        chart.edge(class_iri, _BELOW, above, "-.->")
    below = subclasses(class_iri)
    for iri in below if len(below) <= _MOST_SUBCLASSES else ():
        chart.edge(iri, _BELOW, class_iri, "-.->")
    for rule in rules_of(class_iri):
        for target in (*rule.values.classes, *rule.values.code_lists):
            chart.edge(class_iri, [local_name(rule.path)], target)
    for start, path in pointing_at(class_iri):
        if any(class_iri in r.values.classes for c, r in rules_by_path()[path] if c == start):
            chart.edge(start, [local_name(path)], class_iri)
    return chart.text()


def overview() -> str:
    """All classes that have no super-class of ours, and every relation between them."""
    chart = Flowchart()
    for path, entries in rules_by_path().items():
        for start, rule in entries:
            for end in rule.values.classes:
                chart.edge(ancestors(start)[-1], [local_name(path)], ancestors(end)[-1])
    return chart.text()


def _lines(words: Iterable[str]) -> str:
    return "<br/>".join(escape(word) for word in words)
