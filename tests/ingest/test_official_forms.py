"""The forms in which official documents are printed: letterheads, recitals, lists of members, signatures, portals."""

import pytest

from tests.ingest.official_texts import PARTY, STATE, decision, held, itself, read, related


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\n", "Ban Tổ chức Trung ương"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n*\n", "Văn phòng Trung ương Đảng"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nỦY BAN KIỂM TRA\n*\n", "Ủy ban Kiểm tra Trung ương"),
        ("TỈNH ỦY LÀO CAI\nBAN NỘI CHÍNH\n*\n", "Ban Nội chính Tỉnh ủy Lào Cai"),
        ("HUYỆN ỦY VĂN BÀN\nBAN TUYÊN GIÁO\n", "Ban Tuyên giáo Huyện ủy Văn Bàn"),
        ("ĐẢNG BỘ TỈNH GIA LAI\nBAN CHẤP HÀNH\n*\n", "Ban Chấp hành Đảng bộ tỉnh Gia Lai"),
        ("ỦY BAN THƯỜNG VỤ\nQUỐC HỘI\n-------\n", "Ủy ban Thường vụ Quốc hội"),
        ("UBND TỈNH LÀO CAI\nSỞ NỘI VỤ\n", "Sở Nội vụ tỉnh Lào Cai"),
        ("THỦ TƯỚNG CHÍNH PHỦ\n-------\n", "Thủ tướng Chính phủ"),
        ("BỘ NỘI VỤ\n-------\n|\n", "Bộ Nội vụ"),
    ],
)
def test_the_letterhead_names_who_issues(letterhead: str, issuer: str) -> None:
    head = f"{letterhead}{PARTY}Số 12-TB/VP\nHà Nội, ngày 3 tháng 4 năm 2023\n"
    text = f"{head}THÔNG BÁO\nvề lịch làm việc\n1. Họp sáng thứ hai."
    assert (itself(text).issuer, itself(text).issued) == (issuer, "2023-04-03")
    assert related(text, "issuedBy") == [issuer]


def test_two_columns_of_the_head_are_read_apart() -> None:
    text = (
        "TỈNH ỦY LÀO CAI                       ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "  BAN TỔ CHỨC                   Lào Cai, ngày 12 tháng 5 năm 2023\n"
        "       *\n   Số 21-HD/BTCTU\n\n                     HƯỚNG DẪN\n"
        "       thực hiện Quy định số 80-QĐ/TW, ngày 18/8/2022 của Bộ Chính trị\n\n"
        "Thực hiện Kế hoạch số 15-KH/TU, ngày 20/4/2023 của Ban Thường vụ Tỉnh ủy, Ban Tổ chức Tỉnh ủy "
        "hướng dẫn như sau:\n"
        "1. Phạm vi.\n\nNơi nhận:                            K/T TRƯỞNG BAN\n"
        "- Tỉnh ủy (báo cáo),               PHÓ TRƯỞNG BAN\n- Lưu Văn phòng.                        (Đã ký)\n\n"
        "                                     Lò Văn Mẫu\n"
    )
    assert (itself(text).number, itself(text).issued) == ("21-HD/BTCTU", "2023-05-12")
    assert set(related(text, "implements")) == {"80-QĐ/TW", "15-KH/TU"}
    assert related(text, "signedBy") == ["Lò Văn Mẫu"]
    assert held(text) == {("Lò Văn Mẫu", "Phó Trưởng ban", "Ban Tổ chức Tỉnh ủy Lào Cai", "current")}


def test_a_document_without_letterhead_is_known_by_its_recitals_and_articles() -> None:
    text = (
        "BỘ CHÍNH TRỊ\nQUY ĐỊNH\nvề chức năng, nhiệm vụ của Ban Nội chính Trung ương\n"
        "- Căn cứ Điều lệ Đảng;\n- Xét đề nghị của Ban Tổ chức Trung ương,\n"
        "Bộ Chính trị quy định chức năng, nhiệm vụ của Ban Nội chính Trung ương như sau:\nĐiều 1. Chức năng."
    )
    document = itself(text)
    assert (document.number, document.type, document.issuer) == (None, "Quy định", "Bộ Chính trị")
    assert related(text, "regulates") == ["Ban Nội chính Trung ương"]
    assert related(text, "basedOn") == ["Điều lệ Đảng"]
    assert related(text, "advisedBy") == ["Ban Tổ chức Trung ương"]


