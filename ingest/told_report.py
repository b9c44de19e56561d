"""A report of the shapes as people want it told: what things are called, and the sentences that findings rest on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Store

from graph_store.chain_reader import Reader
from graph_store.names import told_name
from ingest.kept_sources import KeptSources
from ingest.passages import Passages
from ingest.readers import form_of, read_source
from ingest.scans import Scans
from ingest.tables.registry import mapping_of
from ontology.errors import NotFound, SourceError
from ontology.identifiers import ID_BASE
from ontology.language import Language
from ontology.terms import CODE_BASE, ONTOLOGY_BASE, labels
from shapes.check import Place, Report, Result
from shapes.places import is_iri, located

Texts = Callable[[str, str], Passages | None]  # SHA-256, name of the file -> those of the source, if it can be read


def told(report: Report, data: Store) -> Report:
    """The report with the places of its results and the names of what they are about, as `data` has them."""
    reader = Reader(data)
    return Report(tuple(_named(result, reader) for result in located(report, data).results))


def with_sentences(report: Report, texts: Texts) -> Report:
    """The report with the sentence, row or line around the words of each place. Every source is read once."""
    places = {place: place for result in report.results for place in result.places}
    by_source: dict[tuple[str, str], list[Place]] = {}
    for place in places:
        by_source.setdefault((place.sha256, place.file), []).append(place)
    for (sha256, file), found in by_source.items():
        passages = texts(sha256, file) if sha256 else None
        if passages:
            places.update(_around(passages, found))
    changed = (replace(r, places=tuple(places[place] for place in r.places)) for r in report.results)
    return Report(tuple(changed))


class KeptTexts:
    """Reads sources again, by their SHA-256: files that were just read, else what a data folder keeps.

    Takes   mapping: by which tables among the files were read.
    """

    def __init__(
        self, kept: KeptSources, scans: Scans, read: Mapping[str, Path] | None = None, mapping: str = ""
    ) -> None:
        self._kept = kept
        self._scans = scans
        self._read = read or {}
        self._mapping = mapping

    def __call__(self, sha256: str, file: str) -> Passages | None:
        """None if the bytes are not here, or can no longer be read."""
        try:
            path = self._read.get(sha256) or self._kept.path(sha256, file)
            text = self._mapped(file) if sha256 in self._read else self._kept.mapping(sha256)
            mapping = mapping_of(text, "mapping") if text else None
            source = read_source(path, file, mapping.sheet if mapping else "", self._scans)
        except (NotFound, SourceError):
            return None
        if source.sha256 != sha256:
            return None
        return Passages(source, mapping.delimiter) if mapping else Passages(source)

    def _mapped(self, file: str) -> str:
        return self._mapping if form_of(file) == "table" else ""


def _around(passages: Passages, places: Iterable[Place]) -> dict[Place, Place]:
    found = {}
    for place in places:
        passage = passages.passage(place.start, place.quote, place.locator, place.value)
        if passage:
            found[place] = replace(
                place,
                sentence=passage.text,
                mark=passage.mark,
                mark_end=passage.mark_end,
                locator=place.locator or passages.line(place.start),
            )
    return found


def _named(result: Result, reader: Reader) -> Result:
    about = {language: _about(reader, result.focus_node, language) for language in ("vi", "en")}
    value = {language: _name(reader, result.value or "", language) for language in ("vi", "en")}
    return replace(result, about_vi=about["vi"], about_en=about["en"], value_vi=value["vi"], value_en=value["en"])


def _about(reader: Reader, iri: str, language: Language) -> str:
    """What a thing is and is called: "văn bản: Quyết định 12-QĐ/TU"."""
    name = _name(reader, iri, language)
    kind = _label(ONTOLOGY_BASE + reader.thing(iri).type, language) if name and reader.thing(iri).type else ""
    if kind and name == kind:
        name = iri.removeprefix(ID_BASE)
    return f"{kind}: {name}" if kind else name


def _name(reader: Reader, iri: str, language: Language) -> str:
    """What an IRI is called; nothing for what is none of ours."""
    if iri.startswith((CODE_BASE, ONTOLOGY_BASE)):
        return _label(iri, language)
    if not iri.startswith(ID_BASE) or not is_iri(iri):
        return ""
    return told_name(reader, iri, language)


def _label(iri: str, language: Language) -> str:
    found = labels(iri)
    return found.told(language)
