"""Two spellings of one name are one entity: tone placement, normal form, Ð for Đ. Two places of one name stay two."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ingest.tables import classes, read, statements

PROVINCES = """17,Hòa Bình,Tỉnh Hòa Bình,Hoa Binh,tỉnh,,2025-06-30,sổ tay
25,Phú Thọ,Tỉnh Phú Thọ,Phu Tho,tỉnh,,2025-06-30,sổ tay
25,Phú Thọ,Tỉnh Phú Thọ,Phu Tho,tỉnh,2025-07-01,,sổ tay
48,Đà Nẵng,Thành phố Đà Nẵng,Da Nang,thành phố,,,sổ tay"""
BODIES = "Ủy ban Kiểm tra Trung ương,,inspection_committee,central,,UBKTTW,,,,67-QĐ/TW,sổ tay"
DOCUMENTS = "67-QĐ/TW,Quy định,,,,Ủy ban Kiểm tra Trung ương,,2022-06-02,,Hoàng Thúy Hòa,sổ tay"
HOLDINGS = "Hoàng Thúy Hòa,Ủy viên,Ủy ban Kiểm tra Trung ương,2021,,67-QĐ/TW,sổ tay"
SUCCESSION = "Hòa Bình,Phú Thọ,2025-07-01,67-QĐ/TW,sổ tay\nPhú Thọ,Phú Thọ,2025-07-01,67-QĐ/TW,sổ tay"
TABLES = {
    "provinces": PROVINCES,
    "bodies": BODIES,
    "documents": DOCUMENTS,
    "holdings": HOLDINGS,
    "succession": SUCCESSION,
}


def with_new_tones(text: str) -> str:
    return text.replace("Hòa", "Hoà").replace("Thúy", "Thuý").replace("Ủy", "Uỷ")


SPELLINGS: dict[str, Callable[[str], str]] = {
    "new tone placement": with_new_tones,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "Ð": lambda text: text.replace("Đ", "Ð"),
    "all": lambda text: unicodedata.normalize("NFD", with_new_tones(text).replace("Đ", "Ð")),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("table", TABLES)
def test_a_table_in_another_spelling_speaks_of_the_same_entities(tmp_path: Path, table: str, spelling: str) -> None:
    expected, issues = read(tmp_path, TABLES)
    respelt, more = read(tmp_path, {**TABLES, table: SPELLINGS[spelling](TABLES[table])})
    assert issues == more == []
    links = ("heldBy", "inPosition", "positionIn", "signedBy", "issuedBy", "establishes", "succeeds", "changedFrom")
    assert statements(respelt, *links, "changedTo", "byDocument") == statements(
        expected, *links, "changedTo", "byDocument"
    )
    things = [{k: v for k, v in classes(q).items() if v not in ("Evidence", "Source")} for q in (expected, respelt)]
    assert things[0] == things[1]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_province_bears_the_old_tone_placement_however_it_was_written(tmp_path: Path, spelling: str) -> None:
    quads = read(tmp_path, {"provinces": SPELLINGS[spelling](PROVINCES)})[0]
    assert "Hòa Bình" in {name for _, _, name in statements(quads, "prefLabel")}


def test_names_that_differ_by_a_mark_are_two(tmp_path: Path) -> None:
    rows = "Ban Cổ,,other,central,,,,,,,sổ tay\nBan Cỏ,,other,central,,,,,,,sổ tay"
    assert len({k for k in classes(read(tmp_path, {"bodies": rows})[0]) if k.startswith("body/")}) == 2
