"""What one document does to another: replaces, repeals, amends, implements; which acts, and what states none."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

NEW, OLD = "Quy định số 25-QĐ/TU", "Quy định số 11-QĐ/TU"
RELATIONS = ("replaces", "repeals", "amends", "implements")


def relations(text: str) -> list[tuple[str, str, str, str]]:
    facts = extract(text, Lexicon.load()).relations
    return [(r.subject, r.predicate, r.object, r.evidence[0].quote) for r in facts if r.predicate in RELATIONS]


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("thay thế", "replaces"),
        ("thay thế cho", "replaces"),
        ("có hiệu lực từ ngày ký và thay thế", "replaces"),
        ("ngày 7/9/2023 của Tỉnh ủy Lào Cai thay thế", "replaces"),
        ("bãi bỏ", "repeals"),
        ("hủy bỏ", "repeals"),
        ("sửa đổi, bổ sung", "amends"),
        ("bổ sung", "amends"),
        ("sửa đổi một số điều của", "amends"),
        ("về việc sửa đổi khoản 2 Điều 5", "amends"),
        ("thực hiện", "implements"),
        ("triển khai thực hiện", "implements"),
        ("về tiếp tục thực hiện", "implements"),
    ],
)
def test_the_document_named_before_the_word_acts_on_the_one_after(words: str, predicate: str) -> None:
    quote = f"{NEW} {words} {OLD}"
    assert relations(f"Các xã bàn {quote} trong tuần.") == [("25-QĐ/TU", predicate, "11-QĐ/TU", quote)]


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("được thay thế bằng", "replaces"),
        ("bị thay thế bởi", "replaces"),
        ("được sửa đổi, bổ sung bởi", "amends"),
        ("được sửa đổi theo", "amends"),
    ],
)
def test_in_the_passive_the_document_after_the_word_acts(words: str, predicate: str) -> None:
    quote = f"{OLD} {words} {NEW}"
    assert relations(f"Các xã bàn {quote}.") == [("25-QĐ/TU", predicate, "11-QĐ/TU", quote)]


@pytest.mark.parametrize("kind", ["Nghị quyết số 18-NQ/TW", "Nghị quyết Đại hội XIII của Đảng"])
def test_a_plan_carries_out_a_resolution_with_or_without_a_number(kind: str) -> None:
    quote = f"Kế hoạch số 140-KH/TU thực hiện {kind}"
    named = kind.rpartition(" số ")[2]
    assert relations(f"Tỉnh bàn {quote}.") == [("140-KH/TU", "implements", named, quote)]


@pytest.mark.parametrize(
    "text",
    [
        # plans and denials
        f"{NEW} sẽ thay thế {OLD}.",
        f"{NEW} không thay thế {OLD}.",
        f"{NEW} chưa sửa đổi {OLD}.",
        f"Dự kiến {NEW} thực hiện {OLD}.",
        # other sentences and clauses
        f"{NEW} có hiệu lực. Cán bộ thay thế đã đến. {OLD} hết hiệu lực.",
        f"Bàn {NEW}. Các xã thực hiện {OLD}.",
        f"Quán triệt {NEW} và thực hiện {OLD}.",
        f"Quán triệt {NEW}, thực hiện {OLD}.",
        # other objects
        f"{NEW} yêu cầu bổ sung cán bộ theo {OLD}.",
        f"{NEW} được sửa đổi, còn {OLD} thì không.",
        f"Kế hoạch số 140-KH/TU ban hành kèm theo {OLD}.",
        # one document
        f"{NEW} thay thế {NEW}.",
        f"{NEW} và {OLD} được thực hiện.",
    ],
)
def test_plans_denials_lists_and_other_objects_relate_no_documents(text: str) -> None:
    assert relations(text) == []


def test_this_regulation_is_the_one_that_the_report_named_before() -> None:
    text = (
        "Bộ Chính trị công bố Quy định số 80-QĐ/TW về cán bộ. Quy định này thay thế Quy định số 12-QĐ/TW, "
        "ngày 19/12/2017 của Bộ Chính trị."
    )
    relations = extract(text, Lexicon.load()).relations
    assert ("80-QĐ/TW", "replaces", "12-QĐ/TW") in {(r.subject, r.predicate, r.object) for r in relations}


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Tại Quyết định số 28-QĐ/TW, Bộ Chính trị quyết định thành lập Đảng bộ tỉnh Lào Cai.", "Bộ Chính trị"),
        ("Theo Quyết định số 28-QĐ/TW, Ban Bí thư chuẩn y danh sách.", "Ban Bí thư"),
        ("Theo Quy định số 28-QĐ/TW, Ban Bí thư quyết định thi hành kỷ luật ông Lê Văn Mẫu.", None),
        ("Tại Quyết định số 28-QĐ/TW, Bộ Chính trị được nhắc đến.", None),
    ],
)
def test_a_body_that_decides_in_a_decision_issued_it(text: str, issuer: str | None) -> None:
    issued = [r.object for r in extract(text, Lexicon.load()).relations if r.predicate == "issuedBy"]
    assert issued == ([issuer] if issuer else [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Nghị định số 25/2025/NĐ-CP thay thế Nghị định số 63/2022/NĐ-CP, bãi bỏ Quyết định số 12/2019/QĐ-TTg.",
            {
                ("25/2025/NĐ-CP", "replaces", "63/2022/NĐ-CP"),
                ("25/2025/NĐ-CP", "repeals", "12/2019/QĐ-TTg"),
            },
        ),
        (
            "Chỉ thị số 4-CT/TW thay thế Chỉ thị số 5-CT/TW và Kết luận số 6-KL/TW.",
            {("4-CT/TW", "replaces", "5-CT/TW"), ("4-CT/TW", "replaces", "6-KL/TW")},
        ),
        (
            "Nghị định số 17/2024/NĐ-CP (sửa đổi, bổ sung bởi Nghị định số 67/2025/NĐ-CP) có hiệu lực.",
            {("67/2025/NĐ-CP", "amends", "17/2024/NĐ-CP")},
        ),
        (
            "Thực hiện Nghị quyết số 18-NQ/TW và Kết luận số 12-KL/TW, Tỉnh ủy Lào Cai ban hành Kế hoạch số 4-KH/TU.",
            {("4-KH/TU", "implements", "18-NQ/TW"), ("4-KH/TU", "implements", "12-KL/TW")},
        ),
        (
            "Căn cứ Quy định số 22-QĐ/TW, Tỉnh ủy Lào Cai ban hành Quyết định số 4-QĐ/TU.",
            {("4-QĐ/TU", "basedOn", "22-QĐ/TW")},
        ),
        ("Thực hiện Nghị quyết số 18-NQ/TW, Tỉnh ủy Lào Cai thảo luận Kế hoạch số 4-KH/TU.", set()),
        ("Thực hiện Nghị quyết số 18-NQ/TW; các xã sẽ ban hành Kế hoạch số 4-KH/ĐU.", set()),
    ],
)
def test_what_acts_on_what_is_told_over_lists_and_from_the_basis_on(
    text: str, wanted: set[tuple[str, str, str]]
) -> None:
    relations = extract(text, Lexicon.load()).relations
    assert {(r.subject, r.predicate, r.object) for r in relations if r.predicate != "issuedBy"} == wanted


def test_rules_on_the_tasks_of_a_body_regulate_it_though_they_have_no_number() -> None:
    text = "Tỉnh ủy Lào Cai ban hành Quy định chức năng, nhiệm vụ, quyền hạn của Ban Nội chính Tỉnh ủy Lào Cai."
    relations = [r for r in extract(text, Lexicon.load()).relations if r.predicate == "regulates"]
    assert [r.object for r in relations] == ["Ban Nội chính Tỉnh ủy Lào Cai"]


def test_what_a_document_carries_out_may_stand_in_its_name() -> None:
    text = "Tỉnh ủy Lào Cai ban hành Chương trình hành động thực hiện Nghị quyết Đại hội XIII của Đảng."
    facts = extract(text, Lexicon.load())
    assert [(r.subject, r.object) for r in facts.relations if r.predicate == "implements"] == [
        (
            "Chương trình hành động của Tỉnh ủy Lào Cai thực hiện Nghị quyết Đại hội XIII của Đảng",
            "Nghị quyết Đại hội XIII của Đảng",
        )
    ]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Kế hoạch số 12-KH/TU cụ thể hóa Nghị quyết số 18-NQ/TW.",
            [("12-KH/TU", "implements", "18-NQ/TW")],
        ),
        (
            "Căn cứ Điều lệ Đảng và Quy định thi hành Điều lệ Đảng, Tỉnh ủy Lào Cai ban hành Quyết định số 12-QĐ/TU.",
            [
                ("12-QĐ/TU", "basedOn", "Quy định thi hành Điều lệ Đảng"),
                ("12-QĐ/TU", "basedOn", "Điều lệ Đảng"),
            ],
        ),
    ],
)
def test_what_carries_out_or_rests_on_what_in_more_words(text: str, relations: list[tuple[str, str, str]]) -> None:
    found = extract(text, Lexicon.load()).relations
    assert sorted((r.subject, r.predicate, r.object) for r in found if r.predicate != "issuedBy") == relations


def test_a_decision_mentioned_above_replaces_what_the_sentence_names() -> None:
    text = (
        "Chủ tịch UBND tỉnh Lào Cai vừa ban hành Quyết định 26/QĐ-UBND về số lượng cấp phó của các sở. "
        "Quyết định nêu trên thay thế Quyết định 32/QĐ-UBND ngày 12-9-2023 của UBND tỉnh."
    )
    found = {(r.subject, r.object) for r in extract(text, Lexicon.load()).relations if r.predicate == "replaces"}
    assert found == {("26/QĐ-UBND", "32/QĐ-UBND")}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Quy định số 41-QĐ/TW thay thế Quy định số 26-QĐ/TW; Quy định số 14-QĐ/TW bổ sung quy trình.", "replaces"),
        (
            "Hướng dẫn số 41-HD/TW thay thế Hướng dẫn số 26-HD/TW; Ban Bí thư giao sửa đổi Hướng dẫn số 14-HD/TW.",
            "amends",
        ),
    ],
)
def test_a_clause_with_its_own_verb_says_nothing_of_the_document_before(text: str, predicate: str) -> None:
    relations = extract(text, Lexicon.load()).relations
    assert not [r for r in relations if r.predicate == predicate and r.object.startswith("14")]


def test_what_a_draft_would_replace_is_replaced_by_no_letter_about_the_draft() -> None:
    text = (
        "Thực hiện Công văn số 12-CV/BTCTU ngày 29/3/2024 của Ban Tổ chức Tỉnh ủy Lào Cai về việc góp ý dự thảo "
        "Quy định thay thế Quy định số 13-QĐ/TU, các chi bộ góp ý."
    )
    assert not [r for r in extract(text, Lexicon.load()).relations if r.predicate == "replaces"]
