"""Names and numbers as people say them lead to the forms in which they are written."""

import unicodedata

import pytest

from ontology.spoken_names import written_forms


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("đồng chí Lê Văn Mẫu", ["lê văn mẫu"]),
        ("Ông Lê Văn Mẫu", ["lê văn mẫu"]),
        ("Quy định số 67-QĐ/TW", ["67-qđ/tw"]),
        ("Quyết định số: 12/QĐ-UBND", ["12/qđ-ubnd"]),
        ("quy định 67-QĐ/TW", ["67-qđ/tw"]),
        ("số 67-QĐ/TW", ["67-qđ/tw"]),
        ("HĐND tỉnh Lào Cai", ["hội đồng nhân dân tỉnh lào cai"]),
        ("Lê Văn Mẫu", []),
        ("Quy định", []),
        ("ông", []),
        ("Ông Ích Khiêm", ["ích khiêm"]),  # tried only where nothing bears the whole name
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_is_said_before_a_name_or_number_is_left_out(said: str, written: list[str], form: str) -> None:
    assert list(written_forms(unicodedata.normalize(form, said))) == written  # type: ignore[arg-type]


def test_a_written_name_has_no_other_form() -> None:
    assert list(written_forms("Ban Nội chính Trung ương")) == []
