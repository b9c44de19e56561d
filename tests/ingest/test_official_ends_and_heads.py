"""Where official documents end and begin: recipients over the name of who signs, plenums over their titles."""

import pytest

from tests.ingest.official_texts import PARTY, STATE, decision, held, itself, read, related

LEADERS = "Ban Chấp hành Trung ương Đảng"
RECIPIENTS = "".join(f"- Các ban đảng, đoàn thể thứ {n},\n" for n in "một hai ba tư năm sáu bảy tám chín".split())


def _of_the_party(kind: str, words: str, ending: str) -> str:
    return (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-QĐ/TW\n{PARTY}Hà Nội, ngày 5 tháng 6 năm 2023\n{kind}\nvề chống hạn\n"
        f"{words}\n{ending}"
    )


@pytest.mark.parametrize("post", ["Nơi nhận:\n- Các tỉnh ủy, TỔNG BÍ THƯ\n", "Nơi nhận:          TỔNG BÍ THƯ\n"])
def test_one_signs_under_a_post_with_many_recipients_between(post: str) -> None:
    ending = f"{post}{RECIPIENTS}- Lưu Văn phòng Trung ương.\n\n                Đỗ Văn Sen"
    text = _of_the_party("QUY ĐỊNH", "Điều 1. Giao việc.", f"                T/M BỘ CHÍNH TRỊ\n{ending}")
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]
    assert held(text) == {("Đỗ Văn Sen", "Tổng Bí thư", LEADERS, "current")}


def test_a_heading_of_two_lines_behind_an_honorific_names_nobody() -> None:
    text = _of_the_party("HƯỚNG DẪN", "", "").replace(
        "về chống hạn", "KHEN THƯỞNG ĐỐI VỚI TẬP THỂ, CÁ NHÂN CÁN BỘ LÃNH\nĐẠO, QUẢN LÝ CÁC CẤP\nThực hiện việc này."
    )
    assert read(text).people == []


def test_the_title_of_a_plenum_goes_on_with_the_committee_that_met() -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n{PARTY}Số 12-KL/TW\nHà Nội, ngày 5 tháng 6 năm 2023\nKẾT LUẬN\n"
        "HỘI NGHỊ LẦN THỨ BA\nBAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHOÁ XIV\nvề chống hạn\nTại Hội nghị lần thứ ba, "
        "Ban Chấp hành Trung ương Đảng khoá XIV đã bàn việc này và kết luận:\n1. Giao việc.\n"
        "T/M BAN CHẤP HÀNH TRUNG ƯƠNG\nTỔNG BÍ THƯ\nĐỗ Văn Sen"
    )
    assert related(text, "agreedBy") == ["Hội nghị lần thứ ba Ban Chấp hành Trung ương Đảng khóa XIV"]


def test_a_page_that_tells_what_was_issued_gives_the_number_of_the_text_under_it() -> None:
    text = (
        "Hướng dẫn chống hạn ở các tỉnh\nBan Tổ chức Trung ương ban hành Hướng dẫn số 12-HD/BTCTW về chống hạn.\n"
        "Hướng dẫn chống hạn ở các tỉnh\nCăn cứ Quy định số 15-QĐ/TW ngày 1/2/2023 của Bộ Chính trị, "
        "Ban Tổ chức Trung ương hướng dẫn như sau:\n1. Giao việc.\n"
    )
    assert itself(text).number == "12-HD/BTCTW"


def test_a_letter_in_which_an_office_tells_an_opinion_is_its_own() -> None:
    text = decision(recitals="Căn cứ ý kiến của Ban Bí thư tại Công văn số 15-CV/VPTW ngày 1/2/2023;")
    assert {d.number: d.issuer for d in read(text).documents}["15-CV/VPTW"] is None


