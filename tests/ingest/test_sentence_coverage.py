"""Rule coverage: how much each rule gave, and the sentences that seem to state something and gave nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.extraction import facts_of_page
from ingest.imports import Importer
from ingest.lexicon import Lexicon
from ingest.rules.text.page import Page
from ingest.sentence_coverage import uncovered

Write = Callable[[str, str], Path]
READ = "Đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính."
# A post and a body that no rule takes for a statement.
BARE = "Chức danh Bí thư ở nơi ấy còn khuyết đã lâu mà chưa ai được giới thiệu vào."
PLAIN = "Trời hôm ấy mưa rất to, mọi người đến muộn hơn giờ đã hẹn với nhau."


def of(text: str) -> tuple[int, list[str]]:
    page = Page(text, Lexicon.load())
    telling, bare = uncovered(page, facts_of_page(page))
    return telling, [text[span.start : span.end].strip() for span in bare]


def test_a_sentence_with_facts_is_covered() -> None:
    assert of(READ) == (1, [])


def test_a_sentence_with_a_post_and_no_facts_is_told() -> None:
    assert of(f"{READ}\n{BARE}\n{PLAIN}\n") == (2, [BARE])


@pytest.mark.parametrize("text", [PLAIN, "Bí thư", ""])
def test_sentences_of_everyday_and_headings_are_not_counted(text: str) -> None:
    assert of(text) == (0, [])


def test_the_report_counts_the_statements_of_each_rule_and_lists_bare_sentences(
    importer: Importer, write: Write
) -> None:
    text = f"{READ}\n{BARE}\n"
    coverage = importer.report(importer.stage([write("a.txt", text)]).id)["coverage"]
    assert coverage["rules"] and all(count > 0 for count in coverage["rules"].values())
    assert (coverage["sentences"], coverage["bare"]) == (2, 1)
    (entry,) = coverage["uncovered"]
    assert text[entry["start"] : entry["end"]].strip() == entry["sentence"] == BARE and entry["source"] == "a.txt"
