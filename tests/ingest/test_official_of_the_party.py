"""Whole documents of the Party: heads without numbers, papers of plenums, signatures of two words."""

import pytest

from tests.ingest.official_texts import PARTY, decision, held, itself, read, related

_HEAD = f"BỘ CHÍNH TRỊ\n*\nSố 12-CT/TW\n{PARTY}Hà Nội, ngày 3 tháng 4 năm 2023\nCHỈ THỊ\nvề công tác lưu trữ\n"


@pytest.mark.parametrize("behalf", ["T/M BỘ CHÍNH TRỊ", "TM. BỘ CHÍNH TRỊ", "T/M  BỘ CHÍNH TRỊ"])
def test_a_name_of_two_words_under_on_whose_behalf_is_who_signs(behalf: str) -> None:
    text = f"{_HEAD}Các cấp ủy thực hiện Chỉ thị này.\nNơi nhận:\n- Các tỉnh ủy,\n- Lưu Văn phòng.\n{behalf}\nLò Mẫu\n"
    assert related(text, "signedBy") == ["Lò Mẫu"]


def test_a_paper_whose_only_recital_says_that_something_follows_is_a_document_without_number() -> None:
    text = (
        f"ĐẢNG ỦY XÃ MẪU SƠN\nVĂN PHÒNG\n*\nSố      -BC/VPĐU\n{PARTY}Mẫu Sơn, ngày   tháng   năm 2026\nBÁO CÁO\n"
        "Kết quả rà soát hồ sơ lưu trữ\nCăn cứ Quy chế làm việc số 01-QC/ĐU ngày 02/7/2025 của Ban Chấp hành Đảng bộ "
        "xã Mẫu Sơn, Văn phòng Đảng ủy báo cáo như sau:\n1. Hồ sơ đã đủ.\nK/T CHÁNH VĂN PHÒNG\n"
        "PHÓ CHÁNH VĂN PHÒNG\nLò Văn Mẫu"
    )
    assert (itself(text).number, itself(text).type) == (None, "Báo cáo")
    assert related(text, "basedOn") == ["01-QC/ĐU"]
    assert related(text, "signedBy") == ["Lò Văn Mẫu"]


@pytest.mark.parametrize(
    "told",
    [
        "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII",
        "Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XIII",
    ],
)
def test_the_paper_of_a_plenum_is_of_the_committee_that_it_names(told: str) -> None:
    text = f"- Căn cứ Nghị quyết số 26-NQ/TW, ngày 19/5/2018 của {told} về công tác cán bộ,"
    (paper,) = (d for d in read(text).documents if d.number == "26-NQ/TW")
    assert (paper.issued, paper.issuer) == ("2018-05-19", "Ban Chấp hành Trung ương Đảng")


@pytest.mark.parametrize("told", ["Hội nghị Trung ương 7 khóa XI", "Hội nghị Trung ương lần thứ 6 khóa XIII"])
def test_a_plenum_that_names_no_committee_is_no_issuer(told: str) -> None:
    text = f"- Căn cứ Nghị quyết số 26-NQ/TW, ngày 19/5/2018 của {told} về công tác cán bộ,"
    (paper,) = (d for d in read(text).documents if d.number == "26-NQ/TW")
    assert (paper.issued, paper.issuer) == ("2018-05-19", None)


