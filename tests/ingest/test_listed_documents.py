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
