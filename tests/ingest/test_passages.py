"""Around the words of evidence stands the whole sentence, row or line, with the very words marked."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.passages import Passages, cell_spans
from ingest.readers import read_source
from ingest.sentences import sentence_around

TEXT = (
    "Căn cứ Điều lệ Đảng. Đồng chí Lê Văn Mẫu, Bí thư Thành ủy TP. Hà Nội chủ trì; các đồng chí khác dự. Kết luận.\n"
    "Đoạn sau nói việc khác.\n"
)
TABLE = 'person,role,source\r\n"Lê Văn\nMẫu",Trưởng ban,"Công báo, số ""5"""\r\nTrần Thị Thử,,x\r\n'


def marked(folder: Path, name: str, text: str, words: str, locator: str, value: str = "", delimiter: str = ",") -> str:
    """The passage around the first place of the words, the mark in brackets."""
    path = folder / name
    path.write_text(text, "utf-8", newline="")
    source = read_source(path)
    found = Passages(source, delimiter).passage(source.text.index(words), words, locator, value)
    assert found is not None
    return f"{found.text[: found.mark]}[{found.text[found.mark : found.mark_end]}]{found.text[found.mark_end :]}"


def test_the_sentence_of_a_text_is_whole_and_ends_at_no_abbreviation() -> None:
    start = TEXT.index("Bí thư")
    found = sentence_around(TEXT, start, start + len("Bí thư Thành ủy"))
    assert found.text == "Đồng chí Lê Văn Mẫu, Bí thư Thành ủy TP. Hà Nội chủ trì; các đồng chí khác dự."
    assert found.text[found.mark : found.mark_end] == "Bí thư Thành ủy"


def test_words_of_two_sentences_have_both() -> None:
    start = TEXT.index("khác dự")
    found = sentence_around(TEXT, start, TEXT.index("luận"))
    assert found.text.startswith("Đồng chí Lê") and found.text.endswith("Kết luận.")


@given(st.text(st.sampled_from("aĐ. \n?"), max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_the_words_that_are_marked_are_those_that_were_quoted(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = sentence_around(text, start, end)
    assert found.text[found.mark : found.mark_end] == text[start:end]


@pytest.mark.parametrize(
    ("words", "locator", "told"),
    [
        ('"Lê Văn', "line 2, column role", '"Lê Văn\nMẫu",[Trưởng ban],"Công báo, số ""5"""'),
        ('"Lê Văn', "line 2, column person", '"[Lê Văn\nMẫu]",Trưởng ban,"Công báo, số ""5"""'),
        ('"Lê Văn', "C2", '"Lê Văn\nMẫu",Trưởng ban,"[Công báo, số ""5""]"'),
        ("Trần Thị Thử,,x", "line 4, column role", "[Trần Thị Thử,,x]"),  # an empty cell: the row is meant
        ("Trần Thị", "line 4", "[Trần Thị] Thử,,x"),
    ],
)
def test_in_a_table_the_cell_is_marked_within_its_row(tmp_path: Path, words: str, locator: str, told: str) -> None:
    assert marked(tmp_path, "a.csv", TABLE, words, locator) == told


def test_cells_are_found_behind_other_signs_than_the_comma(tmp_path: Path) -> None:
    table = "Họ và tên;Chức vụ\nLê Văn Mẫu;Trưởng ban, kiêm nhiệm\n"
    assert marked(tmp_path, "a.csv", table, "Lê Văn", "B2", delimiter=";") == "Lê Văn Mẫu;[Trưởng ban, kiêm nhiệm]"
    table = "Họ và tên;Chức vụ\nLê Văn Mẫu;Trưởng ban, Phó ban, Ủy viên\n"
    assert marked(tmp_path, "b.csv", table, "Lê Văn", "B2", delimiter=";").endswith("[Trưởng ban, Phó ban, Ủy viên]")
    assert cell_spans('a,"b,""c""",', ",") == [(0, 1), (3, 10), (12, 12)]


@pytest.mark.parametrize(
    ("line", "column", "value", "told"),
    [
        ('x:a mg:to "2021" .', 12, "2021", 'x:a mg:to "[2021]" .'),
        ("x:a mg:by id:b-c .", 14, "https://w3id.org/mandate-graph/id/b-c", "x:a mg:by id:[b-c] ."),
        ('x:a mg:to "\\u0041" .', 8, "A", 'x:a mg:[to] "\\u0041" .'),
    ],
)
def test_in_an_rdf_file_the_value_is_marked_within_its_line(
    tmp_path: Path, line: str, column: int, value: str, told: str
) -> None:
    text = f"# trước\n{line}\n# sau\n"
    assert marked(tmp_path, "a.ttl", text, line, f"line 2, column {column}", value) == told


def test_words_that_are_no_longer_in_the_source_have_no_passage(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, "utf-8")
    assert Passages(read_source(path)).passage(3, "không có", "line 2", "") is None
