"""Bodies are read by a name of their own or by their head and each kind of tail; the context fills in the place."""

import pytest

from ingest.extraction import extract
from ingest.facts import BodyFact
from ingest.lexicon import Lexicon


def bodies(text: str) -> dict[str, BodyFact]:
    return {b.name: b for b in extract(text, Lexicon.load()).bodies}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        # by name
        ("Bộ Chính trị", "Bộ Chính trị"),
        ("Tổng cục Chính trị", "Tổng cục Chính trị Quân đội nhân dân Việt Nam"),
        # place
        ("Tỉnh ủy Lào Cai", "Tỉnh ủy Lào Cai"),
        ("Tỉnh uỷ Lào Cai", "Tỉnh ủy Lào Cai"),
        ("Thành ủy TP Hải Phòng", "Thành ủy Hải Phòng"),
        ("Huyện ủy Mường Mẫu", "Huyện ủy Mường Mẫu"),
        # unit
        ("HĐND tỉnh Lào Cai", "Hội đồng nhân dân tỉnh Lào Cai"),
        ("UBND Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
        ("UBND TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("UBND Q.Tân Mẫu", "Ủy ban nhân dân quận Tân Mẫu"),
        ("Đảng ủy phường Tân Mẫu", "Đảng ủy phường Tân Mẫu"),
        ("Công an huyện Mường Mẫu", "Công an huyện Mường Mẫu"),
        # owner
        ("Ban Nội chính Trung ương", "Ban Nội chính Trung ương"),
        ("Ban Tuyên giáo TƯ", "Ban Tuyên giáo Trung ương"),
        ("Ban Tổ chức T.Ư", "Ban Tổ chức Trung ương"),
        ("Ban Tổ chức Tỉnh ủy Lào Cai", "Ban Tổ chức Tỉnh ủy Lào Cai"),
        ("Ban Nội chính tỉnh Lào Cai", "Ban Nội chính Tỉnh ủy Lào Cai"),
        ("Ban Chấp hành Đảng bộ tỉnh Lào Cai", "Ban Chấp hành Đảng bộ tỉnh Lào Cai"),
        ("Thường trực Tỉnh ủy Lào Cai", "Thường trực Tỉnh ủy Lào Cai"),
        ("Văn phòng UBND tỉnh Lào Cai", "Văn phòng Ủy ban nhân dân tỉnh Lào Cai"),
        ("Ban Pháp chế HĐND tỉnh Lào Cai", "Ban Pháp chế Hội đồng nhân dân tỉnh Lào Cai"),
        ("Ban Thường vụ Đảng ủy Công an Trung ương", "Ban Thường vụ Đảng ủy Công an Trung ương"),
        # topic
        (
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực",
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực",
        ),
        ("Ban Chỉ đạo PCTNTC tỉnh Lào Cai", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"),
        ("Ban Chỉ đạo Cải cách tư pháp Trung ương", "Ban Chỉ đạo Cải cách tư pháp Trung ương"),
        # field
        ("Bộ Công an", "Bộ Công an"),
        ("Bộ TT&TT", "Bộ Thông tin và Truyền thông"),
        ("Sở GD-ĐT tỉnh Lào Cai", "Sở Giáo dục và Đào tạo tỉnh Lào Cai"),
        ("Phòng Tư pháp quận Tân Mẫu", "Phòng Tư pháp quận Tân Mẫu"),
        # body, congress, number
        ("Ban cán sự đảng Bộ Tài chính", "Ban cán sự đảng Bộ Tài chính"),
        ("Tiểu ban Văn kiện Đại hội XIV của Đảng", "Tiểu ban Văn kiện Đại hội XIV của Đảng"),
        ("Quân khu 9", "Quân khu 9"),
        # words, own, company, youth
        ("Cục Cảnh sát điều tra tội phạm về ma túy", "Cục Cảnh sát điều tra tội phạm về ma túy"),
        ("Vụ Hợp tác quốc tế Bộ Y tế", "Vụ Hợp tác quốc tế Bộ Y tế"),
        ("Cơ quan Cảnh sát điều tra (C03) Bộ Công an", "Cơ quan Cảnh sát điều tra (C03) Bộ Công an"),
        ("Viện Hàn lâm Khoa học xã hội Việt Nam", "Viện Hàn lâm Khoa học xã hội Việt Nam"),
        ("Chi cục Kiểm lâm tỉnh Lào Cai", "Chi cục Kiểm lâm tỉnh Lào Cai"),
        ("Tỉnh đoàn Lào Cai", "Tỉnh đoàn Lào Cai"),
        ("Quận ủy quận 8", "Quận ủy 8"),
        ("Sở Kế hoạch & Đầu tư tỉnh Lào Cai", "Sở Kế hoạch và Đầu tư tỉnh Lào Cai"),
        ("Thanh tra Bộ Công an", "Thanh tra Bộ Công an"),
        ("Văn phòng HĐND và UBND huyện Mường Mẫu", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Mường Mẫu"),
        ("Ủy ban Kinh tế và Tài chính", "Ủy ban Kinh tế và Tài chính của Quốc hội"),
    ],
)
def test_each_kind_of_name_is_read(printed: str, name: str) -> None:
    found = bodies(f"Hôm qua, {printed} đã có ý kiến.")
    assert list(found) == [name]
    assert found[name].evidence[0].quote == printed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tại Lào Cai, Tỉnh ủy đã họp.", "Tỉnh ủy Lào Cai"),
        ("Tại Lào Cai, HĐND tỉnh đã họp.", "Hội đồng nhân dân tỉnh Lào Cai"),
        ("Tại Lào Cai, Sở Nội vụ đã họp.", "Sở Nội vụ tỉnh Lào Cai"),
        ("Người dân phường Tân Mẫu đến dự. UBND phường cảm ơn.", "Ủy ban nhân dân phường Tân Mẫu"),
    ],
)
def test_a_place_left_out_is_that_of_the_context(text: str, name: str) -> None:
    assert name in bodies(text)


