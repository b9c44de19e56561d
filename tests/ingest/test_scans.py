"""Scans: pages that a browser printed and that were made pictures again, as a scanner does, and Tesseract reads."""

import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser
from pyoxigraph import NamedNode

from graph_store.versions import VersionStore
from ingest.formats.child import recognise
from ingest.formats.content import Content
from ingest.formats.scan import require_tesseract
from ingest.imports import Importer
from ingest.scans import Scans
from ontology.errors import StoreUnavailable
from ontology.terms import MG

FIRST = (
    "Ngày 12/5/2023, Ban Thường vụ Tỉnh ủy Hòa Bình tổ chức hội nghị sơ kết công tác nội chính. "
    "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Hòa Bình chủ trì hội nghị."
)
SECOND = "Hội nghị quán triệt Quy định số 67-QĐ/TW ngày 02/6/2022 của Ban Bí thư về Ban Chỉ đạo cấp tỉnh."


@pytest.fixture(scope="module")
def scan(browser: Browser) -> bytes:
    """A PDF of two pages, which are pictures. Skipped loudly where no Tesseract is; a failure where CI is set."""
    try:
        require_tesseract()
    except StoreUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"nothing recognises text here: {error}. {error.hint}")
    page = browser.new_page()
    page.set_content(f"<style>p{{font:14pt serif;break-after:page}}</style><p>{FIRST}</p><p>{SECOND}</p>")
    pages = [p.render(scale=200 / 72).to_pil() for p in pypdfium2.PdfDocument(page.pdf(format="A4"))]
    page.close()
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=200, save_all=True, append_images=pages[1:2])
    return out.getvalue()


def importer(data: Path, *, ocr: bool) -> Importer:
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    return Importer(VersionStore(data), folder=data / "imports", clock=lambda: noon, author="tests", ocr=ocr)


def test_what_is_recognised_keeps_its_pages_and_how_sure_it_is(scan: bytes) -> None:
    content = recognise(scan, "scan.pdf")
    first, second = content.text.splitlines()
    assert "Lê Văn Mẫu" in first and "67-QĐ/TW" in second
    assert content.places == ((0, "page 1"), (len(first) + 1, "page 2"))
    assert content.recognised and 0.6 < content.recognised <= 1


def test_a_scan_is_refused_with_advice_in_both_languages_unless_the_operator_wants_it_read(
    scan: bytes, tmp_path: Path
) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan)
    record = importer(tmp_path / "data", ocr=False).stage([tmp_path / "scan.pdf"])
    issue = importer(tmp_path / "data", ocr=False).issues(record.id)[0]
    assert record.status == "refused" and issue["code"] == "no-text-layer"
    assert "--ocr" in issue["hint_vi"] and "--ocr" in issue["hint_en"] and issue["message_vi"] != issue["message_en"]


def test_evidence_from_a_scan_is_marked_and_less_sure_and_names_its_page(scan: bytes, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan)
    reading = importer(tmp_path / "data", ocr=True)
    added = list(reading.change(reading.stage([tmp_path / "scan.pdf"]).id).added)
    evidence = {q.subject for q in added if q.predicate == NamedNode(str(MG.quote))}
    told = {
        name: [str(getattr(q.object, "value", "")) for q in added if q.predicate == NamedNode(str(MG[name]))]
        for name in ("note", "confidence", "locator", "documentNumber")
    }
    assert len(told["note"]) == len(evidence) > 5 and all("OCR" in note for note in told["note"])
    assert max(map(float, told["confidence"])) <= 0.9 and set(told["locator"]) == {"page 1", "page 2"}
    assert "67-QĐ/TW" in told["documentNumber"]


def test_a_scan_that_was_recognised_once_is_read_the_same_ever_after(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan)
    record = importer(tmp_path / "data", ocr=True).stage([tmp_path / "scan.pdf"])
    before = list(importer(tmp_path / "data", ocr=False).change(record.id).added)
    monkeypatch.setenv("PATH", "")  # no tesseract any more
    again = importer(tmp_path / "data", ocr=False).read_again(record.id)
    assert again.id == record.id
    assert {q for q in importer(tmp_path / "data", ocr=False).change(again.id).added} == set(before)
    kept = list((tmp_path / "data" / "sources").glob("??/*.recognised"))
    assert len(kept) == 1


def test_what_was_recognised_is_kept_as_it_was(scan: bytes, tmp_path: Path) -> None:
    told = Scans(tmp_path, recognises=True).content(scan, "scan.pdf")
    assert isinstance(told, Content) and Scans(tmp_path, recognises=False).content(scan, "scan.pdf") == told
    assert Scans(tmp_path / "elsewhere", recognises=False).content(scan, "scan.pdf") is None


def test_without_tesseract_its_absence_is_told_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-program")
    with pytest.raises(StoreUnavailable, match="tesseract") as caught:
        require_tesseract()
    assert "tesseract-ocr-vie" in caught.value.hint_vi and caught.value.message_vi != str(caught.value)
