"""What a request asks for: the representation (Accept or the ending of the path) and the language."""

from collections.abc import Sequence

from starlette.requests import Request

from ontology.language import Language

LANGUAGES: tuple[Language, ...] = ("vi", "en")  # the first is what a request that names none gets
_MACHINE_PATHS = ("/api/", "/sparql", "/cypher", "/healthz", "/readyz", "/openapi.json")


def preferred(accept: str | None, offers: Sequence[str]) -> str | None:
    """The media type among `offers` that an Accept header likes best, or None if it admits none.

    The first offer wins a tie and an absent header. A type named in full outweighs a wildcard (RFC 9110, 12.5.1).
    """
    if not accept or not accept.strip():
        return offers[0]
    ranges = [_range(part) for part in accept.split(",")[:50]]
    best, best_weight = None, 0.0
    for offer in offers:
        weight = _weight(offer, ranges)
        if weight > best_weight:
            best, best_weight = offer, weight
    return best


def accept_of(request: Request) -> str | None:
    """What the request says of media types, on one line or on several (RFC 9110, 5.3); None if it says nothing."""
    return ", ".join(request.headers.getlist("accept")) or None


def language_of(request: Request) -> Language:
    """?lang= if it names a language of ours; for machines Accept-Language after it; else Vietnamese."""
    return _named(request) or (_accepted(request) if is_machine_path(request.url.path) else None) or LANGUAGES[0]


def language_of_problem(request: Request) -> Language:
    """The same, but that Accept-Language counts wherever a problem is told as JSON."""
    return _named(request) or (None if wants_page(request) else _accepted(request)) or LANGUAGES[0]


def _named(request: Request) -> Language | None:
    named = request.query_params.get("lang", "")
    return named if named in LANGUAGES else None


def _accepted(request: Request) -> Language | None:
    for part in request.headers.get("accept-language", "").split(",")[:20]:
        tag = part.split(";")[0].strip().split("-")[0].lower()
        if tag in LANGUAGES:
            return tag
    return None


def wants_page(request: Request) -> bool:
    """Whether a person with a browser asked, on a path that has pages."""
    if is_machine_path(request.url.path):
        return False
    return preferred(accept_of(request) or "application/json", ("application/json", "text/html")) == "text/html"


def names_etag(if_none_match: str, etag: str) -> bool:
    """Whether an If-None-Match header names this ETag; W/ does not count (RFC 9110, 13.1.2)."""
    named = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return bool(etag) and (if_none_match.strip() == "*" or etag.removeprefix("W/") in named)


def is_machine_path(path: str) -> bool:
    return path.startswith(_MACHINE_PATHS)


def _range(text: str) -> tuple[str, float]:
    name, *parameters = (part.strip() for part in text.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                return name.lower(), min(max(float(value), 0.0), 1.0)
            except ValueError:
                return name.lower(), 0.0
    return name.lower(), 1.0


def _weight(offer: str, ranges: list[tuple[str, float]]) -> float:
    """The weight of the most specific range that admits the offer; 0 if none does."""
    wildcard = offer.split("/")[0] + "/*"
    for name in (offer, wildcard, "*/*"):
        weights = [weight for pattern, weight in ranges if pattern == name]
        if weights:
            return max(weights)
    return 0.0
