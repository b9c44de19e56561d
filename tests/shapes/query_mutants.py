"""A SPARQL query less one part at a time: a pattern, a filter, an operand of a filter, an item of a list, a branch."""

import re
from collections.abc import Iterator

Tokens = tuple[str, ...]
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[?$]\w+|\w*:[\w-]*|[\w.]*\w|\|\||&&|\^\^|!=|<=|>=|\S')
_CLOSING = {"(": ")", "{": "}"}
_CLAUSES = {"FILTER", "BIND", "OPTIONAL"}


def less_one_part(query: str) -> Iterator[tuple[str, str]]:
    """Pairs (what was left out, the query without it)."""
    tokens = tuple(_TOKEN.findall(query))
    start = tokens.index("{")
    for gone, body in _of_group(tokens[start + 1 : -1]):
        yield " ".join(gone), " ".join((*tokens[: start + 1], *body, "}"))


def _of_group(body: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    elements = list(_elements(body))
    for place, element in enumerate(elements):
        before, after = sum(elements[:place], ()), sum(elements[place + 1 :], ())
        yield element, before + after
        for gone, rest in _of_element(element):
            yield gone, before + rest + after


def _of_element(element: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    if element[0] == "BIND":
        return
    if element[0] == "FILTER" and "{" not in element:
        start = element.index("(")
        yield from _wrapped(_of_expression(element[start + 1 : -1]), element[: start + 1], (")",))
    elif "{" in element:
        yield from _of_braces(element)
    else:
        yield from _of_triples(element)


def _of_braces(element: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """Less one branch of a union, or one part of what stands in the braces of a clause."""
    start = element.index("{")
    branches = _split(element, "UNION")
    for place, branch in enumerate(branches):
        others = [*branches[:place], *branches[place + 1 :]]
        if others:
            yield branch, _join(others, "UNION")
        for gone, rest in _of_group(branch[start + 1 : -1]):
            changed = (*branch[: start + 1], *rest, "}")
            yield gone, _join([*branches[:place], changed, *branches[place + 1 :]], "UNION")


def _of_triples(element: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    subject, *rest = element
    pairs = _split(tuple(token for token in rest if token != "."), ";")
    if len(pairs) > 1:
        for place, pair in enumerate(pairs):
            yield pair, (subject, *_join([*pairs[:place], *pairs[place + 1 :]], ";"), ".")


def _of_expression(expression: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """Less one operand of || and &&, or one item of a list after IN, however deep in brackets."""
    for operator in ("||", "&&", ","):
        operands = _split(expression, operator)
        if len(operands) > 1:
            for place, operand in enumerate(operands):
                if operator != ",":
                    yield operand, _join([*operands[:place], *operands[place + 1 :]], operator)
                before, after = operands[:place], operands[place + 1 :]
                for gone, rest in _of_expression(operand):
                    yield gone, _join([*before, rest, *after], operator)
            return
    if "(" in expression:
        start = expression.index("(")
        end = _end(expression, start)
        inner = expression[start + 1 : end - 1]
        parts = _of_list(inner) if expression[start - 1 : start] == ("IN",) else _of_expression(inner)
        yield from _wrapped(parts, expression[: start + 1], (")", *expression[end:]))


def _of_list(items: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    split = _split(items, ",")
    if len(split) > 1:
        for place, item in enumerate(split):
            yield item, _join([*split[:place], *split[place + 1 :]], ",")


def _wrapped(parts: Iterator[tuple[Tokens, Tokens]], before: Tokens, after: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    return ((gone, (*before, *rest, *after)) for gone, rest in parts)


def _elements(body: Tokens) -> Iterator[Tokens]:
    """The elements of a group graph pattern: clauses, groups and unions, and triples up to their full stop."""
    start = 0
    while start < len(body):
        end = _element_end(body, start)
        yield body[start:end]
        start = end


def _element_end(body: Tokens, start: int) -> int:
    if body[start] in _CLAUSES or body[start] == "{":
        bracket = next(place for place in range(start, len(body)) if body[place] in _CLOSING)
        end = _end(body, bracket)
        while body[end : end + 1] == ("UNION",):
            end = _end(body, end + 1)
        return end
    for place in range(start, len(body)):
        if body[place] == ".":
            return place + 1
        if body[place] in _CLAUSES:
            return place
    return len(body)


def _end(tokens: Tokens, start: int) -> int:
    """The place behind the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(tokens)):
        depth += (tokens[place] in _CLOSING) - (tokens[place] in _CLOSING.values())
        if depth == 0:
            return place + 1
    raise AssertionError(f"brackets do not close: {' '.join(tokens)}")


def _split(tokens: Tokens, separator: str) -> list[Tokens]:
    """The parts between separators that stand in no bracket."""
    parts: list[Tokens] = [()]
    depth = 0
    for token in tokens:
        depth += (token in _CLOSING) - (token in _CLOSING.values())
        if token == separator and depth == 0:
            parts.append(())
        else:
            parts[-1] = (*parts[-1], token)
    return parts


def _join(parts: list[Tokens], separator: str) -> Tokens:
    return tuple(token for part in parts for token in (separator, *part))[1:]
