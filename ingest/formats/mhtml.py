"""A web page that a browser saved as one file (.mhtml, .mht): its HTML, without the pictures and frames beside it."""

from dataclasses import replace
from email import message_from_bytes, policy

from ingest.formats.content import Content
from ingest.formats.errors import damaged
from ingest.formats.html import read_html

_ADDRESS = ("Snapshot-Content-Location", "Content-Location")  # the first is Chromium's


def read_mhtml(data: bytes, name: str) -> Content:
    """The first page in the file, read as HTML; its address is what it tells, else where the browser had it from."""
    try:
        message = message_from_bytes(data, policy=policy.HTTP)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError as error:
        raise damaged(name, "its parts are nested too deep", "các phần lồng nhau quá sâu") from error
    html = page and page.get_payload(decode=True)
    if not isinstance(html, bytes) or not html.strip():
        raise damaged(name, "it holds no web page", "tệp không chứa trang web nào")
    content = read_html(html, name)
    addresses = [str(part[header] or "") for part in (message, page) if part for header in _ADDRESS]
    address = next((a for a in addresses if a.startswith(("http://", "https://"))), "")
    return replace(content, address=content.address or address)
