"""Web pages as sites make them: struck words, cells that span rows, letterheads in tables, days of publication."""

from pathlib import Path

import pytest

from ingest.extracting import read_files
from ingest.readers import SourceText, read_source

STORY = (
    "Chiều 10/5, Tỉnh ủy Lào Cai tổ chức hội nghị công bố các quyết định về công tác cán bộ, với sự tham dự của lãnh "
    "đạo các ban đảng và các huyện, thị, thành ủy trong tỉnh, theo Quy định số 12-QĐ/TW ngày 18/8/2022."
)
TASK = (
    "Phát biểu tại hội nghị, đồng chí Bí thư Tỉnh ủy đề nghị các đồng chí được giao nhiệm vụ tiếp tục phát huy trách "
    "nhiệm, cùng tập thể xây dựng đơn vị đoàn kết, hoàn thành tốt nhiệm vụ được giao trong thời gian tới."
)


def page(folder: Path, body: str, head: str = "") -> SourceText:
    path = folder / "bai.html"
    path.write_text(f"<!doctype html><html lang=vi><head><meta charset=utf-8>{head}</head><body>{body}</body></html>")
    return read_source(path)


def lines(source: SourceText) -> list[str]:
    return source.text.splitlines()


@pytest.mark.parametrize(
    "struck",
    [
        "<del>Trần Văn Xóa</del>",
        "<s>Trần Văn Xóa</s>",
        "<strike>Trần Văn Xóa</strike>",
        '<span style="text-decoration: line-through">Trần Văn Xóa</span>',
    ],
)
def test_struck_words_are_not_read_and_those_after_them_are(tmp_path: Path, struck: str) -> None:
    body = f"<article><h1>Công bố quyết định</h1><p>{STORY}</p><p>Đồng chí {struck} Lê Văn Mẫu chủ trì.</p></article>"
    assert "Đồng chí Lê Văn Mẫu chủ trì." in lines(page(tmp_path, body))


def test_a_post_that_spans_rows_is_that_of_each_of_them(tmp_path: Path) -> None:
    rows = (
        "<tr><th>TT</th><th>Họ và tên</th><th>Chức vụ</th></tr>"
        "<tr><td>1</td><td>Lê Văn Mẫu</td><td rowspan=2>Ủy viên Ban Thường vụ</td></tr>"
        "<tr><td>2</td><td>Đỗ Thị Khối</td></tr><tr><td>3</td><td>Lò Văn Pâng</td><td>Ủy viên</td></tr>"
    )
    found = lines(page(tmp_path, f"<article><h1>Danh sách</h1><p>{STORY}</p><table>{rows}</table></article>"))
    assert found[-3:] == [
        "| 1 | Lê Văn Mẫu | Ủy viên Ban Thường vụ |",
        "| 2 | Đỗ Thị Khối | Ủy viên Ban Thường vụ |",
        "| 3 | Lò Văn Pâng | Ủy viên |",
    ]


def test_a_unit_that_spans_rows_stands_before_each_of_them(tmp_path: Path) -> None:
    rows = (
        "<tr><td rowspan=0>Huyện ủy Bát Xát</td><td>Lê Văn Mẫu</td><td>Bí thư</td></tr>"
        "<tr><td>Đỗ Thị Khối</td><td>Phó Bí thư</td></tr>"
    )
    found = lines(page(tmp_path, f"<article><h1>Danh sách</h1><p>{STORY}</p><table>{rows}</table></article>"))
    assert found[-1] == "| Huyện ủy Bát Xát | Đỗ Thị Khối | Phó Bí thư |"


def test_a_text_beside_a_menu_is_read_once(tmp_path: Path) -> None:
    menu = "".join(f"<tr><td><a href=/{n}>Mục {n}</a></td></tr>" for n in range(3))
    text = f"<td rowspan=3><h1>Công bố quyết định</h1><p>{STORY}</p><p>{TASK}</p></td>"
    body = f"<table><tr><td><table>{menu}</table></td>{text}</tr><tr><td>x</td></tr><tr><td>y</td></tr></table>"
    assert page(tmp_path, body).text.count(TASK) == 1


def test_a_letterhead_of_tables_in_tables_is_read_cell_by_cell(tmp_path: Path) -> None:
    inner = "<table><tr><td>TỈNH ỦY LÀO CAI<br>*<br>Số 412-QĐ/TU</td></tr></table>"
    right = "<p>ĐẢNG CỘNG SẢN VIỆT NAM</p><p>Lào Cai, ngày 12 tháng 5 năm 2024</p>"
    body = f"<div><table><tr><td>{inner}</td><td>{right}</td></tr></table><p>QUYẾT ĐỊNH</p><p>{STORY}</p></div>"
    assert lines(page(tmp_path, body))[:6] == [
        "TỈNH ỦY LÀO CAI",
        "*",
        "Số 412-QĐ/TU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Lào Cai, ngày 12 tháng 5 năm 2024",
        "QUYẾT ĐỊNH",
    ]


PUBLISHED = {
    "meta": "<meta property='article:published_time' content='2024-05-12T08:00:00+07:00'>",
    "linked data": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-12"}</script>',
    "first, then changed": (
        "<meta property='article:published_time' content='2024-05-12T08:00:00+07:00'>"
        "<meta property='article:modified_time' content='2025-01-02T08:00:00+07:00'>"
    ),
}


@pytest.mark.parametrize("how", PUBLISHED)
def test_the_day_of_publication_is_as_the_page_marks_it(tmp_path: Path, how: str) -> None:
    source = page(tmp_path, f"<article><h1>Công bố</h1><p>{STORY}</p><p>{TASK}</p></article>", PUBLISHED[how])
    assert source.content.published == "2024-05-12"


def test_the_day_of_publication_is_never_that_of_a_paper_in_the_text(tmp_path: Path) -> None:
    assert page(tmp_path, f"<article><h1>Công bố</h1><p>{STORY}</p><p>{TASK}</p></article>").content.published is None


def test_the_day_of_publication_gives_the_days_of_the_text_their_year(tmp_path: Path) -> None:
    story = "Chiều 10/5, ông Lê Văn Mẫu dự Kỳ họp thứ hai HĐND tỉnh Lào Cai."
    body = f"<article><h1>Kỳ họp</h1><p>{story}</p><p>{TASK}</p></article>"
    page(tmp_path, body, PUBLISHED["meta"])
    (read,) = read_files([(tmp_path / "bai.html", "bai.html")], workers=1)
    assert read.found and [event.date for event in read.found.facts.events] == ["2024-05-10"]
    assert read.found.facts.published == "2024-05-12"
