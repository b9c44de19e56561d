"""The page of one code list."""

from docs.generator.markdown import both, code, lines, page, table, text
from docs.generator.places import place, to, to_class, to_path
from docs.generator.words import heading, in_cell, name
from ontology.glossary import Code, CodeList, prefixed
from ontology.terms import classes, labels, local_name
from shapes.description import rules_by_path


def code_page(found: CodeList) -> str:
    here = place(found.iri)
    facts = sorted({prop for known in found.codes for prop, _ in known.facts}, key=local_name)
    head = [name("code"), name("label"), name("other-labels"), name("misspellings"), name("notation")]
    head += [*(to_path(fact, here) for fact in facts), name("definition"), name("for-example")]
    rows = [_row(known, facts, here) for known in found.codes]
    return page(
        f"# {found.name} — {both(found.label)}",
        f"{to('index.md', here, name('reference'))} · `{prefixed(found.iri)}` · <{found.iri}>",
        table(["", ""], [row for row in _facts(found, here) if row[1]]),
        heading("codes"),
        table(head, rows),
    )


def _facts(found: CodeList, here: str) -> list[list[str]]:
    uses = [
        f"{to_class(class_iri, here)}: {to_path(path, here)}"
        for path, entries in rules_by_path().items()
        for class_iri, rule in entries
        if found.iri in rule.values.code_lists
    ]
    return [[name("definition"), in_cell(found.definition)], [name("used-by"), lines(*dict.fromkeys(uses))]]


def _row(known: Code, facts: list[str], here: str) -> list[str]:
    told = [lines(*(_value(value, here) for prop, value in known.facts if prop == path)) for path in facts]
    return [
        code(known.name),
        both(known.label),
        lines(*(text(words) for words in known.other_labels)),
        lines(*(text(words) for words in known.misspellings)),
        ", ".join(code(notation) for notation in known.notations),
        *told,
        in_cell(known.definition),
        lines(*(text(words) for words in known.examples)),
    ]


def _value(value: str, here: str) -> str:
    if value in classes():
        return to(value, here, code(local_name(value)))
    if "://" not in value:
        return text(value)
    named = labels(value)
    return to(value, here) if named.vi == local_name(value) else both(named)
