"""The decision on which an office rests: named by its number or its words, around the post."""

import pytest

from ingest.extraction import extract
from ingest.facts import HoldingFact
from ingest.lexicon import Lexicon
from tests.ingest.official_texts import read

DEPUTY = "Phó Giám đốc Sở Nội vụ tỉnh Lào Cai"


def posts(text: str) -> dict[str, HoldingFact]:
    found = extract(text, Lexicon.load()).holdings
    return {h.person: h for h in found if h.status in ("appointed", "dismissed")}


def decided_by(text: str, person: str = "Lê Văn Mẫu") -> str | None:
    by = posts(text)[person].decided_by
    return by.document if by else None


@pytest.mark.parametrize(
    "told",
    [
        f"Theo Quyết định số 412/QĐ-UBND, ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}.",
        f"Chủ tịch UBND tỉnh ký Quyết định số 412/QĐ-UBND ngày 12/5/2024 bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}.",
        "Lãnh đạo Sở công bố Quyết định số 412/QĐ-UBND của UBND tỉnh Lào Cai. "
        f"Theo đó, ông Lê Văn Mẫu thôi giữ chức {DEPUTY}.",
        f"Ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY} (Quyết định số 412/QĐ-UBND ngày 12/5/2024).",
        f"Ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY} theo Quyết định số 412/QĐ-UBND ngày 12/5/2024.",
    ],
)
def test_a_post_is_by_the_numbered_decision_that_its_sentence_or_the_one_before_names(told: str) -> None:
    assert decided_by(told) == "412/QĐ-UBND"
    assert "412/QĐ-UBND" in posts(told)["Lê Văn Mẫu"].decided_by.evidence[0].quote  # type: ignore[union-attr]


def test_a_decision_without_a_number_is_of_whom_it_names() -> None:
    text = (
        "Hội nghị công bố Quyết định của Ban Thường vụ Tỉnh ủy Lào Cai điều động ông Lê Văn Mẫu giữ chức "
        "Phó Trưởng ban Ban Tổ chức Tỉnh ủy Lào Cai, ông Đỗ Văn Tòng giữ chức Bí thư Huyện ủy Bát Xát."
    )
    assert (decided_by(text) or "").startswith("Quyết định của Ban Thường vụ Tỉnh ủy Lào Cai điều động ông Lê Văn Mẫu")
    assert decided_by(text, "Đỗ Văn Tòng") is None


@pytest.mark.parametrize(
    "told",
    [
        f"Căn cứ Nghị quyết số 9-NQ/TU ngày 1/2/2024, UBND tỉnh bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}.",
        f"Thực hiện Quyết định số 412/QĐ-UBND, Sở sắp xếp bộ máy. Ông Lê Văn Mẫu được bổ nhiệm giữ chức {DEPUTY}.",
    ],
)
def test_a_basis_or_a_document_of_another_sentence_decides_no_post(told: str) -> None:
    assert decided_by(told) is None


def test_an_official_decision_gives_the_posts_that_it_speaks_of() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 412/QĐ-UBND\nLào Cai, ngày 12 tháng 5 năm 2024\n\nQUYẾT ĐỊNH\n"
        "Về việc bổ nhiệm cán bộ\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nCăn cứ Luật Cán bộ, công chức;\n\n"
        f"QUYẾT ĐỊNH:\nĐiều 1. Bổ nhiệm ông Lê Văn Mẫu giữ chức {DEPUTY}."
    )
    assert {h.decided_by.document for h in read(text).holdings if h.decided_by} == {"412/QĐ-UBND"}
