"""Paragraphs, lists and tables of a Word document, in their order. Engine: python-docx.

Places are paragraph 4, which counts those that hold something and stand in no table, and table 1, row 2, cell 3.
"""

import io

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from ingest.formats.archive import refuse_bomb
from ingest.formats.content import Content, ContentBuilder
from ingest.formats.errors import damaged


def read_docx(data: bytes, name: str) -> Content:
    refuse_bomb(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise damaged(name, "it is no Word document (.docx)", "không phải văn bản Word (.docx)") from error
    builder = ContentBuilder()
    tables = paragraphs = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            tables += 1
            _add_table(builder, block, tables)
        else:
            paragraphs += bool(block.text.strip())
            for line in block.text.splitlines():
                builder.add(line, f"paragraph {paragraphs}")
    return builder.content()


def _add_table(builder: ContentBuilder, table: Table, table_number: int) -> None:
    """A row of single lines is one line, as of a list; where a cell has several, it is a letterhead: cell by cell."""
    for row_number, row in enumerate(table.rows, 1):
        place = f"table {table_number}, row {row_number}"
        cells = [
            cell for index, cell in enumerate(row.cells) if cell not in row.cells[:index]
        ]  # merged cells come again
        lines = [
            [line.strip() for p in cell.paragraphs for line in p.text.split("\n") if line.strip()] for cell in cells
        ]
        if all(len(cell) <= 1 for cell in lines):
            builder.add_joined([(line, f"{place}, cell {n}") for n, cell in enumerate(lines, 1) for line in cell])
        else:
            for number, cell in enumerate(lines, 1):
                for line in cell:
                    builder.add(line, f"{place}, cell {number}")
