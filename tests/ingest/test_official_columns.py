"""Heads, signatures and tables of official documents as PDF and web pages flatten them."""

import pytest

from tests.ingest.official_texts import STATE, decision, held, itself, read, related

OFFICE = "Phòng Nội vụ huyện Bát Xát"


@pytest.mark.parametrize("gap", [" ", "          ", "\t", " | "])
def test_the_letterhead_is_what_stands_left_of_the_motto(gap: str) -> None:
    text = (
        f"UBND HUYỆN BÁT XÁT{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG NỘI VỤ{gap}Độc lập - Tự do - Hạnh phúc\n"
        f"Số: 12/QĐ-PNV{gap}Bát Xát, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nVề việc chống hạn\nTRƯỞNG PHÒNG NỘI VỤ\n"
        "Căn cứ Luật Phòng thủ dân sự;\nQUYẾT ĐỊNH:\nĐiều 1. Giao việc.\n"
        "Nơi nhận: TRƯỞNG PHÒNG\n- Như Điều 1;\n- Lưu: VT.\nĐỗ Văn Sen"
    )
    assert itself(text).issuer == OFFICE
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]
    assert held(text) == {("Đỗ Văn Sen", "Trưởng phòng", OFFICE, "current")}


def test_all_who_sign_for_the_issuers_of_a_joint_circular_sign_it_for_their_own_bodies() -> None:
    text = (
        "TÒA ÁN NHÂN DÂN TỐI CAO - VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO - BỘ CÔNG AN\n"
        f"{STATE}Số: 12/2019/TTLT-TANDTC-VKSNDTC-BCA\nHà Nội, ngày 5 tháng 6 năm 2019\nTHÔNG TƯ LIÊN TỊCH\n"
        "Quy định về phối hợp\nChánh án Tòa án nhân dân tối cao, Viện trưởng Viện kiểm sát nhân dân tối cao, Bộ trưởng"
        " Bộ Công an ban hành Thông tư liên tịch quy định về phối hợp.\nĐiều 1. Phối hợp.\n"
        "KT. CHÁNH ÁN\nTÒA ÁN NHÂN DÂN TỐI CAO\nPHÓ CHÁNH ÁN\n(Đã ký)\nĐỗ Văn Sen\n"
        "KT. VIỆN TRƯỞNG\nVIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\nPHÓ VIỆN TRƯỞNG\n(Đã ký)\nHà Văn Mơ\n"
        "KT. BỘ TRƯỞNG\nBỘ CÔNG AN\nTHỨ TRƯỞNG\n(Đã ký)\nThượng tướng Lê Văn Mẫu"
    )
    bodies = ["Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao", "Bộ Công an"]
    assert sorted(related(text, "issuedBy")) == sorted(bodies)
    assert itself(text).issuer == bodies[0]
    assert sorted(related(text, "signedBy")) == ["Hà Văn Mơ", "Lê Văn Mẫu", "Đỗ Văn Sen"]
    assert {h[:3] for h in held(text)} == {
        ("Đỗ Văn Sen", "Phó Chánh án", bodies[0]),
        ("Hà Văn Mơ", "Phó Viện trưởng", bodies[1]),
        ("Lê Văn Mẫu", "Thứ trưởng", bodies[2]),
    }


def test_the_name_of_a_group_goes_on_to_whose_it_is() -> None:
    text = (
        f"TỔ CÔNG TÁC CẢI CÁCH THỦ TỤC CỦA THỦ TƯỚNG CHÍNH PHỦ\n{STATE}Số: 24/CCTTHC\nHà Nội, ngày 5 tháng 6 năm 2009\n"
        "Kính gửi:\n- Ủy ban nhân dân tỉnh Lào Cai;\n- Bộ Y tế.\nTổ công tác đề nghị báo cáo.\nKT. TỔ TRƯỞNG\n"
        "TỔ PHÓ THƯỜNG TRỰC\nĐỗ Văn Sen"
    )
    group = "Tổ công tác cải cách thủ tục của Thủ tướng Chính phủ"
    assert itself(text).issuer == group
    assert held(text) == {("Đỗ Văn Sen", "Tổ phó Thường trực", group, "current")}


