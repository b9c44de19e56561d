"""What a news page is made of: its lead is text, wherever the markup puts it; what leads to other articles is none."""

import pytest

from ingest.formats.html import read_html

TITLE = "Ban Bí thư chỉ định Bí thư Tỉnh ủy Lào Cai"
LEAD = "Chiều 10/5, Ban Tổ chức Trung ương công bố Quyết định số 1234-QĐNS/TW của Ban Bí thư về công tác cán bộ."
TEXT = (
    "Theo đó, Ban Bí thư chỉ định đồng chí Lê Văn Mẫu, Phó Bí thư Tỉnh ủy, giữ chức Bí thư Tỉnh ủy Lào Cai.",
    "Dự hội nghị có đồng chí Trần Thị Thí Dụ, Ủy viên Trung ương Đảng, Phó Trưởng Ban Tổ chức Trung ương.",
    "Phát biểu nhận nhiệm vụ, đồng chí Lê Văn Mẫu hứa sẽ cùng tập thể Ban Thường vụ Tỉnh ủy giữ gìn đoàn kết.",
)
OTHER = "Ông Ngô Văn Khác làm Giám đốc Công an tỉnh Yên Bái"
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in TEXT)
LAYOUTS = {
    "by-class": f'<h1 class="detail-title">{TITLE}</h1><div class="detail-time">10/05/2024</div>'
    f'<h2 class="detail-sapo">{LEAD}</h2><div class="detail-content" itemprop="articleBody">{PARAGRAPHS}</div>',
    "beside-the-text": f'<h1>{TITLE}</h1><p class="description">{LEAD}</p>'
    f'<article class="fck_detail">{PARAGRAPHS}</article>',
    "by-role": f'<h1>{TITLE}</h1><div data-role="sapo">{LEAD}</div><div itemprop="articleBody">{PARAGRAPHS}</div>',
    "title-without-heading": f'<div class="t">{TITLE}</div><div class="article__sapo">{LEAD}</div>'
    f'<div class="article__body" itemprop="articleBody">{PARAGRAPHS}</div>',
    "as-the-page-describes-itself": f'<h1>{TITLE}</h1><div class="x1">{LEAD}</div>'
    f'<div class="article-body">{PARAGRAPHS}</div>',
    "within-the-text": f"<article><h1>{TITLE}</h1><p><b>{LEAD}</b></p>{PARAGRAPHS}</article>",
}


def lines(body: str) -> list[str]:
    head = f"<title>{TITLE}</title><meta charset=utf-8><meta name=description content='{LEAD}'>"
    menu = "<nav><a href=/>Trang chủ</a> <a href=/t>Thể thao</a></nav>"
    page = f"<!doctype html><html lang=vi><head>{head}</head><body>{menu}{body}</body></html>"
    return read_html(page.encode(), "bai.html").text.splitlines()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_lead_is_read_once_between_title_and_text(layout: str) -> None:
    assert lines(layout) == [TITLE, LEAD, *TEXT]


def test_a_place_set_apart_in_the_lead_is_a_word_of_its_own() -> None:
    lead = f'<p class="description"><span class="location-stamp">Lào Cai</span>{LEAD}</p>'
    read = lines(f'<h1>{TITLE}</h1>{lead}<article class="fck_detail">{PARAGRAPHS}</article>')
    assert read == [TITLE, f"Lào Cai {LEAD}", *TEXT]


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
        "<center>{}</center>",
        "<blockquote>{}</blockquote>",
    ],
)
def test_captions_and_what_is_set_apart_are_text(markup: str) -> None:
    caption = "Đồng chí Trần Thị Thí Dụ trao quyết định cho đồng chí Lê Văn Mẫu."
    read = lines(f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{markup.format(caption)}{PARAGRAPHS}</article>")
    assert read == [TITLE, LEAD, caption, *TEXT]


def test_what_a_site_says_of_itself_is_no_lead() -> None:
    site = '<div class="site-description">Cơ quan ngôn luận của một tỉnh miền núi, tiếng nói của nhân dân</div>'
    read = lines(f"<header><h1>Báo Mẫu</h1>{site}</header><h1>{TITLE}</h1><article>{PARAGRAPHS}</article>")
    assert read == [TITLE, *TEXT]


@pytest.mark.parametrize(
    "link",
    [
        f"<p>Xem thêm: <a href=/x>{OTHER}</a></p>",
        f"<p><a href=/x>{OTHER}</a></p>",
        f"<p>&gt;&gt; <a href=/x><b>{OTHER}</b></a></p>",
        f"<div>Tin liên quan:<br><a href=/x>- {OTHER}</a><br></div>",
    ],
)
def test_a_line_that_only_leads_to_another_article_is_no_text(link: str) -> None:
    assert OTHER not in "\n".join(lines(f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{PARAGRAPHS}{link}</article>"))


def test_a_link_within_a_sentence_and_one_to_a_file_of_the_page_are_text() -> None:
    within = f'<p>Ngày 8/5, <a href="/x">{OTHER}</a>, theo quyết định của Bộ Công an.</p>'
    file = '<p>Toàn văn: <a href="/vb/1234.pdf">Quyết định số 1234-QĐNS/TW của Ban Bí thư</a></p>'
    read = "\n".join(lines(f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{within}{file}{PARAGRAPHS}</article>"))
    assert OTHER in read and "Toàn văn: Quyết định số 1234-QĐNS/TW của Ban Bí thư" in read


def test_a_page_that_is_a_list_of_links_is_read_as_it_is() -> None:
    links = "".join(f"<p><a href=/{n}>Quyết định số {n}-QĐ/TU của Tỉnh ủy Lào Cai</a></p>" for n in range(10, 30))
    read = lines(f"<article><h1>Danh mục văn bản của Tỉnh ủy</h1>{links}</article>")
    assert "Quyết định số 12-QĐ/TU của Tỉnh ủy Lào Cai" in read
