"""A page that a browser saved as one file is read as the page would be; its writer is Chromium."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ingest.readers import read_source
from ontology.errors import SourceUnreadable

WORDS = "Ngày 5/8/2022, Ban Thường vụ Tỉnh ủy Hòa Bình ban hành Quyết định số 12-QĐ/TU về thành lập Ban Chỉ đạo."
MORE = "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy, được giao làm Trưởng ban và chịu trách nhiệm trước Ban Thường vụ."
PAGE = f"""<!doctype html><html lang=vi><head><title>Thành lập Ban Chỉ đạo</title><meta charset=utf-8>
<meta property="article:published_time" content="2022-08-05T08:00:00+07:00"></head><body>
<nav><a href=/>Trang chủ</a></nav><article><h1>Thành lập Ban Chỉ đạo</h1><p>{WORDS}</p><p>{MORE}</p>
<img src=dot.svg width=9><iframe src=frame.html></iframe></article></body></html>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A site on loopback with one page, a picture and a frame."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "bai-12.html").write_text(PAGE, encoding="utf-8")
    (folder / "frame.html").write_text("<!doctype html><meta charset=utf-8><p>Quảng cáo trong khung", encoding="utf-8")
    (folder / "dot.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def saved(browser: Browser, address: str) -> bytes:
    """The page as Chromium saves it under "Webpage, Single File"."""
    page = browser.new_page()
    page.goto(address)
    kept = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    page.close()
    return str(kept).encode()


@pytest.mark.parametrize("ending", ["mhtml", "mht"])
def test_a_saved_page_is_its_main_text_with_its_day_and_address(
    tmp_path: Path, browser: Browser, site: str, ending: str
) -> None:
    file = tmp_path / f"bai.{ending}"
    file.write_bytes(saved(browser, f"{site}/bai-12.html"))
    source = read_source(file)
    assert WORDS in source.text and MORE in source.text
    assert "khung" not in source.text and "Trang chủ" not in source.text
    assert source.content.published == "2022-08-05"
    assert source.content.address == f"{site}/bai-12.html"


def test_a_saved_page_says_what_the_page_says(tmp_path: Path, browser: Browser, site: str) -> None:
    (tmp_path / "bai.mhtml").write_bytes(saved(browser, f"{site}/bai-12.html"))
    (tmp_path / "bai.html").write_text(PAGE, encoding="utf-8")
    assert read_source(tmp_path / "bai.mhtml").text == read_source(tmp_path / "bai.html").text


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: x\r\n\r\nno page",
        b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n",
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)),
        b"\x00\xff" * 999,
    ],
    ids=["no-page", "empty-page", "deep", "noise"],
)
def test_a_file_without_a_page_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.mhtml").write_bytes(data)
    with pytest.raises(SourceUnreadable, match=r"a\.mhtml") as caught:
        read_source(tmp_path / "a.mhtml")
    assert caught.value.hint and caught.value.hint_vi


def test_a_script_as_address_is_no_address(tmp_path: Path) -> None:
    head = (
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "Content-Location: javascript:x",
    )
    (tmp_path / "a.mhtml").write_bytes("\r\n".join((*head, "", PAGE)).encode())
    source = read_source(tmp_path / "a.mhtml")
    assert WORDS in source.text and source.content.address == ""
