"""An issuer named behind the title of a document, or once for all documents of a list that follows."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon


def stated(text: str, predicate: str) -> set[tuple[str, str]]:
    relations = extract(text, Lexicon.load()).relations
    return {(r.subject, r.object) for r in relations if r.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quy định số 12-QĐ/TW về xử lý đảng viên vi phạm của Bộ Chính trị đã có hiệu lực.", "Bộ Chính trị"),
        ("Xã triển khai Nghị quyết số 12-NQ/TW, về phát triển khoa học của Bộ Chính trị.", "Bộ Chính trị"),
        ("Nghị định số 12/2024/NĐ-CP quy định về tuyển dụng viên chức của Chính phủ có ba chương.", "Chính phủ"),
        (
            "Chỉ thị số 12-CT/TU về cải cách hành chính của Ban Thường vụ Tỉnh ủy Lào Cai.",
            "Ban Thường vụ Tỉnh ủy Lào Cai",
        ),
    ],
)
def test_an_issuer_behind_the_title_is_that_of_the_document(text: str, issuer: str) -> None:
    assert {name for _, name in stated(text, "issuedBy")} == {issuer}


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 12/2024/NĐ-CP quy định về chức năng, nhiệm vụ của Bộ Nội vụ có ba chương.",
        "Quy định số 12-QĐ/TW về quan hệ lãnh đạo của Bộ Chính trị với Đảng đoàn Quốc hội.",
        "Quy chế số 12-QC/TW về lề lối làm việc của Bộ Chính trị.",
        "Nghị quyết số 12-NQ/TU về công tác dân vận của Ủy ban nhân dân tỉnh Lào Cai.",
        "Kế hoạch số 12-KH/TU về thực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng.",
    ],
)
def test_what_a_title_says_of_a_body_names_no_issuer(text: str) -> None:
    first = {subject for subject, _ in stated(text, "issuedBy")}
    assert first <= {"18-NQ/TW"}


def test_two_documents_with_titles_share_the_issuer_behind_the_last() -> None:
    text = (
        "Quy định số 12-QĐ/TW thay thế Quy định số 7-QĐ/TW, về kỷ luật tổ chức đảng và Quy định số 8-QĐ/TW, "
        "về kỷ luật đảng viên của Ban Bí thư khóa XII."
    )
    assert stated(text, "issuedBy") == {("7-QĐ/TW", "Ban Bí thư"), ("8-QĐ/TW", "Ban Bí thư")}
    assert stated(text, "replaces") == {("12-QĐ/TW", "7-QĐ/TW"), ("12-QĐ/TW", "8-QĐ/TW")}


def test_several_documents_announced_of_one_body_are_all_of_it() -> None:
    text = (
        "Văn phòng Quốc hội công bố hai Nghị quyết của Ủy ban Thường vụ Quốc hội khóa XV.\n"
        "Cụ thể, Nghị quyết số 12/NQ-UBTVQH15 về việc thành lập phường. Phường có ba khu phố.\n"
        "- Nghị quyết số 13/NQ-UBTVQH15 về việc sắp xếp xã.\n"
        "Người dân nhắc lại Nghị quyết số 5/NQ-HĐND."
    )
    body = "Ủy ban Thường vụ Quốc hội"
    assert stated(text, "issuedBy") == {("12/NQ-UBTVQH15", body), ("13/NQ-UBTVQH15", body)}


@pytest.mark.parametrize("kind", ["Nghị quyết số 12-NQ/TW", "Kết luận số 12-KL/TW", "Quyết định số 12-QĐ/TW"])
def test_who_decides_by_a_document_issued_it(kind: str) -> None:
    assert {name for _, name in stated(f"Theo {kind}, Bộ Chính trị quyết định giao Tỉnh ủy Lào Cai.", "issuedBy")} == {
        "Bộ Chính trị"
    }


def test_a_document_signed_in_the_passive_names_its_signer_and_on_whose_behalf() -> None:
    text = "Quy định số 12-QĐ/TW về đảng viên vừa được Chủ tịch nước Lê Văn Mẫu thay mặt Bộ Chính trị ký ban hành."
    assert stated(text, "signedBy") == {("12-QĐ/TW", "Lê Văn Mẫu")}
    assert stated(text, "issuedBy") == {("12-QĐ/TW", "Bộ Chính trị")}


def test_the_secretary_general_of_the_assembly_issues_in_its_own_name() -> None:
    assert stated("Tổng Thư ký Quốc hội đã ban hành Thông báo số 12/TB-TTKQH.", "issuedBy") == {
        ("12/TB-TTKQH", "Tổng Thư ký Quốc hội")
    }


def test_a_document_adopted_at_a_session_was_agreed_there() -> None:
    text = "Nghị quyết số 12/2025/QH15 của Quốc hội được thông qua tại Kỳ họp bất thường lần thứ 9, Quốc hội khóa XV."
    ((document, event),) = stated(text, "agreedBy")
    assert document == "12/2025/QH15" and event.startswith("Kỳ họp bất thường lần thứ 9")


def test_a_document_that_carries_out_an_article_of_a_law_names_the_law() -> None:
    text = "Ngày 2/3/2024, thực hiện quy định tại khoản 2, Điều 8 của Luật Đất đai 2013, xã có Văn bản số 12/UBND-NC."
    assert stated(text, "implements") == {("12/UBND-NC", "Luật Đất đai 2013")}


def test_a_body_that_signs_issues() -> None:
    text = "Ban Thường vụ Tỉnh ủy Lào Cai đã ký Quyết định số 12-QĐ/TU chỉ định ông Lê Văn Mẫu."
    assert stated(text, "issuedBy") == {("12-QĐ/TU", "Ban Thường vụ Tỉnh ủy Lào Cai")}


def test_who_signs_for_the_prime_minister_signs_on_behalf_of_the_government() -> None:
    text = "Phó Thủ tướng Lê Văn Mẫu thay mặt Chính phủ ký thay Thủ tướng ban hành Nghị định số 12/2022/NĐ-CP."
    assert stated(text, "issuedBy") == {("12/2022/NĐ-CP", "Chính phủ")}
    assert stated(text, "signedBy") == {("12/2022/NĐ-CP", "Lê Văn Mẫu")}


def test_a_letter_says_behind_to_whom_it_is_sent_what_it_carries_out() -> None:
    text = "Công văn số 12/UBND-TH gửi các sở, ngành về việc thực hiện Quyết định số 26/2020/QĐ-TTg."
    assert stated(text, "implements") == {("12/UBND-TH", "26/2020/QĐ-TTg")}


def test_a_holder_who_signs_does_not_make_the_body_the_issuer() -> None:
    text = "Bí thư Tỉnh ủy Lào Cai Lê Văn Mẫu đã ký quyết định điều động bà Trần Thị Sen giữ chức Trưởng ban."
    assert stated(text, "issuedBy") == set()


def test_adverbs_may_stand_before_the_verb_for_issuing() -> None:
    text = "Ban Thường vụ Tỉnh ủy Lào Cai đã khẩn trương ban hành Kế hoạch số 12-KH/TU."
    assert stated(text, "issuedBy") == {("12-KH/TU", "Ban Thường vụ Tỉnh ủy Lào Cai")}
