"""The Party's cells, named with the hamlet, unit or body that they belong to."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def bodies(text: str) -> list[str]:
    return [b.name for b in extract(text, Lexicon.load()).bodies]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Chi bộ thôn Nậm Pung", "Chi bộ thôn Nậm Pung"),
        ("Chi bộ tổ dân phố số 3", "Chi bộ tổ dân phố số 3"),
        ("Chi bộ Trường Tiểu học Hoa Ban", "Chi bộ Trường Tiểu học Hoa Ban"),
        ("Chi bộ Công ty Hoa Ban", "Chi bộ Công ty Hoa Ban"),
        ("Chi bộ Sở Y tế tỉnh Lào Cai", "Chi bộ Sở Y tế tỉnh Lào Cai"),
    ],
)
def test_a_cell_is_named_with_what_it_belongs_to_which_is_no_body_of_its_own(words: str, name: str) -> None:
    assert bodies(f"Đoàn kiểm tra làm việc với {words}, nêu rõ hạn chế.") == [name]


def test_a_cell_of_no_name_is_no_body() -> None:
    assert bodies("Chi bộ đã họp xét kết nạp; chi bộ thôn phải báo cáo.") == []
