"""Who issued and who signed a document, where a verb of the sentence says it."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def issued(text: str) -> set[tuple[str, str]]:
    return {(r.subject, r.object) for r in read(text).relations if r.predicate == "issuedBy"}


def signed(text: str) -> set[tuple[str, str]]:
    return {(r.subject, r.object) for r in read(text).relations if r.predicate == "signedBy"}


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Bộ Chính trị đã thảo luận, thống nhất ban hành Quy định số 12-QĐ/TW.", "Bộ Chính trị"),
        ("Quốc hội khóa XV đã biểu quyết thông qua Nghị quyết số 12/2025/QH15.", "Quốc hội"),
        ("Nghị quyết số 12/2025/QH15 được Quốc hội khóa XV thông qua ngày 5/6/2025.", "Quốc hội"),
        ("Quy định số 12-QĐ/TW do Ban Bí thư ban hành có hiệu lực ngay.", "Ban Bí thư"),
        ("UBND tỉnh Lào Cai vừa có Công văn số 12/UBND-NC gửi các xã.", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Tại Quyết định số 12/QĐ-TTg, Thủ tướng Chính phủ phê chuẩn kết quả bầu.", "Thủ tướng Chính phủ"),
        ("Tại Quyết định số 12/QĐ-TTg, Thủ tướng Lê Văn Mẫu quyết định kỷ luật ông Hà Văn Tư.", "Thủ tướng Chính phủ"),
        ("Thủ tướng Chính phủ ban hành Chỉ thị số 12/CT-TTg.", "Thủ tướng Chính phủ"),
        ("Xét đề nghị của Bộ Nội vụ tại Tờ trình số 12/TTr-BNV, tỉnh quyết định.", "Bộ Nội vụ"),
        ("Thay mặt Bộ Chính trị, ông Lê Văn Mẫu vừa ký ban hành Quy định số 12-QĐ/TW.", "Bộ Chính trị"),
        ("Ông Lê Văn Mẫu thay mặt Ban Bí thư ký Chỉ thị số 12-CT/TW.", "Ban Bí thư"),
    ],
)
def test_a_verb_tells_who_issued_a_document(text: str, issuer: str) -> None:
    assert {name for _, name in issued(text)} == {issuer}
    assert [d.issuer for d in read(text).documents] == [issuer]


@pytest.mark.parametrize(
    "text",
    [
        "Phó Thủ tướng Chính phủ ban hành Quyết định số 12/QĐ-TTg.",
        "Bộ Chính trị sẽ ban hành Quy định số 12-QĐ/TW.",
        "Bộ Chính trị không ban hành Quy định số 12-QĐ/TW.",
        "Tỉnh ủy Lào Cai thông qua Tờ trình số 12-TTr/TU.",
        "Bộ Chính trị nghe báo cáo, theo đó các tỉnh có Quy định số 12-QĐ/TW.",
        "Thay mặt Bộ Chính trị, ông Lê Văn Mẫu phát biểu. Ông Hà Văn Tư ký Quy định số 12-QĐ/TW.",
    ],
)
def test_what_is_planned_denied_or_done_by_others_tells_no_issuer(text: str) -> None:
    assert issued(text) == set()


def test_of_several_documents_of_one_body_each_has_it_as_its_issuer() -> None:
    text = (
        "Hội nghị quán triệt 02 Nghị quyết của Bộ Chính trị, gồm: Nghị quyết số 12-NQ/TW về hội nhập và "
        "Nghị quyết số 13-NQ/TW về giáo dục; Kết luận số 14-KL/TW."
    )
    assert issued(text) == {("12-NQ/TW", "Bộ Chính trị"), ("13-NQ/TW", "Bộ Chính trị")}


def test_the_day_on_which_a_document_was_adopted_is_its_own() -> None:
    (document,) = read("Nghị quyết số 12/2025/QH15 được Quốc hội thông qua ngày 5/6/2025.").documents
    assert document.issued == "2025-06-05"


@pytest.mark.parametrize(
    "text",
    [
        "Thông báo số 12-TB/TW do Chánh Văn phòng Trung ương Đảng Lê Văn Mẫu ký ngày 5/6/2017.",
        "Thông báo số 12-TB/TW (do đồng chí Lê Văn Mẫu ký) nêu rõ việc này.",
        "Bà Hà Thị Tư nhận Thông báo số 12-TB/TW. Thông báo do đồng chí Lê Văn Mẫu ký ban hành.",
    ],
)
def test_a_document_is_signed_by_whom_the_passive_names(text: str) -> None:
    assert signed(text) == {("12-TB/TW", "Lê Văn Mẫu")}


def test_the_day_of_signing_is_that_of_a_document_without_one() -> None:
    (document,) = read("Thông báo số 12-TB/TW do ông Lê Văn Mẫu ký ngày 5/6/2017 nêu rõ.").documents
    assert document.issued == "2017-06-05"


@pytest.mark.parametrize(
    ("text", "name", "issuer"),
    [
        (
            "Thủ tướng Chính phủ vừa ký Quyết định về việc thi hành kỷ luật đối với ông Lê Văn Mẫu.",
            "Quyết định của Thủ tướng Chính phủ về việc thi hành kỷ luật đối với ông Lê Văn Mẫu",
            "Thủ tướng Chính phủ",
        ),
        (
            "Ông Tư trao Quyết định của Bộ trưởng Bộ Công an về việc bổ nhiệm ông Lê Văn Mẫu giữ chức Vụ trưởng.",
            "Quyết định của Bộ trưởng Bộ Công an về việc bổ nhiệm ông Lê Văn Mẫu giữ chức Vụ trưởng",
            "Bộ Công an",
        ),
        (
            "Tỉnh ủy Lào Cai ban hành Quy định chức năng, nhiệm vụ, quyền hạn của Ban Tổ chức Tỉnh ủy.",
            "Quy định chức năng, nhiệm vụ, quyền hạn của Ban Tổ chức Tỉnh ủy",
            "Tỉnh ủy Lào Cai",
        ),
    ],
)
def test_a_document_without_a_number_has_the_issuer_that_the_verb_or_its_name_tells(
    text: str, name: str, issuer: str
) -> None:
    (document,) = read(text).documents
    assert (document.name, document.issuer) == (name, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "Trình Ban Chấp hành Trung ương xem xét, ban hành Nghị quyết về phòng, chống tham nhũng trong thời gian tới.",
        "HĐND tỉnh Lào Cai đã thông qua 24 nghị quyết về phát triển kinh tế xã hội của tỉnh.",
        "Ông Lê Văn Mẫu ký Quyết định thành lập đảng bộ các tỉnh sau sắp xếp.",
    ],
)
def test_what_is_only_laid_before_a_body_or_told_of_several_is_no_document(text: str) -> None:
    assert read(text).documents == []


def test_the_title_after_a_number_is_no_document_of_its_own() -> None:
    text = "Bộ Chính trị ban hành Quy định số 12-QĐ/TW Quy định chuẩn mực đạo đức của cán bộ, đảng viên."
    assert [d.number for d in read(text).documents] == ["12-QĐ/TW"]


@pytest.mark.parametrize(
    ("text", "kind", "issuer"),
    [
        (
            "Theo Quyết định của Thủ tướng Chính phủ số 12/QĐ-TTg, việc này là đúng.",
            "Quyết định",
            "Thủ tướng Chính phủ",
        ),
        ("Theo Nghị quyết của Quốc hội khóa XV số 12/2025/QH15, việc này là đúng.", "Nghị quyết", "Quốc hội"),
    ],
)
def test_the_issuer_may_stand_before_the_number(text: str, kind: str, issuer: str) -> None:
    (document,) = read(text).documents
    assert (document.type, document.issuer) == (kind, issuer)


def test_what_a_document_is_about_ends_where_another_body_acts() -> None:
    text = (
        "Sau khi xem xét Tờ trình của Ủy ban Kiểm tra Trung ương về việc kỷ luật Ban Thường vụ Tỉnh ủy Lào Cai, "
        "Ban Bí thư nhận thấy có vi phạm."
    )
    (document,) = read(text).documents
    assert document.name == ("Tờ trình của Ủy ban Kiểm tra Trung ương về việc kỷ luật Ban Thường vụ Tỉnh ủy Lào Cai")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Cụ thể, ngày 12/11/2024, Bộ Chính trị đã ban hành Quyết định số 12-QĐNS/TW.", "2024-11-12"),
        (
            "Căn cứ Kế hoạch số 4/KH-TTCP ngày 2/3/2019, ngày 17/11/2022 tỉnh ban hành Quyết định số 12/QĐ-UBND.",
            "2022-11-17",
        ),
        ("Tại Hà Nội, ngày 27/6/2025, UBND thành phố Hà Nội ban hành Công văn số 12/UBND-NC.", "2025-06-27"),
        ("Sau ngày 5/6/2024, tỉnh họp; Bộ Chính trị ban hành Quyết định số 12-QĐNS/TW.", None),
        ("Bộ Chính trị ban hành Quyết định số 12-QĐNS/TW.", None),
    ],
)
def test_the_day_that_opens_a_sentence_or_its_clause_is_that_of_issue(text: str, day: str | None) -> None:
    assert next(d.issued for d in read(text).documents if d.number != "4/KH-TTCP") == day


def test_a_decision_on_several_people_who_are_not_named_is_none() -> None:
    text = "Chủ tịch nước trao quyết định thăng quân hàm từ trung tướng lên thượng tướng cho hai sĩ quan cấp cao."
    assert read(text).documents == []


def test_working_rules_do_not_regulate_the_body_whose_they_are() -> None:
    text = "Tỉnh ủy Lào Cai thực hiện Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh Lào Cai khóa XVI."
    assert [r for r in read(text).relations if r.predicate == "regulates"] == []


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Ban Chấp hành Trung ương Đảng khóa XII đã kỷ luật ông Lê Văn Mẫu tại Nghị quyết số 3-NQ/TW.", True),
        ("Ông Lê Văn Mẫu được Ban Bí thư chuẩn y giữ chức Bí thư tại Quyết định số 12-QĐNS/TW.", True),
        ("Tỉnh ủy Lào Cai nghiên cứu nội dung tại Quy định số 12-QĐ/TW.", False),
    ],
)
def test_who_decides_in_a_document_named_at_the_end_issued_it(text: str, issuer: bool) -> None:
    assert bool(issued(text)) is issuer


def test_a_verb_gives_no_second_issuer_to_a_document_whose_issuer_is_told_elsewhere() -> None:
    text = (
        "Quyết định số 12-QĐNS/TW của Bộ Chính trị có hiệu lực. "
        "Tỉnh ủy Lào Cai quyết định kỷ luật ông Lê Văn Mẫu như tại Quyết định số 12-QĐNS/TW."
    )
    assert issued(text) == {("12-QĐNS/TW", "Bộ Chính trị")}


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Theo Kết luận số 12-KL/TW của Bộ Chính trị, Ban Bí thư về việc này.", {"Bộ Chính trị", "Ban Bí thư"}),
        ("Thông tư số 12/2024/TT-BYT của Bộ Y tế và Bộ Nội vụ.", {"Bộ Y tế", "Bộ Nội vụ"}),
        ("Theo Kết luận số 12-KL/TW của Bộ Chính trị, Ban Bí thư yêu cầu các tỉnh thực hiện.", {"Bộ Chính trị"}),
        ("Theo Quy định số 12-QĐ/TW của Bộ Chính trị, Tỉnh ủy Cà Mau, Tỉnh ủy Lào Cai đã họp.", {"Bộ Chính trị"}),
    ],
)
def test_two_bodies_may_issue_a_document_together(text: str, issuers: set[str]) -> None:
    assert {name for _, name in issued(text)} == issuers
    assert {d.issuer for d in read(text).documents} <= issuers


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Thường trực Ban Bí thư ký ban hành Kết luận số 12-KL/TW về đại hội đảng bộ các cấp.", set()),
        ("Thay mặt Bộ Chính trị, Thường trực Ban Bí thư đã ký Quy định số 12-QĐ/TW.", {"Bộ Chính trị"}),
        ("Thường trực Tỉnh ủy Lào Cai đã ký Kết luận số 12-KL/TU.", {"Thường trực Tỉnh ủy Lào Cai"}),
    ],
)
def test_the_secretariat_issues_nothing_that_its_first_member_signs(text: str, issuers: set[str]) -> None:
    assert {name for _, name in issued(text)} == issuers


def test_a_decision_with_a_short_number_is_one_before_the_verb_that_says_what_it_decides() -> None:
    text = "Ngoài ra, Thủ tướng đã ký Quyết định 314 bổ nhiệm lại ông Hà Văn Tư giữ chức Thứ trưởng Bộ Ngoại giao."
    assert issued(text) == {("314", "Thủ tướng Chính phủ")}


def test_a_department_of_a_committee_that_is_not_named_is_not_the_committee() -> None:
    inspects = "Ủy ban Kiểm tra Tỉnh ủy đã có kết luận kiểm tra đối với Ban Thường vụ Huyện ủy Bình Minh."
    organises = "Ban Tổ chức Tỉnh ủy đã ban hành Hướng dẫn số 12-HD/BTC."
    assert {name for _, name in issued(inspects)} <= {"Ủy ban Kiểm tra Tỉnh ủy"}
    assert issued(organises) == set()


def test_who_issues_two_decisions_with_their_titles_issued_both() -> None:
    text = (
        "Bộ Chính trị đã ban hành Quyết định số 12-QĐNS/TW điều động, phân công ông Hà Văn Tư giữ chức Bí thư Tỉnh ủy "
        "và Quyết định số 13-QĐNS/TW cho ông Vũ Văn Ba nghỉ công tác."
    )
    assert issued(text) == {("12-QĐNS/TW", "Bộ Chính trị"), ("13-QĐNS/TW", "Bộ Chính trị")}


def test_two_bodies_behind_a_list_issued_each_of_it() -> None:
    text = "Thực hiện các Kết luận số 12-KL/TW, số 13-KL/TW của Bộ Chính trị, Ban Bí thư, tỉnh giảm 5 sở."
    bodies = ("Bộ Chính trị", "Ban Bí thư")
    assert issued(text) == {(f"{serial}-KL/TW", body) for serial in (12, 13) for body in bodies}


def test_a_resolution_told_by_its_subject_is_of_who_adopted_it_in_the_passive() -> None:
    text = "Nghị quyết về việc phê chuẩn bổ nhiệm Thẩm phán Tòa án nhân dân tối cao được Quốc hội thông qua chiều 5/3."
    assert {name for _, name in issued(text)} == {"Quốc hội"}


@pytest.mark.parametrize(
    "told",
    [
        "số 41-QĐ/TW năm 2021 của Bộ Chính trị",
        "số 41 năm 2021 của Bộ Chính trị",
        "41-QĐ/TW (năm 2021) của Bộ Chính trị",
    ],
)
def test_a_year_between_a_number_and_its_issuer_hides_neither(told: str) -> None:
    (document,) = extract(
        f"Tỉnh ủy Lào Cai sơ kết việc thực hiện Quy định {told} về miễn nhiệm.\n", Lexicon.load()
    ).documents
    assert (document.issued, document.issuer) == ("2021", "Bộ Chính trị")
