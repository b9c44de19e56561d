"""Bodies of several provinces that share the words for them, and committees whose names are shortened."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def bodies(text: str) -> set[str]:
    return {body.name for body in extract(text, Lexicon.load()).bodies}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Đoàn kiểm tra làm việc với Ban Thường vụ Tỉnh ủy các tỉnh: Lào Cai, Nam Định.",
            {"Ban Thường vụ Tỉnh ủy Lào Cai", "Ban Thường vụ Tỉnh ủy Nam Định"},
        ),
        (
            "Kết luận giám sát Ban Thường vụ các tỉnh ủy, thành ủy: Lào Cai và Hải Phòng.",
            {"Ban Thường vụ Tỉnh ủy Lào Cai", "Ban Thường vụ Thành ủy Hải Phòng"},
        ),
        (
            "Kết luận kiểm tra Ban cán sự đảng UBND các tỉnh Lào Cai, Nam Định.",
            {"Ban cán sự đảng Ủy ban nhân dân tỉnh Lào Cai", "Ban cán sự đảng Ủy ban nhân dân tỉnh Nam Định"},
        ),
        (
            "Chủ tịch HĐND các tỉnh, thành phố Lào Cai, Đà Nẵng phát biểu.",
            {"Hội đồng nhân dân tỉnh Lào Cai", "Hội đồng nhân dân thành phố Đà Nẵng"},
        ),
        (
            "Ủy ban kiểm tra Ban Thường vụ Tỉnh ủy Lào Cai, Hải Phòng và Nam Định.",
            {"Ban Thường vụ Tỉnh ủy Lào Cai", "Ban Thường vụ Thành ủy Hải Phòng", "Ban Thường vụ Tỉnh ủy Nam Định"},
        ),
    ],
)
def test_each_place_of_a_list_has_its_body(text: str, names: set[str]) -> None:
    assert bodies(text) >= names


@pytest.mark.parametrize(
    "text",
    [
        "Ban Thường vụ các tỉnh ủy báo cáo bằng văn bản.",
        "Ban Thường vụ Tỉnh ủy Lào Cai, Hà Nội là nơi họp.",
        "Các tỉnh Lào Cai, Nam Định đã sắp xếp xong.",
    ],
)
def test_no_list_of_bodies_is_read_where_none_is_told(text: str) -> None:
    assert bodies(text) <= {"Ban Thường vụ Tỉnh ủy Lào Cai"}


def test_a_hall_for_conferences_is_no_body() -> None:
    assert not bodies("Lễ trao giải diễn ra tại Trung tâm Hội nghị tỉnh và Trung tâm Hội nghị Quốc gia.")


def test_a_city_named_with_its_unit_behind_the_committee_is_the_place_of_posts_before_it() -> None:
    text = "Ông Mẫu từng là Phó Bí thư Thành ủy, Ủy viên Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh."
    assert bodies(text) == {"Thành ủy Hồ Chí Minh", "Ban Thường vụ Thành ủy Hồ Chí Minh"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ông Mẫu là Ủy viên BCH Tỉnh ủy Lào Cai.", {"Ban Chấp hành Đảng bộ tỉnh Lào Cai"}),
        (
            "Đại hội bầu Ban Chấp hành, Ban Thường vụ Tỉnh đoàn Lào Cai.",
            {"Ban Chấp hành Tỉnh đoàn Lào Cai", "Ban Thường vụ Tỉnh đoàn Lào Cai"},
        ),
        (
            "Hội nghị kiện toàn Ban Chấp hành, Ban Thường vụ Hội Nông dân tỉnh Lào Cai.",
            {"Ban Chấp hành Hội Nông dân tỉnh Lào Cai", "Ban Thường vụ Hội Nông dân tỉnh Lào Cai"},
        ),
        ("Ông Mẫu là Chủ tịch MTTQ Việt Nam tỉnh Lào Cai.", {"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai"}),
        ("Xã báo cáo theo chương trình của MTTQ Việt Nam cấp trên và MTTQ Việt Nam các xã.", set()),
    ],
)
def test_a_committee_and_its_union_have_their_full_names(text: str, names: set[str]) -> None:
    assert bodies(text) == names


def test_the_committee_that_meets_and_acts_is_a_body_too() -> None:
    text = "Tại Hội nghị lần thứ 10, Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI đã bầu ông Mẫu làm Bí thư Tỉnh ủy."
    assert bodies(text) >= {"Ban Chấp hành Đảng bộ tỉnh Lào Cai", "Tỉnh ủy Lào Cai"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bí thư Thành ủy Đà Nẵng được bầu làm Chủ tịch HĐND TP. Ông Trần Văn Thử tái đắc cử Chủ tịch UBND TP.",
            {"Thành ủy Đà Nẵng", "Hội đồng nhân dân thành phố Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng"},
        ),
        ("Ông Mẫu là Vụ trưởng Vụ Địa bàn 6.", {"Vụ Địa bàn 6"}),
        (
            "Hội Nông dân Việt Nam ra mắt Ban Chấp hành Trung ương Hội khóa V.",
            {"Hội Nông dân Việt Nam", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"},
        ),
        ("Đồng chí Lê Văn Mẫu, Bí thư Đảng ủy, đồng chí Nguyễn Vũ Trường Sơn, Tổng Giám đốc dự.", set()),
        ("Ông Mẫu là Cục trưởng Cục Tổ chức cán bộ - Bộ Công an.", {"Cục Tổ chức cán bộ Bộ Công an", "Bộ Công an"}),
        ("Đại hội đại biểu Hội Nông dân tỉnh Lào Cai lần thứ X, nhiệm kỳ 2023-2028 diễn ra sáng 5/6/2023.", set()),
    ],
)
def test_a_name_ends_where_its_words_do(text: str, names: set[str]) -> None:
    assert bodies(text) == names
