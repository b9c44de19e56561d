"""Posts as long reports tell them: of several people at once, in brackets, behind homes, with what is left out."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

UBND = "Ủy ban nhân dân tỉnh Lào Cai"


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, Lexicon.load()).holdings}


@pytest.mark.parametrize(
    "text",
    [
        "Cảnh cáo các ông Lê Văn Mẫu, Đỗ Văn Tòng, nguyên Phó Chủ tịch UBND tỉnh Lào Cai.",
        "Lê Văn Mẫu và Đỗ Văn Tòng (đều là nguyên Phó Chủ tịch UBND tỉnh Lào Cai) bị bắt.",
        "Hai ông Lê Văn Mẫu và Đỗ Văn Tòng đều là nguyên Phó Chủ tịch UBND tỉnh Lào Cai.",
        "Kỷ luật các đồng chí: Vũ Thị Sen, Bí thư Huyện ủy Bát Xát; Lê Văn Mẫu, Đỗ Văn Tòng, nguyên Phó Chủ tịch UBND "
        "tỉnh Lào Cai.",
    ],
)
def test_a_past_post_behind_the_last_of_several_is_that_of_all(text: str) -> None:
    found = holdings(text)
    assert ("Lê Văn Mẫu", "Phó Chủ tịch", UBND, "former") in found
    assert ("Đỗ Văn Tòng", "Phó Chủ tịch", UBND, "former") in found


def test_a_post_of_which_there_is_one_is_that_of_the_last_only() -> None:
    found = holdings("Dự có các ông Lê Văn Mẫu, Đỗ Văn Tòng, Chủ tịch UBND tỉnh Lào Cai.")
    assert found == {("Đỗ Văn Tòng", "Chủ tịch", UBND, "current")}


def test_a_bracket_behind_posts_may_name_more_of_them() -> None:
    found = holdings("Bà Vũ Thị Sen, Ủy viên Trung ương Đảng (nguyên Bí thư Tỉnh ủy Lào Cai), phát biểu.")
    assert ("Vũ Thị Sen", "Bí thư", "Tỉnh ủy Lào Cai", "former") in found


def test_a_post_follows_where_somebody_lives() -> None:
    found = holdings("Lê Văn Mẫu (SN 1970), trú tại phường Kim Tân, TP. Lào Cai (nguyên Chủ tịch UBND huyện Bát Xát).")
    assert found == {("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân huyện Bát Xát", "former")}


def test_a_bare_council_before_a_past_post_is_of_its_place() -> None:
    found = holdings("Lê Văn Mẫu, nguyên Chủ tịch HĐND, nguyên Trưởng đoàn ĐBQH tỉnh Lào Cai.")
    assert ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "former") in found


def test_a_bare_office_is_beside_the_council_of_the_sentence() -> None:
    found = holdings("HĐND xã Bản Xèo bầu ông Lê Văn Mẫu giữ chức Chủ tịch HĐND, bà Vũ Thị Sen giữ chức Chủ tịch UBND.")
    assert ("Vũ Thị Sen", "Chủ tịch", "Ủy ban nhân dân xã Bản Xèo", "appointed") in found


def test_a_bare_department_is_of_the_province_of_the_list() -> None:
    found = holdings("Dự có Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu, Trưởng Ban Nội chính Đỗ Văn Tòng.")
    assert ("Đỗ Văn Tòng", "Trưởng ban", "Ban Nội chính Tỉnh ủy Lào Cai", "current") in found


def test_a_bare_committee_leads_the_cell_named_last() -> None:
    found = holdings(
        "Dự có ông Lê Văn Mẫu, Bí thư Đảng ủy Khối Doanh nghiệp tỉnh Lào Cai. "
        "Ban Chấp hành Đảng bộ Sở Y tế tỉnh Lào Cai bầu bà Vũ Thị Sen giữ chức Bí thư Đảng ủy."
    )
    assert ("Vũ Thị Sen", "Bí thư", "Đảng ủy Sở Y tế tỉnh Lào Cai", "appointed") in found


def test_the_next_act_of_a_session_is_no_history() -> None:
    found = holdings(
        "Ngày 3/5/2024, HĐND tỉnh Lào Cai họp. Sau đó, HĐND tỉnh đã bầu ông Lê Văn Mẫu giữ chức Chủ tịch UBND tỉnh."
    )
    assert ("Lê Văn Mẫu", "Chủ tịch", UBND, "appointed") in found


@pytest.mark.parametrize("words", ["vào năm 2021", "vào tháng 3/2021", "(tháng 3-2021)"])
def test_what_was_taken_up_years_before_is_held_now(words: str) -> None:
    text = f"Ngày 3/5/2024, ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, nói. Ông được bầu làm Chủ tịch UBND {words}."
    assert holdings(text) == {("Lê Văn Mẫu", "Chủ tịch", UBND, "current")}


def test_a_post_of_a_term_that_is_over_is_a_past_one() -> None:
    found = holdings("Ngày 3/5/2024, kỷ luật ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai nhiệm kỳ 2015-2020.")
    assert found == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "former")}


@pytest.mark.parametrize(
    ("words", "role", "body"),
    [
        ("nguyên Trưởng phòng thuộc Sở Y tế tỉnh Lào Cai", "Trưởng phòng", "Sở Y tế tỉnh Lào Cai"),
        ("nguyên Phó Bí thư TT Tỉnh ủy Lào Cai", "Phó Bí thư Thường trực", "Tỉnh ủy Lào Cai"),
        (
            "nguyên Trưởng phòng 5 Cục An ninh điều tra Bộ Công an",
            "Trưởng phòng",
            "Phòng 5 Cục An ninh điều tra Bộ Công an",
        ),
        ("nguyên Phó Trưởng ban Quản lý KKT Vân Phong", "Phó Trưởng ban", "Ban Quản lý Khu kinh tế Vân Phong"),
        ("nguyên Giám đốc Trung tâm Ươm tạo doanh nghiệp", "Giám đốc", "Trung tâm Ươm tạo doanh nghiệp"),
        ("nguyên Hiệu trưởng Trường Đại học Bách khoa Hà Nội", "Hiệu trưởng", "Trường Đại học Bách khoa Hà Nội"),
    ],
)
def test_posts_and_bodies_of_the_field(words: str, role: str, body: str) -> None:
    assert holdings(f"Ông Lê Văn Mẫu, {words}, phát biểu.") == {("Lê Văn Mẫu", role, body, "former")}


def test_a_deputy_of_the_assembly_is_of_no_union() -> None:
    assert holdings("Theo đại biểu Quốc hội Phạm Văn Mẫu, cần sửa luật.") == {
        ("Phạm Văn Mẫu", "Đại biểu", "Quốc hội", "current")
    }
