"""What is known of the candidates of a question: names, posts with their days, and words of sources that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from graph_store.chain_model import Quote
from graph_store.chain_reader import Reader, Thing
from ingest.review.questions import Question
from ontology.identifiers import split_iri

_SHOWN = 4  # posts or quotes of one candidate
_TELLING = ("issuedOn", "issuedBy", "title", "inPlace", "documentNumber", "existsFrom")


@dataclass(frozen=True, slots=True)
class KnownCandidate:
    """`facts` are lines to read: "Bí thư, Tỉnh ủy Lào Cai (2020-10-12 – …)"; `quotes` the words that state them."""

    iri: str
    label: str
    facts: tuple[str, ...]
    quotes: tuple[Quote, ...]


def known_candidates(reader: Reader, question: Question) -> list[KnownCandidate]:
    """The candidates of a question, in its order."""
    return [_known(reader, candidate.iri) for candidate in question.candidates]


def question_json(question: Question, known: Sequence[KnownCandidate]) -> dict[str, Any]:
    """The question with its choices, and of each candidate the verdict and what is known."""
    told = zip(question.candidates, question.verdicts, known, strict=True) if known else ()
    candidates = [
        {
            **asdict(candidate),
            "verdict": verdict,
            "label": about.label,
            "facts": list(about.facts),
            "quotes": [asdict(quote) for quote in about.quotes],
        }
        for candidate, verdict, about in told
    ]
    return {**question.as_json(), "choices": list(question.choices), "candidates": candidates}


def _known(reader: Reader, iri: str) -> KnownCandidate:
    thing = reader.thing(iri)
    told = list(_posts(reader, iri) if split_iri(iri)[0] == "person" else _said(reader, thing))[:_SHOWN]
    quotes = {(quote.source, quote.start): quote for _, found in told for quote in found}
    return KnownCandidate(iri, _label(thing), tuple(line for line, _ in told), tuple(quotes.values())[:_SHOWN])


def _posts(reader: Reader, person: str) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    """The posts of a person, the latest first."""
    holdings = sorted(map(reader.thing, reader.subjects("heldBy", person)), key=_since, reverse=True)
    for holding in holdings:
        position = reader.thing(holding.first("inPosition") or "")
        body = reader.thing(position.first("positionIn") or "")
        since, until = _since(holding) or "…", holding.first("latest", "to") or "…"
        days = f" ({since} – {until})" if (since, until) != ("…", "…") else ""
        quotes, _ = reader.quotes(holding.iri, "heldBy", person)
        yield f"{_label(position)}, {_label(body)}{days}", quotes[:1]


def _said(reader: Reader, thing: Thing) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    for name in _TELLING:
        for value in thing.several(name)[:1]:
            quotes, _ = reader.quotes(thing.iri, name, value)
            shown = _label(reader.thing(value)) if value.startswith("http") else value
            yield shown, quotes[:1]


def _since(holding: Thing) -> str:
    return holding.first("earliest", "from", "observedOn") or ""


def _label(thing: Thing) -> str:
    return thing.labels.get("vi") or thing.labels.get("en") or thing.iri.rsplit("/", 1)[-1]
