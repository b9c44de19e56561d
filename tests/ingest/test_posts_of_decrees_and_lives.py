"""Posts in news of decisions and lives: whom a decision is on, posts without bodies beside names, careers in a list."""

from ingest.extraction import extract
from ingest.lexicon import Lexicon

LEXICON = Lexicon.load()


def held(text: str) -> set[tuple[str, str, str, str]]:
    return {(h.person, h.role, h.body, h.status) for h in extract(text, LEXICON).holdings}


def test_he_is_the_one_on_whom_the_decision_before_is() -> None:
    found = held(
        "Chủ tịch nước Hà Văn Tư trao quyết định thăng cấp bậc hàm từ Trung tướng lên Thượng tướng đối với ông "
        "Lê Văn Mẫu - Thứ trưởng Bộ Công an. Cùng ngày, Quốc hội đã phê chuẩn bổ nhiệm ông làm Bộ trưởng Bộ Công an."
    )
    assert ("Lê Văn Mẫu", "Bộ trưởng", "Bộ Công an", "appointed") in found
    assert not any(person == "Hà Văn Tư" and body == "Bộ Công an" for person, _, body, _ in found)


def test_who_leaves_the_post_before_the_name_is_dismissed() -> None:
    found = held("Giám đốc Sở Y tế tỉnh Lào Cai Lê Văn Mẫu thôi chức theo nguyện vọng.")
    assert found == {("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "dismissed")}


def test_a_career_may_be_told_in_one_list() -> None:
    found = held(
        "Đồng chí Lê Văn Mẫu sinh năm 1967. Quá trình công tác: Bí thư Tỉnh đoàn Lào Cai (1998 - 2002); "
        "Bí thư Huyện ủy Bát Xát; Trưởng Ban Dân vận Tỉnh ủy Lào Cai khóa XV."
    )
    assert found == {
        ("Lê Văn Mẫu", "Bí thư", "Tỉnh đoàn Lào Cai", "former"),
        ("Lê Văn Mẫu", "Bí thư", "Huyện ủy Bát Xát", "former"),
        ("Lê Văn Mẫu", "Trưởng ban", "Ban Dân vận Tỉnh ủy Lào Cai", "former"),
    }


def test_a_post_beside_a_name_is_in_the_only_body_of_like_posts_of_the_paragraph() -> None:
    found = held(
        "UBND tỉnh Lào Cai cách chức Chủ tịch UBND huyện Bát Xát đối với ông Hà Văn Tư. "
        "Ông Lê Văn Mẫu, Phó Chủ tịch, được giao điều hành."
    )
    assert ("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân huyện Bát Xát", "current") in found


def test_a_group_of_the_party_is_in_the_body_of_the_next_past_post() -> None:
    found = held("Khiển trách bà Vũ Thị Sen, nguyên Bí thư Đảng đoàn, nguyên Chủ tịch Quốc hội.")
    assert ("Vũ Thị Sen", "Bí thư", "Đảng đoàn Quốc hội", "former") in found


def test_the_confederation_may_be_called_short() -> None:
    found = held(
        "Tổng Liên đoàn Lao động Việt Nam họp. "
        "Cho thôi nhiệm vụ đối với ông Lê Văn Mẫu, nguyên Phó Chủ tịch Tổng Liên đoàn."
    )
    assert ("Lê Văn Mẫu", "Phó Chủ tịch", "Tổng Liên đoàn Lao động Việt Nam", "former") in found


def test_who_stands_last_in_a_list_of_people_with_posts_is_a_person() -> None:
    found = extract(
        "Khởi tố Lê Văn Mẫu (nguyên Chủ tịch UBND huyện Bát Xát) và Hà Đình Sơn - cán bộ địa chính xã.", LEXICON
    )
    assert {p.name for p in found.people} == {"Lê Văn Mẫu", "Hà Đình Sơn"}


def test_an_office_is_that_whose_party_committee_the_next_post_is_in() -> None:
    found = held("Thiếu tướng Lê Văn Mẫu giữ chức Chính ủy, Bí thư Đảng ủy Quân khu 7.")
    assert found == {
        ("Lê Văn Mẫu", "Chính ủy", "Quân khu 7", "appointed"),
        ("Lê Văn Mẫu", "Bí thư", "Đảng ủy Quân khu 7", "appointed"),
    }


def test_a_military_region_may_be_called_by_its_first_words() -> None:
    found = held("Tư lệnh Quân khu 7 Lê Văn Mẫu dự; Thiếu tướng Hà Văn Tư, Phó Chính ủy Quân khu, chủ trì.")
    assert ("Hà Văn Tư", "Phó Chính ủy", "Quân khu 7", "current") in found
