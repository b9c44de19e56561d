"""Text from before Unicode is read as what it says, and text that is sound is left as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encodings import decode
from ingest.language import looks_garbled

SENTENCE = (
    "Quyết định số 12-QĐ/TU ngày 03/4/2021 của Ban Thường vụ Tỉnh ủy về việc phân công các đồng chí được bầu "
    "giữ những chức vụ mới ở huyện; nghỉ hưu, chuyển ngữ, tự vẫn, quỹ, kỹ, ỷ lại, hiểm nghèo, cẩn trọng"
)
# Written by hand from the table of the fonts, not by the tables under test.
TCVN3 = "QuyÕt ®Þnh cña Ban Th­êng vô TØnh ñy vÒ viÖc ph©n c«ng c¸c ®ång chÝ ®­îc bÇu gi÷ nh÷ng chøc vô míi ë huyÖn"
VNI = (
    "Quyeát ñònh cuûa Ban Thöôøng vuï Tænh uûy veà vieäc phaân coâng caùc ñoàng chí ñöôïc baàu giöõ nhöõng chöùc vuï "
    "môùi ôû huyeän"
)
SAID = "Quyết định của Ban Thường vụ Tỉnh ủy về việc phân công các đồng chí được bầu giữ những chức vụ mới ở huyện"


def in_windows_1258(text: str) -> bytes:
    """As the old keyboard drivers wrote it: the letter with its hat or horn, then the tone."""
    tones = "\u0300\u0309\u0303\u0301\u0323"
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        letters.append(bare + tone)
    return "".join(letters).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (SENTENCE.encode(), "UTF-8", SENTENCE),
        (unicodedata.normalize("NFD", SENTENCE).encode(), "UTF-8", SENTENCE),
        (SENTENCE.encode("utf-16"), "UTF-16", SENTENCE),
        (in_windows_1258(SENTENCE), "Windows-1258", SENTENCE),
        (TCVN3.encode("cp1252"), "TCVN3 (ABC)", SAID),
        (TCVN3.encode(), "TCVN3 (ABC)", SAID),  # the letters of the font, saved as UTF-8
        (VNI.encode("cp1252"), "VNI", SAID),
        (VNI.encode(), "VNI", SAID),
        (SENTENCE.encode().decode("latin-1").encode(), "UTF-8 read as Windows-1252", SENTENCE),
    ],
)
def test_an_encoding_is_known_by_the_words_that_it_makes(data: bytes, encoding: str, text: str) -> None:
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.encoding, decoded.text) == (encoding, text)


def test_capitals_of_vni_are_read_as_capitals() -> None:
    decoded = decode(f"{VNI} UÛY BAN NHAÂN DAÂN TÆNH, ÑAÛNG UÛY".encode("cp1252"))
    assert decoded is not None and decoded.text == f"{SAID} ỦY BAN NHÂN DÂN TỈNH, ĐẢNG ỦY"


@pytest.mark.parametrize("data", [b"\xff\x00\xfe\x81\x8d", bytes(range(128, 256)) * 3])
def test_bytes_that_no_encoding_makes_words_of_are_not_guessed_at(data: bytes) -> None:
    assert decode(data) is None


@given(st.text())
def test_any_text_in_utf_8_is_decoded_and_never_to_nothing(text: str) -> None:
    decoded = decode(text.encode("utf-8", errors="replace"))
    assert decoded is not None


@pytest.mark.parametrize(
    "text", [SENTENCE, "Nghệ An, 2024", "mã số 01; tên Hà Nội; ngày 2024-01-02", "El Niño, São Paulo"]
)
def test_sound_text_is_never_turned_into_something_else(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded is not None and decoded.text == text


def test_text_that_lost_bytes_on_the_way_is_known_as_garbled() -> None:
    lost = SENTENCE.encode().decode("cp1252", errors="ignore")
    decoded = decode(lost.encode())
    assert decoded is not None and looks_garbled(decoded.text)
    assert not looks_garbled(SENTENCE)
