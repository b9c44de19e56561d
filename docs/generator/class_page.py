"""The page of one class: what it is, its neighbours, properties, rules, what points at it, an example, its tables."""

from docs.generator.diagram import class_diagram
from docs.generator.examples import example, example_file
from docs.generator.markdown import block, both, code, lines, link, page, relative, table, text
from docs.generator.places import place, to, to_class, to_file, to_path
from docs.generator.tables import fillings
from docs.generator.told_rules import rule_rows
from docs.generator.words import heading, in_cell, name, prose
from ontology.glossary import Term, code_lists, individuals, prefixed, subclasses, term
from ontology.terms import ancestors, labels, local_name
from shapes.description import pointing_at, rules, rules_of


def class_page(class_iri: str) -> str:
    told, here = term(class_iri), place(class_iri)
    own = rules_of(class_iri)
    return page(
        f"# {told.name} — {both(told.label)}",
        f"{to('index.md', here, name('reference'))} · `{prefixed(class_iri)}` · <{class_iri}>",
        _facts(told, here),
        heading("diagram"),
        class_diagram(class_iri),
        heading("properties"),
        rule_rows(own, here),
        _inherited(class_iri, here),
        "" if own or len(ancestors(class_iri)) > 1 else prose("no-properties"),
        heading("is-object-of"),
        _pointing(class_iri, here) or prose("nothing-points"),
        heading("rules"),
        _rules(class_iri, here) or prose("no-rules"),
        *_declared(class_iri, here),
        heading("example"),
        block(example(class_iri), "turtle"),
        _example_note(class_iri, here),
        *_filled(class_iri, here),
    )


def _facts(told: Term, here: str) -> str:
    below = lines(*(to_class(iri, here) for iri in subclasses(told.iri)))
    rows = [
        [name("definition"), in_cell(told.definition)],
        [name("for-example"), lines(*(text(words) for words in told.examples))],
        [name("above"), lines(*(to_class(iri, here) for iri in told.supers))],
        [name("below"), below],
        [name("aligned"), lines(*(to(iri, here) for iri in (*told.aligned, *told.see_also)))],
        [name("kinds"), lines(*_kinds(told.iri, here))],
        [name("in-cypher"), code(f":{told.name}")],
        [name("deprecated"), name("yes") if told.deprecated else ""],
    ]
    return table(["", ""], [row for row in rows if row[1]])


def _kinds(class_iri: str, here: str) -> list[str]:
    """The codes whose things are of the class."""
    return [
        f"{link(code(found_code.name), relative(place(found.iri), here))} {both(found_code.label)}"
        for found in code_lists()
        for found_code in found.codes
        if class_iri in {value for _, value in found_code.facts}
    ]


def _inherited(class_iri: str, here: str) -> str:
    """Each super-class with the names of the properties that it gives."""
    found = []
    for above in ancestors(class_iri)[1:]:
        paths = dict.fromkeys(rule.path for rule in rules_of(above))
        if paths:
            given = ", ".join(to_path(path, here) for path in paths)
            found.append(f"{name('from-class')} {to_class(above, here)}: {given}")
    return "\n\n".join(found)


def _pointing(class_iri: str, here: str) -> str:
    starts: dict[str, list[str]] = {}
    for start, path in pointing_at(class_iri):
        starts.setdefault(path, []).append(start)
    rows = []
    for path in sorted(starts, key=local_name):
        read_back = term(path).inverse_label if place(path) != path else None
        classes = lines(*(to_class(start, here) for start in starts[path]))
        rows.append([to_path(path, here), both(labels(path)), both(read_back) if read_back else "", classes])
    return table([name("property"), name("label"), name("read-backwards"), name("of-class")], rows)


def _rules(class_iri: str, here: str) -> str:
    concerned = set(ancestors(class_iri))
    found = [rule for rule in rules() if concerned & set(rule.targets)]
    rows = [[to(rule.iri, here, code(rule.name)), name(rule.severity), in_cell(rule.message)] for rule in found]
    return table([name("rule"), name("severity"), name("message")], rows)


def _declared(class_iri: str, here: str) -> list[str]:
    """Things of the class that the ontology itself declares, as a table of their properties."""
    found = [thing for thing in individuals() if thing.class_iri == class_iri]
    paths = sorted({path for thing in found for path, _ in thing.facts}, key=local_name)
    rows = []
    for thing in found:
        cells = [lines(*(_value(v, here) for p, v in thing.facts if p == path)) for path in paths]
        rows.append([code(prefixed(thing.iri)), *cells])
    return [heading("declared"), table(["", *(to_path(path, here) for path in paths)], rows)] if found else []


def _value(value: str, here: str) -> str:
    if "://" not in value:
        return text(value)
    named = labels(value)
    return f"{code(prefixed(value))} {both(named)}" if named.vi != local_name(value) else to(value, here)


def _example_note(class_iri: str, here: str) -> str:
    """Where an accepted example stands; a made one is nothing but the name that the ontology gives."""
    file = example_file(class_iri)
    if not file:
        return ""
    return f"{name('accepted-by')}: {to_file(f'tests/shapes/accept/{file}', here)}"


def _filled(class_iri: str, here: str) -> list[str]:
    rows = [
        [
            to_file(f"ontology/reference/{known.table}", here),
            ", ".join(code(column) for column in known.columns),
            ", ".join(to_path(path, here) for path in known.properties),
        ]
        for known in fillings().get(class_iri, ())
    ]
    head = [name("table"), name("columns"), name("states")]
    note = prose("tables-note", page=relative("../import.md", here))
    return [heading("tables"), note, table(head, rows)] if rows else []
