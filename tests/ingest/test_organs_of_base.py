"""Organs that a text names without the Party base whose they are."""

import pytest

from tests.ingest.official_texts import PARTY, decision, read, related

_PLAN = (
    f"ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ MẪU SƠN\n*\nSố 12-TB/ĐU\n{PARTY}Mẫu Sơn, ngày 3 tháng 4 năm 2026\nTHÔNG BÁO\n"
    "về lịch họp\n{text}\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLò Văn Mẫu"
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Giao Ủy ban Kiểm tra Đảng ủy theo dõi.", "Ủy ban Kiểm tra Đảng ủy xã Mẫu Sơn"),
        ("Giao Văn phòng Đảng ủy xã đôn đốc.", "Văn phòng Đảng ủy xã Mẫu Sơn"),
        ("Thường trực Đảng ủy kết luận như sau:", "Thường trực Đảng ủy xã Mẫu Sơn"),
        ("BTV Đảng ủy, các chi bộ thực hiện.", "Ban Thường vụ Đảng ủy xã Mẫu Sơn"),
    ],
)
def test_an_organ_is_of_the_only_base_that_the_text_names(words: str, name: str) -> None:
    assert name in {b.name for b in read(_PLAN.format(text=f"1. {words}")).bodies}


@pytest.mark.parametrize(
    "words",
    [
        "Các Ban Thường vụ Đảng ủy cơ sở thực hiện.",
        "Phó Bí thư Thường trực Đảng ủy chủ trì.",
        "Văn phòng Đảng ủy Sở Mẫu và Đảng ủy phường Kim Tân thực hiện.",
    ],
)
def test_several_organs_posts_and_those_of_another_base_are_not_its_own(words: str) -> None:
    names = {b.name for b in read(_PLAN.format(text=f"1. {words}")).bodies}
    assert not {name for name in names if name.endswith("Đảng ủy xã Mẫu Sơn") and not name.startswith("Đảng ủy")} - {
        "Ban Thường vụ Đảng ủy xã Mẫu Sơn"  # that signs
    }


def test_the_paper_of_an_organ_is_issued_by_it() -> None:
    text = _PLAN.format(text="1. Đã nêu tại Thông báo số 26-TB/UBKTĐU ngày 19/8/2026 của Ủy ban Kiểm tra Đảng ủy.")
    assert [d.issuer for d in read(text).documents if d.number == "26-TB/UBKTĐU"] == [
        "Ủy ban Kiểm tra Đảng ủy xã Mẫu Sơn"
    ]


@pytest.mark.parametrize(
    "tail",
    [
        "giai đoạn 2022 - 2025, tầm nhìn đến năm 2030 (gọi tắt là Tổ công tác)",
        "theo Đề án của tỉnh (sau đây gọi là Tổ công tác)",
        "nhiệm kỳ 2021 - 2026 (viết tắt là Tổ công tác)",
    ],
)
def test_a_name_goes_on_to_the_bracket_that_shortens_it(tail: str) -> None:
    text = decision(
        articles=f"Điều 1. Thành lập Tổ công tác triển khai việc mẫu {tail}, gồm các ông, bà:\n1. Ông Lò Mẫu"
    )
    whole = f"Tổ công tác triển khai việc mẫu {tail.split(' (')[0]}"
    assert related(text, "establishes") == [whole]


def test_a_committee_that_is_renamed_has_the_members_that_follow() -> None:
    rows = "1. Chủ tịch Ủy ban: Thủ tướng Chính phủ Lò Văn Mẫu.\n2. Các Ủy viên:\n- Bộ trưởng Bộ Công an Lê Thị Sen;"
    named = "Ủy ban Quốc gia về thư viện mở thành Ủy ban Quốc gia về học tập số"
    article = f"Điều 1. Kiện toàn, đổi tên {named} (sau đây gọi tắt là Ủy ban), gồm các thành viên sau đây:\n{rows}"
    posts = {(h.person, h.role) for h in read(decision(articles=article)).holdings if h.body.endswith("học tập số")}
    assert posts == {("Lò Văn Mẫu", "Chủ tịch"), ("Lê Thị Sen", "Ủy viên")}


def test_bodies_of_a_row_of_commands_are_all_founded() -> None:
    first = "Thành lập Tiểu ban Văn kiện do ông Lò Văn Mẫu làm Trưởng Tiểu ban"
    text = decision(articles=f"Điều 1. {first}; Tiểu ban Nhân sự do bà Lê Thị Sen làm Trưởng Tiểu ban.")
    assert related(text, "establishes") == ["Tiểu ban Văn kiện", "Tiểu ban Nhân sự"]


def test_who_submitted_what_was_considered_advised_it() -> None:
    head = f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 14-KL/TW\n{PARTY}Hà Nội, ngày 22 tháng 9 năm 2021\nKẾT LUẬN\n"
    paper = "Tờ trình số 41-TTr/BTCTW, ngày 16/8/2021 của Ban Tổ chức Trung ương"
    told = f"Đại hội đề ra chủ trương. Sau khi xem xét {paper}, Bộ Chính trị kết luận như sau:"
    text = f"{head}CỦA BỘ CHÍNH TRỊ\nvề việc mẫu\n{told}\n1. Việc mẫu.\nT/M BỘ CHÍNH TRỊ\nLò Văn Mẫu"
    assert related(text, "advisedBy") == ["Ban Tổ chức Trung ương"]


def test_a_part_of_what_is_carried_out_may_be_a_basis_and_a_report_is_none() -> None:
    carried = "Thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị"
    basis = "căn cứ Hướng dẫn số 27-HD/BTCTW của Ban Tổ chức Trung ương"
    text = decision(recitals=f"{carried}; {basis}; xét Báo cáo kết quả kiểm tra theo Quyết định số 58-QĐ/ĐU,")
    assert (related(text, "implements"), related(text, "basedOn")) == (["35-CT/TW"], ["27-HD/BTCTW"])


def test_documents_with_titles_are_joined_in_what_is_repealed() -> None:
    first = "Quyết định số 10/QĐ-TTg ngày 2 tháng 8 năm 2018 của Thủ tướng Chính phủ về việc mẫu"
    text = decision(articles=f"Điều 1. Bãi bỏ {first}; Quyết định số 11/QĐ-TTg ngày 3 tháng 8 năm 2018.")
    assert related(text, "repeals") == ["10/QĐ-TTg", "11/QĐ-TTg"]


def test_a_guide_to_founding_founds_nothing() -> None:
    guide = "Hướng dẫn số 25-HD/BNCTW của Ban Nội chính Trung ương về việc thành lập Ban Chỉ đạo PCTN"
    relations = read(decision(recitals=f"Căn cứ {guide};")).relations
    assert not [r for r in relations if (r.subject, r.predicate) == ("25-HD/BNCTW", "establishes")]
