"""Search by name and number over one version: folded for recall, exact marks ranked first. Built once a version."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import Literal, NamedNode, Store
from rdflib import SKOS, XSD

from graph_store.chain_reader import text_of
from ontology.errors import Ambiguous, InvalidIdentifier, NotFound
from ontology.identifiers import entity_iri, provision_at, split_iri
from ontology.numbers import kept_form
from ontology.spoken_names import written_forms
from ontology.terms import ONTOLOGY_BASE
from ontology.text import canonical, fold, nfc

# Found only when their type is asked for: thousands of posts share one name, and sources are not what people look for.
ON_REQUEST = frozenset({"position", "holding", "coverage", "source", "evidence", "import"})
_NAMES = (
    (str(SKOS.prefLabel), 0),
    (ONTOLOGY_BASE + "documentNumber", 0),
    (str(SKOS.altLabel), 1),
    (str(SKOS.hiddenLabel), 2),
)
_ISSUED_ON = NamedNode(ONTOLOGY_BASE + "issuedOn")
_DATED = re.compile(r"(.+?) ?\((\d{4}-\d\d-\d\d)\)")
_HOW = {
    "en": "give its name, its number, its IRI, or type/key as in term/xiii",
    "vi": "nêu tên, số ký hiệu, IRI, hoặc loại/mã như term/xiii",
}
_RANKED = 5_000  # candidates that are ranked; the shortest names come first
_SHOWN = 8  # candidates and near misses that an error names


@dataclass(frozen=True, slots=True)
class Hit:
    """`matched` is the name or number that was found; `exact` says that it equals the text, marks included."""

    iri: str
    type: str  # of the IRI: document, body …
    label: str
    matched: str
    exact: bool


@dataclass(frozen=True, slots=True)
class _Name:
    iri: str
    type: str
    text: str
    canonical: str
    folded: str
    kind: int  # 0 canonical name or number, 1 other name, 2 known misspelling


class LabelIndex:
    """Every name and document number of a store. It does not follow later changes: versions do not change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = sorted(_read_names(store), key=lambda n: (len(n.text), n.text, n.kind, n.iri))
        self._labels: dict[str, str] = {}
        self._by_canonical: dict[str, list[int]] = defaultdict(list)
        self._by_folded: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for index, name in enumerate(self._names):
            if name.kind == 0:
                self._labels.setdefault(name.iri, name.text)
            self._by_canonical[name.canonical].append(index)
            self._by_folded[name.folded].append(index)
            for word in name.folded.split():
                self._by_word[word].add(index)
        for iri, label in _preferred(store):
            self._labels[iri] = label
        self._words = sorted(self._by_word)

    def search(self, text: str, type: str | None = None, limit: int = 20) -> list[Hit]:
        """The best names for the text, one for each entity; all its words must occur, the last one as a beginning.

        Where nothing has them, those of the forms in which such a name is written: đồng chí Lê Văn Mẫu.
        """
        forms = (text, *written_forms(text))
        return next((hits for form in forms if (hits := self._search(form, type, limit))), [])

    def _search(self, text: str, type: str | None, limit: int) -> list[Hit]:
        wanted, folded = canonical(text), fold(text)
        words = folded.split()
        if not words:
            return []
        found = {*self._by_canonical.get(wanted, ()), *self._by_folded.get(folded, ())}
        found.update(self._candidates(words))
        ranked = sorted((_rank(self._names[i], wanted, folded), i) for i in found if self._asked(i, type))
        hits: dict[str, Hit] = {}
        for _, index in ranked:
            name = self._names[index]
            if name.iri not in hits:
                hits[name.iri] = self._hit(name, wanted)
            if len(hits) >= limit:
                break
        return list(hits.values())

    def named(self, text: str, type: str | None = None) -> list[str]:
        """The entities that bear exactly this name or number, by tone placement and case alike, in order of IRI."""
        return sorted({self._names[i].iri for i in self._by_canonical.get(canonical(text), ()) if self._asked(i, type)})

    def kept_number(self, text: str) -> str:
        """A document number as it stands in the graph, however it is typed: 67-QD/TW, or with blanks."""
        for form in (text, kept_form(text)):
            for index in self._by_canonical.get(canonical(form), ()):
                if self._asked(index, "document"):
                    return self._names[index].text
        return kept_form(text)

    def resolve(self, text: str, type: str | None = None) -> str:
        """The IRI that the text means: an IRI of ours, type/key, a document number or a name; #dieu-5 after it for a
        provision, the day in brackets after a number that several bear: 18-NQ/TW (2017-10-25). Things of the `type`
        are preferred.

        Raises  NotFound with near misses in facts["near"]; Ambiguous with facts["candidates"], both lists of
                {iri, label}; InvalidIdentifier for a # that no provision of a document follows.
        """
        text = nfc(text).strip()
        whole, mark, part = text.partition("#")
        iri = provision_at(self.resolve(whole, type), part) if mark else _as_iri(text)
        if iri:
            if next(self._store.quads_for_pattern(NamedNode(iri), None, None, None), None) is None:
                raise self._not_found(text)
            return iri
        forms = (text, *written_forms(text))
        for found in chain.from_iterable(
            chain(self._readings(form, type), self._readings(form, None), self._dated(form)) for form in forms
        ):
            if len(found) == 1:
                return found[0]
            if found:
                raise self._ambiguous(text, found)
        raise self._not_found(text)

    def _dated(self, text: str) -> Iterator[list[str]]:
        """The documents that bear the number and were issued on the day in brackets."""
        if match := _DATED.fullmatch(text):
            day = Literal(match[2], datatype=NamedNode(str(XSD.date)))
            issued = {text_of(q.subject) for q in self._store.quads_for_pattern(None, _ISSUED_ON, day, None)}
            for found in self._readings(match[1], "document"):
                yield sorted(issued.intersection(found))

    def _readings(self, text: str, type: str | None) -> Iterator[list[str]]:
        """What the text may mean, the strictest reading first."""
        exact, alike = (
            [self._names[i] for i in found if self._asked(i, type)]
            for found in (self._by_canonical.get(canonical(text), ()), self._by_folded.get(fold(text) or "\0", ()))
        )
        for names in (exact, alike):
            yield sorted({n.iri for n in names if n.kind == 0})
            yield sorted({n.iri for n in names})

    def _candidates(self, words: list[str]) -> list[int]:
        """Names that hold all the words, the last one as a beginning; the shortest names if there are very many."""
        last: set[int] = set()
        for position in range(bisect_left(self._words, words[-1]), len(self._words)):
            if not self._words[position].startswith(words[-1]):
                break
            last |= self._by_word[self._words[position]]
        sets = sorted([last, *(self._by_word.get(word, set()) for word in words[:-1])], key=len)
        return sorted(sets[0].intersection(*sets[1:]))[:_RANKED]

    def _asked(self, index: int, type: str | None) -> bool:
        name = self._names[index]
        return name.type == type if type else name.type not in ON_REQUEST

    def _hit(self, name: _Name, wanted: str) -> Hit:
        return Hit(name.iri, name.type, self._labels.get(name.iri, name.text), name.text, name.canonical == wanted)

    def _near(self, text: str) -> list[str]:
        """Entities whose names share most words with the text."""
        words = set(fold(text).split())
        shared: dict[int, int] = defaultdict(int)
        for word in words:
            for index in sorted(self._by_word.get(word, ()))[:_RANKED]:
                shared[index] += 1
        best = sorted((-count, index) for index, count in shared.items() if self._asked(index, None))
        return list(dict.fromkeys(self._names[i].iri for count, i in best if -2 * count >= len(words)))[:_SHOWN]

    def _shown(self, iris: list[str]) -> list[dict[str, str]]:
        return [{"iri": iri, "label": self._labels.get(iri, "")} for iri in iris[:_SHOWN]]

    def _not_found(self, text: str) -> NotFound:
        near = self._shown(self._near(text))
        listed = _listed(near)
        return NotFound(
            f"nothing bears the name, number or identifier {text[:200]!r}",
            message_vi=f"không có gì mang tên, số ký hiệu hoặc mã {text[:200]!r}",
            hint=f"near: {listed}" if near else _HOW["en"],
            hint_vi=f"gần giống: {listed}" if near else _HOW["vi"],
            near=near,
        )

    def _ambiguous(self, text: str, found: list[str]) -> Ambiguous:
        candidates = self._shown(found)
        listed = _listed(candidates)
        return Ambiguous(
            f"{len(found)} things bear the name or number {text[:200]!r}",
            message_vi=f"có {len(found)} đối tượng mang tên hoặc số ký hiệu {text[:200]!r}",
            hint=f"give one of: {listed}",
            hint_vi=f"nêu rõ một trong: {listed}",
            candidates=candidates,
        )


