"""How an RDF file may be built: bounded while it is read, so that one made to cost much ends in an error that says why.

No bound is on how many things a file describes, or on how long a chain of them is. Blank nodes are named by their order
in the file, which takes one step a node; they are not told apart by what is said of them, which could take any number.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from pyoxigraph import BlankNode, Quad
from rdflib import RDF

from ingest.rdf_limits import RdfLimits
from ingest.rdf_statements import Stretch
from ingest.readers import SourceText
from ontology.errors import SourceMalformed, SourceRefused

_FIRST, _REST, _NIL = str(RDF.first), str(RDF.rest), str(RDF.nil)
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')


class Structure:
    """The blank nodes of a file as far as it is read, joined where a statement leads from one to another.

    `steps` counts the work: it grows with the statements, whatever they say.
    """

    def __init__(self, source: SourceText, limits: RdfLimits) -> None:
        self._source = source
        self._limits = limits
        self._joined = _Groups()
        self._lists = _Groups()
        self._rest: dict[str, str] = {}
        self._inner: list[tuple[str, str, Stretch]] = []  # a cell, the first cell of the list in it

    @property
    def steps(self) -> int:
        return self._joined.steps + self._lists.steps

    def see(self, quad: Quad, at: Stretch) -> None:
        """Raises SourceRefused for the statement that goes over a limit, SourceMalformed for lists that are none."""
        if not isinstance(quad.subject, BlankNode):
            return
        subject = quad.subject.value
        value = quad.object.value if isinstance(quad.object, BlankNode) else ""
        if quad.predicate.value == _REST:
            self._see_rest(subject, value or getattr(quad.object, "value", ""), at)
        elif quad.predicate.value == _FIRST and value:
            self._inner.append((subject, value, at))
        if value and quad.predicate.value != _REST:
            self._joined.join(subject, value)
            if self._joined.links[self._joined.root(subject)] > self._limits.blank_links:
                raise self._over(
                    at,
                    f"more than {self._limits.blank_links:,} statements that lead from one blank node to another",
                    f"quá {self._limits.blank_links:,} phát biểu nối các nút trống với nhau",
                    "MANDATE_RDF_BLANK_LINKS",
                    "give the things names (IRIs), so that they can be told apart",
                    "đặt tên (IRI) cho các đối tượng để phân biệt được chúng",
                )

    def close(self) -> None:
        """Asks what only the whole file tells: how deep lists stand in lists. Raises as `see` does."""
        within: dict[str, list[tuple[str, Stretch]]] = {}
        heads = {self._lists.root(inner) for _, inner, _ in self._inner}
        for cell, inner, at in self._inner:
            if inner in self._rest:
                within.setdefault(self._lists.root(cell), []).append((self._lists.root(inner), at))
        level = [root for root in within if root not in heads] or list(within)[:1]
        depth = 1
        while level:
            found = [entry for root in level for entry in within.get(root, ())]
            depth += bool(found)
            if depth > self._limits.list_depth:
                raise self._over(
                    found[0][1],
                    f"lists more than {self._limits.list_depth:,} deep in lists",
                    f"danh sách lồng nhau quá {self._limits.list_depth:,} tầng",
                    "MANDATE_RDF_LIST_DEPTH",
                    "state the members by properties of the ontology",
                    "nêu các phần tử bằng thuộc tính của bản thể học",
                )
            level = list(dict.fromkeys(root for root, _ in found))

    def _see_rest(self, cell: str, rest: str, at: Stretch) -> None:
        if self._rest.setdefault(cell, rest) != rest:
            raise self._no_list(at, "a list that goes on in two ways", "danh sách rẽ làm hai nhánh")
        if rest == _NIL:
            return
        if self._lists.root(cell) == self._lists.root(rest):
            raise self._no_list(at, "a list without end", "danh sách không có điểm cuối")
        self._lists.join(cell, rest)
        if self._lists.links[self._lists.root(cell)] >= self._limits.list_members:
            raise self._over(
                at,
                f"a list of more than {self._limits.list_members:,} members",
                f"danh sách quá {self._limits.list_members:,} phần tử",
                "MANDATE_RDF_LIST_MEMBERS",
                "state the members by properties of the ontology, one statement each",
                "nêu các phần tử bằng thuộc tính của bản thể học, mỗi phần tử một phát biểu",
            )

    def _over(self, at: Stretch, english: str, vietnamese: str, setting: str, hint: str, hint_vi: str) -> SourceRefused:
        return _refused(self._source, at.line, english, vietnamese, setting, hint, hint_vi)

    def _no_list(self, at: Stretch, english: str, vietnamese: str) -> SourceMalformed:
        name = self._source.name
        return SourceMalformed(
            f"{name}, line {at.line}: {english}",
            message_vi=f"{name}, dòng {at.line}: {vietnamese}",
            hint="every rdf:rest leads to one further cell, the last to rdf:nil",
            hint_vi="mỗi rdf:rest dẫn tới đúng một ô tiếp theo, ô cuối dẫn tới rdf:nil",
            file=name,
            line=at.line,
            code="malformed",
        )


class _Groups:
    """Nodes in groups that are joined (union by size, with path halving); `links` counts the joins of each root."""

    def __init__(self) -> None:
        self.links: dict[str, int] = {}
        self.steps = 0
        self._parent: dict[str, str] = {}

    def root(self, node: str) -> str:
        parent = self._parent
        while (above := parent.get(node, node)) != node:
            parent[node] = parent.get(above, above)
            node = parent[node]
            self.steps += 1
        return node

    def join(self, one: str, other: str) -> None:
        self.steps += 1
        one, other = self.root(one), self.root(other)
        links = self.links.get(one, 0) + 1
        if one != other:
            links += self.links.get(other, 0)
            if self.links.get(one, 0) < self.links.get(other, 0):
                one, other = other, one
            self._parent[other] = one
        self.links[one] = links


def refuse_nesting(source: SourceText, limits: RdfLimits) -> None:
    """Raises SourceRefused for JSON or XML that stands deeper than the limit: parsers take the square of it."""
    levels = _LEVELS.get(source.media_type)
    for depth, line in levels(source.text) if levels else ():
        if depth > limits.nesting:
            raise _refused(
                source,
                line,
                f"nested more than {limits.nesting:,} deep",
                f"lồng nhau quá {limits.nesting:,} tầng",
                "MANDATE_RDF_NESTING",
                "name the things (IRIs) and describe each by itself",
                "đặt tên (IRI) cho các đối tượng và mô tả từng đối tượng riêng",
            )


def _json_levels(text: str) -> Iterator[tuple[int, int]]:
    """(depth, line) at each opening bracket."""
    depth, line, position = 0, 1, 0
    for token in _JSON_TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
            line += text.count("\n", position, token.start())
            position = token.start()
            yield depth, line
        elif token[0] in "]}":
            depth -= 1


def _xml_levels(text: str) -> Iterator[tuple[int, int]]:
    """(depth, line) where it grows, piece by piece; what is no XML is for the reader to tell."""
    parser = expat.ParserCreate()
    depths = [0, 0]  # now, deepest yet

    def opened(*_: object) -> None:
        depths[0] += 1
        depths[1] = max(depths)

    def closed(*_: object) -> None:
        depths[0] -= 1

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        for start in range(0, len(text), 65_536):
            parser.Parse(text[start : start + 65_536])
            yield depths[1], parser.CurrentLineNumber
    except expat.ExpatError:
        return


_LEVELS = {"application/ld+json": _json_levels, "application/rdf+xml": _xml_levels}


def _refused(
    source: SourceText, line: int, english: str, vietnamese: str, setting: str, hint: str, hint_vi: str
) -> SourceRefused:
    return SourceRefused(
        f"{source.name}, line {line}: {english}",
        message_vi=f"{source.name}, dòng {line}: {vietnamese}",
        hint=f"{hint}; {setting} sets the limit",
        hint_vi=f"{hint_vi}; {setting} đặt giới hạn này",
        file=source.name,
        line=line,
        code="too-complex",
    )
