"""The review of an import in a browser: reading it, answering with a key, taking back; by keyboard, without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from graph_api.access import create_key
from graph_api.settings import Settings
from graph_api.workspace import Workspace
from ingest.review.judgement_store import Judgement
from tests.pages.conftest import serve, watched

FIRST = "Ngày 12/5/2021, đồng chí Lê Văn Mẫu, Bí thư Tỉnh ủy Lào Cai chủ trì Hội nghị sơ kết công tác nội chính.\n"
SECOND = "Ngày 20/9/2023, ông Lê Văn Mẫu, Giám đốc Sở Tư pháp tỉnh Cà Mau báo cáo kết quả cải cách hành chính.\n"
HOSTILE = "<img src=x onerror=alert(1)>"


@dataclass(frozen=True)
class Asking:
    """A server with a staged import that asks whether two namesakes are one; `key` lets write."""

    server: str
    data: Path
    review: str  # path of the page
    key: str

    def judgements(self) -> list[Judgement]:
        workspace = Workspace(Settings(data=self.data))
        kept = workspace.judgements.all()
        workspace.close()
        return kept


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Asking]:
    data = tmp_path / "data"
    workspace = Workspace(Settings(data=data))
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    workspace.importer.publish(workspace.importer.stage([tmp_path / "first.txt"]).id)
    record = workspace.importer.stage([tmp_path / "second.txt"], names={tmp_path / "second.txt": f"{HOSTILE}.txt"})
    workspace.close()
    key = create_key(data, "steward", "Hoa")
    for server in serve(data):
        yield Asking(server, data, f"/imports/{record.id}/review", key)


@pytest.fixture
def page(browser: Browser, asking: Asking) -> Iterator[Page]:
    with watched(browser, asking.server) as page:
        yield page


def test_a_question_shows_the_marked_words_and_what_is_known_of_each_candidate(page: Page, asking: Asking) -> None:
    page.goto(asking.review.removesuffix("/review"))
    page.get_by_role("link", name="Rà soát").click()
    card = page.locator("article", has_text="Giám đốc Sở Tư pháp")
    expect(card.locator("mark")).to_have_text("Lê Văn Mẫu")
    candidate = card.locator(".candidates > li")
    expect(candidate).to_contain_text("trên 100")
    expect(candidate).to_contain_text("Bí thư, Tỉnh ủy Lào Cai")
    expect(candidate.locator("blockquote").first).to_contain_text("Lê Văn Mẫu")
    expect(card).to_contain_text(HOSTILE)
    card.get_by_text("Điểm được tính thế nào?").click()
    expect(card.locator("details")).to_contain_text("Không bao giờ nối chỉ vì trùng tên")


def test_an_answer_is_kept_with_who_and_why_and_can_be_taken_back(page: Page, asking: Asking) -> None:
    page.goto(asking.review)
    page.get_by_label("Khóa API").fill(asking.key)
    page.get_by_label("Lý do").fill("tiểu sử 2023")
    page.get_by_role("button", name="Chính là: Lê Văn Mẫu").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi, phán định số 1")
    expect(page.get_by_role("status")).to_be_focused()
    (kept,) = asking.judgements()
    assert (kept.verdict, kept.author, kept.why, kept.words) == ("same", "Hoa", "tiểu sử 2023", "Lê Văn Mẫu")
    page.get_by_role("link", name="Đã quyết định (1)").click()
    judged = page.locator("article .judged")
    expect(judged).to_contain_text("Chính là")
    expect(judged).to_contain_text("Hoa")
    expect(judged).to_contain_text("lý do: tiểu sử 2023")
    page.get_by_label("Lý do hoàn tác").fill("hai người")
    page.locator("article").get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_role("status")).to_contain_text("Đã hoàn tác phán định số 1")
    (undone,) = asking.judgements()
    assert (undone.undone_by, undone.undone_why) == ("Hoa", "hai người")
    expect(page.locator("#questions")).to_contain_text("Đã quyết định (0)")


def test_the_key_stands_in_one_header_and_nowhere_else(page: Page, asking: Asking) -> None:
    seen: list[Request] = []
    page.on("request", lambda request: seen.append(request))
    page.goto(asking.review)
    page.get_by_label("Khóa API").fill(asking.key)
    page.get_by_role("button", name="Chưa rõ: Lê Văn Mẫu").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi")
    bearing = [request for request in seen if request.headers.get("authorization")]
    assert [request.method for request in bearing] == ["POST"]
    assert bearing[0].headers["authorization"] == f"Bearer {asking.key}"
    assert not any(asking.key in request.url or asking.key in (request.post_data or "") for request in seen)
    stored = "() => [document.cookie, localStorage.length, sessionStorage.length]"
    assert page.evaluate(stored) == ["", 0, 0]
    page.reload()
    expect(page.get_by_label("Khóa API")).to_have_value("")


@pytest.mark.parametrize(("key", "said"), [("", "cần khóa API"), ("wrong", "khóa API không đúng")])
def test_without_the_right_key_nothing_is_kept_and_the_page_says_why(
    page: Page, asking: Asking, key: str, said: str
) -> None:
    page.goto(asking.review)
    page.get_by_label("Khóa API").fill(key)
    page.get_by_role("button", name="Khác: Lê Văn Mẫu").click()
    expect(page.get_by_role("status")).to_contain_text(said)
    assert asking.judgements() == []


def test_a_question_is_answered_by_keyboard_alone(page: Page, asking: Asking) -> None:
    page.goto(f"{asking.review}?lang=en")
    page.get_by_label("API key").focus()
    page.keyboard.type(asking.key)
    for _ in range(30):
        page.keyboard.press("Tab")
        if "Different" in page.evaluate("() => document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Kept as judgement 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_contain_text("Taken back: judgement 1")
    assert asking.judgements()[0].undone_by == "Hoa"


def test_the_review_is_read_without_scripts(browser: Browser, asking: Asking) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(asking.server + asking.review)
    expect(page.locator("mark")).to_have_text("Lê Văn Mẫu")
    expect(page.locator("main")).to_contain_text("mandate review")
    assert page.locator("main button:visible, main input:visible").count() == 0
    page.get_by_role("link", name="Đã quyết định").click()
    expect(page.locator("main")).to_contain_text("Không có câu hỏi nào")
    context.close()


def test_only_scripts_of_this_server_run_on_the_page(page: Page, asking: Asking) -> None:
    answer = page.goto(asking.review)
    assert answer
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert page.locator("script:not([src]), [style], [onclick]").count() == 0


def test_a_page_of_another_site_cannot_answer(browser: Browser, asking: Asking) -> None:
    """Nothing but the key lets write, and a browser sends none by itself; nor may another origin send one."""
    page = browser.new_page()
    page.goto("about:blank")
    address = f"{asking.server}/api/v1{asking.review.removesuffix('review')}decisions"
    page.evaluate("a => fetch(a, {method: 'POST', mode: 'no-cors', body: '{}'}).then(() => 'sent', String)", address)
    assert asking.judgements() == []
    page.close()


def test_the_review_names_its_parts_and_fits_a_telephone(page: Page, asking: Asking) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(asking.review)
    unnamed = page.locator("input:not([type=hidden])").evaluate_all("all => all.filter(f => !f.labels.length).length")
    repeated = page.evaluate(
        "() => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"
    )
    assert unnamed == 0 and repeated == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
