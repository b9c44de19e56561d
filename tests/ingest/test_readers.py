"""What is taken for a source, what is refused, and that a refusal says why in both languages."""

import unicodedata
from pathlib import Path

import pytest

from ingest.issues import issue_of_error
from ingest.readers import MAX_BYTES, read_source
from ontology.errors import SourceError, SourceRefused, SourceUnreadable

SENTENCE = "Ban Thường vụ Tỉnh ủy Hòa Bình ban hành Quyết định số 12-QĐ/TU ngày 03/4/2021.\n"


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_decomposed_text_is_read_as_the_same_text_in_nfc(tmp_path: Path) -> None:
    composed = read_source(written(tmp_path, "a.txt", SENTENCE.encode()))
    decomposed = read_source(written(tmp_path, "b.txt", unicodedata.normalize("NFD", SENTENCE).encode()))
    assert decomposed.text == composed.text == SENTENCE
    assert decomposed.sha256 != composed.sha256


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert read_source(written(tmp_path, "a.txt", b"\xef\xbb\xbf" + SENTENCE.encode())).text == SENTENCE


def test_utf_16_with_its_mark_is_read(tmp_path: Path) -> None:
    assert read_source(written(tmp_path, "a.txt", SENTENCE.encode("utf-16"))).text == SENTENCE


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        ("empty.txt", b"", SourceRefused, "is empty"),
        ("blank.txt", b" \n\t\n", SourceRefused, "is empty"),
        ("report.txt", b"%PDF-1.7\n%\xe2\xe3", SourceUnreadable, "a PDF"),
        ("letter.txt", b"PK\x03\x04rest", SourceUnreadable, "ZIP archive"),
        ("scan.csv", b"\x89PNG\r\n\x1a\n", SourceUnreadable, "PNG picture"),
        ("old.txt", SENTENCE.encode("utf-8")[:20] + b"\xff\xfe\xfd", SourceUnreadable, "is not UTF-8"),
        ("english.txt", b"The committee met on Tuesday to discuss the annual report.", SourceRefused, "not Vietnamese"),
        ("french.txt", "Le comité a été réuni à l'hôtel de ville où naît la fête.".encode(), SourceRefused, "not Viet"),
        ("bare.txt", b"Ban Chi dao phong chong tham nhung tinh Bac Kan hop ngay 3 thang 4", SourceRefused, "not Viet"),
        ("broken.txt", ("\ufffd" * 5 + SENTENCE).encode(), SourceUnreadable, "garbled"),
        ("archive.xyz", SENTENCE.encode(), SourceUnreadable, "no reader for .xyz"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, error: type[SourceError], said: str
) -> None:
    with pytest.raises(error, match=said) as caught:
        read_source(written(tmp_path, name, content))
    assert name in caught.value.message_vi and caught.value.hint
    refused = issue_of_error(caught.value, name)
    assert (refused.hint_vi, refused.hint_en) == (caught.value.hint_vi, caught.value.hint)
    assert refused.hint_vi != refused.hint_en and not refused.hint_vi.isascii()


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES["text"] + 1)  # a hole: takes no room and no time
    with pytest.raises(SourceRefused, match="more than"):
        read_source(path)


def test_a_file_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"nowhere\.txt"):
        read_source(tmp_path / "nowhere.txt")


@pytest.mark.parametrize(
    ("name", "content", "ours"),
    [
        ("to-trinh.doc", b"\xd0\xcf\x11\xe0", ".docx"),
        ("to-trinh.odt", b"PK\x03\x04", ".docx"),
        ("to-trinh.txt", b"{\\rtf1", ".docx"),
        ("danh-sach.xls", b"\xd0\xcf\x11\xe0", ".xlsx"),
        ("danh-sach.xlsx", b"\xd0\xcf\x11\xe0", ".xlsx"),
    ],
)
def test_a_file_of_an_office_program_is_refused_with_what_to_save_it_as(
    tmp_path: Path, name: str, content: bytes, ours: str
) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        read_source(written(tmp_path, name, content))
    assert f"save it as {ours}," in caught.value.hint and f"lưu thành {ours} " in caught.value.hint_vi


def test_a_place_in_a_plain_text_is_its_line(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, "a.txt", f"{SENTENCE}\n{SENTENCE}".encode()))
    places = [source.place(offset) for offset in (0, len(SENTENCE) - 1, len(SENTENCE), len(source.text) - 1)]
    assert places == ["line 1", "line 1", "line 2", "line 3"]
