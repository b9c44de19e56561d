"""Decisions that lines of a list or sentences of their own tell."""

import pytest

from ingest.extraction import extract
from ingest.facts import DocumentFact
from ingest.lexicon import Lexicon


def documents(text: str) -> list[DocumentFact]:
    return extract(text, Lexicon.load()).documents


def test_each_line_of_a_list_of_decisions_is_one() -> None:
    text = (
        "Tại hội nghị, đại diện Ban Tổ chức Trung ương đã công bố các quyết định của Bộ Chính trị, Ban Bí thư:\n\n"
        "Điều động, chỉ định ông Lê Văn Mẫu, Giám đốc Sở Y tế, tham gia Ban Chấp hành và giữ chức Bí thư Tỉnh ủy Lào"
        " Cai.\n\n"
        "Phân công bà Trần Thị Mai giữ chức Phó Bí thư Tỉnh ủy Lào Cai.\n\n"
        "Phát biểu tại hội nghị, ông Nguyễn Văn An chúc mừng ông Lê Văn Mẫu giữ chức mới."
    )
    facts = extract(text, Lexicon.load())
    first, second = facts.documents
    assert first.name == (
        "Quyết định của Bộ Chính trị, Ban Bí thư điều động, chỉ định ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai"
    )
    assert second.name and second.name.endswith("phân công bà Trần Thị Mai giữ chức Phó Bí thư Tỉnh ủy Lào Cai")
    issued = [r.object for r in facts.relations if r.predicate == "issuedBy" and r.subject == first.name]
    assert issued == ["Bộ Chính trị", "Ban Bí thư"]


def test_lines_may_say_again_who_decides() -> None:
    found = documents(
        "Ông An công bố các quyết định của Bộ Chính trị:\n\n"
        "Bộ Chính trị quyết định điều động ông Lê Văn Mẫu, Giám đốc Sở Y tế, giữ chức Bí thư Tỉnh ủy Lào Cai.\n\n"
        "Bộ Chính trị quyết định đồng chí Trần Thị Mai, Phó Giám đốc Sở Y tế, thôi tham gia Ban Thường vụ; điều động,"
        " bổ nhiệm giữ chức Thứ trưởng Bộ Y tế."
    )
    assert [d.name for d in found] == [
        "Quyết định của Bộ Chính trị điều động ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai",
        "Quyết định của Bộ Chính trị điều động, bổ nhiệm Trần Thị Mai giữ chức Thứ trưởng Bộ Y tế",
    ]


def test_a_list_of_what_is_on_nobody_tells_no_decision() -> None:
    assert not documents(
        "Ông An trao các quyết định của Ban Bí thư:\n\nThành lập Đảng bộ Bộ Y tế.\n\nGiải thể hai chi bộ."
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ban Tổ chức công bố quyết định của Bộ Chính trị về việc điều động, phân công, chỉ định giữ chức Bí thư"
            " Tỉnh ủy Lào Cai, nhiệm kỳ 2025-2030 đối với ông Lê Văn Mẫu.",
            "Quyết định của Bộ Chính trị về việc điều động, phân công, chỉ định giữ chức Bí thư Tỉnh ủy Lào Cai đối với"
            " ông Lê Văn Mẫu",
        ),
        (
            "Theo quyết định của Bộ Chính trị, bà Trần Thị Mai thôi tham gia Ban Chấp hành, thôi giữ chức Bí thư Tỉnh"
            " ủy Lào Cai.\n\nBộ Chính trị điều động bà Trần Thị Mai giữ chức Thứ trưởng Bộ Y tế.",
            "Quyết định của Bộ Chính trị điều động Trần Thị Mai giữ chức Thứ trưởng Bộ Y tế",
        ),
        (
            "Theo quyết định của Bộ Chính trị, ông Lê Văn Mẫu thôi giữ chức Bí thư Tỉnh ủy Lào Cai. Bộ Chính trị cũng"
            " điều động ông Lê Văn Mẫu giữ chức Thứ trưởng Bộ Y tế.",
            "Quyết định của Bộ Chính trị điều động Lê Văn Mẫu giữ chức Thứ trưởng Bộ Y tế",
        ),
        (
            "Ông An trình bày Tờ trình của Thường trực HĐND tỉnh Lào Cai về giới thiệu nhân sự để bầu Chủ tịch UBND"
            " tỉnh Lào Cai.",
            "Tờ trình của Thường trực Hội đồng nhân dân tỉnh Lào Cai về giới thiệu nhân sự để bầu Chủ tịch UBND tỉnh"
            " Lào Cai",
        ),
        (
            "Tỉnh ủy công bố quyết định của Bộ Chính trị về công tác cán bộ.\n\nBộ Chính trị quyết định điều động ông"
            " Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai.",
            "Quyết định của Bộ Chính trị điều động ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai",
        ),
    ],
)
def test_a_decision_is_named_by_the_post_that_it_gives(text: str, name: str) -> None:
    assert [d.name for d in documents(text)] == [name]


def test_what_another_sentence_decides_on_somebody_else_is_not_that_decision() -> None:
    text = (
        "Theo quyết định của Bộ Chính trị, bà Trần Thị Mai thôi giữ chức Bí thư Tỉnh ủy Lào Cai. Bộ Chính trị điều động"
        " ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai."
    )
    assert not any("Trần Thị Mai giữ chức" in (d.name or "") for d in documents(text))


def test_a_headline_on_staff_is_the_decision_that_the_report_tells() -> None:
    text = (
        "Công bố quyết định của Ban Bí thư về nhân sự Phó Bí thư Tỉnh ủy Lào Cai\n\n"
        "Tỉnh ủy công bố quyết định của Ban Bí thư về công tác cán bộ. Theo đó, ông Lê Văn Mẫu được chỉ định giữ chức"
        " Phó Bí thư Tỉnh ủy Lào Cai."
    )
    assert [d.name for d in documents(text)] == [
        "Quyết định của Ban Bí thư chỉ định Lê Văn Mẫu giữ chức Phó Bí thư Tỉnh ủy Lào Cai"
    ]


def test_a_decision_handed_to_two_is_one_for_each_of_them() -> None:
    assert not documents("Chủ tịch nước trao quyết định thăng quân hàm cho Thượng tướng Lê Văn Mẫu và ông Trần Văn An.")
    assert not documents(
        "Ông An trao quyết định của Bộ Chính trị, Ban Bí thư cho đồng chí Lê Văn Mẫu và bà Trần Thị Mai."
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quốc hội thảo luận về dự án luật Dân số và luật Phòng bệnh.", []),
        ("Quốc hội cho ý kiến về dự thảo Luật Đất đai, Luật Nhà ở và Luật Đầu tư.", []),
        ("Quốc hội thông qua Luật Nhà ở và Luật Đầu tư.", ["Luật Nhà ở", "Luật Đầu tư"]),
        ("Góp ý dự thảo Luật Giáo dục, ông An cho rằng Luật Nhà giáo cần sửa.", ["Luật Nhà giáo"]),
    ],
)
def test_drafts_of_laws_are_no_laws(text: str, names: list[str]) -> None:
    assert [d.name for d in documents(text)] == names


def test_whom_the_next_deed_is_on_is_no_part_of_the_name_of_a_resolution() -> None:
    deed = "phê chuẩn miễn nhiệm Bộ trưởng Bộ Y tế đối với ông Lê Văn Mẫu"
    text = f"Quốc hội thông qua Nghị quyết về công tác nhân sự, {deed}."
    assert not [d for d in extract(text, Lexicon.load()).documents if "Lê Văn Mẫu" in (d.name or "")]
