"""Refuses query parameters that a route does not know, or that are given twice: left out in silence, a mistyped
`asKnown` or a second `at` would get the answer to another question. Pages take whatever links bring along."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import get_args, get_origin

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from graph_api.routers.parameters import no_day
from ontology.errors import InvalidIdentifier

_PATHS = ("/api/", "/cypher")
_EVERYWHERE = ("lang",)  # problems are told in this language
_FREE = frozenset({"/api/v1/queries/{name}", "/api/v1/reports/{name}"})  # the question says what it takes


async def known_parameters(request: Request) -> None:
    """Raises InvalidIdentifier for a parameter that is unknown or given twice."""
    route = request.scope.get("route")
    if not request.query_params or not isinstance(route, APIRoute) or not route.path.startswith(_PATHS):
        return
    known, given = _taken_by(route), [name for name, _ in request.query_params.multi_items()]
    for name in dict.fromkeys(given):
        if name not in known and route.path not in _FREE:
            raise _unknown(name, known)
        if given.count(name) > 1 and not known.get(name, False):
            raise InvalidIdentifier(
                f"the parameter {name[:80]!r} is given twice",
                message_vi=f"tham số {name[:80]!r} được cho hai lần",
                hint="give it once",
                hint_vi="chỉ cho một lần",
            )


def _taken_by(route: APIRoute) -> Mapping[str, bool]:
    """The parameters of a route, and whether each may be repeated."""
    every = list(_with_all_it_needs(route.dependant))
    taken = {
        field.alias: _is_list(field.field_info.annotation) for dependant in every for field in dependant.query_params
    }
    if any(dependant.call is no_day for dependant in every):
        taken["at"] = False  # it is refused in words of its own
    return MappingProxyType(dict.fromkeys(_EVERYWHERE, False) | taken)


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) in (list, set, Sequence) or any(map(_is_list, get_args(annotation)))


def _with_all_it_needs(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for needed in dependant.dependencies:
        yield from _with_all_it_needs(needed)


def _unknown(name: str, known: Mapping[str, bool]) -> InvalidIdentifier:
    listed = ", ".join(known)
    return InvalidIdentifier(
        f"there is no parameter {name[:80]!r} here",
        message_vi=f"ở đây không có tham số {name[:80]!r}",
        hint=f"one of: {listed}; /openapi.json describes them",
        hint_vi=f"chọn một trong: {listed}; /openapi.json mô tả chúng",
    )
