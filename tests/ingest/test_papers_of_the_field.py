"""Papers as news of personnel and discipline tell them: decisions in other words, issuers said once for several."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact, RelationFact
from ingest.lexicon import Lexicon


def documents(text: str) -> list[DocumentFact]:
    return extract(text, Lexicon.load()).documents


def relations(text: str, predicate: str) -> list[tuple[str, str]]:
    found: list[RelationFact] = extract(text, Lexicon.load()).relations
    return [(r.subject, r.object) for r in found if r.predicate == predicate]


def names(text: str) -> list[str | None]:
    return [d.name for d in documents(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Theo quyết định của Bộ Chính trị, ông Lê Văn Mẫu được điều động, phân công làm Bí thư Thành ủy Hà Nội.",
            "Quyết định của Bộ Chính trị điều động, phân công Lê Văn Mẫu làm Bí thư Thành ủy Hà Nội",
        ),
        (
            "UBND tỉnh Lào Cai đã có quyết định cho ông Lê Văn Mẫu thôi giữ chức vụ Giám đốc Sở Y tế tỉnh Lào Cai.",
            "Quyết định của Ủy ban nhân dân tỉnh Lào Cai cho ông Lê Văn Mẫu thôi giữ chức vụ"
            " Giám đốc Sở Y tế tỉnh Lào Cai",
        ),
        (
            "Bộ Y tế công bố quyết định của Bộ trưởng Bộ Y tế về công tác nhân sự. Cụ thể, ông Lê Văn Mẫu được"
            " điều động giữ chức Cục trưởng.",
            "Quyết định của Bộ trưởng Bộ Y tế điều động Lê Văn Mẫu giữ chức Cục trưởng",
        ),
        (
            "Ông Hà Văn Tư công bố quyết định của Bộ Chính trị về việc điều động, phân công công tác cán bộ đối với"
            " ông Lê Văn Mẫu.",
            "Quyết định của Bộ Chính trị về việc điều động, phân công công tác cán bộ đối với ông Lê Văn Mẫu",
        ),
        (
            "Bộ Chính trị, Ban Bí thư đã công bố quyết định chỉ định ông Lê Văn Mẫu giữ chức Bí thư Thành ủy Huế.",
            "Quyết định của Bộ Chính trị chỉ định ông Lê Văn Mẫu giữ chức Bí thư Thành ủy Huế",
        ),
        ("Ông Mẫu đã vi phạm Luật đất đai, gây thất thoát lớn.", "Luật đất đai"),
        (
            "Thủ tướng đã trao quyết định tiếp nhận ông Lê Văn Mẫu về công tác tại Bộ Y tế.",
            "Quyết định tiếp nhận ông Lê Văn Mẫu về công tác tại Bộ Y tế",
        ),
        (
            "Kết luận thanh tra của Thanh tra Chính phủ về công tác quản lý đất đai đã chỉ ra nhiều sai phạm.",
            "Kết luận thanh tra của Thanh tra Chính phủ về công tác quản lý đất đai",
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức có hiệu lực.",
            "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức",
        ),
        (
            "Ủy ban Kiểm tra Tỉnh ủy Lào Cai cho biết, cơ quan này vừa có thông báo về việc kiểm điểm các chi bộ.",
            "Thông báo của Ủy ban Kiểm tra Tỉnh ủy Lào Cai về việc kiểm điểm các chi bộ",
        ),
    ],
)
def test_a_paper_is_called_by_whose_it_is_and_what_it_says(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế công bố quyết định của Bộ trưởng về việc điều động, bổ nhiệm cán bộ lãnh đạo, quản lý.",
        "Ban Bí thư nghe các Tờ trình, Báo cáo của Bộ Chính trị về việc tổng kết công tác.",
        "Ủy ban Kiểm tra Trung ương tham mưu trình ban hành chương trình kiểm tra, giám sát năm 2026.",
        "Ông Lê Văn Mẫu tốt nghiệp cử nhân Luật dân sự, đại học Luật hình sự.",
        "Ông bắt đầu làm việc tại Viện Quy hoạch đô thị và nông thôn.",
        "Theo Giám đốc Công ty luật Minh Tâm, hành vi này bị phạt.",
        "Ông Hà Văn Tư trao quyết định cho ông Lê Văn Mẫu.",
        "HĐND tỉnh Lào Cai sẽ nghe báo cáo; xem xét, thông qua nghị quyết về số lượng đại biểu.",
        "Đại hội góp ý vào dự thảo Điều lệ Hội Nông dân Việt Nam.",
        "Tỉnh ủy Lào Cai trao quyết định tiếp nhận ông Lê Văn Mẫu về quê nhà công tác.",
    ],
)
def test_several_papers_drafts_and_decisions_on_nobody_are_none(text: str) -> None:
    assert names(text) == []


def test_two_decisions_on_one_person_are_two_papers() -> None:
    told = (
        "Chủ tịch nước trao Quyết định bổ nhiệm chức vụ Chủ nhiệm Chính trị và trao Quyết định thăng quân hàm Đại tướng"
        " đối với ông Lê Văn Mẫu."
    )
    assert names(told) == [
        "Quyết định bổ nhiệm chức vụ Chủ nhiệm Chính trị đối với ông Lê Văn Mẫu",
        "Quyết định thăng quân hàm Đại tướng đối với ông Lê Văn Mẫu",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Quốc hội đã thông qua 2 nghị quyết: Nghị quyết số 12/2025/QH15 về tỉnh; Nghị quyết số 13/2025/QH15 về xã.",
        "Quốc hội ban hành hai nghị quyết quan trọng, gồm: Nghị quyết số 12/2025/QH15 và Nghị quyết số 13/2025/QH15.",
        "Ông Mẫu công bố các Nghị quyết của Quốc hội: Nghị quyết số 12/2025/QH15 về tỉnh; Nghị quyết số 13/2025/QH15.",
    ],
)
def test_an_issuer_said_once_is_that_of_all_papers_of_the_list(words: str) -> None:
    assert relations(words, "issuedBy") == [("12/2025/QH15", "Quốc hội"), ("13/2025/QH15", "Quốc hội")]


def test_lines_behind_one_that_says_who_adopts_are_resolutions_of_that_council() -> None:
    told = (
        "Ngày 29/10/2020, HĐND tỉnh Lào Cai tổ chức kỳ họp thứ 18.\nKỳ họp thông qua các nghị quyết:\n"
        "Nghị quyết về miễn nhiệm Chánh Văn phòng đối với ông Lê Văn Mẫu.\n"
        "Nghị quyết về miễn nhiệm Ủy viên UBND tỉnh đối với ông Hà Văn Tư."
    )
    assert [d.issuer for d in documents(told)] == ["Hội đồng nhân dân tỉnh Lào Cai"] * 2


def test_who_speaks_in_a_paper_issued_it() -> None:
    assert relations("Theo chỉ đạo của Bộ Chính trị tại Chỉ thị số 35 về đại hội, tỉnh đã làm.", "issuedBy") == [
        ("35", "Bộ Chính trị")
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 11/4/2025, Phó Thủ tướng Lê Văn Mẫu ký Quyết định số 749 của Thủ tướng về kỷ luật.", "2025-04-11"),
        ("Ngày 25/10/2025, Quốc hội thông qua nghị quyết bầu ông Lê Văn Mẫu vào chiều qua 24/10/2025.", "2025-10-24"),
        ("Căn cứ Nghị quyết số 20/2021/QH15 của Quốc hội, kỳ họp thứ nhất thông qua ngày 28/7/2021.", "2021-07-28"),
    ],
)
def test_the_day_of_signing_or_adoption_is_that_of_the_paper(text: str, day: str) -> None:
    assert [d.issued for d in documents(text)] == [day]


def test_a_line_on_the_paper_that_the_next_line_numbers_is_that_paper() -> None:
    told = (
        "Chỉ đạo, điều hành ngày 29/12.\nCông điện của Thủ tướng Chính phủ về tăng cường cứu nạn ở miền Trung\n"
        "Ông Lê Văn Mẫu ký Công điện số 12/CĐ-TTg."
    )
    assert [(d.number, d.issuer) for d in documents(told)] == [("12/CĐ-TTg", "Thủ tướng Chính phủ")]


def test_a_plenum_that_passes_a_resolution_agreed_to_it() -> None:
    plenum = "Hội nghị Trung ương 11 khóa XIII"
    assert relations(f"{plenum} đã thảo luận, thông qua Nghị quyết số 60-NQ/TW.", "agreedBy") == [("60-NQ/TW", plenum)]


def test_a_body_on_whose_advice_a_paper_is_issued_advised_on_it() -> None:
    told = "Trên cơ sở tham mưu của Ủy ban Kiểm tra Trung ương, Bộ Chính trị ban hành Quy định số 69-QĐ/TW."
    assert relations(told, "advisedBy") == [("69-QĐ/TW", "Ủy ban Kiểm tra Trung ương")]


def test_a_decree_amended_by_another_may_have_a_long_title() -> None:
    told = "Nghị định số 178/2024/NĐ-CP về chính sách, chế độ (được sửa đổi, bổ sung bởi Nghị định số 67/2025/NĐ-CP)."
    assert relations(told, "amends") == [("67/2025/NĐ-CP", "178/2024/NĐ-CP")]


def test_a_notice_on_how_a_plan_was_carried_out_does_not_carry_it_out() -> None:
    told = "Tỉnh ủy Lào Cai có thông báo về vi phạm liên quan đến việc thực hiện Đề án phát triển nhân lực."
    assert relations(told, "implements") == []


LEFT = "thôi tham gia Ban Chấp hành, Ban Thường vụ và thôi giữ chức Bí thư Tỉnh ủy Lào Cai"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            f"Ông Tư công bố quyết định của Bộ Chính trị về việc {LEFT}, nhiệm kỳ 2025-2030 đối với ông Lê Văn Mẫu.",
            f"Quyết định của Bộ Chính trị về việc {LEFT} đối với ông Lê Văn Mẫu",
        ),
        (
            "Theo quyết định của Bộ Chính trị, ông Lê Văn Mẫu thôi tham gia Quân ủy Trung ương. "
            "Đồng thời được điều động, bổ nhiệm giữ chức Bí thư Tỉnh ủy Lào Cai.",
            "Quyết định của Bộ Chính trị điều động, bổ nhiệm Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai",
        ),
        (
            "Quốc hội thông qua Nghị quyết về việc bổ nhiệm 4 Thẩm phán Tòa án nhân dân tối cao đối với:\n- Ông Mẫu;",
            "Nghị quyết về việc bổ nhiệm 4 Thẩm phán Tòa án nhân dân tối cao",
        ),
        (
            "Ông Tư trao Quyết định của Bộ Chính trị điều động, bổ nhiệm: đồng chí Lê Văn Mẫu, Ủy viên "
            "Ban Thường vụ, giữ chức Bí thư Tỉnh ủy Lào Cai.",
            "Quyết định của Bộ Chính trị điều động, bổ nhiệm: đồng chí Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai",
        ),
    ],
)
def test_a_decision_on_posts_is_called_by_all_that_it_gives_or_takes(words: str, name: str) -> None:
    assert [d.name for d in documents(words)] == [name]


def test_a_caption_on_the_decision_that_moves_somebody_is_no_other_paper() -> None:
    told = "Ông Tư trao quyết định điều động của Bộ Chính trị cho ông Lê Văn Mẫu."
    assert documents(told) == []


def test_no_name_ends_within_a_word() -> None:
    titles = ", ".join(["Ủy viên Ban Thường vụ Đảng ủy, Phó Giám đốc Sở"] * 4)
    post = "giữ chức Phó Trưởng Ban Nội chính Trung ương"
    for more in range(20, 45):
        told = f"Quyết định của Bộ Chính trị điều động ông Lê Văn Mẫu, {titles}, {'x' * more}, {post}."
        name = documents(told)[0].name or ""
        assert name.split()[-1] in post.split()


def test_a_session_that_adopted_this_resolution_dates_it() -> None:
    name = "Nghị quyết bầu Chủ tịch Quốc hội đối với ông Lê Văn Mẫu"
    told = (
        f"Quốc hội đã biểu quyết thông qua {name}. Nghị quyết này được Quốc hội khóa XV, Kỳ họp thứ 7 thông qua "
        "ngày 20 tháng 5 năm 2024."
    )
    assert [(d.name, d.issued) for d in documents(told)] == [(name, "2024-05-20")]
    assert relations(told, "agreedBy") == [(name, "Kỳ họp thứ 7 Quốc hội khóa XV")]


def test_a_session_adopts_for_its_council_and_not_for_whose_paper_is_followed() -> None:
    told = (
        "Ngày 10/11/2023, HĐND thành phố Thủ Đức tổ chức kỳ họp thứ 8 theo Nghị quyết 98 của Quốc hội. Kỳ họp thông "
        "qua nghị quyết thành lập Phòng Giao thông công chính thuộc UBND TP. Thủ Đức."
    )
    name = "Nghị quyết thành lập Phòng Giao thông công chính thuộc UBND TP. Thủ Đức"
    assert relations(told, "issuedBy") == [("98", "Quốc hội"), (name, "Hội đồng nhân dân thành phố Thủ Đức")]


@pytest.mark.parametrize(
    "name",
    [
        "Nghị quyết Hội nghị lần thứ 2 Ban Chấp hành Đảng bộ tỉnh khóa XVI",
        "Nghị quyết Hội nghị lần thứ 15 Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI, nhiệm kỳ 2020-2025",
    ],
)
def test_the_resolution_of_a_plenum_of_a_province_has_a_name(name: str) -> None:
    assert [d.name for d in documents(f"Tỉnh ủy Lào Cai triển khai {name}.")] == [name]
