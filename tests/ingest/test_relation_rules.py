"""Each relation is read, with its exact words, from a sentence that states it; not from a plan, denial or neighbour."""

import pytest

from ingest.extraction import extract
from ingest.facts import RelationFact
from ingest.lexicon import Lexicon

PLENUM = "Hội nghị Trung ương 5 khóa XIII"
KIND = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực cấp tỉnh"
LOCAL = "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Lào Cai"


def relations(text: str, predicate: str) -> list[RelationFact]:
    return [r for r in extract(text, Lexicon.load()).relations if r.predicate == predicate]


@pytest.mark.parametrize(
    ("before", "quote", "after", "fact"),
    [
        # who issues
        (
            "Hôm qua, ",
            "Tỉnh ủy Lào Cai đã ban hành Quy định số 25-QĐ/TU",
            " về cán bộ.",
            ("25-QĐ/TU", "issuedBy", "Tỉnh ủy Lào Cai"),
        ),
        (
            "Theo đề nghị của các xã, ",
            "Ban Thường vụ Tỉnh ủy Lào Cai ban hành Chỉ thị số 31-CT/TU",
            ".",
            ("31-CT/TU", "issuedBy", "Ban Thường vụ Tỉnh ủy Lào Cai"),
        ),
        ("", "Ban Bí thư ban hành Quy định số 67-QĐ/TW", ".", ("67-QĐ/TW", "issuedBy", "Ban Bí thư")),
        (
            "Bàn ",
            "Quy định số 25-QĐ/TU của Tỉnh ủy Lào Cai",
            ".",
            ("25-QĐ/TU", "issuedBy", "Tỉnh ủy Lào Cai"),
        ),
        # who advises
        (
            "",
            "Ban Tổ chức Tỉnh ủy Lào Cai đã tham mưu Tỉnh ủy Lào Cai ban hành Quy định số 25-QĐ/TU",
            ".",
            ("25-QĐ/TU", "advisedBy", "Ban Tổ chức Tỉnh ủy Lào Cai"),
        ),
        # what it regulates
        (
            "Quy định số 25-QĐ/TU ",
            "về chức năng, nhiệm vụ của Ban Tổ chức Tỉnh ủy Lào Cai",
            ".",
            ("25-QĐ/TU", "regulates", "Ban Tổ chức Tỉnh ủy Lào Cai"),
        ),
        (
            "Quy định số 67-QĐ/TW ",
            "về chức năng, nhiệm vụ của Ban Chỉ đạo PCTNTC cấp tỉnh",
            ".",
            ("67-QĐ/TW", "regulates", KIND),
        ),
        # which event agreed
        (
            "",
            f"{PLENUM} tán thành việc thành lập Ban Chỉ đạo PCTNTC cấp tỉnh",
            ".",
            (KIND, "agreedBy", PLENUM),
        ),
        (
            "",
            f"Quy định số 67-QĐ/TW được {PLENUM}",
            " thông qua.",
            ("67-QĐ/TW", "agreedBy", PLENUM),
        ),
        # who chairs
        (
            "Ông ",
            f"Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai, chủ trì {PLENUM}",
            ".",
            ("Lê Văn Mẫu", "chairs", PLENUM),
        ),
        (f"{PLENUM} khai mạc. Ông ", "Lê Văn Mẫu chủ trì Hội nghị", ".", ("Lê Văn Mẫu", "chairs", PLENUM)),
        (f"{PLENUM} khai mạc. Ông ", "Lê Văn Mẫu chủ trì hội nghị", " tại Lào Cai.", ("Lê Văn Mẫu", "chairs", PLENUM)),
        (
            f"{PLENUM} khai mạc. Ông ",
            "Lê Văn Mẫu chủ trì và phát biểu khai mạc Hội nghị",
            "",
            ("Lê Văn Mẫu", "chairs", PLENUM),
        ),
        (f"{PLENUM} khai mạc. ", "Chủ trì Hội nghị là ông Lê Văn Mẫu", ".", ("Lê Văn Mẫu", "chairs", PLENUM)),
        (
            "Kỳ họp thứ 2 HĐND tỉnh Lào Cai khai mạc. Bà ",
            "Đỗ Thị Sen chủ trì kỳ họp",
            "",
            ("Đỗ Thị Sen", "chairs", "Kỳ họp thứ 2 Hội đồng nhân dân tỉnh Lào Cai"),
        ),
        (
            "",
            "Kỳ họp thứ 2 HĐND tỉnh Lào Cai khai mạc dưới sự chủ trì của bà Đỗ Thị Sen",
            ", Chủ tịch HĐND tỉnh.",
            ("Đỗ Thị Sen", "chairs", "Kỳ họp thứ 2 Hội đồng nhân dân tỉnh Lào Cai"),
        ),
        # who signs
        (
            "Ông ",
            "Lê Văn Mẫu, Chủ tịch UBND tỉnh Lào Cai, ký ban hành Quyết định số 812/QĐ-UBND",
            ".",
            ("812/QĐ-UBND", "signedBy", "Lê Văn Mẫu"),
        ),
        ("Ông ", "Lê Văn Mẫu vừa ký Quyết định số 812/QĐ-UBND", ".", ("812/QĐ-UBND", "signedBy", "Lê Văn Mẫu")),
        ("Ông ", "Lê Văn Mẫu, Bí thư, ký Quyết định số 12-QĐ/TU", ".", ("12-QĐ/TU", "signedBy", "Lê Văn Mẫu")),
        ("Ông ", "Lê Văn Mẫu thay mặt Ban Bí thư ký Quy định số 67-QĐ/TW", ".", ("67-QĐ/TW", "signedBy", "Lê Văn Mẫu")),
        # what it founds
        (
            "Bàn ",
            "Quyết định số 12-QĐ/TU về việc thành lập Ban Chỉ đạo PCTNTC tỉnh Lào Cai",
            ".",
            ("12-QĐ/TU", "establishes", LOCAL),
        ),
        ("", "Quyết định số 12-QĐ/TU thành lập Ban Chỉ đạo PCTNTC cấp tỉnh", ".", ("12-QĐ/TU", "establishes", KIND)),
    ],
)
def test_a_sentence_that_states_a_relation_gives_it_with_its_words(
    before: str, quote: str, after: str, fact: tuple[str, str, str]
) -> None:
    text = before + quote + after
    (found,) = relations(text, fact[1])
    assert (found.subject, found.predicate, found.object) == fact
    (evidence,) = found.evidence
    assert (evidence.quote, evidence.start, evidence.end) == (quote, len(before), len(before + quote))


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        ("issuedBy", "Tỉnh ủy Lào Cai sẽ ban hành Quy định số 25-QĐ/TU."),
        ("issuedBy", "Dự kiến trong tháng 9, Tỉnh ủy Lào Cai ban hành Quy định số 25-QĐ/TU."),
        ("issuedBy", "Đoàn đề nghị Tỉnh ủy Lào Cai ban hành Quy định số 25-QĐ/TU."),
        ("issuedBy", "Tỉnh ủy Lào Cai chưa ban hành Quy định số 25-QĐ/TU."),
        ("issuedBy", "Tỉnh ủy Lào Cai họp. Vừa ban hành Quy định số 25-QĐ/TU."),
        ("issuedBy", "Ban Chỉ đạo PCTNTC cấp tỉnh ban hành Quy chế số 25-QC/BCĐ."),
        ("issuedBy", "Bàn Quy chế số 25-QC/BCĐ của Ban Chỉ đạo PCTNTC cấp tỉnh."),
        ("advisedBy", "Ban Tổ chức Tỉnh ủy Lào Cai sẽ tham mưu Tỉnh ủy ban hành Quy định số 25-QĐ/TU."),
        ("advisedBy", "Ban Tổ chức Tỉnh ủy Lào Cai tham mưu tốt. Tỉnh ủy ban hành Quy định số 25-QĐ/TU."),
        ("advisedBy", "Ban Tổ chức Tỉnh ủy Lào Cai tham mưu tốt; Tỉnh ủy ban hành Quy định số 25-QĐ/TU."),
        ("advisedBy", "Ban Chỉ đạo PCTNTC cấp tỉnh tham mưu Tỉnh ủy Lào Cai ban hành Quy định số 25-QĐ/TU."),
        ("regulates", "Quy định số 25-QĐ/TU về chức năng, nhiệm vụ. Người của Ban Tổ chức Tỉnh ủy Lào Cai dự."),
        ("regulates", "Quy định số 25-QĐ/TU về chức năng, nhiệm vụ do Ban Tổ chức Tỉnh ủy Lào Cai soạn."),
        ("agreedBy", f"{PLENUM} bàn việc thành lập Ban Chỉ đạo PCTNTC cấp tỉnh."),
        ("agreedBy", f"{PLENUM} chưa thống nhất thành lập Ban Chỉ đạo PCTNTC cấp tỉnh."),
        ("agreedBy", f"{PLENUM} thống nhất không thành lập Ban Chỉ đạo PCTNTC cấp tỉnh."),
        ("agreedBy", f"{PLENUM} đã thống nhất. Tỉnh ủy Lào Cai thành lập Ban Chỉ đạo PCTNTC tỉnh."),
        ("chairs", f"{PLENUM} khai mạc. Ông Lê Văn Mẫu dự Hội nghị."),
        ("chairs", f"{PLENUM} khai mạc. Ông Lê Văn Mẫu sẽ chủ trì Hội nghị."),
        ("chairs", f"{PLENUM} khai mạc. Ông Lê Văn Mẫu chủ trì Đại hội."),
        ("chairs", f"{PLENUM} khai mạc. Ông Lê Văn Mẫu chủ trì hội nghị khách hàng."),
        ("chairs", f"{PLENUM} khai mạc. Ông Lê Văn Mẫu đến. Chủ trì Hội nghị nghiêm túc."),
        ("chairs", f"Ông Lê Văn Mẫu chủ trì Hội nghị. {PLENUM} khai mạc."),
        ("signedBy", "Ông Lê Văn Mẫu sẽ ký Quyết định số 812/QĐ-UBND."),
        ("signedBy", "Ông Lê Văn Mẫu đọc Quyết định số 812/QĐ-UBND, lễ ký sau."),
        ("signedBy", "Ông Lê Văn Mẫu đến. Vừa ký Quyết định số 812/QĐ-UBND."),
        ("signedBy", "Ông Lê Văn Mẫu đăng ký thi theo Quyết định số 812/QĐ-UBND."),
        ("signedBy", "Ông Lê Văn Mẫu, thư ký, đọc Quyết định số 812/QĐ-UBND."),
        ("signedBy", "UBND tỉnh Lào Cai ký ban hành Quyết định số 812/QĐ-UBND."),
        ("establishes", "Quyết định số 12-QĐ/TU không thành lập Ban Chỉ đạo PCTNTC tỉnh Lào Cai."),
        ("establishes", "Bàn Quyết định số 12-QĐ/TU. Tỉnh thành lập Ban Chỉ đạo PCTNTC tỉnh Lào Cai."),
        ("establishes", "Bàn dự thảo Quyết định số 12-QĐ/TU thành lập Ban Chỉ đạo PCTNTC tỉnh Lào Cai."),
    ],
)
def test_plans_denials_kinds_of_bodies_and_neighbouring_sentences_state_nothing(predicate: str, text: str) -> None:
    assert relations(text, predicate) == []


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("Để cụ thể hóa", "implements"),
        ("Nhằm triển khai thực hiện", "implements"),
        ("Tổ chức thực hiện nghiêm", "implements"),
        ("Để quán triệt, triển khai thực hiện", "implements"),
        ("Căn cứ vào", "basedOn"),
        ("Trên cơ sở", "basedOn"),
    ],
)
def test_what_is_made_to_carry_out_or_on_the_ground_of_a_paper_says_so_at_the_beginning(
    words: str, predicate: str
) -> None:
    text = f"{words} Kết luận số 44-KL/TW của Bộ Chính trị, Tỉnh ủy Lào Cai đã ban hành Kế hoạch số 12-KH/TU.\n"
    stated = {(r.subject, r.predicate, r.object) for r in extract(text, Lexicon.load()).relations}
    assert ("12-KH/TU", predicate, "44-KL/TW") in stated


