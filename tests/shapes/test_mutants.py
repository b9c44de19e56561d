"""Every constraint is needed: without any one of them, an example gets another verdict."""

import pytest

from tests.shapes.mutants import Mutant, mutants, survives, whole

MUTANTS = sorted(mutants(), key=lambda mutant: mutant.name)
SHAPES = sorted({mutant.shape for mutant in MUTANTS})


def of(shape: str) -> list[Mutant]:
    return [mutant for mutant in MUTANTS if mutant.shape == shape]


@pytest.mark.parametrize("shape", SHAPES)
def test_no_part_of_a_shape_can_be_left_out_unseen(shape: str) -> None:
    assert survives(whole(shape))
    assert [mutant.name for mutant in of(shape) if survives(mutant)] == []


def test_every_sort_of_constraint_is_left_out_once() -> None:
    left_out = {word for mutant in MUTANTS for word in mutant.name.split() if word.startswith("sh:")}
    left_out |= {word for word in ("severity", "FILTER", "OPTIONAL", "item") if any(word in m.name for m in MUTANTS)}
    assert left_out >= {
        *("sh:minCount", "sh:maxCount", "sh:class", "sh:datatype", "sh:pattern", "sh:nodeKind", "sh:lessThan"),
        *("sh:lessThanOrEquals", "sh:minInclusive", "sh:maxInclusive", "sh:minLength", "sh:maxLength", "sh:node"),
        *("sh:languageIn", "sh:uniqueLang", "sh:or", "sh:hasValue", "sh:sparql", "sh:targetClass", "sh:property"),
        *("severity", "FILTER", "OPTIONAL", "item"),
    }
