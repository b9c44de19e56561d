"""What cannot be compared is not in order: by SPARQL a comparison of it is an error, by SHACL that is a result.

pySHACL 0.40.1 orders some of it all the same, so benchmarks/shacl_differential.py puts none of it into its graphs.
"""

import pytest
from rdflib import Graph

from shapes.check import Shapes, check

HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
ORDER = (
    HEAD + "<urn:s> a sh:NodeShape ; sh:targetNode <urn:a> ; sh:property <urn:s-p> . <urn:s-p> a sh:PropertyShape ; "
)
DATE, YEAR, MONTH = '"2022-06-02"^^xsd:date', '"2023"^^xsd:gYear', '"2022-07"^^xsd:gYearMonth'

COMPARED = [
    (DATE, '"2022-06-03"^^xsd:date'),
    ("3", "4.5"),
    ('"a"', '"b"'),
    ('"2021"^^xsd:gYear', YEAR),
]
NOT_IN_ORDER = [
    ('"2022-06-03"^^xsd:date', DATE),
    (DATE, DATE),
    (DATE, YEAR),
    (MONTH, YEAR),
    (DATE, "3"),
    ("3", DATE),
    ("false", "0.9"),
    ("0", "true"),
    ('"5x"^^xsd:integer', "7"),
    ('"2022-13-40"^^xsd:date', '"2023-01-01"^^xsd:date'),
    ('"2022"', YEAR),
    ("<urn:b>", "3"),
]


def broken(constraint: str, data: str) -> set[str]:
    """The components of the results on the one node."""
    shapes = Graph().parse(data=ORDER + constraint, format="turtle")
    return {result.component for result in check(Graph().parse(data=HEAD + data), shapes=Shapes(shapes)).results}


@pytest.mark.parametrize(("less", "more"), COMPARED)
def test_what_can_be_compared_is_in_order(less: str, more: str) -> None:
    data = f"<urn:a> <urn:p> {less} ; <urn:q> {more} ."
    assert not broken("sh:path <urn:p> ; sh:lessThan <urn:q> .", data)
    assert not broken(f"sh:path <urn:p> ; sh:maxExclusive {more} .", data)
    assert not broken(f"sh:path <urn:q> ; sh:minExclusive {less} .", data)


@pytest.mark.parametrize(("less", "more"), NOT_IN_ORDER)
def test_what_cannot_be_compared_is_a_result(less: str, more: str) -> None:
    data = f"<urn:a> <urn:p> {less} ; <urn:q> {more} ."
    assert broken("sh:path <urn:p> ; sh:lessThan <urn:q> .", data) == {"LessThanConstraintComponent"}
    if not more.startswith("<"):
        found = broken(f"sh:path <urn:p> ; sh:maxExclusive {more} .", data)
        assert found == {"MaxExclusiveConstraintComponent"}


def test_booleans_are_in_no_order_although_sparql_gives_them_one() -> None:
    """The engine deviates: by SPARQL false is less than true. No bundled shape compares booleans."""
    data = "<urn:a> <urn:p> false ; <urn:q> true ."
    assert broken("sh:path <urn:p> ; sh:lessThan <urn:q> .", data) == {"LessThanConstraintComponent"}
