"""The page of an import leads from each finding to the words it rests on, says why, and shows one rule at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from graph_api.settings import Settings
from graph_api.workspace import Workspace
from ingest.review.waiver_store import Waiver
from tests.pages.conftest import serve, watched

# A holding without post and person; its one statement says whose observation it is.
BROKEN = (
    "@prefix mg: <https://w3id.org/mandate-graph/ontology#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    '<https://w3id.org/mandate-graph/id/holding/a> a mg:Holding ; mg:observedOn "2023-03-31"^^xsd:date .\n'
)
NODE = "https://w3id.org/mandate-graph/id/holding/a"


@dataclass(frozen=True)
class Staged:
    server: str
    path: str  # of the page
    rules: tuple[str, ...]  # that found something


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    folder = tmp_path_factory.mktemp("import")
    (folder / "broken.ttl").write_text(BROKEN, "utf-8")
    workspace = Workspace(Settings(data=folder / "data"))
    record = workspace.importer.stage([folder / "broken.ttl"])
    rules = tuple(sorted({r["shape"].rpartition("#")[2] for r in workspace.importer.validation(record.id)}))
    workspace.waivers.add(Waiver(rules[0], NODE, "bản gốc đã mất", "Lan", "2026-01-05T12:00:00+00:00", "2999-12-31"))
    workspace.close()
    for server in serve(folder / "data"):
        yield Staged(server, f"/imports/{record.id}", rules)


@pytest.fixture
def page(browser: Browser, staged: Staged) -> Iterator[Page]:
    with watched(browser, staged.server) as page:
        yield page


def test_findings_are_counted_by_rule_and_shown_one_rule_at_a_time(page: Page, staged: Staged) -> None:
    page.goto(staged.path)
    shapes = page.locator("section", has=page.locator("#shapes"))
    every = shapes.locator("article").count()
    assert every >= len(staged.rules) > 1
    shapes.get_by_role("link", name=staged.rules[0], exact=True).click()
    expect(shapes.locator("article")).to_have_count(1)
    shapes.get_by_role("link", name="Mọi quy tắc").click()
    expect(shapes.locator("article")).to_have_count(every)


def test_a_finding_says_why_its_rule_exists_and_who_waived_it(page: Page, staged: Staged) -> None:
    page.goto(f"{staged.path}?lang=en&rule={staged.rules[0]}")
    shapes = page.locator("section", has=page.locator("#shapes"))
    expect(shapes).to_contain_text("An office is one person in one post")
    expect(shapes.locator("article")).to_contain_text("Waived until 2999-12-31, Lan: bản gốc đã mất")


def test_a_finding_quotes_the_words_it_rests_on(page: Page, staged: Staged) -> None:
    page.goto(staged.path)
    shapes = page.locator("section", has=page.locator("#shapes"))
    article = shapes.locator("article", has=page.locator("blockquote")).first
    expect(article).to_contain_text("broken.ttl, dòng")
    expect(article.locator("mark").first).to_have_text("2023-03-31")


def test_findings_are_chosen_by_a_form_without_scripts(page: Page, staged: Staged) -> None:
    page.goto(staged.path)
    shapes = page.locator("section", has=page.locator("#shapes"))
    shapes.get_by_label("quy tắc").fill(staged.rules[0])
    shapes.get_by_role("button", name="Chọn").click()
    expect(shapes.locator("article")).to_have_count(1)
