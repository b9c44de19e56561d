"""The values of parameters: texts as people and programs give them, read by kind. Called by the catalogue."""

from collections.abc import Callable

from ontology.dates import read_day
from ontology.identifiers import entity_iri, provision_at, split_iri
from ontology.text import nfc
from queries.header import Kind, Parameter

_LONGEST = 2_000  # characters of a string
_DIGITS = 18  # of an integer: 64 bits hold it
_WANTED: dict[Kind, tuple[str, str]] = {
    "iri": ("a thing (type/key, or an IRI of ours)", "một đối tượng (loại/mã, hoặc IRI của hệ thống)"),
    "date": ("one whole day (2023-06-30)", "một ngày đầy đủ (2023-06-30)"),
    "string": (f"a text of 1 to {_LONGEST} characters", f"đoạn chữ từ 1 đến {_LONGEST} ký tự"),
    "integer": ("a whole number", "một số nguyên"),
    "code": ("one of the codes", "một trong các mã"),
}
_TOLD = 40  # codes named in an error


def read_value(parameter: Parameter, text: str) -> str | int:
    """The value as queries bind it. Raises InvalidIdentifier or ValueError for one that the parameter cannot have.

    A code may also be given by its Vietnamese name in the code list: "Quy định" for quy-dinh.
    """
    if parameter.kind == "code":
        return _read_code(parameter, nfc(text).strip())
    value = _READ[parameter.kind](text)
    if parameter.types and split_iri(str(value).partition("#")[0])[0] not in parameter.types:
        raise ValueError("another kind of thing")
    return value


def wanted(parameter: Parameter) -> tuple[str, str]:
    """What the parameter takes, in English and in Vietnamese."""
    english, vietnamese = _WANTED[parameter.kind]
    if parameter.types:
        listed = ", ".join(parameter.types)
        english, vietnamese = f"{english} of the type {listed}", f"{vietnamese} thuộc loại {listed}"
    if not parameter.codes:
        return english, vietnamese
    listed = ", ".join(parameter.codes[:_TOLD]) + (" …" if len(parameter.codes) > _TOLD else "")
    return f"{english} {listed}", f"{vietnamese} {listed}"


def _read_code(parameter: Parameter, text: str) -> str:
    if text in parameter.codes:
        return text
    from ontology.codes import concept_of

    concept = None if "," in parameter.of else concept_of(parameter.of, text)
    if concept is None:
        raise ValueError("no such code")
    return concept.path.rpartition("/")[2]


def _read_iri(text: str) -> str:
    text, mark, part = text.partition("#")
    return provision_at(_read_entity(text), part) if mark else _read_entity(text)


def _read_entity(text: str) -> str:
    if "://" not in text:
        return entity_iri(*text.split("/", 1)) if "/" in text else entity_iri("", text)
    return entity_iri(*split_iri(text))


def _read_day(text: str) -> str:
    return read_day(text).isoformat()


def _read_string(text: str) -> str:
    """NFC, with one blank between words: what stands in a name is written so."""
    words = " ".join(nfc(text).split())
    if not words or len(words) > _LONGEST:
        raise ValueError("empty or too long")
    return words


def _read_integer(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError("too long")
    return int(text)


_READ: dict[Kind, Callable[[str], str | int]] = {
    "iri": _read_iri,
    "date": _read_day,
    "string": _read_string,
    "integer": _read_integer,
}
