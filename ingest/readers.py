"""The bytes of a file as a source: its kind, and its text in NFC. Called by ingest.reading and `mandate extract`.

Kinds: texts (.txt .html .mhtml .pdf .docx), tables (.csv .xlsx) and RDF (.ttl .nt .nq .trig .jsonld .rdf). The
content is asked as well as the name, so a PDF renamed to .txt is refused by what it is.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

from ingest.encodings import decode, of_old_letters, repair_of
from ingest.formats.child import read_format
from ingest.formats.content import NO_TEXT, Content
from ingest.language import looks_garbled, looks_vietnamese
from ingest.scans import Scans
from ontology.errors import Hint, SourceRefused, SourceUnreadable
from ontology.text import nfc

Form = Literal["text", "table", "rdf"]

# Name ending -> (form, media type). Endings that are not here are refused by name.
FORMS: dict[str, tuple[Form, str]] = {
    ".txt": ("text", "text/plain"),
    ".html": ("text", "text/html"),
    ".htm": ("text", "text/html"),
    ".mhtml": ("text", "multipart/related"),
    ".mht": ("text", "multipart/related"),
    ".pdf": ("text", "application/pdf"),
    ".docx": ("text", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".csv": ("table", "text/csv"),
    ".xlsx": ("table", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".ttl": ("rdf", "text/turtle"),
    ".nt": ("rdf", "application/n-triples"),
    ".nq": ("rdf", "application/n-quads"),
    ".trig": ("rdf", "application/trig"),
    ".jsonld": ("rdf", "application/ld+json"),
    ".rdf": ("rdf", "application/rdf+xml"),
}
# First bytes of formats that are often renamed, with the endings that they rightly have.
_SIGNATURES = (
    (b"%PDF", "a PDF", "một tệp PDF", (".pdf",)),
    (b"PK\x03\x04", "a ZIP archive (DOCX, XLSX …)", "một tệp nén ZIP (DOCX, XLSX …)", (".docx", ".xlsx")),
    (b"\xd0\xcf\x11\xe0", "an old or locked Office file", "một tệp Office kiểu cũ hoặc có mật khẩu", ()),
    (b"{\\rtf", "an RTF file", "một tệp RTF", ()),
    (b"\x1f\x8b", "a gzip file", "một tệp gzip", ()),
    (b"\x89PNG", "a PNG picture", "một ảnh PNG", ()),
    (b"\xff\xd8\xff", "a JPEG picture", "một ảnh JPEG", ()),
)
_OFFICE = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
# What office programs save, and the ending under which they can save it for us.
_SAVED_AS = {".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".ods": ".xlsx"}
_SIGNED = {ending: signature for signature, _, _, endings in _SIGNATURES for ending in endings}
_IN_CHILD = (".html", ".htm", ".mhtml", ".mht", ".pdf", ".docx", ".xlsx")
_WITH_PICTURES = (*_SIGNED, ".mhtml", ".mht")
MAX_BYTES = {"text": 5_000_000, "table": 50_000_000, "rdf": 500_000_000}
MAX_PACKED = 50_000_000  # bytes of a PDF, a document or page with pictures, a workbook


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source, read and in NFC. `text` is what spans of evidence count in.

    `content` says where in the original a stretch of the text stands, and what the format tells besides.
    """

    name: str
    form: Form
    media_type: str
    sha256: str
    byte_count: int
    text: str
    encoding: str = "UTF-8"
    content: Content = field(default=Content(""), repr=False)

    def place(self, offset: int) -> str:
        """Where the character stands in the original: page 3, table 1, row 2, cell 3; line 3 of a plain text."""
        if self.media_type == FORMS[".txt"][1]:
            return f"line {bisect_right(_line_starts(self.text), offset)}"
        return self.content.place(offset)


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def form_of(name: str) -> Form | None:
    """What a file of this name is read as; None if nothing reads it."""
    return FORMS.get(Path(name).suffix.lower(), (None, ""))[0]


def read_source(path: Path, name: str | None = None, sheet: str = "", scans: Scans | None = None) -> SourceText:
    """The source at `path`, known to users as `name`; of a workbook the `sheet` of that name.

    The pages of a PDF that are pictures are read by `scans`.

    Raises SourceUnreadable if the bytes are not what the name says, SourceRefused if they are empty, too large or
    not Vietnamese.
    """
    name = nfc(name or path.name)
    limit = _limit(name)
    try:
        size = path.stat().st_size
        data = b"" if size > limit else path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error.strerror or str(error), "không đọc được tệp") from error
    if size > limit:
        raise _too_large(name, size, limit)
    return source_of(data, name, sheet, scans)