def test_the_table_of_a_portal_gives_what_the_text_leaves_out() -> None:
    text = (
        "Số ký hiệu: 77/QĐ-UBND\nNgày ban hành: 14/9/2022\nLoại văn bản: Quyết định\nNgười ký: Lê Thị Mẫu\n"
        "ỦY BAN NHÂN DÂN TỈNH SƠN LA\nQUYẾT ĐỊNH\nvề việc giao biên chế\nĐiều 1. Giao biên chế."
    )
    document = itself(text)
    assert (document.number, document.issued) == ("77/QĐ-UBND", "2022-09-14")
    assert related(text, "signedBy") == ["Lê Thị Mẫu"]


def test_a_resolution_without_a_day_bears_that_of_its_adoption() -> None:
    text = (
        f"QUỐC HỘI\nNghị quyết số: 16/2021/QH15\n{STATE}NGHỊ QUYẾT\nVỀ KẾ HOẠCH NĂM\nQUỐC HỘI\n"
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQUYẾT NGHỊ:\nĐiều 1\nGiao Chính phủ làm việc.\n"
        "Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ nhất thông qua ngày 27 tháng 7 năm 2021.\n"
        "CHỦ TỊCH QUỐC HỘI\nLÊ VĂN MẪU\n"
    )
    document = itself(text)
    assert (document.number, document.issued, document.issuer) == ("16/2021/QH15", "2021-07-27", "Quốc hội")
    assert held(text) == {("Lê Văn Mẫu", "Chủ tịch", "Quốc hội", "current")}


@pytest.mark.parametrize(
    ("recitals", "bases"),
    [
        (
            "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011 và Luật Viên chức ngày 15 tháng 11 năm 2010;",
            ["Luật Lưu trữ", "Luật Viên chức"],
        ),
        (
            "Căn cứ Luật Cán bộ, công chức số 22/2008/QH12; Luật Viên chức số 58/2010/QH12;",
            ["22/2008/QH12", "58/2010/QH12"],
        ),
        (
            "Căn cứ Luật Lưu trữ năm 2011;\n"
            "Luật Sửa đổi, bổ sung một số điều của Luật Viên chức và Luật Công chức năm 2019;",
            ["Luật Lưu trữ 2011", "Luật Sửa đổi, bổ sung một số điều của Luật Viên chức và Luật Công chức"],
        ),
        (
            "Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương về bộ máy và Nghị quyết số "
            "37-NQ/TW ngày 24/12/2018 của Bộ Chính trị;",
            ["18-NQ/TW", "37-NQ/TW"],
        ),
        ("Căn cứ ý kiến của Ban Thường vụ Tỉnh ủy tại Thông báo số 45-TB/TU ngày 02/3/2023;", ["45-TB/TU"]),
        ("Căn cứ Quyết định số 5/QĐ-UBND ngày 3/3/2020 về việc ban hành Quy chế tiếp khách;", ["5/QĐ-UBND"]),
    ],
)
def test_what_a_recital_is_based_on(recitals: str, bases: list[str]) -> None:
    assert related(decision(recitals=recitals), "basedOn") == bases


@pytest.mark.parametrize(
    ("recital", "advisers"),
    [
        ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 9/TTr-SNV ngày 1/6/2023,", ["Sở Nội vụ tỉnh Lào Cai"]),
        (
            "Xét đề nghị của Sở Nội vụ tại Tờ trình số 9/TTr-SNV ngày 1/6/2023 và của Sở Tài chính.",
            ["Sở Nội vụ tỉnh Lào Cai", "Sở Tài chính tỉnh Lào Cai"],
        ),
        ("Theo đề nghị của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ,", ["Văn phòng Chính phủ"]),
        ("Theo đề nghị của Thủ tướng Chính phủ tại Tờ trình số 9/TTr-CP ngày 1/6/2023,", ["Thủ tướng Chính phủ"]),
    ],
)
def test_who_proposes_a_decision(recital: str, advisers: list[str]) -> None:
    assert related(decision(recitals=recital), "advisedBy") == advisers


