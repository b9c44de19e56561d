"""The W3C's SHACL suite through our own door. The suite is not part of the project: W3C_SHACL_TESTS names its folder.

What is always run is a suite of two tests in the same form, so that a runner that lets everything pass is found out.
"""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import rdflib

from benchmarks.w3c_shacl import DEVIATIONS, Case, cases, ours, passes

MANIFEST = """@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix sht: <http://www.w3.org/ns/shacl-test#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://example.org/> .
<> a mf:Manifest ; mf:entries ( <found> <missed> ) .
<found> a sht:Validate ; mf:action [ sht:dataGraph <> ; sht:shapesGraph <> ] ;
    mf:result [ a sh:ValidationReport ; sh:conforms false ;
        sh:result [ a sh:ValidationResult ; sh:focusNode ex:a ; sh:resultPath ex:p ; sh:resultSeverity sh:Violation ;
            sh:sourceConstraintComponent sh:MinCountConstraintComponent ; sh:sourceShape ex:Shape-p ] ] .
<missed> a sht:Validate ; mf:action [ sht:dataGraph <> ; sht:shapesGraph <> ] ;
    mf:result [ a sh:ValidationReport ; sh:conforms true ] .
ex:Shape a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:Shape-p .
ex:Shape-p a sh:PropertyShape ; sh:path ex:p ; sh:minCount 1 .
"""
_SUITE = os.environ.get("W3C_SHACL_TESTS")


@contextmanager
def literals_as_written() -> Iterator[None]:
    """ "none"^^xsd:boolean must stay what it is, and rdflib warns of it."""
    rdflib.NORMALIZE_LITERALS = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        rdflib.NORMALIZE_LITERALS = True


def suite(folder: str) -> list[Case]:
    """All tests of the W3C's suite."""
    root = Path(folder).absolute()
    with literals_as_written():
        return list(cases(root / "manifest.ttl", root))


def test_a_test_passes_by_its_expected_results_alone(tmp_path: Path) -> None:
    (tmp_path / "manifest.ttl").write_text(MANIFEST, "utf-8")
    told = {case.name: passes(case, ours) for case in cases(tmp_path / "manifest.ttl", tmp_path)}
    assert told == {"found": True, "missed": False}


def test_every_deviation_has_its_reason() -> None:
    assert all(path.count("/") == 2 and len(reason) > 40 for path, reason in DEVIATIONS.items())


if _SUITE:

    @pytest.mark.parametrize("case", suite(_SUITE), ids=lambda case: case.path)
    def test_the_suite_passes_but_for_the_deviations(case: Case) -> None:
        with literals_as_written():
            assert passes(case, ours) is (case.path not in DEVIATIONS)

    def test_the_suite_holds_what_deviates() -> None:
        assert set(DEVIATIONS) <= {case.path for case in suite(str(_SUITE))}