def test_minutes_are_not_agreed_by_the_meeting_they_tell_of() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n{STATE}Số: 12/BB-UBND\nLào Cai, ngày 5 tháng 6 năm 2023\n"
        "BIÊN BẢN\nHỘI NGHỊ LẦN THỨ BA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH LÀO CAI\nHội nghị bàn về chống hạn.\n"
    )
    assert not [r for r in read(text).relations if r.predicate == "agreedBy"]


def test_a_meeting_cut_short_in_a_title_of_capitals_is_the_one_the_text_tells() -> None:
    text = (
        f"VĂN PHÒNG CHÍNH PHỦ\n{STATE}Số: 12/TB-VPCP\nHà Nội, ngày 5 tháng 6 năm 2023\nTHÔNG BÁO\n"
        "KẾT LUẬN CUỘC HỌP VỀ ĐỀ ÁN CHỐNG HẠN TẠI LÀO CAI\n"
        "Ngày 1 tháng 6 năm 2023, Phó Thủ tướng Đỗ Văn Sen chủ trì cuộc họp về việc hoàn thiện Đề án chống hạn tại "
        "Lào Cai. Văn phòng Chính phủ thông báo như sau:\n1. Giao việc.\n"
    )
    (event,) = read(text).events
    assert event.name.startswith("Cuộc họp về việc hoàn thiện") and event.date == "2023-06-01"


def test_a_plan_that_is_yet_to_be_made_is_no_document() -> None:
    text = decision(
        articles="Điều 1. Ủy ban nhân dân tỉnh Lào Cai ban hành kế hoạch thực hiện Quyết định số 15/QĐ-TTg ngày "
        "1/2/2023 của Thủ tướng Chính phủ."
    )
    assert {d.number for d in read(text).documents} == {"12/QĐ-UBND", "15/QĐ-TTg"}


LONG_CELL = "| *Nơi nhận:* " + "- Văn phòng Quốc hội; - Văn phòng Chủ tịch nước; " * 8


@pytest.mark.parametrize("cell", ["| *Nơi nhận:* - Như trên; ", LONG_CELL])
@pytest.mark.parametrize("name", ["Cao Sen", "Đỗ Văn Sen"])
def test_one_signs_in_the_last_cell_of_a_row_however_many_recipients_the_first_holds(cell: str, name: str) -> None:
    text = (
        f"BỘ CÔNG THƯƠNG\n{STATE}Số: 12/QĐ-BCT\nHà Nội, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nVề việc giao việc\n"
        "BỘ TRƯỞNG BỘ CÔNG THƯƠNG\nCăn cứ Luật Đất đai;\nQUYẾT ĐỊNH:\nĐiều 1. Giao việc.\n"
        f"{cell}- Lưu: VT. | KT. BỘ TRƯỞNG THỨ TRƯỞNG     {name} |\n| --- | --- |"
    )
    assert related(text, "signedBy") == [name]
    assert held(text) == {(name, "Thứ trưởng", "Bộ Công Thương", "current")}


