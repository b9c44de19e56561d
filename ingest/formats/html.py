"""The main text of a web page: without menus, advertisements and comments. Engine: trafilatura."""

import re
from typing import Any, cast

import trafilatura

from ingest.encodings import decode, is_utf8, repair_of
from ingest.formats.content import Content, ContentBuilder
from ingest.formats.errors import damaged
from ingest.formats.html_lead import lead_of
from ingest.formats.html_links import without_leads_elsewhere
from ingest.formats.html_tables import repeat_spanned, unfold_tables

_SOFT_HYPHEN = "\xad"
_KEPT = "\u01bf"  # a letter of Old English, in its place: the engine drops what cannot be printed
_TAG = re.compile(rb"<[^<>]*>")
_CHARSET = re.compile(rb"charset\s*=[\s\"']*([\w-]+)", re.IGNORECASE)
_CODECS = {
    **dict.fromkeys(("windows-1252", "iso-8859-1", "latin1", "us-ascii", "tcvn3 (abc)", "vni"), "cp1252"),
    "windows-1258": "cp1258",
}
_HEAD = 4096  # bytes in which a page names its encoding
_STRUCK = "//del | //s | //strike | //*[contains(@style, 'line-through')]"
_TEXT_AS = {"figure": "div", "figcaption": "p", "center": "div"}  # what the engine leaves out with the pictures in it
_DAY = {"extensive_search": False, "original_date": True}  # of publication: as marked, never guessed from the text


def read_html(data: bytes, name: str) -> Content:
    """Title, main text, day of publication and address, each as far as the page tells it. Struck words are no text."""
    extract: Any = trafilatura.bare_extraction
    data_or_text = _decoded(data)
    tree: Any = trafilatura.load_html(data_or_text)
    if tree is not None:
        _keep_soft_hyphens(tree)
        for struck in tree.xpath(_STRUCK):
            struck.drop_tree()
        for element in tree.iter(*_TEXT_AS):
            element.tag = _TEXT_AS[element.tag]
        repeat_spanned(tree)
        unfold_tables(tree)
    source = data_or_text if tree is None else tree
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
    text = cast(str, page.text).replace(_KEPT, _SOFT_HYPHEN)
    text = text if repair_of(text) else text.replace(_SOFT_HYPHEN, "")
    lines = text.splitlines() if tree is None else without_leads_elsewhere(tree, text.splitlines())
    title = (page.title or "").replace(_KEPT, _SOFT_HYPHEN if _SOFT_HYPHEN in text else "")
    if title and not any(" ".join(line.split()) == " ".join(title.split()) for line in lines[:3]):
        builder.add(title)
    if tree is not None and (lead := lead_of(tree, page.title or "", page.text.splitlines())):
        builder.add(lead.replace(_KEPT, _SOFT_HYPHEN if _SOFT_HYPHEN in text else ""))
    for line in lines:
        builder.add(line)
    return builder.content(published=page.date, address=page.url or "")


def _decoded(data: bytes) -> bytes | str:
    """The text of a page in an encoding from before Unicode, as named or as told by its words; else its bytes.

    Letters of fonts stay those of Windows-1252.
    """
    if is_utf8(data):
        return data
    named = _CHARSET.search(data[:_HEAD])
    found = None if named else decode(_TAG.sub(b" ", data))
    name = named[1].decode() if named else found.encoding if found else ""
    codec = _CODECS.get(name.lower())
    return data.decode(codec, errors="ignore") if codec else data


def _keep_soft_hyphens(tree: Any) -> None:
    """Soft hyphens are dropped by the engine; in the letters of an old font they are the letter ư."""
    for element in tree.iter():
        if element.text and _SOFT_HYPHEN in element.text and isinstance(element.tag, str):
            element.text = element.text.replace(_SOFT_HYPHEN, _KEPT)
        if element.tail and _SOFT_HYPHEN in element.tail:
            element.tail = element.tail.replace(_SOFT_HYPHEN, _KEPT)
