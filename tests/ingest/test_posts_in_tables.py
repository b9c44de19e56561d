"""A list of members, as offices keep it, is read with its posts in words."""

from pathlib import Path

import openpyxl
import pytest

from ingest.imports import Importer
from ingest.known import Known
from ingest.reading import SourceReader
from ingest.tables.posts import read_posts
from ingest.tables.preview import Preview, preview
from ingest.tables.registry import mapping_of
from ontology.terms import local_name

PROVINCE = "Tỉnh ủy Lào Cai"


def told(words: str, body: str) -> list[tuple[str, str]]:
    return [(post.role, post.body.name) for post in read_posts(words, body).posts]


@pytest.mark.parametrize(
    ("body", "words", "posts"),
    [
        ("", "Bí thư Tỉnh ủy Lào Cai", [("Bí thư", PROVINCE)]),
        (PROVINCE, "Bí thư", [("Bí thư", PROVINCE)]),
        (PROVINCE, "BÍ THƯ TỈNH ỦY", [("Bí thư", PROVINCE)]),
        (PROVINCE, "- Bí thư\nTỉnh ủy.", [("Bí thư", PROVINCE)]),
        ("", "Bí thư\nTỉnh ủy Lào Cai,\n- Đại biểu Quốc hội", [("Bí thư", PROVINCE), ("Đại biểu", "Quốc hội")]),
        (
            PROVINCE,
            "Phó Bí thư; Chủ tịch UBND tỉnh",
            [("Phó Bí thư", PROVINCE), ("Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")],
        ),
        (
            PROVINCE,
            "UVBTV, Trưởng Ban Tổ chức",
            [("Ủy viên", "Ban Thường vụ Tỉnh ủy Lào Cai"), ("Trưởng ban", "Ban Tổ chức Tỉnh ủy Lào Cai")],
        ),
        (
            "Huyện ủy Bảo Yên",
            "UVBTV\nChủ nhiệm UBKT",
            [("Ủy viên", "Ban Thường vụ Huyện ủy Bảo Yên"), ("Chủ nhiệm", "Ủy ban Kiểm tra Huyện ủy Bảo Yên")],
        ),
        (
            "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai",
            "Trưởng Ban, Bí thư Tỉnh ủy",
            [
                ("Bí thư", PROVINCE),
                ("Trưởng ban", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"),
            ],
        ),
        (
            "",
            "Trưởng Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai",
            [("Trưởng ban", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai")],
        ),
        ("Sở Tài chính tỉnh Lào Cai", "Phó Giám đốc", [("Phó Giám đốc", "Sở Tài chính tỉnh Lào Cai")]),
    ],
)
def test_the_posts_of_a_cell_are_read_as_in_a_text(body: str, words: str, posts: list[tuple[str, str]]) -> None:
    assert sorted(told(words, body)) == sorted(posts)


def test_tone_placement_and_a_foreign_letter_change_nothing() -> None:
    assert told("Phó Bí thư; Chủ tịch HÐND tỉnh", "Tỉnh uỷ Lào Cai") == told("Phó Bí thư; Chủ tịch HĐND tỉnh", PROVINCE)


def test_a_post_that_is_over_says_so() -> None:
    assert [post.former for post in read_posts("Nguyên Bí thư Tỉnh ủy Lào Cai", "").posts] == [True]


def test_words_that_are_no_post_are_told_and_the_others_stand() -> None:
    read = read_posts("Phó Bí thư; chuyên gia cao cấp", PROVINCE)
    assert [post.role for post in read.posts] == ["Phó Bí thư"]
    assert list(read.unread) == ["chuyên gia cao cấp"]


def test_a_cell_that_holds_more_than_the_posts_of_one_person_is_not_read() -> None:
    read = read_posts("Bí thư Tỉnh ủy Lào Cai, " * 100, "")
    assert not read.posts and read.unread[0].endswith("…")


def test_a_title_in_a_body_that_only_the_graph_knows_is_read(tmp_path: Path) -> None:
    known = Known()
    known.name("https://w3id.org/mandate-graph/id/body/hoi-ky-niem", "Nhóm Kỷ niệm")
    path = tmp_path / "a.csv"
    path.write_text("Họ và tên,Chức vụ,Tổ chức\nLê Văn Mẫu,Trưởng ban,Nhóm Kỷ niệm\n", "utf-8")
    found = preview(path, path.name, "", known)
    assert found.table == "members" and not found.issues
    assert "hoi-ky-niem" in [fact["value"] for fact in found.facts]


MAPPING = f"""table = "members"
header = 4
[columns]
person = "B"
posts = ["C", "D"]
[constants]
body = "{PROVINCE}"
as_of = "1/5/2024"
"""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Two header rows of merged cells, headings within the table, and lines below it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["DANH SÁCH CÁN BỘ CHỦ CHỐT"],
        [],
        ["TT", "Họ và tên", "Chức vụ", None],
        [None, None, "Trong Đảng", "Chính quyền"],
        ["I", "BAN THƯỜNG VỤ"],
        [1, "Đồng chí LÊ VĂN MẪU", "Bí thư Tỉnh ủy", None],
        [2, "Giàng Thị Sen (dân tộc Mông)", "Phó Bí thư", "Chủ tịch UBND tỉnh"],
        [None, "Danh sách gồm 2 đồng chí."],
    ):
        sheet.append(row)
    sheet.merge_cells("C3:D3")
    path = tmp_path / "can-bo.xlsx"
    book.save(path)
    return path


def seen(path: Path, mapping: str) -> Preview:
    return preview(path, path.name, mapping, Known())


def test_a_list_of_members_becomes_posts_with_the_cells_that_tell_them(workbook: Path) -> None:
    reader = SourceReader(Known(), mappings={workbook: mapping_of(MAPPING, "m.toml")})
    quads = [quad for graph in reader.read([workbook], {}, lambda *_: None).graphs for quad in graph.quads()]
    said: dict[str, dict[str, str]] = {}
    for quad in quads:
        if getattr(quad.object, "language", None) == "en":
            continue
        said.setdefault(str(quad.subject), {})[local_name(quad.predicate.value)] = str(
            getattr(quad.object, "value", "")
        )
    names = {subject: one["prefLabel"] for subject, one in said.items() if "prefLabel" in one}
    held = {
        (names[f"<{one['heldBy']}>"], names[f"<{one['inPosition']}>"], local_name(one["status"]), one["observedOn"])
        for one in said.values()
        if "heldBy" in one
    }
    assert held == {
        ("Lê Văn Mẫu", "Bí thư", "current", "2024-05-01"),
        ("Giàng Thị Sen", "Phó Bí thư", "current", "2024-05-01"),
        ("Giàng Thị Sen", "Chủ tịch", "current", "2024-05-01"),
    }
    assert {one["locator"] for one in said.values() if "locator" in one} >= {
        "Sheet!B6",
        "Sheet!C6",
        "Sheet!B7",
        "Sheet!C7",
    }


def test_headings_within_a_table_and_lines_below_it_are_told_as_such(workbook: Path) -> None:
    assert [(one.code, one.locator) for one in seen(workbook, MAPPING).issues] == [
        ("heading-row", "Sheet!B5"),
        ("heading-row", "Sheet!B8"),
    ]


def test_a_row_with_a_name_alone_is_not_passed_over_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Họ và tên,Chức vụ\nLê Văn Mẫu,\n", "utf-8")
    mapping = 'table = "members"\n[columns]\nperson = "Họ và tên"\nposts = "Chức vụ"\n'
    (issue,) = seen(path, mapping).issues
    assert issue.code == "heading-row" and "Lê Văn Mẫu" in issue.message_vi


def test_a_list_of_members_is_proposed_where_no_column_names_a_body(workbook: Path) -> None:
    proposed = seen(workbook, "")
    assert proposed.table == "members" and "# body = " in proposed.mapping


def test_all_columns_of_posts_are_proposed(workbook: Path, tmp_path: Path) -> None:
    told = mapping_of(seen(workbook, "").mapping, "m.toml")
    assert (told.header, told.columns["person"], told.columns["posts"]) == (4, ("B",), ("C", "D"))
    path = tmp_path / "a.csv"
    path.write_text("Họ và tên,Chức vụ Đảng,Chức vụ chính quyền\nLê Văn Mẫu,Bí thư,Chủ tịch HĐND tỉnh\n", "utf-8")
    assert mapping_of(seen(path, "").mapping, "m.toml").columns["posts"] == ("B", "C")


def test_a_list_of_members_is_published_with_the_bodies_that_it_names(importer: Importer, workbook: Path) -> None:
    record = importer.stage([workbook], mapping=MAPPING)
    assert (record.violations, record.files[0].facts) == (
        0,
        {"Evidence": 15, "Holding": 3, "PartyCommittee": 1, "Person": 2, "Position": 3, "StateBody": 1},
    )
    importer.publish(record.id)
