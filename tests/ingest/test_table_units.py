"""Districts and communes: what a row states, of which province it is a part, and what the shipped tables hold."""

from pathlib import Path

import pytest

from ingest.demo import reference_tables, unit_tables
from ingest.known import Known
from ingest.reading import Reading, SourceReader
from tests.ingest.tables import classes, ranks, read, statements

PROVINCES = """91,Kiên Giang,Tỉnh Kiên Giang,Kien Giang,tỉnh,,2025-06-30,sổ tay
91,An Giang,Tỉnh An Giang,An Giang,tỉnh,2025-07-01,,sổ tay
06,Bắc Kạn,Tỉnh Bắc Kạn,Bac Kan,tỉnh,,2025-06-30,sổ tay"""
WARD = "01840,Bắc Kạn,Phường Bắc Kạn,phường,91,2025-07-01,,niên giám (dates unverified)"
DISTRICT = "899,Rạch Giá,Thành phố Rạch Giá,thành phố thuộc tỉnh,91,12,,2025-06-30,niên giám"


def test_a_unit_is_a_part_of_the_province_that_bore_the_code_in_its_time(tmp_path: Path) -> None:
    quads, issues = read(tmp_path, {"provinces": PROVINCES, "communes": WARD, "districts": DISTRICT})
    assert issues == []
    assert statements(quads, "partOfPlace") == {
        ("place/bac-kan-01840-2025", "partOfPlace", "place/an-giang-91-2025"),
        ("place/rach-gia-899", "partOfPlace", "place/kien-giang-91"),
    }


def test_a_district_states_how_many_units_it_had_and_a_doubted_date_is_marked(tmp_path: Path) -> None:
    quads, _ = read(tmp_path, {"provinces": PROVINCES, "communes": WARD, "districts": DISTRICT})
    assert statements(quads, "partCount") == {("place/rach-gia-899", "partCount", "12")}
    assert ranks(quads)["partOfPlace"] == {"stated"} and ranks(quads)["existsFrom"] >= {"unverified"}


def test_a_ward_called_like_a_province_is_not_taken_for_it(tmp_path: Path) -> None:
    body = "Tỉnh ủy Bắc Kạn,,party_committee,province,06,,,,,,sổ tay"
    succession = "Bắc Kạn,An Giang,2025-07-01,,sổ tay"
    tables = {"provinces": PROVINCES, "communes": WARD, "bodies": body, "succession": succession}
    quads, issues = read(tmp_path, tables)
    assert issues == []
    assert {v for _, _, v in statements(quads, "inPlace", "succeeds")} == {"place/bac-kan-06"}


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (WARD.replace(",91,", ",99,"), "unknown-name", "province_code"),
        (WARD.replace("2025-07-01", "01/7/2025"), "bad-date", "valid_from"),
        (WARD.replace("phường,", "khóm,"), "bad-value", "kind"),
        (WARD.replace(",91,", ",,"), "missing-cell", "province_code"),
    ],
)
def test_a_wrong_cell_is_refused_with_file_row_and_column(tmp_path: Path, row: str, code: str, column: str) -> None:
    (first,) = read(tmp_path, {"provinces": PROVINCES, "communes": row})[1]
    assert (first.code, first.severity, first.source, first.locator) == (
        code,
        "refused",
        "communes.csv",
        f"line 2, column {column}",
    )
    for message, hint in ((first.message_vi, first.hint_vi), (first.message_en, first.hint_en)):
        assert column in message and hint


@pytest.fixture(scope="module")
def shipped() -> Reading:
    provinces = [path for path in reference_tables() if path.name == "provinces.csv"]
    return SourceReader(Known()).read([*provinces, *unit_tables()], {}, lambda *_: None)


def test_the_shipped_units_are_read_without_a_single_issue(shipped: Reading) -> None:
    assert shipped.issues == []


@pytest.mark.parametrize(
    ("table", "units", "provinces"), [("districts_until_2025.csv", 696, 63), ("units_2025.csv", 3321, 34)]
)
def test_the_shipped_units_belong_to_the_provinces_of_their_time(
    shipped: Reading, table: str, units: int, provinces: int
) -> None:
    (quads,) = (graph.quads() for graph in shipped.graphs if graph.source.name == table)
    parts = statements(quads, "partOfPlace")
    assert len(parts) == units and len({province for _, _, province in parts}) == provinces
    assert sum(name == "Place" for name in classes(quads).values()) == units


def test_the_shipped_districts_count_the_communes_of_their_time(shipped: Reading) -> None:
    (quads,) = (graph.quads() for graph in shipped.graphs if graph.source.name == "districts_until_2025.csv")
    assert sum(int(count) for _, _, count in statements(quads, "partCount")) == 10_035
