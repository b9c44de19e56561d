"""Rows of members as papers of schools and offices write them, lists of several bodies, and copies of two columns."""

import pytest

from tests.ingest.official_texts import PARTY, STATE, decision, held, itself, read, related

SCHOOL = (
    "ĐẢNG BỘ ĐẠI HỌC LÀO CAI\nĐẢNG ỦY TRƯỜNG ĐẠI HỌC LÂM NGHIỆP\n*\nSố 12-QĐ/ĐU\n"
    f"{PARTY}Lào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nvề việc thành lập Ban Biên tập bản tin nội bộ\n"
    "Căn cứ Điều lệ Đảng;\nBAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH\n"
    "Điều 1. Thành lập Ban Biên tập bản tin nội bộ gồm các đồng chí:\n{rows}\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\nNơi nhận:\n- Đảng ủy Đại học Lào Cai,\n- Lưu.\n"
    "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nHà Văn Mơ"
)
BOARD = "Ban Biên tập bản tin nội bộ"
PARTY_COMMITTEE, UNIVERSITY = "Đảng ủy Trường Đại học Lâm nghiệp", "Trường Đại học Lâm nghiệp"


@pytest.mark.parametrize(
    ("row", "role", "post"),
    [
        ("1. Đ/c Đỗ Văn Sen - Hiệu trưởng: Trưởng ban;", "Trưởng ban", ("Hiệu trưởng", UNIVERSITY)),
        ("1. Đỗ Văn Sen, Phó Hiệu trưởng - Ủy viên.", "Ủy viên", ("Phó Hiệu trưởng", UNIVERSITY)),
        ("- Đ/c Đỗ Văn Sen, Đảng ủy viên: Ủy viên;", "Ủy viên", ("Ủy viên", PARTY_COMMITTEE)),
        (
            "- Đ/c Đỗ Văn Sen, Chủ tịch Hội đồng trường: Phó Trưởng ban;",
            "Phó Trưởng ban",
            ("Chủ tịch Hội đồng trường", UNIVERSITY),
        ),
        (
            "1. Đ/c Đỗ Văn Sen - Ủy viên Ban Thường vụ Đảng ủy: Ủy viên, Thư ký;",
            "Ủy viên Thư ký",
            ("Ủy viên", f"Ban Thường vụ {PARTY_COMMITTEE}"),
        ),
        (
            "1. Đ/c Đỗ Văn Sen - Chuyên viên Văn phòng Đảng ủy: Thư ký;",
            "Thư ký",
            ("Chuyên viên", f"Văn phòng {PARTY_COMMITTEE}"),
        ),
    ],
)
def test_the_role_stands_behind_the_colon_and_bare_posts_are_in_the_own_office(
    row: str, role: str, post: tuple[str, str]
) -> None:
    facts = {h for h in held(SCHOOL.format(rows=row)) if h[0] == "Đỗ Văn Sen"}
    assert facts == {("Đỗ Văn Sen", role, BOARD, "appointed"), ("Đỗ Văn Sen", *post, "current")}


def test_a_post_of_another_sort_of_body_is_no_role_in_the_list() -> None:
    text = SCHOOL.format(rows="Các ủy viên:\n- Đ/c Đỗ Văn Sen, Phó Hiệu trưởng;")
    assert ("Đỗ Văn Sen", "Ủy viên", BOARD, "appointed") in held(text)
    assert ("Đỗ Văn Sen", "Phó Hiệu trưởng", UNIVERSITY, "current") in held(text)
    assert len([h for h in held(text) if h[0] == "Đỗ Văn Sen"]) == 2


