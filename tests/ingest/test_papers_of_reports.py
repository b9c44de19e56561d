"""Papers as reports on papers and conferences tell them: by name and number, in headlines, brackets and lists."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact, Extraction
from ingest.lexicon import Lexicon


def facts(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def documents(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(d.number or d.name, d.issuer, d.issued) for d in facts(text).documents]


def one(text: str) -> DocumentFact:
    (document,) = facts(text).documents
    return document


def relations(text: str, predicate: str) -> list[tuple[str, str]]:
    return [(r.subject, r.object) for r in facts(text).relations if r.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "number", "issuer"),
    [
        ("Ban Bí thư ban hành Quy định về quản lý hồ sơ đảng viên (Quy định số 88-QĐ/TW).", "88-QĐ/TW", "Ban Bí thư"),
        (
            "Ông Lê Văn Mẫu thay mặt Ban Bí thư ký Chỉ thị của Ban Bí thư về đại hội Công đoàn các cấp, nhiệm kỳ"
            " 2023 - 2028 (Chỉ thị số 88-CT/TW).",
            "88-CT/TW",
            "Ban Bí thư",
        ),
        (
            "Tỉnh ủy Lào Cai ban hành Nghị quyết về phát triển du lịch (gọi tắt là Nghị quyết số 8-NQ/TU).",
            "8-NQ/TU",
            "Tỉnh ủy Lào Cai",
        ),
    ],
)
def test_a_paper_told_by_name_and_in_brackets_by_its_number_is_one(text: str, number: str, issuer: str) -> None:
    assert (one(text).number, one(text).issuer) == (number, issuer)


def test_who_signs_a_paper_by_its_name_signs_that_of_the_number_in_brackets() -> None:
    text = "Ông Lê Văn Mẫu đã ký ban hành Nghị quyết Hội nghị Trung ương 4 (Nghị quyết số 88-NQ/TW ngày 2/3/2025)."
    assert relations(text, "signedBy") == [("88-NQ/TW", "Lê Văn Mẫu")]


def test_the_resolution_of_a_plenum_is_that_which_the_text_numbers_as_of_it() -> None:
    text = "Nghị quyết số 88-NQ/TW của Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng khóa XIII nêu ba mục tiêu."
    again = " Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đảng khóa XIII cũng giao việc."
    assert [number for number, _, _ in documents(text + again)] == ["88-NQ/TW"]


def test_a_headline_is_no_second_paper_where_the_report_tells_it_with_its_issuer() -> None:
    text = (
        "Công bố quyết định kiểm tra, giám sát đối với Ban Thường vụ Tỉnh ủy Lào Cai\n\n"
        "Ông Lê Văn Mẫu công bố Quyết định kiểm tra, giám sát của Bộ Chính trị năm 2025 đối với Ban Thường vụ Tỉnh ủy"
        " Lào Cai."
    )
    assert [issuer for _, issuer, _ in documents(text)] == ["Bộ Chính trị"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Trong Kết luận số 188 ngày 17/7/2025 về sắp xếp bộ máy, biên chế, Ban Bí thư giao Tỉnh ủy rà soát.",
            ("188", "Ban Bí thư", "2025-07-17"),
        ),
        (
            "Tại Công văn số 59-CV/TU về việc sắp xếp các hội ngày 12/9/2025, Tỉnh ủy Lào Cai đề nghị rà soát.",
            ("59-CV/TU", "Tỉnh ủy Lào Cai", "2025-09-12"),
        ),
        ("Theo Kết luận số 9-KL/BCĐ của Ban Chỉ đạo Trung ương ngày 24/11/2024.", ("9-KL/BCĐ", None, "2024-11-24")),
    ],
)
def test_issuer_and_day_may_stand_behind_the_title(text: str, found: tuple[str, str | None, str]) -> None:
    assert documents(text) == [found]


def test_who_asks_by_a_regulation_of_another_is_not_its_issuer() -> None:
    text = "Theo Quy định số 88-QĐ/TW về quản lý cán bộ, Tỉnh ủy Lào Cai giao các huyện rà soát."
    assert documents(text) == [("88-QĐ/TW", None, None)]


def test_the_issuer_behind_two_short_forms_is_that_of_both() -> None:
    assert [i for _, i, _ in documents("Theo Quy định số 253 và Quy định số 255 của Ban Bí thư.")] == ["Ban Bí thư"] * 2


def test_a_title_in_quotation_marks_tells_a_paper_and_a_second_one_adopted_has_the_same_issuer() -> None:
    text = (
        "Ngày 5/6/2024, Tỉnh ủy Lào Cai đã thảo luận, nhất trí thông qua Kết luận “Một số vấn đề về sắp xếp bộ máy”;"
        " thông qua Nghị quyết về “Tăng cường sự lãnh đạo của Đảng đối với công tác dân vận”."
    )
    assert documents(text) == [
        ("Kết luận “Một số vấn đề về sắp xếp bộ máy”", "Tỉnh ủy Lào Cai", "2024-06-05"),
        (
            "Nghị quyết về “Tăng cường sự lãnh đạo của Đảng đối với công tác dân vận”",
            "Tỉnh ủy Lào Cai",
            "2024-06-05",
        ),
    ]


def test_a_report_on_what_only_a_list_tells_is_no_paper() -> None:
    assert documents("Hội nghị cho ý kiến về Báo cáo sơ kết 1 năm thực hiện: các đề án của tỉnh.") == []


def test_what_is_reviewed_by_a_conclusion_does_not_carry_it_out() -> None:
    text = "Đoàn làm việc về tổng kết Nghị quyết số 18-NQ/TW theo tinh thần Kết luận số 9-KL/BCĐ ngày 24/11/2024."
    assert relations(text, "implements") == []


def test_a_law_keeps_its_year_and_that_it_is_the_amended_one() -> None:
    assert one("Luật Tổ chức Chính phủ năm 2025 (sửa đổi) có hiệu lực.").name == "Luật Tổ chức Chính phủ 2025 (sửa đổi)"


@pytest.mark.parametrize(
    "text",
    [
        "Bị cảnh cáo là ông Đỗ Sen, Phó Giám đốc Sở Y tế và ông Lê Văn Mẫu, Giám đốc Sở Nội vụ tỉnh Lào Cai,"
        " nguyên là Bí thư Huyện ủy Bát Xát.",
        "Bị cảnh cáo là bà Đỗ Sen và một đảng viên nguyên là Bí thư Huyện ủy Bát Xát; ông Lê Văn Mẫu, nguyên là"
        " Bí thư Huyện ủy Bát Xát, bị khiển trách.",
    ],
)
def test_a_former_post_is_of_the_one_beside_whose_name_it_stands(text: str) -> None:
    assert {h.person for h in facts(text).holdings if h.body == "Huyện ủy Bát Xát"} == {"Lê Văn Mẫu"}


def test_a_paper_of_a_congress_has_the_fullest_of_its_names() -> None:
    text = (
        "Quán triệt Nghị quyết Đại hội Đảng XIV\n\n"
        "Ngày 7/2/2026, Tỉnh ủy quán triệt Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng."
    )
    assert one(text).name == "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"


def test_what_is_carried_out_may_be_listed_behind_semicolons() -> None:
    text = (
        "Thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị về đại hội đảng bộ các cấp; Kết luận số 159-KL/TW của Bộ Chính"
        " trị về việc thảo luận các văn kiện, ngày 10/9/2020 Tỉnh ủy Lào Cai có Hướng dẫn số 151-HD/TU."
    )
    assert relations(text, "implements") == [("151-HD/TU", "35-CT/TW"), ("151-HD/TU", "159-KL/TW")]


def test_the_board_of_which_a_session_is_told_is_a_body() -> None:
    text = "Nội dung này có trong phiên họp thứ 26 của Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực."
    assert [b.name for b in facts(text).bodies] == ["Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"]


def test_heads_that_are_counted_are_of_no_one_body() -> None:
    text = "Bị kỷ luật có 18 Chủ tịch, nguyên Chủ tịch UBND tỉnh; 2 Chủ tịch HĐND tỉnh. Vụ án xảy ra tại tỉnh Lào Cai."
    assert facts(text).bodies == []
    assert [b.name for b in facts("HĐND tỉnh Lào Cai bầu 2 Phó Chủ tịch UBND tỉnh.").bodies] == [
        "Hội đồng nhân dân tỉnh Lào Cai",
        "Ủy ban nhân dân tỉnh Lào Cai",
    ]


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Ban Bí thư ký Chỉ thị số 35-CT/TW về đại hội các cấp (thay thế Chỉ thị số 30-CT/TW).", ["30-CT/TW"]),
        (
            "Quy định số 35-CT/TW ngày 6/7/2022 về kỷ luật tổ chức đảng có hiệu lực từ ngày ký và thay thế các Quy định"
            " số 7-QĐi/TW và 102-QĐ/TW.",
            ["7-QĐi/TW", "102-QĐ/TW"],
        ),
        ("Nghị quyết số 35-NQ/TW về sắp xếp bộ máy yêu cầu rà soát, thay thế Quy định số 24-QĐ/TW.", []),
    ],
)
def test_what_a_paper_replaces_may_stand_far_behind_its_title(text: str, replaced: list[str]) -> None:
    assert [other for _, other in relations(text, "replaces")] == replaced


def test_a_guide_carries_out_each_paper_that_it_names() -> None:
    text = "Hướng dẫn số 27-HD/TU hướng dẫn thực hiện Chỉ thị số 35-CT/TW và Quy định số 22-QĐ/TW."
    assert relations(text, "implements") == [("27-HD/TU", "35-CT/TW"), ("27-HD/TU", "22-QĐ/TW")]


def test_the_base_of_an_office_that_is_founded_is_a_body_of_its_own() -> None:
    text = (
        "Tỉnh ủy Lào Cai ban hành Quyết định số 17-QĐ/TU về việc thành lập Đảng bộ Ủy ban nhân dân tỉnh Lào Cai trực"
        " thuộc Tỉnh ủy."
    )
    base = "Đảng bộ Ủy ban nhân dân tỉnh Lào Cai"
    assert relations(text, "establishes") == [("17-QĐ/TU", base)]
    assert relations(text, "subordinateTo") == [(base, "Tỉnh ủy Lào Cai")]


def test_the_seat_of_the_party_is_no_body() -> None:
    assert [b.name for b in facts("Ngày 6/6/2024, tại Trụ sở Trung ương Đảng, Ban Bí thư họp.").bodies] == [
        "Ban Bí thư"
    ]


def test_papers_that_semicolons_part_have_the_issuer_of_the_first() -> None:
    text = (
        "Bộ Chính trị ban hành Nghị quyết số 45-NQ/TW về đội ngũ trí thức; Nghị quyết số 42-NQ/TW về chính sách xã hội;"
        " Chỉ thị số 30-CT/TU được phổ biến."
    )
    assert [(number, issuer) for number, issuer, _ in documents(text)] == [
        ("45-NQ/TW", "Bộ Chính trị"),
        ("42-NQ/TW", "Bộ Chính trị"),
        ("30-CT/TU", None),
    ]


def test_a_resolution_of_a_local_congress_is_not_that_of_the_party() -> None:
    text = "Nghị quyết Đại hội XVII Đảng bộ thành phố Hà Nội đã được quán triệt."
    assert one(text).name == "Nghị quyết Đại hội XVII Đảng bộ thành phố Hà Nội"


def test_who_acts_by_rules_of_procedure_is_no_part_of_their_name() -> None:
    text = "Căn cứ Quy chế làm việc của Bộ Chính trị, Ban Bí thư, Ban Bí thư quyết định thành lập Đảng bộ Quốc hội."
    assert one(text).name == "Quy chế làm việc của Bộ Chính trị, Ban Bí thư"
    assert relations(text, "establishes") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Đảng ủy Quân đoàn 2 tổng kết Nghị quyết Trung ương 8 - khóa IX về “Chiến lược bảo vệ Tổ quốc trong tình"
            " hình mới”.",
            ["Nghị quyết Trung ương 8 khóa IX"],
        ),
        (
            "Ông Mẫu bị kỷ luật từ khi công bố quyết định của Ủy ban Kiểm tra Trung ương về thi hành kỷ luật đảng, ngày"
            " 24/10/2022.",
            [],
        ),
        (
            "Đại biểu cho ý kiến vào Dự thảo các văn kiện chủ yếu trình Đại hội đảng bộ tỉnh nhiệm kỳ 2025-2030, gồm:"
            " Báo cáo chính trị, Đề án nhân sự cấp ủy nhiệm kỳ 2025 - 2030.",
            [],
        ),
    ],
)
def test_subjects_and_drafts_are_no_papers_of_their_own(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in documents(text)] == names


def test_a_bare_ministry_is_not_the_politburo() -> None:
    text = (
        "Bộ Giáo dục và Đào tạo bị kiểm tra. Ủy viên Bộ Chính trị Lê Văn Mẫu chủ trì. Kỷ luật ông Trần Văn Thử, nguyên"
        " Chánh Thanh tra Bộ."
    )
    found = {(h.person, h.role, h.body) for h in facts(text).holdings}
    assert ("Trần Văn Thử", "Chánh Thanh tra", "Thanh tra Bộ Giáo dục và Đào tạo") in found
