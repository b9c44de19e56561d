"""A pattern that is tried only at the words with which it begins finds what a search of the whole text would find."""

import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ingest.rules
from ingest.cued import Cued, Lined, Words, tried_at
from ingest.lexicon import Lexicon
from ingest.rules.posts import given_posts
from ingest.rules.text.page import Page

NAMED = {
    f"{module.name.rpartition('.')[2]}.{name}": value
    for module in pkgutil.walk_packages(ingest.rules.__path__, "ingest.rules.")
    for name, value in vars(import_module(module.name)).items()
    if isinstance(value, Cued)
}
CUED = {cued: name for name, cued in NAMED.items()}  # each once, where modules share one
AROUND = st.text("ab1 ./-\n", max_size=3)


def spans(matches: list[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@pytest.mark.parametrize("cued", CUED, ids=CUED.values())
@settings(max_examples=10)
@given(data=st.data())
def test_a_pattern_with_cue_words_finds_what_a_search_of_the_whole_text_finds(cued: Cued, data: st.DataObject) -> None:
    matching = st.from_regex(cued.pattern)
    parts = data.draw(st.lists(st.one_of(matching, matching, AROUND), min_size=1, max_size=3))
    shown = "".join(part + data.draw(AROUND) for part in parts)  # a pattern may ask for capitals
    shown = shown.replace("İ", "I")  # the only letter that is two in small letters
    low = shown.lower()
    assert spans(tried_at(cued.pattern, shown, Words(low).begin(cued))) == spans(list(cued.pattern.finditer(shown)))


LINED = {value: name for name, value in vars(given_posts).items() if isinstance(value, Lined)}


@pytest.mark.parametrize("lined", LINED, ids=LINED.values())
@settings(max_examples=40)
@given(data=st.data())
def test_a_pattern_of_lines_finds_what_a_search_of_the_whole_text_finds(lined: Lined, data: st.DataObject) -> None:
    matching = st.from_regex(lined.pattern)
    parts = data.draw(st.lists(st.one_of(matching, matching, AROUND), min_size=1, max_size=3))
    low = "".join(part + data.draw(AROUND) for part in parts)
    assert spans(lined.each(low)) == spans(list(lined.pattern.finditer(low)))


@given(st.data())
@settings(max_examples=60)
def test_the_words_of_a_list_are_found_where_a_search_of_the_whole_page_finds_them(data: st.DataObject) -> None:
    lexicon = Lexicon.load()
    name = data.draw(st.sampled_from(sorted(lexicon.begun)))
    words = st.sampled_from(lexicon.cues.get(name) or sorted(getattr(lexicon, name)))
    parts = data.draw(st.lists(st.one_of(words, AROUND), min_size=1, max_size=6))
    page = Page("".join(part + data.draw(st.sampled_from(["", " ", ", ", "\n"])) for part in parts) + ".", lexicon)
    pattern = lexicon.any_of(name)
    assert spans(page.everywhere(name)) == spans(list(pattern.finditer(page.low)))
    for place in range(len(page.low)):
        assert (page.at(name, place) is not None) == (pattern.match(page.low, place) is not None)


def test_a_list_with_a_word_that_begins_with_a_mark_is_searched_for_everywhere() -> None:
    lexicon = Lexicon.load()
    page = Page("Bí thư Tỉnh ủy, kiêm Chủ tịch, nguyên Trưởng ban", lexicon)
    assert "joins" not in lexicon.begun
    assert [match.group() for match in page.everywhere("joins")] == [", kiêm", ", nguyên"]
