"""The main text of a web page: without menus, advertisements and comments. Engine: trafilatura."""

from typing import Any, cast

import trafilatura

from ingest.formats.content import Content, ContentBuilder
from ingest.formats.errors import damaged
from ingest.formats.html_tables import repeat_spanned, unfold_tables

_STRUCK = "//del | //s | //strike | //*[contains(@style, 'line-through')]"
_DAY = {"extensive_search": False, "original_date": True}  # of publication: as marked, never guessed from the text


def read_html(data: bytes, name: str) -> Content:
    """Title, main text, day of publication and address, each as far as the page tells it. Struck words are no text."""
    extract: Any = trafilatura.bare_extraction
    tree: Any = trafilatura.load_html(data)
    if tree is not None:
        for struck in tree.xpath(_STRUCK):
            struck.drop_tree()
        repeat_spanned(tree)
        unfold_tables(tree)
    source = data if tree is None else tree
    page = extract(
        source,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=True,
        date_extraction_params=_DAY,
    )
    if page is None or not (page.text or "").strip():
        raise damaged(name, "the page has no main text", "trang không có phần nội dung chính")
    builder = ContentBuilder()
    lines = cast(str, page.text).splitlines()
    title = page.title or ""
    if title and not any(" ".join(line.split()) == " ".join(title.split()) for line in lines[:3]):
        builder.add(title)
    for line in lines:
        builder.add(line)
    return builder.content(published=page.date, address=page.url or "")
