"""Posts as the news of Party and State print them: past ones, shared bodies, who is meant and who is not."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def holdings(text: str) -> set[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).holdings
    return {(h.person, h.role, h.body, h.status) for h in facts}


def statuses(text: str) -> dict[str, str]:
    return {role: status for _, role, _, status in holdings(text)}


# Past posts


@pytest.mark.parametrize(
    "posts",
    [
        "nguyên Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lào Cai",
        "nguyên Phó Bí thư Tỉnh ủy kiêm Chủ tịch UBND tỉnh Lào Cai",
        "cựu Phó Bí thư Tỉnh ủy, cựu Chủ tịch UBND tỉnh Lào Cai",
    ],
)
def test_a_word_for_past_covers_the_posts_that_follow_in_the_list(posts: str) -> None:
    assert statuses(f"Kỷ luật ông Lê Văn Mẫu, {posts}.") == {"Phó Bí thư": "former", "Chủ tịch": "former"}


@pytest.mark.parametrize(
    "posts",
    [
        "nguyên Phó Bí thư Huyện ủy Bát Xát, Chủ tịch UBND tỉnh Lào Cai",
        "nguyên Phó Bí thư Tỉnh ủy Lào Cai, Chủ tịch Hội Khuyến học tỉnh",
        "nguyên Phó Bí thư Tỉnh ủy Lào Cai, hiện là Chủ tịch HĐND tỉnh",
    ],
)
def test_a_higher_post_one_in_a_union_and_one_held_now_are_not_covered(posts: str) -> None:
    assert statuses(f"Kỷ luật ông Lê Văn Mẫu, {posts}.") == {"Phó Bí thư": "former", "Chủ tịch": "current"}


def test_a_post_with_the_year_in_which_it_began_is_held_since() -> None:
    text = "Ngày 3/5/2024, ông Lê Văn Mẫu phát biểu. Ông giữ chức Bí thư Tỉnh ủy Lào Cai từ năm 2016."
    assert holdings(text) == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")}


def test_what_somebody_held_after_years_of_work_is_past() -> None:
    text = "Ông Lê Văn Mẫu từng công tác ở cơ sở, giữ chức Bí thư Huyện ủy Bát Xát."
    assert holdings(text) == {("Lê Văn Mẫu", "Bí thư", "Huyện ủy Bát Xát", "former")}


def test_the_line_of_a_career_may_begin_with_one_date() -> None:
    text = "Ông Lê Văn Mẫu nghỉ hưu. Từ tháng 5-2011 là Chánh Văn phòng Tỉnh ủy Lào Cai."
    assert holdings(text) == {("Lê Văn Mẫu", "Chánh Văn phòng", "Văn phòng Tỉnh ủy Lào Cai", "former")}


# Bodies that a post takes from its neighbours


@pytest.mark.parametrize(
    ("posts", "body"),
    [
        ("Phó Bí thư, Chủ tịch UBND huyện Bát Xát", "Huyện ủy Bát Xát"),
        ("Phó Bí thư, Chủ tịch HĐND phường Tân Mẫu", "Đảng ủy phường Tân Mẫu"),
    ],
)
def test_a_secretary_without_a_body_is_in_the_committee_of_the_place(posts: str, body: str) -> None:
    assert ("Lê Văn Mẫu", "Phó Bí thư", body, "current") in holdings(f"Ông Lê Văn Mẫu, {posts}, phát biểu.")


def test_commanders_named_together_share_their_unit() -> None:
    text = "Đại tá Lê Văn Mẫu, Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh Lào Cai, dự họp."
    unit = "Bộ Chỉ huy Quân sự tỉnh Lào Cai"
    assert holdings(text) == {
        ("Lê Văn Mẫu", "Phó Chỉ huy trưởng", unit, "current"),
        ("Lê Văn Mẫu", "Tham mưu trưởng", unit, "current"),
    }


def test_the_post_that_is_left_is_in_the_body_of_the_like_post_that_is_given() -> None:
    text = "Bổ nhiệm Đại tá Lê Văn Mẫu, Phó Chính ủy giữ chức Chính ủy Quân khu 2."
    assert holdings(text) == {
        ("Lê Văn Mẫu", "Phó Chính ủy", "Quân khu 2", "current"),
        ("Lê Văn Mẫu", "Chính ủy", "Quân khu 2", "appointed"),
    }


def test_a_bare_commission_is_the_one_named_before() -> None:
    text = "Ủy ban Kiểm tra Trung ương họp do Chủ nhiệm Ủy ban Lê Văn Mẫu chủ trì."
    assert holdings(text) == {("Lê Văn Mẫu", "Chủ nhiệm", "Ủy ban Kiểm tra Trung ương", "current")}


def test_a_deputy_in_charge_is_in_the_body_that_follows() -> None:
    text = "Ông Lê Văn Mẫu, Phó Chủ nhiệm Thường trực, phụ trách Ủy ban Kiểm tra Tỉnh ủy Lào Cai, báo cáo."
    body = "Ủy ban Kiểm tra Tỉnh ủy Lào Cai"
    assert holdings(text) == {("Lê Văn Mẫu", "Phó Chủ nhiệm Thường trực", body, "current")}


def test_a_body_that_has_a_post_owns_it() -> None:
    text = "Hiện Quân khu 2 có Tư lệnh là Trung tướng Lê Văn Mẫu."
    assert holdings(text) == {("Lê Văn Mẫu", "Tư lệnh", "Quân khu 2", "current")}


# Who is meant, and who is not


def test_whoever_congratulates_those_elected_is_not_elected() -> None:
    text = "Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu chúc mừng các vị được bầu giữ chức Phó Chủ tịch UBND tỉnh."
    assert holdings(text) == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Lào Cai", "current")}


def test_who_decided_is_not_the_one_named_after_the_comma() -> None:
    text = "Theo quyết định của Thủ tướng, ông Lê Văn Mẫu được bổ nhiệm giữ chức Thứ trưởng Bộ Y tế."
    assert holdings(text) == {("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế", "appointed")}


def test_two_posts_that_end_together_both_end() -> None:
    text = "Đồng chí Lê Văn Mẫu thôi làm nhiệm vụ đại biểu HĐND tỉnh Lào Cai và miễn nhiệm chức vụ Chủ tịch UBND tỉnh."
    assert statuses(text) == {"Đại biểu": "dismissed", "Chủ tịch": "dismissed"}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("được tái bầu làm", "appointed"),
        ("được bầu lại chức vụ", "appointed"),
        ("được hiệp thương cử giữ chức", "appointed"),
        ("được công nhận là", "appointed"),
        ("được luân chuyển làm", "appointed"),
        ("từ chức", "dismissed"),
        ("thôi kiêm", "dismissed"),
        ("không còn giữ chức", "dismissed"),
        ("có thời gian làm", "former"),
        ("hiện đảm nhiệm", "current"),
    ],
)
def test_each_verb_of_the_register_makes_of_a_post_what_it_says(words: str, status: str) -> None:
    assert statuses(f"Ông Lê Văn Mẫu {words} Bí thư Tỉnh ủy Lào Cai.") == {"Bí thư": status}


def test_a_life_told_in_one_sentence_gives_its_posts() -> None:
    text = (
        "Gia đình vô cùng thương tiếc báo tin: Đồng chí Lê Văn Mẫu (tên thường gọi Hai Mẫu), sinh ngày 1/2/1942; "
        "quê quán: Lào Cai; vào Đảng ngày 3/2/1964; Ủy viên Trung ương Đảng khóa VI; đại biểu Quốc hội khóa VIII; "
        "nguyên Trưởng Ban Nội chính Trung ương."
    )
    assert statuses(text) == {"Ủy viên": "former", "Đại biểu": "former", "Trưởng ban": "former"}


def test_all_whom_a_sentence_lists_before_a_post_are_elected() -> None:
    text = (
        "Các ông: Lê Văn Mẫu, Giám đốc Sở Y tế; Hà Văn Tư, Giám đốc Sở Nội vụ tỉnh Lào Cai tiếp tục được bầu giữ chức "
        "Ủy viên UBND tỉnh Lào Cai."
    )
    assert {h[0] for h in holdings(text) if h[3] == "appointed"} == {"Lê Văn Mẫu", "Hà Văn Tư"}


def test_several_named_with_and_without_titles_are_all_appointed() -> None:
    text = (
        "Ông Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, bà Đỗ Thị Sen và ông Hà Văn Tư được chỉ định giữ chức Phó Bí thư "
        "Tỉnh ủy Lào Cai."
    )
    assert {h[0] for h in holdings(text) if h[3] == "appointed"} == {"Lê Văn Mẫu", "Đỗ Thị Sen", "Hà Văn Tư"}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Ông Lê Văn Mẫu được chỉ định tiếp tục giữ chức", "appointed"),
        ("Ông Lê Văn Mẫu tiếp tục giữ chức", "current"),
        ("Hiện, ông Lê Văn Mẫu giữ chức", "current"),
        ("Ông Lê Văn Mẫu sinh năm 1970, quê Lào Cai là", "current"),
    ],
)
def test_whether_a_post_goes_on_or_is_given_anew_is_told_apart(words: str, status: str) -> None:
    assert statuses(f"{words} Bí thư Tỉnh ủy Lào Cai.") == {"Bí thư": status}


def test_posts_after_is_may_be_listed_with_semicolons() -> None:
    text = (
        "Ông Lê Văn Mẫu là Ủy viên Trung ương Đảng khóa XII, XIII; Ủy viên Bộ Chính trị khóa XIII; Đại biểu Quốc hội."
    )
    assert {(role, body) for _, role, body, _ in holdings(text)} == {
        ("Ủy viên", "Ban Chấp hành Trung ương Đảng"),
        ("Ủy viên", "Bộ Chính trị"),
        ("Đại biểu", "Quốc hội"),
    }


def test_a_post_to_be_filled_is_not_that_of_the_one_named_next() -> None:
    text = "Chờ kiện toàn chức vụ Bí thư Thành ủy Móng Cái, đồng chí Lê Văn Mẫu, Phó Bí thư Thành ủy, điều hành."
    assert holdings(text) == {("Lê Văn Mẫu", "Phó Bí thư", "Thành ủy Móng Cái", "current")}


def test_people_to_be_chosen_are_not_the_one_who_reads_the_decision() -> None:
    text = (
        "Bà Đỗ Thị Sen, Phó Trưởng Ban Tổ chức Trung ương, công bố quyết định chỉ định nhân sự tham gia Ban Chấp hành, "
        "Ban Thường vụ Tỉnh ủy Lào Cai."
    )
    assert holdings(text) == {("Đỗ Thị Sen", "Phó Trưởng ban", "Ban Tổ chức Trung ương", "current")}


def test_comrades_who_are_members_are_not_the_one_named_before() -> None:
    text = "Dự họp có ông Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai cùng các đồng chí là Ủy viên Ban Chấp hành Đảng bộ tỉnh."
    assert statuses(text) == {"Bí thư": "current"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cơ quan điều tra khởi tố Lê Thị Mẫu về tội nhận hối lộ.", ["Lê Thị Mẫu"]),
        ("Hội nghị diễn ra ở phố Lê Văn Mẫu.", []),
        ("Hội nghị kết thúc tốt đẹp.\nLê Văn Mẫu", []),
        ("Quang cảnh hội nghị. Ảnh: Lê Văn Mẫu", []),
    ],
)
def test_a_plain_name_is_a_person_unless_it_is_a_place_or_an_author(text: str, found: list[str]) -> None:
    assert [p.name for p in extract(text, Lexicon.load()).people] == found


def test_a_committee_among_central_ones_that_begin_alike_is_read() -> None:
    text = (
        "Đồng chí Lê Văn Mẫu thôi tham gia Ban Chấp hành, Ban Chấp hành Đảng bộ Quốc hội; chỉ định tham gia "
        "Ban Chấp hành, Ban Thường vụ Đảng ủy và giữ chức Phó Bí thư Thường trực Đảng ủy Quốc hội."
    )
    assert ("Lê Văn Mẫu", "Phó Bí thư Thường trực", "Đảng ủy Quốc hội", "appointed") in holdings(text)


def test_each_line_after_the_words_for_whom_opens_with_one_of_them() -> None:
    text = (
        "Quốc hội phê chuẩn việc bổ nhiệm 2 Thẩm phán Tòa án nhân dân tối cao đối với:\n"
        "Ông Lê Văn Mẫu - Phó Chánh án Tòa án nhân dân cấp cao tại Đà Nẵng\n"
        "Bà Đỗ Thị Sen - Chánh Văn phòng Tòa án nhân dân tối cao\n"
    )
    assert {h[:2] for h in holdings(text)} == {
        ("Lê Văn Mẫu", "Thẩm phán"),
        ("Lê Văn Mẫu", "Phó Chánh án"),
        ("Đỗ Thị Sen", "Thẩm phán"),
        ("Đỗ Thị Sen", "Chánh Văn phòng"),
    }


def test_counted_members_are_elected_past_semicolons_up_to_another_deed() -> None:
    text = (
        "Trung ương bầu 2 đồng chí tham gia Ban Bí thư khóa XIV gồm: Bà Đỗ Thị Sen, Phó Chủ tịch nước; ông Lê Văn Mẫu, "
        "Thứ trưởng Bộ Y tế; phân công ông Hà Văn Tư giữ chức Trưởng Ban Tổ chức Trung ương."
    )
    assert {h[0] for h in holdings(text) if h[2] == "Ban Bí thư"} == {"Đỗ Thị Sen", "Lê Văn Mẫu"}


def test_members_of_the_standing_board_of_a_front_are_members() -> None:
    text = "Bà Đỗ Thị Sen được điều động tham gia Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam."
    body = "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"
    assert holdings(text) == {("Đỗ Thị Sen", "Ủy viên", body, "appointed")}


def test_several_of_whom_each_has_posts_leave_a_committee_together() -> None:
    text = (
        "Trung ương thống nhất để 2 ông Lê Văn Mẫu, Thứ trưởng Bộ Y tế; Hà Văn Tư, Bí thư Tỉnh ủy Lào Cai và "
        "ông Đỗ Văn Sáu, Bí thư Tỉnh ủy Yên Bái thôi tham gia Ban Chấp hành Trung ương Đảng."
    )
    assert {h[0] for h in holdings(text) if h[3] == "dismissed"} == {"Lê Văn Mẫu", "Hà Văn Tư", "Đỗ Văn Sáu"}


def test_a_place_behind_a_field_with_and_in_it_is_that_of_the_list() -> None:
    text = (
        "Kỷ luật ông Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy Yên Bái; bà Đỗ Thị Sen, Phó Trưởng Ban Tuyên giáo Tỉnh ủy, "
        "nguyên Tỉnh ủy viên, nguyên Giám đốc Sở Giáo dục và Đào tạo tỉnh Lào Cai."
    )
    assert ("Đỗ Thị Sen", "Phó Trưởng ban", "Ban Tuyên giáo Tỉnh ủy Lào Cai", "current") in holdings(text)


def test_a_title_of_what_was_merged_may_stand_before_the_name_and_a_comma() -> None:
    text = "Bí thư Tỉnh ủy Hà Giang cũ, bà Đỗ Thị Sen, phát biểu."
    assert holdings(text) == {("Đỗ Thị Sen", "Bí thư", "Tỉnh ủy Hà Giang", "former")}


def test_a_committee_to_be_joined_when_a_post_is_approved_is_not_yet_joined() -> None:
    text = (
        "Ông Lê Văn Mẫu thôi giữ chức Bí thư Tỉnh ủy Lào Cai để phê chuẩn, bổ nhiệm giữ chức vụ Thẩm phán Tòa án "
        "nhân dân tối cao và chỉ định tham gia Ban cán sự đảng Tòa án nhân dân tối cao."
    )
    assert {role for _, role, _, status in holdings(text) if status == "appointed"} <= {"Thẩm phán"}


def test_one_membership_is_told_once_whether_by_the_committee_or_by_its_organisation() -> None:
    text = "Ông Lê Văn Mẫu, Tỉnh ủy viên Tỉnh ủy Lào Cai, thôi tham gia Ban Chấp hành Đảng bộ tỉnh Lào Cai."
    assert [status for _, role, _, status in holdings(text) if role == "Ủy viên"] == ["dismissed"]


@pytest.mark.parametrize("words", ["được giao quyền Chủ tịch UBND", "được trao quyền Chủ tịch UBND"])
def test_an_acting_post_is_given(words: str) -> None:
    text = f"Ông Lê Văn Mẫu {words} tỉnh Lào Cai."
    assert holdings(text) == {("Lê Văn Mẫu", "Quyền Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "appointed")}


def test_a_post_may_be_taken_as_that_of_its_holder() -> None:
    text = "Thủ tướng phê chuẩn miễn nhiệm chức vụ Chủ tịch UBND tỉnh Lào Cai của ông Lê Văn Mẫu, để nghỉ hưu."
    assert holdings(text) == {("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "dismissed")}


def test_who_signs_what_is_approved_is_not_elected() -> None:
    text = (
        "Phó Thủ tướng Lê Văn Mẫu ký các quyết định phê chuẩn kết quả bầu, miễn nhiệm chức vụ Chủ tịch, "
        "Phó Chủ tịch UBND tỉnh Lào Cai."
    )
    assert statuses(text) == {"Phó Thủ tướng": "current"}


def test_a_stretch_of_time_that_ended_makes_a_post_past() -> None:
    text = "Ngày 5/12/2025, ông Lê Văn Mẫu dự họp. Từ tháng 7/2023-11/2025, ông là Bí thư Tỉnh ủy Lào Cai."
    assert statuses(text) == {"Bí thư": "former"}


def test_a_council_shares_the_place_of_the_delegation_named_next() -> None:
    text = "Ông Lê Văn Mẫu, Chủ tịch Hội đồng nhân dân, Trưởng Đoàn đại biểu Quốc hội khóa XIII tỉnh Lào Cai, dự họp."
    assert ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "current") in holdings(text)


@pytest.mark.parametrize("role", ["Vụ trưởng", "Phó Vụ trưởng"])
def test_a_head_of_division_may_follow_the_word_for_a_post(role: str) -> None:
    text = f"Bổ nhiệm bà Đỗ Thị Sen giữ chức {role} Văn hóa - Văn nghệ."
    assert holdings(text) == {("Đỗ Thị Sen", role, "Vụ Văn hóa - Văn nghệ", "appointed")}


def test_all_in_a_list_of_names_after_an_honorific_are_people() -> None:
    text = "Năm đoàn do các ông-bà Lê Văn Mẫu, Hà Thế Huynh, Trần Xuân Phúc và Đỗ Thị Sen phụ trách."
    names = [p.name for p in extract(text, Lexicon.load()).people]
    assert names == ["Lê Văn Mẫu", "Hà Thế Huynh", "Trần Xuân Phúc", "Đỗ Thị Sen"]


@pytest.mark.parametrize("title", ["PGS.TS.", "GS.TS", "Thạc sĩ", "Bác sĩ", "Trung tá", "Phó Đô đốc"])
def test_a_degree_or_rank_before_a_name_is_no_part_of_it(title: str) -> None:
    text = f"{title} Lê Văn Mẫu, Giám đốc Sở Y tế tỉnh Lào Cai, phát biểu."
    assert holdings(text) == {("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Lào Cai", "current")}


@pytest.mark.parametrize("office", ["Giám đốc Sở Tài nguyên", "Trưởng phòng Quản lý tài nguyên"])
def test_an_office_whose_name_ends_like_the_word_for_former_makes_no_post_a_past_one(office: str) -> None:
    text = f"Bổ nhiệm ông Lê Văn Mẫu, {office} giữ chức Phó Chủ tịch UBND tỉnh Lào Cai."
    found = {(h.role, h.status) for h in extract(text, Lexicon.load()).holdings}
    assert ("Phó Chủ tịch", "appointed") in found


def test_a_person_of_like_name_who_once_held_a_post_did() -> None:
    text = "Ông Lê Văn Tài nguyên giữ chức Phó Chủ tịch UBND tỉnh Lào Cai."
    assert [h.status for h in extract(text, Lexicon.load()).holdings] == ["former"]