@pytest.mark.parametrize(
    "title",
    [
        "Sửa đổi Quy chế của Ban Công tác Mẫu (ban hành kèm theo Quyết định số 44/QĐ-BCT ngày 9 tháng 9 năm 2009)",
        "Sửa đổi, bổ sung Quyết định số 44/QĐ-BCT ngày 9 tháng 9 năm 2009",
    ],
)
def test_a_number_in_the_title_that_another_bears_is_not_its_own(title: str) -> None:
    text = (
        f"QUYẾT ĐỊNH\n{title}\nBỘ TRƯỞNG BỘ CÔNG THƯƠNG\nCăn cứ Nghị định số 18/2007/NĐ-CP ngày 27 tháng 12 năm 2007;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi như sau."
    )
    assert (itself(text).number, itself(text).issued) == (None, None)
    assert related(text, "basedOn") == ["18/2007/NĐ-CP"]
    assert "Bộ Chính trị" not in {b.name for b in read(text).bodies}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("KIỆN TOÀN ỦY BAN MẪU THÀNH ỦY BAN QUỐC GIA VỀ VIỆC MẪU", "Thành ủy"),
        ("Xét đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh Lào Cai", "Phòng Ủy"),
    ],
)
def test_part_of_a_word_is_no_body(words: str, named: str) -> None:
    text = f"{words} của Thành ủy Hà Nội tại tỉnh Lào Cai."
    assert not [b for b in read(text).bodies if b.name.startswith(named) and "THÀNH ỦY BAN" in b.evidence[0].quote]
    assert named != "Phòng Ủy" or "Phòng Ủy" not in {b.name for b in read(text).bodies}


def test_a_national_committee_is_named_with_its_work() -> None:
    text = decision(recitals="Theo đề nghị của Chánh Văn phòng Ủy ban Quốc gia về hợp tác kinh tế quốc tế,")
    assert related(text, "advisedBy") == ["Văn phòng Ủy ban Quốc gia về hợp tác kinh tế quốc tế"]


def test_those_whom_the_title_names_beside_who_signs_issue_it_too() -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-KL/TW\n{PARTY}Hà Nội, ngày 3 tháng 4 năm 2023\nKẾT LUẬN\n"
        "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ\nvề việc mẫu\n1. Việc mẫu.\nT/M BỘ CHÍNH TRỊ\nLò Văn Mẫu"
    )
    assert related(text, "issuedBy") == ["Bộ Chính trị", "Ban Bí thư"]


def test_a_title_that_is_said_again_is_no_other_document() -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 29-QĐ/TW\n{PARTY}Hà Nội, ngày 25 tháng 7 năm 2016\nQUY ĐỊNH\n"
        "thi hành Điều lệ Đảng\n- Căn cứ Điều lệ Đảng;\n- Xét Tờ trình và Báo cáo của Bộ Chính trị,\n"
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nQUY ĐỊNH THI HÀNH ĐIỀU LỆ ĐẢNG\n1. Điều 1: Tuổi đời."
    )
    assert {d.number or d.name for d in read(text).documents} == {"29-QĐ/TW", "Điều lệ Đảng"}
    assert related(text, "advisedBy") == ["Bộ Chính trị"]


def test_what_an_officer_moves_in_the_session_is_no_advice_of_a_body() -> None:
    text = decision(recitals="Xét Tờ trình số 96/TTr-UBND ngày 12 tháng 7 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh;")
    assert not related(text, "advisedBy")


def test_several_terms_of_a_plenum_are_several_events_and_no_paper() -> None:
    text = "Đảng bộ thực hiện các nghị quyết, kết luận Hội nghị Trung ương 4 khóa XI, XII và XIII về xây dựng Đảng."
    found = read(text)
    assert [e.name for e in found.events] == [f"Hội nghị Trung ương 4 khóa {term}" for term in ("XI", "XII", "XIII")]
    assert not found.documents


@pytest.mark.parametrize(
    "words",
    [
        "Tổng kết thực hiện nghị quyết đại hội đảng bộ nhiệm kỳ 2020 - 2025.",
        "Đại hội cấp cơ sở hoàn thành trước ngày 30/6/2025.",
        "Đại hội cấp huyện tổ chức ngày 30/6/2025.",
    ],
)
def test_what_all_bases_hold_and_adopt_is_not_one(words: str) -> None:
    found = read(words)
    assert not found.documents
    assert not found.events


