"""A change in words: entities by name, what came and went of each, nothing that was said already or is said still."""

from pyoxigraph import Quad, RdfFormat, Store, parse

from graph_store.readable_diff import ChangedEntity, readable_diff
from graph_store.view import Change

_PREFIXES = """@prefix mg: <https://w3id.org/mandate-graph/ontology#> .
@prefix level: <https://w3id.org/mandate-graph/codes/level/> .
@prefix id: <https://w3id.org/mandate-graph/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_BODY = '<https://w3id.org/mandate-graph/id/body/b> a mg:PartyDepartment ; skos:prefLabel "Ban Thử"@vi'
_OLD = f"<urn:g> {{ {_BODY} ; mg:level level:province . }}"
_NEW = f'<urn:g> {{ {_BODY}, "Trial Office"@en ; mg:level level:central ; mg:earliest "2020-01-01"^^xsd:date . }}'


def _store(trig: str) -> Store:
    store = Store()
    store.extend(parse(_PREFIXES + trig, RdfFormat.TRIG))
    return store


def _diff(old: str, new: str, language: str = "en") -> list[ChangedEntity]:
    older, newer = _store(old), _store(new)
    came, went = (sorted(set(a) - set(b), key=str) for a, b in ((newer, older), (older, newer)))
    change: Change = Change(came, went)
    assert all(isinstance(quad, Quad) for quad in came)
    return list(readable_diff(change, older, newer, "en" if language == "en" else "vi"))


def test_what_came_and_went_is_told_in_words_without_what_is_computed() -> None:
    (entity,) = _diff(_OLD, _NEW)
    assert (entity.kind, entity.name, entity.state) == ("Party department", "Trial Office", "changed")
    assert entity.lost == (("level", "provincial"),)
    assert entity.gained == (("level", "central"), ("name", "Trial Office"))


def test_an_entity_that_came_or_went_says_so() -> None:
    assert [e.state for e in _diff("", _OLD)] == ["new"]
    (gone,) = _diff(_OLD, "", "vi")
    assert (gone.state, gone.name) == ("gone", "Ban Thử")
    assert ("tên", "Ban Thử") in gone.lost


def test_what_another_source_said_already_is_no_news() -> None:
    assert _diff(_OLD, f"{_OLD} {_OLD.replace('urn:g', 'urn:h')}") == []
    assert _diff(f"{_OLD} {_OLD.replace('urn:g', 'urn:h')}", _OLD) == []


def test_evidence_and_sources_are_left_out() -> None:
    evidence = '<urn:g> { <https://w3id.org/mandate-graph/id/evidence/e> a mg:Evidence ; mg:rule "x" . }'
    assert _diff("", evidence) == []