def source_of(data: bytes, name: str, sheet: str = "", scans: Scans | None = None) -> SourceText:
    """Like `read_source`, for bytes that are in memory. `name` is in NFC."""
    limit, ending = _limit(name), Path(name).suffix.lower()
    form, media_type = FORMS[ending]
    if len(data) > limit:
        raise _too_large(name, len(data), limit)
    if not data.strip():
        raise _empty(name)
    _refuse_disguise(data, name, ending)
    content, encoding = _content(data, name, ending, form, sheet, scans)
    if form == "text":
        _refuse_other_language(content.text, name)
    return SourceText(name, form, media_type, sha256(data).hexdigest(), len(data), content.text, encoding, content)


def _content(data: bytes, name: str, ending: str, form: Form, sheet: str, scans: Scans | None) -> tuple[Content, str]:
    """The content, and the encoding of its bytes."""
    if ending in _IN_CHILD:
        return _in_sound_letters(_in_child(ending, data, name, sheet, scans))
    if form == "rdf":
        return Content(_decode_utf8(data, name)), "UTF-8"
    decoded = decode(data)
    if decoded is None:
        return Content(_decode_utf8(data, name)), "UTF-8"
    return Content(decoded.text), decoded.encoding


def _in_child(ending: str, data: bytes, name: str, sheet: str, scans: Scans | None) -> Content:
    try:
        return read_format(ending, data, name, sheet)
    except SourceUnreadable as error:
        if scans and error.facts.get("code") == NO_TEXT and (content := scans.content(data, name)):
            return content
        raise


def _in_sound_letters(content: Content) -> tuple[Content, str]:
    """The content in Unicode, if its letters are those of an old font; cells and clauses that are sound stay."""
    repair = repair_of(content.text)
    if not repair:
        return content, "UTF-8"
    return content.converted(lambda words: repair.convert(words) if of_old_letters(words) else words), repair.encoding


def _limit(name: str) -> int:
    """The most bytes that are read of a file of this name. Raises SourceUnreadable if nothing reads it."""
    ending = Path(name).suffix.lower()
    if ending not in FORMS:
        raise _unreadable(
            name,
            f"no reader for {ending or 'files without an ending'}",
            "chưa có bộ đọc cho loại tệp này",
            _saved_as(ending),
        )
    return MAX_PACKED if ending in _WITH_PICTURES else MAX_BYTES[FORMS[ending][0]]


def _too_large(name: str, size: int, limit: int) -> SourceRefused:
    return SourceRefused(
        f"{name}: {size / 1e6:,.0f} MB is more than the {limit / 1e6:,.0f} MB read of such a file",
        message_vi=f"{name}: tệp {size / 1e6:,.0f} MB, vượt giới hạn {limit / 1e6:,.0f} MB",
        hint="split the file; one article or document a file",
        hint_vi="tách tệp ra; mỗi tệp một bài hoặc một văn bản",
        file=name,
        code="too-large",
    )


def _empty(name: str) -> SourceRefused:
    return SourceRefused(
        f"{name} is empty",
        message_vi=f"{name}: tệp rỗng",
        hint="check the file's origin",
        hint_vi="kiểm tra nơi đã lấy tệp",
        file=name,
        code="empty",
    )


def _refuse_disguise(content: bytes, name: str, ending: str) -> None:
    for signature, english, vietnamese, endings in _SIGNATURES:
        if content.startswith(signature) and ending not in endings:
            hint = _saved_as(".xls" if FORMS[ending][0] == "table" else ".doc") if signature in _OFFICE else None
            raise _unreadable(
                name, f"its bytes are {english}, not what its name says", f"nội dung là {vietnamese}", hint
            )
    if ending in _SIGNED and _SIGNED[ending] not in content[:1024]:  # a PDF may begin with some bytes of its own
        raise _unreadable(name, f"its bytes are no {ending[1:].upper()}", f"nội dung không phải {ending[1:].upper()}")


def _saved_as(ending: str) -> Hint | None:
    """What to do with a file of an office program that nothing here reads."""
    if not (ours := _SAVED_AS.get(ending)):
        return None
    return {
        "hint": f"open it in an office program, save it as {ours}, and import that",
        "hint_vi": f"mở tệp bằng chương trình văn phòng, lưu thành {ours} rồi nhập tệp đó",
    }


def _decode_utf8(content: bytes, name: str) -> str:
    """For RDF, which knows no other encoding, and for what no known encoding makes sense of."""
    try:
        return nfc(content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _unreadable(
            name,
            f"byte {error.start:,} is not UTF-8, and no encoding of Vietnamese from before it makes words of the bytes",
            f"byte {error.start:,} không phải UTF-8, và không bảng mã tiếng Việt cũ nào đọc ra chữ",
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