@pytest.mark.parametrize("days", ["09 - 10 tháng 12", "9 và 10 tháng 12", "9, 10 tháng 12", "9 đến ngày 10 tháng 12"])
def test_the_first_of_days_of_a_month_in_words_is_the_day(days: str) -> None:
    text = f"Đại hội XIII của Đảng được tổ chức ngày {days} năm 2020 tại Hà Nội."
    assert [e.date for e in read(text).events] == ["2020-12-09"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Theo Luật Báo chí, việc này đúng.", "Luật Báo chí"),
        ("Theo Luật Thi đua, khen thưởng, các cơ quan thực hiện.", "Luật Thi đua, khen thưởng"),
        ("Theo Luật Cán bộ, công chức, người đứng đầu thực hiện.", "Luật Cán bộ, công chức"),
    ],
)
def test_the_title_of_a_law_ends_where_the_sentence_goes_on(words: str, name: str) -> None:
    assert [d.name for d in read(words).documents] == [name]


def test_work_in_the_rows_of_a_table_is_no_document() -> None:
    rows = "PHỤ LỤC\n1 | Quy hoạch Thủ đô Hà Nội thời kỳ 2021 - 2030 | UBND thành phố | Quý II/2023"
    text = decision(articles="Điều 1. Giao việc theo Phụ lục.", ending=rows)
    assert [d.number for d in read(text).documents] == ["12/QĐ-UBND"]


def test_a_front_of_a_level_is_no_body() -> None:
    text = "Trưởng ban dân vận đồng thời là chủ tịch Mặt trận Tổ quốc Việt Nam cấp huyện."
    assert not read(text).bodies


def test_statutes_in_a_title_of_capitals_are_named_in_small_letters() -> None:
    text = PARTY + (
        "Hà Nội, ngày 5 tháng 6 năm 2021\nSố 02-HD/TW\nHƯỚNG DẪN\nTHI HÀNH ĐIỀU LỆ ĐẢNG\n"
        "- Căn cứ Quy chế làm việc;\nBan Bí thư hướng dẫn như sau:\n1. Kết nạp đảng viên."
    )
    assert "Điều lệ Đảng" in {d.name for d in read(text).documents}


def test_a_guide_does_not_carry_out_what_the_document_of_its_title_carries_out() -> None:
    text = PARTY + (
        "Hà Nội, ngày 5 tháng 6 năm 2021\nSố 02-HD/TW\nHƯỚNG DẪN\nMỘT SỐ NỘI DUNG QUY ĐỊNH SỐ 29-QĐ/TW, "
        "NGÀY 30/7/2021 CỦA BAN CHẤP HÀNH TRUNG ƯƠNG VỀ THI HÀNH ĐIỀU LỆ ĐẢNG; QUY ĐỊNH SỐ 22-QĐ/TW\n"
        "Thực hiện Quy định số 29-QĐ/TW của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng, Ban Tổ chức Trung ương "
        "hướng dẫn như sau:\n1. Kết nạp đảng viên theo Điều lệ Đảng.\nK/T TRƯỞNG BAN\nNguyễn Văn Mẫu"
    )
    assert "Điều lệ Đảng" not in related(text, "implements")


def test_the_title_in_small_letters_of_a_page_gives_its_number() -> None:
    text = (
        "Quy định 88-QĐ/TW của Ban Bí thư về bồi dưỡng cán bộ\n- Căn cứ Điều lệ Đảng;\n"
        "Ban Bí thư quy định:\nĐiều 1. Cán bộ được bồi dưỡng hằng năm.\nT/M BAN BÍ THƯ\nNguyễn Văn Mẫu"
    )
    assert itself(text).number == "88-QĐ/TW"


def test_the_body_whose_head_signs_does_not_issue_the_document() -> None:
    text = (
        "Đồng chí Nguyễn Văn Mẫu, Trưởng Ban Chỉ đạo Phòng, chống thiên tai tỉnh Lào Cai ký ban hành "
        "Quyết định số 12/QĐ-UBND về việc giao việc."
    )
    assert not [r for r in read(text).relations if r.predicate == "issuedBy" and r.object.startswith("Ban Chỉ đạo")]


