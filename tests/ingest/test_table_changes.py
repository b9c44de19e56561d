"""Changes of bodies and places that tables tell of: the class of each, from what to what, when and by what document."""

from pathlib import Path

import pytest

from ingest.demo import reference_tables
from ingest.known import Known
from ingest.reading import SourceReader
from ontology.identifiers import change_event_iri
from tests.ingest.tables import classes, read, statements

OLD = """24,Bắc Giang,Tỉnh Bắc Giang,Bac Giang,tỉnh,,2025-06-30,sổ tay
27,Bắc Ninh,Tỉnh Bắc Ninh,Bac Ninh,tỉnh,,2025-06-30,sổ tay
01,Hà Nội,Thành phố Hà Nội,Ha Noi,thành phố,,,sổ tay
"""
PROVINCES = OLD + "24,Bắc Ninh,Tỉnh Bắc Ninh,Bac Ninh,tỉnh,2025-07-01,,sổ tay"
LAW = "202/2025/QH15,Nghị quyết,,,,,,2025-06-12,,,sổ tay"
INTO = "Bắc Ninh,2025-07-01,202/2025/QH15 (2025-06-12),sổ tay"


def events(tables: dict[str, str], folder: Path) -> dict[str, set[tuple[str, str]]]:
    """{class of a change: {(property, value)}} for tables that tell of one change of each class."""
    quads, issues = read(folder, tables)
    assert issues == []
    of = {key: name for key, name in classes(quads).items() if key.startswith("change-event/")}
    assert len(set(of.values())) == len(of)
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in of.values()}
    for key, name, value in statements(quads, "changedFrom", "changedTo", "changedOn", "byDocument"):
        if key in of:
            found[of[key]].add((name, value.rpartition("-")[0] if value.startswith("body/") else value))
    return found


def test_provinces_that_become_one_are_a_merger_by_its_document(tmp_path: Path) -> None:
    rows = f"Bắc Giang,{INTO}\nBắc Ninh,{INTO}"
    assert events({"provinces": PROVINCES, "documents": LAW, "succession": rows}, tmp_path) == {
        "Merger": {
            ("changedFrom", "place/bac-giang-24"),
            ("changedFrom", "place/bac-ninh-27"),
            ("changedTo", "place/bac-ninh-24-2025"),
            ("changedOn", "2025-07-01"),
            ("byDocument", "document/202-2025-qh15-2025-06-12"),
        }
    }


def test_a_province_that_went_on_unchanged_is_no_change(tmp_path: Path) -> None:
    rows = "Hà Nội,Hà Nội,2025-07-01,,sổ tay"
    assert events({"provinces": PROVINCES, "succession": rows}, tmp_path) == {}


def body(name: str, established: str = "", dissolved: str = "", successor: str = "", by: str = "") -> str:
    return f"{name},,party_department,central,,,{established},{dissolved},{successor},{by},sổ tay"


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([body("Ban A", "2012-12-28")], {"Foundation": {("changedTo", "body/ban-a"), ("changedOn", "2012-12-28")}}),
        ([body("Ban A", "", "2025-02")], {"Dissolution": {("changedFrom", "body/ban-a"), ("changedOn", "2025-02")}}),
        (
            [body("Ban A", "", "2025-06-30", "Ban B"), body("Ban B", "2025-07-01", by="158-QĐ/TW")],
            {
                "Renaming": {
                    ("changedFrom", "body/ban-a"),
                    ("changedTo", "body/ban-b"),
                    ("changedOn", "2025-07-01"),
                    ("byDocument", "document/158-qd-tw-2012-12-28"),
                }
            },
        ),
        (
            [body("Ban A", "", "2025-02-03", "Ban C"), body("Ban B", "", "2025-02-03", "Ban C"), body("Ban C")],
            {
                "Merger": {
                    ("changedFrom", "body/ban-a"),
                    ("changedFrom", "body/ban-b"),
                    ("changedTo", "body/ban-c"),
                    ("changedOn", "2025-02-03"),
                }
            },
        ),
        (
            [body("Ban A", "", "2007", "Ban B; Ban C"), body("Ban B"), body("Ban C")],
            {
                "Division": {
                    ("changedFrom", "body/ban-a"),
                    ("changedTo", "body/ban-b"),
                    ("changedTo", "body/ban-c"),
                    ("changedOn", "2007"),
                }
            },
        ),
    ],
    ids=["foundation", "dissolution", "renaming", "merger", "division"],
)
def test_what_becomes_of_bodies_tells_the_class_of_the_change(
    tmp_path: Path, bodies: list[str], expected: dict[str, set[tuple[str, str]]]
) -> None:
    decision = "158-QĐ/TW,Quyết định,,,,,,2012-12-28,,,sổ tay"
    assert events({"bodies": "\n".join(bodies), "documents": decision}, tmp_path) == expected


def test_the_shipped_tables_merge_52_provinces_into_23_and_two_commissions_into_one() -> None:
    reading = SourceReader(Known()).read(reference_tables(), {}, lambda *_: None)
    quads = [quad for graph in reading.graphs for quad in graph.quads()]
    mergers = {key for key, name in classes(quads).items() if name == "Merger"}
    pairs = statements(quads, "changedFrom", "changedTo")
    assert sum(v.startswith("place/") and k in mergers and p == "changedFrom" for k, p, v in pairs) == 52
    assert sum(v.startswith("place/") and k in mergers and p == "changedTo" for k, p, v in pairs) == 23
    joined = change_event_iri("Hợp nhất thành Ban Tuyên giáo và Dân vận Trung ương", "2025-02-03")
    bodies = {v.rpartition("-")[0] for k, p, v in pairs if joined.endswith(k) and p == "changedFrom"}
    assert bodies == {"body/ban-tuyen-giao-trung-uong", "body/ban-dan-van-trung-uong"}