def test_the_rest_of_a_recipient_under_it_is_no_end_of_a_signature() -> None:
    ending = (
        "Nơi nhận:                          TM. ỦY BAN NHÂN DÂN\n- Ủy ban nhân dân tỉnh;                  CHỦ TỊCH\n"
        "- Các phòng\n(đăng trên cổng thông tin);\n- Trung tâm (đăng tải\nthông báo này trên mọi phương tiện\n"
        "của địa phương);                       Đỗ Văn Sen\n- Lưu: VT."
    )
    text = decision(articles="Điều 1. Giao việc.", ending=ending)
    assert held(text) == {("Đỗ Văn Sen", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current")}


def test_an_annex_and_its_list_under_a_signature_sign_nothing() -> None:
    ending = (
        "Nơi nhận:              CHỦ TỊCH\n- Như Điều 1.\n                       Đỗ Văn Sen\nPHỤ LỤC I\nDANH SÁCH\n"
        "Tổ trưởng\n2\nLê Văn Mẫu\nThành viên\n"
    )
    text = decision(articles="Điều 1. Giao việc.", ending=ending)
    assert "Phụ Lục" not in " ".join(p.name for p in read(text).people)
    assert {h for h in held(text) if h[0] == "Đỗ Văn Sen"} == held(text)


def test_a_page_over_the_words_says_whose_paper_under_the_letterhead_of_the_centre_it_is() -> None:
    text = (
        "Tại Quy định số 12-QĐ/TW ngày 5/6/2023 của Bộ Chính trị về chống hạn có một điểm mới.\n"
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n-------\n{PARTY}Số: 12-QĐ/TW\nHà Nội, ngày 5 tháng 6 năm 2023\nQUY ĐỊNH\n"
        "VỀ CHỐNG HẠN\n- Căn cứ Điều lệ Đảng;\n"
    )
    assert related(text, "issuedBy") == ["Bộ Chính trị"]


def test_what_a_decree_of_a_recital_changes_is_no_basis() -> None:
    text = decision(
        recitals="Căn cứ Luật Đất đai năm 2013;\nCăn cứ Nghị định số 1/2020/NĐ-CP ngày 1/2/2020 của Chính phủ quy định "
        "chi tiết một số điều và biện pháp thi hành Luật Đất đai;\nCăn cứ Nghị định số 5/2024/NĐ-CP ngày 1/8/2024 của "
        "Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 9/2022/NĐ-CP ngày 9/11/2022 về chống hạn "
        "và Nghị định số 2/2018/NĐ-CP ngày 2/2/2018 của Chính phủ về chống lụt;"
    )
    assert related(text, "basedOn") == ["Luật Đất đai 2013", "1/2020/NĐ-CP", "5/2024/NĐ-CP"]
    assert ("1/2020/NĐ-CP", "implements") in {(r.subject, r.predicate) for r in read(text).relations}


def test_the_letters_of_old_fonts_are_read_as_those_they_stand_for() -> None:
    text = decision(articles="Điều 1. Giao Sở Công Thƣơng tỉnh Lào Cai và Sở Công Thương tỉnh Lào Cai.")
    assert {b.name for b in read(text).bodies if b.name.startswith("Sở")} == {"Sở Công Thương tỉnh Lào Cai"}


def test_the_name_of_a_committee_ends_before_what_its_paper_says_in_quotes() -> None:
    text = (
        "Đoàn khảo sát của Ban Chỉ đạo Tổng kết Nghị quyết số 23-NQ/TW của Ban Chấp hành Trung ương Đảng khóa IX về "
        "“Phát huy sức mạnh, vì dân giàu” làm việc tại Lào Cai."
    )
    assert not [b.name for b in read(text).bodies if "“" in b.name]


@pytest.mark.parametrize("organ", ["ỦY BAN KIỂM TRA", "BAN TỔ CHỨC", "VĂN PHÒNG"])
@pytest.mark.parametrize("committee", ["HUYỆN ỦY VĂN BÀN", "HUYỆN UỶ VĂN BÀN"])
def test_an_organ_over_the_line_of_its_district_committee_is_of_that(organ: str, committee: str) -> None:
    text = (
        f"{organ}\n{committee}\n*\nSố 12-TB/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nVăn Bàn, ngày 5 tháng 6 năm 2023\n"
        "THÔNG BÁO\nvề việc nghỉ lễ\nCăn cứ Điều lệ Đảng;"
    )
    assert related(text, "issuedBy") == [
        f"{organ.capitalize()} Huyện ủy Văn Bàn".replace("kiểm", "Kiểm").replace("tổ", "Tổ")
    ]


def test_a_steering_committee_under_the_office_of_a_place_is_that_of_the_place() -> None:
    text = (
        f"UBND TỈNH LÀO CAI\nBAN CHỈ ĐẠO PHÒNG,\nCHỐNG TỘI PHẠM\n{STATE}Số: 12/KH-BCĐ\n"
        "Lào Cai, ngày 5 tháng 6 năm 2023\n"
        "KẾ HOẠCH\nvề phòng, chống tội phạm\nCăn cứ Luật Công an nhân dân;\nĐiều 1. Giao việc.\n"
        "TRƯỞNG BAN\nCHỦ TỊCH UBND TỈNH\nĐỗ Văn Sen"
    )
    committee = "Ban Chỉ đạo phòng, chống tội phạm tỉnh Lào Cai"
    assert related(text, "issuedBy") == [committee]
    assert [b.name for b in read(text).bodies if b.form == "steering_committee"] == [committee]
    assert held(text) == {
        ("Đỗ Văn Sen", "Trưởng ban", committee, "current"),
        ("Đỗ Văn Sen", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current"),
    }


def test_an_office_whose_name_is_one_word_in_capitals_is_told_in_small_letters() -> None:
    text = (
        f"TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH LÀO CAI\n{STATE}Số: 12/QĐ-CT\nLào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\n"
        "Về việc giao việc\nCăn cứ Luật Quản lý thuế;\nQUYẾT ĐỊNH:\nĐiều 1. Giao việc."
    )
    assert {b.name for b in read(text).bodies} == {"Tổng cục Thuế", "Cục Thuế tỉnh Lào Cai"}


def test_parts_with_dotted_numbers_are_amended() -> None:
    text = decision(recitals="Căn cứ Luật Đất đai;", articles="2. Sửa đổi điểm 2.3 khoản 2 Chỉ thị số 13/CT-UBND.")
    assert related(text, "amends") == ["13/CT-UBND"]


@pytest.mark.parametrize(
    ("union", "name"),
    [
        ("HỘI NÔNG DÂN VIỆT NAM", "Hội Nông dân tỉnh Lào Cai"),
        ("HỘI CỰU CHIẾN BINH VIỆT NAM", "Hội Cựu chiến binh tỉnh Lào Cai"),
    ],
)
@pytest.mark.parametrize("board", ["BCH", "BAN CHẤP HÀNH"])
def test_the_board_of_a_place_under_a_national_union_is_that_of_the_union_of_the_place(
    union: str, name: str, board: str
) -> None:
    text = (
        f"{union}\n{board} TỈNH LÀO CAI\n*\nSố 12-QĐ/BTV\nLào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\n"
        "Về việc giao việc\nCăn cứ Luật Thanh niên;\nQUYẾT ĐỊNH:\nĐiều 1. Giao việc.\n"
        "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nĐỗ Văn Sen"
    )
    assert related(text, "issuedBy") == [f"Ban Thường vụ {name}"]
    assert held(text) == {("Đỗ Văn Sen", "Chủ tịch", name, "current")}


def test_a_resolution_that_bears_the_name_of_its_congress_keeps_its_capitals() -> None:
    text = (
        "ĐẢNG BỘ TỈNH LÀO CAI\nĐẠI HỘI ĐẠI BIỂU LẦN THỨ XVI\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Lào Cai, ngày 5 tháng 6 năm 2020\nNGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LÀO CAI LẦN THỨ XVI\n"
        "Căn cứ Điều lệ Đảng;\nQUYẾT NGHỊ\n1. Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI tán thành báo cáo.\n"
        "T/M ĐOÀN CHỦ TỊCH\nĐỗ Văn Sen"
    )
    assert itself(text).name == "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Lào Cai lần thứ XVI"
    assert not [b for b in read(text).bodies if "đại biểu" in b.name.lower()]


def test_who_proposes_beside_a_council_is_no_part_of_its_name() -> None:
    text = decision(
        recitals="Xét đề nghị của Hội đồng kỷ luật huyện và Trưởng phòng Nội vụ huyện,", articles="Điều 1. Giao việc."
    )
    assert not [b for b in read(text).bodies if "Trưởng" in b.name]