def test_an_annex_under_the_signature_is_no_signer_and_no_document() -> None:
    ending = "TM. ỦY BAN NHÂN DÂN TỈNH\nQUY CHẾ LÀM VIỆC\nQUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN TỈNH LÀO CAI"
    text = decision("Ban hành Quy chế làm việc của Ủy ban nhân dân tỉnh Lào Cai", ending=ending)
    assert not read(text).people
    assert [d.number for d in read(text).documents] == ["12/QĐ-UBND"]


def test_rules_that_the_document_of_a_recital_promulgates_are_no_document() -> None:
    recitals = "Căn cứ Nghị định số 39/2022/NĐ-CP của Chính phủ ban hành Quy chế làm việc của Chính phủ;"
    assert {d.number or d.name for d in read(decision(recitals=recitals)).documents} == {"12/QĐ-UBND", "39/2022/NĐ-CP"}


def test_committees_of_cities_directly_under_the_centre_are_none() -> None:
    assert not read("CỦA TỈNH ỦY, THÀNH ỦY TRỰC THUỘC TRUNG ƯƠNG").bodies


@pytest.mark.parametrize("words", ["Ban Chấp hành Trung ương Đoàn", "BCH Trung ương Đoàn"])
def test_the_committee_of_the_youth_is_not_that_of_the_party(words: str) -> None:
    found = read(f"Theo Quyết định số 84-QĐ/TWĐTN ngày 22/02/2013 của {words}, các cơ sở thực hiện.")
    assert [d.issuer for d in found.documents] == ["Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"]


def test_the_country_under_the_name_of_its_assembly_is_no_body() -> None:
    found = read("ỦY BAN THƯỜNG VỤ QUỐC HỘI\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCăn cứ Hiến pháp;")
    assert [b.name for b in found.bodies] == ["Ủy ban Thường vụ Quốc hội"]


def test_who_keeps_an_old_document_and_the_office_in_its_title_are_no_bodies() -> None:
    text = (
        "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 512 NGÀY 3 THÁNG 9 NĂM 1947\n"
        "Chiểu Sắc lệnh số 63 ngày 22-11-1945;\nRA SẮC LỆNH:\nĐiều thứ nhất: Nay giao việc cho các cơ quan.\n"
        "Hồ Chí Minh\n(Đã ký)\nLưu tại Trung tâm Lưu trữ\nquốc gia III, phông Quốc hội"
    )
    assert not read(text).bodies


_COMMITTEE = "Ban Chỉ đạo thực hiện Nghị quyết số 45-NQ/TW"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Phó Trưởng Ban Chỉ đạo Thường trực", "Phó Trưởng ban Thường trực"),
        ("thành viên - Thư ký", "Thư ký"),
        ("thành viên, Thư ký", "Thư ký"),
        ("Thành viên kiêm Thư ký", "Thư ký"),
    ],
)
def test_the_member_of_a_row_has_one_role_in_the_committee(words: str, role: str) -> None:
    row = f"1. Đồng chí Nguyễn Văn Mẫu, Giám đốc Sở Nội vụ, {words}."
    text = decision(
        articles=f"Điều 1. Thành lập {_COMMITTEE} (gọi tắt là Ban Chỉ đạo) gồm các đồng chí có tên sau:\n{row}"
    )
    assert {(r, s) for _, r, body, s in held(text) if body == _COMMITTEE} == {(role, "appointed")}


def test_who_issued_what_a_committee_carries_out_is_not_over_it() -> None:
    text = PARTY + (
        f"Hải Phòng, ngày 11 tháng 3 năm 2022\nSố 215-QĐ/TU\nQUYẾT ĐỊNH\nkiện toàn {_COMMITTEE} của Bộ Chính trị\n"
        "- Căn cứ Nghị quyết số 45-NQ/TW của Bộ Chính trị;\nBAN THƯỜNG VỤ THÀNH ỦY QUYẾT ĐỊNH:\nĐiều 1. Giao việc."
    )
    assert not [r for r in read(text).relations if r.predicate == "subordinateTo"]


