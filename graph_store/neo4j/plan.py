"""Which plans may run: a read whose every operator is on the list.

READ access mode alone guards nothing, and a plan does not show the subqueries inside expressions (COLLECT { … }): the
tokens are checked as well.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graph_store.cypher_guard import PROCEDURES
from ontology.errors import QueryRefused

# Operators that only read the graph and compute, without what stands in brackets after them; all others are refused.
_ALLOWED = frozenset(
    """ProduceResults Argument EmptyRow EmptyResult Projection CacheProperties Filter Sort PartialSort Top PartialTop
    Limit ExhaustiveLimit Skip Distinct OrderedDistinct EagerAggregation OrderedAggregation Aggregation Eager Unwind
    Union OrderedUnion Apply SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply SelectOrSemiApply
    SelectOrAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply AntiConditionalApply
    RollUpApply Optional CartesianProduct NodeHashJoin ValueHashJoin ValueMergeJoin LeftOuterHashJoin
    RightOuterHashJoin AssertSameNode AssertSameRelationship Anti
    AllNodesScan NodeByLabelScan UnionNodeByLabelsScan IntersectionNodeByLabelsScan SubtractionNodeByLabelsScan
    DynamicLabelNodeLookup NodeByIdSeek NodeByElementIdSeek NodeIndexSeek NodeUniqueIndexSeek NodeIndexSeekByRange
    NodeUniqueIndexSeekByRange NodeIndexScan NodeIndexContainsScan NodeIndexEndsWithScan MultiNodeIndexSeek
    DirectedRelationshipTypeScan UndirectedRelationshipTypeScan DirectedAllRelationshipsScan
    UndirectedAllRelationshipsScan DirectedUnionRelationshipTypesScan UndirectedUnionRelationshipTypesScan
    DynamicDirectedRelationshipTypeLookup DynamicUndirectedRelationshipTypeLookup
    DirectedRelationshipByIdSeek UndirectedRelationshipByIdSeek DirectedRelationshipByElementIdSeek
    UndirectedRelationshipByElementIdSeek
    Expand OptionalExpand VarLengthExpand ShortestPath ShortestPathVarLength StatefulShortestPath PathPropagatingBFS
    Repeat BidirectionalRepeat NullifyMetadata ProjectEndpoints TriadicSelection TriadicBuild TriadicFilter
    NodeCountFromCountStore RelationshipCountFromCountStore""".split()
)


def check_plan(query_type: str | None, plan: Mapping[str, Any] | None) -> None:
    """Raises QueryRefused unless the query only reads, by operators of the list."""
    if query_type != "r" or plan is None:
        raise QueryRefused("the query does more than read", message_vi="truy vấn không chỉ đọc")
    for step in _steps(plan):
        operator = str(step["operatorType"]).split("@")[0].split("(")[0]
        if operator == "ProcedureCall" and _called(step) in PROCEDURES:
            continue
        if operator not in _ALLOWED:
            raise QueryRefused(
                f"the query would run {operator}, which is not on the list of what may run here",
                message_vi=f"truy vấn cần thao tác {operator}, không được phép ở đây",
                hint="read with MATCH … RETURN … LIMIT",
                hint_vi="đọc bằng MATCH … RETURN … LIMIT",
            )


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    stack = [plan]
    while stack:
        step = stack.pop()
        yield step
        stack.extend(step.get("children") or ())


def _called(step: Mapping[str, Any]) -> str:
    details = str((step.get("args") or {}).get("Details", ""))
    return details.split("(")[0].strip()