def test_what_is_submitted_is_issued_by_who_proposes() -> None:
    facts = read(decision(recitals="Theo đề nghị của Sở Nội vụ tại Tờ trình số 9/TTr-SNV ngày 1/6/2023,"))
    assert [d.issuer for d in facts.documents if d.number == "9/TTr-SNV"] == ["Sở Nội vụ tỉnh Lào Cai"]


@pytest.mark.parametrize(
    ("title", "predicate", "others"),
    [
        ("Sửa đổi, bổ sung một số điều của Quyết định số 5/QĐ-UBND ngày 3/3/2020", "amends", ["5/QĐ-UBND"]),
        ("Bãi bỏ Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND", "repeals", ["5/QĐ-UBND", "6/QĐ-UBND"]),
        ("Thực hiện Nghị quyết số 39-NQ/TW về tinh giản biên chế", "implements", ["39-NQ/TW"]),
    ],
)
def test_what_a_title_does_to_others(title: str, predicate: str, others: list[str]) -> None:
    assert related(decision(title=title), predicate) == others


def test_a_body_of_no_table_is_named_by_the_words_that_found_it() -> None:
    title = "Về việc thành lập Hội đồng xét tặng giải thưởng cây chè cổ"
    articles = (
        "Điều 1. Thành lập Hội đồng xét tặng giải thưởng cây chè cổ (sau đây gọi tắt là Hội đồng) gồm các ông, bà:\n"
    )
    articles += "1. Ông Lê Văn Mẫu, Chủ tịch UBND tỉnh - Chủ tịch Hội đồng;\n2. Đỗ Sen, Giám đốc Sở Y tế, Ủy viên;\n"
    body = "Hội đồng xét tặng giải thưởng cây chè cổ"
    text = decision(title=title, articles=articles)
    assert related(text, "establishes") == [body]
    assert {h for h in held(text) if h[2] == body} == {
        ("Lê Văn Mẫu", "Chủ tịch", body, "appointed"),
        ("Đỗ Sen", "Ủy viên", body, "appointed"),
    }


def test_a_law_that_is_amended_by_another_says_so() -> None:
    text = decision(
        recitals="Căn cứ Luật Lưu trữ số 1/2011/QH13 được sửa đổi, bổ sung một số điều theo Luật số 2/2019/QH14;"
    )
    assert ("2/2019/QH14", "amends", "1/2011/QH13") in {
        (r.subject, r.predicate, r.object) for r in read(text).relations
    }


def test_a_title_in_small_letters_opens_a_document_where_recitals_follow() -> None:
    text = (
        "Quyết định về việc thành lập Ban Chỉ đạo cải cách hành chính của Bộ Nội vụ\nBỘ TRƯỞNG BỘ NỘI VỤ\n"
        "Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12/9/2022 của Chính phủ;\nQUYẾT ĐỊNH\n"
        "Điều 1. Thành lập Ban Chỉ đạo cải cách hành chính của Bộ Nội vụ.\n"
        "Điều 2. Ban Chỉ đạo do Thứ trưởng Bộ Nội vụ Lê Văn Mẫu làm Trưởng ban; Chánh Văn phòng làm Phó Trưởng ban.\n"
    )
    body = "Ban Chỉ đạo cải cách hành chính của Bộ Nội vụ"
    assert itself(text).issuer == "Bộ Nội vụ"
    assert (related(text, "basedOn"), related(text, "establishes")) == (["63/2022/NĐ-CP"], [body])
    assert held(text) == {
        ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Nội vụ", "current"),
        ("Lê Văn Mẫu", "Trưởng ban", body, "appointed"),
    }


def test_the_words_that_issue_a_decree_say_whom_it_amends() -> None:
    said = (
        "UBND tỉnh Lào Cai ban hành Quyết định sửa đổi, bổ sung một số điều của Quyết định số 5/QĐ-UBND ngày 3/3/2020 "
        "về tiếp dân; Quyết định số 6/QĐ-UBND ngày 4/3/2020 về khiếu nại theo Nghị định số 7/2019/NĐ-CP."
    )
    assert related(decision(recitals=said), "amends") == ["5/QĐ-UBND", "6/QĐ-UBND"]