def test_an_action_programme_that_nobody_signs_is_that_of_whom_its_title_names() -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 31-CTr/TW\n{PARTY}Hà Nội, ngày 28 tháng 7 năm 2023\n"
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA BỘ CHÍNH TRỊ\nthực hiện Kết luận số 75-KL/TW, ngày 27/7/2023\nvề chống hạn\n"
        "I- MỤC ĐÍCH\n1. Chương trình nêu các việc phải làm."
    )
    assert itself(text).issuer == "Bộ Chính trị"
    assert related(text, "implements") == ["75-KL/TW"]


def test_an_office_that_passes_on_an_opinion_issues_the_letter_itself() -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n*\nSố 11-CV/VPTW\nvề chống hạn\n{PARTY}"
        "Hà Nội, ngày 10 tháng 12 năm 2023\nKính gửi: Thành ủy Hà Nội.\n"
        "Về việc này, Ban Bí thư có ý kiến như sau:\n1. Đồng ý chủ trương.\n"
        "Văn phòng Trung ương Đảng xin thông báo để biết.\nK/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nĐỗ Văn Sen"
    )
    assert itself(text).issuer == "Văn phòng Trung ương Đảng"


def test_a_committee_is_named_once_on_whose_behalf_its_resolution_is_signed() -> None:
    text = (
        f"ĐẢNG BỘ TỈNH LÀO CAI\nBAN CHẤP HÀNH\n*\nSố 21-NQ/TU\n{PARTY}Lào Cai, ngày 14 tháng 7 năm 2023\n"
        "NGHỊ QUYẾT\nvề chống hạn\nBan Chấp hành Đảng bộ tỉnh quyết nghị:\n1. Chống hạn.\n"
        "T/M BAN CHẤP HÀNH\nBÍ THƯ\n\nĐỗ Văn Sen"
    )
    assert itself(text).issuer == "Ban Chấp hành Đảng bộ tỉnh Lào Cai"


@pytest.mark.parametrize("break_", [" ", "\n"])
def test_a_team_without_a_name_goes_on_the_errand_of_the_title(break_: str) -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\nỦY BAN KIỂM TRA\n*\nSố 15-QĐ/UBKTTW\n{PARTY}Hà Nội, ngày 5 tháng 3 năm 2023\n"
        "QUYẾT ĐỊNH\nkiểm tra khi có dấu hiệu vi phạm đối với Ban Thường vụ Tỉnh ủy Lào Cai\n- Căn cứ Điều lệ Đảng;\n"
        "ỦY BAN KIỂM TRA TRUNG ƯƠNG QUYẾT ĐỊNH:\nĐiều 1. Thành lập Đoàn kiểm tra, gồm các đồng chí:\n"
        "1. Đỗ Văn Sen, Phó Chủ nhiệm Ủy ban Kiểm tra Trung ương, Trưởng đoàn.\n"
        f"2. Hà Văn Mơ, Ủy viên Ủy ban Kiểm tra Trung ương, Phó{break_}Trưởng đoàn.\n"
        "T/M ỦY BAN KIỂM TRA\nPHÓ CHỦ NHIỆM\n\nLê Văn Mẫu"
    )
    team = "Đoàn kiểm tra khi có dấu hiệu vi phạm đối với Ban Thường vụ Tỉnh ủy Lào Cai"
    assert related(text, "establishes") == [team]
    given = {h[:3] for h in held(text) if h[3] == "appointed"}
    assert given == {("Đỗ Văn Sen", "Trưởng đoàn", team), ("Hà Văn Mơ", "Phó Trưởng đoàn", team)}
