"""Values that come with strangers' Cypher: which ones may, and that they stay values."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_store.cypher_parameters import MAX_DEPTH, check_parameters
from graph_store.engine import Limits
from graph_store.kglite_engine import KgliteEngine
from graph_store.versions import VersionStore
from ontology.errors import QueryInvalid, QueryRefused

HOSTILE = "x' OR 1=1 // \\ $n } MATCH (m) DETACH DELETE m"
INTEGERS = st.integers(-(2**63), 2**63 - 1)
SCALARS = st.none() | st.booleans() | INTEGERS | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgliteEngine]:
    with VersionStore(Path(tmp_path_factory.mktemp("empty"))).open() as view:
        engine = KgliteEngine(view)
        yield engine
        engine.close()


@given(st.dictionaries(st.text(), VALUES))
def test_whatever_json_holds_is_a_value(parameters: dict[str, Any]) -> None:
    assert check_parameters("RETURN 1", parameters, 1_000_000) == parameters


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (2**63, "64 bits"),
        (-(2**63) - 1, "64 bits"),
        (float("nan"), "finite"),
        ([{"a": float("-inf")}], "finite"),
        ("\ud800", "surrogate"),
        ({"\udfff": 1}, "surrogate"),
        (nested(MAX_DEPTH + 1), "within each other"),
        (nested(100_000), "within each other"),
        ({1, 2}, "Cypher has not"),
    ],
)
def test_a_value_that_cypher_has_not_is_refused_in_both_languages(value: Any, said: str) -> None:
    with pytest.raises(QueryInvalid, match=said) as told:
        check_parameters("RETURN $x", {"x": value}, 1_000_000)
    assert "tham số $x" in told.value.message_vi


def test_parameters_have_the_length_of_a_query_at_most() -> None:
    check_parameters("RETURN $x", {"x": "ộ" * 20}, 80)
    with pytest.raises(QueryRefused, match="longer than 60 bytes"):
        check_parameters("RETURN $x", {"x": "ộ" * 20}, 60)


@pytest.mark.parametrize("query", ["RETURN $x", "RETURN $ x", "RETURN $`x`", "RETURN {a: [$x]}"])
def test_a_name_without_a_value_is_told(query: str) -> None:
    with pytest.raises(QueryInvalid, match=r"\$x, which has no value"):
        check_parameters(query, {"X": 1}, 1000)
    assert check_parameters(query, {"x": None, "more": 1}, 1000)


def test_no_value_is_wanted_for_a_dollar_within_a_text() -> None:
    assert check_parameters("RETURN '$x' AS `$y` // $z", {}, 1000) == {}


@pytest.mark.parametrize("value", [HOSTILE, 5, 2**63 - 1, 1.5, True, None, [1, "a"], {"a": [None]}, nested(MAX_DEPTH)])
def test_a_value_comes_back_as_it_went_in(engine: KgliteEngine, value: Any) -> None:
    assert engine.run("RETURN $x AS x", Limits(), {"x": value}).rows == [(value,)]


def test_a_value_may_bound_the_rows_and_does_not_lift_the_limit(engine: KgliteEngine) -> None:
    query = "UNWIND range(1, 9) AS n RETURN n LIMIT $most"
    assert len(engine.run(query, Limits(), {"most": 2}).rows) == 2
    assert engine.run(query, Limits(rows=3), {"most": 9}).truncated


@pytest.mark.parametrize("query", ["LOAD CSV FROM $x AS line RETURN line", "CREATE (n {a: $x}) RETURN n"])
def test_what_may_not_run_may_not_run_with_values_either(engine: KgliteEngine, query: str) -> None:
    with pytest.raises(QueryRefused, match="is not run here"):
        engine.run(query, Limits(), {"x": "file:///etc/hosts"})