def test_a_basis_that_amends_another_document_says_so() -> None:
    recital = (
        "Căn cứ Nghị định số 85/2023/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 115/2020/NĐ-CP;"
    )
    facts = read(decision(recitals=recital))
    assert related(decision(recitals=recital), "basedOn") == ["85/2023/NĐ-CP"]
    assert ("85/2023/NĐ-CP", "amends", "115/2020/NĐ-CP") in {
        (r.subject, r.predicate, r.object) for r in facts.relations
    }


def test_a_number_may_stand_on_the_line_after_its_word() -> None:
    text = decision().replace("Số: 12/QĐ-UBND", "Số:\n12/QĐ-UBND")
    assert itself(text).number == "12/QĐ-UBND"


def test_a_syllable_of_a_title_in_capitals_is_no_body() -> None:
    text = decision(title="THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ")
    assert [b.name for b in read(text).bodies] == ["Ủy ban nhân dân tỉnh Lào Cai"]


@pytest.mark.parametrize("kind", ["Ban Chỉ huy phòng cháy cấp tỉnh, huyện", "Tổ công tác tiếp dân ở các xã"])
def test_bodies_of_many_places_are_none(kind: str) -> None:
    text = decision(articles=f"Điều 1. Kiện toàn {kind} trong năm nay.")
    assert [b.name for b in read(text).bodies] == ["Ủy ban nhân dân tỉnh Lào Cai"]


@pytest.mark.parametrize(
    ("articles", "repealed"),
    [
        (
            "Điều 2. Bãi bỏ các văn bản sau:\na) Quyết định số 5/QĐ-UBND;\nb) Điều 3 Quyết định số 6/QĐ-UBND.",
            ["5/QĐ-UBND", "6/QĐ-UBND"],
        ),
        (
            "Điều 2. Các văn bản sau hết hiệu lực:\n1. Quyết định số 5/QĐ-UBND.\nTheo Quyết định số 6/QĐ-UBND.",
            ["5/QĐ-UBND"],
        ),
        ("Điều 2.\n1. Bãi bỏ các văn bản sau:\n2. Quyết định số 5/QĐ-UBND vẫn còn hiệu lực.", []),
    ],
)
def test_the_items_of_a_list_are_repealed(articles: str, repealed: list[str]) -> None:
    assert related(decision(articles=articles), "repeals") == repealed


def test_an_official_letter_bears_the_day_beside_its_place() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 23/UBND-NC\nV/v thực hiện Chỉ thị số 2/CT-TTg ngày 05/8/2023\n{STATE}"
        "Lào Cai, ngày 21 tháng 8 năm 2023\nKính gửi: Các sở.\n"
        "Thực hiện Chỉ thị số 2/CT-TTg ngày 05/8/2023, Ủy ban nhân dân tỉnh yêu cầu:\n1. Sở Nội vụ làm.\n"
    )
    letter = itself(text)
    assert (letter.number, letter.type, letter.issued) == ("23/UBND-NC", "Công văn", "2023-08-21")
    assert related(text, "implements") == ["2/CT-TTg"]


def test_the_resolution_of_a_plenum_is_agreed_by_it() -> None:
    text = (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 9-NQ/TW\n{PARTY}Hà Nội, ngày 16 tháng 6 năm 2014\nNGHỊ QUYẾT\n"
        "HỘI NGHỊ LẦN THỨ CHÍN BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XI\nvề thi đua\nI- TÌNH HÌNH\nĐã làm tốt."
    )
    (event,) = (e.name for e in read(text).events)
    assert related(text, "agreedBy") == [event]
    assert [d.number for d in read(text).documents] == ["9-NQ/TW"]


def test_bold_letters_of_a_copy_are_read_as_plain() -> None:
    ending = "**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**\n**Lê Văn Mẫu**"
    text = decision(articles="**Điều 1.** Giao việc.", ending=ending)
    assert related(text, "signedBy") == ["Lê Văn Mẫu"]
    assert held(text) == {("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "current")}


def test_of_a_name_in_capitals_and_in_small_letters_the_small_ones_are_kept_in_every_run() -> None:
    text = decision(
        "Về việc thành lập Tổ công tác XỬ LÝ VIỆC MẪU",
        articles="Điều 1. Thành lập Tổ công tác xử lý việc mẫu, gồm các ông, bà sau:\n1. Ông Lê Văn Mẫu, Tổ trưởng.\n",
    )
    assert related(text, "establishes") == ["Tổ công tác xử lý việc mẫu"]
