"""What is wrong with a value that came from outside, in both languages, by the names that pydantic gives to faults."""

import string
from collections.abc import Mapping, Sequence
from typing import Any

_NUMBER = ("is no whole number", "không phải số nguyên")
_DECIMAL = ("is no number", "không phải số")
_TRUTH = ("is neither true nor false", "không phải true hoặc false")
_OBJECT = ("is no JSON object with named fields", "không phải đối tượng JSON có các trường mang tên")
# Fault -> in English, in Vietnamese; in braces what the fault itself says.
_SAID: Mapping[str, tuple[str, str]] = {
    "missing": ("is missing", "còn thiếu"),
    "extra_forbidden": ("is not known here", "không được biết ở đây"),
    "string_type": ("is no text", "không phải chuỗi chữ"),
    "string_too_short": (
        "is shorter than it may be: at least {min_length} characters",
        "quá ngắn: ít nhất {min_length} ký tự",
    ),
    "string_too_long": (
        "is longer than it may be: at most {max_length} characters",
        "quá dài: nhiều nhất {max_length} ký tự",
    ),
    "string_unicode": ("is no text in UTF-8", "không phải chữ UTF-8"),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "int_parsing_size": ("is too large a number", "là số quá lớn"),
    "float_type": _DECIMAL,
    "float_parsing": _DECIMAL,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "greater_than": ("is not greater than {gt}", "không lớn hơn {gt}"),
    "greater_than_equal": ("is less than {ge}", "nhỏ hơn {ge}"),
    "less_than": ("is not less than {lt}", "không nhỏ hơn {lt}"),
    "less_than_equal": ("is greater than {le}", "lớn hơn {le}"),
    "literal_error": ("is none of {expected}", "không thuộc các giá trị {expected}"),
    "enum": ("is none of {expected}", "không thuộc các giá trị {expected}"),
    "list_type": ("is no list", "không phải danh sách"),
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "too_short": (
        "has {actual_length} entries, fewer than {min_length}",
        "có {actual_length} mục, ít hơn {min_length}",
    ),
    "too_long": ("has more than {max_length} entries", "có hơn {max_length} mục"),
    "json_invalid": ("is no JSON: {error}", "không phải JSON: {error}"),
}
_OTHERWISE = ("is not as it should be: {}", "không đúng: {}")


def words(fault: Mapping[str, Any]) -> tuple[str, str]:
    """What pydantic found wrong, in English and in Vietnamese, to be put behind the name of the field."""
    context = fault.get("ctx") or {}
    said = _SAID.get(fault["type"])
    if said is None or not _names(said[0]) <= context.keys():
        english, vietnamese = (text.format(fault["msg"]) for text in _OTHERWISE)
        return english, vietnamese
    told = {name: str(value).replace(" or ", ", ") for name, value in context.items()}
    return said[0].format(**told), said[1].format(**told)


def place(loc: Sequence[int | str], body: object = None) -> str:
    """Where the field stands: "query.limit", "body.decisions.0.verdict"; in a body that is no JSON, line and column."""
    if len(loc) == 2 and loc[0] == "body" and isinstance(loc[1], int) and isinstance(body, str):
        before = body[: loc[1]]
        return f"body, {before.count(chr(10)) + 1}:{loc[1] - before.rfind(chr(10))}"
    return ".".join(str(part) for part in loc)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