def test_the_nearest_place_before_is_meant() -> None:
    assert "Tỉnh ủy Yên Bái" in bodies("Đoàn rời Lào Cai. Đoàn đến Yên Bái, Tỉnh ủy đã họp.")


def test_no_place_is_guessed_between_two_that_follow() -> None:
    assert bodies("HĐND tỉnh đã họp. Đoàn đi Lào Cai và Yên Bái.") == {}


def test_the_name_of_a_person_is_no_place() -> None:
    found = bodies("Tại Lào Cai, Bí thư Tỉnh ủy Lê Văn Mẫu phát biểu. Chủ tịch UBND phường Tân Mẫu Đỗ Thị Sen dự.")
    assert list(found) == ["Tỉnh ủy Lào Cai", "Ủy ban nhân dân phường Tân Mẫu"]


def test_committees_in_a_list_share_their_owner() -> None:
    found = bodies("Ông Mẫu rời Ban Chấp hành, Ban Thường vụ Tỉnh ủy Lào Cai.")
    assert list(found) == ["Ban Chấp hành Đảng bộ tỉnh Lào Cai", "Ban Thường vụ Tỉnh ủy Lào Cai"]


def test_councils_in_a_list_share_their_place() -> None:
    found = bodies("Hôm qua, Tỉnh ủy, HĐND, UBND tỉnh Lào Cai đã họp.")
    names = ["Tỉnh ủy Lào Cai", "Hội đồng nhân dân tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"]
    assert list(found) == names


@pytest.mark.parametrize("text", ["Đội cứu hộ và cục đá lớn.", "Cục đã họp.", "Trung tâm chính trị của tỉnh."])
def test_a_head_without_a_name_is_no_body(text: str) -> None:
    assert bodies(text) == {}


def test_committees_of_one_level_are_a_kind() -> None:
    text = "Quy định về phòng, chống tham nhũng, tiêu cực (PCTNTC). Ban Chỉ đạo PCTNTC cấp tỉnh do Tỉnh ủy Lào Cai lập."
    kinds = [b for b in bodies(text).values() if b.is_kind]
    assert [b.name for b in kinds] == ["Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"]


