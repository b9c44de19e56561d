"""Lists of official documents in the forms of the field: of people, of bodies, of documents."""

import pytest

from tests.ingest.official_texts import PARTY, STATE, decision, held, itself, read, related

COMMITTEE = "Ủy ban nhân dân tỉnh Lào Cai"


def resolution(articles: str) -> str:
    return (
        f"HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\n{STATE}Số: 12/NQ-HĐND\nLào Cai, ngày 5 tháng 6 năm 2023\nNGHỊ QUYẾT\n"
        "Về việc xác nhận kết quả bầu cử\nHỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\nQUYẾT NGHỊ:\n"
        f"{articles}\nCHỦ TỊCH\nLê Văn Mẫu"
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Xác nhận kết quả bầu Phó Chủ tịch Ủy ban nhân dân tỉnh khóa XV đối với các ông, bà:",
        "Xác nhận kết quả bầu bổ sung chức vụ Phó Chủ tịch Ủy ban nhân dân tỉnh đối với các ông, bà có tên sau đây:",
        "Phê chuẩn các ông, bà có tên sau giữ chức vụ Phó Chủ tịch Ủy ban nhân dân tỉnh:",
    ],
)
def test_a_list_under_a_post_is_of_the_body_of_that_post(opening: str) -> None:
    text = resolution(f"Điều 1. {opening}\n1. Ông Đỗ Văn Sen, Tỉnh ủy viên;\n2. Bà Hà Thị Mơ, Giám đốc Sở Y tế.")
    assert {h for h in held(text) if h[3] == "appointed"} == {
        ("Đỗ Văn Sen", "Phó Chủ tịch", COMMITTEE, "appointed"),
        ("Hà Thị Mơ", "Phó Chủ tịch", COMMITTEE, "appointed"),
    }


def test_a_list_ends_with_its_article() -> None:
    text = resolution(
        "Điều 1. Xác nhận kết quả bầu Phó Chủ tịch Ủy ban nhân dân tỉnh đối với các ông, bà:\n1. Ông Đỗ Văn Sen.\n"
        "Điều 2. Miễn nhiệm chức vụ Phó Chủ tịch Ủy ban nhân dân tỉnh đối với ông Hà Văn Mơ do nghỉ hưu."
    )
    assert {h[:2] + h[3:] for h in held(text) if h[2] == COMMITTEE} == {
        ("Đỗ Văn Sen", "Phó Chủ tịch", "appointed"),
        ("Hà Văn Mơ", "Phó Chủ tịch", "dismissed"),
    }