def test_one_relation_stated_twice_is_one_with_both_evidence() -> None:
    text = "Tỉnh ủy Lào Cai ban hành Quy định số 25-QĐ/TU. Bàn Quy định số 25-QĐ/TU của Tỉnh ủy Lào Cai."
    (found,) = relations(text, "issuedBy")
    assert [e.rule for e in found.evidence] == ["numbered-document", "body-issues-document"]


def test_the_bare_word_means_the_last_event_named_before() -> None:
    text = f"{PLENUM} bế mạc. Hội nghị Trung ương 6 khóa XIII khai mạc. Ông Lê Văn Mẫu chủ trì Hội nghị."
    assert [r.object for r in relations(text, "chairs")] == ["Hội nghị Trung ương 6 khóa XIII"]


def test_words_too_long_for_a_quote_are_cut_to_those_next_to_the_event() -> None:
    titles = ", ".join(
        ["Bí thư Tỉnh ủy Lào Cai", "Chủ tịch HĐND tỉnh Lào Cai", "Phó Trưởng ban Chỉ đạo PCTNTC tỉnh"] * 3
    )
    (found,) = relations(f"{PLENUM} khai mạc. Ông Lê Văn Mẫu, {titles}, chủ trì Hội nghị.", "chairs")
    assert found.subject == "Lê Văn Mẫu"
    assert found.evidence[0].quote.endswith("chủ trì Hội nghị") and len(found.evidence[0].quote) == 160


