"""A mandate chain as an indented tree that a researcher reads and cites, in Vietnamese or English."""

from collections import defaultdict

from graph_store.chain_model import Chain, Edge, Node, Quote, Reason
from ontology.language import Language
from ontology.locators import locator_words
from ontology.terms import ONTOLOGY_BASE, inverse_labels, labels
from ontology.text import one_line

_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "up": "Căn cứ của",
        "down": "Những gì dựa trên",
        "at": "vào ngày",
        "broken": "ĐỨT",
        "doubt": "có thể ĐỨT",
        "above": "(đã nêu ở trên)",
        "disputed": "các nguồn không thống nhất",
        "inferred": "suy ra",
        "possible": "có thể",
        "unverified": "chưa kiểm chứng",
        "truncated": "Chưa hết: đã đạt giới hạn số nút hoặc độ sâu.",
        "left_out": "Số chức vụ không giữ vào ngày này, không nêu:",
        "more": "và {n} trích dẫn nữa",
        "part": "điểm dẫn",
        "after": "dẫn theo",
        "conflict": "mâu thuẫn",
    },
    "en": {
        "up": "What carries",
        "down": "What rests on",
        "at": "on",
        "broken": "BROKEN",
        "doubt": "possibly BROKEN",
        "above": "(see above)",
        "disputed": "sources disagree",
        "inferred": "inferred",
        "possible": "possibly",
        "unverified": "unverified",
        "truncated": "There is more: the limit of nodes or of depth was reached.",
        "left_out": "Offices not held on that day, left out:",
        "more": "and {n} more quotes",
        "part": "at",
        "after": "citing",
        "conflict": "conflict",
    },
}
_QUOTES = 2  # shown of one hop


def chain_text(chain: Chain, language: Language = "vi") -> str:
    return _Tree(chain, language).text()


class _Tree:
    def __init__(self, chain: Chain, language: Language) -> None:
        self._chain = chain
        self._language = language
        self._words = _WORDS[language]
        self._nodes = {node.iri: node for node in chain.nodes}
        self._hops: dict[str, list[Edge]] = defaultdict(list)
        for edge in chain.edges:
            self._hops[edge.walked_from].append(edge)
        self._shown: set[str] = set()
        self._lines: list[str] = []

    def text(self) -> str:
        chain, words = self._chain, self._words
        start = self._nodes[chain.start]
        self._lines = [f"{words[chain.direction]} {self._title(start)} {words['at']} {chain.at}"]
        self._about(start, "  ")
        self._branches(chain.start)
        if chain.left_out:
            self._lines.append(f"{words['left_out']} {chain.left_out}")
        if chain.truncated:
            self._lines.append(words["truncated"])
        return "\n".join(self._lines) + "\n"

    def _branches(self, start: str) -> None:
        """Depth first without recursion, as a chain may be longer than the interpreter's stack."""
        self._shown.add(start)
        stack = [(edge, 1) for edge in reversed(self._hops[start])]
        while stack:
            edge, level = stack.pop()
            target = edge.walked_to
            self._hop(edge, level, again=target in self._shown)
            if target not in self._shown:
                self._shown.add(target)
                stack += [(hop, level + 1) for hop in reversed(self._hops[target])]

    def _hop(self, edge: Edge, level: int, *, again: bool) -> None:
        pad = "  " * level
        name = _name(edge, self._language)
        marks = [self._words[m] for m in (edge.standing, edge.certainty) if m in self._words]
        marks += [f"{self._words['part']} {edge.part}"] if edge.part else []
        node = self._nodes[edge.walked_to]
        line = f"{pad}{_arrow(name, self._title(node), edge.reversed)}{_period(edge)}"
        line += f" [{'; '.join(marks)}]" if marks else ""
        self._lines.append(line + (f" {self._words['above']}" if again else ""))
        self._reasons(edge.broken, pad + "  ")
        for quote in edge.evidence[:_QUOTES]:
            self._lines.append(f"{pad}    {quote_text(quote, self._language)}")
        if edge.evidence_total > _QUOTES:
            self._lines.append(f"{pad}    {self._words['more'].format(n=edge.evidence_total - _QUOTES)}")
        if not again:
            self._about(node, pad + "  ", seen=edge.broken)

    def _about(self, node: Node, pad: str, seen: tuple[Reason, ...] = ()) -> None:
        self._reasons(tuple(reason for reason in node.broken if reason not in seen), pad)
        for conflict in node.conflicts:
            values = " / ".join(one_line(value) for value in conflict.values)
            self._lines.append(f"{pad}! {self._words['conflict']}: {conflict.property}: {values}")

    def _reasons(self, reasons: tuple[Reason, ...], pad: str) -> None:
        for reason in reasons:
            message = reason.message_vi if self._language == "vi" else reason.message_en
            mark = self._words["broken" if reason.certainty == "certain" else "doubt"]
            self._lines.append(f"{pad}✗ {mark}: {one_line(message)}")

    def _title(self, node: Node) -> str:
        type_label = labels(ONTOLOGY_BASE + node.type)
        kind = type_label.told(self._language)
        label = node.label(self._language) if node.label_vi or node.label_en else ""
        number = node.facts.get("documentNumber", "")
        facts = [number] if number and number not in label else []
        facts += [node.facts[name] for name in ("issuedOn", "startsOn", "changedOn") if name in node.facts]
        details = ", ".join([kind, *facts]) if label else ", ".join(facts)
        return one_line(f"{label or kind} ({details})" if details else label or kind)


def quote_text(quote: Quote, language: Language) -> str:
    """The words of a source with their place, rule and rank, on one line."""
    words = _WORDS[language]
    place = locator_words(quote.locator, language, (quote.start, quote.end))
    rank = f", {words['unverified']}" if quote.claim_rank == "unverified" else ""
    cited = f", {words['after']} {quote.cited_source}" if quote.cited_source else ""
    title = quote.source_title or quote.source
    note = f"; {quote.note}" if quote.note else ""
    return one_line(f"“{quote.quote}” — {title}, {place} ({quote.rule} {quote.confidence:.2f}{rank}{cited}{note})")


def _name(edge: Edge, language: Language) -> str:
    """What the relation is called in the direction in which it is walked."""
    iri = ONTOLOGY_BASE + edge.predicate
    name = (inverse_labels(iri) if edge.reversed else None) or labels(iri)
    return name.told(language)


def _arrow(name: str, title: str, backward: bool) -> str:
    """The hop in words; a label with a gap takes the other end into it: "do … ban hành" -> "do Ban Bí thư ban hành"."""
    arrow = "←" if backward else "→"
    if "…" in name:
        return f"{arrow} {name.replace('…', title)}"
    return f"{arrow} {name} {title}" if backward else f"{arrow} {name} → {title}"


def _period(edge: Edge) -> str:
    if edge.predicate not in ("heldBy", "inPosition") or not (edge.valid_from or edge.valid_to):
        return ""
    return f" {edge.valid_from or '?'} – {edge.valid_to or '?'}"
