"""A document without a number is told by what it is about; what names no single document is left alone."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact
from ingest.lexicon import Lexicon


def documents(text: str) -> list[DocumentFact]:
    return extract(text, Lexicon.load()).documents


def names(text: str) -> list[str | None]:
    return [d.name for d in documents(text)]


def test_a_decision_on_a_person_is_told_without_the_titles_between_name_and_post() -> None:
    text = (
        "Sáng 4/3, Ban Bí thư ban hành quyết định điều động đồng chí Đỗ Văn Kiên, Ủy viên Trung ương Đảng, "
        "Bí thư Tỉnh ủy Lào Cai, giữ chức Phó Trưởng ban Nội chính Trung ương."
    )
    assert names(text) == [
        "Quyết định của Ban Bí thư điều động đồng chí Đỗ Văn Kiên giữ chức Phó Trưởng ban Nội chính Trung ương"
    ]


def test_of_several_posts_that_a_decision_takes_the_first_tells_it() -> None:
    text = (
        "Ông Hà Văn Tư đọc quyết định của Bộ Chính trị về việc cho thôi chức vụ Bí thư Tỉnh ủy Yên Bái, "
        "Chủ tịch HĐND tỉnh Yên Bái và các chức vụ khác đối với ông Lò Văn Sơn."
    )
    assert names(text) == [
        "Quyết định của Bộ Chính trị về việc cho thôi chức vụ Bí thư Tỉnh ủy Yên Bái đối với ông Lò Văn Sơn"
    ]


def test_who_issues_stands_before_the_word_for_issuing_or_after_of() -> None:
    before = documents("Vừa qua Ủy ban Kiểm tra Trung ương đã có thông báo về kết quả kiểm tra bốn tổ chức đảng.")
    after = documents("Ông Tư trình bày tờ trình của Ban Thường vụ Tỉnh ủy Yên Bái về kiện toàn nhân sự năm tới.")
    assert [d.issuer for d in before + after] == ["Ủy ban Kiểm tra Trung ương", "Ban Thường vụ Tỉnh ủy Yên Bái"]


def test_commas_of_a_list_do_not_end_what_a_document_is_about() -> None:
    text = "Kỳ họp thông qua Nghị quyết thành lập phòng chuyên môn, tổ chức hành chính thuộc UBND huyện Văn Bàn."
    assert names(text) == ["Nghị quyết thành lập phòng chuyên môn, tổ chức hành chính thuộc UBND huyện Văn Bàn"]


def test_a_project_is_named_beside_the_submission_that_is_about_it() -> None:
    text = "Ông Hà Văn Tư trình bày Tờ trình về Đề án sắp xếp tỉnh Lào Cai và tỉnh Yên Bái."
    assert {d.type for d in documents(text)} == {"Tờ trình", "Đề án"}


@pytest.mark.parametrize("law", ["Luật Báo chí", "luật Đất đai", "Luật Cán bộ, công chức"])
def test_a_law_is_named_by_its_title(law: str) -> None:
    assert names(f"Quốc hội thảo luận việc sửa đổi {law} đang có hiệu lực.") == ["Luật" + law[4:]]


@pytest.mark.parametrize(
    "text",
    [
        "Các nghị quyết của Quốc hội về sắp xếp bộ máy đã được triển khai.",
        "Hội nghị cho ý kiến đối với dự thảo Báo cáo về công tác nhân sự khóa tới.",
        "Bộ Chính trị quyết định đồng chí Đỗ Văn Kiên thôi giữ chức Bí thư Tỉnh ủy Yên Bái.",
        "Ông Hà Văn Tư đọc Quyết định của Bộ Chính trị về công tác cán bộ.",
        "Hai quyết định của Ban Bí thư về kỷ luật cán bộ được công bố.",
    ],
)
def test_plurals_drafts_verbs_and_general_words_name_no_document(text: str) -> None:
    assert names(text) == []


def test_a_decision_whose_number_the_text_gives_is_not_named_a_second_time() -> None:
    text = (
        "Ban Bí thư ban hành quyết định điều động ông Đỗ Văn Kiên giữ chức Bí thư Tỉnh ủy Yên Bái.\n"
        "Quyết định số 31-QĐNS/TW ngày 4/3/2024 của Ban Bí thư giao ông Đỗ Văn Kiên nhiệm vụ mới."
    )
    assert [(d.number, d.name) for d in documents(text)] == [("31-QĐNS/TW", None)]


def test_mentions_of_one_document_are_one_fact_under_its_longest_name() -> None:
    text = (
        "Kỳ họp thông qua Nghị quyết về kế hoạch giám sát của HĐND tỉnh Yên Bái năm tới.\n"
        "Đại biểu tán thành Nghị quyết về kế hoạch giám sát. Ông Hà Văn Tư ký ban hành Nghị quyết về kế hoạch giám sát."
    )
    assert names(text) == ["Nghị quyết về kế hoạch giám sát của HĐND tỉnh Yên Bái năm tới"]


def test_the_evidence_is_the_printed_words() -> None:
    text = "Kỳ họp thông qua Nghị quyết về kế hoạch giám sát của HĐND tỉnh Yên Bái."
    evidence = documents(text)[0].evidence[0]
    assert evidence.quote == text[evidence.start : evidence.end]
    assert (evidence.rule, evidence.confidence < 1) == ("described-document", True)


def issued(text: str) -> list[tuple[str | None, str | None]]:
    return [(d.name, d.issuer) for d in extract(text, Lexicon.load()).documents]


def test_what_a_council_adopts_it_issues_and_the_next_of_the_list_too() -> None:
    text = (
        "Tại Kỳ họp thứ 3 HĐND tỉnh Lào Cai, các đại biểu đã thông qua Nghị quyết về thành lập các Ban của Hội đồng; "
        "Nghị quyết về kế hoạch tổ chức các kỳ họp."
    )
    assert [issuer for _, issuer in issued(text)] == ["Hội đồng nhân dân tỉnh Lào Cai"] * 2


def test_who_decides_on_people_announces_what_it_decided_and_others_announce_for_it() -> None:
    decision = "quyết định điều động ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai"
    assert issued(f"Bộ Chính trị đã công bố {decision}.")[0][1] == "Bộ Chính trị"
    assert issued(f"Ban Tổ chức Trung ương đã công bố {decision}.")[0][1] is None


def test_a_decision_of_an_officer_bears_the_office() -> None:
    text = "Ông An trao Quyết định của Thủ tướng Chính phủ phê chuẩn kết quả bầu Chủ tịch UBND tỉnh Cà Mau."
    assert issued(text) == [
        ("Quyết định của Thủ tướng Chính phủ phê chuẩn kết quả bầu Chủ tịch UBND tỉnh Cà Mau", "Thủ tướng Chính phủ")
    ]


def test_what_a_document_is_about_ends_where_another_clause_begins() -> None:
    text = "Theo Kết luận của Bộ Chính trị về tiếp tục đổi mới, ngày 28/2/2025 Bộ Chính trị họp."
    assert issued(text) == [("Kết luận của Bộ Chính trị về tiếp tục đổi mới", "Bộ Chính trị")]


def test_a_decision_on_cadres_is_told_by_the_sentence_that_goes_on() -> None:
    text = (
        "Ông Hà Văn Tư công bố Quyết định của Bộ Chính trị về công tác cán bộ. "
        "Theo đó, Bộ Chính trị phân công đồng chí Đỗ Văn Kiên giữ chức Bí thư Tỉnh ủy Lào Cai."
    )
    assert names(text) == ["Quyết định của Bộ Chính trị phân công đồng chí Đỗ Văn Kiên giữ chức Bí thư Tỉnh ủy Lào Cai"]


def test_a_resolution_adopted_in_session_is_the_councils() -> None:
    text = "Tại kỳ họp, HĐND tỉnh Lào Cai thông qua Nghị quyết về thành lập các phòng chuyên môn của huyện Văn Bàn."
    assert [d.issuer for d in documents(text)] == ["Hội đồng nhân dân tỉnh Lào Cai"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ông An trao quyết định của Bộ Chính trị điều động ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai "
            "và quyết định chuẩn y ông Hà Văn Tư giữ chức Bí thư Tỉnh ủy Cà Mau.",
            [
                "Quyết định của Bộ Chính trị điều động ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai",
                "Quyết định của Bộ Chính trị chuẩn y ông Hà Văn Tư giữ chức Bí thư Tỉnh ủy Cà Mau",
            ],
        ),
        (
            "Bộ Chính trị đã có quyết định trao Huân chương Sao vàng tặng ông Lê Văn Mẫu, Chủ tịch nước Hà Văn Tư dự.",
            ["Quyết định của Bộ Chính trị trao Huân chương Sao vàng tặng ông Lê Văn Mẫu"],
        ),
        (
            "Ông An trao Quyết định chỉ định ông Lê Văn Mẫu tham gia Ban Thường vụ, giữ chức Bí thư Huyện ủy.",
            ["Quyết định chỉ định ông Lê Văn Mẫu giữ chức Bí thư Huyện ủy"],
        ),
        ("Tại hội nghị, Bộ Chính trị Quyết định phân công ông Lê Văn Mẫu giữ chức Trưởng ban.", []),
    ],
)
def test_decisions_that_are_told_together_are_two_and_a_verb_is_none(text: str, names: list[str]) -> None:
    assert [name for name, _ in issued(text)] == names


def test_what_an_assembly_adopts_has_the_day_that_its_sentence_or_its_session_gives() -> None:
    text = "Chiều 2/4/2024, Quốc hội thông qua Nghị quyết về việc miễn nhiệm Bộ trưởng Bộ Y tế."
    (document,) = extract(text, Lexicon.load()).documents
    assert document.issued == "2024-04-02"
    text = (
        "Ngày 1/7/2025, HĐND xã Tả Van tổ chức Kỳ họp thứ nhất. "
        "Tại Kỳ họp thứ nhất, HĐND xã Tả Van thông qua Nghị quyết về thành lập các Ban của HĐND xã."
    )
    (document,) = extract(text, Lexicon.load()).documents
    assert document.issued == "2025-07-01"
