"""Sentences of a life that only name posts: "Ông X sinh năm 1961. Ủy viên Trung ương Đảng; Đại biểu Quốc hội."."""

from collections.abc import Iterator

from ingest.rules.mentions.title_mentions import Title
from ingest.rules.posts.titles import Titles
from ingest.rules.text.page import Page

_BEFORE = 2  # characters back into the sentence before
_MARKS = " .;"


def posts_without_verbs(page: Page, titles: Titles) -> Iterator[Title]:
    """The first post of each such sentence behind one on somebody whom a word like "ông" means."""
    for title in titles.all:
        sentence = page.sentence_at(title.start)
        if sentence.start != title.start or page.paragraph_at(title.start).start == title.start:
            continue
        before = page.sentence_at(title.start - _BEFORE)
        if page.at("pronouns", before.start) and _is_whole(page, titles, title, sentence.end):
            yield title


def _is_whole(page: Page, titles: Titles, title: Title, end: int) -> bool:
    """Whether the post and those that the same list gives next are all that the sentence says."""
    last = title
    while after := titles.joined_after(last):
        last = after
    return last.after <= end and not page.low[last.after : end].strip(_MARKS)