LISTS = (
    f"UBND TỈNH LÀO CAI\nSỞ Y TẾ\n{STATE}Số: 12/QĐ-SYT\nLào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\n"
    "Về việc thành lập Hội đồng xét tuyển và Ban Giám sát kỳ xét tuyển viên chức\nGIÁM ĐỐC SỞ Y TẾ\n"
    "Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;\nQUYẾT ĐỊNH:\n"
    "Điều 1. Thành lập Hội đồng xét tuyển và Ban Giám sát kỳ xét tuyển viên chức theo danh sách kèm theo.\n"
    "Nơi nhận: KT. GIÁM ĐỐC\n- Như Điều 2; PHÓ GIÁM ĐỐC\n- Lưu: VT.\n(Ký, đóng dấu)\nĐỗ Văn Sen\n"
    "DANH SÁCH\n(Kèm theo Quyết định số 12/QĐ-SYT ngày 5/6/2023 của Giám đốc Sở Y tế)\n"
    "I. HỘI ĐỒNG XÉT TUYỂN\nSTT Họ và tên Chức vụ, đơn vị công tác Chức danh\n"
    "1 Ông Đỗ Văn Sen Phó Giám đốc Sở Y tế Chủ tịch Hội đồng\n"
    "2 Bà Hà Thị Mơ Chuyên viên Phòng Nghiệp vụ Y Ủy viên kiêm Thư ký\n"
    "II. BAN GIÁM SÁT\n1 Ông Lý A Páo Chánh Thanh tra Sở Trưởng ban\n2 Bà Lê Thị Na Thanh tra viên Thành viên"
)


def test_two_bodies_founded_together_are_two_and_each_section_lists_the_members_of_its_own() -> None:
    council, watch = "Hội đồng xét tuyển", "Ban Giám sát kỳ xét tuyển viên chức"
    assert related(LISTS, "establishes") == [council, watch]
    assert {h[:3] for h in held(LISTS) if h[3] == "appointed"} == {
        ("Đỗ Văn Sen", "Chủ tịch", council),
        ("Hà Thị Mơ", "Ủy viên Thư ký", council),
        ("Lý A Páo", "Trưởng ban", watch),
        ("Lê Thị Na", "Thành viên", watch),
    }


def test_posts_in_rows_that_only_blanks_part_are_read_and_end_no_name() -> None:
    current = {h[:3] for h in held(LISTS) if h[3] == "current"}
    assert ("Đỗ Văn Sen", "Phó Giám đốc", "Sở Y tế tỉnh Lào Cai") in current
    assert ("Lý A Páo", "Chánh Thanh tra", "Thanh tra Sở Y tế tỉnh Lào Cai") in current
    assert "Lê Thị Na" in {p.name for p in read(LISTS).people}


def test_a_post_that_a_copy_put_behind_recipients_is_the_signers_and_not_that_for_whom_he_signs() -> None:
    assert ("Đỗ Văn Sen", "Giám đốc") not in {h[:2] for h in held(LISTS)}
    assert related(LISTS, "signedBy") == ["Đỗ Văn Sen"]


@pytest.mark.parametrize(
    "ending",
    [
        "Nơi nhận: T/M BAN THƯỜNG VỤ\n- Như Điều 3 (b/c), PHÓ BÍ THƯ\n- Lưu Văn phòng Tỉnh ủy. Đỗ Văn Sen",
        "Nơi nhận: T/M BAN THƯỜNG VỤ\n- Ban Bí thư (để báo cáo), PHÓ BÍ THƯ\n- Như Điều 3,\n- Lưu. Đỗ Văn Sen",
    ],
)
def test_a_name_behind_recipients_signs(ending: str) -> None:
    text = (
        f"TỈNH ỦY LÀO CAI\n*\nSố 12-QĐ/TU\n{PARTY}Lào Cai, ngày 5 tháng 6 năm 2023\nQUYẾT ĐỊNH\nvề việc giao việc\n"
        f"- Căn cứ Điều lệ Đảng;\nBAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH\nĐiều 1. Giao việc.\n{ending}"
    )
    assert held(text) == {("Đỗ Văn Sen", "Phó Bí thư", "Tỉnh ủy Lào Cai", "current")}
    assert related(text, "signedBy") == ["Đỗ Văn Sen"]


