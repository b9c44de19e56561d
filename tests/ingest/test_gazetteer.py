"""Every district and commune of the reference tables is read whole, however its name looks like other words."""

import csv
from pathlib import Path

import pytest

import ontology
from ingest.extraction import extract
from ingest.lexicon import Lexicon
from ontology.text import canonical

LEXICON = Lexicon.load()
UNITS = Path(ontology.__file__).parent / "reference" / "units"
AT_ONCE = 60  # units in one text


def units() -> list[str]:
    """Quận Ba Đình -> quận Ba Đình: the names of all districts and communes, each once."""
    found: dict[str, None] = {}
    for table in ("districts_until_2025.csv", "units_2025.csv"):
        with (UNITS / table).open(encoding="utf-8", newline="") as file:
            found |= {r["full_name"][0].lower() + r["full_name"][1:]: None for r in csv.DictReader(file)}
    return list(found)


EVERY = units()
TEXTS = [EVERY[i : i + AT_ONCE] for i in range(0, len(EVERY), AT_ONCE)]


@pytest.mark.parametrize("several", TEXTS)
def test_the_committee_of_every_unit_is_read_by_its_whole_name(several: list[str]) -> None:
    text = "".join(f"Ông Lê Văn Mẫu, Chủ tịch UBND {unit} phát biểu.\n" for unit in several)
    facts = extract(text, LEXICON)
    wanted = {canonical(f"Ủy ban nhân dân {unit}") for unit in several}
    assert {canonical(fact.body) for fact in facts.holdings} == wanted
    assert {canonical(fact.name) for fact in facts.bodies} == wanted


@pytest.mark.parametrize("several", TEXTS)
def test_no_word_of_a_unit_s_name_is_a_body(several: list[str]) -> None:
    text = "".join(f"Đoàn đã đến thăm người dân {unit} sau bão.\n" for unit in several)
    assert [fact.name for fact in extract(text, LEXICON).bodies] == []


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("Thành ủy Hội An", "Thành ủy Hội An"),
        ("Thành uỷ Nha Trang", "Thành ủy Nha Trang"),
        ("Thành ủy Điện Biên Phủ", "Thành ủy Điện Biên Phủ"),
        ("Thành ủy Phan Rang - Tháp Chàm", "Thành ủy Phan Rang - Tháp Chàm"),
        ("Huyện ủy Đắk R’Lấp", "Huyện ủy Đắk R’Lấp"),
        ("Huyện ủy Ea H'leo", "Huyện ủy Ea H'leo"),
        ("Huyện ủy Ðại Từ", "Huyện ủy Đại Từ"),
        ("HUYỆN ỦY VỤ BẢN", "Huyện ủy Vụ Bản"),
        ("Đảng ủy phường Hà Giang 2", "Đảng ủy phường Hà Giang 2"),
        ("Đảng ủy xã Đoàn Kết", "Đảng ủy xã Đoàn Kết"),
    ],
)
def test_a_place_is_known_however_it_is_printed(printed: str, body: str) -> None:
    (held,) = extract(f"Đồng chí Lê Văn Mẫu, Bí thư {printed}, phát biểu.\n", LEXICON).holdings
    assert canonical(held.body) == canonical(body)


def test_a_commune_that_bears_the_name_of_a_province_is_meant_by_the_posts_that_follow() -> None:
    text = "Đồng chí Lê Văn Mẫu, Bí thư Đảng ủy phường Lào Cai, Chủ tịch HĐND phường, phát biểu.\n"
    assert {held.body for held in extract(text, LEXICON).holdings} == {
        "Đảng ủy phường Lào Cai",
        "Hội đồng nhân dân phường Lào Cai",
    }