@pytest.mark.parametrize("words", ["được thành lập theo", "đã được thành lập bằng", "(mới) được thành lập tại"])
def test_a_body_that_is_founded_by_a_document_is_established_by_it(words: str) -> None:
    quote = f"{LOCAL} {words} Quyết định số 12-QĐ/TU"
    (found,) = relations(f"{quote}.", "establishes")
    assert (found.subject, found.object, found.evidence[0].quote) == ("12-QĐ/TU", LOCAL, quote)


@pytest.mark.parametrize(
    "text",
    [
        f"{LOCAL} được thành lập, căn cứ Quyết định số 12-QĐ/TU.",
        f"{LOCAL} chưa được thành lập theo Quyết định số 12-QĐ/TU.",
        f"{LOCAL} họp; tổ công tác được thành lập theo Quyết định số 12-QĐ/TU.",
    ],
)
def test_what_is_founded_on_no_document_or_is_no_body_is_not_established(text: str) -> None:
    assert relations(text, "establishes") == []


def test_a_document_that_was_issued_tells_nothing_of_who_issued_the_one_it_replaces() -> None:
    text = "Quy định số 25-QĐ/TU của Tỉnh ủy Lào Cai được ban hành, thay thế Quy định số 11-QĐ/TU."
    assert [r.subject for r in relations(text, "issuedBy")] == ["25-QĐ/TU"]