def test_an_abbreviation_that_the_text_defines_is_written_out() -> None:
    text = "Chương trình Xây dựng nông thôn mới (XDNTM). Ban Chỉ đạo XDNTM tỉnh Lào Cai đã họp."
    assert "Ban Chỉ đạo Xây dựng nông thôn mới tỉnh Lào Cai" in bodies(text)


def test_a_bracket_whose_letters_do_not_fit_defines_nothing() -> None:
    text = "Chương trình Xây dựng nông thôn mới (ABC). Ban Chỉ đạo ABC tỉnh Lào Cai đã họp."
    assert "Ban Chỉ đạo ABC tỉnh Lào Cai" in bodies(text)


def test_a_misspelt_name_is_read_with_a_note_and_less_confidence() -> None:
    evidence = bodies("Ban Nội chính Trương ương đã họp.")["Ban Nội chính Trung ương"].evidence[0]
    assert evidence.quote == "Ban Nội chính Trương ương"
    assert evidence.note == "Trương ương read as trung ương"
    assert evidence.confidence < 1


@pytest.mark.parametrize("text", ["Tỉnh ủy các tỉnh đã họp.", "Đại biểu Quốc hội phát biểu.", "nội bộ công an"])
def test_plurals_parts_and_common_words_are_no_bodies(text: str) -> None:
    assert bodies(text) == {}


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("Tỉnh ủy Lào Cai", "province"),
        ("UBND huyện Mường Mẫu", "district"),
        ("HĐND xã Mường Mẫu", "commune"),
        ("Bộ Y tế", "state"),
        ("Ban Bí thư", "central"),
        ("Thành ủy Tân Mẫu", "district"),
    ],
)
def test_the_level_follows_from_the_unit(printed: str, level: str) -> None:
    assert [b.level for b in bodies(f"Hôm qua {printed} họp.").values()] == [level]


def test_every_place_that_names_a_body_is_evidence() -> None:
    text = "Tỉnh ủy Lào Cai họp. Sau đó, Tỉnh ủy Lào Cai ra thông báo."
    assert [e.start for e in bodies(text)["Tỉnh ủy Lào Cai"].evidence] == [0, text.rindex("Tỉnh")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hội đồng nhân dân (HĐND) tỉnh Lào Cai họp.", {"Hội đồng nhân dân tỉnh Lào Cai"}),
        ("Bộ đội Biên phòng TPHCM họp.", {"Bộ đội Biên phòng thành phố Hồ Chí Minh"}),
        ("Tổng cục Chính trị CAND họp.", {"Tổng cục Chính trị Công an nhân dân"}),
        (
            "Thủ tướng lập Ban Chỉ đạo thực hiện sắp xếp đơn vị hành chính các cấp (gọi tắt là Ban Chỉ đạo).",
            {"Ban Chỉ đạo thực hiện sắp xếp đơn vị hành chính các cấp"},
        ),
        ("Thủ tướng lập Ban Chỉ đạo thực hiện sắp xếp đơn vị hành chính các cấp (có 12 người).", set()),
    ],
)
def test_a_body_is_read_with_the_words_that_make_it_another(text: str, names: set[str]) -> None:
    assert set(bodies(text)) == names


@pytest.mark.parametrize(
    ("name", "level"),
    [("Ban cán sự đảng Ủy ban nhân dân tỉnh Lào Cai", "province"), ("Ban cán sự đảng Bộ Nội vụ", "central")],
)
def test_a_party_group_is_of_the_level_of_its_place(name: str, level: str) -> None:
    assert bodies(f"{name} họp.")[name].level == level


def test_a_subcommittee_named_once_with_its_congress_is_that_one_everywhere() -> None:
    text = "Tiểu ban Nhân sự Đại hội XIV của Đảng họp. Tổ Giúp việc của Tiểu ban Nhân sự báo cáo."
    assert {b.name for b in extract(text, Lexicon.load()).bodies} == {
        "Tiểu ban Nhân sự Đại hội XIV của Đảng",
        "Tổ Giúp việc của Tiểu ban Nhân sự Đại hội XIV của Đảng",
    }