def test_the_head_of_the_office_signs_by_order_as_that_of_the_committee_whatever_department_is_told_of() -> None:
    text = (
        f"HUYỆN ỦY BẢO THẮNG\n*\nSố 12-TB/HU\n{PARTY}Bảo Thắng, ngày 5 tháng 6 năm 2023\nTHÔNG BÁO\n"
        "kết luận của Ban Thường vụ Huyện ủy\n1. Giao Ban Tuyên giáo Huyện ủy chủ trì.\n"
        "Nơi nhận:\n- Như trên,\n- Lưu.\nT/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\n\nĐỗ Văn Sen"
    )
    assert held(text) == {("Đỗ Văn Sen", "Chánh Văn phòng", "Văn phòng Huyện ủy Bảo Thắng", "current")}


def test_a_paper_of_the_centre_that_a_reader_ran_together_keeps_its_parts() -> None:
    text = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM * Số 12-QĐ/TW Hà Nội, ngày 5 tháng 6 năm 2023 QUY ĐỊNH về"
        " giữ gìn sách\n- Căn cứ Điều lệ Đảng; - Căn cứ Quy định số 3-QĐ/TW, ngày 1/2/2022 của Ban Bí thư; - Xét đề"
        " nghị của Ban Tổ chức Trung ương, Bộ Chính trị quy định như sau:\nĐiều 1. Giữ gìn sách.\n"
        "Nơi nhận: - Các tỉnh uỷ, - Lưu Văn phòng. T/M BỘ CHÍNH TRỊ TỔNG BÍ THƯ (Đã ký) Nguyễn Phú Trọng"
    )
    document = itself(text)
    assert (document.number, document.issued, document.issuer) == ("12-QĐ/TW", "2023-06-05", "Bộ Chính trị")
    assert related(text, "basedOn") == ["Điều lệ Đảng", "3-QĐ/TW"]
    assert related(text, "advisedBy") == ["Ban Tổ chức Trung ương"]
    assert related(text, "signedBy") == ["Nguyễn Phú Trọng"]


def test_whom_a_proposal_names_for_a_post_does_not_have_it_yet() -> None:
    text = (
        f"UBND TỈNH LÀO CAI\nSỞ Y TẾ\n{STATE}Số: 12/TTr-SYT\nLào Cai, ngày 5 tháng 6 năm 2023\nTỜ TRÌNH\n"
        "Về việc bổ nhiệm cán bộ\nKính gửi: Ủy ban nhân dân tỉnh Lào Cai\n"
        "Sở Y tế kính trình bổ nhiệm ông Đỗ Văn Sen, Phó Giám đốc Sở Y tế, giữ chức vụ Giám đốc Sở Y tế.\n"
        "GIÁM ĐỐC\n\nHà Văn Mơ"
    )
    assert {h[:2] for h in held(text)} == {("Đỗ Văn Sen", "Phó Giám đốc"), ("Hà Văn Mơ", "Giám đốc")}