def test_those_to_whom_a_letter_is_sent_are_no_facts() -> None:
    text = (
        f"BỘ NỘI VỤ\n{STATE}Số: 24/BNV-TC\nHà Nội, ngày 5 tháng 6 năm 2023\nKính gửi:\n"
        "- Ủy ban nhân dân tỉnh Lào Cai;\n- Bộ Y tế.\nBộ Nội vụ đề nghị phối hợp với Bộ Tài chính."
    )
    assert [b.name for b in read(text).bodies] == ["Bộ Nội vụ", "Bộ Tài chính"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("đại diện lãnh đạo các bộ: Quốc phòng, Công an và Tài chính", ["Bộ Quốc phòng", "Bộ Công an", "Bộ Tài chính"]),
        ("lãnh đạo các Sở: Nội vụ, Tài chính", ["Sở Nội vụ tỉnh Lào Cai", "Sở Tài chính tỉnh Lào Cai"]),
        (
            "Chủ tịch Ủy ban nhân dân các tỉnh: Hà Giang, Lai Châu",
            ["Ủy ban nhân dân tỉnh Hà Giang", "Ủy ban nhân dân tỉnh Lai Châu"],
        ),
        (
            "các Ban cán sự đảng: Tòa án nhân dân tối cao, Bộ Y tế",
            ["Ban cán sự đảng Tòa án nhân dân tối cao", "Ban cán sự đảng Bộ Y tế"],
        ),
    ],
)
def test_bodies_listed_by_what_differs_in_their_names(words: str, names: list[str]) -> None:
    text = decision(articles=f"Điều 1. Ủy viên là {words}.\nĐiều 2. Thi hành.")
    assert sorted(b.name for b in read(text).bodies) == sorted(["Ủy ban nhân dân tỉnh Lào Cai", *names])


@pytest.mark.parametrize(
    "words",
    [
        "quy định chi tiết thi hành một số điều của",
        "quy định chi tiết một số điều và biện pháp thi hành",
        "quy định chi tiết và hướng dẫn thi hành",
        "hướng dẫn thực hiện một số điều của",
    ],
)
def test_a_decree_of_the_recitals_implements_the_law_that_it_details(words: str) -> None:
    text = decision(
        recitals="Căn cứ Luật Quy hoạch ngày 24 tháng 11 năm 2017;\n"
        f"Căn cứ Nghị định số 37/2019/NĐ-CP ngày 7 tháng 5 năm 2019 của Chính phủ {words} Luật Quy hoạch;"
    )
    found = [(r.subject, r.object) for r in read(text).relations if r.predicate == "implements"]
    assert found == [("37/2019/NĐ-CP", "Luật Quy hoạch")]


def test_a_resolution_tells_the_day_of_the_session_that_adopted_it() -> None:
    text = (
        f"HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\n{STATE}Số: 12/NQ-HĐND\nLào Cai, ngày 6 tháng 6 năm 2023\nNGHỊ QUYẾT\n"
        "Về việc chống hạn\nQUYẾT NGHỊ:\nĐiều 1. Giao việc.\nNghị quyết này được Hội đồng nhân dân tỉnh Lào Cai khóa"
        " XVI, kỳ họp thứ 14 thông qua ngày 5 tháng 6 năm 2023."
    )
    assert [e.date for e in read(text).events] == ["2023-06-05"]


def test_rows_name_who_leads_the_office_of_the_words_before() -> None:
    text = decision(
        articles="Điều 1. Bổ nhiệm các ông, bà có tên dưới đây giữ chức vụ lãnh đạo Cục Bổ trợ tư pháp:\n"
        "1. Ông Đỗ Văn Sen giữ chức Cục trưởng;\n2. Bà Hà Thị Mơ giữ chức Phó Cục trưởng."
    )
    assert held(text) == {
        ("Đỗ Văn Sen", "Cục trưởng", "Cục Bổ trợ tư pháp", "appointed"),
        ("Hà Thị Mơ", "Phó Cục trưởng", "Cục Bổ trợ tư pháp", "appointed"),
    }


def test_a_role_of_two_words_and_a_lesser_post_in_one_row() -> None:
    text = decision(
        articles="Điều 1. Thành lập Hội đồng chống hạn tỉnh Lào Cai gồm:\n"
        "1 | Đỗ Văn Sen | Chuyên viên Sở Y tế | Ủy viên, Thư ký\nĐiều 2. Thi hành."
    )
    assert held(text) == {
        ("Đỗ Văn Sen", "Ủy viên Thư ký", "Hội đồng chống hạn tỉnh Lào Cai", "appointed"),
        ("Đỗ Văn Sen", "Chuyên viên", "Sở Y tế tỉnh Lào Cai", "current"),
    }


def test_the_kind_before_a_list_of_printed_numbers_is_that_of_all() -> None:
    text = decision(
        recitals="Thực hiện ý kiến (Công văn: số 33/VPCP-TC ngày 22 tháng 5 năm 2008, số 62/VPCP-TC ngày 2/9/2008);"
    )
    assert [(d.number, d.issued) for d in read(text).documents if not d.self] == [
        ("33/VPCP-TC", "2008-05-22"),
        ("62/VPCP-TC", "2008-09-02"),
    ]


def test_a_letterhead_that_lost_its_place_is_of_no_body_without_one() -> None:
    text = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 12/2018/QĐ-UBND | Hải Phòng, ngày 5 tháng 6 năm 2018 |\n"
        "QUYẾT ĐỊNH\nVỀ TRÁCH NHIỆM CỦA ỦY BAN NHÂN DÂN QUẬN, HUYỆN\nỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG\n"
        "Căn cứ Luật Phòng thủ dân sự;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy định về Ủy ban nhân dân quận, huyện."
    )
    assert [b.name for b in read(text).bodies] == ["Ủy ban nhân dân thành phố Hải Phòng"]