@pytest.mark.parametrize("mark", [" - ", ", "])
def test_the_post_before_a_colon_is_that_of_the_one_whose_row_it_is(mark: str) -> None:
    text = decision(
        articles="Điều 1. Thành lập Tổ công tác chống hạn tỉnh Lào Cai gồm:\n"
        f"1. Ông Đỗ Văn Sen{mark}Phó Chủ tịch UBND tỉnh: Tổ trưởng.\n2. Bà Hà Thị Mơ{mark}Giám đốc Sở Y tế: Tổ phó."
    )
    assert held(text) == {
        ("Đỗ Văn Sen", "Phó Chủ tịch", COMMITTEE, "current"),
        ("Đỗ Văn Sen", "Tổ trưởng", "Tổ công tác chống hạn tỉnh Lào Cai", "appointed"),
        ("Hà Thị Mơ", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
        ("Hà Thị Mơ", "Tổ phó", "Tổ công tác chống hạn tỉnh Lào Cai", "appointed"),
    }


def test_a_table_lists_the_members_of_a_body_that_only_the_article_names() -> None:
    jury = "Ban Giám khảo Hội thi giáo viên dạy giỏi cấp huyện năm học 2022 - 2023"
    text = decision(
        articles=f"Điều 1. Thành lập {jury} (có danh sách kèm theo).\nĐiều 2. Thi hành.",
        ending="DANH SÁCH BAN GIÁM KHẢO\nTT\tHọ và tên\tChức vụ\tNhiệm vụ\n"
        "1\tĐỗ Văn Sen\tGiám đốc Sở Y tế\tTrưởng ban\n",
    )
    assert held(text) == {
        ("Đỗ Văn Sen", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
        ("Đỗ Văn Sen", "Trưởng ban", jury, "appointed"),
    }


def test_the_letterhead_of_a_district_says_which_district_is_meant() -> None:
    text = (
        f"ĐẢNG BỘ TỈNH LÀO CAI\nHUYỆN ỦY BÁT XÁT\n*\nSố 12-QĐ/HU\n{PARTY}Bát Xát, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\n"
        "thành lập Tổ công tác chống hạn\n- Theo đề nghị của Ban Tổ chức Huyện ủy,\nBAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH\n"
        "Điều 1. Thành lập Tổ công tác chống hạn, gồm các đồng chí:\n"
        "1. Đồng chí Đỗ Văn Sen, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện - Tổ trưởng."
    )
    assert related(text, "advisedBy") == ["Ban Tổ chức Huyện ủy Bát Xát"]
    assert {h[1:3] for h in held(text) if h[3] == "current"} == {
        ("Phó Bí thư", "Huyện ủy Bát Xát"),
        ("Chủ tịch", "Ủy ban nhân dân huyện Bát Xát"),
    }


def test_a_number_with_blanks_is_read_whole() -> None:
    text = (
        f"ỦY BAN THƯỜNG VỤ QUỐC HỘI\n{STATE}Nghị quyết số: 728/NQ – UBTVQH 14\nHà Nội, ngày 5 tháng 6 năm 2019\n"
        "NGHỊ QUYẾT\nVề việc giao việc\nCăn cứ Nghị quyết số 1155/NQ – UBTVQH 13 ngày 1 tháng 3 năm 2016;\n"
        "QUYẾT NGHỊ:\nĐiều 1. Giao việc."
    )
    assert itself(text).number == "728/NQ-UBTVQH14"
    assert related(text, "basedOn") == ["1155/NQ-UBTVQH13"]


def test_what_one_body_submitted_in_several_papers_is_all_its_own() -> None:
    text = decision(
        recitals="Theo đề nghị của Sở Y tế tại Tờ trình số 14/TTr-SYT ngày 1 tháng 6 năm 2023, Công văn số 22/SYT-TC"
        " ngày 2 tháng 6 năm 2023 và Báo cáo thẩm định số 18/BC-STP ngày 3 tháng 6 năm 2023 của Sở Tư pháp."
    )
    assert {d.number: d.issuer for d in read(text).documents if not d.self} == {
        "14/TTr-SYT": "Sở Y tế tỉnh Lào Cai",
        "22/SYT-TC": "Sở Y tế tỉnh Lào Cai",
        "18/BC-STP": "Sở Tư pháp tỉnh Lào Cai",
    }


@pytest.mark.parametrize(
    "old",
    [
        "các Quyết định: số 3/QĐ-UBND ngày 1/2/2021, số 4/QĐ-UBND ngày 2/3/2022 của Ủy ban nhân dân tỉnh",
        "Quyết định số 3/QĐ-UBND ngày 1/2/2021; Quyết định số 4/QĐ-UBND ngày 2/3/2022 của Ủy ban nhân dân tỉnh",
    ],
)
def test_the_issuer_behind_the_last_of_a_list_is_that_of_all(old: str) -> None:
    text = decision(articles=f"Điều 1. Giao việc.\nĐiều 2. Quyết định này thay thế {old}.")
    assert related(text, "replaces") == ["3/QĐ-UBND", "4/QĐ-UBND"]
    assert {d.issuer for d in read(text).documents if not d.self} == {COMMITTEE}


def test_the_decision_named_above_is_no_other_document() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n{STATE}Số: 12/UBND-NV\nLào Cai, ngày 5 tháng 6 năm 2023\nKính gửi: Các sở.\n"
        "Ngày 1/6/2023, Ủy ban nhân dân tỉnh đã ban hành Quyết định số 3/QĐ-UBND về việc giao việc;\n"
        "Để thực hiện Quyết định nêu trên, Ủy ban nhân dân tỉnh hướng dẫn như sau:"
    )
    assert [d.number for d in read(text).documents] == ["12/UBND-NV", "3/QĐ-UBND"]
    assert related(text, "implements") == ["3/QĐ-UBND"]


def test_an_institute_has_its_small_words_in_its_name() -> None:
    text = decision(
        articles="Điều 1. Giao ông Đỗ Văn Sen, Viện trưởng Viện Huyết học truyền máu, chủ trì; các cục phối hợp."
    )
    assert held(text) == {("Đỗ Văn Sen", "Viện trưởng", "Viện Huyết học truyền máu", "current")}
