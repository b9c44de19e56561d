"""Bodies of Party, State, army, police, justice, fronts, schools and press, each read from a post in it."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

POSTS = {
    "Phó Bí thư Đảng ủy Quân sự tỉnh Lào Cai": ("Phó Bí thư", "Đảng ủy Quân sự tỉnh Lào Cai"),
    "Chính ủy Bộ CHQS tỉnh Lào Cai": ("Chính ủy", "Bộ Chỉ huy Quân sự tỉnh Lào Cai"),
    "Chỉ huy trưởng Ban CHQS huyện Bát Xát": ("Chỉ huy trưởng", "Ban Chỉ huy Quân sự huyện Bát Xát"),
    "Phó Tư lệnh BĐBP tỉnh Lào Cai": ("Phó Tư lệnh", "Bộ đội Biên phòng tỉnh Lào Cai"),
    "Tư lệnh Vùng 3 Hải quân": ("Tư lệnh", "Vùng 3 Hải quân"),
    "Chính ủy Hải đoàn Biên phòng 28": ("Chính ủy", "Hải đoàn Biên phòng 28"),
    "Chánh án Tòa án quân sự Trung ương": ("Chánh án", "Tòa án quân sự Trung ương"),
    "Chánh án Tòa án quân sự Quân khu 7": ("Chánh án", "Tòa án quân sự Quân khu 7"),
    "Viện trưởng VKSND cấp cao tại Hà Nội": ("Viện trưởng", "Viện kiểm sát nhân dân cấp cao tại Hà Nội"),
    "Chánh án TAND khu vực 2": ("Chánh án", "Tòa án nhân dân khu vực 2"),
    "Giám đốc BHXH tỉnh Lào Cai": ("Giám đốc", "Bảo hiểm xã hội tỉnh Lào Cai"),
    "Kiểm toán trưởng Kiểm toán Nhà nước khu vực VII": ("Kiểm toán trưởng", "Kiểm toán Nhà nước khu vực VII"),
    "Phó Chủ nhiệm Chính trị Quân khu 7": ("Phó Chủ nhiệm Chính trị", "Quân khu 7"),
    "Phó Lữ đoàn trưởng Lữ đoàn 25": ("Phó Lữ đoàn trưởng", "Lữ đoàn 25"),
    "Giám đốc Học viện Chính trị khu vực II": ("Giám đốc", "Học viện Chính trị khu vực II"),
    "Chủ tịch Viện Hàn lâm KH&CN Việt Nam": ("Chủ tịch", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam"),
    "Giám đốc Sở VH,TT&DL tỉnh Lào Cai": ("Giám đốc", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai"),
    "Tổng Biên tập Báo Lào Cai": ("Tổng Biên tập", "Báo Lào Cai"),
    "Giám đốc Đài PT&TH tỉnh Lào Cai": ("Giám đốc", "Đài Phát thanh và Truyền hình tỉnh Lào Cai"),
    "Bí thư Đoàn Thanh niên Bộ Công an": ("Bí thư", "Đoàn Thanh niên Bộ Công an"),
    "Chủ tịch LĐLĐ tỉnh Lào Cai": ("Chủ tịch", "Liên đoàn Lao động tỉnh Lào Cai"),
    "Bí thư Trung ương Đoàn": ("Bí thư", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    "Phó Bí thư Đảng ủy MTTQ, các đoàn thể Trung ương": (
        "Phó Bí thư",
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương",
    ),
    "Ủy viên Ban Chấp hành Đảng bộ Khối Doanh nghiệp Trung ương": (
        "Ủy viên",
        "Ban Chấp hành Đảng bộ Khối Doanh nghiệp Trung ương",
    ),
    "Trưởng Ban Xây dựng Đảng Đảng ủy phường Tân Mẫu": ("Trưởng ban", "Ban Xây dựng Đảng Đảng ủy phường Tân Mẫu"),
    "Phó Chủ tịch UBND tỉnh Hà Tây": ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Hà Tây"),
    "Bí thư Tỉnh ủy Quảng Nam - Đà Nẵng": ("Bí thư", "Tỉnh ủy Quảng Nam - Đà Nẵng"),
    "Bí thư Tỉnh ủy Bà Rịa-Vũng Tàu": ("Bí thư", "Tỉnh ủy Bà Rịa - Vũng Tàu"),
    "Chủ tịch UBND tỉnh Đăk Nông": ("Chủ tịch", "Ủy ban nhân dân tỉnh Đắk Nông"),
    "Chủ tịch UBND huyện Châu Thành A": ("Chủ tịch", "Ủy ban nhân dân huyện Châu Thành A"),
    "Bí thư Huyện ủy Trần Văn Thời": ("Bí thư", "Huyện ủy Trần Văn Thời"),
}


def holdings(text: str) -> list[tuple[str, str, str]]:
    return [(h.person, h.role, h.body) for h in extract(text, Lexicon.load()).holdings]


@pytest.mark.parametrize("post", POSTS)
def test_a_body_of_the_field_is_read_from_a_post_in_it(post: str) -> None:
    assert holdings(f"Dự họp có ông Lê Văn Mẫu, {post}.") == [("Lê Văn Mẫu", *POSTS[post])]


@pytest.mark.parametrize("name", ["Đảng bộ Chính phủ", "Đảng bộ các cơ quan Đảng Trung ương", "Đảng bộ Quốc hội"])
def test_a_party_organisation_of_2025_is_a_body(name: str) -> None:
    found = extract(f"Bộ Chính trị thành lập {name}.", Lexicon.load()).bodies
    assert [body.name for body in found] == ["Bộ Chính trị", name]


def test_a_newspaper_or_school_is_a_body_only_where_a_post_in_it_is_named() -> None:
    text = "Ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, tốt nghiệp Đại học Luật Hà Nội, trả lời Báo Lào Cai."
    assert [body.name for body in extract(text, Lexicon.load()).bodies] == ["Tỉnh ủy Lào Cai"]


def test_the_name_of_a_person_after_the_word_for_a_province_is_no_province() -> None:
    text = "Tại Cà Mau có Chủ tịch Hội Nông dân tỉnh Trần Thị Kiều Mẫu."
    assert holdings(text) == [("Trần Thị Kiều Mẫu", "Chủ tịch", "Hội Nông dân tỉnh Cà Mau")]


def test_a_district_that_only_its_committee_names_is_the_one_of_the_other_posts() -> None:
    text = "Ông Lê Văn Mẫu từng là Phó Bí thư Huyện ủy kiêm Trưởng ban Dân vận Huyện ủy Bát Xát, tỉnh Lào Cai."
    assert holdings(text) == [
        ("Lê Văn Mẫu", "Phó Bí thư", "Huyện ủy Bát Xát"),
        ("Lê Văn Mẫu", "Trưởng ban", "Ban Dân vận Huyện ủy Bát Xát"),
    ]


def test_a_standing_deputy_secretary_is_in_the_committee_after_a_word_for_posts() -> None:
    text = "Ông Lê Văn Mẫu được bầu giữ chức vụ Phó Bí thư Thường trực Tỉnh ủy Lào Cai."
    assert holdings(text) == [("Lê Văn Mẫu", "Phó Bí thư Thường trực", "Tỉnh ủy Lào Cai")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ban Chỉ đạo quốc gia về chuyển đổi số họp.", "Ban Chỉ đạo quốc gia về chuyển đổi số"),
        (
            "Ông Lê Văn Mẫu là Trưởng Ban Chỉ đạo Quốc gia phòng, chống dịch bệnh, ông nói.",
            "Ban Chỉ đạo Quốc gia phòng, chống dịch bệnh",
        ),
        (
            "Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW của Chính phủ đã họp.",
            "Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW của Chính phủ",
        ),
    ],
)
def test_steering_committees_of_the_state_are_named_by_their_work(text: str, body: str) -> None:
    assert [b.name for b in extract(text, Lexicon.load()).bodies] == [body]


def test_a_steering_committee_is_named_by_the_paper_that_it_makes() -> None:
    text = "Ban Chỉ đạo xây dựng Báo cáo tổng kết việc thực hiện Nghị quyết số 18-NQ/TW trong mười năm họp."
    (body,) = extract(text, Lexicon.load()).bodies
    assert body.name == "Ban Chỉ đạo xây dựng Báo cáo tổng kết việc thực hiện Nghị quyết số 18-NQ/TW"


def test_the_name_of_a_hospital_of_the_centre_is_whole_before_a_small_word() -> None:
    facts = extract("Bệnh viện Phổi Trung ương tại Hà Nội họp với Bộ Y tế.", Lexicon.load())
    assert [b.name for b in facts.bodies] == ["Bệnh viện Phổi Trung ương", "Bộ Y tế"]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Chánh án Tòa án nhân dân khu vực 3 tỉnh Bắc Ninh", "Tòa án nhân dân khu vực 3 - Bắc Ninh"),
        ("Chánh án TAND khu vực 3 - Bắc Ninh", "Tòa án nhân dân khu vực 3 - Bắc Ninh"),
        ("Viện trưởng VKSND khu vực 2, tỉnh Lào Cai", "Viện kiểm sát nhân dân khu vực 2 - Lào Cai"),
        ("Chi cục trưởng Chi cục Thuế khu vực Văn Bàn - Bảo Yên", "Chi cục Thuế khu vực Văn Bàn - Bảo Yên"),
        ("Chi cục trưởng Chi cục Thuế khu vực VII", "Chi cục Thuế khu vực VII"),
        ("Giám đốc Ngân hàng Nhà nước chi nhánh Khu vực 5", "Ngân hàng Nhà nước chi nhánh Khu vực 5"),
        ("Hạt trưởng Hạt Kiểm lâm huyện Văn Bàn", "Hạt Kiểm lâm huyện Văn Bàn"),
    ],
)
def test_offices_of_regions_bear_their_number_province_or_districts(words: str, body: str) -> None:
    text = f"Ông Lê Văn Mẫu, {words}, dự họp."
    assert [h.body for h in extract(text, Lexicon.load()).holdings] == [body]


@pytest.mark.parametrize("words", ["kỷ niệm Chiến thắng Điện Biên Phủ", "về hợp tác châu Á - Thái Bình Dương"])
def test_names_that_begin_like_a_province_are_none(words: str) -> None:
    text = f"Tại Lào Cai đã diễn ra lễ {words}. Chủ tịch UBND tỉnh Lê Văn Mẫu dự."
    assert [b.name for b in extract(text, Lexicon.load()).bodies] == ["Ủy ban nhân dân tỉnh Lào Cai"]
