"""Documents without a number in lists and pairs, and words that only seem to name one."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact
from ingest.lexicon import Lexicon


def documents(text: str) -> list[DocumentFact]:
    return extract(text, Lexicon.load()).documents


def names(text: str) -> list[str | None]:
    return [d.name for d in documents(text)]


def test_items_of_a_list_of_what_was_adopted_are_resolutions_of_that_day() -> None:
    text = (
        "Chiều 2/5/2024, Quốc hội họp tại Hà Nội.\n"
        "Quốc hội đã bỏ phiếu kín và thông qua:\n"
        "- Nghị quyết bãi nhiệm đại biểu Quốc hội khóa XV đối với ông Lê Văn Mẫu;\n"
        "- Nghị quyết về việc thành lập thành phố Văn Bàn."
    )
    found = documents(text)
    assert [d.name for d in found] == [
        "Nghị quyết bãi nhiệm đại biểu Quốc hội khóa XV đối với ông Lê Văn Mẫu",
        "Nghị quyết về việc thành lập thành phố Văn Bàn",
    ]
    assert {(d.issuer, d.issued) for d in found} == {("Quốc hội", "2024-05-02")}


def test_a_list_that_nobody_announces_names_no_documents() -> None:
    assert names("Việc cần làm:\n- Quyết định phân công ông Lê Văn Mẫu phụ trách;\n- Báo cáo kết quả hằng tháng.") == []


def test_two_papers_of_one_kind_that_are_joined_are_two() -> None:
    text = "Thủ tướng trình bày tờ trình về bổ sung số lượng Bộ trưởng và tờ trình đề nghị Quốc hội phê chuẩn nhân sự."
    assert names(text) == [
        "Tờ trình về bổ sung số lượng Bộ trưởng",
        "Tờ trình đề nghị Quốc hội phê chuẩn nhân sự",
    ]


@pytest.mark.parametrize("work", ["kiểm tra", "giám sát", "kiểm tra, giám sát"])
def test_a_decision_told_by_its_work_is_issued_by_the_body_that_follows(work: str) -> None:
    (decision,) = documents(
        f"Đoàn đã công bố Quyết định {work} của Bộ Chính trị đối với Ban Thường vụ Tỉnh ủy Lào Cai."
    )
    assert decision.name == f"Quyết định {work} của Bộ Chính trị đối với Ban Thường vụ Tỉnh ủy Lào Cai"
    assert decision.issuer == "Bộ Chính trị"


@pytest.mark.parametrize(
    "text",
    [
        "Quy định số 12-QĐ/TW là Quy định về kỷ luật đảng viên đầy đủ nhất từ trước đến nay.",
        "Tỉnh bàn Quy định số 12-QĐ/TW và Dự án đầu tư xây dựng cầu Phố Lu.",
    ],
)
def test_a_predicate_and_a_building_project_are_no_documents(text: str) -> None:
    assert [d.number for d in documents(text)] == ["12-QĐ/TW"]


def test_a_resolution_of_a_plenum_takes_the_term_that_the_text_gives_it_elsewhere() -> None:
    text = "Xã học Nghị quyết Trung ương 4. Nghị quyết Trung ương 4 (khóa XII) về chỉnh đốn Đảng có ba phần."
    assert names(text) == ["Nghị quyết Trung ương 4 khóa XII"]


def test_the_name_of_a_decision_on_a_person_ends_before_the_years_of_the_post() -> None:
    text = (
        "Hội nghị nghe công bố Quyết định của Bộ Chính trị về công tác cán bộ. Theo đó, Bộ Chính trị điều động "
        "ông Lê Văn Mẫu giữ chức Bí thư Thành ủy TPHCM nhiệm kỳ 2020-2025."
    )
    assert names(text) == [
        "Quyết định của Bộ Chính trị điều động ông Lê Văn Mẫu giữ chức Bí thư Thành ủy Thành phố Hồ Chí Minh"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Các chi bộ đã hoàn thành Quyết định giải thể chi bộ và chuyển sinh hoạt đảng.",
        "Thủ tướng Chính phủ ban hành quyết định chỉ định chủ tịch UBND 23 địa phương mới.",
        "Tỉnh ủy xây dựng Đề án thành lập đảng bộ xã Văn Bàn; hoàn thành Đề án và gửi về Ban Tổ chức Trung ương.",
        "Xã nghe ý kiến đối với Đề án tại buổi làm việc với ông Lê Văn Mẫu.",
        "Tỉnh cho ý kiến vào các dự thảo văn bản như: Nghị quyết về chỉ tiêu năm 2018; Chương trình năm 2018.",
    ],
)
def test_papers_that_may_be_any_or_are_not_yet_made_are_no_documents(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "issuer"),
    [
        (
            "Cục trưởng công bố quyết định của Bộ trưởng Công an về việc sắp xếp công an các tỉnh.",
            "Quyết định của Bộ trưởng Công an về việc sắp xếp công an các tỉnh",
            "Bộ Công an",
        ),
        (
            "Xã công bố quyết định của Chủ tịch nước thăng quân hàm Đại tướng đối với ông Lê Văn Mẫu, Chủ tịch xã.",
            "Quyết định của Chủ tịch nước thăng quân hàm Đại tướng đối với ông Lê Văn Mẫu",
            "Chủ tịch nước",
        ),
        (
            "Đại hội nghe công bố quyết định của Bộ Chính trị về công tác cán bộ, chỉ định Ban Chấp hành Đảng bộ tỉnh.",
            "Quyết định của Bộ Chính trị về công tác cán bộ, chỉ định Ban Chấp hành Đảng bộ tỉnh",
            "Bộ Chính trị",
        ),
        (
            "Đoàn kiểm tra của Bộ Chính trị, Ban Bí thư công bố Quyết định kiểm tra năm 2026 đối với Tỉnh ủy Lào Cai.",
            "Quyết định kiểm tra năm 2026 đối với Tỉnh ủy Lào Cai",
            None,
        ),
        ("Xã làm theo Điều lệ MTTQ Việt Nam.", "Điều lệ MTTQ Việt Nam", None),
    ],
)
def test_a_paper_is_told_by_its_subject_and_who_issued_it(text: str, name: str, issuer: str | None) -> None:
    assert [(d.name, d.issuer) for d in documents(text)] == [(name, issuer)]


def test_a_paper_that_a_steering_committee_is_called_after_is_named() -> None:
    text = (
        "Ông Lê Văn Mẫu, Trưởng Ban Chỉ đạo xây dựng Đề án tổng kết 20 năm thực hiện Nghị quyết số 18-NQ/TW, phát biểu."
    )
    assert "Đề án tổng kết 20 năm thực hiện Nghị quyết số 18-NQ/TW" in names(text)


def test_a_resolution_of_a_plenum_has_the_fullest_name_that_the_text_gives_it() -> None:
    text = (
        "Triển khai Nghị quyết Hội nghị Trung ương 11\n"
        "Sáng 2/3/2025, xã học Nghị quyết Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng khóa XIII."
    )
    assert names(text) == ["Nghị quyết Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng khóa XIII"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ông Lê Văn Mẫu về tỉnh. Ngày 2/3/2017, Bí thư Tỉnh ủy Lào Cai đã ký quyết định điều động ông Mẫu giữ chức "
            "Trưởng Ban Tuyên giáo.",
            "Quyết định điều động ông Lê Văn Mẫu giữ chức Trưởng Ban Tuyên giáo",
        ),
        (
            "Hội nghị nghe thông báo của Bộ Chính trị về việc ông Lê Văn Mẫu, nguyên Chủ tịch Hội Nông dân Việt Nam, "
            "thôi giữ chức Bí thư Tỉnh ủy Lào Cai.",
            "Thông báo của Bộ Chính trị về việc ông Lê Văn Mẫu thôi giữ chức Bí thư Tỉnh ủy Lào Cai",
        ),
        ("Bầu theo Quy chế bầu cử trong Đảng, trình tự và thủ tục rõ ràng.", "Quy chế bầu cử trong Đảng"),
    ],
)
def test_a_decision_is_named_by_the_person_and_what_becomes_of_them(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_paper_laid_before_an_assembly_is_not_issued_by_whom_adopts_it() -> None:
    text = "Chủ tịch Ủy ban MTTQ tỉnh Lào Cai đã thông qua tờ trình đề nghị hiệp thương cử Phó Chủ tịch Ủy ban."
    assert [d.issuer for d in documents(text)] == [None]


def test_a_decision_that_appoints_several_is_one_for_each_and_names_none() -> None:
    assert names("Ông Lê Văn Mẫu trao quyết định của Chủ tịch nước bổ nhiệm Phó Thủ tướng, Bộ trưởng Bộ Tư pháp.") == []
