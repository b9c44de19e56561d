"""Papers as whole reports tell them: handed over here and told there, named in passing, by bare figures."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact
from ingest.lexicon import Lexicon


def documents(text: str) -> list[DocumentFact]:
    return extract(text, Lexicon.load()).documents


def names(text: str) -> list[str | None]:
    return [d.name for d in documents(text)]


def issuers(text: str) -> list[tuple[str, str]]:
    return [(r.subject, r.object) for r in extract(text, Lexicon.load()).relations if r.predicate == "issuedBy"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mẫu, 48 tuổi, được Bộ Chính trị điều động, chỉ định giữ chức Bí thư Tỉnh ủy Lào Cai.\n\n"
        "Chiều 24/1, bà Hà Thị Tư trao quyết định của Bộ Chính trị cho ông Mẫu.",
        "Bà Hà Thị Tư trao quyết định của Bộ Chính trị cho ông Lê Văn Mẫu. Trước đó, ông Lê Văn Mẫu được"
        " Bộ Chính trị điều động, chỉ định giữ chức Bí thư Tỉnh ủy Lào Cai.",
    ],
)
def test_a_decision_handed_to_somebody_is_called_by_what_the_report_says_the_body_decides(text: str) -> None:
    assert names(text) == ["Quyết định của Bộ Chính trị điều động, chỉ định Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai"]


@pytest.mark.parametrize(
    "text",
    [
        "Bà Hà Thị Tư trao quyết định cho ông Lê Văn Mẫu. Ông Mẫu được Bộ Chính trị điều động giữ chức Bí thư.",
        "Bà Hà Thị Tư trao quyết định của Bộ Chính trị cho ông Lê Văn Mẫu và chúc mừng.",
        "Ông Trần Văn Hai được Bộ Chính trị điều động giữ chức Bí thư Tỉnh ủy Lào Cai. Bà Hà Thị Tư trao quyết định"
        " của Bộ Chính trị cho ông Lê Văn Mẫu.",
    ],
)
def test_a_decision_handed_to_somebody_of_which_the_report_says_nothing_more_is_none(text: str) -> None:
    assert documents(text) == []


def test_a_decision_of_two_bodies_on_two_people_is_issued_by_both_and_names_both() -> None:
    text = (
        "Tỉnh ủy Lào Cai đã trao quyết định của Bộ Chính trị và Ban Bí thư chỉ định ông Lê Văn Mẫu, 48 tuổi, Giám đốc"
        " Sở Y tế, và bà Hà Thị Tư, 45 tuổi, tham gia Ban Chấp hành Đảng bộ tỉnh Lào Cai."
    )
    name = (
        "Quyết định của Bộ Chính trị và Ban Bí thư chỉ định ông Lê Văn Mẫu và bà Hà Thị Tư tham gia Ban Chấp hành Đảng"
    )
    name += " bộ tỉnh Lào Cai"
    assert names(text) == [name]
    assert issuers(text) == [(name, "Bộ Chính trị"), (name, "Ban Bí thư")]


def test_a_decision_told_again_without_the_post_is_the_one_told_with_it() -> None:
    text = (
        "Thủ tướng đã trao Quyết định của Chủ tịch nước bổ nhiệm ông Lê Văn Mẫu làm Bộ trưởng Bộ Y tế.\n\n"
        "Ngay sau đó, Chủ tịch nước đã có Quyết định bổ nhiệm đối với ông Lê Văn Mẫu."
    )
    assert names(text) == ["Quyết định của Chủ tịch nước bổ nhiệm ông Lê Văn Mẫu làm Bộ trưởng Bộ Y tế"]


def test_a_decision_announced_at_a_ceremony_is_that_of_the_body_of_whose_decisions_it_is() -> None:
    text = (
        "Ngày 17/3, Tỉnh ủy Lào Cai đã tổ chức lễ công bố quyết định của Bộ Chính trị về công tác cán bộ.\n\n"
        "Tại buổi lễ, Ban Tổ chức Trung ương đã công bố quyết định điều động ông Lê Văn Mẫu làm Bí thư Tỉnh ủy Lào Cai."
    )
    assert [d.issuer for d in documents(text)] == ["Bộ Chính trị"]


@pytest.mark.parametrize(
    ("text", "number", "kind", "issued"),
    [
        ("Việc này thực hiện như quyết định 5506 ngày 31/12/2021.", "5506", "Quyết định", "2021-12-31"),
        ("Theo kết luận 127 ban hành ngày 28/2/2025, các tỉnh dừng tuyển dụng.", "127", "Kết luận", "2025-02-28"),
    ],
)
def test_bare_figures_with_a_day_are_a_number_behind_a_kind_in_small_letters(
    text: str, number: str, kind: str, issued: str
) -> None:
    assert [(d.number, d.type, d.issued) for d in documents(text)] == [(number, kind, issued)]


def test_who_acts_by_a_paper_are_both_bodies_that_are_named() -> None:
    text = "Theo Kết luận số 127 ban hành ngày 28/2/2025, Bộ Chính trị, Ban Bí thư giao các tỉnh rà soát."
    assert issuers(text) == [("127", "Bộ Chính trị"), ("127", "Ban Bí thư")]


def test_the_papers_in_which_a_body_lays_down_its_line_are_both_its() -> None:
    text = (
        "Việc này theo chủ trương của Bộ Chính trị tại Quy định số 41 ngày 3/11/2021 về việc từ chức của cán bộ"
        " và Thông báo số 20 ngày 8/9/2022 về bố trí công tác."
    )
    assert issuers(text) == [("41", "Bộ Chính trị"), ("20", "Bộ Chính trị")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Đối với Đề án hoàn thiện hệ thống pháp luật đáp ứng yêu cầu mới, Tổng Bí thư nhấn mạnh ba việc.",
            "Đề án hoàn thiện hệ thống pháp luật đáp ứng yêu cầu mới",
        ),
        (
            "Đã 40 năm thực hiện Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội năm 1991.",
            "Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội năm 1991",
        ),
        ("Tổng kết Nghị quyết Trung ương 3 khóa 10 về phòng, chống lãng phí.", "Nghị quyết Trung ương 3 khóa 10"),
        ("Đề xuất sửa Điều lệ và Hiến pháp năm 2013\n\nHiến pháp, theo ông, còn hiệu lực.", "Hiến pháp 2013"),
        (
            "Hội nghị thông qua Nghị quyết Hội nghị lần thứ 12, BCH Trung ương Đảng khóa XII.",
            "Nghị quyết Hội nghị lần thứ 12, BCH Trung ương Đảng khóa XII",
        ),
    ],
)
def test_a_paper_named_in_passing_ends_where_its_name_ends(text: str, name: str) -> None:
    assert names(text) == [name]


def test_the_field_of_a_body_is_no_paper() -> None:
    assert documents("Tổng Bí thư giao Ban Chính sách, Chiến lược Trung ương hoàn thiện dự thảo về tăng trưởng.") == []


def test_a_proposal_told_again_with_who_makes_it_is_one() -> None:
    text = (
        "Ông Lê Văn Mẫu trình bày Tờ trình về việc bầu Chủ tịch nước nhiệm kỳ 2021-2026.\n\n"
        "Quốc hội thảo luận về Tờ trình của Ủy ban Thường vụ Quốc hội về việc bầu Chủ tịch nước nhiệm kỳ 2021-2026."
    )
    assert [d.issuer for d in documents(text)] == ["Ủy ban Thường vụ Quốc hội"]


def test_the_party_s_rules_on_discipline_are_named_with_a_capital() -> None:
    rules = "uy định của Đảng về kỷ luật tổ chức đảng, đảng viên vi phạm, Bộ Chính trị kỷ luật ông Lê Văn Mẫu."
    assert names(f"Căn cứ Q{rules}") == ["Quy định của Đảng về kỷ luật tổ chức đảng, đảng viên vi phạm"]
    assert names(f"Căn cứ q{rules}") == []


def test_a_plan_ends_before_what_the_congress_does_next() -> None:
    text = "Đại hội đã nghe báo cáo Đề án nhân sự Ban Chấp hành khóa XX và lấy phiếu giới thiệu Bí thư."
    assert names(text) == ["Đề án nhân sự Ban Chấp hành khóa XX"]


def test_a_plan_for_a_scheme_is_one_paper() -> None:
    text = "Hội nghị thảo luận về Đề án Quy hoạch phát triển và quản lý báo chí toàn quốc đến năm 2025."
    assert names(text) == ["Đề án Quy hoạch phát triển và quản lý báo chí toàn quốc đến năm 2025"]


def test_what_the_deputies_present_adopt_is_the_assembly_s() -> None:
    text = (
        "Với 476/484 phiếu đồng ý, bằng 95,97% đại biểu Quốc hội có mặt đã biểu quyết thông qua nghị quyết miễn nhiệm"
        " Phó Thủ tướng Chính phủ Lê Văn Mẫu."
    )
    assert [d.issuer for d in documents(text)] == ["Quốc hội"]


@pytest.mark.parametrize(
    ("first", "number"),
    [
        (
            "Thủ tướng Chính phủ có quyết định thi hành kỷ luật với ông Lê Văn Mẫu.",
            "Quyết định số 1720/QĐ-TTg thi hành kỷ luật đối với",
        ),
        (
            "Quốc hội thông qua Nghị quyết miễn nhiệm Chủ tịch nước đối với ông Lê Văn Mẫu.",
            "Nghị quyết số 116/2024/QH15 miễn nhiệm chức vụ Chủ tịch nước đối với",
        ),
    ],
)
def test_a_paper_against_somebody_is_the_one_that_a_later_sentence_numbers(first: str, number: str) -> None:
    (paper,) = documents(f"Tin trong ngày\n\n{first}\n\n{number} ông Lê Văn Mẫu có hiệu lực từ ngày ký.")
    assert paper.number and paper.issuer


def test_who_holds_the_announcement_of_a_decision_has_issued_it() -> None:
    text = (
        "Chiều 6/9/2025, Bộ Chính trị và Ban Bí thư tổ chức công bố quyết định về công tác cán bộ. Theo đó, ông Lê Văn"
        " Mẫu được chỉ định giữ chức Bí thư Tỉnh ủy Lào Cai nhiệm kỳ 2020-2025."
    )
    (paper,) = documents(text)
    assert paper.issuer == "Bộ Chính trị"
    assert paper.name == "Quyết định của Bộ Chính trị chỉ định Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai"


def test_a_decision_on_who_joins_a_committee_is_one() -> None:
    text = "Đại hội công bố quyết định của Bộ Chính trị chỉ định nhân sự tham gia Ban Chấp hành Đảng bộ tỉnh Lào Cai."
    assert [d.issuer for d in documents(text)] == ["Bộ Chính trị"]


def test_of_two_bodies_the_one_that_the_next_sentence_names_has_decided() -> None:
    text = (
        "Ông Hưng công bố quyết định của Bộ Chính trị, Ban Bí thư về công tác cán bộ. Theo đó, Ban Bí thư chuẩn y ông"
        " Lê Văn Mẫu giữ chức Phó Bí thư Tỉnh ủy Lào Cai."
    )
    (paper,) = documents(text)
    assert (paper.name, paper.issuer) == (
        "Quyết định của Ban Bí thư chuẩn y ông Lê Văn Mẫu giữ chức Phó Bí thư Tỉnh ủy Lào Cai",
        "Ban Bí thư",
    )


def test_the_working_rules_that_every_congress_adopts_for_itself_are_no_document() -> None:
    assert names("Đại hội thông qua Quy chế làm việc của Đại hội; bầu Đoàn Chủ tịch.") == []
    assert names("Hội nghị thông qua Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh Lào Cai.") != []
