"""What the page of the ontology shows: classes with what the shapes ask of them, properties, code lists."""

from dataclasses import dataclass

from graph_api.pages.texts import class_label, term_label, text
from graph_api.pages.words import Cell
from ontology.glossary import Term, class_terms, code_lists, prefixed, property_terms
from ontology.language import Language
from ontology.terms import Labels, local_name
from shapes.description import PropertyRule, Values, rules_of


@dataclass(frozen=True, slots=True)
class RuleView:
    property: Cell
    values: tuple[Cell, ...]
    count: str  # "0–1", empty where the shape does not count
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class TermView:
    """A class or property; `name` is the fragment of its IRI and of the page. A code list stands at codes-NAME."""

    name: str
    label: str
    definition: str
    example: str
    above: tuple[Cell, ...]  # super-classes or super-properties
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class CodeView:
    name: str
    label: str
    notations: str
    definition: str


@dataclass(frozen=True, slots=True)
class CodeListView:
    name: str
    label: str
    definition: str
    codes: tuple[CodeView, ...]


def class_views(language: Language) -> list[TermView]:
    return [_term(t, language, tuple(_rule(r, language) for r in rules_of(t.iri))) for t in class_terms()]


def property_views(language: Language) -> list[TermView]:
    return [_term(t, language, ()) for t in property_terms()]


def code_list_views(language: Language) -> list[CodeListView]:
    return [
        CodeListView(
            found.name,
            _capital(_said(found.label, language)),
            _said(found.definition, language),
            tuple(
                CodeView(c.name, _said(c.label, language), ", ".join(c.notations), _said(c.definition, language))
                for c in found.codes
            ),
        )
        for found in code_lists()
    ]


def _term(term: Term, language: Language, rules: tuple[RuleView, ...]) -> TermView:
    above = [Cell(term_label(iri, language), "#" + local_name(iri)) for iri in term.supers]
    above += [Cell(prefixed(iri), iri) for iri in (*term.aligned, *term.see_also)]
    label, definition = _capital(_said(term.label, language)), _said(term.definition, language)
    return TermView(term.name, label, definition, "; ".join(term.examples), tuple(above), rules)


def _rule(rule: PropertyRule, language: Language) -> RuleView:
    name = local_name(rule.path)
    return RuleView(
        property=Cell(term_label(rule.path, language), "#" + name if name in _property_names() else ""),
        values=tuple(_values(rule.values, language)),
        count=_count(rule),
        severity=text("severity-" + rule.severity.lower(), language),
        message=_said(rule.message, language),
    )


def _values(values: Values, language: Language) -> list[Cell]:
    found = [Cell(class_label(local_name(iri), language), "#" + local_name(iri)) for iri in values.classes]
    found += [Cell(term_label(iri, language), "#codes-" + local_name(iri)) for iri in values.code_lists]
    return found + [Cell(local_name(iri)) for iri in values.datatypes]


def _count(rule: PropertyRule) -> str:
    if rule.least is None and rule.most is None:
        return ""
    return f"{rule.least or 0}–{'n' if rule.most is None else rule.most}"


def _property_names() -> set[str]:
    return {term.name for term in property_terms()}


def _said(labels: Labels, language: Language) -> str:
    return labels.told(language)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
