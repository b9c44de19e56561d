"""A post is given by a decision, not by a plan; words that only sound like a plan leave it given."""

import pytest

from ingest.extraction import extract
from ingest.lexicon import Lexicon

GIVEN = "ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Lào Cai"
JOINED = "ông Lê Văn Mẫu tham gia Ban Thường vụ Tỉnh ủy Lào Cai"


def statuses(text: str) -> list[str]:
    return [h.status for h in extract(text, Lexicon.load()).holdings]


@pytest.mark.parametrize("decided", [GIVEN, JOINED])
@pytest.mark.parametrize(
    "before",
    [
        "Bộ Chính trị điều động, chỉ định",
        "Theo đề nghị của Ban Tổ chức Trung ương, Bộ Chính trị chỉ định",
        "Ngày mai các xã sẽ họp; hôm nay, Bộ Chính trị chỉ định",
    ],
)
def test_a_decision_at_somebodys_proposal_or_beside_a_plan_is_one(before: str, decided: str) -> None:
    assert statuses(f"{before} {decided}.") == ["appointed"]


@pytest.mark.parametrize("decided", [GIVEN, JOINED])
@pytest.mark.parametrize(
    "before",
    [
        "Tỉnh ủy đề nghị chỉ định",
        "Bộ Chính trị dự kiến chỉ định",
        "Hội nghị giới thiệu, chỉ định",
        "Sắp tới sẽ chỉ định",
    ],
)
def test_what_is_proposed_or_planned_is_not_held(before: str, decided: str) -> None:
    assert statuses(f"{before} {decided}.") == []