def _listed(things: list[dict[str, str]]) -> str:
    return "; ".join(f"{thing['label']} <{thing['iri']}>" for thing in things)


def _rank(name: _Name, wanted: str, folded: str) -> tuple[int, int]:
    """Smaller is better: equal with marks, equal without, then beginnings and parts, with marks before without."""
    tests = (
        name.canonical == wanted,
        name.folded == folded,
        name.canonical.startswith(wanted),
        wanted in name.canonical,
        name.folded.startswith(folded),
        folded in name.folded,
    )
    return next((place for place, passed in enumerate(tests) if passed), len(tests)), name.kind


def _as_iri(text: str) -> str | None:
    """The IRI that the text is or abbreviates (type/key); None for names and numbers."""
    try:
        return (
            entity_iri(*split_iri(text)) if "://" in text else entity_iri(*text.split("/", 1)) if "/" in text else None
        )
    except InvalidIdentifier:
        return None


def _read_names(store: Store) -> Iterator[_Name]:
    seen = set()
    for predicate, kind in _NAMES:
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
            if (key := (text_of(quad.subject), text_of(quad.object), kind)) in seen:
                continue
            seen.add(key)
            try:
                entity_type, _ = split_iri(key[0])
            except InvalidIdentifier:
                continue
            iri, text, _ = key
            yield _Name(iri, entity_type, text, canonical(text), fold(text), kind)


def _preferred(store: Store) -> Iterator[tuple[str, str]]:
    """(IRI, canonical Vietnamese name); of several in several sources the first by letters."""
    found: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, NamedNode(str(SKOS.prefLabel)), None, None):
        if isinstance(quad.object, Literal) and quad.object.language == "vi":
            iri, text = text_of(quad.subject), quad.object.value
            found[iri] = min(text, found.get(iri, text))
    return iter(found.items())
