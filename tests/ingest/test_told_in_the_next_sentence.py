"""What a report goes on to say of a paper that it has just spoken of: its number, who decided it and on what ground."""

import pytest

from ingest.extraction import extract
from ingest.facts import Extraction
from ingest.lexicon import Lexicon


def read(text: str) -> Extraction:
    return extract(text, Lexicon.load())


def stated(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(r.subject, r.object) for r in read(text).relations if r.predicate == predicate}


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Ông Lê Văn Mẫu đã ký Quyết định số 12-QĐNS/TW. Theo đó, Bộ Chính trị điều động ông Hà Văn Tư.",
            {"Bộ Chính trị"},
        ),
        (
            "Phó Thủ tướng Lê Văn Mẫu ký Quyết định số 12/QĐ-TTg về nhân sự.\n\n"
            "Theo đó, Thủ tướng Chính phủ phê chuẩn kết quả bầu ông Hà Văn Tư.",
            {"Thủ tướng Chính phủ"},
        ),
        # of another code, of several papers, or not the words on what was decided
        ("Ông Lê Văn Mẫu ký Quyết định số 12/QĐ-UBND. Theo đó, Bộ Chính trị điều động ông Hà Văn Tư.", set()),
        (
            "Có Quyết định số 12-QĐNS/TW và Quyết định số 13-QĐNS/TW. Theo đó, Bộ Chính trị điều động ông Hà Văn Tư.",
            set(),
        ),
        ("Ông Lê Văn Mẫu ký Quyết định số 12-QĐNS/TW. Bộ Chính trị điều động ông Hà Văn Tư.", set()),
    ],
)
def test_who_decides_thereby_issued_the_decision_of_the_sentence_before(text: str, issuers: set[str]) -> None:
    assert {name for _, name in stated(text, "issuedBy")} == issuers


def test_a_decision_rests_on_what_the_next_sentence_says_it_is_grounded_on() -> None:
    text = (
        "Ban Tổ chức Trung ương công bố Quyết định số 12-QĐNS/TW về nhân sự. Theo đó, căn cứ Điều lệ Đảng và Quy định "
        "số 80-QĐ/TW; xét đề nghị của Tỉnh ủy Lào Cai, Bộ Chính trị quyết định chuẩn y ông Hà Văn Tư."
    )
    assert stated(text, "basedOn") == {("12-QĐNS/TW", "Điều lệ Đảng"), ("12-QĐNS/TW", "80-QĐ/TW")}


def test_a_decision_rests_on_the_grounds_that_it_states() -> None:
    text = (
        "Quyết định số 12-QĐNS/TW nêu rõ căn cứ để đình chỉ sinh hoạt Đảng là Điều lệ Đảng, Quy định số 30-QĐ/TW; "
        "theo đề nghị của Ủy ban Kiểm tra Trung ương tại Tờ trình số 7-TTr/UBKTTW."
    )
    assert stated(text, "basedOn") == {("12-QĐNS/TW", "Điều lệ Đảng"), ("12-QĐNS/TW", "30-QĐ/TW")}


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 20/10, Thủ tướng Chính phủ ban hành quyết định kỷ luật ông Hà Văn Tư và ba cán bộ tỉnh Hà Nam.\n\n"
        "Cụ thể, tại Quyết định 17/QĐ-TTg, Thủ tướng quyết định cảnh cáo ông Hà Văn Tư.",
        "Tỉnh ủy Lào Cai trao quyết định của Ban Thường vụ Tỉnh ủy về việc hợp nhất Đảng bộ Khối các cơ quan tỉnh và "
        "Đảng bộ Khối doanh nghiệp tỉnh. Văn phòng đọc Quyết định số 17-QĐ/TU, ngày 26-9-2019 của Ban Thường vụ "
        "Tỉnh ủy về việc hợp nhất Đảng bộ Khối các cơ quan tỉnh và Đảng bộ Khối doanh nghiệp tỉnh.",
    ],
)
def test_a_decision_that_the_text_tells_by_its_number_is_told_once(text: str) -> None:
    assert [d.number and d.number.split("/")[0] for d in read(text).documents] in (["17"], ["17-QĐ"])


def test_what_is_listed_below_another_paper_is_not_its_title() -> None:
    text = (
        "Bộ Chính trị ban hành:\n\n(1) Quy định của Bộ Chính trị về tiêu chuẩn chức danh cán bộ lãnh đạo (thay thế "
        "Quy định số 89-QĐ/TW).\n\n(2) Quy định của Bộ Chính trị về kiểm điểm và đánh giá, xếp loại chất lượng cán bộ."
    )
    assert len([d for d in read(text).documents if d.number is None]) == 2


def test_a_caption_may_stand_before_the_words_that_tell_a_decision_by_its_number() -> None:
    text = (
        "Thủ tướng Lê Văn Mẫu vừa ký Quyết định phê chuẩn kết quả bầu Chủ tịch UBND tỉnh Sóc Trăng và Hậu Giang.\n\n"
        "Ông Hà Văn Tư - Chủ tịch UBND tỉnh Hậu Giang\n\n"
        "Cụ thể, tại Quyết định số 18/QĐ-TTg, Thủ tướng phê chuẩn kết quả bầu ông Hà Văn Tư."
    )
    assert [d.number for d in read(text).documents] == ["18/QĐ-TTg"]


def test_who_signed_a_decision_on_somebody_signed_the_one_whose_number_was_told() -> None:
    text = (
        "Đoàn kiểm tra công bố Quyết định số 35-QĐNS/TW ngày 9/9/2016 của Ban Bí thư kỷ luật ông Hà Văn Tư.\n\n"
        "Quyết định khai trừ ông Hà Văn Tư do Thường trực Ban Bí thư Lê Văn Mẫu ký nêu rõ vi phạm."
    )
    assert stated(text, "signedBy") == {("35-QĐNS/TW", "Lê Văn Mẫu")}
