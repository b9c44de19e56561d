"""The bytes of a file as a source: its kind, and its text in NFC. Called by ingest.reading and `mandate extract`.

Kinds read so far: plain text (.txt), tables (.csv) and RDF (.ttl .nt .nq .trig .jsonld .rdf). The content is asked
as well as the name, so a PDF renamed to .txt is refused by what it is.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.language import looks_garbled, looks_vietnamese
from ontology.errors import Hint, SourceRefused, SourceUnreadable
from ontology.text import nfc

Form = Literal["text", "table", "rdf"]

# Name ending -> (form, media type). Endings that are not here are refused by name.
FORMS: dict[str, tuple[Form, str]] = {
    ".txt": ("text", "text/plain"),
    ".csv": ("table", "text/csv"),
    ".ttl": ("rdf", "text/turtle"),
    ".nt": ("rdf", "application/n-triples"),
    ".nq": ("rdf", "application/n-quads"),
    ".trig": ("rdf", "application/trig"),
    ".jsonld": ("rdf", "application/ld+json"),
    ".rdf": ("rdf", "application/rdf+xml"),
}
# First bytes of formats that are often renamed.
_SIGNATURES = (
    (b"%PDF", "a PDF", "một tệp PDF"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, XLSX …)", "một tệp nén ZIP (DOCX, XLSX …)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "một tệp Office kiểu cũ"),
    (b"\x1f\x8b", "a gzip file", "một tệp gzip"),
    (b"\x89PNG", "a PNG picture", "một ảnh PNG"),
    (b"\xff\xd8\xff", "a JPEG picture", "một ảnh JPEG"),
)
MAX_BYTES = {"text": 5_000_000, "table": 50_000_000, "rdf": 500_000_000}


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source, read and in NFC. `text` is what spans of evidence count in."""

    name: str
    form: Form
    media_type: str
    sha256: str
    byte_count: int
    text: str


def read_source(path: Path, name: str | None = None) -> SourceText:
    """The source at `path`, known to users as `name`.

    Raises SourceUnreadable if the bytes are not what the name says, SourceRefused if they are empty, too large or
    not Vietnamese.
    """
    name = nfc(name or path.name)
    ending = Path(name).suffix.lower()
    if ending not in FORMS:
        raise _unreadable(
            name, f"no reader for {ending or 'files without an ending'}", "chưa có bộ đọc cho loại tệp này"
        )
    form, media_type = FORMS[ending]
    content = _read_bytes(path, name, MAX_BYTES[form])
    _refuse_disguise(content, name)
    text = nfc(_decode(content, name))
    if form == "text":
        _refuse_other_language(text, name)
    return SourceText(name, form, media_type, hashlib.sha256(content).hexdigest(), len(content), text)


def _read_bytes(path: Path, name: str, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise SourceRefused(
                f"{name}: {size / 1e6:,.0f} MB is more than the {limit / 1e6:,.0f} MB read of such a file",
                message_vi=f"{name}: tệp {size / 1e6:,.0f} MB, vượt giới hạn {limit / 1e6:,.0f} MB",
                hint="split the file; one article or document a file",
                hint_vi="tách tệp ra; mỗi tệp một bài hoặc một văn bản",
                file=name,
                code="too-large",
            )
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error.strerror or str(error), "không đọc được tệp") from error
    if not content.strip():
        raise SourceRefused(
            f"{name} is empty",
            message_vi=f"{name}: tệp rỗng",
            hint="check the file's origin",
            hint_vi="kiểm tra nơi đã lấy tệp",
            file=name,
            code="empty",
        )
    return content


def _refuse_disguise(content: bytes, name: str) -> None:
    for signature, english, vietnamese in _SIGNATURES:
        if content.startswith(signature):
            raise _unreadable(name, f"its bytes are {english}, not what its name says", f"nội dung là {vietnamese}")


def _decode(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(
            name,
            f"byte {error.start:,} is not UTF-8; it may be in an old encoding (Windows-1258, TCVN3, VNI)",
            f"byte {error.start:,} không phải UTF-8; có thể là bảng mã cũ (Windows-1258, TCVN3, VNI)",
            {"hint": "save the file as UTF-8 and import it again", "hint_vi": "lưu tệp dạng UTF-8 rồi nhập lại"},
        ) from error


def _refuse_other_language(text: str, name: str) -> None:
    if looks_garbled(text):
        sound: Hint = {"hint": "find a sound copy of the text", "hint_vi": "tìm một bản còn nguyên vẹn của văn bản"}
        raise _unreadable(name, "its characters are garbled", "ký tự bị hỏng", sound)
    if not looks_vietnamese(text):
        raise SourceRefused(
            f"{name} is not Vietnamese text",
            message_vi=f"{name}: không phải văn bản tiếng Việt",
            hint="texts are read in Vietnamese only; text without its marks cannot be read safely",
            hint_vi="chỉ đọc văn bản tiếng Việt; chữ đã mất dấu thì không đọc chắc chắn được",
            file=name,
            code="not-vietnamese",
        )


def _unreadable(name: str, english: str, vietnamese: str, hint: Hint | None = None) -> SourceUnreadable:
    known = ", ".join(FORMS)
    readable: Hint = {"hint": f"files that can be read: {known}", "hint_vi": f"các loại tệp đọc được: {known}"}
    return SourceUnreadable(
        f"{name}: {english}",
        message_vi=f"{name}: {vietnamese}",
        file=name,
        code="unreadable",
        **hint or readable,
    )
