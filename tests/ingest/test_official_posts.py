"""Who signs an official document and whom it appoints, in the forms of the field."""

import pytest

from tests.ingest.official_texts import PARTY, STATE, decision, held, itself, read, related

BODY = "Ban Chỉ đạo chuyển đổi số tỉnh Lào Cai"
OPENS = f"Điều 1. Kiện toàn {BODY} gồm các thành viên sau:\n"


@pytest.mark.parametrize(
    "rows",
    [
        "1. Ông Lê Văn Mẫu - Chủ tịch UBND tỉnh: Trưởng ban.\n2. Bà Đỗ Thị Sen - Giám đốc Sở Y tế: Ủy viên.",
        "Trưởng ban: Ông Lê Văn Mẫu, Chủ tịch UBND tỉnh.\nCác Ủy viên:\n- Bà Đỗ Thị Sen, Giám đốc Sở Y tế.",
        "| 1 | Lê Văn Mẫu | Chủ tịch UBND tỉnh | Trưởng ban |\n| 2 | Đỗ Thị Sen | Giám đốc Sở Y tế | Ủy viên |",
        "STT\nHọ và tên\nNhiệm vụ\n1\nLê Văn Mẫu\nChủ tịch UBND tỉnh\nTrưởng ban\n"
        "2\nĐỗ Thị Sen\nGiám đốc Sở Y tế\nỦy viên",
        "1. Lê Văn Mẫu, Chủ tịch UBND tỉnh, làm Trưởng ban thay đồng chí Trần Văn Cũ.\n2. Đỗ Thị Sen làm Ủy viên.",
    ],
)
def test_the_rows_of_a_list_in_all_forms(rows: str) -> None:
    text = decision(articles=f"{OPENS}{rows}\n3. Đại diện lãnh đạo Công an tỉnh, Ủy viên.\nĐiều 2. Thi hành.")
    assert {h for h in held(text) if h[2] == BODY} == {
        ("Lê Văn Mẫu", "Trưởng ban", BODY, "appointed"),
        ("Đỗ Thị Sen", "Ủy viên", BODY, "appointed"),
    }


def test_members_joined_to_a_committee_are_its_members_and_those_let_go_no_more() -> None:
    committee = "Ban Chấp hành Đảng bộ xã Bản Phiệt"
    rows = "1. Đồng chí Lê Văn Mẫu, Trưởng Công an xã.\n2. Đồng chí Đỗ Thị Sen, Chủ tịch Hội Nông dân xã.\n"
    for words, status in (("", "appointed"), ("thôi ", "dismissed")):
        text = decision(
            articles=f"Điều 1. Các đồng chí có tên sau {words}tham gia {committee}:\n{rows}Điều 2. Thi hành."
        )
        assert {h for h in held(text) if h[2] == committee} == {
            ("Lê Văn Mẫu", "Ủy viên", committee, status),
            ("Đỗ Thị Sen", "Ủy viên", committee, status),
        }


@pytest.mark.parametrize(
    ("ending", "post"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Mẫu", ("Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLÊ MẪU", ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Mẫu", ("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh Lào Cai")),
        ("Q. CHỦ TỊCH\n\nLê Mẫu", ("Quyền Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")),
        ("Chủ tịch\nLê Mẫu", ("Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai")),
        (
            "Nơi nhận:\t\tCHỦ TỊCH\n- Chính phủ;\n- Lưu: VT.\t\t\n\t\tLê Mẫu",
            ("Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai"),
        ),
    ],
)
def test_who_signed_as_what(ending: str, post: tuple[str, str]) -> None:
    text = decision(articles="Điều 1. Giao việc.", ending=ending)
    assert related(text, "signedBy") == ["Lê Mẫu"]
    assert held(text) == {("Lê Mẫu", *post, "current")}
    assert post[1] in {b.name for b in read(text).bodies}


def test_the_president_signs_as_president() -> None:
    text = (
        f"CHỦ TỊCH NƯỚC\nSố: 5/QĐ-CTN\n{STATE}Hà Nội, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nVề việc tặng thưởng\n"
        "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCăn cứ Luật Lưu trữ năm 2011;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Tặng thưởng.\nCHỦ TỊCH\nLê Văn Mẫu"
    )
    assert itself(text).issuer == "Chủ tịch nước"
    assert held(text) == {("Lê Văn Mẫu", "Chủ tịch nước", "Nước Cộng hòa xã hội chủ nghĩa Việt Nam", "current")}


def test_who_signs_without_a_post_is_a_person_of_the_text() -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-CT/TW\n{PARTY}Hà Nội, ngày 3 tháng 4 năm 2023\nCHỈ THỊ\nvề thi đua\n"
        "Ban Bí thư yêu cầu các cấp ủy làm tốt một số việc sau:\n1. Thi đua.\nT/M BAN BÍ THƯ\n(Đã ký)\nLê Thị Mẫu"
    )
    assert (itself(text).issuer, related(text, "signedBy")) == ("Ban Bí thư", ["Lê Thị Mẫu"])
    assert [p.name for p in read(text).people] == ["Lê Thị Mẫu"]


def test_a_post_is_held_from_the_day_on_which_the_decision_takes_effect() -> None:
    given = "Điều 1. Bổ nhiệm ông Lê Văn Mẫu giữ chức Giám đốc Sở Y tế tỉnh Lào Cai"
    for words, day in ((" kể từ ngày 15/8/2023.", "2023-08-15"), (".", "2023-06-05")):
        assert [h.date for h in read(decision(articles=given + words)).holdings] == [day]


def test_recipients_may_stand_between_the_lines_of_the_signature() -> None:
    ending = "Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n- Bộ Y tế;\nCHỦ TỊCH\n- Bộ Tài chính;\n(Đã ký)\n- Lưu: VT.\nLê Văn Mẫu"
    text = decision(articles="Điều 1. Giao việc.", ending=ending)
    assert related(text, "signedBy") == ["Lê Văn Mẫu"]
    assert [b.name for b in read(text).bodies] == ["Ủy ban nhân dân tỉnh Lào Cai"]


@pytest.mark.parametrize(
    "row", ["| 1 | Lê Văn Mẫu | Giám đốc Sở Y tế | Trưởng ban |", "1\nLê Văn Mẫu\nGiám đốc Sở Y tế\nTrưởng ban"]
)
def test_the_posts_in_the_cells_of_a_row_are_its_holders(row: str) -> None:
    text = decision(articles=f"{OPENS}{row}\nĐiều 2. Thi hành.")
    assert held(text) == {
        ("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
        ("Lê Văn Mẫu", "Trưởng ban", BODY, "appointed"),
    }
    assert related(text, "signedBy") == []
