"""Paragraphs, lists, tables, text boxes and notes of a Word document, in their order. Engine: python-docx.

Places are paragraph 4, which counts those that hold something and stand in no table, table 1, row 2, cell 3, and
footnote 5.
"""

import io

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell

from ingest.formats.archive import refuse_bomb
from ingest.formats.content import Content, ContentBuilder
from ingest.formats.errors import damaged
from ingest.formats.word_lists import show_list_marks
from ingest.formats.word_markup import notes, settle


def read_docx(data: bytes, name: str) -> Content:
    refuse_bomb(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise damaged(name, "it is no Word document (.docx)", "không phải văn bản Word (.docx)") from error
    settle(document.element.body)
    show_list_marks(document)
    builder = ContentBuilder()
    tables = paragraphs = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            tables += 1
            _add_table(builder, block, f"table {tables}")
        else:
            paragraphs += bool(block.text.strip())
            _add_lines(builder, block.text, f"paragraph {paragraphs}")
    for place, text in notes(document.part):
        _add_lines(builder, text, place)
    return builder.content()


def _add_lines(builder: ContentBuilder, text: str, place: str) -> None:
    for line in text.splitlines():
        builder.add(line, place)


def _add_table(builder: ContentBuilder, table: Table, place: str) -> None:
    """A row of single lines is one line, as of a list; where a cell has several, it is a letterhead: cell by cell."""
    for row_number, row in enumerate(table.rows, 1):
        cells = [*{id(cell): cell for cell in row.cells}.values()]  # merged cells come again
        places = [f"{place}, row {row_number}, cell {number}" for number, _ in enumerate(cells, 1)]
        lines = [_lines(cell) for cell in cells]
        if all(len(cell) <= 1 for cell in lines) and not any(cell.tables for cell in cells):
            builder.add_joined([(line, where) for where, cell in zip(places, lines, strict=True) for line in cell])
        else:
            for cell, where in zip(cells, places, strict=True):
                _add_cell(builder, cell, where)


def _add_cell(builder: ContentBuilder, cell: _Cell, place: str) -> None:
    tables = 0
    for block in cell.iter_inner_content():
        if isinstance(block, Table):
            tables += 1
            _add_table(builder, block, f"{place}, table {tables}")
        else:
            _add_lines(builder, block.text, place)


def _lines(cell: _Cell) -> list[str]:
    return [line.strip() for p in cell.paragraphs for line in p.text.split("\n") if line.strip()]