def test_a_rank_before_the_post_of_an_appointed_person_hides_it_not() -> None:
    text = decision(
        articles="Điều 1. Bổ nhiệm ông Đỗ Văn Sen, Chấp hành viên trung cấp, Phó Giám đốc Sở Y tế, giữ chức vụ"
        " Giám đốc Sở Nội vụ."
    )
    assert {h[1:] for h in held(text)} == {
        ("Phó Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
        ("Giám đốc", "Sở Nội vụ tỉnh Lào Cai", "appointed"),
    }


def test_members_of_a_committee_whose_own_paper_shares_out_their_work() -> None:
    text = (
        f"HUYỆN ỦY BẢO THẮNG\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\n*\nSố 12-KH/BCĐ\n{PARTY}"
        "Bảo Thắng, ngày 5 tháng 6 năm 2023\nKẾ HOẠCH\nphân công nhiệm vụ các thành viên Ban Chỉ đạo chuyển đổi số\n"
        "I. CÁC THÀNH VIÊN BAN CHỈ ĐẠO\n1. Đồng chí Đỗ Văn Sen, Bí thư Huyện ủy, Trưởng Ban Chỉ đạo: chỉ đạo chung.\n"
        "II. TỔ GIÚP VIỆC\n1. Đồng chí Hà Văn Mơ làm Tổ trưởng.\n"
    )
    board = "Ban Chỉ đạo chuyển đổi số"
    assert {h for h in held(text) if board in h[2]} == {
        ("Đỗ Văn Sen", "Trưởng ban", board, "current"),
        ("Hà Văn Mơ", "Tổ trưởng", f"Tổ giúp việc {board}", "current"),
    }


def test_each_of_a_row_of_several_has_the_role_that_opens_or_ends_it() -> None:
    text = decision(
        title="Về việc thành lập Ban Chỉ đạo chống hạn tỉnh Lào Cai",
        recitals="Căn cứ Luật Thủy lợi;",
        articles="Điều 1. Thành lập Ban Chỉ đạo chống hạn tỉnh Lào Cai gồm các đồng chí sau:\n"
        "1. Các đồng chí Lê Văn Mẫu, Phó Bí thư Tỉnh ủy; Đỗ Thị Sen, Chủ tịch HĐND tỉnh: Phó Trưởng ban.\n"
        "2. Các đồng chí: Hà Văn Tư, Giám đốc Sở Y tế; Vũ Văn Bưởi, Trưởng ban Dân tộc tỉnh, ủy viên.",
    )
    body = "Ban Chỉ đạo chống hạn tỉnh Lào Cai"
    assert held(text) == {
        ("Lê Văn Mẫu", "Phó Trưởng ban", body, "appointed"),
        ("Lê Văn Mẫu", "Phó Bí thư", "Tỉnh ủy Lào Cai", "current"),
        ("Đỗ Thị Sen", "Phó Trưởng ban", body, "appointed"),
        ("Đỗ Thị Sen", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "current"),
        ("Hà Văn Tư", "Ủy viên", body, "appointed"),
        ("Hà Văn Tư", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
        ("Vũ Văn Bưởi", "Ủy viên", body, "appointed"),
        ("Vũ Văn Bưởi", "Trưởng ban", "Ban Dân tộc tỉnh Lào Cai", "current"),
    }


SHARING = (
    "{letterhead}\n" + STATE + "Số: 12/TB-VP\nLào Cai, ngày 5 tháng 6 năm 2023\nTHÔNG BÁO\n"
    "Phân công nhiệm vụ của lãnh đạo {office}\nCăn cứ Luật Cán bộ, công chức;\n"
    "{office} thông báo phân công nhiệm vụ như sau:\n{rows}"
)


@pytest.mark.parametrize(
    ("letterhead", "office", "head", "deputy"),
    [
        ("SỞ NỘI VỤ", "Sở Nội vụ tỉnh Lào Cai", "Giám đốc", "Phó Giám đốc"),
        ("UBND HUYỆN VĂN BÀN\nPHÒNG NỘI VỤ", "Phòng Nội vụ huyện Văn Bàn", "Trưởng phòng", "Phó Trưởng phòng"),
        ("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Ủy ban nhân dân tỉnh Lào Cai", "Chủ tịch", "Phó Chủ tịch"),
    ],
)
def test_those_among_whom_an_office_shares_its_work_lead_it(
    letterhead: str, office: str, head: str, deputy: str
) -> None:
    rows = f"1. Ông Lê Văn Mẫu - {head}: phụ trách chung.\n2. Bà Đỗ Thị Sen, {deputy}:\n- Phụ trách tổ chức."
    text = SHARING.format(letterhead=letterhead, office=office, rows=rows)
    assert held(text) == {("Lê Văn Mẫu", head, office, "current"), ("Đỗ Thị Sen", deputy, office, "current")}


def test_rows_under_approved_results_give_the_posts_that_they_name() -> None:
    text = decision(
        title="Về việc phê chuẩn kết quả bầu",
        recitals="Căn cứ Luật Tổ chức chính quyền địa phương;",
        articles="Điều 1. Phê chuẩn kết quả bầu cử đối với các ông, bà có tên sau:\n"
        "1. Ông Lê Văn Mẫu - Chủ tịch UBND huyện Văn Bàn;\n2. Bà Đỗ Thị Sen - Phó Chủ tịch UBND huyện Văn Bàn.\n"
        "Điều 2. Giao các ông, bà có tên sau làm việc:\n1. Ông Hà Văn Tư - Giám đốc Sở Y tế.",
    )
    council = "Ủy ban nhân dân huyện Văn Bàn"
    assert held(text) == {
        ("Lê Văn Mẫu", "Chủ tịch", council, "appointed"),
        ("Đỗ Thị Sen", "Phó Chủ tịch", council, "appointed"),
        ("Hà Văn Tư", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current"),
    }


def test_members_called_by_the_letters_of_their_board_are_read() -> None:
    text = "Dự họp có đồng chí Lê Văn Mẫu, UVBTV, Trưởng Ban Dân vận Tỉnh ủy Lào Cai; đồng chí Hà Văn Tư, UVTV Tỉnh ủy."
    board = "Ban Thường vụ Tỉnh ủy Lào Cai"
    assert held(text) == {
        ("Lê Văn Mẫu", "Ủy viên", board, "current"),
        ("Lê Văn Mẫu", "Trưởng ban", "Ban Dân vận Tỉnh ủy Lào Cai", "current"),
        ("Hà Văn Tư", "Ủy viên", board, "current"),
    }


def test_a_heading_in_other_words_ends_the_role_of_the_rows_before() -> None:
    text = decision(
        title="Về việc thành lập Ban Chỉ đạo chống hạn tỉnh Lào Cai",
        recitals="Căn cứ Luật Thủy lợi;",
        articles="Điều 1. Thành lập Ban Chỉ đạo chống hạn tỉnh Lào Cai gồm các thành viên sau:\n"
        "1. Phó Trưởng Ban: Ông Lê Văn Mẫu.\n2. Các thành viên là lãnh đạo các sở:\n- Ông Hà Văn Tư;\n"
        "3. Mời tham gia chỉ đạo:\n- Bà Đỗ Thị Sen.",
    )
    body = "Ban Chỉ đạo chống hạn tỉnh Lào Cai"
    assert held(text) == {
        ("Lê Văn Mẫu", "Phó Trưởng ban", body, "appointed"),
        ("Hà Văn Tư", "Thành viên", body, "appointed"),
    }


def test_who_chairs_a_council_stands_last_in_a_row_whose_cells_only_blanks_part() -> None:
    text = decision(
        title="Về việc thành lập Hội đồng xét thi đua tỉnh Lào Cai",
        recitals="Căn cứ Luật Thi đua, khen thưởng;",
        articles="Điều 1. Thành lập Hội đồng xét thi đua tỉnh Lào Cai gồm các ông, bà có tên sau:\n"
        "TT Họ và tên Chức vụ Nhiệm vụ\n1 Ông Lê Văn Mẫu Giám đốc Sở Y tế Chủ tịch\n"
        "2 Bà Đỗ Thị Sen Phó Giám đốc Sở Y tế Phó Chủ tịch",
    )
    council, office = "Hội đồng xét thi đua tỉnh Lào Cai", "Sở Y tế tỉnh Lào Cai"
    assert held(text) == {
        ("Lê Văn Mẫu", "Chủ tịch", council, "appointed"),
        ("Lê Văn Mẫu", "Giám đốc", office, "current"),
        ("Đỗ Thị Sen", "Phó Chủ tịch", council, "appointed"),
        ("Đỗ Thị Sen", "Phó Giám đốc", office, "current"),
    }
